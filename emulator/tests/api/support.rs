//! An HTTP client that adds and hides nothing: one socket per request.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use qoder_cloud_emulator::Emulator;
use serde_json::{Value, json};

/// Long enough for any machine; only a test that fails waits for it.
const PATIENCE: Duration = Duration::from_secs(20);

/// An emulator and the ids of what most tests need.
pub struct Api {
    pub emulator: Emulator,
}

/// An answer as it came over the wire.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// Fewer bytes came than were promised, or the connection broke.
    pub broken: bool,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&self.body)))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The JSON of a success.
    #[track_caller]
    pub fn ok(&self) -> Value {
        assert!((200..300).contains(&self.status), "{} {}", self.status, String::from_utf8_lossy(&self.body));
        self.json()
    }

    /// The error of a refusal with this status and type.
    #[track_caller]
    pub fn refused(&self, status: u16, kind: &str) -> Value {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.body));
        let body = self.json();
        assert_eq!(body["type"], "error");
        assert_eq!(body["error"]["type"], kind, "{body}");
        assert_eq!(body["request_id"], self.header("x-request-id").unwrap());
        body["error"].clone()
    }
}

impl Api {
    pub fn start() -> Self {
        Self { emulator: Emulator::builder().token("pt-test").start_blocking().unwrap() }
    }

    pub fn connect(&self) -> TcpStream {
        let socket = TcpStream::connect(self.emulator.address()).unwrap();
        socket.set_read_timeout(Some(PATIENCE)).unwrap();
        socket
    }

    /// Sends bytes as they are and reads until the end.
    pub fn raw(&self, request: &[u8]) -> io::Result<Answer> {
        let mut socket = self.connect();
        socket.write_all(request)?;
        read_answer(socket)
    }

    pub fn send(&self, method: &str, target: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        self.raw(&request(method, target, headers, body)).unwrap()
    }

    /// A call below the base path, with the token.
    pub fn call(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut all = vec![("authorization", "Bearer pt-test")];
        all.extend_from_slice(headers);
        self.send(method, &format!("/api/v1/cloud{path}"), &all, body)
    }

    pub fn get(&self, path: &str) -> Answer {
        self.call("GET", path, &[], b"")
    }

    pub fn post(&self, path: &str, body: Value) -> Answer {
        self.call("POST", path, &[], body.to_string().as_bytes())
    }

    pub fn delete(&self, path: &str) -> Answer {
        self.call("DELETE", path, &[], b"")
    }

    pub fn control(&self, door: &str, body: Value) -> Value {
        self.emulator.control("POST", door, &body).unwrap()
    }

    pub fn fault(&self, operation: &str, action: Value) {
        self.control("faults", json!([{ "match": { "operation": operation }, "action": action }]));
    }

    pub fn script(&self, steps: Value) {
        self.control("scripts", json!({ "steps": steps }));
    }

    pub fn agent(&self, more: Value) -> String {
        let mut body = json!({ "name": "a", "model": "auto" });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        id(&self.post("/agents", body))
    }

    pub fn environment(&self) -> String {
        id(&self.post("/environments", json!({ "name": "e" })))
    }

    pub fn session(&self) -> String {
        self.session_with(json!({}))
    }

    pub fn session_with(&self, more: Value) -> String {
        let mut body = json!({ "agent": self.agent(json!({})), "environment_id": self.environment() });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        id(&self.post("/sessions", body))
    }

    pub fn say(&self, session: &str, text: &str) -> Answer {
        let content = json!([{ "type": "text", "text": text }]);
        self.event(session, json!({ "type": "user.message", "content": content }))
    }

    pub fn event(&self, session: &str, event: Value) -> Answer {
        self.post(&format!("/sessions/{session}/events"), json!({ "events": [event] }))
    }

    /// The whole history.
    pub fn history(&self, session: &str) -> Vec<Value> {
        self.get(&format!("/sessions/{session}/events?limit=100")).ok()["data"].as_array().unwrap().clone()
    }

    /// What the agent said last.
    pub fn said(&self, session: &str) -> String {
        let path = format!("/sessions/{session}/events?order=desc&types[]=agent.message&limit=1");
        self.get(&path).ok()["data"][0]["content"][0]["text"].as_str().unwrap_or_default().to_owned()
    }

    pub fn stream(&self, session: &str, query: &str, last_event_id: Option<&str>) -> Stream {
        self.stream_at(&format!("/sessions/{session}/events/stream{query}"), last_event_id)
    }

    /// Opens a stream; its head has been read when this returns.
    pub fn stream_at(&self, path: &str, last_event_id: Option<&str>) -> Stream {
        let mut socket = self.connect();
        // HTTP/1.0 has no chunks: what is read is what the emulator wrote.
        let last = last_event_id.map(|id| format!("last-event-id: {id}\r\n")).unwrap_or_default();
        let head = format!("GET /api/v1/cloud{path} HTTP/1.0\r\nauthorization: Bearer pt-test\r\n{last}\r\n");
        socket.write_all(head.as_bytes()).unwrap();
        let mut reader = BufReader::new(socket);
        let (status, headers) = read_head(&mut reader).unwrap();
        assert_eq!(status, 200);
        assert!(headers.contains(&("content-type".into(), "text/event-stream".into())));
        Stream { reader }
    }
}

pub fn id(answer: &Answer) -> String {
    answer.ok()["id"].as_str().unwrap().to_owned()
}

pub fn request(method: &str, target: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let mut request = format!("{method} {target} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n");
    for (name, value) in headers {
        request += &format!("{name}: {value}\r\n");
    }
    request += &format!("content-length: {}\r\n\r\n", body.len());
    let mut request = request.into_bytes();
    request.extend_from_slice(body);
    request
}

fn read_head(reader: &mut BufReader<TcpStream>) -> io::Result<(u16, Vec<(String, String)>)> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or(io::ErrorKind::UnexpectedEof)?;
    let mut headers = Vec::new();
    loop {
        line.clear();
        reader.read_line(&mut line)?;
        match line.trim_end().split_once(": ") {
            Some((name, value)) => headers.push((name.to_lowercase(), value.to_owned())),
            None => return Ok((status, headers)),
        }
    }
}

pub fn read_answer(socket: TcpStream) -> io::Result<Answer> {
    let mut reader = BufReader::new(socket);
    let (status, headers) = read_head(&mut reader)?;
    let mut body = Vec::new();
    let failed = reader.read_to_end(&mut body).is_err();
    let promised =
        headers.iter().find(|(name, _)| name == "content-length").map(|(_, value)| value.parse().unwrap());
    let broken = failed || promised.is_some_and(|promised: usize| promised != body.len());
    Ok(Answer { status, headers, body, broken })
}

/// A stream being read.
pub struct Stream {
    reader: BufReader<TcpStream>,
}

/// One frame; comments come as frames without an event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    pub id: String,
    pub event: String,
    pub data: String,
    pub comment: String,
}

impl Frame {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.data).unwrap()
    }
}

impl Stream {
    /// The next frame; none when the stream has ended, or an error when it broke.
    pub fn next(&mut self) -> io::Result<Option<Frame>> {
        let mut frame = Frame::default();
        let mut line = String::new();
        loop {
            line.clear();
            if self.reader.read_line(&mut line)? == 0 {
                return Ok(None);
            }
            let text = line.trim_end_matches('\n');
            match text.split_once(": ") {
                Some(("id", value)) => frame.id = value.into(),
                Some(("event", value)) => frame.event = value.into(),
                Some(("data", value)) => frame.data = value.into(),
                Some(("", value)) => frame.comment = value.into(),
                _ => return Ok(Some(frame)),
            }
        }
    }

    /// Frames up to and with the first of a kind.
    pub fn until(&mut self, kind: &str) -> Vec<Frame> {
        let mut frames = Vec::new();
        loop {
            let frame = self.next().unwrap().unwrap_or_else(|| panic!("no {kind} in {frames:?}"));
            let found = frame.event == kind;
            frames.push(frame);
            if found {
                return frames;
            }
        }
    }
}

pub fn kinds(events: &[Value]) -> Vec<&str> {
    events.iter().map(|event| event["type"].as_str().unwrap()).collect()
}

pub fn names(frames: &[Frame]) -> Vec<&str> {
    frames.iter().map(|frame| frame.event.as_str()).collect()
}

/// A multipart body and its content type.
pub fn multipart(parts: &[(&str, Option<&str>, &str, &[u8])]) -> (String, Vec<u8>) {
    let mut body = Vec::new();
    for (name, file, kind, content) in parts {
        let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
        let head = format!(
            "--frontier\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\ncontent-type: {kind}\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--frontier--\r\n");
    ("multipart/form-data; boundary=frontier".into(), body)
}

impl Api {
    pub fn upload(&self, path: &str, parts: &[(&str, Option<&str>, &str, &[u8])]) -> Answer {
        let (kind, body) = multipart(parts);
        self.call("POST", path, &[("content-type", &kind)], &body)
    }
}
