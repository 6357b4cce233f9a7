//! Publications that try to block a run, to fill the memory, or to cause a false message.

use std::{fs, process::Command, thread, time::Duration};

use repository_tests::tool::Repository;
use schema_registry::released::digest;
use serde_json::{Value, json};

use super::{
    super::{
        publish::{SITE, publish, published, verify},
        release::released,
    },
    relist,
};

const REVISION: &str = "site/schemas/webhooks/v1/job.completed/1.0.0.json";

/// Returns a schema whose check takes twice as long with each of 40 levels.
fn bomb() -> Value {
    let level = |at: usize| json!({ "$ref": format!("#/$defs/a{}", at + 1) });
    let mut definitions: serde_json::Map<String, Value> = (0..40)
        .map(|at| (format!("a{at}"), json!({ "allOf": [level(at), level(at)] })))
        .collect();
    definitions.insert("a40".into(), json!({ "type": "object" }));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": "#/$defs/a0",
        "$defs": definitions,
    })
}

/// Replaces the bytes of a revision, and updates every digest.
fn replace_revision(repository: &Repository, bytes: impl AsRef<[u8]>) {
    let sha256 = digest(&bytes);
    repository.write(REVISION, bytes);
    repository.edit("site/index.json", |index| {
        let events = index["families"][0]["majors"][0]["events"].as_array_mut();
        let mut events = events.unwrap().iter_mut();
        let event = events.find(|it| it["event"] == "job.completed").unwrap();
        event["revisions"][0]["sha256"] = sha256.into();
    });
    relist(repository);
}

#[test]
fn verify_does_not_use_the_publications_own_index_schema() {
    let repository = published();
    let schema = repository.read("site/index.schema.json");
    // A schema that takes forever, and one that accepts everything.
    for other in [bomb().to_string(), "{\"$ref\": \"#\"}".to_owned()] {
        repository.write("site/index.schema.json", other);
        relist(&repository);
        verify(&repository)
            .exits(1)
            .says("site/index.schema.json")
            .says("it is not the schema that this version of the tool writes: either another");
    }
    repository.write("site/index.schema.json", schema);
    // A violation of the program's own schema is found, whatever the published one says.
    repository.edit("site/index.json", |index| {
        index["families"][0]["majors"][0]["events"][0]["revisions"][0]["date"] = "today".into();
    });
    relist(&repository);
    verify(&repository)
        .exits(1)
        .says("site/index.json")
        .says("its schema rejects it");
}

/// Returns the most memory that a run uses at once, in MiB, and its exit code.
fn peak(repository: &Repository, arguments: &[&str]) -> (u64, Option<i32>) {
    let mut run = repository.tool(arguments).command().spawn().unwrap();
    let status = format!("/proc/{}/status", run.id());
    let mut most = 0;
    loop {
        if let Some(end) = run.try_wait().unwrap() {
            return (most >> 10, end.code());
        }
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kibibytes = line.and_then(|it| it.trim().strip_suffix(" kB")?.parse().ok());
        most = most.max(kibibytes.unwrap_or_default());
        thread::sleep(Duration::from_millis(2));
    }
}

/// Large files that the manifest lists are hashed in parts, and never kept.
#[test]
fn verify_keeps_memory_bounded() {
    let repository = published();
    let large = vec![b' '; 100 << 20];
    for number in 0..12 {
        repository.write(&format!("site/reference/{number}.md"), &large);
    }
    repository.edit("site/manifest.json", |manifest| {
        for number in 0..12 {
            let path = format!("reference/{number}.md");
            manifest["files"].as_array_mut().unwrap().push(json!({
                "path": path, "size": 0, "sha256": "", "media_type": "text/markdown; charset=utf-8",
                "immutable": false,
            }));
        }
        let files = manifest["files"].as_array_mut().unwrap();
        files.sort_by_key(|it| it["path"].as_str().unwrap().to_owned());
    });
    relist(&repository);
    let (mebibytes, code) = peak(&repository, &["verify", SITE, "--read-limit", "2048"]);
    assert_eq!(code, Some(0));
    assert!((1..400).contains(&mebibytes), "{mebibytes} MiB for 1,200");
    // All files together are more than one run reads by default.
    repository
        .run(["verify", SITE])
        .exits(2)
        .complains("the files have more than 1024 MiB together")
        .complains("`--read-limit`");
}

#[test]
fn verify_has_limits_on_a_whole_run() {
    let repository = published();
    repository
        .run(["verify", SITE, "--file-limit", "5"])
        .exits(2)
        .complains("there are more than 5 files")
        .complains("`--file-limit`");
    repository
        .run(["verify", SITE, "--time-limit", "0"])
        .exits(2)
        .complains("`--time-limit`");
    verify(&repository).exits(0);
}

/// Schemas of revisions are read up to the size limit of schemas.
#[test]
fn a_schema_that_is_too_large_is_a_finding() {
    let repository = published();
    replace_revision(&repository, vec![b' '; 9 << 20]);
    verify(&repository)
        .exits(1)
        .says("job.completed/1.0.0.json")
        .says("it has 9437184 bytes, and the limit is 8388608");
    repository
        .run(["fetch", SITE, "vendored"])
        .exits(2)
        .complains("it has 9437184 bytes, and the limit is 8388608");
}

/// An index that is too large is not read, by any command.
#[test]
fn an_index_that_is_too_large_is_a_finding() {
    let repository = published();
    repository.write("site/index.json", vec![b' '; 65 << 20]);
    let says = "it has 68157440 bytes, and the limit is 67108864";
    verify(&repository)
        .exits(1)
        .says("site/index.json")
        .says(says);
    repository
        .run(["fetch", SITE, "vendored"])
        .exits(2)
        .complains(says);
}

/// Schemas are checked one at a time, and so are their patterns: each takes megabytes.
#[test]
fn many_patterns_take_no_more_memory_than_one() {
    let repository = published();
    let id = "https://docs.scrapenest.com/schemas/webhooks/v1/job.completed/1.0.0.json";
    let with = |patterns: serde_json::Map<String, Value>| {
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": id, "type": "object",
            "properties": patterns,
        });
        replace_revision(&repository, schema.to_string());
    };
    let costly =
        |it: usize| json!({ "patternProperties": { format!("^\\p{{L}}{{150}}a{it}"): true } });
    with((0..60).map(|it| (it.to_string(), costly(it))).collect());
    for (arguments, exits) in [
        (vec!["verify", SITE], 1),
        (vec!["fetch", SITE, "vendored"], 0),
    ] {
        let (mebibytes, code) = peak(&repository, &arguments);
        assert_eq!(code, Some(exits));
        assert!((1..150).contains(&mebibytes), "{mebibytes} MiB");
    }
    // The patterns of all objects are counted together.
    let few = |it: usize| {
        let patterns = (0..18).map(|at| (format!("^{it}-{at}"), Value::from(true)));
        json!({ "patternProperties": patterns.collect::<serde_json::Map<_, _>>() })
    };
    with((0..600).map(|it| (it.to_string(), few(it))).collect());
    verify(&repository)
        .exits(1)
        .says("it has 10800 patterns, and 10000 are looked at");
}

/// Systems limit paths to some thousand bytes.
#[test]
fn deep_folders_are_a_finding() {
    let repository = published();
    // A folder can be moved to where no path leads.
    let chain = |name: &str| format!("{name}{}", "/d".repeat(1_500));
    for name in ["site/d", "other"] {
        fs::create_dir_all(repository.at(&chain(name))).unwrap();
    }
    let end = repository.at(&format!("{}/d", chain("site/d")));
    fs::rename(repository.at("other"), end).unwrap();
    let outcome = repository.tool(["verify", SITE]).run();
    let removed = Command::new("rm")
        .args(["-rf", "site/d"])
        .current_dir(repository.at(""))
        .status();
    assert!(removed.unwrap().success());
    outcome
        .exits(1)
        .says("site/d/d/d/")
        .says("no published file is in a folder as deep as this");
    verify(&repository).exits(0);
}

#[test]
fn a_path_of_many_parts_is_rejected() {
    let repository = published();
    repository.edit("site/manifest.json", |manifest| {
        manifest["files"][0]["path"] = "a/".repeat(40).trim_end_matches('/').into();
    });
    verify(&repository)
        .exits(1)
        .says("it has more than 32 parts");
}

#[test]
fn a_size_that_is_wrong_is_found() {
    let repository = published();
    for change in [-1_i64, 1] {
        let manifest = repository.read("site/manifest.json");
        let sums = repository.read("site/SHA256SUMS");
        repository.edit("site/manifest.json", |manifest| {
            let entry = &mut manifest["files"][0];
            entry["size"] = (entry["size"].as_i64().unwrap() + change).into();
        });
        let other = digest(fs::read(repository.at("site/manifest.json")).unwrap());
        let own = digest(&manifest);
        repository.write("site/SHA256SUMS", sums.replace(&own, &other));
        verify(&repository)
            .exits(1)
            .says("and the manifest says ")
            .says(": 1 error");
        repository.write("site/manifest.json", manifest);
        repository.write("site/SHA256SUMS", sums);
    }
    verify(&repository).exits(0);
}

/// The claims are not signed, so they excuse nothing if a signature is required.
#[test]
fn with_a_key_claims_excuse_no_other_files() {
    let repository = released();
    repository.write("secret.key", include_str!("../signature/test.key"));
    let signed = ["publish", "--to", SITE, "--key", "secret.key"];
    repository.run(signed).exits(0);
    let path = "schemas/webhooks/v1/stray.json";
    repository.write(&format!("site/{path}"), "{}");
    repository.edit("site/claims.json", |claims| {
        claims["files"].as_array_mut().unwrap().push(path.into());
        let files = claims["files"].as_array_mut().unwrap();
        files.sort_by_key(|it| it.as_str().unwrap().to_owned());
    });
    verify(&repository)
        .exits(0)
        .says(&format!("`{path}` is claimed but not published"));
    let public = include_str!("../signature/test.pub");
    let key = public.lines().nth(1).unwrap();
    repository
        .run(["verify", SITE, "--key", key])
        .exits(1)
        .says(&format!("site/{path}"))
        .says("`claims.json`, which is not signed, claims it");
}

/// Every schema is checked, whatever it contains, and nothing is retrieved.
#[test]
fn hostile_schemas_are_judged() {
    let repository = published();
    let id = "https://docs.scrapenest.com/schemas/webhooks/v1/job.completed/1.0.0.json";
    let with = |members: Value| {
        let mut schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": id, "type": "object",
        });
        let members = members.as_object().unwrap().clone();
        schema.as_object_mut().unwrap().extend(members);
        schema.to_string()
    };
    let strings: Vec<String> = (0..300_000).map(|it| it.to_string()).collect();
    let patterns: Value = (0..700)
        .map(|it| {
            (
                it.to_string(),
                json!({ "pattern": format!("^[a-z]{{1,{}}}$", 200 + it) }),
            )
        })
        .collect::<serde_json::Map<_, _>>()
        .into();
    let chain: serde_json::Map<String, Value> = (0..20_000)
        .map(|it| {
            (
                format!("a{it}"),
                json!({ "$ref": format!("#/$defs/a{}", it + 1) }),
            )
        })
        .collect();
    let mut bomb = bomb();
    bomb["unevaluatedProperties"] = false.into();
    bomb["$id"] = id.into();
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for (schema, says) in [
        (deep, "not JSON"),
        (
            bomb.to_string(),
            "it is not the revision 1.0.0 of its event",
        ),
        (with(json!({ "$ref": "#" })), "it is not the revision"),
        (
            with(json!({ "$ref": "https://example.com/other.json" })),
            "it cannot be used alone",
        ),
        (
            with(json!({ "$ref": "file:///etc/passwd" })),
            "it cannot be used alone",
        ),
        (
            with(json!({ "$ref": "#/$defs/none" })),
            "it cannot be used alone",
        ),
        (
            with(json!({ "pattern": "(((a+)+)+)+$" })),
            "it is not the revision",
        ),
        (with(json!({ "pattern": "[" })), "it cannot be used alone"),
        (with(json!({ "enum": strings })), "it is not the revision"),
        (
            with(json!({ "properties": patterns })),
            "it is not the revision",
        ),
        (
            with(json!({ "$defs": chain, "$ref": "#/$defs/a0" })),
            "it cannot be used alone",
        ),
        (
            with(json!({ "$schema": "https://example.com/dialect" })),
            "its `$schema` is not",
        ),
        ("[]".into(), "it is not an object"),
        ("null".into(), "it is not an object"),
    ] {
        replace_revision(&repository, &schema);
        let outcome = verify(&repository);
        outcome.exits(1).says(says);
        // `fetch` reports the same, except what `verify` reports about the current schema.
        let outcome = repository.run(["fetch", SITE, "vendored"]);
        if says.starts_with("it is not the revision") {
            outcome.exits(0);
            repository.remove("vendored");
        } else {
            let doing = "cannot fetch `schemas/webhooks/v1/job.completed/1.0.0.json`: ";
            outcome.exits(2).complains(doing);
        }
    }
}

/// The author of the manifest may have made the server serve what only this machine can read.
#[test]
fn what_is_no_list_is_not_quoted() {
    let secret = "inner-secret";
    for path in [
        "manifest.json",
        "claims.json",
        "SHA256SUMS",
        "manifest.json.minisig",
    ] {
        for text in [
            format!("\"{secret}\""),
            format!("{{\"{secret}\": 1}}"),
            secret.to_owned(),
        ] {
            let repository = published();
            repository.write(&format!("site/{path}"), text);
            let outcome = verify(&repository);
            outcome.exits(1).says(path).says_nothing_of(secret);
            let outcome = repository.run(["fetch", SITE, "vendored"]);
            assert!(!outcome.stderr.contains(secret), "{outcome}");
        }
    }
}

/// Names in lists can be as long as a list.
#[test]
fn messages_are_short() {
    let repository = published();
    let long = "long".repeat(100_000);
    repository.edit("site/manifest.json", |manifest| {
        manifest["files"][0]["path"] = long.clone().into();
    });
    let outcome = verify(&repository);
    outcome.exits(1).says("it lists `longlong");
    assert!(outcome.stdout.len() < 5_000, "{}", outcome.stdout.len());
    repository.remove("site/manifest.json");
    publish(&repository).exits(0);
    repository.edit("site/index.json", |index| {
        index["families"][0]["name"] = long.into();
    });
    relist(&repository);
    let outcome = verify(&repository);
    outcome
        .exits(1)
        .says("it has a name of 400000 bytes, and 900 are read");
    assert!(outcome.stdout.len() < 5_000, "{}", outcome.stdout.len());
}
