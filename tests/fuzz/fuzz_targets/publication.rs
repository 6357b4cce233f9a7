#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    repository_tests::properties::publication::publication(bytes);
});
