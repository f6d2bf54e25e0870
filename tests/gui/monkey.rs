//! A monkey at the window: keys, clicks, words, drags and the wheel in an order made from a number, and now and then
//! something whole that an analyst does in a view. Whatever it does, nothing panics, the window comes to rest, the
//! project stays sound, and every step can be taken back.
//!
//! `MONKEY_SEEDS=200 MONKEY_STEPS=400 cargo test --test gui monkey` lets it work longer; `MONKEY_FIRST` says from which
//! number on.

use std::path::{Path, PathBuf};

use eframe::egui::{
    self, Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, Rect, Role, Theme,
    TouchPhase, ViewportEvent, ViewportId, vec2,
};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kbworkbench::gui::command::TABLE;
use kbworkbench::project::{Stamp, invariants, write};

use super::desk::{Desk, SAMPLE, disk, now};
use super::picture::window;

const NONE: Modifiers = Modifiers::NONE;
const ALT: Modifiers = Modifiers::ALT;
const CTRL: Modifiers = Modifiers::COMMAND;
const SIZE: [f32; 2] = [1600.0, 1000.0];

const KEYS: &[Key] = &[
    Key::Enter,
    Key::Escape,
    Key::Tab,
    Key::Space,
    Key::Backspace,
    Key::Delete,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::F2,
    Key::A,
    Key::C,
    Key::X,
    Key::V,
    Key::M,
    Key::Num0,
    Key::Num5,
];

const WORDS: &[&str] = &[
    "25",
    "a",
    "at least 200",
    "Azerbaijan",
    "Հայաստան",
    "Красный Крест",
    "🕊👩‍👩‍👧",
    "e\u{301}\u{301}",
    "soon",
    "20 Sep 2023",
    "99999999999999999999",
    "-1",
    "(",
    "\u{202e}\u{200b}\u{feff}",
    "a word that is so long thatitdoesnotfitintoanyfieldofanyformandcannotbebrokenanywhereatallwhatever",
    "\t",
    "  ",
];

/// What an analyst does in one go; between two of its deeds the monkey may have another idea.
const ERRANDS: &[&[Deed]] = &[
    // Sets a field of many rows, and deletes many.
    &[
        press(ALT, Key::Num3),
        press(NONE, Key::Home),
        press(Modifiers::SHIFT, Key::PageDown),
        Deed::ClickNamed("Set…"),
        Deed::ClickNamed("Set status"),
        Deed::Type("rej"),
        press(NONE, Key::Enter),
    ],
    &[
        press(ALT, Key::Num3),
        press(CTRL, Key::A),
        Deed::ClickNamed("Set…"),
        Deed::ClickNamed("Set claimant or actor"),
        Deed::Type("Հայաստան"),
        press(NONE, Key::Enter),
    ],
    &[
        press(ALT, Key::Num3),
        press(NONE, Key::End),
        press(Modifiers::SHIFT, Key::ArrowUp),
        press(NONE, Key::Delete),
    ],
    // Edits cells in their places.
    &[
        press(ALT, Key::Num3),
        press(NONE, Key::ArrowDown),
        press(NONE, Key::ArrowRight),
        press(NONE, Key::ArrowRight),
        press(NONE, Key::F2),
        Deed::Type("Ana Gomez"),
        press(NONE, Key::Tab),
        Deed::Type("Azerbaijan"),
        press(NONE, Key::Enter),
    ],
    &[press(ALT, Key::Num3), Deed::ClickNamed("Column "), Deed::ClickNamed("As of, ")],
    // Narrows down each view.
    &[press(ALT, Key::Num3), press(CTRL, Key::Num5), Deed::ClickNamed("Claims ")],
    &[press(ALT, Key::Num4), press(CTRL, Key::Num5), Deed::ClickNamed("Injured")],
    &[
        press(ALT, Key::Num5),
        press(CTRL, Key::Num5),
        Deed::ClickNamed("Incident"),
        press(NONE, Key::ArrowDown),
        press(NONE, Key::Enter),
    ],
    // Chooses marks and cells by keys.
    &[
        press(ALT, Key::Num4),
        press(NONE, Key::Tab),
        press(NONE, Key::ArrowRight),
        press(NONE, Key::Enter),
    ],
    &[
        press(ALT, Key::Num5),
        press(NONE, Key::ArrowDown),
        press(NONE, Key::ArrowRight),
        press(NONE, Key::Enter),
    ],
    // Exports, or thinks better of it.
    &[press(CTRL, Key::E), Deed::ClickNamed("SVG"), press(NONE, Key::Escape)],
    &[
        press(CTRL, Key::E),
        Deed::ClickNamed("CSV"),
        Deed::Answer("/home/a/data.csv"),
        Deed::ClickNamed("Export…"),
    ],
    // Closes the project beside its views.
    &[
        press(ALT, Key::Num3),
        press(CTRL, Key::Backslash),
        Deed::ClickNamed("Menu"),
        Deed::ClickNamed("File"),
        Deed::ClickNamed("Close project"),
    ],
];

const fn press(modifiers: Modifiers, key: Key) -> Deed {
    Deed::Press(modifiers, key)
}

/// Numbers that look as if they were drawn, the same for the same seed.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most.max(1) as u64) as usize
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn place(&mut self, within: Rect) -> Pos2 {
        let part = |dice: &mut Self| (dice.next() % 1000) as f32 / 1000.0;
        within.min + within.size() * vec2(part(self), part(self))
    }
}

/// What is done at the window, told when it went wrong.
#[derive(Debug, Clone)]
enum Deed {
    Press(Modifiers, Key),
    Type(&'static str),
    Paste(&'static str),
    Click {
        at: Pos2,
        button: PointerButton,
        modifiers: Modifiers,
        times: usize,
        #[expect(dead_code, reason = "it is told when something went wrong")]
        name: String,
    },
    /// Clicks the first thing whose name begins so, if there is one.
    ClickNamed(&'static str),
    Drag(Pos2, Pos2),
    Hover(Pos2),
    Wheel(Pos2, f32, Modifiers),
    Resize([f32; 2]),
    CloseWindow,
    Answer(&'static str),
    Drop(&'static str),
}

struct Monkey {
    desk: Desk,
    dice: Dice,
    seed: u64,
    deeds: Vec<Deed>,
    /// What is left of an errand.
    errand: &'static [Deed],
    /// The project as it was opened.
    opened: Vec<u8>,
    /// Which change of it was seen last.
    revision: u64,
    file: Option<PathBuf>,
}

impl Drop for Monkey {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the monkey {} did:", self.seed);
            self.deeds.iter().for_each(|it| eprintln!("  {it:?}"));
        }
    }
}

impl Monkey {
    fn new(seed: u64) -> Self {
        let disk = disk();
        disk.add("/home/a/more/a.txt", "Police said two people were killed on Tuesday.");
        let window = window(SIZE, Theme::Light).allow_missing_glyphs();
        let desk = Desk::built(disk, Some(SAMPLE), window);
        let opened = desk.written();
        Self {
            desk,
            dice: Dice(seed),
            seed,
            deeds: vec![],
            errand: &[],
            opened,
            revision: 0,
            file: None,
        }
    }

    /// Things with a name that are in sight.
    fn things(&self) -> Vec<(String, Rect, Role)> {
        let room = Rect::from_min_size(Pos2::ZERO, self.desk.harness.ctx.content_rect().size());
        let all = self
            .desk
            .harness
            .query_all_by(|it| it.label().is_some() && it.bounding_box().is_some());
        all.filter_map(|it| {
            let (node, rect) = (it.accesskit_node(), it.rect());
            let seen = rect.is_positive() && room.contains(rect.center());
            seen.then(|| (node.label().unwrap_or_default(), rect, node.role()))
        })
        .collect()
    }

    fn think(&mut self) -> Deed {
        if self.errand.is_empty() && self.dice.below(12) == 0 {
            self.errand = self.dice.one_of(ERRANDS);
        }
        if let Some((deed, rest)) = self.errand.split_first()
            && self.dice.below(8) > 0
        {
            self.errand = rest;
            return deed.clone();
        }
        let room = self.desk.harness.ctx.content_rect();
        let modifiers = [Modifiers::NONE, Modifiers::NONE, Modifiers::NONE, CTRL, Modifiers::SHIFT];
        match self.dice.below(100) {
            0..=29 => {
                let row = &TABLE[self.dice.below(TABLE.len())];
                match row.keys {
                    [] => Deed::Press(CTRL, Key::K),
                    keys => {
                        let keys = keys[self.dice.below(keys.len())];
                        Deed::Press(keys.modifiers, keys.logical_key)
                    }
                }
            }
            30..=49 => {
                let modifiers = self.dice.one_of(&[
                    Modifiers::NONE,
                    Modifiers::NONE,
                    Modifiers::SHIFT,
                    CTRL,
                    CTRL | Modifiers::SHIFT,
                    Modifiers::ALT,
                ]);
                Deed::Press(modifiers, self.dice.one_of(KEYS))
            }
            50..=74 => {
                let things = self.things();
                if things.is_empty() {
                    return Deed::Hover(self.dice.place(room));
                }
                // Each thing as likely, or each kind: there are many more cells than buttons.
                let mut kinds: Vec<Role> = things.iter().map(|it| it.2).collect();
                if self.dice.below(2) == 0 {
                    let mut seen = vec![];
                    kinds.retain(|it| {
                        !seen.contains(it) && {
                            seen.push(*it);
                            true
                        }
                    });
                }
                let kind = self.dice.one_of(&kinds);
                let things: Vec<_> = things.into_iter().filter(|it| it.2 == kind).collect();
                let (name, rect, _) = things[self.dice.below(things.len())].clone();
                let buttons = [
                    PointerButton::Primary,
                    PointerButton::Primary,
                    PointerButton::Primary,
                    PointerButton::Primary,
                    PointerButton::Secondary,
                    PointerButton::Middle,
                ];
                Deed::Click {
                    at: self.dice.place(rect.intersect(room)),
                    button: self.dice.one_of(&buttons),
                    modifiers: self.dice.one_of(&modifiers),
                    times: self.dice.one_of(&[1, 1, 1, 2, 3]),
                    name: name.chars().take(40).collect(),
                }
            }
            75..=84 => Deed::Type(self.dice.one_of(WORDS)),
            85..=86 => Deed::Paste(self.dice.one_of(WORDS)),
            87..=90 => Deed::Drag(self.dice.place(room), self.dice.place(room)),
            91..=92 => Deed::Hover(self.dice.place(room)),
            93..=95 => {
                let by = self.dice.one_of(&[-3000.0, -120.0, 120.0, 3000.0]);
                Deed::Wheel(self.dice.place(room), by, self.dice.one_of(&modifiers))
            }
            96 => Deed::Resize(self.dice.one_of(&[
                SIZE,
                SIZE,
                [900.0, 650.0],
                [700.0, 500.0],
                [400.0, 300.0],
                [2600.0, 1400.0],
            ])),
            97 => Deed::CloseWindow,
            98 => Deed::Answer(self.dice.one_of(&[
                SAMPLE,
                "/home/a/other.kbproj",
                "/home/a/more",
                "/home/a/sample",
                "/home/a/nowhere/else",
            ])),
            _ => Deed::Drop(self.dice.one_of(&[SAMPLE, "/home/a/more", "/home/a/more/a.txt"])),
        }
    }

    fn act(&mut self, deed: Deed) {
        self.deeds.push(deed.clone());
        let desk = &mut self.desk;
        match deed {
            Deed::Press(modifiers, key) => desk.press_with(modifiers, key),
            Deed::Type(words) => desk.type_text(words),
            Deed::Paste(words) => {
                desk.harness.event(Event::Paste(words.to_owned()));
                desk.run();
            }
            Deed::Click { at, button, modifiers, times, .. } => {
                for _ in 0..times {
                    for pressed in [true, false] {
                        let event = Event::PointerButton { pos: at, button, pressed, modifiers };
                        desk.harness.event_modifiers(Event::PointerMoved(at), modifiers);
                        desk.harness.event_modifiers(event, modifiers);
                    }
                }
                desk.run();
            }
            Deed::ClickNamed(begin) => {
                let near = desk.harness.query_all_by_label_contains(begin);
                let begins = |it: &egui_kittest::Node<'_>| {
                    it.accesskit_node().label().is_some_and(|it| it.starts_with(begin))
                };
                let first = near.into_iter().find(begins);
                first.into_iter().for_each(|it| it.click());
                desk.run();
            }
            Deed::Drag(from, to) => {
                desk.harness.drag_at(from);
                desk.harness.hover_at(from.lerp(to, 0.3));
                desk.harness.hover_at(to);
                desk.harness.drop_at(to);
                desk.run();
            }
            Deed::Hover(at) => {
                desk.harness.hover_at(at);
                desk.run();
            }
            Deed::Wheel(at, by, modifiers) => {
                desk.harness.hover_at(at);
                let (unit, delta) = (MouseWheelUnit::Point, vec2(0.0, by));
                let phase = TouchPhase::Move;
                let source = egui::MouseWheelSource::Unknown;
                let wheel = Event::MouseWheel { unit, delta, phase, source, modifiers };
                desk.harness.event_modifiers(wheel, modifiers);
                desk.run();
            }
            Deed::Resize(size) => {
                desk.harness.set_size(size.into());
                desk.run();
            }
            Deed::CloseWindow => {
                let events = |desk: &mut Desk, events| {
                    let viewports = &mut desk.harness.input_mut().viewports;
                    viewports.entry(ViewportId::ROOT).or_default().events = events;
                };
                events(desk, vec![ViewportEvent::Close]);
                desk.harness.step();
                events(desk, vec![]);
                desk.run();
            }
            Deed::Answer(path) => desk.will_choose(path),
            Deed::Drop(path) => desk.drop_path(path),
        }
    }

    /// What holds after every deed.
    fn look(&mut self) {
        let Some(case) = self.desk.app().case() else {
            // Closed; another is opened.
            self.act(Deed::Press(Modifiers::NONE, Key::Escape));
            self.act(Deed::Drop(SAMPLE));
            return;
        };
        assert_eq!(invariants(case.state()), Vec::<String>::new());
        let (revision, file) = (case.revision(), case.file().map(Path::to_owned));
        let is_other = revision < self.revision || file != self.file;
        (self.revision, self.file) = (revision, file);
        let history = case.project().history();
        let is_untouched = history.done().is_empty() && history.undone().is_empty();
        if is_other || is_untouched {
            // Another project is open, which may have had steps at once.
            let (mut project, stamp) = (case.project().clone(), Stamp::new("", now()));
            while project.undo(&stamp).unwrap().is_some() {}
            self.opened = write(project.state());
        }
    }

    /// What holds at the end: all is taken back, done again, saved and opened.
    fn end(&mut self) {
        self.act(Deed::Resize(SIZE));
        let mut rest = 0;
        while self.desk.app().case().is_none() || self.desk.is_asked() {
            self.act(Deed::Press(Modifiers::NONE, Key::Escape));
            self.look();
            rest += 1;
            assert!(rest < 12, "a dialog cannot be left");
        }
        self.act(Deed::Press(CTRL, Key::T));
        for _ in 0..3 {
            self.act(Deed::Press(Modifiers::NONE, Key::Escape));
        }
        self.act(Deed::Press(CTRL, Key::T));
        self.step(CTRL | Modifiers::SHIFT, Key::Z, |desk| desk.steps().1);
        let after = self.desk.written();
        self.step(CTRL, Key::Z, |desk| desk.steps().0);
        assert_eq!(text(&self.desk.written()), text(&self.opened), "not all was taken back");
        self.step(CTRL | Modifiers::SHIFT, Key::Z, |desk| desk.steps().1);
        assert_eq!(text(&self.desk.written()), text(&after), "not all was done again");
        self.desk.picker.forget();
        self.desk.will_choose("/home/a/end.kbproj");
        self.act(Deed::Press(CTRL | Modifiers::SHIFT, Key::S));
        let kept = write(self.desk.on_disk("/home/a/end.kbproj").state());
        assert_eq!(text(&kept), text(&self.desk.written()), "the file holds something else");
    }

    /// Presses a key until nothing is left.
    fn step(&mut self, modifiers: Modifiers, key: Key, left: impl Fn(&Desk) -> usize) {
        while left(&self.desk) > 0 {
            let before = left(&self.desk);
            self.act(Deed::Press(modifiers, key));
            assert_eq!(left(&self.desk), before - 1, "the key has no effect");
        }
    }
}

/// The project but for its roots, whose paths follow the file that is saved to.
fn text(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let (before, roots) = text.split_once("\"roots\": [").unwrap_or((&text, ""));
    format!("{before}{}", roots.split_once("\"articles\": [").map_or(roots, |it| it.1))
}

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(usual)
}

#[test]
fn whatever_is_done_nothing_breaks_and_everything_can_be_taken_back() {
    let first = number("MONKEY_FIRST", 1);
    for seed in first..first + number("MONKEY_SEEDS", 3) {
        let mut monkey = Monkey::new(seed);
        for _ in 0..number("MONKEY_STEPS", 60) {
            let deed = monkey.think();
            monkey.act(deed);
            monkey.look();
        }
        monkey.end();
    }
}
