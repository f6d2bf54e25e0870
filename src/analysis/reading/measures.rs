//! Owns how a figure stands to the others: the count of one place, an older figure.

use super::Reading;
use crate::analysis::casualty::{RawClaim, Whole};
use crate::analysis::sentence::Sentence;
use crate::analysis::suggestion::Found;
use crate::base::words::Measure;

impl Reading<'_> {
    /// The measure of a claim with the whole it belongs to, where the words around it or a total before it tell more than
    /// its own sentence's claims did.
    pub(super) fn measure(
        &self,
        sentence: &Sentence,
        raw: &RawClaim,
        part_of: Option<usize>,
    ) -> (Measure, Option<usize>) {
        if raw.measure != Measure::Total {
            return (raw.measure, part_of);
        }
        if is_earlier(sentence, raw) {
            return (Measure::Earlier, None);
        }
        let total = self.totals.get(&raw.outcome).copied().filter(|at| {
            let Some(Found::Claim(total)) = self.found.get(*at).map(|it| &it.found) else {
                return false;
            };
            raw.figure.low < total.figure.low
        });
        match total.filter(|_| is_of_one_place(sentence, raw)) {
            Some(total) => (Measure::Subcount, Some(total)),
            None => (Measure::Total, part_of),
        }
    }

    /// The earlier whole of a part that cannot be one, being more: of "120,000 of them live there" after 23 injured.
    pub(super) fn smaller_whole(&self, sentence: &Sentence, raw: &RawClaim) -> Option<usize> {
        // "ten of them died" says itself what happened to them.
        let own = (raw.start..raw.end + 2).any(|at| sentence.is_harm(at));
        let of_earlier =
            raw.measure == Measure::Part && raw.part_of == Some(Whole::Earlier) && !own;
        let at = self.totals.get(&raw.outcome).copied().filter(|_| of_earlier)?;
        let Found::Claim(whole) = &self.found.get(at)?.found else { return None };
        let most = whole.figure.high.unwrap_or(whole.figure.low.saturating_mul(2));
        (most < raw.figure.low).then_some(at)
    }
}

/// "up from 25", "compared with 25 on Monday", "an earlier toll of 25", "still spoke of five".
fn is_earlier(sentence: &Sentence, raw: &RawClaim) -> bool {
    let (from, _) = raw.counted;
    let back = |by: usize| from.checked_sub(by).map_or("", |at| sentence.word(at));
    let rose = matches!(
        back(2),
        "up" | "rose"
            | "risen"
            | "rising"
            | "increased"
            | "jumped"
            | "climbed"
            | "down"
            | "revised"
    );
    // "compared with 25 on Monday", not "compared to 25 according to the army".
    const THEN: &[&str] = &["on", "in", "a", "last", "earlier", "before", "previously", "at"];
    let compared = back(2) == "compared"
        && matches!(back(1), "with" | "to")
        && sentence.any(raw.counted.1, raw.counted.1 + 2, THEN);
    let toll = (2..6)
        .any(|by| matches!(back(by), "earlier" | "previous" | "initial" | "previously"))
        && (1..5)
            .any(|by| matches!(back(by), "toll" | "count" | "figure" | "estimate" | "reported"));
    let still = (2..4).any(|by| back(by) == "still")
        && (1..4).any(|by| matches!(back(by), "spoke" | "spoken" | "speaking"));
    rose && back(1) == "from" || compared || toll || still
}

/// "at one hospital", "in the village of Arvan alone".
fn is_of_one_place(sentence: &Sentence, raw: &RawClaim) -> bool {
    let near = raw.start.saturating_sub(14)..raw.end + 12;
    near.into_iter().any(|at| match sentence.word(at) {
        "alone" => true,
        "hospital" | "morgue" | "clinic" | "village" | "neighbourhood" | "neighborhood"
        | "district" => (at.saturating_sub(4)..at)
            .any(|it| matches!(sentence.word(it), "one" | "single" | "local" | "our" | "his")),
        _ => false,
    })
}
