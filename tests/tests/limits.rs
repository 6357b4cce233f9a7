//! Types of values with limits accept what the validator accepts, next to each limit and far beyond
//! what readers keep exactly; and they take hostile input in time that grows with its length.

#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::{
    cmp::Ordering,
    collections::BTreeSet,
    fmt::Debug,
    fs,
    path::Path,
    sync::atomic::{self, AtomicUsize},
};

use jsonschema::Validator;
use repository_tests::generated::limits::v1 as limits;
use schema_runtime::{
    BoundedVec, Integer, JsonOrd, MAX_SAFE_INTEGER, Multiple, Raw, RawObject, Timestamp, UniqueVec,
    Uri,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

/// The schema of one property of an event's payload.
fn property(event: &str, name: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/everything/limits/v1");
    let text = fs::read_to_string(folder.join(format!("{event}.json"))).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    let mut property = schema["$defs"][event]["properties"][name].clone();
    assert!(property.is_object(), "`{event}` has no `{name}`");
    property["$defs"] = schema["$defs"].clone();
    property
}

fn validator(schema: &Value) -> Validator {
    jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(true)
        .build(schema)
        .unwrap()
}

/// Whether a text is accepted, by the validator and by the type, which writes what it read.
fn agree<T: Serialize + DeserializeOwned>(validator: &Validator, text: &str) -> bool {
    let read = schema_runtime::from_str::<T>(text);
    let Ok(instance) = serde_json::from_str::<Value>(text) else {
        assert!(read.is_err(), "{text}");
        return false;
    };
    let expected = validator.is_valid(&instance);
    match read {
        Ok(value) => {
            assert!(expected, "{text} is accepted by the type alone");
            let written = serde_json::to_value(&value).unwrap();
            assert!(
                validator.is_valid(&written),
                "{text} is written as {written}"
            );
            assert_eq!(written.as_f64(), instance.as_f64(), "{text}");
        }
        Err(error) => assert!(
            !expected,
            "{text} is accepted by the validator alone: {error}"
        ),
    }
    expected
}

/// Numbers in every spelling, around powers of two and ten and the ends of what types hold.
fn numbers() -> BTreeSet<String> {
    let mut numbers = BTreeSet::new();
    let edges: [i128; 11] = [
        0,
        10,
        15,
        1000,
        1 << 31,
        1 << 53,
        (1 << 53) + 1000,
        i64::MAX as i128,
        u64::MAX as i128,
        1 << 70,
        10_i128.pow(30),
    ];
    for edge in edges {
        for beside in -4..=4 {
            let integer = (edge + beside).to_string();
            for sign in ["", "-"] {
                let digits = integer.trim_start_matches('-');
                for end in [
                    "", ".0", ".5", "e0", "E2", "e-1", "e-2", "e15", "e300", "e400", "e-400",
                ] {
                    numbers.insert(format!("{sign}{digits}{end}"));
                }
            }
        }
    }
    for text in [
        "5e-324",
        "-5e-324",
        "1e-400",
        "-1e-400",
        "1e400",
        "-1e400",
        "1.7976931348623157e308",
        "-1.7976931348623157e308",
        "0.1",
        "-0.1",
        "-0",
        "-0.0",
        "0e5",
        "-0e-5",
        "null",
        "\"1\"",
        "[]",
        "{}",
        "true",
        "01",
        "1.",
        ".5",
        "+1",
        "1e",
        "NaN",
        "Infinity",
    ] {
        numbers.insert(text.into());
    }
    numbers
}

/// A type beside its schema, on all numbers and on the neighbours of its bounds.
fn compare<T: Serialize + DeserializeOwned + Debug>(name: &str) {
    let schema = property("numbers", name);
    let validator = validator(&schema);
    let mut texts = numbers();
    let mut accepted = 0;
    for keyword in ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"] {
        let mut down = match schema[keyword].as_f64() {
            Some(bound) => bound,
            None => continue,
        };
        let mut up = down;
        for _ in 0..200 {
            texts.extend([up, down].map(|number| format!("{number:?}")));
            texts.extend([up, down].map(|number| format!("{number:e}")));
            (up, down) = (up.next_up(), down.next_down());
        }
    }
    let mut random: u64 = 0x9E37_79B9_7F4A_7C15;
    for _ in 0..4_000 {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let number = f64::from_bits(random);
        let near = (random >> 40) as f64 / 1e5 - 50.0;
        texts.extend(
            [number, near, near.round(), near / 100.0]
                .iter()
                .filter(|number| number.is_finite())
                .map(|number| format!("{number:?}")),
        );
    }
    for text in &texts {
        accepted += usize::from(agree::<T>(&validator, text));
    }
    println!(
        "{name}: {} numbers compared, {accepted} accepted",
        texts.len()
    );
    assert!(accepted > 0 && accepted < texts.len(), "{name}: {accepted}");
}

#[test]
fn agreement_of_numbers() {
    compare::<limits::NumbersShare>("share");
    compare::<limits::NumbersOpen>("open");
    compare::<limits::NumbersFromZero>("from_zero");
    compare::<limits::NumbersAboveZero>("above_zero");
    compare::<limits::NumbersBelowZero>("below_zero");
    compare::<limits::NumbersAtMost>("at_most");
    compare::<limits::NumbersHalfOpen>("half_open");
    compare::<limits::NumbersHalfClosed>("half_closed");
    compare::<limits::NumbersOne>("one");
    compare::<limits::NumbersTiny>("tiny");
    compare::<limits::NumbersNegativeZero>("negative_zero");
    compare::<limits::NumbersWidest>("widest");
    compare::<limits::NumbersWidestOpen>("widest_open");
    compare::<limits::NumbersBoth>("both");
    compare::<limits::Degrees>("named");
    compare::<Multiple<2, -10, 10>>("even");
    compare::<Multiple<15, 15, 480>>("quarters");
    compare::<Multiple<1000, { -MAX_SAFE_INTEGER }, MAX_SAFE_INTEGER>>("thousands");
    compare::<Integer<-3, 3>>("any_integer");
    compare::<Multiple<MAX_SAFE_INTEGER, { -MAX_SAFE_INTEGER }, MAX_SAFE_INTEGER>>("huge_steps");
}

#[test]
fn refused_numbers_are_named_with_their_bounds() {
    let refusal =
        |error: Result<(), schema_runtime::Error>| error.unwrap_err().message().to_owned();
    let share = schema_runtime::from_str::<limits::NumbersShare>("1.5").map(drop);
    assert_eq!(
        refusal(share),
        "invalid value: floating point `1.5`, expected a number from 0 to 1"
    );
    let text = schema_runtime::from_str::<limits::NumbersHalfOpen>("\"1\"").map(drop);
    assert_eq!(
        refusal(text),
        "invalid type: string \"1\", expected a number of at least -1.5 and less than 1.5"
    );
    let tiny = limits::NumbersTiny::new(0.0).unwrap_err();
    assert_eq!(tiny.to_string(), "expected a number from 5e-324 to 1");
    let negative = limits::NumbersBelowZero::new(-0.0).unwrap_err();
    assert_eq!(negative.to_string(), "expected a number less than 0");
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(limits::NumbersFromZero::new(value).is_err());
    }
    let step = schema_runtime::from_str::<Multiple<15, 15, 480>>("50").map(drop);
    assert_eq!(
        refusal(step),
        "invalid value: integer `50`, expected a multiple of 15 from 15 to 480"
    );
}

/// Numbers that follow from a seed.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 32) as usize % limit
    }
}

/// A type of lists beside its schema, on lists of items from a small stock.
fn compare_lists<T: Serialize + DeserializeOwned>(name: &str, stock: &str) {
    let validator = validator(&property("lists", name));
    let stock: Vec<&str> = stock.split_whitespace().collect();
    let mut random = Random(0xD1B5_4A32_D192_ED03);
    let mut texts = BTreeSet::new();
    for _ in 0..6_000 {
        let count = random.below(7);
        let items: Vec<&str> = (0..count)
            .map(|_| stock[random.below(stock.len())])
            .collect();
        texts.insert(format!("[{}]", items.join(",")));
    }
    let mut accepted = 0;
    for text in &texts {
        let read = serde_json::from_str::<T>(text);
        let instance: Value = serde_json::from_str(text).unwrap();
        let located = schema_runtime::from_str::<T>(text);
        assert_eq!(
            read.is_ok(),
            validator.is_valid(&instance),
            "{name}: {text}"
        );
        assert_eq!(read.is_ok(), located.is_ok(), "{name}: {text}");
        if let Ok(list) = read {
            accepted += 1;
            let written = serde_json::to_string(&list).unwrap();
            let again = serde_json::from_str::<T>(&written).unwrap();
            assert_eq!(serde_json::to_string(&again).unwrap(), written);
        }
    }
    println!(
        "{name}: {} lists compared, {accepted} accepted",
        texts.len()
    );
    assert!(accepted > 0 && accepted < texts.len(), "{name}: {accepted}");
}

#[test]
fn agreement_of_lists() {
    use limits as l;
    compare_lists::<BoundedVec<String, 1, 3>>("one_to_three", r#""a" "b" "" 1 "#);
    compare_lists::<BoundedVec<bool, 2, 2>>("two", "true false true false null");
    compare_lists::<BoundedVec<Raw, 1>>("some", r#"null 1 1.0 "a" [] {}"#);
    compare_lists::<BoundedVec<RawObject, 0, 2>>("few", r#"{} {"a":1} {} {} []"#);
    compare_lists::<UniqueVec<String>>("unique", r#""a" "\u0061" "A" "é" "e\u0301" "" "b" "c""#);
    compare_lists::<UniqueVec<l::Slug, 1, 3>>("unique_slugs", r#""a" "b" "c" "d" "\u0064" "E""#);
    compare_lists::<UniqueVec<Integer<-5, 5>>>(
        "unique_integers",
        "0 -0 0.0 -0.0 1 1.0 10e-1 2 -2 -20e-1 5 5.0 6 1.5",
    );
    compare_lists::<UniqueVec<Multiple<2, -50, 50>, 1>>("unique_even", "0 -0.0 2 2e0 20 2e1 3 -2");
    compare_lists::<UniqueVec<bool>>("unique_flags", "true false");
    compare_lists::<UniqueVec<l::ListsUniqueSidesItem>>("unique_sides", r#""left" "right" "#);
    compare_lists::<UniqueVec<l::ListsUniqueOpenItem>>("unique_open", r#""a" "b" "c" "d" "A""#);
    compare_lists::<UniqueVec<Timestamp>>(
        "unique_times",
        r#""2024-01-01T00:00:00Z" "2024-01-01T00:00:00z" "2024-01-01t00:00:00Z" "2024-01-01T00:00:00.0Z"
        "2024-01-01T00:00:00+00:00" "2024-01-01T00:00:00-00:00" "2024-01-01T01:00:00+01:00""#,
    );
    compare_lists::<UniqueVec<Uri>>(
        "unique_links",
        r#""a:b" "A:b" "a:%41" "a:%4a" "a:%4A" "a:A" "https://a.example" "https://a.example/""#,
    );
    compare_lists::<UniqueVec<Option<String>>>("unique_holes", r#"null "null" "" "a" "b" "#);
    compare_lists::<UniqueVec<Vec<Integer<0, 9>>>>(
        "unique_rows",
        "[] [0] [-0.0] [0,0] [1] [1.0] [1,2] [2,1] [1,2,3] [1,2.0]",
    );
    compare_lists::<UniqueVec<BoundedVec<String, 2, 2>>>(
        "unique_pairs",
        r#"["a","b"] ["b","a"] ["a","a"] ["\u0061","b"] ["b","b"] ["c","a"]"#,
    );
    compare_lists::<UniqueVec<UniqueVec<String>, 0, 3>>(
        "unique_sets",
        r#"[] ["a"] ["b"] ["a","b"] ["b","a"] ["a","a"]"#,
    );
    compare_lists::<BoundedVec<RawObject, 0, 1>>("unique_one", "{} {}");
    compare_lists::<l::Names>("named", r#""a" "b" "c" "A""#);
}

#[test]
fn lists_are_named_with_their_limits() {
    let refusal = |text: &str| {
        let error = schema_runtime::from_str::<UniqueVec<String, 1, 3>>(text).unwrap_err();
        error.to_string()
    };
    let expected = "expected a list of 1 to 3 different items";
    for (text, found) in [
        ("[]", "invalid length 0"),
        (r#"["a", "b", "c", "d", "e"]"#, "invalid length 5"),
        (r#"["b", "a", "c", "a"]"#, "invalid length 4"),
        (r#"["b", "a", "a"]"#, "invalid value: equal items 1 and 2"),
        (r#"["a", "a", "a"]"#, "invalid value: equal items 0 and 1"),
        ("{}", "invalid type: map"),
        ("\"a\"", "invalid type: string \"a\""),
    ] {
        assert_eq!(
            refusal(text),
            format!("{found}, {expected}, at line 1 column 1")
        );
    }
    assert_eq!(
        refusal("[\"a\", 1]"),
        "[1]: invalid type: integer `1`, expected a string, at line 1 column 7"
    );
    let words = [
        (BoundedVec::<u8, 1, 1>::new(vec![]).unwrap_err(), "1 item"),
        (BoundedVec::<u8, 0, 0>::new(vec![1]).unwrap_err(), "0 items"),
        (
            BoundedVec::<u8, 2>::new(vec![1]).unwrap_err(),
            "at least 2 items",
        ),
        (
            BoundedVec::<u8, 0, 1>::new(vec![1, 2]).unwrap_err(),
            "at most 1 item",
        ),
    ];
    for (violation, words) in words {
        assert_eq!(violation.to_string(), format!("expected a list of {words}"));
    }
    let error = UniqueVec::<bool, 1, 2>::try_from(vec![true, true]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected a list of 1 to 2 different items"
    );
}

#[test]
fn lists_are_slices_and_change_as_vectors() {
    let list = UniqueVec::<String, 1>::new(vec!["b".into(), "a".into()]).unwrap();
    assert_eq!(list.first().map(String::as_str), Some("b"));
    assert_eq!((&list).into_iter().count(), 2);
    assert_eq!(format!("{list:?}"), r#"["b", "a"]"#);
    let mut items = list.into_vec();
    items.push("a".into());
    assert!(UniqueVec::<String, 1>::try_from(items.clone()).is_err());
    items.pop();
    let list = UniqueVec::<String, 1>::try_from(items).unwrap();
    assert_eq!(list.as_slice(), ["b".to_owned(), "a".to_owned()]);
    assert_eq!(Vec::from(list), ["b".to_owned(), "a".to_owned()]);
}

/// A string that counts how often it is compared.
#[derive(Deserialize)]
struct Counted(String);

static COMPARISONS: AtomicUsize = AtomicUsize::new(0);

impl JsonOrd for Counted {
    fn json_cmp(&self, other: &Self) -> Ordering {
        COMPARISONS.fetch_add(1, atomic::Ordering::Relaxed);
        self.0.json_cmp(&other.0)
    }
}

/// Of n items, each is compared about log2 n times; comparing all pairs is 5 * 10^9 comparisons.
#[test]
fn many_items_are_compared_a_few_times() {
    const COUNT: usize = 100_000;
    let prefix = "x".repeat(60);
    let different = |index: usize| format!("\"{prefix}{:06}\"", (index * 7_919) % 1_000_003);
    let rising = |index: usize| format!("\"{prefix}{index:06}\"");
    let falling = |index: usize| format!("\"{prefix}{:06}\"", COUNT - index);
    let equal = |_: usize| "\"a\"".to_owned();
    let last_twice = |index: usize| rising(index.min(COUNT - 2));
    type Item<'a> = &'a dyn Fn(usize) -> String;
    let cases: [(&str, Item<'_>, bool); 5] = [
        ("different items", &different, true),
        ("rising items", &rising, true),
        ("falling items", &falling, true),
        ("equal items", &equal, false),
        ("the last item twice", &last_twice, false),
    ];
    for (name, item, is_accepted) in cases {
        let items: Vec<String> = (0..COUNT).map(item).collect();
        let text = format!("[{}]", items.join(","));
        COMPARISONS.store(0, atomic::Ordering::Relaxed);
        let list = serde_json::from_str::<UniqueVec<Counted>>(&text);
        assert_eq!(list.is_ok(), is_accepted, "{name}");
        let comparisons = COMPARISONS.load(atomic::Ordering::Relaxed);
        println!("{name}: {COUNT} items, {comparisons} comparisons");
        assert!(comparisons < COUNT * 40, "{name}: {comparisons}");
    }
}
