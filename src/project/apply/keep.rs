//! Owns the keeping of unknown keys: a part of a record that is set anew keeps those of the part it replaces, at every
//! depth, since the setter cannot have meant to drop what it does not know.

use crate::base::{Unknown, When};
use crate::corpus::{Known, Metadata};
use crate::project::records::{
    Body, Claim, Claimant, Named, Note, Passage, Side, Stamp, Stance, Target,
};

/// Something that holds unknown keys, itself or in its parts.
pub(super) trait Keep {
    /// Takes over from `old` the unknown keys that it does not hold itself.
    fn keep(&mut self, old: &Self);
}

impl Keep for Unknown {
    fn keep(&mut self, old: &Self) {
        self.fill(old);
    }
}

impl<T: Keep> Keep for Option<T> {
    fn keep(&mut self, old: &Self) {
        if let (Some(new), Some(old)) = (self, old) {
            new.keep(old);
        }
    }
}

impl Keep for Body {
    fn keep(&mut self, old: &Self) {
        match (self, old) {
            (Body::Claim(new), Body::Claim(old)) => new.keep(old),
            (Body::Stance(new), Body::Stance(old)) => new.keep(old),
            (Body::Note(new), Body::Note(old)) => new.keep(old),
            _ => {}
        }
    }
}

macro_rules! keep {
    ($($type:ty: $($field:ident),*;)*) => {
        $(impl Keep for $type {
            fn keep(&mut self, old: &Self) {
                $(self.$field.keep(&old.$field);)*
            }
        })*
    };
}

keep! {
    Claim: side, claimant, as_of, unknown;
    Stance: actor, target, when, unknown;
    Note: unknown;
    Side: unknown;
    Claimant: via, unknown;
    Named: unknown;
    Target: unknown;
    Passage: unknown;
    Stamp: unknown;
    When: unknown;
    Metadata: title, outlet, agency, author, url, published, language, unknown;
    Known<String>: unknown;
    Known<When>: value, unknown;
}
