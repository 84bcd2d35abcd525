// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The official `@anthropic-ai/sdk` client, unchanged, over three dialects, streamed and not. OpenAI's own models are reached by the
// Responses API, other servers that speak like OpenAI by chat completions.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import Anthropic from '@anthropic-ai/sdk';

import { asAsked, failure, streamed, whole } from '../fake_provider/answers.mjs';
import { anthropicKey, assertServes, masterKey, openaiKey, patience, stage } from './harness.mjs';
import { blocksIn, callsIn, parallelCalls, pdf, person, pixel, refusal, refusals, resultsIn, systemOf, thought, toolsIn, turnsOf, weather } from './scenes.mjs';

let provider, gateway, stop, client;
before(async () => {
    ({ provider, gateway, stop } = await stage({ models: `
  - {model_name: local, litellm_params: {model: openai/qwen2.5-7b, api_base: "PROVIDER/v1", api_key: ${openaiKey}}}
  - {model_name: thinker, litellm_params: {model: openai/gpt-5, api_base: "PROVIDER/v1", api_key: ${openaiKey}}}` }));
    client = connect();
});
after(() => stop?.());
beforeEach(() => provider.script());

/// Model name at the gateway -> dialect of its provider.
const dialects = { gpt: 'responses', local: 'openai', claude: 'anthropic' };
const connect = (more = {}) => new Anthropic({ apiKey: masterKey, baseURL: gateway.url, maxRetries: 0, timeout: 15000, ...more });
const user = content => ({ role: 'user', content });
const tools = [{ name: 'get_weather', description: weather.description, input_schema: weather.schema }];
const calls = parallelCalls.map(call => ({ ...call, type: 'tool_use' }));
const onlyCalls = message => message.content.filter(block => block.type === 'tool_use').map(({ id, name, input }) => ({ id, name, input }));

async function collected(stream) {
    const events = [];
    for await (const event of stream) events.push(event);
    return events;
}

test('keys by x-api-key and by Authorization', async () => {
    await client.messages.create({ model: 'claude', max_tokens: 10, messages: [user('Hi')] });
    await connect({ apiKey: null, authToken: masterKey }).messages.create({ model: 'claude', max_tokens: 10, messages: [user('Hi')] });
    for (const entry of provider.log()) {
        assert.equal(entry.headers['x-api-key'], anthropicKey);
        assert.ok(!JSON.stringify(entry).includes(masterKey));
    }
});

test('an OpenAI provider is asked in its own dialect with its own key', async () => {
    await client.messages.create({ model: 'gpt', max_tokens: 50, messages: [user('Hi')] });
    assert.equal(provider.last().path, '/v1/responses');
    assert.equal(provider.last().headers.authorization, `Bearer ${openaiKey}`);
    await client.messages.create({ model: 'local', max_tokens: 10, messages: [user('Hi')] });
    assert.equal(provider.last().path, '/v1/chat/completions');
});

test('fields that nobody knows reach a provider of the same dialect, and its unknown fields come back', async () => {
    const reply = whole('anthropic');
    reply.body.vendor_extra = { seen: [1, 2] };
    provider.script([reply]);
    const answer = await client.messages.create({ model: 'claude', max_tokens: 10, messages: [user('Hi')], vendor_flag: { a: [1, { b: null }] }, top_k: 5 }, { headers: { 'anthropic-beta': 'something-2026-01-01' } });
    assert.deepEqual(provider.last().body.vendor_flag, { a: [1, { b: null }] });
    assert.equal(provider.last().body.top_k, 5);
    assert.ok(provider.last().headers['anthropic-beta'].includes('something-2026-01-01'));
    assert.deepEqual(answer.vendor_extra, { seen: [1, 2] });
});

for (const [model, dialect] of Object.entries(dialects)) {
    describe(`over ${dialect}`, () => {
        const create = (body, options = { signal: AbortSignal.timeout(patience) }) => client.messages.create({ model, max_tokens: 64, ...body }, options);
        const stream = body => client.messages.stream({ model, max_tokens: 64, ...body });

        test('a conversation with system prompt and several turns', async () => {
            provider.script([whole(dialect, { text: 'Rome — "la città" 🏛' })]);
            const answer = await create({ system: 'Be brief.', messages: [user('Capital of France?'), { role: 'assistant', content: 'Paris.' }, user('And of Italy?')], temperature: 0.5 });
            assert.deepEqual(answer.content.map(({ type, text }) => ({ type, text })), [{ type: 'text', text: 'Rome — "la città" 🏛' }]);
            assert.equal(answer.stop_reason, 'end_turn');
            assert.equal(answer.type, 'message');
            assert.equal(answer.role, 'assistant');
            assert.equal(answer.model, model);
            const { body } = provider.last();
            assert.equal(systemOf(body), 'Be brief.');
            assert.deepEqual(turnsOf(body), [['user', 'Capital of France?'], ['assistant', 'Paris.'], ['user', 'And of Italy?']]);
            assert.equal(body.temperature, 0.5);
            assert.equal(body.max_tokens ?? body.max_completion_tokens ?? body.max_output_tokens, 64);
        });

        test('system prompt and content in blocks', async () => {
            await create({ system: [{ type: 'text', text: 'Be' }, { type: 'text', text: 'brief.' }], messages: [user([{ type: 'text', text: 'Hello' }])] });
            assert.match(systemOf(provider.last().body), /Be\s*brief\./);
            assert.deepEqual(turnsOf(provider.last().body), [['user', 'Hello']]);
        });

        test('a streamed answer has the events in their order', async () => {
            provider.script([streamed(dialect, { text: 'Streams — in "pieces" 🧩.' })]);
            const events = await collected(await create({ messages: [user('Hi')], stream: true }));
            const names = events.map(event => event.type).filter((name, n, all) => name !== 'ping' && name !== all[n - 1]);
            assert.deepEqual(names, ['message_start', 'content_block_start', 'content_block_delta', 'content_block_stop', 'message_delta', 'message_stop']);
            const deltas = events.filter(event => event.type === 'content_block_delta').map(event => event.delta.text);
            assert.equal(deltas.join(''), 'Streams — in "pieces" 🧩.');
            assert.ok(deltas.length > 3, 'the pieces arrive as pieces');
            assert.equal(events.find(event => event.type === 'message_delta').delta.stop_reason, 'end_turn');
        });

        test('the helper stream() adds up to the whole message, with usage', async () => {
            provider.script([streamed(dialect, { text: 'Paris.', usage: { fresh: 100, cached: 40, output: 9 } })]);
            const answer = await stream({ messages: [user('Hi')] }).finalMessage();
            assert.equal(answer.content[0].text, 'Paris.');
            assert.equal(answer.stop_reason, 'end_turn');
            assert.equal(answer.usage.output_tokens, 9);
            assert.equal(answer.usage.input_tokens, 100);
            assert.equal(answer.usage.cache_read_input_tokens, 40);
        });

        test('usage with cached tokens, whole', async () => {
            provider.script([whole(dialect, { usage: { fresh: 100, cached: 40, output: 9, reasoning: 3 } })]);
            const { usage } = await create({ messages: [user('Hi')] });
            assert.equal(usage.input_tokens, 100);
            assert.equal(usage.cache_read_input_tokens, 40);
            assert.equal(usage.output_tokens, 9);
        });

        test('an answer cut at its length limit says so', async () => {
            provider.script([asAsked(dialect, { text: 'Once upon', stop: 'length' })]);
            assert.equal((await create({ messages: [user('Tell')] })).stop_reason, 'max_tokens');
            assert.equal((await stream({ messages: [user('Tell')] }).finalMessage()).stop_reason, 'max_tokens');
        });

        test('parallel tool calls, whole', async () => {
            provider.script([whole(dialect, { text: 'Looking.', tools: parallelCalls })]);
            const answer = await create({ messages: [user('Weather?')], tools, tool_choice: { type: 'any' } });
            assert.equal(answer.stop_reason, 'tool_use');
            assert.equal(answer.content[0].text, 'Looking.');
            assert.deepEqual(onlyCalls(answer), parallelCalls);
            const { body } = provider.last();
            assert.deepEqual(toolsIn(body, dialect), [{ name: 'get_weather', ...weather }]);
            assert.deepEqual(body.tool_choice, dialect === 'anthropic' ? { type: 'any' } : 'required');
        });

        test('parallel tool calls, streamed in fragments that add up to the same JSON', async () => {
            provider.script([streamed(dialect, { text: 'Looking.', tools: parallelCalls })]);
            const helper = stream({ messages: [user('Weather?')], tools });
            const fragments = [];
            helper.on('inputJson', piece => fragments.push(piece));
            const answer = await helper.finalMessage();
            assert.deepEqual(onlyCalls(answer), parallelCalls);
            assert.equal(answer.stop_reason, 'tool_use');
            assert.ok(fragments.length > 4, 'the arguments arrive in fragments');
        });

        test('a call without arguments streams as an empty object', async () => {
            provider.script([streamed(dialect, { tools: [{ id: 'call_now', name: 'now', input: {} }] })]);
            const answer = await stream({ messages: [user('Time?')], tools: [{ name: 'now', input_schema: { type: 'object', properties: {} } }] }).finalMessage();
            assert.deepEqual(onlyCalls(answer), [{ id: 'call_now', name: 'now', input: {} }]);
        });

        test('tool results go back with their ids', async () => {
            const results = [{ type: 'tool_result', tool_use_id: 'call_zurich', content: '18 °C' }, { type: 'tool_result', tool_use_id: 'call_naha', content: [{ type: 'text', text: '86 °F' }] }];
            await create({ messages: [user('Weather?'), { role: 'assistant', content: calls }, user([...results, { type: 'text', text: 'And?' }])], tools });
            const { body } = provider.last();
            assert.deepEqual(callsIn(body, dialect), parallelCalls);
            assert.deepEqual(resultsIn(body, dialect), { call_zurich: '18 °C', call_naha: '86 °F' });
            assert.ok(JSON.stringify(body.messages ?? body.input).includes('And?'));
        });

        test('a round of calls and results, twice through the gateway', async () => {
            provider.script([asAsked(dialect, { tools: parallelCalls }), asAsked(dialect, { text: 'Mild, both.' })]);
            const first = await stream({ messages: [user('Weather?')], tools }).finalMessage();
            const results = onlyCalls(first).map(call => ({ type: 'tool_result', tool_use_id: call.id, content: `fine in ${call.input.city}` }));
            const second = await stream({ messages: [user('Weather?'), { role: 'assistant', content: first.content }, user(results)], tools }).finalMessage();
            assert.equal(second.content[0].text, 'Mild, both.');
            assert.deepEqual(resultsIn(provider.last().body, dialect), { call_zurich: 'fine in Zürich "HB"', call_naha: 'fine in 那覇 🌺' });
        });

        test('a tool chosen by name', async () => {
            await create({ messages: [user('Weather?')], tools, tool_choice: { type: 'tool', name: 'get_weather' } });
            const expected = {
                openai: { type: 'function', function: { name: 'get_weather' } },
                responses: { type: 'function', name: 'get_weather' },
                anthropic: { type: 'tool', name: 'get_weather' },
            };
            assert.deepEqual(provider.last().body.tool_choice, expected[dialect]);
        });

        test('images by address and by data', async () => {
            const url = 'https://example.com/cat.png';
            const sources = [{ type: 'url', url }, { type: 'base64', media_type: 'image/png', data: pixel }];
            await create({ messages: [user([...sources.map(source => ({ type: 'image', source })), { type: 'text', text: 'What?' }])] });
            const { body } = provider.last();
            if (dialect === 'openai') assert.deepEqual(blocksIn(body, 'image_url').map(block => block.image_url.url), [url, `data:image/png;base64,${pixel}`]);
            else if (dialect === 'responses') assert.deepEqual(blocksIn(body, 'input_image').map(block => block.image_url), [url, `data:image/png;base64,${pixel}`]);
            else assert.deepEqual(blocksIn(body, 'image').map(block => block.source), sources);
        });

        test('a document', async () => {
            const source = { type: 'base64', media_type: 'application/pdf', data: pdf };
            await create({ messages: [user([{ type: 'document', source }, { type: 'text', text: 'Sum up.' }])] });
            const { body } = provider.last();
            if (dialect === 'openai') assert.equal(blocksIn(body, 'file')[0].file.file_data, `data:application/pdf;base64,${pdf}`);
            else if (dialect === 'responses') assert.equal(blocksIn(body, 'input_file')[0].file_data, `data:application/pdf;base64,${pdf}`);
            else assert.deepEqual(blocksIn(body, 'document')[0].source, source);
        });

        test('an answer in the shape of a JSON schema', async () => {
            provider.script([whole(dialect, { text: '{"name":"Ada","age":36}' })]);
            const output_format = { type: 'json_schema', schema: person };
            const answer = await create({ messages: [user('Who?')], output_format });
            assert.deepEqual(JSON.parse(answer.content[0].text), { name: 'Ada', age: 36 });
            const { body } = provider.last();
            if (dialect === 'openai') assert.deepEqual(body.response_format.json_schema.schema, person);
            else if (dialect === 'responses') assert.deepEqual(body.text.format.schema, person);
            else assert.deepEqual(body.output_format, output_format);
        });

        test('stop sequences', async () => {
            // The Responses API has none, so such a call goes by chat completions.
            provider.script([whole(dialect === 'responses' ? 'openai' : dialect)]);
            await create({ messages: [user('Count')], stop_sequences: ['END', '###'] });
            const { body, path } = provider.last();
            assert.equal(path, dialect === 'anthropic' ? '/v1/messages' : '/v1/chat/completions');
            assert.deepEqual(dialect === 'anthropic' ? body.stop_sequences : body.stop, ['END', '###']);
        });

        for (const row of refusals) {
            const [status, text] = row;
            const classes = { 400: Anthropic.BadRequestError, 401: Anthropic.AuthenticationError, 404: Anthropic.NotFoundError, 429: Anthropic.RateLimitError, 500: Anthropic.InternalServerError };
            for (const asStream of [false, true]) {
                test(`a provider's ${status} is the client's ${classes[status].name}${asStream ? ', streamed too' : ''}`, async () => {
                    provider.script([refusal(dialect, row)]);
                    const error = await create({ messages: [user('Hi')], stream: asStream }).then(() => assert.fail('no error'), caught => caught);
                    assert.ok(error instanceof classes[status], `${error.constructor.name}: ${error.message}`);
                    assert.ok(error.message.includes(text), error.message);
                    assert.equal(provider.log().length, 1);
                });
            }
        }

        test('a stream that is given up ends the provider\'s request at once', async () => {
            provider.script([{ ...streamed(dialect, { text: 'a long long answer that never ends' }), hangAfter: 6 }]);
            let left = 0;
            for await (const event of await create({ messages: [user('Hi')], stream: true })) {
                if (event.type !== 'content_block_delta') continue;
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
            await assert.rejects(asked, Anthropic.APIUserAbortError);
            await provider.until(log => log[0].closedEarly, 'the early close');
        });

        test('an error in the middle of a stream is an error and not an end', async () => {
            const reply = streamed(dialect, { text: 'Half of an answer' });
            const errors = {
                openai: 'data: {"error":{"message":"The server fell over","type":"server_error","param":null,"code":null}}',
                responses: 'event: response.failed\ndata: {"type":"response.failed","response":{"status":"failed","error":{"code":"server_error","message":"The server fell over"}}}',
                anthropic: 'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"The server fell over"}}',
            };
            provider.script([{ sse: [...reply.sse.slice(0, 6), errors[dialect]] }]);
            const helper = stream({ messages: [user('Hi')] });
            let seen = '';
            helper.on('text', piece => { seen += piece; });
            const thrown = await helper.finalMessage().then(() => null, caught => caught);
            assert.ok(thrown instanceof Anthropic.APIError, String(thrown));
            assert.ok(thrown.message.includes('The server fell over'), thrown.message);
            assert.ok(seen && 'Half of an answer'.startsWith(seen), 'what came before the error was delivered');
        });

        test('a stream that the provider cuts does not look complete', async () => {
            const reply = streamed(dialect, { text: 'Half of an answer' });
            provider.script([{ sse: reply.sse.slice(0, 6), cut: true }]);
            const seen = [];
            const thrown = await (async () => { for await (const event of await create({ messages: [user('Hi')], stream: true })) seen.push(event.type); })().then(() => null, caught => caught);
            assert.ok(thrown instanceof Anthropic.APIError, String(thrown));
            assert.ok(!seen.includes('message_stop'));
        });
    });
}

test('thinking comes with its signature and goes back as it came', async () => {
    provider.script([asAsked('anthropic', { thinking: thought, text: 'Paris.' })]);
    const thinking = { type: 'enabled', budget_tokens: 2000 };
    for (const answer of [
        await client.messages.create({ model: 'claude', max_tokens: 5000, thinking, messages: [user('Capital?')] }),
        await client.messages.stream({ model: 'claude', max_tokens: 5000, thinking, messages: [user('Capital?')] }).finalMessage(),
    ]) {
        assert.deepEqual(provider.last().body.thinking, thinking);
        assert.deepEqual({ ...answer.content[0] }, { type: 'thinking', thinking: thought.text, signature: thought.signature });
        assert.equal(answer.content[1].text, 'Paris.');
        await client.messages.create({ model: 'claude', max_tokens: 5000, thinking, messages: [user('Capital?'), { role: 'assistant', content: answer.content }, user('Sure?')] });
        assert.deepEqual(blocksIn(provider.last().body, 'thinking')[0], { type: 'thinking', thinking: thought.text, signature: thought.signature });
    }
});

test('reasoning over the Responses API comes signed and goes back as it came', async () => {
    provider.script([asAsked('responses', { thinking: thought, text: 'Paris.', tools: parallelCalls })]);
    const asking = { model: 'thinker', max_tokens: 5000, thinking: { type: 'enabled', budget_tokens: 2000 }, tools };
    for (const answer of [
        await client.messages.create({ ...asking, messages: [user('Capital?')] }),
        await client.messages.stream({ ...asking, messages: [user('Capital?')] }).finalMessage(),
    ]) {
        assert.deepEqual(provider.last().body.reasoning, { effort: 'low' });
        assert.deepEqual(provider.last().body.include, ['reasoning.encrypted_content']);
        assert.equal(answer.content[0].thinking, thought.text);
        const results = parallelCalls.map(call => ({ type: 'tool_result', tool_use_id: call.id, content: 'fine' }));
        await client.messages.create({ ...asking, messages: [user('Capital?'), { role: 'assistant', content: answer.content }, user(results)] });
        const kinds = provider.last().body.input.map(item => item.type);
        assert.deepEqual(kinds, ['message', 'reasoning', 'message', 'function_call', 'function_call', 'function_call_output', 'function_call_output']);
        assert.equal(provider.last().body.input[1].encrypted_content, thought.signature);
    }
});

test('what only one provider can read of a thought stays away from another', async () => {
    provider.script([asAsked('responses', { thinking: { text: 'Hm', signature: 'gAAAA' }, text: 'Paris.' }), whole('anthropic')]);
    const answer = await client.messages.create({ model: 'thinker', max_tokens: 5000, thinking: { type: 'enabled', budget_tokens: 2000 }, messages: [user('Capital?')] });
    await client.messages.create({ model: 'claude', max_tokens: 5000, messages: [user('Capital?'), { role: 'assistant', content: answer.content }, user('Sure?')] });
    assert.deepEqual(provider.last().body.messages[1].content.map(block => block.type), ['text']);
});

test('an answer of one token, which the Responses API does not give, goes by chat completions', async () => {
    provider.script([whole('openai')]);
    await client.messages.create({ model: 'gpt', max_tokens: 1, messages: [user('quota')] });
    assert.equal(provider.last().path, '/v1/chat/completions');
    assert.equal(provider.last().body.max_tokens, 1);
});

test('a failure that is told as a rate limit is one, streamed too', async () => {
    provider.script([failure('openai', 429, 'Slow down', { headers: { 'retry-after': '7' } })]);
    await assert.rejects(client.messages.create({ model: 'gpt', max_tokens: 50, messages: [user('Hi')], stream: true }), Anthropic.RateLimitError);
});

test('reasoning of a compatible server comes as a thinking block', async () => {
    provider.script([asAsked('openai', { thinking: thought, text: 'Paris.' })]);
    for (const answer of [
        await client.messages.create({ model: 'local', max_tokens: 500, messages: [user('Capital?')] }),
        await client.messages.stream({ model: 'local', max_tokens: 500, messages: [user('Capital?')] }).finalMessage(),
    ]) {
        assert.equal(answer.content[0].type, 'thinking');
        assert.equal(answer.content[0].thinking, thought.text);
        assert.equal(answer.content[1].text, 'Paris.');
    }
});

test('cache marks reach Anthropic where they stood', async () => {
    const cache_control = { type: 'ephemeral', ttl: '1h' };
    await client.messages.create({ model: 'claude', max_tokens: 5, system: [{ type: 'text', text: 'Long.', cache_control }], messages: [user([{ type: 'text', text: 'Hi', cache_control }])] });
    assert.deepEqual(provider.last().body.system[0].cache_control, cache_control);
    assert.deepEqual(provider.last().body.messages[0].content[0].cache_control, cache_control);
});

test('same dialect, same bytes: only the fields that the gateway owns are changed', async () => {
    await client.messages.create({ model: 'claude', max_tokens: 5, messages: [user('é 🎈 "x"')], metadata: { user_id: 'u-1' } });
    assert.equal(provider.last().text, '{"model":"claude-sonnet-4-5-20250929","max_tokens":5,"messages":[{"role":"user","content":"é 🎈 \\"x\\""}],"metadata":{"user_id":"u-1"}}');
});

test('a wrong key, an unknown model and a malformed request are the client\'s error classes', async () => {
    const refused = await connect({ apiKey: 'sk-wrong' }).messages.create({ model: 'claude', max_tokens: 5, messages: [user('Hi')] }).then(() => null, caught => caught);
    assert.ok(refused instanceof Anthropic.APIError && [400, 401].includes(refused.status), String(refused));
    await assert.rejects(client.messages.create({ model: 'no-such-model', max_tokens: 5, messages: [user('Hi')] }), Anthropic.BadRequestError);
    await assert.rejects(client.messages.create({ model: 'claude', max_tokens: 5 }), Anthropic.BadRequestError);
    assert.equal(provider.log().length, 0);
});

test('after all that the gateway serves', () => assertServes(gateway));
