//! Whatever arrives, the emulator answers and lives on.

use proptest::prelude::*;

use crate::support::{Answer, Api, request};

thread_local! {
    static API: (Api, String) = {
        let api = Api::start();
        let session = api.session();
        (api, session)
    };
}

/// Sends, and sees to it that the emulator still answers.
fn survive(method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Option<Answer> {
    API.with(|(api, session)| {
        let target = format!("/api/v1/cloud{}", path.replace("SESSION", session));
        let mut all = vec![("authorization", "Bearer pt-test")];
        all.extend_from_slice(headers);
        let answer = api.raw(&request(method, &target, &all, body)).ok();
        assert_eq!(api.get("/models").status, 200);
        answer
    })
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..256)) {
        API.with(|(api, _)| {
            let _ = api.raw(&[&bytes, b"\r\n\r\n".as_slice()].concat());
            assert_eq!(api.get("/models").status, 200);
        });
    }

    #[test]
    fn any_query(name in "[a-z_\\[\\]%]{0,12}", value in any::<String>()) {
        let path = format!("/sessions?{name}={}&limit={}&=&&", encoded(&value), encoded(&value));
        prop_assert!(survive("GET", &path, &[], b"").is_some_and(|answer| answer.status < 500));
    }

    #[test]
    fn any_cursor(cursor in any::<String>(), name in "page|after_id|before_id") {
        for list in ["agents", "sessions/SESSION/events", "models"] {
            for prefix in ["", "agent_", "evt_"] {
                let path = format!("/{list}?{name}={prefix}{}", encoded(&cursor));
                prop_assert!(survive("GET", &path, &[], b"").is_some_and(|answer| answer.status < 500));
            }
        }
    }

    #[test]
    fn any_last_event_id(id in "[ -~]{0,40}") {
        let answer = survive("GET", "/sessions/SESSION/events/stream", &[("last-event-id", &format!("x{id}"))], b"");
        prop_assert!(answer.is_some_and(|answer| answer.status == 400));
    }

    #[test]
    fn any_json(body in json(), path in "/agents|/sessions|/sessions/SESSION/events|/deployments|/environments|/vaults") {
        prop_assert!(survive("POST", &path, &[], body.as_bytes()).is_some_and(|answer| answer.status < 500));
    }

    #[test]
    fn any_text_as_json(body in any::<Vec<u8>>()) {
        prop_assert!(survive("POST", "/agents", &[], &body).is_some_and(|answer| answer.status == 400));
    }

    #[test]
    fn any_multipart(body in any::<Vec<u8>>(), boundary in "[ -~]{0,20}", path in "/files|/skills") {
        let kind = format!("multipart/form-data; boundary={boundary}");
        let framed = [format!("--{boundary}\r\n").as_bytes(), &body, format!("\r\n--{boundary}--\r\n").as_bytes()].concat();
        for body in [&body, &framed] {
            prop_assert!(survive("POST", &path, &[("content-type", &kind)], body).is_some_and(|answer| answer.status < 500));
        }
    }

    #[test]
    fn any_path(path in "(/[a-z%0-9.]{0,8}){0,5}") {
        prop_assert!(survive("GET", &path, &[], b"").is_some_and(|answer| answer.status < 500));
    }

    #[test]
    fn any_control(body in json(), door in "faults|scripts|release|clock|settings|tokens") {
        let request = request("POST", &format!("/_emulator/{door}"), &[], body.as_bytes());
        let api = Api::start();
        prop_assert!(api.raw(&request).is_ok_and(|answer| answer.status < 500));
    }
}

/// JSON that looks a little like requests.
fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|value| value.to_string()),
        any::<i64>().prop_map(|value| value.to_string()),
        "[a-z_.]{0,12}".prop_map(|text| format!("{text:?}")),
        Just("\"user.message\"".to_owned()),
    ];
    let names = "name|model|agent|events|type|content|tools|config|metadata|auth|initial_events|steps|match|action|advance_ms";
    leaf.prop_recursive(4, 32, 4, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(","))),
            proptest::collection::vec((names, inner), 0..5).prop_map(|members| {
                let members: Vec<String> =
                    members.iter().map(|(name, value)| format!("{name:?}:{value}")).collect();
                format!("{{{}}}", members.join(","))
            }),
        ]
    })
}
