//! The panel of an article.

use super::*;
use crate::gui::inspector::article;

/// The panel of the article `a.txt`; every edit is carried out at once.
fn panel(case: &str) -> Harness<'static, (Built, article::ArticleDraft, Vec<String>)> {
    let built = notation::read(case).unwrap();
    let draft = article::ArticleDraft::of(&built.state.articles()[0]);
    let read = built.state.articles()[0].metadata.clone();
    let mut harness = Harness::builder()
        .with_size(Vec2::new(320.0, 900.0))
        .with_context_setup(|ctx| ctx.set_fonts(crate::gui::fonts::definitions()))
        .build_ui_state(
            move |ui, (built, draft, told): &mut (Built, article::ArticleDraft, Vec<String>)| {
                let inputs = article::ArticleInputs {
                    state: &built.state,
                    palette: &theme::DARK,
                    read: Some(&read),
                    counts: views::articles(&built.state, &Places::new(&built.state))[0].counts,
                };
                for edit in article::show(ui, draft, &inputs) {
                    told.push(label(&edit, &built.state));
                    apply(&mut built.state, &edit, &stamp()).unwrap();
                }
            },
            (built, draft, vec![]),
        );
    harness.run();
    harness
}

#[test]
fn what_is_known_of_an_article_is_set_and_taken_back() {
    let mut harness = panel(&format!("{CASE}\nclaim k1 a.txt killed 2\nclaim k2 a.txt injured 2"));
    assert!(harness.query_by_label("2 claims, no stances, no notes").is_some());
    let write = |harness: &mut Harness<'_, _>, label: &str, text: &str, end: Key| {
        let role = if label == "Title" { Role::MultilineTextInput } else { Role::TextInput };
        harness.get_by_role_and_label(role, label).focus();
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.run();
        harness.get_by_role_and_label(role, label).type_text(text);
        harness.run();
        harness.key_press(end);
        harness.run();
    };
    write(&mut harness, "Outlet", "Canal Info", Key::Enter);
    write(&mut harness, "Title", "What is known", Key::Enter);
    write(&mut harness, "Author", "nobody", Key::Escape);
    write(&mut harness, "Published", "20 Sep 2023", Key::Tab);
    write(&mut harness, "Published", "soon", Key::Tab);
    assert!(harness.query_by_label("“soon” is no time such as “19 Sep 2023 20:00”").is_some());
    harness.get_by_label("Back to what was read, outlet").click();
    harness.run();
    harness.get_by_label("Read to the end").click();
    harness.run();
    let (built, _, told) = harness.state();
    let metadata = &built.state.articles()[0].metadata;
    let outlet = metadata.outlet.as_ref().unwrap();
    let end = format!("{} ({}), {:?}", outlet.value, outlet.from.word(), metadata.author);
    check(
        &format!("{}\n{end}", told.join("\n")),
        expect![[r#"
        Change outlet to Canal Info
        Change title to What is known
        Change time of publication
        Take back outlet
        Mark a.txt as read
        Meridian Wire (stated), None"#]],
    );
}
