// @generated from shop/v1/trees.json by `cargo xtask codegen`. Changes made here are lost.

//! `trees`: Values that hold values of their own type.

use std::borrow::Cow;

use schema_runtime::{
    Borrowed, Integer, IntoOwned, KnownPayload, Number, ObjectMap, Payload, StringValue,
};

use super::Kind;

/// A category and those inside it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Category {
    /// Its name.
    pub name: String,
    /// Those inside it.
    pub children: Vec<Category>,
}

schema_runtime::object_type! {
    Category {
        required name = "name",
        required children = "children",
    }
}

/// The required fields of [`Category`].
#[derive(Clone, Debug, PartialEq)]
pub struct CategoryFields {
    /// Its name.
    pub name: String,
    /// Those inside it.
    pub children: Vec<Category>,
}

impl Category {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: CategoryFields) -> Self {
        Self {
            name: fields.name,
            children: fields.children,
        }
    }
}

/// Borrowed variant of [`Category`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CategoryRef<'a> {
    /// See [`Category::name`].
    pub name: Borrowed<'a, String>,
    /// See [`Category::children`].
    pub children: Vec<CategoryRef<'a>>,
}

schema_runtime::object_type! {
    CategoryRef<'a> {
        required name = "name",
        required children = "children",
    }
}

impl CategoryRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Category {
        Category {
            name: IntoOwned::into_owned(self.name),
            children: IntoOwned::into_owned(self.children),
        }
    }
}

schema_runtime::into_owned!(CategoryRef => Category);

/// A link of a chain.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Chain {
    /// Its value.
    pub value: Integer<u8, 0, 9>,
    /// The next link.
    pub next: Option<Box<Chain>>,
}

schema_runtime::object_type! {
    Chain {
        required value = "value",
        optional next = "next",
    }
}

/// The required fields of [`Chain`].
#[derive(Clone, Debug, PartialEq)]
pub struct ChainFields {
    /// Its value.
    pub value: Integer<u8, 0, 9>,
}

impl Chain {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: ChainFields) -> Self {
        Self {
            value: fields.value,
            next: None,
        }
    }
}

/// A person.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Person {
    /// Their name.
    pub name: String,
    /// Their mother, if known.
    pub mother: Option<Box<Person>>,
    /// Their father, if known.
    pub father: Option<Option<Box<Person>>>,
}

schema_runtime::object_type! {
    Person {
        required name = "name",
        required mother = "mother",
        optional father = "father",
    }
}

/// The required fields of [`Person`].
#[derive(Clone, Debug, PartialEq)]
pub struct PersonFields {
    /// Their name.
    pub name: String,
    /// Their mother, if known.
    pub mother: Option<Box<Person>>,
}

impl Person {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: PersonFields) -> Self {
        Self {
            name: fields.name,
            mother: fields.mother,
            father: None,
        }
    }
}

/// Borrowed variant of [`Person`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PersonRef<'a> {
    /// See [`Person::name`].
    pub name: Borrowed<'a, String>,
    /// See [`Person::mother`].
    pub mother: Option<Box<PersonRef<'a>>>,
    /// See [`Person::father`].
    pub father: Option<Option<Box<PersonRef<'a>>>>,
}

schema_runtime::object_type! {
    PersonRef<'a> {
        required name = "name",
        required mother = "mother",
        optional father = "father",
    }
}

impl PersonRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Person {
        Person {
            name: IntoOwned::into_owned(self.name),
            mother: IntoOwned::into_owned(self.mother),
            father: IntoOwned::into_owned(self.father),
        }
    }
}

schema_runtime::into_owned!(PersonRef => Person);

/// A folder.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Folder {
    /// What is in it.
    pub entries: ObjectMap<String, Folder>,
    /// What was in it.
    pub trash: Option<Vec<Vec<ObjectMap<String, Option<Folder>>>>>,
}

schema_runtime::object_type! {
    Folder {
        required entries = "entries",
        optional trash = "trash",
    }
}

/// The required fields of [`Folder`].
#[derive(Clone, Debug, PartialEq)]
pub struct FolderFields {
    /// What is in it.
    pub entries: ObjectMap<String, Folder>,
}

impl Folder {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: FolderFields) -> Self {
        Self {
            entries: fields.entries,
            trash: None,
        }
    }
}

/// Borrowed variant of [`Folder`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FolderRef<'a> {
    /// See [`Folder::entries`].
    pub entries: ObjectMap<Borrowed<'a, String>, FolderRef<'a>>,
    /// See [`Folder::trash`].
    pub trash: Option<Vec<Vec<ObjectMap<Borrowed<'a, String>, Option<FolderRef<'a>>>>>>,
}

schema_runtime::object_type! {
    FolderRef<'a> {
        required entries = "entries",
        optional trash = "trash",
    }
}

impl FolderRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Folder {
        Folder {
            entries: IntoOwned::into_owned(self.entries),
            trash: IntoOwned::into_owned(self.trash),
        }
    }
}

schema_runtime::into_owned!(FolderRef => Folder);

/// An odd number.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Odd {
    /// One less.
    pub even: Box<Even>,
}

schema_runtime::object_type! {
    Odd {
        required even = "even",
    }
}

/// The required fields of [`Odd`].
#[derive(Clone, Debug, PartialEq)]
pub struct OddFields {
    /// One less.
    pub even: Box<Even>,
}

impl Odd {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: OddFields) -> Self {
        Self { even: fields.even }
    }
}

/// An even number.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Even {
    /// One less; nothing below 0.
    pub odd: Option<Box<Odd>>,
}

schema_runtime::object_type! {
    Even {
        optional odd = "odd",
    }
}

impl Even {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

/// A sum, a negation or a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A sum.
    Sum(Sum),
    /// A negation.
    Negation(Negation),
    /// A number.
    Literal(Literal),
}

impl Expression {
    /// Returns `op`, which tells the branches apart.
    #[must_use]
    pub fn op(&self) -> &'static str {
        match self {
            Self::Sum(_) => "sum",
            Self::Negation(_) => "negation",
            Self::Literal(_) => "literal",
        }
    }

    /// Returns whether this is `sum`.
    #[must_use]
    pub fn is_sum(&self) -> bool {
        matches!(self, Self::Sum(_))
    }

    /// Returns the payload if this is `sum`.
    #[must_use]
    pub fn as_sum(&self) -> Option<&Sum> {
        match self {
            Self::Sum(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `sum`, and to nothing otherwise.
    #[must_use]
    pub fn into_sum(self) -> Option<Sum> {
        match self {
            Self::Sum(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `negation`.
    #[must_use]
    pub fn is_negation(&self) -> bool {
        matches!(self, Self::Negation(_))
    }

    /// Returns the payload if this is `negation`.
    #[must_use]
    pub fn as_negation(&self) -> Option<&Negation> {
        match self {
            Self::Negation(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `negation`, and to nothing otherwise.
    #[must_use]
    pub fn into_negation(self) -> Option<Negation> {
        match self {
            Self::Negation(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `literal`.
    #[must_use]
    pub fn is_literal(&self) -> bool {
        matches!(self, Self::Literal(_))
    }

    /// Returns the payload if this is `literal`.
    #[must_use]
    pub fn as_literal(&self) -> Option<&Literal> {
        match self {
            Self::Literal(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `literal`, and to nothing otherwise.
    #[must_use]
    pub fn into_literal(self) -> Option<Literal> {
        match self {
            Self::Literal(held) => Some(held),
            _ => None,
        }
    }
}

schema_runtime::union_type! {
    Expression {
        tag op = "op",
    }
    Sum(Sum) = "sum" {
        required left = "left",
        required right = "right",
    }
    Negation(Negation) = "negation" {
        required of = "of",
    }
    Literal(Literal) = "literal" {
        required value = "value",
    }
}

impl From<Sum> for Expression {
    fn from(branch: Sum) -> Self {
        Self::Sum(branch)
    }
}

impl From<Negation> for Expression {
    fn from(branch: Negation) -> Self {
        Self::Negation(branch)
    }
}

impl From<Literal> for Expression {
    fn from(branch: Literal) -> Self {
        Self::Literal(branch)
    }
}

/// A sum.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `op` is `sum`: Here always `+`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sum {
    /// The first.
    pub left: Box<Expression>,
    /// The second.
    pub right: Box<Expression>,
}

schema_runtime::object_type! {
    Sum {
        required left = "left",
        required right = "right",
        "sum" op = "op",
    }
}

/// The required fields of [`Sum`].
#[derive(Clone, Debug, PartialEq)]
pub struct SumFields {
    /// The first.
    pub left: Box<Expression>,
    /// The second.
    pub right: Box<Expression>,
}

impl Sum {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: SumFields) -> Self {
        Self {
            left: fields.left,
            right: fields.right,
        }
    }
}

/// A negation.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `op` is `negation`: Here always `-`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Negation {
    /// What is negated.
    pub of: Box<Expression>,
}

schema_runtime::object_type! {
    Negation {
        "negation" op = "op",
        required of = "of",
    }
}

/// The required fields of [`Negation`].
#[derive(Clone, Debug, PartialEq)]
pub struct NegationFields {
    /// What is negated.
    pub of: Box<Expression>,
}

impl Negation {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: NegationFields) -> Self {
        Self { of: fields.of }
    }
}

/// A number.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `op` is `literal`: Here always `literal`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Literal {
    /// The number.
    pub value: Number,
}

schema_runtime::object_type! {
    Literal {
        required value = "value",
        "literal" op = "op",
    }
}

/// The required fields of [`Literal`].
#[derive(Clone, Debug, PartialEq)]
pub struct LiteralFields {
    /// The number.
    pub value: Number,
}

impl Literal {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: LiteralFields) -> Self {
        Self {
            value: fields.value,
        }
    }
}

/// A chain or null.
pub type MaybeChain = Option<Chain>;

/// A link.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Link {
    /// The next one or null.
    pub next: Box<NextLink>,
    /// Others.
    pub others: Option<Links>,
    /// Another or null.
    pub maybe: Option<Box<NextLink>>,
}

schema_runtime::object_type! {
    Link {
        required next = "next",
        optional others = "others",
        optional maybe = "maybe",
    }
}

/// The required fields of [`Link`].
#[derive(Clone, Debug, PartialEq)]
pub struct LinkFields {
    /// The next one or null.
    pub next: Box<NextLink>,
}

impl Link {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: LinkFields) -> Self {
        Self {
            next: fields.next,
            others: None,
            maybe: None,
        }
    }
}

/// A link or null.
pub type NextLink = Option<Link>;

/// Links.
pub type Links = Vec<NextLink>;

/// A definition that is a constrained text or null.
pub type NamedCode = Option<NamedCodeValue>;

/// A definition that is a constrained text or null.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NamedCodeValue(Cow<'static, str>);

impl StringValue for NamedCodeValue {
    const EXPECTED: &'static str = "a string that matches `^[a-z]$`";

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

impl NamedCodeValue {
    /// Matches `^[a-z]$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'a'..=b'z') => 1,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(NamedCodeValue);

/// A definition that is an object or null.
pub type NamedObject = Option<NamedObjectValue>;

/// A definition that is an object or null.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NamedObjectValue {
    /// `code`, which the schema does not describe.
    pub code: NamedCode,
}

schema_runtime::object_type! {
    NamedObjectValue {
        required code = "code",
    }
}

/// The required fields of [`NamedObjectValue`].
#[derive(Clone, Debug, PartialEq)]
pub struct NamedObjectValueFields {
    /// `code`, which the schema does not describe.
    pub code: NamedCode,
}

impl NamedObjectValue {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: NamedObjectValueFields) -> Self {
        Self { code: fields.code }
    }
}

/// Borrowed variant of [`NamedObjectValue`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NamedObjectValueRef<'a> {
    /// See [`NamedObjectValue::code`].
    pub code: Option<Borrowed<'a, NamedCodeValue>>,
}

schema_runtime::object_type! {
    NamedObjectValueRef<'a> {
        required code = "code",
    }
}

impl NamedObjectValueRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> NamedObjectValue {
        NamedObjectValue {
            code: IntoOwned::into_owned(self.code),
        }
    }
}

schema_runtime::into_owned!(NamedObjectValueRef => NamedObjectValue);

/// Values that hold values of their own type.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Trees {
    /// A list of itself.
    pub category: Category,
    /// Itself, perhaps.
    pub chain: Chain,
    /// Itself or null.
    pub person: Person,
    /// Itself by name.
    pub folder: Folder,
    /// By way of another.
    pub odd: Odd,
    /// A union of itself.
    pub expression: Expression,
    /// A chain or null.
    pub maybe: MaybeChain,
    /// By way of an alias.
    pub link: Link,
    /// A code or null.
    pub code: NamedCode,
    /// An object or null.
    pub object: NamedObject,
}

schema_runtime::object_type! {
    Trees {
        required category = "category",
        required chain = "chain",
        required person = "person",
        required folder = "folder",
        required odd = "odd",
        required expression = "expression",
        required maybe = "maybe",
        required link = "link",
        required code = "code",
        required object = "object",
    }
}

/// The required fields of [`Trees`].
#[derive(Clone, Debug, PartialEq)]
pub struct TreesFields {
    /// A list of itself.
    pub category: Category,
    /// Itself, perhaps.
    pub chain: Chain,
    /// Itself or null.
    pub person: Person,
    /// Itself by name.
    pub folder: Folder,
    /// By way of another.
    pub odd: Odd,
    /// A union of itself.
    pub expression: Expression,
    /// A chain or null.
    pub maybe: MaybeChain,
    /// By way of an alias.
    pub link: Link,
    /// A code or null.
    pub code: NamedCode,
    /// An object or null.
    pub object: NamedObject,
}

impl Trees {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: TreesFields) -> Self {
        Self {
            category: fields.category,
            chain: fields.chain,
            person: fields.person,
            folder: fields.folder,
            odd: fields.odd,
            expression: fields.expression,
            maybe: fields.maybe,
            link: fields.link,
            code: fields.code,
            object: fields.object,
        }
    }
}

/// Borrowed variant of [`Trees`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TreesRef<'a> {
    /// See [`Trees::category`].
    pub category: CategoryRef<'a>,
    /// See [`Trees::chain`].
    pub chain: Chain,
    /// See [`Trees::person`].
    pub person: PersonRef<'a>,
    /// See [`Trees::folder`].
    pub folder: FolderRef<'a>,
    /// See [`Trees::odd`].
    pub odd: Odd,
    /// See [`Trees::expression`].
    pub expression: Expression,
    /// See [`Trees::maybe`].
    pub maybe: MaybeChain,
    /// See [`Trees::link`].
    pub link: Link,
    /// See [`Trees::code`].
    pub code: Option<Borrowed<'a, NamedCodeValue>>,
    /// See [`Trees::object`].
    pub object: Option<NamedObjectValueRef<'a>>,
}

schema_runtime::object_type! {
    TreesRef<'a> {
        required category = "category",
        required chain = "chain",
        required person = "person",
        required folder = "folder",
        required odd = "odd",
        required expression = "expression",
        required maybe = "maybe",
        required link = "link",
        required code = "code",
        required object = "object",
    }
}

impl TreesRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Trees {
        Trees {
            category: IntoOwned::into_owned(self.category),
            chain: self.chain,
            person: IntoOwned::into_owned(self.person),
            folder: IntoOwned::into_owned(self.folder),
            odd: self.odd,
            expression: self.expression,
            maybe: self.maybe,
            link: self.link,
            code: IntoOwned::into_owned(self.code),
            object: IntoOwned::into_owned(self.object),
        }
    }
}

schema_runtime::into_owned!(TreesRef => Trees);

impl Trees {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "trees";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/shop/v1/trees.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for Trees {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(Trees::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::Trees
    }
}

impl KnownPayload for Trees {
    const SCHEMA_REF: &'static str = Trees::SCHEMA_REF;
    const VERSION: &'static str = Trees::VERSION;
}

impl<'a> Payload for TreesRef<'a> {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(Trees::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::Trees
    }
}

impl<'a> KnownPayload for TreesRef<'a> {
    const SCHEMA_REF: &'static str = Trees::SCHEMA_REF;
    const VERSION: &'static str = Trees::VERSION;
}
