// @generated from words/v2 by `cargo xtask codegen`. Changes made here are lost.

//! JSON Schemas of the types, for the feature `schemars`.

schema_runtime::json_schema! {
    event Event {
        payload _ = "data", "The payload, which comes first.";
        event_type _ = "event_type", "The word.";
        required version = "version", "The revision.";
        optional_schema_ref SchemaRef = "schema_ref", "The schema.";
        constant "everything" = "dictionary", "The dictionary of the word.";
        optional event = "event", "A flag.";
    } around Data { Unknown(EventType), TheWordAdded, TheWordEvent, TheWordSelf, TheWordUnknown }
    "Around every word."
}

schema_runtime::json_schema! {
    open_set EventType { Added, Event, Self_, Unknown_ } { "maxLength": 40 }
    "A word."
}

schema_runtime::json_schema! {
    text Revision { "pattern": "^2\\.[0-9]+\\.[0-9]+$" }
    "Three numbers."
}

schema_runtime::json_schema! {
    text SchemaRef { "minLength": 1 }
    "A path."
}

schema_runtime::json_schema! {
    object Shared {
        required id = "id", "An identifier.";
    }
    "Shared by events."
}

schema_runtime::json_schema! {
    object TheWordAdded {
        constant "added" = "word", "The word.";
        optional shared = "shared", "Shared.";
        required since = "since", "Since which revision.";
    }
    "A word."
}

schema_runtime::json_schema! {
    object TheWordEvent {
        constant "event" = "word", "The word.";
        optional shared = "shared", "Shared.";
        required since = "since", "Since which revision.";
    }
    "A word."
}

schema_runtime::json_schema! {
    object TheWordSelf {
        constant "self" = "word", "The word.";
        optional shared = "shared", "Shared.";
        required since = "since", "Since which revision.";
    }
    "A word."
}

schema_runtime::json_schema! {
    object TheWordUnknown {
        constant "unknown" = "word", "The word.";
        optional shared = "shared", "Shared.";
        required since = "since", "Since which revision.";
    }
    "A word."
}
