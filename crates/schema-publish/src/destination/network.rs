//! Destinations on a network: object stores and web servers.

mod observed;
mod requests;
mod store;
mod web;

pub(crate) use self::store::StoreError;
pub(super) use self::{store::Store, web::Web};
