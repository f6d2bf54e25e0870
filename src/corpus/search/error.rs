//! Owns the words in which a query that cannot be searched for is explained.

/// Why a query cannot be searched for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}; {hint}")]
pub struct SearchError {
    /// What is wrong, a sentence without full stop.
    pub what: String,
    /// What to do, a sentence without full stop.
    pub hint: String,
}

/// What the library's words for a fault begin with, what it means and what to do.
const FAULTS: &[[&str; 3]] = &[
    ["unclosed group", "a ( is never closed", r"add the ) or write \( to find the sign itself"],
    ["unopened group", "a ) closes nothing", r"add the ( or write \) to find the sign itself"],
    [
        "unclosed character class",
        "a [ is never closed",
        r"add the ] or write \[ to find the sign itself",
    ],
    [
        "repetition operator missing",
        "there is nothing before * + ? or { that could be repeated",
        r"put something before it or write \* \+ \? \{ to find the sign itself",
    ],
    ["unclosed counted repetition", "a { is never closed", "write a count as {2} or {2,5}"],
    [
        "repetition quantifier expects",
        "a { is not followed by a number",
        r"write a count as {2} or {2,5}, or \{ to find the sign itself",
    ],
    ["decimal literal", "a { is not followed by a number", "write a count as {2} or {2,5}"],
    [
        "invalid repetition count range",
        "a count in { } goes down",
        "write the smaller number first, as {2,5}",
    ],
    [
        "incomplete escape sequence",
        r"it ends in a single \",
        r"write \\ to find the sign itself or take it away",
    ],
    [
        "unrecognized escape sequence",
        r"the letter after a \ has no such meaning",
        r"take the \ away or write \\ to find the sign itself",
    ],
    [
        "invalid character class range",
        "a range in [ ] goes down",
        "write the earlier letter first, as [a-z]",
    ],
    [
        "invalid range boundary",
        "a range in [ ] does not go from a letter to a letter",
        r"write a range as [a-z], or \- to find the sign itself",
    ],
    [
        "Unicode property",
        r"there is no kind of letter of that name after \p",
        r"write \p{L} for a letter, \p{Lu} for a capital, \p{Cyrillic} for a script",
    ],
    [
        "look-around",
        "(?= (?! (?<= and (?<! cannot be searched for",
        "leave them out and find a little more",
    ],
    [
        "backreferences",
        r"\1 and the like cannot be searched for",
        "write the words out a second time",
    ],
    [
        "exceed the maximum number of nested",
        "too many brackets stand within each other",
        "take some of them away",
    ],
];

impl SearchError {
    /// What a fault that the library found means.
    pub(super) fn of(error: &regex::Error, is_regex: bool) -> Self {
        let regex::Error::Syntax(message) = error else { return Self::too_large(is_regex) };
        // The library repeats the expression before it names the fault.
        let fault = message.rsplit("error: ").next().unwrap_or_default().trim();
        let known = FAULTS.iter().find(|[words, ..]| fault.starts_with(words));
        let (what, hint) = match known {
            Some([_, what, hint]) => (format!("The expression has a fault: {what}"), *hint),
            None => (
                format!("The expression has a fault: {fault}"),
                "mend it or search for the words as they stand",
            ),
        };
        Self { what, hint: hint.to_owned() }
    }

    pub(super) fn too_large(is_regex: bool) -> Self {
        let (what, hint) = if is_regex {
            (
                "The expression is too large to be searched for in good time",
                "use smaller counts in { } and fewer alternatives",
            )
        } else {
            ("The words are too many to search for", "search for a few of them")
        };
        Self { what: what.to_owned(), hint: hint.to_owned() }
    }
}
