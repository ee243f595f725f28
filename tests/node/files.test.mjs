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
import { session, stage } from './support/stage.mjs';

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

test('progress is told, of every kind of file', async (t) => {
  const { client } = await stage(t);
  const path = join(folder(t), 'big.txt');
  const bytes = Buffer.alloc(200_000, 'x');
  writeFileSync(path, bytes);
  for (const file of [path, bytes, new Blob([bytes])]) {
    const sent = [];
    await client.files.upload({ file }, { onProgress: (count) => sent.push(count) });
    assert.ok(sent.length > 0 && sent.every((count, at) => at === 0 || count > sent[at - 1]));
    assert.equal(sent.at(-1), bytes.length);
  }
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
  const target = join(folder(t), 'out.md');
  assert.equal(await (await client.files.download(id)).writeToFile(target), text.length);
  assert.equal(readFileSync(target, 'utf8'), text);
  const short = join(folder(t), 'short.md');
  await assert.rejects((await client.files.download(id)).writeToFile(join(short, 'no', 'folder')));
  assert.ok(!existsSync(short));
  assert.deepEqual(readdirSync(join(short, '..')), []);
});
