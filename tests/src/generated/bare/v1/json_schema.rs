// @generated from bare/v1 by `cargo xtask codegen`. Changes made here are lost.

//! JSON Schemas of the types, for the feature `schemars`.

schema_runtime::json_schema! {
    event Event {
        event_type _ = "event_type", "The type of the event.";
        payload _ = "data", "The payload.";
    } around Data { Unknown(EventEventType), Ping }
    "The least that an envelope has."
}

schema_runtime::json_schema! {
    open_set EventEventType { Ping } { "pattern": "^[a-z]+$" }
    "The type of the event."
}

schema_runtime::json_schema! {
    object Ping {
        required at = "at", "When it was sent.";
    }
    "When it was sent."
}
