// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Google's own client as the measure: what it sends for a conversation, and what the gateway sends for the same conversation of an
// OpenAI client, must agree — path, query, credential and body.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';

import { GoogleGenAI } from '@google/genai';

import { chat, post, stage } from './harness.mjs';
import { parallelCalls, pixel, weather } from './scenes.mjs';

const key = 'google-provider-secret-3';
const model = 'gemini-2.5-flash';
const models = `
  - model_name: gemini
    litellm_params: {model: gemini/${model}, api_base: PROVIDER, api_key: ${key}, allowed_openai_params: [seed, top_logprobs]}
`;

let provider, gateway, stop, google;
before(async () => {
    ({ provider, gateway, stop } = await stage({ models }));
    google = new GoogleGenAI({ apiKey: key, httpOptions: { baseUrl: provider.url } });
});
after(() => stop?.());

const part = text => ({ candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP', index: 0 }], usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 2, totalTokenCount: 5 }, modelVersion: model, responseId: 'answer-1' });
beforeEach(() => provider.script([entry => (entry.path.includes(':stream') ? { sse: [`data: ${JSON.stringify(part('Hello.'))}`] } : { body: part('Hello.') })]));

const camel = name => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());

/// One spelling where Google takes several: names in snake_case, the system's role, the case of a schema's types, no configuration. What a tool is
/// called with and answers is nobody's to spell.
function plain(value, name = '') {
    if (Array.isArray(value)) return value.map(each => plain(each, name));
    if (value === null || typeof value !== 'object') return name === 'type' && typeof value === 'string' ? value.toLowerCase() : value;
    if (name === 'args' || name === 'response') return value;
    const isSame = ([key, each]) => !(name === 'systemInstruction' && key === 'role') && !(key === 'generationConfig' && Object.keys(each).length === 0);
    const entries = Object.entries(value).filter(isSame);
    return Object.fromEntries(entries.map(([key, each]) => [camel(key), plain(each, camel(key))]));
}

async function agree(question, config, asked) {
    await google.models.generateContent({ model, contents: question, config });
    const theirs = provider.last();
    const response = await post(gateway, '/v1/chat/completions', { model: 'gemini', ...asked });
    assert.equal(response.status, 200, await response.clone().text());
    const ours = provider.last();
    assert.notEqual(ours, theirs);
    assert.equal(ours.path, theirs.path);
    assert.equal(ours.headers['x-goog-api-key'], theirs.headers['x-goog-api-key']);
    assert.deepEqual(plain(ours.body), plain(theirs.body));
    assert.equal((await response.json()).choices[0].message.content, 'Hello.');
}

const text = words => ({ text: words });
const user = (...parts) => ({ role: 'user', parts });

test('a conversation with a system prompt and parameters', () => agree(
    [user(text('Capital of France?')), { role: 'model', parts: [text('Paris.')] }, user(text('And of Italy?'))],
    { systemInstruction: 'Be brief.', temperature: 0.5, topP: 0.9, topK: 3, maxOutputTokens: 9, stopSequences: ['END'], candidateCount: 2, seed: 7, presencePenalty: 0.1, frequencyPenalty: 0.2, responseLogprobs: true, logprobs: 2 },
    {
        messages: [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'Capital of France?' }, { role: 'assistant', content: 'Paris.' }, { role: 'user', content: 'And of Italy?' }],
        temperature: 0.5, top_p: 0.9, top_k: 3, max_tokens: 9, stop: ['END'], n: 2, seed: 7, presence_penalty: 0.1, frequency_penalty: 0.2, logprobs: true, top_logprobs: 2,
    }));

// Others are fetched: see pictures.test.mjs.
const kept = 'https://generativelanguage.googleapis.com/v1beta/files/abc';
test('a picture inline and one that Google keeps', () => agree(
    [user(text('Compare.'), { inlineData: { mimeType: 'image/png', data: pixel } }, { fileData: { mimeType: 'image/png', fileUri: kept } })],
    {},
    { messages: [{ role: 'user', content: [{ type: 'text', text: 'Compare.' }, { type: 'image_url', image_url: { url: `data:image/png;base64,${pixel}` } }, { type: 'image_url', image_url: { url: kept, format: 'image/png' } }] }] }));

test('tools, calls and their results', () => {
    const { additionalProperties, ...schema } = weather.schema;
    const results = ['{"degrees":18}', 'No data.'];
    return agree(
        [
            user(text('Weather?')), { role: 'model', parts: parallelCalls.map(({ name, input }) => ({ functionCall: { name, args: input } })) },
            user({ functionResponse: { name: 'get_weather', response: { degrees: 18 } } }, { functionResponse: { name: 'get_weather', response: { content: 'No data.' } } }),
        ],
        { tools: [{ functionDeclarations: [{ name: 'get_weather', description: weather.description, parameters: schema }] }], toolConfig: { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: ['get_weather'] } } },
        {
            messages: [
                { role: 'user', content: 'Weather?' },
                { role: 'assistant', content: null, tool_calls: parallelCalls.map(({ id, name, input }) => ({ id, type: 'function', function: { name, arguments: JSON.stringify(input) } })) },
                ...parallelCalls.map(({ id }, index) => ({ role: 'tool', tool_call_id: id, content: results[index] })),
            ],
            tools: [{ type: 'function', function: { name: 'get_weather', description: weather.description, parameters: weather.schema } }],
            tool_choice: { type: 'function', function: { name: 'get_weather' } },
        });
});

test('thinking, safety, a search of Google\'s own, and JSON', () => agree(
    [user(text('Capital of France?'))],
    { thinkingConfig: { includeThoughts: true, thinkingBudget: 1024 }, safetySettings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_NONE' }], tools: [{ googleSearch: {} }], cachedContent: 'cachedContents/1', responseMimeType: 'application/json' },
    { ...chat('gemini', 'Capital of France?'), reasoning_effort: 'low', safety_settings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_NONE' }], tools: [{ googleSearch: {} }], cached_content: 'cachedContents/1', response_format: { type: 'json_object' } }));

test('a stream', async () => {
    for await (const each of await google.models.generateContentStream({ model, contents: 'Hi' })) assert.equal(each.text, 'Hello.');
    const theirs = provider.last();
    const response = await post(gateway, '/v1/chat/completions', chat('gemini', 'Hi', { stream: true }));
    assert.match(await response.text(), /Hello\.[^]*data: \[DONE\]/);
    assert.equal(provider.last().path, theirs.path);
    assert.deepEqual(plain(provider.last().body), plain(theirs.body));
});
