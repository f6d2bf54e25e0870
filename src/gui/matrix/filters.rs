//! Owns what the matrix is narrowed down by, counted and sorted by, as it is chosen at the left.

use eframe::egui::{ScrollArea, Ui};
use jiff::civil::Date;

use crate::base::theme::Palette;
use crate::gui::widgets::{self, Chip, Keys};
use crate::views::matrix::{CountBy, Facets, MatrixRequest, SortBy, Unfolded};
use crate::views::{count, days};

/// What stands in the fields for days.
#[derive(Default)]
pub struct Typed {
    from: Day,
    to: Day,
}

/// A day that is typed, and the one it stands for.
#[derive(Default)]
struct Day {
    words: String,
    date: Option<Date>,
}

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
    typed: &mut Typed,
    facets: &Facets,
    palette: &Palette,
) {
    let mut keys = Keys::default();
    let keys = &mut keys;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 12.0;
        // Room for the scroll bar.
        ui.set_max_width(ui.available_width() - 8.0);
        if narrows(request, facets) && ui.button("Clear filters").clicked() {
            clear(request, facets);
        }
        incident(ui, request, facets, palette, keys);
        outlet(ui, request, facets, palette, keys);
        widgets::columns(ui, |[left, right]| {
            day(left, palette, keys, "From day", &mut typed.from, &mut request.from);
            day(right, palette, keys, "To day", &mut typed.to, &mut request.to);
        });
        if let Some((first, last)) = facets.days {
            widgets::label(ui, palette, &format!("Stances are dated {}", days(first, last)));
        }
        let words = format!("Past stances too ({})", count(facets.past as u64));
        widgets::check(ui, &mut request.past, &words);
        ui.separator();
        let counted = [(CountBy::Annotations, "Annotations"), (CountBy::Articles, "Articles")];
        chips(ui, palette, keys, "Count", &mut request.count, &counted);
        let sorted =
            [(SortBy::Name, "Name"), (SortBy::Count, "Count"), (SortBy::Position, "Position")];
        chips(ui, palette, keys, "Sort by", &mut request.sort, &sorted);
        ui.horizontal_wrapped(|ui| {
            if ui.button("Fold all").clicked() {
                request.unfolded = Unfolded::None;
            }
            if ui.button("Unfold all").clicked() {
                request.unfolded = Unfolded::All;
            }
        });
    });
}

fn incident(
    ui: &mut Ui,
    request: &mut MatrixRequest,
    facets: &Facets,
    palette: &Palette,
    keys: &mut Keys,
) {
    let mut all = vec![None];
    all.extend(facets.incidents.iter().map(|it| Some(it.value)));
    let name = |value| match facets.incidents.iter().find(|it| Some(it.value) == value) {
        Some(it) => format!("{} ({})", widgets::capital(&it.name), count(it.count as u64)),
        None if value.is_some() => "an incident without stances".to_owned(),
        None => format!("All incidents ({})", count(facets.of_all_incidents as u64)),
    };
    widgets::choice(ui, palette, keys, "Incident", &mut request.incident, &all, name);
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
    let mut all = vec![None];
    all.extend((0..facets.outlets.len()).map(Some));
    let name = |value: Option<usize>| match value.and_then(|it| facets.outlets.get(it)) {
        Some(it) => format!("{} ({})", it.name, count(it.count as u64)),
        None => format!("All outlets ({})", count(facets.of_all_outlets as u64)),
    };
    widgets::choice(ui, palette, keys, "Outlet", &mut chosen, &all, name);
    if chosen != before {
        let facet = chosen.and_then(|it| facets.outlets.get(it));
        request.outlet = facet.map(|it| it.value.clone());
    }
}

fn day(
    ui: &mut Ui,
    palette: &Palette,
    keys: &mut Keys,
    words: &str,
    typed: &mut Day,
    value: &mut Option<Date>,
) {
    if typed.date != *value {
        // Set elsewhere, as by clearing the filters.
        typed.words = value.map(|it| days(it, it)).unwrap_or_default();
        typed.date = *value;
    }
    widgets::text(ui, palette, keys, words, &mut typed.words, "any");
    let read = read(&typed.words);
    if let Ok(date) = read {
        typed.date = date;
        *value = date;
    } else {
        widgets::problem(ui, palette, "No day such as 19 Sep 2023");
    }
}

/// The day that is meant; none for no words.
fn read(words: &str) -> Result<Option<Date>, ()> {
    let words = words.trim();
    if words.is_empty() {
        return Ok(None);
    }
    if let Ok(date) = words.parse() {
        return Ok(Some(date));
    }
    ["%d %b %Y", "%d %B %Y", "%d.%m.%Y"]
        .iter()
        .find_map(|it| Date::strptime(it, words).ok())
        .map(Some)
        .ok_or(())
}

fn chips<T: Copy + PartialEq>(
    ui: &mut Ui,
    palette: &Palette,
    keys: &mut Keys,
    words: &str,
    value: &mut T,
    all: &[(T, &str)],
) {
    let chip = |(value, words): &(T, &str)| Chip {
        value: *value,
        words: (*words).to_owned(),
        mark: palette.text,
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let all: Vec<_> = all.iter().map(chip).collect();
        widgets::chips(ui, palette, keys, words, value, &all);
    });
}
