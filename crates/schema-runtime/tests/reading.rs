//! Errors name the position of the rejected value, whatever contains it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::{cell::Cell, collections::BTreeMap, fmt};

use schema_runtime::{
    EventNames, Integer, OpenSet, Raw, RawObject, StringValue, Unknown, Uuid, from_str, read_event,
};
use serde::{
    Deserialize, Deserializer,
    de::{SeqAccess, Visitor},
};

type Percent = Integer<u8, 0, 100>;

/// Returns the path, line and column at which a text is rejected as a `T`, and the reason.
#[track_caller]
fn refusal<T: for<'de> Deserialize<'de>>(text: &str) -> (String, usize, usize, String) {
    let Err(error) = from_str::<T>(text) else {
        panic!("accepted: {text}")
    };
    (
        error.path().to_owned(),
        error.line(),
        error.column(),
        error.message().to_owned(),
    )
}

#[test]
fn lists_and_maps_are_in_the_path() {
    type Rows = BTreeMap<String, Vec<Option<Percent>>>;
    let (path, line, column, _) = refusal::<Rows>("{\n \"a\": [1, null,\n   101]}");
    assert_eq!((path.as_str(), line, column), ("a[2]", 3, 4));
    let (path, ..) = refusal::<BTreeMap<String, Rows>>(r#"{"a b": {"c.d": [-1]}}"#);
    assert_eq!(path, r#"["a b"]["c.d"][0]"#);
}

#[test]
fn columns_count_characters_and_names_may_be_escaped() {
    let (path, _, column, _) =
        refusal::<BTreeMap<String, Percent>>(r#"  {"äöü": 1, "\u0061": "x"}"#);
    assert_eq!((path.as_str(), column), ("a", 24));
}

#[test]
fn a_text_that_breaks_off_is_no_json_whatever_was_wrong_before() {
    let error = from_str::<Vec<Percent>>("[101, ").unwrap_err();
    assert!(error.is_syntax());
    assert_eq!((error.line(), error.column()), (1, 6));
}

#[derive(Debug, PartialEq)]
struct Tree {
    size: Percent,
    inner: Option<Vec<Shape>>,
}

schema_runtime::object_type! {
    Tree {
        "tree" kind = "kind",
        required size = "size",
        optional inner = "inner",
    }
}

#[derive(Debug, PartialEq)]
enum Shape {
    Tree(Tree),
}

schema_runtime::union_type! {
    Shape {
        tag kind = "kind",
        required size = "size",
        optional inner = "inner",
    }
    Tree(Tree) = "tree" {}
}

#[test]
fn unions_are_read_in_any_order_and_errors_stay_in_place() {
    let tag_first: Shape = from_str(r#"{"kind": "tree", "size": 1}"#).unwrap();
    let tag_last: Shape = from_str(r#"{"size": 1e0, "x": [{}], "kind": "tree"}"#).unwrap();
    assert_eq!(tag_first, tag_last);

    let text = r#"{"inner": [{"size": 1, "kind": "tree"}, {"size": -1, "kind": "tree"}], "size": 2, "kind": "tree"}"#;
    let (path, _, column, message) = refusal::<Shape>(text);
    assert_eq!((path.as_str(), column), ("inner[1].size", 50));
    assert_eq!(
        message,
        "invalid value: integer `-1`, expected an integer from 0 to 100"
    );

    let (path, _, _, message) = refusal::<Shape>(r#"{"size": 1, "kind": "bush"}"#);
    assert_eq!(
        (path.as_str(), message.as_str()),
        ("kind", "invalid value: string \"bush\", expected `tree`")
    );
    let (path, _, _, message) = refusal::<Shape>(r#"{"size": 1}"#);
    assert_eq!(
        (path.as_str(), message.as_str()),
        ("kind", "missing field `kind`")
    );
    let (path, ..) = refusal::<Shape>(r#"{"kind": "tree", "kind": "tree", "size": 1}"#);
    assert_eq!(path, "kind");
    let (path, _, _, message) = refusal::<Shape>(r#"["tree", 1]"#);
    assert_eq!(
        (path.as_str(), message.as_str()),
        ("", "invalid type: sequence, expected an object with `kind`")
    );
}

#[test]
fn recursion_ends_in_an_error() {
    let depth = 10_000;
    let text = format!(
        "{}{}",
        r#"{"kind": "tree", "size": 1, "inner": ["#.repeat(depth),
        "]}".repeat(depth)
    );
    let error = from_str::<Shape>(&text).unwrap_err();
    assert!(error.message().contains("nested too deeply"), "{error}");
}

#[test]
fn recursion_ends_in_an_error_also_where_tags_come_last() {
    let depth = 50_000;
    let text = format!(
        "{}{}",
        r#"{"size": 1, "inner": ["#.repeat(depth),
        r#"], "kind": "tree"}"#.repeat(depth)
    );
    let error = from_str::<Shape>(&text).unwrap_err();
    assert!(error.message().contains("nested too deeply"), "{error}");
}

#[test]
fn long_texts_are_cut_in_errors() {
    let long = "ä".repeat(500_000);
    let shown = format!("{}…", "ä".repeat(100));
    let (_, _, _, message) = refusal::<Percent>(&format!("{long:?}"));
    let expected = "expected an integer from 0 to 100";
    assert_eq!(
        message,
        format!("invalid type: string {shown:?}, {expected}")
    );
    let (_, _, _, message) = refusal::<Uuid>(&format!("{long:?}"));
    assert!(message.starts_with(&format!("invalid value: string {shown:?}, ")));
    let plain = serde_json::from_str::<Uuid>(&format!("{long:?}")).unwrap_err();
    assert!(plain.to_string().starts_with(&message), "{plain}");

    let (path, ..) = refusal::<BTreeMap<String, Percent>>(&format!("{{{long:?}: -1}}"));
    assert_eq!(path, shown);
    let (path, _, _, message) = refusal::<RawObject>(&format!("{{{long:?}: 1, {long:?}: 2}}"));
    assert_eq!(
        (path, message),
        (String::new(), format!("duplicate field {shown:?}"))
    );
}

#[test]
fn a_text_that_turns_its_direction_is_escaped() {
    let (path, _, _, message) =
        refusal::<BTreeMap<String, Percent>>("{\"a\u{202e}b\": \"c\u{2066}\"}");
    assert_eq!(path, r#"["a\u{202e}b"]"#);
    assert!(
        message.starts_with(r#"invalid type: string "c\u{2066}""#),
        "{message}"
    );
    let about = |id: &str| {
        let names = EventNames {
            id: Some("id"),
            event_type: "type",
        };
        let body = format!("{{\"id\": {id:?}}}").replace("\\u{202e}", "\u{202e}");
        let error = read_event::<Percent>(body.as_bytes(), names).unwrap_err();
        error.event_id().map(str::to_owned)
    };
    assert_eq!(about("it's ä"), Some("it's ä".into()));
    assert_eq!(about("a\u{202e}b"), None);
}

/// Returns the given number of lists, each of which contains the next.
fn lists(levels: usize) -> String {
    format!("{}{}", "[".repeat(levels), "]".repeat(levels))
}

#[test]
fn a_raw_value_counts_the_levels_around_it() {
    type Rows = BTreeMap<String, Vec<Raw>>;
    let text = |levels| format!(r#"{{"a": [1, {}]}}"#, lists(levels));
    assert!(from_str::<Rows>(&text(125)).is_ok());
    for levels in [126, 128, 1_000_000] {
        let (path, line, column, message) = refusal::<Rows>(&text(levels));
        let deepest = format!("a[1]{}", "[0]".repeat(125));
        assert_eq!((path, line, column), (deepest, 1, 11 + 125), "{levels}");
        assert_eq!(message, "nested too deeply");
    }
}

/// A value that counts how many values of its type are begun.
struct Counted;

thread_local! {
    static BEGUN: Cell<usize> = const { Cell::new(0) };
}

impl<'de> Deserialize<'de> for Counted {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items;

        impl<'de> Visitor<'de> for Items {
            type Value = Counted;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("lists")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Counted, A::Error> {
                while items.next_element::<Counted>()?.is_some() {}
                Ok(Counted)
            }
        }

        BEGUN.set(BEGUN.get() + 1);
        deserializer.deserialize_seq(Items)
    }
}

/// Reading such a body again would read each level as often as there are levels around it.
#[test]
fn deep_bodies_are_rejected_at_first_sight() {
    let error = from_str::<Counted>(&lists(4_000_000)).err().unwrap();
    assert_eq!(error.message(), "nested too deeply");
    assert_eq!(error.path(), "[0]".repeat(127));
    assert_eq!((error.line(), error.column()), (1, 128));
    assert!(error.is_data());
    // The parser ends the first reading, and there is no second one.
    assert_eq!(BEGUN.get(), 128);
    assert!(from_str::<Counted>(&lists(127)).is_ok());
}

#[test]
fn the_path_of_a_deep_value_has_the_names_around_it() {
    type Rows = BTreeMap<String, BTreeMap<String, Vec<Raw>>>;
    let text = format!(
        r#"{{"z": {{"[[\"": []}}, "\u0061": {{"b c": [[[], {{}}], "]", {}]}}}}"#,
        lists(125)
    );
    let (path, ..) = refusal::<Rows>(&text);
    assert_eq!(path, format!(r#"a["b c"][2]{}"#, "[0]".repeat(124)));
    let half = format!(r#"{{"\ud800": {}}}"#, lists(127));
    let (path, ..) = refusal::<Rows>(&half);
    assert_eq!(path, format!(r#"[""]{}"#, "[0]".repeat(126)));
}

/// With the ninth name, a list of names becomes a table.
#[test]
fn a_name_that_stands_twice_is_found_among_few_and_many() {
    for count in 1..=20 {
        for again in 0..count {
            let names: String = (0..count).map(|at| format!(r#""x{at}": 0, "#)).collect();
            let text = format!(r#"{{{names}"x{again}": 1, "kind": "tree", "size": 1}}"#);
            let (path, _, _, message) = refusal::<Tree>(&text);
            assert_eq!(path, format!("x{again}"), "{text}");
            assert_eq!(message, format!("duplicate field \"x{again}\""));
        }
    }
}

#[test]
fn what_is_held_counts_the_object_around_it() {
    let text = |levels| format!(r#"{{"x": {}, "size": 1, "kind": "tree"}}"#, lists(levels));
    for (levels, is_read) in [(126, true), (127, false)] {
        assert_eq!(
            from_str::<Shape>(&text(levels)).is_ok(),
            is_read,
            "{levels}"
        );
        let plain = serde_json::from_str::<Shape>(&text(levels));
        assert_eq!(plain.is_ok(), is_read, "{levels}: {plain:?}");
    }
}

#[test]
fn what_is_kept_raw_keeps_its_text() {
    let raw: Vec<Raw> = from_str(r#"[1.50, {"a" : 1}, "\u0061"]"#).unwrap();
    assert_eq!(
        serde_json::to_string(&raw).unwrap(),
        r#"[1.50,{"a" : 1},"\u0061"]"#
    );
    let (path, ..) = refusal::<Vec<RawObject>>("[{}, 1]");
    assert_eq!(path, "[1]");
    // Other formats than JSON text pass the value, which is written as JSON.
    let value = serde_json::json!({ "a": [1, 2] });
    let raw: Raw = serde_json::from_value(value).unwrap();
    assert_eq!(
        raw.decode::<BTreeMap<String, Vec<u8>>>().unwrap()["a"],
        [1, 2]
    );
}

#[derive(Clone, Debug, PartialEq)]
enum Colour {
    Red,
    Unknown(Unknown<Self>),
}

impl OpenSet for Colour {
    fn known(text: &str) -> Option<Self> {
        (text == "red").then_some(Self::Red)
    }
}

impl StringValue for Colour {
    const EXPECTED: &'static str = "a colour";

    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }

    fn from_text(text: std::borrow::Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Red => "red",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(Colour);

#[test]
fn an_open_set_never_holds_a_known_member_as_unknown() {
    assert!(Unknown::<Colour>::new("red").is_none());
    assert!(Unknown::<Colour>::new("").is_none());
    let blue: Colour = from_str(r#""blue""#).unwrap();
    assert_eq!(blue, Colour::Unknown(Unknown::new("blue").unwrap()));
    assert_eq!(serde_json::to_string(&blue).unwrap(), r#""blue""#);
    assert_eq!("red".parse::<Colour>().unwrap(), Colour::Red);
    assert_eq!(
        "".parse::<Colour>().unwrap_err().to_string(),
        "Colour: expected a colour, found \"\""
    );
}

#[test]
fn raw_values_are_written_on_one_line() {
    let text = "{\r\n  \"a\": [\n    1,\n    \"\\n\"\n  ]\n}";
    let raw: RawObject = serde_json::from_str(text).unwrap();
    assert_eq!(raw.as_str(), text);
    let written = serde_json::to_string(&raw).unwrap();
    assert_eq!(written, "{  \"a\": [    1,    \"\\n\"  ]}");
    let again: RawObject = serde_json::from_str(&written).unwrap();
    assert_eq!(again, raw);
    let other: RawObject = serde_json::from_str("{\"a\": [1]}").unwrap();
    assert_ne!(other, raw);
}
