//! Owns the form of a claim: the usual fields at once, the rest folded.

use eframe::egui::Ui;

use super::draft::{At, ClaimDraft, Printed};
use super::pick::pick;
use super::typed::{Meant, Pick};
use super::{Form, told};
use crate::base::words::{
    Basis, Credibility, Demographic, Measure, Outcome, Qualifier, Reliability, Role, Speech,
    Status, TimeSource,
};
use crate::gui::widgets::{self, Chip, chips, choice, choice_short, columns, text, uneven};

pub(super) fn show(ui: &mut Ui, form: &mut Form, claim: &mut ClaimDraft) {
    let palette = form.inputs.palette;
    outcome(ui, form, claim);
    figure(ui, form, claim);
    form.problem(ui, Some(At::Figure));
    if let Some(words) = counted(form, claim) {
        widgets::label(ui, palette, &words);
    }
    columns(ui, |[left, right]| {
        choice(left, palette, &mut form.keys, "Who", &mut claim.role, Role::ALL, |it| {
            it.label().to_owned()
        });
        side(right, form, claim);
    });
    pick(ui, form, "Claimant (who says so)", &mut claim.claimant, "not stated");
    columns(ui, |[left, right]| {
        form.may_go_to(At::Time);
        text(left, palette, &mut form.keys, "As of", &mut claim.as_of.text, "not stated");
        pick(right, form, "Incident", &mut claim.incident, "not stated");
    });
    form.problem(ui, Some(At::Time));
    columns(ui, |[left, right]| {
        let keys = &mut form.keys;
        let (all, short) = (Reliability::ALL, reliability(claim.reliability));
        let (words, value) = ("Source reliability", &mut claim.reliability);
        let name = |it: Reliability| it.label().to_owned();
        choice_short(left, palette, keys, words, value, all, name, short);
        let (all, short) = (Credibility::ALL, credibility(claim.credibility));
        let (words, value) = ("Credibility", &mut claim.credibility);
        let name = |it: Credibility| it.label().to_owned();
        choice_short(right, palette, keys, words, value, all, name, short);
    });
}

/// As there is room for beside the other one.
fn reliability(it: Reliability) -> &'static str {
    match it {
        Reliability::A => "A completely",
        Reliability::B => "B usually",
        Reliability::C => "C fairly",
        Reliability::D => "D not usually",
        Reliability::E => "E unreliable",
        Reliability::F => "F not judged",
    }
}

fn credibility(it: Credibility) -> &'static str {
    match it {
        Credibility::Confirmed => "1 confirmed",
        Credibility::ProbablyTrue => "2 probable",
        Credibility::PossiblyTrue => "3 possible",
        Credibility::Doubtful => "4 doubtful",
        Credibility::Improbable => "5 improbable",
        Credibility::NotJudged => "6 not judged",
    }
}

fn outcome(ui: &mut Ui, form: &mut Form, claim: &mut ClaimDraft) {
    let palette = form.inputs.palette;
    let chip = |it: &Outcome| Chip {
        value: *it,
        words: told::outcome(*it),
        mark: palette.outcome(*it).mark,
    };
    let all: Vec<_> = Outcome::ALL.iter().map(chip).collect();
    chips(ui, palette, &mut form.keys, "Outcome", &mut claim.outcome, &all);
}

fn figure(ui: &mut Ui, form: &mut Form, claim: &mut ClaimDraft) {
    let palette = form.inputs.palette;
    form.keys.focus_next = form.inputs.opened;
    form.may_go_to(At::Figure);
    let keys = &mut form.keys;
    let figure = &mut claim.figure;
    uneven(ui, [3.0, 3.0, 4.0], |[low, high, reads]| {
        let hint = figure.low_hint();
        let left = text(low, palette, keys, "At least", &mut figure.low, hint).lost_focus();
        let hint = figure.high_hint();
        let left =
            text(high, palette, keys, "At most", &mut figure.high, hint).lost_focus() || left;
        if left {
            figure.tidy();
        }
        let mut qualifier = figure.qualifier;
        let changed =
            choice(reads, palette, keys, "Reads as", &mut qualifier, Qualifier::ALL, |it| {
                it.label().to_owned()
            });
        if changed.changed() {
            figure.set_qualifier(qualifier);
        }
    });
}

/// What the figure counts, if it is no running total, since the fields that say so are folded.
fn counted(form: &Form, claim: &ClaimDraft) -> Option<String> {
    if let Meant::Claim(_) = claim.part_of.meant(form.inputs.state) {
        return Some(format!("Part of “{}”", claim.part_of.text));
    }
    let words = match claim.measure {
        Measure::Total => return None,
        Measure::Part => "A part of another figure",
        Measure::Additional => "In addition to other figures",
        Measure::Subcount => "Of one place only",
        Measure::Earlier => "An earlier figure",
    };
    Some(words.to_owned())
}

fn side(ui: &mut Ui, form: &mut Form, claim: &mut ClaimDraft) {
    if pick(ui, form, "Side", &mut claim.side, "not stated").changed() {
        claim.side_typed(form.inputs.state);
    }
}

/// What is seldom needed.
pub(super) fn folded(ui: &mut Ui, form: &mut Form, claim: &mut ClaimDraft) {
    let palette = form.inputs.palette;
    columns(ui, |[left, right]| {
        let keys = &mut form.keys;
        let all = Demographic::ALL;
        choice(left, palette, keys, "Age and sex", &mut claim.demographic, all, |it| {
            it.label().to_owned()
        });
        text(right, palette, keys, "Figure as printed", &mut claim.figure.words, "");
    });
    columns(ui, |[left, right]| {
        printed(left, form, "Side as printed", &mut claim.side_words, &claim.side);
        let keys = &mut form.keys;
        choice(right, palette, keys, "Side is", &mut claim.basis, Basis::ALL, |it| {
            if it == Basis::Hand { "set by hand" } else { it.label() }.to_owned()
        });
    });
    columns(ui, |[left, right]| {
        let words = &mut claim.claimant_words;
        printed(left, form, "Claimant as printed", words, &claim.claimant);
        let keys = &mut form.keys;
        choice(right, palette, keys, "Words", &mut claim.speech, Speech::ALL, |it| {
            it.label().to_owned()
        });
    });
    columns(ui, |[left, right]| {
        pick(left, form, "Via", &mut claim.via, "nobody else");
        printed(right, form, "Via as printed", &mut claim.via_words, &claim.via);
    });
    columns(ui, |[left, right]| {
        choice(left, palette, &mut form.keys, "Counts", &mut claim.measure, Measure::ALL, |it| {
            it.label().to_owned()
        });
        text(right, palette, &mut form.keys, "Place", &mut claim.place, "not stated");
    });
    form.may_go_to(At::PartOf);
    if pick(ui, form, "Part of", &mut claim.part_of, "no other claim").changed() {
        claim.whole_typed(form.inputs.state);
    }
    form.problem(ui, Some(At::PartOf));
    form.may_go_to(At::Supersedes);
    pick(ui, form, "Supersedes", &mut claim.supersedes, "no other claim");
    form.problem(ui, Some(At::Supersedes));
    let keys = &mut form.keys;
    columns(ui, |[left, right]| {
        choice(left, palette, keys, "Status", &mut claim.status, Status::ALL, |it| {
            it.label().to_owned()
        });
        text(right, palette, keys, "Why this status", &mut claim.reason, "");
    });
    time(ui, form, &mut claim.as_of);
}

/// Where a time comes from and why it is thought so; nothing where there is none.
pub(super) fn time(ui: &mut Ui, form: &mut Form, when: &mut super::when::WhenDraft) {
    if when.text.trim().is_empty() {
        return;
    }
    let palette = form.inputs.palette;
    columns(ui, |[left, right]| {
        let keys = &mut form.keys;
        choice(left, palette, keys, "Time is", &mut when.source, TimeSource::ALL, |it| {
            if it == TimeSource::Hand { "set by hand" } else { it.label() }.to_owned()
        });
        widgets::text(right, palette, keys, "Why this time", &mut when.reason, "");
    });
}

/// The report's words for whom `pick` means. Where that holds words alone it is these, and nothing is typed here.
pub(super) fn printed(
    ui: &mut Ui,
    form: &mut Form,
    words: &str,
    printed: &mut Printed,
    pick: &Pick,
) {
    let palette = form.inputs.palette;
    if pick.meant(form.inputs.state) == Meant::Words {
        let mut same = pick.text.clone();
        ui.add_enabled_ui(false, |ui| {
            text(ui, palette, &mut form.keys, words, &mut same, "");
        });
    } else {
        text(ui, palette, &mut form.keys, words, &mut printed.text, "");
    }
}
