//! The window: the only module that knows egui. Panels get shared references for one frame and put what is to happen
//! into a queue; the end of the frame carries it out. Nothing here changes a project but by an edit.

pub mod fonts;
pub mod icons;
pub mod reader;
