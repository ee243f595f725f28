//! Methods of resources that are more than one call: the typed face of the procedures.

mod host;
mod many;
mod others;
mod run;
mod tool;

pub use many::{Finished, FinishedTurns, Job, RunMany};
pub use others::{Work, WorkSummary};
pub use run::{Decision, PermissionRequest, Run, TextDeltas, Turn, TurnInput};
pub use tool::{FunctionTool, ToolError, ToolOutput};
