//! The blocking face.
#![cfg(feature = "blocking")]

mod support;

use qoder_cloud::blocking::{Client, Wait};
use support::{Server, ok};

fn server(pages: &'static [&'static str]) -> Server {
    let replies: Vec<_> = pages.iter().map(|page| ok(page)).collect();
    qoder_cloud::runtime::block_on(Server::replies(replies)).unwrap()
}

#[test]
fn calls_wait_on_the_shared_runtime() {
    let server = server(&[r#"{"id":"a"}"#]);
    let client = Client::from(server.client());
    assert_eq!(client.get("/a").wait().unwrap().status.as_u16(), 200);
    let raw = client.get("/a").value();
    assert_eq!(qoder_cloud::runtime::block_on(raw).unwrap().unwrap()["id"], "a");
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
    let refused = qoder_cloud::runtime::block_on(async { client.get("/a").wait() }).unwrap();
    assert!(refused.unwrap_err().is_configuration());
    let refused =
        qoder_cloud::runtime::block_on(async { client.get("/a").pages::<u32>().wait_iter().next() }).unwrap();
    assert!(refused.unwrap().unwrap_err().is_configuration());
}

#[cfg(unix)]
#[test]
fn a_forked_child_works_with_the_parents_client() {
    let server = server(&[r#"{"id":"a"}"#]);
    let client = Client::from(server.client());
    client.get("/a").wait().unwrap();
    // SAFETY: the child makes one call and leaves through `_exit`.
    match unsafe { libc::fork() } {
        0 => {
            let works = client.get("/a").wait().is_ok_and(|answer| answer.status.as_u16() == 200);
            // SAFETY: ends the child without running the test harness's exit code.
            unsafe { libc::_exit(if works { 0 } else { 1 }) }
        }
        child => {
            let mut status = 0;
            // SAFETY: waits for the child made above.
            unsafe { libc::waitpid(child, &mut status, 0) };
            assert_eq!(status, 0);
        }
    }
    client.get("/a").wait().unwrap();
}
