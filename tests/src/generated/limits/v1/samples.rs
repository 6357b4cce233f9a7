// @generated from limits/v1 by `cargo xtask codegen`. Changes made here are lost.

//! The examples of the registry, for tests (feature `test-util`).

use super::{
    BoxOf, BoxOfSides, Branch, Chain, Choice, Circle, CircleRadius, Degrees, Event, EventEventType,
    EventWeight, IndexValueItem, Line, Lists, ListsGridItemItem, ListsUniqueOpenItem,
    ListsUniqueSidesItem, Maps, MapsByLengthKey, MapsByOpenKey, MapsByPatternKey, MapsBySideKey,
    Mark, Nested, Numbers, NumbersAboveZero, NumbersAtMost, NumbersBelowZero, NumbersBoth,
    NumbersByNameValue, NumbersFromZero, NumbersHalfClosed, NumbersHalfOpen, NumbersManyItem,
    NumbersMaybeShare, NumbersNegativeZero, NumbersNothing, NumbersOne, NumbersOpen, NumbersShare,
    NumbersTiny, NumbersWidest, NumbersWidestOpen, Point, PointX, PointY, Shape, Slug, Span, Spot,
    SpotOf, SpotX, SpotY, Texts, Tree, TreeLabel, Tuples, TuplesAnything, TuplesBoth,
    TuplesByLength, TuplesHoles, TuplesInner, TuplesInnerItem2, TuplesLimited, TuplesLimitedItem1,
    TuplesLimitedItem2, TuplesLimitedItem4, TuplesLong, TuplesMaybe, TuplesPair,
};

/// The example `schemas/limits/v1/examples/lists/full.json`.
pub const LISTS_FULL: &str = r#"{
  "event_type": "lists",
  "tags": ["a", "b", "c"],
  "data": {
    "one_to_three": ["a", "b", "c"],
    "two": [true, true],
    "some": [null],
    "few": [
      {},
      {}
    ],
    "none": [],
    "floats": ["x"],
    "unbounded": ["a", "a"],
    "unique": ["a", "b", ""],
    "unique_slugs": ["a", "b", "c"],
    "unique_integers": [-5, 5, 0],
    "unique_even": [2, 0],
    "unique_flags": [true, false],
    "unique_sides": ["right", "left"],
    "unique_open": ["a", "c", "b"],
    "unique_times": ["2024-01-01T00:00:00Z", "2024-01-01T00:00:00+00:00", "2024-01-01T00:00:00z"],
    "unique_links": ["https://a.example/", "https://A.example/"],
    "unique_holes": ["a", null, "null"],
    "unique_rows": [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1]
    ],
    "unique_pairs": [
      ["a", "b"],
      ["b", "a"]
    ],
    "unique_sets": [
      ["a"],
      ["a", "b"],
      ["b", "a"]
    ],
    "unique_one": [
      {
        "a": 1
      }
    ],
    "grid": [
      [0],
      [0.5, 2]
    ],
    "structs": [
      {
        "x": 0,
        "y": 1
      },
      {
        "x": 0,
        "y": 1
      }
    ],
    "shapes": [
      {
        "shape": "line",
        "points": [
          {
            "x": 0,
            "y": 0
          },
          {
            "x": 1,
            "y": 1
          }
        ]
      },
      {
        "at": {
          "x": 0.5,
          "y": 0.5
        },
        "shape": "mark"
      }
    ],
    "named": ["b", "a"],
    "by_name": {
      "a": ["x"],
      "b": ["y", "y"]
    },
    "nothing": ["a", "b"],
    "maybe": ["a"],
    "maybe_unique": ["b", "a"],
    "tree": {
      "label": "root",
      "children": [
        {
          "label": "left"
        },
        {
          "label": "right",
          "children": [
            {
              "label": ""
            },
            {
              "label": ""
            }
          ]
        }
      ]
    }
  }
}
"#;

/// The example `schemas/limits/v1/examples/lists/good.json`.
pub const LISTS_GOOD: &str = r#"{
  "event_type": "lists",
  "tags": ["new", "hot"],
  "data": {
    "one_to_three": ["a", "a"],
    "two": [true, true],
    "some": [null],
    "few": [
      {},
      {}
    ],
    "none": [],
    "floats": ["x"],
    "unbounded": ["a", "a"],
    "unique": ["a", "b", ""],
    "unique_slugs": ["a", "b", "c"],
    "unique_integers": [1, -1, 0],
    "unique_even": [2, 0],
    "unique_flags": [true, false],
    "unique_sides": ["right", "left"],
    "unique_open": ["a", "c", "b"],
    "unique_times": ["2024-01-01T00:00:00Z", "2024-01-01T00:00:00+00:00", "2024-01-01T00:00:00z"],
    "unique_links": ["https://a.example/", "https://A.example/"],
    "unique_holes": ["a", null, "null"],
    "unique_rows": [
      [1, 2],
      [2, 1],
      [],
      [1]
    ],
    "unique_pairs": [
      ["a", "b"],
      ["b", "a"]
    ],
    "unique_sets": [
      ["a"],
      ["a", "b"],
      ["b", "a"]
    ],
    "unique_one": [
      {
        "a": 1
      }
    ],
    "grid": [
      [0],
      [0.5, 2]
    ],
    "structs": [
      {
        "x": 0,
        "y": 1
      },
      {
        "x": 0,
        "y": 1
      }
    ],
    "shapes": [
      {
        "shape": "line",
        "points": [
          {
            "x": 0,
            "y": 0
          },
          {
            "x": 1,
            "y": 1
          }
        ]
      },
      {
        "at": {
          "x": 0.5,
          "y": 0.5
        },
        "shape": "mark"
      }
    ],
    "named": ["b", "a"],
    "by_name": {
      "a": ["x"],
      "b": ["y", "y"]
    },
    "nothing": ["a", "b"],
    "maybe": ["a"],
    "maybe_unique": ["b", "a"],
    "tree": {
      "label": "root",
      "children": [
        {
          "label": "left"
        },
        {
          "label": "right",
          "children": [
            {
              "label": ""
            },
            {
              "label": ""
            }
          ]
        }
      ]
    }
  }
}
"#;

/// The example `schemas/limits/v1/examples/lists/small.json`.
pub const LISTS_SMALL: &str = r#"{
  "event_type": "lists",
  "data": {
    "one_to_three": ["a"],
    "two": [true, true],
    "some": [1, 1.0, "1"],
    "few": [],
    "none": [],
    "floats": ["a", "b"],
    "unbounded": [],
    "unique": [],
    "unique_slugs": ["a"],
    "unique_integers": [],
    "unique_even": [-2],
    "unique_flags": [],
    "unique_sides": [],
    "unique_open": [],
    "unique_times": [],
    "unique_links": [],
    "unique_holes": [],
    "unique_rows": [],
    "unique_pairs": [],
    "unique_sets": [],
    "unique_one": [],
    "grid": [
      [0],
      [0.5, 2]
    ],
    "structs": [
      {
        "x": 1.0,
        "y": 0.0
      }
    ],
    "shapes": [],
    "named": ["x"],
    "by_name": {},
    "nothing": null,
    "tree": {
      "label": "leaf"
    }
  }
}
"#;

/// The example `schemas/limits/v1/examples/maps/good.json`.
pub const MAPS_GOOD: &str = r#"{
  "event_type": "maps",
  "labels": {
    "a": "b"
  },
  "data": {
    "one_to_three": {
      "a": 1,
      "b": 2,
      "": 0
    },
    "one": {
      "x": true
    },
    "some": {
      "a": null
    },
    "few": {
      "a": [],
      "b": {}
    },
    "few_open": {
      "é": 1
    },
    "none": {},
    "floats": {
      "a": 1
    },
    "by_slug": {
      "a": 1,
      "b": 2
    },
    "by_pattern": {
      "x-a": 0
    },
    "by_length": {
      "é😀": 3,
      "abc": 1
    },
    "by_side": {
      "right": 1,
      "left": 2
    },
    "by_open": {
      "red": 1,
      "green": 2
    },
    "by_alias": {
      "a": 1
    },
    "by_any": {
      "": 1,
      " ": 2
    },
    "by_text": {
      "B": 1,
      "b": 2
    },
    "names": {
      "a": {
        "b": 1
      }
    },
    "few_by_slug": {
      "a": 1
    },
    "plain": {
      "a": 1,
      "A": 2
    },
    "lists": {
      "a": ["x", "y"],
      "b": []
    },
    "maps": {
      "a": {
        "B": 1
      }
    },
    "structs": {
      "p": {
        "x": 0,
        "y": 1
      }
    },
    "listed": [
      {
        "a": 1
      },
      {}
    ],
    "named": {
      "a": ["x"],
      "b": ["x", "y", "z"]
    },
    "nothing": {
      "a": 1
    },
    "maybe": {
      "a": 1
    },
    "maybe_plain": {},
    "nested": {
      "inside": {
        "a": {
          "inside": {}
        },
        "b": {
          "inside": {
            "c": {
              "inside": {}
            }
          }
        }
      }
    }
  }
}
"#;

/// The example `schemas/limits/v1/examples/maps/small.json`.
pub const MAPS_SMALL: &str = r#"{
  "event_type": "maps",
  "labels": {},
  "data": {
    "one_to_three": {
      "a": 1.0
    },
    "one": {
      "x": true
    },
    "some": {
      "a": null
    },
    "few": {},
    "few_open": {},
    "none": {},
    "floats": {
      "a": 1
    },
    "by_slug": {},
    "by_pattern": {},
    "by_length": {},
    "by_side": {},
    "by_open": {},
    "by_alias": {},
    "by_any": {},
    "by_text": {},
    "names": {},
    "few_by_slug": {
      "a": 1
    },
    "plain": {},
    "lists": {},
    "maps": {},
    "structs": {
      "p": {
        "x": 0,
        "y": 1
      }
    },
    "listed": [],
    "named": {},
    "nothing": null,
    "nested": {
      "inside": {}
    }
  }
}
"#;

/// The example `schemas/limits/v1/examples/numbers/edges.json`.
pub const NUMBERS_EDGES: &str = r#"{
  "event_type": "numbers",
  "data": {
    "share": 1.0,
    "open": 0.9999999999999999,
    "from_zero": 1e+308,
    "above_zero": 5e-324,
    "below_zero": -1e+300,
    "at_most": -0.1,
    "half_open": -1.5,
    "half_closed": 1.5,
    "one": 0.3333333333333333,
    "tiny": 5e-324,
    "negative_zero": -0.0,
    "widest": -9007199254740991,
    "widest_open": -9007199254740990,
    "both": 9.499999999999998,
    "named": -273.15,
    "nothing": 100,
    "many": [],
    "by_name": {},
    "even": 0,
    "quarters": 480.0,
    "thousands": 3000.0,
    "any_integer": 2,
    "huge_steps": 0,
    "version": 1,
    "untyped": 300,
    "zero": 0,
    "stage": -1,
    "level": 3,
    "null_stage": null
  }
}
"#;

/// The example `schemas/limits/v1/examples/numbers/good.json`.
pub const NUMBERS_GOOD: &str = r#"{
  "event_type": "numbers",
  "weight": 0.5,
  "step": 20,
  "data": {
    "share": 0.25,
    "open": 0.5,
    "from_zero": 0,
    "above_zero": 5e-324,
    "below_zero": -1e+300,
    "at_most": -0.1,
    "half_open": -1.5,
    "half_closed": 1.5,
    "one": 0.3333333333333333,
    "tiny": 5e-324,
    "negative_zero": 0,
    "widest": 9007199254740991,
    "widest_open": -9007199254740990,
    "both": 1,
    "named": -12.5,
    "nothing": null,
    "many": [0, 1, 0.5],
    "by_name": {
      "a": 0,
      "b": 0.999
    },
    "even": -4,
    "quarters": 45,
    "thousands": -9007199254740000,
    "any_integer": 2,
    "huge_steps": -9007199254740991,
    "version": 1,
    "untyped": 300,
    "zero": 0,
    "stage": -1,
    "level": 3,
    "null_stage": null,
    "maybe_share": 1,
    "maybe_even": 8
  }
}
"#;

/// The example `schemas/limits/v1/examples/texts/good.json`.
pub const TEXTS_GOOD: &str = r#"{
  "event_type": "texts",
  "data": {
    "date": "2024-02-29",
    "address": "127.0.0.1",
    "null_date": null,
    "null_address": "0.0.0.0",
    "dates": ["0000-01-01", "9999-12-31"],
    "addresses": ["255.255.255.255", "1.2.3.4"],
    "by_name": {
      "a": "2000-02-29"
    },
    "named": "1999-12-31",
    "maybe_date": "2023-02-28",
    "maybe_address": "8.8.8.8"
  }
}
"#;

/// The example `schemas/limits/v1/examples/texts/small.json`.
pub const TEXTS_SMALL: &str = r#"{
  "event_type": "texts",
  "data": {
    "date": "2024-02-29",
    "address": "127.0.0.1",
    "null_date": "2024-01-01",
    "null_address": null,
    "dates": [],
    "addresses": ["255.255.255.255", "1.2.3.4"],
    "by_name": {},
    "named": "1999-12-31"
  }
}
"#;

/// The example `schemas/limits/v1/examples/tuples/good.json`.
pub const TUPLES_GOOD: &str = r#"{
  "event_type": "tuples",
  "data": {
    "pair": ["a", true],
    "range": [-1.5, 2],
    "limited": [
      "AB",
      0.5,
      9,
      "left",
      ["x", "y"],
      {
        "a": 1
      }
    ],
    "by_length": ["a", "b"],
    "both": ["a", "a"],
    "holes": [null, "2024-01-01T00:00:00Z"],
    "anything": [
      null,
      {
        "a": [1]
      }
    ],
    "long": [true, false, true, false, true, false, true, false, true, false, true, false, true],
    "corners": [
      [0, 1],
      [2, 3]
    ],
    "spans": {
      "a": [0, 0]
    },
    "inner": [
      [1, 2],
      [
        "a",
        {
          "at": [3, 4]
        }
      ]
    ],
    "tree": [
      "root",
      [
        [
          "left",
          []
        ],
        [
          "right",
          [
            [
              "leaf",
              []
            ]
          ]
        ]
      ]
    ],
    "chain": [
      "a",
      [
        "b",
        ["c", null]
      ]
    ],
    "nothing": [1, 2],
    "maybe": ["a", "b"],
    "choice": {
      "kind": "box",
      "sides": [
        [0, 1],
        [2, 3]
      ]
    }
  }
}
"#;

/// The example `schemas/limits/v1/examples/tuples/sides_first.json`.
pub const TUPLES_SIDES_FIRST: &str = r#"{
  "event_type": "tuples",
  "data": {
    "pair": ["a", true],
    "range": [-1.5, 2],
    "limited": [
      "AB",
      0.5,
      9,
      "left",
      ["x", "y"],
      {
        "a": 1
      }
    ],
    "by_length": ["a", "b"],
    "both": ["a", "a"],
    "holes": [null, "2024-01-01T00:00:00Z"],
    "anything": [
      null,
      {
        "a": [1]
      }
    ],
    "long": [true, false, true, false, true, false, true, false, true, false, true, false, true],
    "corners": [
      [0, 1],
      [2, 3]
    ],
    "spans": {
      "a": [0, 0]
    },
    "inner": [
      [1, 2],
      [
        "a",
        {
          "at": [3, 4]
        }
      ]
    ],
    "tree": [
      "root",
      [
        [
          "left",
          []
        ],
        [
          "right",
          [
            [
              "leaf",
              []
            ]
          ]
        ]
      ]
    ],
    "chain": [
      "a",
      [
        "b",
        ["c", null]
      ]
    ],
    "nothing": [1, 2],
    "maybe": null,
    "choice": {
      "sides": [
        [0, 1],
        [2, 3]
      ],
      "kind": "box"
    }
  }
}
"#;

/// The example `schemas/limits/v1/examples/tuples/small.json`.
pub const TUPLES_SMALL: &str = r#"{
  "event_type": "tuples",
  "data": {
    "pair": ["a", true],
    "range": [-1.5, 2],
    "limited": [
      "ZZ",
      0,
      9.0,
      "right",
      [""],
      {}
    ],
    "by_length": ["a", "b"],
    "both": ["a", "a"],
    "holes": ["", null],
    "anything": [
      null,
      {
        "a": [1]
      }
    ],
    "long": [true, false, true, false, true, false, true, false, true, false, true, false, true],
    "corners": [
      [0, 1],
      [2, 3]
    ],
    "spans": {},
    "inner": [
      [1, 2],
      [
        "a",
        {
          "at": [3, 4]
        }
      ]
    ],
    "tree": [
      "",
      []
    ],
    "chain": ["", null],
    "nothing": null,
    "choice": {
      "kind": "circle",
      "radius": 1
    }
  }
}
"#;

/// Every example, by its path.
pub const ALL: &[(&str, &str)] = &[
    ("schemas/limits/v1/examples/lists/full.json", LISTS_FULL),
    ("schemas/limits/v1/examples/lists/good.json", LISTS_GOOD),
    ("schemas/limits/v1/examples/lists/small.json", LISTS_SMALL),
    ("schemas/limits/v1/examples/maps/good.json", MAPS_GOOD),
    ("schemas/limits/v1/examples/maps/small.json", MAPS_SMALL),
    ("schemas/limits/v1/examples/numbers/edges.json", NUMBERS_EDGES),
    ("schemas/limits/v1/examples/numbers/good.json", NUMBERS_GOOD),
    ("schemas/limits/v1/examples/texts/good.json", TEXTS_GOOD),
    ("schemas/limits/v1/examples/texts/small.json", TEXTS_SMALL),
    ("schemas/limits/v1/examples/tuples/good.json", TUPLES_GOOD),
    ("schemas/limits/v1/examples/tuples/sides_first.json", TUPLES_SIDES_FIRST),
    ("schemas/limits/v1/examples/tuples/small.json", TUPLES_SMALL),
];

impl BoxOf {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"kind":"box","sides":[[0,1],[2,3]]}"#)
    }
}

impl BoxOfSides {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"[[0,1],[2,3]]")
    }
}

impl Branch {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"["root",[["left",[]],["right",[["leaf",[]]]]]]"#)
    }
}

impl Chain {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"["a",["b",["c",null]]]"#)
    }
}

impl Choice {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"kind":"box","sides":[[0,1],[2,3]]}"#)
    }
}

impl Circle {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"kind":"circle","radius":1}"#)
    }
}

impl CircleRadius {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"1")
    }
}

impl Degrees {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"-273.15")
    }
}

impl EventEventType {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""lists""#)
    }
}

impl EventWeight {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"0.5")
    }
}

impl IndexValueItem {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""x""#)
    }
}

impl Line {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"shape":"line","points":[{"x":0,"y":0},{"x":1,"y":1}]}"#,
        )
    }
}

impl Lists {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"one_to_three":["a","b","c"],"two":[true,true],"some":[null],"few":[{},{}],"none":[],"floats":["x"],"unbounded":["a","a"],"unique":["a","b",""],"unique_slugs":["a","b","c"],"unique_integers":[-5,5,0],"unique_even":[2,0],"unique_flags":[true,false],"unique_sides":["right","left"],"unique_open":["a","c","b"],"unique_times":["2024-01-01T00:00:00Z","2024-01-01T00:00:00+00:00","2024-01-01T00:00:00z"],"unique_links":["https://a.example/","https://A.example/"],"unique_holes":["a",null,"null"],"unique_rows":[[0,0],[0,1],[1,0],[1,1]],"unique_pairs":[["a","b"],["b","a"]],"unique_sets":[["a"],["a","b"],["b","a"]],"unique_one":[{"a":1}],"grid":[[0],[0.5,2]],"structs":[{"x":0,"y":1},{"x":0,"y":1}],"shapes":[{"shape":"line","points":[{"x":0,"y":0},{"x":1,"y":1}]},{"at":{"x":0.5,"y":0.5},"shape":"mark"}],"named":["b","a"],"by_name":{"a":["x"],"b":["y","y"]},"nothing":["a","b"],"maybe":["a"],"maybe_unique":["b","a"],"tree":{"label":"root","children":[{"label":"left"},{"label":"right","children":[{"label":""},{"label":""}]}]}}"#,
        )
    }
}

impl ListsGridItemItem {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"0")
    }
}

impl ListsUniqueOpenItem {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""a""#)
    }
}

impl ListsUniqueSidesItem {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""right""#)
    }
}

impl Maps {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"one_to_three":{"a":1,"b":2,"":0},"one":{"x":true},"some":{"a":null},"few":{"a":[],"b":{}},"few_open":{"é":1},"none":{},"floats":{"a":1},"by_slug":{"a":1,"b":2},"by_pattern":{"x-a":0},"by_length":{"é😀":3,"abc":1},"by_side":{"right":1,"left":2},"by_open":{"red":1,"green":2},"by_alias":{"a":1},"by_any":{"":1," ":2},"by_text":{"B":1,"b":2},"names":{"a":{"b":1}},"few_by_slug":{"a":1},"plain":{"a":1,"A":2},"lists":{"a":["x","y"],"b":[]},"maps":{"a":{"B":1}},"structs":{"p":{"x":0,"y":1}},"listed":[{"a":1},{}],"named":{"a":["x"],"b":["x","y","z"]},"nothing":{"a":1},"maybe":{"a":1},"maybe_plain":{},"nested":{"inside":{"a":{"inside":{}},"b":{"inside":{"c":{"inside":{}}}}}}}"#,
        )
    }
}

impl MapsByLengthKey {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""é😀""#)
    }
}

impl MapsByOpenKey {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""red""#)
    }
}

impl MapsByPatternKey {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""x-a""#)
    }
}

impl MapsBySideKey {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""right""#)
    }
}

impl Mark {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"at":{"x":0.5,"y":0.5},"shape":"mark"}"#)
    }
}

impl Nested {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"inside":{"a":{"inside":{}},"b":{"inside":{"c":{"inside":{}}}}}}"#,
        )
    }
}

impl Numbers {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"share":1.0,"open":0.9999999999999999,"from_zero":1e+308,"above_zero":5e-324,"below_zero":-1e+300,"at_most":-0.1,"half_open":-1.5,"half_closed":1.5,"one":0.3333333333333333,"tiny":5e-324,"negative_zero":-0.0,"widest":-9007199254740991,"widest_open":-9007199254740990,"both":9.499999999999998,"named":-273.15,"nothing":100,"many":[],"by_name":{},"even":0,"quarters":480.0,"thousands":3000.0,"any_integer":2,"huge_steps":0,"version":1,"untyped":300,"zero":0,"stage":-1,"level":3,"null_stage":null}"#,
        )
    }
}

impl NumbersAboveZero {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"5e-324")
    }
}

impl NumbersAtMost {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"-0.1")
    }
}

impl NumbersBelowZero {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"-1e+300")
    }
}

impl NumbersBoth {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"9.499999999999998")
    }
}

impl NumbersByNameValue {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"0")
    }
}

impl NumbersFromZero {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"1e+308")
    }
}

impl NumbersHalfClosed {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"1.5")
    }
}

impl NumbersHalfOpen {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"-1.5")
    }
}

impl NumbersManyItem {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"0")
    }
}

impl NumbersMaybeShare {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"1")
    }
}

impl NumbersNegativeZero {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"-0.0")
    }
}

impl NumbersNothing {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"100")
    }
}

impl NumbersOne {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"0.3333333333333333")
    }
}

impl NumbersOpen {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"0.9999999999999999")
    }
}

impl NumbersShare {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"1.0")
    }
}

impl NumbersTiny {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"5e-324")
    }
}

impl NumbersWidest {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"-9007199254740991")
    }
}

impl NumbersWidestOpen {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"-9007199254740990")
    }
}

impl Point {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"x":0,"y":1}"#)
    }
}

impl PointX {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"0")
    }
}

impl PointY {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"1")
    }
}

impl Shape {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"shape":"line","points":[{"x":0,"y":0},{"x":1,"y":1}]}"#,
        )
    }
}

impl Slug {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""a""#)
    }
}

impl Span {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"[-1.5,2]")
    }
}

impl Spot {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"x":0,"y":1}"#)
    }
}

impl SpotOf {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"at":[3,4]}"#)
    }
}

impl SpotX {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"0")
    }
}

impl SpotY {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"1")
    }
}

impl Texts {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"date":"2024-02-29","address":"127.0.0.1","null_date":null,"null_address":"0.0.0.0","dates":["0000-01-01","9999-12-31"],"addresses":["255.255.255.255","1.2.3.4"],"by_name":{"a":"2000-02-29"},"named":"1999-12-31","maybe_date":"2023-02-28","maybe_address":"8.8.8.8"}"#,
        )
    }
}

impl Tree {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"label":"root","children":[{"label":"left"},{"label":"right","children":[{"label":""},{"label":""}]}]}"#,
        )
    }
}

impl TreeLabel {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""root""#)
    }
}

impl Tuples {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"pair":["a",true],"range":[-1.5,2],"limited":["AB",0.5,9,"left",["x","y"],{"a":1}],"by_length":["a","b"],"both":["a","a"],"holes":[null,"2024-01-01T00:00:00Z"],"anything":[null,{"a":[1]}],"long":[true,false,true,false,true,false,true,false,true,false,true,false,true],"corners":[[0,1],[2,3]],"spans":{"a":[0,0]},"inner":[[1,2],["a",{"at":[3,4]}]],"tree":["root",[["left",[]],["right",[["leaf",[]]]]]],"chain":["a",["b",["c",null]]],"nothing":[1,2],"maybe":["a","b"],"choice":{"kind":"box","sides":[[0,1],[2,3]]}}"#,
        )
    }
}

impl TuplesAnything {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"[null,{"a":[1]}]"#)
    }
}

impl TuplesBoth {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"["a","a"]"#)
    }
}

impl TuplesByLength {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"["a","b"]"#)
    }
}

impl TuplesHoles {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"[null,"2024-01-01T00:00:00Z"]"#)
    }
}

impl TuplesInner {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"[[1,2],["a",{"at":[3,4]}]]"#)
    }
}

impl TuplesInnerItem2 {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"["a",{"at":[3,4]}]"#)
    }
}

impl TuplesLimited {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"["AB",0.5,9,"left",["x","y"],{"a":1}]"#)
    }
}

impl TuplesLimitedItem1 {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""AB""#)
    }
}

impl TuplesLimitedItem2 {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r"0.5")
    }
}

impl TuplesLimitedItem4 {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""left""#)
    }
}

impl TuplesLong {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r"[true,false,true,false,true,false,true,false,true,false,true,false,true]",
        )
    }
}

impl TuplesMaybe {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"["a","b"]"#)
    }
}

impl TuplesPair {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"["a",true]"#)
    }
}

impl Event {
    /// Returns the event of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(LISTS_FULL)
    }
}

impl Lists {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(LISTS_FULL)
    }
}

impl Maps {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(MAPS_GOOD)
    }
}

impl Numbers {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(NUMBERS_GOOD)
    }
}

impl Texts {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(TEXTS_GOOD)
    }
}

impl Tuples {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(TUPLES_GOOD)
    }
}
