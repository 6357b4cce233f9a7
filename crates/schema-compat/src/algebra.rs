//! Questions put to the experimental algebra of `jsonschema`. No other module touches it.

use jsonschema::canonical::{self, CanonicalSchema, Containment, Satisfiability};

use crate::{Proof, document::Document};

fn canonical(document: &Document<'_>) -> Option<CanonicalSchema> {
    canonical::options()
        .with_draft(document.dialect)
        .should_validate_formats(document.asserts_formats)
        .offline()
        .canonicalize(document.schema)
        .ok()
}

/// Proves that the reader accepts all that the writer's schema does, if it can.
pub(crate) fn prove(writer: &Document<'_>, reader: &Document<'_>) -> Option<Proof> {
    let (writer, reader) = (canonical(writer)?, canonical(reader)?);
    if reader.covers(&writer).ok()? == Containment::Yes {
        return Some(Proof::Covers);
    }
    let difference = writer.subtract(&reader).ok()?;
    (difference.satisfiability() == Satisfiability::No).then_some(Proof::EmptyDifference)
}
