//! The scalar types accept exactly what the JSON Schema validator accepts.
//!
//! Each type is compared on a list of cases chosen by hand, then on strings made by damaging valid values at
//! random. The seed is fixed, so every run compares the same strings.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::cmp::Ordering;
use std::fmt::Debug;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use schema_runtime::{Integer, MAX_SAFE_INTEGER, Timestamp, Uri, Uuid, Violation};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

#[path = "scalars/differential.rs"]
mod differential;

use differential::*;

#[test]
fn uuid_agrees_with_the_validator() {
    let accepted = "
        550e8400-e29b-41d4-a716-446655440000 550E8400-E29B-41D4-A716-446655440000
        550e8400-E29b-41D4-a716-446655440000 99999999-9999-f999-f999-999999999999
        00000000-0000-0000-0000-000000000000 ffffffff-ffff-ffff-ffff-ffffffffffff
    ";
    let refused = "
        550e8400e29b41d4a716446655440000 {550e8400-e29b-41d4-a716-446655440000}
        urn:uuid:550e8400-e29b-41d4-a716-446655440000
        550e8400-e29b-41d4-a716-44665544000 550e8400-e29b-41d4-a716-4466554400000
        550e840-0e29b-41d4-a716-446655440000 550e8400-e29b-41d4-a71-6446655440000
        550e8400e29b-41d4-a716-4466-55440000 550e8400_e29b_41d4_a716_446655440000
        550e8400-e29b-41d4-a716-44665544000g +50e8400-e29b-41d4-a716-446655440000
        ------------------------------------ 550e8400-e29b-41d4-a716-4466554400
    ";
    let refused_with_odd_characters = [
        "",
        " 550e8400-e29b-41d4-a716-446655440000",
        "550e8400-e29b-41d4-a716-446655440000\n",
        "550e8400-e29b-41d4-a716-44665544000\0",
        "550e8400-e29b-41d4-a716-4466554400\u{660}",
        "550e8400-e29b-41d4-a716-4466554400é",
        "５50e8400-e29b-41d4-a716-4466554400",
    ];
    let alphabet = "- 0 9 a f A F g G / : @ ` { } é \u{660} ０ -- urn:uuid:";
    let differential = Differential::<Uuid>::new("uuid");
    differential.by_hand(accepted, refused, &refused_with_odd_characters);
    differential.at_random(alphabet, |random| {
        let hex = |random: &mut Random, length: usize| -> String {
            (0..length)
                .map(|_| random.pick(&['0', '1', '5', '9', 'a', 'c', 'f', 'A', 'D', 'F']))
                .collect()
        };
        [8, 4, 4, 4, 12].map(|length| hex(random, length)).join("-")
    });
}

#[test]
fn timestamp_agrees_with_the_validator() {
    let accepted = "
        2024-01-01T12:03:10Z 2024-01-01t12:03:10z 2024-02-29T23:59:59.0Z 2000-02-29T00:00:00Z
        0000-01-01T00:00:00Z 0000-02-29T00:00:00Z 9999-12-31T23:59:59Z
        2024-01-01T12:03:10.123456789012345678901234567890Z
        2024-01-01T12:03:10-00:00 2024-01-01T12:03:10+23:59 2024-01-01T12:03:10-23:59
        1990-12-31T23:59:60Z 1990-12-31T23:59:60.999Z 1990-06-15T23:59:60Z
        1990-12-31T15:59:60-08:00 1991-01-01T00:29:60+00:30
        1991-01-01T23:58:60+23:59 1990-12-31T00:00:60-23:59
    ";
    let refused = "
        2024-01-01T12:03:10 2024-01-01_12:03:10Z 2024-01-01T12:03Z T Z
        2024-01-01T 2024-1-1T12:03:10Z 20240101T120310Z 2024-01-01T12:03:10ZZ
        2024-01-01T12:03:10.Z 2024-01-01T12:03:10,5Z 2024-01-01T12:03:10.5.5Z
        2024-01-01T12:03:10Z+00:00 2024-01-01T12:03:10+0000 2024-01-01T12:03:10+00
        2024-01-01T12:03:10+24:00 2024-01-01T12:03:10+00:60 2024-01-01T12:03:10-00:000
        2024-01-01T24:00:00Z 2024-01-01T12:60:00Z 2024-01-01T12:03:61Z 2024-01-01T12:03:60Z
        1990-12-31T22:59:60Z 1990-12-31T23:58:60Z 1990-12-31T23:59:60+01:00
        1990-12-31T15:59:60+08:00 1990-12-31T23:59:60.Z
        2024-00-01T12:03:10Z 2024-13-01T12:03:10Z 2024-01-00T12:03:10Z 2024-01-32T12:03:10Z
        2024-04-31T12:03:10Z 2023-02-29T12:03:10Z 1900-02-29T12:03:10Z 2024-02-30T12:03:10Z
        +2024-01-01T12:03:10Z -024-01-01T12:03:10Z 12024-01-01T12:03:10Z
    ";
    let refused_with_odd_characters = [
        "",
        " 2024-01-01T12:03:10Z",
        "2024-01-01T12:03:10Z ",
        "2024-01-01 12:03:10Z",
        "2024-01-01T12:03:10\u{2212}08:00",
        "2024-01-01T12:03:1\u{663}Z",
        "2024-01-01T12:03:10.\u{663}Z",
        "２024-01-01T12:03:10Z",
        "2024-01-01T12:03:10Z\0",
    ];
    let alphabet =
        "0 1 2 3 5 6 9 - : T t Z z + . 60 59 23 24 29 00 , / \u{2212} \u{663} ２ +00:00 -23:59";
    let differential = Differential::<Timestamp>::new("date-time");
    differential.by_hand(accepted, refused, &refused_with_odd_characters);
    differential.at_random(alphabet, random_timestamp);
}

#[test]
fn uri_agrees_with_the_validator() {
    let accepted = "
        https://example.com/a%20b?page=2#top http: http:// http:///path http:/path a:b:c a:////
        A+b-c.9:x urn:isbn:0451450523 mailto:ada@example.com data:text/plain,%00%ff%FF
        http://:@: http://@ http://user:pa:ss@host:80/ http://host//double//
        http://host: http://host:99999999999999999999 http://256.1.1.1 http://%C3%A9.example
        http://a?b?c/d@e:f#g?h/i a:?#
        http://[::] http://[::1]:80/ http://u:p@[2001:db8::1]:/ http://[1::ABCD]?q
        http://[1:2:3:4:5:6:7:8] http://[1:2:3:4:5:6:7::] http://[::2:3:4:5:6:7:8]
        http://[1:2:3:4:5:6:1.2.3.4] http://[::ffff:255.255.255.255]
        http://[v1.a:b] http://[VfF.!$&'()*+,;=]#f
    ";
    let refused = "
        : //host/path /path path ?query #fragment a:## http://host#a#b
        1http://host +a:b ht_tp://host ht%74p://host :a %:a
        http://host/% http://host/%2 http://host/%2g http://host?%zz http://host#%zz
        http://%zz@host http://%zz http://host:%38 http://host:8a http://a:b:c http://a@b@c
        http://host/[ http://host?[] http://host#[ http://host/<> http://host/{} http://a|b
        http://a^b http://a`b http://a\\b http://a\"b
        http://[ http://] http://[] http://[::1 http://::1] http://[::1]a http://[::1]80
        http://[::1]] http://[::1]:80a http://a[::1] http://[::1]@host http://[u@::1]
        http://a@b@[::1] http://[:::] http://[:] http://[:1:2:3:4:5:6:7] http://[1:2:3:4:5:6:7]
        http://[1:2:3:4:5:6:7:8:9] http://[1::2::3] http://[1:2:3:4:5:6:7:8::]
        http://[1:2:3:4::5:6:7:8] http://[1:2:3:4:5:6:7:1.2.3.4] http://[1:2:3:4:5:6::1.2.3.4]
        http://[1.2.3.4] http://[::1.2.3] http://[::1.2.3.04] http://[::1.2.3.256]
        http://[::1.2.3.4:5] http://[::12345] http://[::g] http://[fe80::1%25eth0]
        http://[fe80::1%eth0] http://[%3A%3A1] http://[v.a] http://[v1.] http://[v1a]
        http://[vg.a] http://[v1.%41] http://[v1.a@b]
    ";
    let refused_with_odd_characters = [
        "",
        " http://host",
        "http://host ",
        "http://ho st",
        "http://é.example",
        "http://host/é",
        "http://host?é",
        "http://host#é",
        "http://host\0",
        "http://host\n",
        "http://host:\u{663}",
    ];
    let alphabet = "
        : / ? # [ ] @ % %4 %41 %zz // :: . - + _ ~ ! ' ( * , ; = a F g v 0 1 255 < \\ ^ | \" é
        １ [::1] 1.2.3.4
    ";
    let differential = Differential::<Uri>::new("uri");
    differential.by_hand(accepted, refused, &refused_with_odd_characters);
    differential.at_random(alphabet, random_uri);
}

#[test]
fn integer_agrees_with_the_validator() {
    integer_agrees_in_range::<0, MAX_SAFE_INTEGER>();
    integer_agrees_in_range::<{ -MAX_SAFE_INTEGER }, MAX_SAFE_INTEGER>();
    integer_agrees_in_range::<{ i64::MIN }, { i64::MAX }>();
    integer_agrees_in_range::<-300_000, 300_000>();
}

#[test]
fn integer_boundaries() {
    type Count = Integer<u64, 0, MAX_SAFE_INTEGER>;
    let read = |text: &str| serde_json::from_str::<Count>(text).map(i64::from).ok();

    assert_eq!(MAX_SAFE_INTEGER, (1 << 53) - 1);
    assert_eq!(read("9007199254740991"), Some(MAX_SAFE_INTEGER));
    assert_eq!(read("9007199254740991.0"), Some(MAX_SAFE_INTEGER));
    assert_eq!(read("9007199254740992"), None);
    assert_eq!(read("9007199254740993"), None);
    assert_eq!(read("3"), Some(3));
    assert_eq!(read("3.0"), Some(3));
    assert_eq!(read("3e2"), Some(300));
    assert_eq!(read("-0"), Some(0));
    assert_eq!(read("-0.0"), Some(0));
    // The number is first read as a double, by the validator as well.
    assert_eq!(read("0.99999999999999999999"), Some(1));
    assert_eq!(read("1e-400"), Some(0));
    assert_eq!(read("9007199254740991.4"), Some(MAX_SAFE_INTEGER));
    for refused in [
        "1.5", "-1", "1e-1", "1e300", "1e400", "\"3\"", "true", "null", "[3]", "{}",
    ] {
        assert_eq!(read(refused), None, "{refused}");
    }

    type Any = Integer<i64, { i64::MIN }, { i64::MAX }>;
    let read = |text: &str| serde_json::from_str::<Any>(text).map(Any::get).ok();
    assert_eq!(read("9007199254740993"), Some(9_007_199_254_740_993));
    assert_eq!(read("9223372036854775807"), Some(i64::MAX));
    assert_eq!(read("9223372036854775808"), None);
    assert_eq!(read("9223372036854775808.0"), None);
    assert_eq!(read("-9223372036854775808"), Some(i64::MIN));
    assert_eq!(read("-9223372036854775808.0"), Some(i64::MIN));
    assert_eq!(
        read("-9223372036854775809"),
        Some(i64::MIN),
        "rounded by `serde_json` itself"
    );
    assert_eq!(read("-9223372036854777000"), None);
}

/// `serde_json` reads numbers with a point exactly only with its feature `float_roundtrip`. In the workspace, the
/// validator enables that feature too. That the runtime does is tested by the program of
/// `agreement_fails_for_wrong_code`, which is built without the validator.
#[test]
fn integers_written_with_a_point_are_read_exactly() {
    type Count = Integer<u64, 0, MAX_SAFE_INTEGER>;
    for whole in (9_000_000_000_000_001..9_000_000_000_001_000).step_by(2) {
        for text in [format!("{whole}.0"), format!("{whole}0e-1")] {
            let read = serde_json::from_str::<Count>(&text).map(i64::from);
            assert_eq!(read.ok(), Some(whole), "{text}");
        }
    }
}

#[test]
fn integer_conversions() {
    type Byte = Integer<u8, 0, 255>;
    assert_eq!(Byte::try_from(255_i64).map(i64::from), Ok(255));
    assert_eq!(Byte::try_from(255_u64).map(Byte::get), Ok(255));
    assert_eq!(Byte::try_from(255_u32).map(Byte::get), Ok(255));
    assert_eq!(Byte::try_from(255_usize).map(Byte::get), Ok(255));
    assert_eq!(Byte::try_from(255).map(Byte::get), Ok(255));
    assert_eq!("255".parse().map(Byte::get), Ok(255));
    assert_eq!(Byte::new(7).unwrap().to_string(), "7");
    assert_eq!(serde_json::to_string(&Byte::new(7).unwrap()).unwrap(), "7");

    let expected = || Violation::new("an integer from 0 to 255");
    assert_eq!(Byte::try_from(-1_i8), Err(expected().found(-1)));
    assert_eq!(Byte::try_from(256_i64), Err(expected().found(256)));
    assert_eq!(Byte::try_from(u64::MAX), Err(expected().found(u64::MAX)));
    assert_eq!(Byte::try_from(256_u32), Err(expected().found(256)));
    assert_eq!(
        Byte::try_from(usize::MAX),
        Err(expected().found(usize::MAX))
    );
    assert_eq!(Byte::try_from(-1), Err(expected().found(-1)));
    assert_eq!("256".parse::<Byte>(), Err(expected().found_text("256")));
    assert_eq!("7.0".parse::<Byte>(), Err(expected().found_text("7.0")));

    type Empty = Integer<u8, 1, 0>;
    assert!(Empty::new(0).is_err() && Empty::new(1).is_err());

    let wide = serde::de::value::I128Deserializer::<serde::de::value::Error>::new;
    assert_eq!(Byte::deserialize(wide(7)).map(Byte::get), Ok(7));
    assert_eq!(
        Byte::deserialize(wide(i128::MAX)).unwrap_err().to_string(),
        format!(
            "invalid value: integer `{}`, expected an integer from 0 to 255",
            i128::MAX
        ),
    );
    for float in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let float = serde::de::value::F64Deserializer::<serde::de::value::Error>::new(float);
        assert!(Byte::deserialize(float).is_err());
    }
}

/// Such an enum is read from a buffer, which is stricter than `serde_json` about hints.
#[test]
fn scalars_in_an_internally_tagged_enum() {
    #[derive(Deserialize)]
    #[serde(tag = "type")]
    enum Event {
        Scraped {
            id: Uuid,
            at: Timestamp,
            url: Uri,
            status: Integer<u16, 100, 599>,
        },
    }

    let text = r#"{
        "id": "550e8400-e29b-41d4-a716-446655440000",
        "at": "2024-01-01T12:03:10Z",
        "url": "https://example.com/",
        "status": 2.0e2,
        "type": "Scraped"
    }"#;
    let Event::Scraped {
        id,
        at,
        url,
        status,
    } = serde_json::from_str(text).unwrap();
    assert_eq!(id.as_uuid().get_version_num(), 4);
    assert_eq!(at.unix_seconds(), 1_704_110_590);
    assert_eq!(url.as_str(), "https://example.com/");
    assert_eq!(status.get(), 200);
}

#[test]
fn refusals_name_the_value_and_what_is_expected() {
    fn error<T: DeserializeOwned + Debug>(value: Value) -> String {
        serde_json::from_value::<T>(value).unwrap_err().to_string()
    }
    assert_eq!(
        error::<Uuid>(json!("x")),
        "invalid value: string \"x\", \
         expected a UUID such as `550e8400-e29b-41d4-a716-446655440000`",
    );
    assert_eq!(
        error::<Timestamp>(json!("x")),
        "invalid value: string \"x\", \
         expected an RFC 3339 date-time such as `2024-01-01T12:03:10Z`",
    );
    assert_eq!(
        error::<Uri>(json!("x")),
        "invalid value: string \"x\", \
         expected an RFC 3986 URI with a scheme, such as `https://example.com/path`",
    );
    assert_eq!(
        error::<Uri>(json!(3)),
        "invalid type: integer `3`, \
         expected an RFC 3986 URI with a scheme, such as `https://example.com/path`",
    );
    assert_eq!(
        error::<Integer<u64, 0, MAX_SAFE_INTEGER>>(json!(-1)),
        "invalid value: integer `-1`, expected an integer from 0 to 9007199254740991",
    );
    assert_eq!(
        error::<Integer<u8, 0, 9>>(json!(1.5)),
        "invalid value: floating point `1.5`, expected an integer from 0 to 9",
    );
    assert_eq!(
        error::<Integer<u8, 0, 9>>(json!("3")),
        "invalid type: string \"3\", expected an integer from 0 to 9",
    );
}

#[test]
fn uuid_ignores_letter_case_and_text_types_do_not() {
    let upper: Uuid = "550E8400-E29B-41D4-A716-446655440000".parse().unwrap();
    let lower: Uuid = "550e8400-e29b-41d4-a716-446655440000".parse().unwrap();
    assert_eq!(upper, lower);
    assert_eq!(
        serde_json::to_value(upper).unwrap(),
        json!(lower.to_string())
    );

    let upper: Timestamp = "2024-01-01T00:00:00Z".parse().unwrap();
    let lower: Timestamp = "2024-01-01t00:00:00z".parse().unwrap();
    assert_ne!(upper, lower);
    assert_eq!(upper.cmp_instant(&lower), Ordering::Equal);

    let upper: Uri = "HTTP://a".parse().unwrap();
    let lower: Uri = "http://a".parse().unwrap();
    assert_ne!(upper, lower);
}

#[test]
fn owned_text_is_kept_without_a_copy() {
    #[track_caller]
    fn address_is_kept<T>(text: &str, as_str: impl Fn(&T) -> &str)
    where
        T: TryFrom<String, Error = Violation> + DeserializeOwned,
    {
        let owned = text.to_owned();
        let address = owned.as_ptr();
        let value = T::try_from(owned).unwrap();
        assert_eq!(as_str(&value).as_ptr(), address);

        let owned = text.to_owned();
        let address = owned.as_ptr();
        let value: T = serde_json::from_value(Value::String(owned)).unwrap();
        assert_eq!(as_str(&value).as_ptr(), address);
    }
    // A short timestamp is stored inline.
    let long = format!("2024-01-01T12:03:10.{}Z", "0".repeat(40));
    address_is_kept(&long, Timestamp::as_str);
    address_is_kept("https://example.com/", Uri::as_str);
}

#[test]
fn timestamp_instants() {
    let instants = [
        ("0000-01-01T00:00:00+23:59", -62_167_305_540, 0),
        ("0000-01-01T00:00:00Z", -62_167_219_200, 0),
        ("1969-12-31T23:59:59.5Z", -1, 500_000_000),
        ("1970-01-01T00:00:00Z", 0, 0),
        ("1969-12-31T16:00:00.000000001-08:00", 0, 1),
        ("2000-02-29T23:59:59.1234567899Z", 951_868_799, 123_456_789),
        ("2000-03-01T00:00:00Z", 951_868_800, 0),
        ("2016-12-31T23:59:59.999999998Z", 1_483_228_799, 999_999_998),
        ("2016-12-31T23:59:60Z", 1_483_228_799, 999_999_999),
        ("2016-12-31T15:59:60.5-08:00", 1_483_228_799, 999_999_999),
        ("2017-01-01T00:00:00Z", 1_483_228_800, 0),
        (
            "9999-12-31T23:59:59.999999999Z",
            253_402_300_799,
            999_999_999,
        ),
        ("9999-12-31T23:59:59-23:59", 253_402_387_139, 0),
    ];
    let mut earlier: Option<Timestamp> = None;
    for (text, seconds, nanos) in instants {
        let at: Timestamp = text.parse().unwrap();
        assert_eq!(
            (at.unix_seconds(), at.subsec_nanos()),
            (seconds, nanos),
            "{text}"
        );
        if let Some(earlier) = earlier {
            assert_ne!(earlier.cmp_instant(&at), Ordering::Greater, "{text}");
        }
        earlier = Some(at);
    }
}

/// Two full cycles of the calendar, counted one day at a time.
#[test]
fn timestamp_counts_every_day() {
    let mut seconds: i64 = -11_676_096_000;
    for year in 1600..2400 {
        let is_leap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0;
        let february = if is_leap { 29 } else { 28 };
        let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        for (month, length) in (1..).zip(lengths) {
            for day in 1..=length {
                let text = format!("{year}-{month:02}-{day:02}T00:00:00Z");
                let parsed: Timestamp = text.parse().unwrap();
                let stamped = Timestamp::try_from(system_time(seconds, 0)).unwrap();
                assert_eq!(parsed.unix_seconds(), seconds, "{text}");
                assert_eq!(stamped.as_str(), text);
                seconds += 86_400;
            }
        }
    }
}

#[test]
fn timestamp_from_system_time() {
    let stamp = |seconds, nanos| {
        Timestamp::try_from(system_time(seconds, nanos)).map(|at| {
            let again: Timestamp = at.as_str().parse().unwrap();
            assert_eq!(at.cmp_instant(&again), Ordering::Equal);
            assert_eq!((at.unix_seconds(), at.subsec_nanos()), (seconds, nanos));
            at.to_string()
        })
    };
    let refused = Err(Violation::new("a time in the years 0000 to 9999"));
    assert_eq!(stamp(0, 0).as_deref(), Ok("1970-01-01T00:00:00Z"));
    assert_eq!(stamp(0, 1).as_deref(), Ok("1970-01-01T00:00:00.000000001Z"));
    assert_eq!(stamp(-1, 0).as_deref(), Ok("1969-12-31T23:59:59Z"));
    assert_eq!(
        stamp(-1, 999_999_999).as_deref(),
        Ok("1969-12-31T23:59:59.999999999Z")
    );
    assert_eq!(
        stamp(1_704_110_590, 0).as_deref(),
        Ok("2024-01-01T12:03:10Z")
    );
    assert_eq!(
        stamp(-62_167_219_200, 0).as_deref(),
        Ok("0000-01-01T00:00:00Z")
    );
    assert_eq!(stamp(-62_167_219_201, 999_999_999), refused);
    assert_eq!(
        stamp(253_402_300_799, 999_999_999).as_deref(),
        Ok("9999-12-31T23:59:59.999999999Z"),
    );
    assert_eq!(stamp(253_402_300_800, 0), refused);
}

fn system_time(seconds: i64, nanos: u32) -> SystemTime {
    let whole = Duration::from_secs(seconds.unsigned_abs());
    let start = if seconds < 0 {
        UNIX_EPOCH - whole
    } else {
        UNIX_EPOCH + whole
    };
    start + Duration::from_nanos(nanos.into())
}
