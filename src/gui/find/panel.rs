//! Owns the look of the search: its field and choices, and the places found with their context.

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align, FontId, Frame, Key, Label, Layout, Margin, Modifiers, RichText, Role, ScrollArea, Sense,
    Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, vec2,
};

use super::{Find, Hit};
use crate::corpus::search::Query;
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::reader;
use crate::gui::theme::{self, colour, veil};
use crate::gui::view::View;
use crate::gui::widgets;
use crate::views::count;

/// Room for the number of places in an article, in points.
const HITS: f32 = 32.0;

/// Height of a line of the list, in points.
const LINE: f32 = 22.0;

/// A line of the list.
enum Line<'a> {
    /// The head of an article: outlet, title and how many places it has.
    Article {
        name: String,
        hits: usize,
    },
    Hit {
        number: usize,
        hit: &'a Hit,
    },
}

/// Blank points beside the words.
const MARGIN: f32 = 12.0;

/// Shows the search.
pub fn show(ui: &mut Ui, find: &mut Find, view: &View<'_>) {
    ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
    Frame::new().inner_margin(Margin::symmetric(MARGIN as i8, 8)).show(ui, |ui| {
        head(ui, find, view);
        field(ui, find, view);
        said(ui, find, view);
    });
    let line = Stroke::new(1.0, colour(view.palette.line));
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), line);
    list(ui, find, view);
}

fn head(ui: &mut Ui, find: &Find, view: &View<'_>) {
    ui.horizontal(|ui| {
        ui.label(RichText::new("Search").font(theme::bold(theme::SMALL_SIZE)).weak());
        let between = ui.spacing().item_spacing.x;
        widgets::to_right(ui, 3.0 * widgets::ICON + 2.0 * between);
        ui.add_enabled_ui(find.has_hits(), |ui| {
            if widgets::icon(ui, icons::ARROW_UPWARD, "Previous place (Shift+F3)").clicked() {
                view.push(Action::StepHit(false));
            }
            if widgets::icon(ui, icons::ARROW_DOWNWARD, "Next place (F3)").clicked() {
                view.push(Action::StepHit(true));
            }
        });
        if widgets::icon(ui, icons::CLOSE, "Close the search (Esc)").clicked() {
            view.push(Action::CloseFind);
        }
    });
}

/// The field and its three choices. A change begins another search.
fn field(ui: &mut Ui, find: &mut Find, view: &View<'_>) {
    let mut query = find.query.clone();
    ui.horizontal(|ui| {
        let choices = 3.0 * (widgets::ICON + ui.spacing().item_spacing.x);
        let edit = TextEdit::singleline(&mut query.words)
            .hint_text("Words to look for")
            .desired_width((ui.available_width() - choices).max(60.0));
        let field = ui.add(edit).on_hover_text("Words to look for");
        if std::mem::take(&mut find.takes_focus) {
            field.request_focus();
            select_all(ui, field.id, &query.words);
        }
        if field.lost_focus() || field.has_focus() {
            let (enter, shift, escape) = ui.input(|it| {
                let pressed = it.key_pressed(Key::Enter);
                (pressed, it.modifiers == Modifiers::SHIFT, it.key_pressed(Key::Escape))
            });
            if enter {
                view.push(Action::StepHit(!shift));
                field.request_focus();
            }
            if escape {
                view.push(Action::CloseFind);
            }
        }
        let choice = |ui: &mut Ui, on: &mut bool, icon: &str, name: &str| {
            if widgets::icon_toggle(ui, icon, name, *on).clicked() {
                *on = !*on;
                // One goes on typing.
                field.request_focus();
            }
        };
        choice(ui, &mut query.match_case, icons::MATCH_CASE, "Match case");
        choice(ui, &mut query.whole_word, icons::MATCH_WORD, "Whole words");
        choice(ui, &mut query.regex, icons::REGULAR_EXPRESSION, "Regular expression");
    });
    if query != find.query {
        view.push(Action::Find(query));
    }
}

fn select_all(ui: &Ui, id: eframe::egui::Id, words: &str) {
    use eframe::egui::text::{CCursor, CCursorRange};
    if let Some(mut state) = eframe::egui::TextEdit::load_state(ui.ctx(), id) {
        let end = CCursor::new(words.chars().count());
        state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
        state.store(ui.ctx(), id);
    }
}

/// What came of it, in words.
fn said(ui: &mut Ui, find: &Find, view: &View<'_>) {
    ui.vertical(|ui| {
        if let Some(error) = &find.error {
            ui.label(RichText::new(&error.what).small().color(colour(view.palette.error())));
            ui.label(RichText::new(&error.hint).small().weak());
            return;
        }
        ui.label(RichText::new(summary(find)).small().weak());
    });
}

fn summary(find: &Find) -> String {
    let results = &find.results;
    if find.query.words.is_empty() {
        return "All articles are searched as you type".to_owned();
    }
    if results.total == 0 {
        return "Not found in any article".to_owned();
    }
    let places = if results.total == 1 { "place" } else { "places" };
    let articles = if results.articles == 1 { "article" } else { "articles" };
    let at = find.at.map(|at| format!("{} of ", count(at as u64 + 1))).unwrap_or_default();
    let listed = if results.hits.len() < results.total {
        format!("; the first {} are listed", count(results.hits.len() as u64))
    } else {
        String::new()
    };
    format!(
        "{at}{} {places} in {} {articles}{listed}",
        count(results.total as u64),
        count(results.articles as u64)
    )
}

fn list(ui: &mut Ui, find: &mut Find, view: &View<'_>) {
    let Some(case) = view.case else { return };
    let name = |hit: &Hit| {
        let row = case.derived().row(hit.article);
        row.map_or_else(String::new, |row| match row.outlet.as_str() {
            "" => row.title.clone(),
            outlet => format!("{outlet} · {}", row.title),
        })
    };
    let lines = lines(&find.results.hits, name);
    let follows = std::mem::take(&mut find.follows);
    let at = find.at;
    let mut area = ScrollArea::vertical().auto_shrink(false);
    if follows
        && let Some(line) = lines
            .iter()
            .position(|line| matches!(line, Line::Hit { number, .. } if Some(*number) == at))
    {
        // Some lines of what comes before stay in view.
        area = area.vertical_scroll_offset((line as f32 - 4.0).max(0.0) * LINE);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_rows(ui, LINE, lines.len(), |ui, range| {
        for line in lines.get(range).unwrap_or_default() {
            match line {
                Line::Article { name, hits } => article_line(ui, name, *hits),
                Line::Hit { number, hit } => hit_line(ui, *number, hit, Some(*number) == at, view),
            }
        }
    });
}

/// Places under the head of their article.
fn lines<'a>(hits: &'a [Hit], name: impl Fn(&Hit) -> String) -> Vec<Line<'a>> {
    let (mut lines, mut number) = (vec![], 0);
    for group in hits.chunk_by(|one, other| one.article == other.article) {
        if let Some(first) = group.first() {
            lines.push(Line::Article { name: name(first), hits: group.len() });
        }
        for hit in group {
            lines.push(Line::Hit { number, hit });
            number += 1;
        }
    }
    lines
}

fn article_line(ui: &mut Ui, name: &str, hits: usize) {
    ui.allocate_ui_with_layout(
        vec2(ui.available_width() - MARGIN, LINE),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.add_space(MARGIN);
            let font = theme::bold(theme::SMALL_SIZE);
            let format = TextFormat::simple(font, colour(theme::palette(ui).text));
            let width = ui.available_width() - HITS;
            ui.add(Label::new(reader::label(ui, name, format, width, 1)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(RichText::new(count(hits as u64)).small().weak());
            });
        },
    );
}

/// A place with its context, the words found in bold; a click goes there.
fn hit_line(ui: &mut Ui, number: usize, hit: &Hit, is_at: bool, view: &View<'_>) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::click());
    let name = format!("{}{}{}", hit.context.before, hit.context.hit, hit.context.after);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_at, &name));
    if is_at || response.hovered() || response.has_focus() {
        let opacity = if is_at { 0.16 } else { 0.07 };
        ui.painter().rect_filled(rect, 0.0, veil(view.palette.accent, opacity));
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, colour(view.palette.accent));
        ui.painter().rect_stroke(rect, 0.0, ring, StrokeKind::Inside);
    }
    let ink = colour(view.palette.text);
    let ground = view.palette.accent.over(view.palette.panel, if is_at { 0.16 } else { 0.07 });
    let weak = colour(view.palette.weak_on(ground));
    let plain = FontId::proportional(theme::SMALL_SIZE);
    let mut job = LayoutJob {
        wrap: TextWrapping::truncate_at_width(rect.width() - 20.0 - MARGIN),
        ..LayoutJob::default()
    };
    // The words found stay in view: of what comes before only the end is shown.
    job.append(tail(&hit.context.before, 18), 0.0, TextFormat::simple(plain.clone(), weak));
    job.append(&hit.context.hit, 0.0, TextFormat::simple(theme::bold(theme::SMALL_SIZE), ink));
    job.append(&hit.context.after, 0.0, TextFormat::simple(plain, weak));
    let galley = ui.fonts_mut(|it| it.layout_job(job));
    let place = rect.left_center() + vec2(20.0, -galley.size().y / 2.0);
    ui.painter().galley(place, galley, ink);
    if response.clicked() {
        view.push(Action::GoToHit(number));
    }
}

/// The last characters of a text, from a word on.
fn tail(text: &str, characters: usize) -> &str {
    let from = text.char_indices().rev().nth(characters).map_or(0, |(at, _)| at);
    let rest = text.get(from..).unwrap_or(text);
    match rest.find(' ') {
        Some(blank) if from > 0 => rest.get(blank..).unwrap_or(rest).trim_start(),
        _ => rest,
    }
}

impl Find {
    /// What is asked now.
    pub fn query(&self) -> &Query {
        &self.query
    }
}
