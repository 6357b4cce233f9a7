//! The types of all events.

use repository_tests::generated::{
    bare::v1 as bare, limits::v1 as limits, plain::v1 as plain, shop::v1 as shop, words,
};
use schema_runtime::Error;
use scrapenest_webhooks::v1 as webhooks;
use serde::{Serialize, de::DeserializeOwned};

/// Decodes a document, and writes what was decoded.
///
/// An event that is decoded by several types has a row for each of them.
pub(crate) type Decode = fn(&[u8]) -> Result<String, Error>;

fn decode<T: Serialize + DeserializeOwned>(body: &[u8]) -> Result<String, Error> {
    let value: T = schema_runtime::from_slice(body)?;
    Ok(serde_json::to_string(&value).unwrap())
}

pub(crate) const WEBHOOKS: &[(&str, Decode)] = &[
    (
        "webhooks/v1/artifact.ready",
        decode::<webhooks::Event<webhooks::ArtifactReady>>,
    ),
    (
        "webhooks/v1/job.completed",
        decode::<webhooks::Event<webhooks::JobCompleted>>,
    ),
    (
        "webhooks/v1/job.created",
        decode::<webhooks::Event<webhooks::JobCreated>>,
    ),
];

pub(crate) const EVERYTHING: &[(&str, Decode)] = &[
    ("bare/v1/ping", decode::<bare::Event<bare::Ping>>),
    ("limits/v1/lists", decode::<limits::Event<limits::Lists>>),
    ("limits/v1/maps", decode::<limits::Event<limits::Maps>>),
    (
        "limits/v1/numbers",
        decode::<limits::Event<limits::Numbers>>,
    ),
    ("limits/v1/texts", decode::<limits::Event<limits::Texts>>),
    ("limits/v1/tuples", decode::<limits::Event<limits::Tuples>>),
    ("plain/v1/figure.drawn", decode::<plain::FigureDrawn>),
    ("plain/v1/note", decode::<plain::Note>),
    ("plain/v1/outline", decode::<plain::OutlineEntry>),
    (
        "shop/v1/a_kind_of_event_that_goes_on_for_sixty_characters_and_stops",
        decode::<shop::Event<shop::AKindOfEventThatGoesOnForSixtyCharactersAndStops>>,
    ),
    (
        "shop/v1/all_optional",
        decode::<shop::Event<shop::AllOptional>>,
    ),
    (
        "shop/v1/containers",
        decode::<shop::Event<shop::Containers>>,
    ),
    (
        "shop/v1/hostile.text",
        decode::<shop::Event<shop::HostileText>>,
    ),
    ("shop/v1/keywords", decode::<shop::Event<shop::Keywords>>),
    (
        "shop/v1/payment.of.order.settled",
        decode::<shop::Event<shop::Settlement>>,
    ),
    ("shop/v1/scalars", decode::<shop::Event<shop::Scalars>>),
    ("shop/v1/sets", decode::<shop::Event<shop::Sets>>),
    (
        "shop/v1/text.patterns.and_lengths",
        decode::<shop::Event<shop::TextPatternsAndLengths>>,
    ),
    ("shop/v1/trees", decode::<shop::Event<shop::Trees>>),
    (
        "words/v1/all",
        decode::<words::v1::Event<words::v1::TheWordAll>>,
    ),
    (
        "words/v1/crate.fn.match",
        decode::<words::v1::Event<words::v1::TheWordCrateFnMatch>>,
    ),
    (
        "words/v1/event",
        decode::<words::v1::Event<words::v1::TheWordEvent>>,
    ),
    (
        "words/v1/mod",
        decode::<words::v1::Event<words::v1::TheWordMod>>,
    ),
    (
        "words/v1/schemas",
        decode::<words::v1::Event<words::v1::TheWordSchemas>>,
    ),
    (
        "words/v1/self",
        decode::<words::v1::Event<words::v1::TheWordSelf>>,
    ),
    (
        "words/v1/type",
        decode::<words::v1::Event<words::v1::TheWordType>>,
    ),
    (
        "words/v1/unknown",
        decode::<words::v1::Event<words::v1::TheWordUnknown>>,
    ),
    (
        "words/v2/added",
        decode::<words::v2::Event<words::v2::TheWordAdded>>,
    ),
    (
        "words/v2/event",
        decode::<words::v2::Event<words::v2::TheWordEvent>>,
    ),
    (
        "words/v2/self",
        decode::<words::v2::Event<words::v2::TheWordSelf>>,
    ),
    (
        "words/v2/unknown",
        decode::<words::v2::Event<words::v2::TheWordUnknown>>,
    ),
];

/// The events of a major version, whichever it is.
pub(crate) const ANY_EVENT: &[(&str, Decode)] = &[
    ("bare/v1", decode::<bare::Event>),
    ("limits/v1", decode::<limits::Event>),
    ("shop/v1", decode::<shop::Event>),
    ("webhooks/v1", decode::<webhooks::Event>),
    ("words/v1", decode::<words::v1::Event>),
    ("words/v2", decode::<words::v2::Event>),
    ("words/v3", decode::<words::v3::Event>),
];
