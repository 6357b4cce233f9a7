//! Maps with limits on the number of members, and with a type of names.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::{AtomicUsize, Ordering},
};

use repository_tests::generated::limits::v1 as limits;
use schema_runtime::{BoundedMap, BoundedVec, Integer, ObjectMap, Raw, UniqueVec};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::validator;

/// Compares a type of maps with its schema, on maps of members from a small stock. A map with a duplicate name is
/// rejected, whatever its schema says about the last of the members.
#[track_caller]
fn compare<T: Serialize + DeserializeOwned>(name: &str, names: &str, values: &str) {
    let validator = validator("maps", name);
    let names: Vec<&str> = names.split_whitespace().collect();
    let values: Vec<&str> = values.split_whitespace().collect();
    let mut random = fastrand::Rng::with_seed(1);
    let mut texts = BTreeSet::new();
    for _ in 0..6_000 {
        let members: Vec<(&str, &str)> = (0..random.usize(..5))
            .map(|_| {
                (
                    names[random.usize(..names.len())],
                    values[random.usize(..values.len())],
                )
            })
            .collect();
        let has_twice = (0..members.len()).any(|at| {
            let name = |index: usize| serde_json::from_str::<String>(members[index].0).unwrap();
            (0..at).any(|before| name(before) == name(at))
        });
        let members: Vec<String> = members
            .iter()
            .map(|(name, value)| format!("{name}:{value}"))
            .collect();
        texts.insert((format!("{{{}}}", members.join(",")), has_twice));
    }
    let (mut accepted, mut twice) = (0, 0);
    for (text, has_twice) in &texts {
        let read = serde_json::from_str::<T>(text);
        let instance: Value = serde_json::from_str(text).unwrap();
        let located = schema_runtime::from_str::<T>(text);
        let expected = validator.is_valid(&instance) && !has_twice;
        assert_eq!(read.is_ok(), expected, "{name}: {text}");
        assert_eq!(located.is_ok(), expected, "{name}: {text}");
        twice += usize::from(*has_twice);
        if let Ok(map) = read {
            accepted += 1;
            let written = serde_json::to_string(&map).unwrap();
            assert!(validator.is_valid(&serde_json::from_str(&written).unwrap()));
            assert_eq!(
                serde_json::to_string(&serde_json::from_str::<T>(&written).unwrap()).unwrap(),
                written
            );
        }
    }
    let compared = texts.len();
    println!("{name}: {compared} maps compared, {accepted} accepted, {twice} with a name twice");
    assert!(
        accepted > 0 && accepted < compared && twice > 0,
        "{name}: {accepted}"
    );
}

#[test]
fn agreement_of_maps() {
    use limits as l;
    type Digit = Integer<u8, 0, 9>;
    let names = r#""a" "\u0061" "b" "c" "B" "" "é""#;
    compare::<BoundedMap<String, Digit, 1, 3>>("one_to_three", names, "0 1 9.0 10");
    compare::<BoundedMap<String, bool, 1, 1>>("one", names, "true false");
    compare::<BoundedMap<String, Raw, 1>>("some", names, "null [] {}");
    compare::<BoundedMap<String, Raw, 0, 2>>("few", names, "null [] {}");
    compare::<BoundedMap<String, Raw, 0, 0>>("none", names, "null");
    compare::<ObjectMap<l::Slug, Digit>>("by_slug", names, "0 1");
    compare::<ObjectMap<l::MapsByPatternKey, Digit>>(
        "by_pattern",
        r#""x-a" "x-\u0061" "x-b" "x-" "y-a" "x-A" "x-ab""#,
        "0 1",
    );
    compare::<ObjectMap<l::MapsByLengthKey, Digit>>(
        "by_length",
        r#""" "a" "é" "😀😀😀" "\ud83d\ude00" "abcd" "\u0000""#,
        "0 1",
    );
    compare::<ObjectMap<l::MapsBySideKey, Digit>>("by_side", r#""left" "right" "Left""#, "0 1");
    compare::<ObjectMap<l::MapsByOpenKey, Digit>>(
        "by_open",
        r#""red" "r\u0065d" "green" "gr\u0065en" "" "blue""#,
        "0 1 2 10",
    );
    compare::<ObjectMap<l::Key, Digit>>("by_alias", names, "0 1");
    compare::<ObjectMap<String, Digit>>("by_text", names, "0 1 10");
    compare::<ObjectMap<l::Slug, Raw>>("names", names, "null 1");
    compare::<BoundedMap<l::Slug, Digit, 1, 2>>("few_by_slug", names, "0 1");
    compare::<ObjectMap<String, Digit>>("plain", names, "0 1 -1");
    compare::<BoundedMap<String, UniqueVec<String>, 0, 2>>(
        "lists",
        names,
        r#"[] ["a"] ["a","b"] ["a","a"]"#,
    );
    compare::<ObjectMap<l::Slug, BoundedMap<String, Digit, 1>>>("maps", names, r#"{"a":1} {}"#);
    compare::<l::Index>("named", names, r#"["a"] [] ["a","b"] ["a","a"]"#);
}

#[test]
fn maps_are_named_with_their_limits() {
    #[track_caller]
    fn refusal<T: DeserializeOwned>(text: &str) -> String {
        let error = schema_runtime::from_str::<T>(text).err().unwrap();
        error.to_string()
    }
    type Few = BoundedMap<limits::Slug, u8, 1, 2>;
    for (text, expected) in [
        (
            "{}",
            "invalid length 0, expected an object of 1 to 2 members, at line 1 column 1",
        ),
        (
            r#"{"a": 1, "b": 2, "c": 3}"#,
            "invalid length 3, expected an object of 1 to 2 members, at line 1 column 1",
        ),
        (
            "[]",
            "invalid type: sequence, expected an object of 1 to 2 members, at line 1 column 1",
        ),
        (
            "{\n  \"a\": 1,\n  \"\\u0061\": 2}",
            "a: duplicate name of a member, at line 3 column 13",
        ),
        (
            r#"{"a": 1, "B": 2}"#,
            "B: invalid value: string \"B\", expected a string that matches `^[a-z]+$`, at line 1 column 15",
        ),
    ] {
        assert_eq!(refusal::<Few>(text), expected);
    }
    assert_eq!(
        refusal::<BoundedVec<ObjectMap<String, u8>, 1>>(r#"[{"a b": 1, "x": 3, "a b": 1}]"#),
        "[0][\"a b\"]: duplicate name of a member, at line 1 column 28"
    );
    assert_eq!(
        refusal::<ObjectMap<String, u8>>("1"),
        "invalid type: integer `1`, expected an object, at line 1 column 1"
    );
    let words = [
        (BoundedMap::<u8, u8, 1, 1>::new(BTreeMap::new()), "1 member"),
        (
            BoundedMap::<u8, u8, 1, 1>::new([(1, 1), (2, 2)].into()),
            "1 member",
        ),
    ];
    for (refused, words) in words {
        assert_eq!(
            refused.unwrap_err().to_string(),
            format!("expected an object of {words}")
        );
    }
    let none = BoundedMap::<u8, u8, 0, 0>::try_from(BTreeMap::from([(1, 1)])).unwrap_err();
    assert_eq!(none.to_string(), "expected an object of 0 members");
    let some = BoundedMap::<u8, u8, 2>::try_from(BTreeMap::from([(1, 1)])).unwrap_err();
    assert_eq!(some.to_string(), "expected an object of at least 2 members");
}

#[test]
fn maps_are_changed_as_btree_maps() {
    let mut map: ObjectMap<String, u8> = [("a".to_owned(), 1), ("b".to_owned(), 2)].into();
    map.insert("c".into(), 3);
    for (_, value) in &mut map {
        *value += 1;
    }
    assert_eq!(map["c"], 4);
    assert_eq!(format!("{map:?}"), r#"{"a": 2, "b": 3, "c": 4}"#);
    let few = BoundedMap::<String, u8, 1, 3>::try_from(map.clone().into_map()).unwrap();
    assert_eq!((&few).into_iter().count(), 3);
    let mut members = few.into_map();
    members.insert("d".into(), 5);
    assert!(BoundedMap::<String, u8, 1, 3>::new(members.clone()).is_err());
    assert_eq!(
        ObjectMap::from(members)
            .into_iter()
            .map(|(_, value)| value)
            .sum::<u8>(),
        14
    );
    assert_eq!(ObjectMap::<String, u8>::default(), ObjectMap::from_iter([]));
}

/// A name that counts how often it is compared.
#[derive(Deserialize, PartialEq, Eq)]
struct Counted(String);

static COMPARISONS: AtomicUsize = AtomicUsize::new(0);

impl PartialOrd for Counted {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Counted {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        COMPARISONS.fetch_add(1, Ordering::Relaxed);
        self.0.cmp(&other.0)
    }
}

/// Of n names, each is compared about log2 n times; comparing all pairs is 5 * 10^9 comparisons.
#[test]
fn many_names_are_compared_a_few_times() {
    const COUNT: usize = 100_000;
    for (case, is_accepted) in [("different", true), ("the last twice", false)] {
        let name = |index: usize| match is_accepted {
            true => index * 7_919 % 1_000_003,
            false => index.min(COUNT - 2),
        };
        let members: Vec<String> = (0..COUNT)
            .map(|at| format!("\"{:06}\":0", name(at)))
            .collect();
        let text = format!("{{{}}}", members.join(","));
        COMPARISONS.store(0, Ordering::Relaxed);
        let map = serde_json::from_str::<ObjectMap<Counted, u8>>(&text);
        assert_eq!(map.is_ok(), is_accepted, "{case}");
        let comparisons = COMPARISONS.load(Ordering::Relaxed);
        println!("{case}: {COUNT} members, {comparisons} comparisons");
        assert!(comparisons < COUNT * 100, "{case}: {comparisons}");
    }
}
