//! Resource handles and the builders behind their methods; the folder tree is the resource tree.

use super::{HEADER, argument, comment, doc, ident, member_doc, static_name, stored, types, words};
use crate::{
    model::{Api, Body, Field, Operation, Param, Resource, Response, Type},
    names,
};

pub fn files(api: &Api) -> Vec<(String, String)> {
    let mut files = vec![("core/src/generated/resources/mod.rs".to_owned(), index(api))];
    for resource in api.all_resources() {
        let path = resource.path.join("/");
        files.push((format!("core/src/generated/resources/{path}.rs"), file(api, resource)));
    }
    files
}

fn index(api: &Api) -> String {
    let mut out = format!("{HEADER}//! The resources of the API, and the calls behind their methods.\n\n");
    out += "use crate::client::Client;\n\n";
    for resource in &api.resources {
        out += &format!("pub mod {};\n", resource.name());
    }
    out += "\nimpl Client {\n";
    for resource in &api.resources {
        out += &format!(
            "{}    pub fn {name}(&self) -> {name}::{ty} {{\n        {name}::{ty}::new(self)\n    }}\n\n",
            doc(4, &resource.doc),
            name = resource.name(),
            ty = handle(api, resource)
        );
    }
    out + "}\n"
}

/// `Agents`; `WorkResource` where the plain name is a type's.
fn handle(api: &Api, resource: &Resource) -> String {
    let name = names::pascal(resource.name());
    if api.types.contains_key(&name) { format!("{name}Resource") } else { name }
}

fn builder_name(operation: &Operation) -> String {
    names::pascal(operation.name())
}

fn file(api: &Api, resource: &Resource) -> String {
    let name = handle(api, resource);
    let mut methods = String::new();
    let mut builders = String::new();
    for child in &resource.children {
        methods += &format!(
            "{}    pub fn {module}(&self) -> {module}::{ty} {{\n        {module}::{ty}::new(&self.client)\n    }}\n\n",
            doc(4, &child.doc),
            module = child.name(),
            ty = handle(api, child)
        );
    }
    for operation in &resource.operations {
        methods += &method(api, operation);
        builders += &builder(api, resource, operation);
    }
    let body = format!(
        "{}#[derive(Debug, Clone)]\npub struct {name} {{\n    pub(crate) client: Client,\n}}\n\nimpl {name} {{\n    pub(crate) fn new(client: &Client) -> Self {{\n        Self {{ client: client.clone() }}\n    }}\n\n{methods}}}\n\n{builders}",
        comment(0, "///", &resource.doc)
    );
    let mut out = format!("{HEADER}//! `{}`\n\n", resource.path.join("."));
    for child in &resource.children {
        out += &format!("pub mod {};\n", child.name());
    }
    out += "\n";
    out + &imports(api, &body) + "\n" + &body
}

fn imports(api: &Api, body: &str) -> String {
    let words = words(body);
    let mut out = String::new();
    if words.contains("BTreeMap") {
        out += "use std::collections::BTreeMap;\n";
    }
    if words.contains("Value") {
        out += "use serde_json::Value;\n";
    }
    out += "use crate::builder::builder;\nuse crate::call::Call;\nuse crate::client::Client;\nuse crate::generated::operations as ops;\n";
    let model: Vec<_> = ["Field", "JsonObject", "Secret", "Timestamp"]
        .into_iter()
        .filter(|name| words.contains(name))
        .collect();
    if !model.is_empty() {
        out += &format!("use crate::model::{{{}}};\n", model.join(", "));
    }
    let upload: Vec<_> = ["Form", "Part"].into_iter().filter(|name| words.contains(name)).collect();
    if !upload.is_empty() {
        out += &format!("use crate::files::upload::{{{}}};\n", upload.join(", "));
    }
    let types: Vec<_> =
        api.types.keys().filter(|name| words.contains(name.as_str())).map(String::as_str).collect();
    if !types.is_empty() {
        out += &format!("use crate::generated::types::{{{}}};\n", types.join(", "));
    }
    out
}

/// The method of the handle: required arguments in, builder out.
fn method(api: &Api, operation: &Operation) -> String {
    let mut parameters: Vec<String> = Vec::new();
    let mut call = format!("Call::new(&self.client, &ops::{})", static_name(&operation.id));
    for param in &operation.path_params {
        parameters.push(format!("{}: impl Into<String>", param.name));
        call += &format!(".path({})", param.name);
    }
    let (fields, extra) = match &operation.body {
        Body::None => (Vec::new(), String::new()),
        Body::Json { schema, .. } => {
            let mut values = Vec::new();
            let all: Vec<_> = api.fields(schema).iter().filter(|field| field.tag().is_none()).collect();
            let required: Vec<&Field> = all.iter().copied().filter(|field| field.is_mandatory()).collect();
            for field in &required {
                let name = ident(&field.name);
                let (_, value) = argument(&field.ty, field.secret, &name);
                values.push(if value == name { name } else { format!("{name}: {value}") });
            }
            values.push(if required.len() == all.len() {
                "extra: Default::default()".into()
            } else {
                "..Default::default()".into()
            });
            (required, format!(", body: {schema} {{ {} }}", values.join(", ")))
        }
        Body::Multipart { schema } => {
            let required: Vec<&Field> = api.fields(schema).iter().filter(|field| field.required).collect();
            let mut form = "Form::new()".to_owned();
            for field in &required {
                form = match field.ty {
                    Type::Array(_) => format!(
                        "{}.into_iter().fold({form}, |form, part| form.part({:?}, part.into()))",
                        field.name, field.name
                    ),
                    _ => format!("{form}.part({:?}, {})", field.name, field.name),
                };
            }
            (required, format!(", form: {form}"))
        }
    };
    for field in fields {
        let name = ident(&field.name);
        let takes = match field.ty {
            Type::File => "Part".to_owned(),
            _ => argument(&field.ty, field.secret, &name).0,
        };
        parameters.push(format!("{name}: {takes}"));
    }
    let parameters = parameters.iter().map(|parameter| format!(", {parameter}")).collect::<String>();
    format!(
        "{}    pub fn {}(&self{parameters}) -> {builder} {{\n        {builder} {{ call: {call}{extra} }}\n    }}\n\n",
        doc(4, &operation_doc(api, operation)),
        operation.name(),
        builder = builder_name(operation),
    )
}

fn operation_doc(api: &Api, operation: &Operation) -> String {
    let mut text = operation.summary.clone();
    if let Some(description) = &operation.description {
        text += &format!("\n\n{description}");
    }
    let mut arguments = String::new();
    for param in &operation.path_params {
        arguments += &format!("\n- `{}`: {}", param.name, param.doc);
    }
    if let Body::Json { schema, .. } | Body::Multipart { schema } = &operation.body {
        for field in api.fields(schema).iter().filter(|field| field.is_mandatory() && field.tag().is_none()) {
            arguments += &format!("\n- `{}`: {}", field.name, member_doc(field));
        }
    }
    if !arguments.is_empty() {
        text += &format!("\n{arguments}");
    }
    if let Some(beta) = &operation.beta {
        text += &format!("\n\nSome bodies need the beta `{beta}`; see `betas`.");
    }
    if !operation.errors.is_empty() {
        text += "\n\n# Errors\nBesides what every call may meet (see [`Error`](crate::Error)):";
        for case in &operation.errors {
            text += &format!("\n- {}: {}", case.status, case.when);
        }
    }
    text
}

/// The builder of one operation: optional arguments, options, ways to await it.
fn builder(api: &Api, resource: &Resource, operation: &Operation) -> String {
    let name = builder_name(operation);
    let mut setters = String::new();
    let mut holds = String::new();
    let mut prepare = "self.call".to_owned();
    match &operation.body {
        Body::None => {}
        Body::Json { schema, required } => {
            holds = format!("    body: {schema},\n");
            let method = if *required { "json" } else { "json_members" };
            prepare = format!("self.call.{method}(&self.body)");
            for field in api.fields(schema).iter().filter(|field| !field.is_mandatory() && !field.deprecated)
            {
                setters += &types::setter(field, types::body_kind(api, schema, field), "self.body");
            }
        }
        Body::Multipart { schema } => {
            holds = "    form: Form,\n".into();
            prepare = "self.call.form(self.form)".into();
            for field in api.fields(schema).iter().filter(|field| !field.required && !field.deprecated) {
                setters += &form_setter(field);
            }
        }
    }
    for param in &operation.query {
        setters += &query_setter(param);
    }
    for param in &operation.headers {
        setters += &header_setter(param);
    }
    let answer = match &operation.response {
        Response::Json(ty) => format!("json {}", stored(ty, false)),
        Response::Page(ty) => format!("page {}", stored(ty, false)),
        Response::Events(ty) => format!("events {}", stored(ty, false)),
        Response::Bytes | Response::Link(_) => "download".to_owned(),
    };
    format!(
        "/// The call behind [`{}::{}`].\n#[derive(Debug, Clone)]\n#[must_use = \"a call does nothing until it is awaited\"]\npub struct {name} {{\n    call: Call,\n{holds}}}\n\nimpl {name} {{\n{}}}\n\nbuilder!({name}, {answer}, |self| {prepare});\n\n",
        handle(api, resource),
        operation.name(),
        setters.trim_start_matches('\n'),
    )
}

fn form_setter(field: &Field) -> String {
    let name = ident(&field.name);
    let (takes, text) = match &field.ty {
        Type::Map(_) => (
            "impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>".to_owned(),
            format!("crate::builder::json_text({name})"),
        ),
        Type::Integer => ("i64".to_owned(), format!("{name}.to_string()")),
        _ => ("impl Into<String>".to_owned(), name.clone()),
    };
    format!(
        "\n{}    pub fn {name}(mut self, {name}: {takes}) -> Self {{\n        self.form = self.form.text({:?}, {text});\n        self\n    }}\n",
        doc(4, &member_doc(field)),
        field.name
    )
}

fn query_setter(param: &Param) -> String {
    let name = ident(&param.name);
    let set = |value: &str| format!("self.call = self.call.query({:?}, {value});", param.wire);
    let (takes, body) = match &param.ty {
        Type::Array(item) => (
            format!("impl IntoIterator<Item = impl Into<{}>>", stored(item, false)),
            format!(
                "for value in {name} {{ let value: {} = value.into(); {} }}",
                stored(item, false),
                set("value")
            ),
        ),
        Type::Integer | Type::Number | Type::Boolean => (stored(&param.ty, false), set(&name)),
        ty => (
            format!("impl Into<{}>", stored(ty, false)),
            format!("let value: {} = {name}.into(); {}", stored(ty, false), set("value")),
        ),
    };
    format!(
        "\n{}    pub fn {name}(mut self, {name}: {takes}) -> Self {{\n        {body}\n        self\n    }}\n",
        doc(4, &param_doc(param))
    )
}

fn header_setter(param: &Param) -> String {
    let name = ident(&param.name);
    let (takes, value) = match &param.ty {
        Type::Array(_) => (
            "impl IntoIterator<Item = impl Into<String>>".to_owned(),
            format!("crate::builder::comma_list({name})"),
        ),
        _ => ("impl Into<String>".to_owned(), name.clone()),
    };
    format!(
        "\n{}    pub fn {name}(mut self, {name}: {takes}) -> Self {{\n        self.call = self.call.header({:?}, {value});\n        self\n    }}\n",
        doc(4, &param_doc(param)),
        param.wire
    )
}

fn param_doc(param: &Param) -> String {
    let field = Field {
        name: String::new(),
        doc: param.doc.clone(),
        ty: Type::Json,
        required: false,
        nullable: false,
        secret: false,
        deprecated: false,
        json_text: false,
        mapping: false,
        mounts: None,
        limits: param.limits.clone(),
    };
    member_doc(&field)
}
