//! Owns what is done to all chosen rows at once: a field set, or the rows deleted, each as one step.

use eframe::egui::{
    Align, Button, Id, Label, Popup, PopupCloseBehavior, Response, RichText, ScrollArea, Ui,
};

use super::editor::{hint, settle};
use super::finder::{Finder, Wish};
use super::put::{Takes, Value, items, put, same_for_all, takes};
use super::{TableView, annotations};
use crate::base::{AnnotationId, IdMint};
use crate::gui::action::Action;
use crate::gui::case::Case;
use crate::gui::inspector::draft;
use crate::gui::view::View;
use crate::gui::widgets::{self, lower_first};
use crate::project::{Annotation, Edit, RecordId, State};
use crate::views::sheet::{Field, Sheet};
use crate::views::{EvidenceKind, count};

/// Width of the list, in points.
const WIDTH: f32 = 272.0;

/// What is being set.
#[derive(Debug, Default)]
pub struct Bulk {
    /// The chosen rows by their kinds, as of when the list of fields was opened.
    kinds: Vec<(EvidenceKind, usize)>,
    setting: Option<Setting>,
}

/// A field that is given a value.
#[derive(Debug)]
struct Setting {
    field: Field,
    takes: Takes,
    /// The rows that have it, and how many have it not.
    fit: Vec<AnnotationId>,
    others: usize,
    finder: Finder,
    problem: Option<String>,
}

/// The button that opens the list of fields, and the list.
pub fn set_button(
    ui: &mut Ui,
    it: &mut TableView,
    case: &Case,
    sheet: &Sheet,
    view: &View<'_>,
    ids: &mut IdMint,
) {
    let button = ui.button("Set…").on_hover_text("Set a field of all chosen annotations");
    if button.clicked() {
        settle(view, it.chosen.cursor);
        it.bulk = Bulk { kinds: kinds(it, case.state(), sheet), setting: None };
    }
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let done = popup.show(|ui| {
        ui.set_min_width(WIDTH);
        match it.bulk.setting.take() {
            None => {
                it.bulk.setting = choose(ui, it, case, sheet);
                false
            }
            Some(mut setting) => {
                let done = value(ui, &mut setting, case, view, ids);
                it.bulk.setting = (!done).then_some(setting);
                done
            }
        }
    });
    if done.is_some_and(|it| it.inner) {
        close(ui, &button);
    }
}

fn close(ui: &Ui, button: &Response) {
    Popup::close_id(ui.ctx(), Popup::default_response_id(button));
    ui.memory_mut(|it| it.request_focus(super::id()));
}

fn chosen<'a>(it: &TableView, state: &'a State, sheet: &Sheet) -> Vec<&'a Annotation> {
    let shown = it.chosen.shown(sheet);
    shown.iter().filter_map(|it| Some(&**state.annotations().get(it)?)).collect()
}

fn kinds(it: &TableView, state: &State, sheet: &Sheet) -> Vec<(EvidenceKind, usize)> {
    let all = chosen(it, state, sheet);
    [EvidenceKind::Claim, EvidenceKind::Stance, EvidenceKind::Note]
        .into_iter()
        .map(|kind| (kind, all.iter().filter(|it| EvidenceKind::of(&it.body) == kind).count()))
        .collect()
}

/// The fields that any of the chosen have; the one that was taken.
fn choose(ui: &mut Ui, it: &TableView, case: &Case, sheet: &Sheet) -> Option<Setting> {
    let fits = |field: Field| {
        let of = it.bulk.kinds.iter().filter(|(kind, _)| field.fits(*kind));
        of.map(|(_, count)| count).sum::<usize>()
    };
    // Those that are seen come first.
    let seen: Vec<Field> = it.columns.fields().collect();
    let others = Field::ALL.iter().copied().filter(|it| !seen.contains(it));
    let fields = seen.iter().copied().chain(others).filter(|it| fits(*it) > 0);
    let mut taken = None;
    let height = (ui.ctx().content_rect().height() - 200.0).clamp(120.0, 560.0);
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    area.show(ui, |ui| {
        for field in fields {
            let button =
                ui.add(Button::new(field.name()).frame_when_inactive(false).right_text(""));
            let name = format!("Set {}", lower_first(field.name()));
            if button.accessible_name(name).clicked() {
                taken = Some(field);
            }
        }
    });
    let field = taken?;
    let all = chosen(it, case.state(), sheet);
    let (fit, others): (Vec<&Annotation>, Vec<_>) =
        all.into_iter().partition(|it| field.fits(EvidenceKind::of(&it.body)));
    Some(Setting {
        field,
        takes: takes(field, fit.iter().copied()),
        fit: fit.iter().map(|it| it.id).collect(),
        others: others.len(),
        finder: Finder::default(),
        problem: None,
    })
}

/// The value of the field; whether that is done.
fn value(
    ui: &mut Ui,
    setting: &mut Setting,
    case: &Case,
    view: &View<'_>,
    ids: &mut IdMint,
) -> bool {
    let (field, takes, state) = (setting.field, setting.takes, case.state());
    let title = RichText::new(label(field, setting.fit.len())).strong();
    ui.add(Label::new(title).halign(Align::Min));
    if let Some(words) = left_out(setting.others) {
        let words = RichText::new(words).small().weak();
        ui.add(Label::new(words).halign(Align::Min));
    }
    let gazetteer = case.gazetteer();
    let rows = |text: &str| items(field, takes, text, state, &gazetteer);
    let line = Id::unique("value of many");
    let before = setting.finder.text.clone();
    let wish = setting.finder.show(ui, line, field.name(), hint(field), rows);
    if setting.finder.text != before {
        setting.problem = None;
    }
    let mut apply = false;
    ui.horizontal(|ui| {
        apply = ui.button("Set").clicked();
        ui.label(RichText::new("Enter sets, Esc leaves").small().weak());
    });
    if let Some(problem) = &setting.problem {
        widgets::problem(ui, view.palette, problem);
    }
    let wish = wish.or_else(|| apply.then(|| Wish::Take(setting.finder.value())));
    let value = match wish {
        None => return false,
        Some(Wish::Leave) => return true,
        Some(Wish::Take(value) | Wish::TakeAndGoOn(value)) => value,
    };
    match set(setting, value, case, ids) {
        Ok(edit) => {
            edit.into_iter().for_each(|it| view.push(Action::Edit(it)));
            true
        }
        Err(problem) => {
            setting.problem = Some(problem);
            false
        }
    }
}

/// The one step that sets the field of all.
fn set(
    setting: &Setting,
    value: Value,
    case: &Case,
    ids: &mut IdMint,
) -> Result<Option<Edit>, String> {
    let (state, field) = (case.state(), setting.field);
    let value = same_for_all(value, setting.takes, state);
    let label = label(field, setting.fit.len());
    draft::each(state, &case.gazetteer(), ids, label, &setting.fit, |draft| {
        put(draft, field, &value, state)
    })
}

/// What is said of the chosen rows that do not have the field.
fn left_out(others: usize) -> Option<String> {
    match others {
        0 => None,
        1 => Some("1 has no such field and stays as it is".to_owned()),
        _ => Some(format!("{} have no such field and stay as they are", count(others as u64))),
    }
}

/// "Set status of 12 annotations".
fn label(field: Field, number: usize) -> String {
    format!("Set {} of {}", lower_first(field.name()), annotations(number))
}

/// Deletes the chosen rows that are shown.
pub fn delete(it: &mut TableView, case: &Case, sheet: &Sheet, view: &View<'_>) {
    let all: Vec<AnnotationId> = chosen(it, case.state(), sheet).iter().map(|it| it.id).collect();
    if all.is_empty() {
        return;
    }
    settle(view, None);
    it.chosen.none();
    let label = format!("Delete {}", annotations(all.len()));
    let delete = |it: AnnotationId| Edit::Delete(RecordId::Annotation(it));
    view.push(Action::Edit(Edit::Batch { label, edits: all.into_iter().map(delete).collect() }));
}
