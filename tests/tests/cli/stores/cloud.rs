//! Servers with the documented protocols of Google's and Azure's stores, as far as conditional writes of small
//! files need them: neither pip nor npm has a server of Google's protocol that supports these conditions.

use std::{collections::BTreeMap, fmt::Write, sync::Mutex};

use super::http::Request;

/// The protocol of a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Conditions are about generations: 0 is that of a file that does not exist.
    Google,
    /// Conditions are about tags: any tag matches a file that exists.
    Azure,
}

/// Files in memory, each with the number of the write that it comes from.
pub(super) struct Cloud {
    dialect: Dialect,
    files: Mutex<Files>,
}

#[derive(Default)]
struct Files {
    by_path: BTreeMap<String, (u64, Vec<u8>)>,
    writes: u64,
}

const DATE: &str = "Thu, 01 Jan 2026 00:00:00 GMT";

impl Cloud {
    pub(super) fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            files: Mutex::default(),
        }
    }

    /// Returns the whole response to a request.
    pub(super) fn answer(&self, request: &Request) -> Vec<u8> {
        let mut files = self.files.lock().unwrap();
        let (path, query) = request
            .target
            .split_once('?')
            .unwrap_or((&request.target, ""));
        let (_, key) = path
            .trim_start_matches('/')
            .split_once('/')
            .unwrap_or_default();
        let there = files.by_path.get(key).cloned();
        match request.method.as_str() {
            "GET" if key.is_empty() => respond("200 OK", 0, self.list(&files, query).as_bytes()),
            "GET" => match there {
                Some((write, bytes)) => respond("200 OK", write, &bytes),
                None => respond("404 Not Found", 0, b""),
            },
            "PUT" if !self.holds(request, there.as_ref().map(|(write, _)| *write)) => {
                respond("412 Precondition Failed", 0, b"")
            }
            "PUT" => {
                files.writes += 1;
                let write = files.writes;
                let file = (write, request.body.clone());
                files.by_path.insert(key.to_owned(), file);
                respond("201 Created", write, b"")
            }
            "DELETE" => match files.by_path.remove(key) {
                Some(_) => respond("202 Accepted", 0, b""),
                None => respond("404 Not Found", 0, b""),
            },
            other => panic!("{other} {}", request.target),
        }
    }

    /// Reports whether the condition of a write holds for the number of the existing file. Every write has a
    /// condition.
    fn holds(&self, request: &Request, there: Option<u64>) -> bool {
        let header = |name: &str| request.headers.get(name).map(String::as_str);
        match self.dialect {
            Dialect::Google => {
                let generation = header("x-goog-if-generation-match").unwrap();
                generation == there.unwrap_or(0).to_string()
            }
            Dialect::Azure => match (header("if-none-match"), header("if-match")) {
                (Some("*"), None) => there.is_none(),
                (None, Some(tag)) => there.is_some_and(|it| tag == tag_of(it)),
                other => panic!("{other:?}"),
            },
        }
    }

    fn list(&self, files: &Files, query: &str) -> String {
        let prefix = query
            .split('&')
            .find_map(|it| it.strip_prefix("prefix="))
            .unwrap_or_default()
            .replace("%2F", "/");
        let mut list = String::new();
        for (path, (write, bytes)) in &files.by_path {
            if !path.starts_with(&prefix) {
                continue;
            }
            let (size, tag) = (bytes.len(), tag_of(*write));
            let tag = tag.replace('"', "&quot;");
            match self.dialect {
                Dialect::Google => write!(
                    list,
                    "<Contents><Key>{path}</Key><Size>{size}</Size><ETag>{tag}</ETag>\
                     <LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>"
                ),
                Dialect::Azure => write!(
                    list,
                    "<Blob><Name>{path}</Name><Properties><Last-Modified>{DATE}</Last-Modified>\
                     <Etag>{tag}</Etag><Content-Length>{size}</Content-Length>\
                     <Content-Type>application/json</Content-Type></Properties></Blob>"
                ),
            }
            .unwrap();
        }
        match self.dialect {
            Dialect::Google => format!("<ListBucketResult>{list}</ListBucketResult>"),
            Dialect::Azure => {
                format!("<EnumerationResults><Blobs>{list}</Blobs></EnumerationResults>")
            }
        }
    }
}

fn tag_of(write: u64) -> String {
    format!("\"write-{write}\"")
}

fn respond(status: &str, write: u64, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\nLast-Modified: {DATE}\r\nETag: {}\r\n\
         x-goog-generation: {write}\r\nConnection: close\r\n\r\n",
        body.len(),
        tag_of(write)
    );
    [head.as_bytes(), body].concat()
}
