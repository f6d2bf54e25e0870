//! Owns the JSON Schema of the project file, made from the types of the records.

use schemars::{JsonSchema, Schema, schema_for};

use crate::base::{Offset, Unknown};
use crate::project::records::{Actor, Annotation, ArticleRecord, Code, Dismissal, Incident, Root};

/// A KB Workbench project.
#[derive(JsonSchema)]
#[schemars(rename = "kbproj")]
#[expect(dead_code, reason = "only its shape is used")]
struct File {
    /// What the file is.
    #[schemars(extend("const" = "kbproj"))]
    format: String,
    /// The version of this shape.
    #[schemars(extend("const" = super::VERSION))]
    version: u64,
    #[serde(default)]
    name: String,
    /// The zone in which a time without a stated zone is read.
    #[serde(default)]
    zone: Offset,
    #[serde(default)]
    roots: Vec<Root>,
    #[serde(default)]
    articles: Vec<ArticleRecord>,
    #[serde(default)]
    actors: Vec<Actor>,
    #[serde(default)]
    incidents: Vec<Incident>,
    #[serde(default)]
    codes: Vec<Code>,
    #[serde(default)]
    annotations: Vec<Annotation>,
    #[serde(default)]
    dismissals: Vec<Dismissal>,
    #[serde(flatten)]
    unknown: Unknown,
}

/// The JSON Schema (2020-12) of a project file without unread records.
pub fn schema() -> Schema {
    schema_for!(File)
}
