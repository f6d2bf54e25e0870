//! A project of many claims, for the benches.

use std::fmt::Write as _;

use kbworkbench::project::{State, notation};

/// 5,000 claims of 40 claimants on 4 sides in 500 articles over 100 days, a fifth of them without a time of their own.
pub fn claims() -> State {
    let mut text = String::new();
    let _ = articles(&mut text, 500);
    for it in 0..5000 {
        let (day, hour) = (1 + it / 180, it / 7 % 24);
        let time = match it % 5 {
            0 => String::new(),
            1 => format!("at 2023-09-{day:02}"),
            _ => format!("at 2023-09-{day:02}T{hour:02}"),
        };
        let (article, claimant, side) = (it % 500, it * 7 % 40, it % 4);
        let figure = [format!(">={it}"), format!("{it}"), format!("~{it}")][it % 3].clone();
        let _ = writeln!(
            text,
            "claim c{it} a{article}.txt killed {figure} by C{claimant} side S{side} in the war {time}"
        );
    }
    state(&text)
}

pub fn articles(text: &mut String, count: usize) -> std::fmt::Result {
    for it in 0..count {
        let (day, hour) = (1 + it / 20, it % 24);
        writeln!(text, "article a{it}.txt | Outlet {} | 2023-09-{day:02} {hour:02}:00", it % 12)?;
    }
    Ok(())
}

pub fn state(text: &str) -> State {
    notation::state(text).unwrap_or_else(|error| panic!("the project of the bench: {error}"))
}
