// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Every door over every dialect that can serve it, through the whole program: answered, streamed, with a tool, malformed, cut
// and refused. What the providers say stands in the golden fixtures that the unit tests read too.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { assertServes, events, here, post, stage } from './harness.mjs';

const golden = path.join(here, '../gateway/translate/golden');
const read = file => readFileSync(path.join(golden, file), 'utf8');

/// Model at the gateway → its litellm_params, the fixtures its provider speaks from, and the name its errors carry.
const providers = {
    openai: { params: 'model: openai/gpt-4o, api_base: "PROVIDER/v1", api_key: sk-1', speaks: 'openai', title: 'OpenAI' },
    azure: { params: 'model: azure/gpt-4o, api_base: "PROVIDER", api_key: az-1', speaks: 'openai', title: 'Azure' },
    mistral: { params: 'model: mistral/mistral-large-latest, api_base: "PROVIDER/v1", api_key: mi-1', speaks: 'openai', title: 'Mistral' },
    vllm: { params: 'model: hosted_vllm/qwen3, api_base: "PROVIDER/v1"', speaks: 'openai', title: 'Hosted_vllm' },
    anthropic: { params: 'model: anthropic/claude-sonnet-4-5-20250929, api_base: "PROVIDER", api_key: sk-ant-1', speaks: 'anthropic', title: 'Anthropic' },
    gemini: { params: 'model: gemini/gemini-2.5-flash, api_base: "PROVIDER/v1beta", api_key: g-1', speaks: 'gemini', title: 'Gemini' },
    bedrock: { params: 'model: "bedrock/converse/anthropic.claude-sonnet-4-20250514-v1:0", aws_bedrock_runtime_endpoint: "PROVIDER", aws_region_name: us-east-1, aws_access_key_id: AKIDEXAMPLE, aws_secret_access_key: secret', speaks: 'bedrock', title: 'Bedrock' },
    cohere: { params: 'model: cohere_chat/command-a-03-2025, api_base: "PROVIDER", api_key: co-1', speaks: 'cohere', title: 'Cohere' },
    ollama: { params: 'model: ollama_chat/llama3.1, api_base: "PROVIDER"', speaks: 'ollama', title: 'Ollama' },
};

/// What a caller asks at each door, where the text of the answer stands, and how a stream that is whole ends.
const doors = {
    '/v1/chat/completions': {
        body: (model, more) => ({ model, messages: [{ role: 'user', content: 'The capital of France?' }], ...more }),
        text: answer => answer.choices[0].message.content,
        tools: answer => answer.choices[0].message.tool_calls.map(call => JSON.parse(call.function.arguments)),
        streamed: seen => seen.map(({ data }) => data?.choices?.[0]?.delta?.content ?? '').join(''),
        isWhole: seen => seen.at(-1).data === '[DONE]' && seen.some(({ data }) => data?.choices?.[0]?.finish_reason),
    },
    '/v1/messages': {
        body: (model, more) => ({ model, max_tokens: 64, messages: [{ role: 'user', content: 'The capital of France?' }], ...more }),
        text: answer => answer.content.filter(block => block.type === 'text').map(block => block.text).join(''),
        tools: answer => answer.content.filter(block => block.type === 'tool_use').map(block => block.input),
        streamed: seen => seen.map(({ data }) => data?.delta?.text ?? '').join(''),
        isWhole: seen => seen.at(-1).event === 'message_stop',
    },
    '/v1/responses': {
        body: (model, more) => ({ model, input: 'The capital of France?', ...more }),
        text: answer => answer.output.filter(item => item.type === 'message').flatMap(item => item.content).map(part => part.text).join(''),
        tools: answer => answer.output.filter(item => item.type === 'function_call').map(item => JSON.parse(item.arguments)),
        streamed: seen => seen.filter(({ data }) => data?.type === 'response.output_text.delta').map(({ data }) => data.delta).join(''),
        isWhole: seen => seen.some(({ data }) => data?.type === 'response.completed'),
    },
    '/v1/completions': {
        body: (model, more) => ({ model, prompt: 'The capital of France is', ...more }),
        text: answer => answer.choices[0].text,
        streamed: seen => seen.map(({ data }) => data?.choices?.[0]?.text ?? '').join(''),
        isWhole: seen => seen.at(-1).data === '[DONE]',
    },
    gemini: {
        path: (model, stream) => `/v1beta/models/${model}:${stream ? 'streamGenerateContent?alt=sse' : 'generateContent'}`,
        body: () => ({ contents: [{ role: 'user', parts: [{ text: 'The capital of France?' }] }] }),
        text: answer => answer.candidates[0].content.parts.map(part => part.text ?? '').join(''),
        tools: answer => answer.candidates[0].content.parts.filter(part => part.functionCall).map(part => part.functionCall.args),
        streamed: seen => seen.flatMap(({ data }) => data?.candidates?.[0]?.content?.parts ?? []).map(part => part.text ?? '').join(''),
        isWhole: seen => seen.some(({ data }) => data?.candidates?.[0]?.finishReason),
    },
};

/// The words of a provider that is asked at \a request's path: OpenAI's are two dialects.
function dialectAt(request, provider) {
    if (request.path.includes('/responses')) return 'responses';
    if (/\/completions/.test(request.path) && !request.path.includes('/chat/')) return 'text';
    return provider.speaks;
}

/// A script's reply from a golden fixture.
function told(provider, name) {
    return request => ({ body: JSON.parse(read(`answers/${dialectAt(request, provider)}/${name}.json`)) });
}

function streamed(provider, name) {
    return request => {
        const dialect = dialectAt(request, provider);
        if (dialect === 'ollama') return { sse: [], raw: `HTTP/1.1 200 OK\r\ncontent-type: application/x-ndjson\r\nconnection: close\r\n\r\n${Buffer.from(read(`streams/ollama/${name}.ndjson`)).toString('latin1')}` };
        const text = read(`streams/${dialect}/${name}.sse`);
        if (dialect === 'bedrock') return { eventstream: events(text).map(({ event, data }) => ({ type: event, payload: data })) };
        return { sse: text.split('\n\n').filter(Boolean) };
    };
}

const models = Object.entries(providers).map(([name, { params }]) => `
  - {model_name: ${name}, litellm_params: {${params}}, model_info: {id: d-${name}}}`).join('');

let provider, gateway, stop;
before(async () => {
    ({ provider, gateway, stop } = await stage({ models }));
});
after(() => stop?.());

function ask(door, model, more = {}) {
    const route = doors[door].path?.(model, more.stream) ?? door;
    return post(gateway, route, doors[door].body(model, more));
}

/// The caller's own shape of an error: a message that names who failed.
function assertNames(body, title) {
    const message = body.error?.message ?? '';
    assert.ok(message.includes(title), `${title} in ${JSON.stringify(body).slice(0, 400)}`);
}

for (const [door, { text, tools, streamed: textOf, isWhole }] of Object.entries(doors)) {
    for (const [model, from] of Object.entries(providers)) {
        describe(`${door} over ${model}:`, () => {
            test('is answered', async () => {
                provider.script([told(from, 'plain')]);
                const response = await ask(door, model);
                const body = await response.json();
                assert.equal(response.status, 200, JSON.stringify(body));
                assert.equal(text(body), 'Paris.');
            });
            test('is answered in a stream', async () => {
                provider.script([streamed(from, 'plain')]);
                const response = await ask(door, model, { stream: true });
                const seen = events(await response.text());
                assert.equal(response.status, 200, JSON.stringify(seen));
                assert.equal(textOf(seen), 'Paris.');
                assert.ok(isWhole(seen), JSON.stringify(seen.slice(-3)));
            });
            if (tools) {
                test('calls tools', async () => {
                    provider.script([told(from, 'tools')]);
                    const response = await ask(door, model);
                    const body = await response.json();
                    assert.equal(response.status, 200, JSON.stringify(body));
                    assert.deepEqual(tools(body), [{ city: 'Zürich "HB"', unit: 'celsius' }, { city: '那覇' }]);
                });
            }
            test('a malformed answer is a 502 that names the provider', async () => {
                for (const reply of [told(from, 'malformed'), { text: '<html>Welcome</html>', headers: { 'content-type': 'text/html' } }, { text: '{"half": ', headers: { 'content-type': 'application/json' } }]) {
                    provider.script([reply]);
                    const response = await ask(door, model);
                    assert.equal(response.status, 502, await response.clone().text());
                    assertNames(await response.json(), from.title);
                }
            });
            test('a stream that is cut does not look whole', async () => {
                provider.script([streamed(from, 'cut')]);
                const response = await ask(door, model, { stream: true });
                const said = await response.text();
                assert.ok(!said.includes('[DONE]'), said);
                assert.ok(!isWhole([...events(said), { data: null }]), said);
                assert.match(said, /error/);
            });
            test('a 429 stays one', async () => {
                provider.script([{ status: 429, headers: { 'retry-after': '7' }, body: { error: { message: 'Slow down', type: 'rate_limit_error', code: 429, status: 'RESOURCE_EXHAUSTED' }, message: 'Slow down' } }]);
                const response = await ask(door, model);
                assert.equal(response.status, 429, await response.clone().text());
                assert.match(JSON.stringify(await response.json()), /Slow down/);
            });
        });
    }
}

test('and it still serves', async () => {
    provider.script();
    await assertServes(gateway, 'openai');
});
