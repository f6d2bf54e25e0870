//! Sentences in, incidents out.

use super::*;

/// Reads a text of one paragraph a line, printed in 2021, and shows the incident of each sentence.
fn check_with(title: &str, known: &[KnownIncident], text: &str, expect: &[&str]) {
    let mut scene = Scene::new(Some(title));
    let mut found = vec![];
    let mut at = 0;
    for (paragraph, line) in text.split('\n').enumerate() {
        for part in line.split_inclusive(". ") {
            let mut sentence = Sentence::alone(text, Span::new(at, at + part.len()));
            sentence.paragraph = paragraph;
            scene.enter(&sentence, Some(2021));
            found.push(scene.incident(&sentence, known).unwrap_or_default());
            at += part.len();
        }
        at += 1;
    }
    assert_eq!(found, expect, "{text}");
}

fn check(text: &str, expect: &[&str]) {
    check_with("Shells fall on the port", &[], text, expect);
}

#[test]
fn an_earlier_war_is_told_by_its_year() {
    check("The 2014 war left thousands dead.", &["the 2014 war"]);
    check("A war between Chad and Libya in 1987 left hundreds dead.", &["the 1987 war"]);
    check("They fought from 1978 to 1987, and thousands died.", &["the 1978–1987 war"]);
    check("Twelve people died in 2014.", &[""]);
    check("Twelve people have died since the 2014 war.", &[""]);
    check("The 2021 war has killed hundreds.", &[""]);
    check("The 2014 bombing killed 12.", &["the 2014 bombing"]);
}

#[test]
fn a_paragraph_stays_with_its_war_until_it_comes_back() {
    check(
        "In 2014 Chad took the valley in that war. Libya lists 300 dead. Chad counts 200. On Monday five died.",
        &["the 2014 war", "the 2014 war", "the 2014 war", ""],
    );
    check("The 2014 war killed 300.\nThe shelling killed five.", &["the 2014 war", ""]);
}

#[test]
fn mines_and_other_attacks_are_apart_unless_they_are_the_story() {
    check("Two men died when a mine went off under their car.", &["mine explosions"]);
    check("Two men died in the explosion of mines.", &["mine explosions"]);
    check("Two men died when a gold mine collapsed.", &[""]);
    check("Two men died in a coal mine blast.", &[""]);
    check("A friend of mine was killed.", &[""]);
    check("In a separate attack, five died.", &["a separate attack"]);
    check("In another village five died.", &[""]);
    check_with("Mine blast kills two", &[], "Two men died when they hit a mine.", &[""]);
}

#[test]
fn the_names_of_the_project_come_first() {
    let known = |name: &str| KnownIncident { name: name.to_owned(), aliases: vec![] };
    let all = [known("the port strike"), known("the mine blasts"), known("The 2014 war")];
    check_with(
        "Shells fall",
        &all,
        "Five died in the port strike.\nTwo hit a land mine and died.\nThe 2014 conflict left 12 dead.",
        &["the port strike", "the mine blasts", "The 2014 war"],
    );
}

#[test]
fn of_several_wars_none_is_meant_and_a_truce_ends_the_war_before_it() {
    check(
        "Chad and Libya fought two wars, in 1978 and then in the spring of 1986. Hundreds died in that war.",
        &["", ""],
    );
    check(
        "The 2014 war killed 300.\nA ceasefire, brokered by Norway, was signed and 20 men were freed.\nFive died.",
        &["the 2014 war", "the 2014 war", ""],
    );
    check("The 2014 war killed 300.\nThe truce of the day took 20 lives.", &["the 2014 war", ""]);
}
