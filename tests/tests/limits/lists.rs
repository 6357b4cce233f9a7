//! Lists with limits on the number of items, and of distinct items.

use std::{
    cmp::Ordering,
    sync::atomic::{self, AtomicUsize},
};

use repository_tests::generated::limits::v1 as limits;
use schema_runtime::{
    BoundedVec, Integer, JsonOrd, Multiple, Raw, RawObject, Timestamp, UniqueVec, Uri,
};
use serde::Deserialize;

use crate::compare_lists;

#[test]
fn agreement_of_lists() {
    use limits as l;
    compare_lists::<BoundedVec<String, 1, 3>>("lists", "one_to_three", r#""a" "b" "" 1 "#);
    compare_lists::<BoundedVec<bool, 2, 2>>("lists", "two", "true false true false null");
    compare_lists::<BoundedVec<Raw, 1>>("lists", "some", r#"null 1 1.0 "a" [] {}"#);
    compare_lists::<BoundedVec<RawObject, 0, 2>>("lists", "few", r#"{} {"a":1} {} {} []"#);
    compare_lists::<UniqueVec<String>>(
        "lists",
        "unique",
        r#""a" "\u0061" "A" "é" "e\u0301" "" "b" "c""#,
    );
    compare_lists::<UniqueVec<l::Slug, 1, 3>>(
        "lists",
        "unique_slugs",
        r#""a" "b" "c" "d" "\u0064" "E""#,
    );
    compare_lists::<UniqueVec<Integer<i8, -5, 5>>>(
        "lists",
        "unique_integers",
        "0 -0 0.0 -0.0 1 1.0 10e-1 2 -2 -20e-1 5 5.0 6 1.5",
    );
    compare_lists::<UniqueVec<Multiple<i8, 2, -50, 50>, 1>>(
        "lists",
        "unique_even",
        "0 -0.0 2 2e0 20 2e1 3 -2",
    );
    compare_lists::<UniqueVec<bool>>("lists", "unique_flags", "true false");
    compare_lists::<UniqueVec<l::ListsUniqueSidesItem>>(
        "lists",
        "unique_sides",
        r#""left" "right" "#,
    );
    compare_lists::<UniqueVec<l::ListsUniqueOpenItem>>(
        "lists",
        "unique_open",
        r#""a" "b" "c" "d" "A""#,
    );
    compare_lists::<UniqueVec<Timestamp>>(
        "lists",
        "unique_times",
        r#""2024-01-01T00:00:00Z" "2024-01-01T00:00:00z" "2024-01-01t00:00:00Z" "2024-01-01T00:00:00.0Z"
        "2024-01-01T00:00:00+00:00" "2024-01-01T00:00:00-00:00" "2024-01-01T01:00:00+01:00""#,
    );
    compare_lists::<UniqueVec<Uri>>(
        "lists",
        "unique_links",
        r#""a:b" "A:b" "a:%41" "a:%4a" "a:%4A" "a:A" "https://a.example" "https://a.example/""#,
    );
    compare_lists::<UniqueVec<Option<String>>>(
        "lists",
        "unique_holes",
        r#"null "null" "" "a" "b" "#,
    );
    compare_lists::<UniqueVec<Vec<Integer<u8, 0, 9>>>>(
        "lists",
        "unique_rows",
        "[] [0] [-0.0] [0,0] [1] [1.0] [1,2] [2,1] [1,2,3] [1,2.0]",
    );
    compare_lists::<UniqueVec<BoundedVec<String, 2, 2>>>(
        "lists",
        "unique_pairs",
        r#"["a","b"] ["b","a"] ["a","a"] ["\u0061","b"] ["b","b"] ["c","a"]"#,
    );
    compare_lists::<UniqueVec<UniqueVec<String>, 0, 3>>(
        "lists",
        "unique_sets",
        r#"[] ["a"] ["b"] ["a","b"] ["b","a"] ["a","a"]"#,
    );
    compare_lists::<BoundedVec<RawObject, 0, 1>>("lists", "unique_one", "{} {}");
    compare_lists::<l::Names>("lists", "named", r#""a" "b" "c" "A""#);
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
