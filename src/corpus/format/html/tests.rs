//! Pages in, text and statements out.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;

fn check(page: &str, expect: Expect) {
    let Extracted { text, stated } = extract(page);
    let mut shown = text;
    let fields = [
        ("title", &stated.title),
        ("outlet", &stated.outlet),
        ("author", &stated.author),
        ("url", &stated.url),
        ("published", &stated.published),
        ("language", &stated.language),
    ];
    for (name, known) in fields {
        if let Some(known) = known {
            shown += &format!("\n= {name}: {} ({})", known.value, known.reason);
        }
    }
    expect.assert_eq(&shown);
}

/// Enough words that the article on a page is told from what is around it.
fn long(text: &str) -> String {
    format!(
        "<p>{text} {}</p>",
        "The water kept rising, hour after hour, the people of the valley said. ".repeat(9)
    )
}

#[test]
fn the_article_is_taken_and_the_page_around_it_is_not() {
    let page = format!(
        r#"<html lang="en-GB"><head><title>Dam holds | River Post</title><meta property="og:site_name" content="River Post">
        <meta name=author content="A. Roe"><link rel=canonical href="https://river.example/1">
        <meta property="article:published_time" content="2021-05-03T08:00:00+02:00"></head>
        <body><nav><a href=/>Home</a><a href=/news>News</a></nav><article><h1>Dam holds</h1>{}</article>
        <footer>About us</footer><script>let x = "killed";</script></body></html>"#,
        long("It held.")
    );
    let Extracted { text, stated } = extract(&page);
    assert!(text.starts_with("Dam holds\n\nIt held. The water"), "{text}");
    assert!(text.ends_with("said."), "{text}");
    assert_eq!(stated.url.unwrap().value, "https://river.example/1");
}

#[test]
fn words_of_neighbouring_blocks_never_run_together() {
    check(
        "<body><h2>Dam</h2><div>one<div>two</div>three</div><ul><li>four</li><li>five</li></ul>six<br>seven <b>eig</b>ht\
         <table><tr><td>nine</td><td>ten</td></tr><tr><td>eleven</td></tr></table></body>",
        expect![[r#"
            Dam

            one

            two

            three

            four

            five

            six

            seven eight

            nine | ten

            eleven"#]],
    );
}

#[test]
fn linked_data_states_what_the_head_does_not() {
    check(
        r#"<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],
        "headline":"Dam  holds","author":[{"name":"A. Roe"},{"name":"B. Doe"}],"publisher":{"name":"River Post"},
        "datePublished":"2021-05-03T08:00Z"}]}</script><body><p>It held.</p></body>"#,
        expect![[r#"
            Dam holds

            It held.
            = title: Dam holds (“headline” in the page's linked data)
            = outlet: River Post (“publisher” in the page's linked data)
            = author: A. Roe, B. Doe (“author” in the page's linked data)
            = published: 2021-05-03T08:00Z (“datePublished” in the page's linked data)"#]],
    );
}

#[test]
fn a_page_without_article_gives_its_words_without_what_is_around() {
    check(
        "<title>Dam</title><header>Top</header><nav>Menu</nav><p>It held.<form>Search</form><aside>Other</aside>",
        expect![[r#"
            Dam

            It held.
            = title: Dam (the page's title)"#]],
    );
}

#[test]
fn broken_pages_are_read() {
    check(
        "<p>It <b>held<p>and <i>held</b> on</i> &amp; on &nope; <div",
        expect![[r#"
        It held

        and held on & on &nope;"#]],
    );
    check("<<<>>><html><", expect!["<<<>>><"]);
    check("<body><p hidden>not</p><p>seen</p>", expect!["seen"]);
}

#[test]
fn pages_nested_without_end_are_read() {
    for (tag, depth) in [("div", 600), ("table", 600), ("b", 100_000), ("blockquote", 100_000)] {
        let page = format!("{}It <i>he</i>ld.", format!("<{tag}>").repeat(depth));
        assert_eq!(extract(&page).text, "It held.", "{tag}");
    }
}

#[test]
fn elements_left_open_do_not_multiply() {
    // Each paragraph would open all of them again: thousands times tens of thousands of elements.
    let open: String = (0..2000).map(|it| format!("<b id=n{it}>")).collect();
    let page = format!("<p>{open}{}", "<p>It held.".repeat(20_000));
    assert_eq!(extract(&page).text.matches("It held.").count(), 20_000);
}

#[test]
fn a_statement_as_long_as_a_book_is_cut() {
    let page = format!(
        "<meta property=og:title content='{}'><p>It held.</p>",
        "1 May 12:00 ".repeat(400_000)
    );
    let title = extract(&page).stated.title.unwrap().value;
    assert!(title.chars().count() <= 1000 && title.ends_with('…'), "{}", title.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_tags_are_survived(page in "(<(/)?(p|b|div|table|td|script|html|body|h1|a)( x='y)?>| a.|&lt;|<!--){0,40}") {
        extract(&page);
    }
}
