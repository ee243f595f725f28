//! Skills and their versions.

use serde_json::{Value, json};

use crate::support::{Api, id};

fn manifest(name: &str, text: &str) -> Vec<u8> {
    format!("---\nname: {name}\ndescription: Writes notes\n---\n{text}").into_bytes()
}

#[test]
fn a_tree_becomes_a_version_and_comes_back_as_a_zip() {
    let api = Api::start();
    let text = manifest("notes", "Be short.");
    let skill = api.upload(
        "/skills",
        &[
            ("files", Some("notes/SKILL.md"), "text/markdown", &text),
            ("files", Some("notes/ref/a.txt"), "text/plain", b"a"),
            ("display_title", None, "text/plain", b"Notes"),
        ],
    );
    let skill = skill.ok();
    assert_eq!((&skill["display_title"], &skill["source"]), (&"Notes".into(), &"custom".into()));
    let latest = skill["latest_version"].as_str().unwrap();
    assert!(latest.len() == 16 && latest.bytes().all(|byte| byte.is_ascii_digit()));
    let path = format!("/skills/{}/versions", skill["id"].as_str().unwrap());
    let version = api.get(&format!("{path}/{latest}")).ok();
    assert_eq!((&version["name"], &version["directory"]), (&"notes".into(), &"notes".into()));
    let zip = api.get(&format!("{path}/{latest}/content"));
    assert_eq!(zip.header("content-type"), Some("application/zip"));
    assert!(zip.header("content-disposition").unwrap().contains("notes.zip"));

    // What was downloaded can be uploaded again.
    let again = api.upload(&path, &[("files", Some("notes.zip"), "application/zip", &zip.body)]);
    assert_eq!(again.status, 201);
    let newer = again.ok()["version"].as_str().unwrap().to_owned();
    assert!(newer.as_str() > latest);
    let listed = api.get(&path).ok();
    assert_eq!(listed["data"][0]["version"], newer.as_str());
    assert_eq!(api.delete(&format!("{path}/{newer}")).ok()["type"], "skill_version_deleted");
    let one = format!("/skills/{}", skill["id"].as_str().unwrap());
    assert_eq!(api.get(&one).ok()["latest_version"], latest);
    api.delete(&format!("{path}/{latest}")).ok();
    assert_eq!(api.get(&one).ok()["latest_version"], Value::Null);
    assert_eq!(api.delete(&one).ok()["type"], "skill_deleted");
}

#[test]
fn bad_packages_are_refused() {
    let api = Api::start();
    let text = manifest("notes", "x");
    api.upload("/skills", &[("other", None, "text/plain", b"x")]).refused(400, "invalid_request_error");
    for (name, content) in [
        ("notes/README.md", text.as_slice()),
        ("a/b/SKILL.md", &text),
        ("SKILL.md", b"no front matter"),
        ("wrong/SKILL.md", &text),
        ("../SKILL.md", &text),
        ("notes.zip", b"PK\x03\x04 not a zip"),
    ] {
        api.upload("/skills", &[("files", Some(name), "text/plain", content)])
            .refused(400, "invalid_request_error");
    }
    let big = manifest("Loud Name", "x");
    api.upload("/skills", &[("files", Some("SKILL.md"), "text/plain", &big)])
        .refused(400, "invalid_request_error");
}

#[test]
fn the_name_stays_over_all_versions() {
    let api = Api::start();
    let skill =
        id(&api.upload("/skills", &[("file", Some("SKILL.md"), "text/markdown", &manifest("notes", "x"))]));
    let other = manifest("other", "x");
    let path = format!("/skills/{skill}/versions");
    api.upload(&path, &[("files", Some("SKILL.md"), "text/markdown", &other)])
        .refused(400, "invalid_request_error");
    api.upload("/skills", &[("file", Some("SKILL.md"), "text/markdown", &manifest("notes", "y"))])
        .refused(409, "conflict_error");
    let content = String::from_utf8(manifest("notes", "y")).unwrap();
    let body = json!({ "content": content, "metadata": { "a": "1" } }).to_string();
    let changed = api.call("PUT", &format!("/skills/{skill}"), &[], body.as_bytes()).ok();
    assert_eq!(changed["metadata"], json!({ "a": "1" }));
    assert_eq!(api.get(&path).ok()["data"].as_array().unwrap().len(), 2);
    assert_eq!(api.get("/skills?source=qoder").ok()["data"], json!([]));
    assert_eq!(api.get("/skills?name=note").ok()["data"][0]["id"], skill.as_str());
}
