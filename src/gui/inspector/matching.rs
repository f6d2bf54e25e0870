//! Owns which names complete a text: those with a word that begins with it, then those that hold it, then those that
//! resemble it.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// Something that can be chosen, with all it is called; the first name is the main one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate<T> {
    pub value: T,
    pub names: Vec<String>,
}

/// A candidate that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match<T> {
    pub value: T,
    /// Its main name.
    pub name: String,
    /// The other name that fits, if it is not the main one.
    pub alias: Option<String>,
    /// The name does not hold the text, it is merely like it.
    pub resembles: bool,
    /// A word of the name begins with the text.
    pub begins: bool,
}

impl<T> Match<T> {
    /// As a row shows it: "Baku → Azerbaijan".
    pub fn line(&self) -> String {
        match &self.alias {
            Some(alias) => format!("{alias} → {}", self.name),
            None => self.name.clone(),
        }
    }
}

/// How well a name fits; less is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Start,
    /// A later word begins with it.
    Word,
    Within,
    /// Less than the score of the fuzzy matcher, so that more is better.
    Resembles(u16),
}

/// At most `most` candidates for `text`, the best first, each once; for an empty text the first ones as they are.
pub fn matches<T: Clone>(text: &str, candidates: &[Candidate<T>], most: usize) -> Vec<Match<T>> {
    let wanted = folded(text);
    if wanted.is_empty() {
        let all = candidates.iter().filter_map(|it| {
            let (value, name) = (it.value.clone(), it.names.first()?.clone());
            Some(Match { value, name, alias: None, resembles: false, begins: true })
        });
        return all.take(most).collect();
    }
    let mut fuzzy = Fuzzy::new(&wanted);
    let mut found: Vec<(Fit, usize, Match<T>)> = vec![];
    for (place, candidate) in candidates.iter().enumerate() {
        let names = candidate.names.iter().enumerate();
        let fits = names.filter_map(|(at, name)| Some((fit(&wanted, name, &mut fuzzy)?, at)));
        let (Some((fit, at)), Some(main)) = (fits.min(), candidate.names.first()) else { continue };
        let alias = candidate.names.get(at).filter(|_| at > 0).cloned();
        let (value, name) = (candidate.value.clone(), main.clone());
        let (resembles, begins) = (matches!(fit, Fit::Resembles(_)), fit < Fit::Within);
        found.push((fit, place, Match { value, name, alias, resembles, begins }));
    }
    found.sort_by_key(|(fit, place, _)| (*fit, *place));
    // What merely resembles is of no use beside what is meant.
    if found.first().is_some_and(|(fit, _, _)| *fit < Fit::Within) {
        found.retain(|(fit, _, _)| !matches!(fit, Fit::Resembles(_)));
    }
    found.into_iter().take(most).map(|(_, _, it)| it).collect()
}

/// Whether one of the names is the text, letter case and the width of spaces aside.
pub fn is_name(text: &str, names: &[String]) -> bool {
    let wanted = folded(text);
    names.iter().any(|it| folded(it) == wanted)
}

fn fit(wanted: &str, name: &str, fuzzy: &mut Fuzzy) -> Option<Fit> {
    let name = folded(name);
    let Some(at) = name.find(wanted) else { return fuzzy.score(&name) };
    let starts_word =
        |at: usize| !name.get(..at).unwrap_or_default().ends_with(|it: char| it.is_alphanumeric());
    Some(if name == wanted {
        Fit::Whole
    } else if at == 0 {
        Fit::Start
    } else if name.match_indices(wanted).any(|(at, _)| starts_word(at)) {
        Fit::Word
    } else {
        Fit::Within
    })
}

struct Fuzzy {
    atom: Atom,
    matcher: Matcher,
    buffer: Vec<char>,
    letters: usize,
}

impl Fuzzy {
    fn new(wanted: &str) -> Self {
        let (case, plain) = (CaseMatching::Ignore, Normalization::Smart);
        Self {
            atom: Atom::new(wanted, case, plain, AtomKind::Fuzzy, false),
            matcher: Matcher::new(Config::DEFAULT),
            buffer: vec![],
            letters: wanted.chars().count(),
        }
    }

    fn score(&mut self, name: &str) -> Option<Fit> {
        // Two letters are found in nearly every name.
        if self.letters < 3 {
            return None;
        }
        let score = self.atom.score(Utf32Str::new(name, &mut self.buffer), &mut self.matcher)?;
        Some(Fit::Resembles(u16::MAX - score))
    }
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;

    fn all() -> Vec<Candidate<usize>> {
        let names = [
            "Azerbaijan, Baku, Aliyev's government",
            "Karabakh authorities, Stepanakert",
            "Nikol Pashinyan, the prime minister",
            "Kremlin spokesman",
            "France",
            "Nagorno-Karabakh Ombudsman",
        ];
        let of = |(value, names): (usize, &str)| Candidate {
            value,
            names: names.split(", ").map(str::to_owned).collect(),
        };
        names.into_iter().enumerate().map(of).collect()
    }

    fn check(text: &str, expect: Expect) {
        let lines: Vec<_> = matches(text, &all(), 10).iter().map(Match::line).collect();
        expect.assert_eq(&lines.join("\n"));
    }

    #[test]
    fn what_begins_comes_before_what_holds_and_what_resembles() {
        check("step", expect!["Stepanakert → Karabakh authorities"]);
        check(
            "KARA",
            expect![[r#"
                Karabakh authorities
                Nagorno-Karabakh Ombudsman"#]],
        );
        check("pash", expect!["Nikol Pashinyan"]);
        check("prime  min", expect!["the prime minister → Nikol Pashinyan"]);
        check("shiny", expect!["Nikol Pashinyan"]);
        check("ombdsmn", expect!["Nagorno-Karabakh Ombudsman"]);
        check("xyz", expect![""]);
        check(
            "",
            expect![[r#"
            Azerbaijan
            Karabakh authorities
            Nikol Pashinyan
            Kremlin spokesman
            France
            Nagorno-Karabakh Ombudsman"#]],
        );
    }

    #[test]
    fn a_name_is_the_text_whatever_its_case_and_spaces() {
        let names = vec!["Karabakh authorities".to_owned(), "Stepanakert".to_owned()];
        assert!(is_name(" karabakh  Authorities", &names));
        assert!(is_name("STEPANAKERT", &names));
        assert!(!is_name("Stepana", &names));
    }

    proptest! {
        #[test]
        fn whatever_holds_the_text_is_found(text in "[a-zA-Z ]{1,4}") {
            let wanted = folded(&text);
            let holds = |it: &Candidate<usize>| it.names.iter().any(|it| folded(it).contains(&wanted));
            let expect = all().iter().filter(|it| holds(it)).count();
            prop_assert!(expect <= matches(&text, &all(), 10).len());
        }
    }
}
