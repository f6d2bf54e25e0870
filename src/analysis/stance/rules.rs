//! Owns how far each rule that finds a stance is trusted: about the share of what it found in development texts that
//! was right, measured on whole reports and on single sentences.

/// A rule by its steady name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    pub name: &'static str,
    /// From 0 to 1, for an actor known by name.
    pub score: f32,
}

const fn rule(name: &'static str, score: f32) -> Rule {
    Rule { name, score }
}

/// "condemned by France and Germany".
pub(super) const BY_ACTOR: Rule = rule("by-actor", 0.88);
/// "a Russian-brokered ceasefire".
pub(super) const COMPOUND: Rule = rule("actor-verb-compound", 0.8);
/// "we condemn", by who speaks.
pub(super) const WE_VERB: Rule = rule("we-verb", 0.87);
/// "France condemned".
pub(super) const ACTOR_VERB: Rule = rule("actor-verb", 0.88);
/// "he condemned", by who spoke before.
pub(super) const PRONOUN_VERB: Rule = rule("pronoun-verb", 0.65);
/// "with the support of Turkey".
pub(super) const NOUN_OF_ACTOR: Rule = rule("noun-of-actor", 0.82);
/// "Turkey promised its support".
pub(super) const GIVES_NOUN: Rule = rule("gives-noun", 0.9);
/// "promised its support", by who speaks.
pub(super) const GIVES_NOUN_SPOKEN: Rule = rule("gives-noun-spoken", 0.65);
/// "Turkey’s backing".
pub(super) const OWNER_NOUN: Rule = rule("owner-noun", 0.8);
/// "“unacceptable”" in quotation marks.
pub(super) const SPOKEN_QUOTED: Rule = rule("spoken-quoted", 0.85);
/// "unacceptable" in reported words.
pub(super) const SPOKEN: Rule = rule("spoken", 0.75);
/// "withdrawal, demanded by Norway".
pub(super) const DEMANDED_BY: Rule = rule("demanded-by", 0.8);
/// "called on Sudan to stop".
pub(super) const DEMANDS_STOP: Rule = rule("demands-stop", 0.87);
/// "demanded the withdrawal".
pub(super) const DEMANDS_SURRENDER: Rule = rule("demands-surrender", 0.85);
/// "called for sanctions against".
pub(super) const DEMANDS_PENALTY: Rule = rule("demands-penalty", 0.65);
/// "urged both sides to talk".
pub(super) const APPEALS_SETTLEMENT: Rule = rule("appeals-settlement", 0.88);
/// "demanded talks", which may be on one side's terms.
pub(super) const DEMANDS_SETTLEMENT: Rule = rule("demands-settlement", 0.6);
/// "Sudan must stop its offensive".
pub(super) const MUST_STOP: Rule = rule("must-stop", 0.8);
/// "called the raid a crime".
pub(super) const NAMES: Rule = rule("names", 0.8);
/// "holds Chad responsible".
pub(super) const HOLDS_RESPONSIBLE: Rule = rule("holds-responsible", 0.85);
/// "critics say".
pub(super) const CRITICS: Rule = rule("critics", 0.7);
/// "signed a defence pact".
pub(super) const ACCORD: Rule = rule("accord", 0.6);
/// "said it was responding to", a reason for one's own act.
pub(super) const OWN_REASON: Rule = rule("own-reason", 0.7);
/// "Dozens of protesters denounced".
pub(super) const CROWD_VERB: Rule = rule("crowd-verb", 0.7);
/// "the fighting must stop".
pub(super) const STRIFE_MUST_STOP: Rule = rule("strife-must-stop", 0.75);
/// "renewed its call for a ceasefire".
pub(super) const CALL_NOUN: Rule = rule("call-noun", 0.75);
/// "sent weapons to Chad".
pub(super) const ARMS: Rule = rule("arms", 0.8);
