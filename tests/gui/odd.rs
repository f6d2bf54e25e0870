//! Odd projects that every view must bear, in the notation. A test opens them, and `examples/odd.rs` writes them with
//! their texts, to be looked at in the window.

use std::fmt::Write as _;

/// Those of claims, each with its name and how many claims it has.
pub fn projects() -> Vec<(&'static str, String, usize)> {
    let long = long();
    vec![
        ("nothing", ARTICLE.to_owned(), 0),
        ("one", format!("{ARTICLE}claim c1 a.txt killed 3 by Ombudsman at 2023-09-19\n"), 1),
        ("timeless", timeless(), 6),
        ("sideless", sideless(), 8),
        ("sixty", sixty(), 60),
        ("wide", wide(), 7),
        ("instant", instant(), 30),
        (
            "long",
            format!(
                "{ARTICLE}claim c1 a.txt killed 3 by \"{long}\" side \"{long}\" at 2023-09-19\n\
                claim c2 a.txt killed 9 by \"{long}\" side \"{long}\" at 2023-09-20\n\
                claim c3 a.txt killed 5 by Ombudsman side \"{long}\" at 2023-09-20\n"
            ),
            3,
        ),
        ("scripts", SCRIPTS.to_owned(), 6),
        ("outlets", outlets(), 40),
        ("incidents", INCIDENTS.to_owned(), 7),
        ("dispute", DISPUTE.to_owned(), 5),
    ]
}

/// Those of stances, each with its name and how many stances it has.
pub fn stances() -> Vec<(&'static str, String, usize)> {
    let lone = format!("{ARTICLE}stance s1 a.txt Armenia condemn Azerbaijan at 2023-09-19\n");
    vec![
        ("stance", lone, 1),
        ("stances-sixty", sixty_actors(), 120),
        ("stances-articles", many_articles(), 300),
        ("stances-long", long_names(), 8),
        ("stances-scripts", STANCES_IN_SCRIPTS.to_owned(), 9),
        ("stances-mixed", all_mixed(), 24),
        ("stances-past", all_past(), 12),
        ("stances-targets", many_targets(), 80),
        ("stances-timeless", timeless_stances(), 10),
        ("stances-deep", deep(), 18),
        ("stances-many", many_in_one_cell(), 1300),
        ("stances-words", ONLY_WORDS.to_owned(), 5),
    ]
}

/// A name of 200 characters.
fn long() -> String {
    let long =
        "Committee for the Return of Displaced Families and the Care of Monuments ".repeat(3);
    long.chars().take(200).collect()
}

const ARTICLE: &str = "article a.txt | Meridian Wire | 2023-09-20 12:00 | A day of war\n";

const SCRIPTS: &str = "\
article a.txt | وكالة الأنباء | 2023-09-20 12:00 | خبر اليوم\n\
article b.txt | Ձորի լուրեր | 2023-09-21 12:00 | Օրվա լուր\n\
claim c1 a.txt killed 25 by \"وزارة الصحة في الإقليم\" side \"سكان المنطقة\" at 2023-09-19T20 \"قُتل 25 شخصا\"\n\
claim c2 a.txt killed >=200 by \"وزارة الصحة في الإقليم\" side \"سكان المنطقة\" at 2023-09-20T20 \"مقتل 200 شخص على الأقل\"\n\
claim c3 b.txt killed 32 by \"Արցախի մարդու իրավունքների պաշտպան\" side Հայեր at 2023-09-20T10 \"32 զոհ\"\n\
claim c4 b.txt killed ~40 by \"Արցախի մարդու իրավունքների պաշտպան\" side Հայեր \"մոտ 40 զոհ\"\n\
claim c5 b.txt killed 2 civilian by \"Министерство обороны\" side Азербайджан at 2023-09-20 \"двое погибших\"\n\
claim c6 b.txt killed 11 by \"სახალხო დამცველი\" side Հայեր at 2023-09-21T01 \"11 ადამიანი\"\n";

const INCIDENTS: &str = "\
article a.txt | Meridian Wire | 2023-09-20 12:00\n\
incident the war : when 2020-09-27\n\
incident the offensive < the war : when 2023-09-19\n\
incident the mine blasts : when 2023-09-18\n\
claim c1 a.txt killed 3154 by Azerbaijan side Azerbaijan in the war at 2020-11-10 \"3,154 dead\"\n\
claim c2 a.txt killed >=4000 by Armenia side Armenia in the war at 2020-12-01 \"at least 4,000 dead\"\n\
claim c3 a.txt killed 25 by Ombudsman side Armenia in the offensive at 2023-09-19T20 \"25 dead\"\n\
claim c4 a.txt killed 32 by Ombudsman side Armenia in the offensive at 2023-09-20T10 \"32 dead\"\n\
claim c5 a.txt killed 6 by Azerbaijan side Azerbaijan in the mine blasts at 2023-09-18 \"six dead\"\n\
claim c6 a.txt killed 4 police by Azerbaijan side Azerbaijan in the mine blasts at 2023-09-19 \"four policemen\"\n\
claim c7 a.txt injured 23 by Ombudsman side Armenia in the offensive at 2023-09-19T20 \"23 wounded\"\n";

const DISPUTE: &str = "\
article a.txt | Meridian Wire | 2023-09-20 12:00\n\
article b.txt | Canal Info | 2023-09-21 12:00\n\
claim c1 a.txt killed 3154 by Azerbaijan side Azerbaijan in the war at 2023-09-19T10\n\
claim c2 b.txt killed 10000 by Armenia side Azerbaijan in the war at 2023-09-19T10\n\
claim c3 a.txt killed 2800..3100 by Observers side Azerbaijan in the war at 2023-09-20T10\n\
claim c4 b.txt killed 12000 by Armenia side Azerbaijan in the war at 2023-09-21T10\n\
claim c5 b.txt killed 0 civilian by Armenia side Armenia in the war at 2023-09-20T10\n";

const STANCES_IN_SCRIPTS: &str = "\
article a.txt | وكالة الأنباء | 2023-09-20 12:00 | خبر اليوم\n\
article b.txt | Ձորի լուրեր | 2023-09-21 12:00 | Օրվա լուր\n\
article c.txt | მდინარის ამბები | 2023-09-22 12:00 | დღის ამბავი\n\
article d.txt | Вестник ущелья | 2023-09-23 12:00 | Новость дня\n\
actor وزارة الخارجية في الإقليم : organisation\n\
actor المتحدثة باسم الوزارة < وزارة الخارجية في الإقليم : person\n\
stance s1 a.txt \"وزارة الخارجية في الإقليم\" condemn \"Министерство обороны\" \"أدانت الوزارة الهجوم على المدينة وسكانها\"\n\
stance s2 a.txt \"المتحدثة باسم الوزارة\" condemn \"Министерство обороны\" \"نددت المتحدثة بقصف 3 قرى\"\n\
stance s3 a.txt \"المتحدثة باسم الوزارة\" support \"Министерство обороны\" \"رحبت بالاتفاق\"\n\
stance s4 b.txt \"Արցախի մարդու իրավունքների պաշտպան\" condemn Ադրբեջան \"պաշտպանը դատապարտեց հարձակումը\"\n\
stance s5 b.txt Հայաստան mediate Ադրբեջան \"առաջարկեց միջնորդել\"\n\
stance s6 c.txt \"საქართველოს საგარეო საქმეთა სამინისტრო\" mediate topic:მშვიდობა \"სამინისტრომ შესთავაზა მოლაპარაკება\"\n\
stance s7 c.txt \"სახალხო დამცველი\" condemn Ադրբեջան \"დაგმო თავდასხმა\"\n\
stance s8 d.txt \"Министерство обороны\" support Ադրբեջան \"поддержало переговоры\"\n\
stance s9 d.txt \"Министерство обороны\" condemn Ադրբեջան \"осудило обстрел колонны\"\n";

const ONLY_WORDS: &str = "\
article a.txt | Meridian Wire | 2023-09-20 12:00 | A day of war\n\
stance s1 a.txt (the minister) condemn (the attack) \"The minister condemned the attack\"\n\
stance s2 a.txt (The Minister) support (the talks) \"The Minister backed the talks\"\n\
stance s3 a.txt (several officials who did not wish to be named) mediate \"several officials offered to help\"\n\
stance s4 a.txt (diplomats) mediate topic:prisoners \"diplomats spoke of prisoners\"\n\
stance s5 a.txt Armenia condemn \"Armenia condemned it\"\n";

/// Every actor belongs to one of the first six, which belong to nobody.
fn sixty_actors() -> String {
    let mut text = ARTICLE.to_owned();
    for at in 0..60 {
        let above = if at < 6 { String::new() } else { format!(" < Government {}", at % 6) };
        let name = if at < 6 { "Government" } else { "Ministry" };
        let _ = writeln!(text, "actor {name} {at}{above} : organisation");
    }
    for at in 0..120 {
        let name = if at % 60 < 6 { "Government" } else { "Ministry" };
        let position = POSITIONS[(at / 6 + at / 13 + at) % 3];
        let target = TARGETS[at % TARGETS.len()];
        let day = 10 + at % 15;
        let _ = writeln!(
            text,
            "stance s{at} a.txt {name} {} {position} {target} at 2023-09-{day}",
            at % 60
        );
    }
    text
}

/// Three hundred articles with a stance each, of few actors.
fn many_articles() -> String {
    let mut text = String::new();
    let outlets = ["Meridian Wire", "Canal Info", "The Gorge Courier and Weekly Review", "Vestnik"];
    for at in 0..300 {
        let (month, day) = (1 + at / 28, 1 + at % 28);
        let outlet = outlets[at % 4];
        let _ = writeln!(
            text,
            "article {at}.txt | {outlet} | 2023-{month:02}-{day:02} 12:00 | Day {at}"
        );
        let (who, position) = (ACTORS[at * 3 % 7 % 5], POSITIONS[at * 5 % 3]);
        let _ = writeln!(text, "stance s{at} {at}.txt {who} {position} {}", TARGETS[at % 4]);
    }
    text
}

/// Actors and targets of 200 characters, one of them a single word, one who belongs to another, one who is mixed.
fn long_names() -> String {
    let long = long();
    let word = "Verteidigungsministerialverwaltungsamt".repeat(6);
    let word: String = word.chars().take(200).collect();
    format!(
        "article a.txt | {long} | 2023-09-20 12:00 | {long}\n\
        actor {long} : organisation\n\
        actor Spokeswoman of the {long} < {long} : person\n\
        actor {word} : organisation\n\
        stance s1 a.txt \"{long}\" condemn \"{word}\" at 2023-09-19\n\
        stance s2 a.txt \"{long}\" support \"{word}\" at 2023-09-20\n\
        stance s3 a.txt \"Spokeswoman of the {long}\" mediate \"{word}\" at 2023-09-20\n\
        stance s4 a.txt \"{word}\" condemn \"{long}\" at 2023-09-19\n\
        stance s5 a.txt \"{word}\" condemn \"topic:{long}\" at 2023-09-19\n\
        stance s6 a.txt Armenia condemn \"{long}\" at 2023-09-19\n\
        stance s7 a.txt Armenia mediate Russia at 2023-09-19\n\
        stance s8 a.txt Russia support \"incident:{long}\" at 2023-09-19\n"
    )
}

/// Everybody condemns and supports the same, and in one article both at once.
fn all_mixed() -> String {
    let mut text = ARTICLE.to_owned();
    for at in 0..24 {
        let (who, position) = (ACTORS[at % 6], ["condemn", "support"][at / 6 % 2]);
        let target = TARGETS[(at % 6 + at / 12) % 3];
        let _ = writeln!(text, "stance s{at} a.txt {who} {position} {target} at 2023-09-19");
    }
    text
}

fn all_past() -> String {
    let mut text = ARTICLE.to_owned();
    for at in 0..12 {
        let (who, position) = (ACTORS[at % 6], POSITIONS[at % 3]);
        let _ = writeln!(text, "stance s{at} a.txt {who} {position} Azerbaijan at 2020-11-10 past");
    }
    text
}

/// Eighty targets: actors, incidents, topics and words.
fn many_targets() -> String {
    let mut text = ARTICLE.to_owned();
    for at in 0..80 {
        let (who, position) = (ACTORS[at % 6], POSITIONS[at % 3]);
        let target = match at % 4 {
            0 => format!("\"incident:the shelling of village {at}\""),
            1 => format!("\"topic:the road to village {at} and who may use it\""),
            2 => format!("(those who hold village {at})"),
            _ => format!("Brigade {at}"),
        };
        let _ = writeln!(text, "stance s{at} a.txt {who} {position} {target} at 2023-09-19");
    }
    text
}

/// No stance has a time, nor has the article.
fn timeless_stances() -> String {
    let mut text = "article a.txt | Canal Info\n".to_owned();
    for at in 0..10 {
        let (who, position) = (ACTORS[at % 6], POSITIONS[at % 3]);
        let _ = writeln!(text, "stance s{at} a.txt {who} {position} {}", TARGETS[at % 3]);
    }
    text
}

/// Nine actors, each of whom belongs to the one before.
fn deep() -> String {
    let mut text = ARTICLE.to_owned();
    for at in 0..9 {
        let above = if at == 0 { String::new() } else { format!(" < Level {}", at - 1) };
        let _ = writeln!(text, "actor Level {at}{above} : organisation");
    }
    for at in 0..18 {
        let (who, position) = (at % 9, POSITIONS[at % 3]);
        let _ = writeln!(text, "stance s{at} a.txt Level {who} {position} Azerbaijan");
    }
    text
}

/// One cell of 1200 stances beside cells of a few.
fn many_in_one_cell() -> String {
    let mut text = ARTICLE.to_owned();
    for at in 0..1300 {
        let (who, position) =
            if at < 1200 { (ACTORS[0], "condemn") } else { (ACTORS[at % 6], POSITIONS[at % 3]) };
        let target = TARGETS[at % 3];
        let _ = writeln!(text, "stance s{at} a.txt {who} {position} {target} at 2023-09-19");
    }
    text
}

const POSITIONS: [&str; 3] = ["condemn", "support", "mediate"];

const ACTORS: [&str; 6] =
    ["Armenia", "Azerbaijan", "European Union", "France", "Karabakh authorities", "Russia"];

const TARGETS: [&str; 5] =
    ["Azerbaijan", "Armenia", "incident:the offensive", "topic:corridor", "Russia"];

fn timeless() -> String {
    let mut text = "article a.txt | Canal Info\n".to_owned();
    for (at, who) in ["Ombudsman", "Azerbaijan", "Karabakh authorities"].iter().enumerate() {
        let _ = writeln!(text, "claim a{at} a.txt killed {} by {who} side S{at}", at + 2);
        let _ = writeln!(text, "claim b{at} a.txt killed >={} by {who} side S{at}", at * 20 + 12);
    }
    text
}

fn sideless() -> String {
    let mut text = ARTICLE.to_owned();
    for at in 0..8 {
        let who = if at % 2 == 0 { "Ombudsman" } else { "Karabakh authorities" };
        let _ = writeln!(
            text,
            "claim c{at} a.txt killed {} by {who} at 2023-09-19T{:02}",
            at * 5 + 2,
            10 + at
        );
    }
    text
}

fn sixty() -> String {
    let mut text = ARTICLE.to_owned();
    for at in 0..60 {
        let _ = writeln!(
            text,
            "claim c{at} a.txt killed {} by Claimant{at} side S at 2023-09-19T{:02}",
            at * 3 + 1,
            at % 24
        );
    }
    text
}

fn wide() -> String {
    let mut text = ARTICLE.to_owned();
    for (at, figure) in ["1", "0", "40", "900", ">=25000", "~300000", "2000000"].iter().enumerate()
    {
        let who = if at % 2 == 0 { "Ombudsman" } else { "Ministry of Health" };
        let _ = writeln!(
            text,
            "claim c{at} a.txt killed {figure} by {who} side Civilians at 2023-09-{:02}",
            10 + at
        );
    }
    text
}

fn instant() -> String {
    let mut text = ARTICLE.to_owned();
    for at in 0..30 {
        let _ = writeln!(text, "claim c{at} a.txt killed 25 by C{at} side S at 2023-09-19T20");
    }
    text
}

fn outlets() -> String {
    let mut text = String::new();
    for at in 0..20 {
        let _ = writeln!(
            text,
            "article {at}.txt | Outlet {at} of the Region and its Neighbours | 2023-09-{:02} 12:00",
            10 + at / 2
        );
    }
    let roles = ["civilian", "military", "police", "journalist", "peacekeeper"];
    for at in 0..40 {
        let _ = writeln!(
            text,
            "claim c{at} {}.txt killed {} {} by Ministry{} side Side{} at 2023-09-{:02}",
            at % 20,
            at * 7 + 1,
            roles[at % 5],
            at % 4,
            at % 9,
            10 + at / 4
        );
    }
    text
}
