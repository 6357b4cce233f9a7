// @generated from shop/v1/payment.of.order.settled.json by `cargo xtask codegen`. Changes made here are lost.

//! `payment.of.order.settled`: An order is paid for.

use std::borrow::Cow;

use schema_runtime::{
    Borrowed, Integer, IntoOwned, KnownPayload, ObjectMap, Payload, StringValue, Uri,
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
    /// Returns `method`, which tells the branches apart.
    #[must_use]
    pub fn method(&self) -> &'static str {
        match self {
            Self::Card(_) => "card",
            Self::BankTransfer(_) => "bank-transfer",
            Self::Split(_) => "split",
        }
    }

    /// Returns whether this is `card`.
    #[must_use]
    pub fn is_card(&self) -> bool {
        matches!(self, Self::Card(_))
    }

    /// Returns the payload if this is `card`.
    #[must_use]
    pub fn as_card(&self) -> Option<&Card> {
        match self {
            Self::Card(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `card`, and to nothing otherwise.
    #[must_use]
    pub fn into_card(self) -> Option<Card> {
        match self {
            Self::Card(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `bank-transfer`.
    #[must_use]
    pub fn is_bank_transfer(&self) -> bool {
        matches!(self, Self::BankTransfer(_))
    }

    /// Returns the payload if this is `bank-transfer`.
    #[must_use]
    pub fn as_bank_transfer(&self) -> Option<&Transfer> {
        match self {
            Self::BankTransfer(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `bank-transfer`, and to nothing otherwise.
    #[must_use]
    pub fn into_bank_transfer(self) -> Option<Transfer> {
        match self {
            Self::BankTransfer(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `split`.
    #[must_use]
    pub fn is_split(&self) -> bool {
        matches!(self, Self::Split(_))
    }

    /// Returns the payload if this is `split`.
    #[must_use]
    pub fn as_split(&self) -> Option<&Split> {
        match self {
            Self::Split(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `split`, and to nothing otherwise.
    #[must_use]
    pub fn into_split(self) -> Option<Split> {
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
    /// Returns `method`, which tells the branches apart.
    #[must_use]
    pub fn method(&self) -> &'static str {
        match self {
            Self::Card(_) => "card",
            Self::BankTransfer(_) => "bank-transfer",
            Self::Split(_) => "split",
        }
    }

    /// Returns whether this is `card`.
    #[must_use]
    pub fn is_card(&self) -> bool {
        matches!(self, Self::Card(_))
    }

    /// Returns the payload if this is `card`.
    #[must_use]
    pub fn as_card(&self) -> Option<&CardRef<'a>> {
        match self {
            Self::Card(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `card`, and to nothing otherwise.
    #[must_use]
    pub fn into_card(self) -> Option<CardRef<'a>> {
        match self {
            Self::Card(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `bank-transfer`.
    #[must_use]
    pub fn is_bank_transfer(&self) -> bool {
        matches!(self, Self::BankTransfer(_))
    }

    /// Returns the payload if this is `bank-transfer`.
    #[must_use]
    pub fn as_bank_transfer(&self) -> Option<&TransferRef<'a>> {
        match self {
            Self::BankTransfer(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `bank-transfer`, and to nothing otherwise.
    #[must_use]
    pub fn into_bank_transfer(self) -> Option<TransferRef<'a>> {
        match self {
            Self::BankTransfer(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `split`.
    #[must_use]
    pub fn is_split(&self) -> bool {
        matches!(self, Self::Split(_))
    }

    /// Returns the payload if this is `split`.
    #[must_use]
    pub fn as_split(&self) -> Option<&SplitRef<'a>> {
        match self {
            Self::Split(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `split`, and to nothing otherwise.
    #[must_use]
    pub fn into_split(self) -> Option<SplitRef<'a>> {
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
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Settlement {
        match self {
            Self::Card(held) => Settlement::Card(IntoOwned::into_owned(held)),
            Self::BankTransfer(held) => Settlement::BankTransfer(IntoOwned::into_owned(held)),
            Self::Split(held) => Settlement::Split(IntoOwned::into_owned(held)),
        }
    }
}

schema_runtime::into_owned!(SettlementRef => Settlement);

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
///
/// Fields with one value are written, and checked when this is read:
///
/// - `method` is `card`: Here always `card`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Card {
    /// Last four digits.
    pub digits: CardDigits,
    /// A note.
    pub note: Option<String>,
}

schema_runtime::object_type! {
    Card {
        "card" method = "method",
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
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: CardFields) -> Self {
        Self {
            digits: fields.digits,
            note: None,
        }
    }
}

/// Borrowed variant of [`Card`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CardRef<'a> {
    /// See [`Card::digits`].
    pub digits: Borrowed<'a, CardDigits>,
    /// See [`Card::note`].
    pub note: Option<Borrowed<'a, String>>,
}

schema_runtime::object_type! {
    CardRef<'a> {
        "card" method = "method",
        required digits = "digits",
        optional note = "note",
    }
}

impl CardRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Card {
        Card {
            digits: IntoOwned::into_owned(self.digits),
            note: IntoOwned::into_owned(self.note),
        }
    }
}

schema_runtime::into_owned!(CardRef => Card);

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

schema_runtime::text_type!(CardDigits);

/// Paid by transfer: the tag comes last.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `method` is `bank-transfer`: Here always `bank-transfer`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Transfer {
    /// The amount.
    pub amount: Money,
    /// What proves it.
    pub proof: Proof,
}

schema_runtime::object_type! {
    Transfer {
        required amount = "amount",
        required proof = "proof",
        "bank-transfer" method = "method",
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
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: TransferFields) -> Self {
        Self {
            amount: fields.amount,
            proof: fields.proof,
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
}

schema_runtime::object_type! {
    TransferRef<'a> {
        required amount = "amount",
        required proof = "proof",
        "bank-transfer" method = "method",
    }
}

impl TransferRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Transfer {
        Transfer {
            amount: self.amount,
            proof: IntoOwned::into_owned(self.proof),
        }
    }
}

schema_runtime::into_owned!(TransferRef => Transfer);

/// What proves a transfer. Both have a `version`, which tells nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Proof {
    /// On paper.
    Self_(Paper),
    /// A file.
    Type(Digital),
}

impl Proof {
    /// Returns `form`, which tells the branches apart.
    #[must_use]
    pub fn form(&self) -> &'static str {
        match self {
            Self::Self_(_) => "self",
            Self::Type(_) => "type",
        }
    }

    /// Returns whether this is `self`.
    #[must_use]
    pub fn is_self_(&self) -> bool {
        matches!(self, Self::Self_(_))
    }

    /// Returns the payload if this is `self`.
    #[must_use]
    pub fn as_self_(&self) -> Option<&Paper> {
        match self {
            Self::Self_(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `self`, and to nothing otherwise.
    #[must_use]
    pub fn into_self_(self) -> Option<Paper> {
        match self {
            Self::Self_(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `type`.
    #[must_use]
    pub fn is_type(&self) -> bool {
        matches!(self, Self::Type(_))
    }

    /// Returns the payload if this is `type`.
    #[must_use]
    pub fn as_type(&self) -> Option<&Digital> {
        match self {
            Self::Type(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `type`, and to nothing otherwise.
    #[must_use]
    pub fn into_type(self) -> Option<Digital> {
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
        "v1" version = "version",
        required pages = "pages",
    }
    Type(Digital) = "type" {
        "v1" version = "version",
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
    /// Returns `form`, which tells the branches apart.
    #[must_use]
    pub fn form(&self) -> &'static str {
        match self {
            Self::Self_(_) => "self",
            Self::Type(_) => "type",
        }
    }

    /// Returns whether this is `self`.
    #[must_use]
    pub fn is_self_(&self) -> bool {
        matches!(self, Self::Self_(_))
    }

    /// Returns the payload if this is `self`.
    #[must_use]
    pub fn as_self_(&self) -> Option<&Paper> {
        match self {
            Self::Self_(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `self`, and to nothing otherwise.
    #[must_use]
    pub fn into_self_(self) -> Option<Paper> {
        match self {
            Self::Self_(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `type`.
    #[must_use]
    pub fn is_type(&self) -> bool {
        matches!(self, Self::Type(_))
    }

    /// Returns the payload if this is `type`.
    #[must_use]
    pub fn as_type(&self) -> Option<&DigitalRef<'a>> {
        match self {
            Self::Type(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `type`, and to nothing otherwise.
    #[must_use]
    pub fn into_type(self) -> Option<DigitalRef<'a>> {
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
        "v1" version = "version",
        required pages = "pages",
    }
    Type(DigitalRef) = "type" {
        "v1" version = "version",
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
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Proof {
        match self {
            Self::Self_(held) => Proof::Self_(held),
            Self::Type(held) => Proof::Type(IntoOwned::into_owned(held)),
        }
    }
}

schema_runtime::into_owned!(ProofRef => Proof);

/// On paper.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `version` is `v1`: Here always `1`.
/// - `form` is `self`: Here always `self`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Paper {
    /// Pages.
    pub pages: Integer<u8, 1, 9>,
}

schema_runtime::object_type! {
    Paper {
        "v1" version = "version",
        "self" form = "form",
        required pages = "pages",
    }
}

/// The required fields of [`Paper`].
#[derive(Clone, Debug, PartialEq)]
pub struct PaperFields {
    /// Pages.
    pub pages: Integer<u8, 1, 9>,
}

impl Paper {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: PaperFields) -> Self {
        Self {
            pages: fields.pages,
        }
    }
}

/// A file.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `version` is `v1`: Here always `1`.
/// - `form` is `type`: Here always `type`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Digital {
    /// Where the file is.
    pub url: Uri,
}

schema_runtime::object_type! {
    Digital {
        "v1" version = "version",
        "type" form = "form",
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
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: DigitalFields) -> Self {
        Self { url: fields.url }
    }
}

/// Borrowed variant of [`Digital`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DigitalRef<'a> {
    /// See [`Digital::url`].
    pub url: Borrowed<'a, Uri>,
}

schema_runtime::object_type! {
    DigitalRef<'a> {
        "v1" version = "version",
        "type" form = "form",
        required url = "url",
    }
}

impl DigitalRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Digital {
        Digital {
            url: IntoOwned::into_owned(self.url),
        }
    }
}

schema_runtime::into_owned!(DigitalRef => Digital);

/// Paid in parts: the tag stands in the middle.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `method` is `split`: Here always `split`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Split {
    /// The parts.
    pub parts: Vec<Settlement>,
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
        "split" method = "method",
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
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: SplitFields) -> Self {
        Self {
            parts: fields.parts,
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
        "split" method = "method",
        optional rest = "rest",
        optional proofs = "proofs",
        optional voucher = "voucher",
    }
}

impl SplitRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Split {
        Split {
            parts: IntoOwned::into_owned(self.parts),
            rest: IntoOwned::into_owned(self.rest),
            proofs: IntoOwned::into_owned(self.proofs),
            voucher: IntoOwned::into_owned(self.voucher),
        }
    }
}

schema_runtime::into_owned!(SplitRef => Split);

/// A voucher: a union of one.
#[derive(Clone, Debug, PartialEq)]
pub enum Voucher {
    /// On paper.
    Paper(PaperVoucher),
}

impl Voucher {
    /// Returns `kind`, which tells the branches apart.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Paper(_) => "paper",
        }
    }

    /// Returns `code`, which every branch has.
    #[must_use]
    pub fn code(&self) -> &Option<PaperVoucherCode> {
        match self {
            Self::Paper(held) => &held.code,
        }
    }

    /// Returns whether this is `paper`.
    #[must_use]
    pub fn is_paper(&self) -> bool {
        matches!(self, Self::Paper(_))
    }

    /// Returns the payload if this is `paper`.
    #[must_use]
    pub fn as_paper(&self) -> Option<&PaperVoucher> {
        let Self::Paper(held) = self;
        Some(held)
    }

    /// Converts to the payload if this is `paper`, and to nothing otherwise.
    #[must_use]
    pub fn into_paper(self) -> Option<PaperVoucher> {
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
    /// Returns `kind`, which tells the branches apart.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Paper(_) => "paper",
        }
    }

    /// Returns `code`, which every branch has.
    #[must_use]
    pub fn code(&self) -> &Option<Borrowed<'a, PaperVoucherCode>> {
        match self {
            Self::Paper(held) => &held.code,
        }
    }

    /// Returns whether this is `paper`.
    #[must_use]
    pub fn is_paper(&self) -> bool {
        matches!(self, Self::Paper(_))
    }

    /// Returns the payload if this is `paper`.
    #[must_use]
    pub fn as_paper(&self) -> Option<&PaperVoucherRef<'a>> {
        let Self::Paper(held) = self;
        Some(held)
    }

    /// Converts to the payload if this is `paper`, and to nothing otherwise.
    #[must_use]
    pub fn into_paper(self) -> Option<PaperVoucherRef<'a>> {
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
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Voucher {
        match self {
            Self::Paper(held) => Voucher::Paper(IntoOwned::into_owned(held)),
        }
    }
}

schema_runtime::into_owned!(VoucherRef => Voucher);

/// On paper.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `kind` is `paper`: Here always `paper`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaperVoucher {
    /// `code`, which the schema does not describe.
    pub code: Option<PaperVoucherCode>,
}

schema_runtime::object_type! {
    PaperVoucher {
        "paper" kind = "kind",
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
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: PaperVoucherFields) -> Self {
        Self { code: fields.code }
    }
}

/// Borrowed variant of [`PaperVoucher`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaperVoucherRef<'a> {
    /// See [`PaperVoucher::code`].
    pub code: Option<Borrowed<'a, PaperVoucherCode>>,
}

schema_runtime::object_type! {
    PaperVoucherRef<'a> {
        "paper" kind = "kind",
        required code = "code",
    }
}

impl PaperVoucherRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> PaperVoucher {
        PaperVoucher {
            code: IntoOwned::into_owned(self.code),
        }
    }
}

schema_runtime::into_owned!(PaperVoucherRef => PaperVoucher);

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

schema_runtime::text_type!(PaperVoucherCode);
