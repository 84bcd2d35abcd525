// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The doors: addresses, keys, headers, lists, health, routing, time-outs, TLS.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import https from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';

import { failure, streamed, whole } from '../fake_provider/answers.mjs';
import { startProvider } from '../fake_provider/provider.mjs';
import { anthropicKey, assertServes, chat, events, get, masterKey, message, openaiKey, post, stage, start, standardConfig } from './harness.mjs';

const deployment = (name, id, more = '') => `
  - model_name: ${name}
    litellm_params: {model: openai/${id}, api_base: PROVIDER/v1, api_key: ${openaiKey}${more && `, ${more}`}}
    model_info: {id: d-${id}}`;

const models = [
    deployment('twins', 'twin-a'), deployment('twins', 'twin-b'),
    deployment('weighted', 'all', 'weight: 1'), deployment('weighted', 'none', 'weight: 0'),
    deployment('weightless', 'zero-a', 'weight: 0'), deployment('weightless', 'zero-b', 'weight: 0'),
    deployment('patient', 'patient', 'num_retries: 2'),
    deployment('hasty', 'hasty', 'timeout: 0.3'),
    deployment('first-choice', 'first-choice'), deployment('second-choice', 'second-choice'), deployment('third-choice', 'third-choice'),
    deployment('vendor/*', 'vendor-*'),
    `
  - model_name: mocked
    litellm_params: {model: openai/gpt-4o, mock_response: "This is a canned answer — without any network."}
    model_info: {id: d-mocked}
  - model_name: mocked-claude
    litellm_params: {model: anthropic/claude-sonnet-4-5-20250929, mock_response: "Canned too."}
  - model_name: mocked-limit
    litellm_params: {model: openai/gpt-4o, mock_response: litellm.RateLimitError}`,
].join('');

let provider, gateway, stop;
before(async () => {
    ({ provider, gateway, stop } = await stage({ models, settings: '  fallbacks: [{first-choice: [second-choice, third-choice]}]' }));
});
after(() => stop?.());
beforeEach(() => provider.script());

const ask = (model, more = {}, options = {}) => post(gateway, '/v1/chat/completions', chat(model, 'Hello?', more), options);
const header = (response, name) => response.headers.get(name);

describe('addresses:', () => {
    for (const door of ['/v1/chat/completions', '/chat/completions', '/engines/gpt/chat/completions', '/openai/deployments/gpt/chat/completions', '/v1/chat/completions?api-version=2025-02-01-preview', '/openai/deployments/gpt/chat/completions?api-version=2025-02-01-preview']) {
        test(`POST ${door}`, async () => {
            const response = await post(gateway, door, chat('gpt'));
            assert.equal(response.status, 200, await response.clone().text());
            assert.equal((await response.json()).choices[0].message.content, 'Hello from the provider.');
        });
    }

    for (const door of ['/engines/claude/chat/completions', '/openai/deployments/claude/chat/completions']) {
        test(`the model in ${door} wins over the body's, and may stand alone`, async () => {
            for (const body of [chat('gpt'), { messages: chat('gpt').messages }]) {
                assert.equal((await post(gateway, door, body)).status, 200);
                assert.equal(provider.last().path, '/v1/messages');
            }
        });
    }

    test('a model with a slash in the address', async () => {
        for (const door of ['/openai/deployments/vendor%2Fsmall/chat/completions', '/engines/vendor%2Fsmall/chat/completions']) {
            const response = await post(gateway, door, { messages: chat('').messages });
            assert.equal(response.status, 200, await response.text());
            assert.equal(provider.last().body.model, 'vendor-small');
        }
    });

    test('POST /v1/messages', async () => {
        const response = await post(gateway, '/v1/messages', message('claude'));
        assert.equal((await response.json()).content[0].text, 'Hello from the provider.');
    });

    for (const door of ['/v1/models', '/models']) {
        test(`GET ${door}`, async () => {
            const list = await (await get(gateway, door)).json();
            assert.equal(list.object, 'list');
            const gpt = list.data.find(model => model.id === 'gpt');
            assert.equal(gpt.object, 'model');
            assert.equal(gpt.created, 1677610602);
            assert.equal(gpt.owned_by, 'openai');
            assert.equal(list.data.filter(model => model.id === 'twins').length, 1, 'a group is listed once');
        });
    }

    test('GET /v1/models/{id}', async () => {
        const one = await (await get(gateway, '/v1/models/claude')).json();
        assert.equal(one.id, 'claude');
        assert.equal(one.object, 'model');
        assert.equal((await get(gateway, '/v1/models/nobody')).status, 404);
    });

    for (const door of ['/health/liveliness', '/health/liveness']) {
        test(`GET ${door} needs no key`, async () => {
            const response = await get(gateway, door, { key: null });
            assert.equal(response.status, 200);
            assert.equal(await response.json(), 'I\'m alive!');
        });
    }

    test('GET /health/readiness needs no key', async () => {
        const response = await get(gateway, '/health/readiness', { key: null });
        assert.equal(response.status, 200);
        assert.equal((await response.json()).status, 'healthy');
    });

    test('GET / says what this is', async () => {
        const response = await get(gateway, '/', { key: null });
        assert.equal(response.status, 200);
        assert.match(header(response, 'content-type'), /^text\/html/);
        assert.match(await response.text(), /Gatehouse/);
    });

    test('what is not there is a 404, and a wrong method a 405 with the right one', async () => {
        const nowhere = await get(gateway, '/v1/nothing-here');
        assert.equal(nowhere.status, 404);
        assert.deepEqual(await nowhere.json(), { detail: 'Not Found' });
        const wrong = await get(gateway, '/v1/chat/completions');
        assert.equal(wrong.status, 405);
        assert.equal(header(wrong, 'allow'), 'POST');
        assert.deepEqual(await wrong.json(), { detail: 'Method Not Allowed' });
        assert.equal((await post(gateway, '/v1/models', {})).status, 405);
    });

    test('addresses that try to climb stay outside', async () => {
        for (const door of ['/..%2f..%2fetc/passwd', '/v1/models/..%2f..%2fetc%2fpasswd', '/%00', '/v1//models', '/V1/MODELS']) {
            const response = await get(gateway, door);
            assert.ok([400, 404].includes(response.status), `${door}: ${response.status}`);
            assert.doesNotMatch(await response.text(), /root:/);
        }
    });
});

describe('health of the deployments:', () => {
    let own;
    before(async () => { own = await stage(); });
    after(() => own?.stop());

    test('GET /health asks each deployment once, and needs a key', async () => {
        assert.equal((await get(own.gateway, '/health', { key: null })).status, 401);
        own.provider.script();
        const health = await (await get(own.gateway, '/health')).json();
        assert.equal(health.healthy_count, 2);
        assert.equal(health.unhealthy_count, 0);
        assert.deepEqual(own.provider.log().map(entry => entry.path).sort(), ['/v1/chat/completions', '/v1/messages']);
        assert.doesNotMatch(JSON.stringify(health), new RegExp(`${openaiKey}|${anthropicKey}`));
    });

    test('a deployment that fails is named as unhealthy', async () => {
        own.provider.script([{ match: { path: '/v1/messages' }, ...failure('anthropic', 401, 'invalid x-api-key') }]);
        const response = await get(own.gateway, '/health');
        const health = await response.json();
        assert.equal(response.status, 200);
        assert.equal(health.healthy_count, 1);
        assert.equal(health.unhealthy_count, 1);
        assert.match(health.unhealthy_endpoints[0].error, /invalid x-api-key/);
    });

    test('with nothing healthy the status is 503', async () => {
        own.provider.script([failure('openai', 500, 'down')]);
        assert.equal((await get(own.gateway, '/health')).status, 503);
    });
});

describe('keys:', () => {
    const good = {
        'Authorization: Bearer': { authorization: `Bearer ${masterKey}` },
        'Authorization: bearer': { authorization: `bearer ${masterKey}` },
        'x-api-key': { 'x-api-key': masterKey },
        'api-key': { 'api-key': masterKey },
        'x-litellm-api-key, bare': { 'x-litellm-api-key': masterKey },
        'x-litellm-api-key, with Bearer': { 'x-litellm-api-key': `Bearer ${masterKey}` },
        'x-litellm-api-key beside a foreign Authorization': { 'x-litellm-api-key': masterKey, authorization: 'Bearer sk-somebody-elses' },
        'x-goog-api-key': { 'x-goog-api-key': masterKey },
    };
    for (const [name, headers] of Object.entries(good)) {
        test(`${name} is accepted at both doors`, async () => {
            assert.equal((await post(gateway, '/v1/chat/completions', chat('gpt'), { key: null, headers })).status, 200);
            assert.equal((await post(gateway, '/v1/messages', message('claude'), { key: null, headers })).status, 200);
        });
    }

    const bad = {
        'no key': [{}, 401, /No api key passed in/],
        'a key without Bearer': [{ authorization: masterKey }, 401, /Malformed API Key/],
        'an empty Bearer': [{ authorization: 'Bearer ' }, 401, /Malformed API Key|No api key/],
        'a wrong key': [{ authorization: 'Bearer sk-wrong-key-0123456789' }, [400, 401], /./],
        'a wrong x-api-key': [{ 'x-api-key': 'sk-wrong-key-0123456789' }, [400, 401], /./],
        'the master key with more behind it': [{ authorization: `Bearer ${masterKey}x` }, [400, 401], /./],
        'the beginning of the master key': [{ authorization: `Bearer ${masterKey.slice(0, -1)}` }, [400, 401], /./],
    };
    for (const [name, [headers, statuses, wording]] of Object.entries(bad)) {
        test(`${name} is refused everywhere, and not repeated`, async () => {
            const answers = [
                await post(gateway, '/v1/chat/completions', chat('gpt'), { key: null, headers }),
                await post(gateway, '/v1/messages', message('claude'), { key: null, headers }),
                await get(gateway, '/v1/models', { key: null, headers }),
            ];
            for (const response of answers) {
                const text = await response.text();
                assert.ok([].concat(statuses).includes(response.status), `${response.status} ${text}`);
                const { error } = JSON.parse(text);
                assert.match(error.message, wording);
                assert.equal(error.code, String(response.status));
                assert.ok(!text.includes('sk-wrong-key-0123456789') && !text.includes(masterKey), text);
            }
            assert.equal(provider.log().length, 0);
        });
    }
});

describe('CORS:', () => {
    const origin = 'https://app.example.com';

    test('a preflight is answered without a key', async () => {
        for (const door of ['/v1/chat/completions', '/v1/messages', '/v1/models']) {
            const response = await fetch(gateway.url + door, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type,x-stainless-os' } });
            assert.ok([200, 204].includes(response.status), String(response.status));
            assert.ok(['*', origin].includes(header(response, 'access-control-allow-origin')));
            assert.match(header(response, 'access-control-allow-methods'), /POST|\*/);
            assert.match(header(response, 'access-control-allow-headers'), /authorization.*content-type.*x-stainless-os|^\*$/i);
        }
    });

    test('answers, streams and errors may be read by a page', async () => {
        for (const response of [
            await ask('gpt', {}, { headers: { origin } }), await ask('gpt', { stream: true }, { headers: { origin } }),
            await ask('nobody', {}, { headers: { origin } }), await ask('gpt', {}, { headers: { origin }, key: null }),
        ]) {
            await response.text();
            assert.ok(['*', origin].includes(header(response, 'access-control-allow-origin')), `${response.status}`);
        }
    });
});

describe('headers:', () => {
    test('an answer says where it comes from', async () => {
        for (const stream of [false, true]) {
            const response = await ask('gpt', { stream });
            await response.text();
            assert.match(header(response, 'x-litellm-call-id'), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
            assert.equal(header(response, 'x-litellm-model-id'), 'd-gpt');
            assert.equal(header(response, 'x-litellm-model-group'), 'gpt');
            assert.equal(header(response, 'x-litellm-model-api-base'), `${provider.url}/v1`);
            assert.equal(header(response, 'x-litellm-attempted-retries'), '0');
            assert.equal(header(response, 'x-litellm-attempted-fallbacks'), '0');
            assert.ok(Number(header(response, 'x-litellm-overhead-duration-ms')) >= 0);
            assert.ok(Number(header(response, 'x-litellm-response-duration-ms')) >= 0);
            assert.ok(header(response, 'x-litellm-version'));
            assert.match(header(response, 'content-type'), stream ? /^text\/event-stream; ?charset=utf-8$/ : /^application\/json/);
        }
    });

    test('a caller\'s call id comes back, on errors too', async () => {
        const headers = { 'x-litellm-call-id': 'my-call-1' };
        assert.equal(header(await ask('gpt', {}, { headers }), 'x-litellm-call-id'), 'my-call-1');
        assert.equal(header(await ask('nobody', {}, { headers }), 'x-litellm-call-id'), 'my-call-1');
    });

    test('the provider\'s headers come as llm_provider-*, its limits also under their own names', async () => {
        const headers = { 'x-request-id': 'req_1', 'x-ratelimit-remaining-requests': '4999', 'x-ratelimit-limit-tokens': '800000' };
        provider.script([{ ...whole('openai'), headers }]);
        const response = await ask('gpt');
        assert.equal(header(response, 'llm_provider-x-request-id'), 'req_1');
        assert.equal(header(response, 'llm_provider-x-ratelimit-remaining-requests'), '4999');
        assert.equal(header(response, 'x-ratelimit-remaining-requests'), '4999');
        assert.equal(header(response, 'x-ratelimit-limit-tokens'), '800000');
    });

    test('a provider cannot set cookies, addresses or other headers of ours', async () => {
        provider.script([{ ...whole('openai'), headers: { 'set-cookie': 'a=b', 'x-litellm-model-id': 'forged', location: 'http://evil.example', 'access-control-allow-origin': 'http://evil.example' } }]);
        const response = await ask('gpt');
        assert.equal(header(response, 'set-cookie'), null);
        assert.equal(header(response, 'location'), null);
        assert.equal(header(response, 'x-litellm-model-id'), 'd-gpt');
        assert.notEqual(header(response, 'access-control-allow-origin'), 'http://evil.example');
    });

    test('an unknown model is a 400 that names it', async () => {
        const response = await ask('nobody');
        assert.equal(response.status, 400);
        assert.match((await response.json()).error.message, /nobody/);
    });
});

describe('routing:', () => {
    const answering = id => provider.log().filter(entry => entry.body.model === id).length;
    const times = (count, model) => Promise.all(Array.from({ length: count }, async () => {
        const response = await ask(model);
        await response.text();
        return response;
    }));

    test('entries that share a name share the work', async () => {
        const answers = await times(80, 'twins');
        assert.ok(answers.every(response => response.status === 200));
        assert.ok(answering('twin-a') >= 10 && answering('twin-b') >= 10, `${answering('twin-a')} and ${answering('twin-b')}`);
        assert.deepEqual([...new Set(answers.map(response => header(response, 'x-litellm-model-id')))].sort(), ['d-twin-a', 'd-twin-b']);
    });

    test('a weight of nothing gets nothing', async () => {
        await times(40, 'weighted');
        assert.equal(answering('all'), 40);
    });

    test('where all weigh nothing all are equal', async () => {
        await times(60, 'weightless');
        assert.ok(answering('zero-a') >= 5 && answering('zero-b') >= 5);
    });

    test('a deployment is found by its id', async () => {
        const response = await ask('d-twin-b');
        assert.equal(response.status, 200);
        assert.equal(provider.last().body.model, 'twin-b');
    });

    test('a wildcard fills in what it caught', async () => {
        assert.equal((await ask('vendor/large')).status, 200);
        assert.equal(provider.last().body.model, 'vendor-large');
    });

    test('a 429 is tried again after the time that the provider asks for', async () => {
        provider.script([failure('openai', 429, 'slow down', { headers: { 'retry-after': '1' } }), whole('openai', { text: 'now' })]);
        const response = await ask('patient');
        assert.equal((await response.json()).choices[0].message.content, 'now');
        assert.equal(header(response, 'x-litellm-attempted-retries'), '1');
        const [first, second] = provider.log();
        assert.ok(second.at - first.at >= 950, `${second.at - first.at} ms`);
    });

    test('a stream is tried again as long as nothing of it was seen', async () => {
        provider.script([failure('openai', 503, 'busy', { headers: { 'retry-after': '1' } }), streamed('openai', { text: 'now' })]);
        const response = await ask('patient', { stream: true });
        assert.match(await response.text(), /data: \[DONE\]/);
        assert.equal(header(response, 'x-litellm-attempted-retries'), '1');
    });

    test('a 400 is not tried again', async () => {
        provider.script([failure('openai', 400, 'nonsense')]);
        assert.equal((await ask('patient')).status, 400);
        assert.equal(provider.log().length, 1);
    });

    test('a retry goes to another deployment of the group', async () => {
        provider.script([request => (request.body.model === 'twin-a' ? failure('openai', 500, 'down') : whole('openai'))]);
        const answers = await Promise.all(Array.from({ length: 20 }, () => ask('twins', { num_retries: 1 })));
        assert.deepEqual([...new Set(answers.map(response => response.status))], [200]);
        assert.ok(answering('twin-a') > 0);
    });

    test('when a group fails the next one answers, and says so', async () => {
        provider.script([request => (request.body.model === 'third-choice' ? whole('openai', { text: 'saved', model: 'third-choice-2026' }) : failure('openai', 500, 'down'))]);
        const response = await ask('first-choice');
        const answer = await response.json();
        assert.equal(response.status, 200);
        assert.equal(answer.choices[0].message.content, 'saved');
        assert.equal(header(response, 'x-litellm-attempted-fallbacks'), '2');
        assert.deepEqual(provider.log().map(entry => entry.body.model), ['first-choice', 'second-choice', 'third-choice']);
    });

    test('fallbacks rescue streams and the other door', async () => {
        provider.script([request => (request.body.model === 'first-choice' ? failure('openai', 500, 'down') : (request.body.stream ? streamed('openai', { text: 'saved' }) : whole('openai', { text: 'saved' })))]);
        const stream = await ask('first-choice', { stream: true });
        assert.match(await stream.text(), /data: \[DONE\]/);
        const other = await post(gateway, '/v1/messages', message('first-choice'));
        assert.equal((await other.json()).content[0].text, 'saved');
    });

    test('when all fail the first error is the answer', async () => {
        provider.script([request => failure('openai', request.body.model === 'first-choice' ? 429 : 500, `${request.body.model} is down`)]);
        const response = await ask('first-choice');
        assert.equal(response.status, 429);
        assert.match((await response.json()).error.message, /first-choice is down/);
    });

    test('fallbacks may also stand under litellm_settings', async () => {
        const other = await start(`${standardConfig(provider, { models })}\nlitellm_settings:\n  fallbacks: [{first-choice: [second-choice]}]\n`);
        try {
            provider.script([request => (request.body.model === 'first-choice' ? failure('openai', 500, 'down') : whole('openai', { text: 'saved' }))]);
            const response = await post(other, '/v1/chat/completions', chat('first-choice'));
            assert.equal((await response.json()).choices[0].message.content, 'saved');
        } finally {
            await other.stop();
        }
    });
});

describe('mock_response:', () => {
    test('answers whole and streamed, at both doors, without any network', async () => {
        const text = 'This is a canned answer — without any network.';
        const whole_ = await (await ask('mocked')).json();
        assert.equal(whole_.choices[0].message.content, text);
        assert.ok(whole_.usage.total_tokens > 0);
        const stream = events(await (await ask('mocked', { stream: true })).text());
        assert.equal(stream.map(each => each.data.choices?.[0]?.delta?.content ?? '').join(''), text);
        assert.equal(stream[stream.length - 1].data, '[DONE]');
        assert.ok(stream.length > 5, 'in pieces');
        const anthropic = await (await post(gateway, '/v1/messages', message('mocked-claude'))).json();
        assert.equal(anthropic.content[0].text, 'Canned too.');
        const anthropicStream = events(await (await post(gateway, '/v1/messages', message('mocked-claude', 'Hi', { stream: true }))).text());
        assert.equal(anthropicStream.map(each => each.data.delta?.text ?? '').join(''), 'Canned too.');
        assert.equal(anthropicStream[anthropicStream.length - 1].event, 'message_stop');
        assert.equal(provider.log().length, 0);
    });

    test('can stand for an error', async () => {
        const response = await ask('mocked-limit');
        assert.equal(response.status, 429);
        assert.equal((await response.json()).error.type, 'throttling_error');
    });

    test('of a caller is ignored', async () => {
        const answer = await (await ask('gpt', { mock_response: 'forged' })).json();
        assert.equal(answer.choices[0].message.content, 'Hello from the provider.');
        assert.equal(provider.last().body.mock_response, undefined);
    });
});

describe('time-outs:', () => {
    for (const stream of [false, true]) {
        test(`of the deployment, ${stream ? 'streamed' : 'whole'}`, async () => {
            provider.script([{ hang: true }]);
            const response = await ask('hasty', { stream });
            assert.equal(response.status, 408);
            assert.equal(Number(header(response, 'x-litellm-timeout')), 0.3);
            assert.match((await response.json()).error.message, /timed out/i);
            await provider.until(log => log[0].closedEarly, 'the early close');
        });
    }

    test('of the request, in a header or in the body', async () => {
        for (const [more, headers] of [[{}, { 'x-litellm-timeout': '0.2' }], [{ timeout: 0.2 }, {}], [{ request_timeout: 0.2 }, {}]]) {
            provider.script([{ hang: true }]);
            const response = await ask('gpt', more, { headers });
            assert.equal(response.status, 408);
            assert.equal(Number(header(response, 'x-litellm-timeout')), 0.2);
        }
    });
});

describe('TLS:', () => {
    let directory, key, certificate;
    before(() => {
        directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-tls-'));
        [key, certificate] = [path.join(directory, 'key.pem'), path.join(directory, 'certificate.pem')];
        execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'], { stdio: 'ignore' });
    });
    after(() => rmSync(directory, { recursive: true, force: true }));

    const secureAsk = (port, body) => new Promise((resolve, reject) => {
        const call = https.request({ host: '127.0.0.1', port, method: 'POST', path: '/v1/chat/completions', ca: readFileSync(certificate), headers: { authorization: `Bearer ${masterKey}`, 'content-type': 'application/json' } }, response => {
            let text = '';
            response.setEncoding('utf8').on('data', piece => { text += piece; }).on('end', () => resolve({ status: response.statusCode, text })).on('error', reject);
        });
        call.on('error', reject).end(JSON.stringify(body));
    });

    test('the door speaks HTTPS with a given certificate', async () => {
        const secure = await start(standardConfig(provider), { args: ['--ssl_certfile_path', certificate, '--ssl_keyfile_path', key], scheme: 'https' });
        try {
            const answer = await secureAsk(secure.port, chat('gpt'));
            assert.equal(answer.status, 200, answer.text);
            assert.match((await secureAsk(secure.port, chat('gpt', 'Hi', { stream: true }))).text, /data: \[DONE\]/);
            await assert.rejects(fetch(`http://127.0.0.1:${secure.port}/health/liveliness`), 'plain HTTP is not spoken there');
            assert.equal((await secureAsk(secure.port, chat('gpt'))).status, 200);
        } finally {
            await secure.stop();
        }
    });

    test('a provider with an own authority is trusted only when the configuration names it', async () => {
        const hidden = await startProvider({ tls: { key: readFileSync(key), cert: readFileSync(certificate) } });
        try {
            for (const trusted of [false, true]) {
                const gate = await start(`${standardConfig(hidden)}\nlitellm_settings:\n  ssl_verify: ${trusted ? certificate : true}\n`);
                try {
                    const response = await post(gate, '/v1/chat/completions', chat('gpt'));
                    assert.equal(response.status, trusted ? 200 : 500, await response.clone().text());
                    if (!trusted) assert.equal(hidden.log().length, 0, 'nothing is told to a stranger');
                } finally {
                    await gate.stop();
                }
            }
        } finally {
            await hidden.close();
        }
    });
});

test('providers are reached through the proxy that the environment names', async () => {
    const far = standardConfig({ url: 'http://api.provider.test' });
    const other = await start(far, { env: { http_proxy: provider.url } });
    try {
        const response = await post(other, '/v1/chat/completions', chat('gpt'));
        assert.equal(response.status, 200, await response.text());
        assert.equal(provider.last().path, 'http://api.provider.test/v1/chat/completions');
    } finally {
        await other.stop();
    }
});

test('several workers share one port, and each of them serves', async () => {
    const many = await start(standardConfig(provider), { args: ['--workers', '4'] });
    try {
        const statuses = await Promise.all(Array.from({ length: 60 }, async () => {
            const response = await post(many, '/v1/chat/completions', chat('gpt'), { headers: { connection: 'close' } });
            await response.text();
            return response.status;
        }));
        assert.deepEqual([...new Set(statuses)], [200]);
        const { data } = await (await get(many, '/traffic')).json();
        assert.equal(data.length, 60, 'one list for all workers');
    } finally {
        await many.stop();
    }
});

test('after all that the gateway serves', () => assertServes(gateway));
