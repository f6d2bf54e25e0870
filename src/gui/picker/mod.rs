//! Owns how a file or folder is chosen: the system's dialog behind a small trait, so that tests can bring their own.

mod system;

use std::path::PathBuf;

pub use system::{SystemPicker, system};

/// How the name of a project's file ends.
pub const PROJECT: &str = "kbproj";

/// What is to be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    Folder,
    Project,
    /// Where to write a project; the file proposed.
    SaveProject(PathBuf),
    /// Where to write another file; the one proposed, whose ending any other is to have.
    SaveFile(PathBuf),
}

impl Question {
    /// How the name of a file to be saved ends, without the dot; none where nothing is saved.
    pub fn saved(&self) -> Option<String> {
        match self {
            Self::Folder | Self::Project => None,
            Self::SaveProject(_) => Some(PROJECT.to_owned()),
            Self::SaveFile(path) => Some(path.extension()?.to_str()?.to_owned()),
        }
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Chosen(PathBuf),
    Cancelled,
    /// This machine can show no dialog; the window's own is to be used.
    Unavailable,
}

/// Asks the user for a path. Called on a thread of its own, since it waits.
pub trait Picker: Send + Sync {
    fn ask(&self, question: &Question) -> Answer;
}

/// No dialog of the system: the window's own is used.
pub struct NoPicker;

impl Picker for NoPicker {
    fn ask(&self, _: &Question) -> Answer {
        Answer::Unavailable
    }
}
