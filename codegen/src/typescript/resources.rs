//! `resources/*.ts`: the methods.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Writer, must_be_given,
    text::{HEADER, Imports, doc, list},
};
use crate::{
    model::{Body, Operation, Paging, Resource, Response, Retry},
    names,
};

impl Writer<'_> {
    /// Text of each file by top-level resource, and the tree in `index`.
    pub fn resources(&self) -> BTreeMap<String, String> {
        let mut files: BTreeMap<_, _> = self
            .api
            .resources
            .iter()
            .map(|resource| (resource.name().to_owned(), self.file(resource)))
            .collect();
        files.insert("index".into(), self.tree());
        files
    }

    /// `client.agents`, `client.sessions` and so on.
    fn tree(&self) -> String {
        let mut imports = Imports::default();
        imports.ty("../calls.js", "Calls");
        let (mut members, mut makes) = (String::new(), String::new());
        for resource in &self.api.resources {
            let (name, class) = (resource.name(), resource.type_name());
            imports.value(&format!("./{name}.js"), &class);
            members += &doc(&resource.doc, 2);
            members += &format!("  readonly {name}: {class};\n");
            makes += &format!("    this.{name} = new {class}(calls);\n");
        }
        let comment = doc("Every resource of the API.", 0);
        let constructor = format!("  constructor(calls: Calls) {{\n{makes}  }}\n");
        let names: BTreeSet<_> = self.api.resources.iter().map(|resource| resource.name()).collect();
        let parts: String = names.iter().map(|name| format!("export type * from './{name}.js';\n")).collect();
        let class = format!("{comment}export class Resources {{\n{members}\n{constructor}}}\n");
        format!("{HEADER}\n{}\n{parts}\n{class}", imports.lines())
    }

    fn file(&self, resource: &Resource) -> String {
        let mut imports = Imports::default();
        imports.value("../operations.js", "* as ops");
        imports.ty("../options.js", "CallOptions");
        let (mut names, mut classes) = (Vec::new(), String::new());
        self.classes(resource, &mut imports, &mut names, &mut classes);
        self.import_types(&names, "../types/", None, &mut imports);
        format!("{HEADER}\n{}{classes}", imports.lines())
    }

    fn classes(
        &self,
        resource: &Resource,
        imports: &mut Imports,
        names: &mut Vec<String>,
        text: &mut String,
    ) {
        let (class, helpers) = (resource.type_name(), resource.helpers());
        let home = if helpers.is_some() { "../helpers.js" } else { "../resource.js" };
        let base = helpers.unwrap_or_else(|| "Resource".into());
        imports.value(home, &base);
        let mut params = String::new();
        let mut methods = String::new();
        for operation in &resource.operations {
            if let Some(interface) = self.params_interface(operation, names) {
                params += &interface;
            }
            methods += &format!("\n{}", self.method(operation, imports, names));
        }
        *text += &params;
        let mut children = String::new();
        let mut makes = String::new();
        for child in &resource.children {
            children += &doc(&child.doc, 2);
            children += &format!("  readonly {}: {};\n", child.name(), child.type_name());
            makes += &format!("    this.{} = new {}(calls);\n", child.name(), child.type_name());
        }
        let comment = doc(&resource.doc, 0);
        *text += &format!("\n{comment}export class {class} extends {base} {{\n");
        if children.is_empty() {
            *text += methods.trim_start_matches('\n');
        } else {
            *text += &format!(
                "{children}\n  constructor(calls: Calls) {{\n    super(calls);\n{makes}  }}\n{methods}"
            );
            imports.ty("../calls.js", "Calls");
        }
        *text += "}\n";
        for child in &resource.children {
            self.classes(child, imports, names, text);
        }
    }

    /// The interface of the arguments of an operation without a body of its own; `None` when the common ones suffice.
    fn params_interface(&self, operation: &Operation, names: &mut Vec<String>) -> Option<String> {
        if operation.body != Body::None {
            return None;
        }
        let members = self.argument_members(operation, names);
        if members.is_empty() {
            return None;
        }
        names.push(base(operation).into());
        let comment = doc(&format!("Arguments of `{}`.", operation.id), 0);
        let head = format!("{} extends {}", params_name(operation), base(operation));
        Some(format!("\n{comment}export interface {head} {{\n{members}}}\n"))
    }

    fn params(&self, operation: &Operation, names: &mut Vec<String>) -> (String, bool) {
        match &operation.body {
            Body::Json { schema, .. } | Body::Multipart { schema } => {
                names.push(schema.clone());
                (schema.clone(), self.body_fields(operation).iter().any(must_be_given))
            }
            Body::None if self.own_query(operation).is_empty() && self.own_headers(operation).is_empty() => {
                names.push(base(operation).into());
                (base(operation).into(), false)
            }
            Body::None => (params_name(operation), false),
        }
    }

    fn method(&self, operation: &Operation, imports: &mut Imports, types: &mut Vec<String>) -> String {
        let (params, required) = self.params(operation, types);
        let ids: Vec<_> = operation.path_params.iter().map(|param| names::camel(&param.name)).collect();
        let mut arguments: Vec<_> = ids.iter().map(|id| format!("{id}: string")).collect();
        arguments.push(format!("params{}: {params}", if required { "" } else { "?" }));
        arguments.push("options?: CallOptions".into());
        let (door, result) = self.result(operation, imports, types);
        let signature = list(&format!("{}(", operation.name()), &arguments, &format!("): {result} {{"), 2);
        let ids = format!("[{}]", ids.join(", "));
        let given = [format!("ops.{}", names::camel(&operation.id)), ids, "params".into(), "options".into()];
        let body = list(&format!("return this.calls.{door}("), &given, ");", 4);
        format!("{}{signature}{body}  }}\n", doc(&method_doc(operation), 2))
    }

    /// Which door of `Calls` the method goes through, and what it returns.
    fn result(
        &self,
        operation: &Operation,
        imports: &mut Imports,
        types: &mut Vec<String>,
    ) -> (&'static str, String) {
        if let Response::Page(item) = &operation.response {
            imports.ty("../pagination.js", "PagePromise");
            return ("pages", format!("PagePromise<{}>", self.ty(item, types)));
        }
        imports.ty("../promise.js", "APIPromise");
        match &operation.response {
            Response::Json(ty) | Response::Page(ty) => {
                ("json", format!("APIPromise<{}>", self.ty(ty, types)))
            }
            Response::Events(event) => {
                imports.ty("../streaming.js", "EventStream");
                ("events", format!("APIPromise<EventStream<{}>>", self.ty(event, types)))
            }
            Response::Bytes | Response::Link(_) => {
                imports.ty("../download.js", "Download");
                ("file", "APIPromise<Download>".into())
            }
        }
    }
}

/// The arguments an operation shares with others.
fn base(operation: &Operation) -> &'static str {
    if operation.paging == Paging::None { "CommonParams" } else { "PageParams" }
}

/// `agents.versions.list` -> `AgentVersionListParams`, `deployments.runs.list` -> `DeploymentsRunListParams`:
/// the plural tells it from `deployment_runs.list`.
fn params_name(operation: &Operation) -> String {
    let mut parts: Vec<_> = operation.id.split('.').map(str::to_owned).collect();
    let method = parts.pop().unwrap_or_default();
    let last = parts.len().saturating_sub(1);
    if let Some(part) = parts.get_mut(last) {
        *part = names::singular(part);
    }
    names::pascal(&format!("{}.{method}.params", parts.join(".")))
}

fn method_doc(operation: &Operation) -> String {
    let mut paragraphs = vec![operation.summary.clone()];
    paragraphs.extend(operation.description.clone());
    match &operation.response {
        Response::Page(_) => {
            paragraphs.push("Await it for the first page, iterate it for the items of all pages.".into())
        }
        Response::Events(_) => paragraphs.push("The stream is open when the promise resolves.".into()),
        _ => {}
    }
    if let Some(beta) = &operation.beta {
        paragraphs.push(format!("Some arguments need the beta `{beta}`, given in `betas`."));
    }
    if operation.retry == Retry::Never {
        paragraphs.push("Never retried.".into());
    }
    let throws: Vec<_> = operation.errors.iter().map(throws).collect();
    if !throws.is_empty() {
        paragraphs.push(throws.join("\n"));
    }
    paragraphs.join("\n\n")
}

fn throws(case: &crate::model::ErrorCase) -> String {
    let class = match case.status {
        400 => "BadRequestError",
        401 => "AuthenticationError",
        403 => "PermissionDeniedError",
        404 => "NotFoundError",
        409 => "ConflictError",
        412 => "PreconditionFailedError",
        413 => "RequestTooLargeError",
        422 => "UnprocessableEntityError",
        429 => "RateLimitError",
        500.. => "InternalServerError",
        _ => "APIStatusError",
    };
    let mut when = case.when.clone();
    if let Some(first) = when.get(..1) {
        // A sentence of its own becomes the rest of this one, unless it starts with a word in capitals.
        if !when.get(1..2).is_some_and(|second| second.chars().all(char::is_uppercase)) {
            when = first.to_lowercase() + &when[1..];
        }
    }
    format!("@throws {{@link {class}}} {}: {when}", case.status)
}
