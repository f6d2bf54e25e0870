//! Owns writing: a state to bytes, the same bytes for the same state.

use rayon::prelude::*;
use serde::Serialize;

use super::VERSION;
use crate::project::records::Unread;
use crate::project::state::{State, Table};

/// Records made into text by one thread at a time.
const CHUNK: usize = 512;

/// The project file of a state: keys in fixed order, one record a line, records in the order they were made.
pub fn write(state: &State) -> Vec<u8> {
    let State {
        name,
        zone,
        roots,
        articles,
        actors,
        incidents,
        codes,
        annotations,
        dismissals,
        unread,
        unknown,
    } = state;
    let mut out = b"{\n".to_vec();
    key(&mut out, "format", &"kbproj");
    key(&mut out, "version", &VERSION);
    key(&mut out, "name", name);
    key(&mut out, "zone", zone);
    list(&mut out, "roots", roots, unread);
    list(&mut out, "articles", articles, unread);
    list(&mut out, "actors", actors, unread);
    list(&mut out, "incidents", incidents, unread);
    list(&mut out, "codes", codes, unread);
    list(&mut out, "annotations", annotations, unread);
    list(&mut out, "dismissals", dismissals, unread);
    for (name, value) in unknown.iter() {
        key(&mut out, name, value);
    }
    // Each part ends with a comma and a line's end; the last comma goes.
    out.truncate(out.len() - 2);
    out.extend_from_slice(b"\n}\n");
    out
}

fn key(out: &mut Vec<u8>, name: &str, value: &impl Serialize) {
    out.extend_from_slice(b"  ");
    json(out, &name);
    out.extend_from_slice(b": ");
    json(out, value);
    out.extend_from_slice(b",\n");
}

fn list<K: Sync, R: Serialize + Sync>(
    out: &mut Vec<u8>,
    name: &str,
    table: &Table<K, R>,
    unread: &[Unread],
) {
    out.extend_from_slice(b"  ");
    json(out, &name);
    out.extend_from_slice(b": [");
    let mut items = Vec::with_capacity(table.len());
    let mut unread = unread.iter().filter(|it| it.list == name).peekable();
    for record in table.values() {
        while let Some(unread) = unread.next_if(|it| it.place <= items.len()) {
            items.push(Item::Unread(&unread.json));
        }
        items.push(Item::Record(record));
    }
    items.extend(unread.map(|it| Item::Unread(&it.json)));
    let chunks: Vec<Vec<u8>> = items.par_chunks(CHUNK).map(lines).collect();
    chunks.iter().for_each(|chunk| out.extend_from_slice(chunk));
    if !items.is_empty() {
        out.truncate(out.len() - 1);
        out.extend_from_slice(b"\n  ");
    }
    out.extend_from_slice(b"],\n");
}

/// What stands in one line of a list.
enum Item<'a, R> {
    Record(&'a R),
    Unread(&'a str),
}

/// A line each, with a comma after it and the line's end before it.
fn lines<R: Serialize>(items: &[Item<R>]) -> Vec<u8> {
    let mut out = vec![];
    for item in items {
        out.extend_from_slice(b"\n    ");
        match item {
            Item::Record(record) => json(&mut out, record),
            Item::Unread(text) => out.extend_from_slice(text.as_bytes()),
        }
        out.push(b',');
    }
    out
}

fn json(out: &mut Vec<u8>, value: &impl Serialize) {
    let written = serde_json::to_writer(out, value);
    #[expect(clippy::expect_used, reason = "records are plain data with keys of text")]
    written.expect("plain data is written to memory");
}
