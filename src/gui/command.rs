//! Owns the one table of commands. Menu, keys, palette and the sheet of keys are all read from it.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use Menu::{Annotate, Edit, File, Go, Help, View};

/// What a user can ask for without giving more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Command {
    OpenFolder,
    OpenProject,
    TrySample,
    AddFolder,
    Save,
    SaveAs,
    SaveWithTexts,
    Close,
    Quit,
    Undo,
    Redo,
    Search,
    NextHit,
    PreviousHit,
    Palette,
    Keys,
    Settings,
    Warnings,
    MakeClaim,
    MakeStance,
    MakeNote,
    AddPassage,
    AcceptSuggestion,
    AcceptAll,
    DismissSuggestion,
    EditAnnotation,
    DuplicateAnnotation,
    DeleteAnnotation,
    BringBack,
    NextAnnotation,
    PreviousAnnotation,
    NextArticle,
    PreviousArticle,
    OpenBeside,
    NextColumn,
    PreviousColumn,
    MoveColumnLeft,
    MoveColumnRight,
    CloseColumn,
    Back,
    Forward,
    GoToArticles,
    GoToText,
    GoToForm,
    ShowArticles,
    ShowActors,
    ShowIncidents,
    ShowCodes,
    ShowFilters,
    Read,
    Review,
    Table,
    Casualties,
    Stances,
    Split,
    Export,
    CopyFigure,
    CopyData,
    MarkRead,
    ExcludeArticle,
    RenameProject,
    Light,
    Dark,
    FollowSystem,
    LargerText,
    SmallerText,
    UsualText,
    ToggleSuggestions,
    ShowDismissed,
    ToggleLeft,
    ToggleRight,
}

/// Where a command stands in the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Menu {
    File,
    Edit,
    Annotate,
    Go,
    View,
    Help,
}

impl Menu {
    pub const ALL: [Menu; 6] = [File, Edit, Annotate, Go, View, Help];

    pub fn name(self) -> &'static str {
        match self {
            File => "File",
            Edit => "Edit",
            Annotate => "Annotate",
            Go => "Go",
            View => "View",
            Help => "Help",
        }
    }
}

/// What must be there for a command to have a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    Nothing,
    Project,
    /// Something to undo or redo.
    Undo,
    Redo,
    /// An open article.
    Column,
    SecondColumn,
    /// An open article, and another or a view beside it.
    Beside,
    /// Selected words in an article, or a sentence at the caret.
    Sentence,
    /// A chosen annotation.
    Annotation,
    /// A chosen suggestion in sight.
    Suggestion,
    /// The queue of suggestions, and some of it sure enough to be accepted at once.
    Acceptable,
    /// A chosen annotation or suggestion.
    AnnotationOrSuggestion,
    /// An open article, or the queue of suggestions.
    ColumnOrQueue,
    /// The same, and a chosen annotation or open form.
    SentenceAndAnnotation,
    /// A form that was left with something typed in it.
    LeftForm,
    Hits,
    /// A view other than the articles.
    View,
    /// A view that a figure is made of.
    Figure,
    Back,
    Forward,
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    pub command: Command,
    pub menu: Menu,
    /// In sentence case; `…` where it asks further.
    pub name: &'static str,
    pub keys: &'static [KeyboardShortcut],
    pub needs: Needs,
}

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT: Modifiers = Modifiers::ALT;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

macro_rules! table {
    ($($command:ident, $menu:ident, $name:literal, [$($modifiers:ident $key:ident),*], $needs:ident;)*) => {
        &[$(Row {
            command: Command::$command,
            menu: $menu,
            name: $name,
            keys: &[$(key($modifiers, Key::$key)),*],
            needs: Needs::$needs,
        }),*]
    };
}

/// All commands, in the order of the menu.
pub const TABLE: &[Row] = table! {
    OpenFolder, File, "Open folder…", [CTRL_SHIFT O], Nothing;
    OpenProject, File, "Open project…", [CTRL O], Nothing;
    TrySample, File, "Try the sample", [], Nothing;
    AddFolder, File, "Add folder…", [], Project;
    Save, File, "Save", [CTRL S], Project;
    SaveAs, File, "Save as…", [CTRL_SHIFT S], Project;
    SaveWithTexts, File, "Save a copy with texts…", [], Project;
    RenameProject, File, "Rename project…", [], Project;
    Export, File, "Export…", [CTRL E], Project;
    Close, File, "Close project", [], Project;
    Quit, File, "Quit", [CTRL Q], Nothing;
    Undo, Edit, "Undo", [CTRL Z], Undo;
    Redo, Edit, "Redo", [CTRL_SHIFT Z, CTRL Y], Redo;
    Search, Edit, "Search the articles", [CTRL F], Project;
    CopyFigure, Edit, "Copy the figure", [CTRL_SHIFT C], Figure;
    CopyData, Edit, "Copy the data", [], View;
    NextHit, Edit, "Next place found", [NONE F3], Hits;
    PreviousHit, Edit, "Previous place found", [SHIFT F3], Hits;
    Settings, Edit, "Settings…", [CTRL Comma], Nothing;
    MakeClaim, Annotate, "Casualty claim", [NONE Num1], Sentence;
    MakeStance, Annotate, "Stance", [NONE Num2], Sentence;
    MakeNote, Annotate, "Note", [NONE Num3], Sentence;
    AddPassage, Annotate, "Add passage", [NONE Num4], SentenceAndAnnotation;
    AcceptSuggestion, Annotate, "Accept suggestion", [NONE A], Suggestion;
    AcceptAll, Annotate, "Accept all from a score on", [CTRL_SHIFT A], Acceptable;
    DismissSuggestion, Annotate, "Dismiss suggestion", [NONE X], Suggestion;
    EditAnnotation, Annotate, "Edit annotation", [NONE E], AnnotationOrSuggestion;
    DuplicateAnnotation, Annotate, "Duplicate annotation", [CTRL D], Annotation;
    DeleteAnnotation, Annotate, "Delete annotation", [NONE Delete], Annotation;
    BringBack, Annotate, "Bring back the form", [CTRL_SHIFT T], LeftForm;
    NextAnnotation, Go, "Next annotation", [NONE J], ColumnOrQueue;
    PreviousAnnotation, Go, "Previous annotation", [NONE K], ColumnOrQueue;
    NextArticle, Go, "Next article", [ALT ArrowDown], Project;
    PreviousArticle, Go, "Previous article", [ALT ArrowUp], Project;
    Back, Go, "Back", [ALT ArrowLeft], Back;
    Forward, Go, "Forward", [ALT ArrowRight], Forward;
    NextColumn, Go, "Next column or view", [NONE F6], Beside;
    PreviousColumn, Go, "Previous column or view", [SHIFT F6], Beside;
    GoToArticles, Go, "Go to the list", [CTRL L], Project;
    GoToText, Go, "Go to the text", [CTRL T], Column;
    GoToForm, Go, "Go to the form", [CTRL I], Project;
    OpenBeside, View, "Open the next article beside", [CTRL Enter], Project;
    MoveColumnLeft, View, "Move column left", [CTRL_SHIFT PageUp], SecondColumn;
    MoveColumnRight, View, "Move column right", [CTRL_SHIFT PageDown], SecondColumn;
    CloseColumn, View, "Close column", [CTRL W], Column;
    MarkRead, View, "Mark article as read", [CTRL R], Column;
    ExcludeArticle, View, "Exclude article", [], Column;
    Read, View, "Read", [ALT Num1], Project;
    Review, View, "Review", [ALT Num2], Project;
    Table, View, "Table", [ALT Num3], Project;
    Casualties, View, "Casualties", [ALT Num4], Project;
    Stances, View, "Stances", [ALT Num5], Project;
    Split, View, "View beside the text", [CTRL Backslash], Project;
    ShowArticles, View, "Articles", [CTRL Num1], Project;
    ShowActors, View, "Actors", [CTRL Num2], Project;
    ShowIncidents, View, "Incidents", [CTRL Num3], Project;
    ShowCodes, View, "Codes", [CTRL Num4], Project;
    ShowFilters, View, "Filters", [CTRL Num5], View;
    ToggleSuggestions, View, "Show suggestions in the text", [], Project;
    ShowDismissed, View, "Show dismissed suggestions", [], Project;
    ToggleLeft, View, "Left panel", [CTRL B], Project;
    ToggleRight, View, "Right panel", [CTRL_SHIFT B], Project;
    Light, View, "Light theme", [], Nothing;
    Dark, View, "Dark theme", [], Nothing;
    FollowSystem, View, "Theme of the system", [], Nothing;
    LargerText, View, "Larger text", [CTRL Plus, CTRL Equals], Nothing;
    SmallerText, View, "Smaller text", [CTRL Minus], Nothing;
    UsualText, View, "Usual text size", [CTRL Num0], Nothing;
    Palette, Help, "Find a command", [CTRL K], Nothing;
    Keys, Help, "Keys", [NONE F1, SHIFT Questionmark], Nothing;
    Warnings, Help, "Warnings", [], Project;
};

impl Command {
    /// Its row of the table.
    pub fn row(self) -> &'static Row {
        // A test holds that every command has a row; the first stands in so that nothing can panic.
        TABLE.iter().find(|row| row.command == self).unwrap_or(&TABLE[0])
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_commands_share_keys_or_a_name_and_each_has_one_row() {
        let (mut keys, mut names, mut commands) = (vec![], HashSet::new(), HashSet::new());
        for row in TABLE {
            for key in row.keys {
                assert!(!keys.contains(key), "{} takes keys that are taken", row.name);
                keys.push(*key);
            }
            assert!(names.insert(row.name), "{} stands twice", row.name);
            assert!(commands.insert(row.command), "{:?} stands twice", row.command);
        }
        assert_eq!(commands.len(), Command::ToggleRight as usize + 1);
    }
}
