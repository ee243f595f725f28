//! The native half of the Python package: it converts arguments, awaits one function of the core, converts the
//! result. What to call the result, and which exception an error becomes, is decided in Python.
//!
//! Threads of the runtime never attach to the interpreter and hold no Python object, so that interpreter exit,
//! forks and closed event loops are none of their business.

mod client;
mod completions;
mod door;
mod emulator;
mod logs;
mod meter;
mod options;
mod outcome;
mod parts;
mod procedure;
mod pump;
mod streams;
mod token;

use pyo3::prelude::*;

/// The native half of `qoder_cloud`.
#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<client::Client>()?;
    module.add_class::<completions::Completions>()?;
    module.add_class::<pump::Ahead>()?;
    module.add_class::<emulator::Emulator>()?;
    module.add_class::<outcome::Batch>()?;
    module.add_class::<outcome::Done>()?;
    module.add_class::<outcome::Failure>()?;
    module.add_class::<outcome::Item>()?;
    module.add_class::<outcome::Question>()?;
    module.add_class::<outcome::Response>()?;
    module.add_class::<procedure::Procedure>()?;
    module.add_class::<streams::Download>()?;
    module.add_class::<streams::Events>()?;
    module.add_class::<streams::List>()?;
    module.add_class::<streams::Pages>()?;
    module.add_class::<token::Reply>()?;
    module.add_function(wrap_pyfunction!(client::client, module)?)?;
    module.add_function(wrap_pyfunction!(client::operations, module)?)?;
    module.add_function(wrap_pyfunction!(procedure::stopped, module)?)?;
    module.add_function(wrap_pyfunction!(logs::listen, module)?)
}
