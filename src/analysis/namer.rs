//! Owns whether a text may name any of some names at all: what a change of names need not be looked at again for.

use aho_corasick::AhoCorasick;

use super::gazetteer::plain;

/// Some names, to be looked for as a whole.
#[derive(Debug, Clone)]
pub struct Namer {
    /// None without any name.
    automaton: Option<AhoCorasick>,
}

impl Namer {
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let names = names.into_iter().map(|it| folded(it.trim())).filter(|it| !it.is_empty());
        let names: Vec<String> = names.collect();
        // Fails only past four billion letters; then every text is taken to name them.
        let automaton = AhoCorasick::new(&names).ok().filter(|_| !names.is_empty());
        Self { automaton }
    }

    /// Whether `text` has one of the names somewhere, be it within a word. Capitals, accents and the shape of
    /// apostrophes aside, so that no text is missed in which the suggesters would find one.
    pub fn may_be_in(&self, text: &str) -> bool {
        self.automaton.as_ref().is_some_and(|it| it.is_match(&folded(text)))
    }
}

/// A name or a text in small letters without accents: what is the same in any of the ways in which names are compared
/// is the same in this.
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let small = text.chars().map(plain).flat_map(char::to_lowercase).map(plain);
    // The dot that a small İ keeps, and the shape of sigma at the end of a word.
    let even = small.filter(|it| *it != '\u{307}').map(|it| if it == 'ς' { 'σ' } else { it });
    even.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_hold_a_name_in_other_letters_than_its_own() {
        let check = |name: &str, text: &str, expect: bool| {
            assert_eq!(Namer::new([name]).may_be_in(text), expect, "{name} in {text}");
        };
        check("Recep Erdogan", "said recep ERDOĞAN", true);
        check("İlham", "Ilham’s", true);
        check("Ilham", "İLHAM", true);
        check("D'Estaing", "d’Estaing", true);
        check("ΟΔΟΣ", "οδος", true);
        check(" Baku ", "Baku", true);
        check("Baku", "Ganja", false);
        check(" ", "Ganja", false);
        assert!(!Namer::new([]).may_be_in("anything"));
    }
}
