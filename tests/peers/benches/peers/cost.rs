//! The cost of a dependency: the processor time of a cold release build.
//!
//! Generic and `#[inline]` code is compiled in the crate that uses it, so one consumer also reads events.

use std::{
    error::Error,
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use nix::sys::{
    resource::{Usage, UsageWho, getrusage},
    time::TimeValLike as _,
};

use crate::machine;

/// A crate that depends on others.
struct Consumer {
    name: &'static str,
    about: &'static str,
    dependencies: String,
    /// The code that uses them.
    code: &'static str,
}

const OURS: &str = "scrapenest-webhooks";
const PEERS: &str = "serde + chrono + uuid + regress";
const AT_MOST: f64 = 0.5;
const BUILDS: usize = 7;

/// Builds each consumer a few times in turns, and returns a table of the medians.
pub(crate) fn measure() -> Result<String, Box<dyn Error>> {
    let ours = machine::root()
        .join("crates/scrapenest-webhooks")
        .canonicalize()?;
    let ours = format!("scrapenest-webhooks = {{ path = {ours:?} }}\n");
    let consumers = [
        Consumer {
            name: OURS,
            about: "default features",
            dependencies: ours.clone(),
            code: "",
        },
        Consumer {
            name: PEERS,
            about: "what typify's types need, as `cargo add` adds it: `serde` with `derive`, `chrono` and \
                    `uuid` with `serde`, default features",
            dependencies: format!("{SERDE}{CHRONO}{OTHERS}"),
            code: "",
        },
        Consumer {
            name: "the same, lean",
            about: "`chrono` without its default features, with `serde` and `std`",
            dependencies: format!("{SERDE}{LEAN_CHRONO}{OTHERS}"),
            code: "",
        },
        Consumer {
            name: "serde and its derive alone",
            about: "for scale: `serde` with `derive`",
            dependencies: SERDE.into(),
            code: "",
        },
        Consumer {
            name: "scrapenest-webhooks, in use",
            about: "for scale: the consumer reads events of all types",
            dependencies: ours,
            code: "pub fn read(body: &[u8]) -> Result<scrapenest_webhooks::v1::Event, \
                   scrapenest_webhooks::Error> {\n    scrapenest_webhooks::v1::Event::from_slice(body)\n}\n",
        },
    ];
    let mut measured = vec![Vec::new(); consumers.len()];
    let mut crates = vec![0; consumers.len()];
    for build in 1..=BUILDS {
        for ((consumer, times), crates) in consumers.iter().zip(&mut measured).zip(&mut crates) {
            eprintln!("build {build} of {BUILDS}: {}", consumer.name);
            let (time, count) = cold_build(consumer)?;
            times.push(time);
            *crates = count;
        }
    }
    let mut text = format!(
        "## Cost to the consumer\n\nProcessor time of a cold release build, compiler and linker included: \
         the median of {BUILDS} builds, taken in turns, each into an empty folder. The ratio is taken in \
         each turn.\n\n{}\n\
         | Dependencies | CPU s | of all builds | crates | |\n| --- | ---: | ---: | ---: | --- |\n",
        machine::describe()
    );
    let ratios = match measured.as_slice() {
        [ours, peers, ..] => {
            let turns = ours.iter().zip(peers);
            let mut ratios: Vec<f64> = turns
                .map(|(ours, peers)| ours.as_secs_f64() / peers.as_secs_f64())
                .collect();
            ratios.sort_by(f64::total_cmp);
            ratios
        }
        _ => Vec::new(),
    };
    for ((consumer, times), crates) in consumers.iter().zip(&mut measured).zip(crates) {
        times.sort();
        let seconds = |at: usize| times.get(at).map_or(f64::NAN, Duration::as_secs_f64);
        let median = seconds(BUILDS / 2);
        let _ = writeln!(
            text,
            "| {} | {median:.1} | {:.1} to {:.1} | {crates} | {} |",
            consumer.name,
            seconds(0),
            seconds(BUILDS - 1),
            consumer.about
        );
    }
    if let (Some(ratio), Some(low), Some(high)) =
        (ratios.get(BUILDS / 2), ratios.first(), ratios.last())
    {
        let verdict = if *ratio <= AT_MOST {
            "met"
        } else {
            "**not met**"
        };
        let _ = write!(
            text,
            "\n| Target | at most | measured | of all turns | |\n| --- | ---: | ---: | ---: | --- |\n\
             | {OURS} ÷ {PEERS} | {AT_MOST:.2} | {ratio:.2} | {low:.2} to {high:.2} | {verdict} |\n"
        );
    }
    Ok(text)
}

const SERDE: &str = "serde = { version = \"1\", features = [\"derive\"] }\n";
const CHRONO: &str = "chrono = { version = \"0.4\", features = [\"serde\"] }\n";
const LEAN_CHRONO: &str =
    "chrono = { version = \"0.4\", default-features = false, features = [\"serde\", \"std\"] }\n";
const OTHERS: &str = "uuid = { version = \"1\", features = [\"serde\"] }\nregress = \"0.12\"\n";

/// Returns the processor time of one build, and the number of crates that it compiles besides the consumer.
fn cold_build(consumer: &Consumer) -> Result<(Duration, usize), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let root = machine::root();
    let manifest = format!(
        "[package]\nname = \"consumer\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\n{}",
        consumer.dependencies
    );
    put(&folder.path().join("Cargo.toml"), manifest.as_bytes())?;
    // The versions are those of the workspace, without crates that the consumer does not need.
    put(
        &folder.path().join("Cargo.lock"),
        &fs::read(root.join("Cargo.lock"))?,
    )?;
    fs::create_dir(folder.path().join("src"))?;
    put(&folder.path().join("src/lib.rs"), consumer.code.as_bytes())?;
    cargo(folder.path(), &["fetch", "--quiet", "--offline"])?;
    let before = children()?;
    let log = cargo(folder.path(), &["build", "--release", "--offline"])?;
    let spent = children()?.saturating_sub(before);
    let compiled = log
        .lines()
        .filter(|line| line.trim_start().starts_with("Compiling"))
        .count();
    Ok((spent, compiled.saturating_sub(1)))
}

/// Runs cargo in a folder, without the variables of this run that change a build.
fn cargo(folder: &Path, arguments: &[&str]) -> Result<String, Box<dyn Error>> {
    let target: PathBuf = folder.join("target");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .env_remove("RUSTFLAGS")
        .env_remove("RUSTC_WRAPPER")
        .output()?;
    let log = String::from_utf8_lossy(&output.stderr).into_owned();
    if !output.status.success() {
        return Err(format!("`cargo {}` failed: {log}", arguments.join(" ")).into());
    }
    Ok(log)
}

fn put(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .open(path)?
        .write_all(bytes)
}

/// Returns the processor time of all child processes that have ended.
fn children() -> Result<Duration, Box<dyn Error>> {
    let usage: Usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let microseconds =
        usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Ok(Duration::from_micros(u64::try_from(microseconds)?))
}
