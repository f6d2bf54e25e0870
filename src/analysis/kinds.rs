//! Owns what kind of actor a name is that no gazetteer knows.

use super::lexicon::{Class, Lexicon};
use super::tokens::tokens;
use crate::base::words::ActorKind;

/// The likely kind of actor of `words` without their article; none for a common noun such as "the ministry".
pub fn kind_of_name(words: &str) -> Option<ActorKind> {
    let all = tokens(words, 0);
    let is = |at: usize, class| Lexicon::bundled().look_up(&all, at, &mut vec![]).0.has(class);
    if (0..all.len()).all(|at| all[at].text.len() < 4 || is(at, Class::Office)) {
        return None;
    }
    if all.last().is_some_and(|_| is(all.len() - 1, Class::Armed)) {
        return Some(ActorKind::ArmedGroup);
    }
    let capitals = all.iter().filter(|it| it.is_capitalised()).count();
    match all.len() {
        2..=4 if capitals == all.len() => Some(ActorKind::Person),
        2.. if capitals * 2 > all.len() => Some(ActorKind::Organisation),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_the_last_word_tell_the_kind() {
        let check = |words, expect: Option<ActorKind>| assert_eq!(kind_of_name(words), expect);
        check("Ana Gomez", Some(ActorKind::Person));
        check("Front for Free Rivers", Some(ActorKind::Organisation));
        check("northern rebels", Some(ActorKind::ArmedGroup));
        check("health ministry", None);
        check("crowd", None);
    }
}
