//! Options as Python gives them: dictionaries that hold only what was given.

use std::time::Duration;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use qoder_cloud::{CaCerts, CallOptions, Client, ClientBuilder, Error, ServiceAccount, seconds};

use crate::meter::Meter;
use crate::token::Asking;

/// A refused option, in the core's words.
type Refused<T> = Result<T, Error>;

/// The options of one call, and who is told of its progress.
pub fn call(options: Option<&Bound<'_, PyDict>>) -> Refused<(CallOptions, Option<Meter>)> {
    let (mut call, mut meter) = (CallOptions::default(), None);
    for (name, value) in options.into_iter().flatten() {
        let name = text("an option's name", &name)?;
        match name.as_str() {
            "headers" => call.headers = value_of(&name, &value)?,
            "query" => call.query = value_of(&name, &value)?,
            "body" => {
                let json: Vec<u8> = value_of(&name, &value)?;
                call.body = serde_json::from_slice(&json).map_err(|cause| {
                    Error::argument(format!("`extra_body` is not a JSON object: {cause}"))
                })?;
            }
            "timeout" => call.timeout = Some(duration(&name, &value)?),
            "read_timeout" => call.read_timeout = Some(duration(&name, &value)?),
            "heartbeat_timeout" => call.heartbeat_timeout = Some(duration(&name, &value)?),
            "resume" => call.resume = Some(value_of(&name, &value)?),
            "max_retries" => call.max_retries = Some(value_of(&name, &value)?),
            "retry_writes" => call.retry_writes = Some(value_of(&name, &value)?),
            "idempotency_key" => call.idempotency_key = Some(text(&name, &value)?),
            "progress" => meter = Some(Meter::new(value.unbind())),
            _ => return Err(Error::argument(format!("unknown option `{name}`"))),
        }
    }
    call.progress = meter.as_ref().map(Meter::progress);
    Ok((call, meter))
}

/// A client from its options, derived from `parent` if there is one.
pub fn client(parent: Option<&Client>, options: &Bound<'_, PyDict>) -> Refused<Client> {
    let mut refused = None;
    let mut configure = |builder: ClientBuilder| {
        configured(builder.clone(), options).unwrap_or_else(|error| {
            refused = Some(error);
            builder
        })
    };
    let client = match parent {
        Some(parent) => parent.with_options(configure),
        None => configure(Client::builder()).build(),
    };
    match refused {
        Some(error) => Err(error),
        None => client,
    }
}

fn configured(mut builder: ClientBuilder, options: &Bound<'_, PyDict>) -> Refused<ClientBuilder> {
    for (name, value) in options {
        let name = text("an option's name", &name)?;
        builder = match name.as_str() {
            "token" => builder.token(text(&name, &value)?),
            "token_provider" => builder.token_provider(Asking),
            "service_account" => builder.service_account(service_account(&value)?),
            "region" => builder.region(text(&name, &value)?),
            "base_url" => builder.base_url(text(&name, &value)?),
            "exchange_url" => builder.exchange_url(text(&name, &value)?),
            "workspace_id" => builder.workspace_id(text(&name, &value)?),
            "timeout" => builder.timeout(duration(&name, &value)?),
            "connect_timeout" => builder.connect_timeout(duration(&name, &value)?),
            "read_timeout" => builder.read_timeout(duration(&name, &value)?),
            "heartbeat_timeout" => builder.heartbeat_timeout(duration(&name, &value)?),
            "max_retries" => builder.max_retries(value_of(&name, &value)?),
            "retry_writes" => builder.retry_writes(value_of(&name, &value)?),
            "default_headers" => {
                let pairs: Vec<(String, String)> = value_of(&name, &value)?;
                pairs.into_iter().fold(builder, |builder, (name, value)| builder.default_header(name, value))
            }
            "default_query" => {
                let pairs: Vec<(String, String)> = value_of(&name, &value)?;
                pairs.into_iter().fold(builder, |builder, (name, value)| builder.default_query(name, value))
            }
            "proxy" => builder.proxy(text(&name, &value)?),
            "ca_certs" => builder.ca_certs(ca_certs(&value)?),
            "max_body_bytes" => builder.max_body_bytes(value_of::<Option<usize>>(&name, &value)?),
            "user_agent_suffix" => builder.user_agent_suffix(text(&name, &value)?),
            _ => return Err(Error::configuration(format!("unknown option `{name}`"))),
        };
    }
    Ok(builder)
}

fn service_account(value: &Bound<'_, PyAny>) -> Refused<ServiceAccount> {
    let (key, ttl, scope): (Option<String>, f64, String) = value_of("service_account", value)?;
    let account = key.map_or_else(ServiceAccount::from_env, ServiceAccount::new);
    Ok(account.ttl(seconds("ttl", ttl)?).scope(scope))
}

/// A path as text, or the certificates themselves as bytes.
fn ca_certs(value: &Bound<'_, PyAny>) -> Refused<CaCerts> {
    if value.is_instance_of::<PyString>() {
        return Ok(CaCerts::File(text("ca_certs", value)?.into()));
    }
    value_of::<Vec<u8>>("ca_certs", value).map(CaCerts::Pem)
}

/// Seconds, or `None` for no limit.
fn duration(name: &str, value: &Bound<'_, PyAny>) -> Refused<Option<Duration>> {
    if value.is_none() {
        return Ok(None);
    }
    seconds(name, value_of(name, value)?).map(Some)
}

fn text(name: &str, value: &Bound<'_, PyAny>) -> Refused<String> {
    value_of(name, value)
}

/// The value itself is quoted nowhere, it may be a secret.
fn value_of<'py, T: FromPyObjectOwned<'py>>(name: &str, value: &Bound<'py, PyAny>) -> Refused<T> {
    value.extract().map_err(|_| {
        let kind = value.get_type().name().map_or_else(|_| "this".to_owned(), |name| name.to_string());
        Error::argument(format!("`{name}` has the wrong type or is out of range: {kind}"))
    })
}
