//! Compares what the languages did with each scenario: prints a table, and fails when one did something else or nothing.
//!
//! The runners of all languages must have played everything before; each leaves its transcripts in `target/transcripts`.

use std::collections::HashMap;
use std::fs;
use std::process::ExitCode;

use qoder_cloud_tests::scenario::{self, Scenario};
use qoder_cloud_tests::transcript::{self, Transcript};

/// The first is what the others are compared with.
const LANGUAGES: [&str; 4] = ["rust", "python-sync", "python-async", "node"];
/// Differences told of one scenario in one language.
const TOLD: usize = 8;

fn main() -> ExitCode {
    match compare() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn compare() -> Result<bool, String> {
    let scenarios = scenario::load(&scenario::folder())?;
    let transcripts: Vec<HashMap<String, Transcript>> =
        LANGUAGES.iter().map(|language| transcript::read(language)).collect::<Result<_, _>>()?;
    let width = scenarios.iter().map(|scenario| scenario.title().chars().count()).max().unwrap_or_default();
    println!("{:width$}  {}", "scenario", LANGUAGES.join("  "));
    let (mut same, mut told) = (0, Vec::new());
    for scenario in &scenarios {
        let title = scenario.title();
        let verdicts = verdicts(scenario, &transcripts)?;
        let mut row = format!("{title:width$}");
        for (language, verdict) in LANGUAGES.iter().zip(&verdicts) {
            let (word, length) = (verdict.word(), language.len());
            row.push_str(&format!("  {word:length$}"));
            if let Verdict::Different(found) = verdict {
                told.push(format!("{title}: {} | {language}\n  {}", LANGUAGES[0], found.join("\n  ")));
            }
        }
        println!("{}", row.trim_end());
        same += usize::from(verdicts.iter().all(|verdict| matches!(verdict, Verdict::Same)));
    }
    for difference in told {
        println!("{difference}");
    }
    println!("{same} of {} scenarios are the same in {}", scenarios.len(), LANGUAGES.join(", "));
    Ok(same == scenarios.len())
}

enum Verdict {
    Same,
    Different(Vec<String>),
    NotPlayed,
}

impl Verdict {
    fn word(&self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different(_) => "DIFFERS",
            Self::NotPlayed => "MISSING",
        }
    }
}

fn verdicts(
    scenario: &Scenario,
    transcripts: &[HashMap<String, Transcript>],
) -> Result<Vec<Verdict>, String> {
    let path = scenario::folder().join(&scenario.subject).with_extension("yaml");
    let text = fs::read_to_string(&path).map_err(|cause| format!("{}: {cause}", path.display()))?;
    let title = scenario.title();
    let mut settled = transcripts
        .iter()
        .map(|of| of.get(&title).map(|transcript| transcript.settled(&text, &scenario.own)));
    let Some(first) = settled.next().flatten() else {
        return Ok(LANGUAGES.iter().map(|_| Verdict::NotPlayed).collect());
    };
    let others =
        settled.map(|other| match other.map(|other| transcript::differences(&first, &other, TOLD)) {
            None => Verdict::NotPlayed,
            Some(found) if found.is_empty() => Verdict::Same,
            Some(found) => Verdict::Different(found),
        });
    Ok([Verdict::Same].into_iter().chain(others).collect())
}
