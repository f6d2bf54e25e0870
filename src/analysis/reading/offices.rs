//! Owns who holds which office: "the ombudsman of the region, Ana Gomez", so that all names of one claimant lead to one.

use super::Reading;
use crate::analysis::sentence::Sentence;
use crate::analysis::suggestion::FoundName;

/// Offices that count the people of their own place, whoever they are.
pub(super) const COUNTERS: &[&str] = &[
    "health",
    "emergency",
    "emergencies",
    "rescue",
    "ombudsman",
    "governor",
    "mayor",
    "hospital",
    "hospitals",
    "doctors",
    "medics",
    "civil",
];

impl Reading<'_> {
    /// One key for all names of an actor: of "Kari Berg" the office she was named with, "mayor".
    pub(super) fn actor(&self, name: &FoundName) -> String {
        let key = key(name);
        self.offices.get(&key).cloned().unwrap_or(key)
    }

    /// Remembers who holds which office: "the mayor of Oslo, Kari Berg".
    pub(super) fn note_offices(&mut self, sentence: &Sentence) {
        for mention in &sentence.mentions {
            // "the ombudsman Ana Gomez"
            let (true, Some((from, to))) = (mention.office, mention.person) else { continue };
            if let Some(region) = self.region_of_office(sentence, mention.start, from) {
                self.homes.insert(sentence.word(to - 1).to_owned(), region);
            }
        }
        for pair in sentence.mentions.windows(2) {
            let [office, person] = pair else { continue };
            // "the ombudsman of the region, Ana Gomez"
            let of = matches!(sentence.word(office.end), "of" | "in")
                && matches!(sentence.word(office.end + 2), "region" | "enclave" | "territory");
            let end = office.end + if of { 3 } else { 0 };
            let apposed =
                end == person.start || end + 1 == person.start && sentence.word(end) == ",";
            let (Some((from, to)), true) = (person.person, apposed && office.office) else {
                continue;
            };
            if let Some(region) = self.region_of_office(sentence, office.start, office.end)
                && from < to
            {
                self.homes.insert(sentence.word(to - 1).to_owned(), region);
            }
            let noun = (office.start..office.end).find(|at| COUNTERS.contains(&sentence.word(*at)));
            if let Some(noun) = noun
                && from < to
            {
                self.offices
                    .insert(sentence.word(to - 1).to_owned(), sentence.word(noun).to_owned());
            }
        }
    }
}

/// The main name, else an office that counts, else the last word.
pub(super) fn key(name: &FoundName) -> String {
    let lower = name.words.to_lowercase();
    let words = || lower.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    let office = words().find(|it| matches!(*it, "ombudsman" | "mayor" | "governor"));
    let last = || words().next_back().unwrap_or_default().to_owned();
    office.map(str::to_owned).or_else(|| name.name.clone()).unwrap_or_else(last)
}
