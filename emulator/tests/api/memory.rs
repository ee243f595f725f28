//! Memory stores, memories and their versions.

use serde_json::{Value, json};

use crate::support::{Api, id};

struct Store {
    api: Api,
    path: String,
}

impl Store {
    fn new() -> Self {
        let api = Api::start();
        let path = format!("/memory_stores/{}", id(&api.post("/memory_stores", json!({ "name": " m " }))));
        Self { api, path }
    }

    fn write(&self, path: &str, content: &str) -> Value {
        self.api.post(&format!("{}/memories", self.path), json!({ "path": path, "content": content })).ok()
    }

    fn list(&self, query: &str) -> Vec<Value> {
        self.api.get(&format!("{}/memories?{query}", self.path)).ok()["data"].as_array().unwrap().clone()
    }
}

#[test]
fn paths_and_contents_follow_the_rules() {
    let store = Store::new();
    let create = |path: &str, content: &str| {
        store.api.post(&format!("{}/memories", store.path), json!({ "path": path, "content": content }))
    };
    for (path, content) in
        [("/a", "x"), ("a/../b", "x"), ("", "x"), ("a//b", "x"), ("a", "  "), (&"x".repeat(1025), "x")]
    {
        create(path, content).refused(400, "invalid_request_error");
    }
    create("big", &"x".repeat(100 * 1024 + 1)).refused(400, "invalid_request_error");
    create("a", "x").ok();
    create("a", "y").refused(409, "conflict_error");
    let view = store.api.get(&store.path).ok();
    assert_eq!(
        (&view["name"], &view["entry_count"], &view["total_size"]),
        (&"m".into(), &1.into(), &1.into())
    );
    store.api.post("/memory_stores", json!({ "name": "x".repeat(65) })).refused(400, "invalid_request_error");
}

#[test]
fn a_change_may_be_guarded_by_a_hash() {
    let store = Store::new();
    let memory = store.write("a", "one");
    assert_eq!(memory["content"], Value::Null);
    let one = format!("{}/memories/{}", store.path, memory["id"].as_str().unwrap());
    assert_eq!(store.api.get(&format!("{one}?view=full")).ok()["content"], "one");
    let guard = json!({ "content": "two", "content_sha256": "00" });
    store.api.post(&one, guard).refused(409, "invalid_request_error");
    let changed =
        store.api.post(&one, json!({ "content": "two", "content_sha256": memory["content_sha256"] })).ok();
    assert_ne!(changed["memory_version_id"], memory["memory_version_id"]);
    store.write("b", "x");
    store.api.post(&one, json!({ "path": "b" })).refused(409, "conflict_error");
    let wrong = format!("{one}?expected_content_sha256={}", memory["content_sha256"].as_str().unwrap());
    store.api.delete(&wrong).refused(409, "invalid_request_error");
    assert_eq!(store.api.delete(&one).ok()["type"], "memory_deleted");
    let versions = format!("{}/memory_versions?memory_id={}", store.path, memory["id"].as_str().unwrap());
    let versions = store.api.get(&versions).ok()["data"].as_array().unwrap().clone();
    let operations: Vec<&str> =
        versions.iter().map(|version| version["operation"].as_str().unwrap()).collect();
    assert_eq!(operations, ["deleted", "modified", "created"]);
}

#[test]
fn listings_are_flat_or_like_a_directory() {
    let store = Store::new();
    for path in ["a/1", "a/2", "b/c/3", "top"] {
        store.write(path, "x");
    }
    let names = |items: &[Value]| {
        items.iter().map(|item| item["path"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&store.list("")), ["a/1", "a/2", "b/c/3", "top"]);
    let level = store.list("depth=1");
    assert_eq!(
        (names(&level), &level[0]["type"]),
        (vec!["a/".into(), "b/".into(), "top".into()], &"memory_prefix".into())
    );
    assert_eq!(names(&store.list("path_prefix=b/&depth=1")), ["b/c/"]);
    let first = store.api.get(&format!("{}/memories?limit=2", store.path)).ok();
    let next = format!("limit=2&page={}", first["next_page"].as_str().unwrap());
    assert_eq!(names(&store.list(&next)), ["b/c/3", "top"]);
}

#[test]
fn what_was_can_be_redacted() {
    let store = Store::new();
    let memory = store.write("a", "secret");
    let old = format!("{}/memory_versions/{}", store.path, memory["memory_version_id"].as_str().unwrap());
    store.api.call("POST", &format!("{old}/redact"), &[], b"").refused(409, "invalid_request_error");
    let one = format!("{}/memories/{}", store.path, memory["id"].as_str().unwrap());
    store.api.post(&one, json!({ "content": "public" })).ok();
    assert_eq!(store.api.get(&format!("{old}?view=full")).ok()["content"], "secret");
    let redacted = store.api.call("POST", &format!("{old}/redact"), &[], b"").ok();
    assert!(redacted["redacted_at"].is_string() && redacted["content"].is_null());
    assert_eq!(store.api.get(&format!("{old}?view=full")).ok()["content"], Value::Null);
}

#[test]
fn an_archived_store_is_read_only() {
    let store = Store::new();
    store.write("a", "x");
    let archived = store.api.call("POST", &format!("{}/archive", store.path), &[], b"").ok();
    assert_eq!(archived["status"], "archived");
    let body = json!({ "path": "b", "content": "x" });
    store.api.post(&format!("{}/memories", store.path), body).refused(409, "invalid_request_error");
    assert_eq!(store.list("").len(), 1);
    assert_eq!(store.api.delete(&store.path).ok()["type"], "memory_store_deleted");
}
