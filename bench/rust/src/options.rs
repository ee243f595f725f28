//! What to measure.

use std::time::Duration;

use crate::Result;

#[derive(Clone)]
pub struct Options {
    pub client: String,
    pub case: String,
    pub base: String,
    pub concurrency: usize,
    pub duration: Duration,
    pub events: usize,
    pub pages: usize,
}

impl Options {
    pub fn parse(mut words: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Options {
            client: String::new(),
            case: String::new(),
            base: String::new(),
            concurrency: 1,
            duration: Duration::from_secs(1),
            events: 2000,
            pages: 100,
        };
        while let Some(name) = words.next() {
            let value = words.next().ok_or_else(|| format!("{name} needs a value"))?;
            match name.as_str() {
                "--client" => options.client = value,
                "--case" => options.case = value,
                "--base" => options.base = value,
                "--concurrency" => options.concurrency = value.parse()?,
                "--seconds" => options.duration = Duration::try_from_secs_f64(value.parse()?)?,
                "--events" => options.events = value.parse()?,
                "--pages" => options.pages = value.parse()?,
                _ => return Err(format!("unknown option {name}").into()),
            }
        }
        Ok(options)
    }
}
