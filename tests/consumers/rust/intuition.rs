//! Code that people write without having read the documentation. Each line compiles, and does what it seems to do.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    error::Error as StdError,
    time::Duration,
};

use chrono::{DateTime, Utc};
use scrapenest_webhooks::{
    AnyEvent, Error, ReadEvent, Timestamp, U53, Uri, Uuid,
    signature::{self, UnwrapError, Verifier},
    test_util, uuid,
    v1::{
        self, ArtifactReady, Data, Event, EventType, FailureReason, Handler, JobCompleted,
        JobCompletedSucceeded, JobCreated, JobType, OrgSlug, UnknownEvent, Version,
        borrowed::{EventRef, JobCreatedRef},
        new::{EventFields, JobCompletedSucceededFields, JobCreatedFields},
        samples,
    },
};

fn main() -> Result<(), Box<dyn StdError>> {
    reading(samples::JOB_COMPLETED_SUCCEEDED.as_bytes())?;
    numbers(&JobCompletedSucceeded::sample())?;
    texts(&Event::sample())?;
    sets()?;
    unions(JobCompleted::sample())?;
    times(&Event::sample())?;
    identifiers()?;
    writing()?;
    signatures()?;
    handlers();
    errors()?;
    borrowing(samples::JOB_CREATED_QUEUED.as_bytes())?;
    majors(samples::ARTIFACT_READY_READY.as_bytes())?;
    println!("intuition: every line does what it seems to do");
    Ok(())
}

fn reading(body: &[u8]) -> Result<(), Error> {
    let event = Event::from_slice(body)?;
    assert_eq!(event.event_type(), "job.completed");
    let event = Event::<JobCompleted>::from_slice(body)?;
    assert!(event.data.duration_ms() > 0);
    let event: Event = std::str::from_utf8(body).unwrap().parse()?;
    let again: Event<JobCompleted> = body.try_into()?;
    assert_eq!(again.map_payload(Data::from), event);
    let event: v1::Event = serde_json::from_slice(body).unwrap();
    let value: serde_json::Value = serde_json::to_value(&event).unwrap();
    assert_eq!(value["data"]["status"], "succeeded");
    let lines = [samples::JOB_CREATED_QUEUED, samples::JOB_COMPLETED_FAILED].map(|text| text.replace('\n', " "));
    for event in Event::from_lines(lines.join("\n").as_bytes()) {
        println!("{}", event?.event_id);
    }
    Ok(())
}

fn numbers(job: &JobCompletedSucceeded) -> Result<(), Box<dyn StdError>> {
    let mut total = 0_u64;
    total += job.duration_ms;
    let jobs = [job, job];
    let sum = jobs.iter().map(|job| job.duration_ms).sum::<u64>();
    assert_eq!(sum, total + job.duration_ms);
    let ms: u64 = job.duration_ms.into();
    assert_eq!(Duration::from_millis(job.duration_ms.into()), Duration::from_millis(ms));
    assert!(job.duration_ms > 1000 && 1000 < job.duration_ms);
    assert!(job.duration_ms == 1250 && job.duration_ms != 0);
    let seconds = f64::from(job.duration_ms) / 1000.0;
    assert_eq!(seconds, 1.25);
    let unsigned: u64 = job.duration_ms.get();
    assert_eq!(unsigned - 250, job.duration_ms - 250);
    assert_eq!(i64::from(job.duration_ms) - 2_000, -750);
    assert_eq!(f64::from(job.duration_ms) as u64, u64::from(job.duration_ms));
    let mut untyped = 0;
    for job in jobs {
        untyped += job.duration_ms;
    }
    assert_eq!(untyped, total + total);
    let mut scaled = 3;
    scaled *= job.duration_ms;
    scaled /= job.duration_ms;
    assert_eq!(scaled, 3);
    assert_eq!(job.duration_ms.get().checked_sub(2_000), None);
    println!("{} {} {}", job.duration_ms + 1, 1 + job.duration_ms, job.duration_ms - job.duration_ms);
    println!("{:.1} min {} s {} h", job.duration_ms / 60_000, job.duration_ms % 60_000 / 1_000, 2 * job.duration_ms);
    let average = jobs.iter().map(|job| job.duration_ms).sum::<u64>() / jobs.len() as u64;
    assert_eq!(average, job.duration_ms);
    let longest_yet = jobs.iter().fold(0, |longest, job| longest.max(job.duration_ms.get()));
    assert_eq!(longest_yet, 1250);
    assert_eq!(u32::try_from(job.duration_ms)?, 1250);
    assert_eq!(usize::try_from(job.duration_ms)?, 1250_usize);
    assert!(u8::try_from(job.duration_ms).is_err());
    assert!(u128::from(job.duration_ms) < u128::MAX && job.duration_ms < U53::MAX);
    assert!(job.duration_ms >= U53::MIN && job.duration_ms != usize::MAX && job.duration_ms == 1250_u128);
    let durations = vec![job.duration_ms, U53::try_from(7_u32)?];
    let total = durations.iter().fold(0, |total, ms| total + *ms);
    assert_eq!(Duration::from_millis(total), Duration::from_millis(durations.iter().sum()));
    fn total_of(durations: &[U53]) -> u64 {
        durations.iter().sum()
    }
    assert_eq!(total_of(&durations), 1257);
    assert_eq!(format!("{:?}", job.duration_ms), "1250");
    let longest = jobs.iter().map(|job| job.duration_ms).max();
    assert_eq!(longest, Some(job.duration_ms));
    let count: U53 = 3.try_into()?;
    let other = U53::literal::<3>();
    assert_eq!(count, other);
    assert_eq!(U53::try_from(u64::MAX).unwrap_err().to_string(), "expected an integer from 0 to 9007199254740991, found 18446744073709551615");
    assert_eq!(format!("{count:>3}"), "  3");
    Ok(())
}

fn texts(event: &Event) -> Result<(), Box<dyn StdError>> {
    assert!(event.org_slug == "acme" && "acme" == event.org_slug);
    assert_eq!(event.org_slug, "acme");
    assert_eq!(event.event_type(), "job.created");
    let text: String = event.org_slug.clone().into();
    let text: &str = match event.org_slug.as_str() {
        "acme" => event.org_slug.as_ref(),
        _ => &text,
    };
    let configured = String::from("acme");
    assert!(event.org_slug == configured && configured == event.org_slug);
    let mut by_org: HashMap<OrgSlug, u32> = HashMap::new();
    *by_org.entry(event.org_slug.clone()).or_default() += 1;
    assert_eq!(by_org.get("acme"), Some(&1));
    assert_eq!(by_org[text], 1);
    let slug: OrgSlug = "acme".parse()?;
    let same = OrgSlug::try_from("acme".to_owned())?;
    assert_eq!(slug, same);
    let slugs = BTreeSet::from([slug, same]);
    assert!(slugs.contains("acme"));
    let refused = "Acme Inc".parse::<OrgSlug>().unwrap_err();
    assert!(refused.to_string().starts_with("OrgSlug: expected 1 to 63 characters"), "{refused}");
    assert!(refused.to_string().ends_with("found \"Acme Inc\""), "{refused}");
    if let Some(version) = &event.version {
        assert_eq!(version, "1.0.0");
    }
    let version: Version = "1.0.0".parse()?;
    assert_eq!(event.version, Some(version));
    let target: Uri = "https://example.com".parse()?;
    assert_eq!(target, "https://example.com");
    Ok(())
}

fn sets() -> Result<(), Box<dyn StdError>> {
    let http: JobType = "http".parse()?;
    assert_eq!(http, JobType::Http);
    assert_eq!(JobType::Stealth.as_str(), "stealth");
    assert!(JobType::MEMBERS.contains(&http));
    let names: Vec<&str> = EventType::MEMBERS.iter().map(EventType::as_str).collect();
    assert_eq!(names, ["job.created", "job.completed", "artifact.ready"]);
    let reason: FailureReason = "out_of_memory".parse()?;
    match reason {
        FailureReason::Timeout => println!("timeout"),
        FailureReason::Unknown(other) if other == "oom" => println!("an old name"),
        FailureReason::Unknown(other) => println!("not known to this version: {other:>20} {}", other.as_ref().len()),
        _ => println!("known to a later version"),
    }
    assert!(FailureReason::Timeout == "timeout");
    let types = HashSet::from([JobType::Http, JobType::Light]);
    assert!(!types.contains(&JobType::Standard));
    Ok(())
}

fn unions(job: JobCompleted) -> Result<(), Box<dyn StdError>> {
    println!("{} took {} ms until {}", job.job_id(), job.duration_ms(), job.completed_at());
    assert_eq!(job.status(), "failed");
    assert!(job.is_failed() && !job.is_succeeded());
    if let Some(failed) = job.as_failed() {
        assert_eq!(failed.failure_reason, "timeout");
    }
    let failed = job.into_failed().ok_or("not failed")?;
    let job: JobCompleted = failed.into();
    let data = Data::from(job);
    assert!(data.is_job_completed());
    assert!(data.clone().into_job_created().is_none());
    let job = data.into_job_completed().ok_or("another event")?;
    assert!(matches!(job, JobCompleted::Failed(_)));
    Ok(())
}

fn times(event: &Event) -> Result<(), Box<dyn StdError>> {
    let at = DateTime::<Utc>::from(&event.occurred_at);
    assert_eq!(at, DateTime::<Utc>::from(event.occurred_at.clone()));
    let at: DateTime<Utc> = event.occurred_at.clone().into();
    let stamp: Timestamp = at.try_into()?;
    assert!(stamp.instant() <= event.occurred_at.instant());
    let mut times = [event.occurred_at.clone(), "2020-01-01T00:00:00+02:00".parse()?];
    times.sort_by_key(Timestamp::instant);
    assert_eq!(times[1], event.occurred_at);
    assert_eq!(event.occurred_at, "2024-01-01T12:03:10Z");
    println!("{}", event.occurred_at.unix_seconds());
    Ok(())
}

fn identifiers() -> Result<(), Box<dyn StdError>> {
    let id: Uuid = uuid::Uuid::from_u128(7).into();
    assert_eq!(id.to_string(), "00000000-0000-0000-0000-000000000007");
    let inner: uuid::Uuid = id.into();
    assert_eq!(inner.as_u128(), 7);
    let parsed: Uuid = "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da".parse()?;
    assert!(parsed == "2B1F0E63-2c4b-4c40-9cb1-5d1466e9f6da" && parsed != "2b1f" && parsed != inner);
    assert!(inner == uuid::Uuid::from_u128(7) && uuid::Uuid::from_u128(7) == id);
    let seen = HashSet::from([parsed]);
    assert!(seen.contains(&parsed));
    Ok(())
}

fn writing() -> Result<(), Box<dyn StdError>> {
    let event = Event::new(EventFields {
        event_id: uuid::Uuid::from_u128(1).into(),
        occurred_at: std::time::SystemTime::UNIX_EPOCH.try_into()?,
        org_id: "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21".parse()?,
        org_slug: "acme".parse()?,
        data: JobCreated::new(JobCreatedFields {
            job_id: uuid::Uuid::from_u128(2).into(),
            job_type: JobType::Http,
            target_url: "https://example.com".parse()?,
            created_at: "2024-01-01T12:03:10Z".parse()?,
        }),
    });
    let body = serde_json::to_vec(&event)?;
    assert_eq!(Event::<JobCreated>::from_slice(&body)?, event);
    let job = JobCompletedSucceeded::new(JobCompletedSucceededFields {
        job_id: event.data.job_id,
        artifact_count: U53::literal::<0>(),
        duration_ms: 250.try_into()?,
        completed_at: event.data.created_at.clone(),
    });
    assert!(serde_json::to_string(&job)?.contains(r#""status":"succeeded""#));
    let mut event = event.map_payload(Data::from);
    event.data = JobCompleted::from(job).into();
    assert_eq!(event.event_type(), "job.completed");
    assert_eq!(event.schema_ref(), Some("schemas/webhooks/v1/job.completed.json"));
    let sample = ArtifactReady::sample_event();
    assert_eq!(sample.event_type(), EventType::ArtifactReady);
    Ok(())
}

fn signatures() -> Result<(), Box<dyn StdError>> {
    let delivery = test_util::delivery(samples::JOB_CREATED_QUEUED)?;
    let (headers, body, secret) = (delivery.headers, delivery.body, test_util::SECRET);
    let event = signature::unwrap::<Event>(&headers, &body, secret)?;
    assert_eq!(event.event_type(), "job.created");
    let verifier = Verifier::new(secret)?;
    verifier.verify(&headers, &body)?;
    verifier.verify(headers.clone(), &body)?;
    let event: Event<JobCreated> = verifier.unwrap(headers.clone(), &body)?;
    assert_eq!(event.data, JobCreated::sample());
    assert_eq!(format!("{:?}", Verifier::new("").unwrap_err()), Verifier::new("").unwrap_err().to_string());
    match signature::unwrap::<Event>(headers, b"{}", secret) {
        Err(UnwrapError::Secret(error)) => panic!("the receiver is set up wrongly: {error}"),
        Err(UnwrapError::Signature(error)) => println!("answer 401: {error}"),
        Err(UnwrapError::Event(error)) => panic!("answer 400: {error}"),
        other => panic!("{other:?}"),
    }
    Ok(())
}

/// Counts artifacts, and events of unknown types.
#[derive(Default)]
struct Counter {
    artifacts: u32,
    others: Vec<String>,
}

impl Handler for Counter {
    type Output = ();

    fn other(&mut self, event: Event) {
        self.others.push(event.event_type().to_string());
    }

    fn artifact_ready(&mut self, event: Event<ArtifactReady>) {
        assert!(event.data.download_url.as_str().starts_with("https://"));
        self.artifacts += 1;
    }
}

fn handlers() {
    let mut counter = Counter::default();
    for (_, body) in samples::ALL {
        Event::from_slice(body.as_bytes()).unwrap().handle(&mut counter);
    }
    let unknown = samples::JOB_CREATED_QUEUED.replace("job.created", "job.cancelled");
    assert!(unknown.contains('\n'));
    let event = Event::from_slice(unknown.as_bytes()).unwrap();
    let line = serde_json::to_string(&event).unwrap();
    let lines = format!("{line}\n{line}\n");
    assert!(Event::from_lines(lines.as_bytes()).all(|again| again.unwrap() == Event::from_slice(line.as_bytes()).unwrap()));
    Event::from_slice(unknown.as_bytes()).unwrap().handle(&mut counter);
    assert!(counter.artifacts > 0);
    assert!(counter.others.iter().any(|event| event == "job.cancelled"));
}

fn errors() -> Result<(), Box<dyn StdError>> {
    let empty = Event::from_slice(b"").unwrap_err();
    assert!(empty.to_string().starts_with("the body is empty"), "{empty}");
    assert_eq!(format!("{empty:?}"), empty.to_string());
    let bad = samples::JOB_COMPLETED_SUCCEEDED.replace("1250", "-1");
    let error = Event::from_slice(bad.as_bytes()).unwrap_err();
    assert_eq!(error.path(), "data.duration_ms");
    assert_eq!(error.event_type(), Some("job.completed"));
    let wrapped: Box<dyn StdError + Send + Sync> = error.into();
    assert!(wrapped.to_string().contains("integer `-1`"));
    Ok(())
}

fn borrowing(body: &[u8]) -> Result<(), Error> {
    let event = EventRef::from_slice(body)?;
    assert_eq!(event.org_slug, "acme");
    let owned: Event = event.into_owned();
    let typed = EventRef::<JobCreatedRef<'_>>::from_slice(body)?;
    let kept: Event<JobCreated> = typed.into_owned();
    assert_eq!(kept.map_payload(Data::from), owned);
    if let Data::Unknown(UnknownEvent { event_type, .. }) = &owned.data {
        println!("not known to this version: {event_type}");
    }
    Ok(())
}

fn majors(body: &[u8]) -> Result<(), Error> {
    match AnyEvent::from_slice(body)? {
        AnyEvent::V1(event) => assert_eq!(event.event_type(), "artifact.ready"),
        other => println!("major version {}", other.major()),
    }
    Ok(())
}
