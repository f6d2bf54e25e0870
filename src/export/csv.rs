//! Owns CSV: evidence lists numbered as in their figure, and rows of any shape. Guards spreadsheets against cells that
//! they would take for formulas.

use std::io::{self, Write};

use serde::Serialize;

use crate::views::Evidence;

/// How a CSV is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CsvOptions {
    /// Begin with a byte order mark, by which some spreadsheets know UTF-8.
    pub byte_order_mark: bool,
}

/// Writes the evidence of a figure, a row for each of its marks or stances, numbered from 1 as in the figure.
pub fn evidence_csv(
    evidence: &[Evidence],
    options: CsvOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    write_evidence(evidence, table(options, out)?, guarded)
}

/// The evidence of a figure for the clipboard: the same cells with tabs between them, each on one line.
pub fn evidence_tsv(evidence: &[Evidence]) -> io::Result<String> {
    let mut out = vec![];
    let table =
        ::csv::WriterBuilder::new().delimiter(b'\t').from_writer(&mut out as &mut dyn Write);
    // Some spreadsheets split a pasted cell at a line break even within quotation marks.
    let plain = |cell: &str| guarded(cell).split_whitespace().collect::<Vec<_>>().join(" ");
    write_evidence(evidence, table, plain)?;
    String::from_utf8(out).map_err(io::Error::other)
}

fn write_evidence(
    evidence: &[Evidence],
    mut table: ::csv::Writer<&mut dyn Write>,
    cell: impl Fn(&str) -> String,
) -> io::Result<()> {
    let head = [
        "number",
        "says",
        "who",
        "whom",
        "incident",
        "time",
        "quote",
        "sentence",
        "outlet",
        "title",
        "file",
        "repeats",
        "status",
        "annotation",
    ];
    table.write_record(head).map_err(as_io)?;
    for (place, row) in evidence.iter().enumerate() {
        let Evidence {
            annotation,
            kind: _,
            says,
            quote,
            sentence,
            who,
            whom,
            incident,
            time,
            article: _,
            outlet,
            title,
            path,
            repeats,
            status,
            // Files hold what is decided alone.
            suggested: _,
        } = row;
        let (number, repeats) = ((place + 1).to_string(), repeats.to_string());
        let annotation = annotation.to_string();
        let cells = [
            &number,
            says,
            who,
            whom,
            incident,
            time,
            quote,
            sentence,
            outlet,
            title,
            path,
            &repeats,
            status,
            &annotation,
        ];
        table.write_record(cells.map(|it| cell(it))).map_err(as_io)?;
    }
    table.flush()
}

/// Writes rows of one shape under a head of their field names, which stands there even if there are no rows.
pub fn rows_csv<T: Serialize + Default>(
    rows: impl IntoIterator<Item = T>,
    options: CsvOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut plain = ::csv::Writer::from_writer(Vec::new());
    // The head is known only from a row: an empty one gives it, and is left out below.
    plain.serialize(T::default())?;
    for row in rows {
        plain.serialize(row)?;
    }
    let plain = plain.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    let mut table = table(options, out)?;
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(plain.as_slice());
    let records = reader.records().enumerate().filter(|(place, _)| *place != 1);
    for (_, record) in records {
        table.write_record(record?.iter().map(guarded)).map_err(as_io)?;
    }
    table.flush()
}

fn table(options: CsvOptions, out: &mut dyn Write) -> io::Result<::csv::Writer<&mut dyn Write>> {
    if options.byte_order_mark {
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    Ok(::csv::Writer::from_writer(out))
}

/// The error as the writer gave it, so that its kind can be told.
fn as_io(error: ::csv::Error) -> io::Error {
    let words = error.to_string();
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        _ => io::Error::other(words),
    }
}

/// The cell with an apostrophe before it if a spreadsheet would run it; plain numbers are left alone.
pub fn guarded(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    let apostrophe = if runs { "'" } else { "" };
    format!("{apostrophe}{}", cell.replace('\0', ""))
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn the_head_stands_there_without_rows() {
        #[derive(Serialize, Default)]
        struct Row {
            words: &'static str,
            number: Option<i64>,
        }
        let mut out = Vec::new();
        rows_csv::<Row>([], CsvOptions::default(), &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "words,number\n");
    }

    #[test]
    fn the_fault_of_a_writer_keeps_its_kind() {
        struct Gone;
        impl Write for Gone {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let rows = vec![("x".repeat(100), 1); 1000];
        let error = rows_csv(rows, CsvOptions::default(), &mut Gone).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }

    #[test]
    fn cells_that_would_run_get_an_apostrophe_and_numbers_do_not() {
        #[derive(Serialize, Default)]
        struct Row {
            words: &'static str,
            number: i64,
        }
        let rows = ["=1+1", "+3", "-4.5", "-dash", "@at", "\ttab", "plain, \"said\"", "two\nlines"];
        let mut out = Vec::new();
        let rows = rows.map(|words| Row { words, number: -7 });
        rows_csv(rows, CsvOptions { byte_order_mark: true }, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        expect![[r#"
            words,number
            '=1+1,-7
            +3,-7
            -4.5,-7
            '-dash,-7
            '@at,-7
            '	tab,-7
            "plain, ""said""",-7
            "two
            lines",-7
        "#]]
        .assert_eq(text.strip_prefix('\u{FEFF}').unwrap());
    }
}
