//! A file is touched only if the manifest is right about it.

use std::fs;

use repository_tests::tool::{GENERATED, Repository};
use schema_registry::released::digest;

use crate::{
    CONFIG, CREATED, EXAMPLES, MANIFEST,
    cli::{
        checkout::Elsewhere,
        release::{RELEASE, unreleased},
    },
    fresh,
};

/// The first line of generated Rust, which anyone can copy.
pub(super) const MARK: &str =
    "// @generated from webhooks by `cargo xtask codegen`. Changes made here are lost.\n";

/// Adds entries to the manifest: paths, and the strings whose digests they have.
pub(super) fn claim(repository: &Repository, lines: &[(&str, &str)]) {
    let mut manifest = repository.read(MANIFEST);
    for (path, text) in lines {
        manifest += &format!("{}  {path}\n", digest(text));
    }
    repository.write(MANIFEST, manifest);
}

#[test]
fn a_manifest_cannot_make_codegen_remove_a_foreign_file() {
    let marked = format!("{MARK}mine\n");
    let page = "<!-- @generated from webhooks by `cargo xtask codegen`. -->\n";
    let elsewhere = Elsewhere::with(&[
        ("x.rs", &marked),
        ("x.md", page),
        (".codegen-x.tmp", "mine"),
    ]);
    let id = "{ \"$id\": \"https://docs.scrapenest.com/schemas/x/v1/package.json\" }\n";
    let out = elsewhere.relative();
    let repository = fresh();
    let notes = format!("../{GENERATED}/../../../../notes.md");
    let outside = [
        format!("../{out}/x.rs"),
        format!("../{GENERATED}/../../../../{out}/x.rs"),
        format!("../docs/../{out}/x.md"),
    ];
    let files: [(&str, &str, &str); 7] = [
        ("notes.md", &notes, page),
        ("src/x.pb.rs", "../src/x.pb.rs", &marked),
        ("docs/package.json", "../docs/package.json", id),
        ("docs/code.rs", "../docs/code.rs", &marked),
        ("package.json", "../package.json", id),
        ("schemas/.hidden.md", "../schemas/.hidden.md", page),
        ("x.md", "../docs/../x.md", page),
    ];
    for (file, path, text) in files {
        repository.write(file, text);
        claim(&repository, &[(path, text)]);
    }
    for path in &outside {
        claim(&repository, &[(path, &marked), (path, page)]);
    }
    repository.write("src/.codegen-x.tmp", "mine");
    let mut before = repository.files();
    let outcome = repository.tool(["codegen"]).run();
    outcome.exits(0).says(": 0 changed, ");
    for (_, path, _) in files {
        outcome.says(&format!("warning[untrue-manifest]: `{path}` "));
    }
    outcome.says("leads out of the checkout");
    outcome.says("does not have the form in which the generator writes paths");
    outcome.says("is not in an output folder of `registry.toml`");
    outcome.says(&format!("--> {MANIFEST}:17:1"));
    elsewhere.is_untouched();
    let mut after = repository.files();
    assert_ne!(before.remove(MANIFEST), after.remove(MANIFEST));
    assert_eq!(after, before);
    repository.tool(["codegen", "--check"]).run().exits(0);
}

/// An output can be the folder around the registry, but not the registry itself.
#[test]
fn a_file_of_the_registry_is_not_removed() {
    let repository = fresh();
    repository.replace(CONFIG, "\"../docs\"", "\"..\"");
    let page = "<!-- @generated from webhooks by `cargo xtask codegen`. -->\n";
    let notes = "schemas/webhooks/v1/NOTES.md";
    repository.write(notes, page);
    let path = format!("../{notes}");
    claim(&repository, &[(&path, page)]);
    let outcome = repository.run(["codegen"]);
    outcome
        .exits(0)
        .says("created   README.md\n")
        .says(&format!(
            "warning[untrue-manifest]: `{path}` is not in an output folder"
        ));
    assert_eq!(repository.read(notes), page);
}

/// In an output folder, a file needs the header of generated files.
#[test]
fn a_foreign_file_in_an_output_folder_is_kept() {
    let repository = fresh();
    let page = "docs/benchmarks.md";
    let json = format!("{GENERATED}/v1/schemas/package.json");
    let text = repository.read(page);
    repository.write(&json, "{ \"$id\": \"mine\" }\n");
    claim(
        &repository,
        &[
            ("../docs/benchmarks.md", &text),
            (&format!("../{json}"), "{ \"$id\": \"mine\" }\n"),
        ],
    );
    let mut before = repository.files();
    for _ in 0..2 {
        let outcome = repository.run(["codegen"]);
        outcome.exits(4).says("remove or move it yourself");
        for path in [page, &json] {
            outcome.says(&format!("kept      {path}\n"));
        }
    }
    let mut after = repository.files();
    before.remove(MANIFEST);
    after.remove(MANIFEST);
    assert_eq!(after, before);
}

#[test]
fn odd_manifest_entries_do_not_stop_codegen() {
    let repository = fresh();
    repository.write("docs/folder.md/x", "mine");
    let before = repository.files();
    for path in [
        "../docs/..",
        "registry.schema.json/../../x",
        "registry.schema.json/x.md",
        "/etc/passwd",
        "../docs/folder.md",
        "../docs/webhooks",
        "./registry.schema.json",
        "../schemas/registry.schema.json",
        "../docs//webhooks/v1.md",
        "../docs/README.md/x.md",
        "..",
        "../docs/a\\b.md",
    ] {
        claim(&repository, &[(path, "")]);
        repository.run(["codegen", "--check"]).exits(4);
        let outcome = repository.run(["codegen"]);
        outcome
            .exits(0)
            .says(&format!("warning[untrue-manifest]: `{path}` "));
        assert_eq!(repository.files(), before, "{path}");
    }
    let manifest = repository.read(MANIFEST);
    repository.write(MANIFEST, format!("{manifest}nonsense\n"));
    let outcome = repository.run(["codegen", "--format", "json"]);
    outcome
        .exits(0)
        .says("this line is not a digest and a path");
    assert_eq!(repository.files(), before);
}

/// With two names for one file, one output would write it and the other remove it.
#[test]
fn a_generated_file_has_one_name() {
    let repository = fresh();
    repository.write(".git", "");
    fs::create_dir(repository.at("inner")).unwrap();
    for path in ["schemas", "docs", "crates"] {
        fs::rename(repository.at(path), repository.at(&format!("inner/{path}"))).unwrap();
    }
    let (manifest, page) = ("inner/schemas/codegen.manifest", "inner/docs/README.md");
    let (lines, text) = (repository.read(manifest), repository.read(page));
    let other = "../../inner/docs/README.md";
    repository.write(manifest, format!("{lines}{}  {other}\n", digest(&text)));
    let outcome = repository.tool(["codegen"]).folder("inner").run();
    outcome.exits(0).says(&format!(
        "warning[untrue-manifest]: `{other}` is another name of a file that is generated"
    ));
    assert_eq!(repository.read(page), text);
    assert_eq!(repository.read(manifest), lines);
}

#[test]
fn what_people_wrote_stops_codegen_and_release() {
    for (path, text) in [
        ("docs/README.md".to_owned(), "# Mine\n"),
        ("docs/webhooks/v1.md".to_owned(), ""),
        (format!("{GENERATED}/mod.rs"), "// mine\n"),
        (
            format!("{GENERATED}/v1/event.rs"),
            "// Generated: @generated\n",
        ),
        (format!("{GENERATED}/v1/schemas/job.created.json"), "{}\n"),
        ("schemas/registry.schema.json".to_owned(), "{}\n"),
    ] {
        let repository = unreleased();
        repository.edit(CREATED, |root| {
            root["description"] = "There is a job.".into();
        });
        repository.write(&path, text);
        // An entry with its digest does not make a file a generated one, unless it is JSON.
        if !path.ends_with(".json") {
            claim(&repository, &[(&format!("../{path}"), text)]);
        }
        let before = repository.tree();
        let check = repository.run(["codegen", "--check"]);
        check.exits(4).says(&format!("not generated: {path}\n"));
        let codegen = repository.run(["codegen"]);
        codegen
            .exits(1)
            .says("error[foreign-file]: ")
            .says(&format!("--> {path}\n"))
            .says("move it away")
            .says("nothing was generated");
        let release = repository.run(RELEASE);
        release
            .exits(1)
            .says("error[foreign-file]: ")
            .says("nothing was released");
        assert_eq!(repository.tree(), before, "{path}");
        repository.remove(&path);
        repository.run(["codegen"]).exits(0);
        repository.run(["codegen", "--check"]).exits(0);
    }
}

/// When a file disappears, such as an event's, folders that become empty are removed with it, and no others.
#[test]
fn other_empty_folders_stay() {
    let repository = fresh();
    for folder in ["docs/mine", "mine", &format!("{GENERATED}/mine")] {
        fs::create_dir_all(repository.at(folder)).unwrap();
    }
    repository.remove(CREATED);
    repository.remove(&format!("{EXAMPLES}/job.created"));
    repository.run(["codegen"]).exits(0);
    for folder in ["docs/mine", "mine", &format!("{GENERATED}/mine")] {
        assert!(repository.at(folder).is_dir(), "{folder}");
    }
}
