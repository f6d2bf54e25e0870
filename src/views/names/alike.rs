//! Owns when two names are so alike that they may mean the same: letter case, marks on letters, signs between words and
//! the choice of y or i aside.

use std::collections::{BTreeMap, BTreeSet};

use super::NameRow;
use crate::project::RecordId;

/// Letters with a mark and the letter they are compared as.
const PLAIN: &[(&str, char)] = &[
    ("àáâãäåāăą", 'a'),
    ("çćčĉċ", 'c'),
    ("ďđ", 'd'),
    ("èéêëēĕėęěə", 'e'),
    ("ğĝġģ", 'g'),
    ("ĥħ", 'h'),
    ("ìíîïĩīĭįı", 'i'),
    ("ķ", 'k'),
    ("ĺļľł", 'l'),
    ("ñńņň", 'n'),
    ("òóôõöøōŏő", 'o'),
    ("ŕŗř", 'r'),
    ("śŝşšș", 's'),
    ("ţťŧț", 't'),
    ("ùúûüũūŭůűų", 'u'),
    ("ŵ", 'w'),
    ("ýÿŷ", 'y'),
    ("źżž", 'z'),
    ("ё", 'е'),
    ("й", 'и'),
];

/// A name as it is searched for: lower case, without marks on letters, with single spaces.
pub fn folded(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for letter in word.chars().flat_map(char::to_lowercase) {
            match letter {
                letter if letter.is_ascii() => out.push(letter),
                // A mark that stands apart from its letter.
                '\u{300}'..='\u{36f}' => {}
                letter => out.push(plain(letter)),
            }
        }
    }
    out
}

fn plain(letter: char) -> char {
    let found = PLAIN.iter().find(|(letters, _)| letters.contains(letter));
    found.map_or(letter, |(_, plain)| *plain)
}

/// A name as it is compared: only its letters and digits, y as i, without an article before it.
fn key(name: &str) -> String {
    let name = folded(name);
    let name = name.strip_prefix("the ").unwrap_or(&name);
    let letters = name.chars().filter(|it| it.is_alphanumeric());
    letters.map(|it| if it == 'y' { 'i' } else { it }).collect()
}

/// Pairs of rows with a name or alias in common, the one less named first. One that stands in the other is left out:
/// the analyst has told them apart.
pub(super) fn pairs(rows: &[NameRow]) -> Vec<(RecordId, RecordId)> {
    let mut first: BTreeMap<String, &NameRow> = BTreeMap::new();
    let mut pairs: BTreeSet<(RecordId, RecordId)> = BTreeSet::new();
    let mut out = vec![];
    for row in rows {
        let keys = std::iter::once(&row.name).chain(&row.aliases).map(|it| key(it));
        for key in keys.filter(|it| !it.is_empty()) {
            let other = *first.entry(key).or_insert(row);
            let apart = other.parent == Some(row.id) || row.parent == Some(other.id);
            if other.id != row.id && !apart && pairs.insert((other.id, row.id)) {
                let less = row.own.counts.all() <= other.own.counts.all();
                out.push(if less { (row.id, other.id) } else { (other.id, row.id) });
            }
        }
    }
    out
}
