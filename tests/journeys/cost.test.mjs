// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What a call costs, where that is told, and what it takes from a provider's budget.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, beforeEach, describe, test } from 'node:test';

import { failure, streamed, whole } from '../fake_provider/answers.mjs';
import { chat, eventually, get, message, openaiKey, post, stage, standardConfig } from './harness.mjs';

const models = `  - model_name: unpriced
    litellm_params: {model: openai/my-own-model, api_base: PROVIDER/v1, api_key: ${openaiKey}}
  - model_name: mocked
    litellm_params: {model: openai/gpt-4o, mock_response: Hello., api_key: ${openaiKey}}
`;
const budgets = limit => `  provider_budget_config:
    openai: {budget_limit: ${limit}, time_period: 1d}
    anthropic: {max_budget: 100, budget_duration: 30d}
    gemini: {budget_limit: 0.000000000001, time_period: 1d}`;

let scene;
before(async () => { scene = await stage({ models, settings: budgets('1000') }); });
after(() => scene.stop());
beforeEach(() => scene.provider.script([]));

/// The fields about cost, by what stands behind "x-litellm-response-cost".
const costs = response => Object.fromEntries([...response.headers].filter(([name]) => name.startsWith('x-litellm-response-cost')).map(([name, value]) => [name.slice(23), value]));
const none = { '-original': '0.0', '-discount-amount': '0.0', '-margin-amount': '0.0', '-margin-percent': '0.0', '-input': '0.0', '-output': '0.0', '-tool-usage': '0.0' };
const settled = callId => eventually(async () => (await (await get(scene.gateway, '/traffic')).json()).data.find(row => row.call_id === callId && row.state !== 'running'), 'the call ends');

describe('the headers about cost', () => {
    test('an answer tells what it cost', async () => {
        const response = await post(scene.gateway, '/v1/chat/completions', chat('gpt'));
        assert.equal(response.status, 200);
        assert.deepEqual(costs(response), { ...none, '': '9.75e-05', '-original': '9.75e-05', '-input': '2.75e-05', '-output': '7e-05' });
    });

    test("so does one in Anthropic's words, with the cache's part", async () => {
        scene.provider.script([whole('anthropic', { usage: { fresh: 3, cached: 200, output: 8 } })]);
        const response = await post(scene.gateway, '/v1/messages', message('claude'));
        assert.equal(response.status, 200);
        assert.deepEqual(costs(response), { ...none, '': '0.000189', '-original': '0.000189', '-input': '9e-06', '-output': '0.00012', '-cache-read': '6e-05' });
    });

    test("a stream's head has zeros and no total; the record has the cost", async () => {
        scene.provider.script([streamed('anthropic')]);
        const response = await post(scene.gateway, '/v1/chat/completions', chat('claude', 'Hi', { stream: true }), { headers: { 'x-litellm-call-id': 'a-stream' } });
        await response.text();
        assert.deepEqual(costs(response), none);
        const row = await settled('a-stream');
        assert.deepEqual(row.cost, { total: 0.000138, input: 3.3e-5, output: 0.000105, cache_read: 0, cache_creation: 0, reasoning: 0 });
    });

    test('what a model of unknown price cost is not told', async () => {
        const response = await post(scene.gateway, '/v1/chat/completions', chat('unpriced'), { headers: { 'x-litellm-call-id': 'unpriced' } });
        assert.equal(response.status, 200);
        assert.deepEqual(costs(response), {});
        assert.equal((await settled('unpriced')).cost, null);
    });

    test('an error of a call cost nothing, and a refusal at the door says nothing of it', async () => {
        scene.provider.script([failure('openai', 400, 'no')]);
        const response = await post(scene.gateway, '/v1/chat/completions', chat('gpt'));
        assert.equal(response.status, 400);
        assert.deepEqual(costs(response), { '': '0' });
        assert.deepEqual(costs(await post(scene.gateway, '/v1/chat/completions', chat('gpt'), { key: 'sk-nobody' })), {});
    });

    test('the log line has it', async () => {
        await post(scene.gateway, '/v1/chat/completions', chat('gpt'), { headers: { 'x-litellm-call-id': 'logged' } });
        assert.match((await scene.gateway.says(/^.*call=logged.*$/m))[0], / cost=9.75e-05 /);
    });
});

describe("providers' budgets", () => {
    const told = async () => (await (await get(scene.gateway, '/provider/budgets')).json()).providers;

    test('what was spent is told to the administrator only', async () => {
        const before = (await told()).anthropic;
        const response = await post(scene.gateway, '/v1/messages', message('claude'));
        assert.equal(response.headers.get('x-litellm-response-cost'), '0.000138');
        await eventually(async () => Math.abs((await told()).anthropic.spend - before.spend - 0.000138) < 1e-12, 'the spending counts');
        const { anthropic, gemini } = await told();
        assert.equal(anthropic.budget_limit, 100);
        assert.equal(anthropic.time_period, '30d');
        const days = (Date.parse(anthropic.budget_reset_at) - Date.now()) / 86400000;
        assert.ok(days > 29.9 && days <= 30, anthropic.budget_reset_at);
        assert.deepEqual(gemini, { budget_limit: 1e-12, time_period: '1d', spend: 0, budget_reset_at: null });
        assert.ok([401, 403].includes((await get(scene.gateway, '/provider/budgets', { key: 'sk-nobody' })).status));
    });

    test('a mock is counted as the model it stands for', async () => {
        const before = (await told()).openai.spend;
        await post(scene.gateway, '/v1/chat/completions', chat('mocked'));
        await eventually(async () => (await told()).openai.spend > before, 'the spending counts');
    });

    test('a reload changes the limit and forgets nothing', async () => {
        const before = await told();
        writeFileSync(scene.gateway.configFile, standardConfig(scene.provider, { models, settings: budgets('250') }));
        scene.gateway.signal('SIGHUP');
        await eventually(async () => (await told()).openai.budget_limit === 250, 'the new configuration holds');
        const { openai } = await told();
        assert.equal(openai.spend, before.openai.spend);
        assert.equal(openai.budget_reset_at, before.openai.budget_reset_at);
    });
});
