// @generated from shop/v1 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 1 of Shop events: \*all\* \<kinds\> of `things`.
//!
//! [`Event::from_slice`] reads the body of a delivery. What [`Event`] holds:
//!
//! - [`Scalars`], `scalars`: Every kind of single value.
//! - [`TextPatternsAndLengths`], `text.patterns.and_lengths`: Every shape of text.
//! - [`AKindOfEventThatGoesOnForSixtyCharactersAndStops`], `a_kind_of_event_that_goes_on_for_sixty_characters_and_stops`: Names of sixty characters.
//! - [`AllOptional`], `all_optional`: A body with optional fields alone.
//! - [`Containers`], `containers`: Lists and maps.
//! - [`HostileText`], `hostile.text`: Ends a comment \*/ and begins /\* another, // and /// more. \[x\](y) and \[`Event`\] and \[Missing\] and \[a\]\[b\] and !\[i\](j) \[b\]: c \<script\>alert(1)\</script\> \&amp; \<b\>bold\</b\> \<T\> Vec\<String\> Odd \` ticks, and \`\`\` three \`\`. Ends with a backslash \\
//! - [`Keywords`], `keywords`: Names that mean something in Rust.
//! - [`Settlement`], `payment.of.order.settled`: An order is paid for.
//! - [`Sets`], `sets`: Closed and open sets.
//! - [`Trees`], `trees`: Values that hold values of their own type.

mod a_kind_of_event_that_goes_on_for_sixty_characters_and_stops;
mod all_optional;
mod containers;
mod event;
mod hostile_text;
mod json_schema;
mod keywords;
mod payment_of_order_settled;
mod scalars;
mod sets;
mod text_patterns_and_lengths;
mod trees;

pub mod schemas;

schema_runtime::test_util! {
    pub mod samples;
}

pub use self::{
    a_kind_of_event_that_goes_on_for_sixty_characters_and_stops::{
        AKindOfEventThatGoesOnForSixtyCharactersAndStops,
        ANameThatGoesOnForSixtyCharactersAndThenStopsHere,
        BNameThatGoesOnForSixtyCharactersAndThenStopsHere,
        CNameThatGoesOnForSixtyCharactersAndThenStopsHere,
        CNameThatGoesOnForSixtyCharactersAndThenStopsHereE,
        DNameThatGoesOnForSixtyCharactersAndThenStopsHere,
        DNameThatGoesOnForSixtyCharactersAndThenStopsHereE, Short,
    },
    all_optional::{AllOptional, Inner},
    containers::{
        Alias, Containers, ContainersCodesItem, ContainersHolesByNameValue,
        ContainersLinesByNameValue, ContainersLinesItem, ContainersSidesItem, Dictionary, Item,
        Matrix, Service, Thing, Words,
    },
    event::{Currency, Data, Event, EventType, Handler, Kind, Money, Schema, Slug, UnknownEvent},
    hostile_text::{
        HostileBidi, HostileComment, HostileFence, HostileLink, HostileLists, HostileMarkup,
        HostileSpaces, HostileText, HostileTextInline, HostileTextInlineNothingItem,
        HostileTextSet, HostileTicksOdd, HostileUrl,
    },
    keywords::{
        Async, Crate, CrateSelf, CrateSuper, CrateSuperInner, CrateSuperInnerYZ, Fn, Keywords,
        KeywordsKinds, KeywordsOpenKinds, Match, Self_, Type,
    },
    payment_of_order_settled::{
        Card, CardDigits, Digital, Paper, PaperVoucher, PaperVoucherCode, Proof, Settlement, Split,
        Transfer, Voucher,
    },
    scalars::{
        MaybeNumber, Scalars, ScalarsMaybeNullCode, ScalarsMaybeNullObject, ScalarsNullCode,
        ScalarsNullObject,
    },
    sets::{
        ClosedWords, Open, OpenWords, Sets, SetsByMemberValue, SetsClosed, SetsClosedUntyped,
        SetsNullClosed, SetsNullOpen, SetsOpenAll, SetsOpenPattern, SetsOpenShort, SetsRepeated,
    },
    text_patterns_and_lengths::{
        TextPatternsAndLengths, TextPatternsAndLengthsAllAndExact, TextPatternsAndLengthsAnywhere,
        TextPatternsAndLengthsAnywhereWord, TextPatternsAndLengthsAtLeastOne,
        TextPatternsAndLengthsAtLeastThree, TextPatternsAndLengthsAtMostNone,
        TextPatternsAndLengthsAtMostTwo, TextPatternsAndLengthsBareEither,
        TextPatternsAndLengthsBraces, TextPatternsAndLengthsBrackets,
        TextPatternsAndLengthsCounted, TextPatternsAndLengthsCountedRange,
        TextPatternsAndLengthsDecimal, TextPatternsAndLengthsDigest,
        TextPatternsAndLengthsDigestOnly, TextPatternsAndLengthsDigits, TextPatternsAndLengthsDot,
        TextPatternsAndLengthsDots, TextPatternsAndLengthsEither, TextPatternsAndLengthsEmpty,
        TextPatternsAndLengthsEnds, TextPatternsAndLengthsEscapes,
        TextPatternsAndLengthsExactlyNone, TextPatternsAndLengthsExactlyOne,
        TextPatternsAndLengthsExactlyTwo, TextPatternsAndLengthsFaces, TextPatternsAndLengthsFixed,
        TextPatternsAndLengthsFixedWide, TextPatternsAndLengthsGreek,
        TextPatternsAndLengthsInverses, TextPatternsAndLengthsLazy, TextPatternsAndLengthsLetters,
        TextPatternsAndLengthsLooped, TextPatternsAndLengthsLoopedWhole,
        TextPatternsAndLengthsLooseEither, TextPatternsAndLengthsMarkup,
        TextPatternsAndLengthsMaybeEmpty, TextPatternsAndLengthsMaybeEmptyToo,
        TextPatternsAndLengthsNeverSpecial, TextPatternsAndLengthsNoneOf,
        TextPatternsAndLengthsPatternAndBoth, TextPatternsAndLengthsPatternAndExact,
        TextPatternsAndLengthsPatternAndLeast, TextPatternsAndLengthsPatternAndMost,
        TextPatternsAndLengthsQuotes, TextPatternsAndLengthsSlashes, TextPatternsAndLengthsSlug,
        TextPatternsAndLengthsSpaces, TextPatternsAndLengthsSpelledAsFloats,
        TextPatternsAndLengthsStars, TextPatternsAndLengthsStarts, TextPatternsAndLengthsTicks,
        TextPatternsAndLengthsTwoToFour, TextPatternsAndLengthsVersion,
        TextPatternsAndLengthsWideRun, TextPatternsAndLengthsWords,
    },
    trees::{
        Category, Chain, Even, Expression, Folder, Link, Links, Literal, MaybeChain, NamedCode,
        NamedCodeValue, NamedObject, NamedObjectValue, Negation, NextLink, Odd, Person, Sum, Trees,
    },
};

pub mod borrowed {
    //! The same types with strings that point into the body: they are read without a copy. `into_owned`
    //! converts to the types of the module above.
    pub use super::{
        a_kind_of_event_that_goes_on_for_sixty_characters_and_stops::{
            AKindOfEventThatGoesOnForSixtyCharactersAndStopsRef,
            ANameThatGoesOnForSixtyCharactersAndThenStopsHereRef,
        },
        all_optional::AllOptionalRef,
        containers::{ContainersLinesByNameValueRef, ContainersLinesItemRef, ContainersRef},
        event::{DataRef, EventRef, UnknownEventRef},
        hostile_text::HostileTextRef,
        keywords::{
            CrateRef, CrateSuperInnerRef, CrateSuperInnerYZRef, CrateSuperRef, KeywordsRef, SelfRef,
        },
        payment_of_order_settled::{
            CardRef, DigitalRef, PaperVoucherRef, ProofRef, SettlementRef, SplitRef, TransferRef,
            VoucherRef,
        },
        scalars::ScalarsRef,
        sets::SetsRef,
        text_patterns_and_lengths::TextPatternsAndLengthsRef,
        trees::{CategoryRef, FolderRef, NamedObjectValueRef, PersonRef, TreesRef},
    };
}

pub mod new {
    //! The fields that the constructors of the types above ask for: each has to be given, by its name.
    pub use super::{
        a_kind_of_event_that_goes_on_for_sixty_characters_and_stops::{
            AKindOfEventThatGoesOnForSixtyCharactersAndStopsFields,
            ANameThatGoesOnForSixtyCharactersAndThenStopsHereFields,
        },
        containers::{
            ContainersFields, ContainersLinesByNameValueFields, ContainersLinesItemFields,
            ServiceFields, ThingFields,
        },
        event::{EventFields, MoneyFields},
        hostile_text::HostileTextFields,
        keywords::{
            CrateSelfFields, CrateSuperFields, CrateSuperInnerFields, KeywordsFields, SelfFields,
        },
        payment_of_order_settled::{
            CardFields, DigitalFields, PaperFields, PaperVoucherFields, SplitFields, TransferFields,
        },
        scalars::{ScalarsFields, ScalarsMaybeNullObjectFields, ScalarsNullObjectFields},
        sets::SetsFields,
        text_patterns_and_lengths::TextPatternsAndLengthsFields,
        trees::{
            CategoryFields, ChainFields, FolderFields, LinkFields, LiteralFields,
            NamedObjectValueFields, NegationFields, OddFields, PersonFields, SumFields,
            TreesFields,
        },
    };
}
