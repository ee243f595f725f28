//! Fixed-response loopback server for measuring clients.
//!
//! Every body is built on first use and then served as shared bytes, so that the server stays far cheaper than any
//! client. HTTP/1.1 with keep-alive, on one thread. Prints the base URL once it listens.
//!
//!     bench-server [--port 0] [--chunk 16384] [--pace-us 0]
//!
//! - `GET /agents/{id}`
//! - `GET /agents?limit=100&page=p3&pages=100`: one page out of `pages`
//! - `GET /sessions/{id}/events/stream?events=1000`: written `--chunk` bytes at a time, `0` for one event at a time,
//!   with `--pace-us` microseconds between writes

mod bodies;
mod stream;

use std::{convert::Infallible, error::Error, net::Ipv4Addr, rc::Rc, str::FromStr};

use bytes::Bytes;
use http_body_util::{Either, Full};
use hyper::{
    Method, Request, Response, StatusCode,
    body::Incoming,
    header::{CONTENT_TYPE, HeaderValue},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpListener, task::LocalSet};

use crate::{
    bodies::Bodies,
    stream::{Pacing, Slices},
};

const PREFIX: &str = "/api/v1/cloud/";

type Reply = Response<Either<Full<Bytes>, Slices>>;

#[derive(Default)]
struct Options {
    port: u16,
    pacing: Pacing,
}

impl Options {
    fn parse(mut words: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut options = Options::default();
        while let Some(name) = words.next() {
            let value = words.next().ok_or_else(|| format!("{name} needs a value"))?;
            match name.as_str() {
                "--port" => options.port = value.parse()?,
                "--chunk" => options.pacing.chunk = value.parse()?,
                "--pace-us" => options.pacing.pause_us = value.parse()?,
                _ => return Err(format!("unknown option {name}").into()),
            }
        }
        Ok(options)
    }
}

fn handle(request: &Request<Incoming>, bodies: &Bodies, pacing: Pacing) -> Reply {
    let uri = request.uri();
    let query = Query(uri.query().unwrap_or_default());
    let parts: Vec<&str> = uri.path().strip_prefix(PREFIX).unwrap_or_default().split('/').collect();
    match (request.method(), parts.as_slice()) {
        (&Method::GET, ["agents"]) => {
            let number = query.get("page").and_then(|page| page.strip_prefix('p')?.parse().ok()).unwrap_or(0);
            json(StatusCode::OK, bodies.page(number, query.number("limit", 20), query.number("pages", 100)))
        }
        (&Method::GET, ["agents", _]) => json(StatusCode::OK, bodies.agent()),
        (&Method::GET, ["sessions", _, "events", "stream"]) => {
            let events = bodies.events(query.number("events", 1000));
            reply(StatusCode::OK, "text/event-stream", Either::Right(Slices::new(events, pacing)))
        }
        _ => json(StatusCode::NOT_FOUND, bodies.not_found()),
    }
}

fn json(status: StatusCode, body: Bytes) -> Reply {
    reply(status, "application/json", Either::Left(Full::new(body)))
}

fn reply(status: StatusCode, content_type: &'static str, body: Either<Full<Bytes>, Slices>) -> Reply {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert("x-request-id", HeaderValue::from_static("req_0123456789abcdef"));
    response
}

struct Query<'a>(&'a str);

impl<'a> Query<'a> {
    fn get(&self, name: &str) -> Option<&'a str> {
        self.0
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }

    fn number<T: FromStr>(&self, name: &str, default: T) -> T {
        self.get(name).and_then(|value| value.parse().ok()).unwrap_or(default)
    }
}

async fn serve(options: Options) -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
    println!("http://{}{PREFIX}", listener.local_addr()?);
    let bodies = Rc::new(Bodies::default());
    loop {
        let (socket, _) = listener.accept().await?;
        socket.set_nodelay(true)?;
        let bodies = bodies.clone();
        tokio::task::spawn_local(async move {
            let service = service_fn(move |request| {
                let reply = handle(&request, &bodies, options.pacing);
                async { Ok::<_, Infallible>(reply) }
            });
            // A client that hangs up in the middle of a stream is normal here.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(socket), service).await;
        });
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::parse(std::env::args().skip(1))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    LocalSet::new().block_on(&runtime, serve(options))
}
