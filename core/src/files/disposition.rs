//! The file name in a `Content-Disposition` header (RFC 6266), as something safe to create.

use percent_encoding::percent_decode_str;

/// The name without any directory; the extended form (RFC 5987) wins.
pub(crate) fn filename(header: &str) -> Option<String> {
    let mut plain = None;
    for (name, value) in parameters(header) {
        match name.as_str() {
            "filename*" => {
                if let Some(name) = extended(&value).and_then(|name| safe(&name)) {
                    return Some(name);
                }
            }
            "filename" => plain = plain.or(safe(&value)),
            _ => {}
        }
    }
    plain
}

/// The parameters behind the first semicolon, names in lower case, quotes resolved.
fn parameters(header: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = header.split_once(';').map_or("", |(_, rest)| rest);
    while let Some((name, after)) = rest.split_once('=') {
        let name = name.trim_matches([' ', '\t', ';']).to_ascii_lowercase();
        let after = after.trim_start();
        let (value, tail) = match after.strip_prefix('"') {
            Some(quoted) => unquoted(quoted),
            None => {
                let (value, tail) = after.split_once(';').unwrap_or((after, ""));
                (value.trim().to_owned(), tail)
            }
        };
        found.push((name, value));
        rest = tail;
    }
    found
}

/// The text up to the closing quote, and what follows.
fn unquoted(text: &str) -> (String, &str) {
    let mut value = String::new();
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return (value, &text[at + 1..]),
            '\\' => value.extend(letters.next().map(|(_, letter)| letter)),
            _ => value.push(letter),
        }
    }
    (value, "")
}

/// `UTF-8'language'percent-encoded`.
fn extended(value: &str) -> Option<String> {
    let (charset, rest) = value.split_once('\'')?;
    let (_, encoded) = rest.split_once('\'')?;
    let bytes: Vec<u8> = percent_decode_str(encoded).collect();
    match charset.to_ascii_lowercase().as_str() {
        "utf-8" => String::from_utf8(bytes).ok(),
        "iso-8859-1" => Some(bytes.into_iter().map(char::from).collect()),
        _ => None,
    }
}

/// A name that stays in its directory on every system.
fn safe(name: &str) -> Option<String> {
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let base: String = base.chars().filter(|letter| !letter.is_control()).collect();
    let base = base.trim();
    (!matches!(base, "" | "." | "..")).then(|| base.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::filename;

    #[test]
    fn reads_every_form() {
        for (header, name) in [
            ("attachment; filename=a.txt", Some("a.txt")),
            ("attachment; filename=\"a b;c.txt\"; size=3", Some("a b;c.txt")),
            ("attachment; filename=\"a\\\"b.txt\"", Some("a\"b.txt")),
            ("attachment; FileName=\"old.txt\"; filename*=UTF-8''%e2%82%ac.txt", Some("€.txt")),
            ("attachment; filename*=iso-8859-1'en'%A3.txt", Some("£.txt")),
            ("attachment; filename*=utf-7''x; filename=y", Some("y")),
            ("attachment; filename*=UTF-8''%ff; filename=y", Some("y")),
            ("attachment", None),
            ("", None),
        ] {
            assert_eq!(filename(header).as_deref(), name, "{header}");
        }
    }

    #[test]
    fn names_cannot_leave_their_directory() {
        for (header, name) in [
            ("attachment; filename=\"../../etc/passwd\"", Some("passwd")),
            ("attachment; filename*=UTF-8''..%2F..%2Fx", Some("x")),
            ("attachment; filename=\"C:\\\\dir\\\\x.txt\"", Some("x.txt")),
            ("attachment; filename=\"..\"", None),
            ("attachment; filename=\"dir/\"", None),
            ("attachment; filename*=UTF-8''a%00b%0a", Some("ab")),
        ] {
            assert_eq!(filename(header).as_deref(), name, "{header}");
        }
    }

    proptest! {
        #[test]
        fn any_header_gives_a_base_name_or_nothing(header in ".*") {
            if let Some(name) = filename(&format!("attachment; filename={header}")) {
                prop_assert!(!name.is_empty() && !name.contains(['/', '\\', '\0']) && name != "..");
            }
        }
    }
}
