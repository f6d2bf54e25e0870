//! Owns what may lie over the window and asks for an answer.

use std::path::PathBuf;

use crate::gui::app::{Purpose, Then};
use crate::gui::picker::Question;

/// A dialog.
#[derive(Debug, Clone, PartialEq)]
pub enum Dialog {
    /// Unsaved work, and what is to happen then.
    Unsaved(Then),
    /// The window's own way to choose a path.
    Pick {
        question: Question,
        purpose: Purpose,
        folder: PathBuf,
        name: String,
    },
    Rename(String),
    Settings,
    Warnings,
    Keys,
}

impl Dialog {
    pub fn pick(question: Question, purpose: Purpose, folder: PathBuf) -> Self {
        let name = match &question {
            Question::SaveProject(path) => path.file_name().unwrap_or_default(),
            Question::Folder | Question::Project => std::ffi::OsStr::new(""),
        };
        let name = name.to_string_lossy().into_owned();
        Self::Pick { question, purpose, folder, name }
    }
}
