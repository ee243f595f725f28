#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| qoder_cloud_emulator::fuzzing::request(input));
