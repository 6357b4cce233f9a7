// @generated from shop/v1/payment.of.order.settled.json by `cargo xtask codegen`. Changes made here are lost.

//! `payment.of.order.settled`: An order is paid for.

use std::borrow::Cow;

use schema_runtime::{
    Borrowed, Error, Integer, KnownPayload, ObjectMap, Payload, StringValue, Uri,
};

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

impl Settlement {
    /// Returns the payload if this is `card`.
    #[must_use]
    pub fn as_card(&self) -> Option<&Card> {
        match self {
            Self::Card(held) => Some(held),
            _ => None,
        }
    }

    /// Returns the payload if this is `bank-transfer`.
    #[must_use]
    pub fn as_bank_transfer(&self) -> Option<&Transfer> {
        match self {
            Self::BankTransfer(held) => Some(held),
            _ => None,
        }
    }

    /// Returns the payload if this is `split`.
    #[must_use]
    pub fn as_split(&self) -> Option<&Split> {
        match self {
            Self::Split(held) => Some(held),
            _ => None,
        }
    }
}

schema_runtime::union_type! {
    Settlement {
        tag method = "method",
    }
    Card(Card) = "card" {
        required digits = "digits",
        optional note = "note",
    }
    BankTransfer(Transfer) = "bank-transfer" {
        required amount = "amount",
        required proof = "proof",
    }
    Split(Split) = "split" {
        required parts = "parts",
        optional rest = "rest",
        optional proofs = "proofs",
        optional voucher = "voucher",
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

/// Borrowed variant of [`Settlement`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
pub enum SettlementRef<'a> {
    /// Paid by card: the tag comes first.
    Card(CardRef<'a>),
    /// Paid by transfer: the tag comes last.
    BankTransfer(TransferRef<'a>),
    /// Paid in parts: the tag stands in the middle.
    Split(SplitRef<'a>),
}

impl<'a> SettlementRef<'a> {
    /// Returns the payload if this is `card`.
    #[must_use]
    pub fn as_card(&self) -> Option<&CardRef<'a>> {
        match self {
            Self::Card(held) => Some(held),
            _ => None,
        }
    }

    /// Returns the payload if this is `bank-transfer`.
    #[must_use]
    pub fn as_bank_transfer(&self) -> Option<&TransferRef<'a>> {
        match self {
            Self::BankTransfer(held) => Some(held),
            _ => None,
        }
    }

    /// Returns the payload if this is `split`.
    #[must_use]
    pub fn as_split(&self) -> Option<&SplitRef<'a>> {
        match self {
            Self::Split(held) => Some(held),
            _ => None,
        }
    }
}

schema_runtime::union_type! {
    SettlementRef<'a> {
        tag method = "method",
    }
    Card(CardRef) = "card" {
        required digits = "digits",
        optional note = "note",
    }
    BankTransfer(TransferRef) = "bank-transfer" {
        required amount = "amount",
        required proof = "proof",
    }
    Split(SplitRef) = "split" {
        required parts = "parts",
        optional rest = "rest",
        optional proofs = "proofs",
        optional voucher = "voucher",
    }
}

impl<'a> From<CardRef<'a>> for SettlementRef<'a> {
    fn from(branch: CardRef<'a>) -> Self {
        Self::Card(branch)
    }
}

impl<'a> From<TransferRef<'a>> for SettlementRef<'a> {
    fn from(branch: TransferRef<'a>) -> Self {
        Self::BankTransfer(branch)
    }
}

impl<'a> From<SplitRef<'a>> for SettlementRef<'a> {
    fn from(branch: SplitRef<'a>) -> Self {
        Self::Split(branch)
    }
}

impl SettlementRef<'_> {
    /// Returns an owned copy, by writing it as JSON and reading it again.
    ///
    /// # Errors
    ///
    /// Returns an error if the value cannot be written, which never happens for a value that was read.
    #[inline]
    pub fn to_static(&self) -> Result<Settlement, Error> {
        schema_runtime::copied(self)
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
    const EVENT_TYPE: Option<&'static str> = Some(Settlement::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::PaymentOfOrderSettled
    }
}

impl KnownPayload for Settlement {
    const SCHEMA_REF: &'static str = Settlement::SCHEMA_REF;
    const VERSION: &'static str = Settlement::VERSION;
}

impl<'a> Payload for SettlementRef<'a> {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(Settlement::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::PaymentOfOrderSettled
    }
}

impl<'a> KnownPayload for SettlementRef<'a> {
    const SCHEMA_REF: &'static str = Settlement::SCHEMA_REF;
    const VERSION: &'static str = Settlement::VERSION;
}

/// Paid by card: the tag comes first.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Card {
    /// Here always `card`.
    pub method: CardMethod,
    /// Last four digits.
    pub digits: CardDigits,
    /// A note.
    pub note: Option<String>,
}

schema_runtime::object_type! {
    Card {
        required method = "method",
        required digits = "digits",
        optional note = "note",
    }
}

/// The required fields of [`Card`].
#[derive(Clone, Debug, PartialEq)]
pub struct CardFields {
    /// Last four digits.
    pub digits: CardDigits,
}

impl Card {
    /// Creates a value from its required fields; those with a single possible value are filled
    /// in. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: CardFields) -> Self {
        Self {
            method: CardMethod::Card,
            digits: fields.digits,
            note: None,
        }
    }
}

/// Borrowed variant of [`Card`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CardRef<'a> {
    /// See [`Card::method`].
    pub method: CardMethod,
    /// See [`Card::digits`].
    pub digits: Borrowed<'a, CardDigits>,
    /// See [`Card::note`].
    pub note: Option<Borrowed<'a, String>>,
}

schema_runtime::object_type! {
    CardRef<'a> {
        required method = "method",
        required digits = "digits",
        optional note = "note",
    }
}

impl CardRef<'_> {
    /// Returns an owned copy, by writing it as JSON and reading it again.
    ///
    /// # Errors
    ///
    /// Returns an error if the value cannot be written, which never happens for a value that was read.
    #[inline]
    pub fn to_static(&self) -> Result<Card, Error> {
        schema_runtime::copied(self)
    }
}

/// Here always `card`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CardMethod {
    #[default]
    /// `card`
    Card,
}

impl StringValue for CardMethod {
    const EXPECTED: &'static str = "`card`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "card" => Some(Self::Card),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Card => "card",
        }
    }
}

schema_runtime::string_type!(CardMethod);

/// Last four digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CardDigits(Cow<'static, str>);

impl StringValue for CardDigits {
    const EXPECTED: &'static str = "a string that matches `^[0-9]{4}$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl CardDigits {
    /// Matches `^[0-9]{4}$`.
    fn matches(text: &str) -> bool {
        text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

schema_runtime::string_type!(CardDigits);

/// Paid by transfer: the tag comes last.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Transfer {
    /// The amount.
    pub amount: Money,
    /// What proves it.
    pub proof: Proof,
    /// Here always `bank-transfer`.
    pub method: TransferMethod,
}

schema_runtime::object_type! {
    Transfer {
        required amount = "amount",
        required proof = "proof",
        required method = "method",
    }
}

/// The required fields of [`Transfer`].
#[derive(Clone, Debug, PartialEq)]
pub struct TransferFields {
    /// The amount.
    pub amount: Money,
    /// What proves it.
    pub proof: Proof,
}

impl Transfer {
    /// Creates a value from its required fields; those with a single possible value are filled
    /// in. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: TransferFields) -> Self {
        Self {
            amount: fields.amount,
            proof: fields.proof,
            method: TransferMethod::BankTransfer,
        }
    }
}

/// Borrowed variant of [`Transfer`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TransferRef<'a> {
    /// See [`Transfer::amount`].
    pub amount: Money,
    /// See [`Transfer::proof`].
    pub proof: ProofRef<'a>,
    /// See [`Transfer::method`].
    pub method: TransferMethod,
}

schema_runtime::object_type! {
    TransferRef<'a> {
        required amount = "amount",
        required proof = "proof",
        required method = "method",
    }
}

impl TransferRef<'_> {
    /// Returns an owned copy, by writing it as JSON and reading it again.
    ///
    /// # Errors
    ///
    /// Returns an error if the value cannot be written, which never happens for a value that was read.
    #[inline]
    pub fn to_static(&self) -> Result<Transfer, Error> {
        schema_runtime::copied(self)
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

impl Proof {
    /// Returns the payload if this is `self`.
    #[must_use]
    pub fn as_self_(&self) -> Option<&Paper> {
        match self {
            Self::Self_(held) => Some(held),
            _ => None,
        }
    }

    /// Returns the payload if this is `type`.
    #[must_use]
    pub fn as_type(&self) -> Option<&Digital> {
        match self {
            Self::Type(held) => Some(held),
            _ => None,
        }
    }
}

schema_runtime::union_type! {
    Proof {
        tag form = "form",
    }
    Self_(Paper) = "self" {
        required version = "version",
        required pages = "pages",
    }
    Type(Digital) = "type" {
        required version = "version",
        required url = "url",
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

/// Borrowed variant of [`Proof`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
pub enum ProofRef<'a> {
    /// On paper.
    Self_(Paper),
    /// A file.
    Type(DigitalRef<'a>),
}

impl<'a> ProofRef<'a> {
    /// Returns the payload if this is `self`.
    #[must_use]
    pub fn as_self_(&self) -> Option<&Paper> {
        match self {
            Self::Self_(held) => Some(held),
            _ => None,
        }
    }

    /// Returns the payload if this is `type`.
    #[must_use]
    pub fn as_type(&self) -> Option<&DigitalRef<'a>> {
        match self {
            Self::Type(held) => Some(held),
            _ => None,
        }
    }
}

schema_runtime::union_type! {
    ProofRef<'a> {
        tag form = "form",
    }
    Self_(Paper) = "self" {
        required version = "version",
        required pages = "pages",
    }
    Type(DigitalRef) = "type" {
        required version = "version",
        required url = "url",
    }
}

impl<'a> From<Paper> for ProofRef<'a> {
    fn from(branch: Paper) -> Self {
        Self::Self_(branch)
    }
}

impl<'a> From<DigitalRef<'a>> for ProofRef<'a> {
    fn from(branch: DigitalRef<'a>) -> Self {
        Self::Type(branch)
    }
}

impl ProofRef<'_> {
    /// Returns an owned copy, by writing it as JSON and reading it again.
    ///
    /// # Errors
    ///
    /// Returns an error if the value cannot be written, which never happens for a value that was read.
    #[inline]
    pub fn to_static(&self) -> Result<Proof, Error> {
        schema_runtime::copied(self)
    }
}

/// On paper.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Paper {
    /// Here always `1`.
    pub version: PaperVersion,
    /// Here always `self`.
    pub form: PaperForm,
    /// Pages.
    pub pages: Integer<1, 9>,
}

schema_runtime::object_type! {
    Paper {
        required version = "version",
        required form = "form",
        required pages = "pages",
    }
}

/// The required fields of [`Paper`].
#[derive(Clone, Debug, PartialEq)]
pub struct PaperFields {
    /// Pages.
    pub pages: Integer<1, 9>,
}

impl Paper {
    /// Creates a value from its required fields; those with a single possible value are filled
    /// in. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: PaperFields) -> Self {
        Self {
            version: PaperVersion::V1,
            form: PaperForm::Self_,
            pages: fields.pages,
        }
    }
}

/// Here always `1`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperVersion {
    #[default]
    /// `v1`
    V1,
}

impl StringValue for PaperVersion {
    const EXPECTED: &'static str = "`v1`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "v1" => Some(Self::V1),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::V1 => "v1",
        }
    }
}

schema_runtime::string_type!(PaperVersion);

/// Here always `self`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperForm {
    #[default]
    /// `self`
    Self_,
}

impl StringValue for PaperForm {
    const EXPECTED: &'static str = "`self`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "self" => Some(Self::Self_),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Self_ => "self",
        }
    }
}

schema_runtime::string_type!(PaperForm);

/// A file.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Digital {
    /// Here always `1`.
    pub version: DigitalVersion,
    /// Here always `type`.
    pub form: DigitalForm,
    /// Where the file is.
    pub url: Uri,
}

schema_runtime::object_type! {
    Digital {
        required version = "version",
        required form = "form",
        required url = "url",
    }
}

/// The required fields of [`Digital`].
#[derive(Clone, Debug, PartialEq)]
pub struct DigitalFields {
    /// Where the file is.
    pub url: Uri,
}

impl Digital {
    /// Creates a value from its required fields; those with a single possible value are filled
    /// in. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: DigitalFields) -> Self {
        Self {
            version: DigitalVersion::V1,
            form: DigitalForm::Type,
            url: fields.url,
        }
    }
}

/// Borrowed variant of [`Digital`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DigitalRef<'a> {
    /// See [`Digital::version`].
    pub version: DigitalVersion,
    /// See [`Digital::form`].
    pub form: DigitalForm,
    /// See [`Digital::url`].
    pub url: Borrowed<'a, Uri>,
}

schema_runtime::object_type! {
    DigitalRef<'a> {
        required version = "version",
        required form = "form",
        required url = "url",
    }
}

impl DigitalRef<'_> {
    /// Returns an owned copy, by writing it as JSON and reading it again.
    ///
    /// # Errors
    ///
    /// Returns an error if the value cannot be written, which never happens for a value that was read.
    #[inline]
    pub fn to_static(&self) -> Result<Digital, Error> {
        schema_runtime::copied(self)
    }
}

/// Here always `1`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DigitalVersion {
    #[default]
    /// `v1`
    V1,
}

impl StringValue for DigitalVersion {
    const EXPECTED: &'static str = "`v1`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "v1" => Some(Self::V1),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::V1 => "v1",
        }
    }
}

schema_runtime::string_type!(DigitalVersion);

/// Here always `type`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DigitalForm {
    #[default]
    /// `type`
    Type,
}

impl StringValue for DigitalForm {
    const EXPECTED: &'static str = "`type`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "type" => Some(Self::Type),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Type => "type",
        }
    }
}

schema_runtime::string_type!(DigitalForm);

/// Here always `bank-transfer`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TransferMethod {
    #[default]
    /// `bank-transfer`
    BankTransfer,
}

impl StringValue for TransferMethod {
    const EXPECTED: &'static str = "`bank-transfer`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "bank-transfer" => Some(Self::BankTransfer),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::BankTransfer => "bank-transfer",
        }
    }
}

schema_runtime::string_type!(TransferMethod);

/// Paid in parts: the tag stands in the middle.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Split {
    /// The parts.
    pub parts: Vec<Settlement>,
    /// Here always `split`.
    pub method: SplitMethod,
    /// How the rest was paid, if there is one.
    pub rest: Option<Box<Settlement>>,
    /// What proves it, by name.
    pub proofs: Option<ObjectMap<String, Proof>>,
    /// A voucher.
    pub voucher: Option<Voucher>,
}

schema_runtime::object_type! {
    Split {
        required parts = "parts",
        required method = "method",
        optional rest = "rest",
        optional proofs = "proofs",
        optional voucher = "voucher",
    }
}

/// The required fields of [`Split`].
#[derive(Clone, Debug, PartialEq)]
pub struct SplitFields {
    /// The parts.
    pub parts: Vec<Settlement>,
}

impl Split {
    /// Creates a value from its required fields; those with a single possible value are filled
    /// in. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: SplitFields) -> Self {
        Self {
            parts: fields.parts,
            method: SplitMethod::Split,
            rest: None,
            proofs: None,
            voucher: None,
        }
    }
}

/// Borrowed variant of [`Split`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SplitRef<'a> {
    /// See [`Split::parts`].
    pub parts: Vec<SettlementRef<'a>>,
    /// See [`Split::method`].
    pub method: SplitMethod,
    /// See [`Split::rest`].
    pub rest: Option<Box<SettlementRef<'a>>>,
    /// See [`Split::proofs`].
    pub proofs: Option<ObjectMap<Borrowed<'a, String>, ProofRef<'a>>>,
    /// See [`Split::voucher`].
    pub voucher: Option<VoucherRef<'a>>,
}

schema_runtime::object_type! {
    SplitRef<'a> {
        required parts = "parts",
        required method = "method",
        optional rest = "rest",
        optional proofs = "proofs",
        optional voucher = "voucher",
    }
}

impl SplitRef<'_> {
    /// Returns an owned copy, by writing it as JSON and reading it again.
    ///
    /// # Errors
    ///
    /// Returns an error if the value cannot be written, which never happens for a value that was read.
    #[inline]
    pub fn to_static(&self) -> Result<Split, Error> {
        schema_runtime::copied(self)
    }
}

/// Here always `split`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SplitMethod {
    #[default]
    /// `split`
    Split,
}

impl StringValue for SplitMethod {
    const EXPECTED: &'static str = "`split`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "split" => Some(Self::Split),
            _ => None,
        }
    }

    #[inline]
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

impl Voucher {
    /// Returns the payload if this is `paper`.
    #[must_use]
    pub fn as_paper(&self) -> Option<&PaperVoucher> {
        let Self::Paper(held) = self;
        Some(held)
    }
}

schema_runtime::union_type! {
    Voucher {
        tag kind = "kind",
        required code = "code",
    }
    Paper(PaperVoucher) = "paper" {}
}

impl From<PaperVoucher> for Voucher {
    fn from(branch: PaperVoucher) -> Self {
        Self::Paper(branch)
    }
}

/// Borrowed variant of [`Voucher`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
pub enum VoucherRef<'a> {
    /// On paper.
    Paper(PaperVoucherRef<'a>),
}

impl<'a> VoucherRef<'a> {
    /// Returns the payload if this is `paper`.
    #[must_use]
    pub fn as_paper(&self) -> Option<&PaperVoucherRef<'a>> {
        let Self::Paper(held) = self;
        Some(held)
    }
}

schema_runtime::union_type! {
    VoucherRef<'a> {
        tag kind = "kind",
        required code = "code",
    }
    Paper(PaperVoucherRef) = "paper" {}
}

impl<'a> From<PaperVoucherRef<'a>> for VoucherRef<'a> {
    fn from(branch: PaperVoucherRef<'a>) -> Self {
        Self::Paper(branch)
    }
}

impl VoucherRef<'_> {
    /// Returns an owned copy, by writing it as JSON and reading it again.
    ///
    /// # Errors
    ///
    /// Returns an error if the value cannot be written, which never happens for a value that was read.
    #[inline]
    pub fn to_static(&self) -> Result<Voucher, Error> {
        schema_runtime::copied(self)
    }
}

/// On paper.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaperVoucher {
    /// Here always `paper`.
    pub kind: PaperVoucherKind,
    /// `code`, which the schema does not describe.
    pub code: Option<PaperVoucherCode>,
}

schema_runtime::object_type! {
    PaperVoucher {
        required kind = "kind",
        required code = "code",
    }
}

/// The required fields of [`PaperVoucher`].
#[derive(Clone, Debug, PartialEq)]
pub struct PaperVoucherFields {
    /// `code`, which the schema does not describe.
    pub code: Option<PaperVoucherCode>,
}

impl PaperVoucher {
    /// Creates a value from its required fields; those with a single possible value are filled
    /// in. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: PaperVoucherFields) -> Self {
        Self {
            kind: PaperVoucherKind::Paper,
            code: fields.code,
        }
    }
}

/// Borrowed variant of [`PaperVoucher`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaperVoucherRef<'a> {
    /// See [`PaperVoucher::kind`].
    pub kind: PaperVoucherKind,
    /// See [`PaperVoucher::code`].
    pub code: Option<Borrowed<'a, PaperVoucherCode>>,
}

schema_runtime::object_type! {
    PaperVoucherRef<'a> {
        required kind = "kind",
        required code = "code",
    }
}

impl PaperVoucherRef<'_> {
    /// Returns an owned copy, by writing it as JSON and reading it again.
    ///
    /// # Errors
    ///
    /// Returns an error if the value cannot be written, which never happens for a value that was read.
    #[inline]
    pub fn to_static(&self) -> Result<PaperVoucher, Error> {
        schema_runtime::copied(self)
    }
}

/// Here always `paper`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperVoucherKind {
    #[default]
    /// `paper`
    Paper,
}

impl StringValue for PaperVoucherKind {
    const EXPECTED: &'static str = "`paper`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "paper" => Some(Self::Paper),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Paper => "paper",
        }
    }
}

schema_runtime::string_type!(PaperVoucherKind);

/// `PaperVoucherCode`, which the schema does not describe.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PaperVoucherCode(Cow<'static, str>);

impl StringValue for PaperVoucherCode {
    const EXPECTED: &'static str = "at least 1 character";

    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::string_type!(PaperVoucherCode);
