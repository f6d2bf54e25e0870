//! Sentences in, times out.

use super::*;
use crate::base::Span;

/// Printed on Friday, 5 March 2021, at nine.
fn check_after(day: Option<&str>, text: &str, expect: &str) {
    let start: DateTime = "2021-03-05T09:00".parse().unwrap();
    let published = When::new(start, Precision::Minute, TimeSource::Stated, "");
    let day = day.map(|it| it.parse().unwrap());
    let present = Present { published: Some(&published), day };
    let sentence = Sentence::alone(text, Span::new(0, text.len()));
    // The number and the word behind it stand for the passage.
    let at = (0..sentence.tokens.len()).find(|it| sentence.word(*it) == "two").unwrap_or(0);
    let times = Times::read(&sentence, present.published);
    let shown = times.as_of(&sentence, present, (at, at + 2)).map_or("none".to_owned(), |it| {
        let end = if it.is_stretch() { format!("–{}", it.end) } else { String::new() };
        format!("{}{end} {} {}", it.start, it.precision.word(), it.source.word())
    });
    assert_eq!(
        shown.replace("T00:00:00", "").replace(":00 ", " ").replace(":00–", "–"),
        expect,
        "{text}"
    );
}

fn check(text: &str, expect: &str) {
    check_after(None, text, expect);
}

#[test]
fn dates_are_read_as_printed() {
    check("On 4 February 2020 two died.", "2020-02-04–2020-02-05 day stated");
    check("On Feb. 4th, 2020, two died.", "2020-02-04–2020-02-05 day stated");
    check("On the 4th of February two died.", "2021-02-04–2021-02-05 day resolved");
    check("On Thursday, 4 March, two died.", "2021-03-04–2021-03-05 day resolved");
    check("On December 30 two died.", "2020-12-30–2020-12-31 day resolved");
    check("As of 2021-03-01 two had died.", "2021-03-01–2021-03-02 day stated");
    check("By 28/02/2021 two had died.", "2021-02-28–2021-03-01 day stated");
    check("In March 2019 two died.", "2019-03-01–2019-04-01 month stated");
    check("In 2014 two died.", "2014-01-01–2015-01-01 year stated");
    check("In the autumn of 2014 two died.", "2014-01-01–2015-01-01 year stated");
    check("Two may have died.", "none");
    check("The road has been shut since 2018, and two died.", "none");
}

#[test]
fn weekdays_are_resolved_by_the_day_of_printing() {
    check("On Tuesday two died.", "2021-03-02–2021-03-03 day resolved");
    check("On Friday two died.", "2021-03-05–2021-03-06 day resolved");
    check("Last Friday two died.", "2021-02-26–2021-02-27 day resolved");
    check("Yesterday two died.", "2021-03-04–2021-03-05 day resolved");
    check("Three days ago two died.", "2021-03-02–2021-03-03 day resolved");
    check("The talks are scheduled for Monday, and two died.", "none");
    check("Since Monday two have died.", "none");
    check("Two have died, before talks that open on 9 March.", "none");
    check("Since Monday morning two have died.", "none");
}

#[test]
fn hours_and_parts_of_the_day_belong_to_their_day() {
    check("As of 8 p.m. on Thursday there were two dead.", "2021-03-04T20:00 minute resolved");
    check("At 07:30 there were two dead.", "2021-03-05T07:30 minute resolved");
    // It was nine when this was printed.
    check("At about noon there were two dead.", "2021-03-04T12:00 hour resolved");
    check("On Tuesday evening two died.", "2021-03-02T18:00–2021-03-03 span resolved");
    check("In the early hours of Wednesday two died.", "2021-03-03–2021-03-03T06:00 span resolved");
    check("Two died last night.", "2021-03-04T18:00–2021-03-05 span resolved");
    check("Two men of the night shift died.", "none");
    check_after(
        Some("2021-03-02"),
        "That evening there were two dead.",
        "2021-03-02T18:00–2021-03-03 span resolved",
    );
}

#[test]
fn of_several_times_the_marked_one_counts_then_the_nearest() {
    check(
        "On Wednesday he said that as of 20:00 on Tuesday two had died.",
        "2021-03-02T20:00 minute resolved",
    );
    check("Five died on Monday and two on Tuesday.", "2021-03-02–2021-03-03 day resolved");
    check(
        "The army said on Thursday that Monday’s strike had killed two.",
        "2021-03-04–2021-03-05 day resolved",
    );
    check(
        "The blast that shook the port on Tuesday killed two, the mayor announced on Thursday.",
        "2021-03-04–2021-03-05 day resolved",
    );
    check(
        "Some two thousand fled between 27 February and 3 March.",
        "2021-03-03–2021-03-04 day resolved",
    );
}

#[test]
fn without_a_day_of_printing_only_full_dates_are_known() {
    let check = |text: &str, expect: Option<&str>| {
        let sentence = Sentence::alone(text, Span::new(0, text.len()));
        let times = Times::read(&sentence, None);
        let found = times.as_of(&sentence, Present::default(), (0, 1));
        assert_eq!(found.map(|it| it.start.date().to_string()).as_deref(), expect, "{text}");
    };
    check("Two died on Tuesday.", None);
    check("Two died on 4 February.", None);
    check("Two died on 4 February 2020 at 8 p.m.", Some("2020-02-04"));
    check("Two died at 8 p.m.", None);
}
