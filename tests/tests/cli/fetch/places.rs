//! A source that is not trusted names the fetched files and their paths.

use repository_tests::tool::{Outcome, Repository};
use serde_json::{Value, json};

use super::{COMPLETED, FETCH, LOCK, published};
use crate::cli::verify::relist;

const REVISION: &str = "site/schemas/webhooks/v1/job.completed/1.0.0.json";

/// Returns the entry of an event in an index.
fn event<'i>(index: &'i mut Value, name: &str) -> &'i mut Value {
    let events = &mut index["families"][0]["majors"][0]["events"];
    let mut events = events.as_array_mut().unwrap().iter_mut();
    events.find(|it| it["event"] == name).unwrap()
}

/// Changes the entry of `job.completed` in the index, and updates all digests.
fn forge(repository: &Repository, change: impl FnOnce(&mut Value)) {
    repository.edit("site/index.json", |index| {
        change(event(index, "job.completed"));
    });
    relist(repository);
}

/// Checks the message of both commands about a publication that cannot be trusted.
fn assert_both_say(repository: &Repository, text: &str) {
    let verify = repository.run(["verify", "site"]);
    verify.exits(1).says(text);
    assert_not_fetched(repository, &FETCH).complains(text);
}

/// Checks that fetching fails and changes nothing in the folder.
fn assert_not_fetched(repository: &Repository, arguments: &[&str]) -> Outcome {
    let vendored = || {
        let mut files = repository.files();
        files.retain(|path, _| path.starts_with("vendored"));
        files
    };
    let before = vendored();
    let outcome = repository.run(arguments);
    outcome.exits(2);
    assert_eq!(vendored(), before, "{outcome}");
    outcome
}

#[test]
fn fetch_does_not_replace_package_json() {
    let script = json!({ "scripts": { "preinstall": "touch pwned" } }).to_string();
    for path in [
        "package.json",
        "node_modules/evil/package.json",
        "v1/package.json",
    ] {
        let repository = published();
        let own = format!("vendored/{path}");
        repository.write(&own, "{}");
        let published = path.replace(".json", "/1.1.0.json");
        repository.write(&format!("site/{published}"), &script);
        for (name, published) in [
            (
                "job.completed",
                "schemas/webhooks/v1/job.completed/1.1.0.json",
            ),
            ("job.completed", &published),
            ("package", &published),
        ] {
            repository.edit("site/index.json", |index| {
                let event = event(index, "job.completed");
                event["event"] = name.into();
                event["schema"] = path.into();
                event["revisions"][1]["path"] = published.into();
                event["revisions"]
                    .as_array_mut()
                    .unwrap()
                    .retain(|it| it["revision"] == "1.1.0");
            });
            relist(&repository);
            assert_both_say(&repository, "is not the path of `");
            let pin = format!("{name}@1.1.0");
            let pinned = ["fetch", "site", "vendored", "--pin", &pin];
            assert_not_fetched(&repository, &pinned).complains("is not the path of `");
            assert_eq!(repository.read(&own), "{}");
            repository.remove("site/index.json");
            repository.run(["publish", "--to", "site"]).exits(0);
        }
    }
}

#[test]
fn what_was_not_fetched_is_never_replaced() {
    let repository = published();
    repository.write(COMPLETED, "{}");
    let says = "another file is there, which `schemas.lock` does not list";
    assert_not_fetched(&repository, &FETCH).complains(says);
    let update = ["fetch", "site", "vendored", "--update"];
    assert_not_fetched(&repository, &update).complains(says);
    // A lock of other schemas does not make the file ours either.
    repository
        .run(["fetch", "site", "vendored", "--pin", "job.created@1.0.0"])
        .exits(0);
    let pin = ["--pin", "job.completed@1.0.0"];
    let update = [update.as_slice(), &pin].concat();
    assert_not_fetched(&repository, &update).complains(says);
    // A file with the same content may have been there before.
    repository.write(COMPLETED, repository.read(REVISION));
    repository.run(update).exits(0).says("1 schema, 1 equal");
}

#[test]
fn names_of_schemas_are_plain() {
    for (name, says) in [
        ("../../outside", "`..` leads elsewhere"),
        ("$(id)", "it has the character `$`"),
        ("a b", "it has the character ` `"),
        ("-rf", "`-rf.json` begins with a full stop or a hyphen"),
        (
            ".npmrc",
            "`.npmrc.json` begins with a full stop or a hyphen",
        ),
        ("con", "`con.json` is the name of a device"),
        ("A.JSON/a", "is not the path of"),
    ] {
        let repository = published();
        forge(&repository, |event| {
            event["event"] = name.into();
            event["schema"] = format!("schemas/webhooks/v1/{name}.json").into();
        });
        assert_not_fetched(&repository, &FETCH).complains(says);
    }
    for path in [
        "build.rs",
        ".git/hooks/pre-commit.json",
        "schemas.lock",
        "/etc/x.json",
    ] {
        let repository = published();
        forge(&repository, |event| event["schema"] = path.into());
        assert_not_fetched(&repository, &FETCH);
        assert!(!repository.at("vendored").exists());
    }
}

#[test]
fn bytes_that_are_not_the_schema_of_the_path_are_not_fetched() {
    for (old, new, says) in [
        ("", "", "not JSON"),
        ("", "[]", "it is not an object"),
        (
            "",
            r#"{"scripts":{"preinstall":"touch pwned"}}"#,
            "its `$schema` is not",
        ),
        (
            "job.completed/1.1.0",
            "job.created/1.1.0",
            "its `$id` is https://docs.scrapenest.com/",
        ),
        (
            r#""type": "object""#,
            r#""type": "objekt""#,
            "not a JSON Schema",
        ),
        ("#/$defs/", "#/$dfs/", "it cannot be used alone"),
    ] {
        let repository = published();
        let path = "site/schemas/webhooks/v1/job.completed/1.1.0.json";
        let text = match old {
            "" => new.to_owned(),
            _ => repository.read(path).replace(old, new),
        };
        assert_ne!(text, repository.read(path));
        repository.write(path, &text);
        forge(&repository, |event| {
            event["revisions"][1]["sha256"] = schema_registry::released::digest(&text).into();
        });
        assert_both_say(&repository, says);
        assert!(!repository.at(LOCK).exists());
    }
}

#[test]
fn two_revisions_of_one_name_are_findings() {
    let repository = published();
    forge(&repository, |event| {
        event["revisions"][0] = event["revisions"][1].clone();
    });
    assert_both_say(&repository, "it has `job.completed` 1.1.0 twice");
    // A revision of another event, which has its own schema and digest, is rejected, too.
    let repository = published();
    repository.edit("site/index.json", |index| {
        let other = event(index, "job.created")["revisions"][0].clone();
        event(index, "job.completed")["revisions"][0] = other;
    });
    relist(&repository);
    let says =
        "`schemas/webhooks/v1/job.created/1.0.0.json` is not the path of `job.completed` 1.0.0";
    assert_both_say(&repository, says);
    let pinned = [FETCH.as_slice(), &["--pin", "job.completed@1.0.0"]].concat();
    assert_not_fetched(&repository, &pinned).complains(says);
}

#[test]
fn revisions_out_of_order_are_findings() {
    let repository = published();
    forge(&repository, |event| {
        event["revisions"].as_array_mut().unwrap().reverse();
        event["latest"] = "1.0.0".into();
    });
    assert_both_say(&repository, "`job.completed` 1.0.0 comes after 1.1.0");
    let repository = published();
    forge(&repository, |event| {
        event["revisions"][1]["revision"] = "1.1".into();
        event["latest"] = "1.1".into();
    });
    assert_both_say(
        &repository,
        "`1.1` of `job.completed` is not a revision, such as `1.0.0`",
    );
}

#[test]
fn what_is_there_twice_is_a_finding() {
    for (change, says) in [
        (
            (|index| {
                let events = &mut index["families"][0]["majors"][0]["events"];
                let first = events[0].clone();
                events.as_array_mut().unwrap().push(first);
            }) as fn(&mut Value),
            "it has `job.created` twice in `v1` of `webhooks`",
        ),
        (
            |index| {
                let first = index["families"][0].clone();
                index["families"].as_array_mut().unwrap().push(first);
            },
            "it has the family `webhooks` twice",
        ),
        (
            |index| {
                let majors = &mut index["families"][0]["majors"];
                let first = majors[0].clone();
                majors.as_array_mut().unwrap().push(first);
            },
            "`v1` of `webhooks` comes after a later one",
        ),
        (
            |index| index["families"][0]["majors"][0]["number"] = 2.into(),
            "`v1` of `webhooks` has the number 2",
        ),
        (
            |index| index["families"][0]["majors"][0]["events"][0]["sunset"] = "soon".into(),
            "its schema rejects it: \"soon\" is not a \"date\"",
        ),
        (
            |index| index["number"] = 7.into(),
            "it has the number 7, and the manifest 1",
        ),
        (
            |index| index["number"] = 0.into(),
            "its schema rejects it: 0 is less than the minimum of 1, at `/number`",
        ),
        (
            |index| index["base_uri"] = "https://docs.scrapenest.com".into(),
            "its `base_uri` does not end in `/`",
        ),
    ] {
        let repository = published();
        repository.edit("site/index.json", change);
        relist(&repository);
        assert_both_say(&repository, says);
    }
}

/// The schema that is published with the index can be anything.
#[test]
fn an_index_is_not_judged_by_the_schema_beside_it() {
    let repository = published();
    repository.write("site/index.schema.json", "true");
    forge(&repository, |event| event["sunset"] = "soon".into());
    assert_both_say(&repository, "is not a \"date\"");
}

#[test]
fn what_the_manifest_lacks_is_not_fetched() {
    let repository = published();
    repository.edit("site/manifest.json", |manifest| {
        let files = manifest["files"].as_array_mut().unwrap();
        files.retain(|it| it["path"] != "schemas/webhooks/v1/artifact.ready/1.0.0.json");
    });
    relist(&repository);
    let says = "it names `schemas/webhooks/v1/artifact.ready/1.0.0.json`, which is not published";
    assert_both_say(&repository, says);
    // The path of the current schema is checked, too, since the revision is written to it.
    let repository = published();
    repository.edit("site/manifest.json", |manifest| {
        let files = manifest["files"].as_array_mut().unwrap();
        files.retain(|it| it["path"] != "schemas/webhooks/v1/artifact.ready.json");
    });
    relist(&repository);
    let says = "it names `schemas/webhooks/v1/artifact.ready.json`, which is not published";
    assert_both_say(&repository, says);
}

#[test]
fn another_size_than_the_manifest_says_is_not_fetched() {
    let repository = published();
    repository.edit("site/manifest.json", |manifest| {
        let mut files = manifest["files"].as_array_mut().unwrap().iter_mut();
        let path = "schemas/webhooks/v1/artifact.ready/1.0.0.json";
        let entry = files.find(|it| it["path"] == path).unwrap();
        entry["size"] = (entry["size"].as_u64().unwrap() + 1).into();
    });
    assert_not_fetched(&repository, &FETCH)
        .complains("cannot fetch `schemas/webhooks/v1/artifact.ready/1.0.0.json`")
        .complains(" bytes, and the manifest says ");
}
