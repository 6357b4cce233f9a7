// @generated from shop/v1 by `cargo xtask codegen`. Changes made here are lost.

//! JSON Schemas of the types, for the feature `schemars`.

schema_runtime::json_schema! {
    event Event {
        optional map = "map", "Which map the shop is on, if it is on any.";
        event_type _ = "kind", "The kind of event. It tells what `body` holds.";
        required_schema_ref Schema = "schema", "Where the schema of the event is.";
        required event = "event", "Number of the event, counted from 1.";
        optional type_ = "type", "Whether the event is real.";
        required dispatch = "dispatch", "When the event was dispatched; `null` before that.";
        required field = "field", "Whether it happened in the field.";
        optional require = "require", "What it requires; `null` if that is not known.";
        optional read_field = "read_field", "How much was read.";
        optional other = "other", "Other facts.";
        optional self_ = "self", "Where the event itself is.";
        optional optional = "optional", "Tags.";
        payload _ = "body", "What happened. Depends on `kind`.";
        optional data = "data", "An amount that the event is about.";
        optional fields = "fields", "Anything else.";
    } around Data { Unknown(Kind), Scalars, TextPatternsAndLengths, AKindOfEventThatGoesOnForSixtyCharactersAndStops, AllOptional, Containers, HostileText, Keywords, Settlement, Sets, Trees }
    "What stands around the body of every event of a shop."
}

schema_runtime::json_schema! {
    text Slug { "maxLength": 20, "pattern": "^[a-z]+$" }
    "Lower-case letters, 1 to 20."
}

schema_runtime::json_schema! {
    open_set Kind { Scalars, TextPatternsAndLengths, AKindOfEventThatGoesOnForSixtyCharactersAndStops, AllOptional, Containers, HostileText, Keywords, PaymentOfOrderSettled, Sets, Trees } { "minLength": 1, "maxLength": 80, "pattern": "^[a-z0-9_]+(\\.[a-z0-9_]+)*$" }
    "Names of lower-case letters, digits and underscores, joined by dots."
}

schema_runtime::json_schema! {
    text Schema { "pattern": "^schemas/shop/v1/[a-z0-9_.]+\\.json$" }
    "Path of a schema."
}

schema_runtime::json_schema! {
    closed_set EventType { Live, Test }
    "Whether the event is real."
}

schema_runtime::json_schema! {
    object Money {
        required cents = "cents", "Amount in cents. Less than 0 is a debt.";
        required currency = "currency", "The currency.";
    }
    "An amount of money."
}

schema_runtime::json_schema! {
    closed_set Currency { Eur, Usd }
    "A currency by its ISO 4217 code."
}

schema_runtime::json_schema! {
    object Scalars {
        required text = "text", "Any text.";
        required id = "id", "A UUID.";
        required at = "at", "A moment.";
        required link = "link", "An address.";
        required flag = "flag", "Yes or no.";
        required ratio = "ratio", "A share of 1.";
        required small = "small", "From 0 to 10.";
        required negative = "negative", "From -40 to -1.";
        required between = "between", "More than 0 and less than 10.";
        required both_bounds = "both_bounds", "At least 3, more than 4, at most 9, less than 12.";
        required widest = "widest", "As wide as integers are.";
        required highest = "highest", "The highest integer alone.";
        required lowest = "lowest", "The lowest integer alone.";
        required spelled = "spelled", "From 1 to 1000, with bounds spelled as floats.";
        required thousands = "thousands", "Up to a number of five digits.";
        required anything = "anything", "Any value.";
        required whatever = "whatever", "";
        required bag = "bag", "Any object.";
        required open_bag = "open_bag", "Any object, said another way.";
        required null_text = "null_text", "Text or null.";
        required null_id = "null_id", "A UUID or null.";
        required null_flag = "null_flag", "Yes, no or null.";
        required null_ratio = "null_ratio", "A number or null.";
        required null_small = "null_small", "From 0 to 10, or null.";
        required null_bag = "null_bag", "Any object, or null.";
        required null_money = "null_money", "Money or null.";
        required null_slug = "null_slug", "A slug or null.";
        required null_alias = "null_alias", "A number or null, by a definition.";
        required null_list = "null_list", "Numbers or null.";
        required null_object = "null_object", "An object with fields, or null.";
        required null_anything = "null_anything", "Any value at all, and null for sure.";
        required null_code = "null_code", "Two letters or null.";
        optional maybe_text = "maybe_text", "Any text. May be left out.";
        optional maybe_id = "maybe_id", "A UUID. May be left out.";
        optional maybe_at = "maybe_at", "A moment. May be left out.";
        optional maybe_link = "maybe_link", "An address. May be left out.";
        optional maybe_flag = "maybe_flag", "Yes or no. May be left out.";
        optional maybe_ratio = "maybe_ratio", "A share of 1. May be left out.";
        optional maybe_small = "maybe_small", "From 0 to 10. May be left out.";
        optional maybe_negative = "maybe_negative", "From -40 to -1. May be left out.";
        optional maybe_between = "maybe_between", "More than 0 and less than 10. May be left out.";
        optional maybe_both_bounds = "maybe_both_bounds", "At least 3, more than 4, at most 9, less than 12. May be left out.";
        optional maybe_widest = "maybe_widest", "As wide as integers are. May be left out.";
        optional maybe_highest = "maybe_highest", "The highest integer alone. May be left out.";
        optional maybe_lowest = "maybe_lowest", "The lowest integer alone. May be left out.";
        optional maybe_spelled = "maybe_spelled", "From 1 to 1000, with bounds spelled as floats. May be left out.";
        optional maybe_thousands = "maybe_thousands", "Up to a number of five digits. May be left out.";
        optional maybe_anything = "maybe_anything", "Any value. May be left out.";
        optional maybe_whatever = "maybe_whatever", "";
        optional maybe_bag = "maybe_bag", "Any object. May be left out.";
        optional maybe_open_bag = "maybe_open_bag", "Any object, said another way. May be left out.";
        optional maybe_null_text = "maybe_null_text", "Text or null. May be left out.";
        optional maybe_null_id = "maybe_null_id", "A UUID or null. May be left out.";
        optional maybe_null_flag = "maybe_null_flag", "Yes, no or null. May be left out.";
        optional maybe_null_ratio = "maybe_null_ratio", "A number or null. May be left out.";
        optional maybe_null_small = "maybe_null_small", "From 0 to 10, or null. May be left out.";
        optional maybe_null_bag = "maybe_null_bag", "Any object, or null. May be left out.";
        optional maybe_null_money = "maybe_null_money", "Money or null. May be left out.";
        optional maybe_null_slug = "maybe_null_slug", "A slug or null. May be left out.";
        optional maybe_null_alias = "maybe_null_alias", "A number or null, by a definition. May be left out.";
        optional maybe_null_list = "maybe_null_list", "Numbers or null. May be left out.";
        optional maybe_null_object = "maybe_null_object", "An object with fields, or null. May be left out.";
        optional maybe_null_anything = "maybe_null_anything", "Any value at all, and null for sure. May be left out.";
        optional maybe_null_code = "maybe_null_code", "Two letters or null. May be left out.";
    }
    "Every kind of single value: required, nullable, optional, and both."
}

schema_runtime::json_schema! {
    object ScalarsNullObject {
        required a = "a", "A flag.";
    }
    "An object with fields, or null."
}

schema_runtime::json_schema! {
    text ScalarsNullCode { "pattern": "^[A-Z]{2}$" }
    "Two letters or null."
}

schema_runtime::json_schema! {
    object ScalarsMaybeNullObject {
        required a = "a", "A flag.";
    }
    "An object with fields, or null. May be left out."
}

schema_runtime::json_schema! {
    text ScalarsMaybeNullCode { "pattern": "^[A-Z]{2}$" }
    "Two letters or null. May be left out."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsAnywhere { "pattern": "b" }
    "Text of the shape anywhere."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsAnywhereWord { "pattern": "needle" }
    "Text of the shape anywhere word."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsStarts { "pattern": "^ab" }
    "Text of the shape starts."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsEnds { "pattern": "yz$" }
    "Text of the shape ends."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsEither { "pattern": "^(cat|dog|bird)s?$" }
    "Text of the shape either."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsLooseEither { "pattern": "^a|b$" }
    "Text of the shape loose either."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsBareEither { "pattern": "cat|dog" }
    "Text of the shape bare either."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsCounted { "pattern": "^[A-F0-9]{4}$" }
    "Text of the shape counted."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsCountedRange { "pattern": "^x{2,3}y{2,}$" }
    "Text of the shape counted range."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsDecimal { "pattern": "^-?[0-9]+(\\.[0-9]+)?$" }
    "Text of the shape decimal."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsDot { "pattern": "^a.b$" }
    "Text of the shape dot."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsDots { "pattern": "^.+$" }
    "Text of the shape dots."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsDigits { "pattern": "^\\d+$" }
    "Text of the shape digits."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsWords { "pattern": "^\\w+\\s\\w+$" }
    "Text of the shape words."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsInverses { "pattern": "^\\D\\W\\S$" }
    "Text of the shape inverses."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsNoneOf { "pattern": "^[^a-z]+$" }
    "Text of the shape none of."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsLetters { "pattern": "^\\p{Lu}\\p{Ll}*$" }
    "Text of the shape letters."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsGreek { "pattern": "^[α-ω]{1,3}$" }
    "Text of the shape greek."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsFaces { "pattern": "^[😀-🙏]$" }
    "Text of the shape faces."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsFixed { "pattern": "^fixed$" }
    "Text of the shape fixed."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsFixedWide { "pattern": "^größe$" }
    "Text of the shape fixed wide."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsEmpty { "pattern": "^$" }
    "Text of the shape empty."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsMaybeEmpty { "pattern": "^(abc)?$" }
    "Text of the shape maybe empty."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsMaybeEmptyToo { "pattern": "^a*$" }
    "Text of the shape maybe empty too."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsBraces { "pattern": "^\\$\\{[^}]*\\}$" }
    "Text of the shape braces."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsSlashes { "pattern": "^a\\/b\\\\c$" }
    "Text of the shape slashes."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsEscapes { "pattern": "^\\u0041\\x42\\t$" }
    "Text of the shape escapes."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsBrackets { "pattern": "^[\\]\\\\^-]+$" }
    "Text of the shape brackets."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsLooped { "pattern": "^aa(ba)*$" }
    "Text of the shape looped."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsLoopedWhole { "pattern": "^(aab)+$" }
    "Text of the shape looped whole."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsLazy { "pattern": "^(?:[a-z]+?)-(?:[0-9]*?)$" }
    "Text of the shape lazy."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsDigest { "pattern": "^sha256:[0-9a-f]{64}$" }
    "Text of the shape digest."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsDigestOnly { "pattern": "^[0-9a-f]{40}$" }
    "Text of the shape digest only."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsWideRun { "pattern": "^[ä-ü]{2}$" }
    "Text of the shape wide run."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsTicks { "pattern": "^`[a-z]+`$" }
    "Text of the shape ticks."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsStars { "pattern": "^/\\*[^*]*\\*/$" }
    "Text of the shape stars."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsQuotes { "pattern": "^\"[^\"]*\"\\]$" }
    "Text of the shape quotes."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsMarkup { "pattern": "^<script>\\[x\\]\\(y\\)$" }
    "Text of the shape markup."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsSpaces { "pattern": "^ +a +$" }
    "Text of the shape spaces."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsSlug { "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }
    "Text of the shape slug."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsVersion { "pattern": "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)$" }
    "Text of the shape version."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsNeverSpecial { "pattern": "^[.*+?()|{}^$]+$" }
    "Text of the shape never special."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsAtLeastOne { "minLength": 1 }
    "Text with the length at least one."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsAtLeastThree { "minLength": 3 }
    "Text with the length at least three."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsAtMostNone { "maxLength": 0 }
    "Text with the length at most none."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsAtMostTwo { "maxLength": 2 }
    "Text with the length at most two."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsExactlyNone { "maxLength": 0 }
    "Text with the length exactly none."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsExactlyOne { "minLength": 1, "maxLength": 1 }
    "Text with the length exactly one."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsExactlyTwo { "minLength": 2, "maxLength": 2 }
    "Text with the length exactly two."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsTwoToFour { "minLength": 2, "maxLength": 4 }
    "Text with the length two to four."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsSpelledAsFloats { "minLength": 2, "maxLength": 4 }
    "Text with the length spelled as floats."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsPatternAndLeast { "minLength": 2, "pattern": "^\\w*$" }
    "Text with the length pattern and least."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsPatternAndMost { "maxLength": 2, "pattern": "^\\W*$" }
    "Text with the length pattern and most."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsPatternAndBoth { "minLength": 2, "maxLength": 3, "pattern": "b" }
    "Text with the length pattern and both."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsPatternAndExact { "minLength": 2, "maxLength": 2, "pattern": "[0-9]" }
    "Text with the length pattern and exact."
}

schema_runtime::json_schema! {
    text TextPatternsAndLengthsAllAndExact { "minLength": 1, "maxLength": 1 }
    "Text with the length all and exact."
}

schema_runtime::json_schema! {
    object TextPatternsAndLengths {
        required anywhere = "anywhere", "Text of the shape anywhere.";
        required anywhere_word = "anywhere_word", "Text of the shape anywhere word.";
        required starts = "starts", "Text of the shape starts.";
        required ends = "ends", "Text of the shape ends.";
        required either = "either", "Text of the shape either.";
        required loose_either = "loose_either", "Text of the shape loose either.";
        required bare_either = "bare_either", "Text of the shape bare either.";
        required counted = "counted", "Text of the shape counted.";
        required counted_range = "counted_range", "Text of the shape counted range.";
        required decimal = "decimal", "Text of the shape decimal.";
        required dot = "dot", "Text of the shape dot.";
        required dots = "dots", "Text of the shape dots.";
        required all = "all", "Text of the shape all.";
        required all_too = "all_too", "Text of the shape all too.";
        required digits = "digits", "Text of the shape digits.";
        required words = "words", "Text of the shape words.";
        required inverses = "inverses", "Text of the shape inverses.";
        required none_of = "none_of", "Text of the shape none of.";
        required letters = "letters", "Text of the shape letters.";
        required greek = "greek", "Text of the shape greek.";
        required faces = "faces", "Text of the shape faces.";
        required fixed = "fixed", "Text of the shape fixed.";
        required fixed_wide = "fixed_wide", "Text of the shape fixed wide.";
        required empty = "empty", "Text of the shape empty.";
        required maybe_empty = "maybe_empty", "Text of the shape maybe empty.";
        required maybe_empty_too = "maybe_empty_too", "Text of the shape maybe empty too.";
        required braces = "braces", "Text of the shape braces.";
        required slashes = "slashes", "Text of the shape slashes.";
        required escapes = "escapes", "Text of the shape escapes.";
        required brackets = "brackets", "Text of the shape brackets.";
        required looped = "looped", "Text of the shape looped.";
        required looped_whole = "looped_whole", "Text of the shape looped whole.";
        required lazy = "lazy", "Text of the shape lazy.";
        required digest = "digest", "Text of the shape digest.";
        required digest_only = "digest_only", "Text of the shape digest only.";
        required wide_run = "wide_run", "Text of the shape wide run.";
        required ticks = "ticks", "Text of the shape ticks.";
        required stars = "stars", "Text of the shape stars.";
        required quotes = "quotes", "Text of the shape quotes.";
        required markup = "markup", "Text of the shape markup.";
        required spaces = "spaces", "Text of the shape spaces.";
        required slug = "slug", "Text of the shape slug.";
        required version = "version", "Text of the shape version.";
        required never_special = "never_special", "Text of the shape never special.";
        required at_least_none = "at_least_none", "Text with the length at least none.";
        required at_least_one = "at_least_one", "Text with the length at least one.";
        required at_least_three = "at_least_three", "Text with the length at least three.";
        required at_most_none = "at_most_none", "Text with the length at most none.";
        required at_most_two = "at_most_two", "Text with the length at most two.";
        required exactly_none = "exactly_none", "Text with the length exactly none.";
        required exactly_one = "exactly_one", "Text with the length exactly one.";
        required exactly_two = "exactly_two", "Text with the length exactly two.";
        required two_to_four = "two_to_four", "Text with the length two to four.";
        required spelled_as_floats = "spelled_as_floats", "Text with the length spelled as floats.";
        required pattern_and_least = "pattern_and_least", "Text with the length pattern and least.";
        required pattern_and_most = "pattern_and_most", "Text with the length pattern and most.";
        required pattern_and_both = "pattern_and_both", "Text with the length pattern and both.";
        required pattern_and_exact = "pattern_and_exact", "Text with the length pattern and exact.";
        required all_and_exact = "all_and_exact", "Text with the length all and exact.";
    }
    "Every shape of text."
}

schema_runtime::json_schema! {
    object ANameThatGoesOnForSixtyCharactersAndThenStopsHere {
        required a_name_that_goes_on_for_sixty_characters_and_then_stops_here = "a_name_that_goes_on_for_sixty_characters_and_then_stops_here", "Bounds of many digits.";
        optional b_name_that_goes_on_for_sixty_characters_and_then_stops_here = "b_name_that_goes_on_for_sixty_characters_and_then_stops_here", "";
    }
    "An object with a long name."
}

schema_runtime::json_schema! {
    union BNameThatGoesOnForSixtyCharactersAndThenStopsHere { ANameThatGoesOnForSixtyCharactersAndThenStopsHere, BNameThatGoesOnForSixtyCharactersAndThenStopsHere }
    "A union with a long name."
}

schema_runtime::json_schema! {
    object CNameThatGoesOnForSixtyCharactersAndThenStopsHere {
        constant "a_name_that_goes_on_for_sixty_characters_and_then_stops_here" = "a_name_that_goes_on_for_sixty_characters_and_then_stops_here", "The tag.";
        optional e = "e", "";
    }
    "A branch with a long name."
}

schema_runtime::json_schema! {
    closed_set CNameThatGoesOnForSixtyCharactersAndThenStopsHereE { ANameThatGoesOnForSixtyCharactersAndThenStopsHere, BNameThatGoesOnForSixtyCharactersAndThenStopsHere }
    ""
}

schema_runtime::json_schema! {
    object DNameThatGoesOnForSixtyCharactersAndThenStopsHere {
        constant "b_name_that_goes_on_for_sixty_characters_and_then_stops_here" = "a_name_that_goes_on_for_sixty_characters_and_then_stops_here", "The tag.";
        optional e = "e", "";
    }
    "A branch with a long name."
}

schema_runtime::json_schema! {
    open_set DNameThatGoesOnForSixtyCharactersAndThenStopsHereE { ANameThatGoesOnForSixtyCharactersAndThenStopsHere, ANameThatGoesOnForSixtyCharactersAndThenStopsHereToo } { "maxLength": 1000, "pattern": "^a_name" }
    ""
}

schema_runtime::json_schema! {
    text Short { "pattern": "^(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|my|ny|xi)$" }
    "A long pattern."
}

schema_runtime::json_schema! {
    object AKindOfEventThatGoesOnForSixtyCharactersAndStops {
        required a_name_that_goes_on_for_sixty_characters_and_then_stops_here = "a_name_that_goes_on_for_sixty_characters_and_then_stops_here", "A field with a long name.";
        optional b_name_that_goes_on_for_sixty_characters_and_then_stops_here = "b_name_that_goes_on_for_sixty_characters_and_then_stops_here", "Another.";
        optional s = "s", "";
    }
    "Names of sixty characters."
}

schema_runtime::json_schema! {
    object Inner {
        optional x = "x", "X.";
    }
    "Optional fields alone, inside."
}

schema_runtime::json_schema! {
    object AllOptional {
        optional a = "a", "A.";
        optional b = "b", "B.";
        optional c = "c", "C.";
    }
    "Optional fields alone."
}

schema_runtime::json_schema! {
    object Containers {
        required texts = "texts", "Texts.";
        required numbers = "numbers", "Numbers.";
        required anythings = "anythings", "Anything, in a list.";
        required bags = "bags", "Objects.";
        required moneys = "moneys", "Amounts.";
        required lines = "lines", "Objects without a name.";
        required codes = "codes", "Constrained texts without a name.";
        required sides = "sides", "Members of a set without a name.";
        required grid = "grid", "Rows of small integers.";
        required cube = "cube", "Three levels.";
        required holes = "holes", "Texts with holes.";
        required money_holes = "money_holes", "Amounts with holes.";
        required unions = "unions", "Items of two kinds.";
        required by_name = "by_name", "Amounts by name.";
        required lines_by_name = "lines_by_name", "Objects without a name, by name.";
        required lists_by_name = "lists_by_name", "Lists by name.";
        required maps_by_name = "maps_by_name", "Maps by name.";
        required holes_by_name = "holes_by_name", "Texts by name, with holes.";
        required anything_by_name = "anything_by_name", "Anything by name.";
        required unions_by_name = "unions_by_name", "Items by name.";
        required map_list = "map_list", "Maps in a list.";
        required matrix = "matrix", "A matrix.";
        required dictionary = "dictionary", "A dictionary.";
        required alias = "alias", "A name for a name.";
        required words = "words", "A name for a scalar.";
        required maybe_list = "maybe_list", "Texts, or null.";
        required maybe_map = "maybe_map", "Numbers by name, or null.";
        optional optional_list = "optional_list", "Texts, or nothing.";
        optional optional_map = "optional_map", "Flags by name, or nothing.";
        optional optional_maybe_list = "optional_maybe_list", "Amounts, null or nothing.";
    }
    "Lists and maps of everything."
}

schema_runtime::json_schema! {
    object ContainersLinesItem {
        required sku = "sku", "What was bought.";
        optional count = "count", "";
    }
    "Objects without a name."
}

schema_runtime::json_schema! {
    text ContainersCodesItem { "pattern": "^[A-Z]+$" }
    "Constrained texts without a name."
}

schema_runtime::json_schema! {
    closed_set ContainersSidesItem { Left, Right }
    "Members of a set without a name."
}

schema_runtime::json_schema! {
    union Item { Thing, Service }
    "A thing or a service."
}

schema_runtime::json_schema! {
    object Thing {
        constant "thing" = "what", "Here always `thing`.";
        required grams = "grams", "Weight in grams.";
    }
    "A thing."
}

schema_runtime::json_schema! {
    object Service {
        required hours = "hours", "How long, in hours.";
        constant "service" = "what", "Here always `service`.";
    }
    "A service."
}

schema_runtime::json_schema! {
    object ContainersLinesByNameValue {
        required sku = "sku", "What was bought.";
        optional count = "count", "";
    }
    "Objects without a name, by name."
}

schema_runtime::json_schema! {
    text ContainersHolesByNameValue { "maxLength": 3 }
    "Texts by name, with holes."
}

schema_runtime::json_schema! {
    text HostileComment { "minLength": 1 }
    "Ends a comment */ and begins /* another, // and /// more."
}

schema_runtime::json_schema! {
    text HostileMarkup { "minLength": 1 }
    "<script>alert(1)</script> &amp; <b>bold</b> <T> Vec<String>"
}

schema_runtime::json_schema! {
    text HostileLink { "minLength": 1 }
    "[x](y) and [`Event`] and [Missing] and [a][b] and ![i](j)\n\n[b]: c"
}

schema_runtime::json_schema! {
    text HostileTicksOdd { "minLength": 1 }
    "Odd ` ticks, and ``` three ``."
}

schema_runtime::json_schema! {
    text HostileFence { "minLength": 1 }
    "```\nassert_eq!(1, 2);\n```\nAfter the fence."
}

schema_runtime::json_schema! {
    text HostileLists { "minLength": 1 }
    "- first item that is long enough to be broken over more than one line of documentation, which it is\nlazy\n+ second\n* third\n1. fourth\n2) fifth"
}

schema_runtime::json_schema! {
    text HostileUrl { "minLength": 1 }
    "See https://example.com/a_b?c=d#e and http://example.com, or <https://example.com>."
}

schema_runtime::json_schema! {
    text HostileBidi { "minLength": 1 }
    "right to left \u{202e} and isolate \u{2066} here"
}

schema_runtime::json_schema! {
    text HostileSpaces { "minLength": 1 }
    "   "
}

schema_runtime::json_schema! {
    open_set HostileTextSet { ATick, B, CD, EX, FB, G } {}
    "\"] #![allow(warnings)] \"#, r#\"raw\"#"
}

schema_runtime::json_schema! {
    object HostileTextInlineNothingItem {
        optional deep = "deep", "";
    }
    ""
}

schema_runtime::json_schema! {
    object HostileTextInline {
        optional nothing = "nothing", "";
    }
    ""
}

schema_runtime::json_schema! {
    object HostileText {
        optional comment = "comment", "Ends a comment */ and begins /* another, // and /// more.";
        optional attribute = "attribute", "\"] #![allow(warnings)] \"#, r#\"raw\"#";
        optional markup = "markup", "<script>alert(1)</script> &amp; <b>bold</b> <T> Vec<String>";
        optional link = "link", "[x](y) and [`Event`] and [Missing] and [a][b] and ![i](j)\n\n[b]: c";
        optional ticks_even = "ticks_even", "Even `ticks` and ``double `` ticks``, and `<b>` `[x]`.";
        optional ticks_odd = "ticks_odd", "Odd ` ticks, and ``` three ``.";
        optional fence = "fence", "```\nassert_eq!(1, 2);\n```\nAfter the fence.";
        optional tilde_fence = "tilde_fence", "~~~rust\nassert_eq!(1, 2);\n~~~\nAfter the fence.";
        optional indented = "indented", "Before.\n\n    assert_eq!(1, 2);\n\nAfter.";
        optional lines = "lines", "First line\nsecond line\r\nthird line\n\n\nlast line";
        optional bars = "bars", "a | b | c\n--- | --- | ---\nd | e | f";
        optional headings = "headings", "# Heading\n## Another\nSetext\n===\nOther\n---";
        optional lists = "lists", "- first item that is long enough to be broken over more than one line of documentation, which it is\nlazy\n+ second\n* third\n1. fourth\n2) fifth";
        optional broken_lists = "broken_lists", "A sentence of such a length that a dash that stands in its middle comes to the line start - like this one - and a number such as 1. or 2) as well, + a plus * a star > a quote # a hash at every place where a line could begin. A sentence of such a length that a dash that stands in its middle comes to the line start - like this one - and a number such as 1. or 2) as well, + a plus * a star > a quote # a hash at every place where a line could begin. ";
        optional quote = "quote", "> quoted\nlazy";
        optional url = "url", "See https://example.com/a_b?c=d#e and http://example.com, or <https://example.com>.";
        optional email = "email", "Write to someone@example.com or mailto:someone@example.com.";
        optional backslash = "backslash", "Ends with a backslash \\";
        optional percent = "percent", "{} {0} {name} %s ${x} $crate";
        optional quotes = "quotes", "'single' \"double\" “curly”";
        optional control = "control", "bell \u{7} and tab \t and nul \0 and escape \u{1b}.";
        optional bidi = "bidi", "right to left \u{202e} and isolate \u{2066} here";
        optional separators = "separators", "line\u{2028}separator and paragraph\u{2029}separator and next\u{85}line and zero\u{200b}width";
        optional emphasis = "emphasis", "*star* _under_ __bold__ snake_case_name ~~gone~~ 2 * 3 * 4";
        optional html_entity = "html_entity", "&lt;b&gt; &nbsp; &#x3C;";
        optional footnote = "footnote", "Text[^1].\n\n[^1]: Note.";
        optional bang = "bang", "! bang and //! inner and /*! block";
        optional unicode = "unicode", "größe 😀 日本語 العربية";
        optional word = "word", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
        optional spaces = "spaces", "   ";
        optional table_like = "table_like", "| a |";
        optional todo = "todo", "- [ ] todo\n- [x] done";
        optional nothing = "nothing", "";
        optional named_hostile_comment = "named_hostile_comment", "";
        optional named_hostile_markup = "named_hostile_markup", "";
        optional named_hostile_link = "named_hostile_link", "";
        optional named_hostile_ticks_odd = "named_hostile_ticks_odd", "";
        optional named_hostile_fence = "named_hostile_fence", "";
        optional named_hostile_lists = "named_hostile_lists", "";
        optional named_hostile_url = "named_hostile_url", "";
        optional named_hostile_bidi = "named_hostile_bidi", "";
        optional named_hostile_spaces = "named_hostile_spaces", "";
        required set = "set", "\"] #![allow(warnings)] \"#, r#\"raw\"#";
        optional inline = "inline", "";
    }
    "Descriptions that do not behave. ```\nassert_eq!(1, 2);\n```\nAfter the fence."
}

schema_runtime::json_schema! {
    text Type { "minLength": 1 }
    "A text."
}

schema_runtime::json_schema! {
    object Self_ {
        required self_ = "self", "Text.";
        optional crate_ = "crate", "Another.";
    }
    "An object."
}

schema_runtime::json_schema! {
    closed_set Fn { Fn, Fn2 }
    "A set."
}

schema_runtime::json_schema! {
    open_set Match { Match, Self_ } {}
    "An open set."
}

schema_runtime::json_schema! {
    union Crate { Self_, Super }
    "A union."
}

schema_runtime::json_schema! {
    object CrateSelf {
        constant "self" = "type", "Here always `self`.";
        required a_1 = "a_1", "A flag.";
    }
    "A branch."
}

schema_runtime::json_schema! {
    object CrateSuper {
        constant "super" = "type", "Here always `super`.";
        required inner = "inner", "An object inside.";
    }
    "A branch."
}

schema_runtime::json_schema! {
    object CrateSuperInnerYZ {
        optional k = "k", "Text.";
    }
    ""
}

schema_runtime::json_schema! {
    object CrateSuperInner {
        required x = "x", "A flag.";
        optional y_z = "y_z", "";
    }
    "An object inside."
}

schema_runtime::json_schema! {
    closed_set KeywordsKinds { Type, Self_, Fn, Match, Async, Crate, Super, Box, Gen, Dyn, Await, Yield, Macro, Static, Const, Union, Auto, Try, Abstract, True }
    "Keywords."
}

schema_runtime::json_schema! {
    open_set KeywordsOpenKinds { Type, Self_, Fn, Match, Async, Crate, Super, Box, Gen, Dyn, Await, Yield, Macro, Static, Const, Union, Auto, Try, Abstract, True } {}
    "Keywords, and others."
}

schema_runtime::json_schema! {
    object Keywords {
        required type_ = "type", "A field called `type`.";
        required self_ = "self", "A field called `self`.";
        required fn_ = "fn", "A field called `fn`.";
        required match_ = "match", "A field called `match`.";
        required async_ = "async", "A field called `async`.";
        required crate_ = "crate", "A field called `crate`.";
        optional super_ = "super", "A field called `super`.";
        optional box_ = "box", "A field called `box`.";
        optional gen_ = "gen", "A field called `gen`.";
        optional dyn_ = "dyn", "A field called `dyn`.";
        optional await_ = "await", "A field called `await`.";
        optional yield_ = "yield", "A field called `yield`.";
        optional macro_ = "macro", "A field called `macro`.";
        optional static_ = "static", "A field called `static`.";
        optional const_ = "const", "A field called `const`.";
        optional union = "union", "A field called `union`.";
        optional auto = "auto", "A field called `auto`.";
        optional try_ = "try", "A field called `try`.";
        optional abstract_ = "abstract", "A field called `abstract`.";
        optional true_ = "true", "A field called `true`.";
        optional d = "d", "A field called `d`.";
        optional s = "s", "A field called `s`.";
        optional t = "t", "A field called `t`.";
        optional de = "de", "A field called `de`.";
        optional value = "value", "A field called `value`.";
        optional fields = "fields", "A field called `fields`.";
        optional deserializer = "deserializer", "A field called `deserializer`.";
        optional serializer = "serializer", "A field called `serializer`.";
        optional new = "new", "A field called `new`.";
        optional default = "default", "A field called `default`.";
        optional as_str = "as_str", "A field called `as_str`.";
        optional text = "text", "A field called `text`.";
        optional result = "result", "A field called `result`.";
        optional field0 = "__field0", "A field called `__field0`.";
        optional std = "std", "A field called `std`.";
        optional core = "core", "A field called `core`.";
        optional serde = "serde", "A field called `serde`.";
        optional schema_runtime = "schema_runtime", "A field called `schema_runtime`.";
        optional string = "string", "A field called `string`.";
        optional u8 = "u8", "A field called `u8`.";
        required camel_case = "camelCase", "A field called `camelCase`.";
        required kebab_case = "kebab-case", "A field called `kebab-case`.";
        optional pascal_case = "Pascal_Case", "A field called `Pascal_Case`.";
        optional with_space = "with space", "A field called `with space`.";
        optional dotted_name = "dotted.name", "A field called `dotted.name`.";
        optional line2 = "line2", "A field called `line2`.";
        optional line_3 = "line_3", "A field called `line_3`.";
        optional a1b2c3 = "a1b2c3", "A field called `a1b2c3`.";
        optional x_y_z = "x_y_z", "A field called `x_y_z`.";
        optional http_server = "HTTPServer", "A field called `HTTPServer`.";
        optional ünïcode = "ünïcode", "A field called `ünïcode`.";
        optional don_t = "don't", "A field called `don't`.";
        optional at = "@at", "A field called `@at`.";
        optional dollar = "$dollar", "A field called `$dollar`.";
        optional slash_ed = "slash/ed", "A field called `slash/ed`.";
        optional tilde_d = "tilde~d", "A field called `tilde~d`.";
        optional quote_d = "quote\"d", "A field called `quote\"d`.";
        optional per_cent = "per%cent", "A field called `per%cent`.";
        required of_type = "of_type", "Of a named type.";
        required of_self = "of_self", "Of a named type.";
        required of_fn = "of_fn", "Of a named type.";
        required of_match = "of_match", "Of a named type.";
        required of_async = "of_async", "Of a named type.";
        required of_crate = "of_crate", "Of a named type.";
        optional kinds = "kinds", "Keywords.";
        optional open_kinds = "open_kinds", "Keywords, and others.";
    }
    "Names that mean something in Rust."
}

schema_runtime::json_schema! {
    union Settlement { Card, BankTransfer, Split }
    "How it was paid."
}

schema_runtime::json_schema! {
    object Card {
        constant "card" = "method", "Here always `card`.";
        required digits = "digits", "Last four digits.";
        optional note = "note", "A note.";
    }
    "Paid by card: the tag comes first."
}

schema_runtime::json_schema! {
    text CardDigits { "pattern": "^[0-9]{4}$" }
    "Last four digits."
}

schema_runtime::json_schema! {
    object Transfer {
        required amount = "amount", "The amount.";
        required proof = "proof", "What proves it.";
        constant "bank-transfer" = "method", "Here always `bank-transfer`.";
    }
    "Paid by transfer: the tag comes last."
}

schema_runtime::json_schema! {
    union Proof { Self_, Type }
    "What proves a transfer. Both have a `version`, which tells nothing."
}

schema_runtime::json_schema! {
    object Paper {
        constant "v1" = "version", "Here always `1`.";
        constant "self" = "form", "Here always `self`.";
        required pages = "pages", "Pages.";
    }
    "On paper."
}

schema_runtime::json_schema! {
    object Digital {
        constant "v1" = "version", "Here always `1`.";
        constant "type" = "form", "Here always `type`.";
        required url = "url", "Where the file is.";
    }
    "A file."
}

schema_runtime::json_schema! {
    object Split {
        required parts = "parts", "The parts.";
        constant "split" = "method", "Here always `split`.";
        optional rest = "rest", "How the rest was paid, if there is one.";
        optional proofs = "proofs", "What proves it, by name.";
        optional voucher = "voucher", "A voucher.";
    }
    "Paid in parts: the tag stands in the middle."
}

schema_runtime::json_schema! {
    union Voucher { Paper }
    "A voucher: a union of one."
}

schema_runtime::json_schema! {
    object PaperVoucher {
        constant "paper" = "kind", "Here always `paper`.";
        required code = "code", "";
    }
    "On paper."
}

schema_runtime::json_schema! {
    text PaperVoucherCode { "minLength": 1 }
    ""
}

schema_runtime::json_schema! {
    object Sets {
        required closed = "closed", "One of three.";
        required closed_untyped = "closed_untyped", "One of two, without a type.";
        required closed_words = "closed_words", "Words of generated code.";
        required repeated = "repeated", "Members that stand there twice.";
        constant "the one" = "one", "Always the same.";
        constant "AND only" = "one_typed", "Always the same.";
        constant "single" = "one_enum", "Always the same.";
        required open = "open", "An open set.";
        required open_words = "open_words", "Words of generated code, and others.";
        required open_short = "open_short", "An open set of short members.";
        required open_pattern = "open_pattern", "An open set of members with a pattern.";
        required open_all = "open_all", "An open set with a pattern that says nothing.";
        required open_many = "open_many", "Some of an open set.";
        required by_member = "by_member", "Numbers by name.";
        required null_closed = "null_closed", "One of two, or null.";
        required null_open = "null_open", "An open set, or null.";
    }
    "Closed and open sets."
}

schema_runtime::json_schema! {
    closed_set SetsClosed { On, Off, StandBy }
    "One of three."
}

schema_runtime::json_schema! {
    closed_set SetsClosedUntyped { Yes, No }
    "One of two, without a type."
}

schema_runtime::json_schema! {
    closed_set ClosedWords { Error, Unknown, Uri, Uuid, Raw, Some, None, Ok, Err, String, Option, Box, Event, Data, Self_, Type, Fn, Match, Async, Crate, Super, Cow, Fmt, Require }
    "Words of generated code."
}

schema_runtime::json_schema! {
    closed_set SetsRepeated { A, B }
    "Members that stand there twice."
}

schema_runtime::json_schema! {
    open_set Open { First, Second, ThirdOne } {}
    "An open set without constraints."
}

schema_runtime::json_schema! {
    open_set OpenWords { Error, Unknown_, Uri, Uuid, Raw, Some, None, Ok, Err, String, Option, Box, Event, Data, Self_, Type, Fn, Match, Async, Crate, Super, Cow, Fmt, Require } {}
    "Words of generated code, and others."
}

schema_runtime::json_schema! {
    open_set SetsOpenShort { Red, Blue } { "maxLength": 5 }
    "An open set of short members."
}

schema_runtime::json_schema! {
    open_set SetsOpenPattern { Ab, ABC } { "minLength": 2, "pattern": "^[a-z-]+$" }
    "An open set of members with a pattern."
}

schema_runtime::json_schema! {
    open_set SetsOpenAll { É, Digit9, WithSpace, WithDot, WithSlash, WithQuote, WithTick, A, B } {}
    "An open set with a pattern that says nothing."
}

schema_runtime::json_schema! {
    open_set SetsByMemberValue { X } {}
    "Numbers by name."
}

schema_runtime::json_schema! {
    closed_set SetsNullClosed { L, R }
    "One of two, or null."
}

schema_runtime::json_schema! {
    open_set SetsNullOpen { Up } { "minLength": 1 }
    "An open set, or null."
}

schema_runtime::json_schema! {
    object Category {
        required name = "name", "Its name.";
        required children = "children", "Those inside it.";
    }
    "A category and those inside it."
}

schema_runtime::json_schema! {
    object Chain {
        required value = "value", "Its value.";
        optional next = "next", "The next link.";
    }
    "A link of a chain."
}

schema_runtime::json_schema! {
    object Person {
        required name = "name", "Their name.";
        required mother = "mother", "Their mother, if known.";
        optional father = "father", "Their father, if known.";
    }
    "A person."
}

schema_runtime::json_schema! {
    object Folder {
        required entries = "entries", "What is in it.";
        optional trash = "trash", "What was in it.";
    }
    "A folder."
}

schema_runtime::json_schema! {
    object Odd {
        required even = "even", "One less.";
    }
    "An odd number."
}

schema_runtime::json_schema! {
    object Even {
        optional odd = "odd", "One less; nothing below 0.";
    }
    "An even number."
}

schema_runtime::json_schema! {
    union Expression { Sum, Negation, Literal }
    "A sum, a negation or a number."
}

schema_runtime::json_schema! {
    object Sum {
        required left = "left", "The first.";
        required right = "right", "The second.";
        constant "sum" = "op", "Here always `+`.";
    }
    "A sum."
}

schema_runtime::json_schema! {
    object Negation {
        constant "negation" = "op", "Here always `-`.";
        required of = "of", "What is negated.";
    }
    "A negation."
}

schema_runtime::json_schema! {
    object Literal {
        required value = "value", "The number.";
        constant "literal" = "op", "Here always `literal`.";
    }
    "A number."
}

schema_runtime::json_schema! {
    object Link {
        required next = "next", "The next one or null.";
        optional others = "others", "Others.";
        optional maybe = "maybe", "Another or null.";
    }
    "A link."
}

schema_runtime::json_schema! {
    text NamedCodeValue { "pattern": "^[a-z]$" }
    "A definition that is a constrained text or null."
}

schema_runtime::json_schema! {
    object NamedObjectValue {
        required code = "code", "";
    }
    "A definition that is an object or null."
}

schema_runtime::json_schema! {
    object Trees {
        required category = "category", "A list of itself.";
        required chain = "chain", "Itself, perhaps.";
        required person = "person", "Itself or null.";
        required folder = "folder", "Itself by name.";
        required odd = "odd", "By way of another.";
        required expression = "expression", "A union of itself.";
        required maybe = "maybe", "A chain or null.";
        required link = "link", "By way of an alias.";
        required code = "code", "A code or null.";
        required object = "object", "An object or null.";
    }
    "Values that hold values of their own type."
}
