//! Figures as finished pictures: what is asked of one, and where each kind is laid out. The asked size is kept whatever
//! the data; everything is measured before it is placed, so that nothing is cut off and no two texts overlap.

mod axes;
mod casualties;
pub mod cells;
mod frame;
mod grid;
pub mod heads;
mod key;
mod labels;
mod layout;
mod marks;
mod numbers;
mod panel;
mod places;
mod screen;
mod shades;
mod source;
mod space;
mod stances;
mod style;

pub use casualties::casualties;
pub use screen::{OnScreen, Screen, casualties_on_screen};
pub use stances::stances;

/// What is asked of a figure besides its data.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureOptions {
    /// In logical units; a size under 200 × 150 counts as that.
    pub width: f32,
    pub height: f32,
    /// Instead of the headline of the data.
    pub title: Option<String>,
    /// Instead of the subtitle of the data.
    pub subtitle: Option<String>,
    /// No ground is painted.
    pub transparent: bool,
    /// The evidence list goes with the figure; else the figure says where to get it.
    pub listed: bool,
    pub source: Source,
}

/// What the source line of a figure says of the project.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// Name of the project; may be empty.
    pub project: String,
    /// Day of its last change in words, "21 September 2023".
    pub changed: Option<String>,
    /// Version of the program.
    pub version: String,
    /// Articles in the project.
    pub articles: usize,
}

impl Source {
    /// The source line of an evidence list: what is counted ("10 claims"), in how many articles, and where from.
    pub fn line(&self, counted: &str, articles: usize) -> String {
        frame::source_words(counted, articles, self, "")
    }
}

impl Default for FigureOptions {
    fn default() -> Self {
        Self {
            width: 1600.0,
            height: 900.0,
            title: None,
            subtitle: None,
            transparent: false,
            listed: true,
            source: Source::default(),
        }
    }
}
