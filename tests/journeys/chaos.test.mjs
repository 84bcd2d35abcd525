// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Bad days, all at once: four deployments of which 30 % of the requests get a 429, 10 % silence and 5 % a broken answer, and a healthy
// group behind them. Every answer is compared word by word. GATEHOUSE_CHAOS is the number of requests, GATEHOUSE_CHAOS_SEED the luck.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { flaky, randomNumbers } from '../fake_provider/faults.mjs';
import { askFor, tale, teller } from '../fake_provider/tales.mjs';
import { chat, events, message, post } from './harness.mjs';
import { calm, deployment, routes } from './routes.mjs';

const requests = Number(process.env.GATEHOUSE_CHAOS ?? 2000);
const seed = Number(process.env.GATEHOUSE_CHAOS_SEED ?? 1);
const together = 32;
const bad = { limited: 0.3, hanging: 0.1, cut: 0.05 };

const local = { model: 'openai/qwen2.5-7b' };
const claude = { model: 'anthropic/claude-sonnet-4-5-20250929' };
const models = [
    deployment('flaky-1', 'model', local), deployment('flaky-2', 'model', local), deployment('flaky-3', 'model', claude), deployment('flaky-4', 'model', { model: 'openai/gpt-4o' }),
    deployment('healthy-1', 'healthy', { ...local, ...calm }), deployment('healthy-2', 'healthy', { ...claude, ...calm }),
];

const doors = [
    {
        path: '/v1/chat/completions',
        body: (text, stream) => chat('model', text, { stream }),
        whole: answer => answer.choices[0].message.content,
        piece: ({ data }) => data.choices?.[0]?.delta?.content ?? '',
        isEnd: ({ data }) => data === '[DONE]',
    },
    {
        path: '/v1/messages',
        body: (text, stream) => message('model', text, { stream, max_tokens: 1000 }),
        whole: answer => answer.content.map(block => block.text).join(''),
        piece: ({ data }) => (data.delta?.type === 'text_delta' ? data.delta.text : ''),
        isEnd: ({ data }) => data.type === 'message_stop',
    },
];

/// Asks for the n-th tale, streamed or not, at one of the doors: {outcome, detail}; 'right', 'failed' (and says so), or what is wrong.
async function tell(scene, n) {
    const stream = n % 2 === 0;
    const door = doors[Math.floor(n / 2) % 2];
    const count = 5 + (n % 40);
    const right = tale(n, count);
    const response = await post(scene.gateway, door.path, door.body(askFor(n, count), stream));
    const raw = await response.text();
    const detail = { n, stream, path: door.path, status: response.status, id: response.headers.get('x-litellm-model-id'), raw: raw.slice(-1500) };
    const told = outcome => ({ outcome, detail });
    if (response.status !== 200) return told(JSON.parse(raw).error.message ? 'refused' : 'no error');
    if (!stream) return told(door.whole(JSON.parse(raw)) === right ? 'right' : 'wrong');
    const all = events(raw.split('\n').filter(line => !line.startsWith(':')).join('\n'));
    const text = all.map(door.piece).join('');
    if (door.isEnd(all.at(-1))) return told(text === right ? 'right' : 'wrong, and looks complete');
    if (!all.at(-1).data?.error?.message) return told('truncated without a word');
    return told(right.startsWith(text) ? 'failed' : 'wrong, and failed');
}

const flakyOnes = [1, 2, 3, 4];
const count = (counts, what) => { counts[what] = (counts[what] ?? 0) + 1; };

/// All tales, so many at once: {right: 1990, …}, an example of each outcome, and what had happened at the providers. Half of them
/// where nobody rests, so that the flaky ones are asked again and again.
async function play(midstream) {
    const day = { outcomes: {}, examples: {}, happened: {}, asked: { flaky: 0, healthy: 0 } };
    let next = 0;
    for (const disable_cooldowns of [false, true]) {
        const scene = await routes(models, { num_retries: 3, timeout: 0.3, stream_timeout: 0.3, cooldown_time: 0.05, disable_cooldowns, midstream, fallbacks: [{ model: ['healthy'] }] });
        const part = n => flaky(teller, { ...bad, random: randomNumbers(seed * 100 + n), happened: what => count(day.happened, what) });
        scene.play(Object.fromEntries(flakyOnes.map(n => [`flaky-${n}`, part(n)])), teller);
        const end = disable_cooldowns ? requests : requests / 2;
        const caller = async () => {
            while (next < end) {
                const { outcome, detail } = await tell(scene, next++);
                count(day.outcomes, outcome);
                day.examples[outcome] ??= detail;
            }
        };
        await Promise.all(Array.from({ length: together }, caller));
        for (const entry of scene.provider.log()) day.asked[entry.path.split('/')[1].split('-')[0]] += 1;
        const { code } = await scene.stop();
        assert.equal(code, 0, 'the program ends as it should');
    }
    return day;
}

/// The days were as bad as they were meant to be.
function assertBadDays({ happened, asked }) {
    for (const [what, share] of [['limited', 0.3], ['hanging', 0.05], ['broken', 0.02], ['cut', 0.01]]) assert.ok(happened[what] > asked.flaky * share * 0.5, JSON.stringify({ what, happened, asked }));
}

test(`continue: ${requests} requests are all answered rightly`, async t => {
    const day = await play('continue');
    t.diagnostic(JSON.stringify({ ...day, examples: undefined }));
    assert.deepEqual(day.outcomes, { right: requests }, JSON.stringify(day.examples, null, 1));
    assertBadDays(day);
});

test(`fail: of ${requests} requests, what broke in the middle says so, and all others are answered rightly`, async t => {
    const day = await play('fail');
    t.diagnostic(JSON.stringify({ ...day, examples: undefined }));
    const { right, failed, ...others } = day.outcomes;
    assert.deepEqual(others, {}, JSON.stringify(day.examples, null, 1));
    assert.equal(right + failed, requests);
    assert.ok(failed > 0 && failed <= day.happened.broken, JSON.stringify(day));
    assertBadDays(day);
});
