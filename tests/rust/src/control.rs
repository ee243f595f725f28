//! The emulator's control door, over plain HTTP: no client under test has a part in it.

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// The door of one emulator.
#[derive(Debug, Clone)]
pub struct Control {
    authority: String,
}

impl Control {
    /// The door of the emulator behind a base URL.
    pub fn of(base_url: &str) -> Self {
        let rest = base_url.strip_prefix("http://").unwrap_or(base_url);
        Self { authority: rest.split('/').next().unwrap_or_default().to_owned() }
    }

    /// Every request the emulator has received.
    ///
    /// # Errors
    /// When the emulator does not answer.
    pub async fn requests(&self) -> Result<Vec<Value>, String> {
        match self.ask("GET", "requests", None).await? {
            Value::Array(entries) => Ok(entries),
            mut other => match other["requests"].take() {
                Value::Array(entries) => Ok(entries),
                _ => Err(format!("the request log is not a list: {other}")),
            },
        }
    }

    /// Posts to the door.
    ///
    /// # Errors
    /// When the emulator refuses it, with its words.
    pub async fn post(&self, what: &str, body: &Value) -> Result<Value, String> {
        self.ask("POST", what, Some(body)).await
    }

    async fn ask(&self, method: &str, what: &str, body: Option<&Value>) -> Result<Value, String> {
        let failed = |cause: std::io::Error| format!("/_emulator/{what}: {cause}");
        let body = body.map(Value::to_string).unwrap_or_default();
        let head = format!(
            "{method} /_emulator/{what} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            self.authority,
            body.len()
        );
        let mut socket = TcpStream::connect(&self.authority).await.map_err(failed)?;
        socket.write_all(head.as_bytes()).await.map_err(failed)?;
        socket.write_all(body.as_bytes()).await.map_err(failed)?;
        let mut answer = Vec::new();
        socket.read_to_end(&mut answer).await.map_err(failed)?;
        let answer = String::from_utf8_lossy(&answer);
        let (head, body) = answer.split_once("\r\n\r\n").ok_or("the control door gave half an answer")?;
        if !head.starts_with("HTTP/1.1 2") {
            return Err(format!("/_emulator/{what}: {} {body}", head.lines().next().unwrap_or_default()));
        }
        Ok(serde_json::from_str(body).unwrap_or(Value::Null))
    }
}
