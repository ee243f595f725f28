//! How messages spell the names of options: as the caller writes them.

use std::sync::OnceLock;

/// How a language writes the names of options.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Spelling {
    /// `max_retries`, `base_url`.
    #[default]
    Snake,
    /// `maxRetries`, `baseURL`.
    Camel,
}

/// One for a process: the bindings of a language are a library of their own.
static SPELLING: OnceLock<Spelling> = OnceLock::new();

impl Spelling {
    /// Makes all messages spell options this way. For bindings, before their first client; later calls change nothing.
    pub fn adopt(self) {
        SPELLING.get_or_init(|| self);
    }

    fn of(self, option: &str) -> String {
        match self {
            Spelling::Snake => option.to_owned(),
            Spelling::Camel => {
                let mut words = option.split('_');
                let first = words.next().unwrap_or_default().to_owned();
                words.fold(first, |name, word| name + &capital(word))
            }
        }
    }
}

fn capital(word: &str) -> String {
    match word {
        "url" => "URL".to_owned(),
        _ => {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
        }
    }
}

/// The name of an option, given as Rust writes it, for a message.
pub(crate) fn option(name: &str) -> String {
    SPELLING.get().copied().unwrap_or_default().of(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_reads_its_own_names() {
        for (snake, camel) in [
            ("proxy", "proxy"),
            ("max_retries", "maxRetries"),
            ("base_url", "baseURL"),
            ("exchange_url", "exchangeURL"),
            ("max_body_bytes", "maxBodyBytes"),
        ] {
            assert_eq!(Spelling::Snake.of(snake), snake);
            assert_eq!(Spelling::Camel.of(snake), camel);
        }
    }
}
