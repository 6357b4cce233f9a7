// @generated from limits/v1 by `cargo xtask codegen`. Changes made here are lost.

//! JSON Schemas of the types, for the feature `schemars`.

schema_runtime::json_schema! {
    event Event {
        event_type _ = "event_type", "The type of the event.";
        optional weight = "weight", "How much the event matters.";
        optional step = "step", "Which step this is, in tens.";
        optional tags = "tags", "What else the event is, each once.";
        optional labels = "labels", "Texts about the event, by slug.";
        payload _ = "data", "The payload.";
    } around Data { Unknown(EventEventType), Lists, Maps, Numbers, Texts, Tuples }
    "Fields with limits around a payload with limits."
}

schema_runtime::json_schema! {
    open_set EventEventType { Lists, Maps, Numbers, Texts, Tuples } { "pattern": "^[a-z]+$" }
    "The type of the event."
}

schema_runtime::json_schema! {
    number EventWeight { "minimum": 0.0, "maximum": 1.0 }
    "How much the event matters."
}

schema_runtime::json_schema! {
    text Slug { "pattern": "^[a-z]+$" }
    "Lower-case letters."
}

schema_runtime::json_schema! {
    object Lists {
        required one_to_three = "one_to_three", "One to three texts.";
        required two = "two", "Exactly two.";
        required some = "some", "At least one thing of any type.";
        required few = "few", "At most two objects.";
        required none = "none", "Always empty.";
        required floats = "floats", "Bounds spelled as floats.";
        required unbounded = "unbounded", "Bounds that say nothing.";
        required unique = "unique", "Different texts.";
        required unique_slugs = "unique_slugs", "One to three different slugs.";
        required unique_integers = "unique_integers", "Different integers.";
        required unique_even = "unique_even", "Different even numbers, at least one.";
        required unique_flags = "unique_flags", "Yes or no, each once.";
        required unique_sides = "unique_sides", "Sides, each once.";
        required unique_open = "unique_open", "Members of an open set, each once.";
        required unique_times = "unique_times", "Different texts of times, even if they are the same moment.";
        required unique_links = "unique_links", "Different addresses.";
        required unique_holes = "unique_holes", "Different texts, and null once.";
        required unique_rows = "unique_rows", "Different rows of integers.";
        required unique_pairs = "unique_pairs", "Different pairs.";
        required unique_sets = "unique_sets", "Different lists, in each of which all is different.";
        required unique_one = "unique_one", "One object: there is no other that could be equal.";
        required grid = "grid", "Two rows of one or two.";
        required structs = "structs", "Points.";
        required shapes = "shapes", "Shapes: a union in a list.";
        required named = "named", "A list by a definition.";
        required by_name = "by_name", "Lists by name.";
        required nothing = "nothing", "A list, or null.";
        optional maybe = "maybe", "A list that may be left out.";
        optional maybe_unique = "maybe_unique", "A list of different texts that may be left out.";
        required tree = "tree", "A tree whose inner nodes have two children.";
    }
    "Lists of so many items, and of different ones."
}

schema_runtime::json_schema! {
    closed_set ListsUniqueSidesItem { Left, Right }
    "Sides, each once."
}

schema_runtime::json_schema! {
    open_set ListsUniqueOpenItem { A, B } {}
    "Members of an open set, each once."
}

schema_runtime::json_schema! {
    number ListsGridItemItem { "minimum": 0.0 }
    "A row."
}

schema_runtime::json_schema! {
    object Point {
        required x = "x", "To the right.";
        required y = "y", "To the top.";
    }
    "A point in a unit square."
}

schema_runtime::json_schema! {
    number PointX { "minimum": 0.0, "maximum": 1.0 }
    "To the right."
}

schema_runtime::json_schema! {
    number PointY { "minimum": 0.0, "maximum": 1.0 }
    "To the top."
}

schema_runtime::json_schema! {
    union Shape { Line, Mark }
    "A line or a mark."
}

schema_runtime::json_schema! {
    object Line {
        constant "line" = "shape", "Here always `line`.";
        required points = "points", "At least two points.";
    }
    "A line through points."
}

schema_runtime::json_schema! {
    object Mark {
        constant "mark" = "shape", "Here always `mark`.";
        required at = "at", "Where.";
    }
    "A mark at a point."
}

schema_runtime::json_schema! {
    object Tree {
        required label = "label", "What it is called.";
        optional children = "children", "Two nodes.";
    }
    "A node."
}

schema_runtime::json_schema! {
    text TreeLabel { "maxLength": 5 }
    "What it is called."
}

schema_runtime::json_schema! {
    object Maps {
        required one_to_three = "one_to_three", "One to three digits by name.";
        required one = "one", "Exactly one.";
        required some = "some", "Any object that is not empty.";
        required few = "few", "At most two values of any type.";
        required few_open = "few_open", "At most two values of any type, said another way.";
        required none = "none", "Always empty.";
        required floats = "floats", "Bounds spelled as floats.";
        required by_slug = "by_slug", "Digits by slug.";
        required by_pattern = "by_pattern", "Digits by names of a pattern.";
        required by_length = "by_length", "Digits by short names.";
        required by_side = "by_side", "Digits by side.";
        required by_open = "by_open", "Digits by members of an open set.";
        required by_alias = "by_alias", "Digits by another name for a slug.";
        required by_any = "by_any", "Digits by any name.";
        required by_text = "by_text", "Digits by any name, said another way.";
        required names = "names", "Anything by slug.";
        required few_by_slug = "few_by_slug", "One or two digits by slug.";
        required plain = "plain", "Digits by name, as many as there are.";
        required lists = "lists", "Lists of different texts by name.";
        required maps = "maps", "Maps by slug, each with a member.";
        required structs = "structs", "Points by name.";
        required listed = "listed", "Maps in a list.";
        required named = "named", "A map by a definition.";
        required nothing = "nothing", "A map, or null.";
        optional maybe = "maybe", "A map that may be left out.";
        optional maybe_plain = "maybe_plain", "A plain map that may be left out.";
        required nested = "nested", "A map that holds maps of its own type.";
    }
    "Maps of so many members, and with names of a type."
}

schema_runtime::json_schema! {
    text MapsByPatternKey { "pattern": "^x-[a-z]+$" }
    "Digits by names of a pattern."
}

schema_runtime::json_schema! {
    text MapsByLengthKey { "minLength": 1, "maxLength": 3 }
    "Digits by short names."
}

schema_runtime::json_schema! {
    closed_set MapsBySideKey { Left, Right }
    "Digits by side."
}

schema_runtime::json_schema! {
    open_set MapsByOpenKey { Red, Blue } {}
    "Digits by members of an open set."
}

schema_runtime::json_schema! {
    object Spot {
        required x = "x", "To the right.";
        required y = "y", "To the top.";
    }
    "A point in a unit square."
}

schema_runtime::json_schema! {
    number SpotX { "minimum": 0.0, "maximum": 1.0 }
    "To the right."
}

schema_runtime::json_schema! {
    number SpotY { "minimum": 0.0, "maximum": 1.0 }
    "To the top."
}

schema_runtime::json_schema! {
    text IndexValueItem { "pattern": "^[a-z]+$" }
    "One to three different words by slug."
}

schema_runtime::json_schema! {
    object Nested {
        required inside = "inside", "What is inside, by slug.";
    }
    "A node."
}

schema_runtime::json_schema! {
    object Numbers {
        required share = "share", "A share of 1.";
        required open = "open", "Between 0 and 1, neither of them.";
        required from_zero = "from_zero", "At least 0.";
        required above_zero = "above_zero", "More than 0.";
        required below_zero = "below_zero", "Less than 0.";
        required at_most = "at_most", "At most a fraction.";
        required half_open = "half_open", "At least -1.5, less than 1.5.";
        required half_closed = "half_closed", "More than -1.5, at most 1.5.";
        required one = "one", "Always a third.";
        required tiny = "tiny", "The smallest number above 0, or more.";
        required negative_zero = "negative_zero", "From -0.";
        required widest = "widest", "As wide as bounds can be.";
        required widest_open = "widest_open", "As wide as bounds can be, without them.";
        required both = "both", "The tighter of two bounds at each end.";
        required named = "named", "A number by a definition.";
        required nothing = "nothing", "A number, or null.";
        required many = "many", "Shares.";
        required by_name = "by_name", "Shares by name.";
        required even = "even", "An even number.";
        required quarters = "quarters", "Minutes in quarters of an hour.";
        required thousands = "thousands", "Thousands.";
        required any_integer = "any_integer", "Every integer is a multiple of 1.";
        required huge_steps = "huge_steps", "Multiples of a number near 2^53.";
        required version = "version", "Always 1.";
        required untyped = "untyped", "Always 300.";
        required zero = "zero", "Always 0.";
        required stage = "stage", "From -1 to 2.";
        required level = "level", "1 to 3, one of them twice.";
        required null_stage = "null_stage", "1, 2 or null.";
        optional maybe_share = "maybe_share", "A share of 1. May be left out.";
        optional maybe_even = "maybe_even", "An even number. May be left out.";
    }
    "Numbers with bounds of every kind, and multiples."
}

schema_runtime::json_schema! {
    number NumbersShare { "minimum": 0.0, "maximum": 1.0 }
    "A share of 1."
}

schema_runtime::json_schema! {
    number NumbersOpen { "exclusiveMinimum": 0.0, "exclusiveMaximum": 1.0 }
    "Between 0 and 1, neither of them."
}

schema_runtime::json_schema! {
    number NumbersFromZero { "minimum": 0.0 }
    "At least 0."
}

schema_runtime::json_schema! {
    number NumbersAboveZero { "exclusiveMinimum": 0.0 }
    "More than 0."
}

schema_runtime::json_schema! {
    number NumbersBelowZero { "exclusiveMaximum": 0.0 }
    "Less than 0."
}

schema_runtime::json_schema! {
    number NumbersAtMost { "maximum": -0.1 }
    "At most a fraction."
}

schema_runtime::json_schema! {
    number NumbersHalfOpen { "minimum": -1.5, "exclusiveMaximum": 1.5 }
    "At least -1.5, less than 1.5."
}

schema_runtime::json_schema! {
    number NumbersHalfClosed { "exclusiveMinimum": -1.5, "maximum": 1.5 }
    "More than -1.5, at most 1.5."
}

schema_runtime::json_schema! {
    number NumbersOne { "minimum": 0.3333333333333333, "maximum": 0.3333333333333333 }
    "Always a third."
}

schema_runtime::json_schema! {
    number NumbersTiny { "minimum": 5e-324, "maximum": 1.0 }
    "The smallest number above 0, or more."
}

schema_runtime::json_schema! {
    number NumbersNegativeZero { "minimum": 0.0, "maximum": 10.0 }
    "From -0."
}

schema_runtime::json_schema! {
    number NumbersWidest { "minimum": -9007199254740991.0, "maximum": 9007199254740991.0 }
    "As wide as bounds can be."
}

schema_runtime::json_schema! {
    number NumbersWidestOpen { "exclusiveMinimum": -9007199254740991.0, "exclusiveMaximum": 9007199254740991.0 }
    "As wide as bounds can be, without them."
}

schema_runtime::json_schema! {
    number NumbersBoth { "minimum": 1.0, "exclusiveMaximum": 9.5 }
    "The tighter of two bounds at each end."
}

schema_runtime::json_schema! {
    number Degrees { "minimum": -273.15 }
    "A temperature in degrees Celsius."
}

schema_runtime::json_schema! {
    number NumbersNothing { "exclusiveMinimum": 0.0, "maximum": 100.0 }
    "A number, or null."
}

schema_runtime::json_schema! {
    number NumbersManyItem { "minimum": 0.0, "maximum": 1.0 }
    "Shares."
}

schema_runtime::json_schema! {
    number NumbersByNameValue { "minimum": 0.0, "exclusiveMaximum": 1.0 }
    "Shares by name."
}

schema_runtime::json_schema! {
    number NumbersMaybeShare { "minimum": 0.0, "maximum": 1.0 }
    "A share of 1. May be left out."
}

schema_runtime::json_schema! {
    object Texts {
        required date = "date", "A day.";
        required address = "address", "An address.";
        required null_date = "null_date", "A day, or null.";
        required null_address = "null_address", "An address, or null.";
        required dates = "dates", "Different days.";
        required addresses = "addresses", "Different addresses.";
        required by_name = "by_name", "Days by name.";
        required named = "named", "A day by a definition.";
        optional maybe_date = "maybe_date", "A day that may be left out.";
        optional maybe_address = "maybe_address", "An address that may be left out.";
    }
    "Texts of formats."
}

schema_runtime::json_schema! {
    object Tuples {
        required pair = "pair", "A text and a truth value.";
        required range = "range", "Two numbers by a definition.";
        required limited = "limited", "Items with limits of their own.";
        required by_length = "by_length", "Two texts, said another way.";
        required both = "both", "Two texts, said both ways.";
        required holes = "holes", "Items that may be null.";
        required anything = "anything", "Anything, twice.";
        required long = "long", "Thirteen truth values.";
        required corners = "corners", "Pairs in a list.";
        required spans = "spans", "Pairs by name.";
        required inner = "inner", "Pairs in a pair.";
        required tree = "tree", "A label and branches, which are such pairs, too.";
        required chain = "chain", "A label, and the rest of the chain or null.";
        required nothing = "nothing", "A pair, or null.";
        optional maybe = "maybe", "A pair that may be left out, or null.";
        required choice = "choice", "A circle or a box, whose corners are pairs.";
    }
    "Lists of a fixed length, with a type for each item."
}

schema_runtime::json_schema! {
    tuple TuplesPair { 0 = "A text.", 1 = "A truth value." }
    "A text and a truth value."
}

schema_runtime::json_schema! {
    tuple Span { 0 = "The lower end.", 1 = "The upper end." }
    "From one number to another one."
}

schema_runtime::json_schema! {
    text TuplesLimitedItem1 { "pattern": "^[A-Z]{2}$" }
    "Two letters."
}

schema_runtime::json_schema! {
    number TuplesLimitedItem2 { "minimum": 0.0, "maximum": 1.0 }
    "A share of 1."
}

schema_runtime::json_schema! {
    closed_set TuplesLimitedItem4 { Left, Right }
    "Left or right."
}

schema_runtime::json_schema! {
    tuple TuplesLimited { 0 = "Two letters.", 1 = "A share of 1.", 2 = "A digit.", 3 = "Left or right.", 4 = "Different texts.", 5 = "Digits by name." }
    "Items with limits of their own."
}

schema_runtime::json_schema! {
    tuple TuplesByLength { 0 = "The first.", 1 = "The second." }
    "Two texts, said another way."
}

schema_runtime::json_schema! {
    tuple TuplesBoth { 0 = "The first.", 1 = "The second." }
    "Two texts, said both ways."
}

schema_runtime::json_schema! {
    tuple TuplesHoles { 0 = "A text, or null.", 1 = "A moment, or null." }
    "Items that may be null."
}

schema_runtime::json_schema! {
    tuple TuplesAnything { 0 = "", 1 = "" }
    "Anything, twice."
}

schema_runtime::json_schema! {
    tuple TuplesLong { 0 = "", 1 = "", 2 = "", 3 = "", 4 = "", 5 = "", 6 = "", 7 = "", 8 = "", 9 = "", 10 = "", 11 = "", 12 = "" }
    "Thirteen truth values."
}

schema_runtime::json_schema! {
    object SpotOf {
        required at = "at", "Where.";
    }
    "Where it is."
}

schema_runtime::json_schema! {
    tuple TuplesInnerItem2 { 0 = "A text.", 1 = "" }
    "A pair in place."
}

schema_runtime::json_schema! {
    tuple TuplesInner { 0 = "", 1 = "A pair in place." }
    "Pairs in a pair."
}

schema_runtime::json_schema! {
    tuple Branch { 0 = "What it is called.", 1 = "The branches." }
    "A label and branches."
}

schema_runtime::json_schema! {
    tuple Chain { 0 = "What it is called.", 1 = "The rest, or null." }
    "A label and the rest."
}

schema_runtime::json_schema! {
    tuple TuplesMaybe { 0 = "A text.", 1 = "A text." }
    "A pair that may be left out, or null."
}

schema_runtime::json_schema! {
    union Choice { Circle, Box }
    "A circle or a box."
}

schema_runtime::json_schema! {
    object Circle {
        constant "circle" = "kind", "Here always `circle`.";
        required radius = "radius", "The radius.";
    }
    "A circle."
}

schema_runtime::json_schema! {
    number CircleRadius { "exclusiveMinimum": 0.0 }
    "The radius."
}

schema_runtime::json_schema! {
    object BoxOf {
        required sides = "sides", "Its sides.";
        constant "box" = "kind", "Here always `box`.";
    }
    "A box."
}

schema_runtime::json_schema! {
    tuple BoxOfSides { 0 = "", 1 = "" }
    "Its sides."
}
