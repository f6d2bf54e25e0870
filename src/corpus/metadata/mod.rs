//! Owns what is known of an article besides its text: from the file's own statements first, else from the lines of the
//! text, each with the reason. Nothing here is invented: what no line says stays unknown.

mod dates;
mod head;
mod language;
mod names;
mod published;

pub use dates::{Dated, dates};
pub use language::language_name;

use super::format::{Extracted, Stated};
use super::{Known, Metadata};
use crate::base::Span;

/// The metadata of a text with these paragraphs, of which `furniture` is left over from the page.
pub(super) fn metadata(
    extracted: Extracted,
    paragraphs: &[Span],
    furniture: &[Span],
) -> (Metadata, String) {
    let Extracted { text, stated } = extracted;
    let Stated { title, outlet, agency, author, url, published, language } = stated;
    let found = {
        let lines = head::Lines::new(&text, paragraphs, furniture);
        let header = head::read(&lines);
        let credits = names::credits(&lines, &header);
        let title = title.or_else(|| header.title.clone());
        let published = published::stated(published.as_ref())
            .or_else(|| published::found(&lines, title.as_ref().map(|it| it.value.as_str())));
        let agency = agency.or(credits.agency);
        let outlet = outlet.or(credits.outlet).or(header.outlet).or(credits.owner).or_else(|| {
            let agency = agency.as_ref()?;
            Some(Known::guessed(agency.value.clone(), "nobody but the agency is named"))
        });
        Metadata {
            outlet,
            agency,
            author: author.or(credits.author),
            url: url.or(credits.url),
            published,
            language: language::stated(language).or_else(|| language::guessed(&lines)),
            title,
            ..Metadata::default()
        }
    };
    (found, text)
}

#[cfg(test)]
mod tests;
