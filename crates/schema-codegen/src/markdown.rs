//! x
use crate::{Artifact, model::{Api, Family}};
pub(crate) fn render(_: &Family) -> Vec<Artifact> { Vec::new() }
pub(crate) fn index(_: &Api) -> Vec<Artifact> { Vec::new() }
