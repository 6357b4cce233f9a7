//! `cargo bench --manifest-path tests/peers/Cargo.toml [-- --quick] [-- --cost]`: compares the speed of this
//! project's types with that of the code that other people would write.
//!
//! The table is printed, and written to `docs/benchmarks.md`. `--quick` measures for a second or two and writes
//! nothing. `--cost` also builds crates that depend on this project's crates and on others, which takes minutes.
//! Without it, the page keeps the last costs.

mod cost;
mod machine;
mod measure;
mod page;

use std::{env, error::Error, process::Command};

use measure::{Effort, Table};
use peers::{
    contenders::{OURS, PAYLOAD_FIRST, READING, Run, Target, WRITERS, WRITING, readers},
    documents::{self, Document, Workload},
};
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if order_is_kept()? {
        return alone(&arguments);
    }
    let has = |option: &str| arguments.iter().any(|argument| argument == option);
    let effort = if has("--quick") {
        Effort::QUICK
    } else {
        Effort::FULL
    };
    let mut sections = Vec::new();
    for section in [
        reading(&documents::usual(), READING, effort)?,
        orders(effort)?,
        reading(&documents::long_text(), &[], effort)?,
        reading(&documents::unknown_fields(), &[], effort)?,
        reading(&documents::unknown_events(), &[], effort)?,
        writing(&documents::usual(), effort)?,
    ] {
        println!("{section}");
        sections.push(section);
    }
    let cost = if has("--cost") {
        Some(cost::measure()?)
    } else {
        None
    };
    if let Some(cost) = &cost {
        println!("{cost}");
    }
    if has("--quick") {
        println!("A quick run writes no page.");
        return Ok(());
    }
    page::write(&sections.concat(), cost.as_deref())?;
    Ok(())
}

/// Reports whether `serde_json` keeps the order of members, which makes every [`Value`] slower. It does so only if
/// this program is built together with the tool, by `cargo bench` for all packages.
fn order_is_kept() -> Result<bool, serde_json::Error> {
    let value: Value = serde_json::from_str(r#"{"b":0,"a":0}"#)?;
    Ok(value.to_string().starts_with(r#"{"b""#))
}

/// Runs this program again, built without the tool.
fn alone(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    const ALONE: &str = "PEERS_ALONE";
    if env::var_os(ALONE).is_some() {
        return Err("`serde_json` has `preserve_order`, and no `Value` is what others have".into());
    }
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["bench", "--package", "peers", "--bench", "peers", "--"])
        .args(arguments)
        .env(ALONE, "1")
        .current_dir(machine::root())
        .status()?;
    if status.success() {
        return Ok(());
    }
    Err("`cargo bench --package peers` failed".into())
}

/// Measures all contenders that can read the bodies of a workload, and returns their table.
fn reading(workload: &Workload, targets: &[Target], effort: Effort) -> Result<String, String> {
    let mut entries = Vec::new();
    let mut out = Vec::new();
    let accepts = |read: &Run<Document>| workload.documents.iter().all(read);
    for reader in readers()? {
        if accepts(&reader.read) {
            let documents = workload.documents.clone();
            let run = move || documents.iter().all(|document| (reader.read)(document));
            entries.push(measure::Entry::new(reader.name, reader.about, run));
        } else if reader.name == OURS {
            return Err(format!("ours refuse {}", workload.title));
        } else {
            out.push(reader.name);
        }
    }
    let table = Table::measure(entries, workload.documents.len(), effort);
    let title = format!(
        "Reading {} (mean {} bytes)",
        workload.title,
        workload.mean_bytes()
    );
    let mut text = page::table(&title, &table, OURS, targets);
    if !out.is_empty() {
        text.push_str(&format!("\nCannot read them: {}.\n", out.join("; ")));
    }
    Ok(text)
}

/// Measures this project's types with the fields in two orders, and returns the table.
fn orders(effort: Effort) -> Result<String, Box<dyn Error>> {
    const USUAL: &str = "the usual order";
    const TURNED: &str = "`data` first";
    let mut entries = Vec::new();
    for (name, workload) in [
        (TURNED, documents::payload_first()),
        (USUAL, documents::usual()),
    ] {
        let Some(ours) = readers()?.into_iter().find(|reader| reader.name == OURS) else {
            return Err("ours are not among the contenders".into());
        };
        let run = move || {
            workload
                .documents
                .iter()
                .all(|document| (ours.read)(document))
        };
        entries.push(measure::Entry::new(name, "ours, owned", run));
    }
    let table = Table::measure(entries, 4, effort);
    let target = Target {
        ours: TURNED,
        peer: USUAL,
        at_most: PAYLOAD_FIRST,
    };
    Ok(page::table(
        "Reading `data` before `event_type`",
        &table,
        TURNED,
        &[target],
    ))
}

fn writing(workload: &Workload, effort: Effort) -> Result<String, String> {
    let mut entries = Vec::new();
    for writer in WRITERS {
        let prepared = workload.documents.iter().map(writer.prepare);
        let Some(events) = prepared.collect::<Option<Vec<_>>>() else {
            return Err(format!("{} cannot read what it is to write", writer.name));
        };
        let buffer = std::cell::RefCell::new(Vec::with_capacity(16 * 1024));
        let run = move || {
            let mut buffer = buffer.borrow_mut();
            buffer.clear();
            let written = events.iter().all(|write| write(&mut buffer));
            written && !std::hint::black_box(&*buffer).is_empty()
        };
        entries.push(measure::Entry::new(writer.name, "into one buffer", run));
    }
    let table = Table::measure(entries, workload.documents.len(), effort);
    Ok(page::table(
        "Writing the four shapes of events",
        &table,
        OURS,
        WRITING,
    ))
}
