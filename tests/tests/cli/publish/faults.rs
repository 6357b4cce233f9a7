//! Publication to a folder with a defect: it stays unchanged, and the error names the reason.

use std::{
    fs::{self, Permissions},
    os::unix::fs::{PermissionsExt, symlink},
    process::Command,
    thread,
    time::Instant,
};

use repository_tests::tool::{Repository, binary};
use serde_json::Value;

use super::{SITE, files, publish, published, release_more, verify};
use crate::cli::release::released;

/// A killed run loses nothing, and the next run continues.
#[test]
fn a_killed_run_is_repeated() {
    let repository = published();
    let first = files(&repository);
    release_more(&repository);
    let started = Instant::now();
    repository.run(["publish", "--to", "whole"]).exits(0);
    let takes = started.elapsed();
    for moment in 0..50_u32 {
        for path in files(&repository).keys() {
            repository.remove(path);
        }
        for (path, bytes) in &first {
            repository.write(path, bytes);
        }
        let mut run = repository
            .tool(["publish", "--to", SITE])
            .command()
            .spawn()
            .unwrap();
        thread::sleep(takes * moment / 50);
        run.kill().unwrap();
        run.wait().unwrap();
        let between = files(&repository);
        for (path, bytes) in &first {
            let is_revision = path.ends_with("/1.0.0.json");
            assert!(
                !is_revision || between[path] == *bytes,
                "{path} at {moment}"
            );
        }
        let index: Value =
            serde_json::from_slice(&between["site/index.json"]).expect("an index is whole");
        for path in named(&index) {
            assert!(
                between.contains_key(&format!("site/{path}")),
                "the index names `{path}`, which is missing, at {moment}"
            );
        }
        publish(&repository).exits(0);
        verify(&repository).exits(0);
    }
}

/// Returns every path in an index.
fn named(index: &Value) -> Vec<String> {
    let mut names = Vec::new();
    let mut open = vec![index];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(members) => {
                for (name, member) in members {
                    let is_path = ["schema", "path", "envelope", "documentation", "successor"]
                        .contains(&name.as_str());
                    names.extend(member.as_str().filter(|_| is_path).map(str::to_owned));
                }
                open.extend(members.values());
            }
            _ => {}
        }
    }
    names
}

#[test]
fn a_folder_that_cannot_be_written_stays_as_it_is() {
    let repository = published();
    release_more(&repository);
    let before = files(&repository);
    let folder = repository.at(SITE);
    fs::set_permissions(&folder, Permissions::from_mode(0o555)).unwrap();
    let outcome = repository
        .tool(["publish", "--to", SITE])
        .restricted()
        .run();
    outcome
        .exits(2)
        .complains("cannot write to `site`: Permission denied");
    fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
    assert_eq!(files(&repository), before);
    verify(&repository).exits(1);
    publish(&repository).exits(0);
    verify(&repository).exits(0);
}

/// A full disk changes nothing, whichever file does not fit.
#[test]
fn a_full_disk_is_an_error_and_changes_nothing() {
    let repository = published();
    release_more(&repository);
    let before = files(&repository);
    let sizes = before.values().map(Vec::len);
    let (largest, mut failed) = (sizes.max().unwrap(), 0);
    // In units of 512 or 1,024 bytes. The signal for exceeding the limit is ignored, since a full disk does not
    // send one.
    for units in [1, 2, 4, 8, 16, 24, 32, 40, 48, 56, 64] {
        let script = format!(
            r#"trap "" XFSZ; ulimit -f {units}; exec "$0" publish --to site --format json"#
        );
        let output = Command::new("sh")
            .args(["-c", &script])
            .arg(binary())
            .current_dir(repository.at(""))
            .output()
            .unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        if output.status.success() {
            break;
        }
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(stderr.contains("cannot write `"), "{stderr}");
        assert!(files(&repository) == before, "{units}");
        failed = units;
    }
    assert!(failed * 1024 > largest / 2, "{failed} of {largest} bytes");
    publish(&repository).exits(0);
    verify(&repository).exits(0);
}

/// Nothing is written through links and named pipes, and pipes do not block the run.
#[test]
fn what_is_no_file_is_refused() {
    for make in [link, dangling, pipe] {
        let repository = published();
        release_more(&repository);
        repository.write("elsewhere", "stays");
        let path = "site/schemas/webhooks/v1/job.completed.json";
        repository.remove(path);
        make(&repository, path);
        publish(&repository)
            .exits(2)
            .complains("cannot read `schemas/webhooks/v1/job.completed.json`")
            .complains(", not a file");
        assert_eq!(repository.read("elsewhere"), "stays");
        assert!(!repository.at("nowhere").exists());
        verify(&repository).exits(1).says(path).says(", not a file");
    }
    let repository = published();
    fs::rename(repository.at("site/schemas"), repository.at("moved")).unwrap();
    symlink("../moved", repository.at("site/schemas")).unwrap();
    publish(&repository)
        .exits(2)
        .complains("`site/schemas` is a symbolic link, not a file");
    // The folder itself may be a link.
    fs::remove_file(repository.at("site/schemas")).unwrap();
    fs::rename(repository.at("moved"), repository.at("site/schemas")).unwrap();
    symlink("site", repository.at("named")).unwrap();
    repository
        .run(["publish", "--to", "named"])
        .exits(0)
        .says("0 new, 0 changed");
}

#[track_caller]
fn link(repository: &Repository, path: &str) {
    symlink(repository.at("elsewhere"), repository.at(path)).unwrap();
}

#[track_caller]
fn dangling(repository: &Repository, path: &str) {
    symlink(repository.at("nowhere"), repository.at(path)).unwrap();
}

#[track_caller]
fn pipe(repository: &Repository, path: &str) {
    let made = Command::new("mkfifo").arg(repository.at(path)).status();
    assert!(made.unwrap().success());
}

#[test]
fn sources_are_no_place_to_publish_to() {
    let repository = released();
    let before = repository.tree();
    for to in [
        ".",
        "schemas",
        "schemas/public",
        "./schemas/webhooks/v1/../public",
    ] {
        repository
            .run(["publish", "--to", to])
            .exits(2)
            .complains("the destination contains the registry or is inside it");
        assert_eq!(repository.tree(), before);
    }
}

/// Families and folders are named in `registry.toml`, which can contain anything.
#[test]
fn names_that_lead_elsewhere_are_refused_before_anything_is_written() {
    let repository = released();
    let config = repository.read("schemas/registry.toml");
    let before = repository.files();
    let odd = "is not a name in snake case";
    for (name, says) in [
        ("..", odd),
        ("/etc", odd),
        ("a\\u0000b", odd),
        ("a/b", odd),
        ("WEBHOOKS", odd),
        // No system allows such a folder.
        (&*"a".repeat(300), "has no folder"),
    ] {
        let table = format!("[families.\"{name}\"]");
        let family = config.replace("[families.webhooks]", &table);
        let family = family.replace("[families.webhooks.", &format!("[families.\"{name}\"."));
        assert_ne!(family, config);
        repository.write("schemas/registry.toml", &family);
        publish(&repository)
            .exits(1)
            .says("error[invalid-config]")
            .says(says);
        repository.write("schemas/registry.toml", &config);
        assert!(repository.files() == before, "{name}");
    }
    // The same registry is published with its own names.
    publish(&repository).exits(0);
}

/// Examples are named after files, whose names can be almost anything.
#[test]
fn names_that_not_every_system_has_are_refused_before_anything_is_written() {
    let example = "schemas/webhooks/v1/examples/job.created/queued_minimal.json";
    for (name, says) in [
        ("caf\u{e9}", "it has the character `é`"),
        ("cafe\u{301}", "it has the character"),
        ("a\\b", "it has the character `\\\\`"),
        ("a\u{1}b", "it has the character"),
        ("a%2fb", "it has the character `%`"),
        ("nul", "is the name of a device on Windows"),
        (" a", "begins or ends with a space"),
        ("queued_Minimal", "some systems cannot distinguish"),
    ] {
        let repository = released();
        let text = repository.read(example);
        repository.write(&example.replace("queued_minimal", name), text);
        repository.run(["codegen"]);
        publish(&repository)
            .exits(1)
            .says("error[unpublishable-name]")
            .says(says);
        assert!(!repository.at(SITE).exists());
    }
}

/// A manifest can list anything, including someone else's files.
#[test]
fn what_is_somebody_elses_is_not_removed() {
    let repository = published();
    let files = [
        "site/CNAME",
        "site/.git/config",
        "site/schemas/webhooks/v1/mine.json",
    ];
    for path in files {
        repository.write(path, "mine");
    }
    repository.edit("site/manifest.json", |manifest| {
        let list = manifest["files"].as_array_mut().unwrap();
        for path in files {
            let sha256 = match path.ends_with("json") {
                true => "0".repeat(64),
                false => schema_registry::released::digest("mine"),
            };
            list.push(serde_json::json!({
                "path": path.trim_start_matches("site/"), "size": 4, "sha256": sha256,
                "media_type": "text/plain", "immutable": false,
            }));
        }
    });
    let outcome = publish(&repository);
    outcome.exits(0).says_nothing_of("removed  ");
    for path in files {
        assert_eq!(repository.read(path), "mine");
        let path = path.trim_start_matches("site/");
        let note = format!("note: `{path}` is at the destination, but is not part");
        outcome.says(&note);
    }
}

/// Only incomplete files are removed from their folder.
#[test]
fn unfinished_files_are_removed_and_no_others() {
    let repository = published();
    release_more(&repository);
    repository.write("site/.schemas-unfinished/precious", "stays");
    repository.write("site/.schemas-unfinished/unfinished-1", "");
    publish(&repository).exits(0);
    assert_eq!(
        repository.read("site/.schemas-unfinished/precious"),
        "stays"
    );
    assert!(
        !repository
            .at("site/.schemas-unfinished/unfinished-1")
            .exists()
    );
    repository.remove("site/.schemas-unfinished");
    repository.write("site/.schemas-unfinished", "");
    publish(&repository)
        .exits(2)
        .complains("`site/.schemas-unfinished` is not a directory; remove it");
}

/// A publisher waits for another publisher of the same folder.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_has_one_publisher_at_a_time() {
    let repository = published();
    release_more(&repository);
    let lock = fs::File::open(repository.at(SITE)).unwrap();
    lock.lock().unwrap();
    let mut run = repository
        .tool(["publish", "--to", SITE])
        .command()
        .spawn()
        .unwrap();
    // The process has opened the folder that it is going to lock.
    let descriptors = format!("/proc/{}/fd", run.id());
    let site = repository.at(SITE).canonicalize().unwrap();
    let opened = |entry: fs::DirEntry| fs::read_link(entry.path()).is_ok_and(|path| path == site);
    while !fs::read_dir(&descriptors)
        .unwrap()
        .any(|entry| opened(entry.unwrap()))
    {
        assert!(run.try_wait().unwrap().is_none(), "it waits");
        thread::yield_now();
    }
    verify(&repository).exits(1);
    assert!(run.try_wait().unwrap().is_none(), "it waits");
    lock.unlock().unwrap();
    assert!(run.wait().unwrap().success());
    verify(&repository).exits(0);
}
