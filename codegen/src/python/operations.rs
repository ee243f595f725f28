//! The operation table: what Python has to know about each operation, everything else being the core's.

use std::fmt::Write;

use super::layout::{self, Imports, NOTE};
use super::resources::{body_fields, constant, own_headers};
use super::types::{self, Way};
use crate::model::{Api, Body, Operation, Param, Response, Type};
use crate::output::Output;

pub fn generate(api: &Api, output: &mut Output) {
    let mut imports = Imports::default();
    let mut table = String::new();
    for (index, operation) in api.operations().into_iter().enumerate() {
        table.push_str(&entry(api, index, operation, &mut imports));
    }
    let text = format!(
        "{NOTE}\"\"\"The operations, in the order of the core's table.\"\"\"\n\nfrom __future__ import annotations\n\n\
         from datetime import datetime\nfrom typing import TYPE_CHECKING\n\nfrom ._operation import Operation\n\n\
         if TYPE_CHECKING:\n{}\n{table}",
        imports.text(4, ""),
    );
    output.file("bindings-python/python/qoder_cloud/_operations.py", text);
}

fn entry(api: &Api, index: usize, operation: &Operation, imports: &mut Imports) -> String {
    let mut arguments = vec![index.to_string(), format!("\"{}\"", operation.id)];
    let mut returned = "bytes".to_owned();
    if let Response::Json(ty) | Response::Page(ty) | Response::Events(ty) | Response::Link(ty) =
        &operation.response
    {
        returned = types::annotation(api, ty, Way::Answered, &mut |definition| {
            imports.add(format!(".types.{}", definition.home), types::name(definition, Way::Answered));
        });
        if let Some(place) = place(api, ty, Way::Answered) {
            arguments.push(format!("answer=\"{place}\""));
        }
    }
    match &operation.body {
        Body::Json { schema, required } => {
            let definition = &api.types[schema];
            arguments.push(format!("body=\"{}.{}\"", definition.home, types::name(definition, Way::Sent)));
            if !required {
                arguments.push("body_required=False".into());
            }
        }
        Body::Multipart { .. } => {
            for field in body_fields(api, operation) {
                match &field.ty {
                    Type::File => arguments.push(format!("file=\"{}\"", field.name)),
                    Type::Array(item) if **item == Type::File => {
                        arguments.push(format!("files=\"{}\"", field.name))
                    }
                    _ => {}
                }
            }
        }
        Body::None => {}
    }
    let kinds: Vec<_> =
        operation.query.iter().chain(own_headers(operation)).map(|param| kind(api, param)).collect();
    if !kinds.is_empty() {
        arguments.push(format!("arguments={{{}}}", kinds.join(", ")));
    }
    let head = format!("{}: Operation[{returned}] = Operation(", constant(operation));
    let mut text = String::new();
    let _ = write!(text, "{}", layout::call(0, &head, &arguments));
    text
}

/// `agents.Agent`: where a named type is found below `qoder_cloud.types`.
fn place(api: &Api, ty: &Type, way: Way) -> Option<String> {
    match ty {
        Type::Named(target) => {
            let definition = &api.types[target];
            Some(format!("{}.{}", definition.home, types::name(definition, way)))
        }
        Type::Nullable(inner) => place(api, inner, way),
        _ => None,
    }
}

/// `"limit": int`
fn kind(_api: &Api, param: &Param) -> String {
    let kind = match param.ty {
        Type::Integer => "int",
        Type::Number => "float",
        Type::Boolean => "bool",
        Type::DateTime => "datetime",
        Type::Array(_) => "list",
        _ => "str",
    };
    format!("\"{}\": {kind}", param.name)
}
