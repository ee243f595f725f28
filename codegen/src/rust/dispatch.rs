//! The dispatch that scenarios reach the typed methods through, so that tests exercise what users call.

use super::{HEADER, ident, stored, types};
use crate::model::{Api, Body, Operation, Resource, Response, Type};

pub fn file(api: &Api) -> String {
    let mut out = format!("{HEADER}//! Calls the typed method of an operation by its ID.\n\n");
    out += "use std::collections::BTreeMap;\n\nuse qoder_cloud::{Client, Error, Field, Secret, Timestamp, types::*};\n\n";
    out += "use crate::args::{Args, Outcome};\n\n";
    out += "/// Makes the call with the arguments named in `args`.\n///\n/// # Errors\n/// What the typed method returns.\n";
    // Boxed: one future over all operations would overflow a thread's stack.
    out += "pub async fn call(client: &Client, operation: &str, args: &mut Args) -> Result<Outcome, Error> {\n    match operation {\n";
    for operation in api.operations() {
        out += &format!(
            "        {:?} => Box::pin({}(client, args)).await,\n",
            operation.id,
            function(operation)
        );
    }
    out += "        unknown => panic!(\"no operation is called {unknown}\"),\n    }\n}\n";
    for resource in api.all_resources() {
        for operation in &resource.operations {
            out += &caller(api, resource, operation);
        }
    }
    out
}

fn function(operation: &Operation) -> String {
    operation.id.replace('.', "_")
}

fn caller(api: &Api, resource: &Resource, operation: &Operation) -> String {
    let mut arguments: Vec<String> = operation
        .path_params
        .iter()
        .map(|param| format!("args.required::<String>({:?})", param.name))
        .collect();
    let mut optional = String::new();
    let mut set = |name: &str, ty: &str| {
        optional += &format!(
            "if let Some(value) = args.optional::<{ty}>({name:?}) {{ call = call.{}(value); }}\n",
            ident(name)
        );
    };
    match &operation.body {
        Body::None => {}
        Body::Json { schema, .. } => {
            for field in api.fields(schema).iter().filter(|field| !field.deprecated && field.tag().is_none())
            {
                let ty = stored(&field.ty, field.secret);
                if field.is_mandatory() {
                    arguments.push(format!("args.required::<{ty}>({:?})", field.name));
                } else if types::body_kind(api, schema, field) == "set" {
                    set(&field.name, &format!("Field<{ty}>"));
                } else {
                    set(&field.name, &ty);
                }
            }
        }
        Body::Multipart { schema } => {
            for field in api.fields(schema).iter().filter(|field| !field.deprecated) {
                match &field.ty {
                    Type::File => arguments.push(format!("args.part({:?})", field.name)),
                    Type::Array(_) => arguments.push(format!("args.parts({:?})", field.name)),
                    ty => set(&field.name, &stored(ty, false)),
                }
            }
        }
    }
    for param in &operation.query {
        set(&param.name, &stored(&param.ty, false));
    }
    for param in &operation.headers {
        let ty = if matches!(param.ty, Type::Array(_)) { "Vec<String>" } else { "String" };
        set(&param.name, ty);
    }
    let handle: Vec<_> = resource.path.iter().map(|name| format!("{name}()")).collect();
    let outcome = match operation.response {
        Response::Json(_) => "Outcome::json(call.response().await?)",
        Response::Page(_) => "Outcome::list(call.pages())",
        Response::Events(_) => "Outcome::events(call.await?)",
        Response::Bytes | Response::Link(_) => "Outcome::download(call.await?)",
    };
    format!(
        "\nasync fn {}(client: &Client, args: &mut Args) -> Result<Outcome, Error> {{\n#[allow(unused_mut)]\nlet mut call = client.{}.{}({});\n{optional}call = call.options(args.call_options());\nOk({outcome})\n}}\n",
        function(operation),
        handle.join("."),
        operation.name(),
        arguments.join(", ")
    )
}
