// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Pictures and documents that callers name by their addresses, for providers that take bytes only: from every door to every
// such provider, and what comes of addresses that cannot be had or that lead where nobody may look.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { startProvider } from '../fake_provider/provider.mjs';
import { assertServes, get, post, standardConfig, start } from './harness.mjs';
import { pdf, pixel } from './scenes.mjs';

const answers = {
    gemini: { candidates: [{ content: { role: 'model', parts: [{ text: 'A cat.' }] }, finishReason: 'STOP', index: 0 }], usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 2, totalTokenCount: 5 } },
    bedrock: { output: { message: { role: 'assistant', content: [{ text: 'A cat.' }] } }, stopReason: 'end_turn', usage: { inputTokens: 3, outputTokens: 2, totalTokens: 5 } },
    ollama: { model: 'm', message: { role: 'assistant', content: 'A cat.' }, done: true, done_reason: 'stop', prompt_eval_count: 3, eval_count: 2 },
    claude: { id: 'msg_1', type: 'message', role: 'assistant', model: 'm', content: [{ type: 'text', text: 'A cat.' }], stop_reason: 'end_turn', usage: { input_tokens: 3, output_tokens: 2 } },
};
const models = `
  - {model_name: gemini, litellm_params: {model: gemini/gemini-2.5-flash, api_base: "PROVIDER/v1beta", api_key: g-1}, model_info: {id: d-gemini}}
  - {model_name: bedrock, litellm_params: {model: "bedrock/converse/anthropic.claude-sonnet-4-20250514-v1:0", aws_bedrock_runtime_endpoint: "PROVIDER", aws_region_name: us-east-1, aws_access_key_id: AKIDEXAMPLE, aws_secret_access_key: secret}, model_info: {id: d-bedrock}}
  - {model_name: ollama, litellm_params: {model: ollama_chat/llava, api_base: "PROVIDER"}, model_info: {id: d-ollama}}
  - {model_name: invoked, litellm_params: {model: "bedrock/anthropic.claude-sonnet-4-20250514-v1:0", aws_bedrock_runtime_endpoint: "PROVIDER", aws_region_name: us-east-1, aws_access_key_id: AKIDEXAMPLE, aws_secret_access_key: secret}, model_info: {id: d-invoked}}`;

/// Where the picture stands in what each provider is sent.
const pictureIn = {
    gemini: body => body.contents[0].parts.find(part => part.inline_data)?.inline_data,
    bedrock: body => ({ mime_type: `image/${body.messages[0].content.find(block => block.image).image.format}`, data: body.messages[0].content.find(block => block.image).image.source.bytes }),
    ollama: body => ({ mime_type: 'image/png', data: body.messages[0].images[0] }),
    claude: body => {
        const { media_type, data } = body.messages[0].content.find(block => block.type === 'image').source;
        return { mime_type: media_type, data };
    },
};

/// How each door says it.
const doors = {
    chat: ['/v1/chat/completions', (model, url) => ({ model, messages: [{ role: 'user', content: [{ type: 'text', text: 'What?' }, { type: 'image_url', image_url: { url } }] }] })],
    messages: ['/v1/messages', (model, url) => ({ model, max_tokens: 9, messages: [{ role: 'user', content: [{ type: 'text', text: 'What?' }, { type: 'image', source: { type: 'url', url } }] }] })],
    responses: ['/v1/responses', (model, url) => ({ model, input: [{ role: 'user', content: [{ type: 'input_text', text: 'What?' }, { type: 'input_image', image_url: url }] }] })],
};

const workers = 2;
let provider, other, gateway;
before(async () => {
    [provider, other] = [await startProvider(), await startProvider()];
    const general = `  user_url_allowed_hosts: ["127.0.0.1:${provider.port}"]\n  max_image_url_download_size_mb: 1`;
    const settings = 'litellm_settings: {request_timeout: 3}';
    gateway = await start(standardConfig(provider, { models, general, settings }), { args: ['--workers', String(workers)] });
});
after(async () => {
    await gateway?.stop();
    await provider?.close();
    await other?.close();
});

/// Pictures by path; everything else is a question to a model.
const files = {};
const dialectOf = path => (path.includes('generateContent') ? 'gemini' : path.includes('/converse') ? 'bedrock' : path.includes('/api/chat') ? 'ollama' : 'claude');
beforeEach(() => {
    for (const name of Object.keys(files)) delete files[name];
    provider.script([entry => files[entry.path] ?? { body: answers[dialectOf(entry.path)] }]);
});
const picture = { base64: pixel, headers: { 'content-type': 'image/png' } };
let number = 0;
/// An address that nothing was fetched from yet.
function at(reply, ending = '.png') {
    const path = `/files/${++number}${ending}`;
    files[path] = reply;
    return provider.url + path;
}
const ask = (model, url, door = 'chat') => post(gateway, doors[door][0], doors[door][1](model, url));
const questions = () => provider.log().filter(entry => entry.method === 'POST');
const fetched = url => provider.log().filter(entry => entry.method === 'GET' && provider.url + entry.path === url);

for (const door of Object.keys(doors)) {
    for (const model of Object.keys(pictureIn)) {
        if (door === 'messages' && model === 'claude') continue; // the same dialect: what the caller says is what is sent
        test(`from ${door} to ${model}`, async () => {
            const url = at(picture);
            const response = await ask(model, url, door);
            assert.equal(response.status, 200, await response.clone().text());
            assert.ok((await response.text()).includes('A cat.'));
            assert.deepEqual(pictureIn[model](provider.last().body), { mime_type: 'image/png', data: pixel });
            assert.equal(fetched(url).length, 1);
            const { authorization, cookie } = fetched(url)[0].headers;
            assert.deepEqual([authorization, cookie], [undefined, undefined]);
        });
    }
}

test('from messages to Claude on Bedrock, in Anthropic\'s words all the way', async () => {
    const url = at(picture);
    const response = await ask('invoked', url, 'messages');
    assert.equal(response.status, 200, await response.clone().text());
    assert.ok(provider.last().path.endsWith('/invoke'), provider.last().path);
    assert.deepEqual(pictureIn.claude(provider.last().body), { mime_type: 'image/png', data: pixel });
});

test('a document by its address', async () => {
    const url = at({ base64: pdf, headers: { 'content-type': 'application/pdf' } }, '.pdf');
    const response = await post(gateway, '/v1/chat/completions', { model: 'bedrock', messages: [{ role: 'user', content: [{ type: 'text', text: 'Sum up.' }, { type: 'file', file: { file_id: url } }] }] });
    assert.equal(response.status, 200, await response.text());
    const { format, source } = provider.last().body.messages[0].content.find(block => block.document).document;
    assert.deepEqual([format, source.bytes], ['pdf', pdf]);
});

test('what was fetched is kept for the next turns', async () => {
    const url = at(picture);
    for (let turn = 0; turn < 8; ++turn) assert.equal((await ask('gemini', url)).status, 200);
    assert.ok(fetched(url).length >= 1 && fetched(url).length <= workers); // each worker keeps its own
    assert.equal(questions().filter(entry => entry.text.includes(pixel)).length, 8);
});

test('streams wait for it too', async () => {
    const url = at(picture);
    const text = `data: ${JSON.stringify(answers.gemini)}`;
    provider.script([entry => files[entry.path] ?? { sse: [text] }]);
    const response = await post(gateway, '/v1/chat/completions', { ...doors.chat[1]('gemini', url), stream: true });
    assert.equal(response.status, 200);
    assert.ok((await response.text()).includes('data: [DONE]'));
    assert.deepEqual(pictureIn.gemini(provider.last().body), { mime_type: 'image/png', data: pixel });
});

describe('what cannot be had is the caller\'s 400, in its own shape:', () => {
    const refusals = [
        ['gone', () => at({ status: 404, text: 'the server says' }), 'the answer has the status 404'],
        ['a page', () => at({ text: 'the server says', headers: { 'content-type': 'text/html' } }), 'neither a picture nor a PDF'],
        ['too large', () => at({ base64: Buffer.alloc(1.5 * 1024 * 1024, 'x').toString('base64'), headers: { 'content-type': 'image/png' } }), 'larger than 1 MB'],
        ['slow', () => at({ hang: true }), 'did not come within'],
        ['cut', () => at({ ...picture, cut: true }), 'cut the connection'],
        ['an address that is not public', () => `${other.url}/latest/meta-data`, 'not public'],
        ['a name that is not public', () => `http://localhost:${other.port}/latest/meta-data`, 'not public'],
        ['a redirect to what is not public', () => at({ status: 302, headers: { location: `${other.url}/latest/meta-data` } }), 'not public'],
        ['a password in it', () => `http://someone:hidden-word@127.0.0.1:${provider.port}/a.png`, 'name or password'],
    ];
    for (const [name, address, words] of refusals) {
        for (const door of Object.keys(doors)) {
            test(`${name}, at ${door}`, async () => {
                const response = await ask('gemini', address(), door);
                const body = await response.json();
                assert.equal(response.status, 400, JSON.stringify(body));
                assert.ok(body.error.message.includes('Unable to fetch image from URL'), body.error.message);
                assert.ok(body.error.message.includes(words), body.error.message);
                assert.ok(!/the server says|meta-data|hidden-word/.test(body.error.message), body.error.message);
                if (door === 'messages') assert.equal(body.type, 'error');
                else assert.equal(body.error.code, '400');
                assert.equal(questions().length, 0);
                assert.equal(other.log().length, 0);
            });
        }
    }

    test('and nothing of an address is in the log', () => {
        assert.ok(!/meta-data|hidden-word|the server says/.test(gateway.logs()), gateway.logs());
    });
});

test('the deployment is not to blame', async () => {
    const gone = () => at({ status: 500 });
    const settings = 'litellm_settings: {request_timeout: 3}';
    const config = standardConfig(provider, { models, settings, general: '  user_url_allowed_hosts: ["127.0.0.1"]' })
        .replace('num_retries: 0', 'num_retries: 3\n  retry_policy: {BadRequestErrorRetries: 3}\n  allowed_fails: 0').replace('disable_cooldowns: true', '');
    const strict = await start(config);
    try {
        for (let i = 0; i < 5; ++i) {
            const url = gone();
            const response = await post(strict, '/v1/chat/completions', doors.chat[1]('gemini', url));
            assert.equal(response.status, 400);
            assert.equal(fetched(url).length, 1);
        }
        assert.equal((await post(strict, '/v1/chat/completions', doors.chat[1]('gemini', at(picture)))).status, 200);
    } finally {
        await strict.stop();
    }
});

test('who leaves meanwhile ends the fetch', async () => {
    const url = at({ hang: true });
    const controller = new AbortController();
    const leaving = post(gateway, '/v1/chat/completions', doors.chat[1]('gemini', url), { signal: controller.signal }).catch(() => 'left');
    await provider.until(() => fetched(url).length === 1, 'the fetch');
    controller.abort();
    assert.equal(await leaving, 'left');
    await provider.until(() => fetched(url)[0].closedEarly, 'the end of the fetch', 2000); // sooner than its time is over
});

test('the gateway serves on', async () => {
    provider.script([]);
    await assertServes(gateway);
    assert.equal((await get(gateway, '/health/liveliness')).status, 200);
});
