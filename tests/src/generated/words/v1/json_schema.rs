// @generated from words/v1 by `cargo xtask codegen`. Changes made here are lost.

//! JSON Schemas of the types, for the feature `schemars`.

schema_runtime::json_schema! {
    event Event {
        payload _ = "data", "The payload, which comes first.";
        event_type _ = "event_type", "The word.";
        optional version = "version", "The revision.";
        optional_schema_ref SchemaRef = "schema_ref", "The schema.";
        optional event = "event", "A flag.";
    } around Data { Unknown(EventType), TheWordAll, TheWordCrateFnMatch, TheWordEvent, TheWordMod, TheWordSchemas, TheWordSelf, TheWordType, TheWordUnknown }
    "Around every word."
}

schema_runtime::json_schema! {
    open_set EventType { All, CrateFnMatch, Event, Mod, Schemas, Self_, Type, Unknown_ } { "maxLength": 40 }
    "A word."
}

schema_runtime::json_schema! {
    text Revision { "pattern": "^1\\.[0-9]+\\.[0-9]+$" }
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
    object TheWordAll {
        constant "all" = "word", "The word.";
        optional shared = "shared", "Shared.";
    }
    "A word."
}

schema_runtime::json_schema! {
    object TheWordCrateFnMatch {
        constant "crate.fn.match" = "word", "The word.";
        optional shared = "shared", "Shared.";
    }
    "A word."
}

schema_runtime::json_schema! {
    object TheWordEvent {
        constant "event" = "word", "The word.";
        optional shared = "shared", "Shared.";
    }
    "A word."
}

schema_runtime::json_schema! {
    object TheWordMod {
        constant "mod" = "word", "The word.";
        optional shared = "shared", "Shared.";
    }
    "A word."
}

schema_runtime::json_schema! {
    object TheWordSchemas {
        constant "schemas" = "word", "The word.";
        optional shared = "shared", "Shared.";
    }
    "A word."
}

schema_runtime::json_schema! {
    object TheWordSelf {
        constant "self" = "word", "The word.";
        optional shared = "shared", "Shared.";
    }
    "A word."
}

schema_runtime::json_schema! {
    object TheWordType {
        constant "type" = "word", "The word.";
        optional shared = "shared", "Shared.";
    }
    "A word."
}

schema_runtime::json_schema! {
    object TheWordUnknown {
        constant "unknown" = "word", "The word.";
        optional shared = "shared", "Shared.";
    }
    "A word."
}
