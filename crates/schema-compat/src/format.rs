//! What is known of the strings of a format, as patterns.

/// A pattern that every string of a format matches, as the validator checks it, and whether every
/// string that matches is of the format.
pub(crate) struct Fact {
    pub(crate) pattern: &'static str,
    pub(crate) is_exact: bool,
}

/// What is known of a format.
pub(crate) fn fact(format: &str) -> Option<Fact> {
    let (pattern, is_exact) = match format {
        "date" => (r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", false),
        "time" => (
            r"^[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$",
            false,
        ),
        "date-time" => (
            r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$",
            false,
        ),
        "uuid" => (
            r"^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$",
            true,
        ),
        "ipv4" => (
            r"^(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}$",
            true,
        ),
        "ipv6" => (r"^[0-9A-Fa-f:.]{2,45}$", false),
        "hostname" => (r"^[0-9A-Za-z.-]{1,255}$", false),
        _ => return None,
    };
    Some(Fact { pattern, is_exact })
}

/// Strings of some formats, and of none: to try where a format is asked for or barred.
pub(crate) const SAMPLES: [&str; 25] = [
    "",
    "a",
    "0",
    "2020-01-01",
    "2020-01-01T00:00:00Z",
    "2020-01-01T00:00:00.5Z",
    "2020-01-01T00:00:00+01:00",
    "0000-00-00",
    "0000-00-00T00:00:00Z",
    "00:00:00Z",
    "P1D",
    "a@b.co",
    "example.com",
    "127.0.0.1",
    "::1",
    "http://example.com",
    "https://example.com/a?b=c#d",
    "/a",
    "(",
    "{",
    "00000000-0000-4000-8000-000000000000",
    "1",
    "YQ==",
    "é@é.co",
    "a b",
];

/// Strings of some formats that have at least so many characters.
pub(crate) fn stretched(length: usize) -> impl Iterator<Item = String> {
    let letters = "a".repeat(length);
    let digits = "0".repeat(length);
    [
        format!("{letters} <a@b.co>"),
        format!("2020-01-01T00:00:00.{digits}Z"),
        format!("00:00:00.{digits}Z"),
        format!("http://example.com/{letters}"),
        format!("/{letters}"),
        format!("P1{digits}D"),
        digits,
        letters,
    ]
    .into_iter()
}
