//! Owns the form of SVG files. Text is written as outlines by default, so that a file looks the same everywhere; the
//! outlines are those that the PNG is painted from.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use resvg::tiny_skia::PathSegment;
use resvg::usvg;

use crate::base::fonts::{self, Style};
use crate::export::measure::{Weight, clean, runs};
use crate::export::png::font_options;
use crate::export::scene::{Anchor, Paint, Point, Prim, Scene, Stroke, Text};

/// How text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SvgText {
    /// As shapes: looks the same everywhere, each with its words as a label.
    #[default]
    Outlines,
    /// As text that can be edited and searched; looks right only where the fonts are installed.
    Words,
}

/// How an SVG is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SvgOptions {
    pub text: SvgText,
}

/// Why there is no SVG.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SvgError {
    #[error("the outlines of the figure's text could not be made: {reason}")]
    Outlines { reason: String },
}

/// The picture as an SVG document, with a line break at its end.
pub fn svg(scene: &Scene, options: SvgOptions) -> Result<String, SvgError> {
    let outlines = match options.text {
        SvgText::Words => None,
        SvgText::Outlines => Some(outlines(scene)?),
    };
    Ok(document(scene, outlines.as_ref()))
}

/// The picture with its text as words.
pub(super) fn words(scene: &Scene) -> String {
    document(scene, None)
}

/// Path data of each text, by its place in the order of painting.
type Outlines = BTreeMap<usize, String>;

fn outlines(scene: &Scene) -> Result<Outlines, SvgError> {
    let tree = usvg::Tree::from_str(&words(scene), &font_options())
        .map_err(|error| SvgError::Outlines { reason: error.to_string() })?;
    let mut outlines = Outlines::new();
    collect_outlines(tree.root(), &mut outlines);
    Ok(outlines)
}

fn collect_outlines(group: &usvg::Group, outlines: &mut Outlines) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => collect_outlines(group, outlines),
            usvg::Node::Text(text) => {
                let place = text.id().strip_prefix('t').and_then(|id| id.parse().ok());
                if let Some(place) = place {
                    collect_paths(text.flattened(), outlines.entry(place).or_default());
                }
            }
            usvg::Node::Path(_) | usvg::Node::Image(_) => {}
        }
    }
}

fn collect_paths(group: &usvg::Group, data: &mut String) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => collect_paths(group, data),
            usvg::Node::Path(path) => {
                if let Some(path) = path.data().clone().transform(path.abs_transform()) {
                    path.segments().for_each(|segment| write_segment(segment, data));
                }
            }
            usvg::Node::Text(_) | usvg::Node::Image(_) => {}
        }
    }
}

fn write_segment(segment: PathSegment, data: &mut String) {
    let mut command = |letter: char, points: &[resvg::tiny_skia::Point]| {
        data.push(letter);
        for (place, point) in points.iter().enumerate() {
            let gap = if place == 0 { "" } else { " " };
            let _ = write!(data, "{gap}{} {}", Number(point.x), Number(point.y));
        }
    };
    match segment {
        PathSegment::MoveTo(a) => command('M', &[a]),
        PathSegment::LineTo(a) => command('L', &[a]),
        PathSegment::QuadTo(a, b) => command('Q', &[a, b]),
        PathSegment::CubicTo(a, b, c) => command('C', &[a, b, c]),
        PathSegment::Close => command('Z', &[]),
    }
}

fn document(scene: &Scene, outlines: Option<&Outlines>) -> String {
    let (width, height) = (Number(scene.width), Number(scene.height));
    let mut families: Vec<String> =
        fonts::faces(Style::Sans).map(|face| format!("'{}'", face.family)).collect();
    families.push("sans-serif".to_owned());
    let mut writer = Writer { out: String::new(), outlines, texts: 0, depth: 1 };
    let _ = writeln!(
        writer.out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{}\">",
        families.join(", ")
    );
    writer.title(&scene.title);
    if let Some(ground) = scene.ground {
        writer.line(&format!(
            "<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
            ground.hex()
        ));
    }
    scene.items.iter().for_each(|item| writer.item(item));
    writer.out.push_str("</svg>\n");
    writer.out
}

struct Writer<'a> {
    out: String,
    outlines: Option<&'a Outlines>,
    /// Texts written so far.
    texts: usize,
    depth: usize,
}

impl Writer<'_> {
    fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "{:indent$}{line}", "", indent = self.depth);
    }

    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            self.line(&format!("<title>{}</title>", escape(title)));
        }
    }

    fn item(&mut self, item: &Prim) {
        match item {
            Prim::Rect { rect, paint } => self.line(&format!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>",
                Number(rect.left),
                Number(rect.top),
                Number(rect.width()),
                Number(rect.height()),
                paint_attributes(paint)
            )),
            Prim::Line { from, to, stroke } => self.line(&format!(
                "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}/>",
                Number(from.x),
                Number(from.y),
                Number(to.x),
                Number(to.y),
                stroke_attributes(stroke)
            )),
            Prim::Polyline { points, stroke } => self.line(&format!(
                "<polyline points=\"{}\" fill=\"none\"{}/>",
                points_list(points),
                stroke_attributes(stroke)
            )),
            Prim::Polygon { points, paint } => self.line(&format!(
                "<polygon points=\"{}\"{}/>",
                points_list(points),
                paint_attributes(paint)
            )),
            Prim::Circle { centre, radius, paint } => self.line(&format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>",
                Number(centre.x),
                Number(centre.y),
                Number(*radius),
                paint_attributes(paint)
            )),
            Prim::Text(text) => self.text(text),
            Prim::Group { annotations, title, items } => {
                let ids: Vec<String> = annotations.iter().map(ToString::to_string).collect();
                let ids = match ids.is_empty() {
                    true => String::new(),
                    false => format!(" data-annotations=\"{}\"", ids.join(" ")),
                };
                self.line(&format!("<g{ids}>"));
                self.depth += 1;
                self.title(title);
                items.iter().for_each(|item| self.item(item));
                self.depth -= 1;
                self.line("</g>");
            }
        }
    }

    fn text(&mut self, text: &Text) {
        let place = self.texts;
        self.texts += 1;
        if let Some(whole) = &text.whole {
            self.line("<g>");
            self.depth += 1;
            self.title(whole);
        }
        let words = escape(&text.text);
        match self.outlines {
            Some(outlines) => {
                if let Some(data) = outlines.get(&place) {
                    let fill = text.colour.hex();
                    let halo = halo_attributes(text);
                    self.line(&format!(
                        "<path aria-label=\"{words}\" fill=\"{fill}\"{halo} d=\"{data}\"/>"
                    ));
                }
            }
            None => {
                let (attributes, spans) = (text_attributes(text), spans(text));
                self.line(&format!("<text id=\"t{place}\"{attributes}>{spans}</text>"));
            }
        }
        if text.whole.is_some() {
            self.depth -= 1;
            self.line("</g>");
        }
    }
}

/// The words of a text, each run that is not in the first family in a span of its own family, so that every program
/// takes the same face for it.
fn spans(text: &Text) -> String {
    let words = clean(&text.text);
    let first = fonts::faces(Style::Sans).next().map_or("", |face| face.family);
    let runs = runs(&words, text.weight);
    let of = |script: &str| runs.iter().map(|run| run.0).find(|family| family.contains(script));
    let joined = of(ARABIC).or(of(ARMENIAN));
    let lead = match joined {
        Some(family) if runs.first().is_some_and(|run| run.0 != family) => {
            format!("<tspan font-family=\"'{family}'\">{LEFT_TO_RIGHT_MARK}</tspan>")
        }
        _ => String::new(),
    };
    let unjoins = joined.is_some_and(|family| family.contains(ARABIC));
    let spans = runs.iter().map(|(family, run)| {
        let run = escape_raw(run);
        let run = if unjoins && family.contains(ARMENIAN) { unjoined(&run) } else { run };
        match *family == first {
            true => run,
            false => format!("<tspan font-family=\"'{family}'\">{run}</tspan>"),
        }
    });
    lead + &spans.collect::<String>()
}

/// The scripts whose faces draw several letters as one, by the names of the faces.
const ARABIC: &str = "Arabic";
const ARMENIAN: &str = "Armenian";

/// Invisible. Put before a mixed text in the face of its joined letters: usvg joins letters by the first face of a
/// text. Those that only another face joins it takes for as many letters as they have bytes, and drops those that
/// follow.
const LEFT_TO_RIGHT_MARK: char = '\u{200E}';

/// Invisible, and keeps letters from being joined.
const NON_JOINER: char = '\u{200C}';

/// Armenian letters that the face would join, kept apart: in a text that is led by another face.
fn unjoined(run: &str) -> String {
    let joins = |one, next| match one {
        'մ' => matches!(next, 'ե' | 'ի' | 'խ' | 'ն'),
        'ո' | 'Ո' => matches!(next, 'ւ' | 'Ւ'),
        'վ' => next == 'ն',
        _ => false,
    };
    let mut apart = String::with_capacity(run.len());
    let mut before = None;
    for letter in run.chars() {
        if before.is_some_and(|before| joins(before, letter)) {
            apart.push(NON_JOINER);
        }
        apart.push(letter);
        before = Some(letter);
    }
    apart
}

fn text_attributes(text: &Text) -> String {
    let (x, y) = (Number(text.at.x), Number(text.at.y));
    let mut out = match text.upward {
        true => format!(" transform=\"translate({x} {y}) rotate(-90)\""),
        false => format!(" x=\"{x}\" y=\"{y}\""),
    };
    let _ = write!(out, " font-size=\"{}\"", Number(text.size));
    if text.weight == Weight::Bold {
        out.push_str(" font-weight=\"700\"");
    }
    match text.anchor {
        Anchor::Start => {}
        Anchor::Middle => out.push_str(" text-anchor=\"middle\""),
        Anchor::End => out.push_str(" text-anchor=\"end\""),
    }
    let _ = write!(out, " fill=\"{}\"{}", text.colour.hex(), halo_attributes(text));
    out
}

/// A rim around the letters, painted before them.
fn halo_attributes(text: &Text) -> String {
    text.halo.map_or_else(String::new, |colour| {
        let width = Number(text.size * 0.3);
        format!(
            " stroke=\"{}\" stroke-width=\"{width}\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
            colour.hex()
        )
    })
}

fn paint_attributes(paint: &Paint) -> String {
    let mut out = match paint.fill {
        None => " fill=\"none\"".to_owned(),
        Some((colour, opacity)) => {
            format!(" fill=\"{}\"{}", colour.hex(), opacity_attribute("fill", opacity))
        }
    };
    if let Some(stroke) = &paint.stroke {
        out.push_str(&stroke_attributes(stroke));
    }
    out
}

fn stroke_attributes(stroke: &Stroke) -> String {
    let mut out = format!(
        " stroke=\"{}\" stroke-width=\"{}\"{}",
        stroke.colour.hex(),
        Number(stroke.width),
        opacity_attribute("stroke", stroke.opacity)
    );
    if !stroke.dash.is_empty() {
        let dash: Vec<String> = stroke.dash.iter().map(|it| Number(*it).to_string()).collect();
        let _ = write!(out, " stroke-dasharray=\"{}\"", dash.join(" "));
    }
    out
}

fn opacity_attribute(of: &str, opacity: f32) -> String {
    match opacity < 1.0 {
        true => format!(" {of}-opacity=\"{}\"", Number(opacity)),
        false => String::new(),
    }
}

fn points_list(points: &[Point]) -> String {
    let points: Vec<String> =
        points.iter().map(|point| format!("{},{}", Number(point.x), Number(point.y))).collect();
    points.join(" ")
}

/// Text as XML and HTML hold it, without control characters.
pub(super) fn escape(text: &str) -> String {
    escape_raw(&clean(text))
}

fn escape_raw(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// A number with at most two decimals; what is not a number is written as zero.
struct Number(f32);

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let hundredths = (f64::from(self.0) * 100.0).round();
        if !hundredths.is_finite() || hundredths == 0.0 {
            return f.write_str("0");
        }
        let text = format!("{:.2}", hundredths / 100.0);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::base::theme::FIGURE;

    fn scene(text: &str) -> Scene {
        let text = Text {
            at: Point { x: 4.0, y: 14.125 },
            text: text.to_owned(),
            size: 10.0,
            weight: Weight::Bold,
            colour: FIGURE.text,
            anchor: Anchor::Middle,
            upward: false,
            halo: None,
            whole: Some(format!("{text} and more")),
        };
        Scene {
            width: 80.0,
            height: 20.0,
            title: "A <b>".to_owned(),
            ground: None,
            items: vec![Prim::Text(text)],
            left_out: None,
        }
    }

    #[test]
    fn words_are_escaped_and_control_characters_are_gone() {
        let svg = svg(&scene("a & \u{0}\"b\"\u{1b}"), SvgOptions { text: SvgText::Words }).unwrap();
        let after_head = svg.split_once('\n').unwrap().1;
        expect![[r##"
             <title>A &lt;b&gt;</title>
             <g>
              <title>a &amp; &quot;b&quot; and more</title>
              <text id="t0" x="4" y="14.13" font-size="10" font-weight="700" text-anchor="middle" fill="#1D2126">a &amp; &quot;b&quot;</text>
             </g>
            </svg>
        "##]]
        .assert_eq(after_head);
    }

    #[test]
    fn outlines_hold_a_path_for_each_text_and_no_text() {
        for text in ["Artsakh", "Արցախ", "Карабах", "ყარაბაღი", "קרבאך", "قره‌باغ"]
        {
            let svg = svg(&scene(text), SvgOptions::default()).unwrap();
            assert!(svg.contains("<path aria-label=\"") && svg.contains("d=\"M"), "{text}");
            assert!(!svg.contains("<text"), "{text}");
        }
    }

    #[test]
    fn outlines_stand_where_the_words_stood() {
        for upward in [false, true] {
            let mut scene = scene("قره‌باغ and Արցախ");
            if let Some(Prim::Text(text)) = scene.items.first_mut() {
                (text.upward, text.at) = (upward, Point { x: 40.0, y: 40.0 });
            }
            let bounds = |text| {
                let document = svg(&scene, SvgOptions { text }).unwrap();
                let tree = usvg::Tree::from_str(&document, &font_options()).unwrap();
                let ink = tree.root().children().first().unwrap().abs_stroke_bounding_box();
                [ink.left(), ink.top(), ink.right(), ink.bottom()]
            };
            let (words, outlines) = (bounds(SvgText::Words), bounds(SvgText::Outlines));
            let apart = words.iter().zip(outlines).map(|(a, b)| (a - b).abs());
            assert!(apart.fold(0.0, f32::max) < 0.1, "{words:?} {outlines:?}");
        }
    }

    #[test]
    fn numbers_are_short() {
        let all = [0.0, -0.001, 1.0, 1.5, 0.333, -20.0, f32::NAN].map(|it| Number(it).to_string());
        assert_eq!(all, ["0", "0", "1", "1.5", "0.33", "-20", "0"]);
    }
}
