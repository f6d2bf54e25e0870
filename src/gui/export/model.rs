//! Owns what the dialog knows: the choices, what they come to, and why they may come to nothing. No painting.

use std::path::{Path, PathBuf};

use eframe::egui::TextureHandle;

use super::preview::{Asked, Preview};
use crate::export::{Content, Form, Look, Preset, Size, beside};
use crate::gui::desk::Face;
use crate::gui::made::Made;
use crate::views::chart::ChartRequest;
use crate::views::matrix::MatrixRequest;

/// What can be exported.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Subject {
    #[default]
    Casualties,
    Stances,
    Annotations,
}

impl Subject {
    pub const ALL: [Self; 3] = [Self::Casualties, Self::Stances, Self::Annotations];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Casualties => "Casualties",
            Self::Stances => "Stances",
            Self::Annotations => "All annotations",
        }
    }

    /// What is exported of a view; none while articles are read.
    pub const fn of(face: Face) -> Option<Self> {
        match face {
            Face::Read | Face::Review => None,
            Face::Table => Some(Self::Annotations),
            Face::Casualties => Some(Self::Casualties),
            Face::Stances => Some(Self::Stances),
        }
    }

    /// The forms it can be written in.
    pub const fn forms(self) -> &'static [Form] {
        match self {
            Self::Casualties | Self::Stances => &Form::OF_FIGURES,
            Self::Annotations => &Form::OF_TABLES,
        }
    }

    /// The proposed name of a file, without its ending.
    const fn stem(self) -> &'static str {
        match self {
            Self::Casualties => "casualties",
            Self::Stances => "stances",
            Self::Annotations => "annotations",
        }
    }
}

/// Words above a figure, as typed; blank ones are left to the figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    pub title: String,
    pub subtitle: String,
}

/// A size without a name, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Free {
    pub width: String,
    pub height: String,
    pub scale: String,
}

/// What is chosen in the dialog.
#[derive(Debug, Clone, PartialEq)]
pub struct Choices {
    pub subject: Subject,
    pub figure_form: Form,
    pub table_form: Form,
    /// A size with a name; none for the free one.
    pub preset: Option<Preset>,
    pub free: Free,
    pub transparent: bool,
    pub casualties: Words,
    pub stances: Words,
    /// Evidence lists written beside a picture.
    pub evidence_csv: bool,
    pub evidence_html: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            subject: Subject::default(),
            figure_form: Form::Png,
            table_form: Form::Csv,
            preset: Some(Preset::Slide),
            free: Free { width: "1600".into(), height: "900".into(), scale: "2".into() },
            transparent: false,
            casualties: Words::default(),
            stances: Words::default(),
            evidence_csv: false,
            evidence_html: false,
        }
    }
}

impl Choices {
    pub fn form(&self) -> Form {
        match self.subject {
            Subject::Casualties | Subject::Stances => self.figure_form,
            Subject::Annotations => self.table_form,
        }
    }

    pub fn form_mut(&mut self) -> &mut Form {
        match self.subject {
            Subject::Casualties | Subject::Stances => &mut self.figure_form,
            Subject::Annotations => &mut self.table_form,
        }
    }

    /// The words above the figure; a table has none.
    pub fn words_mut(&mut self) -> Option<&mut Words> {
        match self.subject {
            Subject::Casualties => Some(&mut self.casualties),
            Subject::Stances => Some(&mut self.stances),
            Subject::Annotations => None,
        }
    }

    fn words(&self) -> Option<&Words> {
        match self.subject {
            Subject::Casualties => Some(&self.casualties),
            Subject::Stances => Some(&self.stances),
            Subject::Annotations => None,
        }
    }

    /// The size of the figure, or why there can be none.
    pub fn size(&self) -> Result<Size, String> {
        let size = match self.preset {
            Some(preset) => preset.size(),
            None => {
                let number = |text: &str| text.trim().replace(',', ".").parse::<f32>().ok();
                let Free { width, height, scale } = &self.free;
                match (number(width), number(height), number(scale)) {
                    (Some(width), Some(height), Some(scale)) => {
                        // Whole points, as on the command line.
                        Size { width: width.round(), height: height.round(), scale }
                    }
                    _ => return Err("width, height and scale are to be numbers".to_owned()),
                }
            }
        };
        size.fault(self.form()).map_or(Ok(size), Err)
    }

    /// Takes the size there is as the free one, to be changed from there.
    pub fn free_size(&mut self) {
        let Some(preset) = self.preset.take() else { return };
        let size = preset.size();
        self.free.width = size.width.round().to_string();
        self.free.height = size.height.round().to_string();
        let scale = format!("{:.2}", size.scale);
        self.free.scale = scale.trim_end_matches('0').trim_end_matches('.').to_owned();
    }

    /// Makes the figure as high as this, in points.
    pub fn set_height(&mut self, height: f32) {
        self.free_size();
        self.free.height = height.to_string();
    }

    /// How the figure looks, or why there can be none.
    pub fn look(&self) -> Result<Look, String> {
        let words = self.words();
        let typed = |text: fn(&Words) -> &String| {
            words.map(text).filter(|it| !it.trim().is_empty()).cloned()
        };
        let drawn = self.form().is_picture();
        Ok(Look {
            // A size that is not asked for may be as it is typed.
            size: if drawn { self.size()? } else { Size::default() },
            title: typed(|it| &it.title),
            subtitle: typed(|it| &it.subtitle),
            transparent: self.transparent && drawn,
            listed: !self.evidence().is_empty(),
        })
    }

    /// Forms of the evidence lists written beside the file.
    pub fn evidence(&self) -> Vec<Form> {
        let lists = [(self.evidence_csv, Form::Csv), (self.evidence_html, Form::Html)];
        let asked = lists.into_iter().filter(|(is_asked, _)| *is_asked && self.form().is_picture());
        asked.map(|(_, form)| form).collect()
    }
}

/// A file to be made, with the evidence beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    pub content: Content,
    pub form: Form,
    pub look: Look,
    pub evidence: Vec<Form>,
}

impl Job {
    /// All files, the one that was named first, with their forms.
    pub fn files(&self, path: &Path) -> Vec<(PathBuf, Form)> {
        let evidence = self.evidence.iter().map(|it| (beside(path, *it), *it));
        std::iter::once((path.to_owned(), self.form)).chain(evidence).collect()
    }
}

/// What is remembered of the dialog while the program runs.
#[derive(Debug, Default)]
pub struct Kept {
    pub choices: Choices,
    /// What chart and matrix showed then.
    pub requests: (ChartRequest, MatrixRequest),
    /// Where the last file went.
    pub folder: Option<PathBuf>,
    /// What is to be made as soon as its path is chosen.
    pub job: Option<Job>,
}

impl Kept {
    /// The dialog as it was left, for what is shown now. Words typed for what was shown otherwise then are left out.
    pub fn dialog(&self, face: Face, chart: ChartRequest, matrix: MatrixRequest) -> ExportDialog {
        let mut choices = self.choices.clone();
        if let Some(subject) = Subject::of(face) {
            choices.subject = subject;
        }
        if self.requests.0 != chart {
            choices.casualties = Words::default();
        }
        if self.requests.1 != matrix {
            choices.stances = Words::default();
        }
        ExportDialog::new(choices, chart, matrix)
    }

    /// The dialog exactly as it was left, for another try.
    pub fn again(&self) -> ExportDialog {
        let (chart, matrix) = self.requests.clone();
        ExportDialog::new(self.choices.clone(), chart, matrix)
    }
}

/// The dialog's state.
pub struct ExportDialog {
    pub choices: Choices,
    /// What chart and matrix show.
    pub chart: ChartRequest,
    pub matrix: MatrixRequest,
    pub preview: Made<Option<Asked>, Preview>,
    /// The picture of the preview, on the graphics card.
    pub texture: Option<TextureHandle>,
    /// Why the last try came to nothing, if this is another one.
    pub fault: Option<Fault>,
    /// The view shows suggestions, which no file holds.
    pub omits: bool,
}

/// Why nothing was exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What happened, a sentence without full stop.
    pub what: String,
    /// What is safe and what to do.
    pub hint: String,
}

impl ExportDialog {
    fn new(choices: Choices, chart: ChartRequest, matrix: MatrixRequest) -> Self {
        let (preview, texture, fault) = (Made::default(), None, None);
        Self { choices, chart, matrix, preview, texture, fault, omits: false }
    }

    /// What is to be made, or why nothing can be.
    pub fn job(&self) -> Result<Job, String> {
        let choices = &self.choices;
        let content = match choices.subject {
            Subject::Casualties => Content::Casualties(self.chart.clone()),
            Subject::Stances => Content::Stances(self.matrix.clone()),
            Subject::Annotations => Content::Annotations,
        };
        let (form, evidence) = (choices.form(), choices.evidence());
        Ok(Job { content, form, look: choices.look()?, evidence })
    }

    /// The name proposed for the file.
    pub fn file_name(&self) -> String {
        format!("{}.{}", self.choices.subject.stem(), self.choices.form().ending())
    }
}
