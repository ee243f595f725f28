//! The Python side: types, resources, operation table. The text is laid out as the formatter would.

mod layout;
mod operations;
mod resources;
mod types;

use crate::model::Api;
use crate::output::Output;

pub fn generate(api: &Api, output: &mut Output) -> Result<(), String> {
    types::generate(api, output)?;
    operations::generate(api, output);
    resources::generate(api, output)
}
