//! The forms of repositories, and the results for damaged ones.

use std::{
    fs,
    path::{Path, PathBuf},
};

use repository_tests::tool::Repository;

use super::{
    DATE, INDEX, ask, ask_with, commit, git, is_found, is_unchecked, release_again, released,
    rewrite, rewritten, save,
};

/// Returns the file of an object that is not in a pack.
fn loose(repository: &Repository, id: &str) -> PathBuf {
    let (folder, name) = id.split_at(2);
    repository.at(&format!(".git/objects/{folder}/{name}"))
}

fn id_of_list(repository: &Repository) -> String {
    ask(repository, &["rev-parse", &format!("main:{INDEX}")])
}

/// Overwrites a file that is read-only, as objects are.
fn overwrite(file: &Path, bytes: &[u8]) {
    fs::remove_file(file).unwrap();
    let mut made = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(file)
        .unwrap();
    std::io::Write::write_all(&mut made, bytes).unwrap();
}

#[test]
fn packs_and_packed_references_are_read() {
    let repository = released();
    commit(&repository, DATE);
    // Lists that differ a little are packed as differences.
    for day in 3..6 {
        release_again_on(&repository, day);
    }
    rewrite(&repository);
    git(&repository, &["pack-refs", "--all"]);
    git(
        &repository,
        &["repack", "-a", "-d", "--quiet", "--depth=50"],
    );
    git(&repository, &["prune-packed", "--quiet"]);
    assert!(!loose(&repository, &id_of_list(&repository)).exists());
    is_found(&repository.run(["check"]));
    git(&repository, &["multi-pack-index", "write"]);
    git(&repository, &["commit-graph", "write", "--reachable"]);
    is_found(&repository.run(["check"]));
}

fn release_again_on(repository: &Repository, day: u32) {
    repository.edit(crate::CREATED, |root| {
        root["description"] = format!("There is job {day}.").into();
    });
    let date = format!("2026-01-0{day}");
    repository.run(["release", "--date", &date]).exits(0);
    save(repository, "Release");
}

#[test]
fn work_trees_submodules_and_borrowed_objects_are_read() {
    let repository = rewritten();
    let folder = repository.at("");
    let folder = folder.to_str().unwrap();
    let in_folder = |name: &str| repository.tool(["check"]).folder(name).run();
    git(
        &repository,
        &["worktree", "add", "--quiet", "--detach", "linked", "topic"],
    );
    is_found(&in_folder("linked"));
    git(
        &repository,
        &[
            "clone", "--quiet", "--shared", "--branch", "topic", folder, "shared",
        ],
    );
    is_found(&in_folder("shared"));
    let apart = [
        "clone",
        "--quiet",
        "--branch",
        "topic",
        "--separate-git-dir",
    ];
    git(
        &repository,
        &[&apart[..], &["apart.git", folder, "apart"]].concat(),
    );
    assert!(repository.at("apart/.git").is_file());
    is_found(&in_folder("apart"));
    ask(
        &repository,
        &[
            "submodule",
            "--quiet",
            "add",
            "--branch",
            "topic",
            folder,
            "module",
        ],
    );
    assert!(repository.at("module/.git").is_file());
    is_found(&in_folder("module"));
}

/// An unreadable repository is an error, and is not treated as one without releases.
#[test]
fn other_forms_of_repositories_are_errors() {
    for form in ["--object-format=sha256", "--ref-format=reftable"] {
        let repository = released();
        git(&repository, &["init", "--quiet", form]);
        commit(&repository, DATE);
        rewrite(&repository);
        is_unchecked(
            &repository.run(["check"]),
            "SHA-256 and `reftable` are not supported",
        );
        let outcome = repository.run(["diff", "--against", "HEAD"]);
        outcome.exits(2).complains("not supported");
    }
}

/// A partial clone lacks objects. They are neither fetched nor skipped.
#[test]
fn a_missing_object_is_an_error() {
    let repository = rewritten();
    let main = ask(&repository, &["rev-parse", "main"]);
    let tree = ask(&repository, &["rev-parse", "main:schemas/webhooks"]);
    // An object that only the walk over the history reads.
    let middle = ask(&repository, &["rev-parse", "topic"]);
    git(
        &repository,
        &["commit", "--quiet", "--allow-empty", "--message", "More"],
    );
    for id in [id_of_list(&repository), tree, main, middle] {
        let file = loose(&repository, &id);
        let bytes = fs::read(&file).unwrap();
        fs::remove_file(&file).unwrap();
        let outcome = repository.run(["check"]);
        is_unchecked(&outcome, &format!("object {id} is missing"));
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&file)
            .unwrap();
        overwrite(&file, &bytes);
        is_found(&repository.run(["check"]));
    }
}

/// The digest reveals that the file of an object was replaced by that of another one.
#[test]
fn an_object_with_other_bytes_is_an_error() {
    let repository = rewritten();
    let id = id_of_list(&repository);
    let ours = ask(&repository, &["rev-parse", &format!("topic:{INDEX}")]);
    let bytes = fs::read(loose(&repository, &ours)).unwrap();
    overwrite(&loose(&repository, &id), &bytes);
    is_unchecked(&repository.run(["check"]), &id);
}

/// No change of the bytes of a pack hides a rewritten release or causes a crash.
#[test]
fn a_damaged_pack_is_never_a_pass() {
    let repository = released();
    commit(&repository, DATE);
    release_again(&repository);
    save(&repository, "Release");
    rewrite(&repository);
    git(&repository, &["repack", "-a", "-d", "--quiet"]);
    git(&repository, &["prune-packed", "--quiet"]);
    let pack: Vec<PathBuf> = fs::read_dir(repository.at(".git/objects/pack"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|end| end == "pack" || end == "idx")
        })
        .collect();
    assert_eq!(pack.len(), 2);
    let mut noticed = 0;
    for file in pack {
        let bytes = fs::read(&file).unwrap();
        for index in 0..12 {
            let at = bytes.len() * index / 12 + index % 3;
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x55;
            overwrite(&file, &damaged);
            let outcome = repository.run(["check"]);
            outcome.exits(1);
            noticed += u32::from(outcome.stdout.contains("error[unchecked-history]"));
        }
        overwrite(&file, &bytes[..bytes.len() / 2]);
        repository.run(["check"]).exits(1);
        overwrite(&file, &bytes);
        is_found(&repository.run(["check"]));
    }
    assert!(noticed > 0, "no damage was where anything is read");
}

/// Small files of a repository that unpack to more than the memory.
#[test]
fn an_object_that_is_too_large_is_an_error() {
    let repository = rewritten();
    let zeros = vec![0; 64 * 1024 * 1024];
    let blob = ask_with(&repository, &["hash-object", "-w", "--stdin"], &zeros);
    let line = format!("100644 blob {blob}\tindex.json\n");
    let list = ask_with(&repository, &["mktree"], line.as_bytes());
    let mut tree = list;
    for name in ["released", "v1", "webhooks"] {
        let line = format!("040000 tree {tree}\t{name}\n");
        tree = ask_with(&repository, &["mktree"], line.as_bytes());
    }
    let config = ask(&repository, &["rev-parse", "main:schemas/registry.toml"]);
    let webhooks = ask(&repository, &["rev-parse", &format!("{tree}:webhooks")]);
    let lines = format!("100644 blob {config}\tregistry.toml\n040000 tree {webhooks}\twebhooks\n");
    let schemas = ask_with(&repository, &["mktree"], lines.as_bytes());
    let line = format!("040000 tree {schemas}\tschemas\n");
    let top = ask_with(&repository, &["mktree"], line.as_bytes());
    let base = ask(&repository, &["commit-tree", &top, "-m", "Base"]);
    let topic = ask(
        &repository,
        &["commit-tree", "topic^{tree}", "-p", &base, "-m", "Topic"],
    );
    git(&repository, &["update-ref", "refs/heads/main", &base]);
    git(&repository, &["update-ref", "refs/heads/topic", &topic]);
    is_unchecked(
        &repository.run(["check"]),
        "it has 67108864 bytes, and the limit is ",
    );
    // The large object instead of a commit.
    repository.write(".git/refs/heads/main", format!("{blob}\n"));
    is_unchecked(&repository.run(["check"]), "limit");
}

/// A named pipe does not block the run.
#[test]
fn a_pipe_in_a_repository_is_an_error() {
    for path in [
        ".git/HEAD",
        ".git/shallow",
        ".git/refs/heads/main",
        ".git/packed-refs",
        ".git/commondir",
    ] {
        let repository = rewritten();
        let file = repository.at(path);
        if file.exists() {
            fs::remove_file(&file).unwrap();
        }
        let made = std::process::Command::new("mkfifo").arg(&file).status();
        assert!(made.unwrap().success());
        is_unchecked(&repository.run(["check"]), "not a regular file");
    }
}
