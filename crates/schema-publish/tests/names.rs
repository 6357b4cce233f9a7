//! Which paths are refused, on every system alike.

use schema_publish::names::{unusable, why_unusable};

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
        "A: some systems cannot tell `A` from `a`"
    );
    assert_eq!(
        found(&["Road/a", "STREET/a", "road/b"]),
        "road/b: some systems cannot tell `road` from `Road`"
    );
    assert_eq!(
        found(&["folder/a", "Folder/b"]),
        "Folder/b: some systems cannot tell `Folder` from `folder`"
    );
    for paths in [["a", "a"], ["a/b", "a"], ["a", "a/b"]] {
        let found = found(&paths);
        assert!(
            found.contains("is there twice, or a file and a folder"),
            "{found}"
        );
    }
}
