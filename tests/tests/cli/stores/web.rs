//! Web servers that only give files: those that consumers read from.

use std::{
    fs,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use fastrand::Rng;

use super::{
    faults::harm,
    http::{Harm, Origin, Request, Server},
    larger,
    moto::tools,
};
use crate::cli::release::released;

/// A server can say that a file is as large as it likes.
#[test]
fn a_file_without_end_is_not_read() {
    let repository = released();
    fs::create_dir(repository.at("site")).unwrap();
    let server = Server::start(Origin::Folder(repository.at("site")), |_: &Request, _| {
        Harm::Endless
    });
    repository
        .run(["verify", &server.url()])
        .exits(2)
        .complains("it has 999999999999 bytes");
}

#[test]
fn a_web_server_is_enough_to_verify_and_to_fetch() {
    let repository = larger();
    repository.run(["publish", "--to", "site"]).exits(0);
    let folder = repository.at("site");
    let server = Server::start(Origin::Folder(folder), |request: &Request, _| {
        harm(&mut Rng::with_seed(request.number as u64))
    });
    let url = server.url();
    repository
        .run(["verify", &url])
        .exits(0)
        .says("this server does not list its files");
    let fetch = ["fetch", &url, "vendored", "--pin", "job.completed@1.1.0"];
    repository.run(fetch).exits(0).says("1 schema, 0 equal");
    let asked = server.requests();
    repository.run(fetch).exits(0).says("nothing was asked for");
    assert_eq!(server.requests(), asked);
    assert_eq!(
        repository.read("vendored/schemas/webhooks/v1/job.completed.json"),
        repository.read("site/schemas/webhooks/v1/job.completed/1.1.0.json")
    );
}

/// Some hosts forbid what is missing, and say nothing of how long an answer is.
#[test]
fn hosts_of_every_kind_are_read() {
    let repository = larger();
    repository.run(["publish", "--to", "site"]).exits(0);
    for harm in [Harm::Forbidden, Harm::Chunked] {
        let folder = repository.at("site");
        let server = Server::start(Origin::Folder(folder), move |_: &Request, _| harm);
        let url = server.url();
        repository.run(["verify", &url]).exits(0);
        repository.run(["fetch", &url, "vendored"]).exits(0);
        repository.remove("vendored");
    }
    repository
        .run([
            "verify",
            "http://127.0.0.1:1",
            "--endpoint",
            "http://127.0.0.1:2",
        ])
        .exits(2)
        .complains("an address of the web has no endpoint");
    repository
        .run(["verify", "http://127.0.0.1:1"])
        .exits(2)
        .complains("cannot read `manifest.json`")
        .complains("Connection refused");
}

/// The server that comes with Python, on a port of its own; it ends with the test.
struct Python(Child);

impl Drop for Python {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_server_of_python_is_enough() {
    let Some(tools) = tools() else { return };
    let repository = larger();
    repository.run(["publish", "--to", "site"]).exits(0);
    let child = Command::new(tools.join("bin/python"))
        .args(["-u", "-m", "http.server", "--bind", "127.0.0.1", "0"])
        .current_dir(repository.at("site"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut python = Python(child);
    let mut line = String::new();
    let stdout = python.0.stdout.take().unwrap();
    BufReader::new(stdout).read_line(&mut line).unwrap();
    let (_, rest) = line.split_once("(http://").unwrap();
    let (address, _) = rest.split_once('/').unwrap();
    let url = format!("http://{address}/");
    repository
        .run(["verify", &url])
        .exits(0)
        .says("it is compared with what is released here");
    let fetch = ["fetch", &url, "vendored", "--pin", "job.completed@1.0.0"];
    repository.run(fetch).exits(0).says("1 schema, 0 equal");
    repository.run(fetch).exits(0).says("nothing was asked for");
    // A schema is complete: its references lead into itself.
    let path = "vendored/schemas/webhooks/v1/job.completed.json";
    let schema: serde_json::Value = serde_json::from_str(&repository.read(path)).unwrap();
    assert!(jsonschema::options().offline().build(&schema).is_ok());
    let text = schema.to_string();
    let references = text.matches("\"$ref\":").count();
    assert!(references > 5);
    assert_eq!(text.matches("\"$ref\":\"#/").count(), references);
}
