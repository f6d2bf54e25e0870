//! The forms driven by keys and by label.
