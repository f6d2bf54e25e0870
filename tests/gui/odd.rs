//! Odd projects that every view must bear, in the notation. A test opens them, and `examples/odd.rs` writes them with
//! their texts, to be looked at in the window.

use std::fmt::Write as _;

/// Each with its name and how many claims it has.
pub fn projects() -> Vec<(&'static str, String, usize)> {
    let long =
        "Committee for the Return of Displaced Families and the Care of Monuments ".repeat(3);
    let long = long.chars().take(200).collect::<String>();
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
