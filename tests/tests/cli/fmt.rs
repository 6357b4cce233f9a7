//! `fmt` changes only white space.

use repository_tests::tool::Repository;

use crate::{COMPLETED, CONFIG, CREATED, EXAMPLES};

#[test]
fn the_repository_has_the_layout() {
    let repository = Repository::copy();
    let before = repository.tree();
    repository
        .run(["fmt", "--check"])
        .exits(0)
        .says("81 files: 0 changed");
    repository.run(["fmt"]).exits(0).says("81 files: 0 changed");
    assert_eq!(repository.tree(), before);
}

#[test]
fn another_layout_is_found_and_mended() {
    let repository = Repository::copy();
    let expected = repository.files();
    let text = repository.read(COMPLETED);
    for other in [
        text.replace("  ", "\t"),
        text.replace('\n', "\r\n"),
        text.trim_end().to_owned(),
        text.replace('\n', "").replace("  ", ""),
        format!("\n\n{text}\n"),
        text.replace("[\"timeout\"]", "[\n\"timeout\"\n]"),
    ] {
        repository.write(COMPLETED, other);
        let before = repository.tree();
        let check = repository.run(["fmt", "--check"]);
        check
            .exits(1)
            .says(&format!("needs formatting: {COMPLETED}\n"));
        check.says("run `cargo xtask fmt`").says_nothing_of(CREATED);
        assert_eq!(repository.tree(), before, "nothing is written");
        repository
            .run(["fmt"])
            .exits(0)
            .says(&format!("formatted {COMPLETED}\n"));
        assert!(repository.files() == expected);
        repository.run(["fmt", "--check"]).exits(0);
    }
}

#[test]
fn text_is_kept() {
    let repository = Repository::copy();
    let odd = r#""x-odd": {"z": 1.50, "a": 1E+2, "m": -0, "big": 9007199254740991.0, "\u006eame": "\u00e9\/\ud83d\ude00 ~ é", "": [ ], "o": { }, "list": [1.0,null , true]},"#;
    repository.replace(
        COMPLETED,
        "\"$ref\": \"envelope.json\",",
        &format!("{odd} \"$ref\": \"envelope.json\","),
    );
    repository.run(["fmt"]).exits(0).says("81 files: 1 changed");
    let laid_out = r#"
  "x-odd": {
    "z": 1.50,
    "a": 1E+2,
    "m": -0,
    "big": 9007199254740991.0,
    "\u006eame": "\u00e9\/\ud83d\ude00 ~ é",
    "": [],
    "o": {},
    "list": [1.0, null, true]
  },
  "$ref": "envelope.json",
"#;
    let text = repository.read(COMPLETED);
    assert!(text.contains(laid_out), "{text}");
    let before = repository.tree();
    repository.run(["fmt"]).exits(0).says("81 files: 0 changed");
    assert_eq!(repository.tree(), before);
}

/// A file that is not JSON is unchanged, and the others are formatted.
#[test]
fn broken_files_are_left_alone() {
    let repository = Repository::copy();
    let text = repository.read(CREATED);
    repository.write(CREATED, format!("{text}\n\n"));
    repository.write(COMPLETED, "{ \"a\": ");
    repository
        .run(["fmt"])
        .exits(1)
        .says(&format!("--> {COMPLETED}:1:8"))
        .says("80 files: 1 changed, 1 not read\n");
    assert_eq!(repository.read(COMPLETED), "{ \"a\": ");
    assert_eq!(repository.read(CREATED), text);
}

#[test]
fn leftovers_are_removed() {
    let repository = Repository::copy();
    repository.write("schemas/webhooks/v1/.codegen-abc.tmp", "{");
    repository.write(CREATED, format!("{}\n\n", repository.read(CREATED)));
    repository.run(["fmt"]).exits(0);
}

/// Examples are formatted like schemas, and `check` reports those that are not.
#[test]
fn examples_have_the_layout_as_well() {
    let repository = Repository::copy();
    let examples = [
        "job.created/queued.json",
        "job.created/invalid/created_at_date_only.json",
    ];
    let config = repository.read(CONFIG);
    let expected = repository.files();
    for example in examples {
        let path = format!("{EXAMPLES}/{example}");
        let text = repository.read(&path);
        repository.write(&path, text.trim_end());
        let outcome = repository.run(["check"]);
        let hint = "hint[other-layout]: this file is not formatted";
        outcome.exits(0).says(hint).says(&format!("--> {path}:1:1"));
        repository.write(
            CONFIG,
            format!("{config}\n[lints]\nother-layout = \"error\"\n"),
        );
        repository
            .run(["check"])
            .exits(1)
            .says("error[other-layout]");
        repository.write(CONFIG, &config);
        let outcome = repository.run(["fmt", "--check"]);
        outcome
            .exits(1)
            .says(&format!("needs formatting: {path}\n"));
        repository
            .run(["fmt"])
            .exits(0)
            .says(&format!("formatted {path}\n"));
        assert!(repository.files() == expected);
    }
    // Examples of a new event are formatted from the beginning.
    repository.run(["new", "job.cancelled"]).exits(0);
    repository.run(["fmt", "--check"]).exits(0);
}
