//! Lists of a fixed length, with a type for each item.

use repository_tests::generated::limits::v1 as limits;
use schema_runtime::BoundedVec;
use serde::de::DeserializeOwned;

use crate::compare_lists;

#[test]
fn agreement_of_tuples() {
    use limits as l;
    compare_lists::<l::TuplesPair>("tuples", "pair", r#""a" "" true false null 1"#);
    compare_lists::<l::Span>("tuples", "range", "0 1.5 -0.0 1e300 \"1\" null");
    compare_lists::<l::TuplesByLength>("tuples", "by_length", r#""a" "b" 1"#);
    compare_lists::<l::TuplesBoth>("tuples", "both", r#""a" "b" 1"#);
    compare_lists::<l::TuplesHoles>("tuples", "holes", r#"null "a" "2024-01-01T00:00:00Z""#);
    compare_lists::<l::TuplesAnything>("tuples", "anything", "null 1 [] {}");
    compare_lists::<BoundedVec<l::Span, 1>>("tuples", "corners", "[0,1] [1,0] [0] [] [0,1,2]");
    compare_lists::<l::Branch>("tuples", "tree", r#""a" [] [["a",[]]] [["a"]] ["a",[]]"#);
    compare_lists::<l::Chain>(
        "tuples",
        "chain",
        r#""a" null ["a",null] ["b",["c",null]] ["a"]"#,
    );
}

#[test]
fn tuples_are_named_with_their_length() {
    #[track_caller]
    fn refusal<T: DeserializeOwned>(text: &str) -> String {
        schema_runtime::from_str::<T>(text)
            .err()
            .unwrap()
            .to_string()
    }
    for (text, found) in [
        (
            "[]",
            "invalid length 0, expected a list of 2 items, at line 1 column 1",
        ),
        (
            "[\"a\"]",
            "invalid length 1, expected a list of 2 items, at line 1 column 1",
        ),
        (
            "[\"a\", true, [], {}]",
            "invalid length 4, expected a list of 2 items, at line 1 column 1",
        ),
        (
            "{}",
            "invalid type: map, expected a list of 2 items, at line 1 column 1",
        ),
        (
            "[\"a\", 1]",
            "[1]: invalid type: integer `1`, expected a boolean, at line 1 column 7",
        ),
    ] {
        assert_eq!(refusal::<limits::TuplesPair>(text), found);
    }
    assert_eq!(
        refusal::<limits::TuplesInner>("[[1, 2], [\"a\", {\"at\": [1, 2, 3]}]]"),
        "[1][1].at: invalid length 3, expected a list of 2 items, at line 1 column 23"
    );
}

#[test]
fn tuples_are_made_and_taken_apart_by_place() {
    let limits::Span(lower, upper) = limits::Span(1.into(), 2.into());
    assert!(lower < upper);
    let pair = limits::TuplesPair("a".into(), true);
    assert_eq!(serde_json::to_string(&pair).unwrap(), r#"["a",true]"#);
}
