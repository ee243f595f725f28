//! Following a turn to its end.

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use serde_json::Value;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::abandon::Abandoned;
use super::answer::Responder;
use super::send;
use super::state::{Meaning, Stop, ToolUse, Turn};
use super::{Arguments, Show};
use crate::call::Call;
use crate::client::Client;
use crate::error::{Error, Kind, Result};
use crate::generated::operations as ops;
use crate::pagination::RawPages;
use crate::procedure::{Dialogue, Step, written};
use crate::request::Request;
use crate::stream::events::{Batch, Events};
use crate::stream::frame::EventFrame;
use crate::stream::messages::{Messages, UpdateList};
use crate::stream::resume::frames;

/// Answers that are being worked on.
type Work = Pin<Box<dyn Future<Output = Result<Vec<(String, Value)>>> + Send>>;

/// Runs a turn: `sessions.run`.
pub(crate) async fn run(client: Client, arguments: Arguments, dialogue: Dialogue) -> Result<Bytes> {
    let slots = arguments.manner.slots();
    turn(&client, &arguments, &dialogue, None, slots).await
}

/// One turn; `index` says which of several.
pub(crate) async fn turn(
    client: &Client,
    arguments: &Arguments,
    dialogue: &Dialogue,
    index: Option<usize>,
    slots: Arc<Semaphore>,
) -> Result<Bytes> {
    arguments.manner.check()?;
    let input = arguments.input.events()?;
    let id = &arguments.session_id;
    let responder = Responder::new(client, id, &arguments.manner, dialogue, index, slots);
    let mut follower = Follower {
        client,
        arguments,
        dialogue,
        responder,
        turn: Turn::new(id),
        work: FuturesUnordered::new(),
        answers: HashMap::new(),
        messages: Messages::default(),
        abandoned: None,
    };
    let ended = match arguments.manner.limit()? {
        None => follower.follow(&input).await,
        Some(limit) => match timeout(limit, follower.follow(&input)).await {
            Ok(ended) => ended,
            Err(_) => {
                let message = format!("the turn did not end within {} s", limit.as_secs_f64());
                Err(Error::new(Kind::Timeout, message).hopeless())
            }
        },
    };
    let last = follower.turn.last_event_id().map(str::to_owned);
    let cancelled = match follower.abandoned.take() {
        Some(abandoned) if ended.is_err() => abandoned.cancel().await,
        Some(abandoned) => {
            abandoned.disarm();
            false
        }
        None => false,
    };
    ended.map_err(|error| explained(error, id, last, cancelled))
}

/// Which session, how far it came, and what is still going on there.
fn explained(error: Error, session_id: &str, last: Option<String>, cancelled: bool) -> Error {
    let last = last.or_else(|| error.last_event_id().map(str::to_owned));
    let note = match (cancelled, &last) {
        (true, _) => format!("The turn of session {session_id} was cancelled."),
        (false, Some(_)) => {
            format!(
                "The turn of session {session_id} may still run; its events go on after the last one seen."
            )
        }
        (false, None) => format!("Nothing of a turn of session {session_id} was seen."),
    };
    error.of(&ops::SESSIONS_EVENTS_STREAM).noting(&note).with_last_event_id(last.as_deref())
}

struct Follower<'a> {
    client: &'a Client,
    arguments: &'a Arguments,
    dialogue: &'a Dialogue,
    responder: Responder,
    turn: Turn,
    work: FuturesUnordered<Work>,
    /// What calls were answered with; no entry yet while a call is worked on.
    answers: HashMap<String, Option<Value>>,
    messages: Messages,
    abandoned: Option<Abandoned>,
}

impl Follower<'_> {
    async fn follow(&mut self, input: &[Value]) -> Result<Bytes> {
        let (client, id) = (self.client, &self.arguments.session_id);
        let mut events = self.open(None).await?;
        let manner = &self.arguments.manner;
        let abandoned = || manner.cancel_on_abort.then(|| Abandoned::new(client, id, self.dialogue));
        let sent = send::send(client, id, input, manner.busy, &mut events, abandoned).await?;
        self.turn.sent(sent.iter().cloned());
        self.abandoned = abandoned();
        let stop = loop {
            let work = !self.work.is_empty();
            let next = tokio::select! {
                biased;
                Some(done) = self.work.next(), if work => {
                    self.answers.extend(done?.into_iter().map(|(id, answer)| (id, Some(answer))));
                    continue;
                }
                next = events.next_frames(Events::MAX_BATCH) => next,
            };
            let Some(next) = next else {
                // An announced end says nothing of the turn; the next connection goes on behind it.
                let last = self.turn.last_event_id().or(sent.last().map(String::as_str)).map(str::to_owned);
                events = self.open(last).await?;
                continue;
            };
            if let Some(stop) = self.take(next?, sent.last()).await? {
                break stop;
            }
        };
        if !self.turn.knows_usage() {
            self.snapshot().await?;
        }
        written(&self.turn.outcome(&stop))
    }

    async fn open(&mut self, after: Option<String>) -> Result<Events> {
        let mut call = Call::new(self.client, &ops::SESSIONS_EVENTS_STREAM).path(&self.arguments.session_id);
        for kind in &self.arguments.manner.event_deltas {
            call = call.query("event_deltas[]", kind);
        }
        if let Some(id) = after {
            call = call.header("Last-Event-ID", id);
        }
        call.events().await
    }

    /// Takes what has come; says why the turn is over, once it is.
    async fn take(&mut self, frames: Vec<EventFrame>, sent: Option<&String>) -> Result<Option<Stop>> {
        let mut shown = Vec::with_capacity(frames.len());
        let mut stop = None;
        for frame in frames {
            let mut meaning = self.turn.take(frame, &mut shown);
            if meaning == Meaning::Unclear {
                meaning = self.clear(sent, &mut shown).await?;
            }
            match meaning {
                Meaning::On | Meaning::Unclear => {}
                Meaning::Over(reason) => stop = Some(reason),
                Meaning::Pending(ids) => {
                    if self.pending(&ids).await? {
                        stop = Some(Stop::requires_action(ids));
                    }
                }
            }
            if stop.is_some() {
                break;
            }
        }
        self.show(&shown).await;
        Ok(stop)
    }

    /// The session is idle, and the stream has not shown what was sent: history says whether that was this turn.
    async fn clear(&mut self, sent: Option<&String>, shown: &mut Vec<EventFrame>) -> Result<Meaning> {
        let Some(sent) = sent else { return Ok(Meaning::On) };
        let mut pages = self.history(&[("after_id", sent)]);
        let mut since = Vec::new();
        while let Some(page) = pages.next().await {
            since.extend(frames(&page?.body));
        }
        if !since.iter().any(|frame| frame.event() == "session.status_idle") {
            return Ok(Meaning::On);
        }
        self.turn.begin();
        let mut last = Meaning::On;
        for frame in since {
            match self.turn.take(frame, shown) {
                Meaning::On => {}
                meaning => last = meaning,
            }
        }
        Ok(last)
    }

    /// Sees to the calls that the session waits for; true when that is the caller's business.
    async fn pending(&mut self, ids: &[String]) -> Result<bool> {
        if ids.iter().any(|id| self.turn.call(id).is_none()) {
            self.look_up(ids).await?;
        }
        let (mut calls, mut again) = (Vec::<ToolUse>::new(), Vec::new());
        for id in ids {
            match (self.answers.get(id), self.turn.call(id)) {
                (Some(None), _) => {}
                (Some(Some(answer)), _) => again.push(answer.clone()),
                (None, Some(call)) if self.responder.leaves(call) => return Ok(true),
                (None, Some(call)) if call.is_ours() => calls.push(call.clone()),
                // A built-in tool that a worker of the environment runs; or a call that nobody knows.
                (None, _) => {}
            }
        }
        if !calls.is_empty() {
            self.answers.extend(calls.iter().map(|call| (call.id.clone(), None)));
            self.work.push(Box::pin(self.responder.clone().answer(calls)));
        }
        if !again.is_empty() {
            self.work.push(Box::pin(self.responder.clone().repeat(again)));
        }
        Ok(false)
    }

    /// Finds calls in history that the stream has not shown.
    async fn look_up(&mut self, ids: &[String]) -> Result<()> {
        const TOOL_USES: [(&str, &str); 4] = [
            ("order", "desc"),
            ("types[]", "agent.custom_tool_use"),
            ("types[]", "agent.tool_use"),
            ("types[]", "agent.mcp_tool_use"),
        ];
        let mut pages = self.history(&TOOL_USES);
        while let Some(page) = pages.next().await {
            for frame in frames(&page?.body) {
                if frame.id().is_some_and(|id| ids.iter().any(|wanted| wanted == id)) {
                    self.turn.called(&frame);
                }
            }
            if ids.iter().all(|id| self.turn.call(id).is_some()) {
                break;
            }
        }
        Ok(())
    }

    fn history(&self, query: &[(&'static str, &str)]) -> RawPages {
        let mut request = Request::new(&ops::SESSIONS_EVENTS_LIST);
        request.path.push(self.arguments.session_id.clone());
        request.query.push(("limit".into(), "100".into()));
        request.query.extend(query.iter().map(|(name, value)| ((*name).into(), (*value).to_owned())));
        RawPages::new(self.client.clone(), request)
    }

    async fn show(&mut self, frames: &[EventFrame]) {
        let batch = match self.arguments.manner.show {
            Show::Nothing => None,
            Show::Events => Batch::of(frames),
            Show::Messages => {
                let mut updates = UpdateList::default();
                frames.iter().for_each(|frame| self.messages.take(frame, |update| updates.push(&update)));
                (updates.count > 0).then(|| updates.batch(self.turn.last_event_id()))
            }
        };
        if let Some(batch) = batch {
            self.dialogue.tell(Step::Events(batch)).await;
        }
    }

    /// Asks the session what it has cost, since no event said so.
    async fn snapshot(&mut self) -> Result<()> {
        let call = Call::new(self.client, &ops::SESSIONS_RETRIEVE).path(&self.arguments.session_id);
        match call.raw().await {
            Ok(session) => self.turn.session(&session.body),
            // A deleted session cannot be asked any more.
            Err(error) if error.is_not_found() => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }
}
