//! Destinations on a network: object stores and web servers.

mod requests;
mod store;
mod web;

pub(super) use self::{store::Store, web::Web};
