//! Owns the casualty chart as the window shows it: the panels of the figure without its words around them, in the
//! colours and the size of type of the window, over all the time or a stretch of it. Type keeps its size; where there is
//! not room enough the chart is taller than asked, and the window scrolls.

use crate::base::theme::Palette;
use crate::export::figure::casualties::{NOTHING, hint_if_empty};
use crate::export::figure::frame::Frame;
use crate::export::figure::layout::Layout;
use crate::export::figure::panel::is_one_row;
use crate::export::figure::style::Style;
use crate::export::scene::{Rect, Scene};
use crate::views::chart::Chart;

/// The room there is, and what is shown in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Screen {
    /// Not under 200 × 150.
    pub width: f32,
    pub height: f32,
    pub palette: &'static Palette,
    /// Size of ordinary type.
    pub type_size: f32,
    /// The first and the last minute that are shown; none for all. See [`TimeAxis::within`] for how short and how long
    /// it may be.
    ///
    /// [`TimeAxis::within`]: crate::views::chart::TimeAxis::within
    pub window: Option<(i64, i64)>,
}

/// A chart laid out for the window.
#[derive(Debug, Clone, PartialEq)]
pub struct OnScreen {
    /// As wide as asked, and as high or higher.
    pub scene: Scene,
    /// From the edge of the gutter to the right end of the time axis, as high as all panels.
    pub plot: Rect,
    /// The claims without any time, as high as all panels.
    pub gutter: Option<Rect>,
    /// The time axis beneath the panels, as wide as all.
    pub foot: Rect,
    /// The minutes at the left and the right edge of the plot; none where no claim has a time.
    pub window: Option<(i64, i64)>,
    /// The plot of each panel, gutter included, from top to bottom.
    pub panels: Vec<Rect>,
}

/// Free room left of the numbers of people, at 1600 × 900.
const MARGIN: f32 = 12.0;

/// The casualty chart for a window.
pub fn casualties_on_screen(chart: &Chart, screen: &Screen) -> OnScreen {
    let style = Style::on_screen(screen.palette, screen.type_size);
    let whole =
        |length: f32, least: f32| if length.is_finite() { length.max(least) } else { least };
    let (width, asked) = (whole(screen.width, 200.0), whole(screen.height, 150.0));
    let left = style.units(MARGIN);
    let body = Rect::sized(left, 0.0, width - left, asked);
    if let Some(hint) = hint_if_empty(chart) {
        let mut frame = Frame::bare(&chart.headline, body, style);
        frame.set_empty(NOTHING, &hint);
        let scene = frame.scene(width, asked, Some(style.palette.page));
        return OnScreen {
            scene,
            plot: body,
            gutter: None,
            foot: Rect { top: body.bottom, ..body },
            window: None,
            panels: Vec::new(),
        };
    }
    let layout = roomy(chart, body, style);
    let mut across = layout.across(0.0);
    if let Some(window) = screen.window {
        across = across.within(window);
    }
    let drawn = layout.draw(&across, chart.panels.len(), 0.0);
    let top = drawn.plots.first().map_or(0.0, |it| it.top);
    let bottom = drawn.plots.last().map_or(top, |it| it.bottom);
    let beside = |left: f32, right: f32| Rect { left, top, right: right.max(left), bottom };
    let foot = Rect::sized(0.0, bottom, width, layout.foot_height());
    let mut frame = Frame::bare(&chart.headline, layout.body, style);
    frame.items = drawn.items;
    OnScreen {
        scene: frame.scene(width, layout.body.bottom, Some(style.palette.page)),
        plot: beside(across.gutter, across.right),
        gutter: (across.left < across.gutter).then(|| beside(across.left, across.gutter)),
        foot,
        window: across.window(),
        panels: drawn.plots,
    }
}

/// Where there is a key beneath them, panels and time axis have this part of the height asked for.
const SHARE: f32 = 0.6;

/// And so much, at 1600 × 900, if there is as much: little more than the key in a low window.
const LEAST: f32 = 330.0;

/// The layout in a body so high that all panels have what they wish for. A key is decided on before it adds to the
/// height, and does so rather than leave the panels little of it.
fn roomy<'a>(chart: &'a Chart, body: Rect, style: Style) -> Layout<'a> {
    let asked = body.height();
    let first = Layout::new(chart, body, style);
    let panels = first.wished_height() - first.key_height();
    let body = Rect { bottom: body.bottom.max(panels.ceil()), ..body };
    let mut layout = Layout::new(chart, body, style);
    let kept = (asked * SHARE).max(style.units(LEAST).min(asked));
    // A single row of marks is as well read in a low panel.
    let has_more = layout.key.is_some() && !chart.panels.iter().all(is_one_row);
    let with_key = if has_more { kept + layout.key_height() } else { 0.0 };
    let wished = layout.wished_height().max(with_key);
    layout.body.bottom = layout.body.bottom.max(wished.ceil());
    layout
}
