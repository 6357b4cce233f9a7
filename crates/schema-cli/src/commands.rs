//! One module for each command.

pub(crate) mod check;
pub(crate) mod codegen;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod fetch;
pub(crate) mod fmt;
pub(crate) mod new;
pub(crate) mod new_major;
pub(crate) mod publish;
pub(crate) mod release;
pub(crate) mod validate;
pub(crate) mod verify;
