// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Everything that providers send wrong, through both doors, over three dialects, streamed and not. The caller gets an
// error it can read, and never a truncated answer that looks complete.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';

import { streamed, whole } from '../fake_provider/answers.mjs';
import { anthropicKey, assertServes, chat, events, eventually, message, openaiKey, post, stage } from './harness.mjs';

const megabyte = 1 << 20;
const doors = { '/v1/chat/completions': chat, '/v1/messages': message };
/// Model -> dialect of its provider.
const models = {
    '/v1/chat/completions': { gpt: 'openai', claude: 'anthropic', codex: 'responses' },
    '/v1/messages': { gpt: 'responses', claude: 'anthropic', local: 'openai' },
};

let provider, gateway, stop;
before(async () => {
    // One worker, so that each misdeed comes on a connection that was used before: there a client is tempted to ask twice.
    ({ provider, gateway, stop } = await stage({ args: ['--workers', '1'], models: `
  - {model_name: gpt-hasty, litellm_params: {model: openai/gpt-4o, api_base: "PROVIDER/v1", api_key: ${openaiKey}, timeout: 1, stream_timeout: 1}}
  - {model_name: local, litellm_params: {model: openai/qwen2.5-7b, api_base: "PROVIDER/v1", api_key: ${openaiKey}}}
  - {model_name: local-hasty, litellm_params: {model: openai/qwen2.5-7b, api_base: "PROVIDER/v1", api_key: ${openaiKey}, timeout: 1, stream_timeout: 1}}
  - {model_name: codex, litellm_params: {model: openai/responses/gpt-5-codex, api_base: "PROVIDER/v1", api_key: ${openaiKey}}}
  - {model_name: codex-hasty, litellm_params: {model: openai/responses/gpt-5-codex, api_base: "PROVIDER/v1", api_key: ${openaiKey}, timeout: 1, stream_timeout: 1}}
  - {model_name: claude-hasty, litellm_params: {model: anthropic/claude-sonnet-4-5-20250929, api_base: "PROVIDER", api_key: ${anthropicKey}, timeout: 1, stream_timeout: 1}}`,
    }));
});
after(() => stop?.());
beforeEach(() => provider.script());
afterEach(() => {
    provider.script();
    return assertServes(gateway);
});

/// Asks and reads to the end: {status, type, text, cut}.
async function ask(path, model, stream) {
    const response = await post(gateway, path, doors[path](model, 'Hi', stream ? { stream } : {}), { signal: AbortSignal.timeout(15000) });
    let text = '';
    let cut = false;
    try {
        const decoder = new TextDecoder();
        for await (const bytes of response.body) text += decoder.decode(bytes, { stream: true });
    } catch {
        cut = true;
    }
    return { status: response.status, type: response.headers.get('content-type') ?? '', text, cut };
}

function assertJsonError({ status, type, text, cut }, from = 400) {
    assert.equal(cut, false, 'an error comes whole');
    assert.ok(status >= from, `${status} ${text.slice(0, 300)}`);
    assert.match(type, /^application\/json/);
    assert.ok(JSON.parse(text).error.message.length > 5, text);
}

/// A stream that says that it failed, or breaks off; in no case one that ended well.
function assertBrokenStream({ text, cut }, path) {
    const seen = events(text);
    assert.ok(!text.includes('[DONE]'), 'no [DONE]');
    assert.ok(!seen.some(each => each.event === 'message_stop' || each.data?.type === 'message_stop'), 'no message_stop');
    assert.ok(!seen.some(each => each.data?.choices?.some(choice => choice.finish_reason)), 'no finish_reason');
    const last = seen[seen.length - 1];
    if (cut && !last?.data?.error) return;
    assert.ok(last?.data?.error?.message, `an error at the end, not ${JSON.stringify(last)}`);
    if (path === '/v1/messages') assert.equal(last.event, 'error');
}

function assertFailed(answer, path) {
    if (answer.status === 200) assertBrokenStream(answer, path);
    else assertJsonError(answer);
}

/// [what the provider does, whole, streamed]; a function gets the dialect. Without a second reply the first serves both.
const misdeeds = {
    'garbage instead of HTTP': [{ garbage: true }],
    'a status line of garbage': [{ raw: 'HTTP/1.1 abc def\r\n\r\n' }],
    'a head that never ends': [{ raw: `HTTP/1.1 200 OK\r\nx-long: ${'a'.repeat(4 * megabyte)}\r\n` }],
    'half a head': [{ raw: 'HTTP/1.1 200 OK\r\ncontent-ty' }],
    'nothing but a close': [{ raw: '' }],
    'a reset': [{ reset: true }],
    'an empty body': [{ text: '' }],
    'an HTML page with 200': [{ text: '<html><body>Welcome to nginx</body></html>', headers: { 'content-type': 'text/html' } }],
    'an HTML page with 502': [{ status: 502, text: '<html><body>Bad gateway</body></html>', headers: { 'content-type': 'text/html' } }],
    'truncated JSON': [{ text: '{"id": "x", "choi', headers: { 'content-type': 'application/json' } }],
    'JSON of another shape': [{ body: { hello: 'world' } }],
    'JSON of wrong types': [{ body: { choices: 'many', content: 7, usage: [] } }],
    'a JSON array': [{ body: [1, 2, 3] }],
    'deep JSON': [{ text: '['.repeat(100000), headers: { 'content-type': 'application/json' } }],
    'an error inside a 200': [{ body: { error: { message: 'Provider is down', type: 'server_error', code: 502 } } }],
    'a body cut short': [dialect => ({ ...whole(dialect), cut: true }), dialect => ({ sse: streamed(dialect).sse.slice(0, 5), cut: true })],
    'half a chunk': [dialect => ({ sse: [JSON.stringify(whole(dialect).body).slice(0, 60)], headers: { 'content-type': 'application/json' }, chunkHalf: true }), dialect => ({ sse: streamed(dialect).sse.slice(0, 5), chunkHalf: true })],
    'a bad chunk size': [{ raw: 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{"id":1}\r\n0\r\n\r\n' }],
    'a redirect': [{ status: 302, headers: { location: 'http://127.0.0.1:1/elsewhere' }, text: '' }],
    'a 304': [{ status: 304, text: '' }],
    'a gzip bomb': [{ gzipBomb: 512 * megabyte }],
    'a broken gzip body': [{ text: 'this is not gzip', headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' } }],
};
const streamMisdeeds = {
    'an empty stream': { sse: [] },
    // The Responses API's end says everything once more, so that alone it is whole.
    'a stream of nothing but an end': dialect => ({ sse: dialect === 'responses' ? ['data: [DONE]'] : streamed(dialect).sse.slice(-1) }),
    'a stream of comments': { sse: [': ping', ': ping', ': ping'] },
    'an error as the first event': dialect => ({ sse: [errorEvent(dialect)] }),
    'an error in the middle': dialect => ({ sse: [...streamed(dialect).sse.slice(0, 5), errorEvent(dialect), ...streamed(dialect).sse.slice(-1)] }),
    'garbage in the middle': dialect => ({ sse: [...streamed(dialect).sse.slice(0, 5), 'data: {not json', ...streamed(dialect).sse.slice(-2)] }),
    'an end without a finish': dialect => ({ sse: streamed(dialect).sse.slice(0, 5) }),
    'a reset in the middle': dialect => ({ ...streamed(dialect), resetAfter: 5 }),
    'a whole JSON answer, cut': dialect => ({ ...whole(dialect), cut: true }),
    'invalid UTF-8 and then a cut': dialect => ({ raw: Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n'), Buffer.from(`${streamed(dialect).sse.slice(0, 3).join('\n\n')}\n\ndata: {"x":"`), Buffer.from([0xff, 0xc0, 0x80])]) }),
};
function errorEvent(dialect) {
    if (dialect === 'responses') return 'event: error\ndata: {"type":"error","code":"server_error","message":"Overloaded","param":null}';
    return dialect === 'openai'
        ? 'data: {"error":{"message":"Overloaded","type":"server_error","param":null,"code":null}}'
        : 'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}';
}
const made = (reply, dialect) => (typeof reply === 'function' ? reply(dialect) : reply);

for (const path of Object.keys(doors)) {
    for (const [model, dialect] of Object.entries(models[path])) {
        describe(`${path} over ${dialect}:`, () => {
            for (const [name, [reply, streamReply = reply]] of Object.entries(misdeeds)) {
                test(`${name} is a clear error`, async () => {
                    provider.script([made(reply, dialect)]);
                    assertJsonError(await ask(path, model, false));
                    assert.equal(provider.log().length, 1, 'without retries nothing is asked, and paid for, twice');
                });
                test(`${name} in place of a stream is a clear error`, async () => {
                    provider.script([made(streamReply, dialect)]);
                    assertFailed(await ask(path, model, true), path);
                    assert.equal(provider.log().length, 1, 'without retries nothing is asked, and paid for, twice');
                });
            }
            for (const [name, reply] of Object.entries(streamMisdeeds)) {
                test(`${name} does not look like a complete answer`, async () => {
                    provider.script([made(reply, dialect)]);
                    assertFailed(await ask(path, model, true), path);
                });
            }

            test('a provider that says nothing is a 408 when its time is over', async () => {
                for (const stream of [false, true]) {
                    provider.script([{ hang: true }]);
                    const answer = await ask(path, `${model}-hasty`, stream);
                    assertJsonError(answer);
                    assert.equal(answer.status, 408, answer.text);
                    await provider.until(log => log[0].closedEarly, 'the early close');
                }
            });

            test('a provider that falls silent in the middle of a stream is an error in the stream', async () => {
                provider.script([{ ...streamed(dialect, { text: 'Half of an answer' }), hangAfter: 6 }]);
                const answer = await ask(path, `${model}-hasty`, true);
                assertFailed(answer, path);
                await provider.until(log => log[0].closedEarly, 'the early close');
            });

            test('a compressed answer is understood or refused, and never passed on as it is', async () => {
                provider.script([{ ...whole(dialect), gzip: true }]);
                const answer = await ask(path, model, false);
                if (answer.status === 200) assert.match(answer.text, /Hello from the provider\./);
                else assertJsonError(answer);
            });
        });
    }
}

test('what a gzip bomb unpacks to is not kept', async () => {
    const before = gateway.memory();
    let peak = 0;
    const watch = setInterval(() => { peak = Math.max(peak, gateway.memory() - before); }, 5);
    provider.script([{ gzipBomb: 1024 * megabyte }]);
    assertJsonError(await ask('/v1/chat/completions', 'gpt', false));
    clearInterval(watch);
    assert.ok(peak < 200 * megabyte, `${Math.round(peak / megabyte)} MB more memory`);
});

test('an answer without end is given up, and not kept', async () => {
    const before = gateway.memory();
    provider.script([{ sse: ['x'.repeat(megabyte)], headers: { 'content-type': 'application/json' }, endless: true }]);
    assertJsonError(await ask('/v1/chat/completions', 'gpt', false), 500);
    await provider.until(log => log[0].closedEarly, 'the early close');
    await eventually(() => gateway.memory() - before < 200 * megabyte, 'the memory being given back');
});

test('an event without end is given up, and not kept', async () => {
    const before = gateway.memory();
    provider.script([{ raw: [Buffer.from('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\ndata: {"x":"'), ...Array.from({ length: 200 }, () => Buffer.alloc(megabyte, 'x'))] }]);
    assertFailed(await ask('/v1/chat/completions', 'gpt', true), '/v1/chat/completions');
    await eventually(() => gateway.memory() - before < 250 * megabyte, 'the memory being given back');
});

test('a dead port is a clear error', async () => {
    const { provider: gone, gateway: lonely, stop: stopLonely } = await stage();
    try {
        await gone.close();
        const response = await post(lonely, '/v1/chat/completions', chat('gpt'));
        assert.equal(response.status, 500);
        assert.match((await response.json()).error.message, /Connection error|Connection refused|connect/i);
    } finally {
        await stopLonely().catch(() => {});
    }
});
