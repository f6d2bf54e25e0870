//! Owns Markdown: the front matter as statements, the rest as reading text without its signs.

use std::sync::LazyLock;

use regex::Regex;

use super::{Extracted, Stated, statement};
use crate::base::pattern;

/// The reading text of a Markdown file.
pub fn extract(source: &str) -> Extracted {
    let (header, body) = split_front_matter(source);
    let mut stated = Stated::default();
    for line in header.lines() {
        state(line, &mut stated);
    }
    let text = reading_text(body);
    if stated.title.is_none() {
        let heading = body.lines().find_map(|line| line.strip_prefix("# "));
        stated.title = heading.and_then(|it| statement(&inline(it), "the first heading"));
    }
    Extracted { text, stated }
}

/// What stands between two lines of three dashes at the very top, and the rest.
fn split_front_matter(source: &str) -> (&str, &str) {
    let Some(rest) = source.strip_prefix("---\n") else { return ("", source) };
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        let end = at + line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return (&rest[..at], &rest[end..]);
        }
        at = end;
    }
    ("", source)
}

/// Takes one line of front matter, `key: value`; keys that say nothing of the article are left aside.
fn state(line: &str, stated: &mut Stated) {
    let Some((key, value)) = line.split_once(':') else { return };
    let unquote = |it: &str| it.trim().trim_matches(['"', '\'']).trim().to_owned();
    let list = value.trim().strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    let value = match list {
        Some(list) => list.split(',').map(unquote).collect::<Vec<_>>().join(", "),
        None => unquote(value),
    };
    let key = key.trim().to_ascii_lowercase();
    let slot = match key.as_str() {
        "title" | "headline" => &mut stated.title,
        "outlet" | "source" | "publisher" | "publication" | "site" | "site_name" => {
            &mut stated.outlet
        }
        "agency" | "wire" => &mut stated.agency,
        "author" | "authors" | "byline" | "by" => &mut stated.author,
        "url" | "link" | "canonical" | "source_url" => &mut stated.url,
        "date" | "published" | "publish_date" | "pubdate" | "datetime" => &mut stated.published,
        "lang" | "language" | "locale" => &mut stated.language,
        _ => return,
    };
    if slot.is_none() {
        *slot = statement(&value, format!("“{key}” in the front matter"));
    }
}

/// The body as paragraphs divided by blank lines, one a line.
fn reading_text(body: &str) -> String {
    let (mut blocks, mut open, mut in_code) = (Vec::new(), String::new(), false);
    let mut close = |open: &mut String| {
        if !open.trim().is_empty() {
            blocks.push(inline(open.trim()));
        }
        open.clear();
    };
    for line in body.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            close(&mut open);
            in_code = !in_code;
        } else if in_code {
            // A line of code stands for itself; its signs are its own, so they are kept from the reading of Markdown.
            open.push_str(&escape(trimmed));
            close(&mut open);
        } else if trimmed.is_empty() || is_rule(trimmed) {
            close(&mut open);
        } else {
            let (starts_block, rest) = without_block_sign(trimmed);
            if starts_block {
                close(&mut open);
            } else if !open.is_empty() {
                open.push(' ');
            }
            open.push_str(&rest);
            if trimmed.starts_with('#') || line.ends_with("  ") || line.ends_with('\\') {
                close(&mut open);
            }
        }
    }
    close(&mut open);
    blocks.join("\n\n")
}

/// A line across the page, or the line under a heading.
fn is_rule(line: &str) -> bool {
    ["-", "=", "*", "_"].iter().any(|sign| {
        3 <= line.len() && line.trim_matches(|it| it == ' ').replace(sign, "").trim().is_empty()
    })
}

/// Whether the line begins a block of its own, and the line without the sign that says so.
fn without_block_sign(line: &str) -> (bool, String) {
    static LIST: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^([-*+]|\d{1,3}[.)])\s+(\[[ xX]\]\s+)?"));
    let unquoted = line.trim_start_matches(|it: char| it == '>' || it.is_whitespace());
    if line.starts_with('>') {
        return (false, without_block_sign(unquoted).1);
    }
    let heading = line.trim_start_matches('#');
    if heading.len() < line.len() && (heading.is_empty() || heading.starts_with(' ')) {
        return (true, heading.trim().trim_end_matches('#').trim_end().to_owned());
    }
    match LIST.captures(line) {
        Some(sign) => {
            let rest = &line[sign[0].len()..];
            let number = sign[1].starts_with(|it: char| it.is_ascii_digit());
            (true, if number { format!("{} {rest}", &sign[1]) } else { format!("• {rest}") })
        }
        None => (line.starts_with('|'), line.trim_end_matches('\\').to_owned()),
    }
}

/// The words of a stretch of Markdown without the signs of links, pictures, emphasis and tags.
fn inline(text: &str) -> String {
    static RULES: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
        let rules = [
            (r"<!--[^>]*-->", ""),
            (r"!\[([^\[\]]*)\]\([^()]*\)", "$1"),
            (r"\[([^\[\]]*)\]\([^()]*(?:\([^()]*\))?[^()]*\)", "$1"),
            (r"\[([^\[\]]+)\]\[[^\[\]]*\]", "$1"),
            (r"<(https?://[^<>\s]+)>", "$1"),
            (r"</?[a-zA-Z][^<>]*>", ""),
            (r"`([^`]+)`", "$1"),
            (r"\*\*([^*]+)\*\*", "$1"),
            (r"\*([^*\s](?:[^*]*[^*\s])?)\*", "$1"),
            (r"\b__([^_]+)__\b", "$1"),
            (r"\b_([^_]+)_\b", "$1"),
            (r"~~([^~]+)~~", "$1"),
        ];
        rules.into_iter().map(|(rule, with)| (pattern(rule), with)).collect()
    });
    let mut text = hide_escaped(text);
    for (rule, with) in RULES.iter() {
        if let std::borrow::Cow::Owned(changed) = rule.replace_all(&text, *with) {
            text = changed;
        }
    }
    show_escaped(&text)
}

/// Signs that a backslash keeps from being Markdown.
const ESCAPED: &str = "\\`*_{}[]()#+-.!~|<>";

/// Where escaped signs hide while Markdown is read: a private area of Unicode.
const HIDING: u32 = 0xF_0000;

fn escape(text: &str) -> String {
    let escaped = |it: char| if ESCAPED.contains(it) { vec!['\\', it] } else { vec![it] };
    text.chars().flat_map(escaped).collect()
}

fn hide_escaped(text: &str) -> String {
    let (mut hidden, mut letters) = (String::with_capacity(text.len()), text.chars().peekable());
    while let Some(letter) = letters.next() {
        match letters.peek() {
            Some(sign) if letter == '\\' && ESCAPED.contains(*sign) => {
                hidden.extend(char::from_u32(HIDING + u32::from(*sign)));
                letters.next();
            }
            _ => hidden.push(letter),
        }
    }
    hidden
}

fn show_escaped(text: &str) -> String {
    let shown = |it: char| {
        let sign = u32::from(it).checked_sub(HIDING).and_then(char::from_u32);
        sign.filter(|sign| ESCAPED.contains(*sign)).unwrap_or(it)
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;
    use crate::corpus::Known;

    fn check(source: &str, expect: Expect) {
        expect.assert_eq(&extract(source).text);
    }

    #[test]
    fn signs_go_and_words_stay() {
        check(
            "# The *dam*\n\nWater rose **fast** in [the valley](https://a.example/x_(y)), `gauge_7` said.\n\
             A second line,\nwrapped.\n\n> Quoted\n> words\n\n- one\n- two_three_four\n1. first\n\n![the dam](dam.jpg)\n\n\
             ***\n\n5 \\* 3 <b>bold</b> <https://b.example>",
            expect![[r#"
                The dam

                Water rose fast in the valley, gauge_7 said. A second line, wrapped.

                Quoted words

                • one

                • two_three_four

                1. first

                the dam

                5 * 3 bold https://b.example"#]],
        );
    }

    #[test]
    fn code_stays_readable_line_by_line() {
        check(
            "Text\n```\na *b* c\n  [d](e) \\x\n```\nmore",
            expect![[r#"
            Text

            a *b* c

            [d](e) \x

            more"#]],
        );
    }

    #[test]
    fn front_matter_is_stated_and_not_read() {
        let source = "---\ntitle: \"Dam: it holds\"\noutlet: River Post\ndate: 2021-05-03\nauthor: [A. Roe, 'B. Doe']\n\
                      lang: en-GB\ndraft: no\n---\n# Heading\n\nText.";
        let Extracted { text, stated } = extract(source);
        assert_eq!(text, "Heading\n\nText.");
        let known = |it: Option<Known<String>>| it.map(|it| (it.value, it.reason)).unwrap();
        assert_eq!(
            known(stated.title),
            ("Dam: it holds".into(), "“title” in the front matter".into())
        );
        assert_eq!(known(stated.author).0, "A. Roe, B. Doe");
        assert_eq!(known(stated.published).0, "2021-05-03");
        assert_eq!(known(stated.outlet).0, "River Post");
        assert_eq!(known(stated.language).0, "en-GB");
    }

    #[test]
    fn quotes_within_quotes_without_end_are_read() {
        assert_eq!(extract(&("> ".repeat(200_000) + "It held.")).text, "It held.");
    }

    #[test]
    fn a_line_of_dashes_is_no_front_matter() {
        check(
            "---\nText: a\n\nmore",
            expect![[r#"
            Text: a

            more"#]],
        );
        assert_eq!(extract("# A _b_ c\n\nText").stated.title.unwrap().value, "A b c");
    }

    proptest! {
        #[test]
        fn plain_words_come_through(words in proptest::collection::vec("[a-z]{1,6}", 1..9)) {
            prop_assert_eq!(extract(&words.join("\n")).text, words.join(" "));
        }

        #[test]
        fn any_signs_are_survived(source in "[\\[\\]()*_`#>|\\\\!<a \n-]{0,200}") {
            extract(&source);
        }
    }
}
