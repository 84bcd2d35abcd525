// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Everything that clients send wrong. Each gets a clear answer in the caller's dialect or a clean close, and the
// gateway serves on.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';

import { streamed, whole } from '../fake_provider/answers.mjs';
import { assertServes, chat, eventually, message, stage } from './harness.mjs';
import { exchange, parseAnswer, Raw, request } from './raw.mjs';

const megabyte = 1 << 20;
const doors = { '/v1/chat/completions': chat('gpt'), '/v1/messages': message('claude') };
const json = value => JSON.stringify(value);

let provider, gateway, stop;
before(async () => { ({ provider, gateway, stop } = await stage()); });
after(() => stop?.());
beforeEach(() => provider.script());
afterEach(() => {
    provider.script();
    return assertServes(gateway);
});

/// An error that a client library can show to a person: JSON, a message, nothing of our insides.
function assertClearError(answer, statuses) {
    assert.ok(answer, 'an answer and not just a close');
    assert.ok([].concat(statuses).includes(answer.status), `${answer.status} ${answer.body.slice(0, 300)}`);
    assert.match(answer.headers['content-type'] ?? '', /^application\/json/);
    const { error } = JSON.parse(answer.body);
    assert.ok(typeof error.message === 'string' && error.message.length > 5, answer.body);
    assert.equal(error.code, String(answer.status));
    assert.doesNotMatch(answer.body, /Traceback|terminate called|std::|\/src\/|\.cpp/);
}

/// The HTTP layer's refusals: an answer with a status, or a clean close.
function assertRefused(answer, statuses) {
    if (!answer) return;
    assert.ok([].concat(statuses).includes(answer.status), `${answer.status} ${answer.body.slice(0, 300)}`);
    assert.equal(answer.headers.connection?.toLowerCase(), 'close', 'a connection out of step is not used again');
}

for (const [path, good] of Object.entries(doors)) {
    describe(`${path}:`, () => {
        const bodies = {
            'truncated JSON': json(good).slice(0, -9),
            'truncated within a string': json(good).slice(0, 12),
            'an empty body': '',
            'white space only': '  \n ',
            'text after the JSON': `${json(good)} and more`,
            'two objects': json(good) + json(good),
            'not JSON at all': 'model=gpt&messages=hello',
            'an array': json([good]),
            'a number': '42',
            'a string': '"hello"',
            'null': 'null',
            'true': 'true',
            'model a number': json({ ...good, model: 42 }),
            'model an object': json({ ...good, model: {} }),
            'model null': json({ ...good, model: null }),
            'model empty': json({ ...good, model: '' }),
            'model missing': json({ ...good, model: undefined }),
            'messages a string': json({ ...good, messages: 'hello' }),
            'messages a number': json({ ...good, messages: 1 }),
            'messages an object': json({ ...good, messages: { role: 'user' } }),
            'messages null': json({ ...good, messages: null }),
            'messages missing': json({ ...good, messages: undefined }),
            'stream a string': json({ ...good, stream: 'true' }),
            'stream a number': json({ ...good, stream: 1 }),
            'invalid UTF-8': Buffer.concat([Buffer.from(json(good).slice(0, -4)), Buffer.from([0xff, 0xfe, 0xc0, 0x80]), Buffer.from(json(good).slice(-4))]),
            'UTF-16': Buffer.from(json(good), 'utf16le'),
            'a raw control character in a string': json(good).replace('Hello?', 'Hel\u0001lo'),
            '100,000 levels of arrays': '['.repeat(100000),
            '100,000 levels of closed arrays': '['.repeat(100000) + ']'.repeat(100000),
            '100,000 levels of objects': '{"a":'.repeat(100000) + '1' + '}'.repeat(100000),
            '100,000 levels in an unknown field': `${json(good).slice(0, -1)},"deep":${'['.repeat(100000)}${']'.repeat(100000)}}`,
            '100,000 levels in a message': json(good).replace('"Hello?"', `${'['.repeat(100000)}${']'.repeat(100000)}`),
            '100,000 levels never closed in a message': json(good).replace('"Hello?"', '{"x":'.repeat(100000)),
        };
        for (const [name, body] of Object.entries(bodies)) {
            test(`${name} is a 400`, async () => {
                assertClearError(await exchange(gateway, request(path, body)), 400);
                assert.equal(provider.log().length, 0, 'no provider is asked');
            });
        }

        // Here the provider may have the last word; ours is to neither crash nor say 500.
        const strange = {
            'messages of numbers': json({ ...good, messages: [1, 2] }),
            'messages of strings': json({ ...good, messages: ['hello'] }),
            'content a number': json({ ...good, messages: [{ role: 'user', content: 7 }] }),
            'content null': json({ ...good, messages: [{ role: 'user', content: null }] }),
            'content of numbers': json({ ...good, messages: [{ role: 'user', content: [1, null, 'x'] }] }),
            'a block without a type': json({ ...good, messages: [{ role: 'user', content: [{ text: 'x' }] }] }),
            'role a number': json({ ...good, messages: [{ role: 3, content: 'x' }] }),
            'no role': json({ ...good, messages: [{ content: 'x' }] }),
            'no messages in messages': json({ ...good, messages: [] }),
            'tools a string': json({ ...good, tools: 'hammer' }),
            'tools of numbers': json({ ...good, tools: [1, {}, null] }),
            'tool_choice a number': json({ ...good, tool_choice: 5 }),
            'tool calls of nonsense': json({ ...good, messages: [{ role: 'assistant', content: null, tool_calls: [1, {}, { function: { arguments: '{"a":' } }] }] }),
            'max_tokens a string': json({ ...good, max_tokens: 'many' }),
            'temperature an object': json({ ...good, temperature: {} }),
            'stop a number': json({ ...good, stop: 5 }),
            'stop_sequences a string': json({ ...good, stop_sequences: 'x' }),
            'response_format a string': json({ ...good, response_format: 'json' }),
            'stream_options a string': json({ ...good, stream_options: 'usage' }),
            'metadata a list': json({ ...good, metadata: [1] }),
            'thinking a number': json({ ...good, thinking: 9 }),
            'system a number': json({ ...good, system: 9 }),
            'huge numbers': json({ ...good, seed: 1 }).replace('"seed":1', '"seed":1e999999,"n":123456789012345678901234567890'),
            'a lone surrogate': json(good).replace('Hello?', '\\ud800'),
            'a NUL in a string': json(good).replace('Hello?', 'a\\u0000b'),
            'a key twice': json(good).replace('{', '{"model":"claude",'),
            'a byte order mark': `\ufeff${json(good)}`,
            'num_retries a list, timeout a string, fallbacks a number': json({ ...good, num_retries: [], timeout: 'soon', fallbacks: 3 }),
        };
        for (const model of ['gpt', 'claude']) {
            for (const [name, body] of Object.entries(strange)) {
                for (const stream of [false, true]) {
                    test(`${name} over ${model}${stream ? ', streamed,' : ''} is not our failure`, async () => {
                        const text = body.replace(/"model":"(gpt|claude)"(?!,"model)/, `"model":"${model}"`).replace(/}$/, `,"stream":${stream}}`);
                        const answer = await exchange(gateway, request(path, text));
                        assert.ok(answer?.whole, 'a whole answer');
                        if (answer.status !== 200) assertClearError(answer, [400, 422]);
                    });
                }
            }
        }

        test('a declared body of 200 MB is refused before it is sent', async () => {
            assertRefused(await exchange(gateway, request(path, '', { length: 200 * megabyte })), 413);
        });

        test('a chunked body of 200 MB is refused on its way, and not kept', async () => {
            const before = gateway.memory();
            const raw = await Raw.open(gateway);
            raw.send(request(path, '', { length: null, headers: ['Transfer-Encoding: chunked'] }));
            raw.send('1000\r\n{"model":"gpt","messages":[{"role":"user","content":"' + ' '.repeat(4096 - 52) + '\r\n');
            const piece = Buffer.concat([Buffer.from(`${megabyte.toString(16)}\r\n`), Buffer.alloc(megabyte, 'a'), Buffer.from('\r\n')]);
            let peak = 0;
            for (let sent = 0; sent < 200 && !raw.ended && !raw.text; sent++) {
                if (!raw.socket.write(piece)) await new Promise(resolve => raw.socket.once('drain', resolve).once('close', resolve).once('data', resolve));
                peak = Math.max(peak, gateway.memory() - before);
            }
            await raw.until(each => each.ended || parseAnswer(each.text), 'a refusal');
            assertRefused(parseAnswer(raw.text, { ended: true }), [400, 413]);
            raw.close();
            assert.ok(peak < 250 * megabyte, `${Math.round(peak / megabyte)} MB more memory`);
        });
    });
}

describe('framing:', () => {
    const path = '/v1/chat/completions';
    const good = json(chat('gpt'));
    const chunk = text => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
    const chunkedRequest = (body, headers = []) => request(path, body, { length: null, headers: ['Transfer-Encoding: chunked', ...headers] });

    test('a chunked request is understood, with extensions and trailers', async () => {
        const body = `${chunk(good.slice(0, 5)).replace('\r\n', ';name="value"\r\n')}${chunk(good.slice(5))}0\r\nX-Trailer: yes\r\n\r\n`;
        const answer = await exchange(gateway, chunkedRequest(body));
        assert.equal(answer.status, 200, answer.body);
        assert.equal(provider.last().body.messages[0].content, 'Hello?');
    });

    test('a chunked request that dribbles in byte by byte is understood', async () => {
        const raw = await Raw.open(gateway);
        for (const byte of chunkedRequest(`${chunk(good)}0\r\n\r\n`)) raw.send(Buffer.from([byte]));
        assert.equal((await raw.answer()).status, 200);
        raw.close();
    });

    const refused = {
        'Content-Length and Transfer-Encoding together': [chunkedRequest(`${chunk(good)}0\r\n\r\n`, [`Content-Length: ${good.length}`]), [400]],
        'two different lengths': [request(path, good, { headers: ['Content-Length: 3'] }), [400]],
        'a negative length': [request(path, '', { length: -5 }), [400]],
        'a length that is no number': [request(path, '', { length: 'many' }), [400]],
        'a length beyond all bounds': [request(path, '', { length: '99999999999999999999999' }), [400, 413]],
        'a hexadecimal length': [request(path, good, { length: '0x10' }), [400]],
        'an unknown transfer encoding': [request(path, good, { length: null, headers: ['Transfer-Encoding: gzip'] }), [400, 501]],
        'chunked hidden behind another encoding': [chunkedRequest('0\r\n\r\n').toString().replace('chunked', 'chunked, identity'), [400, 501]],
        'a chunk without a size': [chunkedRequest('zz\r\nhello\r\n0\r\n\r\n'), [400]],
        'a chunk size beyond all bounds': [chunkedRequest('FFFFFFFFFFFFFFFFF\r\nx'), [400, 413]],
        'a negative chunk size': [chunkedRequest('-5\r\nx'), [400]],
        '1 MB in one header': [request(path, good, { headers: [`X-Long: ${'a'.repeat(megabyte)}`] }), [400, 431]],
        '1 MB in many headers': [request(path, good, { headers: Array.from({ length: 20000 }, (_, n) => `X-Header-${n}: ${'a'.repeat(40)}`) }), [400, 431]],
        '1 MB of address': [request(`/${'a'.repeat(megabyte)}`, good), [400, 414, 431]],
        'a head that never ends': [`POST ${path} HTTP/1.1\r\nX: ${'a'.repeat(2 * megabyte)}`, [400, 431]],
        'a method of garbage': ['G@RB\x01AGE / HTTP/1.1\r\n\r\n', [400, 405, 501]],
        'no HTTP at all': ['hello there\r\n\r\n', [400]],
        'a TLS hello': [Buffer.from('16030100c8010000c40303aabbccddeeff00112233445566778899aabbccddeeff0d0a0d0a', 'hex'), [400]],
        'HTTP of another age': [`POST ${path} HTTP/9.9\r\nHost: x\r\nContent-Length: 0\r\n\r\n`, [400, 505]],
        'a header without a colon': [request(path, good, { headers: ['nonsense'] }), [400]],
        'a space before the colon': [request(path, good, { headers: ['Transfer-Encoding : chunked'] }), [400]],
        'a NUL in a header': [request(path, good, { headers: ['X-Nul: a\0b'] }), [400]],
        'a bare newline smuggled into a header': [request(path, good, { headers: ['X-A: 1\nTransfer-Encoding: chunked'] }), [400]],
    };
    for (const [name, [bytes, statuses]] of Object.entries(refused)) {
        test(`${name} is refused`, async () => {
            assertRefused(await exchange(gateway, bytes), statuses);
            assert.equal(provider.log().length, 0, 'no provider is asked');
        });
    }

    test('pipelined requests are answered in their order, streams and refusals among them', async () => {
        const slow = { match: { text: 'first' }, ...whole('openai', { text: 'one' }), delay: 0.3 };
        const stream = { match: { text: 'second' }, ...streamed('openai', { text: 'two' }), gap: 0.01 };
        provider.script([slow, stream, { match: { text: 'fourth' }, ...whole('openai', { text: 'four' }) }]);
        const raw = await Raw.open(gateway);
        raw.send(Buffer.concat([
            request(path, json(chat('gpt', 'first'))), request(path, json(chat('gpt', 'second', { stream: true }))),
            request(path, '{"model":'), request(path, json(chat('gpt', 'fourth'))), request('/health/liveliness', '', { method: 'GET' }),
        ]));
        const answers = [];
        for (let n = 0; n < 5; n++) answers.push(await raw.answer());
        raw.close();
        assert.deepEqual(answers.map(answer => answer?.status), [200, 200, 400, 200, 200]);
        assert.match(answers[0].body, /"one"/);
        assert.match(answers[1].body, /data: \[DONE\]/);
        assert.match(answers[3].body, /"four"/);
    });

    test('keep-alive: a hundred requests on one connection', async () => {
        const raw = await Raw.open(gateway);
        for (let n = 0; n < 100; n++) assert.equal((await raw.send(request(path, good)).answer()).status, 200);
        raw.close();
    });

    test('Connection: close is honoured', async () => {
        const raw = await Raw.open(gateway);
        const answer = await raw.send(request(path, good, { headers: ['Connection: close'] })).answer();
        assert.equal(answer.status, 200);
        assert.equal(answer.headers.connection?.toLowerCase(), 'close');
        await raw.closed(3000);
    });

    test('HTTP/1.0 gets an answer without chunks, and an end', async () => {
        for (const stream of [false, true]) {
            const raw = await Raw.open(gateway);
            raw.send(request(path, json(chat('gpt', 'Hello?', { stream })), { version: 'HTTP/1.0' }));
            await raw.closed();
            const answer = parseAnswer(raw.text, { ended: true });
            assert.equal(answer.status, 200);
            assert.equal(answer.headers['transfer-encoding'], undefined);
            assert.match(answer.body, stream ? /data: \[DONE\]\n\n$/ : /"Hello from the provider\."/);
        }
    });

    test('Expect: 100-continue is answered before the body is sent', async () => {
        const raw = await Raw.open(gateway);
        const bytes = request(path, good, { headers: ['Expect: 100-continue'] });
        raw.send(bytes.subarray(0, bytes.length - good.length));
        await raw.until(each => each.text.includes('\r\n\r\n'), 'the interim answer', 5000);
        assert.match(raw.text, /^HTTP\/1\.1 100 /);
        const answer = await raw.send(good).answer();
        assert.equal(answer.interim, 100);
        assert.equal(answer.status, 200);
        raw.close();
    });

    test('Expect: 100-continue for 200 MB is refused at once', async () => {
        const answer = await exchange(gateway, request(path, '', { length: 200 * megabyte, headers: ['Expect: 100-continue'] }));
        assert.equal(answer?.interim, undefined);
        assertRefused(answer, [413, 417]);
    });

    test('forty slow clients that never finish keep nobody waiting', async () => {
        const slow = await Promise.all(Array.from({ length: 40 }, () => Raw.open(gateway)));
        const bytes = request(path, good);
        const ends = slow.map((_, n) => (n % 2 ? 20 : bytes.length - 5)); // half stop in the head, half in the body
        for (let at = 0; at < 20; at++) slow.forEach(raw => raw.send(bytes.subarray(at, at + 1)));
        slow.forEach((raw, n) => raw.send(bytes.subarray(20, ends[n])));
        for (let n = 0; n < 5; n++) await assertServes(gateway);
        slow.forEach(raw => raw.close());
    });

    test('a head that takes too long is given up with a 408, whole requests on the same gateway are not', async () => {
        const own = await stage({ args: ['--header-timeout', '0.5'] });
        try {
            const slow = await Promise.all(Array.from({ length: 20 }, () => Raw.open(own.gateway)));
            slow.forEach(raw => raw.send(`POST ${path} HTTP/1.1\r\nHost: x\r\nX-Slow: `));
            const dribble = setInterval(() => slow.forEach(raw => raw.send('a')), 100);
            await assertServes(own.gateway);
            for (const raw of slow) {
                assertRefused(await raw.answer(), 408);
                await raw.closed();
            }
            clearInterval(dribble);
            await assertServes(own.gateway);
        } finally {
            await own.stop();
        }
    });

    test('a client that leaves in the middle of its request leaves nothing behind', async () => {
        const bytes = request(path, good);
        for (const share of [0.1, 0.5, 0.99]) {
            const raw = await Raw.open(gateway);
            raw.send(bytes.subarray(0, Math.floor(bytes.length * share)));
            raw.close();
        }
        assert.equal(provider.log().length, 0);
    });
});

describe('a client that stops reading', () => {
    for (const [path, body] of Object.entries({ '/v1/chat/completions': chat('gpt', 'Hi', { stream: true }), '/v1/messages': message('claude', 'Hi', { stream: true }) })) {
        test(`mid-stream on ${path} is felt by the provider, and costs no memory`, async () => {
            const dialect = body.model === 'gpt' ? 'openai' : 'anthropic';
            const delta = dialect === 'openai'
                ? `data: ${json({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta: { content: 'x'.repeat(4000) }, finish_reason: null }] })}`
                : `event: content_block_delta\ndata: ${json({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'x'.repeat(4000) } })}`;
            provider.script([{ sse: [...streamed(dialect, { text: 'start' }).sse.slice(0, 3), delta], endless: true }]);
            const before = gateway.memory();
            const raw = await Raw.open(gateway);
            raw.send(request(path, json(body)));
            await raw.until(each => each.text.length > 10000, 'the stream');
            raw.socket.pause();
            const entry = provider.last();
            let last = -1;
            let still = 0;
            await eventually(() => {
                still = entry.sent === last ? still + 1 : 0;
                last = entry.sent;
                return still > 15;
            }, 'the provider being held back', 15000);
            assert.ok(gateway.memory() - before < 48 * megabyte, `${Math.round((gateway.memory() - before) / megabyte)} MB more memory`);
            await assertServesOthers();
            raw.socket.resume();
            await eventually(() => entry.sent > last + megabyte, 'the stream going on');
            raw.close();
            await provider.until(() => entry.closedEarly, 'the early close');
        });
    }

    async function assertServesOthers() {
        const answer = await exchange(gateway, request('/health/liveliness', '', { method: 'GET' }));
        assert.equal(answer.status, 200);
    }
});

test('a thousand bad requests in a row cost no memory and no file descriptors', async () => {
    const { readdirSync } = await import('node:fs');
    const open = () => readdirSync(`/proc/${gateway.pid}/fd`).length;
    const kinds = ['{"model":', '[]', json({ model: 'gpt', messages: 'x' }), json({ model: 'none', messages: [] })];
    const flood = count => Promise.all(Array.from({ length: 20 }, async () => {
        for (let n = 0; n < count / 20; n++) await exchange(gateway, request('/v1/chat/completions', kinds[n % kinds.length]));
    }));
    await flood(200);
    const [memory, files] = [gateway.memory(), open()];
    await flood(1000);
    await eventually(() => open() <= files + 3, 'the closing of connections');
    assert.ok(gateway.memory() - memory < 16 * megabyte, `${Math.round((gateway.memory() - memory) / 1024)} KB more memory`);
});
