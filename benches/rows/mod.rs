//! A project of 100,000 annotations, for the benches.

use std::fmt::Write as _;

use kbworkbench::project::{State, notation};

const ROWS: usize = 100_000;

/// Claims, stances and notes of 60 actors in 500 articles.
pub fn rows() -> State {
    let mut text = String::new();
    for it in 0..500 {
        let (day, hour) = (1 + it / 20, it % 24);
        let _ = writeln!(
            text,
            "article a{it}.txt | Outlet {} | 2023-09-{day:02} {hour:02}:00 | Report {it}",
            it % 12
        );
    }
    for it in 0..ROWS {
        let (article, who, whom) = (it % 500, it * 7 % 60, it % 4);
        let _ = match it % 5 {
            0 => writeln!(text, "stance k{it} a{article}.txt C{who} condemn S{whom} about the war"),
            1 => writeln!(text, "note k{it} a{article}.txt code{whom} memo \"seen {it}\""),
            _ => writeln!(
                text,
                "claim k{it} a{article}.txt killed >={it} by C{who} side S{whom} in the war \"at least {it} were killed there on that day, it was said\""
            ),
        };
    }
    notation::state(&text).unwrap_or_else(|error| panic!("the project of the bench: {error}"))
}
