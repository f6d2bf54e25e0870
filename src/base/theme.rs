//! Owns the design tokens: every colour and size of screen and figures. No colour literal stands elsewhere.

use super::words::{Outcome, Position};

/// An opaque colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The colours of one theme. A *mark* is drawn with at least 3:1 against the page, an *ink* is read at 4.5:1 or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    pub page: Rgb,
    pub panel: Rgb,
    pub line: Rgb,
    pub text: Rgb,
    pub weak: Rgb,
    pub accent: Rgb,
    positions: [Tone; 3],
    outcomes: [Tone; 4],
    actors: [Rgb; 8],
}

/// A meaning's colour as a drawn mark and as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tone {
    pub mark: Rgb,
    pub ink: Rgb,
}

/// The colour of an actor or code, and how many times the palette had gone round before it: 0 draws a solid line,
/// more a pattern of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActorTone {
    pub mark: Rgb,
    pub round: u16,
}

const fn rgb(hex: u32) -> Rgb {
    Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const fn tone(mark: u32, ink: u32) -> Tone {
    Tone { mark: rgb(mark), ink: rgb(ink) }
}

/// The "paper" theme.
pub const LIGHT: Palette = Palette {
    page: rgb(0xFCFBF8),
    panel: rgb(0xF3F1EC),
    line: rgb(0xDDD9D0),
    text: rgb(0x1D2126),
    weak: rgb(0x666B73),
    accent: rgb(0x1F5FA8),
    positions: [tone(0xC8502B, 0xB74927), tone(0x1B7F6B, 0x1A7966), tone(0x5B62B5, 0x5B62B5)],
    outcomes: [
        tone(0x22262B, 0x22262B),
        tone(0xB07A12, 0x90640F),
        tone(0x4E7FA6, 0x457093),
        tone(0x7A7F87, 0x696D74),
    ],
    actors: [
        rgb(0x0B6E99),
        rgb(0xC8502B),
        rgb(0x7A5AA6),
        rgb(0x5F7D2E),
        rgb(0xA4457A),
        rgb(0x8A6A00),
        rgb(0x2F7F7A),
        rgb(0x6B6B6B),
    ],
};

/// The dark theme.
pub const DARK: Palette = Palette {
    page: rgb(0x16181B),
    panel: rgb(0x1E2125),
    line: rgb(0x343940),
    text: rgb(0xE7E5E0),
    weak: rgb(0x9AA0A8),
    accent: rgb(0x6FA8E8),
    positions: [tone(0xE8794F, 0xE8794F), tone(0x3FB39A, 0x3FB39A), tone(0x8F96E8, 0x8F96E8)],
    outcomes: [
        tone(0xE7E5E0, 0xE7E5E0),
        tone(0xE0AE4A, 0xE0AE4A),
        tone(0x7FB0D6, 0x7FB0D6),
        tone(0x9AA0A8, 0x9AA0A8),
    ],
    actors: [
        rgb(0x5FB6DE),
        rgb(0xE8794F),
        rgb(0xB79AE0),
        rgb(0xA4C46A),
        rgb(0xDE8CBB),
        rgb(0xD9B44A),
        rgb(0x63C2BB),
        rgb(0xB4B4B4),
    ],
};

/// Figures stand on white, whatever the theme of the window.
pub const FIGURE: Palette = Palette { page: rgb(0xFFFFFF), ..LIGHT };

impl Palette {
    pub fn position(&self, position: Position) -> Tone {
        self.positions[position as usize]
    }

    pub fn outcome(&self, outcome: Outcome) -> Tone {
        match outcome {
            Outcome::Killed => self.outcomes[0],
            Outcome::Injured => self.outcomes[1],
            Outcome::Displaced => self.outcomes[2],
            Outcome::Missing | Outcome::Captured | Outcome::Casualties => self.outcomes[3],
        }
    }

    /// Words that warn: something is in doubt or was left out.
    pub fn warning(&self) -> Rgb {
        self.outcome(Outcome::Injured).ink
    }

    /// Words that tell of a failure.
    pub fn error(&self) -> Rgb {
        self.position(Position::Condemn).ink
    }

    /// The colour of the actor or code with this number.
    pub fn actor(&self, number: u16) -> ActorTone {
        let count = self.actors.len();
        ActorTone {
            mark: self.actors[usize::from(number) % count],
            round: number / u16::try_from(count).unwrap_or(1),
        }
    }

    /// Weak words on a ground other than page and panel, such as that of a chosen row: as weak as they may be to be read.
    pub fn weak_on(&self, ground: Rgb) -> Rgb {
        let mixed = |part: u8| self.text.over(self.weak, f32::from(part) * 0.1);
        let mut tones = (0..10).map(mixed);
        tones.find(|it| contrast(*it, ground) >= 4.5).unwrap_or(self.text)
    }

    /// The page or the text colour, whichever reads better on `ground`.
    pub fn reads_on(&self, ground: Rgb) -> Rgb {
        if contrast(self.page, ground) < contrast(self.text, ground) {
            self.text
        } else {
            self.page
        }
    }
}

impl Rgb {
    /// As in SVG and CSS: `#C8502B`.
    pub fn hex(self) -> String {
        format!("#{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }

    /// This colour laid over `ground` with an opacity from 0 to 1.
    pub fn over(self, ground: Rgb, opacity: f32) -> Rgb {
        let mix =
            |a: u8, b: u8| (f32::from(a) * opacity + f32::from(b) * (1.0 - opacity)).round() as u8;
        Rgb(mix(self.0, ground.0), mix(self.1, ground.1), mix(self.2, ground.2))
    }
}

/// Contrast of two colours from 1 to 21, after WCAG 2.
pub fn contrast(a: Rgb, b: Rgb) -> f32 {
    let luminance = |Rgb(r, g, b): Rgb| {
        let linear = |channel: u8| {
            let c = f32::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The sign of a position, so that nothing rests on colour alone.
pub const fn position_sign(position: Position) -> &'static str {
    match position {
        Position::Condemn => "✕",
        Position::Support => "+",
        Position::Mediate => "⇄",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inks_are_read_and_marks_are_seen_on_page_and_panel() {
        for palette in [LIGHT, DARK, FIGURE] {
            for ground in [palette.page, palette.panel] {
                let tones = palette.positions.iter().chain(&palette.outcomes);
                for tone in tones {
                    assert!(contrast(tone.ink, ground) >= 4.5, "{tone:?} on {ground:?}");
                    assert!(contrast(tone.mark, ground) >= 3.0, "{tone:?} on {ground:?}");
                }
                for text in [palette.text, palette.weak, palette.accent] {
                    assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}");
                }
                for mark in palette.actors {
                    assert!(contrast(mark, ground) >= 3.0, "{mark:?} on {ground:?}");
                }
            }
        }
    }

    #[test]
    fn weak_words_are_read_on_chosen_rows_too() {
        for palette in [LIGHT, DARK] {
            assert_eq!(palette.weak_on(palette.page), palette.weak);
            for opacity in [0.07, 0.1, 0.16, 0.2, 0.25] {
                for under in [palette.page, palette.panel] {
                    let ground = palette.accent.over(under, opacity);
                    assert!(contrast(palette.weak_on(ground), ground) >= 4.5, "{ground:?}");
                    assert!(
                        contrast(palette.weak_on(ground), ground) <= contrast(palette.text, ground)
                    );
                }
            }
        }
    }

    #[test]
    fn a_ninth_actor_takes_the_first_colour_again_with_another_pattern() {
        assert_eq!(LIGHT.actor(8), ActorTone { mark: LIGHT.actor(0).mark, round: 1 });
    }
}
