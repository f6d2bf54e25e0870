//! Owns how the dialog is shown: the choices at the left, what comes of them at the right.

use eframe::egui::text::TextFormat;
use eframe::egui::{
    Context, Image, Label, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, TextEdit,
    TextStyle, Ui, UiBuilder, WidgetInfo, accesskit, pos2, vec2,
};

use super::model::{ExportDialog, Fault, Subject};
use super::preview::{Asked, Body};
use crate::base::theme::FIGURE;
use crate::export::{Form, Preset, Size};
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::reader::label;
use crate::gui::shell::{Reply, Stand, caption, modal, primary, take_focus};
use crate::gui::task::Work;
use crate::gui::theme::{self, colour};
use crate::gui::view::View;
use crate::gui::widgets::{self, Chip, Keys};

/// The width of the dialog and that of its choices, in points.
const WIDTH: f32 = 1080.0;
const CHOICES: f32 = 336.0;

/// What stands above and below choices and preview, in points.
const AROUND: f32 = 112.0;

/// What it takes to say why the last try came to nothing, in points.
const TOLD: f32 = 72.0;

/// The side of a square of the ground beneath what is transparent, in points.
const SQUARE: f32 = 8.0;

/// Shows the dialog.
pub fn show(ctx: &Context, view: &View<'_>, dialog: &mut ExportDialog) {
    let (mut cancelled, mut committed) = (false, false);
    let closed = modal(ctx, "Export", WIDTH, Stand::Middle, |ui| {
        let below = if dialog.fault.is_some() { TOLD } else { 0.0 };
        let height = ctx.content_rect().height() - 96.0 - AROUND;
        let height = (height.min(620.0) - below).max(120.0);
        let whole = ui.available_rect_before_wrap();
        let edge = whole.left() + CHOICES.min(whole.width() * 0.45);
        let left = Rect::from_min_max(whole.min, pos2(edge, whole.top() + height));
        let right = Rect::from_min_max(
            pos2(edge + 20.0, whole.top()),
            pos2(whole.right(), whole.top() + height),
        );
        let mut ui_left = ui.new_child(UiBuilder::new().max_rect(left));
        ScrollArea::vertical().auto_shrink(false).show(&mut ui_left, |ui| {
            // Beside the scroll bar.
            ui.set_width(ui.available_width() - 12.0);
            committed = choices(ui, view, dialog);
        });
        preview(ui, view, dialog, right);
        ui.advance_cursor_after_rect(left.union(right));
        ui.add_space(12.0);
        if let Some(fault) = &dialog.fault {
            told(ui, view, fault);
        }
        cancelled = buttons(ui, view, dialog);
    });
    if committed && may_export(view, dialog) {
        view.push(Action::Reply(Reply::Export));
    } else if closed || cancelled {
        view.push(Action::Reply(Reply::LeaveExport));
    }
}

/// Shows the choices. Whether Enter was pressed in one of them.
fn choices(ui: &mut Ui, view: &View<'_>, dialog: &mut ExportDialog) -> bool {
    let keys = &mut Keys::default();
    let text = view.palette.text;
    if dialog.omits {
        ui.label(RichText::new("Suggestions are left out: a file holds what is decided").small());
        ui.add_space(8.0);
    }
    let chip = |words: String, mark| move |value| Chip { value, words: words.clone(), mark };
    let subjects = Subject::ALL.map(|it| chip(it.name().to_owned(), text)(it));
    widgets::chips(ui, view.palette, keys, "What", &mut dialog.choices.subject, &subjects);
    ui.add_space(10.0);

    let forms: Vec<_> = dialog
        .choices
        .subject
        .forms()
        .iter()
        .copied()
        .map(|it| Chip { value: it, words: it.ending().to_uppercase(), mark: text })
        .collect();
    widgets::chips(ui, view.palette, keys, "Form", dialog.choices.form_mut(), &forms);
    ui.weak(RichText::new(meant(dialog.choices.form(), dialog.choices.subject)).small());
    ui.add_space(10.0);

    if dialog.choices.form().is_picture() {
        size(ui, view, keys, dialog);
        ui.add_space(6.0);
        tick(ui, keys, &mut dialog.choices.transparent, "Transparent ground");
        if dialog.choices.transparent {
            ui.weak(RichText::new("For light pages; the type stays dark").small());
        }
        ui.add_space(10.0);
    }
    if dialog.choices.form() != Form::Csv {
        words(ui, keys, dialog);
    }
    if dialog.choices.form().is_picture() {
        caption(ui, "Evidence list beside it");
        ui.horizontal(|ui| {
            tick(ui, keys, &mut dialog.choices.evidence_csv, "CSV");
            ui.add_space(8.0);
            tick(ui, keys, &mut dialog.choices.evidence_html, "HTML");
        });
        if let Ok(job) = dialog.job()
            && !job.evidence.is_empty()
        {
            let files = job.files(dialog.file_name().as_ref());
            let names = files.iter().skip(1).map(|(path, _)| path.display().to_string());
            let names = names.collect::<Vec<_>>().join(", ");
            ui.weak(RichText::new(names).small());
        }
    }
    keys.commit
}

/// A box to tick that scrolls into sight when it is walked to.
fn tick(ui: &mut Ui, keys: &mut Keys, value: &mut bool, words: &str) {
    let response = widgets::check(ui, value, words);
    keys.shown(&response);
}

/// What a form is good for.
fn meant(form: Form, subject: Subject) -> &'static str {
    match (form, subject) {
        (Form::Png, _) => "A picture, for slides and documents",
        (Form::Svg, _) => "A drawing that is sharp at any size, for print and layout",
        (Form::Csv, Subject::Annotations) => {
            "A table for spreadsheets, all fields of each annotation"
        }
        (Form::Csv, _) => "The evidence behind the figure, for spreadsheets",
        (Form::Html, _) => "The evidence behind the figure, a page to read and print",
        (Form::Jsonl, _) => "One JSON object a line, for scripts",
    }
}

fn size(ui: &mut Ui, view: &View<'_>, keys: &mut Keys, dialog: &mut ExportDialog) {
    let named = Preset::ALL.iter().map(|it| (Some(*it), it.label()));
    let all: Vec<_> = named
        .chain([(None, "Free")])
        .map(|(value, words)| Chip { value, words: words.to_owned(), mark: view.palette.text })
        .collect();
    let was = dialog.choices.preset;
    widgets::chips(ui, view.palette, keys, "Size", &mut dialog.choices.preset, &all);
    if was.is_some() && dialog.choices.preset.is_none() {
        // The free size begins with the one there was.
        dialog.choices.preset = was;
        dialog.choices.free_size();
    }
    if dialog.choices.preset.is_none() {
        let scaled = dialog.choices.form() == Form::Png;
        let free = &mut dialog.choices.free;
        let fields = [("Width, points", &mut free.width), ("Height, points", &mut free.height)];
        let scale = scaled.then_some(("Scale", &mut free.scale));
        ui.horizontal(|ui| {
            for (name, value) in fields.into_iter().chain(scale) {
                ui.vertical(|ui| {
                    let label = caption(ui, name);
                    let field = ui.add(TextEdit::singleline(value).desired_width(76.0));
                    keys.text_shown(ui, &field.labelled_by(label.id));
                });
            }
        });
    }
    match dialog.choices.size() {
        Ok(size) => {
            let for_what = dialog.choices.preset.map(|it| format!(", {}", it.told()));
            let told = match dialog.choices.form() {
                Form::Png => {
                    let (width, height) = size.pixels();
                    format!("{width} × {height} pixels{}", for_what.unwrap_or_default())
                }
                _ => format!("{} × {} points", size.width.round(), size.height.round()),
            };
            ui.weak(RichText::new(told).small());
        }
        Err(why) => widgets::problem(ui, view.palette, &widgets::capital(&why)),
    }
    left_out(ui, view, dialog);
}

/// Says what the size leaves out of the figure, with a way to have it in.
fn left_out(ui: &mut Ui, view: &View<'_>, dialog: &mut ExportDialog) {
    let (Some(preview), Ok(job)) = (dialog.preview.value(), dialog.job()) else { return };
    let Some(left_out) = preview.left_out(&job.content, job.look.size) else { return };
    let tone = colour(view.palette.warning());
    ui.label(RichText::new(format!("{} {}", icons::WARNING, left_out.words)).small().color(tone));
    let Some(height) = left_out.height else {
        ui.weak(RichText::new("A wider figure or fewer columns would show all").small());
        return;
    };
    let size = Size { height, ..job.look.size };
    if size.fault(job.form).is_none() {
        let words = format!("Make it {height} points high");
        let taller = ui.button(words).on_hover_text("The least height at which all is shown");
        widgets::ring(ui, &taller);
        if taller.clicked() {
            dialog.choices.set_height(height);
        }
    }
}

fn words(ui: &mut Ui, keys: &mut Keys, dialog: &mut ExportDialog) {
    let (title, subtitle) = match dialog.preview.value() {
        Some(preview) => (preview.title.clone(), preview.subtitle.clone()),
        None => (String::new(), String::new()),
    };
    let Some(words) = dialog.choices.words_mut() else { return };
    for (name, typed, own) in
        [("Title", &mut words.title, title), ("Subtitle", &mut words.subtitle, subtitle)]
    {
        let label = caption(ui, name);
        let field = TextEdit::multiline(typed).desired_rows(1).desired_width(f32::INFINITY);
        // Enter has no meaning in a title.
        let field = field.return_key(None).hint_text(own);
        let field = ui.add(field).labelled_by(label.id);
        keys.text_shown(ui, &field);
        ui.add_space(6.0);
    }
    ui.add_space(4.0);
}

fn preview(ui: &mut Ui, view: &View<'_>, dialog: &mut ExportDialog, room: Rect) {
    let dots = ui.ctx().pixels_per_point();
    if let Ok(job) = dialog.job() {
        let room = [room.width() - 2.0, room.height() - 2.0].map(|it| (it * dots).max(1.0) as u32);
        let asked = Asked { content: job.content, form: job.form, look: job.look, room };
        *dialog.preview.request_mut() = Some(asked);
    }
    let response = ui.interact(room, ui.scope_id().with("preview"), Sense::hover());
    let Some(preview) = dialog.preview.value() else {
        outline(ui, view, room);
        return;
    };
    let name = format!("Preview, {}", preview.holds);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    if let (Body::Picture(_), Some(texture)) = (&preview.body, &dialog.texture) {
        let place = Rect::from_center_size(room.center(), texture.size_vec2() / dots);
        // Pixel on pixel.
        let place = place.translate(vec2(
            (place.left() * dots).round() / dots - place.left(),
            (place.top() * dots).round() / dots - place.top(),
        ));
        if dialog.choices.transparent {
            squares(ui, place);
        }
        ui.put(place, Image::new(texture).fit_to_exact_size(place.size()));
        outline(ui, view, place);
        return;
    }
    outline(ui, view, room);
    let mut inner = ui.new_child(UiBuilder::new().max_rect(room.shrink(12.0)));
    inner.shrink_clip_rect(room.shrink(4.0));
    match &preview.body {
        Body::Picture(_) => {}
        Body::Fault(why) => {
            inner.colored_label(colour(view.palette.error()), widgets::capital(why));
        }
        Body::Lines(lines) => {
            let high = inner.text_style_height(&TextStyle::Small);
            for line in lines {
                // None is cut through.
                if inner.available_height() < high {
                    break;
                }
                inner.add(Label::new(RichText::new(line).small()).truncate());
            }
        }
        Body::Page { title, entries } => {
            inner.label(RichText::new(title).font(theme::bold(theme::BASE_SIZE)));
            for (place, (said, sentence)) in entries.iter().enumerate() {
                inner.add_space(8.0);
                inner.add(Label::new(format!("{}. {said}", place + 1)).wrap());
                let ink = colour(view.palette.weak);
                let format = TextFormat::simple(theme::serif(theme::BASE_SIZE), ink);
                let width = inner.available_width();
                let galley = label(&inner, sentence, format, width, 4);
                inner.label(galley);
            }
        }
    }
}

fn outline(ui: &Ui, view: &View<'_>, place: Rect) {
    let line = Stroke::new(1.0, colour(view.palette.line));
    ui.painter().rect_stroke(place.expand(1.0), 0.0, line, StrokeKind::Inside);
}

/// The ground that stands for none.
fn squares(ui: &Ui, place: Rect) {
    let painter = ui.painter().with_clip_rect(place);
    painter.rect_filled(place, 0.0, colour(FIGURE.page));
    let tone = colour(FIGURE.panel);
    let (columns, rows) = ((place.width() / SQUARE) as usize, (place.height() / SQUARE) as usize);
    for row in 0..=rows {
        for column in (row % 2..=columns).step_by(2) {
            let at = place.min + vec2(column as f32, row as f32) * SQUARE;
            painter.rect_filled(Rect::from_min_size(at, vec2(SQUARE, SQUARE)), 0.0, tone);
        }
    }
}

/// Says why the last try came to nothing.
fn told(ui: &mut Ui, view: &View<'_>, fault: &Fault) {
    let what = widgets::capital(&fault.what);
    let builder =
        UiBuilder::new().accessibility_role(accesskit::Role::Alert).accessibility_label(&what);
    ui.scope_builder(builder, |ui| {
        ui.label(RichText::new(what).color(colour(view.palette.error())));
        ui.weak(widgets::capital(&fault.hint));
    });
    ui.add_space(8.0);
}

/// Whether there is something to export, and no other file is being written.
fn may_export(view: &View<'_>, dialog: &ExportDialog) -> bool {
    dialog.job().is_ok() && !view.tasks.is_running(Work::Export)
}

/// Shows the buttons. Whether the dialog is to be left.
fn buttons(ui: &mut Ui, view: &View<'_>, dialog: &ExportDialog) -> bool {
    let mut cancelled = false;
    ui.horizontal(|ui| {
        ui.add_enabled_ui(may_export(view, dialog), |ui| {
            let export = primary(ui, "Export…");
            take_focus(&export);
            if export.clicked() {
                view.push(Action::Reply(Reply::Export));
            }
        });
        cancelled = ui.button("Cancel").clicked();
        if view.tasks.is_running(Work::Export) {
            ui.weak("Another file is being written");
        } else if let Some(preview) = dialog.preview.value() {
            ui.add(Label::new(RichText::new(&preview.holds).weak()).truncate());
        }
    });
    cancelled
}
