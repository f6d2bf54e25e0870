//! Owns which incident the main events of articles become, where a project has none of its own yet: one for all articles
//! that tell of the same event.

use std::collections::{HashMap, HashSet};

use super::Choice;
use crate::analysis::{Gazetteer, MainEvent, Suggestion, is_beside_main, main_event};
use crate::base::ArticleId;
use crate::project::records::Passage;
use crate::project::state::State;

/// The main events of the articles that are accepted from, each with the name of its incident.
pub(super) struct Events {
    of: HashMap<ArticleId, (MainEvent, String)>,
}

/// Articles that tell of one event.
type Told = Vec<(ArticleId, MainEvent)>;

/// Adds an article to those that tell of the same event, and brings together what it shows to be one.
fn join(same: &mut Vec<Told>, new: (ArticleId, MainEvent)) {
    let excludes = |all: &Told, event: &MainEvent| all.iter().any(|it| it.1.excludes(event));
    let mut joined = vec![new];
    let mut place = None;
    let mut at = 0;
    while at < same.len() {
        let is_one = same.get(at).is_some_and(|all| {
            let tells = all.iter().any(|it| joined.iter().any(|new| new.1.is_also(&it.1)));
            tells && !joined.iter().any(|it| excludes(all, &it.1))
        });
        if is_one {
            let mut all = same.remove(at);
            all.append(&mut joined);
            joined = all;
            place = place.or(Some(at));
        } else {
            at += 1;
        }
    }
    same.insert(place.unwrap_or(same.len()), joined);
}

impl Events {
    /// Reads them; none where the project has incidents of another name already, which are the analyst's.
    pub fn new(state: &State, choices: &[Choice], gazetteer: &Gazetteer) -> Self {
        let own: Vec<&str> = state
            .incidents()
            .values()
            .map(|it| it.name.as_str())
            .filter(|it| !is_beside_main(it))
            .collect();
        let wanted = || choices.iter().filter(|it| !it.chosen.is_empty());
        let mut same: Vec<Told> = vec![];
        let mut silent = vec![];
        for choice in wanted() {
            let article = choice.article;
            let Some(event) = main_event(choice.text, gazetteer) else {
                silent.push(choice);
                continue;
            };
            join(&mut same, (article, event));
        }
        for choice in silent {
            let meant =
                |all: &&mut Told| all.iter().any(|it| it.1.is_meant(choice.text, gazetteer));
            let mut fitting = same.iter_mut().filter(meant);
            if let (Some(all), None) = (fitting.next(), fitting.next())
                && let Some((_, event)) = all.first().cloned()
            {
                all.push((choice.article, event));
            }
        }
        let mut taken = HashSet::new();
        let mut of = HashMap::new();
        for all in same {
            let events: Vec<&MainEvent> = all.iter().map(|it| &it.1).collect();
            let name = match (&own[..], events.first()) {
                ([], Some(first)) => MainEvent::name(&events).and_then(|it| {
                    // Of two undertakings of one name the later is told by its day.
                    let dated = || Some(format!("{it} ({})", first.day()?));
                    if taken.insert(it.clone()) { Some(it) } else { dated() }
                }),
                (known, Some(first)) => {
                    known.iter().find(|it| first.goes_by(it)).map(|it| (*it).to_owned())
                }
                (_, None) => None,
            };
            let Some(name) = name else { continue };
            for (article, event) in all {
                of.insert(article, (event, name.clone()));
            }
        }
        Self { of }
    }

    /// The name of the incident of a suggestion that names none, if it is about the main event of its article.
    pub fn about(&self, passage: &Passage, found: &Suggestion) -> Option<&str> {
        let (event, name) = self.of.get(&passage.article)?;
        event.holds(found, &passage.quote, &passage.sentence).then_some(name)
    }
}
