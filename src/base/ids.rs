//! Owns the ids of records. Ids are UUIDs handed out by an [`IdMint`] that the caller brings, so that a run can be repeated.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The next id of `mint`.
            pub fn mint(mint: &mut IdMint) -> Self {
                Self(mint.mint())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
    )*};
}

ids! {
    /// A folder of articles.
    RootId,
    /// A report; the same over new versions of its file.
    ArticleId,
    /// A casualty claim, a stance or a note.
    AnnotationId,
    /// A state, organisation, person or armed group.
    ActorId,
    /// An event casualties are counted for.
    IncidentId,
    /// A code of the codebook.
    CodeId,
    /// A suggestion that the analyst dismissed.
    DismissalId,
}

/// Hands out ids: random ones in the program, a repeatable sequence in the sample and in tests.
#[derive(Debug, Clone)]
pub struct IdMint {
    sequence: Option<(Uuid, u64)>,
}

impl IdMint {
    /// Ids that no other mint hands out (UUID version 4).
    pub fn random() -> Self {
        Self { sequence: None }
    }

    /// The same ids in the same order for the same `seed` (UUID version 5).
    pub fn seeded(seed: &str) -> Self {
        Self { sequence: Some((Uuid::new_v5(&Uuid::NAMESPACE_OID, seed.as_bytes()), 0)) }
    }

    /// The next id.
    pub fn mint(&mut self) -> Uuid {
        match &mut self.sequence {
            None => Uuid::new_v4(),
            Some((seed, count)) => {
                *count += 1;
                Uuid::new_v5(seed, &count.to_le_bytes())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seeded_mint_repeats_itself_and_a_random_one_does_not() {
        let (mut one, mut two) = (IdMint::seeded("sample"), IdMint::seeded("sample"));
        assert_eq!([one.mint(), one.mint()], [two.mint(), two.mint()]);
        assert_ne!(one.mint(), one.mint());
        assert_ne!(IdMint::random().mint(), IdMint::random().mint());
    }
}
