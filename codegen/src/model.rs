//! The API as the backends see it: resources, operations and types, free of OpenAPI's spelling.

use indexmap::IndexMap;
use serde_json::Value;

use crate::names;

/// Everything the description says.
pub struct Api {
    /// Top-level resources in the order of the tags.
    pub resources: Vec<Resource>,
    /// Named types in spec order.
    pub types: IndexMap<String, TypeDef>,
}

/// A node of `client.sessions.threads…`.
pub struct Resource {
    /// Full path, outermost first: `["sessions", "threads"]`.
    pub path: Vec<String>,
    pub doc: String,
    pub operations: Vec<Operation>,
    pub children: Vec<Resource>,
}

/// One operation.
pub struct Operation {
    /// `agents.create`
    pub id: String,
    pub method: String,
    pub path: String,
    /// Served by the token exchange host instead of the API host.
    pub exchange: bool,
    pub summary: String,
    pub description: Option<String>,
    pub notes: Vec<String>,
    pub errors: Vec<ErrorCase>,
    pub path_params: Vec<Param>,
    pub query: Vec<Param>,
    pub headers: Vec<Param>,
    pub body: Body,
    pub response: Response,
    pub paging: Paging,
    pub retry: Retry,
    /// The beta identifier that some bodies need.
    pub beta: Option<String>,
}

/// A documented failure.
pub struct ErrorCase {
    pub status: u64,
    pub when: String,
}

/// A path, query or header argument.
pub struct Param {
    /// As an argument: `created_at_gte`.
    pub name: String,
    /// On the wire: `created_at[gte]`.
    pub wire: String,
    pub doc: String,
    pub ty: Type,
    /// Limits and default as the spec has them: `minimum`, `maximum`, `default`.
    pub limits: Limits,
}

#[derive(Clone, PartialEq)]
pub enum Body {
    None,
    /// Name of the object type in [`Api::types`].
    Json {
        schema: String,
        required: bool,
    },
    Multipart {
        schema: String,
    },
}

#[derive(Clone, PartialEq)]
pub enum Response {
    Json(Type),
    /// A page; the type is the item's.
    Page(Type),
    /// Server-sent events; the type is the event's.
    Events(Type),
    Bytes,
    /// JSON that holds a signed URL.
    Link(Type),
}

#[derive(Clone, Copy, PartialEq)]
pub enum Paging {
    None,
    Cursor,
    Bidirectional,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Retry {
    Always,
    WithKey,
    Never,
}

/// A named type.
pub struct TypeDef {
    pub name: String,
    pub doc: String,
    pub notes: Vec<String>,
    /// The part of `spec/` it stands in: `agents`.
    pub home: String,
    pub shape: Shape,
    /// Takes members beyond those described.
    pub open: bool,
    /// Reachable from a request body.
    pub in_request: bool,
    /// Reachable from an answer.
    pub in_response: bool,
}

pub enum Shape {
    Object {
        fields: Vec<Field>,
    },
    /// An open set of strings.
    Strings {
        known: Vec<String>,
    },
    /// Objects told apart by a string member.
    Tagged {
        tag: String,
        variants: Vec<Variant>,
    },
    /// Told apart by their JSON type.
    Untagged {
        variants: Vec<Type>,
    },
    /// `PageInfo` plus `data` of this item.
    Page {
        item: Type,
    },
}

/// A member of a tagged union.
pub struct Variant {
    /// Value of the tag.
    pub tag: String,
    /// Name of the object type.
    pub name: String,
}

pub struct Field {
    pub name: String,
    pub doc: String,
    /// Never [`Type::Nullable`]; see `nullable`.
    pub ty: Type,
    pub required: bool,
    pub nullable: bool,
    /// A secret: never to be printed.
    pub secret: bool,
    pub deprecated: bool,
    /// Multipart text part that holds this value as JSON.
    pub json_text: bool,
    /// It is text, `NAME=value` by lines, for which callers may give a mapping.
    pub mapping: bool,
    /// Files of the caller's machine, which become members of another field.
    pub mounts: Option<String>,
    pub limits: Limits,
}

/// Limits that documentation and checks mention.
#[derive(Clone, Default)]
pub struct Limits {
    pub default: Option<Value>,
    pub minimum: Option<i64>,
    pub maximum: Option<i64>,
    pub max_items: Option<u64>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Type {
    String,
    /// The path of a file on the caller's machine.
    Path,
    /// Exactly this string.
    Const(String),
    /// A string with known values that has no name of its own.
    Known(Vec<String>),
    Integer,
    Number,
    Boolean,
    DateTime,
    /// A file part.
    File,
    /// Any JSON value.
    Json,
    Array(Box<Type>),
    Map(Box<Type>),
    Named(String),
    Nullable(Box<Type>),
    /// One of several JSON types, without a name of its own.
    Union(Vec<Type>),
}

impl Api {
    /// Reads the merged document.
    pub fn from_bundle(bundle: &Value) -> Result<Self, String> {
        let mut types = IndexMap::new();
        for (name, schema) in object(&bundle["components"]["schemas"]) {
            types.insert(name.clone(), type_def(name, schema)?);
        }
        inherit_variants(bundle, &mut types);
        let mut resources = Vec::new();
        for tag in array(&bundle["tags"]) {
            let path: Vec<String> = text(&tag["name"]).split('.').map(str::to_owned).collect();
            let resource = Resource {
                path,
                doc: text(&tag["description"]),
                operations: Vec::new(),
                children: Vec::new(),
            };
            place(&mut resources, resource);
        }
        let mut api = Self { resources, types };
        for (path, item) in object(&bundle["paths"]) {
            for (method, operation) in object(item) {
                let operation = api.operation(bundle, path, method, operation)?;
                let (owner, _) = operation
                    .id
                    .rsplit_once('.')
                    .ok_or_else(|| format!("`{}` has no resource", operation.id))?;
                let owner =
                    api.resource_mut(owner).ok_or_else(|| format!("no resource for `{}`", operation.id))?;
                owner.operations.push(operation);
            }
        }
        let library =
            object(&bundle["components"]["schemas"]).filter(|(_, schema)| schema.get("x-library").is_some());
        api.mark_directions(library.map(|(name, _)| name.clone()).collect());
        Ok(api)
    }

    /// Every resource, parents before children.
    pub fn all_resources(&self) -> Vec<&Resource> {
        fn walk<'a>(resources: &'a [Resource], into: &mut Vec<&'a Resource>) {
            for resource in resources {
                into.push(resource);
                walk(&resource.children, into);
            }
        }
        let mut all = Vec::new();
        walk(&self.resources, &mut all);
        all
    }

    /// Every operation in resource order.
    pub fn operations(&self) -> Vec<&Operation> {
        self.all_resources().into_iter().flat_map(|resource| &resource.operations).collect()
    }

    /// Fields of a named object type; empty for other types.
    pub fn fields(&self, name: &str) -> &[Field] {
        match self.types.get(name).map(|definition| &definition.shape) {
            Some(Shape::Object { fields }) => fields,
            _ => &[],
        }
    }

    fn resource_mut(&mut self, id: &str) -> Option<&mut Resource> {
        let mut level = &mut self.resources;
        let mut parts = id.split('.').peekable();
        while let Some(part) = parts.next() {
            let node = level.iter_mut().find(|node| node.path.last().is_some_and(|name| name == part))?;
            if parts.peek().is_none() {
                return Some(node);
            }
            level = &mut node.children;
        }
        None
    }

    fn operation(&self, bundle: &Value, path: &str, method: &str, raw: &Value) -> Result<Operation, String> {
        let id = text(&raw["operationId"]);
        let mut operation = Operation {
            method: method.to_owned(),
            path: path.to_owned(),
            exchange: raw.get("servers").is_some(),
            summary: text(&raw["summary"]),
            description: raw["description"].as_str().map(str::to_owned),
            notes: strings(&raw["x-notes"]),
            errors: array(&raw["x-errors"])
                .iter()
                .map(|case| ErrorCase {
                    status: case["status"].as_u64().unwrap_or_default(),
                    when: text(&case["when"]),
                })
                .collect(),
            path_params: Vec::new(),
            query: Vec::new(),
            headers: Vec::new(),
            body: body(raw),
            response: self.response(&id, raw)?,
            paging: match raw["x-pagination"].as_str() {
                Some("cursor") => Paging::Cursor,
                Some("bidirectional") => Paging::Bidirectional,
                _ => Paging::None,
            },
            retry: match raw["x-retryable"].as_str() {
                Some("always") => Retry::Always,
                Some("with-idempotency-key") => Retry::WithKey,
                Some("never") => Retry::Never,
                other => return Err(format!("{id}: unknown x-retryable {other:?}")),
            },
            beta: raw["x-beta-header"].as_str().map(str::to_owned),
            id,
        };
        for parameter in array(&raw["parameters"]) {
            let parameter = resolve(bundle, parameter);
            let wire = text(&parameter["name"]);
            let param = Param {
                name: names::argument(&wire),
                doc: text(&parameter["description"]),
                ty: type_of(&parameter["schema"])
                    .map_err(|fault| format!("{}?{wire}: {fault}", operation.id))?,
                limits: limits(&parameter["schema"]),
                wire,
            };
            match parameter["in"].as_str() {
                Some("path") => operation.path_params.push(param),
                Some("query") => operation.query.push(param),
                // The request ID and the idempotency key are options of every call, not arguments of this one.
                Some("header") if matches!(param.wire.as_str(), "x-request-id" | "Idempotency-Key") => {}
                Some("header") => operation.headers.push(param),
                other => return Err(format!("{}: a parameter in {other:?}", operation.id)),
            }
        }
        Ok(operation)
    }

    fn response(&self, id: &str, raw: &Value) -> Result<Response, String> {
        let success =
            object(&raw["responses"]).find(|(status, _)| status.starts_with('2')).map(|(_, answer)| answer);
        let content = success
            .and_then(|answer| answer["content"].as_object())
            .and_then(|content| content.iter().next());
        let Some((_, media)) = content else { return Err(format!("{id}: no content in its success answer")) };
        if raw["x-binary"] == true && raw.get("x-download-link").is_none() {
            return Ok(Response::Bytes);
        }
        let ty = type_of(&media["schema"]).map_err(|fault| format!("{id}: {fault}"))?;
        if raw["x-stream"] == "sse" {
            return Ok(Response::Events(ty));
        }
        if raw.get("x-download-link").is_some() {
            return Ok(Response::Link(ty));
        }
        if let Type::Named(name) = &ty
            && let Some(Shape::Page { item }) = self.types.get(name).map(|definition| &definition.shape)
        {
            return Ok(Response::Page(item.clone()));
        }
        Ok(Response::Json(ty))
    }

    /// Finds out which types requests hold and which answers do. Types of the `library` that no request holds are what it
    /// gives back.
    fn mark_directions(&mut self, library: Vec<String>) {
        let (mut sent, mut received) = (Vec::new(), Vec::new());
        for operation in self.operations() {
            match &operation.body {
                Body::Json { schema, .. } | Body::Multipart { schema } => sent.push(schema.clone()),
                Body::None => {}
            }
            for param in operation.query.iter().chain(&operation.headers) {
                collect(&param.ty, &mut sent);
            }
            match &operation.response {
                Response::Json(ty) | Response::Page(ty) | Response::Events(ty) | Response::Link(ty) => {
                    collect(ty, &mut received)
                }
                Response::Bytes => {}
            }
        }
        let sent = self.closure(sent);
        received.extend(library.into_iter().filter(|name| !sent.contains(name)));
        for name in sent {
            self.types[&name].in_request = true;
        }
        for name in self.closure(received) {
            self.types[&name].in_response = true;
        }
    }

    fn closure(&self, mut todo: Vec<String>) -> Vec<String> {
        let mut seen: Vec<String> = Vec::new();
        while let Some(name) = todo.pop() {
            if seen.contains(&name) {
                continue;
            }
            match &self.types[&name].shape {
                Shape::Object { fields } => fields.iter().for_each(|field| collect(&field.ty, &mut todo)),
                Shape::Tagged { variants, .. } => {
                    todo.extend(variants.iter().map(|variant| variant.name.clone()))
                }
                Shape::Untagged { variants } => variants.iter().for_each(|ty| collect(ty, &mut todo)),
                Shape::Page { item } => collect(item, &mut todo),
                Shape::Strings { .. } => {}
            }
            seen.push(name);
        }
        seen
    }
}

/// Resources that can do more than one call at a time: each language writes that by hand, in a class to derive from.
const HELPED: [&str; 8] = [
    "agents",
    "environments",
    "environments.work",
    "files",
    "memory_stores",
    "memory_stores.memories",
    "sessions",
    "vaults",
];

impl Resource {
    /// Last part of the path: `threads`.
    pub fn name(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// `SessionsThreads`
    pub fn type_name(&self) -> String {
        names::pascal(&self.path.join("."))
    }

    /// The hand-written class to derive from, if there is one: `SessionHelpers`.
    pub fn helpers(&self) -> Option<String> {
        let helped = HELPED.contains(&self.path.join(".").as_str());
        helped.then(|| format!("{}Helpers", names::pascal(&names::singular(self.name()))))
    }
}

impl Field {
    /// The one value it can have: its constant, or the only kind that an object's `type` is known to say.
    pub fn tag(&self) -> Option<&str> {
        match &self.ty {
            Type::Const(value) => Some(value),
            Type::Known(values) if values.len() == 1 && self.name == "type" && self.required => {
                values.first().map(String::as_str)
            }
            _ => None,
        }
    }

    /// Whether callers have to give it.
    pub fn is_mandatory(&self) -> bool {
        self.required && !self.nullable
    }
}

impl Operation {
    /// Last part of the ID: `create`.
    pub fn name(&self) -> &str {
        self.id.rsplit('.').next().unwrap_or_default()
    }
}

fn place(level: &mut Vec<Resource>, resource: Resource) {
    let depth = resource.path.len();
    if depth > 1 {
        for node in level.iter_mut() {
            if resource.path.starts_with(&node.path) {
                return place(&mut node.children, resource);
            }
        }
    }
    level.push(resource);
}

/// A tagged union that lists another one among its variants has that one's variants too.
fn inherit_variants(bundle: &Value, types: &mut IndexMap<String, TypeDef>) {
    for (name, schema) in object(&bundle["components"]["schemas"]) {
        for variant in array(&schema["oneOf"]) {
            let inner = text(&variant["$ref"]).rsplit('/').next().unwrap_or_default().to_owned();
            let Some(Shape::Tagged { variants, .. }) = types.get(&inner).map(|definition| &definition.shape)
            else {
                continue;
            };
            let inherited: Vec<_> = variants
                .iter()
                .map(|variant| Variant { tag: variant.tag.clone(), name: variant.name.clone() })
                .collect();
            if let Some(Shape::Tagged { variants, .. }) =
                types.get_mut(name).map(|definition| &mut definition.shape)
            {
                variants.extend(inherited);
            }
        }
    }
}

fn collect(ty: &Type, into: &mut Vec<String>) {
    match ty {
        Type::Named(name) => into.push(name.clone()),
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => collect(inner, into),
        Type::Union(variants) => variants.iter().for_each(|variant| collect(variant, into)),
        _ => {}
    }
}

fn body(raw: &Value) -> Body {
    let required = raw["requestBody"]["required"] == true;
    let Some((media, content)) =
        raw["requestBody"]["content"].as_object().and_then(|content| content.iter().next())
    else {
        return Body::None;
    };
    let schema = text(&content["schema"]["$ref"]).rsplit('/').next().unwrap_or_default().to_owned();
    if media == "multipart/form-data" { Body::Multipart { schema } } else { Body::Json { schema, required } }
}

fn type_def(name: &str, schema: &Value) -> Result<TypeDef, String> {
    Ok(TypeDef {
        name: name.to_owned(),
        doc: text(&schema["description"]),
        notes: strings(&schema["x-notes"]),
        home: text(&schema["x-home"]),
        shape: shape(schema).map_err(|fault| format!("{name}: {fault}"))?,
        open: schema["additionalProperties"] == true,
        in_request: false,
        in_response: false,
    })
}

fn shape(schema: &Value) -> Result<Shape, String> {
    if let Some(mapping) = schema["discriminator"]["mapping"].as_object() {
        let variants = mapping
            .iter()
            .map(|(tag, target)| Variant {
                tag: tag.clone(),
                name: text(target).rsplit('/').next().unwrap_or_default().to_owned(),
            })
            .collect();
        return Ok(Shape::Tagged { tag: text(&schema["discriminator"]["propertyName"]), variants });
    }
    if let Some(parts) = schema["allOf"].as_array() {
        let item = parts
            .iter()
            .find_map(|part| part["properties"]["data"].get("items"))
            .ok_or("allOf is for pages only")?;
        return Ok(Shape::Page { item: type_of(item)? });
    }
    if schema.get("oneOf").is_some() {
        let variants = array(&schema["oneOf"]).iter().map(type_of).collect::<Result<_, _>>()?;
        return Ok(Shape::Untagged { variants });
    }
    if schema["type"] == "string" {
        return Ok(Shape::Strings { known: known(schema) });
    }
    let required = strings(&schema["required"]);
    let mut fields = Vec::new();
    for (name, property) in object(&schema["properties"]) {
        let ty = type_of(property).map_err(|fault| format!("{name}: {fault}"))?;
        let (ty, nullable) = match ty {
            Type::Nullable(inner) => (*inner, true),
            other => (other, false),
        };
        let json_text = property["contentMediaType"] == "application/json";
        fields.push(Field {
            name: name.clone(),
            doc: text(&property["description"]),
            ty: match property["x-mapping"].as_str() {
                Some(name) => Type::Named(name.to_owned()),
                None if json_text => type_of(&property["contentSchema"])?,
                None => ty,
            },
            required: required.contains(name),
            nullable,
            secret: property["writeOnly"] == true || property["x-secret"] == true,
            deprecated: property["deprecated"] == true,
            json_text,
            mapping: property.get("x-mapping").is_some(),
            mounts: property["x-mounts"].as_str().map(str::to_owned),
            limits: limits(property),
        });
    }
    Ok(Shape::Object { fields })
}

fn type_of(schema: &Value) -> Result<Type, String> {
    if let Some(target) = schema["$ref"].as_str() {
        return Ok(Type::Named(target.rsplit('/').next().unwrap_or_default().to_owned()));
    }
    if let Some(variants) = schema["oneOf"].as_array() {
        let nullable = variants.iter().any(|variant| variant["type"] == "null");
        let rest: Vec<_> = variants
            .iter()
            .filter(|variant| variant["type"] != "null")
            .map(type_of)
            .collect::<Result<_, _>>()?;
        let ty = match <[Type; 1]>::try_from(rest) {
            Ok([single]) => single,
            Err(_) => return Err("a union needs a name of its own".into()),
        };
        return Ok(if nullable { Type::Nullable(Box::new(ty)) } else { ty });
    }
    if let Some(value) = schema["const"].as_str() {
        return Ok(Type::Const(value.to_owned()));
    }
    match &schema["type"] {
        Value::Array(kinds) => {
            let nullable = kinds.iter().any(|kind| kind == "null");
            let mut rest = kinds
                .iter()
                .filter(|kind| *kind != "null")
                .map(|kind| {
                    let mut single = schema.clone();
                    single["type"] = kind.clone();
                    type_of(&single)
                })
                .collect::<Result<Vec<_>, _>>()?;
            let ty = if rest.len() == 1 { rest.remove(0) } else { Type::Union(rest) };
            Ok(if nullable { Type::Nullable(Box::new(ty)) } else { ty })
        }
        Value::String(kind) => Ok(match kind.as_str() {
            "string" if schema["format"] == "date-time" => Type::DateTime,
            "string" if schema["contentMediaType"] == "application/octet-stream" => Type::File,
            "string" if schema["format"] == "path" => Type::Path,
            "string" if !known(schema).is_empty() => Type::Known(known(schema)),
            "string" => Type::String,
            "integer" => Type::Integer,
            "number" => Type::Number,
            "boolean" => Type::Boolean,
            "array" => Type::Array(Box::new(type_of(&schema["items"])?)),
            "object" => Type::Map(Box::new(match &schema["additionalProperties"] {
                Value::Object(value) if !value.is_empty() => type_of(&schema["additionalProperties"])?,
                _ => Type::Json,
            })),
            other => return Err(format!("unknown type `{other}`")),
        }),
        _ => Ok(Type::Json),
    }
}

fn known(schema: &Value) -> Vec<String> {
    let closed = strings(&schema["enum"]);
    if closed.is_empty() { strings(&schema["x-known-values"]) } else { closed }
}

fn limits(schema: &Value) -> Limits {
    Limits {
        default: schema.get("default").cloned(),
        minimum: schema["minimum"].as_i64(),
        maximum: schema["maximum"].as_i64(),
        max_items: schema["maxItems"].as_u64(),
    }
}

fn resolve<'a>(bundle: &'a Value, value: &'a Value) -> &'a Value {
    value["$ref"].as_str().and_then(|target| bundle.pointer(&target[1..])).unwrap_or(value)
}

fn object(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn strings(value: &Value) -> Vec<String> {
    array(value).iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
