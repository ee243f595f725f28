//! One request from its first byte to its answer: log, faults, authentication, checks, handler.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode, header};
use http_body_util::BodyExt as _;
use serde_json::Value;

use crate::body::{Body, Kill};
use crate::call::{self, Call, Part, Query};
use crate::faults::{Action, Faults, Reset};
use crate::idempotency::{fingerprint, scope};
use crate::log::{Line, SharedLog};
use crate::reply::{Failure, Outcome, Reply};
use crate::resources::auth::{self, Tokens};
use crate::resources::files;
use crate::server::NoAnswer;
use crate::spec::{BodyRule, Found, Operation, Spec};
use crate::state::State;
use crate::stream::Frames;
use crate::{agent, control};

const JSON_BYTES: usize = 4 * 1024 * 1024;
const FORM_BYTES: usize = 64 * 1024 * 1024;
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What a test may change while the emulator runs.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// Time between heartbeats; none sends none.
    pub(crate) heartbeat: Option<Duration>,
}

/// The emulator behind its socket.
pub(crate) struct Service {
    pub(crate) spec: &'static Spec,
    pub(crate) state: Rc<RefCell<State>>,
    pub(crate) log: SharedLog,
    pub(crate) faults: RefCell<Faults>,
    pub(crate) settings: RefCell<Settings>,
    /// What [`Self::settings`] was at the start.
    pub(crate) initial: Settings,
    pub(crate) initial_pace: Duration,
    pub(crate) origin: String,
    /// Counts heartbeats asked for by a test.
    pub(crate) beats: Rc<Cell<u64>>,
}

/// What is known about a request besides its head and body.
struct Exchange {
    line: Line,
    request_id: HeaderValue,
    fault: Action,
    kill: Kill,
}

pub(crate) async fn serve(
    service: Rc<Service>,
    kill: Kill,
    request: Request<impl http_body::Body<Data = Bytes> + Unpin>,
) -> Result<Response<Body>, NoAnswer> {
    let (head, incoming) = request.into_parts();
    if let Some(door) = head.uri.path().strip_prefix("/_emulator/") {
        let (body, _) = receive(incoming, FORM_BYTES).await.map_err(|_| NoAnswer)?;
        let (status, answer) = control::answer(&service, &head.method, door, &body);
        return Ok(json(status, Bytes::from(answer)).map(|bytes| Body::whole(bytes, None)));
    }
    let line = Line::begin(&service.log, &head.method, &head.uri, &head.headers);
    let found = service.spec.find(&head.method, head.uri.path());
    let operation = match &found {
        Found::Operation(operation, _) => Some(*operation),
        Found::WrongMethod | Found::Nothing => None,
    };
    if let Some(operation) = operation {
        line.operation(operation.id.as_str());
    }
    let limit =
        if matches!(operation.map(|o| &o.body), Some(BodyRule::Form)) { FORM_BYTES } else { JSON_BYTES };
    let (body, received) = receive(incoming, limit).await.map_err(|_| NoAnswer)?;
    line.body(&body, received);
    let fault = service
        .faults
        .borrow_mut()
        .strike(operation.map(|o| o.id.as_str()), &head.method, head.uri.path())
        .unwrap_or_default();
    // Known of every request, also of those that a fault answers.
    if service.authorized(operation, &head.headers) {
        line.authorized();
    }
    let exchange = Exchange { line, request_id: request_id(&head.headers), fault, kill };
    if exchange.fault.delay_ms > 0 {
        tokio::time::sleep(Duration::from_millis(exchange.fault.delay_ms)).await;
    }
    if exchange.fault.status.is_some() {
        return exchange.refuse();
    }
    let oversize = received > limit as u64;
    let outcome = match found {
        Found::Operation(operation, path) => {
            service.dispatch(&exchange.line, &head, operation, path, body, oversize).await
        }
        Found::WrongMethod => Err(Failure::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "invalid_request_error",
            format!("{} is not allowed here.", head.method),
        )),
        Found::Nothing => files::storage(&mut service.state.borrow_mut(), &head),
    };
    exchange.respond(&service, outcome)
}

/// The body up to a limit, and how long it really was: the rest is read so that the caller hears the answer.
async fn receive<B: http_body::Body<Data = Bytes> + Unpin>(
    mut incoming: B,
    limit: usize,
) -> Result<(Bytes, u64), B::Error> {
    if incoming.is_end_stream() {
        return Ok((Bytes::new(), 0));
    }
    let mut whole = BytesMut::new();
    let mut received = 0;
    while let Some(frame) = incoming.frame().await {
        let Ok(data) = frame?.into_data() else { continue };
        received += data.len() as u64;
        if whole.is_empty() && incoming.is_end_stream() && data.len() <= limit {
            return Ok((data, received));
        }
        let room = limit - whole.len();
        whole.extend_from_slice(&data[..data.len().min(room)]);
    }
    Ok((whole.freeze(), received))
}

/// The caller's id, or a new one.
fn request_id(headers: &HeaderMap) -> HeaderValue {
    let given = headers.get(&REQUEST_ID).filter(|value| !value.is_empty() && value.len() <= 128);
    given.filter(|value| value.to_str().is_ok()).cloned().unwrap_or_else(|| {
        let made = uuid::Uuid::new_v4().to_string();
        // A UUID is nothing but visible ASCII.
        HeaderValue::from_str(&made).unwrap_or_else(|_| HeaderValue::from_static("unknown"))
    })
}

impl Service {
    /// A service that knows one token and nothing else.
    pub(crate) fn new(
        spec: &'static Spec,
        token: &str,
        origin: String,
        initial: Settings,
        pace: Duration,
    ) -> Self {
        let mut tokens = Tokens::default();
        tokens.add(token);
        let mut state = State::new(tokens);
        state.pace.step = pace;
        Self {
            spec,
            state: Rc::new(RefCell::new(state)),
            log: Rc::default(),
            faults: RefCell::default(),
            settings: RefCell::new(initial.clone()),
            initial,
            initial_pace: pace,
            origin,
            beats: Rc::default(),
        }
    }

    fn authorized(&self, operation: Option<&Operation>, headers: &HeaderMap) -> bool {
        let takes_key = operation.is_some_and(Operation::takes_key);
        auth::bearer(headers)
            .is_some_and(|token| takes_key || self.state.borrow_mut().check_token(token).is_ok())
    }

    async fn dispatch(
        &self,
        line: &Line,
        head: &Parts,
        operation: &'static Operation,
        path: Vec<String>,
        raw: Bytes,
        oversize: bool,
    ) -> Outcome {
        let token = auth::bearer(&head.headers).ok_or_else(Failure::unauthorized)?;
        if !operation.takes_key() {
            self.state.borrow_mut().check_token(token)?;
        }
        let query = Query::parse(self.spec, operation, head.uri.query())?;
        let body = self.body(operation, &head.headers, &raw, oversize).await?;
        if let call::Body::Form(parts) = &body {
            line.parts(parts);
        }
        let key = head.headers.get("idempotency-key").and_then(|key| key.to_str().ok());
        let key = key
            .filter(|key| !key.is_empty() && operation.method != Method::GET)
            .map(|key| (scope(token, key), fingerprint(&head.method, head.uri.path(), &raw, &body)));
        if let Some((scope, request)) = &key {
            let mut state = self.state.borrow_mut();
            let now = state.clock.now();
            if let Some((status, body)) = state.replays.find(scope, *request, now)? {
                return Ok(Reply::Json { status, body });
            }
        }
        let mut call = Call::new(operation, path, query, &head.headers, body, &self.origin);
        let reply = self.handle(&mut call).await?;
        agent::follow(&self.state);
        // Only what happened is remembered: a refusal may be tried again under the same key.
        if let (Some((scope, request)), Reply::Json { status, body }) = (key, &reply) {
            let mut state = self.state.borrow_mut();
            let now = state.clock.now();
            state.replays.remember(scope, request, now, *status, body.clone());
        }
        Ok(reply)
    }

    /// Runs the handler, again and again while it has nothing to say yet.
    async fn handle(&self, call: &mut Call<'_>) -> Outcome {
        let started = tokio::time::Instant::now();
        loop {
            let (outcome, arrived) = {
                let mut state = self.state.borrow_mut();
                ((call.operation.handler)(&mut state, call), Rc::clone(&state.work_arrived))
            };
            let Ok(Reply::Wait(longest)) = outcome else { return outcome };
            tokio::select! {
                () = tokio::time::sleep_until(started + longest) => call.last_chance = true,
                () = arrived.notified() => {}
            }
        }
    }

    async fn body(
        &self,
        operation: &Operation,
        headers: &HeaderMap,
        raw: &Bytes,
        oversize: bool,
    ) -> Result<call::Body, Failure> {
        match &operation.body {
            BodyRule::None => Ok(call::Body::Empty),
            BodyRule::Json { required: false, .. } if raw.is_empty() => Ok(call::Body::Empty),
            BodyRule::Json { schema, .. } => {
                // The service cuts a long body and then cannot read it.
                let value: Value = serde_json::from_slice(raw)
                    .ok()
                    .filter(|_| !oversize)
                    .ok_or_else(|| Failure::invalid("Request body must be valid JSON."))?;
                self.spec.schemas.check(*schema, &value).map_err(|violation| {
                    auth::explain(
                        operation,
                        Failure { param: Some(violation.path), ..Failure::invalid(violation.message) },
                    )
                })?;
                Ok(call::Body::Json(value))
            }
            BodyRule::Form if oversize => Err(Failure::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "invalid_request_error",
                "The upload is too large.",
            )),
            BodyRule::Form => form(headers, raw.clone()).await.map(call::Body::Form),
        }
    }
}

async fn form(headers: &HeaderMap, raw: Bytes) -> Result<Vec<Part>, Failure> {
    let bad = |cause: &dyn std::fmt::Display| {
        Failure::invalid(format!("Request body must be valid multipart: {cause}"))
    };
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let boundary = multer::parse_boundary(kind).map_err(|error| bad(&error))?;
    let body = futures_util::stream::once(std::future::ready(Ok::<_, std::convert::Infallible>(raw)));
    let mut fields = multer::Multipart::new(body, boundary);
    let mut parts = Vec::new();
    while let Some(field) = fields.next_field().await.map_err(|error| bad(&error))? {
        parts.push(Part {
            name: field.name().unwrap_or_default().to_owned(),
            file_name: field.file_name().map(str::to_owned),
            content_type: field.content_type().map(ToString::to_string),
            content: field.bytes().await.map_err(|error| bad(&error))?,
        });
    }
    Ok(parts)
}

impl Exchange {
    /// The answer of a status fault.
    fn refuse(mut self) -> Result<Response<Body>, NoAnswer> {
        let status = self.fault.status.and_then(|status| StatusCode::from_u16(status).ok());
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let response = match self.fault.body.take() {
            Some(Value::String(text)) => {
                let mut response = json(status, text.into());
                response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
                response
            }
            Some(body) => json(status, body.to_string().into()),
            None => {
                let failure = Failure::new(status, error_type(status), "The emulator was told to fail.");
                json(status, failure.body(self.request_id.to_str().unwrap_or_default()).into())
            }
        };
        self.finish(response)
    }

    fn respond(self, service: &Service, outcome: Outcome) -> Result<Response<Body>, NoAnswer> {
        let response = match outcome {
            Ok(Reply::Json { status, body }) => json(status, body),
            Ok(Reply::Bytes { content_type, file_name, body }) => download(&content_type, &file_name, body),
            Ok(Reply::Events(subscription)) => return self.stream(service, *subscription),
            Ok(Reply::Wait(_)) => json(StatusCode::OK, Bytes::from_static(b"null")),
            Err(failure) => {
                let body = failure.body(self.request_id.to_str().unwrap_or_default());
                json(failure.status, body.into())
            }
        };
        self.finish(response)
    }

    fn stream(
        self,
        service: &Service,
        subscription: crate::stream::Subscription,
    ) -> Result<Response<Body>, NoAnswer> {
        if self.fault.reset.is_some() {
            return self.finish(json(StatusCode::OK, Bytes::new()));
        }
        let Self { line, request_id, fault, kill } = self;
        line.status(StatusCode::OK);
        let mut response = Response::new(());
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(REQUEST_ID, request_id);
        add_headers(headers, &fault);
        let every = service.settings.borrow().heartbeat;
        let frames = Frames::new(subscription, fault, every, Rc::clone(&service.beats));
        Ok(response.map(|()| Body::frames(frames, Some(line), kill)))
    }

    /// Adds what every answer has, and does to it what a fault asks for.
    fn finish(self, response: Response<Bytes>) -> Result<Response<Body>, NoAnswer> {
        let Self { line, request_id, fault, kill } = self;
        let (mut head, mut bytes) = response.into_parts();
        head.headers.insert(REQUEST_ID, request_id);
        add_headers(&mut head.headers, &fault);
        line.status(head.status);
        if fault.reset == Some(Reset::BeforeHeaders) {
            line.faulted();
            kill.0.set(true);
            return Err(NoAnswer);
        }
        if fault.malformed {
            bytes = Bytes::from_static(b"{\"data\": [<html>");
        }
        let body = if let Some(drip) = fault.slow_bytes {
            Body::drip(bytes, drip.chunk, Duration::from_millis(drip.every_ms), Some(line))
        } else if fault.reset.is_some() {
            let promised = bytes.len().max(1) as u64;
            Body::cut(Bytes::new(), promised, Some(line), kill)
        } else if let Some(sent) = fault.truncate {
            let promised = bytes.len().max(sent + 1) as u64;
            Body::cut(bytes.slice(..sent.min(bytes.len())), promised, Some(line), kill)
        } else {
            Body::whole(bytes, Some(line))
        };
        Ok(Response::from_parts(head, body))
    }
}

fn json(status: StatusCode, body: Bytes) -> Response<Bytes> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

fn download(content_type: &str, file_name: &str, body: Bytes) -> Response<Bytes> {
    let mut response = json(StatusCode::OK, body);
    let headers = response.headers_mut();
    if let Ok(kind) = HeaderValue::from_str(content_type) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    let encoded = percent_encoding::utf8_percent_encode(file_name, percent_encoding::NON_ALPHANUMERIC);
    let plain: String =
        file_name.chars().filter(|c| c.is_ascii_graphic() && *c != '"' && *c != '\\').collect();
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}");
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

fn add_headers(headers: &mut HeaderMap, fault: &Action) {
    for (name, value) in &fault.headers {
        let Ok(name) = HeaderName::try_from(name.as_str()) else { continue };
        match value.as_deref().map(HeaderValue::from_str) {
            Some(Ok(value)) => drop(headers.insert(name, value)),
            Some(Err(_)) => {}
            None => drop(headers.remove(name)),
        }
    }
}

fn error_type(status: StatusCode) -> &'static str {
    match status.as_u16() {
        401 => "authentication_error",
        403 => "permission_error",
        404 => "not_found_error",
        409 => "conflict_error",
        412 => "precondition_failed_error",
        429 => "rate_limit_error",
        501 | 503 => "feature_not_available",
        529 => "overloaded_error",
        status if status >= 500 => "api_error",
        _ => "invalid_request_error",
    }
}
