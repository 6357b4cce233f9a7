//! Old publications have valid signatures, too.

use std::{fs, process::Command};

use repository_tests::tool::Repository;
use serde_json::Value;

use super::{
    COMPLETED, FETCH, LOCK,
    keys::{SIGN, key, publish_more, signed, with_key},
    published,
};
use crate::cli::{release::released, verify::relist};

fn copy(repository: &Repository, from: &str, to: &str) {
    let status = Command::new("cp")
        .args(["-a", from, to])
        .current_dir(repository.at(""))
        .status();
    assert!(status.unwrap().success());
}

fn number(repository: &Repository) -> u64 {
    let number = |path: &str| {
        let list: Value = serde_json::from_str(&repository.read(path)).unwrap();
        list["number"].as_u64().unwrap()
    };
    assert_eq!(number("site/index.json"), number("site/manifest.json"));
    number("site/index.json")
}

#[test]
fn a_rolled_back_publication_is_rejected() {
    let repository = signed();
    copy(&repository, "site", "old");
    publish_more(&repository);
    repository.run(with_key(&[])).exits(0);
    let lock = repository.read(LOCK);
    assert!(lock.contains("\nnumber = 2\n"), "{lock}");
    repository.remove("site");
    fs::rename(repository.at("old"), repository.at("site")).unwrap();
    let update = with_key(&["--update"]);
    repository
        .run(&update)
        .exits(2)
        .complains("the publication is older than the one that was fetched before")
        .complains("it has the number 1, and `schemas.lock` has 2");
    // Missing files are not taken from there either.
    let text = repository.read(COMPLETED);
    repository.remove(COMPLETED);
    repository
        .run(FETCH)
        .exits(2)
        .complains("it has the number 1");
    repository.write(COMPLETED, text);
    assert_eq!(repository.read(LOCK), lock);
    repository
        .run(update.iter().chain(&["--allow-rollback"]))
        .exits(0)
        .says("replaced schemas/webhooks/v1/job.completed.json 1.0.0");
    assert!(repository.read(LOCK).contains("\nnumber = 1\n"));
    repository.run(update).exits(0).says("3 schemas, 3 equal");
}

/// Without a key, anyone can write any number; but missing revisions are noticed.
#[test]
fn a_revision_of_the_lock_that_is_gone_is_noticed() {
    let repository = published();
    repository.run(FETCH).exits(0);
    let lock = repository.read(LOCK);
    let update = [&FETCH[..], &["--update"]].concat();
    for list in ["site/index.json", "site/manifest.json"] {
        repository.edit(list, |list| list["number"] = 9.into());
    }
    let gone = "schemas/webhooks/v1/job.completed/1.1.0.json";
    repository.edit("site/index.json", |index| {
        let events = &mut index["families"][0]["majors"][0]["events"];
        let mut events = events.as_array_mut().unwrap().iter_mut();
        let event = events.find(|it| it["event"] == "job.completed").unwrap();
        event["latest"] = "1.0.0".into();
        event["revisions"].as_array_mut().unwrap().pop();
    });
    repository.edit("site/manifest.json", |manifest| {
        let files = manifest["files"].as_array_mut().unwrap();
        files.retain(|it| it["path"] != gone);
    });
    relist(&repository);
    repository
        .run(&update)
        .exits(2)
        .complains("it lacks job.completed@1.1.0 as recorded in `schemas.lock`");
    assert_eq!(repository.read(LOCK), lock);
    repository
        .run(update.iter().chain(&["--allow-rollback"]))
        .exits(0);
    assert!(repository.read(LOCK).contains("\nnumber = 9\n"));
}

#[test]
fn the_number_grows_with_each_change() {
    let repository = signed();
    assert_eq!(number(&repository), 1);
    let before = repository.read("site/manifest.json");
    repository.run(SIGN).exits(0).says("0 new, 0 changed");
    assert_eq!(repository.read("site/manifest.json"), before);
    publish_more(&repository);
    assert_eq!(number(&repository), 2);
    // A damaged file is restored.
    repository.write("site/manifest.json", &before);
    repository.run(SIGN).exits(0).says("changed  manifest.json");
    assert_eq!(number(&repository), 2);
    // An example is a change, too.
    let example = "schemas/webhooks/v1/examples/job.created/queued_minimal.json";
    repository.replace(example, "acme", "another");
    repository.run(["codegen"]).exits(0);
    repository.run(SIGN).exits(0);
    assert_eq!(number(&repository), 3);
    // The other list has the number if one of them is missing or older.
    repository.remove("site/index.json");
    repository.run(SIGN).exits(0);
    assert_eq!(number(&repository), 4);
    repository.edit("site/index.json", |index| index["number"] = 2.into());
    repository.run(SIGN).exits(0);
    assert_eq!(number(&repository), 5);
    repository.run(["verify", "site", "--key", key()]).exits(0);
}

/// Someone who can write there without the key can cause any number, but cannot use up the numbers.
#[test]
fn numbers_that_are_not_signed_leave_enough() {
    const LAST: u64 = (1 << 53) - 1;
    const HALF: u64 = LAST / 2;
    let example = "schemas/webhooks/v1/examples/job.created/queued_minimal.json";
    let repository = signed();
    let set = |list: &str| repository.edit(list, |list| list["number"] = LAST.into());
    set("site/index.json");
    repository.run(SIGN).exits(0);
    assert_eq!(number(&repository), HALF + 1);
    // The unsigned index again counts as half of the greatest number at most, and the signed manifest in full.
    set("site/index.json");
    repository.run(SIGN).exits(0);
    assert_eq!(number(&repository), HALF + 2);
    repository.run(["verify", "site", "--key", key()]).exits(0);
    // An unsigned manifest counts as half of the greatest number at most, even if it is the one that would be
    // signed.
    for without_signature in [false, true] {
        let repository = signed();
        for list in ["site/index.json", "site/manifest.json"] {
            repository.edit(list, |list| list["number"] = LAST.into());
        }
        relist(&repository);
        if without_signature {
            repository.remove("site/manifest.json.minisig");
        }
        repository.run(SIGN).exits(0);
        assert_eq!(number(&repository), HALF + 1);
        repository.run(["verify", "site", "--key", key()]).exits(0);
    }
    // An old manifest with its signature does not lower the number.
    let repository = signed();
    copy(&repository, "site", "old");
    publish_more(&repository);
    let publish_another = |before: &str, after: &str| {
        repository.replace(example, before, after);
        repository.run(["codegen"]).exits(0);
        repository.run(SIGN).exits(0);
    };
    publish_another("acme", "another");
    assert_eq!(number(&repository), 3);
    copy(&repository, "old/manifest.json", "site");
    copy(&repository, "old/manifest.json.minisig", "site");
    publish_another("another", "a-third");
    assert_eq!(number(&repository), 4);
    // Without a key, only the published lists determine the number.
    let repository = published();
    repository.edit("site/index.json", |index| index["number"] = LAST.into());
    repository.replace(example, "acme", "another");
    repository.run(["codegen"]).exits(0);
    repository
        .run(["publish", "--to", "site"])
        .exits(2)
        .complains("the published files have the number 9007199254740991, which is the greatest");
}

#[test]
fn an_old_signature_is_rejected_where_its_age_matters() {
    let repository = released();
    repository.write("secret.key", crate::cli::signature::SECRET);
    repository
        .run(SIGN.iter().chain(&["--date", "2020-02-29"]))
        .exits(0);
    let aged = ["--max-age", "30"];
    let says = "it was made on 2020-02-29, and `--max-age` requires ";
    repository.run(with_key(&aged)).exits(2).complains(says);
    let verify = ["verify", "site", "--key", key()];
    repository
        .run(verify.iter().chain(&aged))
        .exits(1)
        .says(says);
    repository
        .run(verify)
        .exits(0)
        .says("publication of https://docs.scrapenest.com/, signed on 2020-02-29");
    // A valid signature stays, unless one of today is requested.
    repository.run(SIGN).exits(0).says("0 new, 0 changed");
    repository.run(with_key(&aged)).exits(2);
    let again = [&SIGN[..], &["--sign-again"]].concat();
    repository
        .run(&again)
        .exits(0)
        .says("changed  manifest.json.minisig")
        .says("0 new, 1 changed");
    repository.run(&again).exits(0).says("0 new, 0 changed");
    assert_eq!(number(&repository), 1);
    repository
        .run(with_key(&aged))
        .exits(0)
        .says("verified by the key ");
    repository
        .run(verify.iter().chain(&["--max-age", "0"]))
        .exits(0);
    repository
        .run(again.iter().chain(&["--date", "9999-12-31"]))
        .exits(0);
    repository
        .run(verify.iter().chain(&aged))
        .exits(1)
        .says("it was made on 9999-12-31, which is in the future");
    repository
        .run(FETCH.iter().chain(&aged))
        .exits(2)
        .complains("--key <PUBLIC>");
    repository
        .run(["publish", "--to", "site", "--sign-again"])
        .exits(2)
        .complains("no signing key");
    repository
        .run(SIGN.iter().chain(&["--date", "2026-02-30"]))
        .exits(2)
        .complains("a day, as `YYYY-MM-DD`");
}
