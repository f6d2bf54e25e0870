//! Owns what mixed means: the same target both condemned and supported. An incident and its part are different
//! targets, and what is said towards no stated target is never mixed.

use std::collections::{BTreeMap, BTreeSet};

use super::select::{Aim, Pick};
use crate::base::words::Position;

/// What is held towards each target by someone, or by several together.
#[derive(Default)]
pub(super) struct Held<'p> {
    towards: BTreeMap<&'p Aim, Towards>,
    mixed: BTreeSet<&'p Aim>,
}

#[derive(Clone, Copy)]
struct Towards {
    condemned: bool,
    supported: bool,
    /// A stance with this target, as an index of the selection.
    example: usize,
}

impl<'p> Held<'p> {
    /// By the stances with these indices.
    pub(super) fn by(picks: &'p [Pick], shown: &[usize]) -> Self {
        let mut held = Self::default();
        for (index, pick) in shown.iter().filter_map(|it| Some((*it, picks.get(*it)?))) {
            let condemned = pick.stance.position == Position::Condemn;
            let supported = pick.stance.position == Position::Support;
            held.add(&pick.target, Towards { condemned, supported, example: index });
        }
        held
    }

    /// By both together; the smaller is put into the larger, so that a long chain of members stays quick.
    pub(super) fn join(self, other: Self) -> Self {
        let (mut held, less) =
            if self.towards.len() < other.towards.len() { (other, self) } else { (self, other) };
        for (aim, towards) in less.towards {
            held.add(aim, towards);
        }
        held
    }

    fn add(&mut self, aim: &'p Aim, more: Towards) {
        if *aim == Aim::Nothing {
            return;
        }
        let towards = self.towards.entry(aim).or_insert(more);
        towards.condemned |= more.condemned;
        towards.supported |= more.supported;
        towards.example = towards.example.min(more.example);
        if towards.condemned && towards.supported {
            self.mixed.insert(aim);
        }
    }

    pub(super) fn is_mixed(&self, aim: &Aim) -> bool {
        self.mixed.contains(aim)
    }

    /// A stance towards each of the first mixed targets, at most `most`, and how many mixed targets there are.
    pub(super) fn mixed(&self, most: usize) -> Mixed {
        let examples = self.mixed.iter().filter_map(|it| Some(self.towards.get(it)?.example));
        Mixed { examples: examples.take(most).collect(), count: self.mixed.len() }
    }
}

/// Targets that are both condemned and supported.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Mixed {
    /// For the first of them a stance each, as indices of the selection.
    pub(super) examples: Vec<usize>,
    pub(super) count: usize,
}
