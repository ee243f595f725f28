//! The procedures by name: what users of the service wrote by hand, once for all languages.

mod cleanup;
mod download;
mod edit;
mod ensure;
mod rest;
mod upsert;
mod work;

use std::future::Future;

use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::call::Call;
use crate::client::{Client, ClientBuilder};
use crate::error::{Error, Result};
use crate::operation::Operation;
use crate::procedure::{self, Dialogue, Procedure};
use crate::spelling::option;
use crate::turn;

impl Client {
    /// Starts a procedure by the name of its method, with its arguments as JSON; nothing happens until its steps are
    /// asked for. Each of its calls carries `headers`. This is the door of other languages; in Rust, the methods of
    /// resources are easier.
    ///
    /// # Errors
    /// [`Error::is_invalid_request`] when there is no such procedure, the arguments are not its own, or a header is none.
    pub fn procedure(
        &self,
        name: &str,
        arguments: &[u8],
        headers: Vec<(String, String)>,
    ) -> Result<Procedure> {
        let client = if headers.is_empty() {
            self.clone()
        } else {
            let with = |client, (name, value)| ClientBuilder::default_header(client, name, value);
            self.with_options(|client| headers.into_iter().fold(client, with))?
        };
        match name {
            "sessions.run" => client.prepare(arguments, turn::run),
            "sessions.run_many" => client.prepare(arguments, turn::run_many),
            "sessions.wait_until_idle" => client.prepare(arguments, rest::wait_until_idle),
            "sessions.cancel_and_wait" => client.prepare(arguments, rest::cancel_and_wait),
            "agents.edit" => client.prepare(arguments, edit::edit),
            "find_or_create" => client.prepare(arguments, ensure::find_or_create),
            "memory_stores.memories.upsert" => client.prepare(arguments, upsert::upsert),
            "cleanup" => client.prepare(arguments, cleanup::cleanup),
            "environments.work.run" => client.prepare(arguments, work::run),
            "files.download_to" => client.prepare(arguments, download::download_to),
            _ => Err(Error::argument(format!("there is no procedure called {name:?}"))),
        }
    }

    fn prepare<A, F>(
        &self,
        arguments: &[u8],
        work: impl FnOnce(Client, A, Dialogue) -> F + Send + 'static,
    ) -> Result<Procedure>
    where
        A: DeserializeOwned,
        F: Future<Output = Result<Bytes>> + Send + 'static,
    {
        let read = procedure::read("the arguments", arguments);
        let arguments = read.map_err(|error| named::<A>(arguments).unwrap_or(error))?;
        Ok(self.procedure_of(arguments, work))
    }

    pub(crate) fn procedure_of<A, F>(
        &self,
        arguments: A,
        work: impl FnOnce(Client, A, Dialogue) -> F + Send + 'static,
    ) -> Procedure
    where
        F: Future<Output = Result<Bytes>> + Send + 'static,
    {
        let client = self.clone();
        Procedure::new(move |dialogue| work(client, arguments, dialogue))
    }
}

/// The error with the name of the argument it is about: the others can be read without it, or it cannot be read alone.
fn named<A: DeserializeOwned>(arguments: &[u8]) -> Option<Error> {
    let arguments: Map<String, Value> = serde_json::from_slice(arguments).ok()?;
    let read = |arguments: Map<String, Value>| A::deserialize(Value::Object(arguments)).err();
    let cause = read(arguments.clone())?;
    let spoils = |name: &&String| {
        let mut others = arguments.clone();
        others.remove(*name);
        read(others).is_none()
    };
    let fails = |name: &&String| {
        let alone = Map::from_iter([((*name).clone(), arguments[*name].clone())]);
        read(alone).is_some_and(|error| !error.to_string().starts_with("missing field"))
    };
    let culprit = arguments.keys().find(spoils).or_else(|| arguments.keys().find(fails))?;
    Some(Error::argument(format!("`{}`: {cause}", option(culprit))).caused_by(cause))
}

/// A call of an operation with its path and a JSON body.
fn call(client: &Client, operation: &'static Operation, path: &[&str], body: &impl Serialize) -> Call {
    path.iter().fold(Call::new(client, operation), |call, id| call.path(*id)).json(body)
}

/// Makes a call whose answer is passed on as it came.
async fn answer(call: Call) -> Result<Box<RawValue>> {
    call.decode().await
}

fn bytes(json: &RawValue) -> Bytes {
    Bytes::copy_from_slice(json.get().as_bytes())
}
