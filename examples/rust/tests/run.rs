//! Every example runs to its end on the embedded emulator, with nobody at the terminal.

use std::process::{Command, Stdio};

fn output(program: &str) -> String {
    let mut command = Command::new(program);
    for name in ["QODER_PAT", "QODER_ACCESS_TOKEN", "QODER_BASE_URL", "QODER_REGION"] {
        command.env_remove(name);
    }
    let done = command.stdin(Stdio::null()).output().expect("it starts");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("it prints text")
}

#[test]
fn quickstart() {
    let printed = output(env!("CARGO_BIN_EXE_quickstart"));
    for part in
        ["The launch moved to Friday.", "stopped: end_turn", "summary.md: The launch moved to Friday."]
    {
        assert!(printed.contains(part), "{printed}");
    }
}

#[test]
fn tools() {
    let shown = output(env!("CARGO_BIN_EXE_tools"));
    assert!(shown.contains("Nobody is there to ask.") && shown.ends_with("fog, 7 degrees\n"), "{shown}");
}

#[test]
fn fan_out() {
    assert!(output(env!("CARGO_BIN_EXE_fan_out")).starts_with("50 answers for "));
}
