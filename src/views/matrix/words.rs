//! Owns what a matrix says of itself: title, subtitle, legend, and the remarks beside its rows.

use std::collections::BTreeSet;

use super::mixed::Mixed;
use super::model::{ColumnsBy, CountBy, MatrixRequest, Row};
use super::rows::Outline;
use super::select::{Pick, Selection};
use crate::base::ActorId;
use crate::base::theme::position_sign;
use crate::base::words::Position;
use crate::project::{About, State};
use crate::views::evidence::target_name;
use crate::views::words::{counted, days_shown, listed};

/// More mixed targets than these are counted, not named.
pub(super) const NAMED: usize = 2;

/// "Who stands where on the offensive".
pub(super) fn title(state: &State, request: &MatrixRequest) -> String {
    let incident = request.incident.and_then(|it| state.incidents().get(&it));
    let on = incident.map(|it| format!(" on {}", it.name.trim())).unwrap_or_default();
    format!("Who stands where{on}")
}

/// "14 actors, 61 stances in 9 articles; current stances only".
pub(super) fn subtitle(request: &MatrixRequest, selection: &Selection, articles: usize) -> String {
    if selection.picks.is_empty() {
        return "No stances".to_owned();
    }
    let actors: BTreeSet<_> = selection.picks.iter().map(|it| &it.actor).collect();
    let held = if request.past { "past stances included" } else { "current stances only" };
    let mut narrowed = vec![held.to_owned()];
    narrowed.extend(request.outlet.as_ref().map(|it| format!("printed by {}", it.trim())));
    narrowed.extend(days_shown(request.from, request.to));
    narrowed.extend((request.count == CountBy::Articles).then(|| "counted in articles".to_owned()));
    format!(
        "{}, {} in {}; {}",
        counted(actors.len(), "actor", "actors"),
        counted(selection.picks.len(), "stance", "stances"),
        counted(articles, "article", "articles"),
        narrowed.join(", "),
    )
}

/// What the cells mean, as far as it occurs.
pub(super) fn legend(request: &MatrixRequest, picks: &[Pick], rows: &[Row]) -> Vec<String> {
    let mut legend = vec![];
    for position in Position::ALL {
        if picks.iter().any(|it| it.stance.position == *position) {
            legend.push(format!("{} {}", position_sign(*position), position.label()));
        }
    }
    let cells = || rows.iter().flat_map(|it| &it.cells);
    let counts: BTreeSet<usize> = cells().map(|it| it.count).filter(|it| 0 < *it).collect();
    let printed = picks.iter().filter_map(|it| it.moment).any(|it| it.printed);
    let entries = [
        (
            counts.len() > 1,
            match request.count {
                CountBy::Annotations => "darker: more stances",
                CountBy::Articles => "darker: more articles",
            },
        ),
        (cells().any(|it| it.mixed), "mixed: condemns and supports the same target"),
        (rows.iter().any(|it| 0 < it.depth), "indented: belongs to the actor above, counted apart"),
        (rows.iter().any(|it| it.folded == Some(true)), "folded: with all who belong to it"),
        (
            request.columns == ColumnsBy::Day && printed,
            "day: of printing where the report gives no other",
        ),
    ];
    legend.extend(entries.iter().filter(|(it, _)| *it).map(|(_, words)| (*words).to_owned()));
    legend
}

/// What is to be said of a row: that it is mixed, by itself or with those who belong to it, that an actor supports
/// itself or whom it belongs to, that stances are past.
pub(super) fn remark(state: &State, picks: &[Pick], row: &Outline, mixed: &Mixed) -> String {
    let mut remarks = vec![];
    if 0 < mixed.count {
        remarks.push(format!("mixed towards {}", targets(state, picks, mixed)));
    }
    if mixed.count < row.together.count {
        let targets = targets(state, picks, &row.together);
        remarks.push(format!("mixed with its members towards {targets}"));
    }
    let shown = || row.picks.iter().filter_map(|it| picks.get(*it));
    let supported: BTreeSet<ActorId> = shown()
        .filter(|it| it.stance.position == Position::Support)
        .filter_map(|it| match it.stance.target.about {
            Some(About::Actor(actor)) => Some(actor),
            _ => None,
        })
        .collect();
    let above = || row.actor.map(|it| state.lineage(it)).unwrap_or_default();
    if !supported.is_empty() && above().iter().any(|it| supported.contains(it)) {
        remarks.push("supports its own side".to_owned());
    }
    let past = shown().filter(|it| it.stance.past).count();
    if 0 < past {
        remarks.push(format!("{} in the past", counted(past, "stance", "stances")));
    }
    remarks.join("; ")
}

/// "Azerbaijan", "Azerbaijan, the offensive and 2 more targets".
fn targets(state: &State, picks: &[Pick], mixed: &Mixed) -> String {
    let picks = mixed.examples.iter().filter_map(|it| picks.get(*it));
    let mut names: Vec<String> = picks.map(|it| target_name(state, &it.stance.target)).collect();
    match mixed.count.saturating_sub(names.len()) {
        0 => {}
        more => names.push(counted(more, "more target", "more targets")),
    }
    listed(&names, "and")
}
