//! Owns saved web pages: the article without the page around it, as paragraphs whose words never run together.

mod metadata;
mod rough;
mod words;

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::{Extracted, Stated};

/// Elements nested deeper than this are read without judging what is the article, which would take too long.
const DEEPEST: usize = 400;

/// Tags nested deeper than this are not even made a tree, which takes the square of the depth.
const BOTTOM: usize = 3000;

/// Elements that a page may have only because others were left open. A short page can come to thousands of millions.
const MOST_REOPENED: usize = 2_000_000;

/// Elements beyond which a page is read without judging what is the article.
const MOST_ELEMENTS: usize = 60_000;

/// What is never part of an article.
const AROUND: &[&str] = &["nav", "header", "footer", "aside", "form", "dialog"];

/// The reading text of a web page: its headline, then the article.
pub fn extract(source: &str) -> Extracted {
    let cost = rough::cost(source);
    if BOTTOM < cost.depth || MOST_REOPENED < cost.reopened {
        return Extracted { text: rough::paragraphs(source), stated: Stated::default() };
    }
    let page = Document::from(source);
    let stated = metadata::stated(&page);
    let article = article(&page, source).filter(|text| !text.is_empty());
    let text = article.unwrap_or_else(|| words::paragraphs(&page, AROUND));
    Extracted { text: with_headline(&stated, text), stated }
}

/// The text of the article on the page, if one can be told from the page.
fn article(page: &Document, source: &str) -> Option<String> {
    if words::is_heavy(page, DEEPEST, MOST_ELEMENTS) {
        return None;
    }
    // A page that the library cannot take must not cost the analyst the other articles.
    let content = std::panic::catch_unwind(|| {
        let config = Config { disable_json_ld: true, ..Config::default() };
        Readability::new(source, None, Some(config))
            .ok()?
            .parse()
            .ok()
            .map(|it| it.content.to_string())
    });
    Some(words::paragraphs(&Document::from(content.ok()??), AROUND))
}

/// The text with the headline above it, which is part of what was printed; not twice.
fn with_headline(stated: &Stated, text: String) -> String {
    let Some(title) = &stated.title else { return text };
    let first = text.lines().next().unwrap_or_default();
    let is_there = text.lines().take(5).any(|line| line == title.value);
    if is_there || first.is_empty() { text } else { format!("{}\n\n{text}", title.value) }
}

#[cfg(test)]
mod tests;
