//! Folders to run the program in, and what a run gives as text.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use expect_test::Expect;
use tempfile::TempDir;

/// A report in which two claims and a stance are found.
pub const WIRE: &str = "\
Shelling kills 12 in Arvan

ARVAN, March 3, 2021 - The mayor of Arvan said that 12 civilians were killed by shelling on Wednesday.

Another 30 people were injured, according to the mayor.

France condemned the attack.
";

/// A second report of the same event.
pub const PAPER: &str = "\
Arvan counts its dead

The army said that 3 soldiers were killed near Arvan on Thursday, March 4, 2021.
";

/// A report in a language that is not searched.
pub const FRENCH: &str = "\
Le bilan s'alourdit

Le gouvernement a annoncé jeudi que douze personnes avaient été tuées dans les bombardements de la ville.
";

/// A folder that is the working folder of its runs, and the home of what the program remembers.
pub struct Place {
    folder: TempDir,
}

impl Place {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// With these files, folders made.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let place = Self::new();
        for (path, text) in files {
            place.add(path, text);
        }
        place
    }

    /// With two reports in `reports`.
    pub fn with_reports() -> Self {
        Self::with(&[("reports/wire.txt", WIRE), ("reports/papers/paper.txt", PAPER)])
    }

    /// With the project `case.kbproj` of these reports, all suggestions of which are accepted.
    pub fn with_case() -> Self {
        let place = Self::with_reports();
        let made = place.run("new reports -o case.kbproj --accept 0");
        assert!(made.ends_with("exit 0\n"), "{made}");
        place
    }

    /// With the sample in `demo`, copied from one that is made once.
    pub fn with_demo() -> Self {
        static MADE: OnceLock<Place> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let place = Self::new();
            place.run("demo --dir demo");
            place
        });
        let place = Self::new();
        copy(&made.path("demo"), &place.path("demo"));
        place
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn add(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub fn read(&self, path: &str) -> Vec<u8> {
        std::fs::read(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn text(&self, path: &str) -> String {
        String::from_utf8(self.read(path)).unwrap()
    }

    /// The program, ready to be run with these words as arguments; quotes hold words with spaces together.
    pub fn command(&self, words: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kbworkbench"));
        command.args(arguments(words)).current_dir(self.folder.path()).stdin(Stdio::null());
        command.env("SOURCE_DATE_EPOCH", "1700000000").env("USER", "ana");
        command.env("XDG_STATE_HOME", self.path(".state")).env("HOME", self.path(".home"));
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "COLUMNS"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs the program: its lines, those on standard error after a "! ", and its exit code.
    pub fn run(&self, words: &str) -> String {
        let output = self.command(words).output().unwrap();
        shown(&output).replace(&self.folder.path().display().to_string(), "PLACE")
    }

    pub fn check(&self, words: &str, expect: Expect) {
        expect.assert_eq(&self.run(words));
    }

    /// The files below, without the program's own memory, with the length of each.
    pub fn files(&self) -> Vec<String> {
        let mut files = vec![];
        list(self.folder.path(), self.folder.path(), &mut files);
        files.sort();
        files
    }
}

/// What a run gave as text.
pub fn shown(output: &Output) -> String {
    let mut text = String::from_utf8(output.stdout.clone()).unwrap();
    if !text.is_empty() && !text.ends_with('\n') {
        text += " (no line end)\n";
    }
    for line in String::from_utf8(output.stderr.clone()).unwrap().lines() {
        text += &format!("! {line}\n");
    }
    text + &output.status.code().map_or("killed\n".into(), |code| format!("exit {code}\n"))
}

/// The words of a line; "…" holds words with spaces together.
pub fn arguments(words: &str) -> Vec<String> {
    let mut arguments = vec![];
    for (place, part) in words.split('"').enumerate() {
        if place % 2 == 1 {
            arguments.push(part.to_owned());
        } else {
            arguments.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    arguments
}

fn list(root: &Path, folder: &Path, files: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        let name = path.strip_prefix(root).unwrap().display().to_string();
        if name == ".state" || name == ".home" {
        } else if entry.file_type().unwrap().is_dir() {
            list(root, &path, files);
        } else {
            files.push(name);
        }
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type().unwrap().is_dir() {
            copy(&source, &target);
        } else {
            std::fs::copy(source, target).unwrap();
        }
    }
}
