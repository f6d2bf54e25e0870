//! Whatever is done can be taken back, byte for byte, and done again; a refused edit changes nothing.
//!
//! Edits are drawn at random over a small project, sensible ones and senseless ones alike. [`each_kind`] names every
//! variant, so that a new one does not compile until it is drawn here too.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking"
)]

use std::cell::RefCell;
use std::sync::Arc;

use jiff::Timestamp;
use kbworkbench::base::words::*;
use kbworkbench::base::{
    ActorId, AnnotationId, ArticleId, CodeId, DismissalId, IdMint, IncidentId, Offset, RootId,
    Unknown, When, Zone,
};
use kbworkbench::corpus::{Hash, Known, Metadata};
use kbworkbench::project::{
    About, Actor, ActorField, Annotation, ArticleField, Body, Change, Changed, ClaimField,
    Claimant, Code, CodeField, Dismissal, Edit, Incident, IncidentField, Named, Note, Project,
    Record, RecordId, Root, Side, Stamp, StanceField, State, Step, Suggested, Target, apply,
    invariants, notation, read, write,
};
use kbworkbench::views::reader::Places;
use kbworkbench::views::{ArticleRow, Counts, articles};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

/// A stream of numbers from which an edit is made; all zeros once it runs out.
struct Draw<'a> {
    numbers: std::slice::Iter<'a, u16>,
    mint: &'a mut IdMint,
}

impl Draw<'_> {
    fn below(&mut self, end: usize) -> usize {
        usize::from(self.numbers.next().copied().unwrap_or_default()) % end.max(1)
    }

    fn yes(&mut self) -> bool {
        self.below(2) == 1
    }

    fn of<T: Clone>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())].clone()
    }

    fn word(&mut self) -> String {
        self.of(&["", "é", "the north", "A", "25 “dead”\n", "x"]).to_owned()
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.yes() { Some(make(self)) } else { None }
    }

    fn unknown(&mut self) -> Unknown {
        let mut map = serde_json::Map::new();
        if self.below(4) == 0 {
            map.insert(format!("x{}", self.below(3)), serde_json::json!({ "a": [self.below(9)] }));
        }
        map.into()
    }

    /// An id of the table, or now and then one that is not there.
    fn id<K: Copy, V>(
        &mut self,
        table: &kbworkbench::project::Table<K, V>,
        mint: impl FnOnce(&mut IdMint) -> K,
    ) -> K {
        let at = self.below(table.len() + 1);
        table.get_index(at).map_or_else(|| mint(self.mint), |(id, _)| *id)
    }

    fn actor(&mut self, state: &State) -> ActorId {
        self.id(state.actors(), ActorId::mint)
    }

    fn incident(&mut self, state: &State) -> IncidentId {
        self.id(state.incidents(), IncidentId::mint)
    }

    fn code(&mut self, state: &State) -> CodeId {
        self.id(state.codes(), CodeId::mint)
    }

    fn article(&mut self, state: &State) -> ArticleId {
        self.id(state.articles(), ArticleId::mint)
    }

    fn annotation(&mut self, state: &State) -> AnnotationId {
        self.id(state.annotations(), AnnotationId::mint)
    }

    /// An annotation that the edit can be meant for, mostly.
    fn annotation_with(&mut self, state: &State, fits: impl Fn(&Body) -> bool) -> AnnotationId {
        let fitting = state.annotations().values().filter(|it| fits(&it.body));
        let fitting: Vec<_> = fitting.map(|it| it.id).collect();
        if fitting.is_empty() || self.below(8) == 0 {
            return self.annotation(state);
        }
        self.of(&fitting)
    }

    fn when(&mut self) -> When {
        let start = jiff::civil::date(2023, 9, 1 + self.below(28) as i8).at(20, 30, 0, 0);
        let precision = self.of(Precision::ALL);
        let mut when = When::new(start, precision, self.of(TimeSource::ALL), &self.word());
        if self.below(8) == 0 {
            std::mem::swap(&mut when.start, &mut when.end);
        }
        when.unknown = self.unknown();
        let offset = Offset(self.of(&[240, -210, 0, 5000]));
        if self.yes() { when.in_zone(Zone::Stated(offset)) } else { when }
    }

    fn named(&mut self, state: &State) -> Named {
        Named {
            actor: self.maybe(|it| it.actor(state)),
            words: self.word(),
            unknown: self.unknown(),
        }
    }

    fn side(&mut self, state: &State) -> Side {
        let Named { actor, words, unknown } = self.named(state);
        Side { actor, words, basis: self.of(Basis::ALL), unknown }
    }

    fn claimant(&mut self, state: &State) -> Claimant {
        let Named { actor, words, unknown } = self.named(state);
        let (speech, via) = (self.of(Speech::ALL), self.maybe(|it| it.named(state)));
        Claimant { actor, words, speech, via, unknown }
    }

    fn target(&mut self, state: &State) -> Target {
        let about = match self.below(4) {
            0 => None,
            1 => Some(About::Actor(self.actor(state))),
            2 => Some(About::Incident(self.incident(state))),
            _ => Some(About::Topic(self.word())),
        };
        Target { about, words: self.word(), unknown: self.unknown() }
    }

    fn passage(&mut self, state: &State) -> kbworkbench::project::Passage {
        let held: Vec<_> = state.annotations().values().flat_map(|it| &it.passages).collect();
        let mut passage = if held.is_empty() {
            let json = serde_json::json!({
                "role": "main", "article": ArticleId::mint(self.mint), "start": 0, "end": 1,
                "quote": "a", "sentence": "a", "text_hash": Hash::of(b"a"),
            });
            serde_json::from_value(json).unwrap()
        } else {
            (*self.of(&held)).clone()
        };
        passage.role = self.of(PassageRole::ALL);
        passage.unknown = self.unknown();
        if self.below(8) == 0 {
            passage.end.0 = 0;
        }
        if self.yes() {
            passage.article = self.article(state);
        }
        passage
    }

    fn body(&mut self, state: &State) -> Body {
        let held: Vec<_> = state.annotations().values().map(|it| it.body.clone()).collect();
        let mut body = if held.is_empty() { Body::Note(Note::default()) } else { self.of(&held) };
        match &mut body {
            Body::Claim(claim) => {
                claim.low = self.below(9) as u64;
                claim.side = self.side(state);
                claim.claimant = self.claimant(state);
                claim.part_of = self.maybe(|it| it.annotation(state));
                claim.supersedes = self.maybe(|it| it.annotation(state));
                claim.as_of = self.maybe(|it| it.when());
                claim.incident = self.maybe(|it| it.incident(state));
                claim.unknown = self.unknown();
            }
            Body::Stance(stance) => {
                stance.actor = self.named(state);
                stance.target = self.target(state);
                stance.when = self.maybe(|it| it.when());
                stance.incident = self.maybe(|it| it.incident(state));
                stance.unknown = self.unknown();
            }
            Body::Note(note) => {
                note.codes = vec![self.code(state)];
                note.unknown = self.unknown();
            }
        }
        body
    }

    fn metadata(&mut self) -> Metadata {
        Metadata {
            title: self.maybe(|it| Known::guessed(it.word(), "a guess")),
            published: self.maybe(|it| Known::stated(it.when(), "")),
            unknown: self.unknown(),
            ..Metadata::default()
        }
    }

    fn record(&mut self, state: &State) -> Record {
        // A known id now and then, which an addition must refuse.
        let again = self.below(8) == 0;
        match self.below(7) {
            0 => Record::Root(Root {
                id: if again {
                    self.id(state.roots(), RootId::mint)
                } else {
                    RootId::mint(self.mint)
                },
                path: self.word(),
                unknown: self.unknown(),
            }),
            1 => Record::Article(Box::new(kbworkbench::project::ArticleRecord {
                id: if again { self.article(state) } else { ArticleId::mint(self.mint) },
                root: self.id(state.roots(), RootId::mint),
                path: self
                    .of(&["a.txt", "b/c.txt", "../d.txt", "/e.txt", "f/../../g.txt", ""])
                    .into(),
                text_hash: Hash::of(b"text"),
                file_hash: Hash::of(b"file"),
                extractor: 1,
                length: self.below(100),
                metadata: self.metadata(),
                excluded: self.yes(),
                reviewed: self.yes(),
                unknown: self.unknown(),
            })),
            2 => Record::Actor(Actor {
                id: if again { self.actor(state) } else { ActorId::mint(self.mint) },
                name: self.word(),
                aliases: vec![self.word()],
                kind: self.of(ActorKind::ALL),
                people: self.word(),
                belongs_to: self.maybe(|it| it.actor(state)),
                colour: 3,
                memo: self.word(),
                unknown: self.unknown(),
            }),
            3 => Record::Incident(Incident {
                id: if again { self.incident(state) } else { IncidentId::mint(self.mint) },
                name: self.word(),
                aliases: vec![],
                when: self.maybe(|it| it.when()),
                place: self.word(),
                part_of: self.maybe(|it| it.incident(state)),
                memo: self.word(),
                unknown: self.unknown(),
            }),
            4 => Record::Code(Code {
                id: if again { self.code(state) } else { CodeId::mint(self.mint) },
                name: self.word(),
                parent: self.maybe(|it| it.code(state)),
                colour: 3,
                memo: self.word(),
                unknown: self.unknown(),
            }),
            5 => Record::Annotation(Arc::new(Annotation {
                id: if again { self.annotation(state) } else { AnnotationId::mint(self.mint) },
                body: self.body(state),
                passages: {
                    let mut passages: Vec<_> =
                        (0..self.below(3)).map(|_| self.passage(state)).collect();
                    passages.iter_mut().take(1).for_each(|it| it.role = PassageRole::Main);
                    passages
                },
                memo: self.word(),
                made: stamp(),
                changed: None,
                suggested: self.maybe(|it| Suggested {
                    unknown: it.unknown(),
                    ..Suggested::new("rule", it.of(&[0.5, 0.9, 0.1, f32::NAN, 2.0]))
                }),
                unknown: self.unknown(),
            })),
            _ => Record::Dismissal(Dismissal {
                id: if again {
                    self.id(state.dismissals(), DismissalId::mint)
                } else {
                    DismissalId::mint(self.mint)
                },
                article: self.article(state),
                quote: self.word(),
                content: self.word(),
                unknown: self.unknown(),
            }),
        }
    }

    fn record_id(&mut self, state: &State) -> RecordId {
        match self.below(7) {
            0 => RecordId::Root(self.id(state.roots(), RootId::mint)),
            1 => RecordId::Article(self.article(state)),
            2 => RecordId::Actor(self.actor(state)),
            3 => RecordId::Incident(self.incident(state)),
            4 => RecordId::Code(self.code(state)),
            5 => RecordId::Annotation(self.annotation(state)),
            _ => RecordId::Dismissal(self.id(state.dismissals(), DismissalId::mint)),
        }
    }

    /// A change as a damaged or hostile journal might hold it.
    fn change(&mut self, state: &State) -> Change {
        match self.below(6) {
            0 => Change::Name(self.word()),
            1 => Change::Zone(Offset(self.of(&[60, 5000]))),
            2 | 3 => Change::Take(self.record_id(state)),
            _ => Change::Put { place: self.below(5), record: self.record(state) },
        }
    }

    fn edits(&mut self, state: &State) -> Vec<Edit> {
        (0..self.below(6)).map(|_| self.edit(state)).collect()
    }

    fn edit(&mut self, state: &State) -> Edit {
        let kinds = each_kind(None);
        let kind = self.below(kinds);
        match kind {
            0 => Edit::RenameProject(self.word()),
            1 => Edit::SetZone(Offset(self.of(&[0, 240, -330, 2000]))),
            2 => Edit::Add(self.record(state)),
            3 => Edit::Delete(self.record_id(state)),
            4 => Edit::MoveRoot { root: self.id(state.roots(), RootId::mint), path: self.word() },
            5 => {
                let text = self.maybe(|it| it.word());
                let to = match self.below(11) {
                    0 => ArticleField::Title(text),
                    1 => ArticleField::Outlet(text),
                    2 => ArticleField::Agency(text),
                    3 => ArticleField::Author(text),
                    4 => ArticleField::Url(text),
                    5 => ArticleField::Language(text),
                    6 => ArticleField::Published(self.maybe(|it| it.when())),
                    7 => ArticleField::Excluded(self.yes()),
                    8 => ArticleField::Reviewed(self.yes()),
                    9 => ArticleField::Path(self.of(&["n.txt", "../n.txt"]).into()),
                    _ => ArticleField::Version {
                        text_hash: Hash::of(b"new"),
                        file_hash: Hash::of(b"new file"),
                        extractor: 2,
                        length: 9,
                        metadata: Box::new(self.metadata()),
                    },
                };
                Edit::SetArticle { article: self.article(state), to }
            }
            6 => {
                let to = match self.below(7) {
                    0 => ActorField::Name(self.word()),
                    1 => ActorField::Aliases(vec![self.word()]),
                    2 => ActorField::Kind(self.of(ActorKind::ALL)),
                    3 => ActorField::People(self.word()),
                    4 => ActorField::BelongsTo(self.maybe(|it| it.actor(state))),
                    5 => ActorField::Colour(7),
                    _ => ActorField::Memo(self.word()),
                };
                Edit::SetActor { actor: self.actor(state), to }
            }
            7 => {
                let to = match self.below(6) {
                    0 => IncidentField::Name(self.word()),
                    1 => IncidentField::Aliases(vec![self.word()]),
                    2 => IncidentField::When(self.maybe(|it| it.when())),
                    3 => IncidentField::Place(self.word()),
                    4 => IncidentField::PartOf(self.maybe(|it| it.incident(state))),
                    _ => IncidentField::Memo(self.word()),
                };
                Edit::SetIncident { incident: self.incident(state), to }
            }
            8 => {
                let to = match self.below(4) {
                    0 => CodeField::Name(self.word()),
                    1 => CodeField::Parent(self.maybe(|it| it.code(state))),
                    2 => CodeField::Colour(7),
                    _ => CodeField::Memo(self.word()),
                };
                Edit::SetCode { code: self.code(state), to }
            }
            9 => Edit::MergeActors { from: self.actor(state), into: self.actor(state) },
            10 => Edit::MergeIncidents { from: self.incident(state), into: self.incident(state) },
            11 => Edit::MergeCodes { from: self.code(state), into: self.code(state) },
            12 => {
                let annotation = self.annotation_with(state, |it| matches!(it, Body::Claim(_)));
                Edit::SetClaim { annotation, to: self.claim_field(state) }
            }
            13 => {
                let annotation = self.annotation_with(state, |it| matches!(it, Body::Stance(_)));
                Edit::SetStance { annotation, to: self.stance_field(state) }
            }
            14 => {
                let annotation = self.annotation_with(state, |it| matches!(it, Body::Note(_)));
                Edit::SetCodes { annotation, codes: vec![self.code(state), self.code(state)] }
            }
            15 => Edit::SetMemo { annotation: self.annotation(state), memo: self.word() },
            16 => Edit::Attach { annotation: self.annotation(state), passage: self.passage(state) },
            17 => Edit::Detach { annotation: self.annotation(state), passage: self.below(3) },
            18 => Edit::SetPassage {
                annotation: self.annotation(state),
                passage: self.below(3),
                to: self.passage(state),
            },
            19 => Edit::Batch { label: self.word(), edits: self.edits(state) },
            _ => Edit::Restore {
                label: self.word(),
                changes: vec![Change::Name(self.word()), Change::Zone(Offset(60))],
            },
        }
    }

    fn claim_field(&mut self, state: &State) -> ClaimField {
        match self.below(15) {
            0 => ClaimField::Outcome(self.of(Outcome::ALL)),
            1 => ClaimField::Figure {
                low: self.below(9) as u64,
                high: self.maybe(|it| it.below(9) as u64),
                qualifier: self.of(Qualifier::ALL),
                words: self.word(),
            },
            2 => ClaimField::Role(self.of(Role::ALL)),
            3 => ClaimField::Demographic(self.of(Demographic::ALL)),
            4 => ClaimField::Side(self.side(state)),
            5 => ClaimField::Claimant(self.claimant(state)),
            6 => ClaimField::Measure(self.of(Measure::ALL)),
            7 => ClaimField::PartOf(self.maybe(|it| it.annotation(state))),
            8 => ClaimField::Supersedes(self.maybe(|it| it.annotation(state))),
            9 => ClaimField::AsOf(self.maybe(|it| it.when())),
            10 => ClaimField::Incident(self.maybe(|it| it.incident(state))),
            11 => ClaimField::Place(self.word()),
            12 => ClaimField::Reliability(self.of(Reliability::ALL)),
            13 => ClaimField::Credibility(self.of(Credibility::ALL)),
            _ => match self.body(state) {
                Body::Claim(claim) => ClaimField::All(claim),
                Body::Stance(_) | Body::Note(_) => {
                    ClaimField::Status { status: self.of(Status::ALL), reason: self.word() }
                }
            },
        }
    }

    fn stance_field(&mut self, state: &State) -> StanceField {
        match self.below(8) {
            0 => StanceField::Actor(self.named(state)),
            1 => StanceField::Position(self.of(Position::ALL)),
            2 => StanceField::Target(self.target(state)),
            3 => StanceField::Incident(self.maybe(|it| it.incident(state))),
            4 => StanceField::When(self.maybe(|it| it.when())),
            5 => StanceField::Past(self.yes()),
            6 => StanceField::Speech(self.of(Speech::ALL)),
            _ => match self.body(state) {
                Body::Stance(stance) => StanceField::All(stance),
                Body::Claim(_) | Body::Note(_) => StanceField::Reason(self.word()),
            },
        }
    }
}

/// The place of an edit's kind in [`Draw::edit`]; for none, how many kinds there are.
fn each_kind(edit: Option<&Edit>) -> usize {
    let Some(edit) = edit else { return 21 };
    match edit {
        Edit::RenameProject(_) => 0,
        Edit::SetZone(_) => 1,
        Edit::Add(_) => 2,
        Edit::Delete(_) => 3,
        Edit::MoveRoot { .. } => 4,
        Edit::SetArticle { .. } => 5,
        Edit::SetActor { .. } => 6,
        Edit::SetIncident { .. } => 7,
        Edit::SetCode { .. } => 8,
        Edit::MergeActors { .. } => 9,
        Edit::MergeIncidents { .. } => 10,
        Edit::MergeCodes { .. } => 11,
        Edit::SetClaim { .. } => 12,
        Edit::SetStance { .. } => 13,
        Edit::SetCodes { .. } => 14,
        Edit::SetMemo { .. } => 15,
        Edit::Attach { .. } => 16,
        Edit::Detach { .. } => 17,
        Edit::SetPassage { .. } => 18,
        Edit::Batch { .. } => 19,
        Edit::Restore { .. } => 20,
    }
}

fn stamp() -> Stamp {
    Stamp::new("AB", Timestamp::UNIX_EPOCH)
}

fn start() -> (Vec<u8>, IdMint) {
    let state = notation::state(include_str!("projects/case.txt")).unwrap();
    (write(&state), IdMint::seeded("undo"))
}

/// What is kept of a state beside it, as the window keeps it: brought up to date after each step, it is as if made anew.
struct Kept {
    places: Places,
    rows: Vec<ArticleRow>,
}

impl Kept {
    fn new(state: &State) -> Self {
        let places = Places::new(state);
        Self { rows: articles(state, &places), places }
    }

    fn follow(&mut self, state: &State, changed: &Changed) -> Result<(), TestCaseError> {
        let touched = self.places.follow(state, changed);
        if changed.articles {
            self.rows = articles(state, &self.places);
        }
        for row in self.rows.iter_mut().filter(|it| touched.contains(&it.article)) {
            row.counts = Counts::of(state, &self.places, row.article);
        }
        prop_assert_eq!(&self.places, &Places::new(state));
        prop_assert_eq!(&self.rows, &articles(state, &self.places));
        Ok(())
    }
}

#[test]
fn whatever_is_done_can_be_taken_back_and_done_again() {
    let (bytes, _) = start();
    let numbers = prop::collection::vec(any::<u16>(), 30);
    let strategy = prop::collection::vec(numbers, 1..25);
    let (done, refused) = (RefCell::new([0_usize; 21]), RefCell::new([0_usize; 21]));
    // The same draws in each run, so that each kind is surely among them.
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(80) };
    let mut runner = TestRunner::new_with_rng(config, rng);
    let outcome = runner.run(&strategy, |draws| {
        let disk = kbworkbench::files::memory::MemoryDisk::new();
        disk.add("/case.kbproj", &bytes);
        let path = std::path::Path::new("/case.kbproj");
        let (mut project, _) = Project::open(&disk, path).unwrap();
        let mut mint = IdMint::seeded("undo");
        let mut kept = Kept::new(project.state());
        let mut journal = vec![];
        let mut states = vec![project.state().clone()];
        for numbers in &draws {
            let before = project.state().clone();
            let edit = Draw { numbers: numbers.iter(), mint: &mut mint }.edit(&before);
            let kind = each_kind(Some(&edit));
            let step = Step { stamp: stamp(), edit: edit.clone() };
            let Ok(changed) = project.dispatch(edit, stamp()) else {
                refused.borrow_mut()[kind] += 1;
                prop_assert_eq!(project.state(), &before);
                continue;
            };
            kept.follow(project.state(), &changed)?;
            done.borrow_mut()[kind] += 1;
            journal.push(serde_json::to_string(&step).unwrap());
            if states.last() != Some(project.state()) {
                states.push(project.state().clone());
            }
            prop_assert_eq!(invariants(project.state()), Vec::<String>::new());
            let written = write(project.state());
            prop_assert_eq!(&write(project.state()), &written);
            prop_assert_eq!(&read(&written).unwrap(), &(project.state().clone(), vec![]));
        }
        let end = write(project.state());
        let mut replayed = states[0].clone();
        for step in &journal {
            let step: Step = serde_json::from_str(step).unwrap();
            apply(&mut replayed, &step.edit, &step.stamp).unwrap();
        }
        prop_assert_eq!(&write(&replayed), &end);
        prop_assert_eq!(project.history().done().len(), states.len() - 1);
        for earlier in states.iter().rev().skip(1) {
            let changed = project.undo(&stamp()).unwrap().unwrap();
            prop_assert_eq!(project.state(), earlier);
            kept.follow(project.state(), &changed)?;
        }
        prop_assert!(project.undo(&stamp()).unwrap().is_none());
        prop_assert!(project.is_saved());
        prop_assert_eq!(&write(project.state()), &bytes);
        for later in states.iter().skip(1) {
            let changed = project.redo(&stamp()).unwrap().unwrap();
            prop_assert_eq!(project.state(), later);
            kept.follow(project.state(), &changed)?;
        }
        prop_assert!(project.redo(&stamp()).unwrap().is_none());
        prop_assert_eq!(&write(project.state()), &end);
        Ok(())
    });
    outcome.unwrap();
    let (done, refused) = (done.into_inner(), refused.into_inner());
    assert!(done.iter().all(|count| 0 < *count), "each kind is carried out: {done:?}");
    // Restoring is drawn only in ways that cannot fail.
    assert!(refused[..20].iter().all(|count| 0 < *count), "each kind is refused: {refused:?}");
}

#[test]
fn whatever_a_restore_holds_it_is_whole_or_nothing_and_can_be_taken_back() {
    let (bytes, _) = start();
    let (state, _) = read(&bytes).unwrap();
    let (mut carried_out, mut refused) = (0, 0);
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) };
    let mut runner = TestRunner::new_with_rng(config, rng);
    let outcomes = RefCell::new((&mut carried_out, &mut refused));
    let outcome = runner.run(&prop::collection::vec(any::<u16>(), 90), |numbers| {
        let mut mint = IdMint::seeded("undo");
        let mut draw = Draw { numbers: numbers.iter(), mint: &mut mint };
        let changes = (0..1 + draw.below(5)).map(|_| draw.change(&state)).collect();
        let mut changed = state.clone();
        let restore = Edit::Restore { label: String::new(), changes };
        match apply(&mut changed, &restore, &stamp()) {
            Err(_) => *outcomes.borrow_mut().1 += 1,
            Ok(inverse) => {
                *outcomes.borrow_mut().0 += 1;
                let after = changed.clone();
                let again = apply(&mut changed, &inverse, &stamp()).unwrap();
                prop_assert_eq!(write(&changed), write(&state));
                apply(&mut changed, &again, &stamp()).unwrap();
                prop_assert_eq!(write(&changed), write(&after));
                apply(&mut changed, &inverse, &stamp()).unwrap();
            }
        }
        prop_assert_eq!(&changed, &state);
        Ok(())
    });
    outcome.unwrap();
    assert!(20 < carried_out && 20 < refused, "{carried_out} carried out, {refused} refused");
}
