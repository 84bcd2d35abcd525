// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What the gateway tells of its models, what it would send, and one call put to several models.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { failure, streamed } from '../fake_provider/answers.mjs';
import { anthropicKey, chat, events, eventually, get, openaiKey, post, stage } from './harness.mjs';

const models = `  - model_name: "openai/*"
    litellm_params: {model: "openai/*", api_base: PROVIDER/v1, api_key: ${openaiKey}}
    model_info: {id: d-wild}
  - model_name: cohere-embed
    litellm_params: {model: cohere/embed-v4.0, api_base: PROVIDER/cohere, api_key: sk-cohere-secret-3}
  - model_name: ollama-embed
    litellm_params: {model: ollama/nomic-embed-text, api_base: PROVIDER/ollama}
  - model_name: cohere-rerank
    litellm_params: {model: cohere/rerank-v3.5, api_base: PROVIDER/cohere, api_key: sk-cohere-secret-3}
  - model_name: voyage-rerank
    litellm_params: {model: voyage/rerank-2.5, api_base: PROVIDER/voyage/v1, api_key: sk-voyage-secret-4}
`;
const secrets = [openaiKey, anthropicKey, 'sk-cohere-secret-3', 'sk-voyage-secret-4'];

let scene;
before(async () => { scene = await stage({ models }); });
after(() => scene.stop());
beforeEach(() => scene.provider.script([]));

const json = async (response, status = 200) => {
    const text = await response.text();
    assert.equal(response.status, status, text);
    for (const secret of secrets) assert.ok(!text.includes(secret), text);
    return JSON.parse(text);
};
const last = () => scene.provider.log().at(-1);

describe('what is told of models', () => {
    test('model info has limits, prices and parameters, and no key', async () => {
        const { data } = await json(await get(scene.gateway, '/model/info'));
        const gpt = data.find(each => each.model_name === 'gpt');
        assert.equal(gpt.model_info.id, 'd-gpt');
        assert.equal(gpt.model_info.max_input_tokens, 128000);
        assert.equal(gpt.model_info.input_cost_per_token, 2.5e-6);
        assert.ok(gpt.model_info.supported_openai_params.includes('temperature'));
        assert.equal(gpt.litellm_params.model, 'openai/gpt-4o');
        assert.equal(gpt.litellm_params.api_key, undefined);
    });

    test('one deployment is found by its id, and an unknown one is 400', async () => {
        const { data } = await json(await get(scene.gateway, '/v1/model/info?litellm_model_id=d-claude'));
        assert.deepEqual(data.map(each => each.model_name), ['claude']);
        const refused = await json(await get(scene.gateway, '/model/info?litellm_model_id=nobody'), 400);
        assert.match(refused.detail.error, /nobody/);
    });

    test('pages of deployments are searched and sorted', async () => {
        const all = await json(await get(scene.gateway, '/v2/model/info?size=2&page=2&sortBy=model_name'));
        assert.equal(all.data.length, 2);
        assert.equal(all.total_count, 7);
        assert.equal(all.total_pages, 4);
        assert.equal(all.current_page, 2);
        const found = await json(await get(scene.gateway, '/v2/model/info?search=CLAU'));
        assert.deepEqual(found.data.map(each => each.model_name), ['claude']);
        const beyond = await json(await get(scene.gateway, '/v2/model/info?page=99999999999'));
        assert.deepEqual(beyond.data, []);
    });

    test('a group is told as one', async () => {
        const { data } = await json(await get(scene.gateway, '/model_group/info?model_group=claude'));
        assert.equal(data.length, 1);
        assert.deepEqual(data[0].providers, ['anthropic']);
        assert.equal(data[0].supports_vision, true);
        assert.equal(data[0].mode, 'chat');
    });

    test('a wildcard is listed as the models it reaches', async () => {
        const { data } = await json(await get(scene.gateway, '/v1/models'));
        const ids = data.map(each => each.id);
        assert.ok(ids.includes('openai/gpt-4o') && ids.includes('gpt') && !ids.includes('openai/*'), ids.join());
        assert.equal((await json(await get(scene.gateway, '/v1/models/openai/gpt-4o'))).id, 'openai/gpt-4o');
        await json(await get(scene.gateway, '/v1/models/nobody'), 404);
    });

    test('the parameters of a model are told, and an unknown model is 400', async () => {
        const known = await json(await get(scene.gateway, '/utils/supported_openai_params?model=claude'));
        assert.ok(known.supported_openai_params.includes('thinking') && !known.supported_openai_params.includes('seed'));
        const bare = await json(await get(scene.gateway, '/utils/supported_openai_params?model=groq/llama-3.3-70b-versatile'));
        assert.ok(bare.supported_openai_params.includes('tools'));
        await json(await get(scene.gateway, '/utils/supported_openai_params?model=nothing-of-the-kind'), 400);
    });

    test('nothing is told without a key', async () => {
        for (const path of ['/model/info', '/v2/model/info', '/model_group/info', '/utils/supported_openai_params?model=gpt'])
            assert.equal((await get(scene.gateway, path, { key: '' })).status, 401, path);
    });
});

describe('what would be sent', () => {
    const preview = (call_type, request_body) => post(scene.gateway, '/utils/transform_request', { call_type, request_body });

    test('a chat for Claude, with its key hidden', async () => {
        const shown = await json(await preview('completion', chat('claude', 'Hi', { max_tokens: 9 })));
        assert.equal(shown.raw_request_api_base, `${scene.provider.url}/v1/messages`);
        assert.equal(shown.raw_request_body.max_tokens, 9);
        assert.equal(shown.raw_request_body.model, 'claude-sonnet-4-5-20250929');
        assert.match(shown.raw_request_headers['x-api-key'], /^sk\*+/);
        assert.equal(shown.raw_request_headers['anthropic-version'], '2023-06-01');
        assert.equal(scene.provider.log().filter(each => each.path === '/v1/messages').length, 0);
    });

    test('a model that is not configured, at its provider', async () => {
        const shown = await json(await preview('acompletion', chat('mistral/mistral-large-latest')));
        assert.equal(shown.raw_request_api_base, 'https://api.mistral.ai/v1/chat/completions');
        assert.equal(shown.error, null);
    });

    test('an embedding in Cohere\'s words', async () => {
        const shown = await json(await preview('aembedding', { model: 'cohere-embed', input: ['a'], dimensions: 256 }));
        assert.deepEqual(shown.raw_request_body, { model: 'embed-v4.0', texts: ['a'], output_dimension: 256, input_type: 'search_document', embedding_types: ['float'] });
    });

    test('what would be refused is said', async () => {
        const shown = await json(await preview('completion', chat('claude', 'Hi', { seed: 1 })));
        assert.match(shown.error, /does not support parameters: \['seed'\]/);
        assert.match((await json(await preview('completion', chat('nobody-knows')))).error, /nobody-knows/);
        await json(await preview('frobnicate', {}), 400);
    });
});

describe('several models at once', () => {
    test('all answers come in the order of the list', async () => {
        const all = await json(await post(scene.gateway, '/v1/chat/completions', chat('gpt, claude')));
        assert.deepEqual(all.map(each => each.model), ['gpt-4o-2024-08-06', 'claude-sonnet-4-5-20250929']);
        assert.ok(all.every(each => each.choices[0].message.content));
    });

    test('one that fails is an error in its place', async () => {
        scene.provider.script([{ match: { path: '/v1/messages' }, ...failure('anthropic', 429, 'slow down') }]);
        const all = await json(await post(scene.gateway, '/v1/chat/completions', chat('claude,gpt')));
        assert.equal(all[0].error.code, '429');
        assert.ok(all[1].choices[0].message.content);
    });

    test('when all fail the answer is an error', async () => {
        scene.provider.script([failure('openai', 401, 'no')]);
        const refused = await json(await post(scene.gateway, '/v1/chat/completions', chat('gpt,nobody')), 401);
        assert.match(refused.error.message, /AuthenticationError/);
    });

    test('the fastest answers alone and the others are cancelled', async () => {
        scene.provider.script([{ match: { path: '/v1/messages' }, hang: true }]);
        const one = await json(await post(scene.gateway, '/v1/chat/completions', chat('claude,gpt', 'Hi', { fastest_response: true })));
        assert.equal(one.model, 'gpt-4o-2024-08-06');
        await eventually(() => scene.provider.log().some(each => each.path === '/v1/messages' && each.closedEarly), 'the other attempt\'s end');
    });

    test('the fastest is not one that fails', async () => {
        scene.provider.script([{ match: { path: '/v1/messages' }, ...failure('anthropic', 401, 'no') }]);
        const one = await json(await post(scene.gateway, '/v1/chat/completions', chat('claude,gpt', 'Hi', { fastest_response: true })));
        assert.equal(one.model, 'gpt-4o-2024-08-06');
    });

    test('the fastest stream is whole', async () => {
        scene.provider.script([{ match: { path: '/v1/messages' }, hang: true }, streamed('openai', { text: 'Streamed to the end.' })]);
        const response = await post(scene.gateway, '/v1/chat/completions', chat('claude,gpt', 'Hi', { fastest_response: true, stream: true }));
        assert.equal(response.status, 200);
        const all = events(await response.text());
        assert.equal(all.at(-1).data, '[DONE]');
        assert.equal(all.slice(0, -1).map(each => each.data.choices?.[0]?.delta?.content ?? '').join(''), 'Streamed to the end.');
    });

    test('a list is not streamed, and not endless', async () => {
        const refused = await json(await post(scene.gateway, '/v1/chat/completions', chat('gpt,claude', 'Hi', { stream: true })), 400);
        assert.equal(refused.error.param, 'stream');
        await json(await post(scene.gateway, '/v1/chat/completions', chat(Array(17).fill('gpt').join())), 400);
        assert.equal((await post(scene.gateway, '/v1/chat/completions', chat('gpt,claude'), { key: 'sk-wrong' })).status, 401);
    });

    test('a client that leaves takes all attempts along', async () => {
        scene.provider.script([{ hang: true }]);
        const leaving = new AbortController();
        const asked = scene.provider.log().length;
        const call = post(scene.gateway, '/v1/chat/completions', chat('gpt,claude'), { signal: leaving.signal }).catch(() => {});
        await eventually(() => scene.provider.log().length >= asked + 2, 'both attempts');
        leaving.abort();
        await call;
        await eventually(() => scene.provider.log().slice(asked).every(each => each.closedEarly), 'the end of both');
    });
});

describe('embeddings and reranking in providers\' own words', () => {
    const embed = (model, more = {}) => post(scene.gateway, '/v1/embeddings', { model, input: ['a', 'b'], ...more });

    test('Cohere', async () => {
        scene.provider.script([{ body: { id: 'e', embeddings: { float: [[0.5, -0.25], [1, 2]] }, texts: ['a', 'b'], meta: { billed_units: { input_tokens: 4 } } } }]);
        const answer = await json(await embed('cohere-embed'));
        assert.deepEqual(answer.data.map(each => each.embedding), [[0.5, -0.25], [1, 2]]);
        assert.equal(answer.model, 'cohere-embed');
        assert.equal(answer.usage.prompt_tokens, 4);
        assert.equal(last().path, '/cohere/v2/embed');
        const packed = await json(await embed('cohere-embed', { encoding_format: 'base64' }));
        assert.equal(packed.data[0].embedding, Buffer.from(Float32Array.of(0.5, -0.25).buffer).toString('base64'));
    });

    test('Ollama', async () => {
        scene.provider.script([{ body: { model: 'nomic-embed-text', embeddings: [[0.5]], prompt_eval_count: 3 } }]);
        const answer = await json(await embed('ollama-embed', { input: 'a', num_ctx: 512 }));
        assert.deepEqual(answer.data, [{ object: 'embedding', index: 0, embedding: [0.5] }]);
        assert.equal(last().path, '/ollama/api/embed');
        assert.deepEqual(last().body, { model: 'nomic-embed-text', input: ['a'], options: { num_ctx: 512 } });
    });

    test('a broken answer is a 502 or 500 that names the provider', async () => {
        for (const body of [{}, { embeddings: [] }, { embeddings: ['x'] }, { embeddings: { float: 1 } }]) {
            scene.provider.script([{ body }]);
            const response = await embed('cohere-embed');
            assert.ok(response.status >= 500, `${response.status} for ${JSON.stringify(body)}`);
            assert.match((await response.json()).error.message, /Cohere/);
        }
    });

    test('Cohere reranks by version 2, or 1 where only that can be said', async () => {
        const results = [{ index: 1, relevance_score: 0.9 }, { index: 0, relevance_score: 0.1 }];
        scene.provider.script([{ body: { id: 'r', results, meta: { billed_units: { search_units: 1 } } } }]);
        const ask = more => post(scene.gateway, '/v2/rerank', { model: 'cohere-rerank', query: 'q', documents: ['a', { text: 'b' }], ...more });
        assert.deepEqual((await json(await ask({ top_n: 2 }))).results, results);
        assert.equal(last().path, '/cohere/v2/rerank');
        assert.deepEqual(last().body.documents, ['a', 'b']);
        await json(await ask({ max_chunks_per_doc: 2 }));
        assert.equal(last().path, '/cohere/v1/rerank');
    });

    test('Voyage\'s ranking comes in Cohere\'s shape', async () => {
        scene.provider.script([{ body: { object: 'list', data: [{ index: 0, relevance_score: 0.7, document: 'a' }], model: 'rerank-2.5', usage: { total_tokens: 26 } } }]);
        const answer = await json(await post(scene.gateway, '/rerank', { model: 'voyage-rerank', query: 'q', documents: ['a', 'b'], top_n: 1, return_documents: true }));
        assert.deepEqual(answer.results, [{ index: 0, relevance_score: 0.7, document: { text: 'a' } }]);
        assert.equal(answer.meta.tokens.input_tokens, 26);
        assert.equal(last().body.top_k, 1);
        assert.equal(last().body.top_n, undefined);
    });

    test('a provider without the operation says so', async () => {
        const refused = await json(await post(scene.gateway, '/v1/embeddings', { model: 'claude', input: 'a' }), 400);
        assert.match(refused.error.message, /anthropic has no embedding/);
    });
});
