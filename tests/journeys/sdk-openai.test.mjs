// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The official `openai` client, unchanged, over both providers, streamed and not.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import OpenAI from 'openai';

import { asAsked, streamed, whole } from '../fake_provider/answers.mjs';
import { anthropicKey, assertServes, masterKey, openaiKey, patience, stage } from './harness.mjs';
import { blocksIn, callsIn, dialects, parallelCalls, pdf, person, pixel, refusal, refusals, resultsIn, systemOf, thought, toolsIn, turnsOf, weather } from './scenes.mjs';

let provider, gateway, stop, client;
before(async () => {
    ({ provider, gateway, stop } = await stage({ models: `
  - {model_name: codex, litellm_params: {model: openai/gpt-5-codex, api_base: "PROVIDER/v1", api_key: ${openaiKey}}}` }));
    client = connect('/v1');
});
after(() => stop?.());
beforeEach(() => provider.script());

const connect = (base, more = {}) => new OpenAI({ apiKey: masterKey, baseURL: gateway.url + base, maxRetries: 0, timeout: 15000, ...more });
const user = content => ({ role: 'user', content });
const tools = [{ type: 'function', function: { name: 'get_weather', description: weather.description, parameters: weather.schema } }];

async function collected(stream) {
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    return chunks;
}
const textOf = chunks => chunks.map(chunk => chunk.choices[0]?.delta?.content ?? '').join('');

for (const base of ['', '/v1']) {
    test(`a base address ending in '${base}' serves chats and models`, async () => {
        const other = connect(base);
        const answer = await other.chat.completions.create({ model: 'gpt', messages: [user('Hello?')] });
        assert.equal(answer.choices[0].message.content, 'Hello from the provider.');
        const names = (await other.models.list()).data.map(model => model.id);
        assert.deepEqual(names.sort(), ['claude', 'codex', 'gpt']);
        assert.equal((await other.models.retrieve('gpt')).id, 'gpt');
    });
}

test('each provider gets its own key and never the caller\'s', async () => {
    for (const model of ['gpt', 'claude']) await client.chat.completions.create({ model, messages: [user('Hello?')] });
    const [openai, anthropic] = provider.log();
    assert.equal(openai.path, '/v1/chat/completions');
    assert.equal(openai.headers.authorization, `Bearer ${openaiKey}`);
    assert.equal(anthropic.path, '/v1/messages');
    assert.equal(anthropic.headers['x-api-key'], anthropicKey);
    assert.equal(anthropic.headers['anthropic-version'], '2023-06-01');
    for (const entry of provider.log()) assert.ok(!JSON.stringify(entry).includes(masterKey));
});

test('fields that nobody knows reach a provider of the same dialect, and its unknown fields come back', async () => {
    const reply = whole('openai');
    reply.body.vendor_extra = { seen: [1, 2] };
    reply.body.choices[0].message.mood = 'good';
    provider.script([reply]);
    const answer = await client.chat.completions.create({ model: 'gpt', messages: [{ ...user('Hi'), vendor_note: 'x' }], vendor_flag: { a: [1, { b: null }] } });
    assert.deepEqual(provider.last().body.vendor_flag, { a: [1, { b: null }] });
    assert.equal(provider.last().body.messages[0].vendor_note, 'x');
    assert.deepEqual(answer.vendor_extra, { seen: [1, 2] });
    assert.equal(answer.choices[0].message.mood, 'good');
});

describe('over a model that has only the Responses API', () => {
    test('an answer, its usage and a stream', async () => {
        provider.script([asAsked('responses', { thinking: thought, text: 'Paris.', usage: { fresh: 10, cached: 4, output: 7, reasoning: 3 } })]);
        const answer = await client.chat.completions.create({ model: 'codex', messages: [{ role: 'system', content: 'Be brief.' }, user('Capital?')], max_completion_tokens: 99, reasoning_effort: 'low' });
        assert.equal(provider.last().path, '/v1/responses');
        const { input, ...rest } = provider.last().body;
        assert.deepEqual(rest, { model: 'gpt-5-codex', instructions: 'Be brief.', max_output_tokens: 99, reasoning: { effort: 'low' } });
        assert.deepEqual(input, [{ type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Capital?' }] }]);
        assert.equal(answer.choices[0].message.content, 'Paris.');
        assert.equal(answer.choices[0].message.reasoning_content, thought.text);
        assert.equal(answer.choices[0].finish_reason, 'stop');
        assert.deepEqual([answer.usage.prompt_tokens, answer.usage.prompt_tokens_details.cached_tokens, answer.usage.completion_tokens, answer.usage.completion_tokens_details.reasoning_tokens], [14, 4, 7, 3]);
        const chunks = await collected(await client.chat.completions.create({ model: 'codex', messages: [user('Capital?')], stream: true }));
        assert.equal(textOf(chunks), 'Paris.');
        assert.equal(chunks.at(-1).choices[0].finish_reason, 'stop');
    });

    test('tool calls, their results, and what cannot be said', async () => {
        provider.script([asAsked('responses', { text: 'Looking.', tools: parallelCalls })]);
        const { choices: [{ message, finish_reason }] } = await client.chat.completions.create({ model: 'codex', messages: [user('Weather?')], tools, tool_choice: 'required' });
        assert.equal(finish_reason, 'tool_calls');
        assert.deepEqual(message.tool_calls.map(call => ({ id: call.id, name: call.function.name, input: JSON.parse(call.function.arguments) })), parallelCalls);
        const results = message.tool_calls.map(call => ({ role: 'tool', tool_call_id: call.id, content: 'fine' }));
        await client.chat.completions.create({ model: 'codex', messages: [user('Weather?'), message, ...results], tools });
        assert.deepEqual(callsIn(provider.last().body, 'responses'), parallelCalls);
        assert.deepEqual(resultsIn(provider.last().body, 'responses'), { call_zurich: 'fine', call_naha: 'fine' });
        await assert.rejects(client.chat.completions.create({ model: 'codex', messages: [user('Hi')], stop: ['END'] }), OpenAI.BadRequestError);
    });
});

for (const [model, dialect] of Object.entries(dialects)) {
    describe(`over ${dialect}`, () => {
        const create = (body, options = { signal: AbortSignal.timeout(patience) }) => client.chat.completions.create({ model, ...body }, options);

        test('a chat with system prompt and several turns', async () => {
            provider.script([whole(dialect, { text: 'Rome — "la città" 🏛' })]);
            const messages = [
                { role: 'system', content: 'Be brief.' }, user('Capital of France?'), { role: 'assistant', content: 'Paris.' }, user('And of Italy?'),
            ];
            const answer = await create({ messages, temperature: 0.5, max_tokens: 33 });
            assert.equal(answer.choices[0].message.content, 'Rome — "la città" 🏛');
            assert.equal(answer.choices[0].message.role, 'assistant');
            assert.equal(answer.choices[0].finish_reason, 'stop');
            assert.equal(answer.model, model);
            assert.equal(answer.object, 'chat.completion');
            const { body } = provider.last();
            assert.equal(systemOf(body), 'Be brief.');
            assert.deepEqual(turnsOf(body), [['user', 'Capital of France?'], ['assistant', 'Paris.'], ['user', 'And of Italy?']]);
            assert.equal(body.temperature, 0.5);
            assert.equal(body.max_tokens, 33);
        });

        test('a streamed chat', async () => {
            provider.script([streamed(dialect, { text: 'Streams — in "pieces" 🧩.' })]);
            const chunks = await collected(await create({ messages: [user('Hi')], stream: true }));
            assert.equal(textOf(chunks), 'Streams — in "pieces" 🧩.');
            assert.ok(chunks.length > 3, 'the pieces arrive as pieces');
            assert.equal(chunks.find(chunk => chunk.choices[0]?.delta?.role)?.choices[0].delta.role, 'assistant');
            assert.deepEqual(chunks.map(chunk => chunk.choices[0]?.finish_reason).filter(Boolean), ['stop']);
            assert.ok(chunks.every(chunk => chunk.model === model && chunk.id === chunks[0].id));
            assert.ok(chunks.every(chunk => !chunk.usage), 'no usage where none was asked for');
            assert.equal(provider.last().body.stream, true);
        });

        test('an answer cut at its length limit says so', async () => {
            provider.script([asAsked(dialect, { text: 'Once upon', stop: 'length' })]);
            assert.equal((await create({ messages: [user('Tell')] })).choices[0].finish_reason, 'length');
            const chunks = await collected(await create({ messages: [user('Tell')], stream: true }));
            assert.deepEqual(chunks.map(chunk => chunk.choices[0]?.finish_reason).filter(Boolean), ['length']);
        });

        test('usage with cached tokens, whole', async () => {
            provider.script([whole(dialect, { usage: { fresh: 100, cached: 40, output: 9, reasoning: dialect === 'openai' ? 5 : 0 } })]);
            const { usage } = await create({ messages: [user('Hi')] });
            assert.equal(usage.prompt_tokens, 140);
            assert.equal(usage.completion_tokens, 9);
            assert.equal(usage.total_tokens, 149);
            assert.equal(usage.prompt_tokens_details.cached_tokens, 40);
            if (dialect === 'openai') assert.equal(usage.completion_tokens_details.reasoning_tokens, 5);
        });

        test('usage with cached tokens, in the last chunk of a stream that asks for it', async () => {
            provider.script([streamed(dialect, { usage: { fresh: 100, cached: 40, output: 9, reasoning: dialect === 'openai' ? 5 : 0 } })]);
            const chunks = await collected(await create({ messages: [user('Hi')], stream: true, stream_options: { include_usage: true } }));
            const withUsage = chunks.filter(chunk => chunk.usage);
            assert.equal(withUsage.length, 1);
            assert.equal(withUsage[0], chunks[chunks.length - 1]);
            assert.equal(withUsage[0].usage.prompt_tokens, 140);
            assert.equal(withUsage[0].usage.completion_tokens, 9);
            assert.equal(withUsage[0].usage.prompt_tokens_details.cached_tokens, 40);
            if (dialect === 'openai') assert.equal(withUsage[0].usage.completion_tokens_details.reasoning_tokens, 5);
        });

        test('parallel tool calls, whole', async () => {
            provider.script([whole(dialect, { tools: parallelCalls })]);
            const answer = await create({ messages: [user('Weather?')], tools, tool_choice: 'required' });
            assert.equal(answer.choices[0].finish_reason, 'tool_calls');
            const calls = answer.choices[0].message.tool_calls;
            assert.deepEqual(calls.map(call => ({ id: call.id, name: call.function.name, input: JSON.parse(call.function.arguments) })), parallelCalls);
            assert.ok(calls.every(call => call.type === 'function'));
            const { body } = provider.last();
            assert.deepEqual(toolsIn(body, dialect), [{ name: 'get_weather', ...weather }]);
            assert.deepEqual(body.tool_choice, dialect === 'openai' ? 'required' : { type: 'any' });
        });

        test('parallel tool calls, streamed in fragments that add up to the same JSON', async () => {
            provider.script([streamed(dialect, { text: 'Looking it up.', tools: parallelCalls })]);
            const stream = client.chat.completions.stream({ model, messages: [user('Weather?')], tools });
            const answer = await stream.finalChatCompletion();
            const [choice] = answer.choices;
            assert.equal(choice.finish_reason, 'tool_calls');
            assert.equal(choice.message.content, 'Looking it up.');
            assert.deepEqual(choice.message.tool_calls.map(call => ({ id: call.id, name: call.function.name, input: JSON.parse(call.function.arguments) })), parallelCalls);
        });

        test('a call without arguments streams as an empty object', async () => {
            provider.script([streamed(dialect, { tools: [{ id: 'call_now', name: 'now', input: {} }] })]);
            const stream = client.chat.completions.stream({ model, messages: [user('Time?')], tools: [{ type: 'function', function: { name: 'now', parameters: { type: 'object', properties: {} } } }] });
            const [call] = (await stream.finalChatCompletion()).choices[0].message.tool_calls;
            assert.deepEqual(JSON.parse(call.function.arguments), {});
        });

        test('tool results go back with their ids', async () => {
            const asked = parallelCalls.map(call => ({ id: call.id, type: 'function', function: { name: call.name, arguments: JSON.stringify(call.input) } }));
            const messages = [
                user('Weather?'), { role: 'assistant', content: null, tool_calls: asked },
                { role: 'tool', tool_call_id: 'call_zurich', content: '18 °C' }, { role: 'tool', tool_call_id: 'call_naha', content: '86 °F' },
            ];
            await create({ messages, tools });
            const { body } = provider.last();
            assert.deepEqual(callsIn(body, dialect), parallelCalls);
            assert.deepEqual(resultsIn(body, dialect), { call_zurich: '18 °C', call_naha: '86 °F' });
            if (dialect === 'anthropic') assert.deepEqual(body.messages.map(each => each.role), ['user', 'assistant', 'user']);
        });

        test('the helper runTools plays a whole round by itself', async () => {
            provider.script([whole(dialect, { tools: parallelCalls }), whole(dialect, { text: 'Mild, both.' })]);
            const seen = [];
            const runner = client.chat.completions.runTools({
                model, messages: [user('Weather?')],
                tools: [{ type: 'function', function: { ...tools[0].function, parse: JSON.parse, function: input => { seen.push(input); return `fine in ${input.city}`; } } }],
            });
            assert.equal(await runner.finalContent(), 'Mild, both.');
            assert.deepEqual(seen, parallelCalls.map(call => call.input));
            assert.deepEqual(resultsIn(provider.last().body, dialect), { call_zurich: 'fine in Zürich "HB"', call_naha: 'fine in 那覇 🌺' });
        });

        test('the helper runTools does the same over streams', async () => {
            provider.script([streamed(dialect, { tools: parallelCalls }), streamed(dialect, { text: 'Mild, both.' })]);
            const runner = client.chat.completions.runTools({
                model, stream: true, messages: [user('Weather?')],
                tools: [{ type: 'function', function: { ...tools[0].function, parse: JSON.parse, function: input => `fine in ${input.city}` } }],
            });
            assert.equal(await runner.finalContent(), 'Mild, both.');
            assert.deepEqual(callsIn(provider.last().body, dialect), parallelCalls);
        });

        test('a tool chosen by name, and calls one at a time', async () => {
            await create({ messages: [user('Weather?')], tools, tool_choice: { type: 'function', function: { name: 'get_weather' } }, parallel_tool_calls: false });
            const { body } = provider.last();
            if (dialect === 'openai') {
                assert.deepEqual(body.tool_choice, { type: 'function', function: { name: 'get_weather' } });
                assert.equal(body.parallel_tool_calls, false);
            } else {
                assert.deepEqual(body.tool_choice, { type: 'tool', name: 'get_weather', disable_parallel_tool_use: true });
            }
        });

        test('images by address and by data', async () => {
            const url = 'https://example.com/cat.png';
            const data = `data:image/png;base64,${pixel}`;
            await create({ messages: [user([{ type: 'text', text: 'What?' }, { type: 'image_url', image_url: { url } }, { type: 'image_url', image_url: { url: data, detail: 'low' } }])] });
            const { body } = provider.last();
            if (dialect === 'openai') {
                assert.deepEqual(blocksIn(body, 'image_url').map(block => block.image_url), [{ url }, { url: data, detail: 'low' }]);
            } else {
                assert.deepEqual(blocksIn(body, 'image').map(block => block.source), [{ type: 'url', url }, { type: 'base64', media_type: 'image/png', data: pixel }]);
            }
        });

        test('a document', async () => {
            const file = { file_data: `data:application/pdf;base64,${pdf}`, filename: 'a.pdf' };
            await create({ messages: [user([{ type: 'file', file }, { type: 'text', text: 'Sum up.' }])] });
            const { body } = provider.last();
            if (dialect === 'openai') assert.deepEqual(blocksIn(body, 'file')[0].file, file);
            else assert.deepEqual(blocksIn(body, 'document')[0].source, { type: 'base64', media_type: 'application/pdf', data: pdf });
        });

        test('an answer in the shape of a JSON schema', async () => {
            provider.script([whole(dialect, { text: '{"name":"Ada","age":36}' })]);
            const response_format = { type: 'json_schema', json_schema: { name: 'person', strict: true, schema: person } };
            const answer = await client.chat.completions.parse({ model, messages: [user('Who?')], response_format });
            assert.deepEqual(JSON.parse(answer.choices[0].message.content), { name: 'Ada', age: 36 });
            const { body } = provider.last();
            if (dialect === 'openai') assert.deepEqual(body.response_format, response_format);
            else assert.deepEqual((body.output_format ?? body.output_config?.format)?.schema, person);
        });

        test('stop sequences', async () => {
            provider.script([whole(dialect, { text: 'one two', stop: 'sequence' })]);
            const answer = await create({ messages: [user('Count')], stop: ['END', '###'] });
            assert.equal(answer.choices[0].finish_reason, 'stop');
            const { body } = provider.last();
            assert.deepEqual(dialect === 'openai' ? body.stop : body.stop_sequences, ['END', '###']);
        });

        for (const row of refusals) {
            const [status, text] = row;
            const classes = { 400: OpenAI.BadRequestError, 401: OpenAI.AuthenticationError, 404: OpenAI.NotFoundError, 429: OpenAI.RateLimitError, 500: OpenAI.InternalServerError };
            for (const stream of [false, true]) {
                test(`a provider's ${status} is the client's ${classes[status].name}${stream ? ', streamed too' : ''}`, async () => {
                    provider.script([refusal(dialect, row)]);
                    const error = await create({ messages: [user('Hi')], stream }).then(() => assert.fail('no error'), caught => caught);
                    assert.ok(error instanceof classes[status], `${error.constructor.name}: ${error.message}`);
                    assert.ok(error.message.includes(text), error.message);
                    assert.equal(error.error.code, String(status));
                    assert.equal(provider.log().length, 1);
                });
            }
        }

        test('a stream that is given up ends the provider\'s request at once', async () => {
            provider.script([{ ...streamed(dialect, { text: 'a long long answer that never ends' }), hangAfter: 5 }]);
            const stream = await create({ messages: [user('Hi')], stream: true });
            let left = 0;
            for await (const chunk of stream) {
                if (!chunk.choices[0]?.delta?.content) continue;
                left = Date.now();
                break; // the SDK aborts the request when its loop is left
            }
            const entry = await provider.until(log => log.find(each => each.closedEarly), 'the early close');
            assert.ok(entry.closedAt - left < 2000);
        });

        test('a whole call that is given up ends the provider\'s request at once', async () => {
            provider.script([{ hang: true }]);
            const leaving = new AbortController();
            const asked = create({ messages: [user('Hi')] }, { signal: leaving.signal });
            asked.catch(() => {});
            await provider.until(log => log.length === 1, 'the request');
            leaving.abort();
            await assert.rejects(asked, OpenAI.APIUserAbortError);
            await provider.until(log => log[0].closedEarly, 'the early close');
        });

        test('an error in the middle of a stream is an error and not an end', async () => {
            const reply = streamed(dialect, { text: 'Half of an answer' });
            const error = dialect === 'openai'
                ? 'data: {"error":{"message":"The server fell over","type":"server_error","param":null,"code":null}}'
                : 'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"The server fell over"}}';
            provider.script([{ sse: [...reply.sse.slice(0, 6), error] }]);
            const seen = [];
            const thrown = await (async () => { for await (const chunk of await create({ messages: [user('Hi')], stream: true })) seen.push(chunk); })().then(() => null, caught => caught);
            assert.ok(thrown instanceof OpenAI.APIError, String(thrown));
            assert.ok(thrown.message.includes('The server fell over'), thrown.message);
            assert.ok('Half of an answer'.startsWith(textOf(seen)) && textOf(seen), 'what came before the error was delivered');
        });

        test('a stream that the provider cuts does not look complete', async () => {
            const reply = streamed(dialect, { text: 'Half of an answer' });
            provider.script([{ sse: reply.sse.slice(0, 6), cut: true }]);
            const stream = client.chat.completions.stream({ model, messages: [user('Hi')] });
            await assert.rejects(stream.finalChatCompletion());
        });
    });
}

test('thinking comes as reasoning with its signature, and goes back as it came', async () => {
    provider.script([whole('anthropic', { thinking: thought, text: 'Paris.' })]);
    const first = await client.chat.completions.create({ model: 'claude', messages: [user('Capital?')], reasoning_effort: 'medium', max_tokens: 5000 });
    assert.equal(provider.last().body.thinking.type, 'enabled');
    assert.ok(provider.last().body.thinking.budget_tokens >= 1024);
    const said = first.choices[0].message;
    assert.equal(said.reasoning_content, thought.text);
    assert.deepEqual(said.thinking_blocks, [{ type: 'thinking', thinking: thought.text, signature: thought.signature }]);
    await client.chat.completions.create({ model: 'claude', messages: [user('Capital?'), said, user('Sure?')], reasoning_effort: 'medium', max_tokens: 5000 });
    const [block] = blocksIn(provider.last().body, 'thinking');
    assert.deepEqual(block, { type: 'thinking', thinking: thought.text, signature: thought.signature });
    assert.equal(provider.last().body.messages[1].content[0].type, 'thinking', 'thinking stands before the text');
});

test('streamed thinking adds up, with its signature', async () => {
    provider.script([streamed('anthropic', { thinking: thought, text: 'Paris.' })]);
    const chunks = await collected(await client.chat.completions.create({ model: 'claude', messages: [user('Capital?')], reasoning_effort: 'low', max_tokens: 5000, stream: true }));
    assert.equal(chunks.map(chunk => chunk.choices[0]?.delta?.reasoning_content ?? '').join(''), thought.text);
    const signatures = chunks.flatMap(chunk => chunk.choices[0]?.delta?.thinking_blocks ?? []).map(block => block.signature).filter(Boolean);
    assert.deepEqual(signatures, [thought.signature]);
    assert.equal(textOf(chunks), 'Paris.');
});

test('reasoning of an OpenAI-compatible provider passes, whole and streamed', async () => {
    provider.script([asAsked('openai', { thinking: thought, text: 'Paris.' })]);
    const answer = await client.chat.completions.create({ model: 'gpt', messages: [user('Capital?')] });
    assert.equal(answer.choices[0].message.reasoning_content, thought.text);
    const chunks = await collected(await client.chat.completions.create({ model: 'gpt', messages: [user('Capital?')], stream: true }));
    assert.equal(chunks.map(chunk => chunk.choices[0]?.delta?.reasoning_content ?? '').join(''), thought.text);
});

test('cache marks reach Anthropic where they stood', async () => {
    const cache_control = { type: 'ephemeral' };
    await client.chat.completions.create({ model: 'claude', messages: [{ role: 'system', content: [{ type: 'text', text: 'Long.', cache_control }] }, user([{ type: 'text', text: 'Hi', cache_control }])] });
    const { body } = provider.last();
    assert.deepEqual(body.system[0].cache_control, cache_control);
    assert.deepEqual(body.messages[0].content[0].cache_control, cache_control);
});

test('a wrong key, an unknown model and a malformed request are the client\'s error classes', async () => {
    const wrong = connect('/v1', { apiKey: 'sk-wrong' });
    const refused = await wrong.chat.completions.create({ model: 'gpt', messages: [user('Hi')] }).then(() => null, caught => caught);
    assert.ok(refused instanceof OpenAI.APIError && [400, 401].includes(refused.status), String(refused));
    await assert.rejects(client.chat.completions.create({ model: 'no-such-model', messages: [user('Hi')] }), OpenAI.BadRequestError);
    await assert.rejects(client.chat.completions.create({ model: 'gpt' }), OpenAI.BadRequestError);
    await assert.rejects(client.models.retrieve('no-such-model'), OpenAI.NotFoundError);
    assert.equal(provider.log().length, 0);
});

test('many streams at once do not mix', async () => {
    provider.script([request => streamed('openai', { text: `echo ${request.body.messages[0].content}` })]);
    const texts = await Promise.all(Array.from({ length: 50 }, async (_, n) => textOf(await collected(await client.chat.completions.create({ model: 'gpt', messages: [user(`number ${n}`)], stream: true })))));
    assert.deepEqual(texts, texts.map((_, n) => `echo number ${n}`));
});

test('after all that the gateway serves', () => assertServes(gateway));
