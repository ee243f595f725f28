//! How Python code is laid out, so that the formatter finds nothing to do.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The longest line.
const WIDTH: usize = 110;

/// The first line of every file.
pub const NOTE: &str = "# Generated from spec/ by codegen; edit the spec.\n";

/// Text broken into lines that fit behind `indent`; continuation lines get `hanging` more.
pub fn wrap(text: &str, indent: usize, hanging: usize) -> String {
    let mut lines = vec![" ".repeat(indent)];
    let mut empty = true;
    for word in text.split_whitespace() {
        let last = lines.len() - 1;
        if !empty && lines[last].chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(" ".repeat(indent + hanging));
            empty = true;
        }
        let last = lines.len() - 1;
        if !empty {
            lines[last].push(' ');
        }
        lines[last].push_str(word);
        empty = false;
    }
    lines.join("\n")
}

/// A docstring of paragraphs; each is text to wrap, or lines ready to use when it starts with a space.
pub fn docstring(paragraphs: &[String], indent: usize) -> String {
    let margin = " ".repeat(indent);
    let escaped: Vec<_> =
        paragraphs.iter().map(|text| text.replace('\\', "\\\\").replace("\"\"\"", "'''")).collect();
    if let [only] = escaped.as_slice()
        && indent + only.chars().count() + 6 <= WIDTH
    {
        let gap = if only.ends_with('"') { " " } else { "" };
        return format!("{margin}\"\"\"{only}{gap}\"\"\"\n");
    }
    let mut out = format!("{margin}\"\"\"");
    for (position, text) in escaped.iter().enumerate() {
        let lines = if text.starts_with(' ') { text.clone() } else { wrap(text, indent, 0) };
        if position == 0 {
            // The opening quotes stand before the first line, so it is wrapped with them in place.
            out = wrap(&format!("\"\"\"{}", text.trim()), indent, 0);
        } else {
            out.push_str("\n\n");
            out.push_str(&lines);
        }
    }
    if escaped.len() == 1 && !out.contains('\n') && out.chars().count() + 3 <= WIDTH {
        return format!("{out}\"\"\"\n");
    }
    format!("{out}\n{margin}\"\"\"\n")
}

/// One entry of an `Args:` or `Raises:` section.
pub fn entry(name: &str, text: &str, indent: usize) -> String {
    wrap(&format!("{name}: {text}"), indent + 4, 4)
}

/// `head` items `tail` on one line, or with one item a line.
pub fn list(indent: usize, head: &str, items: &[String], tail: &str) -> String {
    let margin = " ".repeat(indent);
    let line = format!("{margin}{head}{}{tail}", items.join(", "));
    if line.chars().count() <= WIDTH {
        return format!("{line}\n");
    }
    let mut out = format!("{margin}{head}\n");
    for item in items {
        // A bare star and what it separates take a comma each, and so do starred parameters at the end.
        let _ = writeln!(out, "{margin}    {item},");
    }
    let _ = writeln!(out, "{margin}{tail}");
    out
}

/// A call on one line, or with one argument a line; a dictionary that is still too long is opened up too.
pub fn call(indent: usize, head: &str, items: &[String]) -> String {
    let margin = " ".repeat(indent);
    let line = format!("{margin}{head}{})", items.join(", "));
    if line.chars().count() <= WIDTH {
        return format!("{line}\n");
    }
    let mut out = format!("{margin}{head}\n");
    for item in items {
        let line = format!("{margin}    {item},\n");
        match item.split_once("={") {
            Some((name, pairs)) if line.chars().count() > WIDTH + 1 => {
                let _ = writeln!(out, "{margin}    {name}={{");
                for pair in pairs.trim_end_matches('}').split(", ") {
                    let _ = writeln!(out, "{margin}        {pair},");
                }
                let _ = writeln!(out, "{margin}    }},");
            }
            _ => out.push_str(&line),
        }
    }
    let _ = writeln!(out, "{margin})");
    out
}

/// The imports of one file, by module.
#[derive(Default)]
pub struct Imports {
    modules: BTreeMap<String, BTreeSet<String>>,
}

impl Imports {
    pub fn add(&mut self, module: impl Into<String>, name: impl Into<String>) {
        self.modules.entry(module.into()).or_default().insert(name.into());
    }

    pub fn subtract(&mut self, other: &Imports) {
        for (module, names) in &mut self.modules {
            names.retain(|name| !other.modules.get(module).is_some_and(|others| others.contains(name)));
        }
        self.modules.retain(|_, names| !names.is_empty());
    }

    pub fn modules(&self) -> impl Iterator<Item = &String> {
        self.modules.keys()
    }

    pub fn absorb(&mut self, other: Imports) {
        for (module, names) in other.modules {
            self.modules.entry(module).or_default().extend(names);
        }
    }

    pub fn remove(&mut self, module: &str) -> Option<Imports> {
        let names = self.modules.remove(module)?;
        Some(Imports { modules: BTreeMap::from([(module.to_owned(), names)]) })
    }

    /// The statements: standard library, then others', then ours, each sorted; `note` stands behind every statement.
    pub fn text(&self, indent: usize, note: &str) -> String {
        let (own, foreign): (Vec<_>, Vec<_>) =
            self.modules.iter().partition(|(module, _)| module.starts_with('.'));
        let mut own = own;
        // The farther a relative import reaches, the earlier it stands.
        own.sort_by_key(|(module, _)| {
            let dots = module.chars().take_while(|dot| *dot == '.').count();
            (usize::MAX - dots, module.trim_start_matches('.').to_owned())
        });
        let mut groups = Vec::new();
        let (extra, standard): (Vec<_>, Vec<_>) =
            foreign.into_iter().partition(|(module, _)| *module == "typing_extensions");
        for group in [standard, extra, own] {
            let statements: String =
                group.into_iter().map(|(module, names)| statement(indent, module, names, note)).collect();
            if !statements.is_empty() {
                groups.push(statements);
            }
        }
        groups.join("\n")
    }
}

fn statement(indent: usize, module: &str, names: &BTreeSet<String>, note: &str) -> String {
    let mut names: Vec<_> = names.iter().cloned().collect();
    names.sort_by_key(|name| (rank(name), name.to_lowercase()));
    let margin = " ".repeat(indent);
    let line = format!("{margin}from {module} import {}{note}", names.join(", "));
    if line.chars().count() <= WIDTH {
        return format!("{line}\n");
    }
    let mut out = format!("{margin}from {module} import ({note}\n");
    for name in names {
        let _ = writeln!(out, "{margin}    {name},");
    }
    let _ = writeln!(out, "{margin})");
    out
}

/// Constants, then classes, then the rest.
fn rank(name: &str) -> u8 {
    if name.len() > 1
        && name.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '_')
    {
        0
    } else if name.starts_with(|letter: char| letter.is_ascii_uppercase()) {
        1
    } else {
        2
    }
}
