//! Owns a sentence as the suggesters see it: its tokens, what its words mean, the actors it names.

use super::gazetteer::Hit;
use super::lexicon::{Class, Classes, Kinds, Lexicon, Mark, Meaning};
use super::mentions::{self, Mention};
use super::tokens::{Kind, Token, tokens};
use crate::base::Span;

/// A sentence, or a piece of an overlong one.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    /// The whole article's text; spans of tokens are positions in it.
    pub text: &'a str,
    pub whole: Span,
    pub tokens: Vec<Token<'a>>,
    /// What the words at all tokens mean, token by token.
    marks: Vec<Mark>,
    senses: Vec<Sense>,
    /// Kinds of all marks, and classes of all words.
    kinds: Kinds,
    classes: Classes,
    /// Whether any token is a number in digits: only then can it name a year.
    pub digits: bool,
    /// Whether a round bracket opens anywhere.
    pub brackets: bool,
    pub mentions: Vec<Mention>,
    /// A title or subheading.
    pub heading: bool,
    /// Number of its paragraph.
    pub paragraph: usize,
    /// Whether each token stands within quotation marks.
    pub quoted: Vec<bool>,
}

/// What is known of the word at a token.
#[derive(Debug, Clone, Copy)]
struct Sense {
    /// Where its marks end among those of the sentence.
    end: usize,
    classes: Classes,
    kinds: Kinds,
}

impl<'a> Sentence<'a> {
    /// Reads `whole` of `text`; `hits` are the names of the whole article, in order.
    pub fn read(text: &'a str, whole: Span, hits: &[Hit]) -> Self {
        let tokens = tokens(whole.of(text), whole.start());
        let lexicon = Lexicon::bundled();
        // About every second word means something.
        let mut marks = Vec::with_capacity(tokens.len());
        let (mut kinds, mut all) = (Kinds::default(), Classes::default());
        let look_up = |at| {
            let (classes, own) = lexicon.look_up(&tokens, at, &mut marks);
            (kinds, all) = (kinds.with(own), all.with(classes));
            Sense { end: marks.len(), classes, kinds: own }
        };
        let senses = (0..tokens.len()).map(look_up).collect();
        let digits = tokens.iter().any(|it| it.kind == Kind::Number);
        let brackets = tokens.iter().any(|it| it.text == "(");
        let quoted = quoted(&tokens);
        let mut sentence = Self {
            text,
            whole,
            tokens,
            marks,
            senses,
            kinds,
            classes: all,
            digits,
            brackets,
            mentions: vec![],
            heading: false,
            paragraph: 0,
            quoted,
        };
        let from = hits.partition_point(|hit| hit.span.start() < whole.start());
        let to = hits.partition_point(|hit| hit.span.start() < whole.end());
        sentence.mentions = mentions::mentions(&sentence, hits.get(from..to).unwrap_or_default());
        sentence
    }

    /// Reads a passage without any names.
    pub fn alone(text: &'a str, span: Span) -> Self {
        let piece = super::tokens::pieces(text, span);
        Self::read(text, piece.first().copied().unwrap_or(span), &[])
    }

    /// What the words at a token mean, longest first.
    pub fn marks(&self, at: usize) -> &[Mark] {
        let Some(sense) = self.senses.get(at).filter(|it| !it.kinds.is_empty()) else {
            return &[];
        };
        let start = at.checked_sub(1).and_then(|it| self.senses.get(it)).map_or(0, |it| it.end);
        self.marks.get(start..sense.end).unwrap_or_default()
    }

    /// Whether words of a kind stand anywhere in the sentence.
    pub fn holds(&self, kinds: Kinds) -> bool {
        self.kinds.any_of(kinds)
    }

    /// Whether a word of a class stands anywhere in the sentence.
    pub fn holds_class(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether the words at a token mean anything.
    pub fn means(&self, at: usize) -> bool {
        self.senses.get(at).is_some_and(|it| !it.kinds.is_empty())
    }

    /// Whether the words at a token have meanings of a kind.
    fn is_kind(&self, at: usize, kinds: Kinds) -> bool {
        self.senses.get(at).is_some_and(|it| it.kinds.any_of(kinds))
    }

    pub fn has(&self, at: usize, meaning: Meaning) -> bool {
        self.is_kind(at, Kinds::of(meaning))
            && self.marks(at).iter().any(|it| it.meaning == meaning)
    }

    /// Whether the word at a token is of a class.
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.senses.get(at).is_some_and(|it| it.classes.has(class))
    }

    /// Whether the word before a token is of a class.
    pub fn is_before(&self, at: usize, class: Class) -> bool {
        at.checked_sub(1).is_some_and(|it| self.is(it, class))
    }

    /// Tokens that the longest words of a meaning at a token take; 0 without any.
    pub fn len_of(&self, at: usize, meaning: Meaning) -> usize {
        if !self.is_kind(at, Kinds::of(meaning)) {
            return 0;
        }
        self.marks(at).iter().find(|it| it.meaning == meaning).map_or(0, |it| it.len)
    }

    pub fn is_people(&self, at: usize) -> bool {
        self.is_kind(at, Kinds::PEOPLE)
    }

    pub fn is_harm(&self, at: usize) -> bool {
        self.is_kind(at, Kinds::HARM)
    }

    /// The lower-case word at a token, empty past the ends.
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |it| &it.lower)
    }

    /// The lower-case word before a token.
    pub fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |it| self.word(it))
    }

    /// The span from one token to before another; empty at the sentence's start if they are out of order.
    pub fn span(&self, from: usize, to: usize) -> Span {
        match self.tokens.get(from..to) {
            Some([first, .., last]) => first.span.join(last.span),
            Some([only]) => only.span,
            _ => Span::new(self.whole.start(), self.whole.start()),
        }
    }

    /// Whether any token from `from` to before `to` is one of `words`.
    pub fn any(&self, from: usize, to: usize, words: &[&str]) -> bool {
        self.tokens
            .get(from..to.min(self.tokens.len()).max(from))
            .is_some_and(|all| all.iter().any(|it| words.contains(&&*it.lower)))
    }

    /// Whether a noun phrase ends at the token.
    pub fn is_function(&self, at: usize) -> bool {
        match self.tokens.get(at) {
            None => true,
            Some(it) if it.kind == Kind::Word => self.is(at, Class::Function),
            Some(_) => false,
        }
    }

    /// The actor that covers a token.
    pub fn mention_at(&self, at: usize) -> Option<&Mention> {
        let after = self.mentions.partition_point(|it| it.end <= at);
        self.mentions.get(after).filter(|it| it.start <= at)
    }
}

/// For each token whether it stands within quotation marks; a mark that stays open holds to the end.
fn quoted(tokens: &[Token]) -> Vec<bool> {
    let mut open = false;
    let mut all = Vec::with_capacity(tokens.len());
    for token in tokens {
        let mark = token.is_quote();
        if mark {
            open = match &*token.lower {
                "“" | "„" | "«" if !open => true,
                "”" | "»" | "“" => false,
                "\"" => !open,
                _ => open,
            };
        }
        all.push(open || mark);
    }
    all
}
