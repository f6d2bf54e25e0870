//! Owns who made an article: bylines, sources, copyright lines, datelines, and the agencies among the names in them.
//! The names are data in `assets/agencies.txt` and `assets/outlets.txt`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::head::{Header, Lines};
use crate::base::pattern;
use crate::corpus::Known;

/// What the lines around an article credit.
#[derive(Debug, Default)]
pub struct Credits {
    pub outlet: Option<Known<String>>,
    pub agency: Option<Known<String>>,
    pub author: Option<Known<String>>,
    pub url: Option<Known<String>>,
    /// Who claims the copyright, which may be the outlet.
    pub owner: Option<Known<String>>,
}

struct Lists {
    agencies: BTreeMap<String, String>,
    endings: Vec<String>,
    outlet_words: BTreeSet<String>,
    outlet_names: BTreeSet<String>,
    outlet_starts: BTreeSet<String>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let (mut agencies, mut endings) = (BTreeMap::new(), Vec::new());
    for line in include_str!("../../../assets/agencies.txt").lines() {
        if let Some((name, others)) = line.split_once(" = ") {
            for printed in others.split(", ").chain([name]) {
                agencies.insert(printed.to_lowercase(), name.to_owned());
            }
        } else if let Some(ending) = line.strip_prefix("ending ") {
            endings.push(ending.to_owned());
        }
    }
    let list = |kind: &str| {
        let lines = include_str!("../../../assets/outlets.txt").lines();
        lines.filter_map(|it| it.strip_prefix(kind)).map(str::to_owned).collect()
    };
    let (outlet_words, outlet_names, outlet_starts) =
        (list("word "), list("name "), list("start "));
    Lists { agencies, endings, outlet_words, outlet_names, outlet_starts }
});

static BYLINE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:By|Par|Von|Por|Автор[ы]?:?|Текст:|Հեղինակ[՝:]?)\s+(.+)$"));
static SHARED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^([^,.:;()]{2,40}?)\s+(?:avec|with|mit|con|совместно с)\s+([^,.:;()]{2,40})$")
});
static SOURCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?i:source|sources|via|quelle|fuente|fonte|источник|աղբյուր[ըն]?|kaynak|mənbə|url|link)\s*[:՝։]\s*(.{2,200})$",
    )
});
static OWNER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s*([^.,|©\d][^.,|©]{1,50})",
    )
});
static DATELINE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\p{Lu}[^()]{2,60}\(([^()]{2,40})\)\s*[-–—:]"));
static DISPATCH: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\d[^()]{7,80}\(([^()]{2,40})\)\s*(?:[-–—:]|©|$)"));
static LAST: LazyLock<Regex> = LazyLock::new(|| pattern(r"[.!?”»]\s*\(([^()]{2,40})\)\.?$"));
static BETWEEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:\s*,)?\s+(and|with|et|avec|und|mit|in|à|и|con|y|for|pour)\s+|\s*[,/|(]\s*|\s*\)\s*",
    )
});

/// The agency a name stands for: by the list, or by how such names end.
pub fn agency(name: &str) -> Option<String> {
    let name = name.trim().trim_matches(['.', '’', '\'', '"', '“', '”']);
    let plain = name.to_lowercase();
    if let Some(known) = LISTS.agencies.get(&plain) {
        return Some(known.clone());
    }
    let is_name = name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= 5;
    let ends = LISTS.endings.iter().any(|it| plain.ends_with(&format!(" {it}")));
    (is_name && ends).then(|| name.to_owned())
}

/// Whether a short line sounds like the name of an outlet.
pub fn has_outlet_word(name: &str) -> bool {
    let plain = name.to_lowercase().replace('’', "'");
    let is_domain = plain
        .split_once('.')
        .is_some_and(|(_, it)| (2..=6).contains(&it.len()) && !it.contains(' '));
    let mut words = plain.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    LISTS.outlet_names.contains(plain.trim())
        || is_domain
        || words.any(|it| LISTS.outlet_words.contains(it))
}

/// Whether a line credits someone rather than telling something.
pub fn is_credit(line: &str) -> bool {
    if 200 < line.chars().count() {
        return false;
    }
    let is_byline = || {
        by(line).is_some_and(|it| it.outlet.is_some() || it.agency.is_some() || it.author.is_some())
    };
    SOURCE.is_match(line)
        || line.starts_with("http")
        || DISPATCH.is_match(line)
        || is_byline()
        || shared(line).is_some()
}

/// Who is credited in the lines around an article.
pub fn credits(lines: &Lines<'_>, header: &Header) -> Credits {
    let mut credits = Credits::default();
    let head = lines.head.iter().enumerate().filter(|(at, _)| Some(*at) != header.title_at);
    let head: Vec<&str> = head.map(|(_, line)| line.text).collect();
    for line in head.iter().chain(&lines.tail) {
        if line.chars().count() <= 200 {
            credits.add(source(line).unwrap_or_default());
            credits.add(by(line).or_else(|| shared(line)).unwrap_or_default());
        }
    }
    let datelines = head.iter().take(6).map(|it| (&*DATELINE, it, "the dateline"));
    let dispatches = lines.tail.iter().map(|it| (&*DISPATCH, it, "the line at the end"));
    for (form, line, what) in datelines.chain(dispatches) {
        if let Some(found) = form.captures(line) {
            // What stands in brackets after place and date is the agency, whatever its name.
            let name = found[1].trim();
            let has_date = !super::dates::dates(&found[0]).is_empty();
            let agency = agency(name).or_else(|| has_date.then(|| name.to_owned()));
            let agency = agency.map(|it| Known::stated(it, format!("{what}, “({name})”")));
            credits.agency = credits.agency.or(agency);
        }
    }
    for line in head.iter().chain(&lines.tail) {
        let Some(name) = LAST.captures(line).map(|it| it[1].trim().to_owned()) else { continue };
        let known = agency(&name).map(|it| Known::stated(it, format!("“({name})” after the text")));
        credits.agency = credits.agency.or(known);
    }
    for line in lines.tail.iter().filter(|it| it.chars().count() <= 200) {
        let Some(name) = OWNER.captures(line).map(|it| it[1].trim().to_owned()) else { continue };
        let reason = format!("the copyright line, “{}”", line.trim());
        match agency(&name) {
            Some(agency) => {
                credits.agency = credits.agency.or_else(|| Some(Known::stated(agency, reason)));
            }
            None if name.starts_with(char::is_uppercase)
                && name.split_whitespace().count() <= 6 =>
            {
                credits.owner = credits.owner.or_else(|| Some(Known::guessed(name, reason)));
            }
            None => {}
        }
    }
    credits
}

impl Credits {
    /// Takes what is not known yet.
    fn add(&mut self, other: Credits) {
        let Credits { outlet, agency, author, url, owner } = other;
        self.outlet = self.outlet.take().or(outlet);
        self.agency = self.agency.take().or(agency);
        self.author = self.author.take().or(author);
        self.url = self.url.take().or(url);
        self.owner = self.owner.take().or(owner);
    }
}

/// What a line such as "Source: River Post" or an address says.
fn source(line: &str) -> Option<Credits> {
    let reason = || format!("the line “{line}”");
    let name = SOURCE.captures(line).map(|it| it[1].trim().to_owned());
    let mut credits = Credits::default();
    match name {
        Some(url) if url.starts_with("http") => credits.url = Some(Known::stated(url, reason())),
        Some(name) if name.split_whitespace().count() <= 6 => {
            let name = name.trim_end_matches('.').to_owned();
            credits.agency = agency(&name).map(|it| Known::stated(it, reason()));
            credits.outlet = Some(Known::stated(name, reason()));
        }
        None if line.starts_with("http") && !line.contains(' ') => {
            credits.url = Some(Known::guessed(line.to_owned(), "the address in the text"));
        }
        _ => return None,
    }
    Some(credits)
}

/// What a line such as "By A. Roe with River Wire" says.
fn by(line: &str) -> Option<Credits> {
    if 120 < line.chars().count() || line.ends_with(['.', '?', '!', ':']) && !line.ends_with("..") {
        return None;
    }
    let names = BYLINE.captures(line)?.get(1)?.as_str();
    let mut parts = Vec::new();
    let (mut at, mut joined_by) = (0, "");
    for found in BETWEEN.captures_iter(names) {
        let whole = found.get(0)?;
        parts.push((joined_by, &names[at..whole.start()]));
        joined_by = found.get(1).map_or(",", |it| it.as_str());
        at = whole.end();
    }
    parts.push((joined_by, &names[at..]));
    let (mut credits, mut authors) = (Credits::default(), Vec::new());
    let reason = || format!("the line “{line}”");
    for (joined_by, name) in parts {
        if matches!(joined_by, "in" | "à") {
            continue;
        }
        if let Some(agency) = agency(name) {
            credits.agency.get_or_insert_with(|| Known::stated(agency, reason()));
        } else if is_outlet(name) {
            credits.outlet.get_or_insert_with(|| Known::stated(name.to_owned(), reason()));
        } else if is_person(name) {
            authors.push(name.to_owned());
        }
    }
    credits.author = (!authors.is_empty()).then(|| Known::stated(authors.join(", "), reason()));
    Some(credits)
}

/// What a line such as "River Post with AFP" says.
fn shared(line: &str) -> Option<Credits> {
    let found = SHARED.captures(line)?;
    let agency = agency(&found[2])?;
    let name = found[1].trim();
    let reason = format!("the line “{line}”");
    let is_name = name.split_whitespace().count() <= 4 && name.starts_with(char::is_uppercase);
    is_name.then(|| Credits {
        outlet: Some(Known::stated(name.to_owned(), reason.clone())),
        agency: Some(Known::stated(agency, reason)),
        ..Credits::default()
    })
}

fn is_outlet(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default().to_lowercase();
    let is_long = 2 <= name.split_whitespace().count();
    name.starts_with(char::is_uppercase)
        && (has_outlet_word(name) || (is_long && LISTS.outlet_starts.contains(&first)))
}

/// Two to four words that begin with capitals, particles such as "de" aside.
fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_particle =
        |it: &str| matches!(it, "de" | "du" | "van" | "von" | "der" | "al" | "bin" | "da" | "el");
    let is_capital = |it: &str| {
        it.starts_with(char::is_uppercase) && !it.contains(|it: char| it.is_ascii_digit())
    };
    (2..=5).contains(&words.len())
        && words.iter().all(|it| is_capital(it) || is_particle(it))
        && !super::dates::is_weekday(words[0])
}
