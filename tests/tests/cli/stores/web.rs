//! Web servers, which only serve files and from which consumers read.

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
use crate::cli::{
    release::released,
    signature::{PUBLIC, SECRET},
};

/// A server can claim any size of a file.
#[test]
fn a_file_without_end_is_not_read() {
    let repository = released();
    fs::create_dir(repository.at("site")).unwrap();
    let server = Server::start(Origin::Folder(repository.at("site")), |_: &Request, _| {
        Harm::Endless
    });
    repository
        .run(["verify", &server.url()])
        .exits(1)
        .says("it has 999999999999 bytes");
    // A response without a size ends at the limit of the run.
    let server = Server::start(Origin::Folder(repository.at("site")), |_: &Request, _| {
        Harm::Unending
    });
    repository
        .run(["verify", &server.url(), "--read-limit", "4"])
        .exits(2)
        .complains("the files have more than 4 MiB together");
}

#[test]
fn a_head_without_end_is_not_read() {
    let repository = released();
    let server = Server::start(Origin::Folder(repository.at("site")), |_: &Request, _| {
        Harm::Headers
    });
    let url = server.url();
    for arguments in [vec!["verify", &url], vec!["fetch", &url, "vendored"]] {
        let outcome = repository.run(arguments);
        outcome.exits(2).complains("cannot read `manifest.json`");
    }
}

#[test]
fn a_slow_answer_ends_with_the_time_of_the_run() {
    let repository = released();
    let server = Server::start(Origin::Folder(repository.at("site")), |_: &Request, _| {
        Harm::Drip
    });
    repository
        .run(["verify", &server.url(), "--time-limit", "2"])
        .exits(2)
        .complains("reading takes longer than 2 s, the limit of one run");
}

/// A small compressed response can be large in memory, so nothing is decompressed.
#[test]
fn a_compressed_answer_is_read_as_it_comes() {
    // `{}`
    const PACKED: &[u8] = b"\x1f\x8b\x08\0\0\0\0\0\x02\x03\xab\xae\x05\0\x43\xbf\xa6\xa3\x02\0\0\0";
    let repository = released();
    let server = Server::start(
        Origin::Folder(repository.at("site")),
        |request: &Request, _| {
            assert!(!request.headers.contains_key("accept-encoding"));
            Harm::Compressed(PACKED)
        },
    );
    let outcome = repository.run(["verify", &server.url()]);
    outcome.exits(1).says("error[");
    outcome.says("it cannot be read: invalid utf-8 sequence of 1 bytes from index 1");
}

/// Another server may be one that only this machine can reach.
#[test]
fn a_redirect_to_another_host_is_rejected() {
    let repository = larger();
    repository.run(["publish", "--to", "web/there"]).exits(0);
    let folder = || Origin::Folder(repository.at("web/there"));
    let other = Server::start(folder(), |_: &Request, _| Harm::None);
    // Another port is another server.
    let port = other.url().rsplit_once(':').unwrap().1.to_owned();
    for to in [
        other.url(),
        format!("http://localhost:{port}"),
        format!("https://127.0.0.1:{port}"),
        format!("http://user:secret@127.0.0.1:{port}"),
        "file:///etc".to_owned(),
        "ftp://127.0.0.1".to_owned(),
    ] {
        let harm = Harm::Redirect(to.clone().leak());
        let server = Server::start(folder(), move |_: &Request, _| harm);
        let url = server.url();
        for arguments in [vec!["verify", &url], vec!["fetch", &url, "vendored"]] {
            let outcome = repository.run(arguments);
            outcome.exits(2).complains(match to.starts_with("file:") {
                true => "the server answers 302 Found",
                false => "which is another server; use that address if it is the right one",
            });
            assert!(!outcome.stderr.contains("secret"), "{outcome}");
        }
    }
    assert_eq!(other.requests(), 0);
    // A redirect on the same server is followed, without a `Referer` header.
    let within = Server::start(
        Origin::Folder(repository.at("web")),
        |request: &Request, _| {
            assert!(!request.headers.contains_key("referer"));
            match request.target.starts_with("/there/") {
                true => Harm::None,
                false => Harm::Redirect("/there"),
            }
        },
    );
    repository.run(["verify", &within.url()]).exits(0);
    let circle = Server::start(folder(), |_: &Request, _| Harm::Redirect("/round"));
    repository
        .run(["verify", &circle.url()])
        .exits(2)
        .complains("the server redirects too many times");
}

/// Addresses are printed, and written into locks.
#[test]
fn a_password_in_an_address_is_never_shown() {
    let repository = released();
    let places = [
        "http://user:hunter2@127.0.0.1:1",
        "http:///user:hunter2@127.0.0.1:1/",
        "http:/user:hunter2@127.0.0.1:1/",
        "http:user:hunter2@127.0.0.1:1/",
        "HTTP://user:hunter2@127.0.0.1:1/",
        "https://hunter2@127.0.0.1:1/",
        r"http:\\user:hunter2@127.0.0.1:1\",
        " http://user:hunter2@127.0.0.1:1/",
        "ht\ttp://user:hunter2@127.0.0.1:1/",
        "http://127.0.0.1:1/?token=hunter2",
        "http://127.0.0.1:1/#hunter2",
        "http://user:hunter2@[bad/",
        "ftp://user:hunter2@127.0.0.1/",
        "s3://user:hunter2@bucket/base",
        "gs://bucket/base?token=hunter2",
        "x://user:hunter2@host/",
    ];
    let runs = places.iter().flat_map(|place| {
        [
            vec!["verify", place],
            vec!["fetch", place, "vendored"],
            vec!["publish", "--to", place],
        ]
    });
    let endpoints = places.iter().flat_map(|place| {
        [
            vec!["verify", "s3://bucket/base", "--endpoint", place],
            vec!["publish", "--to", "az://bucket/base", "--endpoint", place],
        ]
    });
    for arguments in runs.chain(endpoints) {
        let outcome = super::with_credentials(repository.tool(&arguments)).run();
        assert_eq!(outcome.code, Some(2), "{arguments:?}: {outcome}");
        let said = format!("{}{}", outcome.stdout, outcome.stderr);
        assert!(!said.contains("hunter2"), "{arguments:?}: {outcome}");
    }
    assert!(!repository.at("vendored/schemas.lock").exists());
}

/// An endpoint can get its secret elsewhere: errors of a store are shown without it.
#[test]
fn a_token_of_a_store_is_never_shown() {
    let repository = released();
    let outcome = repository
        .tool([
            "verify",
            "az://container/base",
            "--endpoint",
            "http://127.0.0.1:1",
        ])
        .env("AZURE_STORAGE_ACCOUNT_NAME", "test")
        .env("AZURE_STORAGE_SAS_TOKEN", "sv=2020&sig=hunter2")
        .env("AZURE_TIMEOUT", "200ms")
        .run();
    outcome.exits(2).complains("cannot read `manifest.json`");
    assert!(!outcome.stderr.contains("hunter2"), "{outcome}");
    let server = Server::start(Origin::Folder(repository.at("")), |_: &Request, _| {
        Harm::Skewed
    });
    super::with_credentials(repository.tool([
        "verify",
        "s3://bucket/x",
        "--endpoint",
        &server.url(),
    ]))
    .run()
    .exits(2)
    .complains("403 Forbidden: `RequestTimeTooSkewed`");
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
    repository
        .run(fetch)
        .exits(0)
        .says("up to date (no requests made)");
    assert_eq!(server.requests(), asked);
    assert_eq!(
        repository.read("vendored/schemas/webhooks/v1/job.completed.json"),
        repository.read("site/schemas/webhooks/v1/job.completed/1.1.0.json")
    );
}

/// Some hosts answer 403 for a missing file, and do not send the length of a response.
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
        .complains("only object stores have an endpoint");
    repository
        .run(["verify", "http://127.0.0.1:1"])
        .exits(2)
        .complains("cannot read `manifest.json`")
        .complains("Connection refused");
}

/// Python's own server, on a port of its own; it ends with the test.
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
        .says("compared with the releases of this registry");
    let fetch = ["fetch", &url, "vendored", "--pin", "job.completed@1.0.0"];
    repository.run(fetch).exits(0).says("1 schema, 0 equal");
    repository
        .run(fetch)
        .exits(0)
        .says("up to date (no requests made)");
    // A schema is complete: its references stay inside it.
    let path = "vendored/schemas/webhooks/v1/job.completed.json";
    let schema: serde_json::Value = serde_json::from_str(&repository.read(path)).unwrap();
    assert!(jsonschema::options().offline().build(&schema).is_ok());
    let text = schema.to_string();
    let references = text.matches("\"$ref\":").count();
    assert!(references > 5);
    assert_eq!(text.matches("\"$ref\":\"#/").count(), references);
}

/// Someone who can edit a lock cannot choose the registry whose publications are accepted.
#[test]
fn the_address_says_the_registry_and_not_the_lock() {
    let repository = larger();
    repository.write("secret.key", SECRET);
    let sign = ["publish", "--to", "site", "--key", "secret.key"];
    repository.run(sign).exits(0);
    let folder = Origin::Folder(repository.at("site"));
    let server = Server::start(folder, |_: &Request, _| Harm::None);
    let url = server.url();
    let key = PUBLIC.lines().nth(1).unwrap();
    let fetch = ["fetch", &url, "vendored", "--key", key];
    repository
        .run(fetch)
        .exits(2)
        .complains("it is for the registry https://docs.scrapenest.com/, and this is http://127.");
    let named = [&fetch[..], &["--base-uri", "https://docs.scrapenest.com"]].concat();
    repository.run(&named).exits(0);
    repository.remove("vendored/schemas");
    for more in [&[][..], &["--update"]] {
        repository
            .run([&fetch[..], more].concat())
            .exits(2)
            .complains(
                "cannot trust `schemas.lock`: it is for the registry https://docs.scrapenest.com/",
            )
            .complains("pass it with `--base-uri`");
    }
    repository.run(&named).exits(0);
}
