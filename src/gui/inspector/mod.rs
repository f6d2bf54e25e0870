//! Owns the forms of the right panel: claim, stance and note. A form gets shared references and its draft, changes the
//! draft alone, and tells what is to happen as events.

pub mod article;
pub mod candidates;
mod claim;
pub mod draft;
pub mod figure;
pub mod matching;
mod note;
mod passages;
mod pick;
mod related;
mod stance;
#[cfg(test)]
mod tests;
mod told;
pub mod typed;
pub mod when;

use eframe::egui::text::TextFormat;
use eframe::egui::{
    Button, Context, CornerRadius, CursorIcon, Frame, Id, Key, KeyboardShortcut, Label, Margin,
    Modifiers, Popup, RichText, Sense, Stroke, TextStyle, Ui, vec2,
};

use jiff::tz::TimeZone;

use self::candidates::Near;
use self::draft::{At, Problem, Target};
pub use self::draft::{Draft, DraftBody};
use crate::analysis::Gazetteer;
use crate::base::fonts::Style;
use crate::base::theme::Palette;
use crate::base::words::PassageRole;
use crate::base::{AnnotationId, ArticleId, CodePoint};
use crate::gui::fonts::family;
use crate::gui::reader;
use crate::gui::theme::{self, colour};
use crate::gui::widgets::{self, Keys};
use crate::project::State;
use crate::views::reader::Places;

/// What a form is shown with.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    pub state: &'a State,
    pub places: &'a Places,
    pub gazetteer: &'a Gazetteer,
    pub palette: &'a Palette,
    /// The zone of the clock on the wall, for when something was made.
    pub zone: &'a TimeZone,
    /// The words selected in an article, which could be a further passage.
    pub selection: Option<&'a str>,
    /// The annotation that lights up everywhere, its row too.
    pub lit: Option<AnnotationId>,
    /// The form was opened in this frame: its first useful field gets the focus.
    pub opened: bool,
}

/// What is to happen.
#[derive(Debug, Clone, PartialEq)]
pub enum FormEvent {
    /// Put the draft into the project; it has no problem.
    Commit,
    /// Close the form without that.
    Leave,
    /// Delete the annotation, or drop the new one.
    Delete,
    Duplicate,
    /// Go to another annotation.
    Show(AnnotationId),
    /// Go to a passage of an annotation, by its place.
    ShowPassage(AnnotationId, usize),
    /// Go to a passage of the new annotation, by its place.
    ShowNew(usize),
    /// Add what is selected as a passage of this role.
    Attach(PassageRole),
    SetRole(AnnotationId, usize, PassageRole),
    Detach(AnnotationId, usize),
    /// The pointer is on an annotation.
    Hover(AnnotationId),
}

/// A form while it is shown.
pub(in crate::gui::inspector) struct Form<'a> {
    inputs: Inputs<'a>,
    keys: Keys,
    problems: Vec<Problem>,
    near: Near,
    /// The list of a field is open.
    list_open: bool,
    /// The field that hindered committing, which gets the focus.
    goes_to: Option<At>,
    events: Vec<FormEvent>,
}

/// What a form remembers from frame to frame.
#[derive(Debug, Clone, Copy, Default)]
struct Memory {
    /// A field had the focus.
    focused: bool,
    /// Committing was tried, so that what is missing is said too.
    tried: bool,
    /// The field that hindered it just now.
    goes_to: Option<At>,
    /// The pass of egui in which it was so.
    pass: u64,
}

fn memory_id() -> Id {
    Id::unique("form of the inspector")
}

/// Whether a field of the form had the focus in the last frame, so that letters and digits belong to it and not to
/// commands.
pub fn has_focus(ctx: &Context) -> bool {
    let last = ctx.data(|it| it.get_temp::<Memory>(memory_id()));
    // A form that is closed has no focus.
    last.is_some_and(|it| it.focused && ctx.cumulative_pass_nr() <= it.pass + 1)
}

/// Shows the form of a draft, as wide as there is room.
pub fn show(ui: &mut Ui, draft: &mut Draft, inputs: &Inputs) -> Vec<FormEvent> {
    let id = memory_id();
    let memory = if inputs.opened {
        Memory::default()
    } else {
        ui.data(|it| it.get_temp::<Memory>(id)).unwrap_or_default()
    };
    let popup_was_open = Popup::is_any_open(ui.ctx());
    let enter = ui.input_mut(|it| memory.focused && it.consume_key(Modifiers::COMMAND, Key::Enter));
    let near = Near {
        annotation: match draft.target {
            Target::Existing(id) => Some(id),
            Target::New { .. } => None,
        },
        article: draft.passages(inputs.state).first().map(|it| it.article),
    };
    let mut form = Form {
        inputs: *inputs,
        keys: Keys { commit: enter, ..Keys::default() },
        problems: draft.problems(inputs.state),
        near,
        list_open: false,
        goes_to: memory.goes_to,
        events: vec![],
    };
    if !memory.tried {
        form.problems.retain(|it| !it.missing);
    }
    // The fields of each annotation are its own: what is undone in one is not the text of another.
    ui.push_id(salt(draft), |ui| parts(ui, draft, &mut form));
    let tried = form.keys.commit || memory.tried;
    if memory.focused
        && !popup_was_open
        && !form.list_open
        && ui.input(|it| it.key_pressed(Key::Escape))
    {
        form.events.push(FormEvent::Leave);
    }
    let (focused, pass) = (form.keys.focused, ui.ctx().cumulative_pass_nr());
    let goes_to = form.problems.first().map(|it| it.at).filter(|_| form.keys.commit);
    if goes_to.is_some() {
        ui.request_repaint();
    }
    ui.data_mut(|it| it.insert_temp(id, Memory { focused, tried, goes_to, pass }));
    form.events
}

/// What tells the annotation written from others.
fn salt(draft: &Draft) -> (Option<AnnotationId>, Option<(ArticleId, CodePoint)>) {
    match &draft.target {
        Target::Existing(id) => (Some(*id), None),
        Target::New { passages } => (None, passages.first().map(|it| (it.article, it.start))),
    }
}

/// The parts of a form from top to bottom.
fn parts(ui: &mut Ui, draft: &mut Draft, form: &mut Form) {
    let palette = form.inputs.palette;
    ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
    head(ui, draft, form);
    match &mut draft.body {
        DraftBody::Claim(it) => claim::show(ui, form, it),
        DraftBody::Stance(it) => stance::show(ui, form, it),
        DraftBody::Note(it) => note::show(ui, form, it),
    }
    let memo = &mut draft.memo;
    widgets::multiline(ui, palette, &mut form.keys, "Memo", memo, "Why this reading");
    match &mut draft.body {
        DraftBody::Claim(it) => more(ui, form, |ui, form| claim::folded(ui, form, it)),
        DraftBody::Stance(it) => more(ui, form, |ui, form| stance::folded(ui, form, it)),
        DraftBody::Note(_) => {}
    }
    buttons(ui, draft, form);
    form.problem(ui, None);
    passages::show(ui, form, draft);
}

/// What kind of annotation it is, and its words.
fn head(ui: &mut Ui, draft: &Draft, form: &mut Form) {
    let palette = form.inputs.palette;
    let title = match draft.body {
        DraftBody::Claim(_) => "Casualty claim",
        DraftBody::Stance(_) => "Stance",
        DraftBody::Note(_) => "Note",
    };
    let remark = match &draft.target {
        Target::New { .. } if draft.is_recorded && !draft.is_changed() => "recorded already",
        Target::New { .. } => "new",
        Target::Existing(_) if draft.is_changed() => "edited",
        Target::Existing(_) => "",
    };
    ui.horizontal(|ui| {
        let title = RichText::new(title).family(family(Style::SansBold));
        ui.label(title.color(colour(palette.text)));
        if !remark.is_empty() {
            let shown = widgets::label(ui, palette, remark);
            if !draft.because.is_empty() {
                shown.on_hover_text(format!("Filled in from {}", draft.because));
            }
        }
    });
    let Some(main) = draft.passages(form.inputs.state).first() else { return };
    let beside = Margin { left: 12, right: 0, top: 2, bottom: 2 };
    let shown = Frame::new().inner_margin(beside).show(ui, |ui| {
        let format = TextFormat::simple(theme::serif(theme::BASE_SIZE), colour(palette.text));
        let width = ui.available_width();
        let quote = reader::label(ui, main.quote.trim(), format, width, usize::MAX);
        let quote = Label::new(quote).sense(Sense::CLICK);
        ui.add(quote.selectable(false)).on_hover_cursor(CursorIcon::PointingHand)
    });
    let bar = shown.response.rect.with_max_x(shown.response.rect.left() + 2.0);
    ui.painter().rect_filled(bar, CornerRadius::ZERO, colour(palette.text));
    if shown.inner.clicked() {
        form.events.push(match draft.target {
            Target::Existing(id) => FormEvent::ShowPassage(id, 0),
            Target::New { .. } => FormEvent::ShowNew(0),
        });
    }
}

/// "Done" and "Delete"; carries out what Enter asked for.
fn buttons(ui: &mut Ui, draft: &Draft, form: &mut Form) {
    let palette = form.inputs.palette;
    let small = TextStyle::Small.resolve(ui.style());
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let ink = colour(palette.reads_on(palette.accent));
        let modifiers = if form.keys.lines { Modifiers::COMMAND } else { Modifiers::NONE };
        let key = ui.ctx().format_shortcut(&KeyboardShortcut::new(modifiers, Key::Enter));
        let words =
            (RichText::new("Done").color(ink), RichText::new(key).font(small.clone()).color(ink));
        let done = Button::new(words).fill(colour(palette.accent)).stroke(Stroke::NONE);
        let done = ui.add(done);
        widgets::ring(ui, &done);
        form.keys.shown(&done);
        if done.clicked() {
            form.keys.commit = true;
        }
        let is_new = matches!(draft.target, Target::New { .. });
        let mut button = |ui: &mut Ui, words, event| {
            let response = ui.button(words);
            form.keys.shown(&response);
            if response.clicked() {
                form.events.push(event);
            }
        };
        button(ui, if is_new { "Discard" } else { "Delete" }, FormEvent::Delete);
        if !is_new {
            button(ui, "Duplicate", FormEvent::Duplicate);
        }
    });
    if form.keys.commit {
        form.problems = draft.problems(form.inputs.state);
        if form.problems.is_empty() {
            form.events.push(FormEvent::Commit);
        } else if let Some(id) = form.keys.entered {
            // Still to be mended, so the field keeps the focus.
            ui.memory_mut(|it| it.request_focus(id));
        }
    }
}

impl Form<'_> {
    /// To be called before the field of a problem is shown: it gets the focus if it is the one to be mended.
    fn may_go_to(&mut self, at: At) {
        if self.goes_to == Some(at) {
            self.goes_to = None;
            self.keys.focus_next = true;
        }
    }

    /// Says what is wrong with a field; with none, what is wrong at all if it was not said above.
    fn problem(&self, ui: &mut Ui, at: Option<At>) {
        let here = |it: &&Problem| at.is_none_or(|at| it.at == at);
        let Some(problem) = self.problems.iter().find(here) else { return };
        if at.is_some() || self.keys.commit {
            widgets::problem(ui, self.inputs.palette, &widgets::capital(&problem.words));
        }
    }
}

/// What is folded until asked for, under a heading that opens it.
fn more<'a>(ui: &mut Ui, form: &mut Form<'a>, add: impl FnOnce(&mut Ui, &mut Form<'a>)) {
    let palette = form.inputs.palette;
    // The same for all forms: who needs it once needs it again.
    let id = Id::unique("more fields of forms");
    let is_open = ui.data(|it| it.get_temp::<bool>(id)).unwrap_or_default();
    let sign =
        if is_open { crate::gui::icons::EXPAND_LESS } else { crate::gui::icons::EXPAND_MORE };
    let ink = colour(palette.accent);
    let words = if is_open { "Less" } else { "More" };
    let shown = (RichText::new(words).color(ink), RichText::new(sign).color(ink));
    let button = Button::new(shown).frame(false);
    let response = ui.add(button).accessible_name(words);
    widgets::ring(ui, &response);
    form.keys.shown(&response);
    if response.clicked() {
        ui.data_mut(|it| it.insert_temp(id, !is_open));
    }
    if is_open {
        add(ui, form);
    }
}
