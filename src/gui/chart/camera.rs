//! Owns which stretch of time the chart shows: zoomed by the wheel and by keys, panned by dragging, fitted by a double
//! click. `egui_plot` follows the pointer over the plot; its bounds are minutes.

use std::ops::RangeInclusive;

use eframe::egui::{CursorIcon, Id, Rect, Response, Sense, Ui, UiBuilder};
use egui_plot::Plot;

use crate::views::chart::TimeAxis;

/// The shortest stretch that is shown, in minutes.
const CLOSEST: f64 = 60.0;

/// How far beyond the first and last time one can go, as a part of what is shown.
const BEYOND: f64 = 0.1;

/// How much closer a point of the wheel brings.
const WHEEL: f64 = 0.004;

/// The stretch of time in sight.
#[derive(Debug, Default)]
pub struct Camera {
    /// First and last minute of the chart.
    whole: Option<(f64, f64)>,
    /// What is in sight of it, if that is not all.
    window: Option<(f64, f64)>,
}

impl Camera {
    /// Takes a chart's axis. Where it is another than before, all of it is in sight.
    pub fn meet(&mut self, time: Option<&TimeAxis>) {
        let whole = time.map(|it| (it.start as f64, it.end as f64)).filter(|it| it.0 < it.1);
        if whole != self.whole {
            *self = Self { whole, window: None };
        }
    }

    /// What is in sight in minutes, if that is not all.
    pub fn window(&self) -> Option<(i64, i64)> {
        self.window.map(|(start, end)| (start.round() as i64, end.round() as i64))
    }

    pub fn is_zoomed(&self) -> bool {
        self.window.is_some()
    }

    /// Brings all into sight.
    pub fn fit(&mut self) {
        self.window = None;
    }

    /// Shows `share` of what was in sight, the minute `at` staying where it is.
    pub fn zoom(&mut self, share: f64, at: Option<f64>) {
        let Some((start, end)) = self.shown() else { return };
        let at = at.unwrap_or((start + end) / 2.0);
        self.set(at - (at - start) * share, at + (end - at) * share);
    }

    /// Goes on by a part of what is in sight.
    pub fn pan(&mut self, share: f64) {
        let Some((start, end)) = self.shown() else { return };
        let by = (end - start) * share;
        self.set(start + by, end + by);
    }

    /// Brings a minute into sight.
    pub fn reveal(&mut self, at: i64) {
        let Some((start, end)) = self.window else { return };
        let (at, air) = (at as f64, (end - start) * 0.08);
        if at < start + air {
            self.set(at - air, at - air + (end - start));
        } else if end - air < at {
            self.set(at + air - (end - start), at + air);
        }
    }

    fn shown(&self) -> Option<(f64, f64)> {
        self.window.or(self.whole)
    }

    /// Shows this stretch, as far as there is something to see.
    fn set(&mut self, start: f64, end: f64) {
        let Some((first, last)) = self.whole else { return };
        let (all, long) = (last - first, end - start);
        if !long.is_finite() || all <= long {
            self.window = None;
            return;
        }
        let least = CLOSEST.min(all);
        let middle = (start + end) / 2.0;
        let long = long.max(least);
        let air = long * BEYOND;
        let start = (middle - long / 2.0).clamp(first - air, last + air - long);
        self.window = Some((start, start + long));
    }

    /// Lets the pointer move what is in sight over the plot that lies in `rect`.
    pub fn show(&mut self, ui: &mut Ui, id: Id, rect: Rect) -> Option<Response> {
        let (start, end) = self.shown()?;
        let plot = Plot::new("time")
            .id(id)
            .width(rect.width())
            .height(rect.height())
            .show_axes(false)
            .show_grid(false)
            .show_background(false)
            .show_crosshair(false)
            .show_x(false)
            .show_y(false)
            .allow_axis_zoom_drag(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .allow_scroll(false)
            .allow_drag([self.window.is_some(), false])
            .allow_zoom([true, false])
            // The marks have the keyboard.
            .sense(Sense::CLICK | Sense::DRAG);
        let shown = ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            plot.show(ui, |plot| {
                plot.set_plot_bounds_x(start..=end);
                plot.set_plot_bounds_y(0.0..=1.0);
            })
        });
        let (response, transform) = (shown.inner.response, shown.inner.transform);
        let bounds: RangeInclusive<f64> = transform.bounds().range_x();
        let moved = |to: f64, from: f64| 1e-6 < ((to - from) / (end - start)).abs();
        if moved(*bounds.start(), start) || moved(*bounds.end(), end) {
            self.set(*bounds.start(), *bounds.end());
        }
        if response.double_clicked() {
            self.fit();
        }
        self.wheel(ui, &response, |x| transform.value_from_position(x).x);
        if self.is_zoomed() && response.hovered() && !response.dragged() {
            ui.set_cursor_icon(CursorIcon::Grab);
        }
        Some(response)
    }

    /// The wheel brings closer what is under the pointer; with Shift or to the side it goes on in time.
    fn wheel(&mut self, ui: &Ui, response: &Response, minute: impl Fn(eframe::egui::Pos2) -> f64) {
        let Some(pointer) = ui.input(|it| it.pointer.hover_pos()) else { return };
        if !response.contains_pointer() {
            return;
        }
        let turned = ui.input_mut(|it| std::mem::take(&mut it.smooth_scroll_delta));
        if turned.y != 0.0 {
            self.zoom((-f64::from(turned.y) * WHEEL).exp(), Some(minute(pointer)));
        }
        if turned.x != 0.0 {
            self.pan(-f64::from(turned.x) / f64::from(response.rect.width().max(1.0)));
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::base::Offset;

    fn check(steps: &[fn(&mut Camera)], expect: Expect) {
        let axis = |start, end| TimeAxis { start, end, ticks: vec![], zone: Offset(0) };
        let mut camera = Camera::default();
        camera.meet(Some(&axis(0, 10_000)));
        let mut told = String::new();
        for step in steps {
            step(&mut camera);
            told += &format!("{:?}\n", camera.window());
        }
        expect.assert_eq(&told);
    }

    #[test]
    fn what_is_under_the_pointer_stays_there() {
        check(
            &[
                |it| it.zoom(0.5, Some(2000.0)),
                |it| it.zoom(0.5, Some(2000.0)),
                |it| it.zoom(2.0, Some(2000.0)),
                |it| it.zoom(4.0, None),
            ],
            expect![[r#"
                Some((1000, 6000))
                Some((1500, 4000))
                Some((1000, 6000))
                None
            "#]],
        );
    }

    #[test]
    fn nobody_gets_lost_in_empty_time_or_too_close() {
        check(
            &[
                |it| it.zoom(0.2, Some(0.0)),
                |it| it.pan(-5.0),
                |it| it.pan(50.0),
                |it| it.zoom(0.0001, None),
                |it| it.zoom(f64::NAN, None),
                |it| it.zoom(0.2, None),
                |it| it.reveal(100),
                |it| it.fit(),
                |it| it.reveal(100),
            ],
            expect![[r#"
                Some((0, 2000))
                Some((-200, 1800))
                Some((8200, 10200))
                Some((9170, 9230))
                None
                Some((4000, 6000))
                Some((-60, 1940))
                None
                None
            "#]],
        );
    }

    #[test]
    fn without_times_there_is_nothing_to_zoom() {
        let mut camera = Camera::default();
        camera.meet(None);
        camera.zoom(0.5, None);
        camera.pan(0.5);
        assert_eq!(camera.window(), None);
    }
}
