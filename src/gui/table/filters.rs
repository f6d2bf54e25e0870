//! Owns the filters at the left: words, kind, actor, incident, status, coder and time, each choice with how many rows it
//! would show.

use eframe::egui::{
    Button, Frame, Id, Margin, Popup, PopupCloseBehavior, RichText, ScrollArea, Ui,
};

use super::TableView;
use super::empty::clear;
use super::finder::{Finder, Wish};
use super::put::{Item, Value};
use crate::base::ActorId;
use crate::base::words::Status;
use crate::gui::inspector::matching::{Candidate, matches};
use crate::gui::inspector::typed::Meant;
use crate::gui::inspector::when;
use crate::gui::theme::colour;
use crate::gui::view::View;
use crate::gui::widgets::{self, Chip, Keys, capital, choice, some_chips};
use crate::project::State;
use crate::views::sheet::{Facets, Filter};
use crate::views::{EvidenceKind, count};

/// What is typed into filters that means something only once it is whole.
#[derive(Debug, Default)]
pub struct Typed {
    from: String,
    to: String,
    actor: Finder,
}

/// What stands where a filter asks for nothing.
const ANY: &str = "any";

/// Shows what the table can be narrowed down by.
pub fn filters(ui: &mut Ui, it: &mut TableView, view: &View<'_>) {
    let Some(case) = view.case else { return };
    let state = case.state();
    let facets = it.made.value().map(|it| it.facets.clone()).unwrap_or_default();
    let mut filter = it.made.request().filter.clone();
    let mut keys = Keys::default();
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(16, 8)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            let palette = view.palette;
            let hint = "in passages, names, memos";
            widgets::text(ui, palette, &mut keys, "Words", &mut filter.text, hint);
            kind(ui, view, &mut keys, &mut filter, &facets);
            actor(ui, it, state, view, &mut filter, &facets);
            incident(ui, state, view, &mut keys, &mut filter, &facets);
            status(ui, view, &mut keys, &mut filter, &facets);
            coder(ui, view, &mut keys, &mut filter, &facets);
            time(ui, &mut it.typed, view, &mut keys, &mut filter);
            let is_narrowed = !filter.is_empty();
            let button = ui.add_enabled(is_narrowed, Button::new("Clear filters"));
            if button.clicked() {
                clear(it);
                filter = Filter::default();
            }
        });
    });
    if filter != it.made.request().filter {
        it.made.request_mut().filter = filter;
    }
}

fn kind(ui: &mut Ui, view: &View<'_>, keys: &mut Keys, filter: &mut Filter, facets: &Facets) {
    let [claims, stances, notes] = facets.kinds;
    let chip = |value, words: &str, number: usize| Chip {
        value,
        words: format!("{words} {}", count(number as u64)),
        mark: view.palette.text,
    };
    let all = [
        chip(None, "All", claims + stances + notes),
        chip(Some(EvidenceKind::Claim), "Claims", claims),
        chip(Some(EvidenceKind::Stance), "Stances", stances),
        chip(Some(EvidenceKind::Note), "Notes", notes),
    ];
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        some_chips(ui, view.palette, keys, "Kind", &mut filter.kinds, &all);
    });
}

fn counted(name: &str, number: Option<&usize>) -> String {
    format!("{name} ({})", count(number.copied().unwrap_or(0) as u64))
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
        line: counted(&line, facets.actors.get(&id)),
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
            counted(&capital(name), facets.incidents.get(&id))
        }
    });
}

fn status(ui: &mut Ui, view: &View<'_>, keys: &mut Keys, filter: &mut Filter, facets: &Facets) {
    let all: Vec<_> = std::iter::once(None).chain(Status::ALL.iter().copied().map(Some)).collect();
    choice(ui, view.palette, keys, "Status", &mut filter.status, &all, |it| match it {
        None => ANY.to_owned(),
        Some(it) => counted(&capital(it.label()), facets.statuses.get(&it)),
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
            |it| counted(if it.is_empty() { "no name" } else { it }, facets.coders.get(*it)),
        )
    });
    if shown.changed() {
        filter.coder = at.and_then(|it| names.get(it)).map(|it| (*it).clone());
    }
}

/// From one day to another, as times are typed in forms.
fn time(ui: &mut Ui, typed: &mut Typed, view: &View<'_>, keys: &mut Keys, filter: &mut Filter) {
    let mut problem = None;
    let mut read = |text: &str| match text.trim() {
        "" => None,
        text => match when::parse(text, None) {
            Ok(when) => Some(when),
            Err(words) => {
                problem = Some(words);
                None
            }
        },
    };
    ui.scope(|ui| {
        widgets::columns(ui, |[left, right]| {
            widgets::text(left, view.palette, keys, "From", &mut typed.from, "first day");
            widgets::text(right, view.palette, keys, "To", &mut typed.to, "last day");
        });
    });
    filter.from = read(&typed.from).map(|it| it.start.date());
    filter.to = read(&typed.to).map(|it| {
        let last = it.end.saturating_sub(jiff::Span::new().seconds(1));
        last.date().max(it.start.date())
    });
    if let Some(words) = problem {
        ui.label(RichText::new(words).small().color(colour(view.palette.error())));
    }
}
