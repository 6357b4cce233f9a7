//! Facts about the strings of formats.

use jsonschema::Draft as Dialect;
use schema_registry::keywords::{FORMATS, format_since};

/// Reports whether a draft defines a format, so that readers of that draft may assert it.
pub(crate) fn is_defined(dialect: Dialect, format: &str) -> bool {
    format_since(format).is_some_and(|first| dialect >= first)
}

/// Returns the formats that only later drafts define. The validator asserts some of them nevertheless.
pub(crate) fn undefined(dialect: Dialect) -> impl Iterator<Item = &'static str> {
    let later = FORMATS.iter().filter(move |(_, first)| dialect < *first);
    later.map(|(name, _)| *name)
}

/// Returns a name for a format, which is the same for formats with the same check.
pub(crate) fn name(dialect: Dialect, format: &str) -> &str {
    match format {
        // Later drafts use RFC 5891.
        "hostname" if dialect <= Dialect::Draft6 => OLD_HOSTNAME,
        format => format,
    }
}

const OLD_HOSTNAME: &str = "hostname of RFC 1034";

/// Formats, each with another format that has all of its strings. Pairs that the patterns prove are not listed.
///
/// An `idn-hostname` is a `hostname` or an internationalized name. The validator rejects some names in ASCII whose
/// decoded form has another encoding.
const WITHIN: [(&str, &str); 6] = [
    ("email", "idn-email"),
    ("hostname", "idn-hostname"),
    ("iri", "iri-reference"),
    ("uri", "iri"),
    ("uri-reference", "iri-reference"),
    ("uri", "uri-reference"),
];

/// Reports whether all strings of a format are known to be strings of another one.
pub(crate) fn is_within(narrow: &str, wide: &str) -> bool {
    let next = || WITHIN.iter().filter(|(from, _)| *from == narrow);
    narrow == wide || next().any(|(_, to)| is_within(to, wide))
}

/// Facts about the strings of a format, as patterns.
#[derive(Debug, Default)]
pub(crate) struct FormatFacts {
    /// A pattern that all strings of the format match.
    pub(crate) all: Option<String>,
    /// The maximum number of characters of the format's strings.
    pub(crate) longest: Option<u64>,
    /// A pattern that only strings of the format match, among strings that are not longer than the number.
    pub(crate) only: Option<(String, Option<u64>)>,
}

impl FormatFacts {
    /// Returns the facts about a format whose strings are exactly those that a pattern matches.
    fn exact(pattern: String) -> Self {
        Self {
            all: Some(pattern.clone()),
            longest: None,
            only: Some((pattern, None)),
        }
    }
}

const OCTET: &str = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

/// The maximum length of a label of a host name. A name that is not longer satisfies all rules about lengths.
const LONGEST_LABEL: u64 = 63;

/// Returns the facts that are known about a format.
pub(crate) fn facts(format: &str) -> FormatFacts {
    match format {
        "date" => FormatFacts::exact(format!("^{}$", date())),
        "time" => FormatFacts {
            all: Some(format!("^{}$", time("([0-5][0-9]|60)"))),
            only: Some((format!("^{}$", time("[0-5][0-9]")), None)),
            ..FormatFacts::default()
        },
        "date-time" => FormatFacts {
            all: Some(format!("^{}[Tt]{}$", date(), time("([0-5][0-9]|60)"))),
            only: Some((format!("^{}[Tt]{}$", date(), time("[0-5][0-9]")), None)),
            ..FormatFacts::default()
        },
        "duration" => FormatFacts::exact(duration()),
        "uuid" => FormatFacts::exact("^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$".into()),
        "ipv4" => FormatFacts::exact(format!(r"^{OCTET}(\.{OCTET}){{3}}$")),
        "ipv6" => FormatFacts::exact(format!("^({})$", ipv6())),
        "json-pointer" => FormatFacts::exact("^(/([^~/]|~[01])*)*$".into()),
        "relative-json-pointer" => {
            FormatFacts::exact("^(0|[1-9][0-9]*)(#|(/([^~/]|~[01])*)*)$".into())
        }
        "hostname" | OLD_HOSTNAME => {
            let label = "[0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?";
            let short = match format {
                OLD_HOSTNAME => "[0-9A-Za-z]([0-9A-Za-z-]*[0-9A-Za-z])?",
                // Two hyphens in a row may start an encoded label.
                _ => "[0-9A-Za-z]+(-[0-9A-Za-z]+)*",
            };
            FormatFacts {
                all: Some(format!(r"^{label}(\.{label})*$")),
                longest: Some(253),
                only: Some((format!(r"^{short}(\.{short})*$"), Some(LONGEST_LABEL))),
            }
        }
        "email" | "idn-email" => {
            let all = match format {
                "email" => r"^[\x00-\x7f]+@([0-9A-Za-z.-]+|\[[\x00-\x7f]*\])$",
                _ => r"^[^@][\s\S]*@[\s\S]+$",
            };
            let (atom, label) = ("[0-9A-Za-z_+-]+", "[0-9A-Za-z]+(-[0-9A-Za-z]+)*");
            let only = format!(r"^{atom}(\.{atom})*@{label}(\.{label})*$");
            FormatFacts {
                all: Some(all.into()),
                // The part before the `@` has at most 64 octets, and the part after it 255.
                longest: Some(320),
                only: Some((only, Some(LONGEST_LABEL))),
            }
        }
        "uri" => FormatFacts {
            all: Some(format!("^[A-Za-z][0-9A-Za-z+.-]*:{URI_CHARACTER}*$")),
            only: Some((format!("^{}$", uri()), None)),
            ..FormatFacts::default()
        },
        "uri-reference" => FormatFacts {
            all: Some(format!("^{URI_CHARACTER}*$")),
            only: Some((uri_reference(), None)),
            ..FormatFacts::default()
        },
        "iri" => FormatFacts {
            all: Some("^[A-Za-z][0-9A-Za-z+.-]*:".into()),
            ..FormatFacts::default()
        },
        "uri-template" => FormatFacts {
            only: Some((
                r#"^([^\x00- "<>%\\^`{|}\x7f]|%[0-9A-Fa-f]{2})*$"#.into(),
                None,
            )),
            ..FormatFacts::default()
        },
        _ => FormatFacts::default(),
    }
}

/// Returns the pattern of dates, with leap years.
fn date() -> String {
    let leap = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)";
    let to_28 = "(0[1-9]|1[0-9]|2[0-8])";
    let days = format!("(0[1-9]|1[0-2])-{to_28}|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31");
    format!("([0-9]{{4}}-({days})|{leap}-02-29)")
}

fn time(second: &str) -> String {
    let (hour, minute) = ("([01][0-9]|2[0-3])", "[0-5][0-9]");
    format!(r"{hour}:{minute}:{second}(\.[0-9]+)?([Zz]|[+-]{hour}:{minute})")
}

/// Returns the pattern of durations: units in order, without gaps between them, or weeks alone.
fn duration() -> String {
    let units = |first: char, second: char, third: char| {
        let (first, second, third) = (
            format!("[0-9]+{first}"),
            format!("[0-9]+{second}"),
            format!("[0-9]+{third}"),
        );
        format!("({first}({second}({third})?)?|{second}({third})?|{third})")
    };
    let (date, time) = (units('Y', 'M', 'D'), units('H', 'M', 'S'));
    format!("^P([0-9]+W|{date}(T{time})?|T{time})$")
}

/// Returns the pattern of IPv6 addresses: eight groups, the last two of which may be an IPv4 address; `::` may replace
/// one or more groups.
fn ipv6() -> String {
    let (group, ipv4) = ("[0-9A-Fa-f]{1,4}", format!(r"{OCTET}(\.{OCTET}){{3}}"));
    let mut ways = vec![format!("({group}:){{7}}{group}|({group}:){{6}}{ipv4}")];
    for before in 0..8 {
        let head = match before {
            0 => String::new(),
            _ => format!("{group}(:{group}){{{}}}", before - 1),
        };
        let after = 7 - before;
        let mut tails = vec![String::new()];
        if after > 0 {
            tails.push(format!("{group}(:{group}){{0,{}}}", after - 1));
        }
        if after > 1 {
            tails.push(format!("({group}:){{0,{}}}{ipv4}", after - 2));
        }
        ways.push(format!("{head}::({})", tails.join("|")));
    }
    ways.join("|")
}

const URI_CHARACTER: &str = r"([0-9A-Za-z._~:/?#@!$&'()*+,;=\[\]-]|%[0-9A-Fa-f]{2})";

/// The pattern of a character of a path segment.
const SEGMENT: &str = "([0-9A-Za-z._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})";

/// Returns the pattern of the parts that can follow a path.
fn query_and_fragment() -> String {
    let character = format!("({SEGMENT}|[/?])");
    format!(r"(\?{character}*)?(#{character}*)?")
}

/// Returns the pattern of the usual URIs: with a host, or with only a path.
fn uri() -> String {
    let end = query_and_fragment();
    let with_host = format!("//[0-9A-Za-z.-]+(:[0-9]{{1,4}})?(/{SEGMENT}*)*");
    let path = format!("{SEGMENT}+(/{SEGMENT}*)*");
    format!("[A-Za-z][0-9A-Za-z+.-]*:({with_host}|{path}){end}")
}

/// Returns the pattern of the usual references: URIs, and paths whose first segment has no colon.
fn uri_reference() -> String {
    let first = "([0-9A-Za-z._~!$&'()*+,;=@-]|%[0-9A-Fa-f]{2})";
    let path = format!("(/?{first}+(/{SEGMENT}*)*|/)?");
    format!("^({}|{path}{})$", uri(), query_and_fragment())
}

/// Strings of some formats, and of none, to try if a format is required or forbidden. Those that every validator
/// accepts come first.
pub(crate) const SAMPLES: [&str; 27] = [
    "",
    "a",
    "0",
    "2020-01-01",
    "2020-01-01T00:00:00Z",
    "2020-01-01T00:00:00.5Z",
    "2020-01-01T00:00:00+01:00",
    "0000-00-00",
    "0000-00-00T00:00:00Z",
    "12:00:00Z",
    "P1D",
    "user@example.com",
    "example.com",
    "127.0.0.1",
    "::1",
    "https://example.com/",
    "https://example.com/a?b=c#d",
    "/a",
    "(",
    "{",
    "00000000-0000-4000-8000-000000000000",
    "1",
    "é@example.com",
    "é.example.com",
    "https://example.com/é",
    "a b",
    "\"a b\"@example.com",
];

/// Reports whether a string is one of [`SAMPLES`]. Its parts may be strings that only some validators accept.
pub(crate) fn is_sample(text: &str) -> bool {
    SAMPLES.contains(&text)
}

/// Returns strings of some formats that have at least `length` characters.
pub(crate) fn stretched(length: usize) -> impl Iterator<Item = String> {
    let letters = "a".repeat(length);
    let digits = "0".repeat(length);
    let labels = "aaaaaaaaa.".repeat(length / 10 + 1);
    [
        format!("user@{labels}example.com"),
        format!("{labels}example.com"),
        format!("2020-01-01T00:00:00.{digits}Z"),
        format!("12:00:00.{digits}Z"),
        format!("https://example.com/{letters}"),
        format!("/{letters}"),
        format!("P1{digits}D"),
        digits,
        letters,
    ]
    .into_iter()
}

#[cfg(test)]
mod tests;
