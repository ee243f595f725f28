//! Lists that come in pages.

mod support;

use qoder_cloud::operation::{BodyKind, Host, Method, Operation, Paging, ResponseKind, RetryClass};
use qoder_cloud::{Call, Items, Page, RawPages};
use serde::Deserialize;
use support::{Reply, Server, ok, status};

static LIST: Operation = Operation {
    id: "agents.list",
    method: Method::Get,
    path: "/agents",
    query: &[],
    headers: &[],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Agent {
    id: String,
}

/// Three pages of which only the first has a `next_page`.
async fn three_pages() -> Server {
    Server::replies([
        ok(r#"{"data":[{"id":"a"},{"id":"b"}],"has_more":true,"next_page":"p2","first_id":"a","last_id":"b"}"#),
        ok(r#"{"data":[{"id":"c"}],"has_more":true,"next_page":null,"last_id":"c"}"#),
        ok(r#"{"data":[],"has_more":false}"#),
    ])
    .await
}

fn call(server: &Server) -> Call {
    Call::new(&server.client(), &LIST).query("limit", 2).query("types[]", "x")
}

async fn ids(mut items: Items<Agent>) -> Vec<Result<String, String>> {
    let mut ids = Vec::new();
    while let Some(item) = items.next().await {
        ids.push(item.map(|agent| agent.id).map_err(|error| error.to_string()));
    }
    ids
}

#[tokio::test]
async fn items_run_over_all_pages_and_keep_the_filters() {
    for prefetch in [false, true] {
        let mut server = three_pages().await;
        let found = ids(call(&server).pages().prefetch(prefetch).items()).await;
        assert_eq!(found, [Ok("a".to_owned()), Ok("b".to_owned()), Ok("c".to_owned())]);
        let lines: Vec<String> = server.seen().into_iter().map(|seen| seen.line).collect();
        assert_eq!(
            lines,
            [
                "GET /api/agents?limit=2&types%5B%5D=x",
                "GET /api/agents?limit=2&types%5B%5D=x&page=p2",
                "GET /api/agents?limit=2&types%5B%5D=x&after_id=c",
            ]
        );
    }
}

#[tokio::test]
async fn a_page_knows_the_next_one() {
    let server = three_pages().await;
    let first: Page<Agent> = call(&server).page().await.unwrap();
    assert_eq!((first.data.len(), first.has_more, first.next_page.as_deref()), (2, true, Some("p2")));
    assert_eq!((first.first_id.as_deref(), first.last_id.as_deref()), (Some("a"), Some("b")));
    assert_eq!(first.response().request_id(), Some("req_1"));
    let second = first.get_next_page().await.unwrap().unwrap();
    let third = second.get_next_page().await.unwrap().unwrap();
    assert!(second.has_next_page() && !third.has_next_page());
    assert!(third.get_next_page().await.unwrap().is_none());
}

#[tokio::test]
async fn the_next_page_is_requested_while_the_last_one_is_used() {
    let mut server = three_pages().await;
    let mut pages = call(&server).raw_pages().prefetch(true);
    assert!(pages.next().await.unwrap().is_ok());
    server.request().await;
    // Nobody asks for the second page here, and yet:
    assert!(server.request().await.line.ends_with("page=p2"));
    assert!(pages.has_next());
}

#[tokio::test]
async fn an_error_comes_after_the_items_before_it() {
    for prefetch in [false, true] {
        let page = ok(r#"{"data":[{"id":"a"}],"has_more":true,"next_page":"p2"}"#);
        let server = Server::replies([page, status(404)]).await;
        let found = ids(call(&server).pages().prefetch(prefetch).items()).await;
        assert_eq!((found.len(), found[0].as_deref()), (2, Ok("a")));
        assert!(found[1].as_ref().unwrap_err().contains("404"));
    }
}

#[tokio::test]
async fn a_cursor_that_does_not_advance_is_an_error() {
    let server = Server::replies([ok(r#"{"data":[{"id":"a"}],"has_more":true,"next_page":"same"}"#)]).await;
    let found = ids(call(&server).pages().items()).await;
    assert_eq!(found.len(), 3);
    assert!(found[2].as_ref().unwrap_err().contains("\"same\""), "{found:?}");
    let page: Page<Agent> = call(&server).query("page", "same").page().await.unwrap();
    assert!(page.get_next_page().await.unwrap_err().is_decode());
}

#[tokio::test]
async fn a_list_that_runs_in_circles_is_an_error() {
    let server = Server::start(|n, _| {
        let cursor = ["x", "y", "z"][n % 3];
        ok(&format!(r#"{{"data":[{{"id":"a"}}],"has_more":true,"next_page":"{cursor}"}}"#))
    })
    .await;
    let found = ids(call(&server).pages().items()).await;
    assert_eq!(found.len(), 5);
    assert!(found[4].as_ref().unwrap_err().contains("\"x\""));
}

#[tokio::test]
async fn what_is_no_page_ends_the_list_with_an_error() {
    let server = Server::replies([ok(r#"{"items":[]}"#)]).await;
    let found = ids(call(&server).pages().items()).await;
    assert!(matches!(&found[..], [Err(message)] if message.contains("cannot be read")), "{found:?}");
}

#[tokio::test]
async fn a_cancelled_wait_loses_no_page() {
    let server = three_pages().await;
    let mut pages: RawPages = call(&server).raw_pages();
    let mut count = 0;
    loop {
        // Polled once and dropped, again and again: the request underway survives.
        match futures_util::FutureExt::now_or_never(pages.next()) {
            None => tokio::task::yield_now().await,
            Some(None) => break,
            Some(Some(page)) => {
                page.unwrap();
                count += 1;
            }
        }
    }
    assert_eq!(count, 3);
}

#[tokio::test]
async fn refused_arguments_are_an_error_of_the_list() {
    let server = Server::replies([Reply::SendAndClose(Vec::new())]).await;
    let found = ids(call(&server).query("page", "p").query("before_id", "b").pages().items()).await;
    assert!(matches!(&found[..], [Err(message)] if message.contains("`page` and `before_id`")), "{found:?}");
}
