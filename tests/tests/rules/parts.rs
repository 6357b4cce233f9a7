//! The small parts that rules and commands share, tested by value.

use std::{fs, os::unix::fs::symlink};

use schema_registry::{
    diagnostic::{self, Diagnostic, Location, Severity},
    escape::{escaped, escaped_lines},
    file,
    format::format,
    lint, load,
    names::{closest, is_snake, pascal, snake},
    pattern::Pattern,
    resolve,
    revision::Revision,
    rules,
    source::{Position, Source},
};

use super::fixture::{Fixture, create, rule};

#[test]
fn hidden_characters_are_escaped() {
    assert_eq!(
        escaped_lines("a\nb\u{7f}\r\u{202e}"),
        "a\nb\\u007f\\u000d\\u202e"
    );
    assert_eq!(
        escaped("a\nb\u{7f}\r\u{202e}"),
        "a\\u000ab\\u007f\\u000d\\u202e"
    );
    assert_eq!(escaped_lines("a\nä"), "a\nä");
}

#[test]
fn files_are_read_up_to_a_limit() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    for (name, bytes) in [("four", b"abcd".as_slice()), ("odd", b"ab\xff")] {
        std::io::Write::write_all(&mut create(&path(name)), bytes).unwrap();
    }
    symlink(path("four"), path("link")).unwrap();
    fs::create_dir(path("folder")).unwrap();
    let why = |name: &str, largest| file::plain(&path(name), largest).unwrap_err().to_string();
    assert_eq!(file::plain(&path("four"), 4).unwrap(), b"abcd");
    assert_eq!(why("four", 3), "it has 4 bytes, and the limit is 3");
    assert_eq!(
        why("link", 9),
        "it is a symbolic link; put the file itself there"
    );
    assert_eq!(why("folder", 9999), "it is not a plain file");
    assert_eq!(file::plain_text(&path("four"), 4).unwrap(), "abcd");
    let not_text = "it is not UTF-8 at byte 2, in line 1";
    assert_eq!(
        file::plain_text(&path("odd"), 9).unwrap_err().to_string(),
        not_text
    );
    // Files that the user names can be links.
    for name in ["four", "link"] {
        assert_eq!(file::named(&path(name)).unwrap(), b"abcd");
        assert_eq!(file::named_text(&path(name)).unwrap(), "abcd");
    }
    assert_eq!(
        file::named_text(&path("odd")).unwrap_err().to_string(),
        not_text
    );
    assert_eq!(file::whole(b"abcd".as_slice(), 4).unwrap(), b"abcd");
    let longer = file::whole(b"abcde".as_slice(), 4).unwrap_err();
    assert_eq!(
        longer.to_string(),
        "it has more bytes than the limit, 4; make it smaller, or split it"
    );
    assert_eq!(file::whole(b"ab".as_slice(), u64::MAX).unwrap(), b"ab");
    assert_eq!(file::LARGEST_NAMED, 268_435_456);
}

#[test]
fn names_have_cases() {
    assert_eq!(
        (snake("JobId"), pascal("job_id")),
        ("job_id".into(), "JobId".into())
    );
    for name in ["a", "a_b2", "a2", "job_id"] {
        assert!(is_snake(name), "{name}");
    }
    for name in ["", "A", "aB", "_a", "a_", "a__b", "2a", "a-b", "ä", "aé"] {
        assert!(!is_snake(name), "{name}");
    }
}

/// At most a third of the letters differ, counted in another way.
#[test]
fn the_closest_name_is_that_with_the_fewest_mistakes() {
    fn mistakes(from: &[char], to: &[char]) -> usize {
        let ([a @ .., x], [b @ .., y]) = (from, to) else {
            return from.len() + to.len();
        };
        let mut best = (mistakes(a, b) + usize::from(x != y))
            .min(mistakes(a, to) + 1)
            .min(mistakes(from, b) + 1);
        if let ([a @ .., left], [b @ .., right]) = (a, b)
            && (left, x) == (y, right)
        {
            best = best.min(mistakes(a, b) + 1);
        }
        best
    }
    let mut words = vec![String::new()];
    let mut begin = 0;
    for _ in 0..4 {
        let end = words.len();
        for at in begin..end {
            for letter in ["a", "b", "c"] {
                words.push(words[at].clone() + letter);
            }
        }
        begin = end;
    }
    for from in &words {
        for to in &words {
            let letters = |it: &str| it.chars().collect::<Vec<_>>();
            let few = mistakes(&letters(from), &letters(to)) * 3 <= from.len();
            assert_eq!(closest(from, &[to]).is_some(), few, "{from} {to}");
        }
    }
    let known = ["maximum", "minimum", "minItems"];
    assert_eq!(closest("minumum", &known), Some("minimum"));
    assert_eq!(closest("MINITEMS", &known), Some("minItems"));
    assert_eq!(closest("title", &known), None);
    assert_eq!(closest("title", &[]), None);
}

#[test]
fn revisions_are_three_numbers() {
    let revision = |text: &str| text.parse::<Revision>().unwrap();
    for text in ["0.0.0", "1.10.2", "4294967295.0.4294967295"] {
        assert_eq!(revision(text).to_string(), text);
    }
    for text in [
        "",
        "1",
        "1.0",
        "1.0.0.0",
        "1.0.0.",
        ".1.0.0",
        "01.0.0",
        "+1.0.0",
        "1.-1.0",
        "1.0.4294967296",
        "1.0.x",
        " 1.0.0",
    ] {
        let error = text.parse::<Revision>().unwrap_err().to_string();
        assert_eq!(error, "a revision is three numbers, such as `1.0.0`");
    }
    let some = revision("2.3.4");
    assert_eq!(Revision::first(7), revision("7.0.0"));
    assert_eq!(some.next_minor(), Some(revision("2.4.0")));
    assert_eq!(some.next_patch(), Some(revision("2.3.5")));
    assert_eq!(revision("1.4294967295.0").next_minor(), None);
    assert_eq!(revision("1.0.4294967295").next_patch(), None);
    assert!(revision("1.9.9") < revision("1.10.0") && revision("1.10.0") < revision("2.0.0"));
}

#[test]
fn places_are_lines_and_characters() {
    let source = Source {
        path: "a".into(),
        text: "ab\ncüd\n".into(),
        root: None,
    };
    for (offset, line, column) in [
        (0, 1, 1),
        (2, 1, 3),
        (3, 2, 1),
        (4, 2, 2),
        (6, 2, 3),
        (7, 2, 4),
        (8, 3, 1),
        (99, 3, 1),
    ] {
        assert_eq!(source.position(offset), Position { line, column });
    }
    let place = Location::at_span(&source, 2..6);
    assert_eq!(place.start(), Position { line: 1, column: 3 });
    assert_eq!(place.end(), Position { line: 2, column: 3 });
    assert_eq!(source.span_at("/a"), 0..0);
}

#[test]
fn findings_are_sorted_and_said_once() {
    let rule = rule("closed-object");
    let finding = |path: &str, start: usize, message: &str| {
        let mut place = Location::of_file(path);
        place.span = start..start;
        Diagnostic::new(rule, message).at(place)
    };
    let mut findings = vec![
        finding("b", 1, "x"),
        finding("a", 2, "x"),
        finding("a", 1, "y"),
        finding("a", 1, "x"),
        finding("a", 1, "y"),
        Diagnostic::new(rule, "z"),
    ];
    diagnostic::sort(&mut findings);
    let shown: Vec<String> = (findings.iter())
        .map(|it| {
            let place = it.location.as_ref();
            let place = place.map(|at| format!("{}{}", at.source.path, at.span.start));
            format!("{}{}", place.unwrap_or_default(), it.message)
        })
        .collect();
    assert_eq!(shown, ["z", "a1x", "a1y", "a2x", "b1x"]);
    assert!(!diagnostic::has_errors(&[]));
    let mut warning = Diagnostic::new(&rules::INVALID_JSON, "y");
    assert!(diagnostic::has_errors(std::slice::from_ref(&warning)));
    warning.severity = Severity::Warning;
    assert!(!diagnostic::has_errors(&[warning]));
    assert_eq!(
        (Severity::Warning.as_str(), Severity::Error.as_str()),
        ("warning", "error")
    );
}

#[test]
fn patterns_are_those_of_a_linear_engine() {
    let is_anchored = |pattern: &str| Pattern::parse(pattern).unwrap().is_anchored();
    for pattern in ["^a$", "^(a|b)$", "^a$|^b$"] {
        assert!(is_anchored(pattern), "{pattern}");
    }
    for pattern in ["a", "^a", "a$", "^a$|b", "^a|b$"] {
        assert!(!is_anchored(pattern), "{pattern}");
    }
    let why = |pattern: &str| Pattern::parse(pattern).unwrap_err().to_string();
    assert_eq!(why("("), "it is not a regular expression");
    assert_eq!(
        why("(?=a)b"),
        "look-around, including look-ahead and look-behind, is not supported"
    );
}

/// A list stays in one line if the line, with a comma, has 100 characters at most.
#[test]
fn lists_that_fit_stay_in_a_line() {
    let one = |letters: usize| format!("{{\"a\":[\"{}\"]}}", "ü".repeat(letters));
    let line = |letters: usize| format!("{{\n  \"a\": [\"{}\"]\n}}\n", "ü".repeat(letters));
    assert_eq!(format(&one(88)).unwrap(), line(88));
    assert_eq!(line(88).lines().nth(1).unwrap().chars().count(), 99);
    assert_ne!(format(&one(89)).unwrap(), line(89));
    let two = |letters: usize| format!("{{\"a\":{{\"b\":[1,\"{}\"]}}}}", "x".repeat(letters));
    let line = |letters: usize| {
        let text = "x".repeat(letters);
        format!("{{\n  \"a\": {{\n    \"b\": [1, \"{text}\"]\n  }}\n}}\n")
    };
    assert_eq!(format(&two(83)).unwrap(), line(83));
    assert_eq!(line(83).lines().nth(2).unwrap().chars().count(), 99);
    assert_ne!(format(&two(84)).unwrap(), line(84));
    let inner = |letters: usize| format!("[[1,\"{}\"]]", "x".repeat(letters));
    let line = |letters: usize| format!("[\n  [1, \"{}\"]\n]\n", "x".repeat(letters));
    assert_eq!(format(&inner(90)).unwrap(), line(90));
    assert_ne!(format(&inner(91)).unwrap(), line(91));
    let inner = |letters: usize| format!("[[[[1,\"{}\"]]]]", "x".repeat(letters));
    let line = |letters: usize| {
        let text = "x".repeat(letters);
        format!("[\n  [\n    [\n      [1, \"{text}\"]\n    ]\n  ]\n]\n")
    };
    assert_eq!(format(&inner(86)).unwrap(), line(86));
    assert_ne!(format(&inner(87)).unwrap(), line(87));
    for (text, expected) in [
        ("[ ]", "[]\n"),
        ("{ }", "{}\n"),
        ("[1,[ ]]", "[\n  1,\n  []\n]\n"),
        (
            "[{\"a\":1,\"b\":[1,2]}]",
            "[\n  {\n    \"a\": 1,\n    \"b\": [1, 2]\n  }\n]\n",
        ),
        ("1.50", "1.50\n"),
    ] {
        assert_eq!(format(text).unwrap(), expected);
    }
    assert!(format("[1,]").is_err());
}

/// A schema that cannot be generated because of another finding is one finding.
#[test]
fn consequences_are_those_at_the_same_place() {
    let registry = super::algebra::registry(serde_json::json!({}));
    let finding = |name: &str, path: &str, pointer: &str| {
        let mut place = Location::of_file(path);
        place.pointer = pointer.into();
        Diagnostic::new(rule(name), "").at(place)
    };
    let kept = |cause: Diagnostic| {
        let findings = vec![finding("unmappable-schema", "a", "/x"), cause];
        lint::apply_allowances(&registry, findings).len() == 2
    };
    for (path, pointer, is_kept) in [
        ("a", "/x", false),
        ("a", "/x/y", false),
        ("a", "/xy", true),
        ("a", "", true),
        ("b", "/x", true),
    ] {
        let cause = finding("closed-object", path, pointer);
        assert_eq!(kept(cause), is_kept, "{path}{pointer}");
    }
    let mut warning = finding("closed-object", "a", "/x");
    warning.severity = Severity::Warning;
    assert!(kept(warning));
    assert!(kept(finding("unused-allow", "a", "/x")));
}

/// Consequences of a file that cannot be read are not findings.
#[test]
fn broken_files_are_known_by_their_paths() {
    let (placed, closed) = ("orders/v1/order.placed.json", "orders/v1/order.closed.json");
    let is_broken = |fixture: &Fixture, path: &str| {
        let loaded = load::load(fixture.path(), "schemas").unwrap();
        resolve::resolve(loaded).is_broken(path)
    };
    for text in ["{", "[]", "1", ""] {
        let fixture = Fixture::base().write(placed, text);
        for (path, expected) in [
            (placed, true),
            ("order.placed.json", false),
            ("laced.json", false),
            (closed, false),
            ("orders/v1/order.other.json", false),
        ] {
            assert_eq!(is_broken(&fixture, path), expected, "{text} {path}");
        }
    }
    let linked = Fixture::base().link(closed, "order.placed.json");
    assert!(is_broken(&linked, closed));
    assert!(!is_broken(&linked, placed));
    assert!(!is_broken(&Fixture::base(), placed));
}
