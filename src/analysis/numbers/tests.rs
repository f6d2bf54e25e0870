//! Words in, numbers out.

use super::*;

fn check(text: &str, expect: &str) {
    let sentence = Sentence::alone(text, Span::new(0, text.len()));
    let show = |it: &Number| {
        let figure = it.figure(&sentence);
        let high = it.high.map_or("…".to_owned(), |it| it.to_string());
        format!("{}–{high} {} “{}”", it.low, it.qualifier.word(), figure.words)
    };
    let all: Vec<_> = numbers(&sentence).iter().filter(|it| !it.article).map(show).collect();
    assert_eq!(all.join("; "), expect, "{text}");
}

#[test]
fn digits_and_words_are_read() {
    check("2,906 people", "2906–2906 exact “2,906”");
    check("10 000 people", "10000–10000 exact “10 000”");
    check("Twenty-five people", "25–25 exact “Twenty-five”");
    check("a hundred and ten people", "110–110 exact “a hundred and ten”");
    check("two thousand people", "2000–2000 exact “two thousand”");
    check("2.3 thousand people", "2300–2300 exact “2.3 thousand”");
    check("three hundred and twelve men", "312–312 exact “three hundred and twelve”");
}

#[test]
fn bounds_ranges_and_vague_words_are_read() {
    check("at least 25 dead", "25–… at_least “at least 25”");
    check("no fewer than ten", "10–… at_least “no fewer than ten”");
    check("up to 30 people", "0–30 at_most “up to 30”");
    check("between 10 and 20 people", "10–20 range “between 10 and 20”");
    check("the 100-to-300 range", "100–300 range “100-to-300”");
    check("nearly 4,000 people", "4000–4000 about “nearly 4,000”");
    check("tens of thousands of people", "20000–… vague “tens of thousands”");
    check("scores of people", "40–… vague “scores”");
    check("half a million people", "500000–500000 exact “half a million”");
    check("it ranged from 30 to 45", "30–45 range “30 to 45”");
    check("a number of people", "2–… vague “a number of”");
    check("an unknown number were hurt", "2–… vague “an unknown number”");
    check("between eight and more than 30 people", "8–30 range “between eight and more than 30”");
    check("from 8 to 25 people were hurt", "8–25 range “8 to 25”");
    check("the toll rose from 8 to 25 people", "8–8 exact “8”; 25–25 exact “25”");
    check("the toll rose by 28 to 232", "28–28 exact “28”; 232–232 exact “232”");
    check("up to more than 200 people", "200–… at_least “up to more than 200”");
    check("he wrote about up to 15 dead", "0–15 at_most “up to 15”");
    check("several hundred people", "200–… vague “several hundred”");
    check("a few dozen people", "24–… vague “a few dozen”");
    check("as few as 12 people", "12–… at_least “as few as 12”");
    check("15 or so people", "15–15 about “15 or so”");
}

#[test]
fn a_number_after_a_whole_date_is_no_day() {
    check("on 23 September 28 bodies were found", "28–28 exact “28”");
    check("in September 19 people died", "19–19 exact “19”");
    check("the killings of 23 September 1988", "");
}

#[test]
fn what_does_not_count_people_is_left_out() {
    for text in [
        "on September 19",
        "in 2020",
        "at 8 p.m.",
        "12%",
        "$500",
        "30 years later",
        "a 25-year-old",
        "295 km west",
        "the 19th century",
        "60 positions",
        "at 14:30",
        "three-year-old twins aged 5, 7 and 12",
        "Kari Berg, 65, left",
    ] {
        check(text, "");
    }
}
