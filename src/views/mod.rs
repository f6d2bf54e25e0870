//! Plain data in the words of the screen, made from shared references; shown by window, figures and tables alike.
//! Nothing here changes a project, reads a clock or knows a pixel.

mod articles;
pub mod chart;
mod evidence;
mod figure;
mod first;
mod kin;
pub mod matrix;
mod moment;
pub mod names;
pub mod reader;
pub mod review;
pub mod sheet;
mod supposed;
mod table;
#[cfg(test)]
mod tests;
mod verbs;
mod who;
mod words;

pub use articles::{ArticleRow, Counts, articles, articles_counted};
pub use chart::chart;
pub use evidence::{Evidence, EvidenceKind, SUGGESTED, evidence};
pub use figure::{figure, figure_short};
pub use first::{first_chart, first_matrix};
pub use matrix::matrix;
pub use review::review;
pub use sheet::sheet;
pub use supposed::Supposed;
pub use table::{AnnotationRow, annotations};
pub use verbs::holds;
pub use words::{article_name, count, counted, day, days, iso_time, time};
