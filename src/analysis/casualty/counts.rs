//! Owns how a number and the people it counts are read as one phrase: "four Azerbaijani police officers",
//! "15 of them", "at least 25 dead".

use super::apart::is_adverb;
use super::phrase::{
    add, are_victims, befell_before, counted_noun, demonym, describes_more, describes_thing,
    forces, is_one_more, partitive, people,
};
use super::unnumbered::unnumbered;
use crate::analysis::lexicon::{Class, Form, Meaning};
use crate::analysis::mentions::is_day;
use crate::analysis::numbers::{Number, numbers, small_word};
use crate::analysis::sentence::Sentence;
use crate::analysis::tokens::Kind;
use crate::base::words::{Demographic, Outcome, Qualifier, Role};

/// A number of people, in tokens.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Count {
    pub number: Number,
    /// After the last token of the phrase.
    pub end: usize,
    pub role: Role,
    pub demographic: Demographic,
    /// A noun of people or a demonym is there, not the number alone.
    pub people: bool,
    /// Tokens of the name of whose people they are.
    pub side: Option<(usize, usize)>,
    /// "15 of them", "two of the dead": the whole is named before, with its outcome if the words give one.
    pub of: Option<Option<Outcome>>,
    /// Token of a noun that tells what befell them before: "hostages", "refugees".
    pub state: Option<usize>,
}

impl Count {
    pub fn start(&self) -> usize {
        self.number.start
    }
}

/// All numbers of people of a sentence, in order.
pub(super) fn counts(sentence: &Sentence) -> Vec<Count> {
    let mut numbers = numbers(sentence);
    numbers.extend(unnumbered(sentence, &numbers));
    numbers.sort_by_key(|it| it.start);
    let starts: Vec<usize> = numbers.iter().map(|it| it.start).collect();
    numbers
        .into_iter()
        .enumerate()
        .filter_map(|(index, number)| {
            let limit = starts.get(index + 1).copied().unwrap_or(sentence.tokens.len());
            count(sentence, number, limit)
        })
        .collect()
}

fn count(sentence: &Sentence, number: Number, limit: usize) -> Option<Count> {
    let mut found = Count {
        end: number.end,
        role: Role::Unspecified,
        demographic: Demographic::Unspecified,
        people: false,
        side: None,
        of: None,
        state: None,
        number,
    };
    let mut at = found.number.end;
    // "a family of five"
    found.people |= sentence.before(found.number.start) == "of"
        && matches!(
            sentence.word(found.number.start.wrapping_sub(2)),
            "family" | "crew" | "group" | "team"
        );
    // "“dozens” of wounded"
    if found.number.qualifier == Qualifier::Vague
        && sentence.tokens.get(at).is_some_and(|it| it.is_quote())
    {
        at += 1;
    }
    // "(5) martyrs"
    if sentence.word(at) == ")"
        && sentence.before(found.number.start) == "("
        && (sentence.is_people(at + 1) || sentence.is_harm(at + 1))
    {
        at += 1;
    }
    // "ten, possibly eleven, people"
    if sentence.word(at) == ","
        && sentence.is_people(at + 1)
        && matches!(
            sentence.before(found.number.start),
            "possibly"
                | "perhaps"
                | "maybe"
                | "probably"
                | "likely"
                | "potentially"
                | "or"
                | "even"
        )
    {
        at += 1;
    }
    // "five members of one family", but not "of 14 family members"
    let kin = matches!(sentence.word(at), "family" | "household" | "tribe" | "clan");
    let of = matches!(sentence.before(found.number.start), "of" | "from");
    if kin && !sentence.is_people(at) && of {
        return None;
    }
    // "many of whom": how many of them nobody says.
    let referred = matches!(sentence.word(at + 1), "whom" | "which" | "them" | "these" | "those");
    if found.number.qualifier == Qualifier::Vague && found.number.low == 2 && referred {
        return None;
    }
    if sentence.word(at) == "of" {
        at = partitive(sentence, &mut found, at + 1)?;
    } else if matches!(sentence.word(at), "more" | "other" | "others" | "additional" | "further") {
        found.number.additional |=
            matches!(sentence.word(at), "more" | "further") && !found.number.article;
        at += usize::from(sentence.word(at) != "others");
    } else if sentence.word(at) == "among" && sentence.word(at + 1) == "the" {
        at = partitive(sentence, &mut found, at + 1)?;
    }
    // "several gravely wounded men"
    let adverb = is_adverb(sentence.word(at));
    at += usize::from(adverb && !sentence.is_harm(at));
    let first = at;
    // Modifiers, at most six, up to the noun.
    while at < limit && at - first <= 6 {
        let token = sentence.tokens.get(at)?;
        let harmed =
            sentence.marks(at).iter().any(|it| matches!(it.meaning, Meaning::Harm(_, Form::Noun)));
        // "25 victims" names the harm, "two victims' relatives" does not occur after a number.
        if harmed && sentence.is_people(at) {
            if befell_before(sentence, at) && !found.people {
                found.state = Some(at);
                found.people = true;
                found.end = at + 1;
            }
            break;
        }
        // "a 12-year-old girl", "a 25-year-old was killed"
        if let Some(after) = after_age(sentence, at) {
            found.people |= found.number.low == 1;
            found.end = after;
            at = after;
            continue;
        }
        // "nine Home Union (HU) supporters"
        if token.is("(") && sentence.word(at + 2) == ")" && sentence.word(at + 1).len() < 8 {
            at += 3;
            continue;
        }
        // "six would-be recruits"
        if sentence.word(at) == "would" && sentence.word(at + 1) == "-" {
            at += 3;
            continue;
        }
        // "16 ethnic Sami": a people that no list has to know.
        if sentence.word(at) == "ethnic" && sentence.tokens.get(at + 1)?.is_capitalised() {
            found.people = true;
            at += 2;
            found.end = at;
            continue;
        }
        if let Some((role, demographic, len)) = people(sentence, at) {
            add(&mut found, role, demographic);
            at += len;
            found.end = at;
            // "civilian men", "police officers", but not "soldiers people".
            continue;
        }
        if let Some((from, to)) = demonym(sentence, at) {
            found.side.get_or_insert((from, to));
            // "scores of Armenians affected by": a plural names its people whatever follows.
            let quoted = sentence.tokens.get(to).is_some_and(|it| it.is_quote());
            let describes = describes_more(sentence, to) || found.number.article && quoted;
            let plural = !describes || sentence.before(to).ends_with('s');
            if plural {
                found.people = true;
                found.end = to;
            }
            at = to;
            continue;
        }
        // "killed six captured soldiers"
        let described = found.number.start > 0
            && hurts(sentence, found.number.start - 1)
            && sentence.is_harm(at)
            && !sentence.is_people(at)
            && (at + 1..at + 4).any(|it| sentence.is_people(it));
        if described && !found.people {
            at += 1;
            continue;
        }
        // "a number of civilians and medics injured by the blast"
        if found.people
            && sentence.word(at) == "and"
            && let Some((role, demographic, len)) = people(sentence, at + 1)
            && hurts(sentence, at + 1 + len)
        {
            if (role, demographic) != (found.role, found.demographic) {
                (found.role, found.demographic) = (Role::Unspecified, Demographic::Unspecified);
            }
            found.end = at + 1 + len;
            break;
        }
        let stops = found.people
            || sentence.is_function(at)
            || sentence.is_harm(at)
            || !(matches!(token.kind, Kind::Word | Kind::Number)
                || token.is_quote()
                || token.is("-") && is_hyphen(sentence, at));
        if stops {
            break;
        }
        // "cattle traders" are people.
        let unit = sentence.has(at, Meaning::Unit) && !sentence.is_people(at + 1);
        // "several sources reported injuries"
        let source = found.number.loose && sentence.has(at, Meaning::ActorNoun);
        // "wounded 25 Monday evening", "wounding four three days ago"
        if is_day(sentence.word(at)) || small_word(sentence.word(at)).is_some() {
            break;
        }
        // "20 confirmed deaths"
        let says = sentence.has(at, Meaning::Say)
            && sentence.word(at) != "alleged"
            && !sentence.is_harm(at + 1);
        if unit || source || says {
            return (!found.number.article && found.people).then_some(found);
        }
        at += 1;
    }
    if !found.people {
        found.end = found.end.max(first);
        let harmed = sentence.is_harm(at) || sentence.is_harm(found.end);
        // A lone article counts nobody: only "a civilian", "a death".
        // "a couple and their son"
        if found.number.article
            && sentence.word(found.number.end) == "couple"
            && sentence.word(found.number.end + 1) != "of"
        {
            found.end = found.number.end + 1;
            found.number = Number { article: false, low: 2, high: Some(2), ..found.number };
            found.people = true;
            return Some(found);
        }
        if found.number.article && is_one_more(sentence, found.number.end) {
            found.number = Number { article: false, additional: true, ..found.number };
            found.people = true;
            found.end = found.number.end + 1;
            return Some(found);
        }
        if found.number.article && !counted_noun(sentence, found.number.end) {
            return None;
        }
        // Words between a bare number and its verb name something that is not people, unless the noun is the harm.
        // "Multiple blasts killed": a plural without a number needs people or the noun of a harm.
        let strange = if found.number.loose {
            at > first && (!harmed || hurts(sentence, at))
        } else {
            at > first + 1 && !harmed
        };
        if strange && found.of.is_none() {
            if !are_victims(sentence, found.number.start, at) {
                return None;
            }
            found.people = true;
            found.end = at;
        }
        // "two million mourned their dead" counts nobody dead.
        let plain = (found.end..at).all(|it| {
            let owns = matches!(sentence.word(it), "its" | "his" | "her" | "their" | "the" | "no");
            !owns && !sentence.is_function(it) && !sentence.is(it, Class::Sustaining)
        });
        if sentence.is_harm(at) && plain && at > found.end && at <= first + 3 {
            found.end = at;
        }
    }
    // "12 people or more"
    let more = sentence.word(found.end) == "or" && sentence.word(found.end + 1) == "more";
    if more && found.people && found.number.qualifier == Qualifier::Exact && !found.number.article {
        (found.number.qualifier, found.number.high) = (Qualifier::AtLeast, None);
        found.end += 2;
    }
    if found.number.article && found.people && describes_thing(sentence, found.end) {
        return None;
    }
    if sentence.before(found.number.end.saturating_sub(1)) == "group" && !befalls(sentence, &found)
    {
        return None;
    }
    forces(sentence, &mut found);
    let single = found.number.article && found.people && found.end < sentence.tokens.len();
    (!found.number.article || single || found.number.end == found.end).then_some(found)
}

/// Whether the word of harm stands beside the people: "a group of villagers were killed"; most groups act.
fn befalls(sentence: &Sentence, found: &Count) -> bool {
    matches!(sentence.word(found.end), "were" | "was" | "are" | "is" | "have" | "has")
        || found.number.start.checked_sub(1).is_some_and(|it| hurts(sentence, it))
}

/// Whether the sign at a token joins two words: "rises to 70 - minister" begins something else.
pub(super) fn is_hyphen(sentence: &Sentence, at: usize) -> bool {
    let edge = |at: usize| sentence.tokens.get(at).map(|it| it.span);
    edge(at).map(|it| it.end()) == edge(at + 1).map(|it| it.start())
}

/// After "12-year-old", "67 year old", "nine-month-old" at a token.
pub(super) fn after_age(sentence: &Sentence, at: usize) -> Option<usize> {
    let number =
        sentence.tokens.get(at)?.kind == Kind::Number || small_word(sentence.word(at)).is_some();
    let hyphen = |at: usize| at + usize::from(sentence.word(at) == "-");
    let unit = hyphen(at + 1);
    let units = ["year", "years", "month", "months", "week", "weeks", "day", "days"];
    let old = hyphen(unit + 1);
    (number && units.contains(&sentence.word(unit)) && sentence.word(old) == "old")
        .then_some(old + 1)
}

/// Whether a verb of killing or wounding stands at a token.
pub(super) fn hurts(sentence: &Sentence, at: usize) -> bool {
    sentence.marks(at).iter().any(|it| {
        matches!(
            it.meaning,
            Meaning::Harm(Outcome::Killed | Outcome::Injured, Form::Verb | Form::Active)
        )
    })
}
