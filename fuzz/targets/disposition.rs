#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| qoder_cloud::fuzzing::disposition(input));
