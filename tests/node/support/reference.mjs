// `$agent.id` and its kin.

import { isObject } from './matching.mjs';

/** A value with its references replaced by what was kept. */
export function resolve(value, kept) {
  if (typeof value === 'string') return text(value, kept);
  if (Array.isArray(value)) return value.map((item) => resolve(item, kept));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [text(name, kept), resolve(member, kept)]),
  );
}

function text(value, kept) {
  const whole = /^\$([A-Za-z_][\w]*(?:\.-?\w+)*)$/.exec(value);
  if (whole) return look(whole[1], kept);
  return value.replace(/\$(\$|[A-Za-z_][\w]*(?:\.-?\w+)*)/g, (_, path) =>
    path === '$' ? '$' : String(look(path, kept)),
  );
}

function look(path, kept) {
  let value = kept;
  for (const part of path.split('.')) {
    const place = Array.isArray(value) && part.startsWith('-') ? value.length + Number(part) : part;
    if (value === null || value === undefined || !(place in value))
      throw new Error(`nothing is kept as $${path}`);
    value = value[place];
  }
  return value;
}
