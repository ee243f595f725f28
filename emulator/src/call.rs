//! One request as a handler sees it: everything already checked against the description.

use bytes::Bytes;
use jiff::Timestamp;
use serde_json::Value;

use crate::reply::{Failure, Object};
use crate::spec::{Operation, Spec};

/// A checked request.
pub(crate) struct Call<'a> {
    pub(crate) operation: &'a Operation,
    path: Vec<String>,
    pub(crate) query: Query,
    pub(crate) headers: &'a http::HeaderMap,
    pub(crate) body: Body,
    /// `http://host:port` of this server, for the links it hands out.
    pub(crate) origin: &'a str,
    /// A waiting call has waited as long as it may.
    pub(crate) last_chance: bool,
}

pub(crate) enum Body {
    Empty,
    Json(Value),
    Form(Vec<Part>),
}

/// One part of a multipart body.
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) file_name: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) content: Bytes,
}

impl<'a> Call<'a> {
    pub(crate) fn new(
        operation: &'a Operation,
        path: Vec<String>,
        query: Query,
        headers: &'a http::HeaderMap,
        body: Body,
        origin: &'a str,
    ) -> Self {
        Self { operation, path, query, headers, body, origin, last_chance: false }
    }

    /// A value of the path, outermost first.
    pub(crate) fn id(&self, place: usize) -> &str {
        self.path.get(place).map_or("", String::as_str)
    }

    /// The members of the JSON body; the schema has seen to it that there is an object.
    pub(crate) fn object(&mut self) -> Object {
        match std::mem::replace(&mut self.body, Body::Empty) {
            Body::Json(Value::Object(members)) => members,
            _ => Object::new(),
        }
    }

    pub(crate) fn form(&mut self) -> Vec<Part> {
        match std::mem::replace(&mut self.body, Body::Empty) {
            Body::Form(parts) => parts,
            _ => Vec::new(),
        }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    pub(crate) fn has_beta(&self, beta: &str) -> bool {
        self.header("x-qoder-beta").is_some_and(|list| list.split(',').any(|item| item.trim() == beta))
    }
}

/// The query, typed by the description. Unknown names are ignored, as the service does.
#[derive(Debug, Default)]
pub(crate) struct Query(Vec<(usize, String, Value)>);

impl Query {
    pub(crate) fn parse(spec: &Spec, operation: &Operation, raw: Option<&str>) -> Result<Self, Failure> {
        let mut query = Self::default();
        for pair in raw.unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            query.add(spec, operation, &decode(name), &decode(value))?;
        }
        for (place, parameter) in operation.query.iter().enumerate() {
            if parameter.required && !query.0.iter().any(|(known, ..)| *known == place) {
                let message = format!("Missing required parameter: {}", parameter.name);
                return Err(Failure::at(parameter.name.as_str(), message));
            }
        }
        Ok(query)
    }

    fn add(&mut self, spec: &Spec, operation: &Operation, name: &str, text: &str) -> Result<(), Failure> {
        // A list may be written with or without its brackets.
        let meant = |known: &str| known == name || known.strip_suffix("[]") == Some(name);
        let Some(place) = operation.query.iter().position(|parameter| meant(&parameter.name)) else {
            return Ok(());
        };
        let parameter = &operation.query[place];
        let item = spec.schemas.items(parameter.schema);
        let mut value = spec.schemas.coerce(item.unwrap_or(parameter.schema), text);
        if name == "limit"
            && !operation.refuses_long_pages()
            && value.as_i64().is_some_and(|limit| limit > 100)
        {
            value = Value::from(100);
        }
        spec.schemas
            .check_parameter(item.unwrap_or(parameter.schema), name, &value)
            .map_err(|violation| Failure::at(name, violation.message.replacen("Field", "Parameter", 1)))?;
        match self.0.iter_mut().find(|(known, ..)| *known == place) {
            Some((_, _, Value::Array(values))) => values.push(value),
            Some((_, _, old)) => *old = value,
            None if item.is_some() => self.0.push((place, parameter.name.clone(), Value::Array(vec![value]))),
            None => self.0.push((place, parameter.name.clone(), value)),
        }
        Ok(())
    }

    fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(_, known, _)| known == name).map(|(_, _, value)| value)
    }

    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }

    pub(crate) fn integer(&self, name: &str) -> Option<i64> {
        self.get(name)?.as_i64()
    }

    pub(crate) fn truth(&self, name: &str) -> Option<bool> {
        self.get(name)?.as_bool()
    }

    pub(crate) fn time(&self, name: &str) -> Option<Timestamp> {
        self.text(name)?.parse().ok()
    }

    pub(crate) fn list(&self, name: &str) -> Option<Vec<&str>> {
        Some(self.get(name)?.as_array()?.iter().filter_map(Value::as_str).collect())
    }

    /// Whether a list parameter is absent or holds the value.
    pub(crate) fn allows(&self, name: &str, value: &str) -> bool {
        self.get(name).and_then(Value::as_array).is_none_or(|listed| listed.iter().any(|item| item == value))
    }

    /// Whether a text parameter is absent or equal to the value.
    pub(crate) fn matches(&self, name: &str, value: &str) -> bool {
        self.text(name).is_none_or(|wanted| wanted == value)
    }

    /// The filters `created_at[gt|gte|lt|lte]`.
    pub(crate) fn created(&self) -> impl Fn(Timestamp) -> bool {
        let bound = |name| self.time(name);
        let (gt, gte) = (bound("created_at[gt]"), bound("created_at[gte]"));
        let (lt, lte) = (bound("created_at[lt]"), bound("created_at[lte]"));
        move |at| {
            gt.is_none_or(|bound| at > bound)
                && gte.is_none_or(|bound| at >= bound)
                && lt.is_none_or(|bound| at < bound)
                && lte.is_none_or(|bound| at <= bound)
        }
    }

    pub(crate) fn with_archived(&self) -> bool {
        self.truth("include_archived").unwrap_or(false)
    }
}

fn decode(text: &str) -> String {
    let spaced = text.replace('+', " ");
    percent_encoding::percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}
