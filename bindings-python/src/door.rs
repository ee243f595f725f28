//! The one door between Python and the runtime: releasing the interpreter, Ctrl-C, cancellation, panics and
//! errors are dealt with here for every call.

use std::cell::Cell;
use std::panic::AssertUnwindSafe;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use pyo3::prelude::*;
use qoder_cloud::{Error, ErrorInfo, runtime};

use crate::completions::{Call, Completions};
use crate::logs;
use crate::meter::{self, Meter};
use crate::outcome::Outcome;
use crate::token::{self, Mailbox, Provider};

/// How often the main thread looks for signals while it waits.
const TICK: Duration = Duration::from_millis(50);

/// Where an outcome goes: back to the waiting caller (`None`), or to a future of an event loop.
pub type Target = Option<(Py<Completions>, Py<PyAny>)>;

type Work<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

/// What the caller of the core brings along. Only threads of Python touch it.
#[derive(Default)]
pub struct Caller {
    /// Who knows the token.
    pub provider: Provider,
    /// Who is told of the progress.
    pub meter: Option<Meter>,
}

impl Caller {
    /// Another reference to the same.
    pub fn share(&self, py: Python<'_>) -> Self {
        Caller { provider: token::share(py, &self.provider), meter: self.meter.clone() }
    }

    /// Says how far the call is.
    pub fn report(&self, py: Python<'_>) -> PyResult<()> {
        self.meter.as_ref().map_or(Ok(()), |meter| meter.report(py))
    }
}

/// Runs `work`. A waiting caller gets its outcome, an event loop a ticket for cancelling it.
pub fn enter<T: Outcome>(
    py: Python<'_>,
    target: Target,
    caller: Caller,
    work: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> PyResult<Py<PyAny>> {
    let journal = logs::journal(py)?;
    // On the heap first: each wrapper of a future would copy it, and double it.
    let work: Work<T> = Box::pin(work);
    let work = logs::collecting(journal.clone(), guarded(work));
    match target {
        None => {
            let outcome = wait(py, &caller, work)?;
            if let Some(journal) = journal {
                journal.deliver(py)?;
            }
            Ok(outcome)
        }
        Some((completions, future)) => {
            let call = Call { future: Some(future), caller, journal };
            let ticket = completions.get().start(call, work)?;
            Ok(ticket.into_pyobject(py)?.unbind().into_any())
        }
    }
}

/// Turns errors and panics into plain data.
pub async fn guarded<T>(work: impl Future<Output = Result<T, Error>>) -> Result<T, ErrorInfo> {
    match AssertUnwindSafe(work).catch_unwind().await {
        Ok(done) => done.map_err(|error| error.info()),
        Err(panic) => {
            let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
            let text = text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
            Err(failure("internal", format!("a defect of this library, please report it: {text}")))
        }
    }
}

/// Waits on the caller's thread, the interpreter released. Leaving early drops the work, which ends it on the wire.
fn wait<T: Outcome>(
    py: Python<'_>,
    caller: &Caller,
    work: impl Future<Output = Result<T, ErrorInfo>> + Send,
) -> PyResult<Py<PyAny>> {
    let handle = match runtime::handle() {
        Ok(handle) => handle,
        Err(error) => return error.info().into_python(py, caller),
    };
    let signals = is_main_thread(py)?;
    let mailbox = caller.provider.as_ref().map(|_| Arc::new(Mailbox::default()));
    let progress = caller.meter.as_ref().map(Meter::progress);
    let mut work = pin!(token::asking(mailbox.clone(), work));
    loop {
        let tick =
            async { if signals { tokio::time::sleep(TICK).await } else { std::future::pending().await } };
        let question = async {
            match &mailbox {
                Some(mailbox) => mailbox.question().await,
                None => std::future::pending().await,
            }
        };
        let step = py.detach(|| {
            handle.block_on(async {
                tokio::select! {
                    biased;
                    done = work.as_mut() => Step::Done(done.map_err(Box::new)),
                    reply = question => Step::Asked(reply),
                    () = meter::moved(progress.as_ref()) => Step::Moved,
                    () = tick => Step::Tick,
                }
            })
        });
        match step {
            Step::Done(Ok(outcome)) => {
                caller.report(py)?;
                return outcome.into_python(py, caller);
            }
            Step::Done(Err(info)) => return info.into_python(py, caller),
            Step::Asked(reply) => token::ask(py, &caller.provider, reply)?,
            Step::Moved => caller.report(py)?,
            Step::Tick => py.check_signals()?,
        }
    }
}

enum Step<T> {
    Done(Result<T, Box<ErrorInfo>>),
    Asked(token::Reply),
    Moved,
    Tick,
}

/// Only the main thread of Python receives signals.
fn is_main_thread(py: Python<'_>) -> PyResult<bool> {
    thread_local! {
        static KNOWN: Cell<Option<(u64, bool)>> = const { Cell::new(None) };
    }
    let generation = runtime::generation();
    if let Some((known, main)) = KNOWN.get()
        && known == generation
    {
        return Ok(main);
    }
    let threading = py.import("threading")?;
    let main =
        threading.call_method0("main_thread")?.getattr("ident")?.eq(threading.call_method0("get_ident")?)?;
    KNOWN.set(Some((generation, main)));
    Ok(main)
}

/// An error that arose here rather than in the core.
pub fn failure(kind: &'static str, message: impl Into<String>) -> ErrorInfo {
    ErrorInfo {
        kind,
        message: message.into(),
        operation: None,
        status: None,
        r#type: None,
        code: None,
        param: None,
        request_id: None,
        headers: Vec::new(),
        body: None,
        retry_after: None,
        attempts: 0,
        elapsed: 0.0,
        causes: Vec::new(),
        last_event_id: None,
    }
}
