//! Owns which event a passage is about, when it is not the main one of its article.

use super::sentence::Sentence;
use super::tokens::Kind;

/// An incident the caller knows, with its other names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownIncident {
    pub name: String,
    pub aliases: Vec<String>,
}

/// The name of the incident the words of `sentence` are about; none for the main event.
pub(super) fn incident(sentence: &Sentence, known: &[KnownIncident]) -> Option<String> {
    let text = sentence.whole.of(sentence.text).to_lowercase();
    let named = known.iter().find(|it| {
        std::iter::once(&it.name).chain(&it.aliases).any(|name| {
            let name = name.trim().to_lowercase();
            !name.is_empty() && text.contains(&name)
        })
    });
    named.map(|it| it.name.clone()).or_else(|| earlier_war(sentence)).or_else(|| mines(sentence))
}

const WARS: &[&str] = &["war", "conflict", "clashes", "fighting"];

/// "the 2020 war", "a war between A and B in 2020".
pub(super) fn earlier_war(sentence: &Sentence) -> Option<String> {
    let tokens = &sentence.tokens;
    let year = |at: usize| {
        let token = tokens.get(at).filter(|it| it.kind == Kind::Number)?;
        let year: u16 = token.text.parse().ok()?;
        (1900..2100).contains(&year).then_some(year)
    };
    for at in 0..tokens.len() {
        let Some(found) = year(at) else { continue };
        if matches!(sentence.word(at + 1), "war" | "conflict") {
            return Some(format!("the {found} war"));
        }
        let war = (at.saturating_sub(12)..at).any(|it| {
            matches!(sentence.word(it), "war" | "wars")
                || WARS.contains(&sentence.word(it)) && sentence.before(it) == "previous"
        });
        if war && matches!(sentence.before(at), "in" | "of" | "," | "september" | "since") {
            return Some(format!("the {found} war"));
        }
    }
    None
}

/// Mines that went off: counted apart from the event they led to.
fn mines(sentence: &Sentence) -> Option<String> {
    let mine = (0..sentence.tokens.len())
        .find(|at| matches!(sentence.word(*at), "mine" | "mines" | "landmine" | "landmines"))?;
    let near = mine.saturating_sub(6)..mine + 5;
    let went_off = near.clone().any(|at| {
        matches!(
            sentence.word(at),
            "explosion"
                | "explosions"
                | "exploded"
                | "blast"
                | "blasts"
                | "hit"
                | "killed"
                | "another"
                | "land"
        )
    });
    let landmine = sentence.word(mine).starts_with("land");
    (went_off || landmine).then(|| "mine explosions".to_owned())
}
