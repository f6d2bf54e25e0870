//! The forms driven by label and by keys: a passage and what is pressed in, the step and the record out.

mod article;
mod keys;
mod passages;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, ScrollArea, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use expect_test::{Expect, expect};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::*;
use crate::analysis::prefill;
use crate::base::{IdMint, Span, theme};
use crate::project::notation::{self, Built};
use crate::project::{Edit, RecordId, Stamp, apply, context, gazetteer, label, passage};
use crate::views::{self, EvidenceKind};

/// A project, the draft of a form, and what the form told.
pub(super) struct Case {
    pub built: Built,
    pub draft: Draft,
    pub opened: bool,
    pub selection: Option<&'static str>,
    pub events: Vec<FormEvent>,
}

const CASE: &str = "zone +04:00
    actor Azerbaijan : state, alias Baku
    actor Karabakh authorities : organisation, alias Stepanakert
    incident the offensive
    article a.txt | Meridian Wire | 2023-09-19 21:12";

const TOLL: &str =
    "The fighting has left [at least 25 dead], according to the authorities in Stepanakert.";

pub(super) fn stamp() -> Stamp {
    Stamp::new("CD", Timestamp::UNIX_EPOCH)
}

/// A new draft at the words between brackets of an article that says `text`.
fn new(kind: EvidenceKind, text: &str) -> Case {
    let start = text.find('[').unwrap();
    let text = text.replacen('[', "", 1);
    let end = text.find(']').unwrap();
    let text = text.replacen(']', "", 1);
    let mut built = notation::read(&format!("{CASE}\nnote x a.txt \"{text}\"")).unwrap();
    let note = Edit::Delete(RecordId::Annotation(built.keys["x"]));
    apply(&mut built.state, &note, &stamp()).unwrap();
    let (id, article) = built.texts.iter().next().unwrap();
    let span = Span::new(start, end);
    let names = gazetteer(&built.state);
    let offered = prefill(article, span, &names, &context(&built.state), &|_| false);
    let passage = passage(*id, article, span, PassageRole::Main);
    let draft = Draft::new(kind, passage, &offered, &built.state, &names);
    Case { built, draft, opened: true, selection: None, events: vec![] }
}

/// The draft of the annotation that the project has under `key`.
pub(super) fn of(notation: &str, key: &str) -> Case {
    let built = notation::read(notation).unwrap();
    let draft = Draft::of(&built.state.annotations()[&built.keys[key]], &built.state);
    Case { built, draft, opened: true, selection: None, events: vec![] }
}

fn harness(case: Case) -> Harness<'static, Case> {
    let mut harness = Harness::builder()
        .with_size(Vec2::new(320.0, 1200.0))
        .with_context_setup(|ctx| ctx.set_fonts(crate::gui::fonts::definitions()))
        .build_ui_state(
            |ui, case: &mut Case| {
                let inputs = Inputs {
                    state: &case.built.state,
                    places: &Places::new(&case.built.state),
                    gazetteer: Gazetteer::bundled(),
                    palette: &theme::LIGHT,
                    zone: &TimeZone::UTC,
                    selection: case.selection,
                    lit: None,
                    opened: std::mem::take(&mut case.opened),
                };
                let scrolled =
                    ScrollArea::vertical().show(ui, |ui| show(ui, &mut case.draft, &inputs));
                case.events.extend(scrolled.inner);
            },
            case,
        );
    harness.run();
    harness
}

/// What was told; a commit is carried out and told as its step and its records.
fn told(harness: &mut Harness<'_, Case>) -> String {
    harness.run();
    let case = harness.state_mut();
    let mut shown = String::new();
    for event in std::mem::take(&mut case.events) {
        if event != FormEvent::Commit {
            shown += &format!("{event:?}\n");
            continue;
        }
        let mut mint = IdMint::seeded("test");
        let state = &mut case.built.state;
        let edit = case.draft.edit(state, Gazetteer::bundled(), &mut mint, &stamp()).unwrap();
        let Some(edit) = edit else {
            shown += "Commit nothing\n";
            continue;
        };
        shown += &format!("{}\n", label(&edit, state));
        apply(state, &edit, &stamp()).unwrap();
        let id = match &case.draft.target {
            Target::Existing(id) => *id,
            Target::New { .. } => *state.annotations().keys().last().unwrap(),
        };
        let told = views::evidence(state, &state.annotations()[&id]);
        shown += &format!(
            "{} | {} | {} | {} | {}\n",
            told.says, told.who, told.whom, told.incident, told.time
        );
    }
    shown
}

fn check(shown: &str, expect: Expect) {
    expect.assert_eq(shown);
}

fn press(harness: &mut Harness<'_, Case>, keys: &[Key]) {
    for key in keys {
        harness.key_press(*key);
        harness.run();
    }
}

/// Replaces the text of a field, by hand.
fn write(harness: &mut Harness<'_, Case>, label: &str, text: &str) {
    let field = harness.get_by_role_and_label(Role::TextInput, label);
    field.focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, label).type_text(text);
    harness.run();
}

fn focused(harness: &Harness<'_, Case>) -> String {
    let focused = harness.root().children_recursive().find(|it| it.is_focused());
    focused.and_then(|it| it.accesskit_node().label()).unwrap_or_default()
}
