//! The S3 server of `moto`, a package of Python, on a port of its own.

use std::{
    env,
    io::{BufRead, BufReader},
    net::TcpStream,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::Duration,
};

use repository_tests::{skipped::skipped, tool::root};

use super::http::{Harm, Origin, Request, Server};

/// A server with a bucket.
pub(super) struct Moto {
    child: Child,
    pub(super) address: String,
}

/// Numbers of buckets, so that tests share nothing.
static NUMBER: AtomicUsize = AtomicUsize::new(0);

/// Returns the folder of tools of other languages: the one in `CONSUMER_TOOLS`, which has to exist, or the one that
/// `.ci/run` makes.
#[track_caller]
pub(crate) fn tools() -> Option<PathBuf> {
    if let Some(folder) = env::var_os("CONSUMER_TOOLS") {
        let folder = PathBuf::from(folder);
        assert!(folder.join("bin/python").exists(), "{}", folder.display());
        return Some(folder);
    }
    let folder = root().join("target/consumers");
    if folder.join("bin/python").exists() {
        return Some(folder);
    }
    skipped("there is no `target/consumers`", "`.ci/run` makes it");
    None
}

impl Moto {
    /// Returns a server in front of this one, with a fault for requests of a method to paths with an end.
    pub(super) fn harming(&self, method: &'static str, end: &'static str, harm: Harm) -> Server {
        let origin = Origin::Server(self.address.clone());
        Server::start(origin, move |request: &Request, _| {
            match request.method == method && request.target.ends_with(end) {
                true => harm,
                false => Harm::None,
            }
        })
    }

    #[track_caller]
    pub(super) fn start() -> Option<Self> {
        let python = tools()?.join("bin/python");
        let mut child = Command::new(python)
            .args(["-u", "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        // Its output has the address: ` * Running on http://127.0.0.1:34567`.
        let address = lines
            .by_ref()
            .map(Result::unwrap)
            .find_map(|line| Some(line.split_once("http://")?.1.trim().to_owned()))
            .unwrap();
        // Its output has to be read, or it blocks.
        thread::spawn(move || lines.for_each(drop));
        while TcpStream::connect(&address).is_err() {
            thread::sleep(Duration::from_millis(20));
        }
        Some(Self { child, address })
    }

    /// Returns the name of a new bucket.
    #[track_caller]
    pub(super) fn bucket(&self) -> String {
        let name = format!("bucket{}", NUMBER.fetch_add(1, Ordering::SeqCst));
        let target = format!("/{name}");
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let request = format!(
            "PUT {target} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address
        );
        std::io::Write::write_all(&mut stream, request.as_bytes()).unwrap();
        let mut answer = String::new();
        std::io::Read::read_to_string(&mut stream, &mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        name
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
