//! Publications can be signed, and every change of a signed one is noticed.

use super::{
    publish::{SITE, files, publish, release_more, verify},
    release::released,
};

/// A key without a password, made for these tests alone.
pub(super) const SECRET: &str = include_str!("signature/test.key");
pub(super) const PUBLIC: &str = include_str!("signature/test.pub");

#[test]
fn a_signature_is_made_and_verified() {
    let repository = released();
    repository.write("secret.key", SECRET);
    let signed = ["publish", "--to", SITE, "--key", "secret.key"];
    repository.run(signed).exits(0).says("; signed");
    let before = files(&repository);
    repository.run(signed).exits(0).says("0 new, 0 changed");
    assert_eq!(files(&repository), before, "a signature that is good stays");
    // The key can come from the environment.
    let outcome = repository
        .tool(["publish", "--to", "other"])
        .env("SCHEMA_SIGNING_KEY", SECRET)
        .run();
    outcome.exits(0).says("; signed");
    let key = PUBLIC.lines().nth(1).unwrap();
    repository.run(["verify", "other", "--key", key]).exits(0);
    repository.run(["verify", SITE, "--key", key]).exits(0);
    repository.write("publisher.pub", PUBLIC);
    repository
        .run(["verify", SITE, "--key", "publisher.pub"])
        .exits(0);
    verify(&repository)
        .exits(0)
        .says("note: it is signed; pass the public key");
    // Its form is that of `publish`, so that none of its bits can be changed.
    let signature = repository.read("site/manifest.json.minisig");
    let (_, rest) = signature.split_once('\n').unwrap();
    let other = format!("untrusted comment: signature from minisign secret key\n{rest}");
    repository.write("site/manifest.json.minisig", other);
    repository
        .run(["verify", SITE, "--key", key])
        .exits(1)
        .says("its first line is not `untrusted comment: signature of what is published`");
    repository.write("site/manifest.json.minisig", signature);
    let another = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
    repository
        .run(["verify", SITE, "--key", another])
        .exits(1)
        .says("it does not verify this manifest by the key");
    // A valid signature stays, and a signed publication is not replaced by an unsigned one.
    publish(&repository)
        .exits(0)
        .says("; signed earlier; the signature was not verified");
    release_more(&repository);
    publish(&repository)
        .exits(1)
        .says("the published files are signed, and these would not be; pass `--key`");
}

/// `minisign -G -W` writes keys that the library rejects.
#[test]
fn a_key_of_the_program_signs() {
    let repository = released();
    repository.write("secret.key", include_str!("signature/without_checksum.key"));
    repository
        .run(["publish", "--to", SITE, "--key", "secret.key"])
        .exits(0)
        .says("; signed");
    let public = include_str!("signature/without_checksum.pub");
    let key = public.lines().nth(1).unwrap();
    repository.run(["verify", SITE, "--key", key]).exits(0);
    // Half of the secret is changed.
    let damaged = include_str!("signature/without_checksum.key").replace("GlwCgKrcN", "GlwCgKrdN");
    repository.write("secret.key", damaged);
    repository
        .run(["publish", "--to", "other", "--key", "secret.key"])
        .exits(2);
}

/// An existing checksum has to be right.
#[test]
fn a_key_with_a_wrong_checksum_is_rejected() {
    let repository = released();
    let key = include_str!("signature/without_checksum.key").trim_end();
    let damaged = key.strip_suffix("AAA=").unwrap().to_owned() + "AAc=";
    repository.write("secret.key", damaged);
    repository
        .run(["publish", "--to", SITE, "--key", "secret.key"])
        .exits(2)
        .complains("cannot use the secret key");
    assert!(!repository.at(SITE).exists());
}

/// The text of a signature has one valid form, since anyone could write it in another way.
#[test]
fn a_signature_has_one_form_only() {
    let repository = released();
    repository.write("secret.key", SECRET);
    let signed = ["publish", "--to", SITE, "--key", "secret.key"];
    repository.run(signed).exits(0);
    let key = PUBLIC.lines().nth(1).unwrap();
    let path = "site/manifest.json.minisig";
    let own = repository.read(path);
    let lines: Vec<&str> = own.lines().collect();
    // The algorithm comes first, then the number of the key.
    let legacy = lines[1].replacen("RU", "RW", 1);
    let (begin, rest) = lines[1].split_at(5);
    let other = if rest.starts_with('A') { "B" } else { "A" };
    let id = format!("{begin}{other}{}", rest.split_at(1).1);
    for (text, says) in [
        (String::new(), "it cannot be read: "),
        (
            own.replace('\n', "\r\n"),
            "it is not in the form that `publish --key` writes",
        ),
        (
            format!("{own}and more\n"),
            "it is not in the form that `publish --key` writes",
        ),
        (
            format!("{own}\n"),
            "it is not in the form that `publish --key` writes",
        ),
        (
            own.trim_end().to_owned(),
            "it is not in the form that `publish --key` writes",
        ),
        (
            own.replace("publication of", " publication of"),
            "it is not in the form that `publish --key` writes",
        ),
        (lines[..2].join("\n"), "it cannot be read: "),
        (own.replace("signed on 2", "signed on 3"), ""),
        (own.replace("of https://", "of http://"), ""),
        (
            own.replace("publication of", "contents of"),
            "it was made for something else",
        ),
        (own.replace("untrusted", "trusted"), "it cannot be read: "),
        (own.replace(lines[1], &id), ""),
        (own.replace(lines[1], &legacy), ""),
    ] {
        assert_ne!(text, own);
        repository.write(path, &text);
        for key in [&[][..], &["--key", key]] {
            if says.is_empty() && key.is_empty() {
                // Only the owner of the key can detect this.
                continue;
            }
            let verify = [&["verify", SITE], key].concat();
            repository.run(verify).exits(1).says(path).says(says);
        }
        let fetch = ["fetch", SITE, "vendored", "--key", key];
        repository.run(fetch).exits(2).complains(says);
        assert!(!repository.at("vendored").exists());
    }
    // A signature is not valid for another manifest, and a manifest is not valid for other files.
    repository.write(path, &own);
    let manifest = repository.read("site/manifest.json");
    release_more(&repository);
    repository.run(signed).exits(0);
    let newer = repository.read(path);
    let rejected = || {
        repository.run(["verify", SITE, "--key", key]).exits(1);
        repository
            .run(["fetch", SITE, "vendored", "--key", key])
            .exits(2);
        assert!(!repository.at("vendored").exists());
    };
    repository.write(path, &own);
    rejected();
    repository.write("site/manifest.json", manifest);
    rejected();
    repository.write(path, newer);
    rejected();
}

#[test]
fn a_key_that_is_none_is_not_shown() {
    let repository = released();
    for text in ["not a key at all", SECRET.get(..80).unwrap()] {
        repository.write("secret.key", text);
        let outcome = repository.run(["publish", "--to", SITE, "--key", "secret.key"]);
        outcome.exits(2).complains("cannot use the secret key");
        assert!(!outcome.stderr.contains(text), "{outcome}");
    }
    repository
        .run(["publish", "--to", SITE, "--key", "missing.key"])
        .exits(2)
        .complains("cannot read the file that `--key` names: No such file");
    // The text of the key itself instead of a file, or instead of the public key.
    let line = SECRET.lines().nth(1).unwrap();
    for arguments in [
        ["publish", "--to", SITE, "--key", SECRET],
        ["publish", "--to", SITE, "--key", line],
    ] {
        let outcome = repository.run(arguments);
        outcome
            .exits(2)
            .complains("cannot read the file that `--key` names");
        assert!(!outcome.stderr.contains(line), "{outcome}");
    }
    assert!(!repository.at(SITE).exists());
    publish(&repository).exits(0);
    repository
        .run(["verify", SITE, "--key", "no key"])
        .exits(2)
        .complains("`--key` is neither a public key");
    let outcome = repository.run(["verify", SITE, "--key", line]);
    outcome.exits(2);
    assert!(!outcome.stderr.contains(line), "{outcome}");
}

/// Consumers know one key, so another key replaces it only on request.
#[test]
fn another_key_takes_over_only_when_it_is_asked_to() {
    let repository = released();
    repository.write("secret.key", SECRET);
    repository.write("other.key", include_str!("signature/without_checksum.key"));
    let with = |key: &'static str| ["publish", "--to", SITE, "--key", key];
    repository.run(with("secret.key")).exits(0);
    let before = files(&repository);
    repository
        .run(with("other.key"))
        .exits(1)
        .says("site/manifest.json.minisig")
        .says("the key ")
        .says(" signed the published files, and this is ")
        .says("pass `--new-key` to replace it");
    release_more(&repository);
    repository.run(with("other.key")).exits(1);
    assert_eq!(files(&repository), before);
    repository
        .run(with("other.key").iter().chain(&["--new-key"]))
        .exits(0)
        .says("changed  manifest.json.minisig");
    let public = include_str!("signature/without_checksum.pub");
    let key = public.lines().nth(1).unwrap();
    repository.run(["verify", SITE, "--key", key]).exits(0);
    // A damaged signature has no owner, and is fixed.
    repository.write("site/manifest.json.minisig", "damaged");
    repository.run(with("other.key")).exits(0);
    repository.run(["verify", SITE, "--key", key]).exits(0);
}

/// One bit of each file is changed in turn, at all positions.
#[test]
fn every_flipped_bit_is_found() {
    let repository = released();
    repository.write("secret.key", SECRET);
    repository
        .run(["publish", "--to", SITE, "--key", "secret.key"])
        .exits(0);
    let key = PUBLIC.lines().nth(1).unwrap();
    for (number, (path, bytes)) in files(&repository).into_iter().enumerate() {
        let mut flipped = bytes.clone();
        let at = number * 7919 % bytes.len();
        flipped[at] ^= 1 << (number % 8);
        repository.write(&path, &flipped);
        let outcome = repository.run(["verify", SITE, "--key", key]);
        outcome.exits(1).says(&path);
        repository.write(&path, &bytes);
    }
    repository.run(["verify", SITE, "--key", key]).exits(0);
}
