//! Owns what the edge of a panel that can be drawn is called.

use eframe::egui::{AsIdSalt, Ui};

/// Names the edge of the panel just shown in `ui` with this salt, for a screen reader and for Tab: of itself egui calls
/// every one alike.
pub fn splitter(ui: &Ui, panel: impl AsIdSalt, name: &str) {
    let edge = ui.scope_id().with(panel).with("__resize");
    if ui.ctx().read_response(edge).is_some() {
        ui.ctx().accesskit_node_builder(edge, |it| it.set_label(name));
    }
}
