//! The configuration of a repository runs nothing, and does not change what is read.

use std::path::Path;

use repository_tests::tool::Repository;

use super::{DATE, INDEX, ask, ask_with, commit, git, is_found, released, rewritten, save, trap};
use crate::cli::release::add_region;

/// Returns a configuration with everything that makes `git` run a program while it reads.
fn hostile(program: &Path) -> String {
    let program = program.display();
    format!(
        "[core]\nrepositoryformatversion = 1\nfsmonitor = {program}\nsshCommand = {program}\n\
         hooksPath = {program}\npager = {program}\n\
         [log]\nshowSignature = true\n[gpg]\nprogram = {program}\n\
         [filter \"evil\"]\nsmudge = {program}\nclean = {program}\nrequired = true\n\
         [diff \"evil\"]\ntextconv = {program}\ncommand = {program}\n\
         [extensions]\npartialClone = origin\n\
         [remote \"origin\"]\npromisor = true\nurl = ssh://host/y\n"
    )
}

/// Replaces the current commit by one with a signature.
fn sign(repository: &Repository) {
    let text = ask(repository, &["cat-file", "commit", "HEAD"]);
    let signature =
        "gpgsig -----BEGIN PGP SIGNATURE-----\n \n AAAA\n -----END PGP SIGNATURE-----\n";
    let (head, message) = text.split_once("\n\n").unwrap();
    let signed = format!("{head}\n{signature}\n{message}\n");
    let arguments = ["hash-object", "-t", "commit", "-w", "--stdin"];
    let id = ask_with(repository, &arguments, signed.as_bytes());
    git(repository, &["update-ref", "HEAD", &id]);
}

#[test]
fn a_configuration_of_git_runs_nothing() {
    let repository = rewritten();
    repository.write(".gitattributes", "* filter=evil diff=evil ident eol=crlf\n");
    repository.write("schemas/.gitattributes", "* filter=evil diff=evil\n");
    save(&repository, "Attributes");
    sign(&repository);
    let (program, ran) = trap(&repository);
    repository.write(".git/config", hostile(&program));
    std::fs::create_dir_all(repository.at(".git/hooks")).unwrap();
    for name in [
        "post-checkout",
        "post-index-change",
        "reference-transaction",
    ] {
        std::fs::copy(&program, repository.at(&format!(".git/hooks/{name}"))).unwrap();
    }
    is_found(&repository.run(["check"]));
    let index = repository.read(INDEX);
    for against in ["HEAD", "main", "HEAD~1"] {
        repository.run(["diff", "--against", against]).exits(0);
    }
    assert_eq!(repository.read(INDEX), index);
    // The day of the release is that of the commit.
    repository
        .run(["release", "--dry-run", "job.created"])
        .exits(0);
    assert!(!ran.exists(), "{}", std::fs::read_to_string(ran).unwrap());
}

/// The configuration determines neither the location of the files nor what else is read.
#[test]
fn a_configuration_of_git_leads_nowhere() {
    let repository = rewritten();
    let config = repository.read(".git/config");
    for more in [
        "[core]\nworktree = /\n",
        "[core]\nbare = true\n",
        "[include]\npath = /dev/zero\n",
        "[extensions]\nworktreeConfig = true\n",
        "not a configuration at all",
    ] {
        repository.write(".git/config", format!("{config}{more}"));
        is_found(&repository.run(["check"]));
    }
}

/// The configurations of the user, of the machine and of the environment have no effect either.
#[test]
fn the_environment_configures_nothing() {
    let repository = rewritten();
    let (program, ran) = trap(&repository);
    repository.write("home/.gitconfig", hostile(&program));
    let home = repository.at("home");
    for arguments in [&["check"][..], &["diff", "--against", "HEAD"]] {
        let outcome = repository
            .tool(arguments)
            .env("HOME", &home)
            .env("XDG_CONFIG_HOME", &home)
            .env("GIT_CONFIG_GLOBAL", home.join(".gitconfig"))
            .env("GIT_CONFIG_SYSTEM", home.join(".gitconfig"))
            .env("GIT_CONFIG_COUNT", "1")
            .env("GIT_CONFIG_KEY_0", "core.fsmonitor")
            .env("GIT_CONFIG_VALUE_0", &program)
            .env("GIT_SSH", &program)
            .env("GIT_EXTERNAL_DIFF", &program)
            .env("GIT_TRACE", repository.at("trace"))
            .run();
        match arguments {
            ["check"] => is_found(&outcome),
            _ => {
                outcome.exits(0);
            }
        }
    }
    assert!(!ran.exists(), "{}", std::fs::read_to_string(ran).unwrap());
    assert!(!repository.at("trace").exists());
}

/// No program is needed to read a repository, so none is looked for.
#[test]
fn git_is_not_started() {
    let repository = rewritten();
    let check = repository.tool(["check"]).env("PATH", "").run();
    is_found(&check);
    add_region(&repository);
    let diff = repository
        .tool(["diff", "--against", "HEAD"])
        .env("PATH", "")
        .run();
    diff.exits(0).says("`data.region`: added");
}

/// A replacement gives an object other bytes, and a graft gives a commit other parents.
#[test]
fn replacements_change_nothing() {
    let repository = rewritten();
    let theirs = ask(&repository, &["rev-parse", &format!("main:{INDEX}")]);
    let ours = ask(&repository, &["rev-parse", &format!("topic:{INDEX}")]);
    git(&repository, &["replace", &theirs, &ours]);
    is_found(&repository.run(["check"]));
    git(&repository, &["replace", "--delete", &theirs]);
    let main = ask(&repository, &["rev-parse", "main"]);
    let topic = ask(&repository, &["rev-parse", "topic"]);
    // With the replacement, the merge base would be the rewritten commit.
    git(&repository, &["replace", "--force", &main, &topic]);
    is_found(&repository.run(["check"]));
    git(&repository, &["replace", "--delete", &main]);
    repository.write(".git/info/grafts", format!("{main} {topic}\n{topic}\n"));
    is_found(&repository.run(["check"]));
}

/// The day of a release is the committer's, in the committer's time zone.
#[test]
fn a_release_has_the_day_of_the_commit() {
    for (date, day) in [
        ("2026-03-02T23:30:00-05:00", "2026-03-02"),
        ("2026-03-04T00:30:00+14:00", "2026-03-04"),
        ("2024-02-29T12:00:00+00:00", "2024-02-29"),
    ] {
        let repository = released();
        commit(&repository, date);
        assert_eq!(ask(&repository, &["log", "-1", "--format=%cs"]), day);
        add_region(&repository);
        repository.run(["release"]).exits(0);
        let list = repository.read(INDEX);
        assert!(list.contains(&format!("\"date\": \"{day}\"")), "{list}");
    }
    let repository = released();
    commit(&repository, DATE);
    repository.remove(".git/HEAD");
    add_region(&repository);
    let outcome = repository.run(["release"]);
    outcome
        .exits(2)
        .complains("pass `--date`, since ")
        .complains("has no `HEAD`");
}
