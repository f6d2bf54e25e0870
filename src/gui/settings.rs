//! Owns what the program remembers of its user between sessions, kept in `settings.json` of the state folder. It is
//! replaced whole or not at all; a damaged one is as if there were none.

use std::path::{Path, PathBuf};

use eframe::egui;
use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize};

use super::desk::Face;
use crate::base::{AnnotationId, ArticleId, CodePoint};
use crate::files::{Disk, WriteError, replace};
use crate::views::sheet::Field;

/// The name of the file in the state folder.
const FILE: &str = "settings.json";

/// How many recent projects are remembered.
const MOST_RECENT: usize = 12;

/// Sizes of an article's words, in points.
pub const TEXT_SIZES: std::ops::RangeInclusive<f32> = 12.0..=32.0;

/// Widths of the panels at the sides, in points.
pub const LEFT_WIDTHS: std::ops::RangeInclusive<f32> = 180.0..=600.0;
pub const RIGHT_WIDTHS: std::ops::RangeInclusive<f32> = 260.0..=700.0;

/// Parts of the width that the text has beside a view.
pub const SPLITS: std::ops::RangeInclusive<f32> = 0.15..=0.85;

/// The usual size of an article's words, in points.
pub const USUAL_TEXT_SIZE: f32 = 17.0;

/// Which theme is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    Light,
    Dark,
    System,
}

/// Where the window stood, in points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub width: f32,
    pub height: f32,
    /// Upper left corner; none where the system does not tell.
    #[serde(default)]
    pub at: Option<(f32, f32)>,
    #[serde(default)]
    pub maximized: bool,
}

/// A project that was opened before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recent {
    pub path: PathBuf,
    /// What it was called then; empty where that is not known.
    #[serde(default)]
    pub name: String,
    /// When it was opened or saved last.
    #[serde(default)]
    pub used: Option<Timestamp>,
    /// How it was left then.
    #[serde(default)]
    pub left: Option<LeftAs>,
}

/// How a project was left: what was shown and read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LeftAs {
    pub face: Face,
    pub split: bool,
    pub columns: Vec<LeftColumn>,
    /// The column that had the keyboard.
    pub active: usize,
    pub picked: Option<AnnotationId>,
}

/// An article that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftColumn {
    pub article: ArticleId,
    pub caret: Option<CodePoint>,
}

/// What is remembered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub theme: Theme,
    /// Of articles, in points.
    pub text_size: f32,
    /// The name put on records; empty takes that of the machine's user.
    pub coder: String,
    /// Projects opened last, the newest first.
    pub recent: Vec<Recent>,
    pub window: Option<Place>,
    /// Widths of the panels, in points.
    pub left_width: f32,
    pub right_width: f32,
    pub shows_left: bool,
    pub shows_right: bool,
    /// The part of the width that the text has beside a view.
    pub split: f32,
    /// Suggestions are marked where one reads.
    pub shows_suggestions: bool,
    /// Columns of the table with their widths in points; none where they are the usual ones.
    #[serde(deserialize_with = "known_columns")]
    pub table: Vec<(Field, f32)>,
}

/// Columns as they were remembered; none if one of them is of another version of the program.
fn known_columns<'de, D: Deserializer<'de>>(reader: D) -> Result<Vec<(Field, f32)>, D::Error> {
    let read = serde_json::Value::deserialize(reader)?;
    Ok(serde_json::from_value(read).unwrap_or_default())
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::Light,
            text_size: USUAL_TEXT_SIZE,
            coder: String::new(),
            recent: vec![],
            window: None,
            left_width: 272.0,
            right_width: 324.0,
            shows_left: true,
            shows_right: true,
            split: 0.45,
            shows_suggestions: true,
            table: vec![],
        }
    }
}

impl Recent {
    /// What it is called: its own name, else that of its file.
    pub fn name(&self) -> String {
        match self.name.trim() {
            "" => self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            name => name.to_owned(),
        }
    }
}

impl Settings {
    /// What was remembered in this folder.
    pub fn read(disk: &dyn Disk, folder: &Path) -> Self {
        let bytes = disk.read(&folder.join(FILE)).unwrap_or_default();
        let read: Self = serde_json::from_slice(&bytes).unwrap_or_default();
        let sound = |value: f32, range: std::ops::RangeInclusive<f32>, usual: f32| {
            if value.is_finite() { value.clamp(*range.start(), *range.end()) } else { usual }
        };
        Self {
            text_size: sound(read.text_size, TEXT_SIZES, USUAL_TEXT_SIZE),
            left_width: sound(read.left_width, LEFT_WIDTHS, 272.0),
            right_width: sound(read.right_width, RIGHT_WIDTHS, 324.0),
            split: sound(read.split, SPLITS, 0.45),
            ..read
        }
    }

    /// Remembers it.
    pub fn write(&self, disk: &dyn Disk, folder: &Path) -> Result<(), WriteError> {
        let path = folder.join(FILE);
        let failed = |source| WriteError::Failed {
            action: "make the folder for settings",
            source,
            path: folder.to_owned(),
        };
        disk.create_folder(folder).map_err(failed)?;
        let json = serde_json::to_vec_pretty(self).unwrap_or_default();
        replace(disk, &path, &json)
    }

    /// Puts a project first among the recent ones.
    pub fn remember(&mut self, project: &Path, name: String, now: Timestamp) {
        let left = self.left_as(project).cloned();
        self.forget(project);
        let path = project.to_owned();
        self.recent.insert(0, Recent { path, name, used: Some(now), left });
        self.recent.truncate(MOST_RECENT);
    }

    /// Notes how a recent project is left.
    pub fn note_left(&mut self, project: &Path, left: LeftAs) {
        let recent = self.recent.iter_mut().find(|it| it.path == project);
        recent.into_iter().for_each(|it| it.left = Some(left.clone()));
    }

    /// How a recent project was left.
    pub fn left_as(&self, project: &Path) -> Option<&LeftAs> {
        self.recent.iter().find(|it| it.path == project)?.left.as_ref()
    }

    /// Takes a project off the recent ones.
    pub fn forget(&mut self, project: &Path) {
        self.recent.retain(|it| it.path != project);
    }

    /// Gives the panels their usual widths, both shown.
    pub fn reset_panels(&mut self) {
        let Self { left_width, right_width, shows_left, shows_right, .. } = Self::default();
        (self.left_width, self.right_width) = (left_width, right_width);
        (self.shows_left, self.shows_right) = (shows_left, shows_right);
    }

    pub fn theme_preference(&self) -> egui::ThemePreference {
        match self.theme {
            Theme::Light => egui::ThemePreference::Light,
            Theme::Dark => egui::ThemePreference::Dark,
            Theme::System => egui::ThemePreference::System,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::memory::MemoryDisk;

    #[test]
    fn settings_are_remembered_and_damaged_ones_are_as_if_there_were_none() {
        let (disk, folder) = (MemoryDisk::new(), Path::new("/home/a/state"));
        disk.add_folder("/home/a");
        assert_eq!(Settings::read(&disk, folder), Settings::default());
        let mut settings = Settings { coder: "A. Analyst".into(), ..Settings::default() };
        let now = Timestamp::UNIX_EPOCH;
        settings.remember(Path::new("/a.kbproj"), "May".into(), now);
        settings.remember(Path::new("/b.kbproj"), "May".into(), now);
        settings.remember(Path::new("/a.kbproj"), "May".into(), now);
        settings.write(&disk, folder).unwrap();
        let read = Settings::read(&disk, folder);
        assert_eq!(read, settings);
        let recent: Vec<_> = read.recent.iter().map(|it| it.path.to_str().unwrap()).collect();
        assert_eq!(recent, ["/a.kbproj", "/b.kbproj"]);
        disk.add(
            "/home/a/state/settings.json",
            "{\"text_size\": 500, \"left_width\": 9000, \"theme\": \"dark\"}",
        );
        let read = Settings::read(&disk, folder);
        assert_eq!((read.text_size, read.left_width), (32.0, 600.0));
        assert_eq!(read.theme, Theme::Dark);
        let other = r#"{"coder": "A", "table": [["memo", 90], ["column of another version", 9]]}"#;
        disk.add("/home/a/state/settings.json", other);
        let read = Settings::read(&disk, folder);
        assert_eq!((read.coder.as_str(), read.table), ("A", vec![]));
        disk.add("/home/a/state/settings.json", "{\"text");
        assert_eq!(Settings::read(&disk, folder), Settings::default());
    }
}
