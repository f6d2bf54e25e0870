//! Owns the building of the fixed patterns of rules.

use regex::Regex;

/// The pattern of a rule that stands in the program. A rule with a fault in it stops the first test that uses it.
pub fn pattern(rule: &str) -> Regex {
    #[expect(clippy::unwrap_used, reason = "rules are fixed, and each is built in the tests")]
    Regex::new(rule).unwrap()
}
