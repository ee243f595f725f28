//! Everything the service remembers.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::rc::Rc;

use jiff::Timestamp;
use serde_json::Value;
use tokio::sync::Notify;

use crate::agent::script::Script;
use crate::clock::{Clock, Ids};
use crate::idempotency::Replays;
use crate::reply::{Failure, Object};
use crate::resources::agents::Agent;
use crate::resources::auth::Tokens;
use crate::resources::environments::Environment;
use crate::resources::files::File;
use crate::resources::memory_stores::MemoryStore;
use crate::resources::skills::Skill;
use crate::resources::vaults::Vault;
use crate::session::Session;

/// A collection, sorted by id and thereby by age.
pub(crate) type Table<T> = BTreeMap<String, T>;

pub(crate) struct State {
    pub(crate) clock: Clock,
    pub(crate) ids: Ids,
    pub(crate) tokens: Tokens,
    pub(crate) replays: Replays,
    pub(crate) agents: Table<Agent>,
    pub(crate) environments: Table<Environment>,
    pub(crate) sessions: Table<Session>,
    pub(crate) files: Table<File>,
    pub(crate) links: HashMap<String, crate::resources::files::Link>,
    pub(crate) vaults: Table<Vault>,
    pub(crate) skills: Table<Skill>,
    pub(crate) memory_stores: Table<MemoryStore>,
    pub(crate) deployments: Table<Record>,
    pub(crate) deployment_runs: Table<Record>,
    pub(crate) dreams: Table<Record>,
    pub(crate) scripts: VecDeque<Script>,
    pub(crate) pace: crate::agent::Pace,
    /// Woken when work is queued for a self-hosted environment.
    pub(crate) work_arrived: Rc<Notify>,
}

impl State {
    pub(crate) fn new(tokens: Tokens) -> Self {
        Self {
            clock: Clock::default(),
            ids: Ids::default(),
            tokens,
            replays: Replays::default(),
            agents: Table::new(),
            environments: Table::new(),
            sessions: Table::new(),
            files: Table::new(),
            links: HashMap::new(),
            vaults: Table::new(),
            skills: Table::new(),
            memory_stores: Table::new(),
            deployments: Table::new(),
            deployment_runs: Table::new(),
            dreams: Table::new(),
            scripts: VecDeque::new(),
            pace: crate::agent::Pace::default(),
            work_arrived: Rc::new(Notify::new()),
        }
    }

    /// A new id and the time of its creation.
    pub(crate) fn stamp(&mut self, prefix: &str) -> (String, Timestamp) {
        let now = self.clock.now();
        (self.ids.make(prefix, now), now)
    }

    /// A new record of a kind, with the members every resource has.
    pub(crate) fn record(&mut self, prefix: &str, kind: &str) -> Record {
        let (id, now) = self.stamp(prefix);
        Record::new(kind, id, now)
    }
}

/// A resource in the shape in which it is sent.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) created: Timestamp,
    pub(crate) object: Object,
}

impl Record {
    fn new(kind: &str, id: String, now: Timestamp) -> Self {
        let time = Value::from(now.to_string());
        let members = [
            ("type", Value::from(kind)),
            ("id", Value::from(id)),
            ("created_at", time.clone()),
            ("updated_at", time),
            ("archived_at", Value::Null),
        ];
        // Room for what most resources have: growing would leave half of it unused.
        let mut object = Object::with_capacity(14);
        object.extend(members.map(|(name, value)| (name.to_owned(), value)));
        Self { created: now, object }
    }

    pub(crate) fn id(&self) -> &str {
        self.text("id")
    }

    pub(crate) fn text(&self, name: &str) -> &str {
        self.object.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    pub(crate) fn get(&self, name: &str) -> &Value {
        self.object.get(name).unwrap_or(&Value::Null)
    }

    pub(crate) fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.object.insert(name.to_owned(), value.into());
    }

    pub(crate) fn is_archived(&self) -> bool {
        !self.get("archived_at").is_null()
    }

    pub(crate) fn archive(&mut self, now: Timestamp) {
        if !self.is_archived() {
            self.set("archived_at", now.to_string());
            self.touch(now);
        }
    }

    pub(crate) fn touch(&mut self, now: Timestamp) {
        self.set("updated_at", now.to_string());
    }

    /// Takes the named members of a new resource; absent ones get the given default.
    pub(crate) fn fill<const N: usize>(&mut self, from: &mut Object, names: [(&str, Value); N]) {
        for (name, default) in names {
            let value = from.remove(name).filter(|value| !value.is_null()).unwrap_or(default);
            self.set(name, value);
        }
    }

    /// Takes the named members of a change: absent ones stay, null ones fall back to the given value.
    pub(crate) fn change<const N: usize>(&mut self, from: &mut Object, names: [(&str, Value); N]) {
        for (name, cleared) in names {
            if let Some(value) = from.remove(name) {
                self.set(name, if value.is_null() { cleared } else { value });
            }
        }
    }

    /// Merges `metadata` by key; a null deletes a key, and null as a whole deletes all.
    pub(crate) fn merge_metadata(&mut self, from: &mut Object) -> Result<(), Failure> {
        let Some(change) = from.remove("metadata") else { return Ok(()) };
        let mut merged = match self.get("metadata") {
            Value::Object(metadata) if !change.is_null() => metadata.clone(),
            _ => Object::new(),
        };
        for (key, value) in change.as_object().into_iter().flatten() {
            if value.is_null() {
                merged.remove(key);
            } else {
                merged.insert(key.clone(), value.clone());
            }
        }
        check_metadata(&merged)?;
        self.set("metadata", merged);
        Ok(())
    }
}

const METADATA_KEYS: usize = 16;
const METADATA_KEY_LENGTH: usize = 64;
const METADATA_VALUE_LENGTH: usize = 512;

/// At most 16 pairs, keys up to 64 and values up to 512 characters, texts only.
pub(crate) fn check_metadata(metadata: &Object) -> Result<(), Failure> {
    if metadata.len() > METADATA_KEYS {
        return Err(Failure::at("metadata", "Field 'metadata' must have at most 16 keys."));
    }
    for (key, value) in metadata {
        let param = || format!("metadata.{key}");
        if key.chars().count() > METADATA_KEY_LENGTH {
            return Err(Failure::at(param(), "Metadata keys must have at most 64 characters."));
        }
        let Some(text) = value.as_str() else {
            return Err(Failure::at(param(), "Metadata values must be strings."));
        };
        if text.chars().count() > METADATA_VALUE_LENGTH {
            return Err(Failure::at(param(), "Metadata values must have at most 512 characters."));
        }
    }
    Ok(())
}

/// The metadata of a new resource.
pub(crate) fn new_metadata(from: &mut Object) -> Result<Value, Failure> {
    match from.remove("metadata") {
        Some(Value::Object(metadata)) => check_metadata(&metadata).map(|()| Value::Object(metadata)),
        _ => Ok(Value::Object(Object::new())),
    }
}

/// A text of limited length, counted in characters.
pub(crate) fn check_length(
    from: &Object,
    name: &str,
    shortest: usize,
    longest: usize,
) -> Result<(), Failure> {
    let Some(text) = from.get(name).and_then(Value::as_str) else { return Ok(()) };
    let length = text.chars().count();
    if length < shortest || length > longest {
        return Err(Failure::at(
            name,
            format!("Field '{name}' must have {shortest} to {longest} characters."),
        ));
    }
    Ok(())
}
