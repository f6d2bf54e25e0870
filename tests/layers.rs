//! Holds the law of the layers: which module may name which, what a file must open with, where panics, colours and
//! unfinished marks may stand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// (layer, layers of this crate it may name, outside words it may not name)
const RULES: &[(&str, &[&str], &[&str])] = &[
    ("base", &[], &["egui", "eframe", "std::fs", "walkdir", "tempfile", "clap"]),
    ("files", &["base"], &["egui", "eframe", "clap"]),
    ("corpus", &["base", "files"], &["egui", "eframe", "std::fs", "walkdir", "tempfile", "clap"]),
    (
        "analysis",
        &["base", "corpus"],
        &["egui", "eframe", "std::fs", "walkdir", "tempfile", "clap"],
    ),
    (
        "project",
        &["base", "files", "corpus", "analysis"],
        &["egui", "eframe", "std::fs", "walkdir", "tempfile", "clap"],
    ),
    (
        "views",
        &["base", "corpus", "analysis", "project"],
        &["egui", "eframe", "std::fs", "walkdir", "tempfile", "clap"],
    ),
    (
        "export",
        &["base", "views", "project"],
        &["egui", "eframe", "std::fs", "walkdir", "tempfile", "clap"],
    ),
    (
        "cli",
        &["base", "files", "corpus", "analysis", "project", "views", "export"],
        &["egui", "eframe", "std::fs", "walkdir", "tempfile"],
    ),
    (
        "gui",
        &["base", "files", "corpus", "analysis", "project", "views", "export"],
        &["std::fs", "walkdir", "tempfile", "clap"],
    ),
];

/// Words that no core layer may name: the clock is handed in.
const CLOCKS: &[&str] = &["SystemTime::now", "Instant::now", "Timestamp::now", "Zoned::now"];

#[test]
fn every_layer_names_only_those_below_it() {
    let mut faults = vec![];
    for (path, source) in sources("src") {
        let Some(layer) = layer_of(&path).filter(|_| !is_test(&path)) else { continue };
        let Some((_, allowed, forbidden)) = RULES.iter().find(|(name, _, _)| *name == layer) else {
            faults.push(format!("{}: no rule for the folder {layer}", path.display()));
            continue;
        };
        let code = without_comments(&outside_tests(&source));
        for name in crate_modules(&code) {
            if name != layer && !allowed.contains(&name.as_str()) {
                faults.push(format!("{}: {layer} names {name}", path.display()));
            }
        }
        for word in forbidden.iter().chain(CLOCKS).filter(|word| names(&code, word)) {
            faults.push(format!("{}: {layer} names {word}", path.display()));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_file_says_what_it_owns() {
    let all = ["src", "tests", "benches"].into_iter().flat_map(sources);
    let silent: Vec<_> = all.filter(|(_, text)| !text.starts_with("//! ")).collect();
    assert!(silent.is_empty(), "{:?}", silent.iter().map(|(path, _)| path).collect::<Vec<_>>());
}

#[test]
fn panics_have_a_reason_beside_them() {
    let mut faults = vec![];
    for (path, source) in sources("src") {
        if is_test(&path) {
            continue;
        }
        let source = outside_tests(&source);
        let lines: Vec<&str> = source.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let code = without_comments(line);
            let panics = [".unwrap()", ".expect(", "panic!(", "unreachable!("];
            if !panics.iter().any(|word| code.contains(word)) {
                continue;
            }
            let has_reason = |line: &&str| line.contains("// ") || line.contains("reason = \"");
            if !lines[at.saturating_sub(3)..=at].iter().any(has_reason) {
                faults.push(format!("{}:{}: {}", path.display(), at + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "panics without a reason:\n{}", faults.join("\n"));
}

#[test]
fn colours_stand_in_the_theme_alone_and_nothing_is_left_unfinished() {
    let mut faults = vec![];
    for (path, source) in sources("src") {
        let theme = path.ends_with("base/theme.rs");
        for (at, line) in outside_tests(&source).lines().enumerate() {
            let code = without_comments(line);
            if !theme && (has_hex_colour(&code) || has_rgb_colour(&code)) {
                faults.push(format!("{}:{}: a colour outside the theme", path.display(), at + 1));
            }
            // Spelled apart so that this file does not find itself.
            if ["TO\u{44}O", "FIX\u{4d}E", "X\u{58}X", "db\u{67}!("]
                .iter()
                .any(|mark| line.contains(mark))
            {
                faults.push(format!("{}:{}: unfinished", path.display(), at + 1));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_architecture_page_names_every_layer() {
    let page = fs::read_to_string("docs/architecture.md").unwrap();
    for (layer, _, _) in RULES {
        assert!(
            page.contains(&format!("src/{layer}/")),
            "docs/architecture.md misses src/{layer}/"
        );
    }
    assert!(page.lines().count() < 200, "docs/architecture.md is to stay under 200 lines");
}

#[test]
fn the_reader_of_this_law_sees_what_it_should() {
    let names = |code: &str| crate_modules(&without_comments(code));
    assert_eq!(names("use crate::{gui::App, base::{a, b}};"), ["gui", "base"]);
    assert_eq!(names("let x = crate::project::apply(crate :: views::y);"), ["project"]);
    assert_eq!(names("// crate::gui\nuse crate::base;"), ["base"]);
    assert_eq!(names("use crate::{\n    base::{text::{Span}},\n    cli,\n};"), ["base", "cli"]);
    assert!(self::names("use std::fs;", "std::fs") && !self::names("let reguid = 1;", "egui"));
    assert!(has_hex_colour("\"#C8502B\"") && !has_hex_colour("\"#hashtag\""));
    assert_eq!(outside_tests("a\n#[cfg(test)]\nmod tests {\n}\n"), "a\n");
}

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let (mut found, mut folders) = (vec![], vec![PathBuf::from(folder)]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// The folder below `src`, or none for a file at the top.
fn layer_of(path: &Path) -> Option<String> {
    let mut parts = path.strip_prefix("src").ok()?.components();
    let first = parts.next()?.as_os_str().to_str()?.to_owned();
    parts.next().map(|_| first)
}

/// Whether a file holds only tests.
fn is_test(path: &Path) -> bool {
    path.ends_with("tests.rs") || path.components().any(|part| part.as_os_str() == "tests")
}

/// The text before the module of tests at the end of a file.
fn outside_tests(source: &str) -> String {
    let end = source.find("#[cfg(test)]\nmod ").unwrap_or(source.len());
    source[..end].to_owned()
}

fn without_comments(code: &str) -> String {
    let line = |line: &str| line.find("//").map_or(line, |at| &line[..at]).to_owned();
    code.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Whether `word` stands in `code` by itself.
fn names(code: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word)
        .any(|(at, _)| !code[..at].ends_with(part) && !code[at + word.len()..].starts_with(part))
}

/// The first names after `crate::`, also within braces.
fn crate_modules(code: &str) -> Vec<String> {
    let mut found = vec![];
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if !rest.starts_with('{') {
            found.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
            continue;
        }
        let (mut depth, mut word) = (0, String::new());
        for c in rest.chars() {
            match c {
                '{' | '}' | ',' => {
                    if depth == 1 && !word.trim().is_empty() {
                        found.push(word.trim().split("::").next().unwrap_or_default().to_owned());
                    }
                    word.clear();
                    depth += i32::from(c == '{') - i32::from(c == '}');
                    if depth == 0 {
                        break;
                    }
                }
                _ if depth == 1 => word.push(c),
                _ => {}
            }
        }
    }
    found
}

fn has_rgb_colour(code: &str) -> bool {
    code.match_indices("Rgb(")
        .any(|(at, _)| code[at + 4..].starts_with(|c: char| c.is_ascii_digit()))
}

fn has_hex_colour(code: &str) -> bool {
    code.match_indices('#').any(|(at, _)| {
        let digits = code[at + 1..].bytes().take_while(u8::is_ascii_hexdigit).count();
        digits == 6 || digits == 3 && code[at + 4..].starts_with('"')
    })
}
