//! How outcomes reach an event loop: tasks push plain data, the loop's own thread takes it.

use std::collections::{HashMap, VecDeque};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::IntoPyDict;
use pyo3::{PyTraverseError, PyVisit, intern};
use qoder_cloud::{ErrorInfo, runtime};
use tokio::task::AbortHandle;

use crate::door::{Caller, Finish, Work};
use crate::logs::Journal;
use crate::meter::{self, Meter};
use crate::outcome::Outcome;
use crate::pump::{Ahead, Reader};
use crate::token::{self, Mailbox, Reply};

/// What a task leaves for the loop.
enum Message {
    /// What was waited for has happened.
    Woken,
    /// Its outcome, to be made a Python object by the loop's thread.
    Done(Result<Finish, Box<ErrorInfo>>),
    /// A question for a token.
    Asked(Reply),
    /// Bytes that have moved.
    Moved,
}

/// The messages for one loop, and what wakes it.
pub struct Queue {
    messages: Mutex<Vec<(u64, Message)>>,
    ready: Condvar,
    #[cfg(unix)]
    waker: Option<wake::Waker>,
}

impl Queue {
    fn push(&self, ticket: u64, message: Message) {
        let mut messages = lock(&self.messages);
        let first = messages.is_empty();
        messages.push((ticket, message));
        drop(messages);
        // Whoever finds the queue empty wakes the loop; the rest is taken in the same go.
        if first {
            #[cfg(unix)]
            if let Some(waker) = &self.waker {
                return waker.wake();
            }
            self.ready.notify_one();
        }
    }

    /// Has the loop drain, though there may be nothing.
    fn hint(&self) {
        #[cfg(unix)]
        if let Some(waker) = &self.waker {
            return waker.wake();
        }
        self.push(NOBODY, Message::Woken);
    }

    fn take_back_the_hint(&self) {
        #[cfg(unix)]
        if let Some(waker) = &self.waker {
            waker.clear();
            // What has come meanwhile has woken the loop by the same means.
            if !lock(&self.messages).is_empty() {
                waker.wake();
            }
        }
    }

    /// Leaves a question of the task with this ticket.
    pub fn ask(&self, ticket: u64, reply: Reply) {
        self.push(ticket, Message::Asked(reply));
    }
}

/// Somebody on a loop who waits for something other than a task; they are told even if it is given up.
pub struct Waiter {
    queue: Arc<Queue>,
    ticket: u64,
}

impl Waiter {
    /// What the place is known by where they wait.
    pub fn ticket(&self) -> u64 {
        self.ticket
    }

    /// Tells them that it has happened, as its drop does.
    pub fn wake(self) {}
}

impl Drop for Waiter {
    fn drop(&mut self) {
        self.queue.push(self.ticket, Message::Woken);
    }
}

/// Whom a call is for.
#[derive(Default)]
pub struct Call {
    /// Who waits for its end.
    pub future: Option<Py<PyAny>>,
    /// What they brought along.
    pub caller: Caller,
    /// Where its records go.
    pub journal: Option<Arc<Journal>>,
}

/// Tickets are numbers in a row, and their own hash.
#[derive(Default)]
struct Ticket(u64);

impl Hasher for Ticket {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write_u64(&mut self, ticket: u64) {
        // The table tells entries apart by the topmost bits, which count too slowly.
        self.0 = ticket | ticket << 57;
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash.rotate_left(8) ^ u64::from(*byte));
    }
}

type Flights = HashMap<u64, Flight, BuildHasherDefault<Ticket>>;

/// The ticket of none.
const NOBODY: u64 = 0;

/// What a ticket stands for.
enum Flight {
    /// A call, and what does it.
    Call(Call, AbortHandle),
    /// A reader who waits for what comes next.
    Wait(Py<Ahead>),
}

impl Flight {
    fn call(&self) -> Option<&Call> {
        match self {
            Flight::Call(call, _) => Some(call),
            Flight::Wait(_) => None,
        }
    }

    fn task(self) -> Option<AbortHandle> {
        match self {
            Flight::Call(_, task) => Some(task),
            Flight::Wait(_) => None,
        }
    }
}

/// Who can go on.
#[derive(Default)]
struct Woken {
    readers: VecDeque<Reader>,
    /// Whether the loop has been told.
    scheduled: bool,
}

/// What is in flight for one event loop.
#[pyclass(frozen, weakref, module = "qoder_cloud._native")]
pub struct Completions {
    pub event_loop: Py<PyAny>,
    /// A future of the loop that is done.
    done: Py<PyAny>,
    /// `Context.run`, to be given the context: bound to each, it would be an object more for every event.
    run: Py<PyAny>,
    debug: bool,
    woken: Mutex<Woken>,
    queue: Arc<Queue>,
    flights: Mutex<(u64, Flights)>,
    generation: u64,
}

#[pymethods]
impl Completions {
    /// With `pollable`, `fileno()` becomes readable when there is something to drain; else a thread has to `wait`.
    #[new]
    fn new(event_loop: Bound<'_, PyAny>, pollable: bool) -> PyResult<Self> {
        #[cfg(unix)]
        let waker = if pollable { Some(wake::Waker::new()?) } else { None };
        #[cfg(not(unix))]
        let _ = pollable;
        let queue = Queue {
            messages: Mutex::default(),
            ready: Condvar::new(),
            #[cfg(unix)]
            waker,
        };
        let debug = event_loop.call_method0("get_debug")?.is_truthy()?;
        let done = event_loop.call_method0("create_future")?;
        done.call_method1("set_result", (event_loop.py().None(),))?;
        let run = event_loop.py().import("contextvars")?.getattr("Context")?.getattr("run")?;
        Ok(Completions {
            done: done.unbind(),
            run: run.unbind(),
            event_loop: event_loop.unbind(),
            debug,
            woken: Mutex::default(),
            queue: Arc::new(queue),
            flights: Mutex::default(),
            generation: runtime::generation(),
        })
    }

    /// The descriptor to watch.
    #[cfg(unix)]
    fn fileno(&self) -> PyResult<i32> {
        let waker = self.queue.waker.as_ref();
        waker
            .map(wake::Waker::fileno)
            .ok_or_else(|| pyo3::exceptions::PyOSError::new_err("this queue is not pollable"))
    }

    /// Whether the process has not forked since.
    pub fn usable(&self) -> bool {
        self.generation == runtime::generation()
    }

    /// Blocks until there is something to drain.
    fn wait(&self, py: Python<'_>) {
        let queue = self.queue.clone();
        py.detach(move || {
            let messages = lock(&queue.messages);
            drop(queue.ready.wait_while(messages, |messages| messages.is_empty()));
        });
    }

    /// Hands every outcome to its future. Runs on the loop's thread.
    fn drain(slf: &Bound<'_, Self>) -> PyResult<()> {
        let (py, queue) = (slf.py(), &slf.get().queue);
        #[cfg(unix)]
        if let Some(waker) = &queue.waker {
            waker.clear();
        }
        let messages = std::mem::take(&mut *lock(&queue.messages));
        for (ticket, message) in messages {
            // One outcome that cannot be delivered must not take the others with it.
            if let Err(error) = slf.get().deliver(py, ticket, message) {
                error.write_unraisable(py, None);
            }
        }
        Self::resume_soon(slf)
    }

    /// Lets the tasks go on that have been woken: in one step of the loop for all of them, as one each would be much of what
    /// an event costs.
    fn resume(slf: &Bound<'_, Self>) -> PyResult<()> {
        let (py, this) = (slf.py(), slf.get());
        lock(&this.woken).scheduled = false;
        let mut hinted = false;
        while let Some((reader, more)) = this.next_woken() {
            if more && !hinted {
                // The task may run the loop within itself, which then sees to the others.
                this.queue.hint();
                hinted = true;
            }
            let Reader { callback, context, .. } = reader;
            if let Err(leaving) = this.run.call1(py, (context, callback, &this.done)) {
                Self::resume_soon(slf)?;
                return Err(leaving);
            }
        }
        if hinted {
            this.queue.take_back_the_hint();
        }
        Ok(())
    }

    /// Ends a call on the wire and forgets it.
    pub fn abort(&self, ticket: u64) {
        // Bound first, so that nothing of Python is dropped while the lock is held.
        let flight = lock(&self.flights).1.remove(&ticket);
        if let Some(task) = flight.and_then(Flight::task) {
            task.abort();
        }
    }

    /// How much is in flight.
    fn __len__(&self) -> usize {
        lock(&self.flights).1.len()
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        visit.call(&self.event_loop)?;
        visit.call(&self.done)?;
        let Ok(woken) = self.woken.try_lock() else { return Ok(()) };
        for reader in &woken.readers {
            reader.traverse(&visit)?;
        }
        let Ok(flights) = self.flights.try_lock() else { return Ok(()) };
        for flight in flights.1.values() {
            match flight {
                Flight::Call(call, _) => {
                    visit.call(&call.future)?;
                    visit.call(&call.caller.provider)?;
                }
                Flight::Wait(ahead) => visit.call(ahead)?,
            }
        }
        Ok(())
    }
}

impl Completions {
    fn deliver(&self, py: Python<'_>, ticket: u64, message: Message) -> PyResult<()> {
        match message {
            Message::Woken => {
                // If they have not left.
                let Some(Flight::Wait(ahead)) = self.land(ticket) else { return Ok(()) };
                let Some(reader) = ahead.get().woken() else { return Ok(()) };
                if self.debug {
                    // Each in a step of its own, so that one that is slow is called by its name.
                    return self.call_soon(py, &reader.callback, &self.done, reader.context);
                }
                lock(&self.woken).readers.push_back(reader);
                Ok(())
            }
            Message::Done(outcome) => {
                // A cancelled call has left; what it still brought is dropped.
                let Some(Flight::Call(call, _)) = self.land(ticket) else { return Ok(()) };
                if let Some(journal) = &call.journal {
                    journal.deliver(py)?;
                }
                settle(py, &call, |py| match outcome {
                    Ok(finish) => {
                        call.caller.report(py)?;
                        finish(py, &call.caller)
                    }
                    Err(info) => info.into_python(py, &call.caller),
                })
            }
            Message::Moved => {
                let meter = self.about(ticket, |call| call.caller.meter.clone());
                let Some(Err(error)) = meter.map(|meter| meter.report(py)) else { return Ok(()) };
                // The callable has raised, which ends the call.
                let Some(Flight::Call(call, task)) = self.land(ticket) else { return Ok(()) };
                task.abort();
                settle(py, &call, |_| Err(error))
            }
            Message::Asked(reply) => {
                let provider = self.about(ticket, |call| token::share(py, &call.caller.provider));
                token::ask(py, &provider, reply)
            }
        }
    }

    fn land(&self, ticket: u64) -> Option<Flight> {
        lock(&self.flights).1.remove(&ticket)
    }

    fn about<T>(&self, ticket: u64, look: impl FnOnce(&Call) -> Option<T>) -> Option<T> {
        lock(&self.flights).1.get(&ticket).and_then(Flight::call).and_then(look)
    }

    /// A reader who waits, and will be woken.
    pub fn expect(&self, ahead: Py<Ahead>) -> Waiter {
        let mut flights = lock(&self.flights);
        flights.0 += 1;
        let ticket = flights.0;
        flights.1.insert(ticket, Flight::Wait(ahead));
        Waiter { queue: self.queue.clone(), ticket }
    }

    /// The next who can go on, and whether there are more.
    fn next_woken(&self) -> Option<(Reader, bool)> {
        let mut woken = lock(&self.woken);
        let reader = woken.readers.pop_front()?;
        Some((reader, !woken.readers.is_empty()))
    }

    fn resume_soon(slf: &Bound<'_, Self>) -> PyResult<()> {
        let (py, this) = (slf.py(), slf.get());
        let mut woken = lock(&this.woken);
        if woken.readers.is_empty() || std::mem::replace(&mut woken.scheduled, true) {
            return Ok(());
        }
        drop(woken);
        let resume = slf.getattr(intern!(py, "resume"))?;
        this.event_loop.call_method1(py, intern!(py, "call_soon"), (resume,)).map(drop)
    }

    /// Lets a task go on whose wait was cancelled.
    pub fn cancel(&self, py: Python<'_>, reader: Reader, message: Option<Py<PyAny>>) -> PyResult<()> {
        let cancelled = self.event_loop.call_method0(py, intern!(py, "create_future"))?;
        cancelled.call_method1(py, intern!(py, "cancel"), (message,))?;
        self.call_soon(py, &reader.callback, &cancelled, reader.context)
    }

    fn call_soon(
        &self,
        py: Python<'_>,
        callback: &Py<PyAny>,
        future: &Py<PyAny>,
        context: Py<PyAny>,
    ) -> PyResult<()> {
        let within = [(intern!(py, "context"), context)].into_py_dict(py)?;
        let call_soon = intern!(py, "call_soon");
        self.event_loop.call_method(py, call_soon, (callback, future), Some(&within)).map(drop)
    }

    /// Starts `work`; the ticket aborts it.
    pub fn start(&self, call: Call, work: Work) -> PyResult<u64> {
        let mut flights = lock(&self.flights);
        flights.0 += 1;
        let ticket = flights.0;
        let queue = self.queue.clone();
        let mailbox =
            call.caller.provider.as_ref().map(|_| Arc::new(Mailbox::of_loop(queue.clone(), ticket)));
        let progress = call.caller.meter.as_ref().map(Meter::progress);
        let task = runtime::spawn(async move {
            let work = meter::watching(progress, work, || queue.push(ticket, Message::Moved));
            let done = token::asking(mailbox, work).await;
            queue.push(ticket, Message::Done(done.map_err(Box::new)));
        });
        let task = task.map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        flights.1.insert(ticket, Flight::Call(call, task.abort_handle()));
        Ok(ticket)
    }
}

/// Gives the one who waits what they wait for, unless they have left.
fn settle(
    py: Python<'_>,
    call: &Call,
    outcome: impl FnOnce(Python<'_>) -> PyResult<Py<PyAny>>,
) -> PyResult<()> {
    let Some(future) = &call.future else { return Ok(()) };
    let future = future.bind(py);
    if !future.call_method0(intern!(py, "done"))?.is_truthy()? {
        match outcome(py) {
            Ok(outcome) => future.call_method1(intern!(py, "set_result"), (outcome,))?,
            Err(error) => future.call_method1(intern!(py, "set_exception"), (error,))?,
        };
    }
    Ok(())
}

impl Drop for Completions {
    fn drop(&mut self) {
        let flights = std::mem::take(&mut lock(&self.flights).1);
        for task in flights.into_values().filter_map(Flight::task) {
            if self.generation == runtime::generation() {
                task.abort();
            } else {
                // The task lives in the parent process; touching its runtime could wait for a lock held there.
                std::mem::forget(task);
            }
        }
    }
}

/// Nothing panics while one of these locks is held, so poison means nothing.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(unix)]
mod wake {
    use std::io;
    use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};

    /// A descriptor that is readable while the loop has something to do.
    pub struct Waker {
        read: OwnedFd,
        /// The other end of a pipe, where there is no eventfd.
        #[cfg(not(target_os = "linux"))]
        write: OwnedFd,
    }

    impl Waker {
        #[cfg(target_os = "linux")]
        pub fn new() -> io::Result<Self> {
            // SAFETY: takes no pointers; a non-negative result is a fresh descriptor that nobody else owns.
            let fd = unsafe { libc::eventfd(0, libc::EFD_NONBLOCK | libc::EFD_CLOEXEC) };
            if fd < 0 {
                return Err(io::Error::last_os_error());
            }
            // SAFETY: see above.
            Ok(Waker { read: unsafe { OwnedFd::from_raw_fd(fd) } })
        }

        #[cfg(not(target_os = "linux"))]
        pub fn new() -> io::Result<Self> {
            let mut ends = [0; 2];
            // SAFETY: `ends` has room for the two descriptors.
            if unsafe { libc::pipe(ends.as_mut_ptr()) } < 0 {
                return Err(io::Error::last_os_error());
            }
            for end in ends {
                // SAFETY: both descriptors were just made.
                unsafe {
                    libc::fcntl(end, libc::F_SETFL, libc::O_NONBLOCK);
                    libc::fcntl(end, libc::F_SETFD, libc::FD_CLOEXEC);
                }
            }
            // SAFETY: nobody else owns them.
            unsafe { Ok(Waker { read: OwnedFd::from_raw_fd(ends[0]), write: OwnedFd::from_raw_fd(ends[1]) }) }
        }

        pub fn fileno(&self) -> i32 {
            self.read.as_raw_fd()
        }

        /// A full pipe or counter means that the loop is awake already.
        pub fn wake(&self) {
            #[cfg(target_os = "linux")]
            let fd = self.read.as_raw_fd();
            #[cfg(not(target_os = "linux"))]
            let fd = self.write.as_raw_fd();
            let one = 1u64.to_ne_bytes();
            // SAFETY: `one` lives through the call and has the length given.
            unsafe { libc::write(fd, one.as_ptr().cast(), one.len()) };
        }

        /// Nothing to read is fine: a spurious wake-up.
        pub fn clear(&self) {
            let mut sink = [0u8; 64];
            // SAFETY: `sink` lives through the call and has the length given.
            unsafe { libc::read(self.read.as_raw_fd(), sink.as_mut_ptr().cast(), sink.len()) };
        }
    }
}
