//! Owns how the suggestion one is at is shown: its words in their paragraph, what would be recorded, and why.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    Align, Button, Color32, FontId, Label, Layout, Rect, Response, RichText, ScrollArea, Sense,
    Stroke, Ui, UiBuilder, pos2, vec2,
};

use super::ReviewView;
use super::excerpt::Excerpt;
use super::fields::Field;
use super::told::Told;
use crate::base::theme::{Palette, Rgb};
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::reader::{label, needs_words};
use crate::gui::theme::{self, BASE_SIZE, SMALL_SIZE, colour, veil};
use crate::gui::view::View;
use crate::gui::widgets;
use crate::views::count;
use crate::views::reader::Look;

/// From this width on the fields stand beside the text, in points.
const WIDE: f32 = 600.0;

/// Room of what stands beneath the suggestion beside its text, in points.
const BELOW: f32 = 120.0;

/// Room of the names of fields, in points.
const NAMES: f32 = 82.0;

/// Size of the report's words, in points.
const QUOTE: f32 = 17.0;

/// How much of a page a line of the report takes, as in the reader.
const LEADING: f32 = 1.45;

/// The passage is filled as what lights up in the reader.
const FILL: f32 = 0.32;

/// Shows the suggestion one is at beside the text it stands in, with its buttons and how many are left there.
pub fn show(ui: &mut Ui, kept: &ReviewView, view: &View<'_>) {
    let (Some(told), Some(chosen)) = (kept.current_told(), view.chosen()) else { return };
    let kind = if chosen.is_claim() { "casualty claim" } else { "stance" };
    widgets::label(ui, view.palette, &format!("Suggested {kind}"));
    let most = (ui.available_height() - BELOW).max(0.0);
    ScrollArea::vertical().id_salt(&chosen.key).max_height(most).auto_shrink([false, true]).show(
        ui,
        |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            // Its words stand lit in the text beside it.
            says(ui, told, view);
            times(ui, told, view);
            recorded(ui, told, view);
        },
    );
    ui.add_space(8.0);
    buttons(ui, kept, view);
    ui.add_space(8.0);
    let left = match view.open.left(chosen.article).all() {
        1 => "The last one to review in this article".to_owned(),
        some => format!("{} to review in this article", count(some as u64)),
    };
    let ways = "J and K lead to what stands after and before, Esc leaves it open";
    for words in [left.as_str(), ways] {
        widgets::label(ui, view.palette, words);
    }
}

/// Shows where it stands, what would be recorded, and why.
pub(super) fn body(ui: &mut Ui, told: &Told, view: &View<'_>) {
    let room = ui.available_rect_before_wrap();
    if room.width() < WIDE {
        // What is decided comes first, so that it is in sight whatever the height.
        ui.horizontal(|ui| source(ui, told, 1, view));
        says(ui, told, view);
        ui.add_space(2.0);
        passages(ui, told, true, view);
        ui.add_space(8.0);
        recorded(ui, told, view);
        return;
    }
    source(ui, told, 2, view);
    ui.add_space(6.0);
    let room = ui.available_rect_before_wrap();
    const GAP: f32 = 28.0;
    let edge = (room.left() + (room.width() - GAP) * 0.56).round();
    let mut left = part(ui, room.with_max_x(edge));
    passages(&mut left, told, false, view);
    let mut right = part(ui, room.with_min_x(edge + GAP));
    says(&mut right, told, view);
    recorded(&mut right, told, view);
    ui.advance_cursor_after_rect(left.min_rect().union(right.min_rect()));
}

fn part(ui: &mut Ui, room: Rect) -> Ui {
    let mut part =
        ui.new_child(UiBuilder::new().max_rect(room).layout(Layout::top_down(Align::Min)));
    part.set_width(room.width());
    part
}

/// Outlet and time, which lead to the place in the text, and the title in so many rows.
fn source(ui: &mut Ui, told: &Told, rows: usize, view: &View<'_>) {
    let palette = view.palette;
    let words =
        RichText::new(&told.source).font(theme::bold(SMALL_SIZE)).color(colour(palette.accent));
    let link = ui.add(Button::new(words).frame(false).truncate());
    widgets::ring(ui, &link);
    if link.on_hover_text("Read it there").clicked() {
        view.push(Action::ReadSuggestion);
    }
    if !told.title.is_empty() {
        let font =
            if rows == 1 { theme::serif(SMALL_SIZE + 1.0) } else { theme::serif_bold(QUOTE) };
        let format = TextFormat::simple(font, Color32::PLACEHOLDER);
        let galley = label(ui, &told.title, format, ui.available_width(), rows);
        ui.add(Label::new(galley));
    }
}

/// Each passage in its paragraph.
fn passages(ui: &mut Ui, told: &Told, is_narrow: bool, view: &View<'_>) {
    let palette = view.palette;
    times(ui, told, view);
    for (at, passage) in told.passages.iter().enumerate() {
        if 0 < at {
            ui.add_space(8.0);
        }
        let shorter = is_narrow.then(|| passage.shorter());
        let passage = shorter.as_ref().unwrap_or(passage);
        let tone = tone(palette, told.look);
        let left = ui.cursor().left();
        let shown = ui.horizontal_top(|ui| {
            ui.add_space(12.0);
            ui.vertical(|ui| ui.add(Label::new(set(ui, passage, tone, palette)).wrap())).inner
        });
        let tall = shown.response.rect.y_range();
        let bar = Rect::from_x_y_ranges(left..=left + 3.0, tall);
        ui.painter().rect_filled(bar, 0.0, colour(tone));
    }
}

/// That it is said more than once.
fn times(ui: &mut Ui, told: &Told, view: &View<'_>) {
    let times = match told.times {
        0 | 1 => return,
        2 => "twice".to_owned(),
        some => format!("{some} times"),
    };
    let alike = if told.passages.len() == 1 { ", word for word" } else { "" };
    let words = format!("Said {times} in this article{alike}: one decision");
    widgets::label(ui, view.palette, &words);
    ui.add_space(4.0);
}

/// The paragraph with the passage lit, its own sentence in full ink.
fn set(ui: &Ui, it: &Excerpt, tone: Rgb, palette: &Palette) -> LayoutJob {
    let format = |ink, ground| TextFormat {
        line_height: Some((QUOTE * LEADING).round()),
        background: ground,
        expand_bg: 1.0,
        ..TextFormat::simple(theme::serif(QUOTE), colour(ink))
    };
    let none = Color32::TRANSPARENT;
    let mut job = LayoutJob::default();
    let mut add = |words: &str, ink, ground| {
        if !words.is_empty() {
            job.append(words, 0.0, format(ink, ground));
        }
    };
    // Words that run from right to left stand right only where they are set alone.
    if [&it.before, &it.opening, &it.words, &it.ending, &it.after].iter().any(|it| needs_words(it))
    {
        add(&it.words, palette.text, veil(tone, FILL));
    } else {
        add(&it.before, palette.weak, none);
        add(&it.opening, palette.text, none);
        add(&it.words, palette.text, veil(tone, FILL));
        add(&it.ending, palette.text, none);
        add(&it.after, palette.weak, none);
    }
    job.wrap.max_width = ui.available_width();
    job
}

/// What would be recorded, in a line.
fn says(ui: &mut Ui, told: &Told, view: &View<'_>) {
    if told.is_dismissed {
        let words = RichText::new("Dismissed, so it is not recorded and not offered");
        ui.add(Label::new(words.small().color(colour(view.palette.warning()))).wrap());
    }
    let says = RichText::new(&told.says).font(theme::bold(BASE_SIZE + 1.0));
    ui.add(Label::new(says).wrap());
    ui.add_space(4.0);
}

/// What would be recorded field by field, and why.
fn recorded(ui: &mut Ui, told: &Told, view: &View<'_>) {
    let palette = view.palette;
    ui.spacing_mut().item_spacing.y = 3.0;
    for it in &told.fields {
        field(ui, it, palette);
    }
    if told.fields.is_empty() {
        let words = "It is a further passage of what is recorded already";
        ui.add(Label::new(RichText::new(words).small()).wrap());
    }
    ui.add_space(4.0);
    let width = ui.available_width();
    let (line, _) = ui.allocate_exact_size(vec2(width, 1.0), Sense::hover());
    ui.painter().hline(line.x_range(), line.center().y, Stroke::new(1.0, colour(palette.line)));
    ui.add_space(2.0);
    let reason = |name, words: &str| Field { name, words: words.to_owned(), ..Field::default() };
    field(ui, &reason("Why", &told.because), palette);
    field(ui, &reason("Score", &told.score), palette);
}

/// A field in a line or more: its name, what it says, whether that is new, how it is known.
fn field(ui: &mut Ui, it: &Field, palette: &Palette) {
    let room = ui.available_rect_before_wrap();
    let name = TextFormat::simple(FontId::proportional(SMALL_SIZE), colour(palette.weak));
    let plain = FontId::proportional(SMALL_SIZE + 1.0);
    let mut job = LayoutJob::default();
    let mut add = |words: &str, gap: f32, font: FontId, ink: Rgb| {
        let format = TextFormat { valign: Align::BOTTOM, ..TextFormat::simple(font, colour(ink)) };
        job.append(words, gap, format);
    };
    if it.words.is_empty() {
        add("not stated", 0.0, plain, palette.weak);
    } else {
        add(&it.words, 0.0, plain, palette.text);
    }
    if it.is_new {
        add(" new", 3.0, theme::bold(SMALL_SIZE - 1.0), palette.accent);
    }
    if !it.note.is_empty() {
        add(&format!(" {}", it.note), 3.0, FontId::proportional(SMALL_SIZE), palette.weak);
    }
    job.wrap.max_width = (room.width() - NAMES).max(60.0);
    job.break_on_newline = false;
    let shown = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let galley = label(ui, it.name, name, NAMES - 6.0, 1);
        let (rect, response) = ui.allocate_exact_size(vec2(NAMES, galley.size().y), Sense::hover());
        response.widget_info(|| {
            eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, it.name)
        });
        ui.painter().galley(pos2(rect.left(), rect.top() + 1.0), galley, colour(palette.weak));
        ui.add(Label::new(job).wrap())
    });
    if it.is_new {
        shown.inner.on_hover_text("The project does not have it yet: accepting adds it");
    }
}

/// What can be done, with the keys; and the way back once something was decided.
pub(super) fn buttons(ui: &mut Ui, kept: &ReviewView, view: &View<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let is_dismissed = view.situation.dismissed;
        if is_dismissed {
            button(ui, "Offer again", Command::DismissSuggestion, true, view);
        }
        if view.situation.suggestion {
            button(ui, "Accept", Command::AcceptSuggestion, !is_dismissed, view);
            button(ui, "Edit", Command::EditAnnotation, false, view);
        }
        if view.situation.suggestion && !is_dismissed {
            button(ui, "Dismiss", Command::DismissSuggestion, false, view);
        }
        undo(ui, kept, view);
    });
}

/// The way back, once something was decided here; and what that was, where there is room.
pub(super) fn undo(ui: &mut Ui, kept: &ReviewView, view: &View<'_>) {
    let Some(step) = view.situation.undo.as_deref().filter(|_| kept.has_decided()) else { return };
    let name = view.situation.name(Command::Undo.row());
    button(ui, "Undo", Command::Undo, false, view).on_hover_text(name);
    let words = RichText::new(widgets::lower_first(step)).small();
    let room = ui.available_size_before_wrap().x;
    if widgets::words_width(ui, words.clone()) < room {
        ui.label(words.color(colour(view.palette.weak)));
    }
}

fn button(ui: &mut Ui, words: &str, command: Command, is_first: bool, view: &View<'_>) -> Response {
    let palette = view.palette;
    let keys = command.row().keys.first().map(|it| ui.ctx().format_shortcut(it));
    let (ink, weak) = match is_first {
        true => (palette.reads_on(palette.accent), palette.reads_on(palette.accent)),
        false => (palette.text, palette.weak),
    };
    let keys = RichText::new(keys.unwrap_or_default()).small().color(colour(weak));
    let button = Button::new((RichText::new(words).color(colour(ink)), keys));
    let button = match is_first {
        true => button.fill(colour(palette.accent)).stroke(Stroke::NONE),
        false => button,
    };
    let button = ui.add(button);
    let button = button.accessible_name(view.situation.name(command.row()));
    widgets::ring(ui, &button);
    if button.clicked() {
        view.command(command);
    }
    button
}

/// The colour of what is suggested, as the reader marks it.
pub(super) fn tone(palette: &Palette, look: Look) -> Rgb {
    match look {
        Look::Claim(outcome) => palette.outcome(outcome).mark,
        Look::Stance(position) => palette.position(position).mark,
        Look::Note(number) => palette.actor(number.unwrap_or_default()).mark,
    }
}
