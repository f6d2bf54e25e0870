//! Owns the dialog of settings. What is changed there holds at once.

use eframe::egui::{Context, Frame, Margin, RichText, Slider, Stroke, TextEdit, Ui};

use super::dialog::Reply;
use super::modal::{Stand, caption, entered, modal, primary, take_focus};
use crate::base::Offset;
use crate::gui::action::Action;
use crate::gui::settings::{Settings, TEXT_SIZES, Theme, USUAL_TEXT_SIZE};
use crate::gui::theme::{self, colour};
use crate::gui::view::View;
use crate::gui::widgets;
use crate::project::Edit;

/// What is typed in a field and not taken over yet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Typed {
    /// The project's zone; none while it is not being typed.
    zone: Option<String>,
}

/// Shows the dialog. Whether it was closed.
pub fn show(ctx: &Context, view: &View<'_>, typed: &mut Typed) -> bool {
    let mut settings = view.settings.clone();
    let mut done = false;
    let closed = modal(ctx, "Settings", 460.0, Stand::Middle, |ui| {
        theme_line(ui, &mut settings);
        ui.add_space(8.0);
        text_line(ui, view, &mut settings);
        ui.add_space(8.0);
        coder_line(ui, view, &mut settings);
        if view.case.is_some() {
            ui.add_space(8.0);
            zone_line(ui, view, typed);
        }
        ui.add_space(16.0);
        ui.horizontal_wrapped(|ui| {
            let close = primary(ui, "Done");
            take_focus(&close);
            done |= close.clicked();
            if ui.button("Reset the panels").clicked() {
                view.push(Action::Reply(Reply::ResetPanels));
            }
        });
    });
    if settings != *view.settings {
        view.push(Action::Reply(Reply::Settings(Box::new(settings))));
    }
    closed || done
}

fn theme_line(ui: &mut Ui, settings: &mut Settings) {
    caption(ui, "Theme");
    ui.horizontal_wrapped(|ui| {
        let themes = [
            (Theme::Light, "Light"),
            (Theme::Dark, "Dark"),
            (Theme::System, "As the system has it"),
        ];
        for (theme, name) in themes {
            widgets::radio(ui, &mut settings.theme, theme, name);
        }
    });
}

fn text_line(ui: &mut Ui, view: &View<'_>, settings: &mut Settings) {
    let label = caption(ui, "Text of articles");
    ui.horizontal(|ui| {
        let rail = colour(view.palette.line);
        ui.visuals_mut().widgets.inactive.bg_fill = rail;
        ui.visuals_mut().widgets.hovered.bg_fill = rail;
        let slider = Slider::new(&mut settings.text_size, TEXT_SIZES)
            .step_by(1.0)
            .fixed_decimals(0)
            .suffix(" pt");
        ui.add(slider).labelled_by(label.id);
        if settings.text_size != USUAL_TEXT_SIZE && ui.button("Usual size").clicked() {
            settings.text_size = USUAL_TEXT_SIZE;
        }
    });
    let palette = view.palette;
    let frame = Frame::new()
        .fill(colour(palette.page))
        .stroke(Stroke::new(1.0, colour(palette.line)))
        .corner_radius(theme::RADIUS)
        .inner_margin(Margin::same(12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        // Of one height, so that nothing jumps under the pointer.
        ui.set_height(64.0);
        let words = RichText::new("At least 25 people were killed, two of them civilians.");
        ui.label(words.font(theme::serif(settings.text_size)));
    });
}

fn coder_line(ui: &mut Ui, view: &View<'_>, settings: &mut Settings) {
    let label = caption(ui, "Your name, as it stands in the record");
    let hint = if view.coder.is_empty() { "Not stated" } else { view.coder };
    let field = TextEdit::singleline(&mut settings.coder).hint_text(hint.to_owned());
    ui.add(field.desired_width(f32::INFINITY)).labelled_by(label.id);
}

fn zone_line(ui: &mut Ui, view: &View<'_>, typed: &mut Typed) {
    let Some(case) = view.case else { return };
    let zone = case.state().zone();
    let label = caption(ui, "Zone of this project, for times whose zone is not stated");
    let mut text = typed.zone.clone().unwrap_or_else(|| zone.to_string());
    let field = ui.horizontal(|ui| {
        let field = ui.add(TextEdit::singleline(&mut text).desired_width(100.0));
        ui.weak("offset from UTC, such as +04:00");
        field.labelled_by(label.id)
    });
    let field = field.inner;
    if field.changed() {
        typed.zone = Some(text.clone());
    }
    let read: Result<Offset, String> = text.trim().parse();
    match read {
        Ok(read) => {
            if (field.lost_focus() || entered(&field)) && read != zone {
                view.queue.edit(Edit::SetZone(read));
            }
            if field.lost_focus() {
                typed.zone = None;
            }
        }
        Err(_) => {
            let words = "this is no offset from UTC; the zone stays as it was";
            ui.colored_label(colour(view.palette.error()), words);
        }
    }
}
