//! About how many bytes values of the generated types take, on a machine of 64 bits.

use crate::model::{Api, Shape, Type, TypeDef};

/// A variant larger than this stands in a box: the largest decides what every move of its union costs, and up to here
/// a move takes no call.
const LARGE: usize = 128;

/// Fields from which on an object inside an answer stands in a box.
const MANY: usize = 7;

const POINTER: usize = 8;
const TEXT: usize = 24;
const MAP: usize = 72;

/// Whether a member of this type stands in a box.
pub fn boxed_member(api: &Api, owner: &TypeDef, ty: &Type) -> bool {
    matches!(ty, Type::Named(name) if !owner.in_request && api.fields(name).len() >= MANY)
}

/// Whether a variant of this union stands in a box. What callers build does not.
pub fn boxed_variant(api: &Api, owner: &TypeDef, variant: &str) -> bool {
    !owner.in_request && named(api, variant) > LARGE
}

fn named(api: &Api, name: &str) -> usize {
    let definition = &api.types[name];
    match &definition.shape {
        Shape::Object { fields } => {
            let members = fields.iter().filter(|field| field.tag().is_none());
            POINTER + members.map(|field| member(api, definition, &field.ty)).sum::<usize>()
        }
        Shape::Strings { .. } => TEXT,
        Shape::Tagged { variants, .. } => {
            let sizes = variants.iter().map(|variant| named(api, &variant.name));
            POINTER
                + sizes.max().unwrap_or_default().min(if definition.in_request { usize::MAX } else { LARGE })
        }
        Shape::Untagged { variants } => {
            POINTER + variants.iter().map(|ty| member(api, definition, ty)).max().unwrap_or_default()
        }
        Shape::Page { .. } => 0,
    }
}

fn member(api: &Api, owner: &TypeDef, ty: &Type) -> usize {
    match ty {
        _ if boxed_member(api, owner, ty) => POINTER,
        Type::Named(name) => named(api, name),
        Type::Nullable(inner) => member(api, owner, inner),
        Type::Union(variants) => variants.iter().map(|ty| member(api, owner, ty)).max().unwrap_or_default(),
        Type::Boolean => 1,
        Type::Integer | Type::Number => 2 * POINTER,
        Type::Map(_) | Type::Json => MAP,
        _ => TEXT,
    }
}
