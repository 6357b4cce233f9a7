// Programs that must not compile, each with a part of the message that the compiler gives. A test builds each of them.

//# an_event_without_a_required_field: missing field `org_slug` in initializer of `EventFields<
use scrapenest_webhooks::v1::{Event, JobCreated, new::EventFields};

fn main() {
    Event::new(EventFields {
        event_id: scrapenest_webhooks::uuid::Uuid::nil().into(),
        occurred_at: std::time::SystemTime::UNIX_EPOCH.try_into().unwrap(),
        org_id: scrapenest_webhooks::uuid::Uuid::nil().into(),
        data: JobCreated::sample(),
    });
}

//# a_payload_without_a_required_field: missing field `created_at` in initializer of `JobCreatedFields`
use scrapenest_webhooks::v1::{JobCreated, JobType, new::JobCreatedFields};

fn main() {
    JobCreated::new(JobCreatedFields {
        job_id: scrapenest_webhooks::uuid::Uuid::nil().into(),
        job_type: JobType::Http,
        target_url: "https://example.com".parse().unwrap(),
    });
}

//# a_literal_out_of_bounds: the literal is not from MIN to MAX
fn main() {
    scrapenest_webhooks::U53::literal::<-1>();
}

//# a_sum_that_may_not_fit: not every integer in `u64` fits into `u32`
fn total(durations: &[scrapenest_webhooks::U53]) -> u32 {
    durations.iter().sum()
}

fn main() {
    println!("{}", total(&[]));
}

//# a_primitive_that_is_too_small: not every integer in `u64` fits into `u16`
fn main() {
    let short: u16 = scrapenest_webhooks::U53::literal::<1>().into();
    println!("{short}");
}

//# an_unknown_branch: named `Cancelled` found for enum
use scrapenest_webhooks::v1::{JobCompleted, JobCompletedFailed};

fn main() {
    let _ = JobCompleted::Cancelled(JobCompletedFailed::sample());
}

//# a_payload_that_is_none: the trait bound `String: KnownPayload` is not satisfied
use scrapenest_webhooks::v1::{Event, new::EventFields};

fn main() {
    Event::new(EventFields {
        event_id: scrapenest_webhooks::uuid::Uuid::nil().into(),
        occurred_at: std::time::SystemTime::UNIX_EPOCH.try_into().unwrap(),
        org_id: scrapenest_webhooks::uuid::Uuid::nil().into(),
        org_slug: "acme".parse().unwrap(),
        data: String::new(),
    });
}

//# a_value_that_was_not_checked: cannot initialize a tuple struct which contains private fields
fn main() {
    let _ = scrapenest_webhooks::v1::OrgSlug("Acme Inc".into());
}

//# a_struct_that_may_grow: cannot create non-exhaustive struct using struct expression
use scrapenest_webhooks::v1::JobCreated;

fn main() {
    let job = JobCreated::sample();
    let _ = JobCreated { job_type: "http".parse().unwrap(), ..job };
}

//# a_match_without_a_fallback: non-exhaustive patterns
use scrapenest_webhooks::v1::{Data, Event};

fn main() {
    match Event::sample().data {
        Data::JobCreated(_) | Data::JobCompleted(_) | Data::ArtifactReady(_) | Data::Unknown(_) => {}
    }
}

//# a_handler_without_a_fallback: missing: `other`
use scrapenest_webhooks::v1::{Event, Handler, JobCreated};

struct Printer;

impl Handler for Printer {
    type Output = ();

    fn job_created(&mut self, event: Event<JobCreated>) {
        println!("{}", event.event_id);
    }
}

fn main() {
    Event::sample().handle(&mut Printer);
}

//# timestamps_by_less_than: the trait `CompareByInstant` is not implemented
use scrapenest_webhooks::v1::Event;

fn main() {
    let (one, other) = (Event::sample(), Event::sample());
    assert!(one.occurred_at < other.occurred_at);
}

//# a_constant_that_is_set: has no field named `status`
use scrapenest_webhooks::{U53, v1::{JobCompletedSucceeded, new::JobCompletedSucceededFields}};

fn main() {
    JobCompletedSucceeded::new(JobCompletedSucceededFields {
        job_id: scrapenest_webhooks::uuid::Uuid::nil().into(),
        status: "failed".parse().unwrap(),
        artifact_count: U53::literal::<1>(),
        duration_ms: U53::literal::<1>(),
        completed_at: "2024-01-01T12:03:10Z".parse().unwrap(),
    });
}

//# a_string_for_a_checked_type: mismatched types
use scrapenest_webhooks::v1::Event;

fn main() {
    let mut event = Event::sample();
    event.org_slug = "Acme Inc";
}
