//! `types/*.ts`: what is sent and what comes back.

use std::collections::BTreeMap;

use super::{
    Writer, must_be_given,
    text::{HEADER, Imports, alias, doc, literal, member, open_strings},
};
use crate::model::{Body, Operation, Shape, TypeDef};

impl Writer<'_> {
    /// Text of each file by the part of the spec its types stand in.
    pub fn types(&self) -> BTreeMap<String, String> {
        let mut files: BTreeMap<&str, (String, Vec<String>)> = BTreeMap::new();
        for definition in self.exported() {
            let (text, names) = files.entry(&definition.home).or_default();
            *text += "\n";
            *text += &self.definition(definition, names);
        }
        let (text, names) = files.entry("common").or_default();
        *text += &self.shared_params(names);
        let finish = |(home, (text, names)): (&str, (String, Vec<String>))| {
            let mut imports = Imports::default();
            self.import_types(&names, "./", Some(home), &mut imports);
            let imports = imports.lines();
            let gap = if imports.is_empty() { "" } else { "\n" };
            (home.to_owned(), format!("{HEADER}{gap}{imports}{text}"))
        };
        let index: String = files.keys().map(|home| format!("export type * from './{home}.js';\n")).collect();
        let mut files: BTreeMap<_, _> = files.into_iter().map(finish).collect();
        files.insert("index".into(), format!("{HEADER}\n{index}"));
        files
    }

    /// Types that a caller meets; pages and error bodies have classes of their own.
    fn exported(&self) -> impl Iterator<Item = &TypeDef> {
        self.api.types.values().filter(|definition| definition.in_request || definition.in_response)
    }

    /// Where a name is imported from, seen from `types/`.
    fn home_of(&self, name: &str) -> Option<&str> {
        match name {
            "CommonParams" | "PageParams" => Some("common"),
            _ => self.api.types.get(name).map(|definition| definition.home.as_str()),
        }
    }

    /// Imports of named types into a file of `here`; those of `here` itself need none.
    pub fn import_types(&self, names: &[String], to_types: &str, here: Option<&str>, imports: &mut Imports) {
        for name in names {
            match name.as_str() {
                "Uploadable" => imports.ty("../upload.js", name),
                "UnknownVariant" => imports.ty("../unknown.js", name),
                _ => {
                    let home = self.home_of(name).filter(|home| Some(*home) != here);
                    home.into_iter().for_each(|home| imports.ty(&format!("{to_types}{home}.js"), name));
                }
            }
        }
    }

    fn definition(&self, definition: &TypeDef, names: &mut Vec<String>) -> String {
        let comment = doc(&definition.doc, 0);
        let name = &definition.name;
        match &definition.shape {
            Shape::Object { .. } => comment + &self.interface(definition, names),
            Shape::Strings { known } => comment + &alias(name, &open_strings(known)),
            Shape::Tagged { variants, .. } => {
                let mut members: Vec<String> = Vec::new();
                for variant in variants {
                    if !members.contains(&variant.name) {
                        members.push(variant.name.clone());
                    }
                }
                if definition.in_response {
                    members.push("UnknownVariant".into());
                }
                names.extend(members.iter().cloned());
                comment + &alias(name, &members)
            }
            Shape::Untagged { variants } => {
                let members: Vec<_> = variants.iter().map(|variant| self.ty(variant, names)).collect();
                comment + &alias(name, &members)
            }
            Shape::Page { .. } => String::new(),
        }
    }

    fn interface(&self, definition: &TypeDef, names: &mut Vec<String>) -> String {
        let Shape::Object { fields } = &definition.shape else { return String::new() };
        let operation = self.operation_of(&definition.name);
        let common = operation.is_some_and(|operation| !operation.exchange);
        if common {
            names.push("CommonParams".into());
        }
        let mut text = format!(
            "export interface {}{} {{",
            definition.name,
            if common { " extends CommonParams" } else { "" }
        );
        let mut members = String::new();
        for field in fields {
            let tag = self.tags.get(definition.name.as_str()).filter(|(name, _)| *name == field.name);
            let mut ty = match tag {
                Some((_, value)) => super::quoted(value),
                None => self.ty(&field.ty, names),
            };
            if field.nullable {
                ty += " | null";
            }
            let mut comment = literal::described(&field.doc, &field.limits);
            if field.secret {
                comment += " A secret: keep it out of logs.";
            }
            if field.deprecated {
                comment += "\n\n@deprecated";
            }
            members += &doc(&comment, 2);
            let required = if operation.is_some() { must_be_given(field) } else { field.required };
            members += &member(&field.name, required, &ty);
        }
        if let Some(operation) = operation {
            members += &self.argument_members(operation, names);
        }
        if definition.open {
            members += &doc("Any further member.", 2);
            members += "  [member: string]: unknown;\n";
        }
        if members.is_empty() {
            return text + "}\n";
        }
        text += &format!("\n{members}}}\n");
        text
    }

    /// The operation whose body this type is.
    fn operation_of(&self, name: &str) -> Option<&Operation> {
        self.api.operations().into_iter().find(|operation| match &operation.body {
            Body::Json { schema, .. } | Body::Multipart { schema } => schema == name,
            Body::None => false,
        })
    }

    /// The arguments that many operations share.
    fn shared_params(&self, names: &mut Vec<String>) -> String {
        let mut text = String::new();
        for (head, comment, params) in [
            ("CommonParams", "Arguments of every call.", &self.common),
            ("PageParams extends CommonParams", "Arguments of every list that comes in pages.", &self.paging),
        ] {
            text += &format!("\n{}export interface {head} {{\n", doc(comment, 0));
            for param in params {
                text += &doc(&literal::described(&param.doc, &param.limits), 2);
                text += &member(&param.name, false, &self.ty(&param.ty, names));
            }
            text += "}\n";
        }
        text
    }
}
