//! Owns the command palette.

/// Whether it is open and what is typed in it.
#[derive(Debug, Default)]
pub struct PaletteState {
    open: bool,
}

impl PaletteState {
    pub fn open(&mut self) {
        self.open = true;
    }

    pub fn is_open(&self) -> bool {
        self.open
    }
}
