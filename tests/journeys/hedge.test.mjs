// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// A second copy of a request whose first is late (router_settings.hedge): whose answer counts, who is cancelled, and who is billed.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { defaultAnswer, failure, streamed, whole } from '../fake_provider/answers.mjs';
import { chat, events, message, post } from './harness.mjs';
import { deployment, pair, routes } from './routes.mjs';

let number = 0;
/// Chats with a group: {status, id, hedged, text, record}.
async function ask(scene, group, more = {}) {
    const callId = `hedge-${++number}`;
    const response = await post(scene.gateway, '/v1/chat/completions', chat(group, 'Hello?', more), { headers: { 'x-litellm-call-id': callId } });
    const text = await response.text();
    return { status: response.status, id: response.headers.get('x-litellm-model-id'), hedged: response.headers.get('x-gatehouse-hedged'), text, record: await scene.record(callId) };
}
const textOf = (text, stream) => (stream ? events(text).map(each => each.data.choices?.[0]?.delta?.content ?? '').join('') : JSON.parse(text).choices[0].message.content);
const late = (seconds, reply = defaultAnswer) => request => ({ ...reply(request), delay: seconds });
const patient = { timeout: 10, stream_timeout: 10, disable_cooldowns: true };

describe('a request that is late', () => {
    let scene;
    before(async () => {
        const three = ['a', 'b', 'c'].map((letter, n) => deployment(`three-${letter}`, 'three', { weight: n ? 0 : 1 }));
        scene = await routes([...pair('two'), ...three, deployment('alone-a', 'alone'), ...pair('claude', { model: 'anthropic/claude-sonnet-4-5-20250929' })],
            { ...patient, num_retries: 0, hedge: { after: '100ms', max: 1 } });
    });
    after(() => scene?.stop());
    beforeEach(() => scene.play());

    const silences = [
        ['does not answer', false, { hang: true }],
        ['does not answer as a stream', true, { hang: true }],
        ['says no more than a role', true, { ...streamed('openai'), hangAfter: 1 }],
    ];
    for (const [what, stream, silence] of silences) {
        test(`that ${what} is answered by its copy, and cancelled`, async () => {
            scene.play({ 'two-a': silence });
            const { status, id, hedged, text, record } = await ask(scene, 'two', { stream });
            assert.deepEqual([status, id, hedged], [200, 'two-b', '1'], text);
            assert.equal(textOf(text, stream), 'Hello from the provider.');
            await scene.provider.until(() => scene.asked('two-a')[0].closedEarly, 'the first is cancelled');
            assert.equal(scene.asked('two-b')[0].closedEarly, false);

            const [first, copy] = [record.tries.find(each => each.deployment === 'two-a'), record.tries.find(each => each.deployment === 'two-b')];
            assert.equal(record.tries.length, 2);
            assert.deepEqual([first.copy, first.given_up, first.fault], [undefined, true, null]);
            assert.deepEqual([copy.copy, copy.given_up, copy.fault, copy.status], [true, undefined, null, 200]);
        });
    }

    test('is billed twice, the given-up one by estimate', async () => {
        scene.play({ 'two-a': { hang: true } });
        const { record } = await ask(scene, 'two');
        const [first, copy] = [record.tries.find(each => each.given_up), record.tries.find(each => each.copy)];
        assert.deepEqual(copy.tokens, { input: 11, output: 7, estimate: false });
        assert.equal(first.tokens.estimate, true);
        assert.ok(first.tokens.input > 0 && first.tokens.output === 0, JSON.stringify(first.tokens));
        assert.ok(first.cost > 0 && copy.cost > 0, JSON.stringify(record.tries));
        assert.ok(Math.abs(record.cost.total - first.cost - copy.cost) < 1e-12, JSON.stringify(record));
        assert.deepEqual([record.tokens.input, record.tokens.output], [11, 7], 'the usage is that of the answer');
    });

    test('of Anthropic, cancelled after its head, is billed by what it said', async () => {
        scene.play({ 'claude-a': { ...streamed('anthropic', { usage: { fresh: 500 } }), hangAfter: 1 } });
        const response = await post(scene.gateway, '/v1/messages', message('claude', 'Hi', { stream: true }), { headers: { 'x-litellm-call-id': 'head' } });
        assert.match(await response.text(), /message_stop/);
        assert.equal(response.headers.get('x-litellm-model-id'), 'claude-b');
        const first = (await scene.record('head')).tries.find(each => each.given_up);
        assert.deepEqual([first.tokens.input, first.tokens.estimate], [500, false]);
    });

    test('that answers after all, before its copy does, is the answer', async () => {
        scene.play({ 'two-a': late(0.25), 'two-b': { hang: true } });
        const { status, id, hedged, record } = await ask(scene, 'two');
        assert.deepEqual([status, id, hedged], [200, 'two-a', '1']);
        await scene.provider.until(() => scene.asked('two-b')[0].closedEarly, 'the copy is cancelled');
        assert.deepEqual(record.tries.map(each => [each.deployment, each.copy, each.given_up]).sort(), [['two-a', undefined, undefined], ['two-b', true, true]]);
    });

    test('has no copy when it is in time', async () => {
        for (const stream of [false, true]) {
            const { id, hedged, record } = await ask(scene, 'two', { stream });
            assert.deepEqual([id, hedged, record.tries.length], ['two-a', null, 1]);
        }
        assert.equal(scene.asked('two-b').length, 0);
    });

    test('has no copy once it speaks, however slowly', async () => {
        scene.play({ 'two-a': { ...streamed('openai'), gap: 0.03 } });
        const { id, hedged, text } = await ask(scene, 'two', { stream: true });
        assert.deepEqual([id, hedged, textOf(text, true)], ['two-a', null, 'Hello from the provider.']);
        assert.equal(scene.provider.log().length, 1);
    });

    test('whose first fails is still answered by its copy', async () => {
        scene.play({ 'two-a': { ...failure('openai', 500, 'No'), delay: 0.2 }, 'two-b': late(0.3) });
        const { status, id } = await ask(scene, 'two');
        assert.deepEqual([status, id], [200, 'two-b']);
        assert.equal(scene.provider.log().length, 2);
    });

    test('whose copy fails is still answered by the first', async () => {
        scene.play({ 'two-a': late(0.4), 'two-b': failure('openai', 500, 'No') });
        const { status, id } = await ask(scene, 'two');
        assert.deepEqual([status, id], [200, 'two-a']);
    });

    test('of which both fail is told the first error', async () => {
        scene.play({ 'two-a': { ...failure('openai', 500, 'the first'), delay: 0.3 }, 'two-b': { ...failure('openai', 503, 'the second'), delay: 0.4 } });
        const { status, text } = await ask(scene, 'two');
        assert.equal(status, 500);
        assert.match(text, /the first/);
    });

    test('has no more copies than max', async () => {
        scene.play({ 'three-a': { hang: true }, 'three-b': late(0.4), 'three-c': late(0.4) });
        assert.equal((await ask(scene, 'three')).status, 200);
        assert.equal(scene.provider.log().length, 2);
    });

    test('has none where nobody else is there to ask', async () => {
        scene.play({ 'alone-a': late(0.3) });
        const { status, hedged } = await ask(scene, 'alone');
        assert.deepEqual([status, hedged], [200, null]);
        assert.equal(scene.provider.log().length, 1);
    });

    test('whose caller leaves is cancelled with its copy', async () => {
        scene.play({}, { hang: true });
        const leaving = new AbortController();
        const gone = post(scene.gateway, '/v1/chat/completions', chat('two'), { signal: leaving.signal });
        gone.catch(() => {});
        await scene.provider.until(log => log.length === 2, 'the copy');
        leaving.abort();
        await scene.provider.until(log => log.every(entry => entry.closedEarly), 'both are cancelled');
    });
});

test('max: 2 asks a third when the second is late as well', async () => {
    const scene = await routes(['a', 'b', 'c'].map(letter => deployment(letter, 'g')), { ...patient, hedge: { after: 0.08, max: 2 } });
    let count = 0;
    scene.play({}, request => (++count < 3 ? { hang: true } : defaultAnswer(request)));
    const { status, hedged, record } = await ask(scene, 'g');
    assert.deepEqual([status, hedged, record.tries.length, scene.provider.log().length], [200, '2', 3, 3]);
    assert.equal(new Set(scene.provider.log().map(entry => entry.path)).size, 3, 'three different ones');
    await scene.stop();
});

test('without the setting there is no copy; a group may have its own, in either place', async () => {
    const hedge = { after: '80ms' };
    const scene = await routes([...pair('plain'), ...pair('named'), ...pair('own', { hedge })], { ...patient, num_retries: 0, model_group_hedge: { named: hedge } });
    for (const [group, id] of [['plain', 'plain-a'], ['named', 'named-b'], ['own', 'own-b']]) {
        scene.play({ [`${group}-a`]: late(0.5) });
        assert.equal((await ask(scene, group)).id, id);
    }
    await scene.stop();
});

test('p95 knows after twenty answers what is late, for streams and for others apart', async () => {
    const scene = await routes(pair('g'), { ...patient, num_retries: 0, hedge: { after: 'p95' } }, { args: ['--workers', '1'] });
    const slow = { 'g-a': late(0.6) };
    for (const stream of [false, true]) {
        scene.play(slow);
        assert.equal((await ask(scene, 'g', { stream })).id, 'g-a', 'nothing is known yet');
        scene.play({ 'g-a': late(0.02) });
        for (let n = 0; n < 25; n++) assert.equal((await ask(scene, 'g', { stream })).status, 200);
        scene.play(slow);
        const { id, hedged } = await ask(scene, 'g', { stream });
        assert.deepEqual([id, hedged], ['g-b', '1']);
    }
    await scene.stop();
});
