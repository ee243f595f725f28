//! A server of a few lines: a script of replies, a record of requests.
#![allow(dead_code)]

use std::sync::Arc;
use std::time::Duration;

use qoder_cloud::{Client, ClientBuilder, RetryPolicy};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// What the server does with a request.
#[derive(Clone)]
pub enum Reply {
    /// Sends this and keeps the connection.
    Send(Vec<u8>),
    /// Sends this and closes the connection.
    SendAndClose(Vec<u8>),
    /// Sends this and resets the connection.
    SendAndReset(Vec<u8>),
    /// Sends this, and nothing more until the client hangs up.
    SendAndWait(Vec<u8>),
}

/// One request as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub line: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Seen {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

pub struct Server {
    pub origin: String,
    seen: UnboundedReceiver<Seen>,
    hung_up: UnboundedReceiver<()>,
}

impl Server {
    /// Answers request number n (from 0) with `script(n, request)`.
    pub async fn start(script: impl Fn(usize, &Seen) -> Reply + Send + Sync + 'static) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let (tell_seen, seen) = unbounded_channel();
        let (tell_hung_up, hung_up) = unbounded_channel();
        let count = std::sync::atomic::AtomicUsize::new(0);
        let next =
            move |request: &Seen| script(count.fetch_add(1, std::sync::atomic::Ordering::SeqCst), request);
        let next: Arc<dyn Fn(&Seen) -> Reply + Send + Sync> = Arc::new(next);
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(serve(socket, next.clone(), tell_seen.clone(), tell_hung_up.clone()));
            }
        });
        Server { origin, seen, hung_up }
    }

    /// Answers with these replies in turn, then with the last for ever.
    pub async fn replies(replies: impl Into<Vec<Reply>>) -> Server {
        let replies = replies.into();
        Server::start(move |n, _| replies[n.min(replies.len() - 1)].clone()).await
    }

    pub fn builder(&self) -> ClientBuilder {
        Client::builder()
            .base_url(format!("{}/api", self.origin))
            .token("pt-secret-token")
            .retry_policy(at_once())
    }

    pub fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    /// The requests so far.
    pub fn seen(&mut self) -> Vec<Seen> {
        std::iter::from_fn(|| self.seen.try_recv().ok()).collect()
    }

    /// The next request.
    pub async fn request(&mut self) -> Seen {
        self.seen.recv().await.unwrap()
    }

    /// Waits until a client hangs up on a reply that waits.
    pub async fn hung_up(&mut self) {
        self.hung_up.recv().await.unwrap();
    }
}

/// The usual rules without the waits.
pub fn at_once() -> RetryPolicy {
    RetryPolicy { initial_backoff: Duration::ZERO, ..RetryPolicy::default() }
}

pub fn response(status: u16, headers: &[(&str, &str)], body: &str) -> Vec<u8> {
    let mut text = format!("HTTP/1.1 {status} X\r\ncontent-length: {}\r\n", body.len());
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    text.push_str(&format!("\r\n{body}"));
    text.into_bytes()
}

pub fn ok(body: &str) -> Reply {
    Reply::Send(response(200, &[("content-type", "application/json"), ("x-request-id", "req_1")], body))
}

pub fn status(status: u16) -> Reply {
    Reply::Send(response(status, &[], ""))
}

pub fn with(status: u16, headers: &[(&str, &str)], body: &str) -> Reply {
    Reply::Send(response(status, headers, body))
}

/// The head of an answer whose body ends with the connection.
pub fn streaming(content_type: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\nconnection: close\r\n\r\n")
}

async fn serve(
    mut socket: TcpStream,
    next: Arc<dyn Fn(&Seen) -> Reply + Send + Sync>,
    seen: UnboundedSender<Seen>,
    hung_up: UnboundedSender<()>,
) {
    let mut buffer = Vec::new();
    while let Some(request) = read_request(&mut socket, &mut buffer).await {
        let reply = next(&request);
        let _ = seen.send(request);
        let (Reply::Send(bytes)
        | Reply::SendAndClose(bytes)
        | Reply::SendAndReset(bytes)
        | Reply::SendAndWait(bytes)) = &reply;
        if socket.write_all(bytes).await.is_err() {
            return;
        }
        match reply {
            Reply::Send(_) => {}
            Reply::SendAndClose(_) => return,
            Reply::SendAndReset(_) => {
                socket.set_zero_linger().unwrap();
                return;
            }
            Reply::SendAndWait(_) => {
                while socket.read(&mut [0; 1024]).await.is_ok_and(|count| count > 0) {}
                let _ = hung_up.send(());
                return;
            }
        }
    }
}

async fn read_request(socket: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<Seen> {
    let end = loop {
        if let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        if socket.read_buf(buffer).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8(buffer.drain(..end + 4).collect()).unwrap();
    let mut lines = head.trim_end().lines();
    let line = lines.next()?.trim_end_matches(" HTTP/1.1").to_owned();
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let mut request = Seen { line, headers, body: Vec::new() };
    if let Some(length) = request.header("content-length") {
        let length: usize = length.parse().unwrap();
        while buffer.len() < length {
            if socket.read_buf(buffer).await.ok()? == 0 {
                return None;
            }
        }
        request.body = buffer.drain(..length).collect();
    } else if request.header("transfer-encoding") == Some("chunked") {
        while !buffer.ends_with(b"0\r\n\r\n") {
            if socket.read_buf(buffer).await.ok()? == 0 {
                return None;
            }
        }
        request.body = std::mem::take(buffer);
    }
    Some(request)
}
