// Compares the emulator's request log with what a scenario says was sent.

import { differences } from './matching.mjs';

const METHODS = ['GET', 'POST', 'PUT', 'DELETE'];

/** Every difference between `sent` and the log. */
export function unsent(sent, log) {
  const seen = log.map(read);
  let from = 0;
  for (const expected of sent) {
    const method = METHODS.find((name) => name in expected);
    const line = `${method} ${expected[method]}`;
    const [problems, after] = find({ ...expected, line }, seen, from);
    if (problems.length > 0)
      return [`${line}: ${problems.join('; ')}`, ...seen.map((one) => `  seen: ${one.line}`)];
    from = after;
  }
  return [];
}

function read(entry) {
  const path = entry.path.replace(/^\/api\/v1\/cloud|^\/api\/v1/, '');
  return {
    line: `${entry.method} ${path}`,
    query: query(entry.query),
    headers: Object.fromEntries(entry.headers),
    body: entry.body?.parts === undefined && entry.body_bytes > 0 ? entry.body : undefined,
    parts: entry.body?.parts,
    authorized: entry.authorized,
  };
}

function query(text) {
  const all = {};
  for (const [name, value] of new URLSearchParams(text)) {
    if (name in all) all[name] = [all[name], value].flat();
    else all[name] = name.endsWith('[]') ? [value] : value;
  }
  return all;
}

function same(line, wanted) {
  const [seen, want] = [line, wanted].map((text) => text.split('/'));
  const decoded = (part) => decodeURIComponent(part.replaceAll('+', ' '));
  return (
    seen.length === want.length &&
    want.every((part, at) => part === '*' || decoded(part) === decoded(seen[at]))
  );
}

function find(wanted, seen, from) {
  if (wanted.count === undefined) {
    const found = [];
    for (let at = from; at < seen.length; at += 1) {
      if (!same(seen[at].line, wanted.line)) continue;
      const problems = compare(wanted, seen[at]);
      if (problems.length === 0) return [[], at + 1];
      found.push(...problems);
    }
    return [found.length > 0 ? found : ['was not sent, or not after those before it'], from];
  }
  const places = seen.keys().toArray?.() ?? [...seen.keys()];
  const meant = places.filter((at) => same(seen[at].line, wanted.line));
  if (meant.length !== wanted.count) return [[`was sent ${meant.length} times, not ${wanted.count}`], from];
  const problems = meant.flatMap((at) => compare(wanted, seen[at]));
  const keys = new Set(meant.map((at) => seen[at].headers['idempotency-key']));
  if (wanted.idempotency_key === 'same' && keys.size > 1) problems.push('the idempotency key changed');
  return [problems, Math.max(from, (meant.at(-1) ?? -1) + 1)];
}

function compare(wanted, seen) {
  const found = [];
  for (const name of ['query', 'headers', 'body', 'parts', 'authorized']) {
    if (!(name in wanted)) continue;
    const whole = name === 'query' || name === 'body';
    found.push(...differences(wanted[name], seen[name], whole).map((one) => `${name}: ${one}`));
  }
  const key = seen.headers['idempotency-key'];
  if (['present', 'same'].includes(wanted.idempotency_key) && !key) found.push('carried no idempotency key');
  if (wanted.idempotency_key === 'absent' && key) found.push('carried an idempotency key');
  return found;
}
