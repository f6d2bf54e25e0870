//! Owns how files are made: what is shown, in which form and look, comes in; bytes, and what they hold in words, go
//! out. Command line and window make their files here, so the same choices give the same bytes.

use std::io;
use std::path::{Path, PathBuf};

use super::{
    CsvOptions, EvidencePage, FigureOptions, Picture, PngError, SIDES, Scene, Size, Source,
    SvgError, SvgOptions, casualties, evidence_csv, evidence_html, evidence_tsv, paint, png,
    rows_csv, rows_jsonl, stances, svg,
};
use crate::project::State;
use crate::views::chart::{Chart, ChartRequest};
use crate::views::matrix::{Matrix, MatrixRequest};
use crate::views::{self, Evidence, annotations};

/// What a file shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    Casualties(ChartRequest),
    Stances(MatrixRequest),
    /// The table of all annotations.
    Annotations,
}

impl Content {
    /// The forms it can be written in.
    pub fn forms(&self) -> &'static [Form] {
        match self {
            Self::Casualties(_) | Self::Stances(_) => &Form::OF_FIGURES,
            Self::Annotations => &Form::OF_TABLES,
        }
    }
}

/// The form of a file, which is also the ending of its name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    #[default]
    Png,
    Svg,
    /// Of a figure the evidence behind it.
    Csv,
    Html,
    Jsonl,
}

impl Form {
    /// Forms of a figure and of the evidence behind it.
    pub const OF_FIGURES: [Self; 4] = [Self::Png, Self::Svg, Self::Csv, Self::Html];

    pub const OF_TABLES: [Self; 2] = [Self::Csv, Self::Jsonl];

    /// How the name of such a file ends, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Jsonl => "jsonl",
        }
    }

    /// Whether it is a picture.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Svg)
    }
}

/// How a figure looks, besides what it shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Look {
    pub size: Size,
    /// Instead of the automatic words; a blank one counts as none.
    pub title: Option<String>,
    pub subtitle: Option<String>,
    /// No ground is painted.
    pub transparent: bool,
    /// The evidence list is written with it.
    pub listed: bool,
}

/// What the size of a figure leaves out.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// "3 more panels, not shown at this size".
    pub words: String,
    /// The least height at which all is shown, in whole points; none if a taller figure does not help.
    pub height: Option<f32>,
}

/// Why there are no bytes.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    #[error(transparent)]
    Png(#[from] PngError),
    #[error(transparent)]
    Svg(#[from] SvgError),
    #[error("this cannot be written as .{}", .0.ending())]
    Form(Form),
    #[error("the file could not be made: {0}")]
    Write(#[from] io::Error),
}

/// What files show, found out once for all of them.
pub struct Shown<'a> {
    state: &'a State,
    data: Data,
}

enum Data {
    Chart(Box<Chart>),
    Matrix(Box<Matrix>),
    Annotations,
}

impl<'a> Shown<'a> {
    pub fn new(state: &'a State, content: &Content) -> Self {
        let data = match content {
            Content::Casualties(request) => Data::Chart(Box::new(views::chart(state, request))),
            Content::Stances(request) => Data::Matrix(Box::new(views::matrix(state, request))),
            Content::Annotations => Data::Annotations,
        };
        Self { state, data }
    }

    /// The automatic title; none of a table.
    pub fn title(&self) -> &str {
        match &self.data {
            Data::Chart(chart) => &chart.headline,
            Data::Matrix(matrix) => &matrix.title,
            Data::Annotations => "",
        }
    }

    /// The automatic subtitle; none of a table.
    pub fn subtitle(&self) -> &str {
        match &self.data {
            Data::Chart(chart) => &chart.subtitle,
            Data::Matrix(matrix) => &matrix.subtitle,
            Data::Annotations => "",
        }
    }

    /// What stands behind a figure; nothing behind a table.
    pub fn evidence(&self) -> &[Evidence] {
        match &self.data {
            Data::Chart(chart) => &chart.evidence,
            Data::Matrix(matrix) => &matrix.evidence,
            Data::Annotations => &[],
        }
    }

    /// What is shown in words: "36 claims from 9 articles".
    pub fn holds(&self) -> String {
        match self.articles() {
            None => self.counted(),
            Some(0) => {
                format!("{}; nothing in the project fits what was asked for", self.counted())
            }
            Some(some) => format!("{} from {}", self.counted(), count(some, "article", "articles")),
        }
    }

    /// The file in a form.
    pub fn bytes(&self, form: Form, look: &Look) -> Result<Vec<u8>, MakeError> {
        let mut bytes = vec![];
        match form {
            Form::Png => {
                bytes = png(&self.scene(look).ok_or(MakeError::Form(form))?, look.size.scale)?
            }
            Form::Svg => {
                let scene = self.scene(look).ok_or(MakeError::Form(form))?;
                bytes = svg(&scene, SvgOptions::default())?.into_bytes();
            }
            Form::Csv if self.articles().is_none() => {
                rows_csv(annotations(self.state), CsvOptions::default(), &mut bytes)?;
            }
            Form::Csv => evidence_csv(self.evidence(), CsvOptions::default(), &mut bytes)?,
            Form::Html => {
                let articles = self.articles().ok_or(MakeError::Form(form))?;
                let page = EvidencePage {
                    title: typed(&look.title).unwrap_or(self.title()),
                    subtitle: typed(&look.subtitle).unwrap_or(self.subtitle()),
                    source: &Source::of(self.state).line(&self.counted(), articles),
                    evidence: self.evidence(),
                };
                evidence_html(&page, &mut bytes)?;
            }
            Form::Jsonl if self.articles().is_none() => {
                rows_jsonl(annotations(self.state), &mut bytes)?;
            }
            Form::Jsonl => return Err(MakeError::Form(form)),
        }
        Ok(bytes)
    }

    /// The figure as pixels, of `scale` to the point; those of the PNG if the scale is that of its size.
    pub fn picture(&self, look: &Look, scale: f32) -> Result<Picture, MakeError> {
        let scene = self.scene(look).ok_or(MakeError::Form(Form::Png))?;
        Ok(paint(&scene, scale)?)
    }

    /// What the size leaves out of the figure; none if all is shown. Lays the figure out several times if something is.
    pub fn left_out(&self, look: &Look) -> Option<LeftOut> {
        let words = self.scene(look)?.left_out?;
        let shows_all = |height: f32| {
            let size = Size { height, ..look.size };
            self.scene(&Look { size, ..look.clone() }).is_some_and(|it| it.left_out.is_none())
        };
        let mut height = Some(look.size.height.ceil());
        let mut short = look.size.height;
        while let Some(tall) = height.filter(|it| !shows_all(*it)) {
            short = tall;
            height = (tall < *SIDES.end()).then(|| (tall * TALLER).ceil().min(*SIDES.end()));
        }
        if let Some(tall) = &mut height {
            while short + 1.0 < *tall {
                let middle = ((short + *tall) / 2.0).floor();
                if shows_all(middle) {
                    *tall = middle;
                } else {
                    short = middle;
                }
            }
        }
        Some(LeftOut { words, height })
    }

    /// The evidence as lines of cells with tabs between them, as spreadsheets take them from the clipboard.
    pub fn tsv(&self) -> Result<String, MakeError> {
        Ok(evidence_tsv(self.evidence())?)
    }

    fn scene(&self, look: &Look) -> Option<Scene> {
        let options = FigureOptions {
            width: look.size.width,
            height: look.size.height,
            title: typed(&look.title).map(str::to_owned),
            subtitle: typed(&look.subtitle).map(str::to_owned),
            transparent: look.transparent,
            listed: look.listed,
            source: Source::of(self.state),
        };
        match &self.data {
            Data::Chart(chart) => Some(casualties(chart, &options)),
            Data::Matrix(matrix) => Some(stances(matrix, &options)),
            Data::Annotations => None,
        }
    }

    /// Articles among the evidence of a figure; none of a table.
    fn articles(&self) -> Option<usize> {
        match &self.data {
            Data::Chart(chart) => Some(chart.articles),
            Data::Matrix(matrix) => Some(matrix.articles),
            Data::Annotations => None,
        }
    }

    /// "36 claims", "4 stances", "5 annotations".
    fn counted(&self) -> String {
        match &self.data {
            Data::Chart(chart) => count(chart.evidence.len(), "claim", "claims"),
            Data::Matrix(matrix) => count(matrix.evidence.len(), "stance", "stances"),
            Data::Annotations => count(annotations(self.state).len(), "annotation", "annotations"),
        }
    }
}

/// By how much a figure grows from one try to the next, to see whether all has room in it.
const TALLER: f32 = 1.4;

/// The file for the evidence behind the figure at `path`: NAME-evidence.csv.
pub fn beside(path: &Path, form: Form) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push("-evidence.");
    name.push(form.ending());
    path.with_file_name(name)
}

fn typed(words: &Option<String>) -> Option<&str> {
    words.as_deref().map(str::trim).filter(|it| !it.is_empty())
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", views::count(number as u64), if number == 1 { one } else { many })
}
