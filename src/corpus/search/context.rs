//! Owns the line that shows a hit with the words around it in a list of results.

use super::Article;
use crate::base::Span;

/// A hit and what stands around it on one line: the three parts read on as they are. Runs of white space are single
/// spaces; `…` stands where something is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    pub before: String,
    pub hit: String,
    pub after: String,
}

/// Letters of a hit beyond which it is cut, since an expression may find half an article.
const LONGEST: usize = 200;

/// The line for a hit, with at most `characters` on either side of it, cut between words.
pub fn context(article: &Article, hit: Span, characters: usize) -> Context {
    let text = article.text.as_str();
    let before = text.get(..hit.start()).unwrap_or_default();
    let after = text.get(hit.end()..).unwrap_or_default();
    let turned = cut(before.chars().rev(), characters);
    Context {
        before: turned.chars().rev().collect(),
        hit: cut(hit.of(text).chars(), LONGEST),
        after: cut(after.chars(), characters),
    }
}

/// The first `most` letters with white space folded, without the last word if it is cut in two and not the only one.
fn cut(letters: impl Iterator<Item = char>, most: usize) -> String {
    let mut letters = folded(letters).peekable();
    let mut kept: String = letters.by_ref().take(most).collect();
    let next = letters.next();
    let is_end = next.is_none_or(|it| it == ' ' && letters.peek().is_none());
    let last_gap = kept.rfind(' ').filter(|at| !kept[..*at].trim().is_empty());
    match last_gap {
        _ if is_end => kept.truncate(kept.trim_end().len()),
        _ if next == Some(' ') => kept += " …",
        Some(gap) => kept.replace_range(gap.., " …"),
        None => kept.push('…'),
    }
    kept
}

fn folded(letters: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut is_gap = false;
    letters.filter_map(move |letter| {
        let was_gap = std::mem::replace(&mut is_gap, letter.is_whitespace());
        match (was_gap, is_gap) {
            (true, true) => None,
            (false, true) => Some(' '),
            (_, false) => Some(letter),
        }
    })
}
