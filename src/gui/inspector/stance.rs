//! Owns the form of a stance.

use eframe::egui::Ui;

use super::draft::{At, StanceDraft};
use super::pick::pick;
use super::{Form, claim};
use crate::base::theme::position_sign;
use crate::base::words::{Position, Speech};
use crate::gui::widgets::{Chip, capital, chips, choice, columns, text};

pub(super) fn show(ui: &mut Ui, form: &mut Form, stance: &mut StanceDraft) {
    let palette = form.inputs.palette;
    form.keys.focus_next = form.inputs.opened;
    form.may_go_to(At::Actor);
    pick(ui, form, "Actor", &mut stance.actor, "who takes the position");
    form.problem(ui, Some(At::Actor));
    let chip = |it: &Position| Chip {
        value: Some(*it),
        words: format!("{} {}", position_sign(*it), capital(it.label())),
        mark: palette.position(*it).mark,
    };
    let all: Vec<_> = Position::ALL.iter().map(chip).collect();
    form.may_go_to(At::Position);
    chips(ui, palette, &mut form.keys, "Position", &mut stance.position, &all);
    form.problem(ui, Some(At::Position));
    pick(ui, form, "Target (what it is about)", &mut stance.target, "not stated");
    columns(ui, |[left, right]| {
        pick(left, form, "Incident", &mut stance.incident, "not stated");
        form.may_go_to(At::Time);
        text(right, palette, &mut form.keys, "When", &mut stance.when.text, "not stated");
    });
    form.problem(ui, Some(At::Time));
    columns(ui, |[left, right]| {
        let keys = &mut form.keys;
        choice(left, palette, keys, "Held", &mut stance.past, &[false, true], |it| {
            if it { "in the past" } else { "at present" }.to_owned()
        });
        choice(right, palette, keys, "Words", &mut stance.speech, Speech::ALL, |it| match it {
            Speech::Direct => "its own".to_owned(),
            Speech::Reported => it.label().to_owned(),
        });
    });
    text(ui, palette, &mut form.keys, "Reason", &mut stance.reason, "Why this position");
}

/// What is seldom needed.
pub(super) fn folded(ui: &mut Ui, form: &mut Form, stance: &mut StanceDraft) {
    columns(ui, |[left, right]| {
        claim::printed(left, form, "Actor as printed", &mut stance.actor_words, &stance.actor);
        let words = &mut stance.target_words;
        claim::printed(right, form, "Target as printed", words, &stance.target);
    });
    claim::time(ui, form, &mut stance.when);
}
