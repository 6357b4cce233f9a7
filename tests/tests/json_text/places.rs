//! Positions in JSON texts, the integers in them, and messages about texts that are not JSON.

use schema_registry::json;

#[test]
fn places_of_pointers_are_exact() {
    let text = r#"{"a": {"b/c": [1, {"d": "é"}, [2]]}, "~": -1.0, "e": []}"#;
    let root = json::parse(text).unwrap().root;
    for (pointer, shown) in [
        ("", "{"),
        ("/a", r#""a""#),
        ("/a/b~1c", r#""b/c""#),
        ("/a/b~1c/0", "1"),
        ("/a/b~1c/1", "{"),
        ("/a/b~1c/1/d", r#""d": "é""#),
        ("/a/b~1c/2", "["),
        ("/a/b~1c/2/0", "2"),
        ("/~0", r#""~": -1.0"#),
        ("/e", r#""e""#),
        // A missing value is shown at the nearest existing one.
        ("/a/x/y", r#""a""#),
        ("/a/b~1c/3", r#""b/c""#),
        ("/a/b~1c/01", r#""b/c""#),
        ("/a/b~1c/+1", r#""b/c""#),
        ("/a/b~1c/0/x", "1"),
        ("a", "{"),
    ] {
        assert_eq!(&text[root.span_at(pointer)], shown, "{pointer}");
    }
    for (part, pointer) in [
        (r#"{"a""#, ""),
        (r#""a""#, "/a"),
        (r#""b/c""#, "/a/b~1c"),
        ("1,", "/a/b~1c/0"),
        (", {", "/a/b~1c"),
        (r#"{"d"#, "/a/b~1c/1"),
        ("é", "/a/b~1c/1/d"),
        ("2]", "/a/b~1c/2/0"),
        ("-1.0", "/~0"),
        (r#", "e"#, ""),
    ] {
        let at = text.find(part).unwrap();
        assert_eq!(root.pointer_at(at), pointer, "{part}");
    }
    assert_eq!(root.pointer_at(text.len()), "");
    for (pointer, value) in [
        ("/a/b~1c/2/0", "2"),
        ("/~0", "-1.0"),
        ("/a/b~1c/1/d", "\"é\""),
    ] {
        let node = root.at(pointer).unwrap();
        assert_eq!(&text[node.span.clone()], value);
    }
    for pointer in [
        "/x",
        "/a/b~1c/3",
        "/a/b~1c/00",
        "/a/b~1c/-",
        "/a/b~1c/",
        "/~0/0",
        "a",
    ] {
        assert!(root.at(pointer).is_none(), "{pointer}");
    }
    assert_eq!(json::child("/a", "b/~c"), "/a/b~1~0c");
}

#[test]
fn numbers_are_integers_where_they_are_exact() {
    for (text, integer) in [
        ("3", Some(3)),
        ("3.0", Some(3)),
        ("-0.0", Some(0)),
        ("3.5", None),
        ("1e2", Some(100)),
        ("9007199254740993", Some(9_007_199_254_740_993)),
        ("9007199254740992.0", Some(9_007_199_254_740_992)),
        ("9007199254740994.0", None),
        ("-9007199254740992.0", Some(-9_007_199_254_740_992)),
        ("1e300", None),
        ("\"3\"", None),
    ] {
        let node = json::parse(text).unwrap().root;
        assert_eq!(node.as_integer(), integer, "{text}");
        assert_eq!(node.is_number(), !text.starts_with('"'), "{text}");
        assert!(!node.is_object(), "{text}");
    }
    assert!(json::parse("{}").unwrap().root.is_object());
}

#[test]
fn what_is_not_json_is_said_where_it_is() {
    for (text, place, message) in [
        ("", "", "the file is empty"),
        ("[01]", "", "a number does not begin with `0`"),
        ("[-01]", "", "a number does not begin with `0`"),
        (
            "[\"\\ud800\"]",
            "\\ud800\"",
            "this escape is half of a character; the other half is missing",
        ),
        (
            "\"\u{1}\"",
            "\u{1}",
            "the character U+0001 is not allowed here; escape it",
        ),
        (
            "[\u{a0}1]",
            "\u{a0}",
            "the character U+00A0 is not allowed here",
        ),
    ] {
        let error = json::parse(text).unwrap_err();
        assert_eq!(error.to_string(), message, "{text:?}");
        assert_eq!(&text[error.span], place, "{text:?}");
    }
    let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert!(json::parse(&deep(127)).is_ok());
    let error = json::parse(&deep(128)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "this is nested more than 127 levels deep"
    );
    assert_eq!(error.span, 127..128);
    // Brackets in strings do not count, and neither do closed ones.
    assert!(json::parse(&format!("[\"\\\"{}\", {}]", "[".repeat(200), deep(126))).is_ok());
    assert!(json::parse(&format!("[{},{}]", deep(126), deep(126))).is_ok());
}
