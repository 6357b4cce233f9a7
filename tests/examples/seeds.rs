//! Writes the first inputs of the fuzzer: a folder for each target, below the folder in the argument.

#![allow(
    clippy::disallowed_methods,
    reason = "the folder is written anew by every run"
)]

use std::{env, error::Error, fs, path::Path};

use repository_tests::properties::{
    bodies, delivery,
    publication::{LOCKED, REPAIRED, SIGNED, UPDATED, honest, joined},
};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os().nth(1).ok_or("which folder?")?;
    for (index, body) in bodies().iter().enumerate() {
        for (target, seed) in [
            ("decode", body.clone()),
            ("agreement", body.clone()),
            ("signature", delivery(body)),
        ] {
            let folder = Path::new(&folder).join(target);
            fs::create_dir_all(&folder)?;
            fs::write(folder.join(index.to_string()), seed)?;
        }
    }
    let folder = Path::new(&folder).join("publication");
    fs::create_dir_all(&folder)?;
    for flags in [0, REPAIRED, REPAIRED | SIGNED, LOCKED, LOCKED | UPDATED] {
        fs::write(folder.join(flags.to_string()), joined(flags, honest()))?;
    }
    Ok(())
}
