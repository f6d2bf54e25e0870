//! Owns how a passage is shown in its paragraph: which words around it, and where a long paragraph is cut.

use crate::base::Span;
use crate::corpus::Article;

/// Letters of a paragraph that are shown on either side of the passage's sentence.
const AROUND: usize = 260;

/// The same where there is little room.
const FEWER: usize = 90;

/// Words of a sentence on either side of the passage, in letters, which are nearly always all.
const WITHIN: usize = 600;

/// A passage in its paragraph, in parts that follow each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// Of the sentences before.
    pub before: String,
    /// Of its own sentence, up to the passage.
    pub opening: String,
    pub words: String,
    /// Of its own sentence, after it.
    pub ending: String,
    /// Of the sentences after.
    pub after: String,
}

impl Excerpt {
    /// The same with less around its sentence, for where there is little room.
    pub fn shorter(&self) -> Self {
        let (before, after) = (ending_of(&self.before, FEWER), beginning_of(&self.after, FEWER));
        Self { before, after, ..self.clone() }
    }
}

/// The passage with what stands around it.
pub fn excerpt(article: &Article, span: Span) -> Excerpt {
    let text = article.text.as_str();
    let next = article.paragraphs.partition_point(|it| it.end() <= span.start());
    let paragraph = article.paragraphs.get(next).copied().filter(|it| it.overlaps(span));
    let paragraph = paragraph.unwrap_or(span);
    let sentence = |at| article.sentence_at(at).map_or(span, |it| it);
    let last = span.end().saturating_sub(1).max(span.start());
    let from = sentence(span.start()).start().min(span.start());
    let to = sentence(last).end().max(span.end());
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default().replace('\n', " ");
    Excerpt {
        before: ending_of(&part(paragraph.start().min(from), from), AROUND),
        opening: ending_of(&part(from, span.start()), WITHIN),
        words: part(span.start(), span.end()),
        ending: beginning_of(&part(span.end(), to), WITHIN),
        after: beginning_of(&part(to, paragraph.end().max(to)), AROUND),
    }
}

/// The last words of a text, "…" where it is cut.
fn ending_of(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.char_indices().rev().nth(most) else { return text.to_owned() };
    let rest = text.get(cut..).unwrap_or_default();
    let rest = rest.split_once(' ').map_or(rest, |it| it.1);
    format!("… {rest}")
}

/// The first words of a text, "…" where it is cut.
fn beginning_of(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let rest = text.get(..cut).unwrap_or_default();
    let rest = rest.rsplit_once(' ').map_or(rest, |it| it.0);
    format!("{rest} …")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::notation;

    /// One paragraph of sentences.
    fn article(text: &str) -> Article {
        let case = "article a.txt | Meridian Wire | 2023-09-20\nnote n0 a.txt \"x\"\n";
        let built = notation::read(case).unwrap();
        let base = built.texts.values().next().unwrap().clone();
        let (mut sentences, mut from) = (vec![], 0);
        for part in text.split_inclusive(". ") {
            sentences.push(Span::new(from, from + part.trim_end().len()));
            from += part.len();
        }
        let paragraphs = vec![Span::new(0, text.len())];
        Article { text: text.to_owned(), paragraphs, sentences, furniture: vec![], ..base }
    }

    fn shown(text: &str, words: &str) -> Excerpt {
        let start = text.find(words).unwrap();
        excerpt(&article(text), Span::new(start, start + words.len()))
    }

    #[test]
    fn a_passage_stands_in_its_sentence_and_paragraph() {
        let text = "The road is closed. Police said 12 people were killed on it. It opens soon.";
        let it = shown(text, "12 people were killed");
        assert_eq!(it.before, "The road is closed. ");
        assert_eq!((it.opening.as_str(), it.ending.as_str()), ("Police said ", " on it."));
        assert_eq!(it.after, " It opens soon.");
    }

    #[test]
    fn a_long_paragraph_is_cut_around_it_at_words() {
        let filler = "The river rose over the meadows and the mill stood still. ".repeat(9);
        let it = shown(&format!("{filler}Then 12 people were killed. {filler}"), "12 people");
        assert!(it.before.starts_with("… ") && it.before.len() < AROUND + 8, "{it:?}");
        assert!(it.after.ends_with(" …") && it.after.len() < AROUND + 8, "{it:?}");
        assert_eq!((it.opening.as_str(), it.ending.as_str()), ("Then ", " were killed."));
    }
}
