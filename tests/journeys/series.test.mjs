// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The curves that a window draws: by second and by minute, whole first and then only what is new.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { failure } from '../fake_provider/answers.mjs';
import { chat, eventually, get, post } from './harness.mjs';
import { newKey } from './people.mjs';
import { deployment, routes } from './routes.mjs';

async function series(gateway, query = '', options = {}) {
    const response = await get(gateway, `/series${query}`, options);
    return { status: response.status, ...await response.json() };
}
const sum = column => column.reduce((all, value) => all + value, 0);

describe('series', () => {
    let scene, key;
    before(async () => {
        scene = await routes([deployment('d-main', 'gpt'), deployment('d-down', 'down'), deployment('d-backup', 'backup')], { num_retries: 0, fallbacks: [{ down: ['backup'] }] });
        scene.play({ 'd-down': failure('openai', 500, 'The server had an error') });
        key = await newKey(scene.gateway, { key_alias: 'metered' });
        for (const [model, more] of [['gpt'], ['gpt', { stream: true }], ['down'], ['no-such-model']])
            await (await post(scene.gateway, '/v1/chat/completions', chat(model, 'Hello?', more), { key })).text();
    });
    after(() => scene?.stop());

    test('have each call in the second of its end', async () => {
        const found = await eventually(async () => {
            const answer = await series(scene.gateway, '?points=60');
            return answer.series.length && sum(answer.series[0].requests) === 4 && answer;
        }, 'the seconds are over');
        assert.equal(found.step, 1);
        assert.equal(found.to - found.from, 60);
        assert.equal(found.in_flight, 0);
        const [all] = found.series;
        for (const column of ['requests', 'errors', 'input_tokens', 'output_tokens', 'spend', 'p50_ms', 'p95_ms', 'p99_ms', 'ttft_p50_ms'])
            assert.equal(all[column].length, 60, column);
        assert.equal(sum(all.errors), 1);
        assert.equal(sum(all.input_tokens), 33);
        assert.equal(sum(all.output_tokens), 21);
        assert.ok(sum(all.spend) > 0);
        assert.ok(all.p95_ms.some(value => value > 0) && all.p95_ms.some(value => value === null));
        assert.ok(all.ttft_p50_ms.some(value => value > 0));
    });

    test('are there by model, deployment and key', async () => {
        const names = async dimension => Object.fromEntries((await series(scene.gateway, `?dimension=${dimension}&points=600`)).series.map(each => [each.label, sum(each.requests)]));
        assert.deepEqual(await names('model'), { gpt: 2, backup: 1 });
        assert.deepEqual(await names('key'), { metered: 4 });
        assert.deepEqual(await names('team'), {});
        const deployments = (await series(scene.gateway, '?dimension=deployment')).series;
        assert.deepEqual(Object.fromEntries(deployments.map(each => [each.name, [sum(each.requests), sum(each.errors)]])), { 'd-main': [2, 0], 'd-down': [1, 1], 'd-backup': [1, 0] });
        assert.equal((await series(scene.gateway, '?dimension=deployment&name=d-main')).series.length, 1);
    });

    test('go on from where they were left', async () => {
        const first = await series(scene.gateway, '?points=10');
        const next = await series(scene.gateway, `?since=${first.to}`);
        assert.equal(next.from, first.to);
        assert.ok(next.to - next.from < 10);
        assert.equal(next.series[0].requests.length, next.to - next.from);
    });

    test('have a day of minutes', async () => {
        const day = await series(scene.gateway, '?step=60');
        assert.equal(day.to - day.from, 86400);
        assert.equal(day.to % 60, 0);
        assert.equal(day.series[0].requests.length, 1440);
    });

    test('are put together, and told while a step is not over', async () => {
        const day = await series(scene.gateway, '?step=60&join=10&open=true');
        assert.equal(day.step, 600);
        assert.equal(day.to % 600, 0);
        assert.ok(day.to > Date.now() / 1000);
        assert.equal(day.series[0].requests.length, 144);
        assert.equal(sum(day.series[0].requests), 4);
        const [all] = (await series(scene.gateway, '?step=60&points=60&open=true&total=true')).series;
        assert.deepEqual(all.requests, [4]);
        assert.deepEqual(all.cached_tokens, [0]);
        assert.ok(all.p95_ms[0] >= all.p50_ms[0]);
    });

    test('have a month of hours, which outlive the program', async () => {
        const month = await eventually(async () => {
            const answer = await series(scene.gateway, '?step=3600&join=24&points=30&open=true');
            return sum(answer.series[0].requests) === 4 && answer;
        }, 'the calls are booked');
        assert.equal(month.step, 86400);
        assert.equal(month.from % 86400, 0);
        assert.equal(month.series[0].requests.length, 30);
        const [hours] = (await series(scene.gateway, '?step=3600&points=24&open=true&total=true')).series;
        const [minutes] = (await series(scene.gateway, '?step=60&open=true&total=true')).series;
        for (const column of ['requests', 'errors', 'input_tokens', 'output_tokens', 'cached_tokens', 'spend', 'p50_ms', 'p95_ms', 'ttft_p50_ms'])
            assert.deepEqual(hours[column], minutes[column], column);
        assert.equal((await series(scene.gateway, '?step=3600&points=0')).series[0].requests.length, 0);
        assert.equal((await series(scene.gateway, '?step=3600&dimension=model')).status, 400);
    });

    test('are for administrators, and refuse what they do not understand', async () => {
        assert.equal((await series(scene.gateway, '', { key })).status, 401);
        for (const query of ['?dimension=planet', '?step=7', '?points=-1', '?points=x', '?since=1e9', '?join=0', '?join=601', '?join=x', '?since=99999999999999999999'])
            assert.equal((await series(scene.gateway, query)).status, 400, query);
        const far = await series(scene.gateway, '?since=9999999999999&points=999999999');
        assert.equal(far.status, 200);
        assert.equal(far.from, far.to);
    });
});
