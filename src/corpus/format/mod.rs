//! Owns which files are articles and how each format gives its reading text and what it states about itself. One
//! format a file.

mod html;
mod md;

use super::Known;

/// A kind of file that articles come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Its text is the reading text as it stands.
    Text,
    Markdown,
    Html,
}

/// The reading text of a file, and what the file states about it outside that text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Extracted {
    pub text: String,
    pub stated: Stated,
}

/// Statements of a file's header about the article; each with where it stands, in words.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Stated {
    pub title: Option<Known<String>>,
    pub outlet: Option<Known<String>>,
    pub agency: Option<Known<String>>,
    pub author: Option<Known<String>>,
    pub url: Option<Known<String>>,
    /// As written, to be read as a date.
    pub published: Option<Known<String>>,
    /// A language tag as written.
    pub language: Option<Known<String>>,
}

/// Letters of a statement beyond which it is cut: a title as long as a book is none.
const LONGEST: usize = 1000;

/// A statement with where it stands, unless it is empty; white space within as single spaces.
fn statement(value: &str, reason: impl Into<String>) -> Option<Known<String>> {
    let mut value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = value.char_indices().nth(LONGEST) {
        let end = value[..end].char_indices().next_back().map_or(0, |(at, _)| at);
        value.truncate(end);
        value.push('…');
    }
    (!value.is_empty()).then(|| Known::stated(value, reason))
}

impl Format {
    /// The format of a file by its name, letter case aside; none if it is no article.
    pub fn of(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "txt" => Some(Self::Text),
            "md" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            _ => None,
        }
    }

    /// The ending of a file that likely holds a report, but in a format that is not read.
    pub fn unread(name: &str) -> Option<String> {
        const ENDINGS: &[&str] = &[
            "doc", "docx", "eml", "epub", "mht", "mhtml", "msg", "odt", "pages", "pdf", "rtf",
            "wps",
        ];
        let (_, ending) = name.rsplit_once('.')?;
        let ending = ending.to_ascii_lowercase();
        ENDINGS.contains(&ending.as_str()).then_some(ending)
    }

    /// The reading text of a decoded file.
    pub fn extract(self, text: String) -> Extracted {
        match self {
            Self::Text => Extracted { text, ..Extracted::default() },
            Self::Markdown => md::extract(&text),
            Self::Html => html::extract(&text),
        }
    }
}
