//! Owns reading: bytes to a state. What cannot be read of a record is kept whole and said; what cannot be read of the file
//! is an error, and nothing is half read.

use std::hash::Hash;
use std::sync::Arc;

use indexmap::IndexMap;
use rayon::prelude::*;
use serde::de::{DeserializeOwned, Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::migrate::{MIGRATIONS, Step, bring_up};
use super::reason::{reason, syntax};
use super::{FormatError, LISTS, MOST_BYTES, MOST_RECORDS, MOST_UNREAD};
use crate::base::Warning;
use crate::files;
use crate::project::records::{
    Actor, Annotation, ArticleRecord, Code, Dismissal, Incident, Root, Unread,
};
use crate::project::state::{State, Table};

/// Reads a project file. Records that this version cannot read are kept in [`State::unread`], each with a warning.
pub fn read(bytes: &[u8]) -> Result<(State, Vec<Warning>), FormatError> {
    read_by(bytes, MIGRATIONS)
}

/// Reads a file of any version that `steps` can bring up to date.
pub(super) fn read_by(bytes: &[u8], steps: &[Step]) -> Result<(State, Vec<Warning>), FormatError> {
    if MOST_BYTES < bytes.len() {
        return Err(FormatError::Large { bytes: bytes.len() });
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|error| FormatError::NotText { line: line_of(bytes, error.valid_up_to()) })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(FormatError::Empty);
    }
    let file = top(text)?;
    let found = version(&file)?;
    let known = steps.len() as u64 + 1;
    if known < found {
        return Err(FormatError::Newer { found, known });
    }
    if found == known {
        return Reader::new(text).state(&file);
    }
    let old: Value = serde_json::from_str(text).map_err(|error| not_json(&error))?;
    let text = format!("{:#}", bring_up(old, found, steps));
    Reader::new(&text).state(&top(&text)?)
}

/// The keys of the file and what stands behind them, unread.
type Top<'a> = IndexMap<String, &'a RawValue>;

fn top(text: &str) -> Result<Top<'_>, FormatError> {
    struct Keys;

    impl<'de> Visitor<'de> for Keys {
        type Value = (IndexMap<String, &'de RawValue>, Option<String>);

        fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
            f.write_str("a project")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let (mut keys, mut twice) = (IndexMap::new(), None);
            while let Some((key, value)) = map.next_entry::<String, &RawValue>()? {
                if keys.insert(key.clone(), value).is_some() {
                    twice = Some(key);
                }
            }
            Ok((keys, twice))
        }
    }

    let mut json = serde_json::Deserializer::from_str(text);
    let read = json.deserialize_map(Keys).and_then(|keys| json.end().map(|()| keys));
    match read {
        Ok((keys, None)) => Ok(keys),
        Ok((_, Some(key))) => Err(FormatError::Twice { key }),
        Err(error) if error.is_data() => Err(FormatError::NotKbproj),
        Err(error) => Err(not_json(&error)),
    }
}

fn not_json(error: &serde_json::Error) -> FormatError {
    if error.is_eof() {
        FormatError::Cut { line: error.line() }
    } else {
        FormatError::NotJson { line: error.line(), what: syntax(error) }
    }
}

fn version(file: &Top) -> Result<u64, FormatError> {
    let format = file.get("format").and_then(|it| serde_json::from_str::<String>(it.get()).ok());
    if format.as_deref() != Some("kbproj") {
        return Err(FormatError::NotKbproj);
    }
    let version = file.get("version").and_then(|it| it.get().parse().ok());
    version.filter(|version| 0 < *version).ok_or(FormatError::NoVersion)
}

/// The line, from 1, of a byte.
fn line_of(bytes: &[u8], at: usize) -> usize {
    1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count()
}

/// Unreadable records of a list that are told one by one.
const TOLD: usize = 20;

const KEPT: &str = "kept and written back, and shown nowhere else";

struct Reader<'a> {
    text: &'a str,
    warnings: Vec<Warning>,
    /// A byte and its line, so that the lines of many records are counted once.
    counted: (usize, usize),
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, warnings: vec![], counted: (0, 1) }
    }

    fn state(mut self, file: &Top) -> Result<(State, Vec<Warning>), FormatError> {
        let mut unread = vec![];
        let mut state = State {
            name: self.value(file, "name")?.unwrap_or_default(),
            zone: self.value(file, "zone")?.unwrap_or_default(),
            roots: self.table(file, "roots", Ok::<Root, _>, |it| it.id, &mut unread)?,
            articles: self.table(file, "articles", within_root, |it| it.id, &mut unread)?,
            actors: self.table(file, "actors", Ok::<Actor, _>, |it| it.id, &mut unread)?,
            incidents: self.table(file, "incidents", Ok::<Incident, _>, |it| it.id, &mut unread)?,
            codes: self.table(file, "codes", Ok::<Code, _>, |it| it.id, &mut unread)?,
            annotations: self.table(
                file,
                "annotations",
                Ok::<Arc<Annotation>, _>,
                |it| it.id,
                &mut unread,
            )?,
            dismissals: self.table(
                file,
                "dismissals",
                Ok::<Dismissal, _>,
                |it| it.id,
                &mut unread,
            )?,
            ..State::default()
        };
        state.unread = unread;
        let mut unknown = serde_json::Map::new();
        let known = |key: &str| {
            matches!(key, "format" | "version" | "name" | "zone") || LISTS.contains(&key)
        };
        for (key, value) in file.iter().filter(|(key, _)| !known(key)) {
            let value = self.parse(key, value)?;
            self.warnings.push(Warning::new(
                key,
                "this version does not know this part of the file",
                "it is kept and written back",
            ));
            unknown.insert(key.clone(), value);
        }
        state.unknown = unknown.into();
        Ok((state, self.warnings))
    }

    fn value<T: DeserializeOwned>(
        &mut self,
        file: &Top,
        key: &str,
    ) -> Result<Option<T>, FormatError> {
        file.get(key).map(|value| self.parse(key, value)).transpose()
    }

    fn parse<T: DeserializeOwned>(
        &mut self,
        key: &str,
        value: &RawValue,
    ) -> Result<T, FormatError> {
        serde_json::from_str(value.get()).map_err(|error| FormatError::Shape {
            key: key.to_owned(),
            line: self.line(value) + error.line().saturating_sub(1),
            what: format!("not as it should be, {}", reason(&error)),
        })
    }

    /// The line at which a value starts.
    fn line(&mut self, value: &RawValue) -> usize {
        let at = (value.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let (from, line) = if self.counted.0 <= at { self.counted } else { (0, 1) };
        let between = self.text.as_bytes().get(from..at).unwrap_or_default();
        self.counted = (at, line + line_of(between, between.len()) - 1);
        self.counted.1
    }

    fn table<K: Copy + Eq + Hash, R: DeserializeOwned + Send>(
        &mut self,
        file: &Top,
        list: &'static str,
        check: impl Fn(R) -> Result<R, String> + Sync,
        id: impl Fn(&R) -> K,
        unread: &mut Vec<Unread>,
    ) -> Result<Table<K, R>, FormatError> {
        let Some(raw) = file.get(list) else { return Ok(Table::new()) };
        let (items, count) = items(raw).map_err(|error| FormatError::Shape {
            key: list.to_owned(),
            line: self.line(raw),
            what: format!("no list of records, {}", reason(&error)),
        })?;
        if MOST_RECORDS < count {
            return Err(FormatError::Many { key: list.to_owned(), count });
        }
        let parse = |item: &&RawValue| {
            serde_json::from_str(item.get()).map_err(|error| reason(&error)).and_then(&check)
        };
        let read: Vec<Result<R, String>> = items.par_iter().map(parse).collect();
        let mut table = Table::with_capacity(read.len());
        let before = unread.len();
        for (place, (item, read)) in items.into_iter().zip(read).enumerate() {
            let reason = match read {
                Ok(record) if !table.contains_key(&id(&record)) => {
                    table.insert(id(&record), record);
                    continue;
                }
                Ok(_) => "an earlier record has the same id".to_owned(),
                Err(reason) => reason,
            };
            // A value nested so deep that no reader takes it is no record of any version.
            self.parse::<Value>(list, item)?;
            if unread.len() - before < TOLD {
                let line = self.line(item);
                self.warnings.push(Warning::new(
                    format!("{list}, line {line}"),
                    format!("this record could not be read, {reason}"),
                    KEPT,
                ));
            }
            unread.push(Unread { list, place, json: on_one_line(item.get()), reason });
            if let Some(first) = unread.first().filter(|_| MOST_UNREAD < unread.len()) {
                let (key, what) = (first.list.to_owned(), first.reason.clone());
                return Err(FormatError::Unreadable { key, what });
            }
        }
        if let more @ 1.. = (unread.len() - before).saturating_sub(TOLD) {
            let what = format!("{more} more records could not be read");
            self.warnings.push(Warning::new(list, what, KEPT));
        }
        Ok(table)
    }
}

/// The values of a list as they stand, no more than a project may have, and how many there are.
fn items(raw: &RawValue) -> serde_json::Result<(Vec<&RawValue>, usize)> {
    struct Items;

    impl<'de> Visitor<'de> for Items {
        type Value = (Vec<&'de RawValue>, usize);

        fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
            f.write_str("a sequence")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
            let (mut items, mut count) = (vec![], 0);
            while let Some(item) = seq.next_element::<&RawValue>()? {
                if count < MOST_RECORDS {
                    items.push(item);
                }
                count += 1;
            }
            Ok((items, count))
        }
    }

    serde_json::Deserializer::from_str(raw.get()).deserialize_seq(Items)
}

/// JSON without the white space between its parts.
fn on_one_line(json: &str) -> String {
    let (mut line, mut in_text, mut escaped) = (String::with_capacity(json.len()), false, false);
    for letter in json.chars() {
        if in_text || !letter.is_ascii_whitespace() {
            line.push(letter);
        }
        if !escaped && letter == '"' {
            in_text = !in_text;
        }
        escaped = in_text && !escaped && letter == '\\';
    }
    line
}

/// Refuses an article whose path leaves its root; it is never opened.
fn within_root(article: ArticleRecord) -> Result<ArticleRecord, String> {
    if files::stays_within(&article.path) {
        Ok(article)
    } else {
        Err(format!("its path {:?} leaves its folder", article.path))
    }
}
