// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Cohere's, Mistral's and Ollama's own clients as the measure: what each sends for a conversation, and what the gateway sends for the
// same conversation of an OpenAI client, must agree — path, credential and body; and what they accept must be what we read.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { Mistral } from '@mistralai/mistralai';
import { CohereClientV2 } from 'cohere-ai';
import { Ollama } from 'ollama';

import { post, stage } from './harness.mjs';
import { parallelCalls, person, pixel, weather } from './scenes.mjs';

const keys = { cohere: 'cohere-provider-secret-4', mistral: 'mistral-provider-secret-5' };
const models = `
  - {model_name: cohere, litellm_params: {model: cohere_chat/command-a-03-2025, api_base: PROVIDER, api_key: ${keys.cohere}}}
  - {model_name: mistral, litellm_params: {model: mistral/mistral-large-latest, api_base: "PROVIDER/v1", api_key: ${keys.mistral}}}
  - {model_name: ollama, litellm_params: {model: ollama_chat/llama3.1, api_base: PROVIDER}}
`;

let provider, gateway, stop;
before(async () => {
    ({ provider, gateway, stop } = await stage({ models }));
});
after(() => stop?.());

/// What each client and the gateway are answered: in the words of that provider.
const answers = {
    cohere: { id: 'c-1', finish_reason: 'COMPLETE', message: { role: 'assistant', content: [{ type: 'text', text: 'Hello.' }] }, usage: { billed_units: { input_tokens: 3, output_tokens: 2 }, tokens: { input_tokens: 3, output_tokens: 2 } } },
    mistral: { id: 'm-1', object: 'chat.completion', created: 1, model: 'mistral-large-latest', choices: [{ index: 0, message: { role: 'assistant', content: 'Hello.' }, finish_reason: 'stop' }], usage: { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 } },
    ollama: { model: 'llama3.1', created_at: '2026-01-01T00:00:00Z', message: { role: 'assistant', content: 'Hello.' }, done: true, done_reason: 'stop', prompt_eval_count: 3, eval_count: 2 },
};

/// Without what says nothing: absent, null, false for a stream, empty options.
function plain(value) {
    if (Array.isArray(value)) return value.map(plain);
    if (value === null || typeof value !== 'object') return value;
    const says = ([key, each]) => each !== null && each !== undefined && !(key === 'stream' && each === false) && !(key === 'options' && Object.keys(each).length === 0);
    return Object.fromEntries(Object.entries(value).filter(says).map(([key, each]) => [key, plain(each)]));
}

async function agree(model, client, asked, bend = body => body) {
    provider.script([{ body: answers[model] }]);
    const said = await client();
    assert.equal(said, 'Hello.');
    const theirs = provider.last();
    provider.script([{ body: answers[model] }]);
    const response = await post(gateway, '/v1/chat/completions', { model, ...asked });
    assert.equal(response.status, 200, await response.clone().text());
    const ours = provider.last();
    assert.equal(ours.path, theirs.path);
    assert.equal(ours.headers.authorization, theirs.headers.authorization);
    assert.deepEqual(plain(ours.body), plain(bend(theirs.body)));
    assert.equal((await response.json()).choices[0].message.content, 'Hello.');
}

const turns = [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'Capital of France?' }, { role: 'assistant', content: 'Paris.' }, { role: 'user', content: 'And of Italy?' }];
const tool = { type: 'function', function: { name: 'get_weather', description: weather.description, parameters: weather.schema } };
const calls = parallelCalls.map(({ id, name, input }) => ({ id, type: 'function', function: { name, arguments: JSON.stringify(input) } }));
const history = [{ role: 'user', content: 'Weather?' }, { role: 'assistant', content: null, tool_calls: calls }, { role: 'tool', tool_call_id: calls[0].id, content: '18 degrees' }, { role: 'tool', tool_call_id: calls[1].id, content: 'No data.' }];
const picture = `data:image/png;base64,${pixel}`;

describe('Cohere', () => {
    const chat = body => async () => (await new CohereClientV2({ token: keys.cohere, environment: provider.url }).chat({ model: 'command-a-03-2025', ...body })).message.content[0].text;
    test('a conversation with parameters', () => agree('cohere', chat({ messages: turns, maxTokens: 9, temperature: 0.5, p: 0.9, k: 3, stopSequences: ['END'], seed: 7, frequencyPenalty: 0.1, presencePenalty: 0.2 }),
        { messages: turns, max_tokens: 9, temperature: 0.5, top_p: 0.9, top_k: 3, stop: ['END'], seed: 7, frequency_penalty: 0.1, presence_penalty: 0.2 }));
    test('tools, calls and their results', () => agree('cohere', chat({
        messages: [history[0], { role: 'assistant', toolCalls: calls }, ...history.slice(2).map(({ tool_call_id, content }) => ({ role: 'tool', toolCallId: tool_call_id, content }))], tools: [tool], toolChoice: 'REQUIRED',
    }), { messages: history, tools: [tool], tool_choice: 'required' }));
    test('a picture', () => agree('cohere', chat({ messages: [{ role: 'user', content: [{ type: 'text', text: 'What is it?' }, { type: 'image_url', imageUrl: { url: picture } }] }] }),
        { messages: [{ role: 'user', content: [{ type: 'text', text: 'What is it?' }, { type: 'image_url', image_url: { url: picture } }] }] }));
    test('a JSON schema', () => agree('cohere', chat({ messages: turns, responseFormat: { type: 'json_object', jsonSchema: person } }),
        { messages: turns, response_format: { type: 'json_schema', json_schema: { name: 'person', schema: person } } }));
    test('a stream is read as its client reads it', async () => {
        const events = [{ type: 'message-start', id: 'c-1', delta: { message: { role: 'assistant' } } }, { type: 'content-start', index: 0, delta: { message: { content: { type: 'text', text: '' } } } }, ...['Hel', 'lo.'].map(text => ({ type: 'content-delta', index: 0, delta: { message: { content: { text } } } })), { type: 'content-end', index: 0 }, { type: 'message-end', delta: { finish_reason: 'COMPLETE', usage: { tokens: { input_tokens: 3, output_tokens: 2 } } } }];
        provider.script([{ sse: events.map(event => `event: ${event.type}\ndata: ${JSON.stringify(event)}`) }]);
        let theirs = '';
        for await (const event of await new CohereClientV2({ token: keys.cohere, environment: provider.url }).chatStream({ model: 'command-a-03-2025', messages: turns })) theirs += event.delta?.message?.content?.text ?? '';
        const response = await post(gateway, '/v1/chat/completions', { model: 'cohere', messages: turns, stream: true });
        const said = await response.text();
        const ours = said.split('\n').filter(line => line.startsWith('data: {')).map(line => JSON.parse(line.slice(6)).choices[0]?.delta.content ?? '').join('');
        assert.equal(theirs, 'Hello.');
        assert.equal(ours, theirs);
    });
});

describe('Mistral', () => {
    const chat = body => async () => (await new Mistral({ apiKey: keys.mistral, serverURL: provider.url }).chat.complete({ model: 'mistral-large-latest', ...body })).choices[0].message.content;
    test('a conversation with parameters', () => agree('mistral', chat({ messages: turns, maxTokens: 9, temperature: 0.5, topP: 0.9, stop: ['END'], randomSeed: 7 }),
        { messages: turns, max_tokens: 9, temperature: 0.5, top_p: 0.9, stop: ['END'], seed: 7 }, withoutDefaults));
    test('tools, calls and their results', () => agree('mistral', chat({
            messages: [history[0], { role: 'assistant', content: '', toolCalls: calls }, ...history.slice(2).map(({ tool_call_id, content }) => ({ role: 'tool', toolCallId: tool_call_id, content }))],
            tools: [tool], toolChoice: 'any',
        }), { messages: [history[0], { ...history[1], content: '' }, ...history.slice(2)], tools: [tool], tool_choice: 'required' }, withoutDefaults));
    test('a picture', () => agree('mistral', chat({ messages: [{ role: 'user', content: [{ type: 'text', text: 'What is it?' }, { type: 'image_url', imageUrl: picture }] }] }),
        { messages: [{ role: 'user', content: [{ type: 'text', text: 'What is it?' }, { type: 'image_url', image_url: picture }] }] }));
});

// Mistral's client writes its defaults out: calls numbered 0, tools not strict, an assistant's words no prefix.
function withoutDefaults(body) {
    const isDefault = (name, value) => (name === 'index' && value === 0) || (['strict', 'prefix'].includes(name) && value === false);
    return JSON.parse(JSON.stringify(body, (name, value) => (isDefault(name, value) ? undefined : value)));
}

describe('Ollama', () => {
    const chat = body => async () => (await new Ollama({ host: provider.url }).chat({ model: 'llama3.1', ...body })).message.content;
    test('a conversation with parameters', () => agree('ollama', chat({ messages: turns, options: { num_predict: 9, temperature: 0.5, top_p: 0.9, top_k: 3, stop: ['END'], seed: 7 } }),
        { messages: turns, max_tokens: 9, temperature: 0.5, top_p: 0.9, top_k: 3, stop: ['END'], seed: 7 }));
    test('a picture', () => agree('ollama', chat({ messages: [{ role: 'user', content: 'What is it?', images: [pixel] }] }),
        { messages: [{ role: 'user', content: [{ type: 'text', text: 'What is it?' }, { type: 'image_url', image_url: { url: picture } }] }] }));
    test('a JSON schema, and thinking', () => agree('ollama', chat({ messages: turns, format: person, think: true }),
        { messages: turns, response_format: { type: 'json_schema', json_schema: { name: 'person', schema: person } }, think: true }));
    test('tools', () => agree('ollama', chat({ messages: history.slice(0, 1), tools: [tool] }), { messages: history.slice(0, 1), tools: [tool] }));
});
