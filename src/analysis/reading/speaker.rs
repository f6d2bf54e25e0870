//! Owns who spoke last, and how long the account goes on.

use crate::analysis::sentence::Sentence;
use crate::analysis::suggestion::FoundName;

/// Who spoke last.
#[derive(Debug, Clone)]
pub(in crate::analysis) struct Speaker {
    pub name: FoundName,
    /// Paragraph in which the speaker was last named.
    pub paragraph: usize,
    /// Sentences since.
    pub age: usize,
    /// The text itself is the speaker's statement: it says "we" outside quotation marks.
    pub statement: bool,
}

impl Speaker {
    pub(super) fn new(name: FoundName, sentence: &Sentence) -> Self {
        Self { name, paragraph: sentence.paragraph, age: 0, statement: false }
    }

    /// Whether the account goes on in a sentence: in the same paragraph, in a quotation that opens the next, or in a
    /// statement.
    pub fn goes_on(&self, sentence: &Sentence) -> bool {
        let same = self.paragraph == sentence.paragraph && self.age <= 3;
        let quote = sentence.tokens.first().is_some_and(|it| it.is_quote());
        let next = quote && self.paragraph + 1 == sentence.paragraph;
        let stated = self.statement && self.paragraph + 1 >= sentence.paragraph && self.age <= 4;
        !sentence.heading && (same || next || stated)
    }
}
