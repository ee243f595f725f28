//! Procedures of the core as JavaScript holds them: their steps come through a [`Stream`].

use std::collections::HashMap;

use bytes::Bytes;
use napi::bindgen_prelude::{Either, Result};
use napi_derive::napi;
use qoder_cloud::{Answers, Error, JobSessions};

use crate::client::{Client, failure, pairs};
use crate::pump::Flow;
use crate::stream::Stream;

/// Where the answers to the questions of a procedure go, and where the sessions of its jobs are known.
#[napi]
pub struct Procedure {
    answers: Answers,
    sessions: JobSessions,
}

#[napi]
impl Client {
    /// Prepares a procedure whose steps `steps` will give, or says as JSON why not.
    #[napi(catch_unwind)]
    pub fn procedure(
        &self,
        name: String,
        arguments: String,
        headers: Option<Vec<String>>,
        steps: &Stream,
    ) -> Result<Either<Procedure, String>> {
        Ok(match self.core()?.procedure(&name, arguments.as_bytes(), pairs(headers).collect()) {
            Ok(procedure) => {
                let (answers, sessions) = (procedure.answers().clone(), procedure.sessions().clone());
                steps.put(Flow::Steps(Box::new(procedure)), self.sink.clone());
                Either::A(Procedure { answers, sessions })
            }
            Err(error) => Either::B(failure(&error)),
        })
    }
}

#[napi]
impl Procedure {
    /// Answers a question with JSON, or with why there is no answer.
    #[napi(catch_unwind)]
    pub fn answer(&self, question: u32, json: Option<String>, failure: Option<String>) {
        let answer = json.map(Bytes::from).ok_or_else(|| failure.unwrap_or_default());
        self.answers.give(question.into(), answer);
    }

    /// The sessions of the jobs that have begun, by the place of the job.
    #[napi(catch_unwind)]
    pub fn sessions(&self) -> HashMap<String, String> {
        self.sessions.known().into_iter().map(|(index, id)| (index.to_string(), id)).collect()
    }
}

/// Why a turn that stopped for this reason did not come to its end, as JSON; nothing when it did.
#[napi(catch_unwind)]
pub fn stopped(session_id: String, reason: String) -> Option<String> {
    Error::of_stop(&session_id, &reason).map(|error| failure(&error))
}
