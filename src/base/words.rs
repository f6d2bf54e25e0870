//! Owns the vocabulary of claims and stances: one enum a word, the same in code, file, screen and manual.
//! `word()` is the form of files and of the command line, `label()` the form of the screen.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A word that is not in the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{word:?} is not one of {known}")]
pub struct UnknownWord {
    pub word: String,
    pub known: String,
}

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident = $word:literal, $label:literal;)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name { $($(#[$item_doc])* #[serde(rename = $word)] $item),* }

        impl $name {
            /// All of them, in the order of the screen.
            pub const ALL: &'static [Self] = &[$(Self::$item),*];

            /// As in files and on the command line.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$item => $word),* }
            }

            /// As on the screen, in lower case.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$item => $label),* }
            }
        }

        impl FromStr for $name {
            type Err = UnknownWord;

            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                Self::ALL.iter().copied().find(|it| it.word() == word).ok_or_else(|| UnknownWord {
                    word: word.to_owned(),
                    known: Self::ALL.iter().map(|it| it.word()).collect::<Vec<_>>().join(", "),
                })
            }
        }
    )*};
}

vocabulary! {
    /// What happened to the people counted.
    Outcome {
        Killed = "killed", "killed";
        Injured = "injured", "injured";
        Missing = "missing", "missing";
        Captured = "captured", "captured";
        Displaced = "displaced", "displaced";
        /// Killed or injured, not split.
        Casualties = "casualties", "killed or injured";
    }

    /// How exact the figure is.
    Qualifier {
        Exact = "exact", "exactly";
        AtLeast = "at_least", "at least";
        AtMost = "at_most", "at most";
        About = "about", "about";
        Range = "range", "between";
        /// "dozens", "hundreds": the number is an assumption.
        Vague = "vague", "vaguely";
    }

    /// Who the people counted were, by what they did.
    Role {
        Civilian = "civilian", "civilians";
        Military = "military", "military";
        Police = "police", "police";
        Journalist = "journalist", "journalists";
        Peacekeeper = "peacekeeper", "peacekeepers";
        AidWorker = "aid_worker", "aid workers";
        Medic = "medic", "medics";
        Unspecified = "unspecified", "all";
    }

    /// Who the people counted were, by age and sex.
    Demographic {
        Child = "child", "children";
        Woman = "woman", "women";
        Man = "man", "men";
        Unspecified = "unspecified", "all";
    }

    /// What the analyst has of a side: the report's word or a conclusion.
    Basis {
        Stated = "stated", "stated";
        Inferred = "inferred", "inferred";
        Hand = "hand", "set by the analyst";
    }

    /// Whether the words are the actor's own or told by another.
    Speech {
        Direct = "direct", "direct";
        Reported = "reported", "reported";
    }

    /// What a figure counts in relation to other figures.
    Measure {
        /// A running figure.
        Total = "total", "total";
        /// A part of another claim.
        Part = "part", "part";
        /// "another 12".
        Additional = "additional", "additional";
        /// One hospital, one village.
        Subcount = "subcount", "subcount";
        /// "rose from 20".
        Earlier = "earlier", "earlier";
    }

    /// Where a claim stands with the analyst.
    Status {
        Pending = "pending", "pending";
        Confirmed = "confirmed", "confirmed";
        NoConclusion = "no_conclusion", "no conclusion";
        Rejected = "rejected", "rejected";
        Superseded = "superseded", "superseded";
    }

    /// Reliability of a source, after the Admiralty code.
    Reliability {
        A = "a", "A completely reliable";
        B = "b", "B usually reliable";
        C = "c", "C fairly reliable";
        D = "d", "D not usually reliable";
        E = "e", "E unreliable";
        F = "f", "F cannot be judged";
    }

    /// Credibility of a piece of information, after the Admiralty code.
    Credibility {
        Confirmed = "1", "1 confirmed by other sources";
        ProbablyTrue = "2", "2 probably true";
        PossiblyTrue = "3", "3 possibly true";
        Doubtful = "4", "4 doubtful";
        Improbable = "5", "5 improbable";
        NotJudged = "6", "6 cannot be judged";
    }

    /// The position an actor takes.
    Position {
        Condemn = "condemn", "condemn";
        Support = "support", "support";
        Mediate = "mediate", "mediate";
    }

    /// What an actor is.
    ActorKind {
        State = "state", "state";
        Organisation = "organisation", "organisation";
        Person = "person", "person";
        ArmedGroup = "armed_group", "armed group";
        Other = "other", "other";
    }

    /// What a passage does for its annotation.
    PassageRole {
        /// The one the annotation rests on.
        Main = "main", "main";
        /// The headline or another report says it again.
        Repeat = "repeat", "repeat";
        /// Says who said it.
        Attribution = "attribution", "attribution";
        /// Says when.
        Time = "time", "time";
        Context = "context", "context";
    }

    /// How exactly a time is known.
    Precision {
        Minute = "minute", "minute";
        Hour = "hour", "hour";
        Day = "day", "day";
        Month = "month", "month";
        Year = "year", "year";
        /// From one day to another.
        Span = "span", "span";
    }

    /// Where a time comes from.
    TimeSource {
        /// In the passage.
        Stated = "stated", "stated";
        /// From words such as "on Tuesday", by the time of publication.
        Resolved = "resolved", "resolved";
        /// The time of printing, for want of a better.
        Publication = "publication", "time of printing";
        /// From something less than a statement.
        Guessed = "guessed", "guessed";
        Hand = "hand", "set by the analyst";
    }

    /// Where a piece of metadata comes from.
    Provenance {
        Stated = "stated", "stated";
        Guessed = "guessed", "guessed";
        Hand = "hand", "set by hand";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_back_and_unknown_ones_name_the_known() {
        for outcome in Outcome::ALL {
            assert_eq!(outcome.word().parse(), Ok(*outcome));
            assert_eq!(serde_json::to_string(outcome).unwrap(), format!("{:?}", outcome.word()));
        }
        let error = "sad".parse::<Position>().unwrap_err();
        assert_eq!(error.to_string(), "\"sad\" is not one of condemn, support, mediate");
    }
}
