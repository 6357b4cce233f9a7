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
        AKindOfEventThatGoesOnForSixtyCharactersAndStopsRef,
        ANameThatGoesOnForSixtyCharactersAndThenStopsHere,
        ANameThatGoesOnForSixtyCharactersAndThenStopsHereFields,
        ANameThatGoesOnForSixtyCharactersAndThenStopsHereRef,
        BNameThatGoesOnForSixtyCharactersAndThenStopsHere,
        CNameThatGoesOnForSixtyCharactersAndThenStopsHere,
        CNameThatGoesOnForSixtyCharactersAndThenStopsHereANameThatGoesOnForSixtyCharactersAndThenStopsHere,
        CNameThatGoesOnForSixtyCharactersAndThenStopsHereE,
        DNameThatGoesOnForSixtyCharactersAndThenStopsHere,
        DNameThatGoesOnForSixtyCharactersAndThenStopsHereANameThatGoesOnForSixtyCharactersAndThenStopsHere,
        DNameThatGoesOnForSixtyCharactersAndThenStopsHereE, Short,
    },
    all_optional::{AllOptional, AllOptionalRef, Inner},
    containers::{
        Alias, Containers, ContainersCodesItem, ContainersFields, ContainersHolesByNameValue,
        ContainersLinesByNameValue, ContainersLinesByNameValueFields,
        ContainersLinesByNameValueRef, ContainersLinesItem, ContainersLinesItemFields,
        ContainersLinesItemRef, ContainersRef, ContainersSidesItem, Dictionary, Item, Matrix,
        Service, ServiceFields, ServiceWhat, Thing, ThingFields, ThingWhat, Words,
    },
    event::{
        Currency, Data, DataRef, Event, EventFields, EventRef, EventType, Kind, Money, MoneyFields,
        Schema, Slug, UnknownEvent, UnknownEventRef,
    },
    hostile_text::{
        HostileBidi, HostileComment, HostileFence, HostileLink, HostileLists, HostileMarkup,
        HostileSpaces, HostileText, HostileTextFields, HostileTextInline,
        HostileTextInlineNothingItem, HostileTextRef, HostileTextSet, HostileTicksOdd, HostileUrl,
    },
    keywords::{
        Async, Crate, CrateRef, CrateSelf, CrateSelfFields, CrateSelfType, CrateSuper,
        CrateSuperFields, CrateSuperInner, CrateSuperInnerFields, CrateSuperInnerRef,
        CrateSuperInnerYZ, CrateSuperInnerYZRef, CrateSuperRef, CrateSuperType, Fn, Keywords,
        KeywordsFields, KeywordsKinds, KeywordsOpenKinds, KeywordsRef, Match, Self_, SelfFields,
        SelfRef, Type,
    },
    payment_of_order_settled::{
        Card, CardDigits, CardFields, CardMethod, CardRef, Digital, DigitalFields, DigitalForm,
        DigitalRef, DigitalVersion, Paper, PaperFields, PaperForm, PaperVersion, PaperVoucher,
        PaperVoucherCode, PaperVoucherFields, PaperVoucherKind, PaperVoucherRef, Proof, ProofRef,
        Settlement, SettlementRef, Split, SplitFields, SplitMethod, SplitRef, Transfer,
        TransferFields, TransferMethod, TransferRef, Voucher, VoucherRef,
    },
    scalars::{
        MaybeNumber, Scalars, ScalarsFields, ScalarsMaybeNullCode, ScalarsMaybeNullObject,
        ScalarsMaybeNullObjectFields, ScalarsNullCode, ScalarsNullObject, ScalarsNullObjectFields,
        ScalarsRef,
    },
    sets::{
        ClosedWords, Open, OpenWords, Sets, SetsByMemberValue, SetsClosed, SetsClosedUntyped,
        SetsFields, SetsNullClosed, SetsNullOpen, SetsOne, SetsOneEnum, SetsOneTyped, SetsOpenAll,
        SetsOpenPattern, SetsOpenShort, SetsRef, SetsRepeated,
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
        TextPatternsAndLengthsRef, TextPatternsAndLengthsSlashes, TextPatternsAndLengthsSlug,
        TextPatternsAndLengthsSpaces, TextPatternsAndLengthsSpelledAsFloats,
        TextPatternsAndLengthsStars, TextPatternsAndLengthsStarts, TextPatternsAndLengthsTicks,
        TextPatternsAndLengthsTwoToFour, TextPatternsAndLengthsVersion,
        TextPatternsAndLengthsWideRun, TextPatternsAndLengthsWords,
    },
    trees::{
        Category, CategoryFields, CategoryRef, Chain, ChainFields, Even, Expression, Folder,
        FolderFields, FolderRef, Link, LinkFields, Links, Literal, LiteralFields, LiteralOp,
        MaybeChain, NamedCode, NamedCodeValue, NamedObject, NamedObjectValue,
        NamedObjectValueFields, NamedObjectValueRef, Negation, NegationFields, NegationOp,
        NextLink, Odd, OddFields, Person, PersonFields, PersonRef, Sum, SumFields, SumOp, Trees,
        TreesFields, TreesRef,
    },
};
