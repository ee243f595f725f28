//! Uploads and downloads.

mod support;

use std::path::PathBuf;

use qoder_cloud::operation::{BodyKind, Host, Method, Operation, Paging, ResponseKind, RetryClass};
use qoder_cloud::{Call, CallOptions, Form, Part, Progress};
use support::{Reply, Server, ok, response, status, with};

const fn operation(method: Method, body: BodyKind, response: ResponseKind, retry: RetryClass) -> Operation {
    Operation {
        id: "files",
        method,
        path: "/files",
        query: &[],
        headers: &[],
        body,
        mappings: &[],
        mounts: &[],
        response,
        paging: Paging::None,
        retry,
        host: Host::Api,
    }
}

static UPLOAD: Operation =
    operation(Method::Post, BodyKind::Multipart, ResponseKind::Json, RetryClass::WithKey);
static LINK: Operation = operation(Method::Get, BodyKind::None, ResponseKind::Link, RetryClass::Always);
static BYTES: Operation = operation(Method::Get, BodyKind::None, ResponseKind::Bytes, RetryClass::Always);

struct Directory(PathBuf);

impl Directory {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("qoder-{}", uuid::Uuid::new_v4()));
        std::fs::create_dir(&path).unwrap();
        Directory(path)
    }

    fn names(&self) -> Vec<String> {
        std::fs::read_dir(&self.0)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[tokio::test]
async fn a_repeated_upload_sends_the_same_bytes() {
    let directory = Directory::new();
    let path = directory.0.join("notes.md");
    std::fs::write(&path, "x".repeat(300_000)).unwrap();
    let mut server =
        Server::replies([status(503), Reply::SendAndReset(Vec::new()), ok(r#"{"id":"file_1"}"#)]).await;
    let form = Form::new().text("name", "n").part("file", Part::path(&path));
    let answer = Call::new(&server.client(), &UPLOAD).form(form).raw().await.unwrap();
    assert_eq!(answer.attempts, 3);
    let seen = server.seen();
    assert_eq!(seen.len(), 3);
    assert!(seen.iter().all(|request| *request == seen[0]));
    assert_eq!(seen[0].header("content-length").unwrap(), seen[0].body.len().to_string());
    assert!(seen[0].header("content-type").unwrap().starts_with("multipart/form-data; boundary="));
    assert!(
        seen[0]
            .text()
            .contains("name=\"file\"; filename=\"notes.md\"\r\nContent-Type: text/markdown\r\n\r\nxxx")
    );
}

#[tokio::test]
async fn progress_counts_what_moves() {
    let directory = Directory::new();
    let path = directory.0.join("notes.md");
    std::fs::write(&path, "x".repeat(300_000)).unwrap();
    let progress = Progress::new();
    let options = CallOptions { progress: Some(progress.clone()), ..CallOptions::default() };
    let mut server = Server::replies([status(503), ok("{}")]).await;
    let form = Form::new().part("file", Part::path(&path)).part("more", Part::bytes("m", vec![0; 200_000]));
    Call::new(&server.client(), &UPLOAD).options(options.clone()).form(form).raw().await.unwrap();
    let sent = server.seen()[1].body.len() as u64;
    assert_eq!((progress.done(), progress.total()), (sent, Some(sent)));

    let server = Server::replies([with(200, &[], &"y".repeat(100_000))]).await;
    let mut download = Call::new(&server.client(), &BYTES).options(options).download().await.unwrap();
    assert_eq!((progress.done(), progress.total()), (0, Some(100_000)));
    let first = download.chunk().await.unwrap().unwrap().len() as u64;
    assert_eq!(progress.done(), first);
    download.bytes().await.unwrap();
    assert_eq!(progress.done(), 100_000);
}

#[tokio::test]
async fn a_reader_is_sent_once_and_not_retried() {
    let mut server = Server::replies([status(503)]).await;
    let form = Form::new().part("file", Part::reader("a.txt", &b"abc"[..]));
    let error = Call::new(&server.client(), &UPLOAD).form(form).raw().await.unwrap_err();
    assert_eq!(error.attempts(), 1);
    let seen = server.seen();
    assert!(seen[0].text().contains("abc") && seen[0].header("content-length").is_none());
}

#[tokio::test]
async fn a_file_that_changes_between_attempts_ends_them() {
    let directory = Directory::new();
    let path = directory.0.join("a.txt");
    std::fs::write(&path, "short").unwrap();
    let changing = path.clone();
    let server = Server::start(move |_, _| {
        std::fs::write(&changing, "much longer").unwrap();
        status(503)
    })
    .await;
    let form = Form::new().part("file", Part::path(&path));
    let error = Call::new(&server.client(), &UPLOAD).form(form).raw().await.unwrap_err();
    assert!(error.to_string().contains("a.txt changed"), "{error}");
    assert_eq!(error.attempts(), 2);
}

#[tokio::test]
async fn a_missing_file_is_refused_before_anything_is_sent() {
    let mut server = Server::replies([ok("{}")]).await;
    let form = Form::new().part("file", Part::path("/no/such.txt"));
    let error = Call::new(&server.client(), &UPLOAD).form(form).raw().await.unwrap_err();
    assert!(error.is_invalid_request() && error.to_string().contains("/no/such.txt"), "{error}");
    assert!(Call::new(&server.client(), &UPLOAD).raw().await.unwrap_err().is_invalid_request());
    assert_eq!(server.seen().len(), 0);
}

#[tokio::test]
async fn a_link_is_followed_without_anything_of_the_client() {
    let headers =
        [("content-disposition", "attachment; filename=\"../r.txt\""), ("content-type", "text/plain")];
    let mut storage = Server::replies([status(503), with(200, &headers, "content")]).await;
    let link = format!("{}/bucket/x?X-Signature=sig-secret", storage.origin);
    let first = ok(&format!(r#"{{"url":"{link}","expires_at":"2026-01-01T00:00:00Z"}}"#));
    let older = with(302, &[("location", &link)], "");
    for answer in [first, older] {
        let mut server = Server::replies([answer]).await;
        let client =
            server.builder().default_header("x-mine", "1").default_query("tenant", "t").build().unwrap();
        let download = Call::new(&client, &LINK).download().await.unwrap();
        assert_eq!(download.filename().as_deref(), Some("r.txt"));
        assert_eq!((download.content_type(), download.content_length()), (Some("text/plain"), Some(7)));
        assert_eq!(download.bytes().await.unwrap(), "content");
        assert!(server.request().await.header("authorization").is_some());
    }
    for seen in storage.seen() {
        assert_eq!(seen.line, "GET /bucket/x?X-Signature=sig-secret");
        let names: Vec<&str> = seen.headers.iter().map(|(name, _)| name.as_str()).collect();
        assert!(names.iter().all(|name| ["accept", "host"].contains(name)), "{names:?}");
    }
}

#[tokio::test]
async fn a_signed_link_shows_nowhere() {
    let storage = Server::replies([with(403, &[], "<Error>sig-secret</Error>")]).await;
    let link = format!("{}/x?X-Signature=sig-secret", storage.origin);
    let gone = "http://127.0.0.1:1/x?X-Signature=sig-secret";
    for answer in [
        ok(&format!(r#"{{"url":"{link}"}}"#)),
        ok(&format!(r#"{{"url":"{gone}"}}"#)),
        ok(r#"{"url":"ftp://sig-secret"}"#),
        ok(r#"{"link":"http://sig-secret"}"#),
        with(302, &[], ""),
    ] {
        let server = Server::replies([answer]).await;
        let error = Call::new(&server.client(), &LINK).download().await.unwrap_err();
        let text = format!("{error} {error:?} {}", serde_json::to_string(&error.info()).unwrap());
        assert!(!text.contains("sig-secret"), "{text}");
    }
}

#[tokio::test]
async fn a_file_is_whole_or_not_there() {
    let directory = Directory::new();
    let path = directory.0.join("out.zip");
    let short = b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n01234".to_vec();
    let torn = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\n012\r\n".to_vec();
    for reply in [Reply::SendAndClose(short), Reply::SendAndClose(torn)] {
        let server = Server::replies([reply]).await;
        let download = Call::new(&server.client(), &BYTES).download().await.unwrap();
        let error = download.write_to_file(&path).await.unwrap_err();
        assert!(error.is_truncated() && error.is_connection(), "{error}");
        assert_eq!((error.info().kind, error.code()), ("connection", Some("truncated")));
        assert_eq!(directory.names(), Vec::<String>::new());
    }
    let mut server = Server::replies([Reply::Send(response(200, &[], "0123456789"))]).await;
    let download = Call::new(&server.client(), &BYTES).download().await.unwrap();
    assert_eq!(download.write_to_file(&path).await.unwrap(), 10);
    assert_eq!(directory.names(), ["out.zip"]);
    assert_eq!(std::fs::read(&path).unwrap(), b"0123456789");
    assert_eq!(server.request().await.header("accept"), Some("*/*"));
    let download = Call::new(&server.client(), &BYTES).download().await.unwrap();
    let error = download.write_to_file(&directory.0).await.unwrap_err();
    assert!(error.to_string().contains("is a directory"), "{error}");
}

#[tokio::test]
async fn a_dropped_download_leaves_nothing_behind() {
    let directory = Directory::new();
    let path = directory.0.join("out.zip");
    let stuck = Reply::SendAndWait(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n01234".to_vec());
    let mut server = Server::replies([stuck]).await;
    let download = Call::new(&server.client(), &BYTES).download().await.unwrap();
    let writing = tokio::spawn(download.write_to_file(path));
    while directory.names().is_empty() {
        tokio::task::yield_now().await;
    }
    writing.abort();
    server.hung_up().await;
    assert!(writing.await.unwrap_err().is_cancelled());
    assert_eq!(directory.names(), Vec::<String>::new());
}
