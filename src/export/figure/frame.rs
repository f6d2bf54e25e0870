//! Owns what all figures share: style of type, the title above, the source line beneath, and the room between.

use crate::base::theme::Rgb;
use crate::base::words::Position;
use crate::export::figure::style::{SMALLEST, Style};
use crate::export::figure::{FigureOptions, Source, marks};
use crate::export::measure::{Weight, Wrapped, clean, ellipsize, text_width, wrap};
use crate::export::scene::{Anchor, Point, Prim, Rect, Scene, Stroke, Text};

/// The picture so far and the room left for the data.
pub(super) struct Frame {
    pub items: Vec<Prim>,
    pub body: Rect,
    pub style: Style,
    /// What the size left no room for.
    pub left_out: Option<String>,
    title: String,
}

/// What is written around the data.
pub(super) struct Words<'a> {
    pub title: &'a str,
    pub subtitle: &'a str,
    /// Positions whose signs and colours are explained by a row of their own.
    pub key: Vec<Position>,
    /// What the marks mean.
    pub legend: String,
    /// What is said of single rows; may be empty.
    pub remarks: String,
    pub source: String,
}

impl Frame {
    /// The frame of a figure: its words set, its body free. `style` is that of the body; the frame keeps its own.
    pub fn new(words: &Words, options: &FigureOptions, style: Style) -> Self {
        let (width, height) = (width(options), height(options));
        let own = Style::of(options);
        let margin = own.units(54.0).min(width * 0.06);
        let title = options.title.as_deref().unwrap_or(words.title);
        let mut frame = Self {
            items: Vec::new(),
            body: Rect {
                left: margin,
                top: margin * 0.85,
                right: width - margin,
                bottom: height - margin * 0.6,
            },
            style,
            left_out: None,
            title: title.to_owned(),
        };
        frame.set_head(own, title, options.subtitle.as_deref().unwrap_or(words.subtitle), height);
        frame.set_foot(own, words, height);
        frame
    }

    /// Of a screen: no words around the data.
    pub fn bare(title: &str, body: Rect, style: Style) -> Self {
        Self { items: Vec::new(), body, style, left_out: None, title: title.to_owned() }
    }

    fn set_head(&mut self, style: Style, title: &str, subtitle: &str, height: f32) {
        let width = self.body.width();
        let room = height * 0.22;
        let smallest = style.units(19.0).max(SMALLEST * 1.3);
        let (size, lines) = [31.0, 27.0, 23.0, 19.0]
            .iter()
            .map(|size| {
                let size = style.units(*size).max(SMALLEST * 1.3);
                let lines = ((room / (size * 1.22)) as usize).clamp(1, 3);
                (size, lines)
            })
            // A headline that is too long for three lines is set small rather than cut.
            .chain([(smallest, ((room / (smallest * 1.22)) as usize).clamp(1, 6))])
            .map(|(size, lines)| (size, wrap(title, size, Weight::Bold, width, lines)))
            .reduce(|one, next| if one.1.complete { one } else { next })
            .unwrap_or_else(|| (style.body(), wrap(title, style.body(), Weight::Bold, width, 1)));
        self.set_lines(&lines, title, size, Weight::Bold, self.style.palette.text, 1.22);
        if !subtitle.trim().is_empty() {
            self.body.top += style.units(6.0);
            let size = style.units(18.5).max(SMALLEST);
            let lines = ((height * 0.14 / (size * 1.35)) as usize).clamp(1, 3);
            let lines = wrap(subtitle, size, Weight::Regular, width, lines);
            self.set_lines(&lines, subtitle, size, Weight::Regular, self.style.palette.weak, 1.35);
        }
        self.body.top += style.units(18.0);
    }

    /// Writes lines downward from the top of the body.
    fn set_lines(
        &mut self,
        wrapped: &Wrapped,
        whole: &str,
        size: f32,
        weight: Weight,
        colour: Rgb,
        leading: f32,
    ) {
        for (place, line) in wrapped.lines.iter().enumerate() {
            let last = place + 1 == wrapped.lines.len();
            let at = Point { x: self.body.left, y: self.body.top + size * 0.95 };
            let mut text = Text { weight, ..text(line, at, size, colour, Anchor::Start) };
            text.whole = (last && !wrapped.complete).then(|| whole.to_owned());
            self.items.push(Prim::Text(text));
            self.body.top += size * leading;
        }
    }

    fn set_foot(&mut self, style: Style, words: &Words, height: f32) {
        let size = style.note();
        let leading = size * 1.4;
        let width = self.body.width();
        let lines = ((height * 0.18 / leading) as usize).clamp(1, 10);
        let paragraphs = [&words.legend, &words.remarks, &words.source].map(String::as_str);
        let paragraphs: Vec<(&str, Wrapped)> = paragraphs
            .iter()
            .filter(|paragraph| !paragraph.is_empty())
            .map(|paragraph| (*paragraph, wrap(paragraph, size, Weight::Regular, width, lines)))
            .collect();
        let count: usize = paragraphs.iter().map(|(_, wrapped)| wrapped.lines.len()).sum();
        let count = count + usize::from(!words.key.is_empty());
        let mut y = self.body.bottom - leading * count as f32;
        let rule = y - size * 0.45;
        self.items.push(Prim::Line {
            from: Point { x: self.body.left, y: rule },
            to: Point { x: self.body.right, y: rule },
            stroke: Stroke::solid(self.style.palette.line, 1.0),
        });
        if !words.key.is_empty() {
            self.set_key(&words.key, size, y + size);
            y += leading;
        }
        for (whole, wrapped) in paragraphs {
            for (place, line) in wrapped.lines.iter().enumerate() {
                let last = place + 1 == wrapped.lines.len();
                let at = Point { x: self.body.left, y: y + size };
                let mut text = text(line, at, size, self.style.palette.weak, Anchor::Start);
                text.whole = (last && !wrapped.complete).then(|| whole.to_owned());
                self.items.push(Prim::Text(text));
                y += leading;
            }
        }
        self.body.bottom = (rule - style.units(12.0)).max(self.body.top);
    }

    /// Signs with their words in a row.
    fn set_key(&mut self, key: &[Position], size: f32, y: f32) {
        let mut x = self.body.left;
        for position in key {
            let (reach, colour) = (size * 0.3, self.style.palette.position(*position).ink);
            let centre = Point { x: x + reach, y: y - size * 0.35 };
            self.items.push(marks::sign(*position, centre, reach, colour));
            x += reach * 2.0 + size * 0.4;
            let label = position.label();
            self.items.push(Prim::Text(text(label, Point { x, y }, size, colour, Anchor::Start)));
            x += text_width(label, size, Weight::Regular) + size * 1.6;
        }
    }

    /// A few lines in the middle of the body, where there is nothing to draw.
    pub fn set_empty(&mut self, what: &str, hint: &str) {
        let size = self.style.body();
        let width = self.body.width().min(self.style.units(760.0).max(160.0));
        let what = wrap(what, size * 1.15, Weight::Bold, width, 2);
        let hint = wrap(hint, size, Weight::Regular, width, 3);
        let middle = self.body.left + self.body.width() / 2.0;
        let tall = what.lines.len() as f32 * size * 1.6 + hint.lines.len() as f32 * size * 1.45;
        let mut y = self.body.top + (self.body.height() - tall).max(0.0) / 2.0 + size;
        for line in &what.lines {
            let at = Point { x: middle, y };
            let text = text(line, at, size * 1.15, self.style.palette.text, Anchor::Middle);
            self.items.push(Prim::Text(Text { weight: Weight::Bold, ..text }));
            y += size * 1.6;
        }
        for line in &hint.lines {
            let text =
                text(line, Point { x: middle, y }, size, self.style.palette.weak, Anchor::Middle);
            self.items.push(Prim::Text(text));
            y += size * 1.45;
        }
    }

    pub fn finish(self, options: &FigureOptions) -> Scene {
        let ground = (!options.transparent).then_some(self.style.palette.page);
        self.scene(width(options), height(options), ground)
    }

    /// A scene of this size with all that was set.
    pub fn scene(mut self, width: f32, height: f32, ground: Option<Rgb>) -> Scene {
        self.items.retain(|item| !matches!(item, Prim::Text(text) if text.text.is_empty()));
        let (title, items, left_out) = (self.title, self.items, self.left_out);
        Scene { width, height, title, ground, items, left_out }
    }
}

/// One line of text in regular weight.
pub(super) fn text(words: &str, at: Point, size: f32, colour: Rgb, anchor: Anchor) -> Text {
    let (text, weight) = (clean(words).into_owned(), Weight::Regular);
    Text { at, text, size, weight, colour, anchor, upward: false, halo: None, whole: None }
}

/// One line of text that keeps within a width; shortened, it keeps its whole words as a name.
pub(super) fn fitted(
    words: &str,
    at: Point,
    size: f32,
    weight: Weight,
    colour: Rgb,
    anchor: Anchor,
    width: f32,
) -> Text {
    let short = ellipsize(words, size, weight, width);
    let whole = (width < text_width(words, size, weight)).then(|| words.to_owned());
    Text { weight, whole, ..text(&short, at, size, colour, anchor) }
}

/// What is counted, of how many articles, with which program, of which project.
pub(super) fn source_line(counted: &str, articles: usize, options: &FigureOptions) -> String {
    let clause = match options.listed {
        true => "; each is listed with its sentence in the evidence list",
        false => "; the evidence list, exported from the project, has the sentence of each",
    };
    source_words(counted, articles, &options.source, clause)
}

/// The source line with a clause of its own in the middle, which may be empty.
pub(super) fn source_words(
    counted: &str,
    articles: usize,
    source: &Source,
    clause: &str,
) -> String {
    let of = match source.articles {
        0 => format!("{articles}"),
        all => format!("{articles} of {all}"),
    };
    let noun = if source.articles.max(articles) == 1 { "article" } else { "articles" };
    let mut line = format!("{counted} in {of} {noun}{clause}. KB Workbench");
    if !source.version.is_empty() {
        line.push_str(&format!(" {}", source.version));
    }
    match (source.project.is_empty(), &source.changed) {
        (true, None) => {}
        (true, Some(changed)) => line.push_str(&format!(", project last changed {changed}")),
        (false, None) => line.push_str(&format!(", project “{}”", source.project)),
        (false, Some(changed)) => {
            line.push_str(&format!(", project “{}”, last changed {changed}", source.project));
        }
    }
    line.push('.');
    line
}

/// "1 claim", "2 claims".
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Legend entries as one sentence.
pub(super) fn sentence(entries: &[String]) -> String {
    let joined = entries.join("; ");
    let mut characters = joined.chars();
    match characters.next() {
        None => String::new(),
        Some(first) => format!("{}{}.", first.to_uppercase(), characters.as_str()),
    }
}

pub(super) fn width(options: &FigureOptions) -> f32 {
    whole_or(options.width, 1600.0).max(200.0)
}

pub(super) fn height(options: &FigureOptions) -> f32 {
    whole_or(options.height, 900.0).max(150.0)
}

fn whole_or(length: f32, other: f32) -> f32 {
    if length.is_finite() { length } else { other }
}
