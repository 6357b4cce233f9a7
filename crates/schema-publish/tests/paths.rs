//! Paths that are rejected, on every system alike.

use schema_publish::{
    portable_path::{unusable, why_unusable},
    revision_path::RevisionNames,
};

#[test]
fn paths_that_cannot_be_files_everywhere_are_refused() {
    let long_part = "a".repeat(300);
    let long_path = "a/".repeat(500) + "a";
    for (path, why) in [
        ("", "empty"),
        ("/etc/passwd", "begins or ends with `/`"),
        ("a//b", "two in a row"),
        ("a/", "begins or ends with `/`"),
        ("..", "`..` leads elsewhere"),
        ("a/../b", "`..` leads elsewhere"),
        ("a/./b", "`.` leads elsewhere"),
        ("a\0b", r"the character `\0`"),
        ("a\nb", r"the character `\n`"),
        (r"a\b", "the character"),
        ("C:/a", "the character `:`"),
        ("a?b", "the character `?`"),
        ("a%2fb", "the character `%`"),
        ("a#b", "the character `#`"),
        ("…/é.json", "the character `…`"),
        ("cafe\u{301}", "the character `\\u{301}`"),
        ("a.", "a space or a full stop"),
        (" a", "a space or a full stop"),
        ("a /b", "a space or a full stop"),
        ("NUL", "a device on Windows"),
        ("a/con.json", "a device on Windows"),
        ("com1.txt", "a device on Windows"),
        (&long_part, "300 bytes"),
        (&long_path, "1001 bytes"),
    ] {
        let found = why_unusable(path).unwrap_or_else(|| panic!("{path:?} is refused"));
        assert!(found.contains(why), "{path:?}: {found}");
    }
}

#[test]
fn usual_paths_are_taken() {
    for path in [
        "index.json",
        "schemas/webhooks/v1/job.completed/1.0.0.json",
        "schemas/webhooks/v1/examples/job.completed/invalid/a_b-c.json",
        "console/common.json",
        "SHA256SUMS",
        "a b/c d.json",
    ] {
        assert_eq!(why_unusable(path), None, "{path}");
    }
}

#[test]
fn twins_are_refused() {
    let found = |paths: &[&str]| {
        let found = unusable(paths.iter().copied());
        let found: Vec<String> = found.map(|(path, why)| format!("{path}: {why}")).collect();
        found.join("\n")
    };
    assert_eq!(found(&["a", "b/a", "b/c"]), "");
    assert_eq!(
        found(&["a", "A"]),
        "A: some systems cannot distinguish `A` from `a`"
    );
    assert_eq!(
        found(&["Road/a", "STREET/a", "road/b"]),
        "road/b: some systems cannot distinguish `road` from `Road`"
    );
    assert_eq!(
        found(&["folder/a", "Folder/b"]),
        "Folder/b: some systems cannot distinguish `Folder` from `folder`"
    );
    for paths in [["a", "a"], ["a/b", "a"], ["a", "a/b"]] {
        let found = found(&paths);
        assert!(
            found.contains("is there twice, or a file and a folder"),
            "{found}"
        );
    }
}

/// Each limit is the greatest value that is accepted.
#[test]
fn limits_of_paths_are_what_they_say() {
    let deep = |parts: usize| vec!["a"; parts].join("/");
    let long = |bytes: usize| {
        format!(
            "{}/{}",
            vec!["a".repeat(99); 8].join("/"),
            "b".repeat(bytes - 800)
        )
    };
    for path in ["a".repeat(255), deep(32), long(900)] {
        assert_eq!(why_unusable(&path), None, "{path}");
    }
    for (path, why) in [
        (
            "a".repeat(256),
            "a part of it has 256 bytes, and file systems take 255",
        ),
        (deep(33), "it has more than 32 parts"),
        (long(901), "it has 901 bytes, and stores take 900"),
    ] {
        assert_eq!(why_unusable(&path).as_deref(), Some(why), "{path}");
    }
}

#[test]
fn devices_of_windows_are_known_by_their_whole_names() {
    for path in ["com0", "COM9.json", "lpt1", "prn", "aux.a.b", "a/nul"] {
        let why = why_unusable(path).unwrap_or_else(|| panic!("{path} is rejected"));
        assert!(why.contains("is the name of a device on Windows"), "{why}");
    }
    for path in [
        "com", "com10", "comx", "lpt", "xcom1", "console", "nully", "a.con",
    ] {
        assert_eq!(why_unusable(path), None, "{path}");
    }
}

/// Paths that a source which is not trusted names.
#[test]
fn paths_of_schemas_follow_from_their_events() {
    let revision = "2.1.0".parse().unwrap();
    let names = RevisionNames {
        family: "shop",
        event: "order.placed",
        revision,
    };
    let why =
        |schema: &str, revision: &str| names.why_other_paths(schema, revision).unwrap_or_default();
    for folder in ["", "schemas/", "a/b/"] {
        let schema = format!("{folder}shop/v2/order.placed.json");
        let revision = format!("{folder}shop/v2/order.placed/2.1.0.json");
        assert_eq!(why(&schema, &revision), "", "{folder}");
    }
    let (schema, revision) = (
        "shop/v2/order.placed.json",
        "shop/v2/order.placed/2.1.0.json",
    );
    for (schema, revision, expected) in [
        (
            "workshop/v2/order.placed.json",
            revision,
            "`workshop/v2/order.placed.json` is not the path of `order.placed`, which ends in \
             `shop/v2/order.placed.json`",
        ),
        (
            "shop/v1/order.placed.json",
            revision,
            "`shop/v1/order.placed.json` is not the path of `order.placed`, which ends in \
             `shop/v2/order.placed.json`",
        ),
        (
            schema,
            "shop/v2/order.placed/2.0.0.json",
            "`shop/v2/order.placed/2.0.0.json` is not the path of `order.placed` 2.1.0, which is \
             `shop/v2/order.placed/2.1.0.json`",
        ),
        (
            "../shop/v2/order.placed.json",
            revision,
            "`../shop/v2/order.placed.json` cannot be a schema: `..` leads elsewhere",
        ),
        (
            schema,
            ".git/shop/v2/order.placed/2.1.0.json",
            "`.git/shop/v2/order.placed/2.1.0.json` cannot be a schema: `.git` begins with a full stop or a hyphen",
        ),
        (
            "-x/shop/v2/order.placed.json",
            revision,
            "`-x/shop/v2/order.placed.json` cannot be a schema: `-x` begins with a full stop or a hyphen",
        ),
        (
            "a+b/shop/v2/order.placed.json",
            revision,
            "`a+b/shop/v2/order.placed.json` cannot be a schema: it has the character `+`, and schemas have \
             letters, digits, `.`, `_` and `-`",
        ),
    ] {
        assert_eq!(why(schema, revision), expected);
    }
}
