//! What other people would write to read the events of `webhooks/v1`: a yardstick for the speed of
//! `scrapenest-webhooks`, and a second opinion on what it reads.
//!
//! - [`typify`]: the types that typify makes alone, generated and kept fresh by a test.
//! - [`derived`]: what `serde` derives for an enum with a tag.
//! - [`hand_written`]: visitors that check all that the schemas ask for.
//! - [`validated`]: a `serde_json::Value`, and a validator.
//! - [`contenders`]: the list of them all, ours included.

pub mod contenders;
pub mod derived;
pub mod documents;
pub mod hand_written;
pub mod typify;
pub mod validated;
