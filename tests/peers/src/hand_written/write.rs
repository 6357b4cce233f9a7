//! Writing a body.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::{Data, Event};

impl<S: AsRef<str>, R: Serialize> Serialize for Event<S, R> {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        let optional = usize::from(self.version.is_some()) + usize::from(self.schema_ref.is_some());
        let mut object = serializer.serialize_struct("Event", 6 + optional)?;
        object.serialize_field("event_id", &self.event_id)?;
        object.serialize_field("event_type", &self.event_type)?;
        if let Some(version) = &self.version {
            object.serialize_field("version", version)?;
        }
        if let Some(schema_ref) = &self.schema_ref {
            object.serialize_field("schema_ref", schema_ref)?;
        }
        object.serialize_field("occurred_at", &self.occurred_at)?;
        object.serialize_field("org_id", &self.org_id)?;
        object.serialize_field("org_slug", &self.org_slug)?;
        match &self.data {
            Data::JobCreated(data) => object.serialize_field("data", data)?,
            Data::JobCompleted(data) => object.serialize_field("data", data)?,
            Data::ArtifactReady(data) => object.serialize_field("data", data)?,
            Data::Unknown(data) => object.serialize_field("data", data)?,
        }
        object.end()
    }
}
