//! Owns the time of an account that goes on: "as of 8 p.m. 25 had died. He put the number of injured at 138".

use super::Reading;
use crate::analysis::sentence::Sentence;
use crate::analysis::suggestion::FoundName;
use crate::analysis::times::{Times, printed};
use crate::base::When;

/// When the count of a claimant held, for what the same paragraph says on.
#[derive(Debug, Clone)]
pub(super) struct Account {
    paragraph: usize,
    /// Key of the claimant.
    by: String,
    when: When,
}

impl Reading<'_> {
    /// When a claim of some tokens holds: as its sentence says, else as its account began, else when it was printed.
    pub(super) fn when(
        &mut self,
        sentence: &Sentence,
        times: &Times,
        at: (usize, usize),
        claimant: Option<&FoundName>,
    ) -> Option<When> {
        let by = claimant.map(|it| self.actor(it));
        if let Some(when) = times.as_of(sentence, self.present(), at) {
            self.account = by.map(|by| {
                let (paragraph, when) = (sentence.paragraph, when.clone());
                Account { paragraph, by, when }
            });
            return Some(when);
        }
        let account = self
            .account
            .as_ref()
            .filter(|it| it.paragraph == sentence.paragraph && by.as_ref() == Some(&it.by));
        match account {
            Some(account) => Some(When {
                reason: format!("goes on from {}", account.when.reason),
                ..account.when.clone()
            }),
            None => printed(self.published()),
        }
    }
}
