//! Owns whom "the separatists" and "the Armenian side" mean: those who hold the breakaway region that an article names.
//! The regions are those of `assets/regions.txt`; they are added there, never here.

use std::sync::LazyLock;

use super::Reading;
use crate::analysis::sentence::Sentence;
use crate::analysis::suggestion::{Found, FoundName};

/// A region that broke away from a state.
#[derive(Debug)]
pub(super) struct Region {
    /// Main name of its entry in the gazetteer.
    name: &'static str,
    /// Main names of the states whose people hold it.
    peoples: Vec<&'static str>,
}

static REGIONS: LazyLock<Vec<Region>> = LazyLock::new(|| {
    let region = |line: &'static str| {
        let (name, peoples) = line.split_once('|')?;
        let peoples = peoples.split(';').map(str::trim).filter(|it| !it.is_empty());
        Some(Region { name: name.trim(), peoples: peoples.collect() })
    };
    let lines = include_str!("../../../assets/regions.txt").lines();
    lines.filter(|it| !it.starts_with('#')).filter_map(region).collect()
});

impl Region {
    /// The region with this main name.
    fn named(name: &str) -> Option<&'static Region> {
        REGIONS.iter().find(|it| it.name == name)
    }
}

/// Whether a main name is that of a breakaway region.
pub(super) fn is_region(name: &str) -> bool {
    Region::named(name).is_some()
}

/// Those who hold a region, or what is said of it by those who deny that it is a state.
fn holds(word: &str) -> bool {
    matches!(word, "separatist" | "separatists" | "secessionist" | "secessionists")
}

/// "this disputed region", "the unrecognised government", "the enclave": none but a breakaway one is meant.
fn means_a_region(words: &[&str]) -> bool {
    const APART: &[&str] = &[
        "breakaway",
        "disputed",
        "contested",
        "secessionist",
        "unrecognised",
        "unrecognized",
        "self-proclaimed",
    ];
    const HELD: &[&str] = &["region", "territory", "enclave", "republic", "government", "state"];
    let of_one = words.windows(3).any(|it| {
        matches!(it[0], "of" | "in") && matches!(it[1], "the" | "this") && it[2] == "region"
    });
    // Others than a breakaway region have governors, but no ombudsman.
    words.contains(&"enclave")
        || of_one && words.contains(&"ombudsman")
        || words.windows(2).any(|it| APART.contains(&it[0]) && HELD.contains(&it[1]))
}

impl Reading<'_> {
    /// Takes in the regions that a sentence names, of the states among its entries.
    pub(super) fn note_regions(&mut self, sentence: &Sentence) {
        for (entry, _) in sentence.mentions.iter().flat_map(|it| &it.entries) {
            let Some(entry) = self.gazetteer.entry(*entry) else { continue };
            if let Some(region) = Region::named(&entry.name)
                && !self.regions.iter().any(|it| it.name == region.name)
            {
                self.regions.push(region);
            }
        }
    }

    /// A name under that of the region whose holders it means: "the separatists", "Armenian separatists", "the authorities
    /// of the enclave". As it is where the article names several such regions, or none.
    pub(super) fn of_region(&self, name: FoundName) -> FoundName {
        if self.regions.is_empty() || name.name.as_deref().is_some_and(is_region) {
            return name;
        }
        let lower = name.words.to_lowercase();
        let words: Vec<&str> = lower.split(|it: char| !it.is_alphanumeric() && it != '-').collect();
        if !words.iter().any(|it| holds(it)) && !means_a_region(&words) {
            return name;
        }
        let hits = self.gazetteer.find(&name.words);
        let named: Vec<&str> = hits
            .iter()
            .filter_map(|it| Some(self.gazetteer.entry(it.entry)?.name.as_str()))
            .collect();
        // "Kurdish separatists" are others than those of the region.
        let known =
            |at: usize| hits.iter().any(|it| (it.span.start()..it.span.end()).contains(&at));
        let begins = |at: usize| at == 0 || !name.words[..at].ends_with(char::is_alphanumeric);
        let opens = words.first().is_some_and(|it| {
            holds(it) || matches!(*it, "the" | "this" | "a" | "authorities" | "forces" | "local")
        });
        let strange = name
            .words
            .char_indices()
            .any(|(at, it)| it.is_uppercase() && (at > 0 || !opens) && begins(at) && !known(at));
        let fits =
            |it: &&&Region| named.iter().all(|name| *name == it.name || it.peoples.contains(name));
        let mut regions = self.regions.iter().filter(fits);
        match (regions.next(), regions.next()) {
            (Some(only), None) if !strange => {
                FoundName { name: Some(only.name.to_owned()), ..name }
            }
            _ => name,
        }
    }

    /// A target under its region's name. A people that both a state and the region have is left as words: in "called on
    /// the Armenians to give up" the state may not be meant.
    pub(super) fn target_of_region(&self, name: FoundName) -> FoundName {
        let people = name.name.as_deref().and_then(|it| self.gazetteer.named(it));
        let people = people.filter(|it| {
            let words = name.words.trim_start_matches("the ").trim_start_matches("The ");
            !it.people.is_empty()
                && words == it.people
                && self.regions.iter().any(|region| region.peoples.contains(&it.name.as_str()))
        });
        match people {
            Some(_) => FoundName { name: None, ..name },
            None => self.of_region(name),
        }
    }

    /// The region that a claimant counts the people of, when it speaks of "the Armenian side" by the name of a state: that
    /// it is an office of.
    pub(super) fn own_region(&self, claimant: &FoundName, state: &str) -> Option<String> {
        let name = claimant.name.as_deref().or_else(|| self.home(claimant))?;
        let region = Region::named(name).filter(|it| it.peoples.contains(&state))?;
        Some(region.name.to_owned())
    }

    /// The region whose office a person holds who is known by nothing else: "the ombudsman of Nagorno-Karabakh, Ana Gomez".
    pub(super) fn home(&self, person: &FoundName) -> Option<&str> {
        let last = person.words.split_whitespace().next_back()?.to_lowercase();
        self.homes.get(&last).copied().filter(|_| person.name.is_none())
    }

    /// The region that an office is of: named in it, or "of the region" where the article names one.
    pub(super) fn region_of_office(
        &self,
        sentence: &Sentence,
        from: usize,
        to: usize,
    ) -> Option<&'static str> {
        let named = sentence.mentions.iter().filter(|it| from <= it.start && it.end <= to);
        let named = named
            .flat_map(|it| &it.entries)
            .find_map(|(entry, _)| Region::named(&self.gazetteer.entry(*entry)?.name));
        let only = || match &self.regions[..] {
            [only] => Some(*only),
            _ => None,
        };
        let said = || {
            (from..to + 4).any(|at| {
                matches!(sentence.word(at), "of" | "in")
                    && matches!(sentence.word(at + 1), "the" | "this")
                    && matches!(
                        sentence.word(at + 2),
                        "region" | "enclave" | "unrecognised" | "unrecognized" | "territory"
                    )
            })
        };
        // A region's ombudsman, where the words name no state's.
        let stateless = || {
            let own = (from..to).any(|at| sentence.word(at) == "ombudsman");
            let mut within = sentence.mentions.iter().filter(|it| it.start < to && from < it.end);
            own && within.all(|it| it.entries.is_empty())
        };
        named.or_else(|| only().filter(|_| said() || stateless())).map(|it| it.name)
    }

    /// Gives what was found before its region was named the name of it.
    pub(super) fn settle_regions(&mut self) {
        if self.regions.is_empty() {
            return;
        }
        let mut found = std::mem::take(&mut self.found);
        let set = |name: &mut FoundName| *name = self.of_region(std::mem::take(name));
        for it in &mut found {
            match &mut it.found {
                Found::Claim(claim) => {
                    claim.claimant.iter_mut().for_each(set);
                    claim.side.iter_mut().for_each(|it| set(&mut it.0));
                }
                Found::Stance(stance) => {
                    set(&mut stance.actor);
                    let target = stance.target.take();
                    stance.target = target.map(|it| self.target_of_region(it));
                }
            }
        }
        self.found = found;
    }
}
