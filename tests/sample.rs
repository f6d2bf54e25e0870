//! The bundled sample: what of the field it shows, that every figure stands in its sentence, and what is known of its
//! articles.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use expect_test::expect;
use kbworkbench::base::words::{Measure, Outcome, PassageRole, Qualifier};
use kbworkbench::base::{Zone, words};
use kbworkbench::corpus::{Known, Progress, load};
use kbworkbench::files::Disk as _;
use kbworkbench::files::memory::MemoryDisk;
use kbworkbench::project::{
    Binding, Claim, Project, Severity, Stamp, State, bind, check, invariants, sample,
};
use kbworkbench::views::chart::ChartRequest;
use kbworkbench::views::matrix::{MatrixRequest, Unfolded};
use kbworkbench::views::{chart, matrix};

fn make(disk: &MemoryDisk) -> Project {
    let stamp = Stamp::new("AB", jiff::Timestamp::UNIX_EPOCH);
    sample::make(disk, Path::new("/demo"), &stamp).unwrap()
}

fn bound(disk: &MemoryDisk, state: &State) -> Binding {
    let folder = PathBuf::from("/demo").join(sample::ARTICLES);
    let loaded = load(disk, &[folder], &Progress::new());
    assert_eq!(loaded.warnings, []);
    let root = *state.roots().keys().next().unwrap();
    let loaded: Vec<_> = loaded.articles.into_iter().map(|it| (root, it.article)).collect();
    bind(state, &loaded)
}

fn claims(state: &State) -> impl Iterator<Item = (&Claim, &str)> {
    state.annotations().values().filter_map(|it| Some((it.claim()?, it.main()?.sentence.as_str())))
}

#[test]
fn the_sample_shows_what_the_field_is_about() {
    let project = make(&MemoryDisk::new());
    let state = project.state();
    let stances = || state.annotations().values().filter_map(|it| it.stance());
    assert!(40 <= claims(state).count() && 40 <= stances().count());
    let incidents: BTreeSet<_> = claims(state).filter_map(|(it, _)| it.incident).collect();
    assert!(2 <= incidents.len());
    assert!(claims(state).any(|(it, _)| it.part_of.is_some() && it.measure == Measure::Part));
    assert!(claims(state).any(|(it, _)| it.as_of.is_none()), "a claim without a time of its own");
    assert!(claims(state).any(|(it, _)| it.side.is_none()), "a claim without a side");
    assert!(stances().any(|it| it.past), "a past stance");
    let mut passages = state.annotations().values().flat_map(|it| &it.passages);
    assert!(passages.any(|it| it.role == PassageRole::Repeat), "a repeat");

    let incident = state.incident_named("the offensive").map(|it| it.id);
    let killed = chart(state, &ChartRequest { incident, ..ChartRequest::default() });
    let mut lines = killed.panels.iter().flat_map(|it| &it.lines);
    assert!(lines.any(|it| it.claimant == "Karabakh ombudsman" && 3 <= it.marks.len()), "updates");
    let request = ChartRequest { incident, outcome: Outcome::Displaced, ..ChartRequest::default() };
    let displaced = chart(state, &request);
    let disputes = displaced.panels.iter().flat_map(|it| &it.disputes);
    let words: BTreeSet<_> = disputes.map(|it| it.words.as_str()).collect();
    expect![[r#"
        {}
    "#]]
    .assert_debug_eq(&words);
    let request = MatrixRequest { incident, unfolded: Unfolded::None, ..MatrixRequest::default() };
    let rows = matrix(state, &request).rows;
    let mixed = rows.iter().filter(|row| row.cells.iter().any(|cell| cell.mixed));
    let mixed: Vec<_> = mixed.map(|row| row.name.as_str()).collect();
    assert_eq!(mixed, ["Russia"]);
}

#[test]
fn every_figure_stands_in_its_sentence() {
    let project = make(&MemoryDisk::new());
    for (claim, sentence) in claims(project.state()) {
        assert!(
            !claim.figure.is_empty() && sentence.contains(&claim.figure),
            "{claim:?} {sentence}"
        );
        if claim.qualifier == Qualifier::Vague {
            continue;
        }
        for number in [Some(claim.low), claim.high].into_iter().flatten() {
            let printed = printed(&claim.figure);
            assert!(printed.contains(&number), "{number} in “{}”: {printed:?}", claim.figure);
        }
    }
}

/// The numbers that a figure prints, in digits or as a word.
fn printed(figure: &str) -> Vec<u64> {
    const WORDS: &[(&str, u64)] = &[
        ("one", 1),
        ("two", 2),
        ("deux", 2),
        ("двух", 2),
        ("trois", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("sept", 7),
        ("trentaine", 30),
    ];
    let joined = figure.replace([',', '\u{a0}', '\u{202f}'], "").replace("10 000", "10000");
    let words = joined.split(|it: char| !it.is_alphanumeric());
    let number = |word: &str| {
        let named = WORDS.iter().find(|(name, _)| *name == word.to_lowercase());
        word.parse().ok().or(named.map(|(_, number)| *number))
    };
    words.filter_map(number).collect()
}

#[test]
fn nothing_in_the_sample_needs_review() {
    let disk = MemoryDisk::new();
    let project = make(&disk);
    let state = project.state();
    assert_eq!(invariants(state), Vec::<String>::new());
    let findings = check(state, Some(&bound(&disk, state)));
    let review = findings.iter().filter(|it| it.severity == Severity::NeedsReview);
    assert_eq!(review.map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn the_sample_made_twice_is_the_same_to_the_byte() {
    let file = Path::new("/demo").join(sample::PROJECT);
    let (one, two) = (MemoryDisk::new(), MemoryDisk::new());
    make(&one);
    make(&two);
    assert_eq!(one.paths(), two.paths());
    for path in one.paths() {
        assert_eq!(one.read(&path).unwrap(), two.read(&path).unwrap());
    }
    let first = one.read(&file).unwrap();
    make(&one);
    assert_eq!(one.read(&file).unwrap(), first, "made over itself");
}

#[test]
fn what_is_known_of_each_article() {
    fn shown(known: &Option<Known<String>>) -> String {
        let Some(known) = known else { return "-".to_owned() };
        format!("{} ({})", known.value, known.from.word())
    }
    let disk = MemoryDisk::new();
    let project = make(&disk);
    let mut table = String::new();
    for article in project.state().articles().values() {
        let it = &article.metadata;
        let published = it.published.as_ref().map_or("-".to_owned(), |it| {
            let zone = match it.value.zone {
                Zone::Assumed => String::new(),
                Zone::Stated(offset) => format!(" {offset}"),
            };
            let precision: words::Precision = it.value.precision;
            format!("{}{zone} {} ({})", it.value.start, precision.word(), it.from.word())
        });
        table += &format!(
            "{}\n  {}\n  {} | {} | {} | {} | {}\n",
            article.path,
            shown(&it.title),
            shown(&it.outlet),
            shown(&it.agency),
            shown(&it.author),
            published,
            shown(&it.language),
        );
    }
    expect![[r#"
        01-meridian-wire-baku-demands-surrender.txt
          Baku demands surrender as Karabakh counts at least 25 dead (guessed)
          Meridian Wire (guessed) | Meridian Wire (stated) | - | 2023-09-19T21:12:00 minute (stated) | en (guessed)
        02-tribune-du-soir-azerbaijan-opens-fire.txt
          Azerbaijan opens fire on Nagorno-Karabakh, Yerevan denounces an “aggression” (guessed)
          Tribune du Soir (stated) | Meridian Wire (stated) | - | 2023-09-19T14:39:00 minute (stated) | en (guessed)
        03-canal-info-what-we-know.txt
          Nagorno-Karabakh: what we know about the operation (guessed)
          Canal Info (stated) | - | - | - | en (guessed)
        04-south-caucasus-notes-a-day-of-war.txt
          Karabakh: a day of war, then an agreement – 19-20/09/23 (guessed)
          - | - | - | 2023-09-19T00:00:00 span (guessed) | en (guessed)
        05-continental-corridors-offered.txt
          Corridors offered to a population that does not trust them (guessed)
          CONTINENTAL (guessed) | - | - | - | en (guessed)
        06-northern-ledger-ombudsman-counts-25.txt
          Karabakh ombudsman counts 25 dead after first day of fighting (guessed)
          Northern Ledger (guessed) | Meridian Wire (stated) | - | 2023-09-20T07:10:00 minute (stated) | en (guessed)
        07-danube-chronicle-at-least-25-dead.txt
          At least 25 dead in Karabakh, ombudsman says (guessed)
          DANUBE CHRONICLE (guessed) | Meridian Wire (stated) | - | 2023-09-21T06:30:00 minute (stated) | en (guessed)
        08-evening-lantern-shelling-through-the-night.html
          Shelling through the night as Karabakh toll rises (stated)
          The Evening Lantern (stated) | - | Ruth Hallam (stated) | 2023-09-20T04:50:00 +04:00 minute (stated) | en (stated)
        09-relais-des-deux-rives-une-nuit-de-tirs.txt
          Haut-Karabakh : une nuit de tirs, une trentaine de morts (guessed)
          Le Relais des Deux Rives (guessed) | Meridian Wire (stated) | Élise Vauquelin (stated) | 2023-09-20T08:40:00 minute (stated) | fr (guessed)
        10-yuzhny-vestnik-ogon-prekrashchen.txt
          Огонь в Карабахе прекращён при посредничестве миротворцев (guessed)
          Южный вестник (guessed) | - | - | 2023-09-20T20:40:00 minute (stated) | ru (guessed)
        11-dzori-lurer-arnvazn-200-zoh.txt
          Ստեփանյան. առնվազն 200 զոհ և 400-ից ավելի վիրավոր (guessed)
          Ձորի լուրեր (guessed) | - | - | 2023-09-20T22:05:00 minute (stated) | hy (guessed)
        12-harbour-gazette-guns-fall-silent.txt
          Guns fall silent in Karabakh a day after they opened (guessed)
          HARBOUR GAZETTE (guessed) | - | Leyla Moreau (stated) | 2023-09-20T15:30:00 minute (stated) | en (guessed)
        13-meridian-wire-two-counts.txt
          Two counts of the evacuated as Karabakh talks open (guessed)
          Meridian Wire (guessed) | Meridian Wire (stated) | - | 2023-09-21T11:20:00 minute (stated) | en (guessed)
        14-longitude-review-three-wars-one-road.md
          Three wars, one road (stated)
          Longitude Review (stated) | - | Tomas Brandl (stated) | 2023-09-22T00:00:00 day (stated) | en (guessed)
    "#]].assert_eq(&table);
}
