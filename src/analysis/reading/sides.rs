//! Owns whose people a claim counts: as its words say, else what the claims beside it, its account or its claimant let
//! conclude, marked so.

use super::offices::{COUNTERS, key};
use super::regions::is_region;
use super::{Map, Reading};
use crate::analysis::casualty::RawClaim;
use crate::analysis::gazetteer::Gazetteer;
use crate::analysis::mentions::Mention;
use crate::analysis::sentence::Sentence;
use crate::analysis::suggestion::{Found, FoundClaim, FoundName};
use crate::base::words::{ActorKind, Basis, Demographic, Measure, Outcome, Role};

/// A side and how it is known.
pub(super) type Side = (FoundName, Basis);

/// Those a claimant counts as its enemies.
const FOES: &[&str] = &[
    "militants",
    "militant",
    "rebels",
    "rebel",
    "terrorists",
    "terrorist",
    "insurgents",
    "fighters",
    "gunmen",
    "jihadists",
    "extremists",
    "attackers",
    "guerrillas",
    "enemy",
    "separatists",
    "mercenaries",
    "saboteurs",
    "assailants",
    "commanders",
    "bandits",
];

/// Bytes within which a claimant goes on about the same people.
const NEAR: usize = 240;

/// Those who hold a place or fight for it.
const HOLDERS: &[&str] = &["separatist", "separatists", "rebel", "rebels", "insurgents"];

impl Reading<'_> {
    /// Whose people, as the sentence says: "six Azerbaijanis", "on the Armenian side", "among the Kurds", "its soldiers".
    pub(super) fn stated_side(
        &self,
        sentence: &Sentence,
        raw: &RawClaim,
        claimant: Option<&FoundName>,
    ) -> Option<Side> {
        let phrases = [raw.side, on_the_side(sentence, raw), among(sentence, raw)];
        for (from, to) in phrases.into_iter().flatten() {
            let mention = sentence.mention_at(from).or(sentence.mention_at(to - 1));
            let Some(name) = mention.and_then(|it| self.people(it)) else { continue };
            let region = claimant.and_then(|it| self.own_region(it, &name));
            let name = region.unwrap_or(name);
            let span = sentence.span(from, to);
            let words = span.of(sentence.text).to_owned();
            return Some((FoundName { words, name: Some(name), span: Some(span) }, Basis::Stated));
        }
        let claimant = claimant?;
        is_own(sentence, raw).then(|| (self.state_of(claimant), Basis::Stated))
    }

    /// The name of the state, group or organisation that a mention holds; none for a person.
    fn people(&self, mention: &Mention) -> Option<String> {
        mention.entries.iter().find_map(|(entry, _)| {
            let entry = self.gazetteer.entry(*entry)?;
            (entry.kind != ActorKind::Person).then(|| entry.name.clone())
        })
    }

    /// A claimant as a side: the state of a ministry or person, else the claimant as named.
    fn state_of(&self, claimant: &FoundName) -> FoundName {
        let Some(entry) = claimant.name.as_deref().and_then(|it| self.gazetteer.named(it)) else {
            return claimant.clone();
        };
        let state = entry.belongs_to.clone().filter(|_| entry.kind == ActorKind::Person);
        let state = state.unwrap_or_else(|| entry.name.clone());
        FoundName { words: state.clone(), name: Some(state), span: None }
    }

    /// The side that a claimant with nothing else said counts as its own: a party that tells of its police and soldiers, an
    /// office that counts the hurt of its place, those who hold one.
    pub(super) fn own_side(
        &self,
        sentence: &Sentence,
        raw: &RawClaim,
        claimant: &FoundName,
    ) -> Option<FoundName> {
        let told = match raw.outcome {
            Outcome::Captured => false,
            // An office of a region tells of those who were brought out of it.
            Outcome::Displaced => {
                let region = claimant.name.as_deref().is_some_and(is_region);
                let out = sentence.any(raw.start, raw.end, &["evacuated", "evacuation"]);
                out && (region || self.home(claimant).is_some())
            }
            _ => true,
        };
        let words = claimant.words.to_lowercase();
        let has = |all: &[&str]| {
            words.split(|it: char| !it.is_alphanumeric()).any(|it| all.contains(&it))
        };
        let apart = has(&["coalition"]) || is_onlooker(&words);
        let foes = counts_foes(sentence, raw);
        if !told || apart || foes || is_own_deed(sentence, raw) {
            return None;
        }
        let armed = matches!(raw.role, Role::Military | Role::Police);
        let region = claimant.name.as_deref().is_some_and(is_region);
        if let Some(home) = self.home(claimant) {
            let (words, name) = (home.to_owned(), Some(home.to_owned()));
            return Some(FoundName { words, name, span: None });
        }
        if has(HOLDERS) || region || is_armed_group(self.gazetteer, claimant) {
            let office = region && !has(HOLDERS);
            let side = || if office { self.state_of(claimant) } else { claimant.clone() };
            return (!armed || office).then(side);
        }
        let entry = self.gazetteer.named(claimant.name.as_deref()?)?;
        let person = entry.kind == ActorKind::Person;
        let state = entry.kind == ActorKind::State || person && entry.belongs_to.is_some();
        let civilian = raw.role == Role::Civilian || raw.demographic != Demographic::Unspecified;
        let army = has(&["army", "military", "forces", "command"]);
        let own = armed || !person && (civilian && !army || has(COUNTERS));
        (state && own).then(|| self.state_of(claimant))
    }

    /// Gives the claims of one sentence, from `first` on, the side that one of the same claimant beside them has.
    pub(super) fn share_sides(&mut self, first: usize) {
        let Some(found) = self.found.get_mut(first..) else { return };
        // Of "two guards and nine Ruritanian rebels" the guards are not Ruritania's.
        let is_foe = |at: usize| self.foes.binary_search(&at).is_ok();
        let claims = || found.iter().enumerate().filter(|(at, _)| !is_foe(first + at));
        let mut sides: Map<Option<String>, Option<FoundName>> = Map::default();
        for claim in claims().filter_map(|(_, it)| claim_of(&it.found)) {
            let Some((side, _)) = &claim.side else { continue };
            let by = claim.claimant.as_ref().map(key);
            let known = sides.entry(by).or_insert_with(|| Some(side.clone()));
            if known.as_ref().is_some_and(|it| it.name != side.name) {
                *known = None;
            }
        }
        for it in found {
            let Found::Claim(claim) = &mut it.found else { continue };
            let by = claim.claimant.as_ref().map(key);
            // A part has the side of its whole.
            if claim.side.is_none() && claim.measure != Measure::Part {
                let side = sides.get(&by).cloned().flatten();
                // The words are of the others: of "among the clerks of the Libyan ministry" the name alone.
                let named = |it: FoundName| match it.name {
                    Some(name) => FoundName { words: name.clone(), name: Some(name), span: None },
                    None => it,
                };
                claim.side = side.map(|it| (named(it), Basis::Inferred));
            }
        }
    }

    /// Gives the claims that are still without a side that of their whole, of what they repeat, of the other claims of
    /// their claimant about the same event, else their claimant's own.
    pub(super) fn conclude_sides(&mut self) {
        // By claimant, what befell them and incident; none where they differ. Who tells of one side's captives may tell of
        // the other's refugees.
        let mut stated: Map<(String, Fate, Option<String>), Option<FoundName>> = Map::default();
        let foes = std::mem::take(&mut self.foes);
        let is_foe = |at: usize| foes.binary_search(&at).is_ok();
        let told = self.found.iter().enumerate().filter(|(at, _)| !is_foe(*at));
        for claim in told.filter_map(|(_, it)| claim_of(&it.found)) {
            let (Some((side, Basis::Stated)), Some(by)) = (&claim.side, &claim.claimant) else {
                continue;
            };
            let fate = Fate::of(claim.outcome);
            let known = stated.entry((self.actor(by), fate, claim.incident.clone()));
            let known = known.or_insert_with(|| Some(side.clone()));
            if known.as_ref().is_some_and(|it| it.name != side.name) {
                *known = None;
            }
        }
        let owns = std::mem::take(&mut self.owns);
        // What a claimant last said of whom, with the place.
        let mut last: Map<(String, Fate), (FoundName, usize)> = Map::default();
        for at in 0..self.found.len() {
            let Some(it) = self.found.get(at) else { continue };
            let start = it.span.start();
            let Some(claim) = claim_of(&it.found) else { continue };
            let fate = Fate::of(claim.outcome);
            let by = claim.claimant.as_ref().map(|it| (self.actor(it), fate));
            if let Some((side, _)) = &claim.side {
                let by = by.filter(|_| !is_foe(at));
                by.into_iter().for_each(|by| drop(last.insert(by, (side.clone(), start))));
                continue;
            }
            let link = claim.part_of.filter(|_| claim.measure == Measure::Part).or(claim.repeats);
            let linked = link.and_then(|it| claim_of(&self.found.get(it)?.found)?.side.clone());
            let near = || {
                let (side, place) = last.get(by.as_ref()?)?;
                (start < place + NEAR).then(|| (side.clone(), Basis::Inferred))
            };
            let same = || {
                let (by, fate) = by.clone()?;
                let side = stated.get(&(by, fate, claim.incident.clone()))?.clone()?;
                Some((side, Basis::Inferred))
            };
            let own = || Some((owns.get(&at)?.clone(), Basis::Inferred));
            let beside = || {
                let before = self.found.get(at.checked_sub(1)?)?;
                let other = claim_of(&before.found).filter(|it| it.outcome == claim.outcome)?;
                let counts_them = is_onlooker(&claim.claimant.as_ref()?.words.to_lowercase());
                let told =
                    counts_them && other.claimant.is_some() && start < before.span.end() + NEAR;
                told.then(|| Some((other.side.as_ref()?.0.clone(), Basis::Inferred))).flatten()
            };
            let part = claim.part_of.is_some();
            let as_linked = |(side, basis)| (side, if part { basis } else { Basis::Inferred });
            let side =
                linked.map(as_linked).or_else(near).or_else(same).or_else(own).or_else(beside);
            if let Some(Found::Claim(claim)) = self.found.get_mut(at).map(|it| &mut it.found) {
                claim.side = side;
            }
        }
        self.headline_sides();
    }

    /// A headline is said by whom the text below says it.
    fn headline_sides(&mut self) {
        for at in 0..self.found.len() {
            let Some(claim) = self.found.get(at).and_then(|it| claim_of(&it.found)) else {
                continue;
            };
            let (Some(first), Some((side, _))) = (claim.repeats, claim.side.clone()) else {
                continue;
            };
            if let Some(Found::Claim(first)) = self.found.get_mut(first).map(|it| &mut it.found)
                && first.side.is_none()
            {
                first.side = Some((side, Basis::Inferred));
            }
        }
    }

    /// Whether a claim is stated to count others than those of a place that a claimant counts, so that the claimant's account
    /// does not go on with it.
    pub(super) fn counts_others(
        &self,
        sentence: &Sentence,
        raw: &RawClaim,
        claimant: &FoundName,
    ) -> bool {
        let Some(place) = claimant.name.as_deref().or_else(|| self.home(claimant)) else {
            return false;
        };
        let side = self.stated_side(sentence, raw, Some(claimant)).and_then(|it| it.0.name);
        is_region(place) && side.is_some_and(|it| it != place)
    }
}

/// What befell people, as far as one side is told of by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Fate {
    Hurt,
    Held,
    Gone,
}

impl Fate {
    fn of(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Killed | Outcome::Injured | Outcome::Casualties | Outcome::Missing => {
                Self::Hurt
            }
            Outcome::Captured => Self::Held,
            Outcome::Displaced => Self::Gone,
        }
    }
}

/// Whether a claim counts those whom its claimant fights: "12 militants".
pub(super) fn counts_foes(sentence: &Sentence, raw: &RawClaim) -> bool {
    let (from, to) = raw.counted;
    sentence.any(from, to.max(raw.end) + 1, FOES)
}

/// Whether words name those who watch over the people of others.
fn is_onlooker(words: &str) -> bool {
    const ONLOOKERS: &[&str] = &["peacekeeping", "peacekeepers", "contingent", "observers"];
    words.split(|it: char| !it.is_alphanumeric()).any(|it| ONLOOKERS.contains(&it))
}

fn claim_of(found: &Found) -> Option<&FoundClaim> {
    match found {
        Found::Claim(claim) => Some(claim),
        Found::Stance(_) => None,
    }
}

fn is_armed_group(gazetteer: &Gazetteer, claimant: &FoundName) -> bool {
    let entry = claimant.name.as_deref().and_then(|it| gazetteer.named(it));
    entry.is_some_and(|it| it.kind == ActorKind::ArmedGroup)
}

/// "at least 200 deaths … on the Armenian side": tokens of the name.
fn on_the_side(sentence: &Sentence, raw: &RawClaim) -> Option<(usize, usize)> {
    let side = (raw.end..raw.end + 25).find(|at| sentence.word(*at) == "side")?;
    let on = (side.saturating_sub(4)..side).find(|at| sentence.word(*at) == "on")?;
    let from = on + 1 + usize::from(sentence.word(on + 1) == "the");
    (from < side && sentence.word(from) != "its").then_some((from, side))
}

/// "25 dead among the Kurds of the region": tokens of the name.
fn among(sentence: &Sentence, raw: &RawClaim) -> Option<(usize, usize)> {
    let at = (raw.end.saturating_sub(2)..raw.end + 12).find(|at| sentence.word(*at) == "among")?;
    let from = at + 1 + usize::from(sentence.word(at + 1) == "the");
    let mention = (from..from + 3).find_map(|at| sentence.mention_at(at))?;
    (!mention.entries.is_empty()).then_some((from.max(at + 1), mention.end.max(from + 1)))
}

/// "its soldiers", "four soldiers of its own", "on its own side": the claimant's.
fn is_own(sentence: &Sentence, raw: &RawClaim) -> bool {
    let (from, to) = raw.counted;
    let own = |at: usize| matches!(sentence.word(at), "its" | "our" | "their");
    let before = sentence.any(from.saturating_sub(1), to, &["its", "our"]);
    let after = (to..raw.end.max(to) + 3).any(|at| {
        sentence.word(at) == "of" && own(at + 1) && sentence.word(at + 2) == "own"
            || sentence.word(at) == "on"
                && own(at + 1)
                && (sentence.word(at + 2) == "side" || sentence.word(at + 3) == "side")
    });
    before || after
}

/// "it killed 12 soldiers", "its forces killed": the deed of the claimant.
fn is_own_deed(sentence: &Sentence, raw: &RawClaim) -> bool {
    const DOERS: &[&str] = &[
        "it", "they", "we", "he", "forces", "troops", "army", "jets", "drones", "fighters", "had",
    ];
    let (from, _) = raw.counted;
    let active = raw.start < from && sentence.is_harm(raw.start);
    active && sentence.any(raw.start.saturating_sub(4), raw.start, DOERS)
}
