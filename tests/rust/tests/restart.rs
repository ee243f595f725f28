//! A server that goes away and comes back: what is open goes on, and nothing is lost.

use std::sync::Arc;

use qoder_cloud::types::SessionStreamEvent;
use qoder_cloud_tests::scene::{Scene, in_time};
use serde_json::json;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// Stands before the emulator; while it is down, connections are broken, old and new.
struct Front {
    address: String,
    down: watch::Sender<bool>,
    open: watch::Receiver<usize>,
    refused: watch::Receiver<usize>,
}

impl Front {
    async fn before(target: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let address = listener.local_addr().expect("it has an address").to_string();
        let (down, state) = watch::channel(false);
        let (opened, open) = watch::channel(0);
        let (refusals, refused) = watch::channel(0);
        tokio::spawn(async move {
            let opened = Arc::new(opened);
            while let Ok((mut caller, _)) = listener.accept().await {
                if *state.borrow() {
                    refusals.send_modify(|count| *count += 1);
                    continue;
                }
                opened.send_modify(|count| *count += 1);
                let (target, mut state, opened) = (target.clone(), state.clone(), opened.clone());
                tokio::spawn(async move {
                    let mut server = TcpStream::connect(target).await.expect("the emulator is there");
                    tokio::select! {
                        _ = copy_bidirectional(&mut caller, &mut server) => {}
                        _ = state.wait_for(|down| *down) => {}
                    }
                    drop((caller, server));
                    opened.send_modify(|count| *count -= 1);
                });
            }
        });
        Front { address, down, open, refused }
    }

    /// Goes away: when this returns, nothing comes through any more.
    async fn go_away(&mut self) {
        self.down.send_replace(true);
        self.open.wait_for(|open| *open == 0).await.expect("it stands");
    }

    /// Comes back once so many callers were turned away.
    fn come_back_after(&self, callers: usize) {
        let (mut refused, down) = (self.refused.clone(), self.down.clone());
        tokio::spawn(async move {
            refused.wait_for(|count| *count >= callers).await.expect("it stands");
            down.send_replace(false);
        });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn streams_outlive_a_server_that_goes_away_and_comes_back() {
    let scene = Scene::new().await;
    let base = url::Url::parse(&scene.emulator.base_url()).expect("it is a URL");
    let host = format!("{}:{}", base.host_str().unwrap_or_default(), base.port().unwrap_or_default());
    let mut front = Front::before(host).await;
    let client = scene
        .client
        .with_options(|client| client.base_url(format!("http://{}{}", front.address, base.path())))
        .expect("the address is sound");
    let helper = json!({ "agent_name": "helper", "message": "Look.", "steps": [{ "hold": "gate" }, { "say": "found" }] });
    let steps = json!([{ "say": "before" }, { "spawn": helper }, { "say": "after" }]);
    scene.tell("POST", "scripts", &json!({ "session": scene.session, "steps": steps }));
    let events = client.sessions().events();
    let mut stream = events.stream(scene.session.as_str()).await.expect("the stream opens");
    scene.say("go").await.expect("it is sent");
    let mut said = Vec::new();
    let mut helped = None;
    loop {
        match in_time("the stream", stream.next()).await.expect("it goes on").expect("it goes on") {
            SessionStreamEvent::SessionThreadCreated(thread) => {
                let threads = client.sessions().threads().events();
                let helper = threads.stream(scene.session.as_str(), thread.session_thread_id.as_str());
                let mut helper = helper.await.expect("the stream opens");
                helped = Some(tokio::spawn(async move {
                    loop {
                        let event = in_time("the thread", helper.next()).await.expect("it goes on");
                        if let SessionStreamEvent::AgentMessage(message) = event.expect("it goes on") {
                            return message.text();
                        }
                    }
                }));
                in_time("the server", front.go_away()).await;
                scene.tell("POST", "release", &json!({}));
                front.come_back_after(4);
            }
            SessionStreamEvent::AgentMessage(message) => said.push(message.text()),
            SessionStreamEvent::SessionStatusIdle(_) => break,
            _ => {}
        }
    }
    assert_eq!(said, ["before", "after"]);
    let helped = helped.expect("there was a thread").await.expect("it is followed");
    assert_eq!(helped, "found");
    assert!(*front.refused.borrow() >= 4, "it went away");
}
