//! Owns what the program tells without being asked: short notices that go by themselves, and errors that stay until
//! they are read.

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Something went as wished.
    Done,
    /// Something is in doubt or was left out.
    Warning,
    /// Something failed.
    Error,
}

/// One thing told.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub number: u64,
    pub weight: Weight,
    /// What happened, a sentence without full stop.
    pub what: String,
    /// What is safe and what to do; may be empty.
    pub hint: String,
    /// When it goes, in egui's seconds; none stays until it is dismissed.
    pub until: Option<f64>,
}

/// All that is told now.
#[derive(Debug, Default)]
pub struct Notices {
    shown: Vec<Notice>,
    given: u64,
    /// egui's time, as of the last frame.
    now: f64,
}

impl Notices {
    /// How long a notice of success stands, in seconds.
    const BRIEF: f64 = 4.0;
    const LONG: f64 = 12.0;
    /// How many stand at once; of more the oldest that goes by itself goes first.
    const MOST: usize = 3;

    pub fn tell(&mut self, weight: Weight, what: impl Into<String>, hint: impl Into<String>) {
        self.given += 1;
        let until = match weight {
            Weight::Done => Some(self.now + Self::BRIEF),
            Weight::Warning => Some(self.now + Self::LONG),
            Weight::Error => None,
        };
        let (what, hint) = (what.into(), hint.into());
        self.shown.retain(|it| it.what != what);
        self.shown.push(Notice { number: self.given, weight, what, hint, until });
        if Self::MOST < self.shown.len() {
            let brief = self.shown.iter().position(|it| it.until.is_some());
            self.shown.remove(brief.unwrap_or(0));
        }
    }

    pub fn done(&mut self, what: impl Into<String>) {
        self.tell(Weight::Done, what, "");
    }

    pub fn error(&mut self, what: impl Into<String>, hint: impl Into<String>) {
        self.tell(Weight::Error, what, hint);
    }

    pub fn dismiss(&mut self, number: u64) {
        self.shown.retain(|it| it.number != number);
    }

    /// Takes back what was told with this hint, as it is no more so.
    pub fn forget(&mut self, hint: &str) {
        self.shown.retain(|it| it.hint != hint);
    }

    /// A frame begins at `now`, in seconds. Gives the seconds until the next notice goes.
    pub fn turn(&mut self, now: f64) -> Option<f64> {
        self.now = now;
        self.shown.retain(|it| it.until.is_none_or(|until| now < until));
        self.shown.iter().filter_map(|it| it.until).map(|until| until - now).reduce(f64::min)
    }

    pub fn shown(&self) -> &[Notice] {
        &self.shown
    }
}
