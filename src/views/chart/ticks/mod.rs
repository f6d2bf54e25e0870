//! Owns the axes: how far they reach and where their ticks stand. Pure arithmetic on the figures and times shown.

mod count;
mod time;

pub(super) use count::count_axis;
pub(super) use time::time_axis;
