//! Owns what the chart is narrowed down by and how it is drawn, at the left of it: each value with the claims that it
//! would show. Changes the request alone.

mod claimants;

use eframe::egui::Ui;

use super::{ChartView, narrow};
use crate::base::words::{Demographic, Outcome, Role, Status};
use crate::gui::filters::{self as shared, apart, chips, suggestions, with_both};
use crate::gui::view::View;
use crate::gui::widgets::{self, Keys, capital, choice};
use crate::views::chart::{ChartRequest, CountScale, Facet, Facets, PanelBy};

/// What a filter is shown with.
struct Cx<'a> {
    view: &'a View<'a>,
    keys: Keys,
    facets: &'a Facets,
}

/// Shows what the view can be narrowed down by.
pub fn filters(ui: &mut Ui, it: &mut ChartView, view: &View<'_>) {
    let Some(facets) = it.facets.clone() else { return };
    let mut cx = Cx { view, keys: Keys::default(), facets: &facets };
    let mut request = it.made.request().clone();
    let clears = shared::show(ui, narrow::is_narrowed(&request), |ui| {
        // What is reached for most stands first.
        event(ui, &mut cx, &mut request);
        claimants::show(ui, &mut cx, &mut request);
        roles(ui, &mut cx, &mut request);
        drawn(ui, &mut cx, &mut request);
        let open = view.open.left_in_all().claims;
        suggestions(ui, open, &mut cx.keys, &mut it.suggestions);
        sources(ui, &mut cx, &mut request);
        it.days.show(ui, view.palette, &mut cx.keys, &mut request.from, &mut request.to);
        demographics(ui, &mut cx, &mut request);
        statuses(ui, &mut cx, &mut request);
    });
    if clears {
        request = narrow::cleared(&request);
    }
    if request != *it.made.request() {
        *it.made.request_mut() = request;
        ui.request_repaint();
    }
}

/// "Killed 31", "Killed 5 + 13" with so many suggestions beside the claims.
fn numbered<T>(words: &str, it: &Facet<T>) -> String {
    format!("{words} {}", apart(it.count, it.suggested))
}

/// The claims of each outcome, the most first.
pub fn outcomes(facets: &Facets) -> Vec<(Outcome, usize)> {
    let mut all: Vec<_> =
        facets.outcomes.iter().map(|it| (it.value, it.count + it.suggested)).collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.1));
    all
}

/// Which incident, and what happened to people in it.
fn event(ui: &mut Ui, cx: &mut Cx<'_>, request: &mut ChartRequest) {
    let palette = cx.view.palette;
    one_of(ui, cx, "Incident", "All incidents", &mut request.incident, &cx.facets.incidents);
    let named = |it: &Facet<Outcome>| (it.value, numbered(&capital(it.value.label()), it));
    let shown = cx.facets.outcomes.iter();
    let shown = shown.filter(|it| it.shows() || it.value == request.outcome);
    let all: Vec<_> = shown.map(named).collect();
    chips(ui, palette, &mut cx.keys, "Outcome", &mut request.outcome, all);
}

fn roles(ui: &mut Ui, cx: &mut Cx<'_>, request: &mut ChartRequest) {
    let roles = &cx.facets.roles;
    some_of(ui, cx, "Of whom", &mut request.role, roles, |it| match it {
        Role::Unspecified => "Not stated".to_owned(),
        role => capital(role.label()),
    });
}

fn demographics(ui: &mut Ui, cx: &mut Cx<'_>, request: &mut ChartRequest) {
    let demographics = &cx.facets.demographics;
    some_of(ui, cx, "Age and sex", &mut request.demographic, demographics, |it| match it {
        Demographic::Unspecified => "Not stated".to_owned(),
        demographic => capital(demographic.label()),
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
    let all = [(CountScale::Linear, "Linear".to_owned()), (CountScale::Log, "Log".to_owned())];
    chips(ui, palette, &mut cx.keys, "Scale", &mut request.scale, all);
    widgets::label(ui, palette, "Also show");
    let tick = widgets::check(ui, &mut request.disputes, "Disputes");
    cx.keys.shown(&tick);
}

/// Whose people, and who printed it.
fn sources(ui: &mut Ui, cx: &mut Cx<'_>, request: &mut ChartRequest) {
    one_of(ui, cx, "Side", "All sides", &mut request.side, &cx.facets.sides);
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
            suggested: it.suggested,
        })
        .collect();
    one_of(ui, cx, "Outlet", "All outlets", &mut chosen, &places);
    if chosen != before {
        request.outlet = chosen.and_then(|at| outlets.get(at)).map(|it| it.value.clone());
    }
}

fn statuses(ui: &mut Ui, cx: &mut Cx<'_>, request: &mut ChartRequest) {
    let usual = || Status::ALL.iter().copied().filter(|it| *it != Status::Rejected);
    let mut chosen = request.statuses.clone().unwrap_or_else(|| usual().collect());
    let before = chosen.clone();
    let shown = cx.facets.statuses.iter();
    let shown: Vec<_> = shown.filter(|it| it.shows() || !chosen.contains(&it.value)).collect();
    widgets::label(ui, cx.view.palette, "Status");
    for it in shown {
        let mut is_on = chosen.contains(&it.value);
        let words = numbered(&capital(it.value.label()), it);
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
    let shown = facets.iter().filter(|it| it.shows() || Some(it.value) == *value);
    let name = |it: Option<T>| {
        let facet = it.and_then(|it| facets.iter().find(|other| other.value == it));
        facet.map_or_else(|| all.to_owned(), |it| with_both(&it.name, it.count, it.suggested))
    };
    let shown: Vec<_> = shown.map(|it| it.value).collect();
    shared::choice(ui, cx.view.palette, &mut cx.keys, words, value, shown, name);
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
    let shown = facets.iter().filter(|it| it.shows() || Some(it.value) == *value);
    let some = shown.map(|it| (Some(it.value), numbered(&name(it.value), it)));
    let all: Vec<_> = std::iter::once((None, "All".to_owned())).chain(some).collect();
    if 2 < all.len() || value.is_some() {
        chips(ui, cx.view.palette, &mut cx.keys, words, value, all);
    }
}
