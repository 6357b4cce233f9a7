//! Object stores and web servers in a build without the feature `network`: they have no values, and opening one is
//! an error.

use url::Url;

use super::{
    Version, Written,
    limits::{Budget, Reading},
    sink::Sink,
};
use crate::{
    error::{Attempt, Error, Reason},
    site::File,
};

/// An object store that cannot exist.
#[derive(Debug)]
pub(super) enum Store {}

/// A web server that cannot exist.
#[derive(Debug)]
pub(super) enum Web {}

impl Store {
    pub(super) fn open(target: &str, _: Option<&str>) -> Result<Self, Error> {
        Err(not_built(target))
    }

    pub(super) fn get<S: Sink>(
        &self,
        _: &str,
        _: Reading<'_>,
    ) -> Result<Option<(S, Version)>, Error> {
        match *self {}
    }

    pub(super) fn put(&self, _: &File, _: Option<&Version>) -> Result<Written, Error> {
        match *self {}
    }

    pub(super) fn remove(&self, _: &str) -> Result<Written, Error> {
        match *self {}
    }

    pub(super) fn list(&self, _: &Budget) -> Result<Vec<String>, Error> {
        match *self {}
    }
}

impl Web {
    pub(super) fn open(base: Url) -> Result<Self, Error> {
        Err(not_built(base.as_str()))
    }

    pub(super) fn get<S: Sink>(
        &self,
        _: &str,
        _: Reading<'_>,
    ) -> Result<Option<(S, Version)>, Error> {
        match *self {}
    }
}

fn not_built(target: &str) -> Error {
    Error::new(Attempt::use_target(target), Reason::NoNetwork)
}
