//! `diff --against COMMIT`: the names of commits, and the files that are copied from a commit.

use repository_tests::tool::Repository;

use super::{DATE, ask, ask_with, commit, git, released, save};
use crate::{COMPLETED, cli::release::add_region};

const REGION: &str = "`data.region`: added";

/// Returns a repository with two commits, the second of which has one more field.
fn two_commits() -> Repository {
    let repository = released();
    commit(&repository, DATE);
    add_region(&repository);
    save(&repository, "Region");
    repository
}

#[test]
fn a_commit_can_be_named_in_many_ways() {
    let repository = two_commits();
    let first = ask(&repository, &["rev-parse", "HEAD~1"]);
    git(&repository, &["tag", "light", "HEAD~1"]);
    git(
        &repository,
        &["tag", "--annotate", "--message", "Old", "heavy", "HEAD~1"],
    );
    git(
        &repository,
        &[
            "tag",
            "--annotate",
            "--message",
            "Older",
            "heavier",
            "heavy",
        ],
    );
    git(&repository, &["branch", "feature/old", "HEAD~1"]);
    git(
        &repository,
        &["update-ref", "refs/remotes/upstream/old", "HEAD~1"],
    );
    git(
        &repository,
        &[
            "symbolic-ref",
            "refs/remotes/upstream/HEAD",
            "refs/remotes/upstream/old",
        ],
    );
    let merge = ask(
        &repository,
        &[
            "commit-tree",
            "HEAD^{tree}",
            "-p",
            "HEAD",
            "-p",
            "HEAD~1",
            "-m",
            "Merge",
        ],
    );
    let tag = ask(&repository, &["rev-parse", "heavy"]);
    let upper = first.to_uppercase();
    let second_parent = format!("{merge}^2");
    let zigzag = format!("{merge}^1~1^0");
    for name in [
        "HEAD~1",
        "HEAD~",
        "HEAD^",
        "HEAD^1",
        "@~1",
        "main~1",
        "main^{commit}^",
        "light",
        "heavy",
        "heavier",
        "heavy^{}",
        "heavy^0",
        "refs/tags/light",
        "tags/light",
        "heads/feature/old",
        "feature/old",
        "upstream/old",
        "upstream",
        "refs/remotes/upstream/HEAD",
        &first,
        first.split_at(7).0,
        &upper,
        &tag,
        &second_parent,
        &zigzag,
    ] {
        let outcome = repository.run(["diff", "job.completed", "--against", name]);
        outcome.exits(0).says(REGION);
    }
    let outcome = repository.run(["diff", "job.completed", "--against", &merge]);
    outcome.exits(0).says("nothing to release");
}

#[test]
fn what_names_no_commit_is_an_error() {
    let repository = two_commits();
    let blob = ask(&repository, &["rev-parse", &format!("HEAD:{COMPLETED}")]);
    for (name, why) in [
        ("nothing", "neither a folder nor a commit"),
        ("", "neither a folder nor a commit"),
        ("@{u}", "neither a folder nor a commit"),
        ("@{-1}", "neither a folder nor a commit"),
        ("HEAD@{0}", "neither a folder nor a commit"),
        (":/Region", "neither a folder nor a commit"),
        ("HEAD^{/Region}", "neither a folder nor a commit"),
        ("HEAD^{tree}", "neither a folder nor a commit"),
        ("HEAD:schemas", "neither a folder nor a commit"),
        ("HEAD..main", "neither a folder nor a commit"),
        ("--output=x", "neither a folder nor a commit"),
        ("--all", "neither a folder nor a commit"),
        ("$(id)", "neither a folder nor a commit"),
        ("HEAD~x", "neither a folder nor a commit"),
        ("HEAD~99999999999999999999", "neither a folder nor a commit"),
        ("refs/heads/../../HEAD", "neither a folder nor a commit"),
        ("refs/nothing", "neither a folder nor a commit"),
        ("dead", "neither a folder nor a commit"),
        ("HEAD~2", "has no parent 1"),
        ("HEAD~4000000000", "has no parent 1"),
        ("HEAD^2", "has no parent 2"),
        (&blob, "is a blob, not a commit"),
        ("0123456789012345678901234567890123456789", "is missing"),
    ] {
        let outcome = repository.run(["diff", &format!("--against={name}")]);
        outcome
            .exits(2)
            .complains(&format!("cannot compare with `{name}`"))
            .complains(why);
    }
    // The name is ambiguous.
    git(&repository, &["tag", "both", "HEAD~1"]);
    git(&repository, &["branch", "both", "HEAD"]);
    let outcome = repository.run(["diff", "--against", "both"]);
    outcome.exits(2).complains(
        "`both` is ambiguous: `refs/tags/both` or `refs/heads/both`; write the whole name",
    );
    repository
        .run(["diff", "--against", "refs/tags/both"])
        .exits(0);
}

/// Returns a commit that `git` would not make: its tree is written by hand.
fn with_entry(repository: &Repository, mode: &str, name: &[u8], id: &str) -> String {
    let list = ask(repository, &["ls-tree", "HEAD:schemas"]);
    let mut tree = Vec::new();
    let mut entry = |mode: &str, name: &[u8], id: &str| {
        tree.extend_from_slice(mode.trim_start_matches('0').as_bytes());
        tree.push(b' ');
        tree.extend_from_slice(name);
        tree.push(0);
        let digits = id.as_bytes().chunks(2);
        let bytes = digits.map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16));
        tree.extend(bytes.map(Result::unwrap));
    };
    entry(mode, name, id);
    for line in list.lines() {
        let (about, name) = line.split_once('\t').unwrap();
        let about: Vec<&str> = about.split(' ').collect();
        entry(about[0], name.as_bytes(), about[2]);
    }
    let arguments = ["hash-object", "-t", "tree", "-w", "--stdin", "--literally"];
    let schemas = ask_with(repository, &arguments, &tree);
    let line = format!("040000 tree {schemas}\tschemas\n");
    let top = ask_with(repository, &["mktree"], line.as_bytes());
    ask(repository, &["commit-tree", &top, "-m", "By hand"])
}

/// Nothing is written outside the copy, and nothing in it that a registry cannot have.
#[test]
fn a_tree_that_no_registry_has_is_an_error() {
    let repository = two_commits();
    let blob = ask_with(
        &repository,
        &["hash-object", "-w", "--stdin"],
        b"/etc/passwd",
    );
    let tree = ask(&repository, &["rev-parse", "HEAD:schemas/webhooks"]);
    let head = ask(&repository, &["rev-parse", "HEAD"]);
    let large = ask_with(
        &repository,
        &["hash-object", "-w", "--stdin"],
        &vec![b' '; 9 << 20],
    );
    let name = "is not a name that a file can have";
    let cases: &[(&str, &[u8], &str, &str)] = &[
        ("100644", b"..", &blob, name),
        ("040000", b"..", &tree, name),
        ("040000", b".", &tree, name),
        ("100644", b"", &blob, name),
        ("040000", b".git", &tree, name),
        ("100644", b".GIT", &blob, name),
        ("100644", b"../x.json", &blob, name),
        ("100644", b"/tmp/x.json", &blob, name),
        ("100644", b"..\\x.json", &blob, name),
        ("100644", b"C:x.json", &blob, name),
        ("100644", b"x\xff.json", &blob, name),
        ("120000", b"x.json", &blob, "is a link or a submodule"),
        ("160000", b"other", &head, "is a link or a submodule"),
        ("100644", b"webhooks", &blob, "cannot copy `webhooks/`"),
        (
            "100644",
            b"x.json",
            &large,
            "it has 9437184 bytes, and the limit is ",
        ),
        ("100644", b"x.json", &tree, "is a tree, not a blob"),
    ];
    for (mode, name, id, why) in cases {
        let commit = with_entry(&repository, mode, name, id);
        let before = repository.tree();
        let outcome = repository.run(["diff", "--against", &commit]);
        outcome.exits(2).complains(&commit).complains(why);
        assert_eq!(repository.tree(), before);
    }
    // Files that do not belong to a registry are not read.
    for (mode, name, id) in [("120000", ".hidden", &blob), ("120000", "NOTES.md", &blob)] {
        let commit = with_entry(&repository, mode, name.as_bytes(), id);
        repository.run(["diff", "--against", &commit]).exits(0);
    }
}

/// Files are copied unchanged, whatever the attributes say about a checkout.
#[test]
fn a_copy_has_the_bytes_of_the_commit() {
    let repository = two_commits();
    repository.write(
        ".gitattributes",
        "*.json text eol=crlf ident\nregistry.toml export-ignore\n",
    );
    repository.write(
        "schemas/webhooks/.gitattributes",
        "*.json text eol=crlf ident filter=lfs\n",
    );
    repository.edit(COMPLETED, |root| root["description"] = "$Id$".into());
    repository.run(["codegen"]).exits(0);
    git(
        &repository,
        &["-c", "filter.lfs.required=false", "add", "--all"],
    );
    git(
        &repository,
        &["commit", "--quiet", "--message", "Attributes"],
    );
    let outcome = repository.run(["diff", "job.completed", "--against", "HEAD"]);
    outcome.exits(0).says("nothing to release");
}
