//! A small web server for tests: it serves a folder, or passes requests on, and has deliberate faults.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use super::cloud::Cloud;

/// A received request.
pub(super) struct Request {
    pub(super) method: String,
    pub(super) target: String,
    pub(super) headers: BTreeMap<String, String>,
    pub(super) body: Vec<u8>,
    /// The number of requests before it.
    pub(super) number: usize,
}

/// A fault of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Harm {
    /// No fault.
    None,
    /// It is answered after a delay.
    Late(u64),
    /// It is rejected with a status, and not carried out.
    Status(u16),
    /// It is carried out, and answered with the status of a failure.
    DoneAndStatus(u16),
    /// It is not carried out, and the connection ends.
    Hang,
    /// It is carried out, and the answer ends in the middle.
    Cut,
    /// The response has another tag than the file.
    WrongTag,
    /// The response claims to be longer than anything.
    Endless,
    /// The response claims that the clock of the client is wrong.
    Skewed,
    /// The response comes in parts, and never ends.
    Unending,
    /// The head of the response never ends.
    Headers,
    /// The response comes byte by byte, and takes minutes.
    Drip,
    /// The response claims to be compressed.
    Compressed(&'static [u8]),
    /// The client is redirected to another address, with the same path at its end.
    Redirect(&'static str),
    /// A missing file is forbidden.
    Forbidden,
    /// The response comes in parts, without its length.
    Chunked,
}

/// The moment at which a request is intercepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// It is not carried out yet.
    Before,
    /// It was carried out, and is not answered yet. A fault now comes too late to prevent it.
    After,
}

/// A server on a port of its own. It serves until the test ends.
pub(super) struct Server {
    address: SocketAddr,
    most: Arc<AtomicUsize>,
    count: Arc<AtomicUsize>,
}

/// The origin of responses.
pub(super) enum Origin {
    Folder(PathBuf),
    Server(String),
    Cloud(Cloud),
}

impl Server {
    pub(super) fn start(
        origin: Origin,
        harm: impl Fn(&Request, Moment) -> Harm + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (most, count) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let server = Self {
            address,
            most: most.clone(),
            count: count.clone(),
        };
        let shared = Arc::new((origin, harm));
        let now = Arc::new(AtomicUsize::new(0));
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (shared, now) = (shared.clone(), now.clone());
                let (most, count) = (most.clone(), count.clone());
                thread::spawn(move || {
                    let (origin, harm) = &*shared;
                    let stream = stream.unwrap();
                    let Some(request) = read(&stream, count.fetch_add(1, Ordering::SeqCst)) else {
                        return;
                    };
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    // A client that has disconnected needs no response.
                    let _ = answer(&stream, &request, origin, harm);
                    now.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        server
    }

    pub(super) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the most requests that ran at once.
    pub(super) fn most_at_once(&self) -> usize {
        self.most.load(Ordering::SeqCst)
    }

    /// Returns the number of requests.
    pub(super) fn requests(&self) -> usize {
        self.count.load(Ordering::SeqCst)
    }
}

fn read(stream: &TcpStream, number: usize) -> Option<Request> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut parts = line.split_whitespace();
    let (method, target) = (parts.next()?.to_owned(), parts.next()?.to_owned());
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        match line.trim_end().split_once(": ") {
            Some((name, value)) => headers.insert(name.to_lowercase(), value.to_owned()),
            None => break,
        };
    }
    let length = headers
        .get("content-length")
        .map_or(0, |it| it.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Request {
        method,
        target,
        headers,
        body,
        number,
    })
}

fn answer(
    mut stream: &TcpStream,
    request: &Request,
    origin: &Origin,
    harm_of: &impl Fn(&Request, Moment) -> Harm,
) -> std::io::Result<()> {
    let refused = |status: u16, body: &str| {
        format!(
            "HTTP/1.1 {status} Refused\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )
    };
    let harm = harm_of(request, Moment::Before);
    match harm {
        Harm::Status(status) => return stream.write_all(refused(status, "").as_bytes()),
        Harm::Skewed => {
            let body = "<Error><Code>RequestTimeTooSkewed</Code></Error>";
            return stream.write_all(refused(403, body).as_bytes());
        }
        Harm::Endless => {
            let head = "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\
                        Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT\r\n\r\n{";
            return stream.write_all(head.as_bytes());
        }
        Harm::Hang => return Ok(()),
        Harm::Redirect(to) => {
            let target = &request.target;
            let head = format!(
                "HTTP/1.1 302 Found\r\nLocation: {to}{target}\r\nContent-Length: 0\r\n\
                 Connection: close\r\n\r\n"
            );
            return stream.write_all(head.as_bytes());
        }
        Harm::Unending => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")?;
            loop {
                // It ends when the client disconnects.
                write!(stream, "1000\r\n{}\r\n", " ".repeat(0x1000))?;
            }
        }
        Harm::Headers => {
            stream.write_all(b"HTTP/1.1 200 OK\r\n")?;
            for number in 0_u64.. {
                write!(stream, "X-{number}: {}\r\n", "x".repeat(0x1000))?;
            }
        }
        Harm::Drip => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")?;
            for _ in 0..1000 {
                stream.write_all(b" ")?;
                thread::sleep(Duration::from_millis(200));
            }
            return Ok(());
        }
        Harm::Compressed(body) => {
            let head =
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\nContent-Length";
            write!(stream, "{head}: {}\r\n\r\n", body.len())?;
            return stream.write_all(body);
        }
        Harm::Late(milliseconds) => thread::sleep(Duration::from_millis(milliseconds)),
        _ => {}
    }
    let response = match origin {
        Origin::Folder(folder) => file(folder, &request.target),
        Origin::Server(address) => pass_on(address, request)?,
        Origin::Cloud(cloud) => cloud.answer(request),
    };
    harm_of(request, Moment::After);
    match harm {
        Harm::DoneAndStatus(status) => stream.write_all(refused(status, "").as_bytes()),
        Harm::Forbidden if response.starts_with(b"HTTP/1.1 404") => {
            stream.write_all(refused(403, "").as_bytes())
        }
        Harm::Chunked => {
            let text = String::from_utf8(response).unwrap();
            let (head, body) = text.split_once("\r\n\r\n").unwrap();
            let lines = head
                .lines()
                .filter(|line| !line.starts_with("Content-Length"));
            let head: Vec<&str> = lines.chain(["Transfer-Encoding: chunked"]).collect();
            write!(stream, "{}\r\n\r\n", head.join("\r\n"))?;
            for part in body.as_bytes().chunks(1000) {
                write!(stream, "{:x}\r\n", part.len())?;
                stream.write_all(part)?;
                write!(stream, "\r\n")?;
            }
            write!(stream, "0\r\n\r\n")
        }
        Harm::Cut => stream.write_all(&response[..response.len() / 2]),
        Harm::WrongTag => {
            let text = String::from_utf8(response).unwrap();
            let text = text.replace("ETag: \"", "ETag: \"0");
            stream.write_all(text.replace("etag: \"", "etag: \"0").as_bytes())
        }
        _ => stream.write_all(&response),
    }
}

fn pass_on(address: &str, request: &Request) -> std::io::Result<Vec<u8>> {
    let mut upstream = TcpStream::connect(address)?;
    let mut head = format!("{} {} HTTP/1.1\r\n", request.method, request.target);
    for (name, value) in &request.headers {
        if name != "connection" {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
    }
    head.push_str("connection: close\r\n\r\n");
    upstream.write_all(head.as_bytes())?;
    upstream.write_all(&request.body)?;
    let mut response = Vec::new();
    upstream.read_to_end(&mut response)?;
    Ok(response)
}

fn file(folder: &std::path::Path, target: &str) -> Vec<u8> {
    let (status, body) = match std::fs::read(folder.join(target.trim_start_matches('/'))) {
        Ok(bytes) => ("200 OK", bytes),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\nLast-Modified: Thu, 01 Jan 2026 00:00:00 GMT\r\n\
         Connection: close\r\n\r\n",
        body.len()
    );
    [head.into_bytes(), body].concat()
}
