// @generated from webhooks/v1/artifact.ready.json by `cargo xtask codegen`. Changes made here are lost.

//! `artifact.ready`: Fired when a specific artifact (e.g., screenshot, HTML) is uploaded and ready for download.

use std::borrow::Cow;

use schema_runtime::{
    Borrowed, IntoOwned, KnownPayload, OpenSet, Payload, StringValue, Timestamp, U53, Unknown, Uri,
    Uuid,
};

use super::EventType;

/// Fired when a specific artifact (e.g., screenshot, HTML) is uploaded and ready for
/// download.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ArtifactReady {
    /// Identifier of the job that the artifact belongs to, a UUID.
    pub job_id: Uuid,
    /// Identifier of the artifact, a UUID.
    pub artifact_id: Uuid,
    /// Type of the artifact, e.g. `screenshot`. An open set: a consumer must survive a value it
    /// does not know.
    pub artifact_type: ArtifactType,
    /// Size of the artifact in bytes, a whole number.
    pub byte_size: U53,
    /// SHA-256 digest of the artifact's content: `sha256:` and 64 lower-case hexadecimal digits.
    pub content_hash: ContentHash,
    /// Timestamp when the artifact was created. RFC 3339 date and time with an offset, e.g.
    /// `2024-01-01T12:00:05Z`.
    pub created_at: Timestamp,
    /// Where to download the artifact: an absolute URL.
    pub download_url: Uri,
    /// Timestamp when the download expires. RFC 3339 date and time with an offset, e.g.
    /// `2024-01-01T12:15:05Z`.
    pub expires_at: Timestamp,
}

schema_runtime::object_type! {
    ArtifactReady {
        required job_id = "job_id",
        required artifact_id = "artifact_id",
        required artifact_type = "artifact_type",
        required byte_size = "byte_size",
        required content_hash = "content_hash",
        required created_at = "created_at",
        required download_url = "download_url",
        required expires_at = "expires_at",
    }
}

/// The required fields of [`ArtifactReady`].
#[derive(Clone, Debug, PartialEq)]
pub struct ArtifactReadyFields {
    /// Identifier of the job that the artifact belongs to, a UUID.
    pub job_id: Uuid,
    /// Identifier of the artifact, a UUID.
    pub artifact_id: Uuid,
    /// Type of the artifact, e.g. `screenshot`. An open set: a consumer must survive a value it
    /// does not know.
    pub artifact_type: ArtifactType,
    /// Size of the artifact in bytes, a whole number.
    pub byte_size: U53,
    /// SHA-256 digest of the artifact's content: `sha256:` and 64 lower-case hexadecimal digits.
    pub content_hash: ContentHash,
    /// Timestamp when the artifact was created. RFC 3339 date and time with an offset, e.g.
    /// `2024-01-01T12:00:05Z`.
    pub created_at: Timestamp,
    /// Where to download the artifact: an absolute URL.
    pub download_url: Uri,
    /// Timestamp when the download expires. RFC 3339 date and time with an offset, e.g.
    /// `2024-01-01T12:15:05Z`.
    pub expires_at: Timestamp,
}

impl ArtifactReady {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: ArtifactReadyFields) -> Self {
        Self {
            job_id: fields.job_id,
            artifact_id: fields.artifact_id,
            artifact_type: fields.artifact_type,
            byte_size: fields.byte_size,
            content_hash: fields.content_hash,
            created_at: fields.created_at,
            download_url: fields.download_url,
            expires_at: fields.expires_at,
        }
    }
}

/// Borrowed variant of [`ArtifactReady`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ArtifactReadyRef<'a> {
    /// See [`ArtifactReady::job_id`].
    pub job_id: Uuid,
    /// See [`ArtifactReady::artifact_id`].
    pub artifact_id: Uuid,
    /// See [`ArtifactReady::artifact_type`].
    pub artifact_type: ArtifactType,
    /// See [`ArtifactReady::byte_size`].
    pub byte_size: U53,
    /// See [`ArtifactReady::content_hash`].
    pub content_hash: Borrowed<'a, ContentHash>,
    /// See [`ArtifactReady::created_at`].
    pub created_at: Borrowed<'a, Timestamp>,
    /// See [`ArtifactReady::download_url`].
    pub download_url: Borrowed<'a, Uri>,
    /// See [`ArtifactReady::expires_at`].
    pub expires_at: Borrowed<'a, Timestamp>,
}

schema_runtime::object_type! {
    ArtifactReadyRef<'a> {
        required job_id = "job_id",
        required artifact_id = "artifact_id",
        required artifact_type = "artifact_type",
        required byte_size = "byte_size",
        required content_hash = "content_hash",
        required created_at = "created_at",
        required download_url = "download_url",
        required expires_at = "expires_at",
    }
}

impl ArtifactReadyRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> ArtifactReady {
        ArtifactReady {
            job_id: self.job_id,
            artifact_id: self.artifact_id,
            artifact_type: self.artifact_type,
            byte_size: self.byte_size,
            content_hash: IntoOwned::into_owned(self.content_hash),
            created_at: IntoOwned::into_owned(self.created_at),
            download_url: IntoOwned::into_owned(self.download_url),
            expires_at: IntoOwned::into_owned(self.expires_at),
        }
    }
}

schema_runtime::into_owned!(ArtifactReadyRef => ArtifactReady);

impl ArtifactReady {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "artifact.ready";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/webhooks/v1/artifact.ready.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for ArtifactReady {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(ArtifactReady::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::ArtifactReady
    }
}

impl KnownPayload for ArtifactReady {
    const SCHEMA_REF: &'static str = ArtifactReady::SCHEMA_REF;
    const VERSION: &'static str = ArtifactReady::VERSION;
}

impl<'a> Payload for ArtifactReadyRef<'a> {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(ArtifactReady::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::ArtifactReady
    }
}

impl<'a> KnownPayload for ArtifactReadyRef<'a> {
    const SCHEMA_REF: &'static str = ArtifactReady::SCHEMA_REF;
    const VERSION: &'static str = ArtifactReady::VERSION;
}

/// Type of an artifact, 1 to 100 characters. An open set: a consumer must survive a value it
/// does not know.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ArtifactType {
    /// `html`
    Html,
    /// `screenshot`
    Screenshot,
    /// `har`
    Har,
    /// `console_log`
    ConsoleLog,
    /// `response_body`
    ResponseBody,
    /// `json`
    Json,
    /// `text`
    Text,
    /// `manifest`
    Manifest,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl ArtifactType {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[
        Self::Html,
        Self::Screenshot,
        Self::Har,
        Self::ConsoleLog,
        Self::ResponseBody,
        Self::Json,
        Self::Text,
        Self::Manifest,
    ];
}

impl OpenSet for ArtifactType {
    fn known(text: &str) -> Option<Self> {
        match text {
            "html" => Some(Self::Html),
            "screenshot" => Some(Self::Screenshot),
            "har" => Some(Self::Har),
            "console_log" => Some(Self::ConsoleLog),
            "response_body" => Some(Self::ResponseBody),
            "json" => Some(Self::Json),
            "text" => Some(Self::Text),
            "manifest" => Some(Self::Manifest),
            _ => None,
        }
    }
}

impl StringValue for ArtifactType {
    const EXPECTED: &'static str = "1 to 100 characters";

    fn accepts(text: &str) -> bool {
        (1..=100).contains(&text.chars().count())
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Html => "html",
            Self::Screenshot => "screenshot",
            Self::Har => "har",
            Self::ConsoleLog => "console_log",
            Self::ResponseBody => "response_body",
            Self::Json => "json",
            Self::Text => "text",
            Self::Manifest => "manifest",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(ArtifactType);

/// SHA-256 digest of content: `sha256:` and 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentHash(Cow<'static, str>);

impl StringValue for ContentHash {
    const EXPECTED: &'static str = "a string that matches `^sha256:[0-9a-f]{64}$`";

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

impl ContentHash {
    /// Matches `^sha256:[0-9a-f]{64}$`.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("sha256:") else {
            return false;
        };
        rest.len() == 64
            && rest
                .bytes()
                .all(|byte| matches!(byte, b'0'..= b'9' | b'a'..= b'f'))
    }
}

schema_runtime::text_type!(ContentHash);
