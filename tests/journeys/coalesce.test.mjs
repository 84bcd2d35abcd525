// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Identical requests that are under way at the same time are one call to the provider, where the operator asked for it.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { failure, streamed, whole } from '../fake_provider/answers.mjs';
import { chat, eventually, get, masterKey, message, openaiKey, post, stage, standardConfig } from './harness.mjs';

const models = `  - model_name: alone
    litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: ${openaiKey}}
`;
const settings = '  coalesce: [gpt, claude]';
const path = '/v1/chat/completions';
const four = ['--workers', '4'];

/// A gate for a provider's answers: nothing leaves before open().
function gate() {
    let open;
    const when = new Promise(resolve => { open = resolve; });
    return { when, open };
}

const rowsOf = async gateway => (await (await get(gateway, '/traffic?limit=1000')).json()).data;
/// Waits until so many requests are being answered.
const running = (gateway, count) => eventually(async () => (await rowsOf(gateway)).filter(row => row.state === 'running').length === count, `${count} requests are running`);
const rowOf = (gateway, call) => eventually(async () => (await rowsOf(gateway)).find(row => row.call_id === call && row.state !== 'running'), `the end of ${call}`);
const as = call => ({ headers: { 'x-litellm-call-id': call } });
const isShared = response => response.headers.get('x-gatehouse-coalesced') === 'true';

describe('identical requests at the same time', () => {
    let provider, gateway, stop;
    before(async () => { ({ provider, gateway, stop } = await stage({ models, settings, args: four })); });
    after(() => stop?.());
    beforeEach(() => provider.script());

    test('are one call to the provider, and all get its answer', async () => {
        const { when, open } = gate();
        provider.script([{ when, ...whole('openai', { text: 'For all of you.', id: 'chatcmpl-one' }) }]);
        const waiting = Array.from({ length: 20 }, (_, n) => post(gateway, path, chat('gpt'), as(`twenty-${n}`)));
        await running(gateway, 20);
        open();
        const responses = await Promise.all(waiting);
        const texts = await Promise.all(responses.map(response => response.text()));
        assert.equal(provider.log().length, 1);
        assert.deepEqual([...new Set(responses.map(response => response.status))], [200]);
        assert.equal(new Set(texts).size, 1);
        assert.equal(JSON.parse(texts[0]).choices[0].message.content, 'For all of you.');
        assert.equal(responses.filter(isShared).length, 19);
        for (const [n, response] of responses.entries()) {
            assert.equal(response.headers.get('x-litellm-call-id'), `twenty-${n}`);
            assert.equal(response.headers.get('x-litellm-model-id'), 'd-gpt');
            assert.equal(response.headers.get('x-litellm-response-cost'), isShared(response) ? '0.0' : '9.75e-05');
            assert.equal(response.headers.get('content-type'), responses[0].headers.get('content-type'));
        }
    });

    test('have a receipt each, and only one of them costs anything', async () => {
        const { when, open } = gate();
        provider.script([{ when, ...whole('openai') }]);
        const waiting = ['cost-1', 'cost-2', 'cost-3'].map(call => post(gateway, path, chat('gpt', 'What does it cost?'), as(call)));
        await running(gateway, 3);
        open();
        for (const response of await Promise.all(waiting)) await response.text();
        const rows = await Promise.all(['cost-1', 'cost-2', 'cost-3'].map(call => rowOf(gateway, call)));
        assert.deepEqual(rows.map(row => row.shared).sort(), [false, true, true]);
        for (const row of rows) {
            assert.equal(row.state, 'completed');
            assert.equal(row.deployment, 'd-gpt');
            assert.deepEqual([row.tokens.input, row.tokens.output, row.finish_reason], [11, 7, 'stop']);
            assert.equal(row.cost.total, row.shared ? 0 : 9.75e-5);
            assert.equal(row.attempts, row.shared ? 0 : 1);
        }
        const line = await gateway.says(/.* call=cost-2.*/);
        assert.equal(/ shared /.test(line[0]), rows[1].shared);
    });

    test('are one at the other doors too', async () => {
        for (const [door, body, reply] of [
            ['/v1/messages', message('claude'), whole('anthropic')],
            ['/v1/embeddings', { model: 'gpt', input: 'Hello?' }, { body: { object: 'list', model: 'e', data: [{ object: 'embedding', index: 0, embedding: [0.5] }], usage: { prompt_tokens: 2, total_tokens: 2 } } }],
        ]) {
            const { when, open } = gate();
            provider.script([{ when, ...reply }]);
            const waiting = Array.from({ length: 4 }, () => post(gateway, door, body));
            await running(gateway, 4);
            open();
            const responses = await Promise.all(waiting);
            assert.deepEqual(responses.map(response => response.status), [200, 200, 200, 200], door);
            assert.equal(new Set(await Promise.all(responses.map(response => response.text()))).size, 1);
            assert.equal(provider.log().length, 1, door);
        }
    });

    test('are none where anything is different', async () => {
        const { when, open } = gate();
        provider.script([{ when, ...whole('openai') }]);
        const waiting = [
            post(gateway, path, chat('gpt')),
            post(gateway, path, chat('gpt', 'Another question?')),
            post(gateway, path, chat('gpt', 'Hello?', { temperature: 1 })),
            post(gateway, path, `${JSON.stringify(chat('gpt'))} `),
            post(gateway, path, chat('gpt'), { headers: { 'x-litellm-timeout': '30' } }),
            post(gateway, path, chat('gpt'), { headers: { 'anthropic-beta': 'new' } }),
            post(gateway, '/chat/completions', chat('gpt')),
        ];
        await provider.until(log => log.length === waiting.length, 'a call for each');
        open();
        const responses = await Promise.all(waiting);
        for (const response of responses) await response.text();
        assert.equal(responses.filter(isShared).length, 0);
    });

    test('are none of a stream, of the Responses door, or of a group that did not ask for it', async () => {
        for (const [door, body, reply] of [
            [path, chat('gpt', 'Hello?', { stream: true }), streamed('openai')],
            [path, chat('alone'), whole('openai')],
            ['/v1/responses', { model: 'gpt', input: 'Hello?' }, whole('responses')],
        ]) {
            const { when, open } = gate();
            provider.script([{ when, ...reply }]);
            const waiting = [post(gateway, door, body), post(gateway, door, body)];
            await provider.until(log => log.length === 2, `two calls through ${door}`);
            open();
            for (const response of await Promise.all(waiting)) {
                assert.equal(response.status, 200, door);
                await response.text();
            }
        }
    });

    test('one after another are calls of their own', async () => {
        for (let i = 0; i < 3; i++) assert.equal(isShared(await post(gateway, path, chat('gpt'))), false);
        assert.equal(provider.log().length, 3);
    });

    test('share an error that the provider gave', async () => {
        const { when, open } = gate();
        provider.script([{ when, ...failure('openai', 429, 'slow down', { headers: { 'retry-after': '7' } }) }]);
        const waiting = Array.from({ length: 5 }, (_, n) => post(gateway, path, chat('gpt'), as(`error-${n}`)));
        await running(gateway, 5);
        open();
        const responses = await Promise.all(waiting);
        assert.deepEqual(responses.map(response => response.status), Array(5).fill(429));
        assert.equal(new Set(await Promise.all(responses.map(response => response.text()))).size, 1);
        assert.deepEqual(responses.map(response => response.headers.get('retry-after')), Array(5).fill('7'));
        assert.equal(responses.filter(isShared).length, 4);
        assert.equal(provider.log().length, 1);
        const rows = await Promise.all(responses.map((_, n) => rowOf(gateway, `error-${n}`)));
        assert.deepEqual(rows.map(row => [row.state, row.status, row.fault]), Array(5).fill(['failed', 429, rows[0].fault]));
    });

    test('go on with another when the first one leaves', async () => {
        const { when, open } = gate();
        provider.script([{ hang: true }, { when, ...whole('openai') }]);
        const leaving = new AbortController();
        const first = post(gateway, path, chat('gpt'), { ...as('leader'), signal: leaving.signal }).catch(() => 'gone');
        await provider.until(log => log.length === 1, 'the first call');
        const others = Array.from({ length: 4 }, (_, n) => post(gateway, path, chat('gpt'), as(`left-${n}`)));
        await running(gateway, 5);
        leaving.abort();
        assert.equal(await first, 'gone');
        await provider.until(log => log.length === 2 && log[0].closedEarly, 'the call of the next one');
        open();
        const responses = await Promise.all(others);
        assert.deepEqual(responses.map(response => response.status), Array(4).fill(200));
        assert.equal(responses.filter(isShared).length, 3);
        assert.equal(provider.log().length, 2);
        assert.equal((await rowOf(gateway, 'leader')).state, 'abandoned');
    });

    test('do not care for one that leaves', async () => {
        const { when, open } = gate();
        provider.script([{ when, ...whole('openai') }]);
        const first = post(gateway, path, chat('gpt'));
        await provider.until(log => log.length === 1, 'the first call');
        const leaving = new AbortController();
        const second = post(gateway, path, chat('gpt'), { ...as('follower'), signal: leaving.signal }).catch(() => 'gone');
        await running(gateway, 2);
        leaving.abort();
        assert.equal(await second, 'gone');
        const row = await rowOf(gateway, 'follower');
        assert.deepEqual([row.state, row.attempts, row.shared], ['abandoned', 0, false]);
        open();
        assert.equal((await first).status, 200);
        assert.equal(provider.log().length, 1);
    });
});

describe('the gateway', () => {
    test('coalesces nothing unless it is asked to', async () => {
        const { provider, gateway, stop } = await stage({ args: four });
        const { when, open } = gate();
        provider.script([{ when, ...whole('openai') }]);
        const waiting = Array.from({ length: 5 }, () => post(gateway, path, chat('gpt')));
        await provider.until(log => log.length === 5, 'five calls');
        open();
        for (const response of await Promise.all(waiting)) assert.equal(isShared(response), false);
        await stop();
    });

    test('keeps callers apart', async () => {
        const open = provider => standardConfig(provider, { settings: '  coalesce: true' }).replace(`master_key: ${masterKey}`, '');
        const { provider, gateway, stop } = await stage({ config: open, args: four });
        const hold = gate();
        provider.script([{ when: hold.when, ...whole('openai') }]);
        const waiting = ['sk-one', 'sk-two', 'sk-two'].map(key => post(gateway, path, chat('gpt'), { key }));
        await running(gateway, 3);
        await provider.until(log => log.length === 2, 'a call for each key');
        hold.open();
        const responses = await Promise.all(waiting);
        assert.deepEqual(responses.map(response => response.status), [200, 200, 200]);
        assert.equal(responses.filter(isShared).length, 1);
        assert.equal(provider.log().length, 2);
        await stop();
    });

    test('ends all of them when it stops', async () => {
        const { provider, gateway, stop } = await stage({ settings, args: [...four, '--stop-timeout', '1'] });
        provider.script([{ hang: true }]);
        const waiting = Array.from({ length: 8 }, () => post(gateway, path, chat('gpt')));
        await running(gateway, 8);
        gateway.signal('SIGTERM');
        const responses = await Promise.all(waiting);
        assert.deepEqual(responses.map(response => response.status), Array(8).fill(503));
        for (const response of responses) assert.match(await response.text(), /shutting down/);
        assert.equal((await gateway.ended).signal, null);
        assert.equal(provider.log().length, 1);
        await stop();
    });
});
