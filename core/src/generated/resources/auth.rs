// Generated from spec/ by codegen; edit the spec instead.

//! `auth`

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::{TokenExchangeParams, TokenExchangeResponse};

/// Exchange of Service Account keys for access tokens.
#[derive(Debug, Clone)]
pub struct Auth {
    pub(crate) client: Client,
}

impl Auth {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Exchange a Service Account key for a short-lived access token.
    ///
    /// Served by the exchange host of the same region as the API. Exchange again when it runs out; there is
    /// no refresh.
    ///
    /// - `scope`: Space-separated scopes: `qca.access` for Managed, `forward.access` for Forward.
    pub fn exchange(&self, scope: impl Into<String>) -> Exchange {
        Exchange {
            call: Call::new(&self.client, &ops::AUTH_EXCHANGE),
            body: TokenExchangeParams { scope: scope.into(), ..Default::default() },
        }
    }
}

/// The call behind [`Auth::exchange`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Exchange {
    call: Call,
    body: TokenExchangeParams,
}

impl Exchange {
    /// Wanted life time. Default 3600. From 1 to 43200.
    pub fn ttl_seconds(mut self, ttl_seconds: i64) -> Self {
        self.body.ttl_seconds = Some(ttl_seconds);
        self
    }
}

builder!(Exchange, json TokenExchangeResponse, |self| self.call.json(&self.body));
