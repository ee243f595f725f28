//! The operation table: one static per operation.

use super::{HEADER, static_name};
use crate::model::{Api, Body, Operation, Paging, Param, Response, Retry, Type};

pub fn file(api: &Api) -> String {
    let operations = api.operations();
    let mut out = format!("{HEADER}//! The operation table: every operation of the API as data.\n\n");
    out += "use crate::operation::{BodyKind, Host, Method, Operation, Paging, Param, ResponseKind, RetryClass};\n\n";
    out += "/// Every operation, in the order of the description; bindings refer to operations by their place here.\n";
    out += &format!("pub static ALL: [&Operation; {}] = [\n", operations.len());
    for operation in &operations {
        out += &format!("&{},", static_name(&operation.id));
    }
    out += "];\n\n";
    for operation in &operations {
        out += &entry(api, operation);
    }
    out
}

fn entry(api: &Api, operation: &Operation) -> String {
    let paging = match operation.paging {
        Paging::None => "None",
        Paging::Cursor => "Cursor",
        Paging::Bidirectional => "Bidirectional",
    };
    let retry = match operation.retry {
        Retry::Always => "Always",
        Retry::WithKey => "WithKey",
        Retry::Never => "Never",
    };
    let body = match &operation.body {
        Body::None => "None".to_owned(),
        Body::Json { required, .. } => format!("Json {{ required: {required} }}"),
        Body::Multipart { .. } => "Multipart".to_owned(),
    };
    let members = match &operation.body {
        Body::Json { schema, .. } => api.fields(schema),
        _ => &[],
    };
    let mappings: Vec<_> = members.iter().filter(|field| field.mapping).map(|field| &field.name).collect();
    let mounts: Vec<_> =
        members.iter().filter_map(|field| Some((&field.name, field.mounts.as_ref()?))).collect();
    let response = match operation.response {
        Response::Json(_) => "Json",
        Response::Page(_) => "Page",
        Response::Events(_) => "Events",
        Response::Bytes => "Bytes",
        Response::Link(_) => "Link",
    };
    format!(
        "/// {summary}\npub static {name}: Operation = Operation {{
            id: {id:?}, method: Method::{method}, path: {path:?}, query: &[{query}], headers: &[{headers}],
            body: BodyKind::{body}, mappings: &{mappings:?}, mounts: &{mounts:?}, response: ResponseKind::{response}, paging: Paging::{paging},
            retry: RetryClass::{retry}, host: Host::{host},
        }};\n\n",
        summary = operation.summary,
        name = static_name(&operation.id),
        id = operation.id,
        method = super::variant(&operation.method),
        path = operation.path,
        query = params(&operation.query),
        headers = params(&operation.headers),
        host = if operation.exchange { "Exchange" } else { "Api" },
    )
}

fn params(params: &[Param]) -> String {
    let entries: Vec<_> = params
        .iter()
        .map(|param| {
            let repeated = matches!(param.ty, Type::Array(_)) && param.wire != "x-qoder-beta";
            format!("Param {{ name: {:?}, wire: {:?}, repeated: {repeated} }}", param.name, param.wire)
        })
        .collect();
    entries.join(", ")
}
