//! The only module that touches the disk: read, list, replace whole, behind the small [`Disk`] trait. Knows bytes, not
//! meaning.

mod disk;

pub use disk::{Disk, Entry, Kind};
