//! Owns what the chart is narrowed down by and how it is drawn, at the left of it: each value with the claims that it
//! would show. Changes the request alone.

mod claimants;
mod days;

use eframe::egui::{Align, Frame, Layout, Margin, RichText, ScrollArea, Ui};

pub use days::Typed;

use super::{ChartView, narrow};
use crate::base::words::{Demographic, Outcome, Role, Status};
use crate::gui::theme;
use crate::gui::view::View;
use crate::gui::widgets::{self, Chip, Keys, capital, chips, choice};
use crate::views::chart::{ChartRequest, CountScale, Facet, Facets, PanelBy};
use crate::views::count;

/// What a filter is shown with.
struct Cx<'a> {
    view: &'a View<'a>,
    keys: Keys,
    facets: &'a Facets,
}

/// Shows what the view can be narrowed down by: what is used most first, how it is drawn last.
pub fn filters(ui: &mut Ui, it: &mut ChartView, view: &View<'_>) {
    let Some(facets) = it.facets.clone() else { return };
    let mut cx = Cx { view, keys: Keys::default(), facets: &facets };
    let mut request = it.made.request().clone();
    let margin = Margin { left: 14, right: 14, top: 8, bottom: 4 };
    Frame::new().inner_margin(margin).show(ui, |ui| head(ui, &mut request));
    ScrollArea::vertical().id_salt("filters").auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin { top: 0, bottom: 8, ..margin }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.set_width(ui.available_width());
            people(ui, &mut cx, &mut request);
            claimants::show(ui, &mut cx, &mut request);
            drawn(ui, &mut cx, &mut request);
            sources(ui, &mut cx, &mut request);
            days::show(ui, &mut cx, &mut it.typed, &mut request);
        });
    });
    if request != *it.made.request() {
        *it.made.request_mut() = request;
        ui.request_repaint();
    }
}

/// The claims of each outcome, the most first.
pub fn outcomes(facets: &Facets) -> Vec<(Outcome, usize)> {
    let mut all: Vec<_> = facets.outcomes.iter().map(|it| (it.value, it.count)).collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.1));
    all
}

/// Stays in sight, with the way back to all claims at its right.
fn head(ui: &mut Ui, request: &mut ChartRequest) {
    ui.horizontal(|ui| {
        ui.set_min_height(28.0);
        ui.label(RichText::new("Show").font(theme::bold(theme::SMALL_SIZE)).weak());
        if narrow::is_narrowed(request) {
            let layout = Layout::right_to_left(Align::Center);
            ui.with_layout(layout, |ui| {
                let button = ui.button("Clear filters");
                widgets::ring(ui, &button);
                if button.clicked() {
                    *request = narrow::cleared(request);
                }
            });
        }
    });
}

/// Which incident, and what happened to whom.
fn people(ui: &mut Ui, cx: &mut Cx<'_>, request: &mut ChartRequest) {
    let palette = cx.view.palette;
    one_of(ui, cx, "Incident", "All incidents", &mut request.incident, &cx.facets.incidents);
    let named = |it: &Facet<Outcome>| Chip {
        value: it.value,
        words: counted(&capital(it.value.label()), it.count),
        mark: palette.text,
    };
    let shown = cx.facets.outcomes.iter();
    let shown = shown.filter(|it| 0 < it.count || it.value == request.outcome);
    let all: Vec<_> = shown.map(named).collect();
    chips(ui, palette, &mut cx.keys, "Outcome", &mut request.outcome, &all);
    let roles = &cx.facets.roles;
    some_of(ui, cx, "Of whom", &mut request.role, roles, |it| match it {
        Role::Unspecified => "Not stated".to_owned(),
        role => capital(role.label()),
    });
}

/// How the chart is drawn.
fn drawn(ui: &mut Ui, cx: &mut Cx<'_>, request: &mut ChartRequest) {
    let palette = cx.view.palette;
    let all = [PanelBy::Side, PanelBy::Role, PanelBy::Outlet, PanelBy::None];
    let name = |it| match it {
        PanelBy::Side => "One a side".to_owned(),
        PanelBy::Role => "One a role".to_owned(),
        PanelBy::Outlet => "One an outlet".to_owned(),
        PanelBy::None => "One for all".to_owned(),
    };
    choice(ui, palette, &mut cx.keys, "Panels", &mut request.panels, &all, name);
    let chip = |value, words: &str| Chip { value, words: words.to_owned(), mark: palette.text };
    let all = [chip(CountScale::Linear, "Linear"), chip(CountScale::Log, "Log")];
    chips(ui, palette, &mut cx.keys, "Scale", &mut request.scale, &all);
    widgets::label(ui, palette, "Also show");
    let tick = widgets::check(ui, &mut request.disputes, "Disputes");
    cx.keys.shown(&tick);
}

/// Whose people, how old, who printed it, where it stands.
fn sources(ui: &mut Ui, cx: &mut Cx<'_>, request: &mut ChartRequest) {
    one_of(ui, cx, "Side", "All sides", &mut request.side, &cx.facets.sides);
    let demographics = &cx.facets.demographics;
    some_of(ui, cx, "Age and sex", &mut request.demographic, demographics, |it| match it {
        Demographic::Unspecified => "Not stated".to_owned(),
        demographic => capital(demographic.label()),
    });
    let outlets = &cx.facets.outlets;
    let place = |it: &String| outlets.iter().position(|other| other.value == *it);
    let mut chosen = request.outlet.as_ref().and_then(place);
    let before = chosen;
    let places: Vec<Facet<usize>> = outlets
        .iter()
        .enumerate()
        .map(|(at, it)| Facet {
            value: at,
            name: it.name.clone(),
            colour: None,
            depth: 0,
            count: it.count,
        })
        .collect();
    one_of(ui, cx, "Outlet", "All outlets", &mut chosen, &places);
    if chosen != before {
        request.outlet = chosen.and_then(|at| outlets.get(at)).map(|it| it.value.clone());
    }
    statuses(ui, cx, request);
}

fn statuses(ui: &mut Ui, cx: &mut Cx<'_>, request: &mut ChartRequest) {
    let usual = || Status::ALL.iter().copied().filter(|it| *it != Status::Rejected);
    let mut chosen = request.statuses.clone().unwrap_or_else(|| usual().collect());
    let before = chosen.clone();
    let shown = cx.facets.statuses.iter();
    let shown: Vec<_> = shown.filter(|it| 0 < it.count || !chosen.contains(&it.value)).collect();
    if shown.is_empty() {
        return;
    }
    widgets::label(ui, cx.view.palette, "Status");
    for it in shown {
        let mut is_on = chosen.contains(&it.value);
        let words = with_count(&capital(it.value.label()), it.count);
        let tick = widgets::check(ui, &mut is_on, &words);
        cx.keys.shown(&tick);
        if tick.changed() {
            chosen.retain(|other| *other != it.value);
            chosen.extend(is_on.then_some(it.value));
        }
    }
    if chosen != before {
        let is_usual = chosen.len() == usual().count() && usual().all(|it| chosen.contains(&it));
        request.statuses = (!is_usual).then_some(chosen);
    }
}

/// A choice of one value or all; left out where there is nothing to choose.
fn one_of<T: Copy + PartialEq>(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    words: &str,
    all: &str,
    value: &mut Option<T>,
    facets: &[Facet<T>],
) {
    if facets.is_empty() {
        return;
    }
    let shown = facets.iter().filter(|it| 0 < it.count || Some(it.value) == *value);
    let values: Vec<Option<T>> =
        std::iter::once(None).chain(shown.map(|it| Some(it.value))).collect();
    let name = |it: Option<T>| {
        let facet = it.and_then(|it| facets.iter().find(|other| other.value == it));
        facet.map_or_else(|| all.to_owned(), |it| with_count(&it.name, it.count))
    };
    let field = choice(ui, cx.view.palette, &mut cx.keys, words, value, &values, name);
    let whole = name(*value);
    widgets::whole_on_hover(field, &whole);
}

/// Chips of which one or all are chosen; left out where there is nothing to choose.
fn some_of<T: Copy + PartialEq>(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    words: &str,
    value: &mut Option<T>,
    facets: &[Facet<T>],
    name: impl Fn(T) -> String,
) {
    let mark = cx.view.palette.text;
    let shown = facets.iter().filter(|it| 0 < it.count || Some(it.value) == *value);
    let some = shown.map(|it| Chip {
        value: Some(it.value),
        words: counted(&name(it.value), it.count),
        mark,
    });
    let all = Chip { value: None, words: "All".to_owned(), mark };
    let chosen: Vec<_> = std::iter::once(all).chain(some).collect();
    if 2 < chosen.len() || value.is_some() {
        chips(ui, cx.view.palette, &mut cx.keys, words, value, &chosen);
    }
}

/// "Killed 31", on a chip.
fn counted(words: &str, number: usize) -> String {
    format!("{words} {}", count(number as u64))
}

/// "the offensive (31)", where the words may end in a number.
fn with_count(words: &str, number: usize) -> String {
    format!("{words} ({})", count(number as u64))
}
