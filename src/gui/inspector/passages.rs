//! Owns the lower half of the form: the annotation's passages, what is near to it, and who made it.

use eframe::egui::{Align, Button, ComboBox, Layout, RichText, Sense, Ui, UiBuilder, vec2};

use super::draft::{Draft, Target};
use super::related::{self, Other, mark, story};
use super::{Form, FormEvent};
use crate::base::fonts::Style;
use crate::base::words::PassageRole;
use crate::gui::fonts::family;
use crate::gui::icons;
use crate::gui::theme::colour;
use crate::gui::widgets::{self, Keys, capital};

/// The roles a further passage may have.
const ROLES: &[PassageRole] =
    &[PassageRole::Repeat, PassageRole::Attribution, PassageRole::Time, PassageRole::Context];

pub(super) fn show(ui: &mut Ui, form: &mut Form, draft: &mut Draft) {
    let palette = form.inputs.palette;
    ui.add_space(4.0);
    ui.separator();
    passages(ui, form, draft);
    let related = related::related(draft, form.inputs.state, form.inputs.places);
    list(ui, form, "Also in this sentence", &related.sentence);
    list(ui, form, "Same incident", &related.incident);
    if related.more > 0 {
        widgets::label(ui, palette, &format!("and {} more", related.more));
    }
    if let Target::Existing(id) = &draft.target
        && let Some(annotation) = form.inputs.state.annotations().get(id)
    {
        ui.add_space(4.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        for line in story(annotation, form.inputs.zone) {
            widgets::label(ui, palette, &line);
        }
    }
}

/// Width of the field for a passage's role.
const ROLE: f32 = 132.0;

fn passages(ui: &mut Ui, form: &mut Form, draft: &mut Draft) {
    let palette = form.inputs.palette;
    let count = draft.passages(form.inputs.state).len();
    // A single one stands at the head of the form.
    if count < 2 {
        attach(ui, form);
        return;
    }
    widgets::label(ui, palette, "Passages");
    let mut changed: Option<Change> = None;
    for (at, passage) in draft.passages(form.inputs.state).iter().enumerate() {
        let size = vec2(ui.available_width(), ui.spacing().interact_size.y);
        let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
        let (left, rest) = whole.split_left_right_at_x(whole.left() + ROLE);
        let (middle, right) = rest.split_left_right_at_x(rest.right() - 24.0);
        let middle = middle.with_min_x(middle.left() + 8.0);
        let place = |ui: &mut Ui, rect, add: &mut dyn FnMut(&mut Ui)| {
            let layout = Layout::left_to_right(Align::Center);
            add(&mut ui.new_child(UiBuilder::new().id_salt(at).max_rect(rect).layout(layout)));
        };
        place(ui, left, &mut |ui| {
            if passage.role == PassageRole::Main {
                widgets::label(ui, palette, "Main");
            } else if let Some(role) = role(ui, &mut form.keys, at, passage.role) {
                changed = Some(Change::Role(at, role));
            }
        });
        place(ui, middle, &mut |ui| {
            let quote = RichText::new(one_line(&passage.quote)).family(family(Style::Serif));
            let link = Button::new(quote.color(colour(palette.accent))).frame(false).truncate();
            let link = ui.add(link).on_hover_text(&passage.sentence);
            widgets::ring(ui, &link);
            form.keys.shown(&link);
            if link.clicked() {
                changed = Some(Change::Show(at));
            }
        });
        if at > 0 {
            place(ui, right, &mut |ui| {
                let name = format!("Take away passage {}", at + 1);
                let close = widgets::icon(ui, icons::CLOSE, &name);
                form.keys.shown(&close);
                if close.clicked() {
                    changed = Some(Change::Detach(at));
                }
            });
        }
    }
    if let Some(change) = changed {
        carry_out(change, form, draft);
    }
    attach(ui, form);
}

/// What was done to a passage, by its place.
enum Change {
    Show(usize),
    Role(usize, PassageRole),
    Detach(usize),
}

/// Passages of a new annotation are the draft's own; those of the project are changed by the project.
fn carry_out(change: Change, form: &mut Form, draft: &mut Draft) {
    match (&mut draft.target, change) {
        (Target::New { .. }, Change::Show(at)) => form.events.push(FormEvent::ShowNew(at)),
        (Target::New { passages }, Change::Role(at, role)) => {
            if let Some(passage) = passages.get_mut(at) {
                passage.role = role;
            }
        }
        (Target::New { passages }, Change::Detach(at)) => {
            if at < passages.len() {
                passages.remove(at);
            }
        }
        (Target::Existing(id), Change::Show(at)) => {
            form.events.push(FormEvent::ShowPassage(*id, at));
        }
        (Target::Existing(id), Change::Role(at, role)) => {
            form.events.push(FormEvent::SetRole(*id, at, role));
        }
        (Target::Existing(id), Change::Detach(at)) => {
            form.events.push(FormEvent::Detach(*id, at));
        }
    }
}

/// The role of a passage; another one if it was chosen.
fn role(ui: &mut Ui, keys: &mut Keys, at: usize, role: PassageRole) -> Option<PassageRole> {
    let mut chosen = role;
    let list = ComboBox::from_id_salt(("role", at)).width(ROLE).truncate();
    let list = widgets::with_arrow(list);
    let shown = list.selected_text(capital(role.label())).show_ui(ui, |ui| {
        for it in ROLES {
            ui.selectable_value(&mut chosen, *it, capital(it.label()));
        }
    });
    let name = format!("Role of passage {}", at + 1);
    keys.shown(&shown.response.accessible_name(name));
    (chosen != role).then_some(chosen)
}

/// Adds what is selected as a further passage, or says how.
fn attach(ui: &mut Ui, form: &mut Form) {
    let palette = form.inputs.palette;
    let selection = form.inputs.selection.map(one_line).filter(|it| !it.is_empty());
    let Some(words) = selection else {
        let hint = "Select words in an article to add them as a further passage";
        widgets::label(ui, palette, hint);
        return;
    };
    let short: String = words.chars().take(32).collect();
    let cut = if short.len() < words.len() { "…" } else { "" };
    widgets::label(ui, palette, &format!("Add passage “{}{cut}” as", short.trim_end()));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for role in ROLES {
            let button = ui.button(capital(role.label()));
            form.keys.shown(&button);
            if button.clicked() {
                form.events.push(FormEvent::Attach(*role));
            }
        }
    });
}

/// Other annotations, each leading to its place.
fn list(ui: &mut Ui, form: &mut Form, words: &str, others: &[Other]) {
    if others.is_empty() {
        return;
    }
    let (state, palette) = (form.inputs.state, form.inputs.palette);
    ui.add_space(4.0);
    widgets::label(ui, palette, words);
    ui.spacing_mut().item_spacing.y = 4.0;
    for other in others {
        let dot = state.annotations().get(&other.id).map(|it| mark(it, state, palette));
        let lit = form.inputs.lit == Some(other.id);
        let row = widgets::row(ui, palette, dot.unwrap_or(palette.weak), &other.line, lit);
        form.keys.shown(&row);
        if row.hovered() {
            form.events.push(FormEvent::Hover(other.id));
        }
        if row.clicked() {
            form.events.push(FormEvent::Show(other.id));
        }
    }
    ui.spacing_mut().item_spacing.y = 8.0;
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
