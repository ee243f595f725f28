//! The one door between Python and the runtime: releasing the interpreter, Ctrl-C, cancellation, panics and
//! errors are dealt with here for every call.

use std::cell::Cell;
use std::panic::AssertUnwindSafe;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::FutureExt;
use futures_util::future::Either;
use pyo3::prelude::*;
use qoder_cloud::{Error, ErrorInfo, runtime};
use tokio::task::AbortHandle;

use crate::completions::{Call, Completions};
use crate::logs;
use crate::meter::{self, Meter};
use crate::outcome::Outcome;
use crate::token::{self, Mailbox, Provider};

/// Where an outcome goes: back to the waiting caller (`None`), or to a future of an event loop.
pub type Target = Option<(Py<Completions>, Py<PyAny>)>;

/// Work whose outcome waits for the interpreter. Its type is forgotten, so that all that deals with it is compiled once.
pub type Work = Pin<Box<dyn Future<Output = Result<Finish, ErrorInfo>> + Send>>;

/// Makes an outcome a Python object.
pub type Finish = Box<dyn FnOnce(Python<'_>, &Caller) -> PyResult<Py<PyAny>> + Send>;

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
    let work = async move {
        let outcome = guarded(work).await?;
        Ok(Box::new(|py: Python<'_>, caller: &Caller| outcome.into_python(py, caller)) as Finish)
    };
    // On the heap first: each wrapper of a future would copy it, and double it.
    begin(py, target, caller, Box::pin(work), T::WHOLE)
}

fn begin(py: Python<'_>, target: Target, caller: Caller, work: Work, whole: bool) -> PyResult<Py<PyAny>> {
    let journal = logs::journal(py)?;
    let work = match &journal {
        Some(_) => Box::pin(logs::collecting(journal.clone(), work)),
        None => work,
    };
    match target {
        None => {
            let outcome = wait(py, &caller, work, whole)?;
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
fn wait(py: Python<'_>, caller: &Caller, work: Work, whole: bool) -> PyResult<Py<PyAny>> {
    let (_waiting, crowd) = Waiting::begin();
    // It looks for signals now and then.
    let main = is_main_thread(py)?;
    let mailbox = caller.provider.as_ref().map(|_| Arc::new(Mailbox::default()));
    let progress = caller.meter.as_ref().map(Meter::progress);
    let work = token::asking(mailbox.clone(), work);
    let mut work = pin!(if whole && crowd { Either::Left(elsewhere(work)) } else { Either::Right(work) });
    loop {
        let question = async {
            match &mailbox {
                Some(mailbox) => mailbox.question().await,
                None => std::future::pending().await,
            }
        };
        let step = async {
            tokio::select! {
                biased;
                done = work.as_mut() => Step::Done(done.map_err(Box::new)),
                reply = question => Step::Asked(reply),
                () = meter::moved(progress.as_ref()) => Step::Moved,
            }
        };
        let step = py.detach(|| match main {
            true => runtime::block_a_moment(pin!(step)),
            false => runtime::block_on(step).map(Some),
        });
        match step {
            Ok(Some(Step::Done(Ok(finish)))) => {
                caller.report(py)?;
                return finish(py, caller);
            }
            Ok(Some(Step::Done(Err(info)))) => return info.into_python(py, caller),
            Ok(Some(Step::Asked(reply))) => token::ask(py, &caller.provider, reply)?,
            Ok(Some(Step::Moved)) => caller.report(py)?,
            Ok(None) => py.check_signals()?,
            Err(error) => return error.info().into_python(py, caller),
        }
    }
}

/// Threads that wait at the same time. A child that is forked meanwhile counts its parent's too, and is slower for it.
struct Waiting;

impl Waiting {
    /// Begins a wait; whether others have begun one before.
    fn begin() -> (Self, bool) {
        (Waiting, WAITING.fetch_add(1, Ordering::Relaxed) > 0)
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        WAITING.fetch_sub(1, Ordering::Relaxed);
    }
}

static WAITING: AtomicUsize = AtomicUsize::new(0);

/// Does work on the runtime's own thread. A thread that is alone is quicker by itself, but each of several would be woken
/// for every step, by a worker that each of them wakes.
async fn elsewhere(
    work: impl Future<Output = Result<Finish, ErrorInfo>> + Send + 'static,
) -> Result<Finish, ErrorInfo> {
    struct Task(AbortHandle);

    impl Drop for Task {
        fn drop(&mut self) {
            self.0.abort();
        }
    }

    let task = runtime::spawn(work).map_err(|error| error.info())?;
    let _ends_with_the_wait = Task(task.abort_handle());
    match task.await {
        Ok(done) => done,
        Err(lost) => Err(failure("internal", format!("a call was lost: {lost}"))),
    }
}

enum Step {
    Done(Result<Finish, Box<ErrorInfo>>),
    Asked(token::Reply),
    Moved,
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
