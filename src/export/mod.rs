//! View data into bytes: figures (a scene, then SVG, then PNG) and evidence lists (CSV, HTML, JSON lines). Opens no
//! file, reads no clock and keeps no state; the same input gives the same bytes.

mod csv;
mod figure;
mod html;
mod jsonl;
mod make;
mod measure;
mod png;
mod scene;
mod size;
mod svg;

pub use csv::{CsvOptions, evidence_csv, evidence_tsv, guarded, rows_csv};
pub use figure::{
    FigureOptions, OnScreen, Screen, Source, casualties, casualties_on_screen, cells, heads,
    stances,
};
pub use html::{EvidencePage, entry_head, evidence_html};
pub use jsonl::rows_jsonl;
pub use make::{Content, Form, LeftOut, Look, MakeError, Shown, beside};
pub use measure::{Weight, Wrapped, ellipsize, text_width, wrap};
pub use png::{Picture, PngError, paint, png};
pub use scene::{Anchor, Paint, Point, Prim, Rect, Scene, Stroke, Text, TextBox};
pub use size::{Preset, SCALES, SIDES, Size};
pub use svg::{SvgError, SvgOptions, SvgText, svg};
