//! `cargo bench -p peers [-- --quick] [-- --cost]`: how fast ours are beside what other people
//! would write.
//!
//! The table is printed, and written to `docs/benchmarks.md`. `--quick` measures for a second or
//! two and writes nothing. `--cost` also builds crates that depend on ours and on others, which
//! takes minutes; the page keeps what that found last.

mod cost;
mod machine;
mod measure;
mod page;

use std::{env, error::Error};

use measure::{Effort, Table};
use peers::{
    contenders::{OURS, PAYLOAD_FIRST, READING, Run, Target, WRITERS, WRITING, readers},
    documents::{self, Document, Workload},
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let has = |option: &str| arguments.iter().any(|argument| argument == option);
    let effort = if has("--quick") {
        Effort::QUICK
    } else {
        Effort::FULL
    };
    let mut sections = Vec::new();
    for section in [
        reading(&documents::usual()?, READING, effort)?,
        orders(effort)?,
        reading(&documents::long_text()?, &[], effort)?,
        reading(&documents::unknown_fields()?, &[], effort)?,
        reading(&documents::unknown_events()?, &[], effort)?,
        writing(&documents::usual()?, effort)?,
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

/// Everybody who can read the bodies of a workload, beside ours.
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

/// Ours, with the fields in one order and in the other.
fn orders(effort: Effort) -> Result<String, Box<dyn Error>> {
    const USUAL: &str = "the usual order";
    const TURNED: &str = "`data` first";
    let mut entries = Vec::new();
    for (name, workload) in [
        (TURNED, documents::payload_first()?),
        (USUAL, documents::usual()?),
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
