// Makes 40,000 calls, 64 at a time, and prints how often the collector went through the old generation: node young.mjs <base>

import { constants, PerformanceObserver } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { Qoder } from 'qoder-cloud';

const client = new Qoder({ baseURL: process.argv[2], token: 'pt-x', maxRetries: 0 });
let collections = 0;
new PerformanceObserver((list) => {
  const major = (entry) => entry.detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
  collections += list.getEntries().filter(major).length;
}).observe({ entryTypes: ['gc'] });

async function worker() {
  for (let n = 0; n < 625; n += 1) await client.models.list();
}
await Promise.all(Array.from({ length: 64 }, worker));
// The last ones are reported in a turn of their own.
await setImmediate();
process.stdout.write(String(collections));
process.exit();
