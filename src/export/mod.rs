//! View data into bytes: figures (a scene, then SVG, then PNG) and evidence lists (CSV, HTML, JSON lines). Opens no
//! file, reads no clock and keeps no state; the same input gives the same bytes.

mod csv;
mod figure;
mod html;
mod jsonl;
mod measure;
mod png;
mod scene;
mod svg;

pub use csv::{CsvOptions, evidence_csv, guarded, rows_csv};
pub use figure::{FigureOptions, Source, casualties, stances};
pub use html::{EvidencePage, evidence_html};
pub use jsonl::rows_jsonl;
pub use measure::{Weight, Wrapped, ellipsize, text_width, wrap};
pub use png::{PngError, png};
pub use scene::{Anchor, Paint, Point, Prim, Rect, Scene, Stroke, Text, TextBox};
pub use svg::{SvgError, SvgOptions, SvgText, svg};
