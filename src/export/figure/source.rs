//! Owns what a figure's source line takes from a project.

use super::Source;
use crate::project::State;
use crate::views::days;

impl Source {
    /// Of a project, as written by this version of the program. The day of the last change is that of its youngest
    /// annotation, in the project's zone.
    pub fn of(state: &State) -> Self {
        let stamps = state.annotations().values().map(|it| it.changed.as_ref().unwrap_or(&it.made));
        let last = stamps.map(|stamp| stamp.at).max();
        let minutes = last.map(|at| at.as_second().div_euclid(60));
        let day = minutes.map(|at| crate::base::time::wall_clock(at, state.zone()).date());
        Self {
            project: state.name().to_owned(),
            changed: day.map(|day| days(day, day)),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            articles: state.articles().values().filter(|it| !it.excluded).count(),
        }
    }
}
