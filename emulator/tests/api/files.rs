//! Files and how they are downloaded.

use serde_json::{Value, json};

use crate::support::{Answer, Api, id};

fn upload(api: &Api, name: &str, kind: &str, content: &[u8]) -> Answer {
    api.upload("/files", &[("file", Some(name), kind, content)])
}

#[test]
fn texts_are_uploaded_with_their_names() {
    let api = Api::start();
    let file = upload(&api, "dir/notes.md", "text/markdown", b"hello").ok();
    assert_eq!(
        (&file["filename"], &file["size_bytes"], &file["downloadable"]),
        (&"notes.md".into(), &5.into(), &false.into())
    );
    let renamed = api.upload(
        "/files",
        &[
            ("file", Some("a"), "application/octet-stream", b"{}"),
            ("name", None, "text/plain", b"b.json"),
            ("metadata", None, "application/json", b"{\"k\":\"v\"}"),
        ],
    );
    let renamed = renamed.ok();
    assert_eq!((&renamed["filename"], &renamed["mime_type"]), (&"b.json".into(), &"application/json".into()));
    assert_eq!(renamed["metadata"], json!({ "k": "v" }));
    assert_eq!(api.get("/files?name=notes").ok()["data"][0]["id"], file["id"]);
    let ids = format!("/files?ids[]={}", renamed["id"].as_str().unwrap());
    assert_eq!(api.get(&ids).ok()["data"].as_array().unwrap().len(), 1);
    assert_eq!(api.delete(&format!("/files/{}", file["id"].as_str().unwrap())).ok()["type"], "file_deleted");
    let log = api.emulator.requests();
    assert_eq!(log[0].body["parts"][0]["filename"], "dir/notes.md");
}

#[test]
fn bad_uploads_are_refused() {
    let api = Api::start();
    let big = format!("{{\"k\":\"{}\"}}", "x".repeat(8 * 1024));
    let with = |name: &str, content: &[u8]| {
        api.upload(
            "/files",
            &[("file", Some("a.txt"), "text/plain", b"x"), (name, None, "text/plain", content)],
        )
    };
    let error =
        api.upload("/files", &[("name", None, "text/plain", b"x")]).refused(400, "invalid_request_error");
    assert_eq!(error["param"], "file");
    upload(&api, "a.png", "image/png", b"\x89PNG").refused(400, "invalid_request_error");
    upload(&api, "a.txt", "text/plain", b"\xff\xfe").refused(400, "invalid_request_error");
    upload(&api, "..", "text/plain", b"x").refused(400, "invalid_request_error");
    with("metadata", b"[]").refused(400, "invalid_request_error");
    with("metadata", big.as_bytes()).refused(400, "invalid_request_error");
    with("expires_in_seconds", b"soon").refused(400, "invalid_request_error");
    api.call("POST", "/files", &[("content-type", "text/plain")], b"x").refused(400, "invalid_request_error");
}

#[test]
fn an_upload_under_a_key_happens_once_whatever_its_boundary() {
    let api = Api::start();
    let (kind, body) = crate::support::multipart(&[("file", Some("a.txt"), "text/plain", b"x")]);
    let send = |boundary: &str| {
        let swap = |text: &[u8]| String::from_utf8(text.to_vec()).unwrap().replace("frontier", boundary);
        let kind = swap(kind.as_bytes());
        api.call(
            "POST",
            "/files",
            &[("content-type", &kind), ("idempotency-key", "k")],
            swap(&body).as_bytes(),
        )
    };
    assert_eq!(id(&send("one")), id(&send("two")));
}

fn link(api: &Api) -> String {
    let session = api.session();
    api.script(json!([{ "deliver": { "filename": "re port.md", "content": "content" } }]));
    api.say(&session, "go").ok();
    let file =
        api.get(&format!("/files?scope_id={session}")).ok()["data"][0]["id"].as_str().unwrap().to_owned();
    let link = api.get(&format!("/files/{file}/content")).ok();
    assert!(link["expires_at"].is_string());
    let url = link["url"].as_str().unwrap();
    url.strip_prefix(&format!("http://{}", api.emulator.address())).unwrap().to_owned()
}

#[test]
fn a_download_takes_two_steps_and_no_credential() {
    let api = Api::start();
    let target = link(&api);
    let answer = api.send("GET", &target, &[], b"");
    assert_eq!((answer.status, answer.body.as_slice()), (200, b"content".as_slice()));
    assert_eq!(answer.header("content-type"), Some("text/markdown"));
    assert!(answer.header("content-disposition").unwrap().contains("filename*=UTF-8''re%20port%2Emd"));
    let error = api.send("GET", &target, &[("authorization", "Bearer pt-test")], b"");
    assert_eq!(error.refused(400, "invalid_request_error")["param"], "authorization");
    let last = api.emulator.requests().pop().unwrap();
    assert!(last.headers.contains(&("authorization".into(), "[redacted]".into())));
    api.send("GET", &target.replace("signature=", "signature=0"), &[], b"").refused(403, "permission_error");
    api.control("clock", json!({ "advance_ms": 3_600_000 }));
    api.send("GET", &target, &[], b"").refused(403, "permission_error");
}

#[test]
fn only_delivered_files_are_downloadable() {
    let api = Api::start();
    let file = id(&upload(&api, "a.txt", "text/plain", b"x"));
    api.get(&format!("/files/{file}/content")).refused(403, "permission_error");
}

#[test]
fn files_expire() {
    let api = Api::start();
    let parts: [(&str, Option<&str>, &str, &[u8]); 2] =
        [("file", Some("a.txt"), "text/plain", b"x"), ("expires_in_seconds", None, "text/plain", b"60")];
    let file = id(&api.upload("/files", &parts));
    api.control("clock", json!({ "advance_ms": 60_000 }));
    api.get(&format!("/files/{file}")).refused(404, "not_found_error");
    assert_eq!(api.get("/files").ok()["data"], Value::Array(Vec::new()));
}
