// @generated from shop/v1 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 1 of Shop events: \*all\* \<kinds\> of `things`.

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

pub use self::{
    a_kind_of_event_that_goes_on_for_sixty_characters_and_stops::{
        AKindOfEventThatGoesOnForSixtyCharactersAndStops,
        AKindOfEventThatGoesOnForSixtyCharactersAndStopsFields,
        ANameThatGoesOnForSixtyCharactersAndThenStopsHere,
        ANameThatGoesOnForSixtyCharactersAndThenStopsHereFields,
        BNameThatGoesOnForSixtyCharactersAndThenStopsHere,
        CNameThatGoesOnForSixtyCharactersAndThenStopsHere,
        CNameThatGoesOnForSixtyCharactersAndThenStopsHereANameThatGoesOnForSixtyCharactersAndThenStopsHere,
        CNameThatGoesOnForSixtyCharactersAndThenStopsHereE,
        CNameThatGoesOnForSixtyCharactersAndThenStopsHereFields,
        DNameThatGoesOnForSixtyCharactersAndThenStopsHere,
        DNameThatGoesOnForSixtyCharactersAndThenStopsHereANameThatGoesOnForSixtyCharactersAndThenStopsHere,
        DNameThatGoesOnForSixtyCharactersAndThenStopsHereE,
        DNameThatGoesOnForSixtyCharactersAndThenStopsHereFields, Short,
    },
    all_optional::{AllOptional, Inner},
    containers::{
        Alias, Containers, ContainersCodesItem, ContainersFields, ContainersHolesByNameValue,
        ContainersLinesByNameValue, ContainersLinesByNameValueFields, ContainersLinesItem,
        ContainersLinesItemFields, ContainersSidesItem, Dictionary, Item, Matrix, Service,
        ServiceFields, ServiceWhat, Thing, ThingFields, ThingWhat, Words,
    },
    event::{
        Currency, Data, Event, EventFields, EventType, Kind, Money, MoneyFields, Schema, Slug,
        UnknownEvent,
    },
    hostile_text::{
        HostileBidi, HostileComment, HostileFence, HostileLink, HostileLists, HostileMarkup,
        HostileSpaces, HostileText, HostileTextFields, HostileTextInline,
        HostileTextInlineNothingItem, HostileTextSet, HostileTicksOdd, HostileUrl,
    },
    keywords::{
        Async, Crate, CrateSelf, CrateSelfFields, CrateSelfType, CrateSuper, CrateSuperFields,
        CrateSuperInner, CrateSuperInnerFields, CrateSuperInnerYZ, CrateSuperType, Fn, Keywords,
        KeywordsFields, KeywordsKinds, KeywordsOpenKinds, Match, Self_, SelfFields, Type,
    },
    payment_of_order_settled::{
        Card, CardDigits, CardFields, CardMethod, Digital, DigitalFields, DigitalForm,
        DigitalVersion, Paper, PaperFields, PaperForm, PaperVersion, PaperVoucher,
        PaperVoucherCode, PaperVoucherFields, PaperVoucherKind, Proof, Settlement, Split,
        SplitFields, SplitMethod, Transfer, TransferFields, TransferMethod, Voucher,
    },
    scalars::{
        MaybeNumber, Scalars, ScalarsFields, ScalarsMaybeNullCode, ScalarsMaybeNullObject,
        ScalarsMaybeNullObjectFields, ScalarsNullCode, ScalarsNullObject, ScalarsNullObjectFields,
    },
    sets::{
        ClosedWords, Open, OpenWords, Sets, SetsByMemberValue, SetsClosed, SetsClosedUntyped,
        SetsFields, SetsNullClosed, SetsNullOpen, SetsOne, SetsOneEnum, SetsOneTyped, SetsOpenAll,
        SetsOpenPattern, SetsOpenShort, SetsRepeated,
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
        TextPatternsAndLengthsExactlyTwo, TextPatternsAndLengthsFaces,
        TextPatternsAndLengthsFields, TextPatternsAndLengthsFixed, TextPatternsAndLengthsFixedWide,
        TextPatternsAndLengthsGreek, TextPatternsAndLengthsInverses, TextPatternsAndLengthsLazy,
        TextPatternsAndLengthsLetters, TextPatternsAndLengthsLooped,
        TextPatternsAndLengthsLoopedWhole, TextPatternsAndLengthsLooseEither,
        TextPatternsAndLengthsMarkup, TextPatternsAndLengthsMaybeEmpty,
        TextPatternsAndLengthsMaybeEmptyToo, TextPatternsAndLengthsNeverSpecial,
        TextPatternsAndLengthsNoneOf, TextPatternsAndLengthsPatternAndBoth,
        TextPatternsAndLengthsPatternAndExact, TextPatternsAndLengthsPatternAndLeast,
        TextPatternsAndLengthsPatternAndMost, TextPatternsAndLengthsQuotes,
        TextPatternsAndLengthsSlashes, TextPatternsAndLengthsSlug, TextPatternsAndLengthsSpaces,
        TextPatternsAndLengthsSpelledAsFloats, TextPatternsAndLengthsStars,
        TextPatternsAndLengthsStarts, TextPatternsAndLengthsTicks, TextPatternsAndLengthsTwoToFour,
        TextPatternsAndLengthsVersion, TextPatternsAndLengthsWideRun, TextPatternsAndLengthsWords,
    },
    trees::{
        Category, CategoryFields, Chain, ChainFields, Even, Expression, Folder, FolderFields, Link,
        LinkFields, Links, Literal, LiteralFields, LiteralOp, MaybeChain, NamedCode,
        NamedCodeValue, NamedObject, NamedObjectValue, NamedObjectValueFields, Negation,
        NegationFields, NegationOp, NextLink, Odd, OddFields, Person, PersonFields, Sum, SumFields,
        SumOp, Trees, TreesFields,
    },
};
