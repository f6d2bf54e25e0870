//! Owns the reading of pages that nest so deep that building their tree would take forever: tags dropped as they come.

use super::words::{Text, is_inline};

/// Elements that may stay open without nesting.
const SELF_CLOSING: &[&str] = &[
    "p", "li", "br", "hr", "img", "meta", "link", "input", "td", "th", "tr", "dt", "dd", "option",
    "source", "wbr", "area", "base", "col", "embed", "track", "html", "head", "body", "tbody",
    "thead", "tfoot", "colgroup",
];

/// How deep the elements of a page nest, judged by its tags alone.
pub fn depth(source: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in Tags(source) {
        match tag.name.strip_prefix('/') {
            Some(_) => depth = depth.saturating_sub(1),
            None if SELF_CLOSING.contains(&tag.name.as_str()) => {}
            None => depth += 1,
        }
        deepest = deepest.max(depth);
    }
    deepest
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
