//! Owns what a page states about its article: JSON-LD, the tags of its head, the elements made for it.

use dom_query::Document;
use serde_json::Value;

use super::super::{Stated, statement};
use crate::corpus::Known;

/// Statements of the page, the most exact source first.
pub fn stated(page: &Document) -> Stated {
    let linked = linked_data(page);
    let in_linked = |path: &[&str]| {
        let value = linked.as_ref().and_then(|it| names(at(it, path)?));
        known(value, format!("“{}” in the page's linked data", path[0]))
    };
    let meta = |key: &str| {
        let value = ["property", "name", "itemprop"].iter().find_map(|attribute| {
            attribute_of(page, &format!("meta[{attribute}=\"{key}\"]"), "content")
        });
        known(value, format!("“{key}” in the page's head"))
    };
    let element = |selector: &str, attribute: &str, what: &str| {
        known(attribute_of(page, selector, attribute), what)
    };
    let outlet = in_linked(&["publisher"]).or_else(|| meta("og:site_name"));
    let outlet = outlet.or_else(|| meta("application-name"));
    let title =
        in_linked(&["headline"]).or_else(|| meta("og:title")).or_else(|| meta("twitter:title"));
    Stated {
        title: title.or_else(|| headline(page, outlet.as_ref())),
        agency: None,
        author: in_linked(&["author"])
            .or_else(|| meta("author"))
            .or_else(|| meta("article:author").filter(|it| !it.value.starts_with("http"))),
        url: element("link[rel=\"canonical\"]", "href", "the page's canonical link")
            .or_else(|| meta("og:url"))
            .or_else(|| in_linked(&["url"])),
        published: in_linked(&["datePublished"])
            .or_else(|| meta("article:published_time"))
            .or_else(|| meta("datePublished"))
            .or_else(|| meta("parsely-pub-date"))
            .or_else(|| meta("dc.date"))
            .or_else(|| meta("DC.date.issued"))
            .or_else(|| meta("date"))
            .or_else(|| {
                element("article time[datetime]", "datetime", "the first time in the article")
            })
            .or_else(|| {
                element("time[datetime]", "datetime", "the first time on the page").map(unsure)
            }),
        language: element("html[lang]", "lang", "the language of the page")
            .or_else(|| in_linked(&["inLanguage"]))
            .or_else(|| meta("og:locale")),
        outlet,
    }
}

/// The only heading of the first rank, or the page's title without the outlet behind it.
fn headline(page: &Document, outlet: Option<&Known<String>>) -> Option<Known<String>> {
    let headings = page.select("h1");
    if headings.length() == 1 {
        let heading = known(Some(headings.text().to_string()), "the page's heading");
        if heading.is_some() {
            return heading;
        }
    }
    let mut title = page.select("head title").iter().next()?.text().to_string();
    if let Some(outlet) = outlet
        && let Some(rest) = title.trim().strip_suffix(outlet.value.as_str())
    {
        title = rest.trim_end().trim_end_matches(['|', '-', '–', '—', '·', ':', '•']).to_owned();
    }
    known(Some(title), "the page's title")
}

/// The object about the article in the page's linked data.
fn linked_data(page: &Document) -> Option<Value> {
    let mut blocks = Vec::new();
    for script in page.select("script[type=\"application/ld+json\"]").iter() {
        blocks.extend(serde_json::from_str::<Value>(script.text().trim()).ok());
    }
    let parts = blocks.into_iter().flat_map(|block| match block {
        Value::Array(parts) => parts,
        Value::Object(mut object) => match object.remove("@graph") {
            Some(Value::Array(parts)) => parts,
            _ => vec![Value::Object(object)],
        },
        _ => Vec::new(),
    });
    let is_article = |part: &Value| {
        let kinds = part.get("@type").and_then(|it| names(it.clone())).unwrap_or_default();
        kinds.contains("Article") || kinds.contains("Posting") || kinds.contains("Report")
    };
    parts.into_iter().find(is_article)
}

fn at(value: &Value, path: &[&str]) -> Option<Value> {
    path.iter().try_fold(value, |value, key| value.get(key)).cloned()
}

/// The text of a value: itself, its name, or those of its parts.
fn names(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Array(parts) => {
            let parts: Vec<String> = parts.into_iter().filter_map(names).collect();
            (!parts.is_empty()).then(|| parts.join(", "))
        }
        Value::Object(mut object) => match object.remove("name")? {
            Value::String(text) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

fn attribute_of(page: &Document, selector: &str, attribute: &str) -> Option<String> {
    let selection = page.try_select(selector)?;
    let value = selection.attr(attribute)?;
    (!value.trim().is_empty()).then(|| value.to_string())
}

fn unsure(known: Known<String>) -> Known<String> {
    Known::guessed(known.value, known.reason)
}

fn known(value: Option<String>, reason: impl Into<String>) -> Option<Known<String>> {
    statement(&value?, reason)
}
