// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The official `openai` and `@anthropic-ai/sdk` clients, unchanged, over Gemini: each thing a conversation can hold, from each of them.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

import { masterKey, patience, stage } from './harness.mjs';
import { parallelCalls, person, pixel, thought, weather } from './scenes.mjs';

const key = 'google-provider-secret-3';
const models = `
  - model_name: gemini
    litellm_params: {model: gemini/gemini-2.5-flash, api_base: PROVIDER/v1beta, api_key: ${key}}
`;

let provider, gateway, stop, openai, anthropic;
before(async () => {
    ({ provider, gateway, stop } = await stage({ models }));
    openai = new OpenAI({ apiKey: masterKey, baseURL: `${gateway.url}/v1`, maxRetries: 0, timeout: patience });
    anthropic = new Anthropic({ apiKey: masterKey, baseURL: gateway.url, maxRetries: 0, timeout: patience });
});
after(() => stop?.());

const usage = { promptTokenCount: 14, candidatesTokenCount: 8, thoughtsTokenCount: 20, totalTokenCount: 42, cachedContentTokenCount: 4 };
const answer = (parts, more = {}) => ({ candidates: [{ content: { role: 'model', parts }, index: 0, finishReason: 'STOP', ...more }], usageMetadata: usage, modelVersion: 'gemini-2.5-flash', responseId: 'answer-1' });

/// The same answer whole, or each part as an event of its own.
function says(parts, more) {
    provider.script([entry => {
        if (!entry.path.includes(':stream')) return { body: answer(parts, more) };
        const events = parts.map((part, index) => answer([part], index + 1 < parts.length ? { finishReason: undefined } : more));
        return { sse: events.map(event => `data: ${JSON.stringify(event)}`) };
    }]);
}
beforeEach(() => says([{ text: 'Paris ' }, { text: '— "la ville" 🏛' }]));

const calls = parallelCalls.map(({ name, input }, index) => ({ functionCall: { name, args: input }, ...(index ? {} : { thoughtSignature: 'c2lnbmF0dXJl' }) }));
const inputs = parallelCalls.map(call => call.input);

/// A client's call of each kind, as {text, thinking, calls: [{id, name, input}], finish, usage: {input, cached, output}}.
const clients = {
    openai: {
        plain: text => ({ messages: [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: text }] }),
        picture: { messages: [{ role: 'user', content: [{ type: 'text', text: 'What?' }, { type: 'image_url', image_url: { url: `data:image/png;base64,${pixel}` } }] }] },
        tools: { tools: [{ type: 'function', function: { name: 'get_weather', description: weather.description, parameters: weather.schema } }], tool_choice: 'required' },
        thinks: { reasoning_effort: 'low' },
        json: { response_format: { type: 'json_schema', json_schema: { name: 'person', strict: true, schema: person } } },
        results: got => [
            { role: 'assistant', content: null, tool_calls: got.calls.map(({ id, name, input }) => ({ id, type: 'function', function: { name, arguments: JSON.stringify(input) } })) },
            ...got.calls.map(({ id }, index) => ({ role: 'tool', tool_call_id: id, content: `${18 + index} degrees` })),
        ],
        async whole(body) {
            const { choices: [choice], usage } = await openai.chat.completions.create({ model: 'gemini', ...body });
            const { content, reasoning_content, tool_calls = [] } = choice.message;
            return read(content, reasoning_content, tool_calls, choice.finish_reason, usage);
        },
        async stream(body) {
            const stream = openai.chat.completions.stream({ model: 'gemini', stream_options: { include_usage: true }, ...body });
            const thinking = [];
            stream.on('chunk', chunk => thinking.push(chunk.choices[0]?.delta.reasoning_content ?? ''));
            const { choices: [choice], usage } = await stream.finalChatCompletion();
            return read(choice.message.content, thinking.join(''), choice.message.tool_calls ?? [], choice.finish_reason, usage);
        },
        ends: { stop: 'stop', calls: 'tool_calls', length: 'length', filter: 'content_filter' },
        statusOf: error => error.status,
    },
    anthropic: {
        plain: text => ({ system: 'Be brief.', messages: [{ role: 'user', content: text }] }),
        picture: { messages: [{ role: 'user', content: [{ type: 'text', text: 'What?' }, { type: 'image', source: { type: 'base64', media_type: 'image/png', data: pixel } }] }] },
        tools: { tools: [{ name: 'get_weather', description: weather.description, input_schema: weather.schema }], tool_choice: { type: 'any' } },
        thinks: { thinking: { type: 'enabled', budget_tokens: 1024 } },
        json: { output_format: { type: 'json_schema', schema: person } },
        results: got => [
            { role: 'assistant', content: got.calls.map(({ id, name, input }) => ({ type: 'tool_use', id, name, input })) },
            { role: 'user', content: got.calls.map(({ id }, index) => ({ type: 'tool_result', tool_use_id: id, content: `${18 + index} degrees` })) },
        ],
        whole: async body => blocks(await anthropic.messages.create({ model: 'gemini', max_tokens: 5000, ...body })),
        stream: async body => blocks(await anthropic.messages.stream({ model: 'gemini', max_tokens: 5000, ...body }).finalMessage()),
        ends: { stop: 'end_turn', calls: 'tool_use', length: 'max_tokens', filter: 'refusal' },
        statusOf: error => error.status,
    },
};

function read(text, thinking, toolCalls, finish, usage) {
    const calls = toolCalls.map(call => ({ id: call.id, name: call.function.name, input: JSON.parse(call.function.arguments) }));
    return { text: text ?? '', thinking: thinking ?? '', calls, finish, usage: { input: usage.prompt_tokens - usage.prompt_tokens_details.cached_tokens, cached: usage.prompt_tokens_details.cached_tokens, output: usage.completion_tokens } };
}

function blocks({ content, stop_reason, usage }) {
    const joined = (type, name) => content.filter(block => block.type === type).map(block => block[name]).join('');
    const calls = content.filter(block => block.type === 'tool_use').map(({ id, name, input }) => ({ id, name, input }));
    return { text: joined('text', 'text'), thinking: joined('thinking', 'thinking'), calls, finish: stop_reason, usage: { input: usage.input_tokens, cached: usage.cache_read_input_tokens, output: usage.output_tokens } };
}

const asked = () => provider.last().body;
const partsOf = content => content.parts;

for (const [name, client] of Object.entries(clients)) {
    for (const way of ['whole', 'stream']) {
        describe(`${name}, ${way}`, () => {
            const ask = body => client[way](body);

            test('a chat', async () => {
                const got = await ask(client.plain('Capital of France?'));
                assert.equal(got.text, 'Paris — "la ville" 🏛');
                assert.equal(got.finish, client.ends.stop);
                assert.deepEqual(got.usage, { input: 10, cached: 4, output: 28 });
                assert.equal(provider.last().path, `/v1beta/models/gemini-2.5-flash:${way === 'whole' ? 'generateContent' : 'streamGenerateContent?alt=sse'}`);
                assert.equal(provider.last().headers['x-goog-api-key'], key);
                assert.ok(!JSON.stringify(provider.last()).includes(masterKey));
                assert.deepEqual(asked().system_instruction, { parts: [{ text: 'Be brief.' }] });
                assert.deepEqual(asked().contents, [{ role: 'user', parts: [{ text: 'Capital of France?' }] }]);
            });

            test('tools called at once, and their results with what was thought before', async () => {
                says(calls);
                const question = client.plain('Weather?');
                const got = await ask({ ...question, ...client.tools });
                assert.deepEqual(got.calls.map(call => call.input), inputs);
                assert.equal(new Set(got.calls.map(call => call.id)).size, 2);
                assert.equal(got.finish, client.ends.calls);
                assert.deepEqual(asked().toolConfig, { functionCallingConfig: { mode: 'ANY' } });
                const { additionalProperties, ...schema } = weather.schema;
                assert.deepEqual(asked().tools, [{ function_declarations: [{ name: 'get_weather', description: weather.description, parameters: schema }] }]);

                says([{ text: 'Cold.' }]);
                await ask({ ...question, ...client.tools, messages: [...question.messages, ...client.results(got)] });
                const [, model, results] = asked().contents;
                assert.deepEqual(partsOf(model).map(part => part.function_call.args), inputs);
                assert.deepEqual(partsOf(model).map(part => part.thoughtSignature), ['c2lnbmF0dXJl', undefined]);
                assert.deepEqual(partsOf(results).map(part => part.function_response), [0, 1].map(index => ({ name: 'get_weather', response: { content: `${18 + index} degrees` } })));
            });

            test('a picture', async () => {
                await ask(client.picture);
                assert.deepEqual(partsOf(asked().contents[0]), [{ text: 'What?' }, { inline_data: { mime_type: 'image/png', data: pixel } }]);
            });

            test('JSON of a schema', async () => {
                says([{ text: '{"name":"Ada",' }, { text: '"age":36}' }]);
                const got = await ask({ ...client.plain('Who?'), ...client.json });
                assert.deepEqual(JSON.parse(got.text), { name: 'Ada', age: 36 });
                assert.equal(asked().generationConfig.response_mime_type, 'application/json');
                assert.deepEqual(asked().generationConfig.response_json_schema, person);
            });

            test('thinking', async () => {
                says([{ text: thought.text, thought: true }, { text: 'Paris.' }]);
                const got = await ask({ ...client.plain('Capital?'), ...client.thinks });
                assert.equal(got.thinking, thought.text);
                assert.equal(got.text, 'Paris.');
                assert.deepEqual(asked().generationConfig.thinkingConfig, { includeThoughts: true, thinkingBudget: 1024 });
            });

            test('an answer that was cut short or withheld says so', async () => {
                says([{ text: 'Par' }], { finishReason: 'MAX_TOKENS' });
                assert.equal((await ask(client.plain('?'))).finish, client.ends.length);
                says([{ text: '' }], { finishReason: 'SAFETY' });
                assert.equal((await ask(client.plain('?'))).finish, client.ends.filter);
            });

            test('refusals keep their status and the provider\'s words', async () => {
                for (const [status, message, seen] of [[400, 'API key not valid.', 401], [404, 'models/x is not found', 404], [429, 'You exceeded your current quota.', 429], [500, 'An internal error', 500]]) {
                    provider.script([{ status, body: { error: { code: status, message, status: 'X' } } }]);
                    const error = await ask(client.plain('?')).then(() => assert.fail('no error'), failure => failure);
                    assert.equal(client.statusOf(error), seen, error.message);
                    assert.ok(error.message.includes(message), error.message);
                }
            });
        });
    }

    test(`${name}: a stream that breaks off or fails is an error, never an answer`, async () => {
        const beginning = `data: ${JSON.stringify(answer([{ text: 'Par' }], { finishReason: undefined }))}`;
        const failing = `data: ${JSON.stringify({ error: { code: 503, message: 'The model is overloaded.', status: 'UNAVAILABLE' } })}`;
        for (const reply of [{ sse: [beginning] }, { sse: [beginning], cut: true }, { sse: [beginning, failing] }, { sse: [] }, { sse: ['data: {{{'] }]) {
            provider.script([reply]);
            await assert.rejects(client.stream(client.plain('?')), undefined, JSON.stringify(reply));
        }
    });

    test(`${name}: an answer that is none is an error that names the provider`, async () => {
        for (const reply of [{ text: 'Bad gateway' }, { body: {} }, { body: { candidates: [] } }]) {
            provider.script([reply]);
            await assert.rejects(client.whole(client.plain('?')), /GeminiException/);
        }
    });
}
