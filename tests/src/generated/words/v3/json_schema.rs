// @generated from words/v3 by `cargo xtask codegen`. Changes made here are lost.

//! JSON Schemas of the types, for the feature `schemars`.

schema_runtime::json_schema! {
    event Event {
        event_type _ = "event_type", "The word.";
        optional version = "version", "The revision.";
        optional_schema_ref SchemaRef = "schema_ref", "The schema.";
        payload _ = "data", "The payload.";
    } around Data { Unknown(EventType) }
    "Around every word that will be."
}

schema_runtime::json_schema! {
    open_set EventType {} { "maxLength": 40 }
    "A word."
}

schema_runtime::json_schema! {
    text Revision { "minLength": 5 }
    "Three numbers."
}

schema_runtime::json_schema! {
    text SchemaRef { "minLength": 1 }
    "A path."
}
