//! The runner notices what it is there to notice: scenarios that are wrong in one way each.

use qoder_cloud_tests::{player, scenario};

const WRONG: &str = r#"
name: returns
rule: "name: expected \"b\", found \"a\""
when: [{ call: agents.create, with: { name: a, model: auto }, returns: { name: b } }]
---
name: does not fail
rule: should have raised
when: [{ call: agents.create, with: { name: a, model: auto }, raises: { class: ConflictError } }]
---
name: fails
rule: "404"
when: [{ call: agents.retrieve, with: { agent_id: agent_missing } }]
---
name: fails otherwise
rule: "class: expected \"ConflictError\", found \"NotFoundError\""
when: [{ call: agents.retrieve, with: { agent_id: agent_missing }, raises: { class: ConflictError } }]
---
name: says something else
rule: the message does not contain
when: [{ call: agents.retrieve, with: { agent_id: agent_missing }, raises: { message_contains: banana } }]
---
name: was not sent
rule: was not sent
when: [{ call: agents.list }]
sent: [{ POST: /agents }]
---
name: was sent twice
rule: was sent 2 times, not 1
when: [{ call: agents.list, times: 2 }]
sent: [{ GET: /agents, count: 1 }]
---
name: another body
rule: "body: model: not expected"
when: [{ call: agents.create, with: { name: a, model: auto } }]
sent: [{ POST: /agents, body: { name: a } }]
---
name: another query
rule: "query: limit: expected \"3\", found \"2\""
when: [{ call: agents.list, with: { limit: 2 } }]
sent: [{ GET: /agents, query: { limit: "3" } }]
---
name: another key
rule: the idempotency key changed
when: [{ call: agents.create, with: { name: a, model: auto }, times: 2 }]
sent: [{ POST: /agents, count: 2, idempotency_key: same }]
---
name: no such argument
rule: the method has no argument
when: [{ call: agents.list, with: { colour: red } }]
---
name: unresolved
rule: nothing is kept as `agent`
when: [{ call: agents.retrieve, with: { agent_id: $agent.id } }]
---
name: items
rule: "items: expected 2 items"
given: [{ call: agents.create, with: { name: a, model: auto } }]
when: [{ call: agents.list, collect: true, returns: { items: [{ name: a }, { name: b }] } }]
---
name: an event that does not come
rule: did not come in its place
given:
  - { call: agents.create, with: { name: a, model: auto }, as: agent }
  - { call: environments.create, with: { name: e }, as: environment }
  - { call: sessions.create, with: { agent: $agent.id, environment_id: $environment.id }, as: session }
when:
  - { call: sessions.events.stream, with: { session_id: $session.id }, as: live }
  - { call: sessions.events.send, with: { session_id: $session.id, events: [{ type: user.message, content: [{ type: text, text: hello }] }] } }
  - { read: live, until: session.status_idle, events: [{ type: agent.message }, { type: agent.thinking }] }
---
name: a fault the emulator does not know
rule: faults
faults: [{ action: { explode: true } }]
when: []
"#;

#[tokio::test(flavor = "multi_thread")]
async fn every_wrong_scenario_fails_for_its_reason() {
    let wrong = scenario::parse(WRONG, "wrong").expect("they are wrong, but can be read");
    assert_eq!(wrong.len(), 15);
    for scenario in wrong {
        let told = player::play(&scenario).await.expect_err(&scenario.name);
        assert!(told.contains(&scenario.rule), "{}: {told}", scenario.name);
    }
}
