//! The types of all events.

use repository_tests::generated::{
    bare::v1 as bare, limits::v1 as limits, plain::v1 as plain, shop::v1 as shop, words,
};
use schema_runtime::Error;
use scrapenest_webhooks::v1 as webhooks;

/// Decodes a document, and writes what was decoded.
///
/// An event that is decoded by several types has a row for each of them: the types that own their
/// texts, and their twins that borrow them, where there are any.
pub(crate) type Decode = fn(&[u8]) -> Result<String, Error>;

/// The function that decodes a type, which may borrow from the document.
macro_rules! read {
    ($type:ty) => {
        |body| {
            let value: $type = schema_runtime::from_slice(body)?;
            Ok(serde_json::to_string(&value).unwrap())
        }
    };
}

pub(crate) const WEBHOOKS: &[(&str, Decode)] = &[
    (
        "webhooks/v1/artifact.ready",
        read!(webhooks::Event<webhooks::ArtifactReady>),
    ),
    (
        "webhooks/v1/artifact.ready",
        read!(webhooks::EventRef<'_, webhooks::ArtifactReadyRef<'_>>),
    ),
    (
        "webhooks/v1/job.completed",
        read!(webhooks::Event<webhooks::JobCompleted>),
    ),
    (
        "webhooks/v1/job.completed",
        read!(webhooks::EventRef<'_, webhooks::JobCompleted>),
    ),
    (
        "webhooks/v1/job.created",
        read!(webhooks::Event<webhooks::JobCreated>),
    ),
    (
        "webhooks/v1/job.created",
        read!(webhooks::EventRef<'_, webhooks::JobCreatedRef<'_>>),
    ),
];

pub(crate) const EVERYTHING: &[(&str, Decode)] = &[
    ("bare/v1/ping", read!(bare::Event<bare::Ping>)),
    ("bare/v1/ping", read!(bare::EventRef<'_, bare::Ping>)),
    ("limits/v1/lists", read!(limits::Event<limits::Lists>)),
    (
        "limits/v1/lists",
        read!(limits::EventRef<'_, limits::ListsRef<'_>>),
    ),
    ("limits/v1/maps", read!(limits::Event<limits::Maps>)),
    (
        "limits/v1/maps",
        read!(limits::EventRef<'_, limits::MapsRef<'_>>),
    ),
    ("limits/v1/numbers", read!(limits::Event<limits::Numbers>)),
    (
        "limits/v1/numbers",
        read!(limits::EventRef<'_, limits::NumbersRef<'_>>),
    ),
    ("limits/v1/texts", read!(limits::Event<limits::Texts>)),
    (
        "limits/v1/texts",
        read!(limits::EventRef<'_, limits::TextsRef<'_>>),
    ),
    ("limits/v1/tuples", read!(limits::Event<limits::Tuples>)),
    (
        "limits/v1/tuples",
        read!(limits::EventRef<'_, limits::TuplesRef<'_>>),
    ),
    ("plain/v1/figure.drawn", read!(plain::FigureDrawn)),
    ("plain/v1/note", read!(plain::Note)),
    ("plain/v1/note", read!(plain::NoteRef<'_>)),
    ("plain/v1/outline", read!(plain::OutlineEntry)),
    ("plain/v1/outline", read!(plain::OutlineEntryRef<'_>)),
    (
        "shop/v1/a_kind_of_event_that_goes_on_for_sixty_characters_and_stops",
        read!(shop::Event<shop::AKindOfEventThatGoesOnForSixtyCharactersAndStops>),
    ),
    (
        "shop/v1/a_kind_of_event_that_goes_on_for_sixty_characters_and_stops",
        read!(shop::EventRef<'_, shop::AKindOfEventThatGoesOnForSixtyCharactersAndStopsRef<'_>>),
    ),
    (
        "shop/v1/all_optional",
        read!(shop::Event<shop::AllOptional>),
    ),
    (
        "shop/v1/all_optional",
        read!(shop::EventRef<'_, shop::AllOptionalRef<'_>>),
    ),
    ("shop/v1/containers", read!(shop::Event<shop::Containers>)),
    (
        "shop/v1/containers",
        read!(shop::EventRef<'_, shop::ContainersRef<'_>>),
    ),
    (
        "shop/v1/hostile.text",
        read!(shop::Event<shop::HostileText>),
    ),
    (
        "shop/v1/hostile.text",
        read!(shop::EventRef<'_, shop::HostileTextRef<'_>>),
    ),
    ("shop/v1/keywords", read!(shop::Event<shop::Keywords>)),
    (
        "shop/v1/keywords",
        read!(shop::EventRef<'_, shop::KeywordsRef<'_>>),
    ),
    (
        "shop/v1/payment.of.order.settled",
        read!(shop::Event<shop::Settlement>),
    ),
    (
        "shop/v1/payment.of.order.settled",
        read!(shop::EventRef<'_, shop::SettlementRef<'_>>),
    ),
    ("shop/v1/scalars", read!(shop::Event<shop::Scalars>)),
    (
        "shop/v1/scalars",
        read!(shop::EventRef<'_, shop::ScalarsRef<'_>>),
    ),
    ("shop/v1/sets", read!(shop::Event<shop::Sets>)),
    ("shop/v1/sets", read!(shop::EventRef<'_, shop::SetsRef<'_>>)),
    (
        "shop/v1/text.patterns.and_lengths",
        read!(shop::Event<shop::TextPatternsAndLengths>),
    ),
    (
        "shop/v1/text.patterns.and_lengths",
        read!(shop::EventRef<'_, shop::TextPatternsAndLengthsRef<'_>>),
    ),
    ("shop/v1/trees", read!(shop::Event<shop::Trees>)),
    (
        "shop/v1/trees",
        read!(shop::EventRef<'_, shop::TreesRef<'_>>),
    ),
    (
        "words/v1/all",
        read!(words::v1::Event<words::v1::TheWordAll>),
    ),
    (
        "words/v1/all",
        read!(words::v1::EventRef<'_, words::v1::TheWordAll>),
    ),
    (
        "words/v1/crate.fn.match",
        read!(words::v1::Event<words::v1::TheWordCrateFnMatch>),
    ),
    (
        "words/v1/crate.fn.match",
        read!(words::v1::EventRef<'_, words::v1::TheWordCrateFnMatch>),
    ),
    (
        "words/v1/event",
        read!(words::v1::Event<words::v1::TheWordEvent>),
    ),
    (
        "words/v1/event",
        read!(words::v1::EventRef<'_, words::v1::TheWordEvent>),
    ),
    (
        "words/v1/mod",
        read!(words::v1::Event<words::v1::TheWordMod>),
    ),
    (
        "words/v1/mod",
        read!(words::v1::EventRef<'_, words::v1::TheWordMod>),
    ),
    (
        "words/v1/schemas",
        read!(words::v1::Event<words::v1::TheWordSchemas>),
    ),
    (
        "words/v1/schemas",
        read!(words::v1::EventRef<'_, words::v1::TheWordSchemas>),
    ),
    (
        "words/v1/self",
        read!(words::v1::Event<words::v1::TheWordSelf>),
    ),
    (
        "words/v1/self",
        read!(words::v1::EventRef<'_, words::v1::TheWordSelf>),
    ),
    (
        "words/v1/type",
        read!(words::v1::Event<words::v1::TheWordType>),
    ),
    (
        "words/v1/type",
        read!(words::v1::EventRef<'_, words::v1::TheWordType>),
    ),
    (
        "words/v1/unknown",
        read!(words::v1::Event<words::v1::TheWordUnknown>),
    ),
    (
        "words/v1/unknown",
        read!(words::v1::EventRef<'_, words::v1::TheWordUnknown>),
    ),
    (
        "words/v2/added",
        read!(words::v2::Event<words::v2::TheWordAdded>),
    ),
    (
        "words/v2/added",
        read!(words::v2::EventRef<'_, words::v2::TheWordAdded>),
    ),
    (
        "words/v2/event",
        read!(words::v2::Event<words::v2::TheWordEvent>),
    ),
    (
        "words/v2/event",
        read!(words::v2::EventRef<'_, words::v2::TheWordEvent>),
    ),
    (
        "words/v2/self",
        read!(words::v2::Event<words::v2::TheWordSelf>),
    ),
    (
        "words/v2/self",
        read!(words::v2::EventRef<'_, words::v2::TheWordSelf>),
    ),
    (
        "words/v2/unknown",
        read!(words::v2::Event<words::v2::TheWordUnknown>),
    ),
    (
        "words/v2/unknown",
        read!(words::v2::EventRef<'_, words::v2::TheWordUnknown>),
    ),
];

/// The events of a major version, whichever it is.
pub(crate) const ANY_EVENT: &[(&str, Decode)] = &[
    ("bare/v1", read!(bare::Event)),
    ("bare/v1", read!(bare::EventRef<'_, bare::DataRef<'_>>)),
    ("limits/v1", read!(limits::Event)),
    (
        "limits/v1",
        read!(limits::EventRef<'_, limits::DataRef<'_>>),
    ),
    ("shop/v1", read!(shop::Event)),
    ("shop/v1", read!(shop::EventRef<'_, shop::DataRef<'_>>)),
    ("webhooks/v1", read!(webhooks::Event)),
    (
        "webhooks/v1",
        read!(webhooks::EventRef<'_, webhooks::DataRef<'_>>),
    ),
    ("words/v1", read!(words::v1::Event)),
    (
        "words/v1",
        read!(words::v1::EventRef<'_, words::v1::DataRef<'_>>),
    ),
    ("words/v2", read!(words::v2::Event)),
    (
        "words/v2",
        read!(words::v2::EventRef<'_, words::v2::DataRef<'_>>),
    ),
    ("words/v3", read!(words::v3::Event)),
    (
        "words/v3",
        read!(words::v3::EventRef<'_, words::v3::DataRef<'_>>),
    ),
];
