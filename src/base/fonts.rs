//! Owns the bundled fonts. The same bytes serve screen and figures; the order is the order of fallback.

/// What a face is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// The interface and figures.
    Sans,
    /// Headings in them.
    SansBold,
    /// Articles.
    Serif,
    /// Titles of articles.
    SerifBold,
}

/// One font file.
#[derive(Debug, Clone, Copy)]
pub struct Face {
    pub name: &'static str,
    pub style: Style,
    /// The family name within the file, as SVG names it.
    pub family: &'static str,
    pub bytes: &'static [u8],
}

macro_rules! faces {
    ($($file:literal, $style:ident, $family:literal;)*) => {
        &[$(Face {
            name: $file,
            style: Style::$style,
            family: $family,
            bytes: include_bytes!(concat!("../../assets/fonts/", $file, ".ttf")),
        }),*]
    };
}

/// All faces; within a style the first that has a character draws it.
pub const FACES: &[Face] = faces! {
    "NotoSans-Regular", Sans, "Noto Sans";
    "NotoSansArmenian-Regular", Sans, "Noto Sans Armenian";
    "NotoSansGeorgian-Regular", Sans, "Noto Sans Georgian";
    "NotoSansHebrew-Regular", Sans, "Noto Sans Hebrew";
    "NotoSansArabic-Regular", Sans, "Noto Sans Arabic";
    "NotoSans-Bold", SansBold, "Noto Sans";
    "NotoSansArmenian-Bold", SansBold, "Noto Sans Armenian";
    "NotoSansGeorgian-Bold", SansBold, "Noto Sans Georgian";
    "NotoSansHebrew-Bold", SansBold, "Noto Sans Hebrew";
    "NotoSansArabic-Bold", SansBold, "Noto Sans Arabic";
    "NotoSerif-Regular", Serif, "Noto Serif";
    "NotoSerifArmenian-Regular", Serif, "Noto Serif Armenian";
    "NotoSerifGeorgian-Regular", Serif, "Noto Serif Georgian";
    "NotoSerifHebrew-Regular", Serif, "Noto Serif Hebrew";
    "NotoNaskhArabic-Regular", Serif, "Noto Naskh Arabic";
    "NotoSerif-Bold", SerifBold, "Noto Serif";
    "NotoSerifArmenian-Bold", SerifBold, "Noto Serif Armenian";
};

/// The icons of the window, each under a private character, and the signs of positions under their own. Made by
/// `assets/fonts/icons.py`.
pub const ICONS: &[u8] = include_bytes!("../../assets/fonts/Icons.ttf");

/// The faces of a style in the order of fallback.
pub fn faces(style: Style) -> impl Iterator<Item = &'static Face> {
    FACES.iter().filter(move |face| face.style == style)
}
