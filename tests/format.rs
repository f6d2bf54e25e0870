//! The project file: what it looks like, what of it survives, and what is refused.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking"
)]

use expect_test::{Expect, expect, expect_file};
use kbworkbench::project::{State, notation, read, schema, write};
use serde_json::Value;

const CASE: &str = include_str!("projects/case.txt");

fn case() -> State {
    notation::state(CASE).unwrap()
}

#[test]
fn the_file_of_version_1_looks_like_this_and_reads_back() {
    let state = case();
    let text = String::from_utf8(write(&state)).unwrap();
    expect_file!["projects/v1/case.kbproj"].assert_eq(&text);
    assert_eq!(read(text.as_bytes()).unwrap(), (state, vec![]));
}

#[test]
fn an_empty_project_is_short() {
    let text = String::from_utf8(write(&State::default())).unwrap();
    expect![[r#"
        {
          "format": "kbproj",
          "version": 1,
          "name": "",
          "zone": "+00:00",
          "roots": [],
          "articles": [],
          "actors": [],
          "incidents": [],
          "codes": [],
          "annotations": [],
          "dismissals": []
        }
    "#]]
    .assert_eq(&text);
    assert_eq!(read(text.as_bytes()).unwrap(), (State::default(), vec![]));
    let least = br#"{"format":"kbproj","version":1}"#;
    assert_eq!(read(least).unwrap(), (State::default(), vec![]));
}

/// Adds a key to each object of the file that stands for a thing with fields.
fn add_unknown_keys(value: &mut Value, inside: &str, count: &mut usize) {
    match value {
        Value::Object(map) => {
            for (key, value) in map.iter_mut() {
                add_unknown_keys(value, key, count);
            }
            // What a target is about is a word with its meaning, not a thing with fields.
            if inside != "about" {
                *count += 1;
                let note =
                    serde_json::json!({ "kept": [1.5, null, *count], "deeper": { "é": 0.1 } });
                map.insert(format!("x_{count}"), note);
            }
        }
        Value::Array(items) => {
            items.iter_mut().for_each(|item| add_unknown_keys(item, inside, count));
        }
        _ => {}
    }
}

#[test]
fn unknown_keys_survive_at_every_depth() {
    let mut file: Value = serde_json::from_slice(&write(&case())).unwrap();
    let mut count = 0;
    add_unknown_keys(&mut file, "", &mut count);
    assert!(60 < count, "the case holds a thing of every kind: {count}");
    let (state, warnings) = read(file.to_string().as_bytes()).unwrap();
    assert_eq!(warnings.len(), 1, "only the top of the file is told: {warnings:?}");
    let written: Value = serde_json::from_slice(&write(&state)).unwrap();
    assert_eq!(written, file);
}

#[test]
fn a_record_that_cannot_be_read_loses_nothing_of_its_text() {
    let actor =
        r#"{"id":"00000000-0000-0000-0000-000000000001","name":"A","kind":"state","colour":0"#;
    for more in [
        r#","name":"twice"}"#,
        r#","x":1,"x":2}"#,
        r#","colour":123456789012345678901234567890}"#,
        r#","kind":"a \" b","memo":"\\"}"#,
    ] {
        let record = format!("{actor}{more}");
        let file = format!("{{\"format\":\"kbproj\",\"version\":1,\"actors\":[{record}]}}");
        let (state, warnings) = read(file.as_bytes()).unwrap();
        assert_eq!(warnings.len(), 1, "{more}");
        let written = String::from_utf8(write(&state)).unwrap();
        assert!(written.contains(&record), "{written}");
    }
}

#[test]
fn more_than_a_project_can_have_is_refused_in_bounded_memory() {
    let file = |count: usize, item: &str| {
        format!("{{\"format\":\"kbproj\",\"version\":1,\"actors\":[{}7]}}", item.repeat(count))
    };
    expect![[r#""actors" has 2000001 records, more than the 2000000 that a project may have"#]]
        .assert_eq(&read(file(2_000_000, "7,").as_bytes()).unwrap_err().to_string());
    expect![[r#"more than 100000 records could not be read, the first of them in "actors", it holds the number 7 where an object should stand; the file was not touched; open it with a newer KB Workbench, or open a backup"#]]
        .assert_eq(&read(file(100_000, "7,").as_bytes()).unwrap_err().to_string());
    let (_, warnings) = read(file(99, "7,").as_bytes()).unwrap();
    assert_eq!(warnings.len(), 21);
    expect![
        "actors: 80 more records could not be read; kept and written back, and shown nowhere else"
    ]
    .assert_eq(&warnings[20].to_string());
}

/// Shows what reading gives: the error, or the warnings and what is written again.
fn check(file: &str, expect: Expect) {
    let shown = match read(file.as_bytes()) {
        Err(error) => format!("error: {error}\n"),
        Ok((state, warnings)) => {
            let warnings: String = warnings.iter().map(|it| format!("warning: {it}\n")).collect();
            let written = write(&state);
            assert_eq!(read(&written).unwrap().0, state, "reads back");
            warnings + std::str::from_utf8(&written).unwrap()
        }
    };
    expect.assert_eq(&shown);
}

#[test]
fn records_that_cannot_be_read_keep_their_place() {
    check(
        r#"{"format":"kbproj","version":1,"future":{"a":1},
"actors":[
 {"id":"00000000-0000-0000-0000-000000000001","name":"A","kind":"state","colour":0},
 {"id":"00000000-0000-0000-0000-000000000002","name":"B","kind":"cloud","colour":0},
 {"id":"00000000-0000-0000-0000-000000000001","name":"C","kind":"state","colour":0},
 {"id":"00000000-0000-0000-0000-000000000004","name":"D","kind":"state","colour":0},
 7],
"articles":[{"id":"00000000-0000-0000-0000-000000000005","root":"00000000-0000-0000-0000-000000000006","path":"../secret.txt",
  "text_hash":"0000000000000000000000000000000000000000000000000000000000000000","extractor":1,"length":1,
  "file_hash":"0000000000000000000000000000000000000000000000000000000000000000"}],
"annotations":[{"id":"00000000-0000-0000-0000-000000000003","body":{"kind":"rumour"},"passages":[],"made":{"at":"2023-09-19T00:00:00Z"}}]}"#,
        expect![[r#"
            warning: articles, line 8: this record could not be read, its path "../secret.txt" leaves its folder; kept and written back, and shown nowhere else
            warning: actors, line 4: this record could not be read, this version does not know the word “cloud”; kept and written back, and shown nowhere else
            warning: actors, line 5: this record could not be read, an earlier record has the same id; kept and written back, and shown nowhere else
            warning: actors, line 7: this record could not be read, it holds the number 7 where an object should stand; kept and written back, and shown nowhere else
            warning: annotations, line 11: this record could not be read, this version does not know the word “rumour”; kept and written back, and shown nowhere else
            warning: future: this version does not know this part of the file; it is kept and written back
            {
              "format": "kbproj",
              "version": 1,
              "name": "",
              "zone": "+00:00",
              "roots": [],
              "articles": [
                {"id":"00000000-0000-0000-0000-000000000005","root":"00000000-0000-0000-0000-000000000006","path":"../secret.txt","text_hash":"0000000000000000000000000000000000000000000000000000000000000000","extractor":1,"length":1,"file_hash":"0000000000000000000000000000000000000000000000000000000000000000"}
              ],
              "actors": [
                {"id":"00000000-0000-0000-0000-000000000001","name":"A","kind":"state","colour":0},
                {"id":"00000000-0000-0000-0000-000000000002","name":"B","kind":"cloud","colour":0},
                {"id":"00000000-0000-0000-0000-000000000001","name":"C","kind":"state","colour":0},
                {"id":"00000000-0000-0000-0000-000000000004","name":"D","kind":"state","colour":0},
                7
              ],
              "incidents": [],
              "codes": [],
              "annotations": [
                {"id":"00000000-0000-0000-0000-000000000003","body":{"kind":"rumour"},"passages":[],"made":{"at":"2023-09-19T00:00:00Z"}}
              ],
              "dismissals": [],
              "future": {"a":1}
            }
        "#]],
    );
}

#[test]
fn broken_files_are_refused_and_say_where() {
    check(
        "",
        expect![[r#"
            error: the file is empty and was not touched; open a backup
        "#]],
    );
    check(
        "a diary",
        expect![[r#"
            error: the file is not JSON at line 1, which is not how a value begins; it was not touched; open a backup or repair that line
        "#]],
    );
    check(
        "{\"format\":\"kbproj\",\n\"version\":1,\n\"name\":\"ca",
        expect![[r#"
        error: the file ends too early, at line 3; it was not touched; open a backup
    "#]],
    );
    check(
        "{\"format\":\"kbproj\",\n\"version\":1,,}",
        expect![[r#"
            error: the file is not JSON at line 2, where a key is not in quotation marks; it was not touched; open a backup or repair that line
        "#]],
    );
    check(
        "[]",
        expect![[r#"
        error: the file is not a KB Workbench project, for it does not start with "format": "kbproj"
    "#]],
    );
    check(
        "{\"format\":\"csv\"}",
        expect![[r#"
        error: the file is not a KB Workbench project, for it does not start with "format": "kbproj"
    "#]],
    );
    check(
        "{\"format\":\"kbproj\"}",
        expect![[r#"
        error: the project has no readable version number, and none is guessed
    "#]],
    );
    check(
        "{\"format\":\"kbproj\",\"version\":\"1\"}",
        expect![[r#"
        error: the project has no readable version number, and none is guessed
    "#]],
    );
    check(
        "{\"format\":\"kbproj\",\"version\":2,\"hologram\":[]}",
        expect![[r#"
        error: the project is of version 2, and this program knows versions up to 1; open it with a newer KB Workbench; it was not touched
    "#]],
    );
    check(
        "{\"format\":\"kbproj\",\"version\":1,\n\"actors\":{}}",
        expect![[r#"
            error: "actors" is no list of records, it holds an object where a list should stand at line 2; the file was not touched; open a backup or repair it
        "#]],
    );
    check(
        "{\"format\":\"kbproj\",\"version\":1,\n\n\"name\":7}",
        expect![[r#"
            error: "name" is not as it should be, it holds the number 7 where a text should stand at line 3; the file was not touched; open a backup or repair it
        "#]],
    );
    check(
        "{\"format\":\"kbproj\",\"version\":1,\"name\":\"a\",\"name\":\"b\"}",
        expect![[r#"
        error: the key "name" stands twice at the top of the file; keep the right one; it was not touched
    "#]],
    );
    let error = read(b"{\"format\":\"kbproj\",\n\"name\":\"\xff\"}").unwrap_err();
    expect!["the file is not UTF-8 text from line 2 on; it was not touched; open a backup"]
        .assert_eq(&error.to_string());
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let whole = write(&case());
    let text = whole.strip_suffix(b"}\n").unwrap();
    for length in (0..text.len()).step_by(7) {
        assert!(read(&text[..length]).is_err(), "{length}");
    }
}

#[test]
fn depth_is_an_error_and_not_a_crash() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    for key in ["future", "actors", "name", "version"] {
        let file = format!("{{\"format\":\"kbproj\",\"version\":1,\"{key}\":{deep}}}");
        assert!(read(file.as_bytes()).is_err(), "{key}");
    }
    assert!(read(deep.as_bytes()).is_err());
}

#[test]
fn a_mark_of_the_byte_order_and_other_line_ends_do_no_harm() {
    let text = String::from_utf8(write(&case())).unwrap();
    let other = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(read(other.as_bytes()).unwrap(), (case(), vec![]));
}

#[test]
fn the_schema_is_that_of_the_types_and_written_files_keep_to_it() {
    let schema = serde_json::to_value(schema()).unwrap();
    let text = format!("{schema:#}\n");
    expect_file!["../docs/kbproj.schema.json"].assert_eq(&text);
    let validator = jsonschema::validator_for(&schema).unwrap();
    for state in [case(), State::default()] {
        let file: Value = serde_json::from_slice(&write(&state)).unwrap();
        let faults: Vec<_> = validator.iter_errors(&file).map(|it| it.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new());
    }
    for bad in
        [r#"{"format":"csv","version":1}"#, r#"{"format":"kbproj","version":1,"actors":[{}]}"#]
    {
        assert!(!validator.is_valid(&serde_json::from_str(bad).unwrap()), "{bad}");
    }
}
