//! Texts and queries in, hits out: `[` and `]` stand around each hit.

use std::sync::atomic::{AtomicUsize, Ordering};

use expect_test::{Expect, expect};
use proptest::prelude::*;
use regex::RegexBuilder;

use super::super::{Article, Hash, Metadata};
use super::*;
use crate::base::TextIndex;

/// The words, after marks if any: `r: ` makes them an expression, `w: ` asks for whole words, `c: ` for letter case.
fn query(short: &str) -> Query {
    let is_marks = |it: &str| it.chars().all(|mark| "rwc".contains(mark));
    let (marks, words) =
        short.split_once(": ").filter(|(marks, _)| is_marks(marks)).unwrap_or(("", short));
    Query {
        words: words.to_owned(),
        whole_word: marks.contains('w'),
        regex: marks.contains('r'),
        match_case: marks.contains('c'),
    }
}

fn pattern(short: &str) -> Pattern {
    Pattern::new(&query(short)).unwrap().unwrap()
}

fn shown(text: &str, spans: impl Iterator<Item = Span>) -> String {
    let (mut shown, mut at) = (String::new(), 0);
    for span in spans {
        shown += &format!("{}[{}]", &text[at..span.start()], span.of(text));
        at = span.end();
    }
    shown + &text[at..]
}

/// The text is `expect` without its brackets.
fn check(short: &str, expect: &str) {
    let text = expect.replace(['[', ']'], "");
    assert_eq!(shown(&text, pattern(short).in_text(&text)), expect, "{short}");
}

fn article(text: &str) -> Article {
    Article {
        path: "a.txt".to_owned(),
        text: text.to_owned(),
        text_hash: Hash::of(text.as_bytes()),
        file_hash: Hash::of(text.as_bytes()),
        metadata: Metadata::default(),
        paragraphs: Vec::new(),
        sentences: Vec::new(),
        furniture: Vec::new(),
        index: TextIndex::new(text),
    }
}

fn articles(texts: &[String]) -> Vec<Arc<Article>> {
    texts.iter().map(|it| Arc::new(article(it))).collect()
}

#[test]
fn letter_case_counts_only_when_asked() {
    check("killed", "[Killed], [KILLED] and s[killed]");
    check("c: killed", "Killed, KILLED and s[killed]");
    check("Убит", "[убит], [УБИТ]ы, а не ранен");
    check("ԶՈՀ", "12 [զոհ], [Զոհ]վել է");
    check("ΝΕΚΡΟΣ", "[Νεκρος] [νεκροσ]");
    check("istanbul", "[İstanbul] [Istanbul] [ıstanbul]");
    check("c: istanbul", "İstanbul [istanbul]");
}

#[test]
fn white_space_of_any_kind_and_length_is_one_space() {
    check(
        "at least 12",
        "[at least 12], [at\nleast\n\n  12], [at\u{a0}least\u{2009}12], atleast 12",
    );
    check("  two\n words ", "[two words]");
    check("a b", "[a    b] a");
}

#[test]
fn quotes_and_hyphens_of_any_kind_are_the_same() {
    check("Norway's", "[Norway’s] [Norway's] [Norwayʼs] Norways");
    check("\"yes\"", "[“yes”] [«yes»] [„yes“] ‘yes’ yes");
    check(
        "cease‑fire",
        "[cease-fire] [cease–fire] [cease\u{ad}fire]".replace('\u{ad}', "—").as_str(),
    );
    check("c: l’an", "[l'an] [l’an] L’an");
}

#[test]
fn marks_within_words_do_not_count() {
    check("ինչու", "[ինչո՞ւ], [Ինչու]՞");
    check("ո՞վ", "[ո՞վ] [ով]");
    check("война и", "[война́ и] мир");
    check("ceasefire", "[cease\u{ad}fire] [ceasefire]");
    check("՞", "ո[՞]վ");
    check("w: война", "[война]́ войнами [война]");
    check("w: cease", "cease\u{ad}fire [cease]");
}

#[test]
fn letters_without_a_capital_are_found_in_capitals() {
    check("Երևան", "[Երևան] [ԵՐԵՎԱՆ] [ԵՐԵՒԱՆ] Երան");
    check("երեվան", "[Երևան] [ԵՐԵՎԱՆ]");
    check("c: և", "[և] եւ");
    check("STRASSE", "[Straße] [Stras\u{ad}se]");
}

#[test]
fn signs_of_expressions_are_plain_in_a_plain_search() {
    check("a.c", "[a.c] abc");
    check("(?i)[x]{2}*\\", "(?i)x{2}*\\");
    assert_eq!(pattern("[x]{2}*\\^$").in_text("a [x]{2}*\\^$").count(), 1);
}

#[test]
fn a_whole_word_is_not_cut() {
    check("w: kill", "[kill], killed [Kill]–skill [kill]’s");
    check("w: 12", "[12] 120 312 [12]% a12 [12],5 [12]");
    check("w: убит", "[убит] убита неубит [Убит].");
    check("w: զոհ", "«[զոհ]», զոհվել 3-[զոհ]");
    check("w: «да»", "он сказал [«да»], а не «даже»");
    check("w: é", "[é] été");
    check("w: е", "е\u{308} [е]");
    check("w: a a", "xa [a a]");
}

#[test]
fn expressions_are_taken_at_their_word() {
    check(r"r: \d+ (people|souls)", "[12 people], [3 SOULS], 12  people");
    check("r: ^the .*$", "[The dam]\n[the end]\nof the day");
    check("rc: Kill", "kill [Kill]");
    check("r: x*", "a[xx]b[x]");
    check("r: norway's", "Norway’s [Norway's]");
    check("r:  ", "a[ ]b");
}

#[test]
fn whole_words_of_an_expression_may_be_its_second_choice() {
    check("rw: kill|killed", "[kill] [killed] killer");
    check("rw: k.*d", "[killed and wounded] kids");
    check("rw: т[а-я]+", "[тысячи] этот");
    check("rw: (?x) kill # to kill", "[kill] killed");
    check("rw: .", "[a][ ]bc[ ][d]");
}

#[test]
fn a_query_for_nothing_has_no_pattern() {
    for nothing in ["", "  \n ", "r: ", "rw: "] {
        assert!(Pattern::new(&query(nothing)).unwrap().is_none(), "{nothing:?}");
    }
}

#[test]
fn faults_are_explained() {
    let faults = [
        r"r: (kill",
        r"r: kill)",
        "r: [ab",
        "r: *kill",
        "r: a{2",
        "r: a{x}",
        "r: a{3,2}",
        r"r: kill\",
        r"r: \y",
        "r: [z-a]",
        r"r: [\d-z]",
        r"r: \p{Nothing}",
        "r: a(?=b)",
        r"r: (a)\1",
        "r: (?y)a",
        r"r: (\w{500}){50}",
        "rw: a){0}|(b",
    ];
    let mut shown: String = faults
        .iter()
        .map(|it| format!("{it}\n  {}\n", Pattern::new(&query(it)).unwrap_err()))
        .collect();
    shown += &Pattern::new(&query(&"many words ".repeat(1000))).unwrap_err().to_string();
    expect![[r#"
        r: (kill
          The expression has a fault: a ( is never closed; add the ) or write \( to find the sign itself
        r: kill)
          The expression has a fault: a ) closes nothing; add the ( or write \) to find the sign itself
        r: [ab
          The expression has a fault: a [ is never closed; add the ] or write \[ to find the sign itself
        r: *kill
          The expression has a fault: there is nothing before * + ? or { that could be repeated; put something before it or write \* \+ \? \{ to find the sign itself
        r: a{2
          The expression has a fault: a { is never closed; write a count as {2} or {2,5}
        r: a{x}
          The expression has a fault: a { is not followed by a number; write a count as {2} or {2,5}, or \{ to find the sign itself
        r: a{3,2}
          The expression has a fault: a count in { } goes down; write the smaller number first, as {2,5}
        r: kill\
          The expression has a fault: it ends in a single \; write \\ to find the sign itself or take it away
        r: \y
          The expression has a fault: the letter after a \ has no such meaning; take the \ away or write \\ to find the sign itself
        r: [z-a]
          The expression has a fault: a range in [ ] goes down; write the earlier letter first, as [a-z]
        r: [\d-z]
          The expression has a fault: a range in [ ] does not go from a letter to a letter; write a range as [a-z], or \- to find the sign itself
        r: \p{Nothing}
          The expression has a fault: there is no kind of letter of that name after \p; write \p{L} for a letter, \p{Lu} for a capital, \p{Cyrillic} for a script
        r: a(?=b)
          The expression has a fault: (?= (?! (?<= and (?<! cannot be searched for; leave them out and find a little more
        r: (a)\1
          The expression has a fault: \1 and the like cannot be searched for; write the words out a second time
        r: (?y)a
          The expression has a fault: unrecognized flag; mend it or search for the words as they stand
        r: (\w{500}){50}
          The expression is too large to be searched for in good time; use smaller counts in { } and fewer alternatives
        rw: a){0}|(b
          The expression has a fault: a ) closes nothing; add the ( or write \) to find the sign itself
        The words are too many to search for; search for a few of them"#]].assert_eq(&shown);
}

#[test]
fn deep_and_long_queries_are_refused_or_searched() {
    for unit in ["(", "[", "a|", "(a|b)*", r"\w{9}", "x?", "(?i)", "\u{301}", "«", "и"] {
        for (words, regex) in [(unit.repeat(300), true), (unit.repeat(9_000 / unit.len()), false)] {
            let query = Query { words, regex, ..Query::default() };
            if let Ok(Some(pattern)) = Pattern::new(&query) {
                assert!(pattern.in_text("a xx и").count() < 7);
            }
        }
    }
}

#[test]
fn hits_stand_in_the_order_of_the_articles_whatever_the_threads() {
    let texts: Vec<String> = (0..300).map(|it| "dam ".repeat(it % 4)).collect();
    let (articles, pattern) = (articles(&texts), pattern("dam"));
    let all: Vec<Found> = texts
        .iter()
        .enumerate()
        .flat_map(|(article, text)| pattern.in_text(text).map(move |span| Found { article, span }))
        .collect();
    for threads in [1, 2, 7] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        for most in [0, 1, 100, 450, 1000] {
            let found = pool.install(|| search(&articles, &pattern, most, &|| false));
            assert_eq!(found.hits, all[..most.min(all.len())], "{threads} threads, {most}");
            assert_eq!((found.total, found.articles_with_hits), (450, 225));
            assert!(!found.stopped);
        }
    }
}

#[test]
fn a_search_stops_in_the_middle_of_an_article() {
    let articles = articles(&["dam ".repeat(1000)]);
    let asked = AtomicUsize::new(0);
    let stop = || asked.fetch_add(1, Ordering::Relaxed) >= 10;
    let found = search(&articles, &pattern("dam"), 5, &stop);
    assert!(found.stopped);
    assert_eq!((found.hits.len(), found.total, found.articles_with_hits), (5, 10, 1));
    let found = search(&articles, &pattern("r: x*"), 5, &|| true);
    assert!(found.stopped && found.total == 0);
}

#[test]
fn long_texts_fall_into_pieces_between_lines_or_else_between_words() {
    let lines = format!("{}killed\n", "word ".repeat(40)).repeat(2000);
    let line = lines.replace('\n', " ");
    for (words, in_lines, in_line) in
        [("r: killed", 2000, 2000), ("r: killed$", 2000, 0), ("rw: kill|killed", 2000, 2000)]
    {
        assert_eq!(pattern(words).in_text(&lines).count(), in_lines, "{words}");
        assert_eq!(pattern(words).in_text(&line).count(), in_line, "{words}");
    }
    let longest = pattern("r: (?s).*").in_text(&lines).map(Span::len).max();
    assert!(longest.is_some_and(|it| it < 66_000));
}

fn check_context(text: &str, word: &str, characters: usize, expect: Expect) {
    let hit = pattern(word).in_text(text).next().unwrap();
    let Context { before, hit, after } = context(&article(text), hit, characters);
    expect.assert_eq(&format!("|{before}[{hit}]{after}|"));
}

#[test]
fn the_words_around_a_hit_are_one_line_cut_between_words() {
    let text = "Dam breaks\n\nAt least 12 people were killed on\n  Monday, said the mayor. \n";
    check_context(text, "killed", 12, expect!["|… people were [killed] on Monday, …|"]);
    check_context(text, "killed", 13, expect!["|… people were [killed] on Monday, …|"]);
    check_context(
        text,
        "killed",
        1000,
        expect!["|Dam breaks At least 12 people were [killed] on Monday, said the mayor.|"],
    );
    check_context(text, "12 people", 0, expect!["|… [12 people] …|"]);
    check_context(text, "mayor.", 10, expect!["|… said the [mayor.]|"]);
    check_context(text, "reaks", 10, expect!["|Dam b[reaks] At least …|"]);
    check_context(
        "aaaaaaaaaaaa killed bbbbbbbbbbbb",
        "killed",
        5,
        expect!["|…aaaa [killed] bbbb…|"],
    );
    check_context("В Баку убиты люди", "убиты", 6, expect!["|… Баку [убиты] люди|"]);
    check_context(
        &"long ".repeat(100),
        "r: (?s).*",
        5,
        expect![
            "|[long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long …]|"
        ],
    );
}

#[test]
fn a_span_of_another_text_shows_nothing() {
    let shown = context(&article("é"), Span::new(1, 9), 10);
    assert_eq!(shown, Context::default());
}

/// Letters as a plain search sees them.
fn seen(letter: char, match_case: bool) -> char {
    match letter {
        '’' | '\'' => '\'',
        '“' | '"' => '"',
        '–' | '-' => '-',
        _ if match_case => letter,
        'I' | 'İ' | 'ı' => 'i',
        'ς' => 'σ',
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}

/// The end of the words at the front of the text.
fn end_of_words(words: &[char], text: &[char], match_case: bool) -> Option<usize> {
    let (mut words, mut at, count) = (words, 0, words.len());
    while let [first, rest @ ..] = words {
        if words.len() < count {
            at += text[at..].iter().take_while(|it| "\u{ad}՞\u{301}".contains(**it)).count();
        }
        if first.is_whitespace() {
            let gap = text[at..].iter().take_while(|it| it.is_whitespace()).count();
            (gap > 0).then_some(())?;
            at += gap;
            words = &rest[rest.iter().take_while(|it| it.is_whitespace()).count()..];
        } else {
            let letter = text.get(at)?;
            (seen(*letter, match_case) == seen(*first, match_case)).then_some(())?;
            at += 1;
            words = rest;
        }
    }
    Some(at)
}

fn simple_search(query: &Query, text: &str) -> Vec<String> {
    let words: Vec<char> = query.words.trim().chars().collect();
    let text: Vec<char> = text.chars().collect();
    let is_letter = |it: Option<&char>| it.is_some_and(|it| it.is_alphanumeric());
    let is_mark = |it: &&char| "\u{ad}՞\u{301}".contains(**it);
    let is_within = |at: usize| {
        is_letter(text[..at].iter().rev().find(|it| !is_mark(it)))
            && is_letter(text[at..].iter().find(|it| !is_mark(it)))
    };
    let (mut found, mut at) = (vec![], 0);
    while at < text.len() {
        match end_of_words(&words, &text[at..], query.match_case) {
            Some(length) if !query.whole_word || !(is_within(at) || is_within(at + length)) => {
                found.push(format!("{at} {}", String::from_iter(&text[at..at + length])));
                at += length;
            }
            _ => at += 1,
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_plain_search_finds_what_a_simple_one_does(
        words in "[aAb1иИզԶςΣiİ’\"– ]{1,4}",
        text in "[aAbB1иИзզԶσςΣiIİı'’“\"–\\- \n\u{a0}.\u{ad}՞\u{301}]{0,60}",
        whole_word: bool,
        match_case: bool,
    ) {
        let query = Query { words, whole_word, regex: false, match_case };
        let Some(pattern) = Pattern::new(&query).unwrap() else { return Ok(()) };
        let found: Vec<String> = pattern
            .in_text(&text)
            .map(|it| format!("{} {}", text[..it.start()].chars().count(), it.of(&text)))
            .collect();
        prop_assert_eq!(found, simple_search(&query, &text));
    }

    #[test]
    fn an_expression_finds_what_its_library_does_and_whole_words_are_not_cut(
        words in "([aи ]|b\\?|a\\*|\\.\\*|\\.\\*\\?|\\(a\\|aa\\)|и\\+\\?|\\\\b|\\^){1,5}",
        text in "[aAbи ’\n]{0,30}",
        whole_word: bool,
    ) {
        let query = Query { words, whole_word, regex: true, match_case: false };
        let Ok(Some(pattern)) = Pattern::new(&query) else { return Ok(()) };
        let edge = if whole_word { r"(?:\b|\b{start-half})" } else { "" };
        let rule = format!("{edge}(?:{}){edge}", query.words);
        let library = RegexBuilder::new(&rule).case_insensitive(true).multi_line(true).build().unwrap();
        let expected = library.find_iter(&text).map(|it| Span::from(it.range()));
        let expected: Vec<Span> = expected.filter(|it| !it.is_empty()).collect();
        prop_assert_eq!(pattern.in_text(&text).collect::<Vec<_>>(), expected);
    }
}
