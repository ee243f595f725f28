//! Whatever the server sends comes back when it is written again.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Field, Secret};
use crate::types::*;

/// Reads a `T` and writes it again.
fn again<T: serde::de::DeserializeOwned + serde::Serialize>(value: &Value) -> Value {
    let read: T = serde_json::from_str(&value.to_string()).expect("reads");
    serde_json::to_value(read).expect("writes")
}

#[test]
fn unknown_members_are_kept_and_written_back() {
    let sent = json!({ "type": "text", "text": "hi", "mood": { "colour": "blue" } });
    let block: TextBlock = serde_json::from_value(sent.clone()).unwrap();
    assert_eq!(block.text, "hi");
    assert_eq!(block.extra.get("mood"), Some(&json!({ "colour": "blue" })));
    assert_eq!(again::<TextBlock>(&sent), sent);
}

#[test]
fn an_unknown_string_is_kept() {
    let status: SessionStatus = serde_json::from_value(json!("hibernating")).unwrap();
    assert_eq!(status, SessionStatus::Other("hibernating".into()));
    assert_eq!(serde_json::to_value(status).unwrap(), "hibernating");
}

#[test]
fn an_unknown_kind_is_kept_whole() {
    let sent = json!({ "id": "evt_1", "type": "agent.sang", "song": [1, 2.5, null] });
    let event: SessionEvent = serde_json::from_value(sent.clone()).unwrap();
    assert_eq!(event.tag(), "agent.sang");
    assert_eq!(again::<SessionEvent>(&sent), sent);
}

#[test]
fn a_tag_that_is_no_string_is_no_failure() {
    for tag in [json!(7), json!(null), json!(true), json!({ "a": 1 }), json!([1]), json!(1.5), json!(-1)] {
        let sent = json!({ "id": "evt_1", "type": tag, "more": "x" });
        assert_eq!(again::<SessionEvent>(&sent), sent);
    }
    assert_eq!(again::<SessionEvent>(&json!({ "id": "evt_1" })), json!({ "id": "evt_1" }));
}

#[test]
fn a_tag_with_another_value_than_expected_is_kept() {
    let sent = json!({ "type": "agent_v2", "id": "agent_1" });
    let agent: Agent = serde_json::from_value(sent).unwrap();
    assert_eq!(serde_json::to_value(&agent).unwrap()["type"], "agent_v2");
}

#[test]
fn required_members_may_be_missing_or_null() {
    let agent: Agent = serde_json::from_value(json!({ "id": null, "tools": null })).unwrap();
    assert_eq!((agent.id.as_str(), agent.tools.len(), agent.version), ("", 0, 0));
}

#[test]
fn absent_null_and_value_differ_in_requests() {
    let mut body = AgentUpdateParams { version: 3, ..Default::default() };
    assert_eq!(serde_json::to_value(&body).unwrap(), json!({ "version": 3 }));
    body.system = None.into();
    body.name = "b".into();
    assert_eq!(serde_json::to_value(&body).unwrap(), json!({ "version": 3, "name": "b", "system": null }));
    body.tools = Field::Value(vec![]);
    assert_eq!(serde_json::to_value(&body).unwrap()["tools"], json!([]));
}

#[test]
fn the_forms_of_a_value_are_told_apart() {
    assert_eq!(ModelSpec::from("auto"), serde_json::from_value(json!("auto")).unwrap());
    let tuned: ModelSpec = serde_json::from_value(json!({ "id": "ultimate", "effort": "high" })).unwrap();
    assert!(matches!(tuned, ModelSpec::ModelConfig(ref config) if config.id == "ultimate"));
    let number: ModelSpec = serde_json::from_value(json!(7)).unwrap();
    assert_eq!(number, ModelSpec::Unknown(json!(7)));
}

#[test]
fn secrets_are_sent_and_never_printed() {
    let auth = StaticBearerParams::new("https://mcp.example.com", "hunter2");
    assert_eq!(serde_json::to_value(&auth).unwrap()["token"], "hunter2");
    assert!(!format!("{auth:?}").contains("hunter2"));
    assert_eq!(Secret::from("a"), Secret::from("a"));
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-z\"\\\\\u{e9}]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec(("[a-z]{1,5}", inner), 0..4)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

proptest! {
    /// The tag may stand anywhere, and members nobody knows may stand around it.
    #[test]
    fn the_place_of_the_tag_does_not_matter(extra in prop::collection::vec(("x_[a-z]{1,4}", any_json()), 0..5), place in 0usize..8) {
        let mut members: Vec<(String, Value)> = vec![
            ("id".into(), json!("evt_1")),
            ("content".into(), json!([{ "text": "hi", "type": "text" }])),
        ];
        members.extend(extra);
        members.insert(place.min(members.len()), ("type".into(), json!("agent.message")));
        let sent = Value::Object(members.into_iter().collect());
        let event: SessionEvent = serde_json::from_str(&sent.to_string()).unwrap();
        prop_assert!(matches!(&event, SessionEvent::AgentMessage(message) if message.id == "evt_1"));
        prop_assert_eq!(serde_json::to_value(&event).unwrap(), sent);
    }
}
