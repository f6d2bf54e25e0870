//! Owns how the design tokens become egui's colours and style. Every colour of the window comes through here.

use std::collections::BTreeMap;

use eframe::egui::{
    self, Color32, CornerRadius, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme, Vec2,
    style::{ScrollStyle, Selection, WidgetVisuals, Widgets},
};

use super::fonts::family;
use crate::base::fonts;
use crate::base::theme::{DARK, LIGHT, Palette, Rgb};

/// Size of the interface's words, in points.
pub const BASE_SIZE: f32 = 15.0;

/// Size of words beside and above others.
pub const SMALL_SIZE: f32 = 13.0;

/// Corner radius of all that has corners.
pub const RADIUS: u8 = 6;

/// What is laid over the window behind a dialog.
pub const BEHIND: Color32 = Color32::from_black_alpha(60);

/// A colour as egui has it.
pub fn colour(Rgb(red, green, blue): Rgb) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

/// A token with an opacity from 0 to 1, to be laid over whatever is beneath it.
pub fn veil(colour: Rgb, opacity: f32) -> Color32 {
    self::colour(colour).gamma_multiply(opacity.clamp(0.0, 1.0))
}

/// The colours of the theme that a panel is drawn in.
pub fn palette(ui: &egui::Ui) -> &'static Palette {
    of_theme(ui.ctx().theme())
}

/// The colours of a theme.
pub fn of_theme(theme: Theme) -> &'static Palette {
    match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
    }
}

/// Words in bold.
pub fn bold(size: f32) -> FontId {
    FontId::new(size, family(fonts::Style::SansBold))
}

/// Words in the article's type.
pub fn serif(size: f32) -> FontId {
    FontId::new(size, family(fonts::Style::Serif))
}

/// Titles of articles.
pub fn serif_bold(size: f32) -> FontId {
    FontId::new(size, family(fonts::Style::SerifBold))
}

/// Gives egui the fonts and both themes.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(super::fonts::definitions());
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style(of_theme(theme), theme));
    }
}

/// Scroll bars that take no room, thin and pale until the pointer is on them.
fn quiet_scroll_bars() -> ScrollStyle {
    ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        handle_min_length: 24.0,
        dormant_handle_opacity: 0.16,
        active_handle_opacity: 0.24,
        interact_handle_opacity: 0.5,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        ..ScrollStyle::floating()
    }
}

fn style(palette: &Palette, theme: Theme) -> Style {
    let mut style = Style {
        text_styles: BTreeMap::from([
            (TextStyle::Small, FontId::proportional(SMALL_SIZE)),
            (TextStyle::Body, FontId::proportional(BASE_SIZE)),
            (TextStyle::Button, FontId::proportional(BASE_SIZE)),
            (TextStyle::Heading, bold(17.0)),
            (TextStyle::Monospace, FontId::monospace(BASE_SIZE)),
        ]),
        animation_time: 0.08,
        ..Style::default()
    };
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(8.0, 4.0);
    spacing.button_padding = Vec2::new(10.0, 4.0);
    spacing.interact_size = Vec2::new(28.0, 28.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(16);
    spacing.combo_width = 40.0;
    spacing.tooltip_width = 420.0;
    spacing.scroll = quiet_scroll_bars();
    let (text, weak, line) = (colour(palette.text), colour(palette.weak), colour(palette.line));
    let (page, panel, accent) =
        (colour(palette.page), colour(palette.panel), colour(palette.accent));
    let lit = colour(palette.text.over(palette.panel, 0.06));
    let pressed = colour(palette.text.over(palette.panel, 0.12));
    let widget = |ground: Color32, stroke: Color32, words: Color32| WidgetVisuals {
        bg_fill: ground,
        weak_bg_fill: ground,
        bg_stroke: Stroke::new(1.0, stroke),
        corner_radius: CornerRadius::same(RADIUS),
        fg_stroke: Stroke::new(1.0, words),
        expansion: 0.0,
    };
    let visuals = &mut style.visuals;
    *visuals = match theme {
        Theme::Light => egui::Visuals::light(),
        Theme::Dark => egui::Visuals::dark(),
    };
    visuals.widgets = Widgets {
        noninteractive: widget(panel, line, text),
        inactive: widget(page, line, text),
        hovered: widget(lit, weak, text),
        // What has the keyboard too, which is to be seen at once.
        active: WidgetVisuals {
            bg_stroke: Stroke::new(2.0, accent),
            ..widget(pressed, accent, text)
        },
        open: widget(lit, accent, text),
    };
    visuals.selection = Selection {
        // Paler, and the accent on it would be read; stronger, and it would not.
        bg_fill: colour(palette.accent.over(palette.page, 0.2)),
        stroke: Stroke::new(1.5, accent),
    };
    visuals.weak_text_color = Some(weak);
    visuals.hyperlink_color = accent;
    visuals.faint_bg_color = lit;
    visuals.extreme_bg_color = page;
    visuals.text_edit_bg_color = Some(page);
    visuals.code_bg_color = lit;
    visuals.warn_fg_color = colour(palette.warning());
    visuals.error_fg_color = colour(palette.error());
    visuals.window_corner_radius = CornerRadius::same(RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(RADIUS);
    visuals.window_fill = page;
    visuals.window_stroke = Stroke::new(1.0, line);
    visuals.panel_fill = panel;
    let shadow =
        Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::BLACK.gamma_multiply(0.16) };
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.striped = false;
    visuals.text_cursor.stroke = Stroke::new(2.0, accent);
    style
}
