//! How fast articles are searched for suggestions: reports as they are, beside a search by a few patterns, and odd texts
//! that must not take longer. Prints the best of some runs on one thread, and the time of all reports on two.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking and prints what it measured"
)]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use kbworkbench::analysis::{Context, Gazetteer, suggest};
use kbworkbench::corpus::{Article, Known, Progress, load};
use kbworkbench::files::memory::MemoryDisk;
use rayon::prelude::*;
use regex::Regex;

/// A corpus of 10,000 reports of about two kilobytes.
const REPORTS: usize = 10_000;

const WHO: &[&str] = &[
    "The health ministry",
    "Norway",
    "the Libyan government",
    "Foreign Minister Ana Gomez",
    "rebels in the north",
    "the mayor, Kari Berg,",
    "The Red Cross",
    "Chad’s army",
];
const WHAT: &[&str] = &[
    "said at least 12 people were killed and 40 wounded in the blast.",
    "condemned the attack on the port and called for an immediate ceasefire.",
    "reported four police officers and two civilians dead.",
    "urged both sides to return to the negotiating table on Tuesday evening.",
    "did not answer questions about the road, which has been closed since March 2019.",
    "took 60 positions along the river, a spokesman told reporters.",
    "accused Sudan of “a criminal act” and demanded the withdrawal of its forces.",
    "opened a school for three hundred children in the old town.",
    "has talked about the price of bread and the new bridge for years.",
    "is the second largest producer of copper in the region, with mines in four provinces.",
];

/// Numbers that follow from a seed alone.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn report(&mut self) -> String {
        let mut text = String::from("At least 12 dead in port blast\n\n");
        while text.len() < 2_000 {
            let (who, what) = (WHO[self.below(WHO.len())], WHAT[self.below(WHAT.len())]);
            let end = if self.below(4) == 0 { "\n\n" } else { " " };
            text += &format!("{who} {what}{end}");
        }
        text
    }
}

fn articles(texts: impl IntoIterator<Item = String>) -> Vec<Article> {
    let disk = MemoryDisk::new();
    for (number, text) in texts.into_iter().enumerate() {
        disk.add(format!("/texts/{number}.txt"), text);
    }
    let loaded = load(&disk, &[PathBuf::from("/texts")], &Progress::new());
    let mut articles: Vec<Article> =
        loaded.articles.iter().map(|it| Article::clone(&it.article)).collect();
    // An odd text would be taken for another language and passed over.
    for article in &mut articles {
        article.metadata.language = Some(Known::stated("en".to_owned(), ""));
    }
    articles
}

/// What a script of twenty lines would look for: numbers near words of harm, and words of a position.
fn patterns() -> Vec<Regex> {
    let number = r"(?:\d{1,3}(?:,\d{3})+|\d+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";
    let killed = r"(?:killed|dead|died|slain|murdered|shot dead|fatalit\w+|deaths)";
    let injured = "(?:injured|wounded|hurt|injuries)";
    let all = [
        format!(r"\b{number}\b[^.;]{{0,60}}?\b{killed}\b"),
        format!(r"\b{number}\b[^.;]{{0,60}}?\b{injured}\b"),
        format!(r"\b(?:killed|killing|kill|kills)\b (?:[a-z]+ ){{0,3}}?{number}\b"),
        format!(r"\b(?:injured|injuring|wounded|wounding)\b (?:[a-z]+ ){{0,3}}?{number}\b"),
        r"\b(?:condemn\w*|denounc\w*|critici[sz]\w*|accus\w*|blam\w*|deplor\w*|slam\w*|decried)\b".to_owned(),
        r"\b(?:prais\w*|endors\w*|support\w*|welcom\w*|applaud\w*|back(?:s|ed)|defend\w*|hail\w*)\b".to_owned(),
        r"\b(?:mediat\w*|broker\w*)\b".to_owned(),
    ];
    // Plain letters are all it knows, which is faster.
    let plain = |it: &String| {
        it.replace(r"\b", r"(?-u:\b)").replace(r"\w", "[a-z]").replace(r"\d", "[0-9]")
    };
    all.iter().map(|it| Regex::new(&format!("(?i){}", plain(it))).expect("a pattern")).collect()
}

fn best(runs: usize, mut run: impl FnMut() -> usize) -> (usize, Duration) {
    let mut found = 0;
    let time = (0..runs).map(|_| {
        let start = Instant::now();
        found = run();
        start.elapsed()
    });
    let time = time.min().unwrap_or_default();
    (found, time)
}

fn print(name: &str, bytes: usize, (found, time): (usize, Duration)) {
    let megabytes = bytes as f64 / 1e6;
    let speed = megabytes / time.as_secs_f64();
    println!("{name}: {megabytes:.1} MB, {found} suggestions, {time:.2?}, {speed:.1} MB/s");
}

fn main() {
    let search = |it: &Article| suggest(it, Gazetteer::bundled(), &Context::default()).len();
    let mut dice = Dice(7);
    let reports = articles((0..REPORTS).map(|_| dice.report()));
    let bytes = reports.iter().map(|it| it.text.len()).sum();
    let one = best(3, || reports.iter().map(search).sum());
    print("reports, one thread", bytes, one);
    let patterns = patterns();
    let matches = |it: &Article| -> usize {
        patterns.iter().map(|pattern| pattern.find_iter(&it.text).count()).sum()
    };
    let plain = best(3, || reports.iter().map(matches).sum());
    print("reports, patterns alone, one thread", bytes, plain);
    println!("a search takes {:.1} times that", one.1.as_secs_f64() / plain.1.as_secs_f64());
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().expect("two threads");
    let both = || pool.install(|| reports.par_iter().map(search).sum());
    print("reports, two threads", bytes, best(3, both));

    let odd = [
        ("one line", "The ministry said 12 people were killed and Norway condemned it ".to_owned()),
        ("no spaces", "killed12people".to_owned()),
        ("all digits", "7".to_owned()),
        ("digits apart", "7 ".to_owned()),
        ("digits and commas", "7,".to_owned()),
        ("no full stop", dice.report().replace(['.', '\n'], " ")),
        ("mixed scripts", "killed 5 людей в Баку հինգ ხუთი 死者 חמישה ".to_owned()),
        ("quotation marks", "“said ".to_owned()),
        ("names", "France, Chad and Norway ".to_owned()),
        ("harm alone", "killed wounded ".to_owned()),
        ("positions alone", "condemned urged ceasefire must stop ".to_owned()),
        ("short sentences", "Norway said 5 died. ".to_owned()),
        ("short lines", "At least 5 dead\n\n".to_owned()),
        ("numbers in one sentence", "12 killed, ".to_owned()),
        ("names in one sentence", "Kari Berg, ".to_owned()),
        ("one claim over and over", "12 killed, said Norway, 12 killed, said Chad, ".to_owned()),
        ("days", "on Tuesday evening ".to_owned()),
        ("years", "in 2014 the 2014 war ".to_owned()),
        ("sides", "on the side among ".to_owned()),
        ("parts", "including two of them ".to_owned()),
    ];
    for (name, unit) in odd {
        // Twice the text takes twice the time if nothing is quadratic.
        for size in [2_500_000, 5_000_000] {
            let text = unit.repeat(size / unit.len());
            let all = articles([text]);
            let bytes = all.iter().map(|it| it.text.len()).sum();
            print(name, bytes, best(1, || all.iter().map(search).sum()));
        }
    }
}
