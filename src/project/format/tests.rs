//! That an older file is brought up to date step by step. All else of the format is tested from outside, in
//! `tests/format.rs`.

use serde_json::Value;

use super::FormatError;
use super::migrate::Step;
use super::read::read_by;

fn titles_become_names(mut file: Value) -> Value {
    if let Some(title) = file.as_object_mut().and_then(|file| file.remove("title")) {
        file["name"] = title;
    }
    file
}

fn names_are_shouted(mut file: Value) -> Value {
    let name = file["name"].as_str().unwrap_or_default().to_uppercase();
    file["name"] = name.into();
    file
}

const STEPS: &[Step] = &[titles_become_names, names_are_shouted];

#[test]
fn an_older_file_goes_through_every_step_after_its_version() {
    let name = |file: &str| read_by(file.as_bytes(), STEPS).unwrap().0.name().to_owned();
    assert_eq!(name(r#"{"format":"kbproj","version":1,"title":"case"}"#), "CASE");
    assert_eq!(name(r#"{"format":"kbproj","version":2,"name":"case"}"#), "CASE");
    assert_eq!(name(r#"{"format":"kbproj","version":3,"name":"case"}"#), "case");
    let newer = read_by(br#"{"format":"kbproj","version":4}"#, STEPS);
    assert_eq!(newer.unwrap_err(), FormatError::Newer { found: 4, known: 3 });
}
