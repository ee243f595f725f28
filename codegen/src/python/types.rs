//! The types: a Struct for what is answered, a TypedDict for what is sent.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::layout::{self, Imports, NOTE};
use crate::model::{Api, Field, Shape, Type, TypeDef};
use crate::output::Output;

pub const FOLDER: &str = "bindings-python/python/qoder_cloud/types";

/// Which way a value travels.
#[derive(Clone, Copy, PartialEq)]
pub enum Way {
    Sent,
    Answered,
}

/// The Python name of a named type.
///
/// What is sent ends in `Params` (objects) or `Param` (choices); what is answered has the plain name.
pub fn name(definition: &TypeDef, way: Way) -> String {
    let plain = &definition.name;
    let sent_name = plain.ends_with("Params") || plain.ends_with("Param");
    match (&definition.shape, way) {
        (Shape::Strings { .. }, _) => plain.clone(),
        (_, Way::Sent) if sent_name => plain.clone(),
        (_, Way::Sent) => format!("{plain}Params"),
        // A request object that the service keeps and repeats.
        (_, Way::Answered) if sent_name => {
            format!("Stored{}", plain.trim_end_matches('s').trim_end_matches("Param"))
        }
        (_, Way::Answered) => plain.clone(),
    }
}

/// Whether the type exists in Python for this way.
fn has(definition: &TypeDef, way: Way) -> bool {
    match way {
        Way::Sent => definition.in_request,
        Way::Answered => definition.in_response,
    }
}

/// Writes an annotation, reporting each named type it needs.
pub fn annotation(api: &Api, ty: &Type, way: Way, need: &mut dyn FnMut(&TypeDef)) -> String {
    let mut inner = |ty: &Type| annotation(api, ty, way, need);
    match ty {
        Type::String | Type::Known(_) => "str".into(),
        Type::Path => "LocalPath".into(),
        Type::Const(value) => format!("Literal[\"{value}\"]"),
        Type::Integer => "int".into(),
        Type::Number => "float".into(),
        Type::Boolean => "bool".into(),
        Type::DateTime => "datetime".into(),
        Type::File => "FileInput".into(),
        Type::Json => "Any".into(),
        Type::Array(item) if **item == Type::File => "FilesInput".into(),
        Type::Array(item) if way == Way::Sent => format!("Sequence[{}]", inner(item)),
        Type::Array(item) => format!("list[{}]", inner(item)),
        Type::Map(value) if way == Way::Sent => format!("Mapping[str, {}]", inner(value)),
        Type::Map(value) => format!("dict[str, {}]", inner(value)),
        Type::Nullable(value) => format!("{} | None", inner(value)),
        Type::Union(variants) => variants.iter().map(inner).collect::<Vec<_>>().join(" | "),
        Type::Named(target) => {
            let definition = &api.types[target];
            need(definition);
            name(definition, way)
        }
    }
}

/// What the imports of an annotation are called.
pub fn builtin_imports(text: &str, imports: &mut Imports) {
    let words: BTreeSet<_> = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
    for (word, module) in [
        ("Mapping", "collections.abc"),
        ("Sequence", "collections.abc"),
        ("datetime", "datetime"),
        ("LocalPath", ".._typing"),
        ("Any", "typing"),
        ("ClassVar", ".._typing"),
        ("Literal", "typing"),
    ] {
        if words.contains(word) {
            imports.add(module, word);
        }
    }
}

pub fn generate(api: &Api, output: &mut Output) -> Result<(), String> {
    output.owns(FOLDER);
    let mut homes: BTreeMap<&str, Vec<&TypeDef>> = BTreeMap::new();
    for definition in api.types.values().filter(|definition| definition.in_request || definition.in_response)
    {
        if !matches!(definition.shape, Shape::Page { .. }) {
            homes.entry(&definition.home).or_default().push(definition);
        }
    }
    // Written once to learn which modules need which.
    let needs: BTreeMap<&str, BTreeSet<String>> = homes
        .iter()
        .map(|(home, definitions)| (*home, Module::write(api, home, definitions, BTreeSet::new()).needs()))
        .collect();
    let mut exports = BTreeMap::new();
    for (home, definitions) in &homes {
        let late = needs[home].iter().filter(|other| reaches(&needs, other, home)).cloned().collect();
        let module = Module::write(api, home, definitions, late);
        for name in &module.exports {
            if let Some(other) = exports.insert(name.clone(), *home) {
                return Err(format!("Python has two types called {name}, in {other} and {home}"));
            }
        }
        output.file(format!("{FOLDER}/{home}.py"), module.text(home));
    }
    output.file(format!("{FOLDER}/__init__.py"), package(&exports));
    Ok(())
}

/// One file of types in the making.
#[derive(Default)]
struct Module {
    imports: Imports,
    /// From the other modules of the package.
    others: Imports,
    /// The same, for annotations that nothing reads at run time.
    typing: Imports,
    strings: String,
    plain_strings: String,
    classes: String,
    choices: String,
    sent_choices: String,
    plain_choices: String,
    exports: Vec<String>,
    /// The other modules that need this one too: imported at its end, when all its own names exist.
    late: BTreeSet<String>,
}

impl Module {
    fn write(api: &Api, home: &str, definitions: &[&TypeDef], late: BTreeSet<String>) -> Self {
        let mut module = Module { late, ..Module::default() };
        for definition in definitions {
            for way in [Way::Answered, Way::Sent] {
                if has(definition, way) {
                    module.define(api, home, definition, way);
                }
            }
        }
        module
    }

    fn define(&mut self, api: &Api, home: &str, definition: &TypeDef, way: Way) {
        let own = name(definition, way);
        if self.exports.contains(&own) {
            return; // strings have one name for both ways
        }
        match &definition.shape {
            Shape::Strings { known } => {
                self.strings.push_str(&literal(&own, known));
                self.strings.push_str(&layout::docstring(std::slice::from_ref(&definition.doc), 4));
                let _ = writeln!(self.plain_strings, "    {own} = str");
                self.imports.add("typing", "Literal");
                self.imports.add("typing", "TypeAlias");
                self.imports.add("typing", "TYPE_CHECKING");
            }
            Shape::Object { fields } if way == Way::Answered => {
                self.answered(api, home, definition, &own, fields)
            }
            Shape::Object { fields } => self.sent(api, home, definition, &own, fields),
            Shape::Tagged { variants, .. } => {
                let variants: Vec<_> =
                    variants.iter().map(|variant| Type::Named(variant.name.clone())).collect();
                self.choice(api, home, definition, &own, way, &variants, true);
            }
            Shape::Untagged { variants } => self.choice(api, home, definition, &own, way, variants, false),
            Shape::Page { .. } => {}
        }
        self.exports.push(own);
    }

    /// A Struct.
    fn answered(&mut self, api: &Api, home: &str, definition: &TypeDef, own: &str, fields: &[Field]) {
        let tag = tag_of(api, definition);
        self.imports.add(".._model", "Model");
        let options =
            tag.as_ref().map(|tag| format!(", tag_field=\"type\", tag=\"{tag}\"")).unwrap_or_default();
        let _ = write!(
            self.classes,
            "\n\nclass {own}(Model{options}):\n{}",
            layout::docstring(&[prose(&definition.doc)], 4)
        );
        for field in fields {
            let text = if field.name == "type" && tag.is_some() {
                let tag = tag.as_deref().unwrap_or_default();
                format!("ClassVar[Literal[\"{tag}\"]] = \"{tag}\"")
            } else {
                let ty = self.annotate(api, home, &field.ty, Way::Answered);
                let (ty, default) = match (&field.ty, field.nullable) {
                    (_, true) => (format!("{ty} | None"), "None".to_owned()),
                    (Type::Array(_), _) => (ty, "[]".to_owned()),
                    (Type::Map(_), _) => (ty, "{}".to_owned()),
                    (Type::Const(value), _) => (ty, format!("\"{value}\"")),
                    _ if field.required => (ty, "ABSENT".to_owned()),
                    _ => (format!("{ty} | None"), "None".to_owned()),
                };
                if default == "ABSENT" {
                    self.imports.add(".._model", "ABSENT");
                }
                format!("{} = {default}", self.quoted(api, home, &field.ty, Way::Answered, ty))
            };
            builtin_imports(&text, &mut self.imports);
            // What a member says wins over what all results say of themselves.
            let wins = if field.name == "request_id" {
                "  # pyright: ignore[reportIncompatibleMethodOverride]"
            } else {
                ""
            };
            let _ = write!(self.classes, "\n    {}: {text}{wins}\n", field.name);
            self.classes.push_str(&layout::docstring(&[field_doc(field)], 4));
        }
        if fields.is_empty() {
            self.classes.push('\n');
        }
    }

    /// A TypedDict.
    fn sent(&mut self, api: &Api, home: &str, definition: &TypeDef, own: &str, fields: &[Field]) {
        self.imports.add("typing", "TypedDict");
        let _ = write!(
            self.classes,
            "\n\nclass {own}(TypedDict, total=False):\n{}",
            layout::docstring(&[prose(&definition.doc)], 4)
        );
        for field in fields {
            let mut text = self.annotate(api, home, &field.ty, Way::Sent);
            if field.nullable {
                text.push_str(" | None");
            }
            if text.contains("FileInput") || text.contains("FilesInput") {
                let input = if text.contains("FilesInput") { "FilesInput" } else { "FileInput" };
                self.imports.add(".._files", input);
            }
            builtin_imports(&text, &mut self.imports);
            if field.required {
                self.imports.add(".._typing", "Required");
                text = format!("Required[{text}]");
            }
            let text = self.quoted(api, home, &field.ty, Way::Sent, text);
            let _ = write!(self.classes, "\n    {}: {text}\n", field.name);
            self.classes.push_str(&layout::docstring(&[field_doc(field)], 4));
        }
    }

    /// A union. Unions of what is sent are plain objects at run time: only one TypedDict may stand in a union there.
    #[allow(clippy::too_many_arguments)]
    fn choice(
        &mut self,
        api: &Api,
        home: &str,
        definition: &TypeDef,
        own: &str,
        way: Way,
        variants: &[Type],
        open: bool,
    ) {
        self.imports.add("typing", "TypeAlias");
        let objects = variants.iter().filter(|variant| is_object(api, variant)).count();
        let mut names = Vec::new();
        for variant in variants {
            if way == Way::Sent && objects > 1 && is_object(api, variant) {
                let typing = &mut self.typing;
                names.push(annotation(api, variant, way, &mut |definition| {
                    import(typing, home, definition, way)
                }));
            } else {
                names.push(self.annotate(api, home, variant, way));
            }
        }
        let doc =
            layout::docstring(std::slice::from_ref(&definition.doc), if way == Way::Sent { 4 } else { 0 });
        if way == Way::Answered {
            if open {
                self.imports.add(".._model", "OrUnknown");
                names.push("OrUnknown".into());
            }
            names.iter().for_each(|name| builtin_imports(name, &mut self.imports));
            let _ = write!(self.choices, "\n{}{doc}", alias(0, own, &names));
            return;
        }
        self.imports.add("typing", "TYPE_CHECKING");
        let objects = variants
            .iter()
            .filter(|variant| matches!(variant, Type::Named(target) if !api.fields(target).is_empty()))
            .count();
        let mut plain: Vec<String> = Vec::new();
        for (variant, text) in variants.iter().zip(&names) {
            let text = if is_object(api, variant) && objects > 1 {
                "Mapping[str, Any]".to_owned()
            } else {
                text.clone()
            };
            if !plain.contains(&text) {
                plain.push(text);
            }
        }
        if definition.in_response && open {
            names.push(name(definition, Way::Answered));
        }
        names.iter().chain(&plain).for_each(|name| builtin_imports(name, &mut self.imports));
        let _ = write!(self.sent_choices, "{}{doc}", alias(4, own, &names));
        let _ = writeln!(self.plain_choices, "    {own} = {}", plain.join(" | "));
    }

    fn annotate(&mut self, api: &Api, home: &str, ty: &Type, way: Way) -> String {
        let others = &mut self.others;
        annotation(api, ty, way, &mut |definition| import(others, home, definition, way))
    }

    /// The annotation of a member of a class; quoted only where it needs what is defined further down, as quoted ones are
    /// compiled when a program first uses the class.
    fn quoted(&self, api: &Api, home: &str, ty: &Type, way: Way, text: String) -> String {
        let mut defined = true;
        annotation(api, ty, way, &mut |definition| {
            defined &= match definition.shape {
                _ if definition.home != home => !self.late.contains(&definition.home),
                Shape::Strings { .. } => true,
                Shape::Object { .. } => self.exports.contains(&name(definition, way)),
                _ => false,
            };
        });
        if defined { text } else { format!("{text:?}") }
    }

    fn needs(&self) -> BTreeSet<String> {
        self.others.modules().map(|module| module.trim_start_matches('.').to_owned()).collect()
    }

    fn text(mut self, home: &str) -> String {
        let late: Vec<_> =
            self.late.iter().filter_map(|other| self.others.remove(&format!(".{other}"))).collect();
        self.typing.subtract(&self.others);
        for imports in &late {
            self.typing.subtract(imports);
        }
        self.imports.absorb(self.others);
        let mut text = format!("{NOTE}\"\"\"Types of {}.\"\"\"\n\n", home.replace('_', " "));
        text.push_str(&self.imports.text(0, ""));
        let typing = self.typing.text(4, "");
        if !self.strings.is_empty() {
            let gap = if typing.is_empty() { "" } else { "\n" };
            let _ = write!(
                text,
                "\nif TYPE_CHECKING:\n{typing}{gap}{}else:\n{}",
                self.strings, self.plain_strings
            );
        } else if !typing.is_empty() {
            let _ = write!(text, "\nif TYPE_CHECKING:\n{typing}");
        }
        text.push_str(&self.classes);
        if !self.choices.is_empty() {
            let gap = if self.classes.is_empty() { "" } else { "\n" };
            let _ = write!(text, "{gap}{}", self.choices);
        }
        if !self.sent_choices.is_empty() {
            let gap = if self.classes.is_empty() || !self.choices.is_empty() { "" } else { "\n" };
            let _ =
                write!(text, "{gap}\nif TYPE_CHECKING:\n{}else:\n{}", self.sent_choices, self.plain_choices);
        }
        for imports in late {
            let _ = write!(text, "\n{}", imports.text(0, "  # noqa: E402"));
        }
        text
    }
}

fn literal(own: &str, known: &[String]) -> String {
    let known: Vec<_> = known.iter().map(|value| format!("\"{value}\"")).collect();
    let line = format!("    {own}: TypeAlias = Literal[{}] | str\n", known.join(", "));
    if line.chars().count() <= 111 {
        return line;
    }
    let line = format!("        Literal[{}] | str", known.join(", "));
    if line.chars().count() <= 110 {
        return format!("    {own}: TypeAlias = (\n{line}\n    )\n");
    }
    let values: String = known.iter().map(|value| format!("            {value},\n")).collect();
    format!("    {own}: TypeAlias = (\n        Literal[\n{values}        ]\n        | str\n    )\n")
}

fn import(imports: &mut Imports, home: &str, definition: &TypeDef, way: Way) {
    if definition.home != home {
        imports.add(format!(".{}", definition.home), name(definition, way));
    }
}

fn is_object(api: &Api, ty: &Type) -> bool {
    matches!(ty, Type::Named(target) if matches!(api.types[target].shape, Shape::Object { .. }))
}

fn alias(indent: usize, own: &str, names: &[String]) -> String {
    let margin = " ".repeat(indent);
    let line = format!("{margin}{own}: TypeAlias = {}\n", names.join(" | "));
    if line.chars().count() <= 111 {
        return line;
    }
    let line = format!("{margin}    {}", names.join(" | "));
    let stacked = || format!("{margin}    {}", names.join(&format!("\n{margin}    | ")));
    let body = if line.chars().count() <= 110 { line } else { stacked() };
    format!("{margin}{own}: TypeAlias = (\n{body}\n{margin})\n")
}

/// The value of `type` by which unions tell this object apart, if any does.
fn tag_of(api: &Api, definition: &TypeDef) -> Option<String> {
    api.types.values().filter(|union| union.in_response).find_map(|union| match &union.shape {
        Shape::Tagged { variants, .. } => {
            variants.iter().find(|variant| variant.name == definition.name).map(|variant| variant.tag.clone())
        }
        _ => None,
    })
}

fn reaches(needs: &BTreeMap<&str, BTreeSet<String>>, from: &str, to: &str) -> bool {
    let (mut todo, mut seen) = (vec![from.to_owned()], BTreeSet::new());
    while let Some(module) = todo.pop() {
        if module == to {
            return true;
        }
        if seen.insert(module.clone()) {
            todo.extend(needs.get(module.as_str()).into_iter().flatten().cloned());
        }
    }
    false
}

fn prose(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a field means, with its limits.
pub fn field_doc(field: &Field) -> String {
    let mut text = prose(&field.doc);
    if let Type::Known(values) = &field.ty {
        let values: Vec<_> = values.iter().map(|value| format!("`{value}`")).collect();
        let _ = write!(text, " Known: {}.", values.join(", "));
    }
    if field.deprecated {
        text.push_str(" Deprecated.");
    }
    text
}

/// `qoder_cloud.types`: every name, loaded when first used.
fn package(exports: &BTreeMap<String, &str>) -> String {
    let mut imports = Imports::default();
    let mut table: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (name, home) in exports {
        imports.add(format!(".{home}"), format!("{name} as {name}"));
        table.entry(home).or_default().push(name.clone());
    }
    let mut text = format!(
        "{NOTE}\"\"\"What the service answers (Structs) and what it is sent (TypedDicts), loaded when first used.\"\"\"\n\n\
         from __future__ import annotations\n\nfrom importlib import import_module\nfrom typing import TYPE_CHECKING, Any\n\n\
         from .._model import Model as Model, UnknownVariant as UnknownVariant\n\n\
         if TYPE_CHECKING:\n"
    );
    text.push_str(&imports.text(4, ""));
    text.push_str("\n_HOMES = {\n");
    for (name, home) in exports {
        let _ = writeln!(text, "    \"{name}\": \"{home}\",");
    }
    text.push_str(
        "}\n\n\n\
         def __getattr__(name: str) -> Any:\n    home = _HOMES.get(name)\n    if home is None:\n        \
         raise AttributeError(f\"module {__name__!r} has no attribute {name!r}\")\n    \
         return getattr(import_module(f\"{__name__}.{home}\"), name)\n\n\n\
         def __dir__() -> list[str]:\n    return [\"Model\", \"UnknownVariant\", *_HOMES]\n",
    );
    text
}
