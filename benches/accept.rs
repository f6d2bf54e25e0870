//! What accepting thousands of suggestions as one step costs: the edit that is made of them, and the step itself; then
//! one suggestion more in the project that holds them all.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking and prints what it measured"
)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use kbworkbench::analysis::{Gazetteer, Suggestion, suggest};
use kbworkbench::base::{ArticleId, IdMint};
use kbworkbench::corpus::Article;
use kbworkbench::project::{
    Choice, Decided, Stamp, State, accept, apply, context, gazetteer, notation,
};

const ARTICLES: usize = 300;

/// Sentences of an article, two suggestions or three each.
const SENTENCES: usize = 7;

/// How often each is measured.
const TIMES: usize = 10;

type Searched<'a> = Vec<(ArticleId, &'a Article, Vec<Suggestion>)>;

fn main() {
    let built = notation::read(&project()).unwrap();
    let names = gazetteer(&built.state);
    let context = context(&built.state);
    let found: Searched<'_> =
        built.texts.iter().map(|(id, text)| (*id, text, suggest(text, &names, &context))).collect();
    let all: usize = found.iter().map(|it| it.2.len()).sum();
    println!("{all} suggestions of {ARTICLES} articles, {} actors", built.state.actors().len());
    let every = |all: &[Suggestion]| (0..all.len()).collect();
    let full = measure("all", &built.state, &found, &names, every);
    let start = Instant::now();
    let decided = Decided::new(&full, &names);
    for (article, text, all) in &found {
        std::hint::black_box(decided.of(*article, text, all));
    }
    println!("what became of each: {:.1?}", start.elapsed());
    measure("one more", &full, &found[..1], &names, |_| vec![0]);
}

/// A hundred actors, and reports that name some of them and others.
fn project() -> String {
    let mut text = String::from("incident the raid\n");
    for it in 0..100 {
        let _ = writeln!(text, "actor Ana{it} Gomez{it} : person, alias Gomez{it}");
    }
    for article in 0..ARTICLES {
        let _ = writeln!(text, "article a{article}.txt | Kurier | 2023-09-20 12:00");
        for it in 0..SENTENCES {
            let (number, who) = (10 + article * SENTENCES + it, (article * 7 + it * 13) % 400);
            let _ = writeln!(
                text,
                "note n{article}x{it} a{article}.txt \"At least {number} people, including \
                 {} children, were killed, Ana{who} Gomez{who} said.\"",
                2 + it % 7,
            );
            let _ = writeln!(
                text,
                "note m{article}x{it} a{article}.txt \"Maria{who} Silva{who} condemned attack {it}.\""
            );
        }
    }
    text
}

/// Accepts these as one step; what the project holds then.
fn measure(
    what: &str,
    state: &State,
    found: &[(ArticleId, &Article, Vec<Suggestion>)],
    names: &Gazetteer,
    chosen: impl Fn(&[Suggestion]) -> Vec<usize>,
) -> State {
    let chosen: Vec<Vec<usize>> = found.iter().map(|it| chosen(&it.2)).collect();
    let choices: Vec<Choice<'_>> = found
        .iter()
        .zip(&chosen)
        .map(|((article, text, all), chosen)| Choice { article: *article, text, all, chosen })
        .collect();
    let stamp = Stamp::new("AB", jiff::Timestamp::UNIX_EPOCH);
    let mut mint = IdMint::seeded("bench");
    let (mut made, mut done, mut after) = (vec![], vec![], state.clone());
    for _ in 0..TIMES {
        after = state.clone();
        let start = Instant::now();
        let edit = accept(state, &choices, names, &mut mint, &stamp);
        made.push(start.elapsed());
        let start = Instant::now();
        apply(&mut after, &edit, &stamp).unwrap();
        done.push(start.elapsed());
    }
    let best = |all: &[Duration]| all.iter().min().copied().unwrap_or_default();
    println!("{what}: edit {:.1?}, step {:.1?}", best(&made), best(&done));
    after
}
