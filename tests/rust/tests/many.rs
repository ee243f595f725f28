//! Many turns at once, in the words of Rust.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use qoder_cloud::{FunctionTool, Job, RunMany, ToolError};
use qoder_cloud_tests::scene::{Scene, in_time, until};
use serde_json::{Value, json};
use tokio::sync::Semaphore;

async fn many(scene: &Scene, jobs: usize) -> RunMany {
    let environment = scene.client.environments().create("many").await.expect("it is created").id;
    let new = scene.client.sessions().create(scene.agent.as_str(), environment.as_str());
    scene.client.sessions().run_many((0..jobs).map(move |n| Job::in_new_session(new.clone(), n.to_string())))
}

fn script(scene: &Scene, steps: &Value) {
    scene.tell("POST", "scripts", &json!({ "agent": scene.agent, "times": null, "steps": steps }));
    scene.tell("DELETE", "requests", &Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn turns_that_are_given_up_are_cancelled_and_those_to_come_never_begin() {
    let scene = Scene::new().await;
    let turns = many(&scene, 5).await.concurrency(2);
    script(&scene, &json!([{ "hold": "gate" }]));
    let mut turns = turns.finished();
    tokio::select! {
        turn = turns.next() => panic!("nothing releases it: {turn:?}"),
        () = until("two turns", || scene.attempts("sessions.events.send").len() == 2) => {}
    }
    let sessions = turns.sessions().clone();
    drop(turns);
    until("the cancellations", || scene.attempts("sessions.cancel").len() == 2).await;
    assert_eq!(scene.attempts("sessions.create").len(), 2);
    let begun: Vec<usize> = sessions.known().into_keys().collect();
    assert_eq!(begun, [0, 1]);
    for id in sessions.known().values() {
        scene.client.sessions().retrieve(id).await.expect("it is there");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tools_of_all_turns_share_their_places() {
    let scene = Scene::new().await;
    let turns = many(&scene, 4).await.tool_concurrency(2);
    script(&scene, &json!([{ "call": { "name": "wait", "input": {} } }, { "say": "{result}" }]));
    let (at_work, most, gate) = (AtomicUsize::new(0), AtomicUsize::new(0), Semaphore::new(0));
    let shared = Arc::new((at_work, most, gate));
    let seen = shared.clone();
    let wait = FunctionTool::with_schema("wait", "Waits.", json!({ "type": "object" }), move |_: Value| {
        let seen = seen.clone();
        async move {
            let (at_work, most, gate) = &*seen;
            most.fetch_max(at_work.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            gate.acquire().await.expect("it is open").forget();
            at_work.fetch_sub(1, Ordering::SeqCst);
            Ok::<_, ToolError>("done")
        }
    });
    let mut turns = turns.each(move |run| run.tool(wait.clone())).finished();
    let all = async {
        let mut texts = Vec::new();
        while let Some(turn) = turns.next().await {
            texts.push(turn.result.expect("it ends").text);
        }
        texts
    };
    let release = async {
        let idle = || scene.attempts("sessions.events.send").len() == 4;
        until("all prompts", idle).await;
        until("two tools", || shared.0.load(Ordering::SeqCst) == 2).await;
        shared.2.add_permits(4);
    };
    let (texts, ()) = in_time("the turns", async { tokio::join!(all, release) }).await;
    assert_eq!((texts, shared.1.load(Ordering::SeqCst)), (vec!["done".to_owned(); 4], 2));
}
