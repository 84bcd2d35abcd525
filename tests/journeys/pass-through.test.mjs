// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Providers' own APIs and the operator's own doors, handed on as they are; and the gateway's key, which nobody else ever gets.

import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';

import Anthropic from '@anthropic-ai/sdk';

import { streamed, whole } from '../fake_provider/answers.mjs';
import { startProvider } from '../fake_provider/provider.mjs';
import { assertServes, get, masterKey, openaiKey, patience, post, standardConfig, start } from './harness.mjs';
import { Raw } from './raw.mjs';

const own = `  pass_through_endpoints:
    - {path: /rerank-here, target: 'PROVIDER/elsewhere/rerank?fixed=1', auth: true, headers: {authorization: 'Bearer os.environ/ELSEWHERE_KEY', x-extra: plain}}
    - {path: /below, target: PROVIDER/base, auth: true, include_subpath: true, forward_headers: true, merge_query_params: true, methods: [GET, POST]}
    - {path: /open, target: PROVIDER/open}
    - {path: /fuse, target: PROVIDER/fuse, headers: {LANGFUSE_PUBLIC_KEY: os.environ/FUSE_PUBLIC, LANGFUSE_SECRET_KEY: os.environ/FUSE_SECRET}}
`;
const env = provider => ({
    ANTHROPIC_API_KEY: 'sk-ant-from-env', ANTHROPIC_API_BASE: provider.url, MISTRAL_API_KEY: 'mistral-from-env', MISTRAL_API_BASE: `${provider.url}/v1`,
    GEMINI_API_KEY: 'google-from-env', GEMINI_API_BASE: `${provider.url}/v1beta`, AZURE_API_KEY: 'azure-from-env', AZURE_API_BASE: `${provider.url}/openai`,
    COHERE_API_KEY: 'cohere-from-env', COHERE_API_BASE: provider.url, ELSEWHERE_KEY: 'elsewhere-from-env', FUSE_PUBLIC: 'pk-1', FUSE_SECRET: 'sk-fuse',
});

/// A provider that counts what comes and keeps nothing.
async function startSink() {
    const sink = { bytes: 0, highest: 0 };
    sink.server = http.createServer((request, response) => {
        sink.headers = request.headers;
        sink.bytes = 0;
        request.on('data', bytes => { sink.bytes += bytes.length; });
        request.on('error', () => {});
        request.on('end', () => response.setHeader('content-type', 'application/json').end(`{"bytes":${sink.bytes}}`));
    });
    await new Promise(resolve => sink.server.listen(0, '127.0.0.1', resolve));
    sink.url = `http://127.0.0.1:${sink.server.address().port}`;
    return sink;
}

describe('pass-through', () => {
    let provider, gateway, stop, sink;
    before(async () => {
        sink = await startSink();
        provider = await startProvider();
        const models = `  - model_name: through
    litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: ${openaiKey}, use_in_pass_through: true}
  - model_name: local
    litellm_params: {model: hosted_vllm/qwen, api_base: ${sink.url}/v1}
`;
        const config = standardConfig(provider, { models, general: own.replaceAll('PROVIDER', provider.url) });
        gateway = await start(config, { env: env(provider) });
        stop = async () => {
            await gateway.stop();
            await provider.close();
        };
    });
    after(async () => {
        await stop?.();
        sink.server.closeAllConnections?.();
        sink.server.close();
    });
    beforeEach(() => provider.script([{ body: { ok: true } }]));

    const bearer = { authorization: `Bearer ${masterKey}` };
    const send = (path, { method = 'POST', headers = bearer, ...more } = {}) => fetch(gateway.url + path, { method, headers, signal: AbortSignal.timeout(patience), ...more });

    test('each provider\'s door shows that provider\'s credential', async () => {
        const shown = {
            '/openai/v1/files': ['/v1/files', 'authorization', `Bearer ${openaiKey}`],
            '/openai/files': ['/v1/files', 'authorization', `Bearer ${openaiKey}`],
            '/anthropic/v1/models': ['/v1/models', 'x-api-key', 'sk-ant-from-env'],
            '/mistral/v1/ocr': ['/v1/ocr', 'authorization', 'Bearer mistral-from-env'],
            '/cohere/v2/chat': ['/v2/chat', 'authorization', 'Bearer cohere-from-env'],
            '/gemini/v1beta/models/g:generateContent': ['/v1beta/models/g:generateContent', 'x-goog-api-key', 'google-from-env'],
            '/azure/openai/files?api-version=2024-10-21': ['/openai/files?api-version=2024-10-21', 'api-key', 'azure-from-env'],
        };
        for (const [door, [path, field, value]] of Object.entries(shown)) {
            const response = await send(door, { body: '{"model":"m"}', headers: { ...bearer, 'content-type': 'application/json' } });
            assert.equal(response.status, 200, `${door}: ${await response.clone().text()}`);
            const entry = provider.last();
            assert.equal(entry.path, path);
            assert.equal(entry.headers[field], value);
            assert.equal(entry.text, '{"model":"m"}');
        }
    });

    test('the gateway\'s own key reaches no provider, by whatever header or query it came', async () => {
        const spellings = [
            [{ authorization: `Bearer ${masterKey}` }], [{ 'x-api-key': masterKey }], [{ 'api-key': masterKey }], [{ 'x-goog-api-key': masterKey }],
            [{ 'x-litellm-api-key': `Bearer ${masterKey}` }], [{ 'ocp-apim-subscription-key': masterKey }], [{}, `?key=${masterKey}`],
            [{ ...bearer, cookie: `token=${masterKey}` }], [{ ...bearer, 'x-custom': `see ${masterKey}` }], [{ ...bearer, 'x-pass-authorization': `Bearer ${masterKey}` }],
            [{ ...bearer, 'x-pass-x-mine': masterKey }], [bearer, `?a=1&token=${masterKey}&b=2`], [bearer, `?x=${masterKey.replaceAll('-', '%2D')}`],
            [{ ...bearer, 'x-basic': `Basic ${Buffer.from(`user:${masterKey}`).toString('base64')}` }],
        ];
        for (const door of ['/anthropic/v1/messages', '/gemini/v1beta/x', '/openai/v1/files', '/below/x']) {
            for (const [headers, query = ''] of spellings) {
                if (query.startsWith('?key') && door === '/below/x') continue;
                const before = provider.log().length;
                const response = await send(door + query, { headers: { 'content-type': 'application/json', ...headers }, body: '{}' });
                assert.equal(response.status, 200, `${door} ${JSON.stringify(headers)} ${query}: ${await response.clone().text()}`);
                assert.equal(provider.log().length, before + 1);
                const { path, headers: got } = provider.last();
                const seen = decodeURIComponent(path) + JSON.stringify(got);
                assert.ok(!seen.includes(masterKey) && !seen.includes(Buffer.from(masterKey).toString('base64').slice(0, 16)), seen);
                for (const name of ['cookie', 'x-litellm-api-key', 'ocp-apim-subscription-key', 'x-basic']) assert.equal(got[name], undefined);
            }
        }
        await send(`/openai/v1/files?a=1&token=${masterKey}&b=%20x`, {});
        assert.equal(provider.last().path, '/v1/files?a=1&b=%20x');
    });

    test('nobody gets through without a key', async () => {
        for (const headers of [{}, { authorization: 'Bearer sk-wrong' }, { 'x-api-key': 'wrong' }]) {
            for (const door of ['/anthropic/v1/messages', '/openai/v1/files', '/below/x', '/rerank-here']) {
                assert.equal((await send(door, { headers })).status, 401, door);
            }
        }
        assert.equal(provider.log().length, 0);
    });

    test('the caller\'s other fields travel, those of the connection do not', async () => {
        await send('/anthropic/v1/messages?beta=true', { headers: { ...bearer, 'anthropic-beta': 'a-1', 'x-stainless-lang': 'js', 'x-pass-x-mine': 'm', 'accept-language': 'de', 'x-forwarded-for': '1.2.3.4', 'content-type': 'application/json' }, body: '{}' });
        const { path, headers } = provider.last();
        assert.equal(path, '/v1/messages?beta=true');
        assert.equal(headers['anthropic-beta'], 'a-1');
        assert.equal(headers['anthropic-version'], '2023-06-01');
        assert.equal(headers['x-stainless-lang'], 'js');
        assert.equal(headers['x-mine'], 'm');
        assert.equal(headers['x-forwarded-for'], undefined);
        assert.equal(headers.host, new URL(provider.url).host);
    });

    test('methods pass, and HEAD has no body', async () => {
        for (const method of ['GET', 'DELETE', 'PUT', 'PATCH', 'HEAD']) {
            const response = await send('/openai/v1/files/file-1', { method, ...(['PUT', 'PATCH'].includes(method) ? { body: 'x' } : {}) });
            assert.equal(response.status, 200, method);
            assert.equal(provider.last().method, method);
            assert.equal(await response.text(), method === 'HEAD' ? '' : '{"ok":true}');
        }
        provider.script();
        await assertServes(gateway);
    });

    test('answers come back as they are, errors too', async () => {
        const odd = '{ "error" : {"message":"no", "z": 1.50} }\n';
        provider.script([{ status: 418, text: odd, headers: { 'content-type': 'application/problem+json', 'x-request-id': 'r-1', 'set-cookie': 'a=b', 'retry-after': '7' } }]);
        const response = await send('/anthropic/v1/messages', { body: '{}' });
        assert.equal(response.status, 418);
        assert.equal(await response.text(), odd);
        assert.equal(response.headers.get('content-type'), 'application/problem+json');
        assert.equal(response.headers.get('x-request-id'), 'r-1');
        assert.equal(response.headers.get('retry-after'), '7');
        assert.equal(response.headers.get('set-cookie'), null);
        provider.script([{ status: 204, text: '' }]);
        assert.equal((await send('/openai/v1/files/f', { method: 'DELETE' })).status, 204);
        provider.script([{ base64: Buffer.from([0, 255, 10, 13]).toString('base64') }]);
        assert.deepEqual(Buffer.from(await (await get(gateway, '/openai/v1/files/f/content')).arrayBuffer()), Buffer.from([0, 255, 10, 13]));
    });

    test('the official client streams through its provider\'s door', async () => {
        provider.script([streamed('anthropic', { text: 'Hello through the door' })]);
        const client = new Anthropic({ apiKey: masterKey, baseURL: `${gateway.url}/anthropic`, maxRetries: 0 });
        const message = await client.messages.stream({ model: 'claude-x', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }] }).finalMessage();
        assert.equal(message.content[0].text, 'Hello through the door');
        assert.equal(provider.last().body.model, 'claude-x');
        const { data } = await (await get(gateway, '/traffic')).json();
        const receipt = data.find(each => each.path === '/anthropic/v1/messages' && each.model === 'claude-x');
        assert.equal(receipt?.provider, 'anthropic', JSON.stringify(data.slice(0, 2)));
    });

    test('a stream arrives as it comes, and one that is cut does not look whole', async () => {
        provider.script([{ sse: ['data: 1', 'data: 2', 'data: 3'], gap: 0.3 }]);
        const response = await send('/openai/v1/chat-like', { body: '{}' });
        const times = [];
        for await (const _ of response.body) times.push(Date.now());
        assert.ok(times.length >= 3 && times.at(-1) - times[0] > 300, `${times}`);
        for (const reply of [{ sse: ['data: 1'], cut: true }, { sse: ['data: 1', 'data: 2'], resetAfter: 1 }, { text: 'abc', cut: true }]) {
            provider.script([reply]);
            const cut = await send('/openai/v1/chat-like', { body: '{}' });
            await assert.rejects(cut.text(), `${JSON.stringify(reply)} is cut`);
        }
        provider.script([{ reset: true }]);
        const none = await send('/openai/v1/chat-like', { body: '{}' });
        assert.equal(none.status, 502);
        assert.match((await none.json()).error.message, /OpenAIException/);
        provider.script();
        await assertServes(gateway);
    });

    test('a client that leaves ends the provider\'s work', async () => {
        provider.script([{ sse: ['data: 1'], endless: true }]);
        const abort = new AbortController();
        const response = await send('/openai/v1/x', { body: '{}', signal: abort.signal });
        await response.body.getReader().read();
        const entry = provider.last();
        abort.abort();
        for (let turn = 0; turn < 500 && !entry.closedEarly; ++turn) await new Promise(resolve => setTimeout(resolve, 20));
        assert.ok(entry.closedEarly);
    });

    test('no path leads out of its door', async () => {
        const raw = (target, method = 'GET') => `${method} ${target} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${masterKey}\r\nConnection: close\r\n\r\n`;
        const bad = ['/below/../secret', '/below/%2e%2e/secret', '/below/a/..%2fsecret', '/below/%252e%252e/secret', '/below/..\\secret', '/below/..%5csecret',
            '/below/..;/secret', '/below/./x', '/openai/v1/../../admin', '/below/a%00b', '/below/%2525252525252e%2525252525252e/x'];
        for (const target of bad) {
            const answer = await (await Raw.open(gateway)).send(raw(target)).answer();
            assert.ok([400, 404].includes(answer.status), `${target}: ${answer.status} ${answer.body}`);
        }
        assert.equal(provider.log().length, 0);
        const good = { '/below/a%2Fb/c%20d?x=%2F': '/base/a%2Fb/c%20d?x=%2F', '/below/..a/b..': '/base/..a/b..', '/below//x': '/base//x', '/below/@evil.test/': '/base/@evil.test/', '/below': '/base' };
        for (const [target, path] of Object.entries(good)) {
            provider.script([{ body: { ok: true } }]);
            assert.equal((await (await Raw.open(gateway)).send(raw(target)).answer()).status, 200, target);
            assert.equal(provider.last().path, path);
        }
    });

    test('50 MB go up without being held', async () => {
        const size = 50 * 1024 * 1024;
        const piece = Buffer.alloc(1024 * 1024, 7);
        const memory = gateway.memory();
        let highest = 0;
        const response = await new Promise((resolve, reject) => {
            const request = http.request(`${gateway.url}/vllm/v1/files`, { method: 'POST', headers: { ...bearer, 'content-type': 'application/octet-stream', 'content-length': size } }, resolve);
            request.on('error', reject);
            (async () => {
                for (let sent = 0; sent < size; sent += piece.length) {
                    highest = Math.max(highest, gateway.memory());
                    if (!request.write(piece)) await new Promise(done => request.once('drain', done));
                }
                request.end();
            })();
        });
        let text = '';
        for await (const each of response) text += each;
        assert.deepEqual(JSON.parse(text), { bytes: size });
        assert.equal(sink.headers['content-length'], String(size));
        assert.ok(highest - memory < 24 * 1024 * 1024, `${(highest - memory) / 1024 / 1024} MiB more`);
    });

    test('the gateway\'s own doors stay its own', async () => {
        provider.script([whole('openai')]);
        const response = await post(gateway, '/openai/deployments/gpt/chat/completions', { messages: [{ role: 'user', content: 'Hi' }] });
        assert.equal(response.status, 200);
        assert.equal(provider.last().path, '/v1/chat/completions');
        assert.equal(provider.last().body.model, 'gpt-4o');
    });

    test('the operator\'s doors lead where they say', async () => {
        await send('/rerank-here', { headers: { ...bearer, 'content-type': 'application/json', 'x-mine': 'm' }, body: '{"q":1}' });
        let entry = provider.last();
        assert.equal(entry.path, '/elsewhere/rerank?fixed=1');
        assert.equal(entry.headers.authorization, 'Bearer elsewhere-from-env');
        assert.equal(entry.headers['x-extra'], 'plain');
        assert.equal(entry.headers['x-mine'], undefined);
        assert.deepEqual(entry.body, { q: 1 });
        assert.equal((await send('/rerank-here/more', {})).status, 404);
        await send('/below/x?a=1', { method: 'GET', headers: { ...bearer, 'x-mine': 'm' } });
        assert.equal(provider.last().path, '/base/x?a=1');
        assert.equal(provider.last().headers['x-mine'], 'm');
        assert.equal((await send('/below/x', { method: 'DELETE' })).status, 404);
        assert.equal((await send('/open', { method: 'GET', headers: {} })).status, 200);
        await send('/fuse', { headers: {} });
        assert.equal(provider.last().headers.authorization, `Basic ${Buffer.from('pk-1:sk-fuse').toString('base64')}`);
    });

    test('a door without a credential says what is missing', async () => {
        const response = await send('/azure_ai/x', {});
        assert.equal(response.status, 500);
        assert.match((await response.json()).error.message, /use_in_pass_through/);
    });
});
