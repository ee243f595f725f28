//! The TypeScript of the Node package: the operation table, one file of types and one of resources per part of the spec.

mod resources;
mod text;
mod types;

use std::collections::BTreeMap;

use crate::{
    model::{Api, Body, Field, Operation, Paging, Param, Shape, Type},
    names,
    output::Output,
};
use text::{HEADER, doc, literal, object};

/// Where the generated files stand.
const FOLDER: &str = "bindings-node/ts";

pub fn generate(api: &Api, output: &mut Output) {
    let writer = Writer::new(api);
    for folder in ["types", "resources"] {
        output.owns(format!("{FOLDER}/{folder}"));
    }
    output.file(format!("{FOLDER}/operations.ts"), writer.operations());
    for (home, text) in writer.types() {
        output.file(format!("{FOLDER}/types/{home}.ts"), text);
    }
    for (home, text) in writer.resources() {
        output.file(format!("{FOLDER}/resources/{home}.ts"), text);
    }
}

/// What several files need to know about the whole API.
struct Writer<'a> {
    api: &'a Api,
    /// Header arguments that every operation of the API host takes.
    common: Vec<&'a Param>,
    /// Query arguments that every paged list takes.
    paging: Vec<&'a Param>,
    /// Tag member and its value, by name of the object type that carries it.
    tags: BTreeMap<&'a str, (&'a str, &'a str)>,
}

impl<'a> Writer<'a> {
    fn new(api: &'a Api) -> Self {
        let operations = api.operations();
        let hosted = || operations.iter().filter(|operation| !operation.exchange);
        let paged = || operations.iter().filter(|operation| operation.paging != Paging::None);
        let common = shared(hosted().map(|operation| operation.headers.as_slice()));
        let paging = shared(paged().map(|operation| operation.query.as_slice()));
        let mut tags = BTreeMap::new();
        for definition in api.types.values() {
            if let Shape::Tagged { tag, variants } = &definition.shape {
                tags.extend(
                    variants
                        .iter()
                        .map(|variant| (variant.name.as_str(), (tag.as_str(), variant.tag.as_str()))),
                );
            }
        }
        Self { api, common, paging, tags }
    }

    /// Header arguments of this operation alone.
    fn own_headers(&self, operation: &'a Operation) -> Vec<&'a Param> {
        operation.headers.iter().filter(|header| !self.is_common(header)).collect()
    }

    /// Query arguments of this operation alone.
    fn own_query(&self, operation: &'a Operation) -> Vec<&'a Param> {
        let paged = operation.paging != Paging::None;
        let shared = |param: &Param| paged && self.paging.iter().any(|paging| paging.name == param.name);
        operation.query.iter().filter(|param| !shared(param)).collect()
    }

    fn is_common(&self, header: &Param) -> bool {
        self.common.iter().any(|common| common.name == header.name)
    }

    fn body_fields(&self, operation: &Operation) -> &'a [Field] {
        match &operation.body {
            Body::Json { schema, .. } | Body::Multipart { schema } => self.api.fields(schema),
            Body::None => &[],
        }
    }

    /// `operations.ts`: how the arguments of each operation travel.
    fn operations(&self) -> String {
        let mut text = format!("{HEADER}\nimport type {{ Operation }} from './arguments.js';\n\n");
        let pairs = self.common.iter().map(|param| (param.name.as_str(), quoted(&param.wire)));
        text += &object("const common = ", pairs.collect(), ";", 0);
        let pairs = self.paging.iter().map(|param| (param.name.as_str(), quoted(&param.wire)));
        text += &object("const paging = ", pairs.collect(), ";", 0);
        for (index, operation) in self.api.operations().into_iter().enumerate() {
            let mut members = vec![format!("index: {index}"), format!("id: {}", quoted(&operation.id))];
            let path: Vec<_> = operation.path_params.iter().map(|param| quoted(&param.name)).collect();
            if !path.is_empty() {
                members.push(format!("path: [{}]", path.join(", ")));
            }
            members.extend(self.query_member(operation));
            let own = self.own_headers(operation);
            if !operation.exchange {
                let own: Vec<_> =
                    own.iter().map(|param| format!(", {}: {}", param.name, quoted(&param.wire))).collect();
                let headers =
                    if own.is_empty() { "common".into() } else { format!("{{ ...common{} }}", own.concat()) };
                members.push(format!("headers: {headers}"));
            }
            members.extend(self.body_members(operation));
            text += &format!(
                "\n/** `{}` */\nexport const {}: Operation = {{\n",
                operation.id,
                names::camel(&operation.id)
            );
            for member in members {
                text += &format!("  {member},\n");
            }
            text += "};\n";
        }
        text
    }

    fn query_member(&self, operation: &Operation) -> Option<String> {
        let pair = |param: &&Param| (param.name.as_str().to_owned(), quoted(&param.wire));
        let paged = operation.paging != Paging::None;
        let own = self.own_query(operation);
        let mut pairs: Vec<(String, String)> = own.iter().map(pair).collect();
        if paged && pairs.is_empty() {
            return Some("query: paging".into());
        }
        if paged {
            pairs.insert(0, ("...paging".into(), String::new()));
        }
        let pairs: Vec<_> = pairs.iter().map(|(name, wire)| (name.as_str(), wire.clone())).collect();
        (!pairs.is_empty()).then(|| object("query: ", pairs, "", 2).trim().to_owned())
    }

    fn body_members(&self, operation: &Operation) -> Vec<String> {
        let fields = self.body_fields(operation);
        let mut members = Vec::new();
        let required: Vec<_> =
            fields.iter().filter(|field| must_be_given(field)).map(|field| quoted(&field.name)).collect();
        if !required.is_empty() {
            members.push(format!("required: [{}]", required.join(", ")));
        }
        match &operation.body {
            Body::None => {}
            Body::Json { .. } => {
                members.push("body: 'json'".into());
                let constants =
                    fields.iter().filter(|field| field.required).filter_map(|field| match &field.ty {
                        Type::Const(value) => Some((field.name.as_str(), quoted(value))),
                        _ => None,
                    });
                let constants: Vec<_> = constants.collect();
                if !constants.is_empty() {
                    members.push(object("constants: ", constants, "", 2).trim().to_owned());
                }
            }
            Body::Multipart { .. } => {
                let kinds = fields.iter().map(|field| {
                    let kind = match &field.ty {
                        Type::File => "file",
                        Type::Array(inner) if **inner == Type::File => "files",
                        _ if field.json_text => "json",
                        _ => "text",
                    };
                    (field.name.as_str(), quoted(kind))
                });
                members.push("body: 'multipart'".into());
                members.push(object("parts: ", kinds.collect(), "", 2).trim().to_owned());
            }
        }
        members
    }

    /// A type as a TypeScript expression; `names` collects the named ones.
    fn ty(&self, ty: &Type, names: &mut Vec<String>) -> String {
        match ty {
            Type::String | Type::Path | Type::DateTime => "string".into(),
            Type::Const(value) => quoted(value),
            Type::Known(values) => text::open_strings(values).join(" | "),
            Type::Integer | Type::Number => "number".into(),
            Type::Boolean => "boolean".into(),
            Type::File => {
                names.push("Uploadable".into());
                "Uploadable".into()
            }
            Type::Json => "unknown".into(),
            Type::Array(inner) => {
                let inner = self.ty(inner, names);
                if inner.contains(" | ") { format!("({inner})[]") } else { format!("{inner}[]") }
            }
            Type::Map(inner) => format!("Record<string, {}>", self.ty(inner, names)),
            Type::Named(name) => {
                names.push(name.clone());
                name.clone()
            }
            Type::Nullable(inner) => format!("{} | null", self.ty(inner, names)),
            Type::Union(variants) => {
                variants.iter().map(|variant| self.ty(variant, names)).collect::<Vec<_>>().join(" | ")
            }
        }
    }

    /// Query and header arguments as members of a parameter interface.
    fn argument_members(&self, operation: &'a Operation, names: &mut Vec<String>) -> String {
        let mut members = String::new();
        for param in self.own_query(operation).into_iter().chain(self.own_headers(operation)) {
            members += &doc(&literal::described(&param.doc, &param.limits), 2);
            members += &text::member(&param.name, false, &self.ty(&param.ty, names));
        }
        members
    }
}

/// The parameters that all lists have in common.
fn shared<'a>(mut lists: impl Iterator<Item = &'a [Param]>) -> Vec<&'a Param> {
    let mut shared: Vec<_> = lists.next().unwrap_or_default().iter().collect();
    for list in lists {
        shared.retain(|param| list.iter().any(|other| other.name == param.name));
    }
    shared
}

/// Constants are filled in, so only the others must be given.
fn must_be_given(field: &Field) -> bool {
    field.required && !matches!(field.ty, Type::Const(_))
}

fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\\', "\\\\").replace('\'', "\\'"))
}
