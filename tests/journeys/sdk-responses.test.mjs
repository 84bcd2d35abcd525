// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The Responses API of the official `openai` client, unchanged: over OpenAI, which speaks it, and over providers that do not.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import OpenAI from 'openai';

import { asAsked, failure, streamed, whole } from '../fake_provider/answers.mjs';
import { events, get, masterKey, openaiKey, post, stage } from './harness.mjs';
import { blocksIn, callsIn, parallelCalls, person, pixel, resultsIn, systemOf, thought, toolsIn, turnsOf, weather } from './scenes.mjs';

const models = `
  - model_name: plain
    litellm_params: {model: mistral/mistral-large-latest, api_base: "PROVIDER/v1", api_key: mistral-key}
    model_info: {id: d-plain}
  - model_name: mock
    litellm_params: {model: openai/gpt-4o, api_key: k, mock_response: "Mocked."}
`;

let provider, gateway, stop, client;
before(async () => {
    ({ provider, gateway, stop } = await stage({ models }));
    client = new OpenAI({ apiKey: masterKey, baseURL: `${gateway.url}/v1`, maxRetries: 0, timeout: 15000 });
});
after(() => stop?.());
beforeEach(() => provider.script());

const tools = [{ type: 'function', name: 'get_weather', description: weather.description, parameters: weather.schema, strict: true }];
const callsOf = response => response.output.filter(item => item.type === 'function_call')
    .map(item => ({ id: item.call_id, name: item.name, input: JSON.parse(item.arguments) }));

async function collected(stream) {
    const all = [];
    for await (const event of stream) all.push(event);
    return all;
}

// ---- what OpenAI says in its own words

const kept = (more = {}) => ({
    id: 'resp_up1', object: 'response', created_at: 1760000000, status: 'completed', error: null, incomplete_details: null,
    instructions: null, model: 'gpt-4o-2024-08-06', parallel_tool_calls: true, previous_response_id: null, store: true, temperature: 1, text: { format: { type: 'text' } }, tool_choice: 'auto', tools: [], metadata: {},
    output: [{ id: 'msg_up1', type: 'message', status: 'completed', role: 'assistant', content: [{ type: 'output_text', text: 'Paris.', annotations: [], logprobs: [] }] }],
    usage: { input_tokens: 14, input_tokens_details: { cached_tokens: 0 }, output_tokens: 8, output_tokens_details: { reasoning_tokens: 0 }, total_tokens: 22 },
    ...more,
});

function keptStream() {
    const begun = { ...kept({ status: 'in_progress', output: [], usage: null }) };
    const place = { item_id: 'msg_up1', output_index: 0, content_index: 0 };
    const steps = [
        ['response.created', { response: begun }], ['response.in_progress', { response: begun }],
        ['response.output_item.added', { output_index: 0, item: { ...kept().output[0], status: 'in_progress', content: [] } }],
        ['response.content_part.added', { ...place, part: { type: 'output_text', text: '', annotations: [] } }],
        ['response.output_text.delta', { ...place, delta: 'Pa', logprobs: [] }], ['response.output_text.delta', { ...place, delta: 'ris.', logprobs: [] }],
        ['response.output_text.done', { ...place, text: 'Paris.', logprobs: [] }],
        ['response.content_part.done', { ...place, part: kept().output[0].content[0] }],
        ['response.output_item.done', { output_index: 0, item: kept().output[0] }],
        ['response.completed', { response: kept() }],
    ];
    return steps.map(([type, data], sequence_number) => `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number, ...data })}`);
}

describe('over a provider that speaks it', () => {
    test('a request passes as it is, and the answer too', async () => {
        provider.script([{ body: kept({ vendor_extra: [1] }) }]);
        const response = await client.responses.create({ model: 'gpt', input: 'Capital of France?', instructions: 'Be brief.', metadata: { k: 'v' }, vendor_flag: { a: null } });
        const { path, body, headers } = provider.last();
        assert.equal(path, '/v1/responses');
        assert.equal(headers.authorization, `Bearer ${openaiKey}`);
        assert.deepEqual(body, { model: 'gpt-4o', input: 'Capital of France?', instructions: 'Be brief.', metadata: { k: 'v' }, vendor_flag: { a: null } });
        assert.equal(response.output_text, 'Paris.');
        assert.equal(response.model, 'gpt');
        assert.deepEqual(response.vendor_extra, [1]);
        const name = Buffer.from(response.id.slice(5), 'base64url').toString();
        assert.match(name, /^litellm:custom_llm_provider:openai;model_id:d-gpt;response_id:resp_up1;seal:[0-9a-f]{32}$/);
    });

    test('whatever is asked of a response goes to who keeps it', async () => {
        provider.script([{ body: kept() }]);
        const { id } = await client.responses.create({ model: 'gpt', input: 'Capital of France?' });

        provider.script([{ body: kept({ id: 'resp_up2', previous_response_id: 'resp_up1' }) }]);
        const next = await client.responses.create({ model: 'gpt', input: 'And of Italy?', previous_response_id: id });
        assert.equal(provider.last().body.previous_response_id, 'resp_up1');
        assert.equal(next.previous_response_id, id);
        assert.notEqual(next.id, id);

        provider.script([{ body: kept() }]);
        assert.equal((await client.responses.retrieve(id, { include: ['message.output_text.logprobs'] })).id, id);
        assert.deepEqual([provider.last().method, decodeURIComponent(provider.last().path), provider.last().text], ['GET', '/v1/responses/resp_up1?include[]=message.output_text.logprobs', '']);
        assert.equal(provider.last().headers.authorization, `Bearer ${openaiKey}`);

        provider.script([{ body: { object: 'list', data: [{ id: 'msg_in', type: 'message', role: 'user', content: [] }], first_id: 'msg_in', last_id: 'msg_in', has_more: false } }]);
        const items = await client.responses.inputItems.list(id, { limit: 5, order: 'asc' });
        assert.equal(items.data[0].id, 'msg_in');
        assert.equal(provider.last().path, '/v1/responses/resp_up1/input_items?limit=5&order=asc');

        provider.script([{ body: kept({ status: 'cancelled' }) }]);
        assert.equal((await client.responses.cancel(id)).status, 'cancelled');
        assert.deepEqual([provider.last().method, provider.last().path], ['POST', '/v1/responses/resp_up1/cancel']);

        provider.script([{ body: { id: 'resp_up1', object: 'response.deleted', deleted: true } }]);
        const deleted = await (await fetch(`${gateway.url}/v1/responses/${id}?key=secret`, { method: 'DELETE', headers: { authorization: `Bearer ${masterKey}` } })).json();
        assert.deepEqual(deleted, { id, object: 'response.deleted', deleted: true });
        assert.deepEqual([provider.last().method, provider.last().path], ['DELETE', '/v1/responses/resp_up1']);

        provider.script([failure('openai', 404, "Response with id 'resp_up1' not found.")]);
        await assert.rejects(client.responses.retrieve(id), error => error.status === 404 && /not found/.test(error.message));
    });

    test('a stream passes event by event', async () => {
        provider.script([{ sse: keptStream() }]);
        const stream = client.responses.stream({ model: 'gpt', input: 'Capital of France?' });
        const seen = await collected(stream);
        assert.deepEqual(seen.filter(event => event.type === 'response.output_text.delta').map(event => event.delta), ['Pa', 'ris.']);
        const response = await stream.finalResponse();
        assert.equal(response.output_text, 'Paris.');
        assert.ok(seen[0].response.id === response.id && response.id.length > 40);
    });

    test('a stream that breaks off is never complete', async () => {
        provider.script([{ sse: keptStream().slice(0, 6), cut: true }]);
        const seen = [];
        await assert.rejects(async () => {
            for await (const event of await client.responses.create({ model: 'gpt', input: 'Hi', stream: true })) seen.push(event.type);
        }, OpenAI.APIError);
        assert.ok(seen.includes('response.output_text.delta') && !seen.includes('response.completed'));
    });
});

// ---- the same through translation

const translated = { claude: 'anthropic', plain: 'openai' };
for (const [model, dialect] of Object.entries(translated)) {
    describe(`over ${dialect}'s chat`, () => {
        const create = body => client.responses.create({ model, ...body });

        test('a text with its parameters', async () => {
            provider.script([whole(dialect, { text: 'Rome — "la città" 🏛', usage: { fresh: 14, cached: 6, output: 8 } })]);
            const response = await create({ input: [{ role: 'user', content: 'France?' }, { role: 'assistant', content: 'Paris.' }, { role: 'user', content: 'And of Italy?' }], instructions: 'Be brief.', temperature: 0.5, max_output_tokens: 64, metadata: { k: 'v' } });
            assert.equal(response.output_text, 'Rome — "la città" 🏛');
            assert.equal(response.status, 'completed');
            assert.equal(response.object, 'response');
            assert.equal(response.model, model);
            assert.deepEqual([response.usage.input_tokens, response.usage.output_tokens, response.usage.total_tokens, response.usage.input_tokens_details.cached_tokens], [20, 8, 28, 6]);
            assert.deepEqual([response.instructions, response.temperature, response.max_output_tokens, response.metadata], ['Be brief.', 0.5, 64, { k: 'v' }]);
            const { body } = provider.last();
            assert.equal(systemOf(body), 'Be brief.');
            assert.deepEqual(turnsOf(body), [['user', 'France?'], ['assistant', 'Paris.'], ['user', 'And of Italy?']]);
            assert.equal(body.temperature, 0.5);
            assert.equal(body.max_tokens, 64);
        });

        test('a stream is one to the client’s own reader', async () => {
            provider.script([streamed(dialect, { text: 'Rome — 🏛', tools: parallelCalls, usage: { fresh: 14, output: 8 } })]);
            const stream = client.responses.stream({ model, input: 'Weather?', tools });
            const seen = await collected(stream);
            const response = await stream.finalResponse();
            assert.equal(response.output_text, 'Rome — 🏛');
            assert.deepEqual(callsOf(response), parallelCalls);
            assert.equal(response.usage.total_tokens, 22);
            assert.equal(seen[0].type, 'response.created');
            assert.equal(seen.at(-1).type, 'response.completed');
            assert.deepEqual(seen.map(event => event.sequence_number), seen.map((_, index) => index));
            const pieces = seen.filter(event => event.type === 'response.function_call_arguments.delta' && event.output_index === 2).map(event => event.delta);
            assert.ok(pieces.length > 1);
            assert.deepEqual(JSON.parse(pieces.join('')), parallelCalls[1].input);
        });

        test('tools are called and answered', async () => {
            provider.script([whole(dialect, { text: 'I look.', tools: parallelCalls })]);
            const first = await create({ input: 'Weather?', tools, tool_choice: 'required' });
            assert.deepEqual(callsOf(first), parallelCalls);
            assert.deepEqual(toolsIn(provider.last().body, dialect), [{ name: 'get_weather', description: weather.description, schema: weather.schema }]);
            provider.script([whole(dialect, { text: 'Both fine.' })]);
            const outputs = parallelCalls.map(call => ({ type: 'function_call_output', call_id: call.id, output: `fine at ${call.id}` }));
            const second = await create({ input: [{ role: 'user', content: 'Weather?' }, ...first.output, ...outputs], tools });
            assert.equal(second.output_text, 'Both fine.');
            assert.deepEqual(callsIn(provider.last().body, dialect), parallelCalls);
            assert.deepEqual(resultsIn(provider.last().body, dialect), Object.fromEntries(parallelCalls.map(call => [call.id, `fine at ${call.id}`])));
        });

        test('a schema is kept to', async () => {
            provider.script([whole(dialect, { text: '{"name":"Ada","age":36}' })]);
            const response = await client.responses.parse({ model, input: 'Who?', text: { format: { type: 'json_schema', name: 'person', strict: true, schema: person } } });
            assert.deepEqual(JSON.parse(response.output_text), { name: 'Ada', age: 36 });
            const { body } = provider.last();
            assert.deepEqual(dialect === 'anthropic' ? body.output_format.schema : body.response_format.json_schema.schema, person);
        });

        test('an image is shown', async () => {
            await create({ input: [{ role: 'user', content: [{ type: 'input_text', text: 'What is it?' }, { type: 'input_image', image_url: `data:image/png;base64,${pixel}`, detail: 'auto' }] }] });
            const { body } = provider.last();
            if (dialect === 'anthropic') assert.equal(blocksIn(body, 'image')[0].source.data, pixel);
            else assert.ok(blocksIn(body, 'image_url')[0].image_url.url.endsWith(pixel));
        });

        test('a response goes on from one before, is read, and deleted', async () => {
            provider.script([whole(dialect, { text: 'Paris.', tools: parallelCalls.slice(0, 1) })]);
            const first = await create({ input: 'Capital of France?', instructions: 'Only once.' });
            provider.script([asAsked(dialect, { text: 'Rome.' })]);
            const output = { type: 'function_call_output', call_id: parallelCalls[0].id, output: 'sunny' };
            const stream = client.responses.stream({ model, input: [output, { role: 'user', content: 'And of Italy?' }], previous_response_id: first.id });
            const second = await stream.finalResponse();
            assert.equal(second.previous_response_id, first.id);
            const third = await create({ input: 'And of Spain?', previous_response_id: second.id });
            const { body } = provider.last();
            assert.equal(systemOf(body), '');
            assert.deepEqual(turnsOf(body).flat().filter(text => /^\w+.*[.?]$/.test(text)), ['Capital of France?', 'Paris.', 'And of Italy?', 'Rome.', 'And of Spain?']);
            assert.deepEqual(callsIn(body, dialect), parallelCalls.slice(0, 1));
            assert.deepEqual(resultsIn(body, dialect), { [parallelCalls[0].id]: 'sunny' });

            assert.deepEqual(await client.responses.retrieve(second.id).then(response => response.output), second.output.map(({ parsed, ...item }) => ({ ...item, content: item.content.map(({ parsed: _, ...part }) => part) })));
            const items = await client.responses.inputItems.list(second.id, { order: 'asc', limit: 2 });
            assert.deepEqual(items.data.map(item => item.type), ['message', 'message']);
            const all = await collected(items);
            assert.deepEqual(all.map(item => item.type), ['message', 'message', 'function_call', 'function_call_output', 'message']);
            assert.ok(all.every(item => item.id));
            await assert.rejects(client.responses.cancel(second.id), error => error.status === 400 && /Cannot cancel a synchronous response/.test(error.message));
            await client.responses.delete(second.id);
            await assert.rejects(client.responses.retrieve(second.id), OpenAI.NotFoundError);
            await assert.rejects(create({ input: 'On?', previous_response_id: third.id }), error => error.status === 400 && error.param === 'previous_response_id');
        });

        test('what is not to be stored is not', async () => {
            const { id } = await create({ input: 'Hi', store: false });
            await assert.rejects(client.responses.retrieve(id), OpenAI.NotFoundError);
        });

        test('a stream that breaks off is never complete', async () => {
            const { sse } = streamed(dialect, { text: 'Half of an answer, and then the rest' });
            provider.script([{ sse: sse.slice(0, 6), cut: true }]);
            const seen = [];
            await assert.rejects(async () => {
                for await (const event of await create({ input: 'Hi', stream: true })) seen.push(event.type);
            }, OpenAI.APIError);
            assert.ok(seen.includes('response.output_text.delta') && !seen.includes('response.completed'));
        });

        test('a limit that is reached is said', async () => {
            provider.script([asAsked(dialect, { text: 'Half', stop: 'length' })]);
            const response = await create({ input: 'Hi', max_output_tokens: 16 });
            assert.deepEqual([response.status, response.incomplete_details.reason], ['incomplete', 'max_output_tokens']);
            const last = (await collected(await create({ input: 'Hi', stream: true }))).at(-1);
            assert.deepEqual([last.type, last.response.incomplete_details.reason], ['response.incomplete', 'max_output_tokens']);
        });

        test('refusals keep their status', async () => {
            for (const [status, kind] of [[400, OpenAI.BadRequestError], [401, OpenAI.AuthenticationError], [429, OpenAI.RateLimitError], [500, OpenAI.InternalServerError]]) {
                provider.script([failure(dialect, status, 'so it is')]);
                await assert.rejects(create({ input: 'Hi' }), error => error instanceof kind && error.message.includes('so it is'));
            }
        });
    });
}

test('thinking is a summary, and goes back with its signature', async () => {
    provider.script([asAsked('anthropic', { thinking: thought, text: 'Paris.', tools: parallelCalls.slice(0, 1) })]);
    const response = await client.responses.create({ model: 'claude', input: 'Capital?', reasoning: { effort: 'low', summary: 'auto' } });
    assert.equal(response.output[0].type, 'reasoning');
    assert.equal(response.output[0].summary[0].text, thought.text);
    const stream = client.responses.stream({ model: 'claude', input: 'Capital?', reasoning: { effort: 'low' } });
    const seen = await collected(stream);
    assert.equal(seen.filter(event => event.type === 'response.reasoning_summary_text.delta').map(event => event.delta).join(''), thought.text);
    const output = [{ type: 'function_call_output', call_id: parallelCalls[0].id, output: 'sunny' }];
    await client.responses.create({ model: 'claude', input: output, previous_response_id: (await stream.finalResponse()).id, reasoning: { effort: 'low' } });
    assert.deepEqual(blocksIn(provider.last().body, 'thinking').map(({ thinking, signature }) => ({ text: thinking, signature })), [thought]);
});

test('all spellings of the door are one', async () => {
    for (const door of ['/v1/responses', '/responses', '/openai/v1/responses']) {
        const response = await post(gateway, door, { model: 'mock', input: 'Hi' });
        assert.equal(response.status, 200);
        const { id, output } = await response.json();
        assert.equal(output[0].content[0].text, 'Mocked.');
        assert.equal((await get(gateway, `${door}/${id}`)).status, 200);
    }
    const stream = events(await (await post(gateway, '/v1/responses', { model: 'mock', input: 'Hi', stream: true })).text());
    assert.equal(stream[0].event, 'response.created');
    assert.equal(stream.at(-1).data, '[DONE]');
});

test('who names a response that nobody knows is told so', async () => {
    const forged = `resp_${Buffer.from('litellm:custom_llm_provider:openai;model_id:nowhere;response_id:x').toString('base64url')}`;
    for (const id of ['resp_none', forged]) {
        for (const [method, door] of [['GET', ''], ['DELETE', ''], ['GET', '/input_items'], ['POST', '/cancel']]) {
            const response = await fetch(`${gateway.url}/v1/responses/${id}${door}`, { method, headers: { authorization: `Bearer ${masterKey}` } });
            assert.equal(response.status, 404);
            assert.deepEqual((await response.json()).error, { message: `Response with id '${id}' not found.`, type: 'invalid_request_error', param: null, code: '404' });
        }
    }
    await assert.rejects(client.responses.create({ model: 'claude', input: 'On?', previous_response_id: 'resp_none' }), error => error.status === 400 && error.param === 'previous_response_id');
    assert.equal((await get(gateway, '/v1/responses/resp_none', { key: null })).status, 401);
    assert.equal(provider.log().length, 0);
});

test('a request that cannot be read is refused with the place', async () => {
    const refused = async body => (await post(gateway, '/v1/responses', { model: 'claude', ...body })).json();
    assert.match((await refused({})).error.message, /Missing required parameter: 'input'/);
    assert.match((await refused({ input: [{ role: 'user', content: [{ type: 'input_image' }] }] })).error.message, /input\[0\]\.content\[0\]\.image_url is required/);
    assert.match((await refused({ input: 'Hi', tools: [{ type: 'file_search' }] })).error.message, /file_search/);
    assert.match((await refused({ input: 'Hi', background: true })).error.message, /background/);
});
