//! What a run took from the process it ran in.

use std::{
    cell::RefCell,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

/// Counts operations from its making on.
pub struct Meter {
    begin: Instant,
    processor: f64,
    latencies: RefCell<Vec<Duration>>,
}

impl Meter {
    pub fn start() -> Self {
        Meter { begin: Instant::now(), processor: processor_seconds(), latencies: RefCell::default() }
    }

    pub fn tick(&self, since: Instant) {
        self.latencies.borrow_mut().push(since.elapsed());
    }

    pub fn elapsed(&self) -> Duration {
        self.begin.elapsed()
    }

    /// The figures of `count` operations.
    pub fn report(self, count: usize) -> Value {
        let (wall, used) = (self.elapsed().as_secs_f64(), processor_seconds() - self.processor);
        let mut latencies = self.latencies.into_inner();
        latencies.sort_unstable();
        let rank = |share: f64| {
            let at = (share * latencies.len() as f64) as usize;
            latencies
                .get(at.min(latencies.len().saturating_sub(1)))
                .map(|latency| 1000.0 * latency.as_secs_f64())
        };
        json!({
            "ops": count,
            "ops_per_s": count as f64 / wall,
            "p50_ms": rank(0.5),
            "p99_ms": rank(0.99),
            "cpu_s_per_1k": 1000.0 * used / count as f64,
            "rss_mb": memory_mb("VmHWM"),
        })
    }
}

/// Processor time of this process, all threads included.
pub fn processor_seconds() -> f64 {
    // SAFETY: an all-zero rusage is a valid value.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: the pointer is valid for the call, which only writes to it.
    unsafe { libc::getrusage(libc::RUSAGE_SELF, &mut usage) };
    let seconds = |time: libc::timeval| time.tv_sec as f64 + time.tv_usec as f64 / 1e6;
    seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

/// Resident memory: `VmHWM` for the peak, `VmRSS` for now. Linux only.
pub fn memory_mb(name: &str) -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<f64>().ok()? / 1024.0)
}
