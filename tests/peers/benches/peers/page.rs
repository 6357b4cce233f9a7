//! The tables, and the page that contains them.

use std::{error::Error, fmt::Write as _, fs, io::Write as _};

use peers::contenders::Target;

use crate::{
    machine,
    measure::{Ratio, Table},
};

const PAGE: &str = "docs/benchmarks.md";
const COST: &str = "## Cost to the consumer";

/// Returns a table of all contenders: their times, and the ratio of the time of `ours` to each.
pub(crate) fn table(title: &str, table: &Table, ours: &str, targets: &[Target]) -> String {
    let mut text = format!(
        "\n## {title}\n\n| Contender | ns/event | {ours} ÷ this | 10 % to 90 % of rounds | |\n| --- | ---: | ---: | ---: | --- |\n"
    );
    let Some(ours) = table.row(ours) else {
        return text;
    };
    for row in &table.rows {
        let ratio = ours.ratio_to(row);
        let _ = writeln!(
            text,
            "| {} | {:.0} | {:.2} | {} | {} |",
            row.name,
            row.nanoseconds(),
            ratio.median,
            spread(ratio),
            row.about
        );
    }
    if targets.is_empty() {
        return text;
    }
    text.push_str(
        "\n| Target | at most | measured | 10 % to 90 % | |\n| --- | ---: | ---: | ---: | --- |\n",
    );
    for target in targets {
        let pair = table.row(target.ours).zip(table.row(target.peer));
        let (measured, spread, verdict) = match pair {
            None => ("-".into(), "-".into(), "not measured"),
            Some((ours, peer)) => {
                let ratio = ours.ratio_to(peer);
                let met = ratio.median <= target.at_most;
                let verdict = if met { "met" } else { "**not met**" };
                (format!("{:.2}", ratio.median), spread(ratio), verdict)
            }
        };
        let _ = writeln!(
            text,
            "| {} ÷ {} | {:.2} | {measured} | {spread} | {verdict} |",
            target.ours, target.peer, target.at_most
        );
    }
    text
}

fn spread(ratio: Ratio) -> String {
    format!("{:.2} to {:.2}", ratio.low, ratio.high)
}

/// Writes the page atomically. Without new costs, it keeps the old ones.
pub(crate) fn write(sections: &str, cost: Option<&str>) -> Result<(), Box<dyn Error>> {
    let path = machine::root().join(PAGE);
    let old = fs::read_to_string(&path).unwrap_or_default();
    let kept = old
        .find(COST)
        .and_then(|at| old.get(at..))
        .map(str::trim_end);
    let cost = cost.map(str::trim).or(kept).map_or_else(
        || format!("{COST}\n\nNot measured yet: `cargo bench --manifest-path tests/peers/Cargo.toml -- --cost`."),
        str::to_owned,
    );
    let text = format!("{HEAD}\n{}{sections}\n{cost}\n", machine::describe());
    let folder = path.parent().ok_or("the page has no folder")?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    let permissions: fs::Permissions = std::os::unix::fs::PermissionsExt::from_mode(0o644);
    file.as_file().set_permissions(permissions)?;
    file.persist(&path)?;
    println!("{PAGE} is written.");
    Ok(())
}

const HEAD: &str = "# Benchmarks

<!-- Written by `cargo bench --manifest-path tests/peers/Cargo.toml`. Changes made here are lost. -->

The time to read and write the same events with the generated types (\"ours\") and with alternatives (`tests/peers`).
All contenders take turns in many short rounds of one process. Times are processor times of one thread, and the median
of all rounds. Each ratio is computed in one round, from measurements close in time: the table has the median of the
ratios, and the range of the middle 80 % of rounds. Below 1, ours is faster.
";
