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
        let mut same: Vec<Vec<(ArticleId, MainEvent)>> = vec![];
        let mut silent = vec![];
        for choice in wanted() {
            let article = choice.article;
            let Some(event) = main_event(choice.text, gazetteer) else {
                silent.push(choice);
                continue;
            };
            match same.iter_mut().find(|it| it.iter().any(|it| it.1.is_also(&event))) {
                Some(all) => all.push((article, event)),
                None => same.push(vec![(article, event)]),
            }
        }
        for choice in silent {
            let meant = |all: &&mut Vec<(ArticleId, MainEvent)>| {
                all.iter().any(|it| it.1.is_meant(choice.text, gazetteer))
            };
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
