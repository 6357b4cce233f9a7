// @generated from plain/v1 by `cargo xtask codegen`. Changes made here are lost.

//! JSON Schemas of the types, for the feature `schemars`.

schema_runtime::json_schema! {
    object Circle {
        required radius = "radius", "Its radius.";
        constant "circle" = "shape", "Here always `circle`.";
    }
    "A circle."
}

schema_runtime::json_schema! {
    object Group {
        constant "group" = "shape", "Here always `group`.";
        required members = "members", "The figures.";
    }
    "Figures together."
}

schema_runtime::json_schema! {
    union Figure { Circle, Group }
    "A figure."
}

schema_runtime::json_schema! {
    union FigureDrawn { Circle, Group }
    "A figure: a union at the top."
}

schema_runtime::json_schema! {
    text NoteText { "minLength": 1 }
    "What it says."
}

schema_runtime::json_schema! {
    open_set NoteTagsItem { Urgent } {}
    "Tags."
}

schema_runtime::json_schema! {
    object Note {
        required text = "text", "What it says.";
        optional author = "author", "Who wrote it.";
        optional tags = "tags", "Tags.";
    }
    "A note that stands alone."
}

schema_runtime::json_schema! {
    object OutlineEntry {
        required title = "title", "Its title.";
        optional below = "below", "Those below.";
    }
    "An entry and those below."
}
