//! Owns what is told of the one suggestion: where it stands, what would be recorded, and why it was found. Found out once
//! for each, not in every frame.

use std::sync::Arc;

use super::excerpt::{Excerpt, excerpt};
use super::fields::{Field, fields};
use super::found::as_found;
use crate::gui::case::Case;
use crate::project::{self, Choice, Stamp};
use crate::views;
use crate::views::reader::Look;
use crate::views::review::{Review, Waiting};

/// What is told of one suggestion.
#[derive(Debug, Clone)]
pub struct Told {
    /// "Meridian Wire, 19 Sep 2023, 21:12", and the title beneath it.
    pub source: String,
    pub title: String,
    /// Where it is said, each with its paragraph; what is printed twice word for word stands once.
    pub passages: Vec<Excerpt>,
    /// The analyst has dismissed it.
    pub is_dismissed: bool,
    /// How many times it is said in the article.
    pub times: usize,
    pub look: Look,
    /// "Karabakh authorities: at least 25 killed".
    pub says: String,
    pub fields: Vec<Field>,
    /// Why it was found.
    pub because: String,
    /// "0.93, about nine in ten such are right".
    pub score: String,
}

impl Told {
    /// None if the text is not at hand or has been searched anew since.
    pub fn new(case: &Case, it: &Waiting, review: Option<&Review>, stamp: &Stamp) -> Option<Self> {
        let state = case.state();
        let record = state.articles().get(&it.article)?;
        let (text, all): (_, &Arc<_>) = (case.text(it.article)?, case.suggested().of(it.article)?);
        let it = &as_found(case, it)?;
        let these = it.these.iter().filter_map(|at| all.get(*at));
        let first = these.clone().next()?;
        let choice = Choice { article: it.article, text, all, chosen: &it.these };
        let small = project::excerpt(state, it.article);
        let (after, new) = project::suppose(small, &[choice], &case.gazetteer(), stamp);
        let made = new.first().and_then(|id| after.annotations().get(id));
        let whole = |index: usize| {
            let of = review?.of(it.article).iter().find(|it| it.these.contains(&index))?;
            Some(of.says.clone())
        };
        let published = record.metadata.published.as_ref();
        let printed = published.map(|it| views::time(&it.value, state.zone()));
        let outlet = views::article_name(record);
        let title = record.metadata.title.as_ref().map(|it| it.value.trim()).unwrap_or_default();
        let source = [Some(outlet), printed.as_deref()].into_iter().flatten();
        let mut passages: Vec<Excerpt> = vec![];
        for span in &it.spans {
            let shown = excerpt(text, *span);
            if !passages.contains(&shown) {
                passages.push(shown);
            }
        }
        let mut because: Vec<&str> = vec![];
        // What repeats another was often found by the same.
        for it in these.flat_map(|it| it.because.split("; ")) {
            if !because.contains(&it) {
                because.push(it);
            }
        }
        Some(Self {
            source: source.collect::<Vec<_>>().join(", "),
            title: if title == outlet { String::new() } else { title.to_owned() },
            passages,
            is_dismissed: it.is_dismissed(),
            times: it.spans.len(),
            look: it.look,
            says: made.map_or_else(|| it.says.clone(), |it| views::reader::says(&after, it)),
            fields: made.map_or_else(Vec::new, |made| fields(state, &after, made, first, whole)),
            because: because.join("; "),
            score: sure(it.score),
        })
    }
}

/// A score in words: "0.93, about nine in ten such are right".
pub fn sure(score: f32) -> String {
    const WORDS: [&str; 10] =
        ["hardly one", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let tenth = (score * 10.0).round().max(0.0) as usize;
    let words = match WORDS.get(tenth) {
        Some(it) => format!("about {it} in ten such are right"),
        None => "nearly all such are right".to_owned(),
    };
    format!("{score:.2}, {words}")
}
