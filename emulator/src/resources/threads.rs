//! Threads of a session. The coordinator's is the session itself.

use super::{Handler, events, sessions};
use crate::call::Call;
use crate::page::{Window, write_json};
use crate::reply::{Failure, Outcome, Reply};
use crate::session::{Session, Thread};
use crate::state::State;
use crate::stream::Subscription;
use crate::timeline::Seen;

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("sessions.threads.list", list),
    ("sessions.threads.retrieve", retrieve),
    ("sessions.threads.archive", archive),
    ("sessions.threads.events.list", history),
    ("sessions.threads.events.stream", stream),
];

fn list(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let window = Window::of(call, "sthr_", true)?;
    let session = sessions::find(state, call.id(0))?;
    let main = (session.main_thread().to_owned(), session.status.name());
    window.select(&session.threads, |_| true).render(|body, thread| write_json(body, &view(thread, &main)))
}

fn retrieve(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let session = sessions::find(state, call.id(0))?;
    let main = (session.main_thread().to_owned(), session.status.name());
    Reply::ok(&view(find(session, call.id(1))?, &main))
}

/// The coordinator's thread does what the session does.
fn view(thread: &Thread, (main, status): &(String, &str)) -> crate::reply::Object {
    let mut view = thread.record.object.clone();
    if thread.record.id() == main {
        view.insert("status".into(), (*status).into());
    }
    view
}

fn archive(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let thread = find(sessions::find(state, call.id(0))?, call.id(1))?;
    if !thread.is_child() {
        return Err(Failure::wrong_state("The coordinator's thread cannot be archived."));
    }
    thread.record.archive(now);
    Reply::ok(&thread.record.object)
}

fn history(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let session = sessions::find(state, call.id(0))?;
    let child = find(session, call.id(1))?.is_child();
    let timeline = session.timeline.clone();
    let shown = |seen: &Seen| match seen {
        Seen::Session => !child,
        Seen::Thread(thread) => **thread == *call.id(1),
        Seen::Both(thread) => !child || **thread == *call.id(1),
    };
    events::page(call, timeline.borrow().slots(), shown)
}

/// Streams of threads carry no deltas, whatever is asked for.
fn stream(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let session = sessions::find(state, call.id(0))?;
    let child = find(session, call.id(1))?.is_child();
    let thread = child.then(|| call.id(1).to_owned());
    let subscription =
        Subscription::open(session.timeline.clone(), thread, &[], call.header("last-event-id"))?;
    Ok(Reply::Events(Box::new(subscription)))
}

fn find<'a>(session: &'a mut Session, id: &str) -> Result<&'a mut Thread, Failure> {
    session.threads.get_mut(id).ok_or_else(|| Failure::not_found("thread", id))
}
