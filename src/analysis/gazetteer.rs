//! Owns the names the suggesters know: the bundled ones of `assets/gazetteer.txt` and those the caller hands in. Names
//! are added there, never here.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock, OnceLock};

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, Match, MatchKind};
use foldhash::fast::FixedState;

use crate::base::Span;
use crate::base::words::ActorKind;

/// An actor with all the names it goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GazetteerEntry {
    pub name: String,
    pub kind: ActorKind,
    /// What its people are called: "Azerbaijanis"; may be empty.
    pub people: String,
    /// Main name of the entry it belongs to.
    pub belongs_to: Option<String>,
    /// Other names, capitals and offices that stand for it.
    pub aliases: Vec<String>,
    /// Adjectives: "Azerbaijani".
    pub adjectives: Vec<String>,
}

/// A place where a text names an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    pub span: Span,
    /// Index of the entry, for [`Gazetteer::entry`].
    pub entry: usize,
    /// Whether the words are an adjective of the entry rather than a name.
    pub adjective: bool,
}

/// Names and the means to find them: those of the caller over those they extend, which are shared.
#[derive(Debug, Clone)]
pub struct Gazetteer {
    own: Arc<Layer>,
    /// Those below, with the names of their entries that an own one has taken up.
    base: Option<(Arc<Layer>, HashSet<String>)>,
}

/// Entries with a search for all their names at once.
#[derive(Debug)]
struct Layer {
    entries: Vec<GazetteerEntry>,
    /// Entry and whether an adjective, for each pattern.
    patterns: Vec<(usize, bool)>,
    /// Entry of each name, folded; a quick hash serves for names that the analyst chose.
    by_name: HashMap<String, usize, FixedState>,
    /// The names as they are looked for.
    words: Vec<String>,
    kind: Option<AhoCorasickKind>,
    /// Made when the first text is searched: most of the cost, which who only asks by name does not pay.
    automaton: OnceLock<Option<AhoCorasick>>,
}

static BUNDLED: LazyLock<Gazetteer> = LazyLock::new(|| {
    let entries = read(include_str!("../../assets/gazetteer.txt"));
    // Costs 8 MB and 15 ms, once, and finds names in half the time.
    Gazetteer { own: Arc::new(Layer::new(entries, Some(AhoCorasickKind::DFA))), base: None }
});

impl Layer {
    fn new(entries: Vec<GazetteerEntry>, kind: Option<AhoCorasickKind>) -> Self {
        let mut words: Vec<String> = vec![];
        let mut patterns = vec![];
        let mut by_name = HashMap::default();
        for (index, entry) in entries.iter().enumerate() {
            let names = std::iter::once(&entry.name).chain(&entry.aliases);
            let names = names.chain(Some(&entry.people)).map(|it| (it, false));
            for (name, adjective) in names.chain(entry.adjectives.iter().map(|it| (it, true))) {
                let folded = fold(name.trim()).0.into_owned();
                if folded.is_empty() || by_name.contains_key(&folded) {
                    continue;
                }
                by_name.insert(folded.clone(), index);
                // "French" is said of the people and before a noun.
                let adjective = adjective || entry.adjectives.contains(name);
                words.push(folded);
                patterns.push((index, adjective));
            }
        }
        Self { entries, patterns, by_name, words, kind, automaton: OnceLock::new() }
    }

    /// The first name in a folded text from a byte on, the longest of those that start there.
    fn first(&self, folded: &str, from: usize) -> Option<Match> {
        // Fails only past four billion patterns; then nothing is found by name, which harms no one.
        let build = || {
            let built = AhoCorasick::builder()
                .kind(self.kind)
                .match_kind(MatchKind::LeftmostLongest)
                .build(&self.words);
            built.ok()
        };
        let automaton = self.automaton.get_or_init(build).as_ref()?;
        automaton.find(Input::new(folded).span(from..folded.len()))
    }
}

impl Gazetteer {
    /// The world's states, main organisations and people in office.
    pub fn bundled() -> &'static Gazetteer {
        &BUNDLED
    }

    /// Finds the names of `entries`; of two with the same name the first has it.
    pub fn new(entries: Vec<GazetteerEntry>) -> Self {
        Self { own: Arc::new(Layer::new(entries, None)), base: None }
    }

    /// The same with the caller's own names, which come first: an entry of the same name takes the names given here
    /// besides its own. Costs as much as the own names do, the others being shared.
    pub fn extended(&self, names: Vec<GazetteerEntry>) -> Self {
        let mut known: HashMap<&str, &GazetteerEntry> =
            self.entries().map(|it| (it.name.as_str(), it)).collect();
        let mut taken = HashSet::new();
        let mut lost = vec![];
        let mut entries = vec![];
        for mut name in names {
            if let Some(old) = known.remove(name.name.as_str()) {
                taken.insert(old.name.clone());
                name.aliases.extend(old.aliases.iter().cloned());
                name.adjectives.extend(old.adjectives.iter().cloned());
                name.belongs_to = name.belongs_to.or_else(|| old.belongs_to.clone());
                if name.people.is_empty() {
                    name.people.clone_from(&old.people);
                } else if name.people != old.people {
                    lost.push(fold(old.people.trim()).0.into_owned());
                }
            }
            entries.push(name);
        }
        let own = Layer::new(entries, None);
        // A name that the caller gave up would still be found below: then all are read anew.
        let is_lost = lost.iter().any(|it| !it.is_empty() && !own.by_name.contains_key(it));
        if is_lost || self.base.is_some() {
            let rest = self.entries().filter(|it| !taken.contains(&it.name));
            return Self::new(own.entries.iter().chain(rest).cloned().collect());
        }
        Self { own: Arc::new(own), base: Some((Arc::clone(&self.own), taken)) }
    }

    /// All entries, those of the caller first.
    pub fn entries(&self) -> impl Iterator<Item = &GazetteerEntry> {
        let below = self
            .base
            .iter()
            .flat_map(|(base, taken)| base.entries.iter().filter(|it| !taken.contains(&it.name)));
        self.own.entries.iter().chain(below)
    }

    /// The entry of a [`Hit`].
    pub fn entry(&self, index: usize) -> Option<&GazetteerEntry> {
        let below =
            || self.base.as_ref()?.0.entries.get(index.checked_sub(self.own.entries.len())?);
        self.own.entries.get(index).or_else(below)
    }

    /// The entry that goes by `name`: main name, alias, people or adjective, accents aside.
    pub fn named(&self, name: &str) -> Option<&GazetteerEntry> {
        let (folded, _) = fold(name.trim());
        let of = |layer: &'_ Layer| layer.by_name.get(&*folded).copied();
        let below = || Some(of(&self.base.as_ref()?.0)? + self.own.entries.len());
        of(&self.own).or_else(below).and_then(|it| self.entry(it))
    }

    /// All names in a part of `text`, at their places in the whole.
    pub fn find_in(&self, text: &str, part: Span) -> Vec<Hit> {
        let moved = |hit: Hit| {
            let (start, end) = (hit.span.start() + part.start(), hit.span.end() + part.start());
            Hit { span: Span::new(start, end), ..hit }
        };
        self.find(part.of(text)).into_iter().map(moved).collect()
    }

    /// All names in `text`, in order, not overlapping, whole words only.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let (folded, offsets) = fold(text);
        let origin = |at: usize| offsets.as_ref().map_or(at, |all| all[at]);
        let base = self.base.as_ref().map(|it| &it.0);
        let (mut own, mut below) =
            (self.own.first(&folded, 0), base.and_then(|it| it.first(&folded, 0)));
        let mut found = vec![];
        loop {
            // The first of both layers, the longer of two at one place, the caller's of two alike.
            let is_own = match (&own, &below) {
                (Some(own), Some(below)) => {
                    let rank = |it: &Match| (it.start(), Reverse(it.end()));
                    rank(own) <= rank(below)
                }
                (own, _) => own.is_some(),
            };
            let (layer, hit, moved) = match (is_own, own, below, base) {
                (true, Some(hit), ..) => (&self.own, hit, 0),
                (false, _, Some(hit), Some(base)) => (base, hit, self.own.entries.len()),
                _ => return found,
            };
            let (start, end) = (hit.start(), hit.end());
            if !folded[..start].ends_with(char::is_alphanumeric)
                && !folded[end..].starts_with(char::is_alphanumeric)
            {
                let (entry, adjective) = layer.patterns[hit.pattern().as_usize()];
                let span = Span::new(origin(start), origin(end));
                found.push(Hit { span, entry: entry + moved, adjective });
            }
            // A layer looks again only where what it found is passed.
            if own.is_some_and(|it| it.start() < end) {
                own = self.own.first(&folded, end);
            }
            if below.is_some_and(|it| it.start() < end) {
                below = base.and_then(|it| it.first(&folded, end));
            }
        }
    }
}

/// The text without accents and with plain apostrophes, and for each of its bytes the byte it comes from; no list for
/// a text that is all ASCII and stays as it is.
pub(super) fn fold(text: &str) -> (Cow<'_, str>, Option<Vec<usize>>) {
    if text.is_ascii() {
        return (Cow::Borrowed(text), None);
    }
    let mut folded = String::with_capacity(text.len());
    let mut offsets = Vec::with_capacity(text.len() + 1);
    for (at, it) in text.char_indices() {
        let start = folded.len();
        folded.push(plain(it));
        offsets.extend(std::iter::repeat_n(at, folded.len() - start));
    }
    offsets.push(text.len());
    (Cow::Owned(folded), Some(offsets))
}

/// The letter without its accent.
pub(super) fn plain(it: char) -> char {
    match it {
        '’' | '‘' | 'ʼ' => '\'',
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' | 'Ā' => 'A',
        'ç' | 'ć' | 'č' => 'c',
        'Ç' | 'Ć' | 'Č' => 'C',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' | 'ė' | 'ə' => 'e',
        'È' | 'É' | 'Ê' | 'Ë' | 'Ē' | 'Ə' => 'E',
        'ğ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'Ì' | 'Í' | 'Î' | 'Ï' | 'İ' => 'I',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ō' | 'ő' | 'ø' => 'o',
        'Ö' | 'Ó' | 'Ø' => 'O',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'Ś' | 'Š' | 'Ş' | 'Ș' => 'S',
        'ţ' | 'ț' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ű' | 'ů' => 'u',
        'Ü' | 'Ú' => 'U',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'Ž' | 'Ż' => 'Z',
        other => other,
    }
}

/// Reads the lines of the bundled file: kind | name | people | belongs to | other names; a line that is none is left out.
fn read(text: &str) -> Vec<GazetteerEntry> {
    let entry = |line: &str| {
        let mut fields = line.split('|').map(str::trim);
        let kind = fields.next()?.parse().ok()?;
        let name = fields.next()?.to_owned();
        let people = fields.next()?.to_owned();
        let belongs_to = fields.next().filter(|it| !it.is_empty()).map(str::to_owned);
        let others = fields.next().unwrap_or_default().split(';').map(str::trim);
        let (adjectives, aliases): (Vec<_>, Vec<_>) =
            others.filter(|it| !it.is_empty()).partition(|it| it.starts_with('~'));
        let aliases = aliases.into_iter().map(str::to_owned).collect();
        let adjectives =
            adjectives.iter().map(|it| it.trim_start_matches('~').to_owned()).collect();
        Some(GazetteerEntry { name, kind, people, belongs_to, aliases, adjectives })
    };
    text.lines().filter(|it| !it.starts_with('#')).filter_map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(gazetteer: &Gazetteer, text: &str) -> String {
        let name = |hit: &Hit| {
            let entry = gazetteer.entry(hit.entry).map_or("", |it| &it.name);
            format!("{}={entry}", hit.span.of(text))
        };
        gazetteer.find(text).iter().map(name).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn capitals_offices_and_accents_lead_to_their_state() {
        let check = |text, expect| assert_eq!(found(Gazetteer::bundled(), text), expect);
        check("The Elysée and Downing Street", "Elysée=France, Downing Street=United Kingdom");
        check("Nigerians in Niger", "Nigerians=Nigeria, Niger=Niger");
        check("“Erdoğan’s” — Omaniyya", "Erdoğan=Recep Tayyip Erdogan");
        check("the us army", "");
        check("The Quai d’Orsay, the Pentagon", "Quai d’Orsay=France, Pentagon=United States");
        check("Bundestag, Knesset, Duma", "Bundestag=Germany, Knesset=Israel, Duma=Russia");
        check("Aliev met Pashinian", "Aliev=Ilham Aliyev, Pashinian=Nikol Pashinyan");
        check("Cape Verdean and Beninese", "Cape Verdean=Cape Verde, Beninese=Benin");
    }

    #[test]
    fn every_line_of_the_bundled_file_is_read_and_belongs_to_a_known_entry() {
        let lines = include_str!("../../assets/gazetteer.txt").lines();
        let wanted = lines.filter(|it| !it.starts_with('#') && !it.trim().is_empty()).count();
        let gazetteer = Gazetteer::bundled();
        assert_eq!(gazetteer.entries().count(), wanted);
        for entry in gazetteer.entries() {
            for owner in entry.belongs_to.iter() {
                assert!(gazetteer.named(owner).is_some(), "{owner}");
            }
        }
    }

    #[test]
    fn names_laid_over_others_are_found_as_if_all_were_read_together() {
        let own = |name: &str, people: &str, aliases: &[&str]| GazetteerEntry {
            name: name.to_owned(),
            kind: ActorKind::Organisation,
            people: people.to_owned(),
            belongs_to: None,
            aliases: aliases.iter().map(|it| (*it).to_owned()).collect(),
            adjectives: vec![],
        };
        let check = |names: Vec<GazetteerEntry>, text: &str, expect: &str| {
            let over = Gazetteer::bundled().extended(names);
            let together = Gazetteer::new(over.entries().cloned().collect());
            assert_eq!(found(&over, text), expect);
            assert_eq!(found(&together, text), expect);
        };
        // The longer of two at one place, the caller's of two alike, and nothing within what is found.
        let both = vec![own("Chad Relief", "", &["Norway", "Red"]), own("Mali", "", &["Berg"])];
        let text = "Chad Relief in Chad, Norway, Red Cross, Berg, Malians";
        let expect = "Chad Relief=Chad Relief, Chad=Chad, Norway=Chad Relief, \
                      Red Cross=Red Cross, Berg=Mali, Malians=Mali";
        check(both, text, expect);
        // A people that the caller calls otherwise is not found by its old name.
        check(vec![own("Mali", "Malinese", &[])], "Malians, Malinese", "Malinese=Mali");
    }

    #[test]
    fn names_handed_in_come_first_and_keep_what_was_known() {
        let own = GazetteerEntry {
            name: "Armenia".to_owned(),
            kind: ActorKind::State,
            people: String::new(),
            belongs_to: None,
            aliases: vec!["the Republic".to_owned()],
            adjectives: vec![],
        };
        let gazetteer = Gazetteer::bundled().extended(vec![own]);
        assert_eq!(
            found(&gazetteer, "the Republic, Yerevan"),
            "the Republic=Armenia, Yerevan=Armenia"
        );
    }
}
