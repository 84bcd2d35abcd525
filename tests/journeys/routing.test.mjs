// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What becomes of a request whose deployment fails before the first word: who is asked next, how often, and who rests for how long.
// Behind the group: fallbacks.test.mjs; who is asked first: strategies.test.mjs.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { defaultAnswer, failure, streamed, whole } from '../fake_provider/answers.mjs';
import { closedAddress } from '../fake_provider/provider.mjs';
import { chat, eventually, events, message, post } from './harness.mjs';
import { calm, deployment, inTurn, pair, routes } from './routes.mjs';

const limited = (seconds = 30) => failure('openai', 429, 'Rate limit reached', { headers: { 'retry-after': String(seconds) } });
const inAMoment = seconds => new Date(Date.now() + seconds * 1000).toUTCString();
const broken = failure('openai', 500, 'The server had an error');
const many = (group, count, params = {}) => Array.from({ length: count }, (_, n) => deployment(`${group}-${n}`, group, params));

/// Chats with a group: {status, id, retries, text, response}.
async function ask(scene, group, more = {}, headers = {}) {
    const response = await post(scene.gateway, '/v1/chat/completions', chat(group, 'Hello?', more), { headers });
    const text = await response.text();
    return { status: response.status, id: response.headers.get('x-litellm-model-id'), retries: response.headers.get('x-litellm-attempted-retries'), text, response };
}
const askedInAll = (scene, group) => scene.provider.log().filter(entry => entry.path.startsWith(`/${group}-`)).length;

/// What can happen before the first word: [what, reply]; the reply may be a function of whether it is a stream.
const badDays = [
    ['a 429', limited()],
    ['a 429 until a date', () => failure('openai', 429, 'Rate limit reached', { headers: { 'retry-after': inAMoment(30) } })],
    ['a 500', broken],
    ['a 503 in HTML', { status: 503, text: '<html>down</html>', headers: { 'content-type': 'text/html' } }],
    ['a wrong key', failure('openai', 401, 'Incorrect API key provided')],
    ['a refused connection', null],
    ['a reset', { reset: true }],
    ['a close', { raw: '' }],
    ['a silence before the head', { hang: true }],
    ['a silence behind the head', { sse: [''], hangAfter: 0 }],
    ['garbage', { garbage: true }],
    ['an answer that is none', { body: { hello: 'world' } }],
    ['an answer cut short', { ...whole('openai'), cut: true }],
];
const badStreams = [
    ['a role and then a silence', { ...streamed('openai'), hangAfter: 1 }],
    ['a role and then a cut', { sse: streamed('openai').sse.slice(0, 1), cut: true }],
    ['a role and then half a chunk', { sse: streamed('openai').sse.slice(0, 1), chunkHalf: true }],
    ['an error as the first event', { sse: ['data: {"error":{"message":"Overloaded","type":"server_error","param":null,"code":null}}'] }],
    ['an empty stream', { sse: [] }],
];
const cases = [...badDays.map(([what, reply]) => [what, reply, false]), ...[...badDays, ...badStreams].map(([what, reply]) => [what, reply, true])];

describe('a failure before the first word goes on at once, unseen, at another deployment:', () => {
    const groups = cases.map((_, n) => `case${n}`);
    let scene;
    before(async () => {
        const dead = await closedAddress();
        const models = groups.flatMap((group, n) => (cases[n][1] ? pair(group) : [deployment(`${group}-a`, group, { weight: 1, api_base: `${dead}/v1` }), deployment(`${group}-b`, group, { weight: 0, ...calm })]));
        scene = await routes(models);
    });
    after(() => scene?.stop());

    cases.forEach(([what, reply, stream], n) => test(`${what}${stream ? ', streamed' : ''}`, async () => {
        scene.play({ [`${groups[n]}-a`]: reply ?? broken });
        const answer = await ask(scene, groups[n], stream ? { stream } : {});
        assert.deepEqual([answer.status, answer.id, answer.retries], [200, `${groups[n]}-b`, '1'], answer.text);
        assert.equal(scene.asked(`${groups[n]}-a`).length, reply ? 1 : 0);
        assert.equal(scene.asked(`${groups[n]}-b`).length, 1);
        if (stream) assert.equal(events(answer.text).map(each => each.data.choices?.[0]?.delta?.content ?? '').join(''), 'Hello from the provider.');
        else assert.equal(JSON.parse(answer.text).choices[0].message.content, 'Hello from the provider.');
        assert.doesNotMatch(answer.text, /error/);
    }));

    for (const what of ['a 429', 'a 429 until a date', 'a wrong key']) {
        test(`after ${what} it rests, and the next requests do not ask it`, async () => {
            const group = groups[cases.findIndex(([name]) => name === what)];
            scene.play();
            for (let n = 0; n < 5; n++) assert.equal((await ask(scene, group)).id, `${group}-b`);
            assert.equal(scene.asked(`${group}-a`).length, 0);
        });
    }

    test('after a single 500 it does not rest', async () => {
        const group = groups[cases.findIndex(([name]) => name === 'a 500')];
        scene.play();
        assert.equal((await ask(scene, group)).id, `${group}-a`);
    });
});

describe('retries', () => {
    let scene;
    before(async () => {
        scene = await routes([
            ...pair('half'),
            ...many('plain', 6), ...many('own', 6, { num_retries: 4 }), ...many('policy', 6), ...many('lone', 1),
        ], {
            disable_cooldowns: true,
            retry_policy: { RateLimitErrorRetries: 3, BadRequestErrorRetries: 2, AuthenticationErrorRetries: 0 },
            model_group_retry_policy: { policy: { InternalServerErrorRetries: 4 } },
        });
    });
    after(() => scene?.stop());

    test('never go back to the one that just failed while another is left', async () => {
        scene.play({ 'half-a': broken });
        for (let n = 0; n < 25; n++) {
            const answers = await Promise.all(Array.from({ length: 8 }, () => ask(scene, 'half')));
            for (const answer of answers) assert.deepEqual([answer.status, answer.id], [200, 'half-b']);
        }
        assert.deepEqual([scene.asked('half-a').length, scene.asked('half-b').length], [200, 200], 'each request asks each of the two once');
    });

    test('ask everybody once before anybody twice', async () => {
        scene.play({}, broken);
        assert.equal((await ask(scene, 'plain', { num_retries: 5 })).status, 500);
        for (let n = 0; n < 6; n++) assert.equal(scene.asked(`plain-${n}`).length, 1);
    });

    const counts = [
        ['as the router says', 'plain', broken, {}, {}, 2],
        ['as the request says', 'plain', broken, { num_retries: 3 }, {}, 4],
        ['not at all when the request says so', 'plain', broken, { num_retries: 0 }, {}, 1],
        ["as the request's header says", 'plain', broken, {}, { 'x-litellm-num-retries': '2' }, 3],
        ['as the deployment says', 'own', broken, {}, {}, 5],
        ['as the request says, whatever the deployment does', 'own', broken, { num_retries: 1 }, {}, 2],
        ['as the policy says for its kind of error', 'plain', failure('openai', 429, 'Slow down'), {}, {}, 4],
        ['as the policy says even for what is never retried otherwise', 'plain', failure('openai', 400, 'No'), {}, {}, 3],
        ['as the policy says when it says never', 'plain', failure('openai', 401, 'No'), {}, {}, 1],
        ["as its group's policy says", 'policy', broken, {}, {}, 5],
    ];
    for (const [how, group, reply, body, headers, tries] of counts) {
        test(`are made ${how}`, async () => {
            scene.play({}, reply);
            const answer = await ask(scene, group, body, headers);
            assert.equal(answer.status, reply.status);
            assert.equal(askedInAll(scene, group), tries);
        });
    }

    test('are not made of what would be refused again', async () => {
        const other = await routes(many('plain', 3), { num_retries: 2, disable_cooldowns: true });
        for (const status of [400, 404, 413, 422]) {
            other.play({}, failure('openai', status, 'No'));
            assert.equal((await ask(other, 'plain')).status, status === 413 ? 400 : status);
            assert.equal(askedInAll(other, 'plain'), 1, `of a ${status}`);
        }
        await other.stop();
    });

    test('ask a lone one again, after a pause', async () => {
        scene.play({ 'lone-0': inTurn(broken, defaultAnswer) });
        const answer = await ask(scene, 'lone');
        assert.deepEqual([answer.status, answer.retries], [200, '1']);
    });

    test('do not pay a lone one twice for an answer that is of no use', async () => {
        scene.play({ 'lone-0': { body: { hello: 'world' } } });
        assert.equal((await ask(scene, 'lone')).status, 502);
        assert.equal(scene.asked('lone-0').length, 1);
    });

    test('end with the first error', async () => {
        scene.play({ 'half-a': failure('openai', 500, 'the first'), 'half-b': failure('openai', 503, 'the second') });
        const answer = await ask(scene, 'half');
        assert.equal(answer.status, 500);
        assert.match(answer.text, /the first/);
    });
});

describe('a rest', () => {
    let scene;
    before(async () => {
        scene = await routes([
            ...pair('both'), ...pair('dated'), ...pair('anthropic', { model: 'anthropic/claude-sonnet-4-5-20250929' }),
            ...pair('own', { cooldown_time: 77 }), ...pair('never', { cooldown_time: 0 }), ...pair('short'), ...pair('mostly'),
            deployment('front-a', 'front', { cooldown_time: 0.3 }), deployment('behind-a', 'behind'), deployment('alone-a', 'alone'),
        ], { cooldown_time: 60, num_retries: 1, fallbacks: [{ front: ['behind'] }] });
    });
    after(() => scene?.stop());

    const exhaust = async (group, reply) => {
        scene.play({}, reply);
        await ask(scene, group);
        return ask(scene, group);
    };

    test("of all is told in OpenAI's words: who, why, and when to come back", async () => {
        const { status, text, response } = await exhaust('both', limited(40));
        assert.equal(status, 429);
        assert.ok([39, 40].includes(Number(response.headers.get('retry-after'))), response.headers.get('retry-after'));
        const { error } = JSON.parse(text);
        assert.match(error.message, /^No deployments available for selected model, Try again in (39|40) seconds\. Passed model=both\. pre-call-checks=False, cooldown_list=\['both-a', 'both-b'\]/);
        assert.match(error.message, /both-a rests for (39|40) s after 429 \(.*Rate limit reached/);
        assert.equal(error.code, '429');
        assert.equal(scene.provider.log().length, 2, 'who rests is not asked');
    });

    test("of all is told in Anthropic's words", async () => {
        scene.play({}, failure('anthropic', 429, 'Slow down', { headers: { 'retry-after': '50' } }));
        await post(scene.gateway, '/v1/messages', message('anthropic'));
        const response = await post(scene.gateway, '/v1/messages', message('anthropic'));
        assert.equal(response.status, 429);
        assert.ok([49, 50].includes(Number(response.headers.get('retry-after'))));
        const body = await response.json();
        assert.equal(body.type, 'error');
        assert.match(body.error.message, /cooldown_list=\['anthropic-a', 'anthropic-b'\].*Slow down/);
    });

    test('lasts until a date', async () => {
        const { response } = await exhaust('dated', () => failure('openai', 429, 'Later', { headers: { 'retry-after': inAMoment(33) } }));
        const seconds = Number(response.headers.get('retry-after'));
        assert.ok(seconds >= 30 && seconds <= 33, String(seconds));
    });

    test("lasts for the deployment's own time, whatever its provider says", async () => {
        const { response } = await exhaust('own', limited(5));
        assert.ok([76, 77].includes(Number(response.headers.get('retry-after'))));
    });

    test('is not taken by one whose own time is nothing', async () => {
        const { id, retries } = await exhaust('never', inTurn(limited(), defaultAnswer));
        assert.deepEqual([id, retries], ['never-a', '0']);
    });

    test('ends when it is over', async () => {
        scene.play({ 'short-a': inTurn(failure('openai', 429, 'Wait', { headers: { 'retry-after-ms': '300' } }), defaultAnswer) });
        assert.equal((await ask(scene, 'short')).id, 'short-b');
        assert.equal((await ask(scene, 'short')).id, 'short-b');
        await eventually(async () => (await ask(scene, 'short')).id === 'short-a', 'the first is asked again');
    });

    test('comes after 500s when more than half of at least five requests failed', async () => {
        scene.play({ 'mostly-a': broken });
        for (let n = 0; n < 8; n++) assert.equal((await ask(scene, 'mostly')).status, 200);
        assert.equal(scene.asked('mostly-a').length, 5);
    });

    test('is not taken by one that nobody stands beside or behind', async () => {
        scene.play({ 'alone-a': inTurn(limited(0), defaultAnswer) });
        assert.equal((await ask(scene, 'alone', { num_retries: 0 })).status, 429);
        assert.equal((await ask(scene, 'alone')).status, 200);
    });

    test('is taken by a lone one with a fallback behind it; afterwards one request tries it, and all come back', async () => {
        scene.play({ 'front-a': limited(0) });
        const first = await ask(scene, 'front');
        assert.deepEqual([first.status, first.id], [200, 'behind-a']);
        const during = await Promise.all(Array.from({ length: 10 }, () => ask(scene, 'front')));
        for (const answer of during) assert.equal(answer.id, 'behind-a');
        assert.equal(scene.asked('front-a').length, 1, 'nobody asks who rests');

        // Silent, so that its answer is still awaited when the others come: a stream may be so for longer than a test needs.
        scene.play({ 'front-a': { ...whole('openai'), delay: 0.3 } });
        await eventually(async () => (await Promise.all(Array.from({ length: 5 }, () => ask(scene, 'front')))).some(each => each.id === 'front-a'), 'a probe');
        assert.equal(scene.asked('front-a').length, 1, 'one request tries it, the others do not wait');
        const later = await Promise.all(Array.from({ length: 10 }, () => ask(scene, 'front')));
        for (const answer of later) assert.equal(answer.id, 'front-a');
    });
});

describe('failures that are allowed', () => {
    test('are counted for all kinds of them', async () => {
        const scene = await routes(pair('counted'), { allowed_fails: 1, cooldown_time: 60 });
        scene.play({ 'counted-a': broken });
        for (let n = 0; n < 5; n++) assert.equal((await ask(scene, 'counted')).id, 'counted-b');
        assert.equal(scene.asked('counted-a').length, 2);
        await scene.stop();
    });

    test('are counted by kind', async () => {
        const scene = await routes([...pair('busy'), ...pair('slow')], { allowed_fails_policy: { RateLimitErrorAllowedFails: 2, TimeoutErrorAllowedFails: 0 }, cooldown_time: 60 });
        scene.play({ 'busy-a': limited(), 'slow-a': { hang: true } });
        for (let n = 0; n < 5; n++) assert.equal((await ask(scene, 'busy')).id, 'busy-b');
        for (let n = 0; n < 5; n++) assert.equal((await ask(scene, 'slow')).id, 'slow-b');
        assert.deepEqual([scene.asked('busy-a').length, scene.asked('slow-a').length], [3, 1]);
        await scene.stop();
    });

    test('are all, where nobody rests', async () => {
        const scene = await routes(pair('restless'), { disable_cooldowns: true });
        scene.play({ 'restless-a': limited() });
        for (let n = 0; n < 5; n++) assert.equal((await ask(scene, 'restless')).id, 'restless-b');
        assert.equal(scene.asked('restless-a').length, 5);
        await scene.stop();
    });
});
