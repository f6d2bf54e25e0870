//! Names of a text and of a project in, the actors they lead to out.

use super::*;

#[test]
fn a_name_typed_is_the_name_kept_with_what_the_gazetteer_knows_of_it() {
    let state = crate::project::notation::state("actor Azerbaijan : state").unwrap();
    let mut mint = IdMint::seeded("test");
    let mut names = Names::new(&state, Gazetteer::bundled());
    let person = names.typed("dmitry  peskov", "the Kremlin", &mut mint);
    assert_eq!(names.typed("Dmitry Peskov", "", &mut mint), person, "once each");
    names.typed("Ana Gomez", "Gomez", &mut mint);
    names.typed("Moscow", "", &mut mint);
    let war = names.incident("the war", &mut mint);
    assert_eq!(names.incident("the war", &mut mint), war);
    let code = names.code("fire", &mut mint);
    assert_eq!(names.code("Fire", &mut mint), code);
    let edits = names.into_edits();
    let mut after = state.clone();
    let stamp = Stamp::new("", jiff::Timestamp::UNIX_EPOCH);
    for edit in &edits {
        apply(&mut after, edit, &stamp).unwrap();
    }
    let shown = after.actors().values().map(|it| {
        let owner = it.belongs_to.map_or("", |id| &after.actors()[&id].name);
        format!("{} {} {:?} {} < {owner}", it.colour, it.name, it.aliases, it.kind.word())
    });
    expect_test::expect![[r#"
        0 Azerbaijan [] state < 
        1 Russia [] state < 
        2 dmitry peskov ["Kremlin"] person < Russia
        3 Ana Gomez ["Gomez"] person < 
        4 Moscow [] other < "#]]
    .assert_eq(&shown.collect::<Vec<_>>().join("\n"));
    assert_eq!((after.incidents().len(), after.codes().len()), (1, 1));
}

#[test]
fn a_text_is_read_in_the_names_of_the_project() {
    let case = "actor Karabakh authorities : organisation, alias Stepanakert
        incident the offensive : alias the operation";
    let state = crate::project::notation::state(case).unwrap();
    let names = gazetteer(&state);
    assert_eq!(names.named("Stepanakert").unwrap().name, "Karabakh authorities");
    assert_eq!(context(&state).incidents[0].aliases, ["the operation"]);
    let name = |words: &str, name: Option<&str>| {
        let found = crate::analysis::FoundName {
            words: words.to_owned(),
            name: name.map(str::to_owned),
            span: None,
        };
        match Names::lead(&state, &names, &found) {
            NameLeads::To(id) => format!("to {}", state.actors()[&id].name),
            NameLeads::ToNew(name) => format!("to new {name}"),
            NameLeads::Nowhere => "nowhere".to_owned(),
        }
    };
    assert_eq!(name("Stepanakert", Some("Karabakh authorities")), "to Karabakh authorities");
    assert_eq!(name("the Kremlin", Some("Russia")), "to new Russia");
    assert_eq!(name("Ana Gomez", None), "to new Ana Gomez");
    assert_eq!(name("the ministry", None), "nowhere");
}

#[test]
fn spellings_of_one_person_are_offered_as_one_actor_with_aliases() {
    let state = crate::project::notation::state("actor Sweden : state").unwrap();
    let mut mint = IdMint::seeded("test");
    let mut names = Names::new(&state, Gazetteer::bundled());
    let mut actor = |words: &str, name: Option<&str>| {
        let (words, name) = (words.to_owned(), name.map(str::to_owned));
        names.actor(&crate::analysis::FoundName { words, name, span: None }, &mut mint)
    };
    let known = actor("Prime Minister Nikol Pashinian", Some("Nikol Pashinyan"));
    assert_eq!(actor("Pashinyan", Some("Nikol Pashinyan")), known);
    let unknown = actor("Gevorg Tumanyan", None);
    assert_eq!(actor("Gevorg Tumanian", None), unknown);
    assert_eq!(actor("Tumanyan", None), unknown);
    assert_ne!(actor("Arpi Tumanyan", None), unknown);
    assert_eq!(actor("police", None), None);
    // What only describes a thing is no name.
    actor("the Swedish offensive", Some("Sweden"));
    actor("the Norwegian offensive", Some("Norway"));
    let edits = names.into_edits();
    let shown = edits.iter().filter_map(|it| match it {
        Edit::Add(Record::Actor(it)) => Some(format!("{} {:?}", it.name, it.aliases)),
        _ => None,
    });
    expect_test::expect![[r#"
        Armenia []
        Nikol Pashinyan ["Nikol Pashinian", "Pashinyan"]
        Gevorg Tumanyan ["Gevorg Tumanian"]
        Arpi Tumanyan []
        Norway []"#]]
    .assert_eq(&shown.collect::<Vec<_>>().join("\n"));
}

#[test]
fn other_spellings_of_a_name_lead_to_the_same_actor_and_become_its_aliases() {
    let report = r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
note n0 a.txt "Nikol Pashinyan condemned the attack."
note n1 a.txt "Ilham Aliyev condemned the attack."
note n2 a.txt "Ruben Vardanyan condemned the attack."
"#;
    check(
        &format!(
            "actor Nikol Pashinian : person\nactor Aliev : person\nactor Ruben Vardanian : person{report}"
        ),
        &["*"],
        expect![[r#"
            Nikol Pashinyan condemn, by Nikol Pashinian
            Ilham Aliyev condemn, by Aliev
            Ruben Vardanyan condemn, by Ruben Vardanian
            Nikol Pashinian ["Nikol Pashinyan"]
            Aliev ["Ilham Aliyev"]
            Ruben Vardanian ["Ruben Vardanyan"]
        "#]],
    );
    check(
        &format!(
            "actor Nikol Pashinyan : person\nactor Ilham Aliyev : person, alias Aliyev{report}"
        ),
        &["*"],
        expect![[r#"
            Nikol Pashinyan condemn, by Nikol Pashinyan
            Ilham Aliyev condemn, by Ilham Aliyev
            Ruben Vardanyan condemn, by Ruben Vardanyan
            Nikol Pashinyan []
            Ilham Aliyev ["Aliyev"]
            Nagorno-Karabakh []
            Ruben Vardanyan []
        "#]],
    );
    check(
        r#"
article a.txt | Meridian Wire | 2023-09-20 12:00
note n0 a.txt "Ilham Aliev condemned the attack."
note n1 a.txt "İlham Əliyev condemned the raid."
note n2 a.txt "Ruben Vardanian condemned the attack."
note n3 a.txt "Ruben Vardanyan condemned the raid."
note n4 a.txt "Aliyeva condemned the raid."
"#,
        &["*"],
        expect![[r#"
            Ilham Aliev condemn, by Ilham Aliyev
            İlham Əliyev condemn, by Ilham Aliyev
            Ruben Vardanian condemn, by Ruben Vardanyan
            Ruben Vardanyan condemn, by Ruben Vardanyan
            Aliyeva condemn
            Azerbaijan []
            Ilham Aliyev ["Ilham Aliev", "İlham Əliyev"]
            Nagorno-Karabakh []
            Ruben Vardanyan ["Ruben Vardanian"]
        "#]],
    );
}
