//! The only module that touches the disk: read, list, walk, replace whole, behind the small [`Disk`] trait. Knows
//! bytes, not meaning.

mod disk;
pub mod memory;
mod os;
mod places;
mod replace;
pub mod slow;
mod walk;
mod within;

pub use disk::{Disk, Entry, Kind, reason};
pub use os::OsDisk;
pub use places::{Grants, documents_folder, state_folder};
pub use replace::{Overwrite, WriteError, replace, replaceable, write_file};
pub use walk::{Found, Walk, walk};
pub use within::stays_within;
