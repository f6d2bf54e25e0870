//! Pictures of egui's own widgets in the bundled fonts: whether text is crisp and colours are right is seen here, before
//! any view of the program is looked at.

use eframe::egui::{
    Button, CentralPanel, Color32, Frame, Popup, RichText, Slider, TextEdit, Theme, Ui, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use kbworkbench::base::fonts::Style;
use kbworkbench::base::theme;
use kbworkbench::gui::fonts;

use super::picture::{picture, snapshot, window};

struct Widgets {
    name: String,
    counted: bool,
    share: f32,
}

impl eframe::App for Widgets {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        CentralPanel::default().show(ui, |ui| self.body(ui));
    }
}

impl Widgets {
    fn body(&mut self, ui: &mut Ui) {
        let styled = |text: &str, style| RichText::new(text).family(fonts::family(style));
        ui.heading("Claims and stances");
        for text in [
            "According to the separatists there were at least 25 dead, two of them civilians.",
            "Հայաստան, Азербайджан, საქართველო, « au moins 25 »",
        ] {
            ui.label(styled(text, Style::Serif).size(17.0));
        }
        ui.label(styled("Bold, as the title of a panel", Style::SansBold));
        ui.weak("What matters less");
        ui.horizontal(|ui| {
            let name = ui.label("Claimant").id;
            ui.text_edit_singleline(&mut self.name).labelled_by(name);
        });
        ui.add(TextEdit::singleline(&mut String::new()).hint_text("Side").desired_width(120.0));
        ui.horizontal(|ui| {
            ui.checkbox(&mut self.counted, "Counted");
            ui.add_enabled(false, Button::new("Not now"));
            let choose = ui.button("Choose…");
            Popup::menu(&choose).show(|ui| {
                let open = ui.button("Open a folder…");
                open.highlight();
                ui.add_enabled(false, Button::new("Open a project…"));
            });
        });
        ui.add(Slider::new(&mut self.share, 0.0..=1.0).text("Share"));
        ui.separator();
        ui.horizontal(|ui| {
            for rgb in [theme::LIGHT.accent, theme::LIGHT.text, theme::LIGHT.weak] {
                let frame = Frame::new().fill(Color32::from_rgb(rgb.0, rgb.1, rgb.2));
                frame.corner_radius(6).show(ui, |ui| ui.allocate_space(vec2(40.0, 24.0)));
            }
        });
    }
}

fn harness(theme: Theme) -> Harness<'static, Widgets> {
    let widgets = Widgets { name: "the separatists".to_owned(), counted: true, share: 0.3 };
    window([560.0, 330.0], theme).build_eframe(|_| widgets)
}

#[test]
fn widgets_look_as_they_should() {
    for (theme, name) in [(Theme::Light, "widgets-light"), (Theme::Dark, "widgets-dark")] {
        let mut harness = harness(theme);
        harness.get_by_label("Claimant").focus();
        harness.run();
        harness.get_by_label("Choose…").click();
        harness.run();
        snapshot(&mut harness, name);
    }
}

#[test]
fn a_picture_shows_what_changed_and_nothing_else() {
    let mut harness = harness(Theme::Light);
    let before = picture(&mut harness);
    harness.run();
    assert_eq!(before.as_raw(), picture(&mut harness).as_raw());
    let label = harness.get_by_label("Counted");
    let place = label.rect().expand(2.0);
    label.click();
    harness.run();
    harness.remove_cursor();
    harness.run();
    let after = picture(&mut harness);
    let changed: Vec<_> = before
        .enumerate_pixels()
        .filter(|(x, y, pixel)| *pixel != after.get_pixel(*x, *y))
        .map(|(x, y, _)| eframe::egui::pos2(x as f32, y as f32))
        .collect();
    assert!(!changed.is_empty());
    assert!(changed.iter().all(|at| place.contains(*at)), "{place}: {changed:?}");
}
