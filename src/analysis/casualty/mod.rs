//! Owns casualty claims within one sentence: which numbers of people belong to which words of harm, and how they belong
//! together. Who says it, when and of which incident is found by the neighbours of this module.

mod among;
mod apart;
mod apposed;
mod counts;
mod harm;
mod link;
mod object;
mod parts;
mod phrase;
mod second;
#[cfg(test)]
mod tests;
mod toll;
mod unnumbered;

use apart::has_own_verb;
use counts::{Count, counts};
use harm::harms;
use link::{Link, link};
use parts::{goes_on, part, predicate};
use phrase::refers_back;
use second::{second, split};

use super::lexicon::{Class, Form, Kinds, Meaning};
use super::sentence::Sentence;
use super::suggestion::Figure;
use crate::base::words::{Demographic, Measure, Outcome, Qualifier, Role};

/// A claim as its sentence gives it, in tokens.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RawClaim {
    pub start: usize,
    pub end: usize,
    /// The number and the people alone.
    pub counted: (usize, usize),
    pub outcome: Outcome,
    pub figure: Figure,
    pub role: Role,
    pub demographic: Demographic,
    /// Tokens of the name of whose people they are.
    pub side: Option<(usize, usize)>,
    pub measure: Measure,
    pub part_of: Option<Whole>,
    pub rule: &'static str,
    pub score: f32,
    pub because: String,
}

/// The whole that a part belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    /// Index among the claims of the same sentence.
    Here(usize),
    /// The last total of this outcome in the sentences before.
    Earlier,
}

/// The highest score of a plural without a number.
const LOOSE: f32 = 0.6;

/// The highest score where people were not hurt: "entered" and "held" are said of many who were neither driven out nor
/// taken.
const MOVED: f32 = 0.88;

/// All claims of a sentence, by place; `last` is the outcome of the claim before it, for "15 of them".
pub(super) fn claims(sentence: &Sentence, last: Option<Outcome>) -> Vec<RawClaim> {
    // Most sentences end here: without a word of harm a number can only be of those told of before.
    let harmless = !sentence.holds(Kinds::HARM) && !sentence.holds_class(Class::Sustaining);
    if harmless && (last.is_none() || !refers_back(sentence)) {
        return vec![];
    }
    let counts = counts(sentence);
    if counts.is_empty() {
        return vec![];
    }
    let harms = harms(sentence, &counts);
    let mut found: Vec<RawClaim> = vec![];
    // The claim and link of each count.
    let mut links: Vec<Option<(Link, usize)>> = vec![];
    // The last part: after its count, and its whole.
    let mut parted: Option<(usize, usize)> = None;
    // The same where the sentence has no whole.
    let mut alone: Option<usize> = None;
    for (index, count) in counts.iter().enumerate() {
        let whole = links
            .iter()
            .flatten()
            .map(|it| it.1)
            .rfind(|at| found.get(*at).is_some_and(|it| it.measure != Measure::Part));
        let before = links.last().copied().flatten().map(|it| it.0);
        let shared = parted.filter(|(end, whole)| {
            let done = found.get(*whole).is_some_and(|it| it.end <= count.start());
            count.people
                && goes_on(sentence, *end, count)
                && !(done && has_own_verb(sentence, count, &harms))
        });
        let whole = shared.map(|it| it.1).or(whole);
        let parts = whole.and_then(|at| found.get(at));
        let listed = alone.is_some_and(|end| count.people && goes_on(sentence, end, count));
        let joins = shared.is_some() || listed && parts.is_none();
        let linked = part(sentence, count, &harms, parts, joins, last).or_else(|| {
            let link = link(sentence, &counts, index, &harms, before)?;
            Some((link, Measure::Total))
        });
        let next = counts.get(index + 1).map_or(sentence.tokens.len(), Count::start);
        let linked = linked.filter(|(link, _)| fits(sentence, count, link));
        let later = second(sentence, count, linked.map(|it| it.0), &harms, next);
        let Some((link, measure)) = linked.or(later.map(|it| (it, Measure::Total))) else {
            links.push(None);
            continue;
        };
        let (link, later) = match split(sentence, count, link) {
            Some((killed, injured)) => (killed, Some(injured)),
            None => (link, later),
        };
        links.push(Some((link, found.len())));
        let mut claim = raw(sentence, count, &link, measure);
        // "at least 15 and up to 25 villagers": the same people.
        if link.rule == "shared-harm"
            && !count.people
            && let Some(next) = counts.get(index + 1)
        {
            (claim.role, claim.demographic, claim.side) = (next.role, next.demographic, next.side);
        }
        if measure == Measure::Part {
            claim.part_of = Some(whole.map_or(Whole::Earlier, Whole::Here));
            parted = whole.map(|whole| (count.end, whole));
            alone = whole.is_none().then_some(count.end);
            predicate(sentence, count, &mut claim);
        } else {
            carry(sentence, count, &link, &found, &mut claim);
            claim.measure = standing(sentence, &counts, index, &link);
        }
        found.push(claim);
        if let Some(later) = later.filter(|it| it.harm.outcome != link.harm.outcome) {
            found.push(raw(sentence, count, &later, Measure::Total));
        }
    }
    found
}

/// Soldiers who enter a town are not displaced, nor is one who enters a house, and a year's worth of names is no count.
fn fits(sentence: &Sentence, count: &Count, link: &Link) -> bool {
    let armed = matches!(count.role, Role::Military | Role::Police | Role::Peacekeeper);
    let moves = link.harm.outcome == Outcome::Displaced;
    let one = count.number.high == Some(1);
    let told =
        link.rule == "toll" || matches!(sentence.word(count.end), "have" | "had" | "were" | "are");
    let bare = (!count.people && !told || one) && link.harm.form == Form::Subject && moves;
    // "20 lives were lost", not "12 tanks were lost"
    let things = sentence.word(link.harm.end.saturating_sub(1)) == "lost"
        && link.harm.form == Form::Subject
        && sentence.before(count.end) != "lives";
    !(bare || things || moves && armed)
}

fn raw(sentence: &Sentence, count: &Count, link: &Link, measure: Measure) -> RawClaim {
    let start = count.start().min(link.harm.start);
    let end = count.end.max(link.harm.end);
    let words = |from, to| sentence.span(from, to).of(sentence.text).to_owned();
    let harm = words(link.harm.start, link.harm.end);
    let counted = words(count.start(), count.end);
    let because = if measure == Measure::Part {
        format!("‘{counted}’ as a part of what was said before")
    } else if link.harm.start < count.start() {
        format!("‘{counted}’ after ‘{harm}’")
    } else {
        format!("‘{harm}’ after ‘{counted}’")
    };
    let mut score = link.score;
    if count.number.article {
        score -= 0.05;
    }
    if count.number.loose {
        score = score.min(LOOSE);
    }
    if matches!(link.harm.outcome, Outcome::Displaced | Outcome::Captured | Outcome::Missing) {
        score = score.min(MOVED);
    }
    let (mut role, mut demographic) = (count.role, count.demographic);
    // "two civilian deaths": the people stand within the phrase of the harm.
    if role == Role::Unspecified && demographic == Demographic::Unspecified {
        (role, demographic) = around(sentence, start, count.start().min(link.harm.end + 4), link);
    }
    if role == Role::Military && are_police(sentence, count) {
        role = Role::Police;
    }
    RawClaim {
        start,
        end,
        counted: (count.start(), count.end),
        outcome: link.harm.outcome,
        figure: count.number.figure(sentence),
        role,
        demographic,
        side: count.side,
        measure,
        part_of: None,
        rule: link.rule,
        score,
        because,
    }
}

/// "three officers" in a sentence that tells of police and of no army.
fn are_police(sentence: &Sentence, count: &Count) -> bool {
    const POLICE: &[&str] = &["police", "policeman", "policemen", "policewoman"];
    const ARMY: &[&str] = &["army", "military", "soldier", "soldiers", "troops", "navy", "marines"];
    let all = sentence.tokens.len();
    matches!(sentence.before(count.end), "officers" | "officer")
        && sentence.any(0, all, POLICE)
        && !sentence.any(0, all, ARMY)
}

/// Who the people are where the number stands apart: "civilian injuries … increased to 23", "casualties among
/// civilians are two".
fn around(sentence: &Sentence, start: usize, end: usize, link: &Link) -> (Role, Demographic) {
    let nothing = (Role::Unspecified, Demographic::Unspecified);
    if link.rule != "toll" {
        return nothing;
    }
    let people = (start.saturating_sub(1)..end).find_map(|at| {
        sentence.marks(at).iter().find_map(|mark| match mark.meaning {
            Meaning::People(role, demographic) => Some((role, demographic)),
            _ => None,
        })
    });
    people.unwrap_or(nothing)
}

/// What a bare number takes from the claim before it: the group of "192 soldiers killed and 511 wounded", the bound of
/// "at least 5 dead and 80 injured".
fn carry(
    sentence: &Sentence,
    count: &Count,
    link: &Link,
    before: &[RawClaim],
    claim: &mut RawClaim,
) {
    let totals = || before.iter().filter(|it| it.measure != Measure::Part);
    let Some(first) = totals().next_back() else { return };
    let alike = totals().all(|it| (it.role, it.demographic) == (first.role, first.demographic));
    // "a man was killed and seven others were hurt"
    let one = first.figure.high == Some(1) && claim.figure.low > 1;
    let verb = matches!(link.harm.form, Form::Verb | Form::Subject | Form::Active);
    let others = claim.role == Role::Unspecified && sentence.before(count.end) == "others";
    let plain = !one && if count.people { others } else { verb };
    if plain
        && alike
        && claim.role == Role::Unspecified
        && claim.demographic == Demographic::Unspecified
    {
        (claim.role, claim.demographic) = (first.role, first.demographic);
        claim.side = claim.side.or(first.side);
    }
    let joined = first.end <= count.start()
        && count.start() - first.end <= 2
        && (first.end..count.start()).all(|at| matches!(sentence.word(at), "and" | ","));
    let same_clause = link.harm.start >= count.end
        && !sentence.any(count.end, link.harm.start, &["is", "are", "was", "were"]);
    if joined
        && same_clause
        && first.figure.qualifier == Qualifier::AtLeast
        && !first.figure.words.to_lowercase().starts_with("more than")
        && claim.figure.qualifier == Qualifier::Exact
    {
        claim.figure.qualifier = Qualifier::AtLeast;
        claim.figure.high = None;
        claim.because.push_str(", bounded with the number before it");
    }
}

/// Total, additional, or the earlier of two figures.
fn standing(sentence: &Sentence, counts: &[Count], index: usize, link: &Link) -> Measure {
    let Some(count) = counts.get(index) else { return Measure::Total };
    let to = counts
        .get(index + 1)
        .is_some_and(|next| sentence.before(next.start()) == "to" && next.start() <= count.end + 3);
    if link.rule == "toll" && to && sentence.before(count.start()) == "from" {
        return Measure::Earlier;
    }
    // "was revised down to 12 from 14"
    let newer = index
        .checked_sub(1)
        .and_then(|it| counts.get(it))
        .is_some_and(|it| sentence.before(it.start()) == "to" && count.start() <= it.end + 3);
    if link.rule == "toll" && newer && sentence.before(count.start()) == "from" {
        return Measure::Earlier;
    }
    if count.number.additional { Measure::Additional } else { Measure::Total }
}
