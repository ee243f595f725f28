//! The blocking face.
#![cfg(feature = "blocking")]

mod support;

use qoder_cloud::blocking::{Client, Wait};
use qoder_cloud::runtime::block_on;
use support::{Server, ok};

fn server(pages: &'static [&'static str]) -> Server {
    let replies: Vec<_> = pages.iter().map(|page| ok(page)).collect();
    block_on(Server::replies(replies)).unwrap()
}

#[test]
fn calls_wait_on_the_shared_runtime() {
    let server = server(&[r#"{"id":"a"}"#]);
    let client = Client::from(server.client());
    assert_eq!(client.get("/a").wait().unwrap().status.as_u16(), 200);
    let raw = client.get("/a").value();
    assert_eq!(block_on(raw).unwrap().unwrap()["id"], "a");
}

#[test]
fn lists_are_iterators() {
    let server =
        server(&[r#"{"data":[1,2],"has_more":true,"next_page":"p"}"#, r#"{"data":[3],"has_more":false}"#]);
    let client = Client::from(server.client());
    let numbers: Result<Vec<u32>, _> = client.get("/n").pages::<u32>().items().wait_iter().collect();
    assert_eq!(numbers.unwrap(), [1, 2, 3]);
}

#[test]
fn waiting_inside_a_runtime_is_an_error_and_no_panic() {
    let server = server(&["{}"]);
    let client = Client::from(server.client());
    let refused = block_on(async { client.get("/a").wait() }).unwrap();
    assert!(refused.unwrap_err().is_configuration());
    let refused = block_on(async { client.get("/a").pages::<u32>().wait_iter().next() }).unwrap();
    assert!(refused.unwrap().unwrap_err().is_configuration());
}

/// Runs `child` in a forked process; true when it returned true there.
#[cfg(unix)]
fn in_child(child: impl FnOnce() -> bool) -> bool {
    // SAFETY: the child does its work and leaves through `_exit`.
    match unsafe { libc::fork() } {
        0 => {
            let works = child();
            // SAFETY: ends the child without running the test harness's exit code.
            unsafe { libc::_exit(if works { 0 } else { 1 }) }
        }
        child => {
            let mut status = 0;
            // SAFETY: waits for the child made above.
            unsafe { libc::waitpid(child, &mut status, 0) };
            status == 0
        }
    }
}

#[cfg(unix)]
#[test]
fn a_forked_child_works_with_the_parents_client() {
    let server = server(&[r#"{"id":"a"}"#]);
    let client = Client::from(server.client());
    client.get("/a").wait().unwrap();
    assert!(in_child(|| client.get("/a").wait().is_ok_and(|answer| answer.status.as_u16() == 200)));
    client.get("/a").wait().unwrap();
}

#[cfg(unix)]
#[test]
fn a_stream_from_before_a_fork_says_so_in_the_child() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\ndata: {\"type\":\"a\"}\n\n";
    let reply = support::Reply::SendAndWait(head.into());
    let server = block_on(Server::replies([reply])).unwrap();
    let mut events = block_on(server.client().get("/s").resume(false).events()).unwrap().unwrap();
    assert!(in_child(|| {
        let error = block_on(events.next_frame()).unwrap().unwrap().unwrap_err();
        drop(events);
        error.is_stream() && error.to_string().contains("forked")
    }));
}
