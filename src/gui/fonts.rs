//! Owns how the bundled fonts become egui's: one family for each style, with the icons at the end of each.

use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily, FontTweak};

use crate::base::fonts::{FACES, ICONS, Style, faces};

/// The family of a style. The interface is set in egui's proportional family.
pub fn family(style: Style) -> FontFamily {
    match style {
        Style::Sans => FontFamily::Proportional,
        Style::SansBold => FontFamily::Name("sans bold".into()),
        Style::Serif => FontFamily::Name("serif".into()),
        Style::SerifBold => FontFamily::Name("serif bold".into()),
    }
}

/// All fonts of the window: the bundled faces and no others.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for face in FACES {
        fonts.font_data.insert(face.name.to_owned(), Arc::new(FontData::from_static(face.bytes)));
    }
    // At this size the middle of an icon is that of the words beside it.
    let tweak = FontTweak { scale: 1.15, ..FontTweak::default() };
    let icons = FontData::from_static(ICONS).tweak(tweak);
    fonts.font_data.insert("Icons".to_owned(), Arc::new(icons));
    for style in [Style::Sans, Style::SansBold, Style::Serif, Style::SerifBold] {
        // A style without a face for a script takes that of its plain or sans relation.
        let others = [Style::Serif, Style::Sans].into_iter().filter(|it| *it != style);
        let chain = std::iter::once(style).chain(others).flat_map(faces);
        let names = chain.map(|face| face.name.to_owned()).chain(["Icons".to_owned()]);
        fonts.families.insert(family(style), names.collect());
    }
    let sans = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    fonts.families.insert(FontFamily::Monospace, sans);
    fonts
}
