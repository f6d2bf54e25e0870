//! Owns what an article is once it is read: one version of one report, never changed after loading, shared by `Arc`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::words::Provenance;
use crate::base::{Span, TextIndex, Unknown, When};

/// The version of the rules that make text out of files. Raised when the same file would give another text.
pub const EXTRACTOR: u32 = 1;

/// BLAKE3 of some bytes, in hexadecimal in files.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

/// One version of one report.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// Relative to its root, with `/`.
    pub path: String,
    /// By the text rule: Unicode, no BOM, LF only, no normalisation.
    pub text: String,
    /// Of the text.
    pub text_hash: Hash,
    /// Of the file's bytes.
    pub file_hash: Hash,
    pub metadata: Metadata,
    /// In order, not overlapping; white space between paragraphs belongs to none.
    pub paragraphs: Vec<Span>,
    /// In order, not overlapping, each within one paragraph, without white space at its ends.
    pub sentences: Vec<Span>,
    /// Left over from the page around the article, in order: kept in the text, dimmed on the screen, not searched
    /// for claims and stances.
    pub furniture: Vec<Span>,
    /// Converts positions of this text.
    pub index: TextIndex,
}

impl Article {
    /// The sentence that holds the byte `at`, or none between sentences.
    pub fn sentence_at(&self, at: usize) -> Option<Span> {
        covering(&self.sentences, at)
    }

    /// The paragraph that holds the byte `at`, or none between paragraphs.
    pub fn paragraph_at(&self, at: usize) -> Option<Span> {
        covering(&self.paragraphs, at)
    }

    /// Whether any of `span` is furniture.
    pub fn is_furniture(&self, span: Span) -> bool {
        let after = self.furniture.partition_point(|it| it.end() <= span.start());
        self.furniture.get(after).is_some_and(|it| it.overlaps(span))
    }
}

fn covering(spans: &[Span], at: usize) -> Option<Span> {
    let after = spans.partition_point(|span| span.end() <= at);
    spans.get(after).copied().filter(|span| span.start() <= at)
}

/// What is known of a report besides its text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Metadata {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Known<String>>,
    /// Who printed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<Known<String>>,
    /// Whose wire copy it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Known<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<Known<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Known<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Known<When>>,
    /// ISO 639-1 where there is one, else 639-3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Known<String>>,
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A piece of metadata with how it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Known<T> {
    pub value: T,
    pub from: Provenance,
    /// In words: "the line ‘By Le Monde’", "the language of the words".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl<T> Known<T> {
    pub fn stated(value: T, reason: impl Into<String>) -> Self {
        Self { value, from: Provenance::Stated, reason: reason.into(), unknown: Unknown::default() }
    }

    pub fn guessed(value: T, reason: impl Into<String>) -> Self {
        Self {
            value,
            from: Provenance::Guessed,
            reason: reason.into(),
            unknown: Unknown::default(),
        }
    }

    pub fn by_hand(value: T) -> Self {
        let (reason, unknown) = (String::new(), Unknown::default());
        Self { value, from: Provenance::Hand, reason, unknown }
    }
}

impl Hash {
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }
}

impl std::fmt::Display for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&blake3::Hash::from_bytes(self.0).to_hex())
    }
}

impl std::fmt::Debug for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Hash({self})")
    }
}

impl Serialize for Hash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let hash = blake3::Hash::from_hex(&text)
            .map_err(|_| serde::de::Error::custom(format!("{text:?} is no BLAKE3 hash")))?;
        Ok(Self(*hash.as_bytes()))
    }
}

impl JsonSchema for Hash {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Hash".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[0-9a-f]{64}$",
            "description": "BLAKE3, in hexadecimal."
        })
    }
}
