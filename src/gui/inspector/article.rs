//! Owns the panel of an article: what is known of it and how, set by hand and taken back, read to the end, left out.

use eframe::egui::{Button, Key, Label, RichText, TextEdit, Ui, vec2};

use super::when::WhenDraft;
use crate::base::ArticleId;
use crate::base::fonts::Style;
use crate::base::theme::Palette;
use crate::base::words::Provenance;
use crate::corpus::{Known, Metadata, language_name};
use crate::gui::fonts::family;
use crate::gui::theme::colour;
use crate::gui::widgets::{self, Keys};
use crate::project::{ArticleField, ArticleRecord, Edit, State};
use crate::views::Counts;

/// What is typed into the panel, for one article.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleDraft {
    pub article: ArticleId,
    /// The metadata the fields were filled from; where the project's changed, they are filled anew.
    seen: Metadata,
    lines: [String; LINES.len()],
    published: WhenDraft,
}

/// What the panel is shown with.
#[derive(Clone, Copy)]
pub struct ArticleInputs<'a> {
    pub state: &'a State,
    pub palette: &'a Palette,
    /// What was read from the file, if its text is at hand.
    pub read: Option<&'a Metadata>,
    /// The annotations that have a passage in it.
    pub counts: Counts,
}

/// A line of the metadata: its label, where it stands, and the field that sets it.
struct Line {
    words: &'static str,
    of: fn(&Metadata) -> Option<&Known<String>>,
    set: fn(Option<String>) -> ArticleField,
}

const LINES: [Line; 6] = [
    Line { words: "Title", of: |it| it.title.as_ref(), set: ArticleField::Title },
    Line { words: "Outlet", of: |it| it.outlet.as_ref(), set: ArticleField::Outlet },
    Line { words: "Agency", of: |it| it.agency.as_ref(), set: ArticleField::Agency },
    Line { words: "Author", of: |it| it.author.as_ref(), set: ArticleField::Author },
    Line { words: "Address", of: |it| it.url.as_ref(), set: ArticleField::Url },
    Line { words: "Language", of: |it| it.language.as_ref(), set: ArticleField::Language },
];

const PUBLISHED: &str = "Published";

impl ArticleDraft {
    /// The fields of an article as the project has it.
    pub fn of(record: &ArticleRecord) -> Self {
        let metadata = &record.metadata;
        let line = |line: &Line| (line.of)(metadata).map(|it| it.value.clone()).unwrap_or_default();
        Self {
            article: record.id,
            seen: metadata.clone(),
            lines: LINES.each_ref().map(line),
            published: WhenDraft::of(metadata.published.as_ref().map(|it| &it.value)),
        }
    }
}

/// Shows the panel; what was changed by hand comes back as edits. Nothing is shown of an article that is not there.
pub fn show(ui: &mut Ui, draft: &mut ArticleDraft, inputs: &ArticleInputs) -> Vec<Edit> {
    let Some(record) = inputs.state.articles().get(&draft.article) else { return vec![] };
    if draft.seen != record.metadata {
        *draft = ArticleDraft::of(record);
    }
    let mut edits = vec![];
    // The fields of each article are its own: what is undone in one is not the text of another.
    ui.push_id(draft.article, |ui| fields(ui, draft, record, inputs, &mut edits));
    edits
}

fn fields(
    ui: &mut Ui,
    draft: &mut ArticleDraft,
    record: &ArticleRecord,
    inputs: &ArticleInputs,
    edits: &mut Vec<Edit>,
) {
    let (palette, article) = (inputs.palette, record.id);
    ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
    ui.label(RichText::new("Article").family(family(Style::SansBold)).color(colour(palette.text)));
    for (line, text) in LINES.iter().zip(&mut draft.lines) {
        let known = (line.of)(&record.metadata);
        let how = known.map(|it| (it.from, it.reason.as_str()));
        let was = known.map_or("", |it| &it.value);
        if line.words == "Title" {
            title(ui, palette, how, text, was, &mut |to| edits.push(set(article, (line.set)(to))));
        } else {
            let remark = match line.words {
                "Language" => Some(language_name(text.trim())).filter(|it| *it != text.trim()),
                _ => None,
            };
            let remark = remark.map(str::to_owned).unwrap_or_default();
            if let Some(to) = field(ui, palette, line.words, how, text, was, &remark) {
                edits.push(set(article, (line.set)(to)));
            }
        }
        let read = inputs.read.filter(|it| (line.of)(it).is_some());
        if how.is_some_and(|(from, _)| from == Provenance::Hand)
            && reset(ui, palette, line.words, read.is_some())
        {
            edits.push(take_back(record, (line.set)(None), line.words, inputs.read));
        }
        if line.words == "Agency" {
            published(ui, &mut draft.published, record, inputs, edits);
        }
    }
    marks(ui, record, edits);
    ui.add_space(4.0);
    widgets::label(ui, palette, &counted(inputs.counts));
    let path = RichText::new(&record.path).small().color(colour(palette.weak));
    ui.add(Label::new(path).truncate());
}

/// The title is longer than a line.
fn title(
    ui: &mut Ui,
    palette: &Palette,
    how: Option<(Provenance, &str)>,
    text: &mut String,
    was: &str,
    set: &mut dyn FnMut(Option<String>),
) {
    let label = heading(ui, palette, "Title", how);
    let edit = TextEdit::multiline(text).desired_rows(1).desired_width(f32::INFINITY);
    // Enter ends it as in the other fields; a title has no lines of its own.
    let enter = |ui: &Ui, has: bool| {
        has && ui.input_mut(|it| it.consume_key(eframe::egui::Modifiers::NONE, Key::Enter))
    };
    let id = ui.make_persistent_id("Title");
    let entered = enter(ui, ui.memory(|it| it.has_focus(id)));
    let response = ui.add(edit.id(id)).labelled_by(label);
    Keys::default().text_shown(ui, &response);
    if entered {
        response.surrender_focus();
    }
    if response.lost_focus()
        && let Some(to) = left(ui, text, was)
    {
        set(to);
    }
}

/// A field of one line; what it is set to, once it is left.
fn field(
    ui: &mut Ui,
    palette: &Palette,
    words: &str,
    how: Option<(Provenance, &str)>,
    text: &mut String,
    was: &str,
    remark: &str,
) -> Option<Option<String>> {
    let label = heading(ui, palette, words, how);
    let mut edit = TextEdit::singleline(text)
        .id_salt(words)
        .hint_text("not known")
        .desired_width(f32::INFINITY);
    if !remark.is_empty() {
        edit = edit.suffix(RichText::new(remark).small().color(colour(palette.weak)));
    }
    let response = ui.add(edit).labelled_by(label);
    Keys::default().text_shown(ui, &response);
    if response.lost_focus() { left(ui, text, was) } else { None }
}

/// What a field left with `text` sets, if that is another value; Esc puts the old one back.
fn left(ui: &Ui, text: &mut String, was: &str) -> Option<Option<String>> {
    if ui.input(|it| it.key_pressed(Key::Escape)) {
        was.clone_into(text);
    }
    let typed = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if typed == was {
        was.clone_into(text);
        return None;
    }
    Some(Some(typed).filter(|it| !it.is_empty()))
}

/// The label of a field with how its value is known: "Outlet · guessed, the line ‘By Le Monde’".
fn heading(
    ui: &mut Ui,
    palette: &Palette,
    words: &str,
    how: Option<(Provenance, &str)>,
) -> eframe::egui::Id {
    let row = ui.scope(|ui| {
        // Close to its field.
        ui.spacing_mut().interact_size.y = 0.0;
        let row = ui.horizontal(|ui| {
            let label = widgets::label(ui, palette, words);
            if let Some((from, reason)) = how {
                let reason = if reason.is_empty() { String::new() } else { format!(", {reason}") };
                let how = format!("{}{reason}", from.label());
                let shown = RichText::new(&how).small().color(colour(palette.weak));
                ui.add(Label::new(shown).truncate()).on_hover_text(how);
            }
            label.id
        });
        row.inner
    });
    ui.add_space(-4.0);
    row.inner
}

fn published(
    ui: &mut Ui,
    when: &mut WhenDraft,
    record: &ArticleRecord,
    inputs: &ArticleInputs,
    edits: &mut Vec<Edit>,
) {
    let palette = inputs.palette;
    let known = record.metadata.published.as_ref();
    let how = known.map(|it| (it.from, it.reason.as_str()));
    let label = heading(ui, palette, PUBLISHED, how);
    let edit = TextEdit::singleline(&mut when.text)
        .id_salt(PUBLISHED)
        .hint_text("not known")
        .desired_width(f32::INFINITY);
    let response = ui.add(edit).labelled_by(label);
    Keys::default().text_shown(ui, &response);
    let year = known.map(|it| it.value.start.year());
    let read = when.read(year);
    if let Err(problem) = &read {
        widgets::problem(ui, palette, problem);
    }
    if response.lost_focus() {
        let was = known.map(|it| &it.value);
        if ui.input(|it| it.key_pressed(Key::Escape)) {
            *when = WhenDraft::of(was);
        } else if let Ok(to) = read
            && to.as_ref() != was
        {
            edits.push(set(record.id, ArticleField::Published(to)));
        }
    }
    let has_read = inputs.read.is_some_and(|it| it.published.is_some());
    if how.is_some_and(|(from, _)| from == Provenance::Hand)
        && reset(ui, palette, PUBLISHED, has_read)
    {
        edits.push(take_back(record, ArticleField::Published(None), PUBLISHED, inputs.read));
    }
}

/// Offers to take back what was set by hand, if there is something to go back to.
fn reset(ui: &mut Ui, palette: &Palette, words: &str, has_read: bool) -> bool {
    if !has_read {
        return false;
    }
    let text = RichText::new("Back to what was read").small().color(colour(palette.accent));
    let name = format!("Back to what was read, {}", words.to_lowercase());
    let button = ui.add(Button::new(text).frame(false)).accessible_name(name);
    widgets::ring(ui, &button);
    button.clicked()
}

fn set(article: ArticleId, to: ArticleField) -> Edit {
    Edit::SetArticle { article, to }
}

/// Takes one piece away and then takes over what was read, which leaves the other pieces set by hand as they are.
fn take_back(
    record: &ArticleRecord,
    none: ArticleField,
    words: &str,
    read: Option<&Metadata>,
) -> Edit {
    let metadata = Box::new(read.cloned().unwrap_or_else(|| record.metadata.clone()));
    let version = ArticleField::Version {
        text_hash: record.text_hash,
        file_hash: record.file_hash,
        extractor: record.extractor,
        length: record.length,
        metadata,
    };
    let label = format!("Take back {}", words.to_lowercase());
    Edit::Batch { label, edits: vec![set(record.id, none), set(record.id, version)] }
}

fn marks(ui: &mut Ui, record: &ArticleRecord, edits: &mut Vec<Edit>) {
    let (mut reviewed, mut excluded) = (record.reviewed, record.excluded);
    if widgets::check(ui, &mut reviewed, "Read to the end").changed() {
        edits.push(set(record.id, ArticleField::Reviewed(reviewed)));
    }
    if widgets::check(ui, &mut excluded, "Left out of views").changed() {
        edits.push(set(record.id, ArticleField::Excluded(excluded)));
    }
}

/// "6 claims, 1 stance, no notes".
fn counted(counts: Counts) -> String {
    let words = |number, one: &str, several: &str| match number {
        0 => format!("no {several}"),
        1 => format!("1 {one}"),
        _ => format!("{} {several}", crate::views::count(number as u64)),
    };
    [
        words(counts.claims, "claim", "claims"),
        words(counts.stances, "stance", "stances"),
        words(counts.notes, "note", "notes"),
    ]
    .join(", ")
}
