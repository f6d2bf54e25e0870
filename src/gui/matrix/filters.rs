//! Owns what the matrix is narrowed down by, counted and sorted by, as it is chosen at the left.

use eframe::egui::Ui;

use crate::base::theme::Palette;
use crate::gui::filters::{self as shared, Days, chips, with_both};
use crate::gui::view::View;
use crate::gui::widgets::{self, Keys};
use crate::views::days;
use crate::views::matrix::{CountBy, Facets, MatrixRequest, SortBy, Unfolded};

/// Whether less is shown than at first.
pub fn narrows(request: &MatrixRequest, facets: &Facets) -> bool {
    let elsewhere = request.incident.is_some() && request.incident != facets.main_incident;
    elsewhere || request.outlet.is_some() || request.from.is_some() || request.to.is_some()
}

/// Shows what is shown at first again.
pub fn clear(request: &mut MatrixRequest, facets: &Facets) {
    request.incident = request.incident.and(facets.main_incident);
    (request.outlet, request.from, request.to) = (None, None, None);
}

/// Shows the filters.
pub fn show(
    ui: &mut Ui,
    request: &mut MatrixRequest,
    (typed, supposes): (&mut Days, &mut bool),
    facets: &Facets,
    view: &View<'_>,
) {
    let palette = view.palette;
    let mut keys = Keys::default();
    let clears = shared::show(ui, narrows(request, facets), |ui| {
        incident(ui, request, facets, palette, &mut keys);
        outlet(ui, request, facets, palette, &mut keys);
        typed.show(ui, palette, &mut keys, &mut request.from, &mut request.to);
        if let Some((first, last)) = facets.days {
            widgets::label(ui, palette, &format!("Stances are dated {}", days(first, last)));
        }
        widgets::label(ui, palette, "Also show");
        let past = with_both("Past stances", facets.past, facets.suggested.past);
        let tick = widgets::check(ui, &mut request.past, &past);
        keys.shown(&tick);
        shared::suggestions(ui, view.open.left_in_all().stances, &mut keys, supposes);
        drawn(ui, request, palette, &mut keys);
    });
    if clears {
        clear(request, facets);
    }
}

/// How the matrix is drawn.
fn drawn(ui: &mut Ui, request: &mut MatrixRequest, palette: &Palette, keys: &mut Keys) {
    let counted = [(CountBy::Annotations, "Stances"), (CountBy::Articles, "Articles")];
    let counted = counted.map(|(value, words)| (value, words.to_owned()));
    chips(ui, palette, keys, "Count", &mut request.count, counted);
    let sorted = [(SortBy::Name, "Name"), (SortBy::Count, "Count"), (SortBy::Position, "Position")];
    let sorted = sorted.map(|(value, words)| (value, words.to_owned()));
    chips(ui, palette, keys, "Sort by", &mut request.sort, sorted);
    widgets::label(ui, palette, "Those who belong to an actor");
    ui.horizontal_wrapped(|ui| {
        let all = [("Unfold all", Unfolded::All), ("Fold all", Unfolded::None)];
        for (words, unfolded) in all {
            let button = ui.button(words);
            widgets::ring(ui, &button);
            if button.clicked() {
                request.unfolded = unfolded;
            }
        }
    });
}

fn incident(
    ui: &mut Ui,
    request: &mut MatrixRequest,
    facets: &Facets,
    palette: &Palette,
    keys: &mut Keys,
) {
    let name = |value| match facets.incidents.iter().find(|it| Some(it.value) == value) {
        Some(it) => with_both(&widgets::capital(&it.name), it.count, it.suggested),
        None if value.is_some() => "An incident without stances".to_owned(),
        None => {
            let suggested = facets.suggested.of_all_incidents;
            with_both("All incidents", facets.of_all_incidents, suggested)
        }
    };
    let all = facets.incidents.iter().map(|it| it.value);
    shared::choice(ui, palette, keys, "Incident", &mut request.incident, all, name);
}

fn outlet(
    ui: &mut Ui,
    request: &mut MatrixRequest,
    facets: &Facets,
    palette: &Palette,
    keys: &mut Keys,
) {
    let at = |outlet: &String| facets.outlets.iter().position(|it| it.value == *outlet);
    let before = request.outlet.as_ref().and_then(at);
    let mut chosen = before;
    let name = |value: Option<usize>| match value.and_then(|it| facets.outlets.get(it)) {
        Some(it) => with_both(&it.name, it.count, it.suggested),
        None => with_both("All outlets", facets.of_all_outlets, facets.suggested.of_all_outlets),
    };
    let all = 0..facets.outlets.len();
    shared::choice(ui, palette, keys, "Outlet", &mut chosen, all, name);
    if chosen != before {
        let facet = chosen.and_then(|it| facets.outlets.get(it));
        request.outlet = facet.map(|it| it.value.clone());
    }
}
