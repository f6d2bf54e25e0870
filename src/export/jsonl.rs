//! Owns JSON lines: one object a line, keys in the order of the row's fields.

use std::io::{self, Write};

use serde::Serialize;

/// Writes each row as JSON on a line of its own.
pub fn rows_jsonl<T: Serialize>(
    rows: impl IntoIterator<Item = T>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for row in rows {
        serde_json::to_writer(&mut *out, &row)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_a_line_even_if_its_text_has_line_breaks() {
        let mut out = Vec::new();
        rows_jsonl([("one\ntwo", 3), ("é", 4)], &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "[\"one\\ntwo\",3]\n[\"é\",4]\n");
    }
}
