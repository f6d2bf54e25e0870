//! Owns the evidence list as a web page: one self-contained file that reads well on screen and paper.

use std::io::{self, Write};

use crate::base::theme::FIGURE;
use crate::export::svg::escape;
use crate::views::{Evidence, EvidenceKind};

/// An evidence list with what stands around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EvidencePage<'a> {
    /// As over the figure.
    pub title: &'a str,
    pub subtitle: &'a str,
    /// The source line; may be empty.
    pub source: &'a str,
    /// In the order of the figure, which numbers them from 1.
    pub evidence: &'a [Evidence],
}

/// Writes the page: each piece of evidence with its number, its figure and its quote marked in its whole sentence.
pub fn evidence_html(page: &EvidencePage, out: &mut dyn Write) -> io::Result<()> {
    let EvidencePage { title, subtitle, source, evidence } = *page;
    let title = escape(title);
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<title>{title}</title>\n<style>\n{}</style>\n</head>\n<body>", style())?;
    writeln!(out, "<h1>{title}</h1>")?;
    if !subtitle.is_empty() {
        writeln!(out, "<p class=\"weak\">{}</p>", escape(subtitle))?;
    }
    if evidence.is_empty() {
        writeln!(out, "<p>There is no evidence to list.</p>")?;
    } else {
        writeln!(out, "<ol>")?;
        for (place, row) in evidence.iter().enumerate() {
            write_row(place + 1, row, out)?;
        }
        writeln!(out, "</ol>")?;
    }
    if !source.is_empty() {
        writeln!(out, "<footer class=\"weak\">{}</footer>", escape(source))?;
    }
    writeln!(out, "</body>\n</html>")
}

/// The words at the head of a piece of evidence: what is claimed, or who stands where.
pub fn entry_head(row: &Evidence) -> String {
    match row.kind {
        EvidenceKind::Stance => joined(&[&row.who, &row.says], " "),
        EvidenceKind::Claim | EvidenceKind::Note => row.says.clone(),
    }
}

fn write_row(number: usize, row: &Evidence, out: &mut dyn Write) -> io::Result<()> {
    let who = match row.kind {
        EvidenceKind::Claim if row.who.is_empty() => "nobody named".to_owned(),
        EvidenceKind::Claim => format!("said by {}", row.who),
        EvidenceKind::Stance | EvidenceKind::Note => String::new(),
    };
    let side = match row.kind {
        EvidenceKind::Claim if !row.whom.is_empty() => format!("side {}", row.whom),
        // Whom a stance is about stands in its words.
        _ => String::new(),
    };
    writeln!(out, "<li id=\"e{number}\">\n<p class=\"says\">{}</p>", escape(&entry_head(row)))?;
    writeln!(out, "<blockquote dir=\"auto\">{}</blockquote>", quoted(row))?;
    let printed = joined(&[&row.outlet, &row.title, &row.path], ", ");
    let repeats = match row.repeats {
        0 => String::new(),
        1 => "said again once".to_owned(),
        times => format!("said again {times} times"),
    };
    let parts = [&who, &side, &row.incident, &row.time, &printed, &repeats, &row.status];
    let line = joined(&parts.map(String::as_str), " · ");
    writeln!(out, "<p class=\"weak\">{}</p>\n</li>", escape(&line))
}

/// The sentence with the quote marked in it; the quote alone where the sentence does not hold it.
fn quoted(row: &Evidence) -> String {
    let found = row.sentence.find(&row.quote).filter(|_| !row.quote.is_empty());
    let Some(start) = found else {
        return match row.sentence.is_empty() {
            true => format!("<mark>{}</mark>", escape(&row.quote)),
            false => {
                let quote = format!("<mark>{}</mark>", escape(&row.quote));
                format!("{} <br>{quote}", escape(&row.sentence))
            }
        };
    };
    let (before, rest) = row.sentence.split_at(start);
    let (quote, after) = rest.split_at(row.quote.len());
    let gap_before = if before.ends_with(char::is_whitespace) { " " } else { "" };
    let gap_after = if after.starts_with(char::is_whitespace) { " " } else { "" };
    let (before, quote, after) = (escape(before), escape(quote), escape(after));
    format!("{before}{gap_before}<mark>{quote}</mark>{gap_after}{after}")
}

fn joined(parts: &[&str], with: &str) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(with)
}

fn style() -> String {
    let [page, panel, line, text, weak, accent] =
        [FIGURE.page, FIGURE.panel, FIGURE.line, FIGURE.text, FIGURE.weak, FIGURE.accent]
            .map(|colour| colour.hex());
    format!(
        "body {{ max-width: 46rem; margin: 3rem auto; padding: 0 1.5rem; background: {page}; color: {text}; \
         font: 15px/1.5 'Noto Sans', system-ui, sans-serif; }}\n\
         h1 {{ font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.25rem; }}\n\
         ol {{ margin: 2rem 0; padding: 0 0 0 2.25rem; }}\n\
         li {{ padding: 0.75rem 0; border-top: 1px solid {line}; break-inside: avoid; }}\n\
         li::marker {{ color: {weak}; }}\n\
         p {{ margin: 0.25rem 0; overflow-wrap: anywhere; }}\n\
         .says {{ font-weight: 700; }}\n\
         .weak {{ color: {weak}; font-size: 0.87rem; }}\n\
         blockquote {{ margin: 0.5rem 0; padding-left: 0.75rem; border-left: 3px solid {accent}; \
         font: 17px/1.5 'Noto Serif', Georgia, serif; overflow-wrap: anywhere; }}\n\
         mark {{ background: {panel}; color: inherit; text-decoration: underline; \
         text-decoration-color: {accent}; text-underline-offset: 0.2em; }}\n\
         footer {{ border-top: 1px solid {line}; padding-top: 0.75rem; }}\n\
         @media print {{ body {{ margin: 0; max-width: none; font-size: 10pt; }} \
         blockquote {{ font-size: 11pt; }} }}\n"
    )
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::project::notation;
    use crate::views::evidence;

    #[test]
    fn a_row_says_who_said_it_and_whose_people_or_who_holds_it() {
        let check = |text: &str, expect: Expect| {
            let state = notation::state(text).unwrap();
            let mut rows = vec![];
            for annotation in state.annotations().values() {
                write_row(1, &evidence(&state, annotation), &mut rows).unwrap();
            }
            let page = String::from_utf8(rows).unwrap();
            let told = page
                .lines()
                .filter(|line| line.starts_with("<p"))
                .map(|line| line.split(['<', '>']).nth(2).unwrap_or_default().to_owned() + "\n");
            expect.assert_eq(&told.collect::<String>());
        };
        check(
            r#"
article a.txt | Wire | 2023-09-19 21:12
claim k1 a.txt killed 2 civilian by Town hall side Town in the fire "two dead"
claim k2 a.txt killed 1 "one dead"
stance s1 a.txt Town condemn incident:the fire "condemned"
"#,
            expect![[r#"
                2 civilians killed
                said by Town hall · side Town · the fire · printed 19 Sep 2023, 21:12 · Wire, a.txt · pending
                1 killed
                nobody named · printed 19 Sep 2023, 21:12 · Wire, a.txt · pending
                Town condemns the fire
                printed 19 Sep 2023, 21:12 · Wire, a.txt · current
            "#]],
        );
    }
}
