// Generated from spec/ by codegen; edit the spec instead.

//! What follows from the description of the API.

pub mod operations;
pub mod resources;
pub mod types;
