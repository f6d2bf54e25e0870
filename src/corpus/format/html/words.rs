//! Owns the way from a page's elements to lines of text: blocks are paragraphs, inline elements are not.

use dom_query::{Document, NodeRef};

/// Elements whose words belong to the text around them; all others stand on lines of their own.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements without words to read.
const SILENT: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "math", "head", "iframe", "object", "canvas",
    "audio", "video", "button", "select", "input", "textarea", "title",
];

/// The words of a page as paragraphs divided by blank lines, without the elements named in `without`.
pub fn paragraphs(page: &Document, without: &[&str]) -> String {
    let mut text = Text::default();
    // Walked without recursion: pages nest as deep as they like.
    let mut open = vec![Step::Enter(page.root())];
    while let Some(step) = open.pop() {
        match step {
            Step::Leave => text.close(),
            Step::Cell => text.cell(),
            Step::Enter(node) if node.is_text() => text.push(&node.text()),
            Step::Enter(node) => {
                let name = node.node_name().map(|it| it.to_ascii_lowercase()).unwrap_or_default();
                let name = name.as_str();
                if SILENT.contains(&name) || without.contains(&name) || is_hidden(&node) {
                    continue;
                }
                match name {
                    "br" | "hr" => text.close(),
                    "td" | "th" => open.push(Step::Cell),
                    _ if node.is_element() && !is_inline(name) => {
                        text.close();
                        open.push(Step::Leave);
                    }
                    _ => {}
                }
                open.extend(node.children_it(true).map(Step::Enter));
            }
        }
    }
    text.finish()
}

/// What a page may come to before it is too much to judge.
pub struct Limits {
    /// Elements within each other.
    pub depth: usize,
    pub elements: usize,
    /// Bytes looked at to write its texts as HTML again: for each letter to be escaped, the rest of its text.
    pub escaping: usize,
}

/// Whether a page goes beyond the limits given.
pub fn is_heavy(page: &Document, limits: &Limits) -> bool {
    let (mut open, mut count, mut escaping) = (vec![(page.root(), 0)], 0, 0_usize);
    while let Some((node, depth)) = open.pop() {
        count += 1;
        if node.is_text() {
            escaping = escaping.saturating_add(escaping_of(&node.text()));
        }
        for attribute in node.attrs() {
            escaping = escaping.saturating_add(escaping_of(&attribute.value));
        }
        if limits.depth < depth || limits.elements < count || limits.escaping < escaping {
            return true;
        }
        open.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    false
}

fn escaping_of(text: &str) -> usize {
    // 0xC2 begins the space that does not break, and the letters beside it.
    let is_escaped = |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | 0xC2);
    text.bytes().filter(is_escaped).count().saturating_mul(text.len())
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave,
    Cell,
}

fn is_hidden(node: &NodeRef) -> bool {
    node.is_element()
        && (node.has_attr("hidden") || node.attr("aria-hidden").is_some_and(|it| &*it == "true"))
}

/// Whether the words of an element belong to the text around it.
pub fn is_inline(name: &str) -> bool {
    INLINE.contains(&name)
}

/// Paragraphs as they come together.
#[derive(Default)]
pub struct Text {
    paragraphs: Vec<String>,
    open: String,
}

impl Text {
    /// Adds words, any white space between them as one space.
    pub fn push(&mut self, text: &str) {
        for letter in text.chars() {
            if !matches!(letter, ' ' | '\n' | '\t' | '\r' | '\u{C}') {
                self.open.push(letter);
            } else if !self.open.is_empty() && !self.open.ends_with(' ') {
                self.open.push(' ');
            }
        }
    }

    /// Ends a cell of a table, which is not the end of its line.
    fn cell(&mut self) {
        if !self.open.trim().is_empty() {
            self.open = format!("{} | ", self.open.trim_end());
        }
    }

    /// Ends the open paragraph.
    pub fn close(&mut self) {
        let paragraph = self.open.trim().trim_end_matches('|').trim_end();
        if !paragraph.is_empty() {
            self.paragraphs.push(paragraph.to_owned());
        }
        self.open.clear();
    }

    /// All paragraphs, divided by blank lines.
    pub fn finish(mut self) -> String {
        self.close();
        self.paragraphs.join("\n\n")
    }
}
