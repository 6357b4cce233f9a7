//! The parser and the formatting of JSON texts, compared with `serde_json` and on pseudo-random texts.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a panic is how a test fails"
)]

mod json_text {
    mod places;
}

use std::{fs, path::Path};

use schema_registry::{
    format::format,
    json::{self, Node, NodeKind},
};
use serde_json::Value;

#[test]
fn nasty_texts_are_read_as_serde_json_reads_them() {
    for text in NASTY {
        same_reading(text);
        for (before, after) in [
            ("", "\n"),
            ("[", "]"),
            ("[0,", ",0]"),
            ("{\"a\":", "}"),
            (" \t\r\n", " "),
        ] {
            same_reading(&format!("{before}{text}{after}"));
        }
        same_reading(&format!("\"{text}\""));
        same_reading(&format!("{{\"{text}\": \"{text}\"}}"));
    }
    for code in (0..0x300)
        .chain(0x2000..0x2100)
        .chain([0x3000, 0xD7FF, 0xE000, 0xFEFF, 0xFFFF, 0x10FFFF])
    {
        let character = char::from_u32(code).unwrap();
        for text in [
            format!("\"{character}\""),
            format!("[{character}1]"),
            format!("1{character}"),
        ] {
            same_reading(&text);
        }
    }
    for code in (0..0x10000).step_by(7).chain(0xD7F0..0xE010) {
        for tail in [
            "", "\\uDC00", "\\uDFFF", "\\uD800", "\\n", "x", "\\u", "\\uDC0",
        ] {
            same_reading(&format!("\"\\u{code:04x}{tail}\""));
        }
    }
}

#[test]
fn mutated_texts_are_read_as_serde_json_reads_them() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut accepted = 0;
    for _ in 0..300_000 {
        let mut text: Vec<char> = random.pick(SEEDS).chars().collect();
        for _ in 0..=random.below(3) {
            mutate(&mut text, &mut random);
        }
        accepted += usize::from(same_reading(&String::from_iter(text)));
    }
    // Neither side of the comparison may be rare.
    assert!((30_000..270_000).contains(&accepted), "{accepted}");
}

#[test]
fn nesting_has_the_limit_of_serde_json() {
    for (open, close, levels) in [
        ("[", "]", 1),
        ("{\"a\":", "}", 1),
        ("[{\"[\\\"\":", "}]", 2),
    ] {
        for depth in [1, 2, 100, 126, 127, 128, 129, 512, 100_000] {
            let times = depth / levels;
            let nested = format!("{}1{}", open.repeat(times), close.repeat(times));
            assert_eq!(same_reading(&nested), times * levels <= 127, "{depth}");
            same_reading(&open.repeat(times));
        }
    }
    let error = json::parse(&"[".repeat(128)).unwrap_err();
    assert_eq!(error.span, 127..128);
    assert_eq!(error.message, "this is nested more than 127 levels deep");
}

#[test]
fn repeated_names_are_reported() {
    let text = r#"{"a": 1, "b": {"a": 2, "\u0061": 3}, "a": 4, "a": {"c": [{"c": 1, "c": 2}]}}"#;
    let parsed = json::parse(text).unwrap();
    let places: Vec<_> = parsed
        .duplicates
        .iter()
        .map(|again| {
            (
                &*again.name,
                &text[again.first.clone()],
                again.again.clone(),
            )
        })
        .collect();
    let first_of_b = (15..18, 23..31);
    assert_eq!(&text[first_of_b.0.clone()], "\"a\"");
    assert_eq!(
        places,
        [
            ("a", "\"a\"", first_of_b.1),
            ("a", "\"a\"", 37..40),
            ("a", "\"a\"", 45..48),
            ("c", "\"c\"", 66..69)
        ]
    );
}

#[test]
fn files_keep_their_meaning_in_the_layout() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut texts = Vec::new();
    for folder in ["schemas", "tests/fixtures"] {
        collect(&root.join(folder), &mut texts);
    }
    let accepted = texts.iter().filter(|text| same_meaning(text)).count();
    assert!(accepted > 100, "{accepted}");
}

#[test]
fn random_texts_keep_their_meaning_in_the_layout() {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for _ in 0..20_000 {
        let mut text = String::new();
        write_value(&mut text, 5, &mut random);
        assert!(same_meaning(&text), "{text}");
    }
    for text in NASTY {
        same_meaning(text);
    }
}

#[test]
fn one_column_decides_on_the_line() {
    // A list that ends in column 99 leaves room for a comma; one more is one line each.
    let list = |length: usize| format!("[\"{}\", 2]", "x".repeat(length));
    assert_eq!(format(&list(92)).unwrap().lines().count(), 1);
    assert_eq!(format(&list(93)).unwrap().lines().count(), 4);
}

#[rustfmt::skip]
const NASTY: &[&str] = &[
    "", " ", "\u{FEFF}", "\u{FEFF}1", "\u{A0}1", "1\u{A0}", "\u{B}1", "\u{C}1", "1\u{B}", "\u{85}1",
    "\u{2028}1", "\u{3000}1", "\u{0}", "1\u{0}", "\u{7F}", "\u{1}", "\"\u{1}\"", "\"\u{1F}\"",
    "\"\u{7F}\"", "\"\t\"", "\"\n\"", "\"\r\n\"", "\"\u{2028}\"", "\"\u{FEFF}\"", "\"\u{FFFF}\"",
    "\"\u{10FFFF}\"", "0", "-0", "-0.0", "0e0", "0E+0", "0e-0", "00", "01", "-01", "007", "1.",
    ".5", "-.5", "+1", "-", "+", "--1", "1-", "1+1", "1e", "1e+", "1e-", "1E5", "1.5e300", "1e308",
    "1e309", "1e400", "-1e400", "1e-400", "1.0e99999999999999999999", "1e-99999999999999999999",
    "0e99999999999999999999", "9007199254740993", "9223372036854775807", "9223372036854775808",
    "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616",
    "123456789012345678901234567890", "0.1", "0.30000000000000004", "1.7976931348623157e308",
    "1.7976931348623159e308", "4.9e-324", "2e-324", "5e-324", "0x10", "0b1", "1_000", "1n",
    "Infinity", "-Infinity", "NaN", "-NaN", "nan", "inf", "true", "false", "null", "True", "nul",
    "nulll", "truefalse", "true1", "true_", "null$", "null.", "tru\u{65}", "undefined", "a", "'a'",
    "\"a", "a\"", "\"", "\"\\", "\"\\\"", "\"\\\\\"", "\"\\/\"", "\"\\b\\f\\n\\r\\t\"", "\"\\v\"",
    "\"\\0\"", "\"\\x41\"", "\"\\'\"", "\"\\a\"", "\"\\U0041\"", "\"\\u\"", "\"\\u0\"",
    "\"\\u004\"", "\"\\u0041\"", "\"\\u00411\"", "\"\\u{41}\"", "\"\\u+041\"", "\"\\u 041\"",
    "\"\\uD83D\\uDE00\"", "\"\\uD83D\"", "\"\\uDE00\"", "\"\\uDE00\\uD83D\"", "\"\\uD83D\\uD83D\"",
    "\"\\uD83Dx\"", "\"\\uD83D\\n\"", "\"\\uD83D\\\"", "\"\\uD83D\\u\"", "\"\\u0000\"",
    "\"\\uFFFF\"", "\"\\uFEFF\"", "\"a\\\nb\"", "[", "]", "{", "}", "[]", "{}", "[,]", "[1,]",
    "[,1]", "[1,,2]", "[1 2]", "[1;2]", "[1}", "{1]", "[1]]", "[[1]", "[]]", "[\"a\"", "{,}",
    "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,\"a\":1}", "{\"a\":1 \"b\":2}", "{\"a\":1,,\"b\":2}",
    "{\"a\"::1}", "{\"a\" 1}", "{a:1}", "{'a':1}", "{1:1}", "{null:1}", "{\"a\":1:2}", "{\"a\",1}",
    "{\"a\":1}}", "{\"a\":1", "{\"a\"", "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}",
    "{\"\":1,\"\":2}", "{\"b\":1,\"a\":2,\"b\":{\"b\":3}}", "{\"__proto__\":1}", "// a", "//\n1",
    "/**/1", "/* 1", "1 // a", "1 /* a */", "[1 /* a */]", "# a", "1 1", "1,2", "{}{}", "[] []",
    "\"a\"\"b\"", "1\n2", "null null", "<1>", "\\", "\\u0031", "`1`", "\u{201C}a\u{201D}",
    "\u{661}", "\u{FF11}", "\u{2212}1", "1\u{660}", "tr\u{75}e\u{301}", "\"\\ud800\\u0041\"",
    "\"\\uDBFF\\uDFFF\"",
];

const SEEDS: &[&str] = &[
    r#"{"a": [1, 2.5, -3e4], "b": {"c": null, "d": true}}"#,
    r#"["\u00e9\n", "\ud83d\ude00", "x\\y", "\"", ""]"#,
    r#"{"minimum": -9007199254740991, "maximum": 0.10, "x": 1E+2}"#,
    r##"{"$ref": "#/$defs/a~1b", "type": ["string", "null"]}"##,
    "[[], {}, [[]], [{}], {\"\": {}}]",
    "\t{\r\n  \"é\" : \"ü\" ,\n  \"z\" : [ false ]\n}\n",
    "-0.0e-0",
    "\"text\"",
];

#[rustfmt::skip]
const SNIPPETS: &[&str] = &[
    "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "1", "9", "-", "+", ".", "e", "E", "/", "*",
    "//", "/*", "*/", "'", "\\u", "\\ud83d", "\\ude00", "\\u0000", "\\b", "\\/", "\\x", "true",
    "false", "null", "NaN", "Infinity", " ", "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{0}", "\u{1F}",
    "\u{7F}", "\u{85}", "\u{A0}", "\u{FEFF}", "\u{2028}", "é", "😀", "a", "\"a\":", "1e400", "00",
    "0.", ".0", ",]", ",}", "1,", "{}", "[]", "\"\"", "$", "_", "#", "\u{202E}",
];

/// Reports whether both parsers accept the text. Checks that they agree on that, and on the value.
#[track_caller]
fn same_reading(text: &str) -> bool {
    let theirs = serde_json::from_str::<Value>(text);
    match (json::parse(text), theirs) {
        (Ok(ours), Ok(theirs)) => {
            let value = ours.root.to_value();
            assert_eq!(value, theirs, "{text:?}");
            // `0.0` and `-0.0` are equal, and so are objects in another order.
            assert_eq!(value.to_string(), theirs.to_string(), "{text:?}");
            places_are_right(&ours.root, text);
            true
        }
        (Err(ours), Err(_)) => {
            assert!(text.get(ours.span.clone()).is_some(), "{text:?}: {ours:?}");
            false
        }
        (ours, theirs) => panic!("{text:?}: {ours:?} here, {theirs:?} there"),
    }
}

/// Checks that the text at the position of each value is the value.
#[track_caller]
fn places_are_right(node: &Node, text: &str) {
    let value_of = |span: &json::Span| serde_json::from_str::<Value>(&text[span.clone()]).unwrap();
    assert_eq!(value_of(&node.span), node.to_value(), "{text:?}");
    for member in node.members() {
        assert_eq!(value_of(&member.name_span), *member.name, "{text:?}");
        places_are_right(&member.value, text);
    }
    for item in node.items() {
        places_are_right(item, text);
    }
}

/// Reports whether a text is JSON. Checks that formatting it changes only white space.
#[track_caller]
fn same_meaning(text: &str) -> bool {
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        assert!(format(text).is_err(), "{text:?}");
        return false;
    };
    let laid_out = format(text).unwrap();
    assert_eq!(
        serde_json::from_str::<Value>(&laid_out).unwrap(),
        value,
        "{text}"
    );
    assert_eq!(format(&laid_out).unwrap(), laid_out, "{text}");
    assert_eq!(without_white_space(&laid_out), without_white_space(text));
    let (mut before, mut after) = (Vec::new(), Vec::new());
    scalars(&json::parse(text).unwrap().root, text, &mut before);
    scalars(&json::parse(&laid_out).unwrap().root, &laid_out, &mut after);
    assert_eq!(before, after, "{text}");
    assert!(
        laid_out.ends_with('\n') && !laid_out.contains('\r') && !laid_out.contains(" \n"),
        "{laid_out}"
    );
    true
}

fn scalars<'a>(node: &Node, text: &'a str, found: &mut Vec<&'a str>) {
    for member in node.members() {
        found.push(&text[member.name_span.clone()]);
        scalars(&member.value, text, found);
    }
    for item in node.items() {
        scalars(item, text, found);
    }
    if !matches!(node.kind, NodeKind::Object(_) | NodeKind::Array(_)) {
        found.push(&text[node.span.clone()]);
    }
}

fn without_white_space(text: &str) -> String {
    let (mut in_string, mut escaped) = (false, false);
    text.chars()
        .filter(|character| {
            let keep = in_string || !matches!(character, ' ' | '\t' | '\n' | '\r');
            (in_string, escaped) = match (in_string, escaped, character) {
                (true, true, _) => (true, false),
                (true, false, '\\') => (true, true),
                (inside, _, '"') => (!inside, false),
                (inside, _, _) => (inside, false),
            };
            keep
        })
        .collect()
}

/// Collects the texts of the files below a folder that are UTF-8.
#[track_caller]
fn collect(folder: &Path, texts: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            collect(&entry.path(), texts);
        } else if kind.is_file() && entry.path().extension().is_some_and(|end| end == "json") {
            texts.extend(fs::read_to_string(entry.path()));
        }
    }
}

fn mutate(text: &mut Vec<char>, random: &mut Random) {
    let at = random.below(text.len() + 1);
    let end = (at + 1 + random.below(3)).min(text.len());
    match random.below(6) {
        0 => drop(text.drain(at..end)),
        1 => {
            let copy: Vec<char> = text[at..end].to_vec();
            text.splice(at..at, copy);
        }
        2 => text.truncate(at),
        3 if at + 1 < text.len() => text.swap(at, at + 1),
        4 => drop(text.splice(at..end, random.pick(SNIPPETS).chars())),
        _ => drop(text.splice(at..at, random.pick(SNIPPETS).chars())),
    }
}

fn write_value(out: &mut String, depth: usize, random: &mut Random) {
    const SCALARS: &[&str] = &[
        "0",
        "-0",
        "-0.0",
        "1.50",
        "1e2",
        "1E+02",
        "12345678901234567890",
        "true",
        "false",
        "null",
        "\"\"",
        "\"a b\"",
        "\"\\u0061\\/\"",
        "\"{\\\"\"",
        "\"é , : ]\"",
        "\"\\\\\"",
        "\"\u{202E}\"",
        "\"a string of which not many fit on a line\"",
    ];
    let space = |out: &mut String, random: &mut Random| {
        for _ in 0..random.below(3) {
            out.push_str(random.pick(&[" ", "\t", "\n", "\r\n", "  "]));
        }
    };
    space(out, random);
    let count = random.below(5);
    match random.below(4) {
        0 if depth > 0 => {
            out.push('[');
            for index in 0..count {
                out.push_str(if index == 0 { "" } else { "," });
                write_value(out, depth - 1, random);
            }
            space(out, random);
            out.push(']');
        }
        1 if depth > 0 => {
            out.push('{');
            for index in 0..count {
                out.push_str(if index == 0 { "" } else { "," });
                space(out, random);
                out.push_str(random.pick(&[
                    "\"a\"",
                    "\"\\u0062\"",
                    "\"ü\"",
                    "\"\"",
                    "\"a long name of a member\"",
                ]));
                space(out, random);
                out.push(':');
                write_value(out, depth - 1, random);
            }
            space(out, random);
            out.push('}');
        }
        2 if depth > 0 => {
            out.push('[');
            for index in 0..3 * count {
                out.push_str(if index == 0 { "" } else { ", " });
                out.push_str(random.pick(SCALARS));
            }
            out.push(']');
        }
        _ => out.push_str(random.pick(SCALARS)),
    }
    space(out, random);
}

/// Xorshift: the same numbers on every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    #[track_caller]
    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap() % bound.max(1)
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}
