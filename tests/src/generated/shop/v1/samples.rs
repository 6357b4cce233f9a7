// @generated from shop/v1 by `cargo xtask codegen`. Changes made here are lost.

//! The examples of the registry, for tests (feature `test-util`).

use super::{
    AKindOfEventThatGoesOnForSixtyCharactersAndStops,
    ANameThatGoesOnForSixtyCharactersAndThenStopsHere, AllOptional,
    BNameThatGoesOnForSixtyCharactersAndThenStopsHere,
    CNameThatGoesOnForSixtyCharactersAndThenStopsHere,
    CNameThatGoesOnForSixtyCharactersAndThenStopsHereE, Card, CardDigits, Category, Chain,
    ClosedWords, Containers, ContainersCodesItem, ContainersHolesByNameValue,
    ContainersLinesByNameValue, ContainersLinesItem, ContainersSidesItem, Crate, CrateSelf,
    CrateSuper, CrateSuperInner, CrateSuperInnerYZ, Currency,
    DNameThatGoesOnForSixtyCharactersAndThenStopsHere,
    DNameThatGoesOnForSixtyCharactersAndThenStopsHereE, Digital, Even, Event, EventType, Expression,
    Fn, Folder, HostileText, HostileTextInline, HostileTextInlineNothingItem, HostileTextSet,
    HostileUrl, Inner, Item, Keywords, KeywordsKinds, KeywordsOpenKinds, Kind, Link, Literal, Match,
    Money, NamedCodeValue, NamedObjectValue, Negation, Odd, Open, OpenWords, Paper, PaperVoucher,
    Person, Proof, Scalars, ScalarsMaybeNullCode, ScalarsMaybeNullObject, ScalarsNullCode,
    ScalarsNullObject, Schema, Self_, Service, Sets, SetsByMemberValue, SetsClosed,
    SetsClosedUntyped, SetsNullClosed, SetsNullOpen, SetsOpenAll, SetsOpenPattern, SetsOpenShort,
    SetsRepeated, Settlement, Short, Slug, Split, Sum, TextPatternsAndLengths,
    TextPatternsAndLengthsAllAndExact, TextPatternsAndLengthsAnywhere,
    TextPatternsAndLengthsAnywhereWord, TextPatternsAndLengthsAtLeastOne,
    TextPatternsAndLengthsAtLeastThree, TextPatternsAndLengthsAtMostNone,
    TextPatternsAndLengthsAtMostTwo, TextPatternsAndLengthsBareEither, TextPatternsAndLengthsBraces,
    TextPatternsAndLengthsBrackets, TextPatternsAndLengthsCounted,
    TextPatternsAndLengthsCountedRange, TextPatternsAndLengthsDecimal, TextPatternsAndLengthsDigest,
    TextPatternsAndLengthsDigestOnly, TextPatternsAndLengthsDigits, TextPatternsAndLengthsDot,
    TextPatternsAndLengthsDots, TextPatternsAndLengthsEither, TextPatternsAndLengthsEmpty,
    TextPatternsAndLengthsEnds, TextPatternsAndLengthsEscapes, TextPatternsAndLengthsExactlyNone,
    TextPatternsAndLengthsExactlyOne, TextPatternsAndLengthsExactlyTwo, TextPatternsAndLengthsFaces,
    TextPatternsAndLengthsFixed, TextPatternsAndLengthsFixedWide, TextPatternsAndLengthsGreek,
    TextPatternsAndLengthsInverses, TextPatternsAndLengthsLazy, TextPatternsAndLengthsLetters,
    TextPatternsAndLengthsLooped, TextPatternsAndLengthsLoopedWhole,
    TextPatternsAndLengthsLooseEither, TextPatternsAndLengthsMarkup,
    TextPatternsAndLengthsMaybeEmpty, TextPatternsAndLengthsMaybeEmptyToo,
    TextPatternsAndLengthsNeverSpecial, TextPatternsAndLengthsNoneOf,
    TextPatternsAndLengthsPatternAndBoth, TextPatternsAndLengthsPatternAndExact,
    TextPatternsAndLengthsPatternAndLeast, TextPatternsAndLengthsPatternAndMost,
    TextPatternsAndLengthsQuotes, TextPatternsAndLengthsSlashes, TextPatternsAndLengthsSlug,
    TextPatternsAndLengthsSpaces, TextPatternsAndLengthsSpelledAsFloats,
    TextPatternsAndLengthsStars, TextPatternsAndLengthsStarts, TextPatternsAndLengthsTicks,
    TextPatternsAndLengthsTwoToFour, TextPatternsAndLengthsVersion, TextPatternsAndLengthsWideRun,
    TextPatternsAndLengthsWords, Thing, Transfer, Trees, Type, Voucher,
};

/// The example `schemas/shop/v1/examples/scalars/all_nulls.json`.
pub const SCALARS_ALL_NULLS: &str = r#"{
  "body": {
    "text": "größe 😀",
    "id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
    "at": "2024-01-01T12:00:00Z",
    "link": "https://example.com/a?b#c",
    "flag": true,
    "ratio": 3,
    "small": 3,
    "negative": -7,
    "between": 9,
    "both_bounds": 5,
    "widest": -9007199254740991,
    "highest": 9007199254740991,
    "lowest": -9007199254740991,
    "spelled": 1000,
    "thousands": -12345,
    "anything": null,
    "whatever": null,
    "bag": {
      "b": [2.5]
    },
    "open_bag": {},
    "null_text": null,
    "null_id": null,
    "null_flag": null,
    "null_ratio": null,
    "null_small": null,
    "null_bag": null,
    "null_money": null,
    "null_slug": null,
    "null_alias": null,
    "null_list": null,
    "null_object": null,
    "null_anything": null,
    "null_code": null,
    "maybe_null_text": null,
    "maybe_null_id": null,
    "maybe_null_flag": null,
    "maybe_null_ratio": null,
    "maybe_null_small": null,
    "maybe_null_bag": null,
    "maybe_null_money": null,
    "maybe_null_slug": null,
    "maybe_null_alias": null,
    "maybe_null_list": null,
    "maybe_null_object": null,
    "maybe_null_anything": null,
    "maybe_null_code": null,
    "maybe_anything": null,
    "maybe_whatever": null
  },
  "kind": "scalars",
  "schema": "schemas/shop/v1/scalars.json",
  "event": 4,
  "dispatch": null,
  "field": true
}
"#;

/// The example `schemas/shop/v1/examples/scalars/everything.json`.
pub const SCALARS_EVERYTHING: &str = r#"{
  "map": "north",
  "kind": "scalars",
  "schema": "schemas/shop/v1/scalars.json",
  "event": 3,
  "type": "live",
  "dispatch": null,
  "field": true,
  "require": "power",
  "body": {
    "text": "größe 😀",
    "id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
    "at": "2024-01-01T12:00:00Z",
    "link": "https://example.com/a?b#c",
    "flag": true,
    "ratio": 0.25,
    "small": 3,
    "negative": -7,
    "between": 9,
    "both_bounds": 5,
    "widest": -9007199254740991,
    "highest": 9007199254740991,
    "lowest": -9007199254740991,
    "spelled": 1000,
    "thousands": -12345,
    "anything": [
      1,
      {
        "a": null
      }
    ],
    "whatever": "x",
    "bag": {
      "b": [2.5]
    },
    "open_bag": {},
    "null_text": "t",
    "null_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
    "null_flag": false,
    "null_ratio": -1.5,
    "null_small": 10,
    "null_bag": {
      "x": 1
    },
    "null_money": {
      "cents": -5,
      "currency": "EUR"
    },
    "null_slug": "abc",
    "null_alias": 2.5,
    "null_list": [1, 2.5],
    "null_object": {
      "a": true
    },
    "null_anything": 5,
    "null_code": "DE",
    "maybe_text": "größe 😀",
    "maybe_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
    "maybe_at": "2024-01-01T12:00:00Z",
    "maybe_link": "https://example.com/a?b#c",
    "maybe_flag": true,
    "maybe_ratio": 0.25,
    "maybe_small": 3,
    "maybe_negative": -7,
    "maybe_between": 9,
    "maybe_both_bounds": 5,
    "maybe_widest": -9007199254740991,
    "maybe_highest": 9007199254740991,
    "maybe_lowest": -9007199254740991,
    "maybe_spelled": 1000,
    "maybe_thousands": -12345,
    "maybe_anything": [
      1,
      {
        "a": null
      }
    ],
    "maybe_whatever": "x",
    "maybe_bag": {
      "b": [2.5]
    },
    "maybe_open_bag": {},
    "maybe_null_text": "t",
    "maybe_null_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
    "maybe_null_flag": false,
    "maybe_null_ratio": -1.5,
    "maybe_null_small": 10,
    "maybe_null_bag": {
      "x": 1
    },
    "maybe_null_money": {
      "cents": -5,
      "currency": "EUR"
    },
    "maybe_null_slug": "abc",
    "maybe_null_alias": 2.5,
    "maybe_null_list": [1, 2.5],
    "maybe_null_object": {
      "a": true
    },
    "maybe_null_anything": 5,
    "maybe_null_code": "DE"
  }
}
"#;

/// The example `schemas/shop/v1/examples/scalars/full.json`.
pub const SCALARS_FULL: &str = r#"{
  "map": "north",
  "kind": "scalars",
  "schema": "schemas/shop/v1/scalars.json",
  "event": 1,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "text": "größe 😀",
    "id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
    "at": "2024-01-01T12:00:00Z",
    "link": "https://example.com/a?b#c",
    "flag": true,
    "ratio": 0.25,
    "small": 3,
    "negative": -7,
    "between": 9,
    "both_bounds": 5,
    "widest": -9007199254740991,
    "highest": 9007199254740991,
    "lowest": -9007199254740991,
    "spelled": 1000,
    "thousands": -12345,
    "anything": [
      1,
      {
        "a": null
      }
    ],
    "whatever": "x",
    "bag": {
      "b": [2.5]
    },
    "open_bag": {},
    "null_text": "t",
    "null_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
    "null_flag": false,
    "null_ratio": -1.5,
    "null_small": 10,
    "null_bag": {
      "x": 1
    },
    "null_money": {
      "cents": -5,
      "currency": "EUR"
    },
    "null_slug": "abc",
    "null_alias": 2.5,
    "null_list": [1, 2.5],
    "null_object": {
      "a": true
    },
    "null_anything": 5,
    "null_code": "DE"
  }
}
"#;

/// The example `schemas/shop/v1/examples/scalars/nulls.json`.
pub const SCALARS_NULLS: &str = r#"{
  "map": "north",
  "kind": "scalars",
  "schema": "schemas/shop/v1/scalars.json",
  "event": 2,
  "type": "live",
  "dispatch": "2024-02-29T23:59:60Z",
  "field": true,
  "require": null,
  "read_field": 100.0,
  "other": {
    "a": "b",
    "": ""
  },
  "self": "urn:x:y",
  "optional": ["a", "b"],
  "data": {
    "cents": 1,
    "currency": "USD"
  },
  "fields": [null],
  "body": {
    "text": "größe 😀",
    "id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
    "at": "2024-01-01T12:00:00Z",
    "link": "https://example.com/a?b#c",
    "flag": true,
    "ratio": 3,
    "small": 3,
    "negative": -7,
    "between": 9,
    "both_bounds": 5,
    "widest": -9007199254740991,
    "highest": 9007199254740991,
    "lowest": -9007199254740991,
    "spelled": 1000,
    "thousands": -12345,
    "anything": null,
    "whatever": null,
    "bag": {
      "b": [2.5]
    },
    "open_bag": {},
    "null_text": null,
    "null_id": null,
    "null_flag": null,
    "null_ratio": null,
    "null_small": null,
    "null_bag": null,
    "null_money": null,
    "null_slug": null,
    "null_alias": null,
    "null_list": null,
    "null_object": null,
    "null_anything": null,
    "null_code": null
  }
}
"#;

/// The example `schemas/shop/v1/examples/text.patterns.and_lengths/good.json`.
pub const TEXT_PATTERNS_AND_LENGTHS_GOOD: &str = r#"{
  "map": "north",
  "kind": "text.patterns.and_lengths",
  "schema": "schemas/shop/v1/text.patterns.and_lengths.json",
  "event": 6,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "anywhere": "abc",
    "anywhere_word": "a needle in hay\n",
    "starts": "abc",
    "ends": "xyz",
    "either": "birds",
    "loose_either": "xxb",
    "bare_either": "hotdog",
    "counted": "1A2F",
    "counted_range": "xxxyy",
    "decimal": "-1.5",
    "dot": "aüb",
    "dots": "one line",
    "all": "",
    "all_too": "b",
    "digits": "0123",
    "words": "a_1 b",
    "inverses": "a-b",
    "none_of": "ÄBC 1",
    "letters": "Ärger",
    "greek": "αβγ",
    "faces": "😀",
    "fixed": "fixed",
    "fixed_wide": "größe",
    "empty": "",
    "maybe_empty": "",
    "maybe_empty_too": "aaa",
    "braces": "${name}",
    "slashes": "a/b\\c",
    "escapes": "AB\t",
    "brackets": "]\\^-",
    "looped": "aababa",
    "looped_whole": "aabaab",
    "lazy": "ab-",
    "digest": "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "digest_only": "0123456789012345678901234567890123456789",
    "wide_run": "äü",
    "ticks": "`a`",
    "stars": "/* a */",
    "quotes": "\"a\"]",
    "markup": "<script>[x](y)",
    "spaces": "  a ",
    "slug": "a-1",
    "version": "1.0.10",
    "never_special": ".*+?()|{}^$",
    "at_least_none": "",
    "at_least_one": "ä",
    "at_least_three": "😀😀😀",
    "at_most_none": "",
    "at_most_two": "😀😀",
    "exactly_none": "",
    "exactly_one": "ä",
    "exactly_two": "é😀",
    "two_to_four": "äöü",
    "spelled_as_floats": "abc",
    "pattern_and_least": "ab",
    "pattern_and_most": "-",
    "pattern_and_both": "äb",
    "pattern_and_exact": "a1",
    "all_and_exact": "\n"
  }
}
"#;

/// The example `schemas/shop/v1/examples/a_kind_of_event_that_goes_on_for_sixty_characters_and_stops/good.json`.
pub const A_KIND_OF_EVENT_THAT_GOES_ON_FOR_SIXTY_CHARACTERS_AND_STOPS_GOOD: &str = r#"{
  "map": "north",
  "kind": "a_kind_of_event_that_goes_on_for_sixty_characters_and_stops",
  "schema": "schemas/shop/v1/a_kind_of_event_that_goes_on_for_sixty_characters_and_stops.json",
  "event": 112,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "a_name_that_goes_on_for_sixty_characters_and_then_stops_here": {
      "a_name_that_goes_on_for_sixty_characters_and_then_stops_here": 1,
      "b_name_that_goes_on_for_sixty_characters_and_then_stops_here": {
        "k": [
          null,
          {
            "a_name_that_goes_on_for_sixty_characters_and_then_stops_here": "a_name_that_goes_on_for_sixty_characters_and_then_stops_here",
            "e": "b_name_that_goes_on_for_sixty_characters_and_then_stops_here"
          }
        ]
      }
    },
    "b_name_that_goes_on_for_sixty_characters_and_then_stops_here": {
      "e": "a_name_that_goes_on_for_sixty_characters_and_then_stops_here_too",
      "a_name_that_goes_on_for_sixty_characters_and_then_stops_here": "b_name_that_goes_on_for_sixty_characters_and_then_stops_here"
    },
    "s": "ny"
  }
}
"#;

/// The example `schemas/shop/v1/examples/a_kind_of_event_that_goes_on_for_sixty_characters_and_stops/small.json`.
pub const A_KIND_OF_EVENT_THAT_GOES_ON_FOR_SIXTY_CHARACTERS_AND_STOPS_SMALL: &str = r#"{
  "map": "north",
  "kind": "a_kind_of_event_that_goes_on_for_sixty_characters_and_stops",
  "schema": "schemas/shop/v1/a_kind_of_event_that_goes_on_for_sixty_characters_and_stops.json",
  "event": 113,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "a_name_that_goes_on_for_sixty_characters_and_then_stops_here": {
      "a_name_that_goes_on_for_sixty_characters_and_then_stops_here": -1
    }
  }
}
"#;

/// The example `schemas/shop/v1/examples/all_optional/empty.json`.
pub const ALL_OPTIONAL_EMPTY: &str = r#"{
  "map": "north",
  "kind": "all_optional",
  "schema": "schemas/shop/v1/all_optional.json",
  "event": 102,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {}
}
"#;

/// The example `schemas/shop/v1/examples/all_optional/full.json`.
pub const ALL_OPTIONAL_FULL: &str = r#"{
  "map": "north",
  "kind": "all_optional",
  "schema": "schemas/shop/v1/all_optional.json",
  "event": 103,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "a": "b",
    "b": {
      "x": false
    },
    "c": null
  }
}
"#;

/// The example `schemas/shop/v1/examples/containers/empty.json`.
pub const CONTAINERS_EMPTY: &str = r#"{
  "map": "north",
  "kind": "containers",
  "schema": "schemas/shop/v1/containers.json",
  "event": 73,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "texts": [],
    "numbers": [],
    "anythings": [],
    "bags": [],
    "moneys": [],
    "lines": [],
    "codes": [],
    "sides": [],
    "grid": [],
    "cube": [],
    "holes": [],
    "money_holes": [],
    "unions": [],
    "by_name": {},
    "lines_by_name": {},
    "lists_by_name": {},
    "maps_by_name": {},
    "holes_by_name": {},
    "anything_by_name": {},
    "unions_by_name": {},
    "map_list": [],
    "matrix": [],
    "dictionary": {},
    "alias": {},
    "words": "w",
    "maybe_list": null,
    "maybe_map": null,
    "optional_list": [],
    "optional_map": {},
    "optional_maybe_list": null
  }
}
"#;

/// The example `schemas/shop/v1/examples/containers/good.json`.
pub const CONTAINERS_GOOD: &str = r#"{
  "map": "north",
  "kind": "containers",
  "schema": "schemas/shop/v1/containers.json",
  "event": 72,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "texts": ["a", ""],
    "numbers": [1, 2.5, -300.0],
    "anythings": [
      null,
      1,
      "x",
      [],
      {}
    ],
    "bags": [
      {},
      {
        "a": 1
      }
    ],
    "moneys": [
      {
        "cents": 5,
        "currency": "EUR"
      }
    ],
    "lines": [
      {
        "sku": "a"
      },
      {
        "sku": "b",
        "count": 2
      }
    ],
    "codes": ["A", "BC"],
    "sides": ["left", "right"],
    "grid": [
      [0, 255],
      []
    ],
    "cube": [
      [
        [true],
        []
      ],
      []
    ],
    "holes": ["a", null],
    "money_holes": [
      null,
      {
        "cents": 5,
        "currency": "EUR"
      }
    ],
    "unions": [
      {
        "what": "thing",
        "grams": 5
      },
      {
        "hours": 1.5,
        "what": "service"
      }
    ],
    "by_name": {
      "a": {
        "cents": 5,
        "currency": "EUR"
      }
    },
    "lines_by_name": {
      "x": {
        "sku": "a"
      }
    },
    "lists_by_name": {
      "ids": ["b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"],
      "none": []
    },
    "maps_by_name": {
      "a": {
        "b": true
      },
      "c": {}
    },
    "holes_by_name": {
      "a": null,
      "b": "x"
    },
    "anything_by_name": {
      "a": null,
      "b": [1]
    },
    "unions_by_name": {
      "t": {
        "what": "thing",
        "grams": 5
      },
      "s": {
        "hours": 1.5,
        "what": "service"
      }
    },
    "map_list": [
      {
        "a": "2024-01-01T00:00:00Z"
      },
      {}
    ],
    "matrix": [
      [1],
      [2, 3]
    ],
    "dictionary": {
      "a": "b"
    },
    "alias": {},
    "words": "w",
    "maybe_list": ["a"],
    "maybe_map": {
      "a": 1
    },
    "optional_list": ["a"],
    "optional_map": {
      "a": true
    },
    "optional_maybe_list": [
      {
        "cents": 5,
        "currency": "EUR"
      }
    ]
  }
}
"#;

/// The example `schemas/shop/v1/examples/hostile.text/empty.json`.
pub const HOSTILE_TEXT_EMPTY: &str = r#"{
  "map": "north",
  "kind": "hostile.text",
  "schema": "schemas/shop/v1/hostile.text.json",
  "event": 105,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "set": "c\nd"
  }
}
"#;

/// The example `schemas/shop/v1/examples/hostile.text/some.json`.
pub const HOSTILE_TEXT_SOME: &str = r#"{
  "map": "north",
  "kind": "hostile.text",
  "schema": "schemas/shop/v1/hostile.text.json",
  "event": 106,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "comment": "*/",
    "named_hostile_url": "x",
    "inline": {
      "nothing": [
        {
          "deep": 1
        }
      ]
    },
    "set": "g \\"
  }
}
"#;

/// The example `schemas/shop/v1/examples/keywords/all.json`.
pub const KEYWORDS_ALL: &str = r#"{
  "map": "north",
  "kind": "keywords",
  "schema": "schemas/shop/v1/keywords.json",
  "event": 109,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "type": "x",
    "self": "x",
    "fn": "x",
    "match": "x",
    "async": "x",
    "crate": "x",
    "super": "x",
    "box": "x",
    "gen": "x",
    "dyn": "x",
    "await": "x",
    "yield": "x",
    "macro": "x",
    "static": "x",
    "const": "x",
    "union": "x",
    "auto": "x",
    "try": "x",
    "abstract": "x",
    "true": "x",
    "d": 1,
    "s": 1,
    "t": 1,
    "de": 1,
    "value": 1,
    "fields": 1,
    "deserializer": 1,
    "serializer": 1,
    "new": 1,
    "default": 1,
    "as_str": 1,
    "text": 1,
    "result": 1,
    "__field0": 1,
    "std": 1,
    "core": 1,
    "serde": 1,
    "schema_runtime": 1,
    "string": 1,
    "u8": 1,
    "camelCase": true,
    "kebab-case": false,
    "Pascal_Case": true,
    "with space": true,
    "dotted.name": true,
    "line2": true,
    "line_3": true,
    "a1b2c3": true,
    "x_y_z": true,
    "HTTPServer": true,
    "ünïcode": true,
    "don't": true,
    "@at": true,
    "$dollar": true,
    "slash/ed": true,
    "tilde~d": true,
    "quote\"d": true,
    "per%cent": true,
    "kinds": "self",
    "open_kinds": "crate",
    "of_type": "t",
    "of_self": {
      "self": "s",
      "crate": {
        "self": "t"
      }
    },
    "of_fn": "fn",
    "of_match": "self",
    "of_async": [
      {
        "self": "u"
      }
    ],
    "of_crate": {
      "type": "super",
      "inner": {
        "x": true,
        "y_z": {
          "k": ""
        }
      }
    }
  }
}
"#;

/// The example `schemas/shop/v1/examples/keywords/required.json`.
pub const KEYWORDS_REQUIRED: &str = r#"{
  "map": "north",
  "kind": "keywords",
  "schema": "schemas/shop/v1/keywords.json",
  "event": 108,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "type": "x",
    "self": "x",
    "fn": "x",
    "match": "x",
    "async": "x",
    "crate": "x",
    "camelCase": true,
    "kebab-case": false,
    "of_type": "t",
    "of_self": {
      "self": "s",
      "crate": {
        "self": "t"
      }
    },
    "of_fn": "fn",
    "of_match": "self",
    "of_async": [
      {
        "self": "u"
      }
    ],
    "of_crate": {
      "type": "self",
      "a_1": true
    }
  }
}
"#;

/// The example `schemas/shop/v1/examples/payment.of.order.settled/body_first.json`.
pub const PAYMENT_OF_ORDER_SETTLED_BODY_FIRST: &str = r#"{
  "body": {
    "parts": [
      {
        "method": "card",
        "digits": "1234",
        "note": "n"
      },
      {
        "amount": {
          "cents": 5,
          "currency": "EUR"
        },
        "proof": {
          "version": "v1",
          "form": "self",
          "pages": 2
        },
        "method": "bank-transfer"
      },
      {
        "parts": [],
        "method": "split"
      }
    ],
    "method": "split",
    "rest": {
      "amount": {
        "cents": 5,
        "currency": "EUR"
      },
      "proof": {
        "url": "https://example.com/",
        "form": "type",
        "version": "v1"
      },
      "method": "bank-transfer"
    },
    "proofs": {
      "a": {
        "version": "v1",
        "form": "self",
        "pages": 2
      },
      "b": {
        "url": "https://example.com/",
        "form": "type",
        "version": "v1"
      }
    },
    "voucher": {
      "kind": "paper",
      "code": null
    }
  },
  "map": "north",
  "kind": "payment.of.order.settled",
  "schema": "schemas/shop/v1/payment.of.order.settled.json",
  "event": 85,
  "type": "live",
  "dispatch": null,
  "field": true
}
"#;

/// The example `schemas/shop/v1/examples/payment.of.order.settled/card.json`.
pub const PAYMENT_OF_ORDER_SETTLED_CARD: &str = r#"{
  "map": "north",
  "kind": "payment.of.order.settled",
  "schema": "schemas/shop/v1/payment.of.order.settled.json",
  "event": 82,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "method": "card",
    "digits": "1234",
    "note": "n"
  }
}
"#;

/// The example `schemas/shop/v1/examples/payment.of.order.settled/split.json`.
pub const PAYMENT_OF_ORDER_SETTLED_SPLIT: &str = r#"{
  "map": "north",
  "kind": "payment.of.order.settled",
  "schema": "schemas/shop/v1/payment.of.order.settled.json",
  "event": 84,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "parts": [
      {
        "method": "card",
        "digits": "1234",
        "note": "n"
      },
      {
        "amount": {
          "cents": 5,
          "currency": "EUR"
        },
        "proof": {
          "version": "v1",
          "form": "self",
          "pages": 2
        },
        "method": "bank-transfer"
      },
      {
        "parts": [],
        "method": "split"
      }
    ],
    "method": "split",
    "rest": {
      "amount": {
        "cents": 5,
        "currency": "EUR"
      },
      "proof": {
        "url": "https://example.com/",
        "form": "type",
        "version": "v1"
      },
      "method": "bank-transfer"
    },
    "proofs": {
      "a": {
        "version": "v1",
        "form": "self",
        "pages": 2
      },
      "b": {
        "url": "https://example.com/",
        "form": "type",
        "version": "v1"
      }
    },
    "voucher": {
      "kind": "paper",
      "code": null
    }
  }
}
"#;

/// The example `schemas/shop/v1/examples/payment.of.order.settled/transfer.json`.
pub const PAYMENT_OF_ORDER_SETTLED_TRANSFER: &str = r#"{
  "map": "north",
  "kind": "payment.of.order.settled",
  "schema": "schemas/shop/v1/payment.of.order.settled.json",
  "event": 83,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "amount": {
      "cents": 5,
      "currency": "EUR"
    },
    "proof": {
      "version": "v1",
      "form": "self",
      "pages": 2
    },
    "method": "bank-transfer"
  }
}
"#;

/// The example `schemas/shop/v1/examples/sets/known.json`.
pub const SETS_KNOWN: &str = r#"{
  "map": "north",
  "kind": "sets",
  "schema": "schemas/shop/v1/sets.json",
  "event": 63,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "closed": "stand-by",
    "closed_untyped": "no",
    "closed_words": "self",
    "repeated": "a",
    "one": "the one",
    "one_typed": "AND only",
    "one_enum": "single",
    "open": "second",
    "open_words": "unknown",
    "open_short": "blue",
    "open_pattern": "a-b-c",
    "open_all": "a\\",
    "open_many": ["first", "forth", ""],
    "by_member": {
      "k": "x",
      "l": "y"
    },
    "null_closed": "l",
    "null_open": "up"
  }
}
"#;

/// The example `schemas/shop/v1/examples/sets/new_members.json`.
pub const SETS_NEW_MEMBERS: &str = r#"{
  "map": "north",
  "kind": "sets",
  "schema": "schemas/shop/v1/sets.json",
  "event": 64,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "closed": "stand-by",
    "closed_untyped": "no",
    "closed_words": "unknown",
    "repeated": "a",
    "one": "the one",
    "one_typed": "AND only",
    "one_enum": "single",
    "open": "a new one",
    "open_words": "Unknown",
    "open_short": "grün",
    "open_pattern": "zz",
    "open_all": "",
    "open_many": ["first", "forth", ""],
    "by_member": {
      "k": "x",
      "l": "y"
    },
    "null_closed": null,
    "null_open": null
  }
}
"#;

/// The example `schemas/shop/v1/examples/trees/good.json`.
pub const TREES_GOOD: &str = r#"{
  "map": "north",
  "kind": "trees",
  "schema": "schemas/shop/v1/trees.json",
  "event": 93,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "category": {
      "name": "a",
      "children": [
        {
          "name": "b",
          "children": []
        },
        {
          "name": "c",
          "children": [
            {
              "name": "d",
              "children": []
            }
          ]
        }
      ]
    },
    "chain": {
      "value": 1,
      "next": {
        "value": 2,
        "next": {
          "value": 3
        }
      }
    },
    "person": {
      "name": "a",
      "mother": {
        "name": "b",
        "mother": null
      },
      "father": null
    },
    "folder": {
      "entries": {
        "a": {
          "entries": {}
        }
      },
      "trash": [
        [
          {
            "x": {
              "entries": {}
            },
            "y": null
          }
        ]
      ]
    },
    "odd": {
      "even": {
        "odd": {
          "even": {}
        }
      }
    },
    "expression": {
      "left": {
        "op": "negation",
        "of": {
          "value": 1,
          "op": "literal"
        }
      },
      "right": {
        "left": {
          "value": 1,
          "op": "literal"
        },
        "right": {
          "value": 1,
          "op": "literal"
        },
        "op": "sum"
      },
      "op": "sum"
    },
    "maybe": {
      "value": 0
    },
    "link": {
      "next": {
        "next": null,
        "others": [
          null,
          {
            "next": null
          }
        ]
      },
      "others": [],
      "maybe": null
    },
    "code": "a",
    "object": {
      "code": null
    }
  }
}
"#;

/// The example `schemas/shop/v1/examples/trees/small.json`.
pub const TREES_SMALL: &str = r#"{
  "map": "north",
  "kind": "trees",
  "schema": "schemas/shop/v1/trees.json",
  "event": 94,
  "type": "live",
  "dispatch": null,
  "field": true,
  "body": {
    "category": {
      "name": "",
      "children": []
    },
    "chain": {
      "value": 1,
      "next": {
        "value": 2,
        "next": {
          "value": 3
        }
      }
    },
    "person": {
      "name": "a",
      "mother": {
        "name": "b",
        "mother": null
      },
      "father": null
    },
    "folder": {
      "entries": {
        "a": {
          "entries": {}
        }
      },
      "trash": [
        [
          {
            "x": {
              "entries": {}
            },
            "y": null
          }
        ]
      ]
    },
    "odd": {
      "even": {
        "odd": {
          "even": {}
        }
      }
    },
    "expression": {
      "value": 1,
      "op": "literal"
    },
    "maybe": null,
    "link": {
      "next": null
    },
    "code": "a",
    "object": {
      "code": null
    }
  }
}
"#;

/// Every example, by its path.
pub const ALL: &[(&str, &str)] = &[
    ("schemas/shop/v1/examples/scalars/all_nulls.json", SCALARS_ALL_NULLS),
    ("schemas/shop/v1/examples/scalars/everything.json", SCALARS_EVERYTHING),
    ("schemas/shop/v1/examples/scalars/full.json", SCALARS_FULL),
    ("schemas/shop/v1/examples/scalars/nulls.json", SCALARS_NULLS),
    (
        "schemas/shop/v1/examples/text.patterns.and_lengths/good.json",
        TEXT_PATTERNS_AND_LENGTHS_GOOD,
    ),
    (
        "schemas/shop/v1/examples/a_kind_of_event_that_goes_on_for_sixty_characters_and_stops/good.json",
        A_KIND_OF_EVENT_THAT_GOES_ON_FOR_SIXTY_CHARACTERS_AND_STOPS_GOOD,
    ),
    (
        "schemas/shop/v1/examples/a_kind_of_event_that_goes_on_for_sixty_characters_and_stops/small.json",
        A_KIND_OF_EVENT_THAT_GOES_ON_FOR_SIXTY_CHARACTERS_AND_STOPS_SMALL,
    ),
    ("schemas/shop/v1/examples/all_optional/empty.json", ALL_OPTIONAL_EMPTY),
    ("schemas/shop/v1/examples/all_optional/full.json", ALL_OPTIONAL_FULL),
    ("schemas/shop/v1/examples/containers/empty.json", CONTAINERS_EMPTY),
    ("schemas/shop/v1/examples/containers/good.json", CONTAINERS_GOOD),
    ("schemas/shop/v1/examples/hostile.text/empty.json", HOSTILE_TEXT_EMPTY),
    ("schemas/shop/v1/examples/hostile.text/some.json", HOSTILE_TEXT_SOME),
    ("schemas/shop/v1/examples/keywords/all.json", KEYWORDS_ALL),
    ("schemas/shop/v1/examples/keywords/required.json", KEYWORDS_REQUIRED),
    (
        "schemas/shop/v1/examples/payment.of.order.settled/body_first.json",
        PAYMENT_OF_ORDER_SETTLED_BODY_FIRST,
    ),
    (
        "schemas/shop/v1/examples/payment.of.order.settled/card.json",
        PAYMENT_OF_ORDER_SETTLED_CARD,
    ),
    (
        "schemas/shop/v1/examples/payment.of.order.settled/split.json",
        PAYMENT_OF_ORDER_SETTLED_SPLIT,
    ),
    (
        "schemas/shop/v1/examples/payment.of.order.settled/transfer.json",
        PAYMENT_OF_ORDER_SETTLED_TRANSFER,
    ),
    ("schemas/shop/v1/examples/sets/known.json", SETS_KNOWN),
    ("schemas/shop/v1/examples/sets/new_members.json", SETS_NEW_MEMBERS),
    ("schemas/shop/v1/examples/trees/good.json", TREES_GOOD),
    ("schemas/shop/v1/examples/trees/small.json", TREES_SMALL),
];

impl AKindOfEventThatGoesOnForSixtyCharactersAndStops {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"a_name_that_goes_on_for_sixty_characters_and_then_stops_here":{"a_name_that_goes_on_for_sixty_characters_and_then_stops_here":1,"b_name_that_goes_on_for_sixty_characters_and_then_stops_here":{"k":[null,{"a_name_that_goes_on_for_sixty_characters_and_then_stops_here":"a_name_that_goes_on_for_sixty_characters_and_then_stops_here","e":"b_name_that_goes_on_for_sixty_characters_and_then_stops_here"}]}},"b_name_that_goes_on_for_sixty_characters_and_then_stops_here":{"e":"a_name_that_goes_on_for_sixty_characters_and_then_stops_here_too","a_name_that_goes_on_for_sixty_characters_and_then_stops_here":"b_name_that_goes_on_for_sixty_characters_and_then_stops_here"},"s":"ny"}"#,
        )
    }
}

impl ANameThatGoesOnForSixtyCharactersAndThenStopsHere {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"a_name_that_goes_on_for_sixty_characters_and_then_stops_here":1,"b_name_that_goes_on_for_sixty_characters_and_then_stops_here":{"k":[null,{"a_name_that_goes_on_for_sixty_characters_and_then_stops_here":"a_name_that_goes_on_for_sixty_characters_and_then_stops_here","e":"b_name_that_goes_on_for_sixty_characters_and_then_stops_here"}]}}"#,
        )
    }
}

impl AllOptional {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"{}")
    }
}

impl BNameThatGoesOnForSixtyCharactersAndThenStopsHere {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"a_name_that_goes_on_for_sixty_characters_and_then_stops_here":"a_name_that_goes_on_for_sixty_characters_and_then_stops_here","e":"b_name_that_goes_on_for_sixty_characters_and_then_stops_here"}"#,
        )
    }
}

impl CNameThatGoesOnForSixtyCharactersAndThenStopsHere {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"a_name_that_goes_on_for_sixty_characters_and_then_stops_here":"a_name_that_goes_on_for_sixty_characters_and_then_stops_here","e":"b_name_that_goes_on_for_sixty_characters_and_then_stops_here"}"#,
        )
    }
}

impl CNameThatGoesOnForSixtyCharactersAndThenStopsHereE {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#""b_name_that_goes_on_for_sixty_characters_and_then_stops_here""#,
        )
    }
}

impl Card {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"method":"card","digits":"1234","note":"n"}"#)
    }
}

impl CardDigits {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""1234""#)
    }
}

impl Category {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"name":"a","children":[{"name":"b","children":[]},{"name":"c","children":[{"name":"d","children":[]}]}]}"#,
        )
    }
}

impl Chain {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"value":1,"next":{"value":2,"next":{"value":3}}}"#)
    }
}

impl ClosedWords {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""self""#)
    }
}

impl Containers {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"texts":[],"numbers":[],"anythings":[],"bags":[],"moneys":[],"lines":[],"codes":[],"sides":[],"grid":[],"cube":[],"holes":[],"money_holes":[],"unions":[],"by_name":{},"lines_by_name":{},"lists_by_name":{},"maps_by_name":{},"holes_by_name":{},"anything_by_name":{},"unions_by_name":{},"map_list":[],"matrix":[],"dictionary":{},"alias":{},"words":"w","maybe_list":null,"maybe_map":null,"optional_list":[],"optional_map":{},"optional_maybe_list":null}"#,
        )
    }
}

impl ContainersCodesItem {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""A""#)
    }
}

impl ContainersHolesByNameValue {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""x""#)
    }
}

impl ContainersLinesByNameValue {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"sku":"a"}"#)
    }
}

impl ContainersLinesItem {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"sku":"a"}"#)
    }
}

impl ContainersSidesItem {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""left""#)
    }
}

impl Crate {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"type":"super","inner":{"x":true,"y_z":{"k":""}}}"#)
    }
}

impl CrateSelf {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"type":"self","a_1":true}"#)
    }
}

impl CrateSuper {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"type":"super","inner":{"x":true,"y_z":{"k":""}}}"#)
    }
}

impl CrateSuperInner {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"x":true,"y_z":{"k":""}}"#)
    }
}

impl CrateSuperInnerYZ {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"k":""}"#)
    }
}

impl Currency {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""EUR""#)
    }
}

impl DNameThatGoesOnForSixtyCharactersAndThenStopsHere {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"e":"a_name_that_goes_on_for_sixty_characters_and_then_stops_here_too","a_name_that_goes_on_for_sixty_characters_and_then_stops_here":"b_name_that_goes_on_for_sixty_characters_and_then_stops_here"}"#,
        )
    }
}

impl DNameThatGoesOnForSixtyCharactersAndThenStopsHereE {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#""a_name_that_goes_on_for_sixty_characters_and_then_stops_here_too""#,
        )
    }
}

impl Digital {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"url":"https://example.com/","form":"type","version":"v1"}"#,
        )
    }
}

impl Even {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"odd":{"even":{}}}"#)
    }
}

impl EventType {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""live""#)
    }
}

impl Expression {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"left":{"op":"negation","of":{"value":1,"op":"literal"}},"right":{"left":{"value":1,"op":"literal"},"right":{"value":1,"op":"literal"},"op":"sum"},"op":"sum"}"#,
        )
    }
}

impl Fn {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""fn""#)
    }
}

impl Folder {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"entries":{"a":{"entries":{}}},"trash":[[{"x":{"entries":{}},"y":null}]]}"#,
        )
    }
}

impl HostileText {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"set":"c\nd"}"#)
    }
}

impl HostileTextInline {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"nothing":[{"deep":1}]}"#)
    }
}

impl HostileTextInlineNothingItem {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"deep":1}"#)
    }
}

impl HostileTextSet {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""c\nd""#)
    }
}

impl HostileUrl {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""x""#)
    }
}

impl Inner {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"x":false}"#)
    }
}

impl Item {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"what":"thing","grams":5}"#)
    }
}

impl Keywords {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"type":"x","self":"x","fn":"x","match":"x","async":"x","crate":"x","super":"x","box":"x","gen":"x","dyn":"x","await":"x","yield":"x","macro":"x","static":"x","const":"x","union":"x","auto":"x","try":"x","abstract":"x","true":"x","d":1,"s":1,"t":1,"de":1,"value":1,"fields":1,"deserializer":1,"serializer":1,"new":1,"default":1,"as_str":1,"text":1,"result":1,"__field0":1,"std":1,"core":1,"serde":1,"schema_runtime":1,"string":1,"u8":1,"camelCase":true,"kebab-case":false,"Pascal_Case":true,"with space":true,"dotted.name":true,"line2":true,"line_3":true,"a1b2c3":true,"x_y_z":true,"HTTPServer":true,"ünïcode":true,"don't":true,"@at":true,"$dollar":true,"slash/ed":true,"tilde~d":true,"quote\"d":true,"per%cent":true,"kinds":"self","open_kinds":"crate","of_type":"t","of_self":{"self":"s","crate":{"self":"t"}},"of_fn":"fn","of_match":"self","of_async":[{"self":"u"}],"of_crate":{"type":"super","inner":{"x":true,"y_z":{"k":""}}}}"#,
        )
    }
}

impl KeywordsKinds {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""self""#)
    }
}

impl KeywordsOpenKinds {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""crate""#)
    }
}

impl Kind {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""scalars""#)
    }
}

impl Link {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"next":{"next":null,"others":[null,{"next":null}]},"others":[],"maybe":null}"#,
        )
    }
}

impl Literal {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"value":1,"op":"literal"}"#)
    }
}

impl Match {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""self""#)
    }
}

impl Money {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"cents":-5,"currency":"EUR"}"#)
    }
}

impl NamedCodeValue {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""a""#)
    }
}

impl NamedObjectValue {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"code":null}"#)
    }
}

impl Negation {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"op":"negation","of":{"value":1,"op":"literal"}}"#)
    }
}

impl Odd {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"even":{"odd":{"even":{}}}}"#)
    }
}

impl Open {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""second""#)
    }
}

impl OpenWords {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""unknown""#)
    }
}

impl Paper {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"version":"v1","form":"self","pages":2}"#)
    }
}

impl PaperVoucher {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"kind":"paper","code":null}"#)
    }
}

impl Person {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"name":"a","mother":{"name":"b","mother":null},"father":null}"#,
        )
    }
}

impl Proof {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"version":"v1","form":"self","pages":2}"#)
    }
}

impl Scalars {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"text":"größe 😀","id":"b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21","at":"2024-01-01T12:00:00Z","link":"https://example.com/a?b#c","flag":true,"ratio":3,"small":3,"negative":-7,"between":9,"both_bounds":5,"widest":-9007199254740991,"highest":9007199254740991,"lowest":-9007199254740991,"spelled":1000,"thousands":-12345,"anything":null,"whatever":null,"bag":{"b":[2.5]},"open_bag":{},"null_text":null,"null_id":null,"null_flag":null,"null_ratio":null,"null_small":null,"null_bag":null,"null_money":null,"null_slug":null,"null_alias":null,"null_list":null,"null_object":null,"null_anything":null,"null_code":null,"maybe_null_text":null,"maybe_null_id":null,"maybe_null_flag":null,"maybe_null_ratio":null,"maybe_null_small":null,"maybe_null_bag":null,"maybe_null_money":null,"maybe_null_slug":null,"maybe_null_alias":null,"maybe_null_list":null,"maybe_null_object":null,"maybe_null_anything":null,"maybe_null_code":null,"maybe_anything":null,"maybe_whatever":null}"#,
        )
    }
}

impl ScalarsMaybeNullCode {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""DE""#)
    }
}

impl ScalarsMaybeNullObject {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"a":true}"#)
    }
}

impl ScalarsNullCode {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""DE""#)
    }
}

impl ScalarsNullObject {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"a":true}"#)
    }
}

impl Schema {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""schemas/shop/v1/scalars.json""#)
    }
}

impl Self_ {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"self":"s","crate":{"self":"t"}}"#)
    }
}

impl Service {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"hours":1.5,"what":"service"}"#)
    }
}

impl Sets {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"closed":"stand-by","closed_untyped":"no","closed_words":"self","repeated":"a","one":"the one","one_typed":"AND only","one_enum":"single","open":"second","open_words":"unknown","open_short":"blue","open_pattern":"a-b-c","open_all":"a\\","open_many":["first","forth",""],"by_member":{"k":"x","l":"y"},"null_closed":"l","null_open":"up"}"#,
        )
    }
}

impl SetsByMemberValue {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""x""#)
    }
}

impl SetsClosed {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""stand-by""#)
    }
}

impl SetsClosedUntyped {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""no""#)
    }
}

impl SetsNullClosed {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""l""#)
    }
}

impl SetsNullOpen {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""up""#)
    }
}

impl SetsOpenAll {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""a\\""#)
    }
}

impl SetsOpenPattern {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""a-b-c""#)
    }
}

impl SetsOpenShort {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""blue""#)
    }
}

impl SetsRepeated {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""a""#)
    }
}

impl Settlement {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"parts":[{"method":"card","digits":"1234","note":"n"},{"amount":{"cents":5,"currency":"EUR"},"proof":{"version":"v1","form":"self","pages":2},"method":"bank-transfer"},{"parts":[],"method":"split"}],"method":"split","rest":{"amount":{"cents":5,"currency":"EUR"},"proof":{"url":"https://example.com/","form":"type","version":"v1"},"method":"bank-transfer"},"proofs":{"a":{"version":"v1","form":"self","pages":2},"b":{"url":"https://example.com/","form":"type","version":"v1"}},"voucher":{"kind":"paper","code":null}}"#,
        )
    }
}

impl Short {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""ny""#)
    }
}

impl Slug {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""north""#)
    }
}

impl Split {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"parts":[{"method":"card","digits":"1234","note":"n"},{"amount":{"cents":5,"currency":"EUR"},"proof":{"version":"v1","form":"self","pages":2},"method":"bank-transfer"},{"parts":[],"method":"split"}],"method":"split","rest":{"amount":{"cents":5,"currency":"EUR"},"proof":{"url":"https://example.com/","form":"type","version":"v1"},"method":"bank-transfer"},"proofs":{"a":{"version":"v1","form":"self","pages":2},"b":{"url":"https://example.com/","form":"type","version":"v1"}},"voucher":{"kind":"paper","code":null}}"#,
        )
    }
}

impl Sum {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"left":{"op":"negation","of":{"value":1,"op":"literal"}},"right":{"left":{"value":1,"op":"literal"},"right":{"value":1,"op":"literal"},"op":"sum"},"op":"sum"}"#,
        )
    }
}

impl TextPatternsAndLengths {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"anywhere":"abc","anywhere_word":"a needle in hay\n","starts":"abc","ends":"xyz","either":"birds","loose_either":"xxb","bare_either":"hotdog","counted":"1A2F","counted_range":"xxxyy","decimal":"-1.5","dot":"aüb","dots":"one line","all":"","all_too":"b","digits":"0123","words":"a_1 b","inverses":"a-b","none_of":"ÄBC 1","letters":"Ärger","greek":"αβγ","faces":"😀","fixed":"fixed","fixed_wide":"größe","empty":"","maybe_empty":"","maybe_empty_too":"aaa","braces":"${name}","slashes":"a/b\\c","escapes":"AB\t","brackets":"]\\^-","looped":"aababa","looped_whole":"aabaab","lazy":"ab-","digest":"sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","digest_only":"0123456789012345678901234567890123456789","wide_run":"äü","ticks":"`a`","stars":"/* a */","quotes":"\"a\"]","markup":"<script>[x](y)","spaces":"  a ","slug":"a-1","version":"1.0.10","never_special":".*+?()|{}^$","at_least_none":"","at_least_one":"ä","at_least_three":"😀😀😀","at_most_none":"","at_most_two":"😀😀","exactly_none":"","exactly_one":"ä","exactly_two":"é😀","two_to_four":"äöü","spelled_as_floats":"abc","pattern_and_least":"ab","pattern_and_most":"-","pattern_and_both":"äb","pattern_and_exact":"a1","all_and_exact":"\n"}"#,
        )
    }
}

impl TextPatternsAndLengthsAllAndExact {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""\n""#)
    }
}

impl TextPatternsAndLengthsAnywhere {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""abc""#)
    }
}

impl TextPatternsAndLengthsAnywhereWord {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""a needle in hay\n""#)
    }
}

impl TextPatternsAndLengthsAtLeastOne {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""ä""#)
    }
}

impl TextPatternsAndLengthsAtLeastThree {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""😀😀😀""#)
    }
}

impl TextPatternsAndLengthsAtMostNone {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""""#)
    }
}

impl TextPatternsAndLengthsAtMostTwo {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""😀😀""#)
    }
}

impl TextPatternsAndLengthsBareEither {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""hotdog""#)
    }
}

impl TextPatternsAndLengthsBraces {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""${name}""#)
    }
}

impl TextPatternsAndLengthsBrackets {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""]\\^-""#)
    }
}

impl TextPatternsAndLengthsCounted {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""1A2F""#)
    }
}

impl TextPatternsAndLengthsCountedRange {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""xxxyy""#)
    }
}

impl TextPatternsAndLengthsDecimal {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""-1.5""#)
    }
}

impl TextPatternsAndLengthsDigest {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#""sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef""#,
        )
    }
}

impl TextPatternsAndLengthsDigestOnly {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""0123456789012345678901234567890123456789""#)
    }
}

impl TextPatternsAndLengthsDigits {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""0123""#)
    }
}

impl TextPatternsAndLengthsDot {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""aüb""#)
    }
}

impl TextPatternsAndLengthsDots {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""one line""#)
    }
}

impl TextPatternsAndLengthsEither {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""birds""#)
    }
}

impl TextPatternsAndLengthsEmpty {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""""#)
    }
}

impl TextPatternsAndLengthsEnds {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""xyz""#)
    }
}

impl TextPatternsAndLengthsEscapes {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""AB\t""#)
    }
}

impl TextPatternsAndLengthsExactlyNone {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""""#)
    }
}

impl TextPatternsAndLengthsExactlyOne {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""ä""#)
    }
}

impl TextPatternsAndLengthsExactlyTwo {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""é😀""#)
    }
}

impl TextPatternsAndLengthsFaces {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""😀""#)
    }
}

impl TextPatternsAndLengthsFixed {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""fixed""#)
    }
}

impl TextPatternsAndLengthsFixedWide {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""größe""#)
    }
}

impl TextPatternsAndLengthsGreek {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""αβγ""#)
    }
}

impl TextPatternsAndLengthsInverses {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""a-b""#)
    }
}

impl TextPatternsAndLengthsLazy {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""ab-""#)
    }
}

impl TextPatternsAndLengthsLetters {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""Ärger""#)
    }
}

impl TextPatternsAndLengthsLooped {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""aababa""#)
    }
}

impl TextPatternsAndLengthsLoopedWhole {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""aabaab""#)
    }
}

impl TextPatternsAndLengthsLooseEither {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""xxb""#)
    }
}

impl TextPatternsAndLengthsMarkup {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""<script>[x](y)""#)
    }
}

impl TextPatternsAndLengthsMaybeEmpty {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""""#)
    }
}

impl TextPatternsAndLengthsMaybeEmptyToo {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""aaa""#)
    }
}

impl TextPatternsAndLengthsNeverSpecial {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"".*+?()|{}^$""#)
    }
}

impl TextPatternsAndLengthsNoneOf {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""ÄBC 1""#)
    }
}

impl TextPatternsAndLengthsPatternAndBoth {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""äb""#)
    }
}

impl TextPatternsAndLengthsPatternAndExact {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""a1""#)
    }
}

impl TextPatternsAndLengthsPatternAndLeast {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""ab""#)
    }
}

impl TextPatternsAndLengthsPatternAndMost {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""-""#)
    }
}

impl TextPatternsAndLengthsQuotes {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""\"a\"]""#)
    }
}

impl TextPatternsAndLengthsSlashes {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""a/b\\c""#)
    }
}

impl TextPatternsAndLengthsSlug {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""a-1""#)
    }
}

impl TextPatternsAndLengthsSpaces {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""  a ""#)
    }
}

impl TextPatternsAndLengthsSpelledAsFloats {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""abc""#)
    }
}

impl TextPatternsAndLengthsStars {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""/* a */""#)
    }
}

impl TextPatternsAndLengthsStarts {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""abc""#)
    }
}

impl TextPatternsAndLengthsTicks {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""`a`""#)
    }
}

impl TextPatternsAndLengthsTwoToFour {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""äöü""#)
    }
}

impl TextPatternsAndLengthsVersion {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""1.0.10""#)
    }
}

impl TextPatternsAndLengthsWideRun {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""äü""#)
    }
}

impl TextPatternsAndLengthsWords {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""a_1 b""#)
    }
}

impl Thing {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"what":"thing","grams":5}"#)
    }
}

impl Transfer {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"amount":{"cents":5,"currency":"EUR"},"proof":{"version":"v1","form":"self","pages":2},"method":"bank-transfer"}"#,
        )
    }
}

impl Trees {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"category":{"name":"a","children":[{"name":"b","children":[]},{"name":"c","children":[{"name":"d","children":[]}]}]},"chain":{"value":1,"next":{"value":2,"next":{"value":3}}},"person":{"name":"a","mother":{"name":"b","mother":null},"father":null},"folder":{"entries":{"a":{"entries":{}}},"trash":[[{"x":{"entries":{}},"y":null}]]},"odd":{"even":{"odd":{"even":{}}}},"expression":{"left":{"op":"negation","of":{"value":1,"op":"literal"}},"right":{"left":{"value":1,"op":"literal"},"right":{"value":1,"op":"literal"},"op":"sum"},"op":"sum"},"maybe":{"value":0},"link":{"next":{"next":null,"others":[null,{"next":null}]},"others":[],"maybe":null},"code":"a","object":{"code":null}}"#,
        )
    }
}

impl Type {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""t""#)
    }
}

impl Voucher {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"kind":"paper","code":null}"#)
    }
}

impl Event {
    /// Returns the event of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(SCALARS_EVERYTHING)
    }
}

impl Scalars {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(SCALARS_EVERYTHING)
    }
}

impl TextPatternsAndLengths {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(TEXT_PATTERNS_AND_LENGTHS_GOOD)
    }
}

impl AKindOfEventThatGoesOnForSixtyCharactersAndStops {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(
            A_KIND_OF_EVENT_THAT_GOES_ON_FOR_SIXTY_CHARACTERS_AND_STOPS_GOOD,
        )
    }
}

impl AllOptional {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(ALL_OPTIONAL_FULL)
    }
}

impl Containers {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(CONTAINERS_EMPTY)
    }
}

impl HostileText {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(HOSTILE_TEXT_SOME)
    }
}

impl Keywords {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(KEYWORDS_ALL)
    }
}

impl Settlement {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(PAYMENT_OF_ORDER_SETTLED_BODY_FIRST)
    }
}

impl Sets {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(SETS_KNOWN)
    }
}

impl Trees {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(TREES_GOOD)
    }
}
