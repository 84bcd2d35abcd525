// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, beforeEach, test } from 'node:test';

import { fragments, streamed, whole } from './answers.mjs';
import { startProvider } from './provider.mjs';

let provider;
before(async () => { provider = await startProvider(); });
after(() => provider.close());
beforeEach(() => provider.script());

const ask = (path, body, options = {}) => fetch(provider.url + path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' }, ...options });

test('without a script both dialects are answered, whole and streamed', async () => {
    assert.equal((await (await ask('/v1/chat/completions', {})).json()).choices[0].finish_reason, 'stop');
    assert.equal((await (await ask('/v1/messages', {})).json()).stop_reason, 'end_turn');
    assert.match(await (await ask('/v1/chat/completions', { stream: true })).text(), /data: \[DONE\]\n\n$/);
    assert.match(await (await ask('/v1/messages', { stream: true })).text(), /event: message_stop/);
    assert.equal(provider.log().length, 4);
});

test('a script runs on, its last reply repeats, and a match is never used up', async () => {
    provider.script([{ status: 429, body: {} }, { text: 'second' }, { match: { path: '/special' }, text: 'special' }]);
    const texts = [];
    for (const path of ['/a', '/special', '/b', '/special', '/c']) texts.push(`${(await ask(path, {})).status} ${path}`);
    assert.deepEqual(texts, ['429 /a', '200 /special', '200 /b', '200 /special', '200 /c']);
});

test('an asker that leaves early is noticed while the provider is silent', async () => {
    provider.script([{ hang: true }]);
    const leaving = new AbortController();
    const asked = ask('/x', { n: 1 }, { signal: leaving.signal });
    asked.catch(() => {});
    await provider.until(log => log.length === 1);
    leaving.abort();
    const [entry] = await provider.until(log => log[0].closedEarly && log, 'the early close');
    assert.deepEqual(entry.body, { n: 1 });
    await assert.rejects(asked);
});

test('an asker that takes the whole answer did not leave early', async () => {
    await (await ask('/v1/chat/completions', {})).text();
    assert.equal(provider.last().closedEarly, false);
    assert.equal(provider.last().finished, true);
});

for (const [name, reply] of Object.entries({
    'cut in a body': { body: { a: 1 }, cut: true },
    'cut in a stream': { sse: ['data: 1', 'data: 2'], cut: true },
    'half a chunk': { sse: ['data: 1'], chunkHalf: true },
    'a reset': { reset: true },
    'a reset in a stream': { sse: ['data: 1', 'data: 2'], resetAfter: 1 },
    'garbage': { garbage: true },
})) {
    test(`${name} is an error for the asker`, async () => {
        provider.script([reply]);
        await assert.rejects(async () => (await ask('/x', {})).text());
    });
}

test('a gzip bomb is small on the wire', async () => {
    provider.script([{ gzipBomb: 64 << 20 }]);
    const response = await ask('/x', {});
    assert.equal(response.headers.get('content-encoding'), 'gzip');
    await response.body.cancel();
    assert.ok(provider.last().sent < 1 << 20);
});

test('requests on one connection are answered in order, chunked ones too', async () => {
    provider.script([{ text: 'one', delay: 0.02 }, { text: 'two', close: true }]);
    const answer = await new Promise((resolve, reject) => {
        let text = '';
        const socket = net.connect(provider.port, '127.0.0.1', () => {
            socket.write('POST /1 HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\n\r\nabcPOST /2 HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n2\r\nde\r\n1\r\nf\r\n0\r\n\r\n');
        });
        socket.on('data', bytes => { text += bytes; }).on('end', () => { socket.end(); resolve(text); }).on('error', reject);
    });
    assert.ok(answer.indexOf('one') < answer.indexOf('two'));
    assert.deepEqual(provider.log().map(entry => entry.text), ['abc', 'def']);
});

test('fragments put together are the text, and no letter is torn', () => {
    const text = 'Zürich "5 °C" 🌧️ done';
    assert.equal(fragments(text).join(''), text);
    assert.ok(fragments(text).every(piece => Buffer.from(piece, 'utf8').toString('utf8') === piece));
});

test('streamed tool arguments add up to those of the whole answer', () => {
    const turn = { tools: [{ id: 'call_1', name: 'f', input: { city: 'Zürich', n: [1, 2, { deep: '"' }] } }] };
    const expected = whole('openai', turn).body.choices[0].message.tool_calls[0].function.arguments;
    const chunks = streamed('openai', turn).sse.filter(event => event.startsWith('data: {')).map(event => JSON.parse(event.slice(6)));
    const seen = chunks.flatMap(chunk => chunk.choices[0]?.delta.tool_calls ?? []).map(call => call.function.arguments).join('');
    assert.equal(seen, expected);
});
