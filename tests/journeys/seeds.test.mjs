// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What readers of popular articles on LiteLLM have: their configurations, unchanged, and their calls. Providers are moved
// to the fake one by the environment only.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';

import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

import { failure, whole } from '../fake_provider/answers.mjs';
import { startProvider } from '../fake_provider/provider.mjs';
import { get, here, run, start } from './harness.mjs';

const fixtures = path.join(here, 'fixtures');
const read = name => readFileSync(path.join(fixtures, name), 'utf8');
const masterKey = 'sk-litellm-master-of-the-lesson';

let provider;
before(async () => { provider = await startProvider(); });
after(() => provider.close());
beforeEach(() => provider.script());

const environment = () => ({
    ANTHROPIC_API_KEY: 'sk-ant-0', ANTHROPIC_API_KEY_1: 'sk-ant-key1', ANTHROPIC_API_KEY_2: 'sk-ant-key2', ANTHROPIC_API_KEY_3: 'sk-ant-key3',
    OPENAI_API_KEY: 'sk-openai-0', AZURE_API_KEY: 'azure-0', AZURE_API_KEY_SECONDARY: 'azure-1', LITELLM_MASTER_KEY: masterKey,
    DATABASE_URL: 'postgresql://litellm:password@localhost:5432/litellm', REDIS_HOST: 'redis', REDIS_PORT: '6379', REDIS_URL: 'redis://redis:6379',
    LANGFUSE_PUBLIC_KEY: 'pk-lf-0', LANGFUSE_SECRET_KEY: 'sk-lf-0', LANGFUSE_HOST: 'http://127.0.0.1:1',
    ANTHROPIC_API_BASE: provider.url, OPENAI_API_BASE: `${provider.url}/v1`,
});

describe('every sample loads:', () => {
    for (const name of readdirSync(fixtures)) {
        test(name, () => {
            const { status, stdout, stderr } = run(['check', path.join(fixtures, name)], { env: environment() });
            assert.equal(status, 0, stdout + stderr);
        });
    }

    test('a sample does not need the variables of its callbacks', () => {
        const { status, stdout, stderr } = run(['check', path.join(fixtures, 'failover-callbacks.yaml')]);
        assert.equal(status, 0, stdout + stderr);
    });
});

describe('the lesson:', () => {
    let gateway, client;
    before(async () => {
        gateway = await start(read('lesson.yaml'), { env: environment() });
        client = new OpenAI({ apiKey: masterKey, baseURL: gateway.url, maxRetries: 0 });
    });
    after(() => gateway?.stop());

    test('what is configured and not active yet is said at the start', async () => {
        await gateway.says(/cache.*not active yet/);
    });

    test('verify it is running', async () => {
        assert.equal((await get(gateway, '/health/readiness', { key: null })).status, 200);
        const models = await (await get(gateway, '/v1/models', { key: masterKey })).json();
        assert.deepEqual(models.data.map(model => model.id).sort(), ['claude-haiku', 'claude-sonnet', 'claude-sonnet-lb', 'gpt-4o']);
        assert.equal((await get(gateway, '/health', { key: masterKey })).status, 200);
    });

    test('call_claude_via_proxy', async () => {
        const response = await client.chat.completions.create({
            model: 'claude-sonnet',
            messages: [{ role: 'system', content: 'You are a concise technical assistant.' }, { role: 'user', content: 'Explain gradient descent in two sentences.' }],
            max_tokens: 256,
        });
        assert.equal(response.choices[0].message.content, 'Hello from the provider.');
        assert.equal(response.model, 'claude-sonnet');
        assert.equal(provider.last().body.model, 'claude-sonnet-4-6');
        assert.equal(provider.last().headers['x-api-key'], 'sk-ant-0');
    });

    test('call_load_balanced_group uses the three keys', async () => {
        for (let n = 0; n < 40; n++) await client.chat.completions.create({ model: 'claude-sonnet-lb', messages: [{ role: 'user', content: 'Write a Python function to reverse a string.' }], max_tokens: 256 });
        assert.deepEqual([...new Set(provider.log().map(entry => entry.headers['x-api-key']))].sort(), ['sk-ant-key1', 'sk-ant-key2', 'sk-ant-key3']);
    });

    test('call_with_cost_attribution: user_id, team_id and metadata', async () => {
        for (const model of ['claude-sonnet', 'gpt-4o']) {
            const response = await client.chat.completions.create({
                model, messages: [{ role: 'user', content: 'What is the CAP theorem?' }], max_tokens: 300,
                user_id: 'user_8821', team_id: 'platform-team',
                metadata: { feature: 'documentation-assistant', session_id: 'sess_abc123', environment: 'production' },
            });
            assert.equal(response.choices[0].message.content, 'Hello from the provider.');
            assert.ok(response.usage.total_tokens > 0);
            assert.equal(provider.last().body.metadata?.feature, undefined, 'the gateway\'s metadata stays here');
        }
    });

    test('call_anthropic_sdk_through_proxy', async () => {
        const anthropic = new Anthropic({ apiKey: masterKey, baseURL: gateway.url, maxRetries: 0 });
        for (const model of ['claude-sonnet', 'gpt-4o']) {
            const message = await anthropic.messages.create({ model, max_tokens: 256, system: 'You are a helpful assistant.', messages: [{ role: 'user', content: 'What is a Merkle tree?' }] });
            assert.equal(message.content[0].text, 'Hello from the provider.');
        }
    });

    test('the fallback chain: when Claude Sonnet fails GPT-4o answers', async () => {
        provider.script([{ match: { path: '/v1/messages' }, ...failure('anthropic', 400, 'credit balance too low') }, whole('openai', { text: 'from gpt' })]);
        const response = await client.chat.completions.create({ model: 'claude-sonnet', messages: [{ role: 'user', content: 'Hello!' }] });
        assert.equal(response.choices[0].message.content, 'from gpt');
    });
});

describe('the lesson\'s production file:', () => {
    test('serves, with retries and fallbacks', async () => {
        const gateway = await start(read('lesson-production.yaml'), { env: environment(), args: ['--detailed_debug'] });
        try {
            const client = new OpenAI({ apiKey: masterKey, baseURL: gateway.url, maxRetries: 0 });
            provider.script([{ match: { path: '/v1/messages' }, ...failure('anthropic', 401, 'invalid x-api-key') }, whole('openai', { text: 'from gpt' })]);
            const response = await client.chat.completions.create({ model: 'claude-primary', messages: [{ role: 'user', content: 'Hello!' }] });
            assert.equal(response.choices[0].message.content, 'from gpt');
        } finally {
            await gateway.stop();
        }
    });
});

describe('the article on failover:', () => {
    let gateway, client;
    before(async () => {
        // The article's hosts at Azure are nobody's; here they are the provider's.
        const config = read('failover.yaml').replaceAll(/https:\/\/\w+-\w+\.openai\.azure\.com\//g, `${provider.url}/`);
        gateway = await start(config, { env: environment() });
        client = new OpenAI({ apiKey: masterKey, baseURL: gateway.url, maxRetries: 0 });
    });
    after(() => gateway?.stop());

    test('a call is answered by whoever is served already', async () => {
        for (let n = 0; n < 6; n++) {
            const response = await client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Hello!' }] });
            assert.equal(response.choices[0].message.content, 'Hello from the provider.');
        }
    });

    test('a streamed call, printed as the article prints it', async () => {
        const stream = await client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Write a poem about resilience' }], stream: true });
        let text = '';
        for await (const chunk of stream) {
            if (chunk.choices[0].delta.content) text += chunk.choices[0].delta.content; // every chunk has a choice
        }
        assert.equal(text, 'Hello from the provider.');
    });

    test('a 429 of one deployment is answered by another', async () => {
        let asked = 0;
        provider.script([request => (asked++ === 0 ? failure(request.path.endsWith('/messages') ? 'anthropic' : 'openai', 429, 'slow down', { headers: { 'retry-after': '1' } }) : whole(request.path.endsWith('/messages') ? 'anthropic' : 'openai'))]);
        const response = await client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Hello!' }] });
        assert.equal(response.choices[0].message.content, 'Hello from the provider.');
        assert.equal(asked, 2);
    });
});
