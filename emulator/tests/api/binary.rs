//! The program: one line when ready, a clean end, clear refusals.

use std::process::{Command, Stdio};

fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_qoder-cloud-emulator"));
    program.stdout(Stdio::piped()).stderr(Stdio::piped());
    program
}

#[cfg(unix)]
#[test]
fn it_says_where_it_is_and_stops_when_told() {
    use std::io::{BufRead as _, BufReader};
    for signal in ["-INT", "-TERM"] {
        let mut child = program().args(["--port=0", "--token", "pt-mine"]).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let ready: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(ready["token"], "pt-mine");
        let base = ready["base_url"].as_str().unwrap();
        assert!(base.starts_with("http://127.0.0.1:") && base.ends_with("/api/v1/cloud"));
        let address = base["http://".len()..].split('/').next().unwrap();
        std::net::TcpStream::connect(address).unwrap();
        Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0));
        line.clear();
        assert_eq!(out.read_line(&mut line).unwrap(), 0);
    }
}

#[test]
fn bad_arguments_are_refused_in_one_line() {
    for arguments in [vec!["--port", "many"], vec!["--port"], vec!["--loud"], vec!["extra"]] {
        let output = program().args(&arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty());
        assert_eq!(String::from_utf8(output.stderr).unwrap().lines().count(), 1);
    }
    let output = program().arg("--help").output().unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().contains("--token TOKEN"));
}

#[test]
fn an_address_in_use_is_no_panic() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = program().args(["--port", &port]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stderr).unwrap().lines().count(), 1);
}
