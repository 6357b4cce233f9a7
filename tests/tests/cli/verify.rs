//! Defects of publications are found and named.

mod hostile;

use std::fs;

use repository_tests::tool::{Outcome, Repository};
use schema_registry::released::digest;
use serde_json::json;

use super::publish::{SITE, files, publish, published, verify};

#[track_caller]
fn digest_of(repository: &Repository, path: &str) -> String {
    digest(fs::read(repository.at(&format!("site/{path}"))).unwrap())
}

/// Updates the digests of the manifest and of `SHA256SUMS`, and returns those.
#[track_caller]
fn renew(repository: &Repository) -> String {
    let mut paths = vec!["manifest.json".to_owned()];
    repository.edit("site/manifest.json", |manifest| {
        for entry in manifest["files"].as_array_mut().unwrap() {
            let path = entry["path"].as_str().unwrap().to_owned();
            let file = repository.at(&format!("site/{path}"));
            entry["size"] = fs::metadata(&file).unwrap().len().into();
            entry["sha256"] = digest_of(repository, &path).into();
            paths.push(path);
        }
    });
    paths.sort();
    let lines = paths
        .iter()
        .map(|path| format!("{}  {path}\n", digest_of(repository, path)));
    let sums: String = lines.collect();
    repository.write("site/SHA256SUMS", &sums);
    sums
}

/// Updates all digests, as someone would who can write everything but has no key.
#[track_caller]
pub(super) fn relist(repository: &Repository) {
    let sums = renew(repository);
    let of_files = sums.lines().filter(|line| {
        let (_, path) = line.split_once("  ").unwrap();
        !["index.json", "manifest.json"].contains(&path)
    });
    let of_files: String = of_files.map(|line| format!("{line}\n")).collect();
    repository.edit("site/index.json", |index| {
        index["files_sha256"] = digest(of_files).into();
    });
    renew(repository);
}

/// Verifies without a local registry.
fn verify_alone(repository: &Repository) -> Outcome {
    repository.tool(["verify", "."]).folder(SITE).run()
}

#[test]
fn what_is_missing_or_too_much_is_found() {
    let repository = published();
    repository.write("site/schemas/webhooks/v1/extra.json", "{}");
    verify(&repository)
        .exits(1)
        .says("site/schemas/webhooks/v1/extra.json")
        .says("the manifest does not list it");
    repository.remove("site/schemas/webhooks/v1/extra.json");
    for path in files(&repository).into_keys() {
        let text = repository.read(&path);
        repository.remove(&path);
        verify(&repository)
            .exits(1)
            .says(&path)
            .says("it is missing");
        repository.write(&path, text);
    }
    verify(&repository).exits(0);
    repository
        .run(["verify", "nowhere"])
        .exits(2)
        .complains("cannot read `nowhere`");
    fs::create_dir(repository.at("empty")).unwrap();
    repository
        .run(["verify", "empty"])
        .exits(1)
        .says("nothing is published here");
}

/// A manifest is not trusted: it can list anything.
#[test]
fn a_manifest_cannot_lead_elsewhere() {
    let repository = published();
    let long = "a".repeat(300);
    for path in [
        "../outside",
        "/etc/passwd",
        "a\0b",
        &long,
        "a//b",
        "INDEX.json",
    ] {
        repository.edit("site/manifest.json", |manifest| {
            let entry = json!({
                "path": path, "size": 0, "sha256": "0".repeat(64), "media_type": "text/plain",
                "immutable": false,
            });
            manifest["files"].as_array_mut().unwrap().insert(0, entry);
        });
        verify(&repository).exits(1).says("it lists `");
        repository
            .run(["fetch", SITE, "vendored"])
            .exits(2)
            .complains("it lists `");
        assert!(!repository.at("vendored").exists());
        repository.remove("site/manifest.json");
        publish(&repository).exits(0);
    }
}

/// Someone who can write can update the digests, but then the files contradict each other.
#[test]
fn files_that_do_not_fit_each_other_are_found() {
    let repository = published();
    let original = files(&repository);
    relist(&repository);
    verify(&repository).exits(0);
    let current = "site/schemas/webhooks/v1/job.completed.json";
    for (path, old, new, says) in [
        (
            current,
            "A job has ended",
            "Some job has ended",
            "it is not the revision 1.0.0 of its event",
        ),
        (
            "site/catalog.json",
            "A job has ended",
            "Some job has ended",
            "it is not the catalog of this index",
        ),
        (
            "site/index.json",
            r#""latest": "1.0.0""#,
            r#""latest": "9.9.9""#,
            "the latest revision of `job.created` is not the last one",
        ),
        (
            "site/index.json",
            "\"number\"",
            "\"nummer\"",
            "not an index",
        ),
        (
            "site/schemas/webhooks/v1/envelope.json",
            r#""type": "object""#,
            r#""type": "objekt""#,
            "not a JSON Schema",
        ),
    ] {
        let text = repository.read(path);
        assert!(text.contains(old), "{path}");
        repository.write(path, text.replacen(old, new, 1));
        relist(&repository);
        verify(&repository).exits(1).says(path).says(says);
        for (path, bytes) in &original {
            repository.write(path, bytes);
        }
    }
    // A revision that was changed with all of its digests differs from the released one.
    let revision = "site/schemas/webhooks/v1/job.completed/1.0.0.json";
    for path in [revision, current] {
        repository.replace(path, "A job has ended", "Some job has ended");
    }
    relist(&repository);
    repository.edit("site/index.json", |index| {
        let events = index["families"][0]["majors"][0]["events"]
            .as_array_mut()
            .unwrap();
        let event = events
            .iter_mut()
            .find(|it| it["event"] == "job.completed")
            .unwrap();
        event["revisions"][0]["sha256"] = digest(repository.read(revision)).into();
    });
    relist(&repository);
    verify(&repository)
        .exits(1)
        .says("job.completed/1.0.0.json")
        .says("but was released with ");
}

#[test]
fn an_index_of_other_files_is_found() {
    let repository = published();
    repository.edit("site/index.json", |index| {
        index["files_sha256"] = "0".repeat(64).into();
    });
    renew(&repository);
    verify(&repository)
        .exits(1)
        .says("its `files_sha256` is not that of these files");
}

#[test]
fn claims_have_one_form_and_cover_what_is_published() {
    let repository = published();
    let claims = repository.read("site/claims.json");
    let first = "\"schemas/webhooks/v1/artifact.ready/1.0.0.json\"";
    for (text, says) in [
        (
            claims.replace("\n", "\r\n"),
            "not a list of claims in the form that `publish` writes",
        ),
        (
            claims.replace("artifact.ready/1.0.0", "artifact.ready/1.0.9"),
            "it does not claim `schemas/webhooks/v1/artifact.ready/1.0.0.json` as it is published",
        ),
        (
            claims.replace("v1/artifact.ready.json", "v1/artifact.reedy.json"),
            "it does not claim `schemas/webhooks/v1/artifact.ready.json`",
        ),
        ("[]".to_owned(), "not a list of claims"),
    ] {
        assert!(claims.contains(first));
        repository.write("site/claims.json", text);
        verify(&repository)
            .exits(1)
            .says("site/claims.json")
            .says(says);
    }
    // Nothing is derived from a damaged list.
    let digest = digest_of(&repository, "schemas/webhooks/v1/artifact.ready/1.0.0.json");
    for (text, says) in [
        (claims.replace(&digest, &"0".repeat(64)), "it is damaged"),
        ("[]".to_owned(), "not a list of claims"),
    ] {
        assert_ne!(text, claims);
        repository.write("site/claims.json", text);
        publish(&repository)
            .exits(1)
            .says("site/claims.json")
            .says(says);
    }
    repository.remove("site/claims.json");
    publish(&repository).exits(0);
    verify(&repository).exits(0);
    assert_eq!(repository.read("site/claims.json"), claims);
}

#[test]
fn lists_that_the_manifest_lacks_are_found() {
    for list in ["index.json", "index.schema.json", "catalog.json"] {
        let repository = published();
        repository.remove(&format!("site/{list}"));
        repository.edit("site/manifest.json", |manifest| {
            manifest["files"]
                .as_array_mut()
                .unwrap()
                .retain(|it| it["path"] != list);
        });
        verify(&repository)
            .exits(1)
            .says(list)
            .says("the manifest does not list it");
    }
}

#[test]
fn digests_have_one_form() {
    let repository = published();
    let sums = repository.read("site/SHA256SUMS");
    let first = sums.lines().next().unwrap();
    for (text, says) in [
        (
            sums.replace('\n', "\r\n"),
            "its lines are not in the form that `publish` writes",
        ),
        (
            format!("{sums}{first}\n"),
            "its lines are not in the form that `publish` writes",
        ),
        (
            sums.trim_end().to_owned(),
            "its lines are not in the form that `publish` writes",
        ),
        (sums.replacen(first, "", 1), "it lacks the line `"),
        (
            format!("{sums}{}  other\n", "0".repeat(64)),
            "does not belong to this publication",
        ),
    ] {
        repository.write("site/SHA256SUMS", text);
        verify(&repository).exits(1).says("SHA256SUMS").says(says);
    }
}

#[test]
fn a_folder_in_the_place_of_a_file_is_a_finding() {
    let repository = published();
    for path in files(&repository).into_keys() {
        let bytes = repository.read(&path);
        repository.remove(&path);
        fs::create_dir(repository.at(&path)).unwrap();
        verify(&repository)
            .exits(1)
            .says(&path)
            .says("is a folder, not a file");
        fs::remove_dir(repository.at(&path)).unwrap();
        repository.write(&path, bytes);
    }
}

/// The output shows whether something was compared.
#[test]
fn a_registry_that_is_not_compared_is_noted() {
    let repository = published();
    verify(&repository)
        .exits(0)
        .says("compared with the releases of this registry")
        .says_nothing_of("nothing is compared");
    let config = repository.read("schemas/registry.toml");
    let note = ", so nothing is compared with it";
    repository.write(
        "schemas/registry.toml",
        config.replace("docs.scrapenest.com", "example.com"),
    );
    verify(&repository)
        .exits(0)
        .says("and this publication is below https://docs.scrapenest.com/")
        .says(note);
    repository.write("schemas/registry.toml", "families = 1");
    for named in [false, true] {
        let registry: &[&str] = if named {
            &["--registry", "schemas"]
        } else {
            &[]
        };
        let outcome = repository.run(["verify", SITE].iter().chain(registry));
        match named {
            false => outcome
                .exits(0)
                .says("note: the registry in `schemas` ")
                .says(note),
            true => outcome.exits(2).complains("schemas"),
        };
    }
    fs::remove_dir_all(repository.at("schemas")).unwrap();
    verify_alone(&repository)
        .exits(0)
        .says_nothing_of("compared");
}

#[test]
fn what_the_index_says_of_releases_is_compared() {
    for (old, new) in [("2026-01-02", "1999-01-01"), ("First revision.", "Lies.")] {
        let repository = published();
        let index = repository.read("site/index.json");
        assert!(index.contains(old));
        repository.write("site/index.json", index.replacen(old, new, 1));
        relist(&repository);
        verify(&repository)
            .exits(1)
            .says("job.created/1.0.0.json")
            .says(&format!("`{new}`, but was released with `{old}`"));
    }
}

/// A manifest cannot hide schemas, and cannot declare other files as revisions.
#[test]
fn the_manifest_does_not_say_what_is_a_schema() {
    let repository = published();
    let manifest = repository.read("site/manifest.json");
    for (old, new, says) in [
        (
            "application/schema+json",
            "text/plain",
            "that it is `text/plain`",
        ),
        (
            "text/markdown; charset=utf-8",
            "application/schema+json",
            "schema+json`",
        ),
        (
            "true",
            "false",
            "it is a revision, and the manifest says that it may change",
        ),
        ("false", "true", "the index does not name it as a revision"),
    ] {
        repository.write("site/manifest.json", manifest.replacen(old, new, 1));
        renew(&repository);
        verify(&repository).exits(1).says(says);
    }
    repository.write("site/manifest.json", manifest);
    let envelope = "site/schemas/webhooks/v1/envelope.json";
    repository.replace(envelope, "draft/2020-12/schema", "draft/2019-09/schema");
    relist(&repository);
    verify(&repository)
        .exits(1)
        .says("its `$schema` is not https://json-schema.org/draft/2020-12/schema");
}
