//! The resources: one class per node of the tree and its asynchronous twin.

use std::fmt::Write;

use super::layout::{self, Imports, NOTE};
use super::types::{self, Way};
use crate::model::{Api, Body, Field, Operation, Param, Resource, Response, Type};
use crate::names;
use crate::output::Output;

const FOLDER: &str = "bindings-python/python/qoder_cloud/resources";

/// Options that every call takes, by the names in `CallOptions`; an operation may not use them for anything else.
const OPTIONS: [&str; 13] = [
    "extra_headers",
    "extra_query",
    "extra_body",
    "timeout",
    "read_timeout",
    "heartbeat_timeout",
    "max_retries",
    "resume",
    "retry_writes",
    "idempotency_key",
    "workspace_id",
    "betas",
    "progress",
];

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Sync,
    Async,
}

impl Side {
    /// Puts the mark of the asynchronous twin before a name.
    fn class(self, name: &str) -> String {
        match self {
            Side::Sync => name.to_owned(),
            Side::Async => format!("Async{name}"),
        }
    }
}

pub fn generate(api: &Api, output: &mut Output) -> Result<(), String> {
    output.owns(FOLDER);
    for resource in &api.resources {
        output.file(format!("{FOLDER}/{}.py", resource.name()), module(api, resource)?);
    }
    let init =
        format!("{NOTE}\"\"\"The resources of the API, one module each, loaded when first used.\"\"\"\n");
    output.file(format!("{FOLDER}/__init__.py"), init);
    output.file("bindings-python/python/qoder_cloud/_tree.py", tree(api));
    Ok(())
}

fn module(api: &Api, resource: &Resource) -> Result<String, String> {
    let mut file = File {
        api,
        typing: Imports::default(),
        runtime: Imports::default(),
        body: String::new(),
        views: String::new(),
    };
    for side in [Side::Sync, Side::Async] {
        file.class(resource, side)?;
    }
    file.runtime.add("..", "_operations as ops");
    file.typing.add("typing_extensions", "Unpack");
    for view in &VIEWS {
        file.view(resource, view);
    }
    let typing = file.typing.text(4, "");
    file.runtime.add("typing", "TYPE_CHECKING");
    Ok(format!(
        "{NOTE}\"\"\"{}\"\"\"\n\nfrom __future__ import annotations\n\n{}\nif TYPE_CHECKING:\n{typing}{}\n\nif TYPE_CHECKING:\n{}",
        resource.doc,
        file.runtime.text(0, ""),
        file.body,
        file.views,
    ))
}

struct File<'a> {
    api: &'a Api,
    /// Imports for annotations only.
    typing: Imports,
    runtime: Imports,
    body: String,
    /// What the type checkers see of responses that are not parsed.
    views: String,
}

/// A way to see the operations of a resource, of which only the answers differ: what the classes are called, and the
/// descriptors that turn an operation's type into the view's.
struct View {
    side: Side,
    prefix: &'static str,
    doc: &'static str,
    parsed: &'static str,
    unparsed: &'static str,
}

const VIEWS: [View; 4] = [
    View {
        side: Side::Sync,
        prefix: "Raw",
        doc: "The same operations, returning whole responses.",
        parsed: "Raw",
        unparsed: "RawUnparsed",
    },
    View {
        side: Side::Sync,
        prefix: "Streamed",
        doc: "The same operations, returning responses whose bodies are read as they come.",
        parsed: "Streamed",
        unparsed: "Streamed",
    },
    View {
        side: Side::Async,
        prefix: "Raw",
        doc: "The same operations, returning whole responses.",
        parsed: "AsyncRaw",
        unparsed: "AsyncRawUnparsed",
    },
    View {
        side: Side::Async,
        prefix: "Streamed",
        doc: "The same operations, returning responses whose bodies are read as they come.",
        parsed: "AsyncStreamed",
        unparsed: "AsyncStreamed",
    },
];

/// A keyword argument of a method.
struct Argument {
    name: String,
    ty: String,
    required: bool,
    doc: String,
}

impl File<'_> {
    fn class(&mut self, resource: &Resource, side: Side) -> Result<(), String> {
        let mut base = side.class("Resource");
        self.runtime.add(".._resource", &base);
        if let Some(helpers) = resource.helpers() {
            let helpers = side.class(&helpers);
            self.runtime.add(".._helpers", &helpers);
            base = format!("{helpers}, {base}");
        }
        let name = side.class(&resource.type_name());
        let _ = write!(
            self.body,
            "\n\nclass {name}({base}):\n    \"\"\"{}\"\"\"\n\n    if TYPE_CHECKING:\n        \
             with_raw_response: Raw{name}\n        with_streaming_response: Streamed{name}\n",
            resource.doc,
        );
        for child in &resource.children {
            self.runtime.add("functools", "cached_property");
            let class = side.class(&child.type_name());
            let _ = write!(
                self.body,
                "\n    @cached_property\n    def {}(self) -> {class}:\n        \"\"\"{}\"\"\"\n        return {class}(self._client, self._mode)\n",
                child.name(),
                child.doc,
            );
        }
        for operation in &resource.operations {
            self.method(operation, side)?;
        }
        for child in &resource.children {
            self.class(child, side)?;
        }
        Ok(())
    }

    fn view(&mut self, resource: &Resource, view: &View) {
        let class = view.side.class(&resource.type_name());
        let _ =
            write!(self.views, "\n    class {}{class}:\n        \"\"\"{}\"\"\"\n\n", view.prefix, view.doc);
        for child in &resource.children {
            let kind = view.side.class(&child.type_name());
            let _ = writeln!(self.views, "        {}: {}{kind}", child.name(), view.prefix);
        }
        for operation in &resource.operations {
            let parsed = matches!(operation.response, Response::Json(_) | Response::Page(_));
            let descriptor = if parsed { view.parsed } else { view.unparsed };
            self.typing.add(".._raw", descriptor);
            let _ = writeln!(self.views, "        {0} = {descriptor}({class}.{0})", operation.name());
        }
        for child in &resource.children {
            self.view(child, view);
        }
    }

    fn method(&mut self, operation: &Operation, side: Side) -> Result<(), String> {
        let query: Vec<_> = operation.query.iter().map(|param| self.parameter(param)).collect();
        let headers: Vec<_> = own_headers(operation).map(|param| self.parameter(param)).collect();
        let all = body_fields(self.api, operation);
        let fields: Vec<_> =
            all.iter().filter(|field| fixed(field).is_none()).map(|field| self.field(field)).collect();
        let constants =
            all.iter().filter_map(|field| Some(format!("\"{}\": \"{}\"", field.name, fixed(field)?)));
        let paged = matches!(operation.response, Response::Page(_));
        let mut keywords: Vec<&Argument> = fields.iter().chain(&query).chain(&headers).collect();
        keywords.sort_by_key(|argument| !argument.required);
        for argument in &keywords {
            if OPTIONS.contains(&argument.name.as_str())
                || operation.path_params.iter().any(|param| param.name == argument.name)
            {
                return Err(format!("{}: the argument `{}` is taken", operation.id, argument.name));
            }
        }
        let mut signature = vec!["self".to_owned()];
        signature.extend(operation.path_params.iter().map(|param| format!("{}: str", param.name)));
        if !keywords.is_empty() || paged {
            signature.push("*".into());
        }
        for argument in &keywords {
            if argument.required {
                signature.push(format!("{}: {}", argument.name, argument.ty));
            } else {
                self.runtime.add(".._not_given", "NOT_GIVEN");
                self.typing.add(".._not_given", "NotGiven");
                signature.push(format!("{}: {} | NotGiven = NOT_GIVEN", argument.name, argument.ty));
            }
        }
        if paged {
            signature.push("prefetch: bool = False".into());
        }
        let options = if transfers(operation) { "TransferOptions" } else { "CallOptions" };
        self.typing.add(".._options", options);
        signature.push(format!("**options: Unpack[{options}]"));
        let (door, answer) = self.door(operation, side);
        let waits = side == Side::Async && matches!(door, "_call" | "_download");
        let (keyword, wait) = if waits { ("async def", "await ") } else { ("def", "") };
        let head = format!("{keyword} {}(", operation.name());
        let _ = write!(self.body, "\n{}", layout::list(4, &head, &signature, &format!(") -> {answer}:")));
        self.body.push_str(&self.doc(operation, &keywords, paged));
        let mut call = vec![format!("ops.{}", constant(operation)), tuple(&operation.path_params)];
        for (name, arguments) in [("query", &query), ("headers", &headers)] {
            call.extend(dict(name, arguments.iter().map(pair)));
        }
        let multipart = matches!(operation.body, Body::Multipart { .. });
        let pairs = constants.chain(fields.iter().map(pair));
        call.extend(dict(if multipart { "form" } else { "body" }, pairs));
        if paged {
            call.push("prefetch=prefetch".into());
        }
        call.push("options=options".into());
        self.body.push_str(&layout::call(8, &format!("return {wait}self.{door}("), &call));
        Ok(())
    }

    /// The method of `Resource` to go through, and what it returns.
    fn door(&mut self, operation: &Operation, side: Side) -> (&'static str, String) {
        match &operation.response {
            Response::Json(ty) => ("_call", self.annotate(ty, Way::Answered)),
            Response::Page(item) => {
                let class = side.class("Page");
                self.typing.add(".._pagination", &class);
                ("_list", format!("{class}[{}]", self.annotate(item, Way::Answered)))
            }
            Response::Events(event) => {
                let class = side.class("EventStream");
                self.typing.add(".._streaming", &class);
                ("_stream", format!("{class}[{}]", self.annotate(event, Way::Answered)))
            }
            Response::Bytes | Response::Link(_) => {
                let class = side.class("Download");
                self.typing.add(".._files", &class);
                ("_download", class)
            }
        }
    }

    fn parameter(&mut self, param: &Param) -> Argument {
        let doc = with_limits(&param.doc, &param.limits);
        Argument { name: param.name.clone(), ty: self.annotate(&param.ty, Way::Sent), required: false, doc }
    }

    fn field(&mut self, field: &Field) -> Argument {
        let mut ty = self.annotate(&field.ty, Way::Sent);
        if field.nullable {
            ty.push_str(" | None");
        }
        let mut doc = with_limits(&types::field_doc(field), &field.limits);
        if let Some(count) = field.limits.max_items {
            let _ = write!(doc, " At most {count}.");
        }
        Argument { name: field.name.clone(), ty, required: field.required, doc }
    }

    fn annotate(&mut self, ty: &Type, way: Way) -> String {
        let imports = &mut self.typing;
        let text = types::annotation(self.api, ty, way, &mut |definition| {
            imports.add(format!("..types.{}", definition.home), types::name(definition, way));
        });
        types::builtin_imports(&text, imports);
        for input in ["FileInput", "FilesInput"] {
            if text.contains(input) {
                imports.add(".._files", input);
            }
        }
        text
    }

    fn doc(&self, operation: &Operation, keywords: &[&Argument], paged: bool) -> String {
        let mut paragraphs = vec![operation.summary.clone()];
        paragraphs.extend(operation.description.clone());
        if let Some(beta) = &operation.beta {
            paragraphs.push(format!("Some bodies need `betas=[\"{beta}\"]`."));
        }
        let mut args: Vec<_> =
            operation.path_params.iter().map(|param| layout::entry(&param.name, &param.doc, 8)).collect();
        args.extend(keywords.iter().map(|argument| layout::entry(&argument.name, &argument.doc, 8)));
        if paged {
            args.push(layout::entry("prefetch", "Fetch the next page while this one is being read.", 8));
        }
        if !args.is_empty() {
            paragraphs.push(format!("        Args:\n{}", args.join("\n")));
        }
        let own = operation.errors.iter().map(|case| (error_class(case.status), case.when.as_str()));
        let raises: Vec<_> =
            own.chain(common_errors(operation)).map(|(class, when)| layout::entry(class, when, 8)).collect();
        paragraphs.push(format!("        Raises:\n{}", raises.join("\n")));
        layout::docstring(&paragraphs, 8)
    }
}

/// The constant in `_operations.py`.
pub fn constant(operation: &Operation) -> String {
    operation.id.replace('.', "_").to_uppercase()
}

/// Headers that are arguments of this operation and not options of every call.
pub fn own_headers(operation: &Operation) -> impl Iterator<Item = &Param> {
    operation.headers.iter().filter(|param| !OPTIONS.contains(&param.name.as_str()))
}

pub fn body_fields<'a>(api: &'a Api, operation: &Operation) -> &'a [Field] {
    match &operation.body {
        Body::Json { schema, .. } | Body::Multipart { schema } => api.fields(schema),
        Body::None => &[],
    }
}

/// Whether files are moved, of which the caller may want to see the progress.
fn transfers(operation: &Operation) -> bool {
    matches!(operation.body, Body::Multipart { .. })
        || matches!(operation.response, Response::Bytes | Response::Link(_))
}

fn tuple(params: &[Param]) -> String {
    let names: Vec<_> = params.iter().map(|param| param.name.as_str()).collect();
    match names.as_slice() {
        [only] => format!("({only},)"),
        all => format!("({})", all.join(", ")),
    }
}

/// What a member that can only be one string is; callers are not asked for it.
fn fixed(field: &Field) -> Option<&str> {
    match &field.ty {
        Type::Const(value) if field.required => Some(value),
        _ => None,
    }
}

fn pair(argument: &Argument) -> String {
    format!("\"{0}\": {0}", argument.name)
}

fn dict(name: &str, pairs: impl Iterator<Item = String>) -> Option<String> {
    let pairs: Vec<_> = pairs.collect();
    (!pairs.is_empty()).then(|| format!("{name}={{{}}}", pairs.join(", ")))
}

fn with_limits(doc: &str, limits: &crate::model::Limits) -> String {
    let mut text = doc.split_whitespace().collect::<Vec<_>>().join(" ");
    match (limits.minimum, limits.maximum) {
        (Some(low), Some(high)) => {
            let _ = write!(text, " From {low} to {high}.");
        }
        (Some(low), None) => {
            let _ = write!(text, " At least {low}.");
        }
        (None, Some(high)) => {
            let _ = write!(text, " At most {high}.");
        }
        (None, None) => {}
    }
    if let Some(default) = &limits.default {
        let default = match default {
            serde_json::Value::Bool(true) => "True".to_owned(),
            serde_json::Value::Bool(false) => "False".to_owned(),
            other => other.to_string(),
        };
        let _ = write!(text, " By default {default}.");
    }
    text
}

/// What every call may meet, and when it is told.
fn common_errors(operation: &Operation) -> [(&'static str, &'static str); 2] {
    let failed = match &operation.response {
        Response::Page(_) => "A page cannot be had; raised when it is needed.",
        Response::Events(_) => "The stream cannot be opened.",
        _ if operation.errors.is_empty() => "The call failed.",
        _ => "The call failed otherwise.",
    };
    [("InvalidArgumentError", "An argument cannot be sent; nothing was."), ("APIError", failed)]
}

fn error_class(status: u64) -> &'static str {
    match status {
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
    }
}

/// `_tree.py`: the top of the tree, for both clients.
fn tree(api: &Api) -> String {
    let mut imports = Imports::default();
    let mut classes = String::new();
    for side in [Side::Sync, Side::Async] {
        let _ = write!(
            classes,
            "\n\nclass {}:\n    \"\"\"The resources of a client, each made when first used.\"\"\"\n",
            side.class("Tree")
        );
        for resource in &api.resources {
            let (name, class) = (resource.name(), side.class(&names::pascal(resource.name())));
            imports.add(format!(".resources.{name}"), &class);
            let client = side.class("Qoder");
            let _ = write!(
                classes,
                "\n    @cached_property\n    def {name}(self) -> {class}:\n        \"\"\"{}\"\"\"\n        \
                 from .resources.{name} import {class}\n\n        return {class}(cast(\"{client}\", self))\n",
                resource.doc,
            );
        }
    }
    imports.add("._client", "AsyncQoder");
    imports.add("._client", "Qoder");
    format!(
        "{NOTE}\"\"\"The resources as attributes of the clients.\"\"\"\n\nfrom __future__ import annotations\n\n\
         from functools import cached_property\nfrom typing import TYPE_CHECKING, cast\n\n\
         if TYPE_CHECKING:\n{}{classes}",
        imports.text(4, ""),
    )
}
