//! Owns the preview: the file as it will be, made on a thread at the size it has in the dialog.

use eframe::egui::ColorImage;

use crate::export::{Content, Form, LeftOut, Look, Picture, Shown, Size, entry_head};
use crate::project::State;
use crate::views::Evidence;

/// The most lines of a table that are shown, and the most letters of each.
const LINES: usize = 24;
const LETTERS: usize = 160;

/// The most entries of an evidence list that are shown.
const ENTRIES: usize = 6;

/// What is to be previewed, and the pixels there are for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    pub content: Content,
    pub form: Form,
    pub look: Look,
    pub room: [u32; 2],
}

/// A preview.
#[derive(Debug)]
pub struct Preview {
    /// The words that a figure has by itself.
    pub title: String,
    pub subtitle: String,
    /// "36 claims from 9 articles".
    pub holds: String,
    pub body: Body,
    /// What the figure leaves out at this size.
    pub left_out: Option<LeftOut>,
    /// What is previewed.
    pub of: Asked,
}

/// What is seen of the file.
#[derive(Debug)]
pub enum Body {
    Picture(ColorImage),
    /// The first lines of a table.
    Lines(Vec<String>),
    /// The title of a page, and its first entries: head and sentence.
    Page {
        title: String,
        entries: Vec<(String, String)>,
    },
    /// Nothing could be made; why.
    Fault(String),
}

impl Preview {
    /// What is left out of a figure of this content and size; none too as long as that is not known.
    pub fn left_out(&self, content: &Content, size: Size) -> Option<&LeftOut> {
        let is_of = self.of.content == *content && self.of.look.size == size;
        self.left_out.as_ref().filter(|_| is_of)
    }

    pub fn picture(&self) -> Option<ColorImage> {
        match &self.body {
            Body::Picture(picture) => Some(picture.clone()),
            _ => None,
        }
    }
}

impl Asked {
    /// Makes the preview. Takes as long as the figure is large.
    pub fn make(&self, state: &State) -> Preview {
        let shown = Shown::new(state, &self.content);
        Preview {
            title: shown.title().to_owned(),
            subtitle: shown.subtitle().to_owned(),
            holds: shown.holds(),
            body: self.body(&shown),
            left_out: match self.form.is_picture() {
                true => shown.left_out(&self.look),
                false => None,
            },
            of: self.clone(),
        }
    }

    fn body(&self, shown: &Shown<'_>) -> Body {
        match self.form {
            Form::Png | Form::Svg => match shown.picture(&self.look, self.scale()) {
                Ok(picture) => Body::Picture(image(&picture)),
                Err(error) => Body::Fault(error.to_string()),
            },
            Form::Csv | Form::Jsonl => match shown.bytes(self.form, &self.look) {
                Ok(bytes) => Body::Lines(lines(&String::from_utf8_lossy(&bytes))),
                Err(error) => Body::Fault(error.to_string()),
            },
            Form::Html => {
                let title = self.look.title.as_deref().unwrap_or(shown.title()).to_owned();
                let entries = shown.evidence().iter().take(ENTRIES);
                let entry = |it: &Evidence| (entry_head(it), it.sentence.clone());
                Body::Page { title, entries: entries.map(entry).collect() }
            }
        }
    }

    /// Pixels to the point at which the figure fills its room.
    fn scale(&self) -> f32 {
        let [width, height] = self.room.map(|it| it as f32);
        (width / self.look.size.width).min(height / self.look.size.height)
    }
}

/// A picture as egui has it.
pub fn image(picture: &Picture) -> ColorImage {
    let size = [picture.width as usize, picture.height as usize];
    ColorImage::from_rgba_premultiplied(size, &picture.pixels)
}

fn lines(text: &str) -> Vec<String> {
    let short = |line: &str| {
        let mut letters = line.chars();
        let mut short: String = letters.by_ref().take(LETTERS).collect();
        if letters.next().is_some() {
            short.push('…');
        }
        short
    };
    text.lines().take(LINES).map(short).collect()
}
