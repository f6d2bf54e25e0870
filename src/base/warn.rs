//! Owns warnings: what went partly wrong while the rest went on. A warning is shown, never only logged.

use std::fmt;

/// Something that was left out or is in doubt, with what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Warning {
    /// The file or record it is about.
    pub place: String,
    /// What happened, a sentence without full stop.
    pub what: String,
    /// What to do, a sentence without full stop; may be empty.
    pub hint: String,
}

impl Warning {
    pub fn new(place: impl Into<String>, what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { place: place.into(), what: what.into(), hint: hint.into() }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)?;
        if !self.hint.is_empty() {
            write!(f, "; {}", self.hint)?;
        }
        Ok(())
    }
}
