//! Runs of `codegen` that change nothing.

use std::{env, fs, os::unix::fs::PermissionsExt};

use repository_tests::tool::{Outcome, Repository};

use crate::{CREATED, cli::programs::folder_of};

const FILE: &str = "crates/scrapenest-webhooks/src/generated/v1/event.rs";

/// A run that notes what `rustfmt` is asked.
fn run(repository: &Repository, arguments: &[&str]) -> Outcome {
    let path = env::join_paths(
        [repository.at("bin")]
            .into_iter()
            .chain(env::split_paths(&env::var_os("PATH").unwrap())),
    );
    repository
        .tool(arguments)
        .env("PATH", path.unwrap())
        .env("XDG_CACHE_HOME", repository.at("notes"))
        .run()
}

/// A repository in which everything is generated, and the number of runs of `rustfmt` that formatted.
fn generated() -> Repository {
    let repository = Repository::copy();
    let real = folder_of("rustfmt").join("rustfmt");
    let text = format!(
        "#!/bin/sh\necho \"$@\" >> '{}'\nexec '{}' \"$@\"\n",
        repository.at("asked").display(),
        real.display()
    );
    repository.write("bin/rustfmt", text);
    let permissions = fs::Permissions::from_mode(0o755);
    fs::set_permissions(repository.at("bin/rustfmt"), permissions).unwrap();
    run(&repository, &["codegen"]).exits(0);
    repository
}

/// Returns the number of times that `rustfmt` has formatted since the last call.
fn formatted(repository: &Repository) -> usize {
    let asked = repository.read("asked");
    repository.write("asked", "");
    asked.lines().filter(|line| *line != "--version").count()
}

#[test]
fn nothing_is_rendered_again() {
    let repository = generated();
    assert!(formatted(&repository) > 0);
    let before = repository.files();
    let outcome = run(&repository, &["codegen"]);
    outcome.exits(0).says(" 0 changed, ");
    run(&repository, &["codegen", "--check"])
        .exits(0)
        .says(" up to date");
    assert_eq!(
        run(&repository, &["codegen", "--format", "json"]).stdout,
        "[]\n"
    );
    assert_eq!(formatted(&repository), 0);
    let mut after = repository.files();
    after.insert("asked".into(), before["asked"].clone());
    assert_eq!(after, before);
}

/// Changes a repository.
type Spoil<'s> = &'s dyn Fn(&Repository);

/// A note is about files as they are: whatever is different is generated again.
#[test]
fn every_difference_is_seen() {
    let spoil: &[(&str, Spoil)] = &[
        ("an edited file", &|repository| {
            let text = repository.read(FILE);
            repository.write(FILE, format!("{text}// Edited.\n"));
        }),
        ("a removed file", &|repository| repository.remove(FILE)),
        ("an edited list", &|repository| {
            let list = repository.read("schemas/codegen.manifest");
            let (_, rest) = list.split_once('\n').unwrap();
            repository.write("schemas/codegen.manifest", rest);
        }),
        ("a list without files", &|repository| {
            repository.write("schemas/codegen.manifest", "");
        }),
    ];
    for (name, spoil) in spoil {
        let repository = generated();
        let files = |repository: &Repository| {
            let mut files = repository.files();
            files.retain(|path, _| path != "asked");
            files
        };
        let before = files(&repository);
        spoil(&repository);
        formatted(&repository);
        run(&repository, &["codegen", "--check"]).exits(4);
        run(&repository, &["codegen"]).exits(0);
        assert!(formatted(&repository) > 0, "{name}");
        assert_eq!(files(&repository), before, "{name}");
    }
    let repository = generated();
    repository.edit(CREATED, |root| root["description"] = "There is one.".into());
    run(&repository, &["codegen", "--check"]).exits(4);
    run(&repository, &["codegen"]).exits(0).says("updated ");
    run(&repository, &["codegen", "--check"]).exits(0);
    let example = "schemas/webhooks/v1/examples/job.created/queued.json";
    let text = repository.read(example);
    repository.write(example, text.replace("\n}", ",\n  \"more\": 1\n}"));
    run(&repository, &["codegen", "--check"]).exits(4);
}

/// A folder of notes that cannot be written is no error.
#[test]
fn notes_are_not_needed() {
    let repository = Repository::copy();
    repository.write("notes", "a file");
    for _ in 0..2 {
        let outcome = repository
            .tool(["codegen"])
            .env("XDG_CACHE_HOME", repository.at("notes"))
            .run();
        outcome.exits(0).says(" 0 changed, ");
    }
}

/// Only notes are removed where there are many of them.
#[test]
fn other_files_of_the_folder_stay() {
    let repository = generated();
    let folder = "notes/schemas/generated";
    for number in 0..250 {
        repository.write(&format!("{folder}/{number:064x}"), "an old note");
    }
    repository.write(&format!("{folder}/mine"), "something else");
    repository.edit(CREATED, |root| root["description"] = "There is one.".into());
    run(&repository, &["codegen"]).exits(0);
    let left: Vec<String> = repository.files().into_keys().collect();
    let left = left.iter().filter(|path| path.starts_with(folder));
    let left: Vec<&String> = left.collect();
    assert_eq!(left.len(), 2, "{left:?}");
    assert!(left.iter().any(|path| path.ends_with("/mine")), "{left:?}");
}
