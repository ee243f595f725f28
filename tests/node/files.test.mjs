import assert from 'node:assert/strict';
import {
  createReadStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ended, session, stage, until } from './support/stage.mjs';

function folder(t) {
  const path = mkdtempSync(join(tmpdir(), 'qoder-'));
  t.after(() => rmSync(path, { recursive: true }));
  return path;
}

test('a file is uploaded from whatever holds it', async (t) => {
  const { client, emulator } = await stage(t);
  const path = join(folder(t), 'notes.txt');
  writeFileSync(path, 'grüße');
  const bytes = Buffer.from('grüße');
  async function* pieces() {
    yield 'grü';
    yield Buffer.from('ße');
  }
  const sources = {
    path: [path, 'notes.txt'],
    buffer: [bytes, 'file'],
    arrayBuffer: [new Uint8Array(bytes).buffer, 'file'],
    named: [{ content: bytes, name: 'dir/a.md', contentType: 'text/markdown' }, 'dir/a.md'],
    blob: [new Blob([bytes], { type: 'text/plain' }), 'file'],
    file: [new File([bytes], 'b.txt'), 'b.txt'],
    web: [{ content: new Blob([bytes]).stream(), name: 'w.txt', length: bytes.length }, 'w.txt'],
    node: [createReadStream(path), 'notes.txt'],
    generator: [{ content: pieces(), name: 'g.txt' }, 'g.txt'],
  };
  for (const [kind, [file, name]] of Object.entries(sources)) {
    await emulator.control('DELETE', 'requests');
    const uploaded = await client.files.upload({ file, metadata: { kind } });
    assert.equal(uploaded.size_bytes, bytes.length, kind);
    assert.deepEqual(uploaded.metadata, { kind });
    const [{ body }] = await emulator.requests();
    const part = body.parts.find((one) => one.name === 'file');
    assert.deepEqual([part.filename, part.text], [name, 'grüße'], kind);
  }
});

test('progress is told of every kind of file, up to the last byte of the body', async (t) => {
  const { client, emulator } = await stage(t);
  const path = join(folder(t), 'big.txt');
  const bytes = Buffer.alloc(200_000, 'x');
  writeFileSync(path, bytes);
  const known = [path, bytes, new Blob([bytes]), { content: createReadStream(path), length: bytes.length }];
  for (const file of [...known, createReadStream(path)]) {
    const told = [];
    await client.files.upload({ file }, { onProgress: (...counts) => told.push(counts) });
    const { body_bytes } = (await emulator.requests()).at(-1);
    assert.deepEqual(told.at(-1), [body_bytes, known.includes(file) ? body_bytes : undefined]);
    assert.ok(told.every(([done], at) => at === 0 || done > told[at - 1][0]));
  }
});

test('a watched upload is repeated like any other', async (t) => {
  const { client, emulator } = await stage(t);
  await emulator.control('POST', 'faults', {
    match: { operation: 'files.upload' },
    action: { status: 503, headers: { 'retry-after-ms': '1' } },
  });
  let done = 0;
  const onProgress = (count) => (done = count);
  const call = client.files.upload({ file: Buffer.alloc(100_000) }, { onProgress });
  assert.equal((await call.withResponse()).attempts, 2);
  assert.equal(done, (await emulator.requests()).at(-1).body_bytes);
});

test('what a listener of progress throws ends the call', async (t) => {
  const { client, emulator } = await stage(t);
  let cleaned = false;
  let tell;
  const told = new Promise((resolve) => {
    tell = resolve;
  });
  async function* endless() {
    try {
      for (;;) {
        yield Buffer.alloc(1024);
        // Or the server has had enough before anybody is told.
        await told;
      }
    } finally {
      cleaned = true;
    }
  }
  const onProgress = () => {
    tell();
    throw new RangeError('no more');
  };
  await assert.rejects(client.files.upload({ file: endless() }, { onProgress }), new RangeError('no more'));
  assert.equal((await ended(emulator, '/files')).outcome, 'disconnected');
  await until(() => cleaned);
});

test('a source that fails fails the call, and says why', async (t) => {
  const { client } = await stage(t);
  // biome-ignore lint/correctness/useYield: it fails first.
  async function* broken() {
    throw new Error('the disk is gone');
  }
  await assert.rejects(client.files.upload({ file: broken() }), (error) => {
    const chain = [
      error.message,
      error.cause?.message,
      error.cause?.cause?.message,
      error.cause?.cause?.cause?.message,
    ];
    return chain.some((text) => text?.includes('the disk is gone'));
  });
  await assert.rejects(client.files.upload({ file: '/no/such/file' }), {
    name: 'QoderError',
    message: /no\/such\/file/,
  });
});

test('several files keep their relative paths', async (t) => {
  const { client } = await stage(t);
  const files = [
    { content: Buffer.from('---\nname: s\ndescription: d\n---\nDo it.'), name: 's/SKILL.md' },
    { content: Buffer.from('more'), name: 's/more.md' },
  ];
  const skill = await client.skills.create({ files });
  assert.match(skill.id, /^skill_/);
  const [version] = (await client.skills.versions.list(skill.id)).data;
  const zip = await (await client.skills.versions.download(skill.id, String(version.version))).read();
  assert.equal(zip.subarray(0, 2).toString(), 'PK');
});

/** Lets the agent deliver an artifact and gives its file id. */
async function artifact(client, emulator) {
  await emulator.control('POST', 'scripts', {
    steps: [{ deliver: { filename: 'summary.md', content: 'short' } }],
  });
  const { id } = await session(client);
  const stream = await client.sessions.events.stream(id);
  const content = [{ type: 'text', text: 'deliver' }];
  await client.sessions.events.send(id, { events: [{ type: 'user.message', content }] });
  for await (const event of stream) if (event.type === 'agent.artifact_delivered') return event.file_id;
  throw new Error('nothing was delivered');
}

test('a delivered file is read, streamed, and written whole or not at all', async (t) => {
  const { client, emulator } = await stage(t);
  const id = await artifact(client, emulator);
  const file = await client.files.download(id);
  assert.equal(file.filename, 'summary.md');
  assert.match(file.contentType, /^text\//);
  const text = (await file.read()).toString();
  assert.ok(text.length > 0);
  const pieces = [];
  for await (const piece of (await client.files.download(id)).iterBytes()) pieces.push(piece);
  assert.equal(Buffer.concat(pieces).toString(), text);
  const web = (await client.files.download(id)).toReadableStream();
  assert.equal(await new Response(web).text(), text);
  const ways = [
    (download) => download.read(),
    (download) => download.writeToFile(join(folder(t), 'watched.md')),
    (download) => new Response(download.toReadableStream()).text(),
  ];
  for (const way of ways) {
    const told = [];
    await way(await client.files.download(id, {}, { onProgress: (...counts) => told.push(counts) }));
    assert.deepEqual(told.at(-1), [text.length, text.length]);
  }
  const target = join(folder(t), 'out.md');
  assert.equal(await (await client.files.download(id)).writeToFile(target), text.length);
  assert.equal(readFileSync(target, 'utf8'), text);
  const short = join(folder(t), 'short.md');
  await assert.rejects((await client.files.download(id)).writeToFile(join(short, 'no', 'folder')));
  assert.ok(!existsSync(short));
  assert.deepEqual(readdirSync(join(short, '..')), []);
});
