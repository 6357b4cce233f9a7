//! Reads event bodies from files, or one from standard input, and prints what happened.
//!
//! ```sh
//! cargo run -p scrapenest-webhooks --example receive -- schemas/webhooks/v1/examples/*/*.json
//! ```

use std::{
    env, fs,
    io::{self, Read},
    process::ExitCode,
};

use scrapenest_webhooks::v1::{Data, Event, JobCompleted};

fn main() -> io::Result<ExitCode> {
    let mut exit = ExitCode::SUCCESS;
    let mut files: Vec<String> = env::args().skip(1).collect();
    if files.is_empty() {
        files.push("-".into());
    }
    for file in files {
        let body = if file == "-" {
            let mut body = Vec::new();
            io::stdin().read_to_end(&mut body)?;
            body
        } else {
            fs::read(&file)?
        };
        match Event::from_slice(&body) {
            Ok(event) => println!("{}", describe(&event)),
            Err(error) => {
                eprintln!("{file}: {error}");
                exit = ExitCode::FAILURE;
            }
        }
    }
    Ok(exit)
}

fn describe(event: &Event) -> String {
    let what = match &event.data {
        Data::JobCreated(job) => format!("job {} waits for {}", job.job_id, job.target_url),
        Data::JobCompleted(JobCompleted::Succeeded(job)) => {
            format!(
                "job {} succeeded in {2} ms, artifacts: {1}",
                job.job_id, job.artifact_count, job.duration_ms
            )
        }
        Data::JobCompleted(JobCompleted::Failed(job)) => {
            format!(
                "job {} failed after {} ms: {}",
                job.job_id, job.duration_ms, job.failure_reason
            )
        }
        Data::ArtifactReady(artifact) => {
            format!(
                "{} of {} bytes at {}",
                artifact.artifact_type, artifact.byte_size, artifact.download_url
            )
        }
        Data::Unknown(event) => format!("something new: {}", event.data),
        // A minor version of the crate can add types of events.
        _ => "something that this program does not handle".into(),
    };
    format!("{} {}: {what}", event.occurred_at, event.event_type())
}
