//! Owns what stands beside an annotation: others of its sentence, others of its incident, who made it when. Plain data.

use std::collections::HashSet;

use jiff::tz::TimeZone;

use crate::base::AnnotationId;
use crate::base::theme::{Palette, Rgb};
use crate::project::{Annotation, Body, Passage, Stamp, State};
use crate::views;
use crate::views::reader::{Alike, Places};

use super::draft::{Draft, DraftBody, Target};
use super::told;
use super::typed::{Meant, Pick};

/// Another annotation as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    pub id: AnnotationId,
    pub line: String,
}

/// Other annotations that are near.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Related {
    /// With a passage in the sentence of the main one.
    pub sentence: Vec<Other>,
    /// The same kind of claim, or the same actor's stance, on the same incident.
    pub incident: Vec<Other>,
    /// How many more of those there are.
    pub more: usize,
}

/// At most so many of the same incident are listed.
const MOST: usize = 6;

/// The other annotations near to a draft, as it is written now.
pub fn related(draft: &Draft, state: &State, places: &Places) -> Related {
    let own = match draft.target {
        Target::Existing(id) => Some(id),
        Target::New { .. } => None,
    };
    let mut related = Related::default();
    let mut listed: HashSet<AnnotationId> = own.into_iter().collect();
    if let Some(main) = draft.passages(state).first() {
        for (id, at) in places.of(main.article) {
            let Some(other) = state.annotations().get(id) else { continue };
            let is_here = |it: &Passage| meets(&it.sentence, &main.sentence, it, main);
            if other.passages.get(*at).is_some_and(is_here) && listed.insert(*id) {
                related.sentence.push(Other { id: *id, line: beside(state, other) });
            }
        }
    }
    let alike = alike(draft, state);
    let all = alike.map_or(&[][..], |it| places.alike(it));
    let others = all.iter().filter(|it| !listed.contains(it)).take(MOST);
    let others = others.filter_map(|it| state.annotations().get(it));
    related.incident = others.map(|it| Other { id: it.id, line: told::line(state, it) }).collect();
    let is_alike = |it: &&AnnotationId| {
        alike.is_some() && state.annotations().get(*it).and_then(|it| Alike::of(it)) == alike
    };
    let left_out = listed.iter().filter(is_alike).count();
    related.more = all.len().saturating_sub(left_out + related.incident.len());
    related
}

/// Whether two passages of an article stand in one sentence. The same words may stand at two places.
fn meets(a: &str, b: &str, one: &Passage, other: &Passage) -> bool {
    let far = one.start.0.abs_diff(other.start.0);
    (a == b && far <= a.chars().count()) || (one.start < other.end && other.start < one.end)
}

/// A line for a list in which the article is known: "Killed 2, civilians · part of 25".
fn beside(state: &State, annotation: &Annotation) -> String {
    let Body::Claim(claim) = &annotation.body else { return told::line(state, annotation) };
    let whole = claim.part_of.and_then(|it| state.annotations().get(&it)?.claim());
    let part = whole.map(|it| format!(" · part of {}", views::figure_short(it)));
    told::claim_words(claim) + &part.unwrap_or_default()
}

/// What others must share to be listed as of the same incident.
fn alike(draft: &Draft, state: &State) -> Option<Alike> {
    let incident = |it: &Pick| match it.meant(state) {
        Meant::Incident(id) => Some(id),
        _ => None,
    };
    match &draft.body {
        DraftBody::Claim(it) => Some(Alike::Claim(it.outcome, incident(&it.incident)?)),
        DraftBody::Stance(it) => match it.actor.meant(state) {
            Meant::Actor(actor) => Some(Alike::Stance(actor, incident(&it.incident)?)),
            _ => None,
        },
        DraftBody::Note(_) => None,
    }
}

/// The colour in which an annotation is marked.
pub fn mark(annotation: &Annotation, state: &State, palette: &Palette) -> Rgb {
    match &annotation.body {
        Body::Claim(it) => palette.outcome(it.outcome).mark,
        Body::Stance(it) => palette.position(it.position).mark,
        Body::Note(it) => {
            let code = it.codes.first().and_then(|it| state.codes().get(it));
            code.map_or(palette.weak, |it| palette.actor(it.colour).mark)
        }
    }
}

/// Who made and who changed an annotation and when, by the clock on the wall, and what suggested it.
pub fn story(annotation: &Annotation, zone: &TimeZone) -> Vec<String> {
    let by = |what: &str, stamp: &Stamp| {
        let coder = stamp.coder.trim();
        let by = if coder.is_empty() { String::new() } else { format!(" by {coder}") };
        let clock = stamp.at.to_zoned(zone.clone()).datetime();
        let day = views::day(clock.date());
        format!("{what}{by}, {day}, {:02}:{:02}", clock.hour(), clock.minute())
    };
    let suggested = annotation.suggested.as_ref();
    let suggested =
        suggested.map(|it| format!("From suggestion {}, score {:.2}", it.rule, it.score));
    let changed = annotation.changed.as_ref().map(|it| by("Changed", it));
    [Some(by("Made", &annotation.made)), changed, suggested].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::project::notation;

    fn check(key: &str, expect: Expect) {
        let built = notation::read(
            r#"
            zone +04:00
            article a.txt | Meridian Wire | 2023-09-19 21:12
            article b.txt | Canal Info
            claim k1 a.txt killed >=25 by Stepanakert in the offensive "at least 25 dead"
            claim k2 b.txt killed >=5 civilian by Stepanakert in the offensive "five or more"
            claim k3 b.txt injured 7 in the offensive "seven hurt"
            claim k4 b.txt killed 9 in the war "nine died"
            claim k5 b.txt killed 3 "three"
            stance s1 a.txt France condemn Azerbaijan about the offensive "France condemned it"
            stance s2 b.txt France mediate about the offensive "France urged talks"
            stance s3 b.txt Russia mediate about the offensive "Russia urged talks"
            note n1 a.txt toll "the toll"
            "#,
        );
        let mut built = built.unwrap();
        // Marked again within the same words.
        let again = built.state.annotations()[&built.keys["k1"]].clone();
        let mut part = Annotation::clone(&again);
        part.id = AnnotationId(uuid::Uuid::from_u128(1));
        if let Body::Claim(claim) = &mut part.body {
            (claim.low, claim.high, claim.part_of) = (2, Some(2), Some(again.id));
            claim.qualifier = crate::base::words::Qualifier::Exact;
        }
        let add = crate::project::Edit::Add(crate::project::Record::Annotation(part.into()));
        let stamp = Stamp::new("AB", jiff::Timestamp::UNIX_EPOCH);
        crate::project::apply(&mut built.state, &add, &stamp).unwrap();
        let annotation = &built.state.annotations()[&built.keys[key]];
        let places = Places::new(&built.state);
        let found = related(&Draft::of(annotation, &built.state), &built.state, &places);
        let lines =
            |of: &[Other]| of.iter().map(|it| format!("- {}\n", it.line)).collect::<String>();
        let shown =
            format!("sentence\n{}incident\n{}", lines(&found.sentence), lines(&found.incident));
        expect.assert_eq(&format!("{shown}{}\n", story(annotation, &TimeZone::UTC).join("\n")));
    }

    #[test]
    fn others_of_the_sentence_and_of_the_incident_are_listed() {
        check(
            "k1",
            expect![[r#"
            sentence
            - Killed 2 · part of 25 or more
            incident
            - Killed 5 or more, civilians · Stepanakert · Canal Info
            Made by AB, 1 Jan 1970, 00:00
        "#]],
        );
        check(
            "k4",
            expect![[r#"
            sentence
            incident
            Made by AB, 1 Jan 1970, 00:00
        "#]],
        );
        check(
            "k5",
            expect![[r#"
            sentence
            incident
            Made by AB, 1 Jan 1970, 00:00
        "#]],
        );
        check(
            "s1",
            expect![[r#"
            sentence
            incident
            - France mediates · Canal Info
            Made by AB, 1 Jan 1970, 00:00
        "#]],
        );
        check(
            "n1",
            expect![[r#"
            sentence
            incident
            Made by AB, 1 Jan 1970, 00:00
        "#]],
        );
    }

    #[test]
    fn those_of_the_incident_that_are_not_listed_are_counted() {
        let check = |count: usize, listed: usize, more: usize| {
            let claims = (0..count)
                .map(|it| format!("claim k{it} a.txt killed {it} in the war \"n{it}\"\n"))
                .collect::<String>();
            let built = notation::read(&claims).unwrap();
            let (state, own) = (&built.state, &built.state.annotations()[&built.keys["k0"]]);
            let found = related(&Draft::of(own, state), state, &Places::new(state));
            assert_eq!((found.incident.len(), found.more), (listed, more));
        };
        check(1, 0, 0);
        check(7, 6, 0);
        check(8, 6, 1);
        check(40, 6, 33);
    }
}
