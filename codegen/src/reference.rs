//! The reference documentation: one page per resource, one per part of the description for the types.

use crate::{
    model::{
        Api, Body, Field, Limits, Operation, Paging, Param, Resource, Response, Retry, Shape, Type, TypeDef,
    },
    names,
    output::Output,
};

const HEADER: &str = "<!-- Generated from spec/ by codegen; edit the spec instead. -->\n";

pub fn generate(api: &Api, output: &mut Output) {
    output.owns("docs/reference");
    output.file("docs/reference/README.md", index(api));
    for resource in &api.resources {
        output.file(format!("docs/reference/{}.md", resource.name()), page(api, resource));
    }
    let mut homes: Vec<&str> = api.types.values().map(|definition| definition.home.as_str()).collect();
    homes.sort_unstable();
    homes.dedup();
    for home in homes {
        output.file(format!("docs/reference/types/{home}.md"), types_page(api, home));
    }
}

fn index(api: &Api) -> String {
    let mut out = format!(
        "{HEADER}# Reference\n\nEvery operation, by resource. Arguments are named alike in all languages.\n\n"
    );
    out += "| resource | what it is | operations |\n|---|---|---|\n";
    for resource in api.all_resources() {
        let page = &resource.path[0];
        let operations: Vec<_> = resource
            .operations
            .iter()
            .map(|operation| format!("[{}]({page}.md#{})", operation.name(), anchor(&operation.id)))
            .collect();
        out += &format!("| `{}` | {} | {} |\n", resource.path.join("."), resource.doc, operations.join(", "));
    }
    out
}

fn page(api: &Api, resource: &Resource) -> String {
    let mut out = format!("{HEADER}# {}\n\n{}\n", resource.name(), resource.doc);
    section(api, resource, &mut out);
    out
}

fn section(api: &Api, resource: &Resource, out: &mut String) {
    for operation in &resource.operations {
        *out += &entry(api, operation);
    }
    for child in &resource.children {
        section(api, child, out);
    }
}

fn entry(api: &Api, operation: &Operation) -> String {
    let mut out = format!("\n## {}\n\n{}\n", operation.id, operation.summary);
    if let Some(description) = &operation.description {
        out += &format!("\n{description}\n");
    }
    out += &format!("\n```text\n{} {}\n```\n\n", operation.method.to_uppercase(), operation.path);
    out += &calls(api, operation);
    let rows = arguments(api, operation);
    if !rows.is_empty() {
        out += &format!("\n| argument | type | |\n|---|---|---|\n{rows}");
    }
    out += &format!("\nReturns {}. {}\n", returns(api, operation), behaviour(operation));
    if !operation.errors.is_empty() {
        out += "\n| error | when |\n|---|---|\n";
        for case in &operation.errors {
            out += &format!("| {} | {} |\n", case.status, cell(&case.when));
        }
    }
    for note in &operation.notes {
        out += &format!("\n> {note}\n");
    }
    out
}

/// The call in the three languages, with its required arguments.
fn calls(api: &Api, operation: &Operation) -> String {
    let dotted = operation.id.rsplit_once('.').map_or("", |(resource, _)| resource);
    let ids: Vec<&str> = operation.path_params.iter().map(|param| param.name.as_str()).collect();
    let required: Vec<&str> = body_fields(api, operation)
        .iter()
        .filter(|field| field.is_mandatory() && !matches!(field.ty, Type::Const(_)))
        .map(|field| field.name.as_str())
        .collect();
    let rust: String = dotted.split('.').map(|part| format!(".{part}()")).collect();
    let rust_arguments: Vec<String> = ids.iter().chain(&required).map(|name| (*name).to_owned()).collect();
    let python_arguments: Vec<String> = ids
        .iter()
        .map(|name| (*name).to_owned())
        .chain(required.iter().map(|name| format!("{name}={name}")))
        .collect();
    let mut node_arguments: Vec<String> = ids.iter().map(|name| names::camel(name)).collect();
    if !required.is_empty() {
        node_arguments.push(format!("{{ {} }}", required.join(", ")));
    }
    let method = operation.name();
    format!(
        "```text\nRust    client{rust}.{method}({})\nPython  client.{dotted}.{method}({})\nNode    client.{dotted}.{method}({})\n```\n",
        rust_arguments.join(", "),
        python_arguments.join(", "),
        node_arguments.join(", "),
    )
}

fn body_fields<'a>(api: &'a Api, operation: &Operation) -> &'a [Field] {
    match &operation.body {
        Body::None => &[],
        Body::Json { schema, .. } | Body::Multipart { schema } => api.fields(schema),
    }
}

fn arguments(api: &Api, operation: &Operation) -> String {
    let mut out = String::new();
    for param in &operation.path_params {
        out += &row(&format!("`{}` (path)", param.name), &kind(api, &param.ty), &param.doc);
    }
    for field in body_fields(api, operation).iter().filter(|field| !matches!(field.ty, Type::Const(_))) {
        out += &field_row(api, field);
    }
    for param in operation.query.iter().chain(&operation.headers) {
        out += &row(
            &format!("`{}`", param.name),
            &kind(api, &param.ty),
            &with_limits(&param.doc, &param.limits, wire(param)),
        );
    }
    out
}

fn wire(param: &Param) -> Option<&str> {
    (param.name != param.wire).then_some(param.wire.as_str())
}

fn field_row(api: &Api, field: &Field) -> String {
    let mut marks = Vec::new();
    if field.required {
        marks.push("required");
    }
    if field.nullable {
        marks.push("may be null");
    }
    if field.secret {
        marks.push("secret");
    }
    if field.deprecated {
        marks.push("deprecated");
    }
    let name = if marks.is_empty() {
        format!("`{}`", field.name)
    } else {
        format!("`{}` ({})", field.name, marks.join(", "))
    };
    row(&name, &kind(api, &field.ty), &with_limits(&field.doc, &field.limits, None))
}

fn row(name: &str, kind: &str, text: &str) -> String {
    format!("| {name} | {kind} | {} |\n", cell(text))
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

fn with_limits(text: &str, limits: &Limits, wire: Option<&str>) -> String {
    let mut out = text.to_owned();
    if let Some(default) = &limits.default {
        out += &format!(" Default `{default}`.");
    }
    if let Some(low) = limits.minimum {
        out += &format!(" At least {low}.");
    }
    if let Some(high) = limits.maximum {
        out += &format!(" At most {high}.");
    }
    if let Some(most) = limits.max_items {
        out += &format!(" At most {most} entries.");
    }
    if let Some(wire) = wire {
        out += &format!(" On the wire: `{wire}`.");
    }
    out
}

fn returns(api: &Api, operation: &Operation) -> String {
    match &operation.response {
        Response::Json(ty) => kind(api, ty),
        Response::Page(item) => format!("pages of {}", kind(api, item)),
        Response::Events(event) => format!("a stream of {}", kind(api, event)),
        Response::Bytes => "a download".into(),
        Response::Link(_) => "a download, fetched without credentials from a signed link".into(),
    }
}

fn behaviour(operation: &Operation) -> String {
    let retry = match operation.retry {
        Retry::Always => "Retried.",
        Retry::WithKey => "Retried under one idempotency key.",
        Retry::Never => "Never retried, because it carries secrets.",
    };
    match operation.paging {
        Paging::None => retry.to_owned(),
        Paging::Cursor | Paging::Bidirectional => format!("{retry} Paged by cursor."),
    }
}

fn types_page(api: &Api, home: &str) -> String {
    let mut out = format!("{HEADER}# Types of {home}\n");
    for definition in api.types.values().filter(|definition| definition.home == home) {
        out += &type_entry(api, definition);
    }
    out
}

fn type_entry(api: &Api, definition: &TypeDef) -> String {
    let mut out = format!("\n## {}\n\n{}\n", definition.name, definition.doc);
    match &definition.shape {
        Shape::Object { fields } => {
            out += "\n| member | type | |\n|---|---|---|\n";
            for field in fields {
                out += &field_row(api, field);
            }
        }
        Shape::Strings { known } => {
            let known: Vec<_> = known.iter().map(|value| format!("`{value}`")).collect();
            out += &format!("\nOne of {}; others may be added.\n", known.join(", "));
        }
        Shape::Tagged { tag, variants } => {
            out += &format!("\n| `{tag}` | type |\n|---|---|\n");
            for variant in variants {
                out +=
                    &format!("| `{}` | {} |\n", variant.tag, kind(api, &Type::Named(variant.name.clone())));
            }
        }
        Shape::Untagged { variants } => {
            let forms: Vec<_> = variants.iter().map(|ty| kind(api, ty)).collect();
            out += &format!("\nOne of {}.\n", forms.join(", "));
        }
        Shape::Page { item } => out += &format!("\nA page of {}.\n", kind(api, item)),
    }
    for note in &definition.notes {
        out += &format!("\n> {note}\n");
    }
    out
}

/// A type with a link to where it is described; pages stand one or two levels below `reference/`.
fn kind(api: &Api, ty: &Type) -> String {
    match ty {
        Type::String => "string".into(),
        Type::Path => "path".into(),
        Type::Const(value) => format!("`{value}`"),
        Type::Known(values) => values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", "),
        Type::Integer => "integer".into(),
        Type::Number => "number".into(),
        Type::Boolean => "boolean".into(),
        Type::DateTime => "time".into(),
        Type::File => "file".into(),
        Type::Json => "any JSON".into(),
        Type::Array(item) => format!("list of {}", kind(api, item)),
        Type::Map(value) => format!("mapping to {}", kind(api, value)),
        Type::Named(name) => match api.types.get(name) {
            Some(definition) => {
                format!("[{name}](/docs/reference/types/{}.md#{})", definition.home, anchor(name))
            }
            None => name.clone(),
        },
        Type::Nullable(inner) => format!("{} or null", kind(api, inner)),
        Type::Union(forms) => forms.iter().map(|form| kind(api, form)).collect::<Vec<_>>().join(" or "),
    }
}

fn anchor(heading: &str) -> String {
    heading.to_lowercase().replace('.', "")
}
