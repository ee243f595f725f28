// Compares what is there with what a scenario asks for; see tests/scenarios/README.md.

/** Every difference, one line each. A part may leave members out; of a whole nothing may be missing or surplus. */
export function differences(expected, actual, whole = false, path = '') {
  const place = path === '' ? '' : `${path}: `;
  const wrong = (wanted) => [
    `${place}expected ${wanted}, found ${actual === undefined ? 'nothing' : short(actual)}`,
  ];
  const pattern = patternOf(expected);
  if (pattern !== undefined) return pattern(actual) ? [] : wrong(expected);
  if (expected === null && actual === undefined && !whole) return [];
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const found = expected.length === actual.length ? [] : wrong(`${expected.length} items`);
    return found.concat(
      expected
        .slice(0, actual.length)
        .flatMap((item, at) => differences(item, actual[at], whole, `${path}[${at}]`)),
    );
  }
  if (isObject(expected) && isObject(actual)) {
    const join = (name) => (path === '' ? name : `${path}.${name}`);
    const found = Object.keys(expected).flatMap((name) =>
      differences(expected[name], actual[name], whole, join(name)),
    );
    const surplus = whole ? Object.keys(actual).filter((name) => !(name in expected)) : [];
    return found.concat(surplus.map((name) => `${join(name)}: not expected, found ${short(actual[name])}`));
  }
  return expected === actual ? [] : wrong(short(expected));
}

/** The first of `wanted` that does not occur after those before it. */
export function missing(wanted, items) {
  let at = 0;
  for (const expected of wanted) {
    while (at < items.length && differences(expected, items[at]).length > 0) at += 1;
    if (at === items.length)
      return [`${short(expected)} did not come in its place; came:\n  ${items.map(short).join('\n  ')}`];
    at += 1;
  }
  return [];
}

export function short(value) {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 300 ? `${text.slice(0, 300)}… (${text.length})` : text;
}

export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/;

function patternOf(expected) {
  const [, word, rest = ''] =
    (typeof expected === 'string' && /^<(\w+)(?: ([\s\S]*))?>$/.exec(expected)) || [];
  const isText = (value) => typeof value === 'string';
  switch (word) {
    case 'any':
      return (value) => value !== undefined && value !== null;
    case 'absent':
      return (value) => value === undefined || value === null;
    case 'time':
      return (value) => isText(value) && TIME.test(value);
    case 'starts':
      return (value) => isText(value) && value.startsWith(rest);
    case 'has':
      return (value) => isText(value) && value.includes(rest);
    case 'not':
      return (value) => value !== undefined && value !== null && value !== rest;
    case 'size':
      return (value) => sizeOf(value) === Number(rest);
    case 'hidden':
      return (value) => value === undefined || !JSON.stringify(value).includes(rest);
    default:
      return undefined;
  }
}

function sizeOf(value) {
  if (typeof value === 'string') return [...value].length;
  return isObject(value) ? Object.keys(value).length : value?.length;
}
