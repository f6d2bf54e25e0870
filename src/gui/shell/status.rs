//! Owns the status line: saved when, work under way, counts, who works here.

use eframe::egui::{Align, Layout, RichText, Ui};

use crate::gui::action::Action;
use crate::gui::view::View;
use crate::views::count;

/// Shows the status line.
pub fn status(ui: &mut Ui, view: &View<'_>) {
    ui.horizontal(|ui| {
        let weak = |text: String| RichText::new(text).small().weak();
        if let Some(case) = view.case {
            ui.label(weak(saved(view)));
            ui.add_space(16.0);
            let state = case.state();
            let counts = format!(
                "{} articles, {} annotations",
                count(state.articles().len() as u64),
                count(state.annotations().len() as u64)
            );
            ui.label(weak(counts));
        }
        for running in view.tasks.running() {
            ui.add_space(16.0);
            let (done, total) = (running.progress.done(), running.progress.total());
            let share = if total > 0 { format!(" {done} of {total}") } else { String::new() };
            ui.label(weak(format!("{}{share}", running.name)));
            if ui.small_button("Cancel").clicked() {
                view.push(Action::Cancel(running.work));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(weak(view.coder.to_owned()));
        });
    });
}

/// When the project was saved: "Saved 12:03", "Not saved yet".
pub fn saved(view: &View<'_>) -> String {
    let Some(case) = view.case else { return String::new() };
    let at = case.saved_at().map(|at| {
        let clock = at.to_zoned(view.zone.clone());
        format!("saved {:02}:{:02}", clock.hour(), clock.minute())
    });
    match (case.is_unsaved(), case.file(), at) {
        (true, None, _) => "Not saved yet".to_owned(),
        (true, _, Some(at)) => format!("Edited, {at}"),
        (true, _, None) => "Edited".to_owned(),
        (false, _, Some(at)) => format!("S{}", at.trim_start_matches('s')),
        (false, Some(_), None) => "Saved".to_owned(),
        (false, None, None) => String::new(),
    }
}
