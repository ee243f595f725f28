//! Types, one file per part of the description.

use indexmap::IndexMap;

use super::{HEADER, argument, comment, doc, ident, layout, member_doc, stored, variant, words};
use crate::model::{Api, Body, Field, Shape, Type, TypeDef, Variant};

/// Endings that the name of a union already says, outermost last.
const ENDINGS: [&str; 15] = [
    "Event", "Params", "Block", "Source", "Auth", "Network", "Actor", "Trigger", "Pause", "Input",
    "Checkout", "Resource", "Rubric", "Config", "Output",
];

pub fn files(api: &Api) -> Vec<(String, String)> {
    let mut homes: IndexMap<&str, Vec<&TypeDef>> = IndexMap::new();
    for definition in api.types.values().filter(|definition| used(api, definition)) {
        homes.entry(&definition.home).or_default().push(definition);
    }
    homes.sort_keys();
    let mut index = format!("{HEADER}//! Everything the API sends and receives.\n\n");
    for home in homes.keys() {
        index += &format!("mod {home};\n");
    }
    index += "\n";
    for home in homes.keys() {
        index += &format!("pub use {home}::*;\n");
    }
    let mut files = vec![("core/src/generated/types/mod.rs".to_owned(), index)];
    for (home, definitions) in homes {
        files.push((format!("core/src/generated/types/{home}.rs"), file(api, home, &definitions)));
    }
    files
}

/// Pages have one generic type, forms are built part by part; what no call reaches is left out.
fn used(api: &Api, definition: &TypeDef) -> bool {
    let form = api
        .operations()
        .iter()
        .any(|operation| matches!(&operation.body, Body::Multipart { schema } if *schema == definition.name));
    (definition.in_request || definition.in_response)
        && !form
        && !matches!(definition.shape, Shape::Page { .. })
}

fn file(api: &Api, home: &str, definitions: &[&TypeDef]) -> String {
    let bodies: Vec<String> = definitions.iter().map(|definition| definition_text(api, definition)).collect();
    let text = bodies.join("\n");
    let mut out = format!("{HEADER}//! Types of `spec/{home}.yaml`.\n\n");
    let words = words(&text);
    let has = |word: &str| words.contains(word);
    if has("BTreeMap") {
        out += "use std::collections::BTreeMap;\n\n";
    }
    if has("Value") {
        out += "use serde_json::Value;\n\n";
    }
    let mut model: Vec<&str> =
        ["Field", "JsonObject", "Secret", "Timestamp"].into_iter().filter(|name| has(name)).collect();
    for (call, name) in [
        ("object!", "object"),
        ("strings!", "strings"),
        ("tagged!", "tagged"),
        ("untagged!", "untagged"),
        ("either!", "either"),
    ] {
        if text.lines().any(|line| line.starts_with(&format!("{call} {{"))) {
            model.push(name);
        }
    }
    out += &format!("use crate::model::{{{}}};\n", model.join(", "));
    let mut foreign: Vec<&str> = api
        .types
        .values()
        .filter(|definition| definition.home != home && used(api, definition) && has(&definition.name))
        .map(|definition| definition.name.as_str())
        .collect();
    foreign.sort_unstable();
    if !foreign.is_empty() {
        out += &format!("use crate::generated::types::{{{}}};\n", foreign.join(", "));
    }
    out + "\n" + &text
}

fn definition_text(api: &Api, definition: &TypeDef) -> String {
    match &definition.shape {
        Shape::Object { fields } => object(api, definition, fields),
        Shape::Strings { known } => {
            let variants: Vec<_> =
                known.iter().map(|value| format!("        {} = {value:?},\n", variant(value))).collect();
            wrap(
                "strings",
                definition,
                &format!("pub enum {} {{\n{}    }}", definition.name, variants.concat()),
            )
        }
        Shape::Tagged { tag, variants } => {
            let lines: Vec<_> = variants
                .iter()
                .map(|member| {
                    let about = doc(8, &api.types[&member.name].doc);
                    let boxed = layout::boxed_variant(api, definition, &member.name);
                    let ty = if boxed { format!("Box<{}>", member.name) } else { member.name.clone() };
                    format!("{about}        {}({ty}) = {:?},\n", short(member), member.tag)
                })
                .collect();
            wrap(
                "tagged",
                definition,
                &format!("pub enum {} by {tag:?} {{\n{}    }}", definition.name, lines.concat()),
            )
        }
        Shape::Untagged { variants } if is_text_or_object(api, variants) => {
            let lines: Vec<_> = variants
                .iter()
                .map(|ty| alternative(api, ty))
                .map(|line| {
                    format!(
                        "        {},\n",
                        line.replace("\n        text ", "\n        ")
                            .replace("\n        object ", "\n        ")
                    )
                })
                .collect();
            wrap("either", definition, &format!("pub enum {} {{\n{}    }}", definition.name, lines.concat()))
        }
        Shape::Untagged { variants } => {
            let lines: Vec<_> =
                variants.iter().map(|ty| format!("        {},\n", alternative(api, ty))).collect();
            wrap(
                "untagged",
                definition,
                &format!("pub enum {} {{\n{}    }}", definition.name, lines.concat()),
            )
        }
        Shape::Page { .. } => String::new(),
    }
}

fn wrap(macro_name: &str, definition: &TypeDef, body: &str) -> String {
    format!("{macro_name}! {{\n{}    {body}\n}}\n", comment(4, "///", &definition.doc))
}

fn object(api: &Api, definition: &TypeDef, fields: &[Field]) -> String {
    let mut tags = String::new();
    let mut members = String::new();
    for field in fields {
        if let Some(text) = field.tag() {
            tags += &format!(" tag {:?} = {text:?}", field.name);
            continue;
        }
        let about =
            if field.deprecated { format!("{} (Deprecated.)", member_doc(field)) } else { member_doc(field) };
        members += &doc(8, &about);
        members += &format!(
            "        {} {}: {} = {:?},\n",
            kind(definition, field),
            ident(&field.name),
            member(api, definition, field),
            field.name
        );
    }
    let text =
        wrap("object", definition, &format!("pub struct {}{tags} {{\n{members}    }}", definition.name));
    if definition.in_request && !is_operation_body(api, &definition.name) {
        text + "\n" + &builder(definition, fields)
    } else {
        text
    }
}

/// The type of a member.
fn member(api: &Api, definition: &TypeDef, field: &Field) -> String {
    let plain = stored(&field.ty, field.secret);
    if layout::boxed_member(api, definition, &field.ty) { format!("Box<{plain}>") } else { plain }
}

/// How a member is stored: always there, optional, or absent-null-value.
fn kind(definition: &TypeDef, field: &Field) -> &'static str {
    let only_sent = definition.in_request && !definition.in_response;
    let collection = matches!(field.ty, Type::Array(_) | Type::Map(_));
    match (field.is_mandatory(), field.nullable && only_sent) {
        (true, _) => "need",
        (_, true) => "set",
        _ if collection && !definition.in_request && !field.nullable => "need",
        _ => "may",
    }
}

fn is_operation_body(api: &Api, name: &str) -> bool {
    api.operations()
        .iter()
        .any(|operation| matches!(&operation.body, Body::Json { schema, .. } if schema == name))
}

/// A constructor from the required members and a setter for each other one.
fn builder(definition: &TypeDef, fields: &[Field]) -> String {
    let name = &definition.name;
    let mut parameters = Vec::new();
    let mut values = Vec::new();
    let mut setters = String::new();
    for field in fields.iter().filter(|field| field.tag().is_none() && !field.deprecated) {
        let ident = ident(&field.name);
        match kind(definition, field) {
            "need" => {
                let (takes, value) = argument(&field.ty, field.secret, &ident);
                parameters.push(format!("{ident}: {takes}"));
                values.push(if value == ident { ident } else { format!("{ident}: {value}") });
            }
            kind => setters += &setter(field, kind, "self"),
        }
    }
    let rest = if values.len() == fields.iter().filter(|field| field.tag().is_none()).count() {
        "extra: Default::default()"
    } else {
        "..Self::default()"
    };
    let made = if values.is_empty() {
        "Self::default()".to_owned()
    } else {
        format!("Self {{ {}, {rest} }}", values.join(", "))
    };
    let about = if parameters.is_empty() {
        "One that leaves every member out."
    } else {
        "One with its required members."
    };
    format!(
        "impl {name} {{\n    /// {about}\n    pub fn new({}) -> Self {{\n        {made}\n    }}\n{setters}}}\n",
        parameters.join(", ")
    )
}

/// A chained setter for an optional member of `place`.
pub fn setter(field: &Field, kind: &str, place: &str) -> String {
    let name = ident(&field.name);
    let about = member_doc(field);
    let (takes, value) = if kind == "set" {
        (format!("impl Into<Field<{}>>", stored(&field.ty, field.secret)), format!("{name}.into()"))
    } else {
        let (takes, value) = argument(&field.ty, field.secret, &name);
        (takes, format!("Some({value})"))
    };
    format!(
        "\n{}    pub fn {name}(mut self, {name}: {takes}) -> Self {{\n        {place}.{name} = {value};\n        self\n    }}\n",
        doc(4, &about)
    )
}

/// The kind of an optional member of a request body; see [`kind`].
pub fn body_kind(api: &Api, schema: &str, field: &Field) -> &'static str {
    kind(&api.types[schema], field)
}

/// Whether a union is of a string and one object type, in this order.
fn is_text_or_object(api: &Api, variants: &[Type]) -> bool {
    let shape = |ty: &Type| if let Type::Named(name) = ty { Some(&api.types[name].shape) } else { None };
    match variants {
        [text, object] => {
            (matches!(text, Type::String | Type::Path) || matches!(shape(text), Some(Shape::Strings { .. })))
                && matches!(shape(object), Some(Shape::Object { .. }))
        }
        _ => false,
    }
}

fn alternative(api: &Api, ty: &Type) -> String {
    match ty {
        Type::Named(name) => match &api.types[name].shape {
            Shape::Strings { .. } => format!("/// By name.\n        text {name}({name})"),
            _ => format!("/// {}\n        object {name}({name})", api.types[name].doc),
        },
        Type::Map(_) => format!("/// As a mapping.\n        map Mapping({})", stored(ty, false)),
        Type::Array(_) => format!("/// As a list.\n        list List({})", stored(ty, false)),
        Type::Integer => format!("/// As a number.\n        number Number({})", stored(ty, false)),
        _ => "/// As text.\n        text Text(String)".to_owned(),
    }
}

/// `UserMessageEventParams` -> `UserMessage`.
fn short(member: &Variant) -> String {
    let mut name = member.name.as_str();
    while let Some(rest) =
        ENDINGS.iter().find_map(|ending| name.strip_suffix(ending).filter(|rest| !rest.is_empty()))
    {
        name = rest;
    }
    name.to_owned()
}
