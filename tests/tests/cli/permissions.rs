//! Files that cannot be read, and folders that cannot be written.

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
};

use repository_tests::tool::{GENERATED, Outcome, Repository};

use crate::{COMPLETED, CONFIG, EXAMPLES, MANIFEST, fresh, make_duration_a_string};

/// The permissions of a path, which get their previous value back when this is dropped.
struct Mode<'a> {
    repository: &'a Repository,
    path: &'a str,
    before: Permissions,
}

impl<'a> Mode<'a> {
    #[track_caller]
    fn set(repository: &'a Repository, path: &'a str, mode: u32) -> Self {
        let before = fs::metadata(repository.at(path)).unwrap().permissions();
        fs::set_permissions(repository.at(path), Permissions::from_mode(mode)).unwrap();
        Self {
            repository,
            path,
            before,
        }
    }
}

impl Drop for Mode<'_> {
    fn drop(&mut self) {
        let path = self.repository.at(self.path);
        fs::set_permissions(path, self.before.clone()).unwrap();
    }
}

fn run(repository: &Repository, arguments: &[&str]) -> Outcome {
    repository.tool(arguments).restricted().run()
}

#[test]
fn unreadable_files_are_found() {
    let example = format!("{EXAMPLES}/job.completed/failed.json");
    let folder = format!("{EXAMPLES}/job.completed");
    for path in [
        COMPLETED,
        &example,
        "schemas/webhooks/v1/envelope.json",
        &folder,
        "schemas/webhooks",
    ] {
        let repository = fresh();
        let mode = Mode::set(&repository, path, 0o000);
        for command in ["check", "codegen"] {
            let outcome = run(&repository, &[command]);
            outcome
                .exits(1)
                .says("error[unreadable-file]: this file is not read: Permission denied");
            outcome.says(&format!("--> {path}\n"));
        }
        drop(mode);
        repository.run(["codegen", "--check"]).exits(0);
    }
    let repository = fresh();
    let _mode = Mode::set(&repository, COMPLETED, 0o000);
    let outcome = run(&repository, &["check"]);
    assert_eq!(outcome.stdout.matches("error[").count(), 1, "{outcome}");
}

#[test]
fn other_unreadable_files_are_failures() {
    let repository = fresh();
    let before = repository.tree();
    let code = format!("{GENERATED}/v1/event.rs");
    let example = format!("{EXAMPLES}/job.completed/failed.json");
    let cases: &[(&str, &[&str])] = &[
        (CONFIG, &["check", "--registry", "schemas"]),
        (CONFIG, &["codegen", "--registry", "schemas"]),
        (MANIFEST, &["codegen"]),
        (&code, &["codegen"]),
        (&code, &["codegen", "--check"]),
        (&example, &["validate", &example]),
    ];
    for (path, arguments) in cases {
        let _mode = Mode::set(&repository, path, 0o000);
        let outcome = run(&repository, arguments);
        outcome
            .exits(2)
            .complains(&format!("cannot read `{path}`: Permission denied"));
    }
    assert_eq!(repository.tree(), before);
}

/// Every file is complete, old or new, and the next run with permissions finishes the work.
#[test]
fn read_only_folders_are_failures() {
    let expected = {
        let repository = fresh();
        make_duration_a_string(&repository);
        repository.run(["codegen"]).exits(0);
        repository.files()
    };
    let v1 = format!("{GENERATED}/v1");
    let schemas = format!("{GENERATED}/v1/schemas");
    for folder in [v1.as_str(), &schemas, "docs/webhooks", "schemas"] {
        let repository = fresh();
        let before = repository.files();
        make_duration_a_string(&repository);
        let mode = Mode::set(&repository, folder, 0o555);
        let outcome = run(&repository, &["codegen"]);
        outcome
            .exits(2)
            .complains(&format!("cannot write `{folder}/"));
        outcome.complains("Permission denied");
        assert_eq!(repository.leftovers(), Vec::<String>::new());
        for (path, bytes) in repository.files() {
            let is_whole = before.get(&path) == Some(&bytes) || expected.get(&path) == Some(&bytes);
            assert!(is_whole || path == MANIFEST, "{path}");
        }
        run(&repository, &["codegen", "--check"]).exits(4);
        drop(mode);
        repository.run(["codegen"]).exits(0);
        assert!(repository.files() == expected, "{folder}");
    }
}

#[test]
fn read_only_folders_may_be_up_to_date() {
    let repository = fresh();
    let v1 = format!("{GENERATED}/v1");
    let _modes = [v1.as_str(), GENERATED, "docs", "schemas"]
        .map(|folder| Mode::set(&repository, folder, 0o555));
    run(&repository, &["codegen"])
        .exits(0)
        .says(": 0 changed, ");
    run(&repository, &["codegen", "--check"]).exits(0);
    run(&repository, &["fmt"]).exits(0);
}

#[test]
fn other_commands_need_folders_as_well() {
    let repository = fresh();
    let folder = "schemas/webhooks/v1";
    repository.write(COMPLETED, repository.read(COMPLETED) + "\n");
    let before = repository.tree();
    {
        let _mode = Mode::set(&repository, folder, 0o555);
        let outcome = run(&repository, &["fmt"]);
        outcome
            .exits(2)
            .complains(&format!("cannot write `{COMPLETED}`: Permission denied"));
    }
    let _mode = Mode::set(&repository, EXAMPLES, 0o555);
    let outcome = run(&repository, &["new", "job.cancelled"]);
    outcome
        .exits(2)
        .complains(&format!("cannot write `{EXAMPLES}/job.cancelled/"));
    drop(_mode);
    assert_eq!(repository.tree(), before);
}

#[test]
fn an_output_may_be_in_the_way() {
    let code = format!("{GENERATED}/v1/event.rs");
    for (path, is_folder) in [
        (GENERATED, false),
        ("docs", false),
        ("docs/webhooks", false),
        (&code, true),
    ] {
        let repository = fresh();
        repository.remove(path);
        if is_folder {
            repository.write(&format!("{path}/mine.txt"), "mine");
        } else {
            repository.write(path, "mine");
        }
        make_duration_a_string(&repository);
        let before = repository.tree();
        for command in [&["codegen"] as &[&str], &["codegen", "--check"]] {
            repository
                .run(command)
                .exits(2)
                .complains(&format!("cannot read `{path}"));
        }
        assert_eq!(repository.tree(), before, "{path}");
    }
}

/// Files in output folders that people edit do not belong to the generator.
#[test]
fn other_files_are_left_alone() {
    let repository = fresh();
    let mine = [
        "docs/guide.md",
        "docs/.hidden",
        "docs/webhooks/v0.md",
        "schemas/.notes",
    ];
    for path in mine {
        repository.write(path, "mine");
    }
    make_duration_a_string(&repository);
    repository.run(["codegen"]).exits(0);
    for path in mine {
        assert_eq!(repository.read(path), "mine");
    }
}
