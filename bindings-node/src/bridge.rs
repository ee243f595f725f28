//! Between the one thread of a JavaScript environment and the runtime: work goes down one by one, what comes of it
//! is taken up in batches, because waking the event loop costs more than most calls.

use std::collections::{HashMap, VecDeque};
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::FutureExt;
use napi::bindgen_prelude::*;
use napi::threadsafe_function::{ThreadsafeFunction, ThreadsafeFunctionCallMode};
use napi_derive::napi;
use qoder_cloud::{BoxError, Error, Spelling, runtime};
use secrecy::SecretString;
use tokio::sync::oneshot;
use tokio::task::AbortHandle;

use crate::outcome::{self, Outcome, Value};

/// Weak, so that it never keeps a process alive.
type Wake = ThreadsafeFunction<(), (), (), Status, false, true>;

/// What the fields of a message mean; the same numbers stand in `ts/native.ts`.
const SETTLED: u32 = 0;
const FAILED: u32 = 1;
const TOKEN_WANTED: u32 = 2;
const LOGGED: u32 = 3;

/// How many fields a message has in the array of [`Bridge::drain`].
const FIELDS: u32 = 4;

/// How many log records may wait; later ones are lost, as a logger must not grow the process.
const RECORDS: usize = 2048;

/// What waits for JavaScript.
enum Message {
    Settled(u32, Outcome),
    /// A client asks for a token: the number of its provider, and of the question.
    TokenWanted(u32, u32),
    /// A record for a logger, as JSON.
    Logged(u32, String),
}

#[derive(Default)]
struct State {
    messages: VecDeque<Message>,
    tasks: HashMap<u32, AbortHandle>,
    questions: HashMap<u32, oneshot::Sender<Answer>>,
    asked: u32,
    records: usize,
}

type Answer = std::result::Result<SecretString, BoxError>;

/// The queue of one environment.
pub struct Queue {
    state: Mutex<State>,
    wake: Wake,
}

impl Queue {
    /// Starts work; its outcome comes up under `id`.
    pub fn run<T: Into<Outcome>>(
        self: &Arc<Self>,
        id: u32,
        work: impl Future<Output = std::result::Result<T, Error>> + Send + 'static,
    ) {
        let queue = self.clone();
        // On the heap first: each wrapper of a future would copy it, and double it.
        let work = Box::pin(work);
        let work = async move {
            let outcome = match AssertUnwindSafe(work).catch_unwind().await {
                Ok(Ok(value)) => value.into(),
                Ok(Err(error)) => error.into(),
                Err(panic) => Outcome::of_panic(&*panic),
            };
            queue.settle(id, outcome);
        };
        // Under the lock, so that the task cannot settle before it is known.
        let mut state = self.state();
        match runtime::spawn(work) {
            Ok(task) => drop(state.tasks.insert(id, task.abort_handle())),
            Err(error) => {
                drop(state);
                self.push(Message::Settled(id, error.into()));
            }
        }
    }

    /// Asks a token provider that lives in JavaScript.
    pub async fn ask(&self, provider: u32) -> Answer {
        let (sender, receiver) = oneshot::channel();
        let question = {
            let mut state = self.state();
            state.asked = state.asked.wrapping_add(1);
            let question = state.asked;
            state.questions.insert(question, sender);
            question
        };
        self.push(Message::TokenWanted(provider, question));
        receiver.await.unwrap_or_else(|_| Err("the environment of the token provider has ended".into()))
    }

    /// Gives an outcome to who waits under `id` for something that is not work of its own.
    pub fn tell(&self, id: u32, outcome: Outcome) {
        self.push(Message::Settled(id, outcome));
    }

    /// Hands a record to a logger.
    pub fn log(&self, logger: u32, record: String) {
        let first = {
            let mut state = self.state();
            if state.records >= RECORDS {
                return;
            }
            state.records += 1;
            state.messages.push_back(Message::Logged(logger, record));
            state.messages.len() == 1
        };
        self.wake_if(first);
    }

    fn settle(&self, id: u32, outcome: Outcome) {
        let first = {
            let mut state = self.state();
            if state.tasks.remove(&id).is_none() {
                return;
            }
            state.messages.push_back(Message::Settled(id, outcome));
            state.messages.len() == 1
        };
        self.wake_if(first);
    }

    fn push(&self, message: Message) {
        let first = {
            let mut state = self.state();
            state.messages.push_back(message);
            state.messages.len() == 1
        };
        self.wake_if(first);
    }

    /// The next messages, and whether there are more.
    fn take(&self, most: usize) -> (Vec<Message>, bool) {
        let mut state = self.state();
        let count = state.messages.len().min(most);
        let messages: Vec<_> = state.messages.drain(..count).collect();
        state.records -= messages.iter().filter(|message| matches!(message, Message::Logged(..))).count();
        (messages, !state.messages.is_empty())
    }

    fn wake_if(&self, wanted: bool) {
        if wanted {
            // Fails only when the environment has ended, and then nobody waits.
            self.wake.call((), ThreadsafeFunctionCallMode::NonBlocking);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The queue as JavaScript holds it, once per environment.
#[napi]
pub struct Bridge {
    queue: Arc<Queue>,
}

impl Bridge {
    pub fn queue(&self) -> &Arc<Queue> {
        &self.queue
    }
}

#[napi]
impl Bridge {
    /// `wake` is called when there is something to drain.
    #[napi(constructor)]
    pub fn new(wake: Function<'_, (), ()>) -> Result<Self> {
        Spelling::Camel.adopt();
        // The runtime's thread outlives the worker that loaded this image.
        retain_current_module_for_unload_safety();
        let wake = wake.build_threadsafe_function().callee_handled::<false>().weak::<true>().build()?;
        Ok(Bridge { queue: Arc::new(Queue { state: Mutex::default(), wake }) })
    }

    /// The next messages that wait, flat: kind, number, head or question, value. What is more than `most` is worth
    /// another wake.
    #[napi(catch_unwind)]
    pub fn drain<'env>(&self, env: &'env Env, most: u32) -> Result<Array<'env>> {
        let (messages, more) = self.queue.take(most as usize);
        self.queue.wake_if(more);
        let mut array = env.create_array(messages.len() as u32 * FIELDS)?;
        for (at, message) in (0u32..).step_by(FIELDS as usize).zip(messages) {
            match message {
                Message::Settled(id, outcome) => {
                    let failed = matches!(outcome.value, Value::Failure(_));
                    array.set(at, if failed { FAILED } else { SETTLED })?;
                    array.set(at + 1, id)?;
                    outcome::write(env, &mut array, at + 2, outcome)?;
                }
                Message::TokenWanted(provider, question) => {
                    array.set(at, TOKEN_WANTED)?;
                    array.set(at + 1, provider)?;
                    array.set(at + 2, question)?;
                }
                Message::Logged(logger, record) => {
                    array.set(at, LOGGED)?;
                    array.set(at + 1, logger)?;
                    array.set(at + 2, record)?;
                }
            }
        }
        Ok(array)
    }

    /// Stops work on the wire; nothing comes up for it any more.
    #[napi(catch_unwind)]
    pub fn cancel(&self, id: u32) {
        let task = self.queue.state().tasks.remove(&id);
        if let Some(task) = task {
            task.abort();
        }
    }

    /// What a token provider said.
    #[napi(catch_unwind)]
    pub fn answer(&self, question: u32, token: Option<String>, failure: Option<String>) {
        let asker = self.queue.state().questions.remove(&question);
        let answer = token.map(SecretString::from).ok_or_else(|| failure.unwrap_or_default().into());
        // An asker that has been cancelled does not listen any more.
        asker.map(|asker| asker.send(answer));
    }
}

impl Drop for Bridge {
    /// The environment has ended: nobody can use what still runs.
    fn drop(&mut self) {
        let mut state = self.queue.state();
        state.questions.clear();
        for (_, task) in state.tasks.drain() {
            task.abort();
        }
    }
}
