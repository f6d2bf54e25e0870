//! How long it takes to search 10,000 reports of about three kilobytes in five languages: rare and common words, whole
//! words, expressions, and expressions that are made to be slow.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops by panicking and prints what it measured"
)]

use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use kbworkbench::corpus::search::{Pattern, Query, search};
use kbworkbench::corpus::{Article, Progress, load};
use kbworkbench::files::memory::MemoryDisk;

const REPORTS: usize = 10_000;
const MOST: usize = 10_000;

const ENGLISH: &[&str] = &[
    "The health ministry said at least 12 people were killed and 40 wounded in the blast. ",
    "Norway’s foreign minister condemned the attack on the port and called for a cease-fire. ",
    "“Four police officers and two civilians are dead,” the mayor, Kari Berg, told reporters. ",
    "The rebels – backed by their neighbours – took 60 positions along the river on Tuesday. ",
    "She did not answer questions about the road, which has been closed since March 2019. ",
    "It is the second largest producer of copper in the region, with mines in four provinces. ",
    "They are to open a school for three hundred children in the old town by the end of May. ",
    "The price of bread and the new bridge have been talked about for years, residents say. ",
];
const RUSSIAN: &[&str] = &[
    "По данным министерства здравоохранения, не менее 12 человек убиты и 40 ранены. ",
    "Министр иностранных дел осудил нападение и призвал к немедленному прекращению огня. ",
    "«Дорога закрыта с марта 2019 года», — сообщил журналистам мэр города Степан Орлов. ",
];
const ARMENIAN: &[&str] = &[
    "Առողջապահության նախարարության տվյալներով՝ զոհվել է առնվազն 12 մարդ, 40-ը վիրավոր է։ ",
    "«Ճանապարհը փակ է 2019 թվականի մարտից»,— լրագրողներին ասաց քաղաքապետը։ ",
];
const FRENCH: &[&str] = &[
    "Au moins 12 personnes ont été tuées et 40 blessées, a annoncé l’hôpital de la ville. ",
    "Le ministre a condamné l’attaque et appelé à un cessez-le-feu immédiat, mardi soir. ",
];
const AZERBAIJANI: &[&str] = &[
    "Səhiyyə Nazirliyinin məlumatına görə, ən azı 12 nəfər həlak olub, 40 nəfər yaralanıb. ",
    "Xarici işlər naziri İlqar Əliyev hücumu pislədi və atəşkəsə çağırdı. ",
];
const LANGUAGES: [&[&str]; 8] =
    [ENGLISH, ENGLISH, ENGLISH, ENGLISH, RUSSIAN, ARMENIAN, FRENCH, AZERBAIJANI];

/// Numbers that follow from a seed alone.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn report(&mut self, number: usize) -> String {
        let sentences = LANGUAGES[number % LANGUAGES.len()];
        let mut text = String::new();
        while text.len() < 3_000 {
            text += sentences[self.below(sentences.len())];
            if self.below(4) == 0 {
                text += "\n\n";
            }
        }
        if number.is_multiple_of(500) {
            text += "Both sides exchanged prisoners near Vardenis.\n";
        }
        text
    }
}

fn articles() -> Vec<Arc<Article>> {
    let (disk, mut dice) = (MemoryDisk::new(), Dice(7));
    for number in 0..REPORTS {
        disk.add(format!("/texts/{number}.txt"), dice.report(number));
    }
    let loaded = load(&disk, &[PathBuf::from("/texts")], &Progress::new());
    loaded.articles.into_iter().map(|it| it.article).collect()
}

/// Whole words, as an expression, words one a line.
const QUERIES: [(bool, bool, &str); 4] = [
    (
        false,
        false,
        "vardenis\nstepanakert\nkilled\nthe\ne\nat least 12\ncease-fire\nпризвал\nи\nզոհվել",
    ),
    (true, false, "vardenis\nkilled\nkill\nthe\na\n12\nпризвал\nи\nէ"),
    (
        false,
        true,
        "vardenis|prisoners\n\\bkilled\\b\n\\bthe\\b\n^the .*$\n\\d+ (people|человек)\n\\d+\n[а-я]+\n\
         \\w+\nx*\n(\\w+\\s+){0,5}zzz\n[^q]*q\n(.*a.*){3}b",
    ),
    (true, true, "kill(ed)?\nkill|killed\n\\d+\nт[а-я]+"),
];

fn reports(criterion: &mut Criterion) {
    let articles = articles();
    let mut group = criterion.benchmark_group("search 10000 articles");
    group.sample_size(10);
    group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    for (whole_word, regex, lines) in QUERIES {
        let kind = match (whole_word, regex) {
            (false, false) => "plain",
            (true, false) => "whole word",
            (false, true) => "expression",
            (true, true) => "whole-word expression",
        };
        for words in lines.lines() {
            let query = Query { words: words.to_owned(), whole_word, regex, match_case: false };
            let pattern = Pattern::new(&query).expect("it is sound").expect("it asks");
            let found = search(&articles, &pattern, MOST, &|| false);
            println!("{} hits in {} articles", found.total, found.articles_with_hits);
            group.bench_function(format!("{kind}, {words}"), |bencher| {
                bencher.iter(|| black_box(search(&articles, &pattern, MOST, &|| false)));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, reports);
criterion_main!(benches);
