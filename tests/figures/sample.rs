//! Charts and matrices made by hand: a typical one, and the odd ones that figures must bear.

use kbworkbench::base::words::{Measure, Outcome, Position};
use kbworkbench::base::{ActorId, AnnotationId, ArticleId, IdMint, Offset};
use kbworkbench::export::{FigureOptions, Source};
use kbworkbench::views::chart::*;
use kbworkbench::views::matrix::{Cell, Column, Facets, Matrix, Row};
use kbworkbench::views::{Evidence, EvidenceKind};

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odd {
    Typical,
    Dispute,
    Empty,
    One,
    Twenty,
    Sixty,
    SameInstant,
    Wide,
    LongName,
    Scripts,
    OnlyGutter,
    Crowd,
    ManyPanels,
    ManyColumns,
}

impl Odd {
    pub const ALL: [Odd; 14] = [
        Odd::Typical,
        Odd::Dispute,
        Odd::Empty,
        Odd::One,
        Odd::Twenty,
        Odd::Sixty,
        Odd::SameInstant,
        Odd::Wide,
        Odd::LongName,
        Odd::Scripts,
        Odd::OnlyGutter,
        Odd::Crowd,
        Odd::ManyPanels,
        Odd::ManyColumns,
    ];

    pub fn chart(self) -> Chart {
        let mut make = Make::new();
        match self {
            Odd::Typical => {
                make.panel("River Armenians");
                make.claim(20 * HOUR, 25).claimant(2).fill(Fill::Stated);
                make.claim(36 * HOUR, 200).claimant(2).bound(Bound::Up).stretch(DAY, 2 * DAY);
                make.line(2, "Ombudsman", "Ombudsman 200 or more");
                make.panel("Lowland");
                make.claim(20 * HOUR + 30, 1).claimant(1);
                make.claim(36 * HOUR, 2).claimant(1).stretch(DAY, 2 * DAY);
                make.line(1, "Lowland", "Lowland 2");
                make.panel("Side not stated");
                make.claim(21 * HOUR + 12, 25).claimant(0).bound(Bound::Up);
                make.line(0, "Authorities", "Authorities 25 or more");
                make.gutter(0, 2).bound(Bound::Up);
                make.gutter(1, 5).claimant(0).bound(Bound::Up);
                make.claim(30 * HOUR, 30).bound(Bound::Point).inexact().fill(Fill::Guessed);
                make.headline =
                    "Killed in the offensive: at least 200 River Armenians, 2 Lowlanders";
            }
            Odd::Dispute | Odd::ManyColumns => {
                make.panel("River Armenians");
                make.claim(22 * HOUR, 1800).claimant(3).fill(Fill::Stated).inexact();
                make.claim(26 * HOUR, 7000).claimant(2).bound(Bound::Up).fill(Fill::Stated);
                make.claim(32 * HOUR, 10_000).claimant(2);
                make.claim(32 * HOUR, 3154).claimant(3);
                make.claim(25 * HOUR, 2000).claimant(5).bound(Bound::Range(5000)).part();
                make.claim(40 * HOUR, 0).claimant(0).fill(Fill::Stated);
                make.line(2, "Ombudsman", "Ombudsman 10,000");
                make.line(3, "Contingent", "Northern contingent 3,154");
                make.dispute(
                    3,
                    2,
                    32 * HOUR,
                    48 * HOUR,
                    "disputed: Ombudsman 10,000, Northern contingent 3,154",
                );
                make.outcome = Outcome::Displaced;
                make.headline = "Displaced in the offensive: 3,154 or 10,000";
            }
            Odd::Empty => make.headline = "Missing in the offensive: no figures",
            Odd::One => {
                make.panel("Side not stated");
                make.claim(12 * HOUR, 7);
                make.headline = "Injured in the mine blast: 7";
                make.outcome = Outcome::Injured;
            }
            Odd::Twenty | Odd::Sixty => {
                let count = if self == Odd::Twenty { 20 } else { 60 };
                make.panel("River Armenians");
                for claimant in 0..count {
                    let at = 8 * HOUR + i64::from(claimant) * 17;
                    make.claim(at, 10 + u64::from(claimant) * 3).claimant(claimant);
                    make.claim(at + 9 * HOUR, 15 + u64::from(claimant) * 7).claimant(claimant);
                    let name = format!("Claimant number {}", claimant + 1);
                    make.line(claimant, &name, &format!("{name} {}", 15 + claimant * 7));
                }
            }
            Odd::SameInstant => {
                make.panel("River Armenians");
                for number in 0..30 {
                    let mark = make.claim(20 * HOUR, 20 + number % 3 * 5);
                    mark.claimant(number as u16 % 8);
                }
                make.panel("Lowland");
                for number in 0..30 {
                    make.claim(20 * HOUR, 20 + number * 11).claimant(number as u16);
                }
            }
            Odd::Wide => {
                make.panel("River Armenians");
                for (place, value) in [1, 9, 80, 900, 12_000, 150_000, 2_000_000].iter().enumerate()
                {
                    make.claim(HOUR * 5 * place as i64, *value).claimant(4);
                }
                make.line(4, "Agency", "Agency for the relief of the displaced 2,000,000");
            }
            Odd::LongName => {
                let name = "The Standing Committee for the Coordination of Humanitarian ".repeat(5);
                make.panel(&name);
                make.claim(20 * HOUR, 25).claimant(2);
                make.claim(30 * HOUR, 45).claimant(2);
                make.line(2, &name, &format!("{name} 45"));
                make.panel(&"Donaudampfschifffahrtsgesellschaft".repeat(9));
                make.claim(20 * HOUR, 25).claimant(3);
                make.claim(20 * HOUR, 70).claimant(4);
                make.line(3, "D", &"Donaudampfschifffahrtsgesellschaft".repeat(9));
                make.line(4, "E", "Police 70");
                make.dispute(
                    0,
                    1,
                    20 * HOUR,
                    48 * HOUR,
                    &format!("disputed: {name} 25, Police 70"),
                );
                make.headline = "Killed in the offensive as counted by the Standing Committee for the Coordination of Humanitarian Relief and the Prevention of Further Harm in the Upper River District, its neighbours and all who live between: at least 45 or 70, depending on whom one asks and when, and more if later counts are believed";
            }
            Odd::Scripts => {
                for (claimant, (panel, who)) in [
                    ("Արցախի հայեր", "Մարդու իրավունքների պաշտպան"),
                    ("Карабахские армяне", "Министерство обороны"),
                    ("سكان الإقليم", "سلطات الإقليم ٢٥ أو أكثر"),
                    ("תושבי החבל", "שלטונות החבל 25"),
                    ("ყარაბაღის მოსახლეობა", "სახალხო დამცველი 25"),
                ]
                .into_iter()
                .enumerate()
                {
                    let claimant = claimant as u16;
                    make.panel(panel);
                    make.claim(20 * HOUR, 25).claimant(claimant);
                    make.claim(30 * HOUR, 60).claimant(claimant).bound(Bound::Down);
                    make.line(claimant, who, who);
                }
                make.headline = "Զոհվածներ — Погибшие — القتلى — הרוגים — დაღუპულები";
            }
            Odd::OnlyGutter => {
                make.panel("Side not stated");
                for slot in 0..6 {
                    make.gutter(slot, 2 + slot as u64 * 4).claimant(slot as u16);
                }
                make.panel("Lowland");
                make.gutter(6, 12);
            }
            Odd::Crowd => {
                make.panel("River Armenians");
                for number in 0..400_u64 {
                    let at = (number * 7919 % 2800) as i64;
                    let mark = make.claim(at, 1 + number * 104_729 % 900);
                    mark.claimant((number % 30) as u16);
                }
                make.line(3, "Authorities", "Authorities 900");
            }
            Odd::ManyPanels => {
                for panel in 0..14_u16 {
                    make.panel(&format!("Side {}", panel + 1));
                    make.claim(20 * HOUR, 5 + u64::from(panel)).claimant(panel);
                    make.claim(40 * HOUR, 9 + u64::from(panel)).claimant(panel);
                    make.line(panel, "Ministry", "Ministry of the interior");
                }
            }
        }
        make.finish()
    }

    pub fn matrix(self) -> Matrix {
        let mut mint = IdMint::seeded("matrix");
        let long = "The Standing Committee for the Coordination of Humanitarian Relief ".repeat(5);
        let typical = [
            ("Upland", 0, [7, 0, 0], false, ""),
            ("Nora Petrosian", 1, [3, 0, 0], false, ""),
            ("Lowland", 0, [1, 5, 1], false, "of its own operation"),
            ("Westland", 0, [5, 0, 1], false, ""),
            ("Emile Marchand", 1, [2, 0, 0], false, ""),
            ("Continental Union", 0, [4, 0, 3], false, ""),
            ("Karl Michels", 1, [2, 0, 2], false, ""),
            ("Midland", 0, [1, 0, 0], false, ""),
            ("Northland", 0, [1, 2, 2], true, "condemns and supports: mixed"),
            ("peacekeeping contingent", 1, [0, 0, 2], false, ""),
            ("Southland", 0, [0, 4, 2], false, "both at once"),
            ("Federation", 0, [3, 0, 2], false, ""),
            ("Anton Blink", 1, [2, 0, 2], false, ""),
            ("River authorities", 0, [3, 0, 2], false, ""),
        ];
        let typical: Vec<(String, usize, [usize; 3], bool, &str)> =
            typical.into_iter().map(|(n, d, c, m, r)| (n.to_owned(), d, c, m, r)).collect();
        let rows = match self {
            Odd::Empty => Vec::new(),
            Odd::One => typical.into_iter().take(1).collect(),
            Odd::Sixty | Odd::Crowd => (0..60)
                .map(|n| {
                    (format!("Actor number {n}"), n % 3, [n % 4, n % 3, n % 2], n % 7 == 0, "")
                })
                .collect(),
            Odd::LongName => {
                vec![
                    (
                        long.clone(),
                        0,
                        [2, 1, 0],
                        true,
                        "condemns and supports: mixed, over and over",
                    ),
                    (long, 3, [0, 0, 1], false, ""),
                ]
            }
            Odd::Scripts => ["Հայաստան", "Россия", "إيران", "ישראל", "საქართველო", "Ελλάδα"]
                .into_iter()
                .map(|name| (name.to_owned(), 0, [1, 0, 2], false, "ինչպես միշտ"))
                .collect(),
            _ => typical,
        };
        let positions = |label: &str, position| Column {
            label: label.to_owned(),
            end: 0,
            position,
            article: None,
        };
        let columns: Vec<Column> = match self {
            Odd::ManyColumns => (0..24)
                .map(|n| {
                    positions(&format!("Meridian Wire, {n} September: the column of the day"), None)
                })
                .collect(),
            Odd::Twenty => {
                (1..8).map(|n| positions(&format!("the operation of {n} May"), None)).collect()
            }
            _ => Position::ALL.iter().map(|it| positions(it.label(), Some(*it))).collect(),
        };
        let most = 7.0;
        let mut evidence = Vec::new();
        let by_position = columns.iter().all(|column| column.position.is_some());
        let rows: Vec<Row> = rows
            .into_iter()
            .enumerate()
            .map(|(number, (name, depth, counts, mixed, remark))| {
                let cells = columns.iter().enumerate().map(|(place, _)| {
                    let mut held = [0; 3];
                    if by_position {
                        held[place] = counts[place];
                    } else if (number * 5 + place * 3) % 4 == 0 {
                        held = counts;
                    }
                    let count: usize = held.iter().sum();
                    let annotations: Vec<_> =
                        (0..count).map(|_| AnnotationId::mint(&mut mint)).collect();
                    let first = evidence.len();
                    evidence
                        .extend(annotations.iter().map(|id| self::evidence(*id, "condemns", "")));
                    Cell {
                        counts: held,
                        count,
                        mixed: mixed && 0 < count,
                        shade: count as f32 / most,
                        suggested: [0; 3],
                        evidence: (first..evidence.len()).collect(),
                        annotations,
                    }
                });
                let (cells, remark) = (cells.collect(), remark.to_owned());
                let actor = Some(ActorId::mint(&mut IdMint::seeded(&name)));
                Row { actor, name, depth, folded: None, cells, remark }
            })
            .collect();
        Matrix {
            title: "Who stands where on the offensive".to_owned(),
            subtitle: format!(
                "{} actors, {} stances in 9 articles; own and current stances",
                rows.len(),
                evidence.len()
            ),
            columns,
            rows,
            articles: 9,
            suggested: 0,
            evidence,
            hidden: 3,
            legend: vec![
                "darker: more stances".to_owned(),
                "mixed: condemns and supports the same target".to_owned(),
            ],
            facets: Facets::default(),
        }
    }
}

pub fn options(width: u16, height: u16) -> FigureOptions {
    FigureOptions {
        width: width.into(),
        height: height.into(),
        source: Source {
            project: String::new(),
            changed: Some("21 September 2023".to_owned()),
            version: "0.1.0".to_owned(),
            articles: 11,
        },
        ..FigureOptions::default()
    }
}

fn evidence(annotation: AnnotationId, says: &str, who: &str) -> Evidence {
    Evidence {
        annotation,
        kind: EvidenceKind::Claim,
        says: says.to_owned(),
        quote: "at least 25 dead".to_owned(),
        sentence: "The office spoke of at least 25 dead <so far>.".to_owned(),
        who: who.to_owned(),
        whom: String::new(),
        incident: "the offensive".to_owned(),
        time: "19 Sep 2023, 20:00".to_owned(),
        article: ArticleId::mint(&mut IdMint::seeded("article")),
        outlet: "Meridian Wire".to_owned(),
        title: "Shelling resumes".to_owned(),
        path: "wire.txt".to_owned(),
        repeats: 1,
        status: "pending".to_owned(),
        suggested: false,
    }
}

struct Make {
    mint: IdMint,
    panels: Vec<Panel>,
    evidence: Vec<Evidence>,
    headline: &'static str,
    outcome: Outcome,
}

struct MakeMark<'a>(&'a mut Mark);

impl MakeMark<'_> {
    fn claimant(self, colour: u16) -> Self {
        self.0.colour = Some(colour);
        self.0.claimant = format!("Claimant number {}", colour + 1);
        self
    }

    fn fill(self, fill: Fill) -> Self {
        self.0.fill = fill;
        self
    }

    fn bound(self, bound: Bound) -> Self {
        self.0.bound = bound;
        self
    }

    fn inexact(self) -> Self {
        self.0.inexact = true;
        self
    }

    fn part(self) -> Self {
        self.0.measure = Measure::Part;
        self
    }

    fn stretch(self, start: i64, end: i64) -> Self {
        if let MarkTime::Known { stretch, .. } = &mut self.0.at {
            *stretch = Some((start, end));
        }
        self
    }
}

impl Make {
    fn new() -> Self {
        Self {
            mint: IdMint::seeded("chart"),
            panels: Vec::new(),
            evidence: Vec::new(),
            headline: "Killed in the offensive: at least 200",
            outcome: Outcome::Killed,
        }
    }

    fn panel(&mut self, title: &str) {
        let axis = CountAxis { low: 1.0, high: 10.0, ticks: Vec::new(), zero_row: false };
        let (title, marks, lines) = (title.to_owned(), Vec::new(), Vec::new());
        self.panels.push(Panel { title, axis, marks, lines, disputes: Vec::new() });
    }

    fn claim(&mut self, at: i64, value: u64) -> MakeMark<'_> {
        self.mark(MarkTime::Known { at, stretch: None }, value, Fill::Printed)
    }

    fn gutter(&mut self, slot: usize, value: u64) -> MakeMark<'_> {
        self.mark(MarkTime::Gutter { slot }, value, Fill::None)
    }

    fn mark(&mut self, at: MarkTime, value: u64, fill: Fill) -> MakeMark<'_> {
        let annotation = AnnotationId::mint(&mut self.mint);
        self.evidence.push(evidence(annotation, &format!("at least {value} killed"), ""));
        let panel = self.panels.last_mut().expect("a panel is made before its marks");
        panel.marks.push(Mark {
            annotation,
            evidence: self.evidence.len() - 1,
            at,
            fill,
            value,
            bound: Bound::Point,
            inexact: false,
            outcome: Outcome::Killed,
            measure: Measure::Total,
            colour: None,
            faint: false,
            suggested: false,
            claimant: String::new(),
            label: format!("{value} people"),
            name: format!("{value} people"),
        });
        MakeMark(panel.marks.last_mut().unwrap())
    }

    fn line(&mut self, colour: u16, claimant: &str, label: &str) {
        let panel = self.panels.last_mut().unwrap();
        let marks = panel.marks.iter().enumerate();
        let marks = marks.filter(|(_, mark)| {
            mark.colour == Some(colour) && mark.measure == Measure::Total && mark.fill != Fill::None
        });
        let mut marks: Vec<usize> = marks.map(|(place, _)| place).collect();
        marks.sort_by_key(|place| match panel.marks[*place].at {
            MarkTime::Known { at, .. } => at,
            MarkTime::Gutter { .. } => i64::MIN,
        });
        let (claimant, label) = (claimant.to_owned(), label.to_owned());
        panel.lines.push(StepLine { claimant, actor: None, colour, marks, label });
    }

    fn dispute(&mut self, lower: usize, upper: usize, start: i64, end: i64, words: &str) {
        let (during, words) = (Some((start, end)), words.to_owned());
        self.panels.last_mut().unwrap().disputes.push(Dispute { lower, upper, during, words });
    }

    fn finish(mut self) -> Chart {
        let mut gutter = false;
        let mut timed = false;
        for panel in &mut self.panels {
            let (mut least, mut most) = (u64::MAX, 1);
            for mark in &mut panel.marks {
                mark.outcome = self.outcome;
                gutter |= matches!(mark.at, MarkTime::Gutter { .. });
                timed |= matches!(mark.at, MarkTime::Known { .. });
                panel.axis.zero_row |= mark.value == 0;
                if mark.value > 0 {
                    least = least.min(mark.value);
                }
                most = most.max(match mark.bound {
                    Bound::Range(high) => high,
                    _ => mark.value,
                });
            }
            panel.axis.low = least.min(most) as f64 / 1.6;
            panel.axis.high = most as f64 * 1.4;
            let mut step = 1;
            while (step as f64) < panel.axis.high {
                for value in [step, 2 * step, 5 * step] {
                    if panel.axis.low <= value as f64 && value as f64 <= panel.axis.high {
                        let end = value == least || value == most;
                        let label = thousands(value);
                        panel.axis.ticks.push(CountTick { value, label, end });
                    }
                }
                step *= 10;
            }
        }
        let tick = |at: i64, label: &str, major| TimeTick { at, label: label.to_owned(), major };
        Chart {
            headline: self.headline.to_owned(),
            subtitle: "People reported killed, all groups, by side, 19–20 September; running figure of each claimant, never added together".to_owned(),
            time: timed.then(|| TimeAxis {
                start: 8 * HOUR - 30,
                end: 2 * DAY,
                ticks: vec![
                    tick(8 * HOUR, "19 Sep 08:00", true),
                    tick(14 * HOUR, "14:00", false),
                    tick(20 * HOUR, "20:00", false),
                    tick(DAY, "20 Sep", true),
                    tick(32 * HOUR, "08:00", false),
                    tick(38 * HOUR, "14:00", false),
                    tick(44 * HOUR, "20:00", false),
                ],
                zone: Offset(240),
            }),
            gutter,
            suggested: 0,
            scale: CountScale::Log,
            panels: self.panels,
            articles: self.evidence.len().min(4),
            evidence: self.evidence,
            hidden: 5,
            legend: vec![
                Sign::Filled,
                Sign::Hollow,
                Sign::ArrowUp,
                Sign::PaleBar,
            ],
        }
    }
}

fn thousands(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
