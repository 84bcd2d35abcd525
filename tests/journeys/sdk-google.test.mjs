// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The official `@google/genai` client, unchanged, at Gemini's own doors, over the providers, streamed and not.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { FunctionCallingConfigMode, GoogleGenAI, Type } from '@google/genai';

import { asAsked, streamed, whole } from '../fake_provider/answers.mjs';
import { anthropicKey, assertServes, eventually, get, masterKey, message, openaiKey, post, stage } from './harness.mjs';
import { blocksIn, dialects, parallelCalls, pixel, refusal, refusals, resultsIn, systemOf, thought, toolsIn, turnsOf, weather } from './scenes.mjs';

const geminiKey = 'google-provider-secret-3';
let provider, gateway, stop, client;
before(async () => {
    ({ provider, gateway, stop } = await stage({
        models: `
  - model_name: openai/gpt-4o
    litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: ${openaiKey}}
  - model_name: gemini
    litellm_params: {model: gemini/gemini-2.5-flash, api_base: PROVIDER/v1beta, api_key: ${geminiKey}}
  - model_name: mocked
    litellm_params: {model: openai/gpt-4o, api_key: none, mock_response: Hello from nowhere}`,
    }));
    client = connect();
});
after(() => stop?.());
beforeEach(() => provider.script());

const connect = (httpOptions = {}) => new GoogleGenAI({ apiKey: masterKey, httpOptions: { baseUrl: gateway.url, ...httpOptions } });
const declaration = {
    name: 'get_weather',
    description: weather.description,
    parameters: {
        type: Type.OBJECT,
        properties: { city: { type: Type.STRING, description: 'City name' }, unit: { type: Type.STRING, enum: ['celsius', 'fahrenheit'] } },
        required: ['city'],
    },
};
const tools = [{ functionDeclarations: [declaration] }];
const callsOf = answer => answer.functionCalls?.map(({ id, name, args }) => ({ id, name, input: args })) ?? [];

async function collected(stream) {
    const chunks = [];
    for await (const chunk of await stream) chunks.push(chunk);
    return chunks;
}
const partsOf = chunks => chunks.flatMap(chunk => chunk.candidates?.[0]?.content?.parts ?? []);
const textOf = chunks => partsOf(chunks).filter(part => !part.thought).map(part => part.text ?? '').join('');

for (const [model, dialect] of Object.entries(dialects)) {
    describe(`over ${dialect}`, () => {
        const create = body => client.models.generateContent({ model, ...body });
        const stream = body => client.models.generateContentStream({ model, ...body });

        test('a conversation with system instruction and several turns', async () => {
            provider.script([whole(dialect, { text: 'Rome — "la città" 🏛', usage: { fresh: 100, cached: 40, output: 9 } })]);
            const answer = await create({
                contents: [{ role: 'user', parts: [{ text: 'Capital of France?' }] }, { role: 'model', parts: [{ text: 'Paris.' }] }, { role: 'user', parts: [{ text: 'And of Italy?' }] }],
                config: { systemInstruction: 'Be brief.', temperature: 0.5, maxOutputTokens: 64, stopSequences: ['END'], topP: 0.9, topK: 40 },
            });
            assert.equal(answer.text, 'Rome — "la città" 🏛');
            assert.equal(answer.candidates[0].finishReason, 'STOP');
            assert.equal(answer.usageMetadata.promptTokenCount, 140);
            assert.equal(answer.usageMetadata.cachedContentTokenCount, 40);
            assert.equal(answer.usageMetadata.candidatesTokenCount, 9);
            assert.equal(answer.usageMetadata.totalTokenCount, 149);
            const { body, headers } = provider.last();
            assert.equal(systemOf(body), 'Be brief.');
            assert.deepEqual(turnsOf(body), [['user', 'Capital of France?'], ['assistant', 'Paris.'], ['user', 'And of Italy?']]);
            assert.equal(body.temperature, 0.5);
            assert.equal(body.max_tokens ?? body.max_completion_tokens, 64);
            assert.deepEqual(body.stop ?? body.stop_sequences, ['END']);
            assert.equal(headers['x-api-key'] ?? headers.authorization, dialect === 'openai' ? `Bearer ${openaiKey}` : anthropicKey);
            assert.ok(!JSON.stringify(provider.last()).includes(masterKey));
        });

        test('a streamed answer arrives in pieces and adds up', async () => {
            provider.script([streamed(dialect, { text: 'Streams — in "pieces" 🧩.', usage: { fresh: 100, output: 9 } })]);
            const chunks = await collected(stream({ contents: 'Hi' }));
            assert.equal(textOf(chunks), 'Streams — in "pieces" 🧩.');
            assert.ok(chunks.length > 3, 'the pieces arrive as pieces');
            const last = chunks[chunks.length - 1];
            assert.equal(last.candidates[0].finishReason, 'STOP');
            assert.equal(last.usageMetadata.promptTokenCount, 100);
            assert.equal(last.usageMetadata.candidatesTokenCount, 9);
        });

        test('an answer cut at its length limit says so', async () => {
            provider.script([asAsked(dialect, { text: 'Once upon', stop: 'length' })]);
            assert.equal((await create({ contents: 'Tell' })).candidates[0].finishReason, 'MAX_TOKENS');
            const chunks = await collected(stream({ contents: 'Tell' }));
            assert.equal(chunks[chunks.length - 1].candidates[0].finishReason, 'MAX_TOKENS');
        });

        test('parallel function calls, whole', async () => {
            provider.script([whole(dialect, { text: 'Looking.', tools: parallelCalls })]);
            const answer = await create({ contents: 'Weather?', config: { tools, toolConfig: { functionCallingConfig: { mode: FunctionCallingConfigMode.ANY } } } });
            assert.deepEqual(callsOf(answer), parallelCalls);
            assert.equal(answer.candidates[0].content.parts[0].text, 'Looking.');
            const { body } = provider.last();
            const { additionalProperties, ...schema } = weather.schema;
            assert.deepEqual(toolsIn(body, dialect), [{ name: 'get_weather', description: weather.description, schema }]);
            assert.deepEqual(body.tool_choice, dialect === 'openai' ? 'required' : { type: 'any' });
        });

        test('function calls, streamed, come whole with parsed arguments', async () => {
            provider.script([streamed(dialect, { text: 'Looking.', tools: parallelCalls })]);
            const chunks = await collected(stream({ contents: 'Weather?', config: { tools } }));
            assert.deepEqual(chunks.flatMap(callsOf), parallelCalls);
            assert.equal(textOf(chunks), 'Looking.');
        });

        test('a chat with a round of calls and responses, streamed', async () => {
            provider.script([asAsked(dialect, { tools: parallelCalls }), asAsked(dialect, { text: 'Mild, both.' })]);
            const chat = client.chats.create({ model, config: { tools } });
            const calls = (await collected(chat.sendMessageStream({ message: 'Weather?' }))).flatMap(callsOf);
            const message = calls.map(call => ({ functionResponse: { id: call.id, name: call.name, response: { output: `fine in ${call.input.city}` } } }));
            assert.equal(textOf(await collected(chat.sendMessageStream({ message }))), 'Mild, both.');
            assert.deepEqual(resultsIn(provider.last().body, dialect), { call_zurich: 'fine in Zürich "HB"', call_naha: 'fine in 那覇 🌺' });
        });

        test('images by address and by data', async () => {
            const url = 'https://example.com/cat.png';
            await create({ contents: [{ role: 'user', parts: [{ fileData: { fileUri: url, mimeType: 'image/png' } }, { inlineData: { mimeType: 'image/png', data: pixel } }, { text: 'What?' }] }] });
            const { body } = provider.last();
            if (dialect === 'openai') assert.deepEqual(blocksIn(body, 'image_url').map(block => block.image_url.url), [url, `data:image/png;base64,${pixel}`]);
            else assert.deepEqual(blocksIn(body, 'image').map(block => block.source), [{ type: 'url', url }, { type: 'base64', media_type: 'image/png', data: pixel }]);
        });

        test('an answer in the shape of a schema', async () => {
            provider.script([whole(dialect, { text: '{"name":"Ada","age":36}' })]);
            const responseSchema = { type: Type.OBJECT, properties: { name: { type: Type.STRING }, age: { type: Type.INTEGER, nullable: true } }, required: ['name'] };
            const answer = await create({ contents: 'Who?', config: { responseMimeType: 'application/json', responseSchema } });
            assert.deepEqual(JSON.parse(answer.text), { name: 'Ada', age: 36 });
            const { body } = provider.last();
            const schema = { type: 'object', properties: { name: { type: 'string' }, age: { type: ['integer', 'null'] } }, required: ['name'] };
            assert.deepEqual(dialect === 'openai' ? body.response_format.json_schema.schema : body.output_format.schema, schema);
        });

        for (const row of refusals) {
            const [status, text] = row;
            for (const asStream of [false, true]) {
                test(`a provider's ${status} is the client's error${asStream ? ', streamed too' : ''}`, async () => {
                    provider.script([refusal(dialect, row)]);
                    const error = await (asStream ? stream : create)({ contents: 'Hi' }).then(() => assert.fail('no error'), caught => caught);
                    assert.equal(error.name, status < 500 ? 'ClientError' : 'ServerError');
                    assert.ok(error.message.includes(text) && error.message.includes(`got status: ${status}`), error.message);
                    assert.equal(provider.log().length, 1);
                });
            }
        }

        test('an error in the middle of a stream is an error and not an end', async () => {
            const reply = streamed(dialect, { text: 'Half of an answer' });
            const error = dialect === 'openai'
                ? 'data: {"error":{"message":"The server fell over","type":"server_error","param":null,"code":null}}'
                : 'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"The server fell over"}}';
            provider.script([{ sse: [...reply.sse.slice(0, 6), error], gap: 0.02 }]);
            const seen = [];
            const thrown = await (async () => { for await (const chunk of await stream({ contents: 'Hi' })) seen.push(chunk); })().then(() => null, caught => caught);
            assert.ok(thrown instanceof Error, 'the client is told');
            assert.ok(textOf(seen) && 'Half of an answer'.startsWith(textOf(seen)), 'what came before the error was delivered');
            assert.ok(!seen.some(chunk => chunk.candidates?.[0]?.finishReason));
        });

        test('a stream that the provider cuts does not look complete', async () => {
            const reply = streamed(dialect, { text: 'Half of an answer' });
            provider.script([{ sse: reply.sse.slice(0, 6), cut: true }]);
            await assert.rejects(collected(stream({ contents: 'Hi' })));
        });

        test('a stream that is given up ends the provider\'s request at once', async () => {
            provider.script([{ ...streamed(dialect, { text: 'a long long answer that never ends' }), hangAfter: 6 }]);
            const leaving = new AbortController();
            const asked = (async () => {
                for await (const chunk of await stream({ contents: 'Hi', config: { abortSignal: leaving.signal } })) {
                    if (textOf([chunk])) leaving.abort();
                }
            })();
            await assert.rejects(asked);
            await provider.until(log => log.find(each => each.closedEarly), 'the early close');
        });
    });
}

test('thoughts come with their signature, and go back as they came', async () => {
    provider.script([asAsked('anthropic', { thinking: thought, text: 'Paris.' })]);
    const config = { thinkingConfig: { includeThoughts: true, thinkingBudget: 2048 }, maxOutputTokens: 5000 };
    for (const isStream of [false, true]) {
        const chat = client.chats.create({ model: 'claude', config });
        const answer = isStream ? await collected(chat.sendMessageStream({ message: 'Capital?' })) : [await chat.sendMessage({ message: 'Capital?' })];
        assert.deepEqual(provider.last().body.thinking, { type: 'enabled', budget_tokens: 2048 });
        assert.equal(partsOf(answer).filter(part => part.thought).map(part => part.text).join(''), thought.text);
        assert.equal(textOf(answer), 'Paris.');
        await chat.sendMessage({ message: 'Sure?' });
        const { messages } = provider.last().body;
        assert.equal(messages.length, 3);
        // This version of the client knows no signatures and leaves them out of what it gives back; so the thought stays behind.
        assert.deepEqual(messages[1].content.map(block => block.type), ['text']);
    }
});

test('signatures are on the wire and come back', async () => {
    provider.script([whole('anthropic', { thinking: thought, text: 'Paris.' })]);
    const ask = async contents => (await post(gateway, '/v1beta/models/claude:generateContent', { contents, generationConfig: { thinkingConfig: { thinkingBudget: 2048 } } })).json();
    const question = { role: 'user', parts: [{ text: 'Capital?' }] };
    const answer = await ask([question]);
    await ask([question, answer.candidates[0].content, { role: 'user', parts: [{ text: 'Sure?' }] }]);
    assert.deepEqual(provider.last().body.messages[1].content[0], { type: 'thinking', thinking: thought.text, signature: thought.signature });
});

test('every address the clients use', async () => {
    for (const httpOptions of [{}, { apiVersion: 'v1' }]) assert.ok((await connect(httpOptions).models.generateContent({ model: 'gpt', contents: 'Hi' })).text);
    assert.ok((await client.models.generateContent({ model: 'models/openai/gpt-4o', contents: 'Hi' })).text);
    const body = { contents: [{ parts: [{ text: 'Hi' }] }] };
    for (const base of ['/v1beta/models/', '/v1/models/', '/models/', '/v1/v1/models/']) {
        for (const model of ['gpt', 'openai/gpt-4o', 'openai%2Fgpt-4o']) {
            const answer = await post(gateway, `${base}${model}:generateContent`, body);
            assert.equal(answer.status, 200, await answer.clone().text());
            assert.match(answer.headers.get('content-type'), /^application\/json/);
            assert.ok((await answer.json()).candidates[0].content.parts[0].text);
        }
    }
    const unknown = await post(gateway, '/v1beta/models/nobody:generateContent', body);
    assert.equal(unknown.status, 400);
    assert.equal((await unknown.json()).error.status, 'INVALID_ARGUMENT');
    assert.equal((await post(gateway, '/v1beta/models/gpt:think', body)).status, 404);
});

test('a stream is events where the query asks for them, else one array', async () => {
    provider.script([asAsked('openai', { text: 'Streams in pieces.' })]);
    const body = { contents: [{ parts: [{ text: 'Hi' }] }] };
    const events = await post(gateway, '/v1beta/models/gpt:streamGenerateContent?alt=sse', body);
    assert.match(events.headers.get('content-type'), /^text\/event-stream/);
    assert.match(await events.text(), /^data: \{/);
    const array = await post(gateway, '/v1beta/models/gpt:streamGenerateContent', body);
    assert.match(array.headers.get('content-type'), /^application\/json/);
    const chunks = await array.json();
    assert.equal(textOf(chunks), 'Streams in pieces.');
    assert.equal(chunks[chunks.length - 1].candidates[0].finishReason, 'STOP');
    const mocked = await post(gateway, '/v1beta/models/mocked:streamGenerateContent', body);
    assert.equal(textOf(await mocked.json()), 'Hello from nowhere');

    const reply = streamed('openai', { text: 'Half of an answer' });
    provider.script([{ sse: reply.sse.slice(0, 6), cut: true }]);
    const cut = await (await post(gateway, '/v1beta/models/gpt:streamGenerateContent', body)).json();
    assert.ok(cut[cut.length - 1].error.message.includes('OpenAIException'), 'the last item is the error');
    assert.ok(!JSON.stringify(cut).includes('finishReason'));
});

test('keys by header and by query, which nobody hands on or writes down', async () => {
    const body = { contents: [{ parts: [{ text: 'Hi' }] }] };
    const ask = (query, headers) => post(gateway, `/v1beta/models/gpt:generateContent${query}`, body, { key: null, headers });
    assert.equal((await ask('', { 'x-goog-api-key': masterKey })).status, 200);
    assert.equal((await ask(`?key=${masterKey}`)).status, 200);
    const unnamed = await ask('');
    assert.equal(unnamed.status, 401);
    assert.equal((await unnamed.json()).error.status, 'UNAUTHENTICATED');
    assert.equal((await ask('?key=sk-wrong')).status, 401);
    assert.ok(!JSON.stringify(provider.log()).includes(masterKey));
    await eventually(() => gateway.logs().includes('generateContent'), 'the log line');
    assert.ok(!gateway.logs().includes(masterKey));
    // Elsewhere a key in the address is none.
    assert.equal((await post(gateway, `/v1/chat/completions?key=${masterKey}`, { model: 'gpt', messages: [] }, { key: null })).status, 401);
});

test('bad requests are refused in words that a client can read, and nothing breaks', async () => {
    for (const body of [{}, { contents: 'Hi' }, { contents: [{ role: 'boss', parts: [] }] }, { contents: [{ parts: [{}] }] }, '{', '[]', '']) {
        const answer = await post(gateway, '/v1beta/models/gpt:generateContent', body);
        assert.equal(answer.status, 400, JSON.stringify(body));
        const { error } = await answer.json();
        assert.equal(error.code, 400);
        assert.equal(error.status, 'INVALID_ARGUMENT');
        assert.ok(error.message);
    }
    const odd = await post(gateway, '/v1beta/models/%FF%0Ax:generateContent', { contents: [{ parts: [{ text: 'Hi' }] }] });
    assert.ok(odd.status >= 400 && odd.status < 500);
    await odd.text();
    await assertServes(gateway);
});

describe('over Gemini itself', () => {
    const said = (text, more = {}) => ({ candidates: [{ content: { role: 'model', parts: [{ text }] }, index: 0, ...more }], usageMetadata: { promptTokenCount: 14, candidatesTokenCount: 8, totalTokenCount: 22 }, modelVersion: 'gemini-2.5-flash', responseId: 'gem-up1', newest: { seen: true } });
    const pieces = [said('Pa'), said('ris.'), said('', { finishReason: 'STOP' })];
    const sse = pieces.map(piece => `data: ${JSON.stringify(piece)}`);
    const body = { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }], tools: [{ googleSearch: {} }], generationConfig: { candidateCount: 1, thinkingConfig: { thinkingBudget: -1 } }, cachedContent: 'cachedContents/1', newest: [1, null] };

    test('what is asked and answered passes as it is, with the key of the deployment', async () => {
        const reply = said('Paris.', { finishReason: 'STOP' });
        provider.script([{ body: reply }]);
        const answer = await post(gateway, '/v1beta/models/gemini:generateContent?key=sk-other', body);
        assert.deepEqual(await answer.json(), reply);
        const asked = provider.last();
        assert.equal(asked.path, '/v1beta/models/gemini-2.5-flash:generateContent');
        assert.equal(asked.headers['x-goog-api-key'], geminiKey);
        assert.deepEqual(asked.body, { ...body, model: 'gemini-2.5-flash' });
        assert.ok(!JSON.stringify(asked).includes(masterKey) && !JSON.stringify(asked).includes('sk-other'));
    });

    test('a stream passes event by event, or becomes an array', async () => {
        provider.script([{ sse }]);
        const chunks = await collected(client.models.generateContentStream({ model: 'gemini', contents: 'Hi' }));
        assert.equal(textOf(chunks), 'Paris.');
        assert.equal(chunks.length, 3);
        assert.equal(provider.last().path, '/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse');
        assert.equal(await (await post(gateway, '/models/gemini:streamGenerateContent?alt=sse', body)).text(), sse.map(event => `${event}\n\n`).join(''));
        assert.deepEqual(await (await post(gateway, '/models/gemini:streamGenerateContent', body)).json(), pieces);
        await eventually(async () => {
            const { data } = await (await get(gateway, '/traffic')).json();
            return data.some(row => row.path === '/models/gemini:streamGenerateContent' && row.tokens.input === 14 && row.tokens.output === 8);
        }, 'the receipt with its tokens');
    });

    test('errors of Gemini are errors of the client, and a cut stream is one', async () => {
        provider.script([{ status: 429, body: { error: { code: 429, message: 'Resource exhausted', status: 'RESOURCE_EXHAUSTED' } } }]);
        const error = await client.models.generateContent({ model: 'gemini', contents: 'Hi' }).then(() => assert.fail('no error'), caught => caught);
        assert.ok(error.message.includes('got status: 429') && error.message.includes('Resource exhausted'), error.message);
        provider.script([{ sse: sse.slice(0, 2), cut: true }]);
        await assert.rejects(collected(client.models.generateContentStream({ model: 'gemini', contents: 'Hi' })));
        provider.script([{ sse: sse.slice(0, 2) }]);
        await assert.rejects(collected(client.models.generateContentStream({ model: 'gemini', contents: 'Hi' })));
        provider.script([{ text: 'no answer at all' }]);
        await assert.rejects(client.models.generateContent({ model: 'gemini', contents: 'Hi' }));
    });
});

describe('counting tokens', () => {
    const contents = [{ role: 'user', parts: [{ text: 'What is the capital of France?' }] }];
    const counted = { totalTokens: 7, promptTokensDetails: [{ modality: 'TEXT', tokenCount: 7 }] };
    const countMessages = (model, more = {}) => post(gateway, '/v1/messages/count_tokens', { model, messages: [{ role: 'user', content: 'What is the capital of France?' }], ...more });

    test('Gemini is asked by its own counter', async () => {
        provider.script([{ body: counted }]);
        const answer = await client.models.countTokens({ model: 'gemini', contents });
        assert.equal(answer.totalTokens, 7);
        assert.equal(provider.last().path, '/v1beta/models/gemini-2.5-flash:countTokens');
        assert.equal(provider.last().headers['x-goog-api-key'], geminiKey);
        assert.deepEqual(provider.last().body, { contents });
        assert.deepEqual(await (await countMessages('gemini')).json(), { input_tokens: 7 });
        assert.deepEqual(provider.last().body, { contents });
    });

    test('Anthropic is asked by its own counter, at the deployment\'s address', async () => {
        provider.script([{ body: { input_tokens: 14 } }]);
        assert.deepEqual(await (await countMessages('claude', { system: 'Be brief.', max_tokens: 5 })).json(), { input_tokens: 14 });
        const asked = provider.last();
        assert.equal(asked.path, '/v1/messages/count_tokens');
        assert.equal(asked.headers['x-api-key'], anthropicKey);
        assert.deepEqual(asked.body, { model: 'claude-sonnet-4-5-20250929', messages: [{ role: 'user', content: 'What is the capital of France?' }], system: 'Be brief.' });
        assert.equal((await client.models.countTokens({ model: 'claude', contents })).totalTokens, 14);
    });

    test('who has no counter, or fails, gets an estimate that says so', async () => {
        const failures = [{ status: 500, body: { error: { message: 'down' } } }, { status: 401, body: {} }, { body: { nothing: true } }, { text: 'no' }, { reset: true }];
        for (const failure of failures) {
            provider.script([failure]);
            for (const model of ['claude', 'gemini']) {
                const answer = await countMessages(model);
                assert.equal(answer.status, 200);
                const { input_tokens: tokens, is_estimate: isEstimate } = await answer.json();
                assert.ok(tokens > 3 && tokens < 30 && isEstimate === true);
            }
            assert.equal(provider.log().length, 2, 'each is asked once');
        }
        provider.script();
        const exact = await (await countMessages('gpt')).json();
        assert.deepEqual(Object.keys(exact), ['input_tokens']); // by OpenAI's own vocabulary
        assert.equal((await client.models.countTokens({ model: 'gpt', contents })).totalTokens, exact.input_tokens);
        assert.ok((await (await countMessages('nobody')).json()).is_estimate);
        assert.equal(provider.log().length, 0);
    });

    test('bad requests and keys are refused', async () => {
        assert.equal((await post(gateway, '/v1/messages/count_tokens', { model: 'claude' })).status, 400);
        assert.equal((await post(gateway, '/v1/messages/count_tokens', message('claude'), { key: 'sk-wrong' })).status, 401);
        assert.equal((await post(gateway, '/v1beta/models/gemini:countTokens', { contents }, { key: null })).status, 401);
        for (const bad of ['', '{', '[]']) assert.equal((await post(gateway, '/v1beta/models/gemini:countTokens', bad)).status, 400);
        const broken = await post(gateway, '/v1beta/models/claude:countTokens', { contents: 'Hi' });
        assert.equal(broken.status, 400);
        assert.match((await broken.json()).error.message, /contents must be an array/);
    });
});
