// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The official client's older completions, over models that hold conversations and over one that continues prompts.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import OpenAI from 'openai';

import { streamed, whole } from '../fake_provider/answers.mjs';
import { masterKey, post, stage } from './harness.mjs';

const models = `  - model_name: instruct
    litellm_params: {model: text-completion-openai/gpt-3.5-turbo-instruct, api_base: PROVIDER/v1, api_key: sk-provider}
  - model_name: own
    litellm_params: {model: openai/qwen2.5-7b, api_base: PROVIDER/v1, api_key: sk-provider}
`;
const chunk = (text, finish_reason = null) => `data: ${JSON.stringify({ id: 'cmpl-up', object: 'text_completion', created: 7, model: 'up', choices: [{ index: 0, text, logprobs: null, finish_reason }] })}`;
const answer = { body: { id: 'cmpl-up', object: 'text_completion', created: 7, model: 'up', choices: [{ index: 0, text: ' upon a time', logprobs: null, finish_reason: 'stop' }], usage: { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 } } };

describe('completions', () => {
    let provider, gateway, stop, client;
    before(async () => {
        ({ provider, gateway, stop } = await stage({ models }));
        client = new OpenAI({ apiKey: masterKey, baseURL: `${gateway.url}/v1`, maxRetries: 0, timeout: 15000 });
    });
    after(() => stop?.());
    beforeEach(() => provider.script());

    const told = async stream => {
        const chunks = [];
        for await (const each of stream) chunks.push(each);
        return { text: chunks.map(each => each.choices[0]?.text ?? '').join(''), finish: chunks.map(each => each.choices[0]?.finish_reason).filter(Boolean), chunks };
    };

    for (const [model, dialect] of [['gpt', 'openai'], ['claude', 'anthropic']]) {
        test(`a prompt is continued by a chat model over ${dialect}`, async () => {
            provider.script([whole(dialect, { text: ' upon a time' })]);
            const completion = await client.completions.create({ model, prompt: 'Once', max_tokens: 9 });
            assert.equal(completion.object, 'text_completion');
            assert.equal(completion.model, model);
            assert.equal(completion.choices[0].text, ' upon a time');
            assert.equal(completion.choices[0].finish_reason, 'stop');
            assert.equal(completion.usage.total_tokens, 18);
            assert.equal(provider.last().body.prompt, undefined);
        });

        test(`a prompt is continued in a stream over ${dialect}`, async () => {
            provider.script([streamed(dialect, { text: ' upon a time — 🏛' })]);
            const stream = await client.completions.create({ model, prompt: ['Once'], stream: true, stream_options: { include_usage: true } });
            const { text, finish, chunks } = await told(stream);
            assert.equal(text, ' upon a time — 🏛');
            assert.deepEqual(finish, ['stop']);
            assert.ok(chunks.every(each => each.object === 'text_completion'));
            assert.equal(chunks.at(-1).usage.total_tokens, 18);
        });
    }

    for (const model of ['instruct', 'own']) {
        test(`the model '${model}' is asked as it is`, async () => {
            provider.script([answer]);
            const completion = await client.completions.create({ model, prompt: ['Once', 'Twice'], suffix: 'x', echo: true, logprobs: 2, n: 2 });
            assert.equal(completion.choices[0].text, ' upon a time');
            const { path, body } = provider.last();
            assert.equal(path, '/v1/completions');
            assert.deepEqual(body.prompt, ['Once', 'Twice']);
            assert.deepEqual([body.suffix, body.echo, body.logprobs, body.n], ['x', true, 2, 2]);
        });
    }

    test('a stream of a completions model passes', async () => {
        provider.script([{ sse: [chunk(' upon'), chunk(' a time'), chunk('', 'stop'), 'data: [DONE]'] }]);
        const { text, finish } = await told(await client.completions.create({ model: 'instruct', prompt: 'Once', stream: true }));
        assert.equal(text, ' upon a time');
        assert.deepEqual(finish, ['stop']);
    });

    test('a stream that is cut ends in an error', async () => {
        for (const reply of [{ sse: [chunk(' upon'), chunk(' a')], cut: true }, { sse: [chunk(' upon'), chunk(' a')] }]) {
            provider.script([reply]);
            const stream = await client.completions.create({ model: 'instruct', prompt: 'Once', stream: true });
            await assert.rejects(told(stream), OpenAI.APIError);
        }
    });

    test('a chat reaches a completions model', async () => {
        provider.script([answer]);
        const messages = [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'Once' }];
        const completion = await client.chat.completions.create({ model: 'instruct', messages });
        assert.equal(completion.choices[0].message.content, ' upon a time');
        assert.equal(provider.last().body.prompt, 'Be brief.\n\nOnce');
    });

    test('the provider\'s errors keep their class', async () => {
        provider.script([{ status: 429, headers: { 'retry-after': '7' }, body: { error: { message: 'Rate limit reached', type: 'tokens', param: null, code: 'rate_limit_exceeded' } } }]);
        await assert.rejects(client.completions.create({ model: 'instruct', prompt: 'Once' }), error => {
            assert.ok(error instanceof OpenAI.RateLimitError);
            assert.equal(error.headers.get('retry-after'), '7');
            return true;
        });
    });

    test('what cannot be served says so', async () => {
        for (const [more, word] of [[{ suffix: 'x' }, /suffix/], [{ n: 2 }, /'n'/], [{ prompt: [1, 2, 3] }, /token ids/], [{ prompt: ['a', 'b'] }, /one at a time/]]) {
            await assert.rejects(client.completions.create({ model: 'gpt', prompt: 'Once', ...more }), error => {
                assert.ok(error instanceof OpenAI.BadRequestError);
                assert.match(error.message, word);
                return true;
            });
        }
        const missing = await post(gateway, '/v1/completions', { model: 'gpt' });
        assert.equal(missing.status, 400);
        assert.match((await missing.json()).error.message, /'prompt'/);
    });

    test('all four spellings of the door lead to it', async () => {
        for (const path of ['/completions', '/v1/completions', '/engines/instruct/completions', '/openai/deployments/instruct/completions']) {
            provider.script([answer]);
            const response = await post(gateway, path, { model: 'instruct', prompt: 'Once' });
            assert.equal(response.status, 200, path);
            assert.equal((await response.json()).choices[0].text, ' upon a time');
        }
    });
});
