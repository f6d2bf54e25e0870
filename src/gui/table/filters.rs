//! Owns the filters at the left: words, kind, actor, incident, status, coder and time, each choice with how many rows it
//! would show.

use eframe::egui::{Button, Id, Popup, PopupCloseBehavior, Ui};

use super::TableView;
use super::empty::clear;
use super::finder::{Finder, Wish};
use super::put::{Item, Value};
use crate::base::ActorId;
use crate::base::words::Status;
use crate::gui::filters::{self as shared, Days, counted, with_count};
use crate::gui::inspector::matching::{Candidate, matches};
use crate::gui::inspector::typed::Meant;
use crate::gui::theme::colour;
use crate::gui::view::View;
use crate::gui::widgets::{self, Chip, Keys, capital, choice, some_chips};
use crate::project::State;
use crate::views::EvidenceKind;
use crate::views::sheet::{Facets, Filter};

/// What is typed into filters that means something only once it is whole.
#[derive(Debug, Default)]
pub struct Typed {
    days: Days,
    actor: Finder,
}

/// What stands where a filter asks for nothing.
const ANY: &str = "Any";

/// Shows what the table can be narrowed down by.
pub fn filters(ui: &mut Ui, it: &mut TableView, view: &View<'_>) {
    let Some(case) = view.case else { return };
    let state = case.state();
    let facets = it.made.value().map(|it| it.facets.clone()).unwrap_or_default();
    let mut filter = it.made.request().filter.clone();
    let mut keys = Keys::default();
    let clears = shared::show(ui, !filter.is_empty(), |ui| {
        let palette = view.palette;
        let hint = "in passages, names, memos";
        widgets::text(ui, palette, &mut keys, "Words", &mut filter.text, hint);
        kind(ui, view, &mut keys, &mut filter, &facets);
        actor(ui, it, state, view, &mut filter, &facets);
        incident(ui, state, view, &mut keys, &mut filter, &facets);
        status(ui, view, &mut keys, &mut filter, &facets);
        coder(ui, view, &mut keys, &mut filter, &facets);
        it.typed.days.show(ui, palette, &mut keys, &mut filter.from, &mut filter.to);
    });
    if clears {
        clear(it);
        filter = Filter::default();
    }
    if filter != it.made.request().filter {
        it.made.request_mut().filter = filter;
    }
}

fn kind(ui: &mut Ui, view: &View<'_>, keys: &mut Keys, filter: &mut Filter, facets: &Facets) {
    let [claims, stances, notes] = facets.kinds;
    let all = [
        (None, "All", claims + stances + notes),
        (Some(EvidenceKind::Claim), "Claims", claims),
        (Some(EvidenceKind::Stance), "Stances", stances),
        (Some(EvidenceKind::Note), "Notes", notes),
    ];
    let chip = |(value, words, number)| Chip {
        value,
        words: counted(words, number),
        mark: view.palette.text,
    };
    let all = all.map(chip);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        some_chips(ui, view.palette, keys, "Kind", &mut filter.kinds, &all);
    });
}

fn of_number(name: &str, number: Option<&usize>) -> String {
    with_count(name, number.copied().unwrap_or(0))
}

/// A button that says who is chosen, with a line and a list beneath it.
fn actor(
    ui: &mut Ui,
    it: &mut TableView,
    state: &State,
    view: &View<'_>,
    filter: &mut Filter,
    facets: &Facets,
) {
    let name = |id: ActorId| state.actors().get(&id).map(|it| it.name.as_str());
    let shown = filter.actor.and_then(name).unwrap_or(ANY).to_owned();
    let mut button = None;
    widgets::labelled(ui, view.palette, "Actor, in any part", |ui| {
        let width = ui.available_width();
        let field = Button::new(shown.as_str()).truncate().right_text("    ");
        let response = ui.add_sized([width, 28.0], field);
        let ink = if response.hovered() { view.palette.text } else { view.palette.weak };
        widgets::arrow(ui.painter(), response.rect, colour(ink));
        ui.ctx().accesskit_node_builder(response.id, |it| it.set_value(shown.as_str()));
        let response = widgets::whole_on_hover(response, &shown);
        button = Some(response.clone());
        response
    });
    let Some(button) = button else { return };
    if button.clicked() {
        it.typed.actor = Finder::default();
    }
    let width = button.rect.width().max(220.0);
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let taken = popup.width(width).show(|ui| {
        ui.set_max_width(width);
        let rows = |text: &str| actors(text, state, facets);
        let line = Id::unique("actor of the filter");
        it.typed.actor.show(ui, line, "Actor to show", "type a name", rows)
    });
    let close = || {
        Popup::close_id(ui.ctx(), Popup::default_response_id(&button));
        button.request_focus();
    };
    match taken.and_then(|it| it.inner) {
        None => {}
        Some(Wish::Leave) => close(),
        Some(Wish::Take(value) | Wish::TakeAndGoOn(value)) => {
            match value.meant {
                Some(Meant::Actor(id)) => filter.actor = Some(id),
                // Nobody of that name is no wish to see all.
                _ if !value.text.trim().is_empty() => return,
                _ => filter.actor = None,
            }
            close();
        }
    }
}

/// The actors that have a text in their names, those named most first; the row for all of them first of all.
fn actors(text: &str, state: &State, facets: &Facets) -> Vec<Item> {
    let number = |id: &ActorId| facets.actors.get(id).copied().unwrap_or(0);
    let mut all: Vec<_> = state.actors().values().collect();
    all.sort_by_key(|it| (std::cmp::Reverse(number(&it.id)), it.name.to_lowercase()));
    let candidates: Vec<Candidate<ActorId>> = all
        .into_iter()
        .map(|it| Candidate {
            value: it.id,
            names: std::iter::once(&it.name).chain(&it.aliases).cloned().collect(),
        })
        .collect();
    let any = Item { line: ANY.to_owned(), value: Value { text: String::new(), meant: None } };
    let any = text.trim().is_empty().then_some(any);
    let row = |id: ActorId, name: String, line: String| Item {
        line: of_number(&line, facets.actors.get(&id)),
        value: Value { text: name, meant: Some(Meant::Actor(id)) },
    };
    let found = matches(text, &candidates, candidates.len());
    let rows = found.into_iter().map(|it| row(it.value, it.name.clone(), it.line()));
    any.into_iter().chain(rows).collect()
}

fn incident(
    ui: &mut Ui,
    state: &State,
    view: &View<'_>,
    keys: &mut Keys,
    filter: &mut Filter,
    facets: &Facets,
) {
    let all: Vec<_> =
        std::iter::once(None).chain(state.incidents().keys().copied().map(Some)).collect();
    choice(ui, view.palette, keys, "Incident", &mut filter.incident, &all, |it| match it {
        None => ANY.to_owned(),
        Some(id) => {
            let name = state.incidents().get(&id).map_or("", |it| it.name.as_str());
            of_number(&capital(name), facets.incidents.get(&id))
        }
    });
}

fn status(ui: &mut Ui, view: &View<'_>, keys: &mut Keys, filter: &mut Filter, facets: &Facets) {
    let all: Vec<_> = std::iter::once(None).chain(Status::ALL.iter().copied().map(Some)).collect();
    choice(ui, view.palette, keys, "Status", &mut filter.status, &all, |it| match it {
        None => ANY.to_owned(),
        Some(it) => of_number(&capital(it.label()), facets.statuses.get(&it)),
    });
}

fn coder(ui: &mut Ui, view: &View<'_>, keys: &mut Keys, filter: &mut Filter, facets: &Facets) {
    let mut names: Vec<&String> = facets.coders.keys().collect();
    let chosen = filter.coder.clone();
    // One whose rows the other filters hide is still the one chosen.
    names.extend(chosen.as_ref().filter(|it| !facets.coders.contains_key(*it)));
    let mut at = chosen.as_ref().and_then(|it| names.iter().position(|name| *name == it));
    let all: Vec<_> = std::iter::once(None).chain((0..names.len()).map(Some)).collect();
    let shown = choice(ui, view.palette, keys, "Coder", &mut at, &all, |it| {
        it.and_then(|it| names.get(it)).map_or_else(
            || ANY.to_owned(),
            |it| of_number(if it.is_empty() { "no name" } else { it }, facets.coders.get(*it)),
        )
    });
    if shown.changed() {
        filter.coder = at.and_then(|it| names.get(it)).map(|it| (*it).clone());
    }
}
