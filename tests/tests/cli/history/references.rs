//! The commit that releases are compared with.

use repository_tests::tool::Repository;

use super::{
    DATE, INDEX, ask, commit, git, is_found, release_again, released, rewritten, save, take_back,
};

/// To `git`, a short name is a tag before it is a branch. Here, tags have no effect.
#[test]
fn a_tag_called_origin_main_changes_nothing() {
    let repository = rewritten();
    is_found(&repository.run(["check"]));
    // The last two names end in the names that are searched for.
    for name in [
        "origin/main",
        "main",
        "refs/remotes/origin/main",
        "refs/heads/main",
    ] {
        git(&repository, &["tag", name, "HEAD"]);
        is_found(&repository.run(["check"]));
    }
    // A file that is not a reference is ignored, too.
    let topic = ask(&repository, &["rev-parse", "topic"]);
    for name in ["refs/remotes/origin/main", "refs/heads/main"] {
        for folder in ["tags", "heads", "remotes"] {
            repository.write(&format!(".git/{folder}/{name}"), format!("{topic}\n"));
        }
        is_found(&repository.run(["check"]));
        for folder in ["tags", "heads", "remotes"] {
            repository.remove(&format!(".git/{folder}"));
        }
    }
    let main = ask(&repository, &["rev-parse", "refs/heads/main"]);
    git(
        &repository,
        &["update-ref", "refs/remotes/origin/main", &main],
    );
    is_found(&repository.run(["check"]));
    // A tag does not replace a missing branch either.
    git(
        &repository,
        &["update-ref", "-d", "refs/remotes/origin/main"],
    );
    git(&repository, &["branch", "--move", "main", "trunk"]);
    let outcome = repository.run(["check"]);
    outcome
        .exits(0)
        .says("note: releases were not compared")
        .says("no branch `main`");
}

#[test]
fn a_branch_called_origin_main_changes_nothing() {
    let repository = rewritten();
    for name in ["origin/main", "refs/remotes/origin/main"] {
        git(&repository, &["branch", name, "HEAD"]);
        is_found(&repository.run(["check"]));
    }
}

/// `origin/main` knows of a release that the local `main` does not have yet.
#[test]
fn the_branch_of_the_origin_counts_before_the_local_one() {
    let repository = released();
    // There was nothing yet that could be lost.
    let index = repository.read(INDEX);
    take_back(&repository);
    commit(&repository, DATE);
    let before = ask(&repository, &["rev-parse", "HEAD"]);
    git(&repository, &["checkout", "--quiet", "-b", "upstream"]);
    repository.write(INDEX, index);
    git(&repository, &["add", "--all"]);
    git(&repository, &["commit", "--quiet", "--message", "Release"]);
    git(
        &repository,
        &["update-ref", "refs/remotes/origin/main", "upstream"],
    );
    assert_eq!(ask(&repository, &["rev-parse", "refs/heads/main"]), before);
    repository.edit(INDEX, |root| {
        let releases = root["releases"].as_array_mut().unwrap();
        releases.retain(|release| release["event"] != "job.created");
    });
    git(&repository, &["checkout", "--quiet", "-b", "topic"]);
    save(&repository, "Rewrite");
    is_found(&repository.run(["check"]));
}

/// A branch lacks what was released on `main` after it began, but did not remove it.
#[test]
fn a_release_after_the_branch_began_is_not_missed() {
    let repository = released();
    commit(&repository, DATE);
    git(&repository, &["branch", "topic"]);
    release_again(&repository);
    save(&repository, "Release");
    git(&repository, &["checkout", "--quiet", "topic"]);
    let outcome = repository.run(["check"]);
    outcome.exits(0).says("0 errors").says_nothing_of("note: ");
    // Once the release is merged, it may not be removed.
    git(&repository, &["merge", "--quiet", "main"]);
    repository.run(["check"]).exits(0);
    take_back(&repository);
    is_found(&repository.run(["check"]));
}

/// A branch that is older than the first release has its own list, and both have the same revision.
#[test]
fn a_release_that_main_has_otherwise_is_found() {
    let repository = released();
    let index = repository.read(INDEX);
    repository.remove(INDEX);
    commit(&repository, DATE);
    git(&repository, &["branch", "topic"]);
    repository.write(INDEX, &index);
    save(&repository, "Release");
    git(&repository, &["checkout", "--quiet", "topic"]);
    repository.write(INDEX, &index);
    repository.run(["check"]).exits(0).says("0 errors");
    repository.edit(INDEX, |root| {
        root["releases"][0]["date"] = "2026-03-04".into();
    });
    let outcome = repository.run(["check"]);
    outcome
        .exits(1)
        .says("error[rewritten-release]: the entry of");
}

/// Two branches that were merged into each other have two merge bases. Both are compared.
#[test]
fn after_crosswise_merges_every_common_commit_counts() {
    let repository = released();
    let index = repository.read(INDEX);
    take_back(&repository);
    commit(&repository, DATE);
    git(&repository, &["branch", "other"]);
    // One of them has the release.
    repository.write(INDEX, &index);
    save(&repository, "Release");
    let with = ask(&repository, &["rev-parse", "HEAD"]);
    git(&repository, &["checkout", "--quiet", "other"]);
    repository.write("notes.txt", "Other\n");
    save(&repository, "Other");
    let without = ask(&repository, &["rev-parse", "HEAD"]);
    // Each merge takes the files of another side, so crosswise merges can lose a release.
    let merge = |branch: &str, first: &str, second: &str, files: &str| {
        let tree = format!("{files}^{{tree}}");
        let made = ask(
            &repository,
            &[
                "commit-tree",
                &tree,
                "-p",
                first,
                "-p",
                second,
                "-m",
                "Merge",
            ],
        );
        git(
            &repository,
            &["update-ref", &format!("refs/heads/{branch}"), &made],
        );
    };
    merge("main", &with, &without, &with);
    merge("other", &without, &with, &without);
    git(&repository, &["reset", "--quiet", "--hard", "other"]);
    assert_eq!(
        ask(&repository, &["merge-base", "--all", "main", "other"])
            .lines()
            .count(),
        2
    );
    is_found(&repository.run(["check"]));
}

/// `git` sets these variables for the hooks of a linked work tree.
#[test]
fn git_dir_of_a_hook_changes_nothing() {
    let repository = rewritten();
    git(&repository, &["checkout", "--quiet", "main"]);
    git(
        &repository,
        &["worktree", "add", "--quiet", "linked", "topic"],
    );
    let other = Repository::copy();
    commit(&other, DATE);
    let own = repository.at(".git/worktrees/linked");
    let variables = [
        ("GIT_DIR", own.clone()),
        ("GIT_DIR", other.at(".git")),
        ("GIT_DIR", ".git".into()),
        ("GIT_WORK_TREE", other.at("")),
        ("GIT_COMMON_DIR", other.at(".git")),
        ("GIT_INDEX_FILE", own.join("index")),
        ("GIT_OBJECT_DIRECTORY", other.at(".git/objects")),
        ("GIT_NAMESPACE", "elsewhere".into()),
        ("GIT_CEILING_DIRECTORIES", repository.at("")),
        ("GIT_REPLACE_REF_BASE", "refs/heads/".into()),
        ("GIT_SHALLOW_FILE", repository.at(".git/HEAD")),
    ];
    for (name, value) in variables {
        let outcome = repository
            .tool(["check"])
            .folder("linked")
            .env(name, &value)
            .run();
        is_found(&outcome);
    }
    // The tool as a real hook.
    let program = repository_tests::tool::binary().display();
    let hook = format!("#!/bin/sh\n'{program}' check > ../said; echo $? >> ../said; exit 1\n");
    repository.write(".git/hooks/pre-commit", hook);
    let hook = repository.at(".git/hooks/pre-commit");
    std::fs::set_permissions(hook, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let commit = std::process::Command::new("git")
        .args(["-c", "user.name=Test", "-c", "user.email=test@example.com"])
        .args(["commit", "--quiet", "--allow-empty", "--message", "More"])
        .current_dir(repository.at("linked"))
        .status();
    assert!(!commit.unwrap().success());
    let said = repository.read("said");
    assert!(said.contains("error[rewritten-release]"), "{said}");
    assert!(said.ends_with("\n1\n"), "{said}");
}
