//! KB Workbench: who claims how many were hurt, who stands where, and how we know.

pub mod base;

pub mod files;

pub mod corpus;

pub mod analysis;

pub mod project;

pub mod views;

/// View data into the bytes of figures and evidence lists.
pub mod export;
