//! The only module that touches the disk: read, list, walk, replace whole, behind the small [`Disk`] trait. Knows
//! bytes, not meaning.

mod disk;
pub mod memory;
mod os;
mod replace;
mod walk;

pub use disk::{Disk, Entry, Kind, reason};
pub use os::OsDisk;
pub use replace::{Overwrite, WriteError, replace, write_file};
pub use walk::{Found, Walk, walk};
