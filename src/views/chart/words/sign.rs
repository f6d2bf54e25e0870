//! Owns what the marks of a chart mean: in full for a figure, in a few words for a line on the screen.

/// Something about marks that a reader is told the meaning of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Filled,
    Hollow,
    HalfFilled,
    Gutter,
    PaleBar,
    ArrowUp,
    ArrowDown,
    UprightBar,
    DashedRing,
    Faint,
    Line,
    Shaded,
    Suggested,
}

impl Sign {
    /// Whether it tells how marks are filled.
    pub const fn is_fill(self) -> bool {
        matches!(self, Sign::Filled | Sign::Hollow | Sign::HalfFilled)
    }

    /// "hollow: time of printing".
    pub const fn words(self) -> &'static str {
        match self {
            Sign::Filled => "filled: time of the count stated",
            Sign::Hollow => "hollow: time of printing",
            Sign::HalfFilled => "half-filled: time guessed",
            Sign::Gutter => "left of the dotted line: no time known",
            Sign::PaleBar => "pale bar: time known only to the day or longer",
            Sign::ArrowUp => "arrow up: “at least”",
            Sign::ArrowDown => "arrow down: “at most”",
            Sign::UprightBar => "upright bar: from lowest to highest figure",
            Sign::DashedRing => "dashed ring: “about” or a vague figure",
            Sign::Faint => "faint: superseded",
            Sign::Line => "line: running total of one claimant",
            Sign::Shaded => "shaded: disputed",
            Sign::Suggested => "pale and dotted: suggested, not decided",
        }
    }

    /// "hollow: time of printing"; none for what is told beside the marks anyway.
    pub const fn short(self) -> Option<&'static str> {
        Some(match self {
            Sign::Filled => "filled: time stated",
            Sign::Hollow => "hollow: time of printing",
            Sign::HalfFilled => "half-filled: guessed",
            Sign::PaleBar => "pale bar: a day or longer",
            Sign::ArrowUp => "arrow: at least",
            Sign::ArrowDown => "arrow down: at most",
            Sign::UprightBar => "upright bar: range",
            Sign::DashedRing => "dashed ring: about",
            Sign::Faint => "faint: superseded",
            Sign::Shaded => "shaded: disputed",
            Sign::Gutter | Sign::Line | Sign::Suggested => return None,
        })
    }
}
