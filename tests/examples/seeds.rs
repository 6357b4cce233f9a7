//! Writes what the fuzzer begins with: a folder for each target, below the folder that is given.

#![allow(
    clippy::disallowed_methods,
    reason = "the folder is written anew by every run"
)]

use std::{env, error::Error, fs, path::Path};

use repository_tests::properties::{bodies, delivery};

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
    Ok(())
}
