//! Lines as the project's formatter would leave them.

use std::collections::BTreeMap;

use super::quoted;

/// First line of every generated file.
pub const HEADER: &str = "// Generated from spec/ by codegen; edit the spec.\n";

/// Longest line.
pub const WIDTH: usize = 110;

pub mod literal {
    //! Sentences about values.

    use crate::model::Limits;

    /// The description, and the limits as a second sentence.
    pub fn described(doc: &str, limits: &Limits) -> String {
        let mut sentences = vec![doc.to_owned()];
        match (limits.minimum, limits.maximum) {
            (Some(low), Some(high)) => sentences.push(format!("From {low} to {high}.")),
            (Some(low), None) => sentences.push(format!("At least {low}.")),
            (None, Some(high)) => sentences.push(format!("At most {high}.")),
            (None, None) => {}
        }
        sentences.extend(limits.max_items.map(|most| format!("At most {most} items.")));
        sentences.extend(
            limits.default.as_ref().map(|value| format!("Default: {}.", value.to_string().replace('"', "`"))),
        );
        sentences.join(" ")
    }
}

/// A documentation comment: one line where it fits, else wrapped.
pub fn doc(text: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let text = text.replace("*/", "*\\/");
    if !text.contains('\n') && indent + text.chars().count() + 7 <= WIDTH {
        return format!("{pad}/** {text} */\n");
    }
    let mut comment = format!("{pad}/**\n");
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && indent + 4 + line.chars().count() + word.chars().count() > WIDTH {
                comment += &format!("{pad} * {line}\n");
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line += word;
        }
        comment += format!("{pad} * {line}").trim_end();
        comment.push('\n');
    }
    comment + &format!("{pad} */\n")
}

/// `'a' | 'b' | (string & {})`, in pieces.
pub fn open_strings(known: &[String]) -> Vec<String> {
    let mut members: Vec<_> = known.iter().map(|value| quoted(value)).collect();
    members.push("(string & {})".into());
    members
}

/// `export type Name = A | B;`, one member a line where it is long.
pub fn alias(name: &str, members: &[String]) -> String {
    let line = format!("export type {name} = {};\n", members.join(" | "));
    if line.len() <= WIDTH + 1 {
        return line;
    }
    let members: Vec<_> = members.iter().map(|member| format!("\n  | {member}")).collect();
    format!("export type {name} ={};\n", members.concat())
}

/// A member of an interface.
pub fn member(name: &str, required: bool, ty: &str) -> String {
    let mark = if required { "" } else { "?" };
    let line = format!("  {name}{mark}: {ty};\n");
    if line.len() <= WIDTH + 1 || !ty.contains(" | ") {
        return line;
    }
    let members: Vec<_> = ty.split(" | ").map(|member| format!("\n    | {member}")).collect();
    format!("  {name}{mark}:{};\n", members.concat())
}

/// `{ a: x, b: y }` after `before`, one member a line where it is long.
pub fn object(before: &str, members: Vec<(&str, String)>, after: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let pair = |(name, value): &(&str, String)| {
        if name.starts_with("...") { name.to_string() } else { format!("{name}: {value}") }
    };
    let pairs: Vec<_> = members.iter().map(pair).collect();
    let line = format!("{pad}{before}{{ {} }}{after}", pairs.join(", "));
    // A member of another object is followed by a comma.
    if line.len() + usize::from(indent > 0) <= WIDTH {
        return line + "\n";
    }
    let inner: Vec<_> = pairs.iter().map(|pair| format!("{pad}  {pair},\n")).collect();
    format!("{pad}{before}{{\n{}{pad}}}{after}\n", inner.concat())
}

/// `head(a, b)tail`, one argument a line where it is long.
pub fn list(head: &str, items: &[String], tail: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let line = format!("{pad}{head}{}{tail}\n", items.join(", "));
    if line.len() <= WIDTH + 1 {
        return line;
    }
    let inner: Vec<_> = items.iter().map(|item| format!("{pad}  {item},\n")).collect();
    format!("{pad}{head}\n{}{pad}{tail}\n", inner.concat())
}

/// The imports of one file.
#[derive(Default)]
pub struct Imports(BTreeMap<String, Import>);

#[derive(Default)]
struct Import {
    /// Name, and whether it is needed as a value.
    names: BTreeMap<String, bool>,
}

impl Imports {
    /// Needs a type.
    pub fn ty(&mut self, path: &str, name: &str) {
        self.0.entry(path.to_owned()).or_default().names.entry(name.to_owned()).or_default();
    }

    /// Needs a value.
    pub fn value(&mut self, path: &str, name: &str) {
        self.0.entry(path.to_owned()).or_default().names.insert(name.to_owned(), true);
    }

    /// In the order of the formatter.
    pub fn lines(&self) -> String {
        self.0.iter().map(|(path, import)| import.line(path)).collect()
    }
}

impl Import {
    fn line(&self, path: &str) -> String {
        let types_only = self.names.values().all(|value| !value);
        let kind = if types_only { "import type" } else { "import" };
        let name = |(name, value): (&String, &bool)| {
            if *value || types_only { name.clone() } else { format!("type {name}") }
        };
        let names: Vec<_> = self.names.iter().map(name).collect();
        if names.iter().any(|name| name.starts_with('*')) {
            return format!("{kind} {} from '{path}';\n", names.concat());
        }
        let line = format!("{kind} {{ {} }} from '{path}';\n", names.join(", "));
        if line.len() <= WIDTH + 1 {
            return line;
        }
        let names: Vec<_> = names.iter().map(|name| format!("  {name},\n")).collect();
        format!("{kind} {{\n{}}} from '{path}';\n", names.concat())
    }
}
