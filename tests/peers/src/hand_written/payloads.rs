//! The payloads of the events.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, Visitor},
    ser::SerializeStruct,
};
use serde_json::value::RawValue;

use super::{
    fields::{ArtifactType, Count, Date, FailureReason, Hash, Id, JobType, Queued, Text, Url},
    ignored::{Name, Others, check},
    object::{LEVELS, object, once},
};

object!(JobCreated {
    job_id: Id,
    job_type: JobType<S>,
    status: Queued<S>,
    target_url: Url<S>,
    created_at: Date<S>,
});

object!(ArtifactReady {
    job_id: Id,
    artifact_id: Id,
    artifact_type: ArtifactType<S>,
    byte_size: Count,
    content_hash: Hash<S>,
    created_at: Date<S>,
    download_url: Url<S>,
    expires_at: Date<S>,
});

#[derive(Debug)]
pub struct JobCompleted<S> {
    pub job_id: Id,
    pub outcome: Outcome<S>,
    pub duration_ms: Count,
    pub completed_at: Date<S>,
}

/// The value of `status`, with the field that depends on it.
#[derive(Debug)]
pub enum Outcome<S> {
    Succeeded { artifact_count: Count },
    Failed { failure_reason: FailureReason<S> },
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Status {
    Succeeded,
    Failed,
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Key<'k> {
    JobId,
    Status,
    ArtifactCount,
    FailureReason,
    DurationMs,
    CompletedAt,
    #[serde(borrow)]
    Other(Name<'k>),
}

/// A field that applies to one status only, and may come before the status.
enum Slot<'de, T> {
    Empty,
    Held(&'de RawValue),
    Read(T),
}

impl<'de, T: Deserialize<'de>> Slot<'de, T> {
    fn read<A: MapAccess<'de>>(
        &mut self,
        name: &'static str,
        counts: Option<bool>,
        others: &mut Others<'de>,
        map: &mut A,
    ) -> Result<(), A::Error> {
        *self = match (&self, counts) {
            (Self::Empty, Some(false)) => return others.skip(name.into(), LEVELS, map),
            (Self::Empty, Some(true)) => Self::Read(map.next_value()?),
            (Self::Empty, None) => Self::Held(map.next_value()?),
            _ => return Err(A::Error::duplicate_field(name)),
        };
        Ok(())
    }

    /// Checks a kept value that does not apply.
    fn ignore<E: Error>(self) -> Result<(), E> {
        match self {
            Self::Held(raw) => check(raw, LEVELS),
            _ => Ok(()),
        }
    }

    fn finish<E: Error>(self, name: &'static str) -> Result<T, E> {
        match self {
            Self::Empty => Err(E::missing_field(name)),
            Self::Held(raw) => serde_json::from_str(raw.get()).map_err(E::custom),
            Self::Read(value) => Ok(value),
        }
    }
}

impl<'de, S: Text<'de>> Deserialize<'de> for JobCompleted<S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(JobCompletedVisitor(PhantomData))
    }
}

struct JobCompletedVisitor<S>(PhantomData<S>);

impl<'de, S: Text<'de>> Visitor<'de> for JobCompletedVisitor<S> {
    type Value = JobCompleted<S>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JobCompleted<S>, A::Error> {
        let (mut job_id, mut status, mut duration_ms, mut completed_at) = (None, None, None, None);
        let (mut artifact_count, mut failure_reason) = (Slot::Empty, Slot::Empty);
        let mut others = Others::default();
        while let Some(key) = map.next_key()? {
            let is = |wanted| status.map(|status: Status| status == wanted);
            match key {
                Key::JobId => once(&mut job_id, "job_id", &mut map)?,
                Key::Status => once(&mut status, "status", &mut map)?,
                Key::ArtifactCount => {
                    let counts = is(Status::Succeeded);
                    artifact_count.read("artifact_count", counts, &mut others, &mut map)?;
                }
                Key::FailureReason => {
                    let counts = is(Status::Failed);
                    failure_reason.read("failure_reason", counts, &mut others, &mut map)?;
                }
                Key::DurationMs => once(&mut duration_ms, "duration_ms", &mut map)?,
                Key::CompletedAt => once(&mut completed_at, "completed_at", &mut map)?,
                Key::Other(Name(name)) => others.skip(name, LEVELS, &mut map)?,
            }
        }
        let missing = A::Error::missing_field;
        let outcome = match status.ok_or_else(|| missing("status"))? {
            Status::Succeeded => {
                failure_reason.ignore()?;
                Outcome::Succeeded {
                    artifact_count: artifact_count.finish("artifact_count")?,
                }
            }
            Status::Failed => {
                artifact_count.ignore()?;
                Outcome::Failed {
                    failure_reason: failure_reason.finish("failure_reason")?,
                }
            }
        };
        Ok(JobCompleted {
            job_id: job_id.ok_or_else(|| missing("job_id"))?,
            outcome,
            duration_ms: duration_ms.ok_or_else(|| missing("duration_ms"))?,
            completed_at: completed_at.ok_or_else(|| missing("completed_at"))?,
        })
    }
}

impl<S: AsRef<str>> Serialize for JobCompleted<S> {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        let mut object = serializer.serialize_struct("JobCompleted", 5)?;
        object.serialize_field("job_id", &self.job_id)?;
        match &self.outcome {
            Outcome::Succeeded { artifact_count } => {
                object.serialize_field("status", "succeeded")?;
                object.serialize_field("artifact_count", artifact_count)?;
            }
            Outcome::Failed { failure_reason } => {
                object.serialize_field("status", "failed")?;
                object.serialize_field("failure_reason", failure_reason)?;
            }
        }
        object.serialize_field("duration_ms", &self.duration_ms)?;
        object.serialize_field("completed_at", &self.completed_at)?;
        object.end()
    }
}
