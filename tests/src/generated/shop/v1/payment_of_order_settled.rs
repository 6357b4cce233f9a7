// @generated from shop/v1/payment.of.order.settled.json by `cargo xtask codegen`. Changes made here are lost.

//! `payment.of.order.settled`: An order is paid for.

use std::borrow::Cow;

use schema_runtime::{Integer, KnownPayload, ObjectMap, Payload, StringValue, TaggedUnion, Uri};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Kind, Money};

/// How it was paid.
#[derive(Clone, Debug, PartialEq)]
pub enum Settlement {
    /// Paid by card: the tag comes first.
    Card(Card),
    /// Paid by transfer: the tag comes last.
    BankTransfer(Transfer),
    /// Paid in parts: the tag stands in the middle.
    Split(Split),
}

impl TaggedUnion for Settlement {
    const TAG: &'static str = "method";
    const TAGS: &'static [&'static str] = &["card", "bank-transfer", "split"];

    fn branch<'de, D>(tag: &str, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        match tag {
            "card" => Deserialize::deserialize(deserializer).map(Self::Card),
            "bank-transfer" => Deserialize::deserialize(deserializer).map(Self::BankTransfer),
            _ => Deserialize::deserialize(deserializer).map(Self::Split),
        }
    }
}

impl<'de> Deserialize<'de> for Settlement {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        schema_runtime::deserialize_union(deserializer)
    }
}

impl Serialize for Settlement {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Card(branch) => branch.serialize(serializer),
            Self::BankTransfer(branch) => branch.serialize(serializer),
            Self::Split(branch) => branch.serialize(serializer),
        }
    }
}

impl From<Card> for Settlement {
    fn from(branch: Card) -> Self {
        Self::Card(branch)
    }
}

impl From<Transfer> for Settlement {
    fn from(branch: Transfer) -> Self {
        Self::BankTransfer(branch)
    }
}

impl From<Split> for Settlement {
    fn from(branch: Split) -> Self {
        Self::Split(branch)
    }
}

impl Settlement {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "payment.of.order.settled";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/shop/v1/payment.of.order.settled.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for Settlement {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(Self::EVENT_TYPE);

    fn event_type(&self) -> Kind {
        Kind::PaymentOfOrderSettled
    }

    fn deserialize_as<'de, D>(_: &Kind, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        Deserialize::deserialize(deserializer)
    }
}

impl KnownPayload for Settlement {
    const SCHEMA_REF: &'static str = Self::SCHEMA_REF;
    const VERSION: &'static str = Self::VERSION;
}

/// Paid by card: the tag comes first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct Card {
    /// Here always `card`.
    pub method: CardMethod,
    /// Last four digits.
    pub digits: CardDigits,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub note: Option<String>,
}

schema_runtime::object_type!(Card);

/// The required fields of a [`Card`].
#[derive(Clone, Debug, PartialEq)]
pub struct CardFields {
    /// Here always `card`.
    pub method: CardMethod,
    /// Last four digits.
    pub digits: CardDigits,
}

impl Card {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: CardFields) -> Self {
        Self {
            method: fields.method,
            digits: fields.digits,
            note: None,
        }
    }
}

/// Here always `card`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CardMethod {
    /// `card`
    Card,
}

impl StringValue for CardMethod {
    const EXPECTED: &'static str = "`card`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "card" => Some(Self::Card),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Card => "card",
        }
    }
}

schema_runtime::string_type!(CardMethod);

/// Last four digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CardDigits(String);

impl StringValue for CardDigits {
    const EXPECTED: &'static str = "a string that matches `^[0-9]{4}$`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(text.into_owned()))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

impl CardDigits {
    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    /// Matches `^[0-9]{4}$`.
    fn matches(text: &str) -> bool {
        text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

schema_runtime::string_type!(CardDigits);

/// Paid by transfer: the tag comes last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct Transfer {
    /// The amount.
    pub amount: Money,
    /// What proves it.
    pub proof: Proof,
    /// Here always `bank-transfer`.
    pub method: TransferMethod,
}

schema_runtime::object_type!(Transfer);

/// The required fields of a [`Transfer`].
#[derive(Clone, Debug, PartialEq)]
pub struct TransferFields {
    /// The amount.
    pub amount: Money,
    /// What proves it.
    pub proof: Proof,
    /// Here always `bank-transfer`.
    pub method: TransferMethod,
}

impl Transfer {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: TransferFields) -> Self {
        Self {
            amount: fields.amount,
            proof: fields.proof,
            method: fields.method,
        }
    }
}

/// What proves a transfer. Both have a `version`, which tells nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Proof {
    /// On paper.
    Self_(Paper),
    /// A file.
    Type(Digital),
}

impl TaggedUnion for Proof {
    const TAG: &'static str = "form";
    const TAGS: &'static [&'static str] = &["self", "type"];

    fn branch<'de, D>(tag: &str, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        match tag {
            "self" => Deserialize::deserialize(deserializer).map(Self::Self_),
            _ => Deserialize::deserialize(deserializer).map(Self::Type),
        }
    }
}

impl<'de> Deserialize<'de> for Proof {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        schema_runtime::deserialize_union(deserializer)
    }
}

impl Serialize for Proof {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Self_(branch) => branch.serialize(serializer),
            Self::Type(branch) => branch.serialize(serializer),
        }
    }
}

impl From<Paper> for Proof {
    fn from(branch: Paper) -> Self {
        Self::Self_(branch)
    }
}

impl From<Digital> for Proof {
    fn from(branch: Digital) -> Self {
        Self::Type(branch)
    }
}

/// On paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct Paper {
    /// Here always `1`.
    pub version: PaperVersion,
    /// Here always `self`.
    pub form: PaperForm,
    /// Pages.
    pub pages: Integer<1, 9>,
}

schema_runtime::object_type!(Paper);

/// The required fields of a [`Paper`].
#[derive(Clone, Debug, PartialEq)]
pub struct PaperFields {
    /// Here always `1`.
    pub version: PaperVersion,
    /// Here always `self`.
    pub form: PaperForm,
    /// Pages.
    pub pages: Integer<1, 9>,
}

impl Paper {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: PaperFields) -> Self {
        Self {
            version: fields.version,
            form: fields.form,
            pages: fields.pages,
        }
    }
}

/// Here always `1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperVersion {
    /// `v1`
    V1,
}

impl StringValue for PaperVersion {
    const EXPECTED: &'static str = "`v1`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "v1" => Some(Self::V1),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::V1 => "v1",
        }
    }
}

schema_runtime::string_type!(PaperVersion);

/// Here always `self`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperForm {
    /// `self`
    Self_,
}

impl StringValue for PaperForm {
    const EXPECTED: &'static str = "`self`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "self" => Some(Self::Self_),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Self_ => "self",
        }
    }
}

schema_runtime::string_type!(PaperForm);

/// A file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct Digital {
    /// Here always `1`.
    pub version: DigitalVersion,
    /// Here always `type`.
    pub form: DigitalForm,
    /// Where the file is.
    pub url: Uri,
}

schema_runtime::object_type!(Digital);

/// The required fields of a [`Digital`].
#[derive(Clone, Debug, PartialEq)]
pub struct DigitalFields {
    /// Here always `1`.
    pub version: DigitalVersion,
    /// Here always `type`.
    pub form: DigitalForm,
    /// Where the file is.
    pub url: Uri,
}

impl Digital {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: DigitalFields) -> Self {
        Self {
            version: fields.version,
            form: fields.form,
            url: fields.url,
        }
    }
}

/// Here always `1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DigitalVersion {
    /// `v1`
    V1,
}

impl StringValue for DigitalVersion {
    const EXPECTED: &'static str = "`v1`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "v1" => Some(Self::V1),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::V1 => "v1",
        }
    }
}

schema_runtime::string_type!(DigitalVersion);

/// Here always `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DigitalForm {
    /// `type`
    Type,
}

impl StringValue for DigitalForm {
    const EXPECTED: &'static str = "`type`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "type" => Some(Self::Type),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Type => "type",
        }
    }
}

schema_runtime::string_type!(DigitalForm);

/// Here always `bank-transfer`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TransferMethod {
    /// `bank-transfer`
    BankTransfer,
}

impl StringValue for TransferMethod {
    const EXPECTED: &'static str = "`bank-transfer`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "bank-transfer" => Some(Self::BankTransfer),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::BankTransfer => "bank-transfer",
        }
    }
}

schema_runtime::string_type!(TransferMethod);

/// Paid in parts: the tag stands in the middle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct Split {
    /// The parts.
    pub parts: Vec<Settlement>,
    /// Here always `split`.
    pub method: SplitMethod,
    /// How the rest was paid, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub rest: Option<Box<Settlement>>,
    /// What proves it, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub proofs: Option<ObjectMap<String, Proof>>,
    /// A voucher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub voucher: Option<Voucher>,
}

schema_runtime::object_type!(Split);

/// The required fields of a [`Split`].
#[derive(Clone, Debug, PartialEq)]
pub struct SplitFields {
    /// The parts.
    pub parts: Vec<Settlement>,
    /// Here always `split`.
    pub method: SplitMethod,
}

impl Split {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: SplitFields) -> Self {
        Self {
            parts: fields.parts,
            method: fields.method,
            rest: None,
            proofs: None,
            voucher: None,
        }
    }
}

/// Here always `split`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SplitMethod {
    /// `split`
    Split,
}

impl StringValue for SplitMethod {
    const EXPECTED: &'static str = "`split`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "split" => Some(Self::Split),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Split => "split",
        }
    }
}

schema_runtime::string_type!(SplitMethod);

/// A voucher: a union of one.
#[derive(Clone, Debug, PartialEq)]
pub enum Voucher {
    /// On paper.
    Paper(PaperVoucher),
}

impl TaggedUnion for Voucher {
    const TAG: &'static str = "kind";
    const TAGS: &'static [&'static str] = &["paper"];

    fn branch<'de, D>(_: &str, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        Deserialize::deserialize(deserializer).map(Self::Paper)
    }
}

impl<'de> Deserialize<'de> for Voucher {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        schema_runtime::deserialize_union(deserializer)
    }
}

impl Serialize for Voucher {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Paper(branch) => branch.serialize(serializer),
        }
    }
}

impl From<PaperVoucher> for Voucher {
    fn from(branch: PaperVoucher) -> Self {
        Self::Paper(branch)
    }
}

/// On paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct PaperVoucher {
    /// Here always `paper`.
    pub kind: PaperVoucherKind,
    /// `code`, which the schema does not describe.
    #[serde(deserialize_with = "schema_runtime::required")]
    pub code: Option<PaperVoucherCode>,
}

schema_runtime::object_type!(PaperVoucher);

/// The required fields of a [`PaperVoucher`].
#[derive(Clone, Debug, PartialEq)]
pub struct PaperVoucherFields {
    /// Here always `paper`.
    pub kind: PaperVoucherKind,
    /// `code`, which the schema does not describe.
    pub code: Option<PaperVoucherCode>,
}

impl PaperVoucher {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: PaperVoucherFields) -> Self {
        Self {
            kind: fields.kind,
            code: fields.code,
        }
    }
}

/// Here always `paper`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperVoucherKind {
    /// `paper`
    Paper,
}

impl StringValue for PaperVoucherKind {
    const EXPECTED: &'static str = "`paper`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "paper" => Some(Self::Paper),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Paper => "paper",
        }
    }
}

schema_runtime::string_type!(PaperVoucherKind);

/// `PaperVoucherCode`, which the schema does not describe.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PaperVoucherCode(String);

impl StringValue for PaperVoucherCode {
    const EXPECTED: &'static str = "at least 1 character";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(text.into_owned()))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

impl PaperVoucherCode {
    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }
}

schema_runtime::string_type!(PaperVoucherCode);
