import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ring } from '../../bindings-node/dist/ring.js';

/** Numbers that look random and are the same in every run. */
function* chances(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

for (const [seed, most] of [
  [1, 3],
  [2, 40],
  [3, 1000],
]) {
  test(`a ring holds what a map would, with up to ${most} at a time`, () => {
    const [ring, map, chance] = [new Ring(), new Map(), chances(seed)];
    const draw = () => chance.next().value;
    let last = 0;
    for (let turn = 0; turn < 20_000; turn += 1) {
      if (map.size < most * draw()) {
        const id = ring.next();
        assert.ok(id > last, 'numbers go up');
        last = id;
        map.set(id, { id });
        ring.add(map.get(id));
      } else {
        // The oldest, some other, or one that has gone or never was.
        const id = draw() < 0.1 ? map.keys().next().value : Math.max(0, last - Math.floor(2 * most * draw()));
        assert.equal(ring.take(id), map.get(id));
        map.delete(id);
      }
      assert.equal(ring.size, map.size);
    }
    for (const [id, one] of map) assert.equal(ring.take(id), one);
    assert.equal(ring.size, 0);
  });
}

test('a number that is in use is passed over', () => {
  const ring = new Ring();
  const old = { id: ring.next() };
  ring.add(old);
  for (let turn = 0; turn < 1000; turn += 1) {
    const id = ring.next();
    ring.add({ id });
    assert.equal(ring.take(id).id, id);
  }
  assert.equal(ring.take(old.id), old);
});
