//! The list of articles at the left. `model` says which articles in which order, `items` keeps that from frame to
//! frame, `heights` and `row` lay out and paint, `head`, `keys` and `menu` are the ways to use it.

mod head;
mod heights;
mod items;
mod keys;
pub mod menu;
mod model;
mod row;

use eframe::egui::{Context, Id, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::action::{Action, Thing};
use super::case::Case;
use super::command::Command;
use super::review::Open;
use super::view::View;
use crate::base::ArticleId;
use crate::views::ArticleRow;
use items::Items;
use keys::Wish;
use model::Choice;
use row::{Found, Sizes, Standing};

pub use row::{is_missing, one_line};

/// How the list is sorted and what it shows.
#[derive(Debug, Default)]
pub struct List {
    choice: Choice,
    items: Items,
    /// Where the keys go from.
    cursor: Option<ArticleId>,
    wants_focus: bool,
    /// To be scrolled to in the next frame.
    reveal: Option<ArticleId>,
    /// The active article of the last frame.
    active: Option<ArticleId>,
    /// Rows in view in the last frame.
    page: usize,
    /// No suggestions, for who reads without them.
    none: Open,
}

impl List {
    /// The articles shown, in their order.
    pub fn order(&self, case: &Case, open: &Open) -> Vec<ArticleId> {
        let rows = case.derived().rows();
        let shown = self.choice.shown(rows, |it| open.left(it).all());
        shown.into_iter().filter_map(|it| rows.get(it)).map(|row| row.article).collect()
    }

    /// Takes the keyboard in the next frame; if it has it already, the filter takes it.
    pub fn take_focus(&mut self) {
        self.wants_focus = true;
    }

    /// The article at the cursor while the list has the keyboard.
    pub fn at_cursor(&self, ctx: &Context) -> Option<ArticleId> {
        self.cursor.filter(|_| ctx.memory(|it| it.has_focus(rows_id())))
    }
}

/// What has the focus while the rows have the keyboard.
fn rows_id() -> Id {
    Id::unique("rows of articles")
}

/// Shows the list.
pub fn show(ui: &mut Ui, list: &mut List, view: &View<'_>) {
    let Some(case) = view.case else { return };
    // Who reads without suggestions is not told of them here either.
    let open = view.in_text().unwrap_or(&list.none).clone();
    if view.in_text().is_none() {
        list.choice.forget_waiting();
    }
    list.items.refresh(case, &list.choice, &open);
    let (rows_id, field) = (rows_id(), Id::unique("filter of articles"));
    let head = head::show(ui, &mut list.choice, &list.items, view, field);
    list.items.refresh(case, &list.choice, &open);
    focus(ui, list, view, case, rows_id, field);
    if head.to_rows {
        list.cursor = list.items.article(case, 0);
        ui.memory_mut(|it| it.request_focus(rows_id));
    }
    if head.open
        && let Some(article) = list.items.article(case, 0)
    {
        view.push(Action::Read { article, beside: false });
    }
    if list.items.len() == 0 {
        empty(ui, &list.items, case, view);
        return;
    }
    let area = ui.available_rect_before_wrap();
    let response = ui.interact(area, rows_id, Sense::FOCUSABLE);
    response.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, "Articles"));
    if response.has_focus() {
        use_keys(ui, list, case, view, rows_id);
    }
    rows(ui, list, case, &open, view);
}

/// Gives the keyboard to rows or filter, and follows the active article.
fn focus(ui: &Ui, list: &mut List, view: &View<'_>, case: &Case, rows: Id, field: Id) {
    let active = view.desk.active().map(|it| it.article);
    if active != list.active {
        list.active = active;
        list.reveal = active;
    }
    if !std::mem::take(&mut list.wants_focus) {
        return;
    }
    let to_field = ui.memory(|it| it.has_focus(rows)) || list.items.len() == 0;
    ui.memory_mut(|it| it.request_focus(if to_field { field } else { rows }));
    let shown = |it: &ArticleId| list.items.place(*it).is_some();
    let first = || list.items.article(case, 0);
    list.cursor = active.filter(shown).or(list.cursor.filter(shown)).or_else(first);
    list.reveal = list.cursor;
}

fn use_keys(ui: &Ui, list: &mut List, case: &Case, view: &View<'_>, id: Id) {
    let here = list.cursor.and_then(|it| list.items.place(it));
    for wish in keys::wishes(ui, id, list.items.len(), here, list.page) {
        let row = list.cursor.and_then(|it| case.derived().row(it));
        match (wish, row) {
            (Wish::Go(to), _) => {
                list.cursor = list.items.article(case, to);
                list.reveal = list.cursor;
            }
            (Wish::Open { beside }, Some(row)) => {
                view.push(Action::Read { article: row.article, beside });
                ui.memory_mut(|it| it.surrender_focus(id));
            }
            (Wish::Mark, Some(row)) => menu::mark(row, view),
            (Wish::Leave, _) => ui.memory_mut(|it| it.surrender_focus(id)),
            (Wish::Open { .. } | Wish::Mark, None) => {}
        }
    }
}

/// What stands in place of the rows where there are none.
fn empty(ui: &mut Ui, items: &Items, case: &Case, view: &View<'_>) {
    if case.texts.is_loading && case.derived().rows().is_empty() {
        coming(ui, items, view);
        return;
    }
    ui.vertical_centered(|ui| {
        ui.add_space(32.0);
        if case.derived().rows().is_empty() {
            ui.weak("No articles yet");
            ui.add_space(8.0);
            if ui.button(Command::AddFolder.row().name).clicked() {
                view.command(Command::AddFolder);
            }
        } else {
            ui.weak("No article matches the filter");
        }
    });
}

/// Articles that are read but not part of the project yet.
fn coming(ui: &mut Ui, items: &Items, view: &View<'_>) {
    let sizes = Sizes::new(ui);
    let height = sizes.height(sizes.title, false);
    let weak = super::theme::colour(view.palette.weak);
    ScrollArea::vertical().auto_shrink(false).show_rows(
        ui,
        height,
        items.coming.len(),
        |ui, range| {
            for (outlet, title) in items.coming.get(range).unwrap_or_default() {
                let (rect, _) =
                    ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::HOVER);
                let at = rect.min + vec2(row::SIDE, 8.0);
                let room = rect.width() - 2.0 * row::SIDE;
                let outlet = one_line(ui, outlet, room, weak);
                let below = outlet.size().y + 2.0;
                ui.painter().galley(at, outlet, weak);
                ui.painter().galley(at + vec2(0.0, below), one_line(ui, title, room, weak), weak);
            }
        },
    );
}

/// The rows in view.
fn rows(ui: &mut Ui, list: &mut List, case: &Case, open: &Open, view: &View<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let lit = lit(case, view);
    ScrollArea::vertical().id_salt("articles").auto_shrink(false).show_viewport(
        ui,
        |ui, viewport| {
            let width = ui.available_width();
            list.items.measure(ui, case, width);
            ui.set_height(list.items.heights.total());
            let origin = ui.min_rect().min;
            let revealed = list.reveal.take().and_then(|it| list.items.place(it));
            if let Some(at) = revealed {
                let (top, bottom) = list.items.heights.of(at);
                let at = origin + vec2(0.0, top);
                let rect = Rect::from_min_size(at, vec2(width, bottom - top));
                ui.scroll_to_rect_animation(
                    rect,
                    None,
                    eframe::egui::style::ScrollAnimation::none(),
                );
            }
            let in_view = list.items.heights.within(viewport.top(), viewport.bottom());
            list.page = in_view.len().saturating_sub(2).max(1);
            for at in in_view {
                let Some(row) = list.items.row(case, at) else { continue };
                let title = row::title(ui, row, width, view.palette);
                let found = Found::of(row.article, case, open);
                let has_foot = row::has_foot(row, case, found != Found::default());
                let height = Sizes::new(ui).height(title.size().y, has_foot);
                list.items.heights.learn(at, height);
                let (top, bottom) = list.items.heights.of(at);
                let rect = Rect::from_min_max(
                    pos2(origin.x, origin.y + top),
                    pos2(origin.x + width, origin.y + bottom),
                );
                show_row(ui, rect, (row, &found), title, &lit, list, view);
            }
        },
    );
}

/// The articles of what the pointer is over, here or elsewhere.
fn lit(case: &Case, view: &View<'_>) -> Vec<ArticleId> {
    match view.desk.hover.last() {
        Some(Thing::Article(article)) => vec![article],
        Some(Thing::Annotation(id)) => {
            let found = case.state().annotations().get(&id);
            found.into_iter().flat_map(|it| it.passages.iter().map(|it| it.article)).collect()
        }
        _ => vec![],
    }
}

fn show_row(
    ui: &mut Ui,
    rect: Rect,
    (row, found): (&ArticleRow, &Found<'_>),
    title: std::sync::Arc<eframe::egui::Galley>,
    lit: &[ArticleId],
    list: &List,
    view: &View<'_>,
) {
    let article = row.article;
    let missing = view.case.is_some_and(|case| is_missing(row, case));
    let place = view.desk.column_of(article);
    let id = ui.scope_id().with(("article", article));
    let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
    response.widget_info(|| {
        let name = row::name(row, missing, found);
        WidgetInfo::selected(Role::ListBoxOption, true, place.is_some(), name)
    });
    let standing = Standing {
        open: place.is_some(),
        active: place == Some(view.desk.active),
        lit: response.hovered() || lit.contains(&article),
        cursor: list.at_cursor(ui.ctx()) == Some(article),
        missing,
    };
    let signs = row::paint(ui, rect, row, title, standing, found, view.palette);
    if let Some(sign) = signs.missing {
        let help = "The text of this article is not at hand";
        ui.interact(sign, id.with("missing"), Sense::HOVER).on_hover_text(help);
    }
    if let Some(sign) = signs.found {
        ui.interact(sign, id.with("found"), Sense::HOVER).on_hover_text(found.hint());
    }
    response.dnd_set_drag_payload(article);
    if response.hovered() {
        view.push(Action::Hover(Thing::Article(article)));
    }
    if response.clicked() || response.middle_clicked() {
        let beside = response.middle_clicked() || ui.input(|it| it.modifiers.command);
        view.push(Action::Read { article, beside });
    }
    response.context_menu(|ui| menu::show(ui, row, view));
}
