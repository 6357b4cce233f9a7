//! Strings for each format, accepted and rejected, near the limits of the format.

use fastrand::Rng;

use super::patterns::choose;

const UUIDS: &[&str] = &[
    "b3c0b88f-6d1e-4c55-9d0e-0a3f7f1d2c4b",
    "B3C0B88F-6D1E-4C55-9D0E-0A3F7F1D2C4B",
    "b3C0b88F-6d1E-4c55-9D0e-0a3f7f1D2C4b",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "018f4c2e-7a1b-7c3d-8e4f-5a6b7c8d9e0f",
    "b3c0b88f6d1e4c559d0e0a3f7f1d2c4b",
    "{b3c0b88f-6d1e-4c55-9d0e-0a3f7f1d2c4b}",
    "urn:uuid:b3c0b88f-6d1e-4c55-9d0e-0a3f7f1d2c4b",
    "b3c0b88f-6d1e-4c55-9d0e-0a3f7f1d2c4",
    "b3c0b88f-6d1e-4c55-9d0e-0a3f7f1d2c4bb",
    "b3c0b88f-6d1e-4c55-9d0e-0a3f7f1d2c4g",
    "b3c0b88f-6d1e4-c55-9d0e-0a3f7f1d2c4b",
    "b3c0b88f_6d1e_4c55_9d0e_0a3f7f1d2c4b",
    "b3c0b88f-6d1e-4c55-9d0e-0a3f7f1d2c4b ",
    "b3c0b88f-6d1e-4c55-9d0e-0a3f7f1d2c\u{e9}",
];

const TIMES: &[&str] = &[
    "2024-01-01T12:00:05Z",
    "2024-01-01t12:00:05z",
    "2024-01-01T12:00:05.1Z",
    "2024-01-01T12:00:05.123456789Z",
    "2024-01-01T12:00:05.12345678901234567890Z",
    "2024-01-01T12:00:05+00:00",
    "2024-01-01T12:00:05-00:00",
    "2024-01-01T12:00:05+23:59",
    "2024-01-01T12:00:05-23:59",
    "0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z",
    "2024-02-29T00:00:00Z",
    "2000-02-29T00:00:00Z",
    "1990-12-31T23:59:60Z",
    "1990-12-31T15:59:60-08:00",
    "1991-01-01T00:59:60+01:00",
    "1998-12-31T23:59:60.5Z",
    "2024-06-15T23:59:60Z",
    "0000-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59",
    "1990-12-31T23:58:60Z",
    "1990-12-31T12:00:60Z",
    "1990-12-31T23:59:60+01:00",
    "1990-12-31T23:59:61Z",
    "1900-02-29T00:00:00Z",
    "2023-02-29T00:00:00Z",
    "2024-02-30T00:00:00Z",
    "2024-04-31T00:00:00Z",
    "2024-13-01T00:00:00Z",
    "2024-00-01T00:00:00Z",
    "2024-01-00T00:00:00Z",
    "2024-01-32T00:00:00Z",
    "2024-01-01T24:00:00Z",
    "2024-01-01T00:60:00Z",
    "2024-01-01T00:00:00+24:00",
    "2024-01-01T00:00:00+00:60",
    "2024-01-01T00:00:00+0100",
    "2024-01-01T00:00:00+01",
    "2024-01-01T00:00:00",
    "2024-01-01T00:00Z",
    "2024-01-01 00:00:00Z",
    "2024-01-01",
    "2024-01-01T00:00:00.Z",
    "2024-01-01T00:00:00,5Z",
    "2024-1-1T0:0:0Z",
    "12024-01-01T00:00:00Z",
    "-2024-01-01T00:00:00Z",
    "+2024-01-01T00:00:00Z",
    "2024-01-01T00:00:00ZZ",
    "2024-01-01T00:00:00 Z",
    "20240101T000000Z",
    "2024-01-01T00:00:00\u{2212}01:00",
    "\u{ff12}024-01-01T00:00:00Z",
    "2024-01-01T00:00:00.\u{661}Z",
];

const URIS: &[&str] = &[
    "https://example.com",
    "http://example.com:80/a/b?c=d&e#f",
    "HTTPS://EXAMPLE.COM/",
    "urn:isbn:0451450523",
    "mailto:a@example.com",
    "tel:+1-816-555-1212",
    "file:///etc/hosts",
    "ftp://user:secret@example.com/",
    "http://[::1]:8080/",
    "http://[2001:db8::ff00:42:8329]/",
    "http://[v1.a:b]/",
    "http://192.0.2.1/",
    "http://example.com/%C3%A9?%20#%ff",
    "http://example.com//a///b",
    "http://",
    "http:",
    "a:",
    "a+b-c.1:x",
    "http://example.com:",
    "http://example.com:99999/",
    "x:/a?b?c/d",
    "http://a/'()*,;=!$&@:~._-",
    "",
    "example.com",
    "/a/b",
    "//example.com/a",
    "#f",
    "1http://example.com",
    "ht tp://example.com",
    "ht_tp://example.com",
    "://example.com",
    "http://example.com/a b",
    "http://example.com/\u{e9}",
    "http://\u{e9}xample.com/",
    "http://example.com/%",
    "http://example.com/%2",
    "http://example.com/%zz",
    "http://example.com/<>",
    "http://example.com/\"",
    "http://example.com/{a}",
    "http://example.com/a|b",
    "http://example.com/\\",
    "http://example.com/^`",
    "http://[::1",
    "http://::1]/",
    "http://[:::1]/",
    "http://[1:2:3:4:5:6:7:8:9]/",
    "http://[::ffff:192.0.2.256]/",
    "http://[fe80::1%25eth0]/",
    "http://example.com:a/",
    "http://a@b@c/",
    "http://example.com/#a#b",
    "http://example.com/[a]",
    "http://example.com/?[a]",
    " http://example.com",
    "http://example.com\n",
];

const DATES: &[&str] = &[
    "2024-01-01",
    "0000-01-01",
    "9999-12-31",
    "2024-02-29",
    "2000-02-29",
    "2024-04-30",
    "1900-02-29",
    "2023-02-29",
    "2100-02-29",
    "2024-02-30",
    "2024-04-31",
    "2024-06-31",
    "2024-09-31",
    "2024-11-31",
    "2024-12-32",
    "2024-13-01",
    "2024-00-01",
    "2024-01-00",
    "2024-1-1",
    "2024-01-1",
    "24-01-01",
    "12024-01-01",
    "-2024-01-01",
    "+2024-01-01",
    "20240101",
    "2024/01/01",
    "2024-001",
    "2024-W01-1",
    "2024-01",
    "2024-01-01Z",
    "2024-01-01T00:00:00Z",
    " 2024-01-01",
    "2024-01-01 ",
    "2024-01-01\n",
    "2024\u{2212}01\u{2212}01",
    "\u{ff12}024-01-01",
];

const ADDRESSES: &[&str] = &[
    "192.0.2.1",
    "0.0.0.0",
    "255.255.255.255",
    "1.20.103.249",
    "256.0.0.1",
    "1.2.3.260",
    "1.2.3.1000",
    "01.2.3.4",
    "1.2.3.04",
    "1.2.3.00",
    "1.2.3",
    "1.2.3.4.5",
    "1.2.3.",
    ".1.2.3",
    "1..2.3",
    "1.2.3.4.",
    "1.2.3.-4",
    "1.2.3.+4",
    "1.2.3.4/24",
    "1.2.3.4:80",
    "0x7f.0.0.1",
    "2130706433",
    "::1",
    "::ffff:192.0.2.1",
    " 1.2.3.4",
    "1.2.3.4 ",
    "1.2.3.4\n",
    "1.2.3.a",
    "1,2,3,4",
    "\u{661}.2.3.4",
];

/// Returns known strings for a format.
pub(crate) fn texts(format: &str) -> &'static [&'static str] {
    match format {
        "uuid" => UUIDS,
        "date-time" => TIMES,
        "date" => DATES,
        "ipv4" => ADDRESSES,
        "uri" => URIS,
        _ => &[],
    }
}

/// Returns a random string of a format. A few of them are rejected.
pub(crate) fn random(format: &str, rng: &mut Rng) -> Option<String> {
    match format {
        "uuid" => Some(random_uuid(rng)),
        "date-time" => Some(random_time(rng)),
        "date" => Some(random_time(rng).chars().take(10).collect()),
        "ipv4" => Some(random_address(rng)),
        "uri" => Some(random_uri(rng)),
        _ => None,
    }
}

fn random_uuid(rng: &mut Rng) -> String {
    let is_upper = rng.bool();
    let mut text = String::new();
    for (index, length) in [8, 4, 4, 4, 12].into_iter().enumerate() {
        if index > 0 {
            text.push('-');
        }
        for _ in 0..length {
            let digit = rng.digit(16);
            text.push(if is_upper {
                digit.to_ascii_uppercase()
            } else {
                digit
            });
        }
    }
    text
}

fn random_time(rng: &mut Rng) -> String {
    let year = rng.u16(..=9999);
    let month = rng.u8(1..=12);
    let last = if rng.u8(..8) == 0 { 31 } else { 28 };
    let day = rng.u8(1..=last);
    let is_leap = rng.u8(..6) == 0;
    let (hour, minute) = (rng.u8(..24), rng.u8(..60));
    let fraction = match rng.u8(..3) {
        0 => format!(
            ".{}",
            (0..rng.usize(1..12))
                .map(|_| rng.digit(10))
                .collect::<String>()
        ),
        _ => String::new(),
    };
    let offset = (rng.u8(..24), rng.u8(..60));
    let (hour, minute, second, zone) = match (is_leap, rng.bool()) {
        (false, true) => (hour, minute, rng.u8(..60), "Z".to_owned()),
        (false, false) => {
            let sign = if rng.bool() { '+' } else { '-' };
            let zone = format!("{sign}{:02}:{:02}", offset.0, offset.1);
            (hour, minute, rng.u8(..60), zone)
        }
        (true, true) => (23, 59, 60, "Z".to_owned()),
        (true, false) => {
            // The same second, with another offset.
            let minutes = 23 * 60 + 59 - i32::from(offset.0) * 60 - i32::from(offset.1);
            let minutes = minutes.rem_euclid(24 * 60);
            let (hour, minute) = ((minutes / 60) as u8, (minutes % 60) as u8);
            (
                hour,
                minute,
                60,
                format!("-{:02}:{:02}", offset.0, offset.1),
            )
        }
    };
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}{zone}")
}

fn random_address(rng: &mut Rng) -> String {
    let parts: [String; 4] = std::array::from_fn(|_| match rng.u8(..16) {
        0 => format!("0{}", rng.u8(..)),
        1 => rng.u16(250..=260).to_string(),
        _ => rng.u8(..).to_string(),
    });
    parts.join(".")
}

fn random_uri(rng: &mut Rng) -> String {
    const SCHEMES: &[&str] = &["https", "http", "urn", "a", "x-y.z+1", "FILE"];
    const HOSTS: &[&str] = &[
        "example.com",
        "",
        "192.0.2.1",
        "[::1]",
        "[1:2::7:8]",
        "u:p@h",
        "h:1",
    ];
    const PARTS: &[&str] = &["a", "%20", "~._-", "!$&'()*+,;=", ":@", "", "%C3%A9", "B9"];
    const ODD: &[&str] = &[" ", "%2", "\u{e9}", "[", "|", "\\"];
    let mut text = format!("{}:", choose(SCHEMES, rng).unwrap());
    if rng.u8(..4) > 0 {
        text = format!("{text}//{}", choose(HOSTS, rng).unwrap());
    }
    for separator in ["/", "/", "?", "#"] {
        if rng.bool() {
            text = format!("{text}{separator}{}", choose(PARTS, rng).unwrap());
        }
    }
    if rng.u8(..16) == 0 {
        text += choose(ODD, rng).unwrap();
    }
    text
}
