//! Owns what is the same to a plain search: spelling that a reader does not see as different, such as the kind of a
//! quote or a hyphen, or a line break for a space.

/// Signs that are one sign.
const SAME_SIGNS: [&str; 3] = ["'‘’‚‛‹›ʹʻʼ′՚＇`´", "\"“”„‟«»″＂", "-‐‑‒–—―−֊﹣－"];

/// The letter i with and without dot and their capitals: which is whose capital depends on the language.
const SAME_LETTERS: &str = "iIİı";

/// Letters that have no capital of their own and are two letters in capitals.
const SAME_PAIRS: [&[&str]; 2] = [&["և", "եւ", "եվ"], &["ß", "ss"]];

/// Marks that stand in or behind a word without being a part of its spelling: the soft hyphen, signs without width,
/// the stress on a vowel, and the Armenian signs of emphasis, exclamation and question.
const MARKS: &str =
    "\u{AD}\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{300}\u{301}\u{55B}\u{55C}\u{55E}";

pub(super) fn is_mark(letter: char) -> bool {
    !letter.is_ascii() && MARKS.contains(letter)
}

/// The words as a regular expression. In a text it fits at most one stretch from any one place.
pub(super) fn rule(words: &str, match_case: bool) -> String {
    let words = words.trim();
    let bare: String = words.chars().filter(|letter| !is_mark(*letter)).collect();
    // Marks alone are searched for as they stand.
    let mut rest = if bare.trim().is_empty() { words } else { bare.trim() };
    let mut signs = Vec::new();
    while let Some(first) = rest.chars().next() {
        let (sign, length) = if first.is_whitespace() {
            (r"\s+".to_owned(), rest.len() - rest.trim_start().len())
        } else if let Some(pair) = pair(rest).filter(|_| !match_case) {
            pair
        } else {
            (letter(first, match_case), first.len_utf8())
        };
        signs.push(sign);
        rest = rest.get(length..).unwrap_or_default();
    }
    signs.join(&between())
}

fn between() -> String {
    format!("[{MARKS}]*")
}

fn letter(letter: char, match_case: bool) -> String {
    let same = SAME_SIGNS.iter().find(|signs| signs.contains(letter));
    match same.or((!match_case && SAME_LETTERS.contains(letter)).then_some(&SAME_LETTERS)) {
        Some(same) => format!("[{}]", regex::escape(same)),
        None => regex::escape(letter.encode_utf8(&mut [0; 4])),
    }
}

/// The rule for a letter at the front that may be written as two, or the two, with its length in bytes.
fn pair(words: &str) -> Option<(String, usize)> {
    let front: String = words.chars().take(2).flat_map(char::to_lowercase).collect();
    let same = SAME_PAIRS.iter().find(|same| same.iter().any(|it| front.starts_with(it)))?;
    let count = same.iter().find(|it| front.starts_with(**it))?.chars().count();
    let apart = |it: &&str| it.chars().map(String::from).collect::<Vec<_>>().join(&between());
    let all: Vec<String> = same.iter().map(apart).collect();
    let length = words.chars().take(count).map(char::len_utf8).sum();
    Some((format!("(?:{})", all.join("|")), length))
}
