use schema_runtime::Uri;
use url::Url;

#[track_caller]
fn url(text: &str) -> Result<Url, url::ParseError> {
    Url::try_from(&text.parse::<Uri>().unwrap())
}

#[test]
fn what_both_know_alike_stays_as_it_is() {
    for text in [
        "https://example.com/a%20B%2f?Page=2#Top",
        "http://user:word@example.com:8080/",
        "http://[::1]/",
        "mailto:ada@example.com",
        "urn:isbn:0451450523",
        "data:text/plain,hello",
    ] {
        let url = url(text).unwrap();
        assert_eq!(url.as_str(), text);
        assert_eq!(Uri::try_from(url).unwrap().as_str(), text);
    }
}

#[test]
fn what_is_rewritten_is_a_uri_again() {
    for (text, rewritten) in [
        ("HTTPS://Example.COM", "https://example.com/"),
        ("https://example.com:443/", "https://example.com/"),
        ("https://example.com/a/../b/.", "https://example.com/b/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://ex%61mple.com/", "http://example.com/"),
        ("http:example.com", "http://example.com/"),
        ("http://[0:0:0:0:0:0:0:1]/", "http://[::1]/"),
    ] {
        let url = url(text).unwrap();
        assert_eq!(url.as_str(), rewritten);
        assert_eq!(Uri::try_from(url).unwrap().as_str(), rewritten);
    }
}

#[test]
fn what_no_browser_opens_is_refused() {
    for text in [
        "http:",
        "https://",
        "http://example.com:65536/",
        "http://[v1.future]/",
        "http://a%20b/",
        "http://256.256.256.256/",
    ] {
        assert!(url(text).is_err(), "{text}");
    }
}

#[test]
fn a_url_that_is_no_uri_is_refused() {
    for text in [
        "https://example.com/?a=|",
        "https://example.com/?a=[1]",
        "https://example.com/100%",
        "https://example.com/a^b",
    ] {
        let url = Url::parse(text).unwrap();
        assert_eq!(url.as_str(), text);
        assert!(Uri::try_from(url).is_err(), "{text}");
    }
    let url = Url::parse("https://exämple.com/ä b").unwrap();
    let uri = Uri::try_from(url).unwrap();
    assert_eq!(uri.as_str(), "https://xn--exmple-cua.com/%C3%A4%20b");
}
