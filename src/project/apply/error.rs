//! Owns why an edit is refused, in words for the user.

/// Why an edit was refused; the project is then as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    #[error("{0} is not in the project")]
    Missing(&'static str),
    #[error("{0} of this id is already in the project")]
    Taken(&'static str),
    #[error("{0} needs a name")]
    Nameless(&'static str),
    #[error("{0} cannot stand within itself, not even by way of others")]
    Circle(&'static str),
    #[error("{0} cannot be merged with itself")]
    Itself(&'static str),
    #[error("the lowest number ({low}) is above the highest ({high})")]
    Bounds { low: u64, high: u64 },
    #[error("the time ends before it starts")]
    Backwards,
    #[error("the offset from UTC is beyond 18 hours and 59 minutes")]
    Zone,
    #[error("the annotation is {found}, not {wanted}")]
    Kind { wanted: &'static str, found: &'static str },
    #[error("an annotation rests on a main passage, its first")]
    NoMain,
    #[error("an annotation has one main passage only")]
    SecondMain,
    #[error("the main passage can be replaced, not taken away")]
    MainStays,
    #[error("the annotation has no passage {0}")]
    NoPassage(usize),
    #[error("a passage ends before it starts")]
    BackwardsPassage,
    #[error("a score is a number from 0 to 1")]
    Score,
    #[error("an article lies within its folder, and {0:?} does not")]
    Outside(String),
    #[error("a record cannot be put back at place {0}")]
    Place(usize),
}
