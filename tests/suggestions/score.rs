//! How far suggestions agree with a gold file: precision and recall of claims and stances, and each field of the matched.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;

use serde::Deserialize;

/// A line of the gold file or of `suggest --format jsonl`; fields of the other kind are empty.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Row {
    pub document: String,
    /// `casualty`, `stance`, or `aliases` for a line of names of one actor.
    pub kind: String,
    pub names: Vec<String>,
    pub start: usize,
    pub end: usize,
    pub quote: String,
    /// Counts neither for nor against.
    pub optional: bool,
    pub repeats: Option<usize>,
    pub incident: String,

    pub outcome: String,
    pub low: u64,
    pub high: Option<u64>,
    pub qualifier: String,
    pub group: String,
    pub side: String,
    pub side_basis: String,
    pub claimant: String,
    pub measure: String,
    pub part_of: Option<usize>,
    pub as_of: String,
    pub as_of_source: String,

    pub actor: String,
    pub position: String,
    pub target: String,
    pub past: bool,
}

/// Reads lines of JSON; the first line is number 1 in `part_of` and `repeats`.
pub fn rows(text: &str) -> serde_json::Result<Vec<Row>> {
    text.lines().map(serde_json::from_str).collect()
}

/// Characters between two passages of a stance that are still the same place.
const NEAR: usize = 160;

/// Words that do not tell one actor from another.
const PLAIN: &[&str] = &[
    "the",
    "and",
    "for",
    "its",
    "his",
    "her",
    "their",
    "our",
    "some",
    "all",
    "mr",
    "mrs",
    "sir",
    "president",
    "presidency",
    "minister",
    "ministry",
    "prime",
    "foreign",
    "defence",
    "defense",
    "interior",
    "health",
    "government",
    "authorities",
    "authority",
    "official",
    "officials",
    "office",
    "leader",
    "leaders",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "head",
    "chief",
    "state",
    "republic",
    "forces",
    "force",
    "army",
    "military",
    "party",
    "group",
    "council",
    "committee",
    "commission",
    "secretary",
    "general",
    "former",
    "who",
    "said",
    "says",
    "with",
    "war",
    "conflict",
];

/// Which names are of one actor.
struct Actors {
    groups: Vec<HashSet<String>>,
}

impl Actors {
    fn of(gold: &[Row]) -> Self {
        let lines = gold.iter().filter(|it| it.kind == "aliases");
        Self { groups: lines.map(|it| it.names.iter().map(|name| plain(name)).collect()).collect() }
    }

    fn same(&self, a: &str, b: &str) -> bool {
        let (one, other) = (plain(a), plain(b));
        one == other
            || !words(&one).is_disjoint(&words(&other))
            || self.groups.iter().any(|it| it.contains(&one) && it.contains(&other))
    }
}

fn plain(name: &str) -> String {
    let lower = name.trim().to_lowercase().replace('’', "'");
    lower.strip_prefix("the ").unwrap_or(&lower).to_owned()
}

fn words(name: &str) -> HashSet<&str> {
    let all = name.split(|it: char| !it.is_alphanumeric());
    all.filter(|it| 3 <= it.chars().count() && !PLAIN.contains(it)).collect()
}

/// Whether two phrases have a word of four letters or more in common.
fn shares(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let mut all = one.split(|it: char| !it.is_alphanumeric()).filter(|it| 4 <= it.chars().count());
    all.any(|word| other.split(|it: char| !it.is_alphanumeric()).any(|it| it == word))
}

/// How well a suggestion fits a gold row, more is better; `None` where it does not.
fn fit(gold: &Row, found: &Row, actors: &Actors) -> Option<usize> {
    if gold.kind != found.kind || gold.document != found.document {
        return None;
    }
    let shared = gold.end.min(found.end).saturating_sub(gold.start.max(found.start));
    if gold.kind == "casualty" {
        let same =
            [gold.high == found.high, gold.qualifier == found.qualifier, gold.group == found.group];
        let alike = 0 < shared && gold.outcome == found.outcome && gold.low == found.low;
        return alike.then(|| 10 * shared + same.iter().filter(|it| **it).count());
    }
    let gap = gold.start.max(found.start).saturating_sub(gold.end.min(found.end));
    let alike =
        gap <= NEAR && gold.position == found.position && actors.same(&gold.actor, &found.actor);
    alike.then(|| 1000 - gap + shared)
}

/// What came of comparing the rows of one kind.
struct Matched<'a> {
    /// Lines of gold and suggestion with their rows, the optional ones left out.
    pairs: Vec<(usize, &'a Row, usize, &'a Row)>,
    missed: Vec<&'a Row>,
    alarms: Vec<&'a Row>,
    /// Line of the suggestion of each matched gold line, the optional ones too.
    line_of: HashMap<usize, usize>,
}

fn matched<'a>(kind: &str, gold: &'a [Row], found: &'a [Row], actors: &Actors) -> Matched<'a> {
    let numbered = |rows: &'a [Row]| -> Vec<(usize, &'a Row)> {
        let all = rows.iter().enumerate().map(|(at, row)| (at + 1, row));
        all.filter(|it| it.1.kind == kind).collect()
    };
    let (gold, found) = (numbered(gold), numbered(found));
    let mut fits = vec![];
    for (g, gold_row) in &gold {
        for (f, found_row) in &found {
            if let Some(fit) = fit(gold_row, found_row, actors) {
                fits.push((gold_row.optional, std::cmp::Reverse(fit), *g, *f));
            }
        }
    }
    fits.sort();
    let (mut line_of, mut used) = (HashMap::new(), HashSet::new());
    for (_, _, g, f) in &fits {
        if !line_of.contains_key(g) && used.insert(*f) {
            line_of.insert(*g, *f);
        }
    }
    let needed = || gold.iter().filter(|it| !it.1.optional);
    let pairs = needed().filter_map(|(g, gold_row)| {
        let f = *line_of.get(g)?;
        let (_, found_row) = found.iter().find(|it| it.0 == f)?;
        Some((*g, *gold_row, f, *found_row))
    });
    let pairs = pairs.collect();
    let missed = needed().filter(|it| !line_of.contains_key(&it.0)).map(|it| it.1).collect();
    // A second suggestion for an optional row counts no more than the first.
    let optional = |f: usize| fits.iter().any(|it| it.0 && it.3 == f);
    let alarms = found.iter().filter(|it| !used.contains(&it.0) && !optional(it.0));
    let alarms = alarms.map(|it| it.1).collect();
    Matched { pairs, missed, alarms, line_of }
}

/// How many of the matched are right, and what was wrong with the others.
#[derive(Default)]
struct Field {
    right: usize,
    of: usize,
    wrong: Vec<String>,
}

/// The scores as a table. Below it, where `faults` says so, each miss, false alarm and wrong field.
pub fn scores(gold: &[Row], found: &[Row], faults: bool) -> String {
    let actors = Actors::of(gold);
    let documents: HashSet<&str> = gold.iter().map(|it| it.document.as_str()).collect();
    let found: Vec<Row> = found
        .iter()
        .map(
            |it| if documents.contains(it.document.as_str()) { it.clone() } else { Row::default() },
        )
        .collect();
    let (mut table, mut list) = (String::new(), String::new());
    for kind in ["casualty", "stance"] {
        let matched = matched(kind, gold, &found, &actors);
        let (hit, missed, alarms) =
            (matched.pairs.len(), matched.missed.len(), matched.alarms.len());
        let share = |of: usize| hit as f64 / of.max(1) as f64;
        let (precision, recall) = (share(hit + alarms), share(hit + missed));
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        let _ = writeln!(
            table,
            "{kind}: precision {precision:.3}, recall {recall:.3}, F1 {f1:.3} ({hit} found, {missed} missed, {alarms} false)"
        );
        for (name, rows) in [("missed", &matched.missed), ("false", &matched.alarms)] {
            for row in rows {
                let what = format!("{} {} {}{}", row.outcome, row.low, row.actor, row.position);
                let _ =
                    writeln!(list, "{name} {}:{} {what} “{}”", short(row), row.start, row.quote);
            }
        }
        for (name, field) in fields(kind, &matched, &actors) {
            let share = field.right as f64 / field.of.max(1) as f64;
            let _ = writeln!(table, "  {name}: {share:.3} ({} of {})", field.right, field.of);
            field.wrong.iter().for_each(|it| list += &format!("{name} {it}\n"));
        }
    }
    if faults { table + &list } else { table }
}

fn short(row: &Row) -> &str {
    row.document.get(..6).unwrap_or(&row.document)
}

fn fields(kind: &str, all: &Matched<'_>, actors: &Actors) -> BTreeMap<&'static str, Field> {
    let mut fields: BTreeMap<&'static str, Field> = BTreeMap::new();
    for (_, gold, _, found) in &all.pairs {
        let mut put = |name, right: bool, gold_says: &str, found_says: &str| {
            let field = fields.entry(name).or_default();
            field.right += usize::from(right);
            field.of += 1;
            if !right {
                let place = format!("{}:{}", short(gold), gold.start);
                field
                    .wrong
                    .push(format!("{place} ‘{found_says}’ for ‘{gold_says}’ “{}”", gold.quote));
            }
        };
        let mut same = |name, gold_says: &str, found_says: &str| {
            put(name, actors.same(gold_says, found_says), gold_says, found_says);
        };
        same("incident", &gold.incident, &found.incident);
        if kind == "casualty" {
            same("claimant", &gold.claimant, &found.claimant);
            same("side", &gold.side, &found.side);
        } else if !gold.target.is_empty() {
            // What it is about may be "the use of force": there every word tells.
            let right =
                shares(&gold.target, &found.target) || actors.same(&gold.target, &found.target);
            put("target", right, &gold.target, &found.target);
        }
        let link = |gold: Option<usize>| gold.map(|it| all.line_of.get(&it).copied());
        let mut linked = |name, gold: Option<usize>, found: Option<usize>| {
            let right = link(gold) == found.map(Some);
            put(name, right, &format!("{:?}", link(gold).flatten()), &format!("{found:?}"));
        };
        linked("repeats", gold.repeats, found.repeats);
        if kind == "stance" {
            put("past", gold.past == found.past, &gold.past.to_string(), &found.past.to_string());
            continue;
        }
        linked("part_of", gold.part_of, found.part_of);
        let shown = |it: Option<u64>| it.map_or(String::new(), |it| it.to_string());
        put("high", gold.high == found.high, &shown(gold.high), &shown(found.high));
        let mut equal = |name, gold: &str, found: &str| put(name, gold == found, gold, found);
        equal("qualifier", &gold.qualifier, &found.qualifier);
        equal("group", &gold.group, &found.group);
        equal("measure", &gold.measure, &found.measure);
        if !gold.side.is_empty() && !found.side.is_empty() {
            equal("side_basis", &gold.side_basis, &found.side_basis);
        }
        // Without words for a time only that of printing may stand there.
        let printed = matches!(found.as_of_source.as_str(), "publication" | "");
        let as_of = if printed { "" } else { &found.as_of };
        let right = as_of.starts_with(&gold.as_of) && as_of.is_empty() == gold.as_of.is_empty();
        put("as_of", right, &gold.as_of, as_of);
    }
    fields
}
