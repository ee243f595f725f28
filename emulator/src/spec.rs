//! The description of the API, read once: operations, their parameters and the routes to them.

use std::sync::OnceLock;

use http::Method;
use serde_json::Value;

use crate::resources::{self, Handler};
use crate::validate::{Compiler, SchemaId, Schemas};

const DESCRIPTION: &str = include_str!("generated/api.json");
const BASE: &str = "/api/v1/cloud";
/// The exchange lives on a host of its own and outside the base path.
const EXCHANGE: &str = "/serviceToken/";

/// The whole API, ready to be dispatched to.
pub(crate) struct Spec {
    pub(crate) operations: Vec<Operation>,
    pub(crate) schemas: Schemas,
    routes: matchit::Router<Route>,
}

/// One operation of the description.
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) method: Method,
    pub(crate) query: Vec<Parameter>,
    pub(crate) body: BodyRule,
    pub(crate) handler: Handler,
}

impl Operation {
    /// The exchange takes a service account key instead of a token.
    pub(crate) fn takes_key(&self) -> bool {
        self.id == "auth.exchange"
    }

    /// These two lists refuse a `limit` above 100; the others cut it.
    pub(crate) fn refuses_long_pages(&self) -> bool {
        matches!(self.id.as_str(), "sessions.list" | "sessions.events.list")
    }
}

pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) required: bool,
    pub(crate) schema: SchemaId,
}

pub(crate) enum BodyRule {
    None,
    Json { schema: SchemaId, required: bool },
    Form,
}

/// What a path leads to, one place per method.
#[derive(Default)]
struct Route(Vec<(Method, usize)>);

pub(crate) enum Found<'a> {
    Operation(&'a Operation, Vec<String>),
    /// The path exists, with other methods.
    WrongMethod,
    Nothing,
}

impl Spec {
    /// The embedded description; reading it takes milliseconds, and happens once per process.
    pub(crate) fn embedded() -> Result<&'static Self, String> {
        static SPEC: OnceLock<Result<Spec, String>> = OnceLock::new();
        SPEC.get_or_init(|| Self::read(DESCRIPTION)).as_ref().map_err(Clone::clone)
    }

    fn read(text: &str) -> Result<Self, String> {
        let document: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let components = &document["components"];
        let mut compiler = Compiler::new(&components["schemas"]);
        let mut operations = Vec::new();
        let mut routes = matchit::Router::new();
        for (path, item) in document["paths"].as_object().ok_or("the description has no paths")? {
            let mut route = Route::default();
            for (name, source) in item.as_object().into_iter().flatten() {
                let Some(method) = method(name) else { continue };
                route.0.push((method.clone(), operations.len()));
                operations.push(operation(method, item, source, components, &mut compiler)?);
            }
            let base = if path.starts_with(EXCHANGE) { "/api/v1" } else { BASE };
            routes.insert(format!("{base}{path}"), route).map_err(|error| format!("{path}: {error}"))?;
        }
        Ok(Self { operations, schemas: compiler.finish(), routes })
    }

    /// The operation behind a method and a path, with the path's values, outermost first.
    pub(crate) fn find(&self, method: &Method, path: &str) -> Found<'_> {
        let Ok(matched) = self.routes.at(path) else { return Found::Nothing };
        let Some((_, place)) = matched.value.0.iter().find(|(known, _)| known == method) else {
            return Found::WrongMethod;
        };
        let values = matched
            .params
            .iter()
            .map(|(_, value)| percent_encoding::percent_decode_str(value).decode_utf8_lossy().into_owned());
        Found::Operation(&self.operations[*place], values.collect())
    }
}

fn method(name: &str) -> Option<Method> {
    match name {
        "get" => Some(Method::GET),
        "post" => Some(Method::POST),
        "put" => Some(Method::PUT),
        "delete" => Some(Method::DELETE),
        _ => None,
    }
}

fn operation<'a>(
    method: Method,
    item: &'a Value,
    source: &'a Value,
    components: &'a Value,
    compiler: &mut Compiler<'a>,
) -> Result<Operation, String> {
    let id = source["operationId"].as_str().ok_or("an operation has no operationId")?.to_owned();
    let mut query = Vec::new();
    let shared = item["parameters"].as_array().into_iter().flatten();
    for parameter in shared.chain(source["parameters"].as_array().into_iter().flatten()) {
        let parameter = resolve(parameter, components);
        if parameter["in"] != "query" {
            continue;
        }
        query.push(Parameter {
            name: parameter["name"].as_str().unwrap_or_default().to_owned(),
            required: parameter["required"] == true,
            schema: compiler.compile(&parameter["schema"])?,
        });
    }
    let request = resolve(&source["requestBody"], components);
    let content = &request["content"];
    let body = if content.get("multipart/form-data").is_some() {
        BodyRule::Form
    } else if let Some(json) = content.get("application/json") {
        BodyRule::Json { schema: compiler.compile(&json["schema"])?, required: request["required"] == true }
    } else {
        BodyRule::None
    };
    Ok(Operation { handler: resources::handler(&id), id, method, query, body })
}

/// Parameters and bodies may be declared once and referred to.
fn resolve<'a>(source: &'a Value, components: &'a Value) -> &'a Value {
    match source["$ref"].as_str().and_then(|reference| reference.strip_prefix("#/components")) {
        Some(pointer) => components.pointer(pointer).unwrap_or(source),
        None => source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_has_a_handler() {
        let spec = Spec::embedded().unwrap();
        let missing: Vec<&str> = spec
            .operations
            .iter()
            .filter(|operation| !resources::is_known(&operation.id))
            .map(|operation| operation.id.as_str())
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn a_fixed_segment_wins_over_a_parameter() {
        let spec = Spec::embedded().unwrap();
        let find = |path: &str| match spec.find(&Method::GET, path) {
            Found::Operation(operation, values) => (operation.id.clone(), values),
            _ => panic!("no route"),
        };
        let (id, values) = find("/api/v1/cloud/environments/env_1/work/poll");
        assert_eq!((id.as_str(), values), ("environments.work.poll", vec!["env_1".to_owned()]));
        let (id, values) = find("/api/v1/cloud/environments/a%2Fb/work/w");
        assert_eq!((id.as_str(), values), ("environments.work.retrieve", vec!["a/b".into(), "w".into()]));
    }
}
