//! Whatever was changed on the way: what is held in the end is what a search of everything finds.

use proptest::prelude::*;

use super::*;
use crate::analysis::suggest;
use crate::base::words::ActorKind;
use crate::base::{ActorId, IdMint, IncidentId};
use crate::project::{
    Actor, ActorField, ArticleField, Edit, Incident, IncidentField, Project, Record, RecordId,
    Stamp, notation,
};

/// One article each, all of which may stand in for one another.
const TEXTS: [&str; 9] = [
    "At least 25 people were killed in the attack, the Harbour Watch said.",
    "France condemned the attack. Paris said that 12 people died.",
    "President Recep Tayyip Erdoğan condemned the strikes. Erdogan said four soldiers were killed.",
    "“Norway supports Kyiv,” said Gro Berg. Its ministry said that 3 people were wounded.",
    "The Élysée denounced the flood at Sand Hill. The Watch praised the rescue.",
    "The committee’s spokesman said ten people had been injured in the Sand-hill landslide.",
    "Вчера погибли 25 человек, сообщил Harbour Watch.",
    "Nothing of note happened.",
    "Harbour Watchmen condemned the Élysée.",
];

/// What actors and incidents are called here.
const NAMES: [&str; 14] = [
    "Harbour Watch",
    "Watch",
    "the Watch",
    "Paris",
    "France",
    "Recep Tayyip Erdogan",
    "Erdoğan",
    "Gro Berg",
    "Norway",
    "Elysée",
    "committee's spokesman",
    "Sand Hill",
    "the attack",
    " ",
];

#[derive(Debug, Clone)]
enum Step {
    AddActor {
        name: usize,
        alias: usize,
        kind: usize,
    },
    Rename {
        actor: usize,
        name: usize,
    },
    Alias {
        actor: usize,
        alias: usize,
    },
    Kind {
        actor: usize,
        kind: usize,
    },
    Belongs {
        actor: usize,
        to: usize,
    },
    Memo {
        actor: usize,
    },
    Delete {
        actor: usize,
    },
    AddIncident {
        name: usize,
    },
    RenameIncident {
        incident: usize,
        name: usize,
    },
    DeleteIncident {
        incident: usize,
    },
    Exclude {
        article: usize,
    },
    Undo,
    Redo,
    /// Another text is found at an article's place, or none.
    Text {
        article: usize,
        text: Option<usize>,
    },
    /// A thread begins to search; what it brings back comes later.
    Begin,
    /// The same, but it is cancelled before it has done anything.
    BeginInVain,
    Take,
    Stop,
    GoOn,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let at = || 0..NAMES.len();
    let step = prop_oneof![
        (at(), at(), 0..4usize).prop_map(|(name, alias, kind)| Step::AddActor {
            name,
            alias,
            kind
        }),
        (at(), at()).prop_map(|(actor, name)| Step::Rename { actor, name }),
        (at(), at()).prop_map(|(actor, alias)| Step::Alias { actor, alias }),
        (at(), 0..4usize).prop_map(|(actor, kind)| Step::Kind { actor, kind }),
        (at(), at()).prop_map(|(actor, to)| Step::Belongs { actor, to }),
        at().prop_map(|actor| Step::Memo { actor }),
        at().prop_map(|actor| Step::Delete { actor }),
        at().prop_map(|name| Step::AddIncident { name }),
        (at(), at()).prop_map(|(incident, name)| Step::RenameIncident { incident, name }),
        at().prop_map(|incident| Step::DeleteIncident { incident }),
        (0..TEXTS.len()).prop_map(|article| Step::Exclude { article }),
        Just(Step::Undo),
        Just(Step::Redo),
        (0..TEXTS.len(), proptest::option::of(0..TEXTS.len()))
            .prop_map(|(article, text)| Step::Text { article, text }),
        Just(Step::Begin),
        Just(Step::BeginInVain),
        Just(Step::Take),
        Just(Step::Take),
        Just(Step::Stop),
        Just(Step::GoOn),
    ];
    proptest::collection::vec(step, 0..24)
}

/// A project with its texts, and a search as the window does it.
struct World {
    project: Project,
    ids: IdMint,
    articles: Vec<ArticleId>,
    all: Vec<Arc<Article>>,
    texts: IndexMap<ArticleId, Arc<Article>>,
    revision: u64,
    suggested: Suggested,
    /// What a thread brings back next.
    under_way: Option<Searched>,
}

fn stamp() -> Stamp {
    Stamp::new("AB", jiff::Timestamp::UNIX_EPOCH)
}

impl World {
    fn new() -> Self {
        let mut written = String::new();
        for (at, text) in TEXTS.iter().enumerate() {
            written += &format!(
                "article {at}.txt | Wire | 2023-09-20 12:00\nnote n{at} {at}.txt \"{text}\"\n"
            );
        }
        let built = notation::read(&written).unwrap();
        let mut project = Project::new("May");
        for root in built.state.roots().values() {
            project.dispatch(Edit::Add(Record::Root(root.clone())), stamp()).unwrap();
        }
        for article in built.state.articles().values() {
            project
                .dispatch(Edit::Add(Record::Article(Box::new(article.clone()))), stamp())
                .unwrap();
        }
        let texts: IndexMap<_, _> =
            built.texts.iter().map(|(id, text)| (*id, Arc::new(text.clone()))).collect();
        Self {
            project,
            ids: IdMint::seeded("suggested"),
            articles: texts.keys().copied().collect(),
            all: texts.values().cloned().collect(),
            texts,
            revision: 1,
            suggested: Suggested::default(),
            under_way: None,
        }
    }

    fn actor(&self, number: usize) -> Option<ActorId> {
        let actors = self.project.state().actors();
        actors.get_index(number.checked_rem(actors.len())?).map(|it| *it.0)
    }

    fn incident(&self, number: usize) -> Option<IncidentId> {
        let incidents = self.project.state().incidents();
        incidents.get_index(number.checked_rem(incidents.len())?).map(|it| *it.0)
    }

    /// The edit of a step, if it is one and there is something to do it to.
    fn edit(&mut self, step: &Step) -> Option<Edit> {
        let name = |at: &usize| NAMES[*at].to_owned();
        let kind = |at: &usize| {
            [ActorKind::State, ActorKind::Person, ActorKind::Organisation, ActorKind::ArmedGroup]
                [*at]
        };
        let set = |actor, to| Some(Edit::SetActor { actor, to });
        match step {
            Step::AddActor { name: of, alias, kind: at } => Some(Edit::Add(Record::Actor(Actor {
                id: ActorId::mint(&mut self.ids),
                name: name(of),
                aliases: vec![name(alias)],
                kind: kind(at),
                people: String::new(),
                belongs_to: None,
                colour: 0,
                memo: String::new(),
                unknown: Default::default(),
            }))),
            Step::Rename { actor, name: to } => {
                set(self.actor(*actor)?, ActorField::Name(name(to)))
            }
            Step::Alias { actor, alias } => {
                set(self.actor(*actor)?, ActorField::Aliases(vec![name(alias)]))
            }
            Step::Kind { actor, kind: to } => set(self.actor(*actor)?, ActorField::Kind(kind(to))),
            Step::Belongs { actor, to } => {
                set(self.actor(*actor)?, ActorField::BelongsTo(self.actor(*to)))
            }
            Step::Memo { actor } => set(self.actor(*actor)?, ActorField::Memo("seen".into())),
            Step::Delete { actor } => Some(Edit::Delete(RecordId::Actor(self.actor(*actor)?))),
            Step::AddIncident { name: of } => Some(Edit::Add(Record::Incident(Incident {
                id: IncidentId::mint(&mut self.ids),
                name: name(of),
                aliases: vec![],
                when: None,
                place: String::new(),
                part_of: None,
                memo: String::new(),
                unknown: Default::default(),
            }))),
            Step::RenameIncident { incident, name: to } => Some(Edit::SetIncident {
                incident: self.incident(*incident)?,
                to: IncidentField::Name(name(to)),
            }),
            Step::DeleteIncident { incident } => {
                Some(Edit::Delete(RecordId::Incident(self.incident(*incident)?)))
            }
            Step::Exclude { article } => Some(Edit::SetArticle {
                article: self.articles[*article],
                to: ArticleField::Excluded(true),
            }),
            _ => None,
        }
    }

    fn meet(&mut self) {
        self.suggested.meet(self.project.state(), &self.texts, self.revision);
    }

    fn take(&mut self) {
        let searched = self.under_way.take();
        searched.into_iter().for_each(|it| self.suggested.take(it, &self.texts));
    }

    fn begin(&mut self, progress: &Progress) {
        self.meet();
        if self.under_way.is_none()
            && let Some(search) = self.suggested.next(|| self.project.shared(), &self.texts)
        {
            self.under_way = Some(search.run(progress));
        }
    }

    fn go(&mut self, step: &Step) {
        if let Some(edit) = self.edit(step) {
            // What makes no sense is refused, as always.
            let _ = self.project.dispatch(edit, stamp());
        }
        match step {
            Step::Undo => _ = self.project.undo(&stamp()),
            Step::Redo => _ = self.project.redo(&stamp()),
            Step::Text { article, text } => {
                let id = self.articles[*article];
                match text {
                    Some(text) => _ = self.texts.insert(id, Arc::clone(&self.all[*text])),
                    None => _ = self.texts.shift_remove(&id),
                }
                self.revision += 1;
            }
            Step::Begin => self.begin(&Progress::new()),
            Step::BeginInVain => {
                let progress = Progress::new();
                progress.cancel();
                self.begin(&progress);
            }
            Step::Take => self.take(),
            Step::Stop => self.suggested.stop(),
            Step::GoOn => self.suggested.go_on(),
            _ => {}
        }
        self.meet();
    }

    fn finish(&mut self) {
        self.suggested.go_on();
        for _ in 0..3 {
            self.take();
            self.begin(&Progress::new());
        }
        self.take();
        self.meet();
        assert_eq!(self.suggested.done_and_left(), (0, 0));
    }
}

proptest! {
    // Each makes the names of the world ready several times.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_held_in_the_end_is_what_a_search_of_everything_finds(steps in steps()) {
        let mut world = World::new();
        steps.iter().for_each(|it| world.go(it));
        world.finish();
        let gazetteer = project::gazetteer(world.project.state());
        let context = project::context(world.project.state());
        for (id, text) in &world.texts {
            let anew = suggest(text, &gazetteer, &context);
            let held = world.suggested.of(*id).map(|it| it.to_vec());
            prop_assert_eq!(held, Some(anew), "{}", &text.text);
            let language = analysis::not_searched([&**text]).into_keys().next();
            prop_assert_eq!(world.suggested.foreign(*id), language.as_deref());
        }
        prop_assert_eq!(world.suggested.found().len(), world.texts.len());
    }
}

#[test]
fn a_search_that_was_ended_stays_so_until_it_is_to_go_on() {
    let mut world = World::new();
    world.begin(&Progress::new());
    // The user cancels when the thread is done already.
    world.suggested.stop();
    world.go(&Step::Text { article: 0, text: Some(1) });
    world.take();
    world.meet();
    assert_eq!((world.suggested.is_stopped(), world.suggested.found().len()), (true, 8));
    assert!(world.suggested.next(|| world.project.shared(), &world.texts).is_none());
    world.suggested.go_on();
    assert!(!world.suggested.is_stopped());
    world.finish();
    assert_eq!(world.suggested.found().len(), 9);
}

#[test]
fn what_was_found_in_a_text_goes_with_it() {
    let mut world = World::new();
    world.finish();
    let article = world.articles[0];
    assert!(!world.suggested.of(article).unwrap().is_empty());
    world.go(&Step::Text { article: 0, text: Some(7) });
    assert!(world.suggested.of(article).is_none(), "places of another text");
    world.finish();
    assert!(world.suggested.of(article).unwrap().is_empty());
}
