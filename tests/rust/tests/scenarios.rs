//! Plays every scenario of `tests/scenarios`; arguments that are not options select by part of subject and name.

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use futures_util::{StreamExt as _, stream};
use qoder_cloud_tests::transcript::Writer;
use qoder_cloud_tests::{expected, player, scenario};

/// As many scenarios at once as keep two cores busy.
const TOGETHER: usize = 4;
const LONGEST: Duration = Duration::from_secs(30);

fn main() -> ExitCode {
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("QODER_")) {
        // SAFETY: nothing else runs yet.
        unsafe { std::env::remove_var(name) };
    }
    let runtime = tokio::runtime::Runtime::new().expect("a runtime can be made");
    runtime.block_on(play_all())
}

async fn play_all() -> ExitCode {
    let all = match scenario::load(&scenario::folder()) {
        Ok(all) => all,
        Err(problem) => {
            eprintln!("{problem}");
            return ExitCode::FAILURE;
        }
    };
    let filters: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let mut failed = 0;
    if filters.is_empty() {
        failed += usize::from(!covered(&all)) + usize::from(!named(&all));
    }
    let chosen: Vec<_> = all
        .into_iter()
        .filter(|scenario| {
            let title = scenario.title();
            filters.iter().all(|filter| title.contains(filter.as_str()))
        })
        .collect();
    let count = chosen.len();
    let mut transcripts = match Writer::create("rust") {
        Ok(transcripts) => transcripts,
        Err(cause) => {
            eprintln!("no transcripts can be written: {cause}");
            return ExitCode::FAILURE;
        }
    };
    let mut played = stream::iter(chosen)
        .map(|scenario| async move {
            let begun = Instant::now();
            let title = scenario.title();
            // In a task of its own: a panic is this scenario's failure, not the end of all.
            let playing =
                tokio::spawn(async move { tokio::time::timeout(LONGEST, player::play(&scenario)).await });
            let result = match playing.await {
                Ok(Ok(result)) => result,
                Ok(Err(_)) => Err(format!("not over after {} s", LONGEST.as_secs())),
                Err(panic) => Err(panic_text(panic)),
            };
            (title, result, begun.elapsed())
        })
        .buffer_unordered(TOGETHER);
    while let Some((title, result, elapsed)) = played.next().await {
        let written = result.and_then(|transcript| {
            transcripts
                .write(&transcript)
                .map_err(|cause| format!("its transcript cannot be written: {cause}"))
        });
        match written {
            Ok(()) => println!("ok     {title} ({} ms)", elapsed.as_millis()),
            Err(problem) => {
                failed += 1;
                println!("FAILED {title}\n  {}", problem.replace('\n', "\n  "));
            }
        }
    }
    println!("{count} scenarios, {failed} failed");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Every operation of the API is called by some scenario, and no other one.
fn covered(all: &[scenario::Scenario]) -> bool {
    let called: BTreeSet<&str> =
        all.iter().flat_map(|scenario| scenario.steps()).filter_map(|step| step.call.as_deref()).collect();
    let known: BTreeSet<&str> = expected::operations().keys().map(String::as_str).collect();
    let missing: Vec<_> = known.difference(&called).collect();
    let unknown: Vec<_> = called.difference(&known).collect();
    if !missing.is_empty() {
        println!("FAILED no scenario calls {missing:?}");
    }
    if !unknown.is_empty() {
        println!("FAILED no operation is called {unknown:?}");
    }
    println!("{} of {} operations are called", known.len() - missing.len(), known.len());
    missing.is_empty() && unknown.is_empty()
}

fn named(all: &[scenario::Scenario]) -> bool {
    let mut seen = BTreeSet::new();
    let twice: Vec<_> =
        all.iter().map(|scenario| &scenario.name).filter(|name| !seen.insert(*name)).collect();
    if !twice.is_empty() {
        println!("FAILED two scenarios are called {twice:?}");
    }
    twice.is_empty()
}

fn panic_text(panic: tokio::task::JoinError) -> String {
    let payload = panic.into_panic();
    let text = payload
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| payload.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    text.unwrap_or_else(|| "panicked".to_owned())
}
