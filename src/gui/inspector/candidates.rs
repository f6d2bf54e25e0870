//! Owns what can be chosen in a field: the records of the project that fit it, then what the text may newly be.

use std::collections::HashSet;
use std::sync::Arc;

use crate::analysis::Gazetteer;
use crate::base::{AnnotationId, ArticleId};
use crate::project::{About, Annotation, Body, State};

use super::matching::{Candidate, Match, is_name, matches};
use super::told;
use super::typed::{Asks, Meant};

/// One row of the list under a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub meant: Meant,
    /// What the field holds once the row is chosen.
    pub text: String,
    /// What the row says: "Baku → Azerbaijan", "New actor “Ana Gomez”".
    pub line: String,
}

/// Where a field stands, for what is near to it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Near {
    /// The annotation written, which is not part of itself.
    pub annotation: Option<AnnotationId>,
    /// Its article, whose claims come first.
    pub article: Option<ArticleId>,
}

/// At most so many rows fit a text; of all there are, so many are listed.
const MOST: usize = 8;
const ALL: usize = 300;

/// The rows for a text: records that fit, names the gazetteer knows, what the text may newly be, and after that what
/// merely resembles, since it is not what Enter should take.
pub fn rows(asks: Asks, text: &str, state: &State, gazetteer: &Gazetteer, near: Near) -> Vec<Row> {
    let all = candidates(asks, state, near);
    let most = if text.trim().is_empty() { ALL } else { MOST };
    let found = matches(text, &all, most).into_iter();
    let (alike, mut rows): (Vec<_>, Vec<_>) = found
        .map(|it| (it.resembles, Row { meant: it.value, line: it.line(), text: it.name }))
        .partition(|(resembles, _)| *resembles);
    let text = text.trim();
    let mut new = vec![];
    if !text.is_empty() {
        if matches!(asks, Asks::Actor | Asks::Target) {
            rows.extend(of_gazetteer(text, state, gazetteer).into_iter().map(|it| (false, it)));
        }
        if !all.iter().any(|it| is_name(text, &it.names)) {
            new = self::new(asks, text);
            // As the gazetteer has it, with its kind and people.
            new.retain(|new| !rows.iter().any(|(_, it)| is_same(it, new)));
        }
    }
    let rest = new.split_off(new.len().min(1));
    let alike = alike.into_iter().map(|(_, row)| row);
    rows.into_iter().map(|(_, row)| row).chain(new).chain(alike).chain(rest).collect()
}

fn is_same(one: &Row, other: &Row) -> bool {
    one.meant == other.meant && one.text.to_lowercase() == other.text.to_lowercase()
}

/// What the text may newly be.
fn new(asks: Asks, text: &str) -> Vec<Row> {
    let row = |meant, words: String| Row { meant, text: text.to_owned(), line: words };
    let actor = || row(Meant::NewActor, format!("New actor “{text}”"));
    let incident = || row(Meant::NewIncident, format!("New incident “{text}”"));
    let words = || row(Meant::Words, format!("Keep “{text}” as words only"));
    match asks {
        Asks::Actor => vec![actor(), words()],
        Asks::Incident => vec![incident()],
        Asks::Target => {
            let topic = row(Meant::Topic, format!("Topic “{text}”"));
            vec![topic, actor(), incident(), words()]
        }
        Asks::Code => vec![row(Meant::NewCode, format!("New code “{text}”"))],
        Asks::Claim => vec![],
    }
}

/// New actors that the gazetteer knows, so that kind and people need not be typed.
fn of_gazetteer(text: &str, state: &State, gazetteer: &Gazetteer) -> Vec<Row> {
    const MOST: usize = 3;
    // Two letters begin half the world.
    const LEAST: usize = 3;
    if text.chars().count() < LEAST {
        return vec![];
    }
    let names = |it: &crate::project::Actor| {
        it.aliases.iter().chain([&it.name]).map(|it| it.to_lowercase()).collect::<Vec<_>>()
    };
    let known: HashSet<String> = state.actors().values().flat_map(names).collect();
    let entries = gazetteer.entries().filter(|it| !known.contains(&it.name.to_lowercase()));
    let all: Vec<_> = entries.map(|it| named(Meant::NewActor, &it.name, &it.aliases)).collect();
    let found = matches(text, &all, MOST).into_iter().filter(|it| it.begins);
    let row = |it: Match<Meant>| {
        let line = format!("{} (new actor)", it.line());
        Row { meant: Meant::NewActor, text: it.name, line }
    };
    found.map(row).collect()
}

fn candidates(asks: Asks, state: &State, near: Near) -> Vec<Candidate<Meant>> {
    match asks {
        Asks::Actor => actors(state).collect(),
        Asks::Incident => incidents(state).collect(),
        Asks::Target => actors(state).chain(incidents(state)).chain(topics(state)).collect(),
        Asks::Code => {
            let code = |it: &crate::project::Code| Candidate {
                value: Meant::Code(it.id),
                names: vec![it.name.clone()],
            };
            state.codes().values().map(code).collect()
        }
        Asks::Claim => claims(state, near),
    }
}

fn named(value: Meant, name: &str, aliases: &[String]) -> Candidate<Meant> {
    let names = std::iter::once(name.to_owned()).chain(aliases.iter().cloned());
    Candidate { value, names: names.collect() }
}

fn actors(state: &State) -> impl Iterator<Item = Candidate<Meant>> {
    state.actors().values().map(|it| named(Meant::Actor(it.id), &it.name, &it.aliases))
}

fn incidents(state: &State) -> impl Iterator<Item = Candidate<Meant>> {
    state.incidents().values().map(|it| named(Meant::Incident(it.id), &it.name, &it.aliases))
}

/// The topics that stances of the project are about.
fn topics(state: &State) -> impl Iterator<Item = Candidate<Meant>> {
    let topic = |it: &Annotation| match &it.body {
        Body::Stance(stance) => match &stance.target.about {
            Some(About::Topic(topic)) => Some(topic.clone()),
            _ => None,
        },
        _ => None,
    };
    let all: std::collections::BTreeSet<String> =
        state.annotations().values().filter_map(|it| topic(it)).collect();
    all.into_iter().map(|it| named(Meant::Topic, &it, &[]))
}

/// The other claims, those of the same article first, the last made first.
fn claims(state: &State, near: Near) -> Vec<Candidate<Meant>> {
    let all = state.annotations().values().rev().map(Arc::as_ref);
    let mut claims: Vec<&Annotation> =
        all.filter(|it| it.claim().is_some() && Some(it.id) != near.annotation).collect();
    let elsewhere =
        |it: &&Annotation| near.article.is_none() || it.main().map(|it| it.article) != near.article;
    claims.sort_by_key(elsewhere);
    claims.into_iter().map(|it| named(Meant::Claim(it.id), &told::line(state, it), &[])).collect()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::project::notation;

    fn check(asks: Asks, text: &str, expect: Expect) {
        let built = notation::read(
            r#"
            actor Azerbaijan : state, alias Baku
            actor Nikol Pashinyan : person
            incident the offensive
            code shelling
            article a.txt | Meridian Wire
            article b.txt | Canal Info
            claim k1 a.txt killed >=25 by Azerbaijan
            claim k2 b.txt killed 7
            claim k3 a.txt injured 7
            stance s1 a.txt France support topic:a ceasefire
            "#,
        );
        let built = built.unwrap();
        let article = built.state.articles().values().next().map(|it| it.id);
        let near = Near { annotation: built.keys.get("k3").copied(), article };
        let rows = rows(asks, text, &built.state, Gazetteer::bundled(), near);
        let lines: Vec<_> = rows.iter().map(|it| it.line.as_str()).collect();
        expect.assert_eq(&lines.join("\n"));
    }

    #[test]
    fn records_come_first_and_what_is_new_last() {
        check(Asks::Actor, "baku", expect!["Baku → Azerbaijan"]);
        check(
            Asks::Actor,
            "azer",
            expect![[r#"
            Azerbaijan
            New actor “azer”
            Keep “azer” as words only"#]],
        );
        check(
            Asks::Actor,
            "Ana Gomez",
            expect![[r#"
            New actor “Ana Gomez”
            Keep “Ana Gomez” as words only"#]],
        );
        check(
            Asks::Actor,
            "Moscow",
            expect![[r#"
            Moscow → Russia (new actor)
            New actor “Moscow”
            Keep “Moscow” as words only"#]],
        );
        check(
            Asks::Actor,
            "npshinyan",
            expect![[r#"
            New actor “npshinyan”
            Nikol Pashinyan
            Keep “npshinyan” as words only"#]],
        );
        check(
            Asks::Actor,
            "russ",
            expect![[r#"
                Russia (new actor)
                New actor “russ”
                Keep “russ” as words only"#]],
        );
        check(
            Asks::Actor,
            "russia",
            expect![[r#"
            Russia (new actor)
            Keep “russia” as words only"#]],
        );
        check(
            Asks::Incident,
            "off",
            expect![[r#"
            the offensive
            New incident “off”"#]],
        );
        check(
            Asks::Target,
            "ceasef",
            expect![[r#"
            a ceasefire
            Topic “ceasef”
            New actor “ceasef”
            New incident “ceasef”
            Keep “ceasef” as words only"#]],
        );
        check(
            Asks::Code,
            "she",
            expect![[r#"
            shelling
            New code “she”"#]],
        );
        check(
            Asks::Claim,
            "",
            expect![[r#"
            Killed 25 or more · Azerbaijan · Meridian Wire
            Killed 7 · Canal Info"#]],
        );
        check(Asks::Claim, "zzz", expect![[r#""#]]);
    }
}
