//! The command palette: a line to type in, and beneath it the commands, articles and actors that fit.

mod found;
mod show;

pub use found::PaletteState;
pub use show::palette;
