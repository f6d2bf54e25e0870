//! Owns small widgets that several panels share.
