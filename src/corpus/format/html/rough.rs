//! Owns the reading of pages whose tree would take forever to build, or more memory than there is: tags dropped as they
//! come.

use super::words::{Text, is_inline};

/// Elements that may stay open without nesting.
const SELF_CLOSING: &[&str] = &[
    "p", "li", "br", "hr", "img", "meta", "link", "input", "td", "th", "tr", "dt", "dd", "option",
    "source", "wbr", "area", "base", "col", "embed", "track", "html", "head", "body", "tbody",
    "thead", "tfoot", "colgroup",
];

/// Elements that a page's reader opens again in every block that follows, as long as they are not closed.
const REOPENED: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// What the tree of a page would cost, judged by its tags alone.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cost {
    /// How deep the elements nest.
    pub depth: usize,
    /// Elements that the tree would have only because others were left open.
    pub reopened: usize,
}

/// Judges a page before its tree is made.
pub fn cost(source: &str) -> Cost {
    let (mut depth, mut open, mut cost) = (0_usize, 0_usize, Cost::default());
    for tag in Tags(source) {
        let name = tag.name.trim_start_matches('/');
        let closes = name.len() < tag.name.len();
        if REOPENED.contains(&name) {
            open = if closes { open.saturating_sub(1) } else { open + 1 };
        } else if !is_inline(name) {
            cost.reopened = cost.reopened.saturating_add(open);
        }
        if closes {
            depth = depth.saturating_sub(1);
        } else if !SELF_CLOSING.contains(&name) {
            depth += 1;
        }
        cost.depth = cost.depth.max(depth);
    }
    cost
}

/// The words of a page, one paragraph for each stretch between the tags of blocks.
pub fn paragraphs(source: &str) -> String {
    let (mut text, mut silent) = (Text::default(), None::<String>);
    let first = source.find('<').unwrap_or(source.len());
    text.push(&source[..first]);
    for tag in Tags(source) {
        match &silent {
            Some(name) if tag.name != *name => continue,
            _ => silent = None,
        }
        if matches!(tag.name.as_str(), "script" | "style") {
            silent = Some(format!("/{}", tag.name));
            continue;
        }
        if !is_inline(tag.name.trim_start_matches('/')) {
            text.close();
        }
        text.push(tag.after);
    }
    text.finish()
}

/// The tags of a page, each with the text up to the next.
struct Tags<'a>(&'a str);

struct Tag<'a> {
    /// In lower case, with `/` if it closes.
    name: String,
    after: &'a str,
}

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        let inside = self.0.split_once('<')?.1;
        let (tag, rest) = inside.split_once('>').unwrap_or((inside, ""));
        let after = &rest[..rest.find('<').unwrap_or(rest.len())];
        self.0 = rest;
        let is_name = |it: &char| it.is_ascii_alphanumeric() || *it == '/';
        let name = tag.chars().take_while(is_name).collect::<String>().to_ascii_lowercase();
        Some(Tag { name, after })
    }
}
