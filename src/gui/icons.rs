//! Owns the names of the icons the window shows, out of those in `assets/fonts/Icons.ttf`, as the font has them.

macro_rules! icons {
    ($($name:ident: $sign:literal,)*) => {$(
        pub const $name: &str = $sign;
    )*};
}

icons! {
    ADD: "\u{e145}",
    ARROW_DOWNWARD: "\u{e5db}",
    ARROW_DROP_DOWN: "\u{e5c5}",
    ARROW_DROP_UP: "\u{e5c7}",
    ARROW_UPWARD: "\u{e5d8}",
    BLOCK: "\u{f08c}",
    CHECK: "\u{e668}",
    CHEVRON_RIGHT: "\u{e5cc}",
    CLOSE: "\u{e5cd}",
    DARK_MODE: "\u{e51c}",
    DESCRIPTION: "\u{e873}",
    EDIT: "\u{f097}",
    ERROR: "\u{f8b6}",
    EVENT: "\u{e878}",
    EXPAND_LESS: "\u{e5ce}",
    EXPAND_MORE: "\u{e5cf}",
    FILTER_LIST: "\u{e152}",
    FOLDER: "\u{e2c7}",
    GROUP: "\u{ea21}",
    INFO: "\u{e88e}",
    LABEL: "\u{e893}",
    LIGHT_MODE: "\u{e518}",
    MATCH_CASE: "\u{f6f1}",
    MATCH_WORD: "\u{f6f0}",
    MENU: "\u{e5d2}",
    MORE_VERT: "\u{e5d4}",
    PERSON: "\u{f0d3}",
    REGULAR_EXPRESSION: "\u{f750}",
    SEARCH: "\u{ef7a}",
    WARNING: "\u{f083}",
}
