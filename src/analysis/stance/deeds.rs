//! Owns whether a verb is a deed of its subject that takes a position: not suffered, wished, denied or turned down.

use super::Reader;
use super::actors::phrase_start;
use crate::analysis::lexicon::{Class, Meaning};
use crate::analysis::mentions::is_day;
use crate::analysis::numbers::small_word;
use crate::analysis::speech::first_actor;
use crate::analysis::tokens::Kind;
use crate::base::words::Position;

impl Reader<'_> {
    /// The "by" that names who acts in a passive: "condemned by", "condemned on Tuesday by"; not "justified its raid by".
    pub fn passive_by(&self, at: usize, end: usize) -> Option<usize> {
        let sentence = self.sentence;
        if !sentence.word(at).ends_with("ed") {
            return None;
        }
        if sentence.word(end - 1) == "by" {
            return Some(end - 1);
        }
        let by = (end..end + 8)
            .take_while(|it| !matches!(sentence.word(*it), "." | ";" | ","))
            .find(|it| sentence.word(*it) == "by")?;
        if self.is_passive(at) {
            return (!sentence.word(by + 1).ends_with("ing")).then_some(by);
        }
        let aside = |it: usize| {
            let word = sentence.word(it);
            word.ends_with("ly")
                || is_day(word)
                || matches!(
                    word,
                    "on" | "in" | "at" | "also" | "both" | "both," | "once" | "again" | "for"
                )
        };
        let means = sentence.word(by + 1).ends_with("ing");
        (!means && (end..by).all(aside)).then_some(by)
    }

    /// "was condemned", "has been widely condemned"; not "is suing".
    pub fn is_passive(&self, at: usize) -> bool {
        let sentence = self.sentence;
        let word = sentence.word(at);
        let mut before = at;
        while before > 0
            && (sentence.word(before - 1).ends_with("ly")
                || matches!(sentence.word(before - 1), "also" | "not" | "now" | "being" | "been"))
            && at - before < 3
        {
            if matches!(sentence.word(before - 1), "being" | "been") {
                return word.ends_with("ed");
            }
            before -= 1;
        }
        let aux = matches!(
            sentence.before(before),
            "was" | "were" | "been" | "be" | "is" | "are" | "being"
        );
        aux && (word.ends_with("ed") || matches!(word, "found" | "held" | "led"))
    }

    /// "officers accused of", "men charged with": those accused, not those who accuse.
    pub fn is_suffered(&self, at: usize, end: usize) -> bool {
        matches!(
            self.sentence.word(at),
            "accused"
                | "blamed"
                | "criticized"
                | "criticised"
                | "charged"
                | "convicted"
                | "indicted"
                | "sentenced"
        ) && matches!(
            self.sentence.word(end),
            "of" | "for" | "in" | "by" | "at" | "over" | "with" | "after" | "to"
        ) && !matches!(self.sentence.word(end + 1), "absentia")
    }

    /// "the appeal of a citizen convicted last year", "a protest by teachers to denounce": the deed of or to somebody
    /// whom the sentence only names.
    pub fn is_of_others(&self, at: usize) -> bool {
        let sentence = self.sentence;
        // "forced villagers into supporting them"
        if sentence.before(at) == "into" {
            return true;
        }
        // "accused Chad of supporting rebels": so it is said of Chad.
        if sentence.before(at) == "of" && sentence.word(at).ends_with("ing") {
            let charges = |word: &str| {
                ["accus", "suspect", "charg", "convict"].iter().any(|it| word.starts_with(it))
            };
            return (at.saturating_sub(10)..at).any(|it| charges(sentence.word(it)));
        }
        if sentence.before(at) == "to" {
            return (at.saturating_sub(10)..at).any(|it| {
                matches!(
                    sentence.word(it),
                    "demonstration" | "protest" | "rally" | "march" | "gathering" | "protests"
                ) && matches!(sentence.word(it + 1), "by" | "of")
            });
        }
        let legal = matches!(sentence.word(at), "convicted" | "indicted" | "accused" | "sentenced");
        let start = phrase_start(sentence, at).filter(|_| legal && sentence.is_people(at - 1));
        start.is_some_and(|it| {
            sentence.is_before(it, Class::Preposition)
                || sentence.is_before(it, Class::Rejecting)
                || it > 0 && matches!(sentence.before(it - 1), "of")
                || (it..at).any(|at| sentence.word(at) == "of")
        })
    }

    /// "we call on the world to support Chad": the one who asks takes the position.
    pub fn is_own_appeal(&self, at: usize) -> bool {
        let sentence = self.sentence;
        let appeal =
            (at.saturating_sub(14)..at).rev().find(|it| sentence.has(*it, Meaning::Appeal));
        sentence.before(at) == "to"
            && appeal.is_some_and(|it| sentence.any(it.saturating_sub(4), it, &["we", "i"]))
    }

    /// "is expected to condemn", "has yet to condemn", "on whether it supported", "had Norway condemned": what was not done.
    pub fn is_only_thought_of(&self, at: usize) -> bool {
        const AWAITED: &[&str] = &[
            "expected",
            "yet",
            "urged",
            "asked",
            "likely",
            "unlikely",
            "due",
            "set",
            "about",
            "reluctant",
            "hesitant",
            "pressed",
        ];
        let sentence = self.sentence;
        let to = at.checked_sub(2).filter(|_| sentence.before(at) == "to");
        let awaited = to.is_some_and(|it| AWAITED.contains(&sentence.word(it)));
        let clause =
            (0..at).rev().find(|it| matches!(sentence.word(*it), "," | ";" | "." | "that"));
        let clause = clause.map_or(0, |it| it + 1);
        let asked = (clause.max(at.saturating_sub(6))..at).any(|it| sentence.word(it) == "whether");
        let unreal = matches!(sentence.word(clause), "had" | "unless" | "if")
            && sentence.mention_at(clause + 1).is_some();
        awaited || asked || unreal
    }

    /// Verbs that take no position as they stand: "must mediate", "a mediating role", "backed down", "rejected the
    /// appeal", "Iran-backed militias", which only names them.
    pub fn is_no_deed(&self, at: usize, len: usize, position: Position) -> bool {
        let sentence = self.sentence;
        let end = at + len;
        let wished = (at.saturating_sub(5)..at).any(|it| sentence.is(it, Class::Modal))
            && !sentence.any(at.saturating_sub(4), at, &["we", "i"]);
        let adjective = sentence.word(at).ends_with("ing")
            && matches!(sentence.before(at), "a" | "an" | "the" | "its" | "their");
        let epithet = position == Position::Support && sentence.before(at) == "-";
        let retreat = position == Position::Support && sentence.is(end, Class::Retreat);
        let to = sentence.before(at) == "to";
        // "gave tents to support families"
        let relief = position == Position::Support
            && to
            && (end..end + 5).any(|it| sentence.is_people(it) || sentence.is(it, Class::Relief));
        // "welcomed Gomez to mediate": he is to, nobody did.
        let entrusted = position == Position::Mediate
            && to
            && first_actor(sentence, at).and_then(|it| sentence.mentions.get(it)).is_some_and(
                |first| {
                    sentence.mentions.iter().any(|it| {
                        let governed = sentence.is_before(it.start, Class::Preposition);
                        it.end + 1 == at && it.start > first.end && !governed
                    })
                },
            );
        // "a tour arranged by", but "a truce arranged by"
        let arranged = sentence.word(at).starts_with("arrang")
            && !(at.saturating_sub(4)..at + 4).any(|it| self.is_settlement(it));
        let condition = sentence.any(at.saturating_sub(2), at, &["would"])
            && sentence.any(at.saturating_sub(4), at, &["before", "unless", "until"]);
        // "convicted and sentenced to ten years": a penalty rather than a view.
        let penalty = sentence.word(at).starts_with("convict")
            && (end..sentence.tokens.len())
                .any(|it| matches!(sentence.word(it), "sentenced" | "jailed" | "imprisoned"));
        // "condemned to death", "supports two million refugees", "support neither side"
        let fate = sentence.word(at) == "condemned" && sentence.word(end) == "to";
        let number = sentence.tokens.get(end).is_some_and(|it| it.kind == Kind::Number)
            || small_word(sentence.word(end)).is_some();
        let fed = position == Position::Support
            && number
            && (end..end + 5).any(|it| sentence.is_people(it) || sentence.is(it, Class::Relief));
        let nobody = matches!(sentence.word(end), "neither" | "nobody" | "none");
        wished
            || self.is_only_thought_of(at)
            || fate
            || fed
            || nobody
            || penalty
            || arranged
            || condition
            || adjective
            || sentence.word(at) == "protested" && self.thing(end).is_none()
            || epithet
            || retreat
            || relief
            || entrusted
            || sentence.is(at, Class::Rejecting) && self.is_turned_down(at, end)
    }

    /// Turned down or denied rather than blamed: "rejected the appeal", "refuted reports". Blame is in "rejected as
    /// illegal" and "strongly rejected".
    pub fn is_turned_down(&self, at: usize, end: usize) -> bool {
        let sentence = self.sentence;
        let as_wrong = (end..end + 24)
            .take_while(|it| !matches!(sentence.word(*it), "." | ";" | ""))
            .any(|it| sentence.word(it) == "as" && self.is_wrong(it + 1));
        let clause = (end..end + 12)
            .take_while(|it| !matches!(sentence.word(*it), "." | ";" | "," | "that" | "to" | ""));
        let wish = clause.into_iter().any(|it| sentence.is(it, Class::Wish));
        let denial = matches!(sentence.word(at), "refuted" | "refutes");
        let forced = matches!(
            sentence.before(at),
            "strongly"
                | "firmly"
                | "categorically"
                | "angrily"
                | "vehemently"
                | "flatly"
                | "resolutely"
                | "roundly"
                | "utterly"
                | "totally"
                | "completely"
        );
        if denial {
            let clause = end..end + 6;
            return clause.into_iter().any(|it| {
                matches!(sentence.word(it), "report" | "reports" | "rumours" | "rumors")
            });
        }
        !as_wrong && (wish || !forced)
    }

    /// A word of blame, articles and adverbs before it: "an illegal".
    pub fn is_wrong(&self, at: usize) -> bool {
        let sentence = self.sentence;
        (at..at + 3)
            .take_while(|it| {
                *it == at
                    || sentence.before(*it).ends_with("ly")
                    || matches!(sentence.before(*it), "a" | "an" | "the" | "totally")
            })
            .any(|it| {
                sentence.is(it, Class::Pejorative)
                    || matches!(
                        sentence.word(it),
                        "baseless"
                            | "groundless"
                            | "false"
                            | "unfounded"
                            | "interference"
                            | "absurd"
                            | "null"
                    )
            })
    }

    /// Whether the position is denied: "did not condemn", "refused to condemn".
    pub fn denied(&self, at: usize) -> bool {
        let sentence = self.sentence;
        let clause = (at.saturating_sub(4)..at)
            .rev()
            .take_while(|it| !matches!(sentence.word(*it), "," | ";" | "but" | "and" | "while"));
        let mut clause = clause.into_iter();
        clause.any(|it| {
            let only = sentence.word(it) == "not" && sentence.word(it + 1) == "only";
            !only && sentence.has(it, Meaning::Negation) || sentence.is(it, Class::Refusing)
        })
    }
}
