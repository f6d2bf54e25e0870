//! Owns what the text says to screen readers and tests: a node for the article, one for each paragraph in view, one for
//! each mark in view.

use eframe::egui::accesskit::{self, Action, Node, Role};
use eframe::egui::{Rect, Response, Sense, Ui};

use super::view::View;
use super::{Event, Page, Turn};
use crate::base::Span;

/// Names what is in view, and answers those who press it without a mouse.
pub fn names(ui: &Ui, page: &Page<'_>, view: &View, response: &Response, turn: &mut Turn) {
    let title = page.article.metadata.title.as_ref();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        set(node, Role::Document, response.rect);
        node.set_label("Article text");
        if let Some(title) = title {
            node.set_description(title.value.as_str());
        }
        node.add_action(Action::Focus);
    });
    if ui.input(|it| it.has_accesskit_action_request(response.id, Action::Focus)) && !page.active {
        turn.events.push(Event::Focus);
    }
    for placed in &view.placed {
        let rect = view.area.with_min_y(placed.at.y).with_max_y(placed.bottom());
        let id = response.id.with(("paragraph", placed.number));
        let rect = rect.intersect(view.area);
        ui.interact(rect, id, Sense::HOVER);
        ui.ctx().accesskit_node_builder(id, |node| {
            set(node, Role::Paragraph, rect);
            node.set_label(placed.piece.span.of(&page.article.text));
        });
    }
    for number in page.marks.overlapping(view.span()) {
        let Some(mark) = page.marks.get(number) else { continue };
        let rects = view.rects(mark.span);
        let Some(rect) = rects.into_iter().find(|it| view.area.intersects(*it)) else { continue };
        let rect = rect.intersect(view.area);
        let id = response.id.with(("mark", mark.id, mark.span.start(), number));
        ui.interact(rect, id, Sense::HOVER);
        ui.ctx().accesskit_node_builder(id, |node| {
            set(node, Role::Mark, rect);
            node.set_label(mark.name.as_str());
            node.set_description(Span::of(mark.span, &page.article.text));
            node.set_selected(page.selected == Some(mark.id));
            node.add_action(Action::Click);
        });
        if ui.input(|it| it.has_accesskit_action_request(id, Action::Click)) {
            turn.events.push(Event::Press(mark.id));
        }
    }
}

fn set(node: &mut Node, role: Role, Rect { min, max }: Rect) {
    node.set_role(role);
    let (x0, y0, x1, y1) = (min.x.into(), min.y.into(), max.x.into(), max.y.into());
    node.set_bounds(accesskit::Rect { x0, y0, x1, y1 });
}
