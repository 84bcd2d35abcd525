// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// How the program rests, how it ends, and how every request ends: in exactly one receipt.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, test } from 'node:test';

import { failure, streamed, whole } from '../fake_provider/answers.mjs';
import { chat, events, eventually, get, message, post, stage, standardConfig, start } from './harness.mjs';
import { Raw, request } from './raw.mjs';

describe('at rest', () => {
    // A sanitizer keeps a memory of its own. The figures are in docs/performance.md; the rest is for other versions of the libraries.
    test('it takes less than 32 MiB, and less than 8 of them are its own', async context => {
        const gateway = await start(standardConfig({ url: 'http://127.0.0.1:1' }), { args: ['--workers', '1'] });
        const isSanitized = /lib[at]san/.test(readFileSync(`/proc/${gateway.pid}/maps`, 'utf8'));
        if (isSanitized) context.skip('a build with a sanitizer');
        else {
            const kibibytes = name => Number(readFileSync(`/proc/${gateway.pid}/status`, 'utf8').match(new RegExp(`${name}:\\s+(\\d+)`))[1]);
            await eventually(() => kibibytes('VmRSS') < 32 * 1024 && kibibytes('RssAnon') < 8 * 1024, 'rest');
        }
        await gateway.stop();
    });
});

describe('the end:', () => {
    for (const signal of ['SIGTERM', 'SIGINT']) {
        test(`${signal} lets a running stream finish, takes nobody new, and ends with 0`, async () => {
            const { provider, gateway, stop } = await stage();
            provider.script([{ ...streamed('openai', { text: 'To the last word.' }), gap: 0.1 }]);
            const idle = await Raw.open(gateway);
            const response = await post(gateway, '/v1/chat/completions', chat('gpt', 'Hi', { stream: true }));
            await provider.until(log => log[0].events > 1, 'the stream');
            gateway.signal(signal);
            await eventually(() => Raw.open(gateway).then(raw => { raw.close(); return false; }, () => true), 'the closing of the door');
            assert.equal(provider.log()[0].finished, false, 'the stream was still running');
            assert.match(await response.text(), /data: \[DONE\]\n\n$/);
            assert.deepEqual(await gateway.ended, { code: 0, signal: null });
            await idle.closed(1000);
            await stop();
        });
    }

    test('a whole call that is running may finish too', async () => {
        const { provider, gateway, stop } = await stage();
        provider.script([{ ...whole('openai'), delay: 0.5 }]);
        const asked = post(gateway, '/v1/chat/completions', chat('gpt'));
        await provider.until(log => log.length === 1, 'the request');
        gateway.signal('SIGTERM');
        assert.equal((await asked).status, 200);
        assert.equal((await gateway.ended).code, 0);
        await stop();
    });

    test('without anything to wait for it ends at once', async () => {
        const { gateway, stop } = await stage({ args: ['--stop-timeout', '60'] });
        const idle = await Raw.open(gateway);
        const began = Date.now();
        gateway.signal('SIGTERM');
        assert.equal((await gateway.ended).code, 0);
        assert.ok(Date.now() - began < 10000, 'idle connections hold nothing up');
        idle.close();
        await stop();
    });

    for (const [path, body] of [['/v1/chat/completions', chat('gpt', 'Hi', { stream: true })], ['/v1/messages', message('claude', 'Hi', { stream: true })]]) {
        test(`a stream of ${path} that never ends is told of the end after the limit`, async () => {
            const { provider, gateway, stop } = await stage({ args: ['--stop-timeout', '1'] });
            const dialect = body.model === 'gpt' ? 'openai' : 'anthropic';
            provider.script([{ ...streamed(dialect, { text: 'For ever and ever and ever' }), hangAfter: 6 }]);
            const response = await post(gateway, path, body);
            await provider.until(log => log[0].events >= 6, 'the stream');
            gateway.signal('SIGTERM');
            const text = await response.text();
            const seen = events(text);
            const last = seen[seen.length - 1];
            assert.ok(last.data.error?.message, text);
            if (dialect === 'anthropic') assert.equal(last.event, 'error');
            assert.ok(!text.includes('[DONE]') && !text.includes('message_stop'));
            assert.equal((await gateway.ended).code, 0);
            assert.match(gateway.logs(), /stop/i);
            await stop();
        });
    }

    test('a second signal ends the waiting', async () => {
        const { provider, gateway, stop } = await stage({ args: ['--stop-timeout', '60'] });
        provider.script([{ ...streamed('openai', { text: 'For ever' }), hangAfter: 3 }]);
        const response = await post(gateway, '/v1/chat/completions', chat('gpt', 'Hi', { stream: true }));
        await provider.until(log => log[0].events >= 3, 'the stream');
        gateway.signal('SIGTERM');
        await eventually(() => Raw.open(gateway).then(raw => { raw.close(); return false; }, () => true), 'the closing of the door');
        gateway.signal('SIGTERM');
        const impatient = setTimeout(() => gateway.signal('SIGKILL'), 10000);
        assert.notEqual((await gateway.ended).signal, 'SIGKILL');
        clearTimeout(impatient);
        await response.text().catch(() => {});
        await stop();
    });
});

describe('receipts:', () => {
    let provider, gateway, stop;
    let count = 0;
    before(async () => { ({ provider, gateway, stop } = await stage()); });
    after(() => stop?.());
    beforeEach(() => provider.script());

    const rows = async () => (await (await get(gateway, '/traffic?limit=1000')).json()).data;
    /// The only row with that call id, once it has ended, and the only line of the log.
    async function theReceipt(call) {
        const row = await eventually(async () => {
            const found = (await rows()).filter(each => each.call_id === call);
            assert.ok(found.length <= 1, `${found.length} rows`);
            return found[0] && found[0].state !== 'running' && found[0];
        }, 'the receipt');
        await eventually(() => gateway.logs().includes(`call=${call}`), 'the line in the log');
        assert.equal(gateway.logs().split('\n').filter(line => line.includes(`call=${call}`)).length, 1, 'one line');
        return row;
    }
    const named = () => `receipt-${++count}-end`;
    const as = call => ({ headers: { 'x-litellm-call-id': call } });

    test('a finished call, whole and streamed, through both doors', async () => {
        for (const [path, body] of [['/v1/chat/completions', chat('gpt')], ['/v1/messages', message('claude')]]) {
            for (const stream of [false, true]) {
                const call = named();
                await (await post(gateway, path, { ...body, stream }, as(call))).text();
                const row = await theReceipt(call);
                assert.equal(row.state, 'completed');
                assert.equal(row.status, 200);
                assert.equal(row.model, body.model);
                assert.equal(row.deployment, `d-${body.model}`);
                assert.equal(row.stream, stream);
                assert.equal(row.attempts, 1);
                assert.deepEqual([row.tokens.input, row.tokens.output], [11, 7]);
                assert.ok(row.duration_ms > 0);
                if (stream) assert.ok(row.first_token_ms > 0 && row.first_token_ms <= row.duration_ms);
            }
        }
    });

    test('a failed call', async () => {
        provider.script([failure('openai', 500, 'The server had an error')]);
        const call = named();
        await (await post(gateway, '/v1/chat/completions', chat('gpt'), as(call))).text();
        const row = await theReceipt(call);
        assert.equal(row.state, 'failed');
        assert.equal(row.status, 500);
        assert.match(row.error, /The server had an error/);
    });

    test('a stream that breaks', async () => {
        provider.script([{ sse: streamed('openai', { text: 'Half' }).sse.slice(0, 4), cut: true }]);
        const call = named();
        await (await post(gateway, '/v1/chat/completions', chat('gpt', 'Hi', { stream: true }), as(call))).text().catch(() => {});
        assert.equal((await theReceipt(call)).state, 'failed');
    });

    test('refused calls', async () => {
        for (const [body, options] of [[chat('nobody'), {}], [{ model: 'gpt' }, {}], [chat('gpt'), { key: 'sk-wrong' }]]) {
            const call = named();
            const response = await post(gateway, '/v1/chat/completions', body, { ...as(call), ...options });
            await response.text();
            const row = await theReceipt(call);
            assert.equal(row.state, 'refused');
            assert.equal(row.status, response.status);
        }
    });

    test('abandoned calls, whole and streamed', async () => {
        for (const stream of [false, true]) {
            const call = named();
            provider.script([stream ? { ...streamed('openai', { text: 'long' }), hangAfter: 3 } : { hang: true }]);
            const raw = await Raw.open(gateway);
            raw.send(request('/v1/chat/completions', JSON.stringify(chat('gpt', 'Hi', { stream })), { headers: [`x-litellm-call-id: ${call}`] }));
            await provider.until(log => log.length === 1 && (!stream || log[0].events >= 3), 'the request');
            const running = (await rows()).find(row => row.call_id === call);
            assert.equal(running?.state, 'running');
            raw.close();
            await provider.until(log => log[0].closedEarly, 'the early close');
            assert.equal((await theReceipt(call)).state, 'abandoned');
        }
    });

    test('no receipt holds a prompt, an answer or a key', async () => {
        const call = named();
        await (await post(gateway, '/v1/chat/completions', chat('gpt', 'a very private question'), as(call))).text();
        const row = JSON.stringify(await theReceipt(call));
        assert.doesNotMatch(row + gateway.logs(), /private question|Hello from the provider|sk-journey|sk-openai/);
    });

    test('the list needs a key', async () => {
        assert.equal((await get(gateway, '/traffic', { key: null })).status, 401);
    });

    test('a call id cannot forge lines of the log', async () => {
        const raw = await Raw.open(gateway);
        raw.send(request('/v1/chat/completions', JSON.stringify(chat('gpt\nforged line')), { headers: ['x-litellm-call-id: harmless'] }));
        assert.equal((await raw.answer()).status, 400);
        raw.close();
        assert.doesNotMatch(gateway.logs(), /^forged line/m);
    });
});
