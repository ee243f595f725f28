//! What users wrote by hand: each against an emulator, with somebody else at work meanwhile.

use std::fs;

use qoder_cloud::Client;
use qoder_cloud::types::{LocalFile, MountedFile};
use qoder_cloud_emulator::Received;
use qoder_cloud_tests::host::{nothing, play};
use qoder_cloud_tests::scene::{Scene, in_time, until};
use serde_json::{Value, json};

async fn get(client: &Client, path: &str) -> Value {
    client.get(path).value().await.expect("it is there")
}

#[tokio::test(flavor = "multi_thread")]
async fn waiting_for_a_session_ends_when_it_rests() {
    for name in ["sessions.wait_until_idle", "sessions.cancel_and_wait"] {
        let scene = Scene::new().await;
        let arguments = json!({ "session_id": scene.session });
        let played = play(&scene.client, name, &arguments, nothing).await;
        assert_eq!(played.done()["status"], "idle", "an idle session is not waited for");
        scene.tell("POST", "scripts", &json!({ "session": scene.session, "steps": [{ "hold": "gate" }] }));
        scene.say("start").await.expect("the turn starts");
        scene.tell("DELETE", "requests", &Value::Null);
        let release = async {
            until("the question", || !scene.attempts("sessions.retrieve").is_empty()).await;
            if name == "sessions.wait_until_idle" {
                scene.tell("POST", "release", &json!({}));
            }
        };
        let (played, ()) = tokio::join!(play(&scene.client, name, &arguments, nothing), release);
        assert_eq!((&played.done()["status"], &played.done()["id"]), (&json!("idle"), &json!(scene.session)));
        scene.tell("POST", "scripts", &json!({ "session": scene.session, "steps": [{ "hold": "gate" }] }));
        if name == "sessions.wait_until_idle" {
            scene.say("again").await.expect("the turn starts");
            let late = json!({ "session_id": scene.session, "timeout": 0.1 });
            let played = play(&scene.client, name, &late, nothing).await;
            assert!(played.error().is_timeout() && played.error().to_string().contains(&scene.session));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agent_is_edited_against_its_newest_version() {
    let scene = Scene::new().await;
    let path = format!("/agents/{}", scene.agent);
    let arguments = json!({ "agent_id": scene.agent });
    let mut seen = Vec::new();
    // Somebody else is faster the first time.
    scene.arm("agents.update", Some(1), &json!({ "status": 409 }));
    let played = play(&scene.client, "agents.edit", &arguments, |topic, agent| {
        assert_eq!(topic, "change");
        seen.push(agent["version"].clone());
        Ok(json!({ "description": "edited" }))
    })
    .await;
    assert_eq!(played.done()["description"], "edited");
    assert_eq!(seen.len(), 2);
    let version = get(&scene.client, &path).await["version"].clone();
    let played = play(&scene.client, "agents.edit", &arguments, nothing).await;
    assert_eq!(played.done()["version"], version, "no change, no new version");
    scene.arm("agents.update", None, &json!({ "status": 409 }));
    let played = play(&scene.client, "agents.edit", &arguments, |_, _| Ok(json!({ "name": "b" }))).await;
    assert!(
        played.error().is_conflict() && scene.attempts("agents.update").len() == 5,
        "{:?}",
        played.error()
    );
    let played = play(&scene.client, "agents.edit", &arguments, |_, _| Err("changed my mind".into())).await;
    assert!(played.error().is_cancelled() && played.error().to_string().contains("changed my mind"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_the_name_is_found_on_any_page_and_created_once() {
    let scene = Scene::new().await;
    for (kind, name) in
        [("agents", "name"), ("environments", "name"), ("vaults", "display_name"), ("memory_stores", "name")]
    {
        let mut create = json!({ name: "mine" });
        if kind == "agents" {
            create["model"] = json!("auto");
        }
        let arguments = json!({ "kind": kind, "create": create });
        let first = play(&scene.client, "find_or_create", &arguments, nothing).await;
        assert_eq!((&first.done()["created"], &first.done()["object"][name]), (&json!(true), &json!("mine")));
        for n in 0..120 {
            let mut other = create.clone();
            other[name] = json!(format!("other {n}"));
            scene.client.post(format!("/{kind}")).json(&other).await.expect("it is created");
        }
        let second = play(&scene.client, "find_or_create", &arguments, nothing).await;
        assert_eq!(second.done()["created"], false, "{kind}");
        assert_eq!(second.done()["object"]["id"], first.done()["object"]["id"], "{kind}");
    }
    let nameless = json!({ "kind": "agents", "create": { "model": "auto" } });
    let played = play(&scene.client, "find_or_create", &nameless, nothing).await;
    assert!(played.error().to_string().contains("`name` is missing"), "{}", played.error());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_memory_is_written_by_its_path_against_what_was_seen() {
    let scene = Scene::new().await;
    let store = scene.client.memory_stores().create("notes").await.expect("it is created").id;
    let write = |content: &str| json!({ "memory_store_id": store, "path": "a/b.md", "content": content });
    let first = play(&scene.client, "memory_stores.memories.upsert", &write("one"), nothing).await;
    scene.arm("memory_stores.memories.update", Some(1), &json!({ "status": 412 }));
    let second = play(&scene.client, "memory_stores.memories.upsert", &write("two"), nothing).await;
    assert_eq!(second.done()["id"], first.done()["id"]);
    let updates = scene.attempts("memory_stores.memories.update");
    assert_eq!(updates.len(), 2, "a stale hash is looked at again");
    assert_eq!(updates[1].body["content_sha256"], first.done()["content_sha256"]);
    let path = format!("/memory_stores/{store}/memories/{}", first.done()["id"].as_str().unwrap_or_default());
    let memory = scene.client.get(path).query("view", "full").value().await.expect("it is there");
    assert_eq!(memory["content"], "two");
}

#[tokio::test(flavor = "multi_thread")]
async fn cleaning_up_deletes_what_can_be_deleted_and_archives_the_rest() {
    let scene = Scene::new().await;
    let environment = scene.client.environments().create("e").await.expect("it is created").id;
    let session =
        scene.client.sessions().create(scene.agent.as_str(), environment.as_str()).await.expect("it is");
    let file = scene.client.files().upload(qoder_cloud::Part::bytes("a.txt", "a")).await.expect("it is");
    scene.tell("POST", "scripts", &json!({ "session": session.id, "steps": [{ "hold": "gate" }] }));
    let objects = json!([
        { "id": file.id }, { "id": environment }, { "id": session.id, "type": "session" }, { "id": "agent_gone" },
    ]);
    let played = play(&scene.client, "cleanup", &json!({ "objects": objects }), nothing).await;
    let reports: Vec<(&str, &str)> = played
        .done()
        .as_array()
        .into_iter()
        .flatten()
        .map(|report| {
            (report["type"].as_str().unwrap_or_default(), report["outcome"].as_str().unwrap_or_default())
        })
        .collect();
    let expected =
        [("session", "deleted"), ("agent", "gone"), ("environment", "archived"), ("file", "deleted")];
    assert_eq!(reports, expected);
    scene.arm("files.delete", None, &json!({ "status": 403 }));
    let played = play(&scene.client, "cleanup", &json!({ "objects": [{ "id": "file_x" }] }), nothing).await;
    assert_eq!(played.done()[0]["outcome"], "failed");
    assert!(played.done()[0]["message"].as_str().is_some_and(|message| message.contains("403")));
    let played = play(&scene.client, "cleanup", &json!({ "objects": [{ "id": "what" }] }), nothing).await;
    assert!(played.error().is_invalid_request());
}

#[tokio::test(flavor = "multi_thread")]
async fn files_of_this_machine_are_uploaded_and_mounted_or_nothing_is_left() {
    let scene = Scene::new().await;
    let environment = scene.client.environments().create("e").await.expect("it is created").id;
    let folder = std::env::temp_dir().join(format!("qoder-mount-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("the folder is made");
    let (one, two) = (folder.join("one.txt"), folder.join("two.txt"));
    fs::write(&one, "first").expect("it is written");
    fs::write(&two, "second").expect("it is written");
    let mounted = MountedFile::new(two.display().to_string()).mount_path("/mnt/session/uploads/two.txt");
    let files = [LocalFile::from(one.as_path()), mounted.into()];
    let create = scene.client.sessions().create(scene.agent.as_str(), &environment).files(files);
    let session = create.clone().await.expect("it is created");
    assert_eq!(session.resources.len(), 2);
    let ask = json!({ "session_id": session.id, "input": "Read /mnt/session/uploads/two.txt" });
    assert_eq!(play(&scene.client, "sessions.run", &ask, nothing).await.done()["text"], "second");
    scene.arm("sessions.create", None, &json!({ "status": 400 }));
    assert!(create.clone().await.is_err_and(|error| error.is_invalid_request()));
    assert_eq!((scene.attempts("files.upload").len(), scene.attempts("files.delete").len()), (2, 2));
    let create = create.files([LocalFile::from(one.as_path()), folder.join("gone.txt").into()]);
    assert!(create.clone().await.is_err_and(|error| error.to_string().contains("gone.txt")));
    assert_eq!((scene.attempts("files.upload").len(), scene.attempts("files.delete").len()), (3, 3));
    // Given up while the fifth goes up, which begins when the first is there.
    scene.arm("files.upload", Some(4), &json!({}));
    let never = json!({ "match": { "operation": "files.upload" }, "action": { "delay_ms": 600_000 } });
    scene.tell("POST", "faults", &never);
    let create = create.files(vec![LocalFile::from(one.as_path()); 5]);
    tokio::select! {
        created = create.into_future() => panic!("nothing answers it: {created:?}"),
        () = until("five uploads", || scene.attempts("files.upload").len() == 5) => {}
    }
    until("a deletion", || !scene.attempts("files.delete").is_empty()).await;
    assert_eq!(scene.attempts("sessions.create").len(), 0);
    fs::remove_dir_all(&folder).expect("the folder is removed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_download_that_breaks_off_starts_over_and_is_never_short() {
    let scene = Scene::new().await;
    let path = std::env::temp_dir().join(format!("qoder-download-{}", std::process::id()));
    let arguments = json!({ "file_id": scene.artifact, "path": path });
    for action in [json!({ "truncate": 3 }), json!({ "status": 403 })] {
        scene.tell("DELETE", "faults", &Value::Null);
        let fault = json!({ "match": { "path": "/storage/*" }, "times": 1, "action": action });
        scene.tell("POST", "faults", &fault);
        scene.tell("DELETE", "requests", &Value::Null);
        let played = play(&scene.client, "files.download_to", &arguments, nothing).await;
        assert_eq!(scene.attempts("files.download").len(), 2, "another link was asked for: {action}");
        let whole = scene.client.files().download(scene.artifact.as_str()).await.expect("it opens");
        let whole = whole.bytes().await.expect("it is whole");
        assert_eq!(played.done()["bytes"], whole.len(), "{action}");
        assert_eq!(fs::read(&path).expect("it is there"), whole);
    }
    fs::remove_file(&path).expect("it is removed");
}

/// A self-hosted environment with so many items of work.
async fn queue(scene: &Scene, items: usize) -> String {
    let config = json!({ "name": "own", "config": { "type": "self_hosted" } });
    let environment = scene.client.post("/environments").json(&config).value().await.expect("it is created");
    let environment = environment["id"].as_str().expect("an id");
    for n in 0..items {
        let session = json!({ "agent": scene.agent, "environment_id": environment });
        let session = scene.client.post("/sessions").json(&session).value().await.expect("it is created");
        let text =
            json!({ "type": "user.message", "content": [{ "type": "text", "text": format!("job {n}") }] });
        let path = format!("/sessions/{}/events", session["id"].as_str().unwrap_or_default());
        scene.client.post(path).json(&json!({ "events": [text] })).await.expect("it is sent");
    }
    environment.to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_claims_works_and_stops() {
    let scene = Scene::new().await;
    let environment = queue(&scene, 3).await;
    let arguments =
        json!({ "environment_id": environment, "worker_id": "w", "concurrency": 2, "max_items": 3 });
    let mut count = 0;
    let played = play(&scene.client, "environments.work.run", &arguments, |topic, work| {
        assert_eq!((topic, &work["type"]), ("work", &json!("work")));
        count += 1;
        if count == 2 { Err("out of disk".into()) } else { Ok(Value::Null) }
    })
    .await;
    assert_eq!((&played.done()["done"], &played.done()["failed"]), (&json!(2), &json!(1)));
    let failed = played.items.iter().find(|item| item["outcome"] == "failed").expect("one failed");
    assert_eq!(failed["message"], "out of disk");
    let left = get(&scene.client, &format!("/environments/{environment}/work")).await;
    for item in left["data"].as_array().into_iter().flatten() {
        assert_eq!(item["state"], "stopped", "{item}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_loses_its_lease_lets_go_of_the_item() {
    let scene = Scene::new().await;
    let environment = queue(&scene, 1).await;
    let beat = json!({ "type": "work_heartbeat", "last_heartbeat": "beat 1", "lease_extended": true, "state": "active", "ttl_seconds": 1 });
    scene.arm("environments.work.heartbeat", Some(1), &json!({ "status": 200, "body": beat }));
    let taken =
        json!({ "match": { "operation": "environments.work.heartbeat" }, "action": { "status": 412 } });
    scene.tell("POST", "faults", &taken);
    let worker = scene.client.environments().work().run(environment, async |_| {
        std::future::pending::<()>().await;
        Ok(())
    });
    let summary = in_time("the worker", worker.max_items(1)).await.expect("it goes on");
    assert_eq!((summary.done, summary.failed), (0, 1));
    let expected =
        |beat: &Received| beat.query.split_once("expected_last_heartbeat=").map(|(_, id)| id.to_owned());
    let beats: Vec<_> = scene.attempts("environments.work.heartbeat").iter().map(expected).collect();
    assert_eq!(beats, [Some("NO_HEARTBEAT".into()), Some("beat%201".into())]);
    assert!(scene.attempts("environments.work.stop").is_empty(), "it is another worker's now");
}
