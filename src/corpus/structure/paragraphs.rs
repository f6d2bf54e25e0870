//! Owns how a text falls into paragraphs: a line is one, unless the lines between two blank ones were wrapped at a
//! fixed width.

use crate::base::Span;

/// The narrowest and the widest page, in letters, that lines are believed to be wrapped at.
const PAGE: std::ops::RangeInclusive<usize> = 45..=130;

/// In a wrapped block no more than one line of so many ends early in the middle of a sentence.
const FEW: usize = 5;

/// The paragraphs of `text`, in order, without white space at their ends.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let (mut found, mut block, mut start) = (Vec::new(), Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        if span.is_empty() {
            close(text, &mut block, &mut found);
        } else {
            block.push(span);
        }
    }
    close(text, &mut block, &mut found);
    found
}

fn close(text: &str, block: &mut Vec<Span>, found: &mut Vec<Span>) {
    match (block.first(), block.last()) {
        (Some(first), Some(last)) if is_wrapped(text, block) => found.push(first.join(*last)),
        _ => found.append(block),
    }
    block.clear();
}

/// Whether no line had room for the first word of the next, and some line goes on in the middle of a sentence.
fn is_wrapped(text: &str, block: &[Span]) -> bool {
    // An indented first line is as wide as it was set.
    let set = |it: &Span| {
        let line = text[..it.start()].rfind('\n').map_or(0, |at| at + 1);
        text[line..it.end()].chars().count()
    };
    let lengths: Vec<usize> = block.iter().map(set).collect();
    let width = lengths.iter().copied().max().unwrap_or(0);
    if !PAGE.contains(&width) {
        return false;
    }
    let (mut goes_on, mut early) = (false, 0);
    for (pair, length) in block.windows(2).zip(&lengths) {
        let [line, next] = pair else { continue };
        let word = next.of(text).split_whitespace().next().unwrap_or_default();
        if length + 1 + word.chars().count() <= width {
            early += 1;
            if line.of(text).ends_with(['.', '!', '?', ':', '”', '"']) || block.len() < early * FEW
            {
                return false;
            }
        }
        goes_on |= word.starts_with(char::is_lowercase);
    }
    goes_on
}
