//! What holds of every request, whatever it says. `fuzz/` looks for counterexamples as long as one likes; the tests
//! below try what `fuzz/corpus` keeps, and a little more.

use std::rc::Rc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::{Method, Request, Uri};
use http_body_util::{BodyExt as _, Full};
use tokio::task::LocalSet;

use crate::body::Kill;
use crate::service::{Service, Settings, serve};
use crate::spec::Spec;

/// The token that requests in the corpus carry.
pub const TOKEN: &str = "pt-fuzz";

/// Plays requests that NUL bytes separate, each a line `METHOD target`, lines `name: value`, an empty line and the
/// body. None may be answered by a failure of the emulator's own, and every refusal is the documented error body.
pub fn request(input: &[u8]) {
    let spec = Spec::embedded().expect("the description is sound");
    let settings = Settings { heartbeat: None };
    let origin = "http://127.0.0.1:1".to_owned();
    let service = Rc::new(Service::new(spec, TOKEN, origin, settings, Duration::ZERO));
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime can be made");
    LocalSet::new().block_on(&runtime, async {
        let mut steered = false;
        for request in input.split(|byte| *byte == 0).filter_map(read) {
            // Answers are what a test makes them, once it has said so.
            steered |= request.uri().path().starts_with("/_emulator/");
            play(&service, request, steered);
        }
    });
}

fn play(service: &Rc<Service>, request: Request<Full<Bytes>>, steered: bool) {
    let told = format!("{} {}", request.method(), request.uri());
    // What waits for something else to happen waits for ever here.
    let Some(Ok(answer)) = serve(Rc::clone(service), Kill::default(), request).now_or_never() else { return };
    let status = answer.status();
    if steered {
        return;
    }
    assert!(!status.is_server_error(), "{told}: {status}");
    if !status.is_client_error() {
        return;
    }
    let body =
        answer.into_body().collect().now_or_never().and_then(Result::ok).expect("a refusal has an end");
    let body: serde_json::Value = serde_json::from_slice(&body.to_bytes()).expect("a refusal is JSON");
    assert!(body["error"]["message"].is_string() && body["request_id"].is_string(), "{told}: {body}");
}

fn read(text: &[u8]) -> Option<Request<Full<Bytes>>> {
    let end = text.windows(2).position(|pair| pair == b"\n\n").unwrap_or(text.len());
    let mut lines = std::str::from_utf8(&text[..end]).ok()?.lines();
    let (method, target) = lines.next()?.split_once(' ')?;
    let mut request =
        Request::builder().method(method.parse::<Method>().ok()?).uri(target.parse::<Uri>().ok()?);
    for line in lines {
        let (name, value) = line.split_once(": ")?;
        request = request.header(name, value);
    }
    let body = text.get(end + 2..).unwrap_or_default();
    request.body(Full::new(Bytes::copy_from_slice(body))).ok()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use proptest::collection::vec;
    use proptest::prelude::*;

    #[test]
    fn request() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus/request");
        let mut kept: Vec<Vec<u8>> = Vec::new();
        for file in fs::read_dir(&folder).unwrap_or_else(|cause| panic!("{}: {cause}", folder.display())) {
            kept.push(fs::read(file.unwrap().path()).unwrap());
        }
        assert!(!kept.is_empty(), "{} is empty", folder.display());
        kept.iter().for_each(|input| super::request(input));
        // A kept request with some bytes changed.
        let changes = vec((any::<prop::sample::Index>(), any::<u8>()), 1..6);
        let config = ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() };
        proptest!(config, |(which in any::<prop::sample::Index>(), changes in changes)| {
            let mut input = which.get(&kept).clone();
            for (place, byte) in changes {
                let at = place.index(input.len());
                input[at] = byte;
            }
            super::request(&input);
        });
    }
}
