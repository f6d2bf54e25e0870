//! The dialog that makes figures and tables into files.
