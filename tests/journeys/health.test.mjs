// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// How the deployments are: asked by their mode, shown to operators, put into drills, watched in the background.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { eventually, events, get, post, stage } from './harness.mjs';

const key = 'sk-provider-of-modes';
const entry = (name, model, info = '') => `  - model_name: ${name}
    litellm_params: {model: ${model}, api_base: PROVIDER/v1, api_key: ${key}}
    model_info: {id: d-${name}${info}}
`;

const answers = {
    '/v1/chat/completions': { body: { id: 'c', object: 'chat.completion', created: 1, model: 'm', choices: [{ index: 0, message: { role: 'assistant', content: '2' }, finish_reason: 'stop' }], usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } }, headers: { 'x-ratelimit-remaining-requests': '41' } },
    '/v1/completions': { body: { id: 'c', object: 'text_completion', created: 1, model: 'm', choices: [{ index: 0, text: '2', finish_reason: 'stop' }] } },
    '/v1/responses': { body: { id: 'resp_1', object: 'response', created_at: 1, status: 'completed', model: 'm', output: [{ type: 'message', id: 'msg_1', role: 'assistant', status: 'completed', content: [{ type: 'output_text', text: '2', annotations: [] }] }], usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 } } },
    '/v1/embeddings': { body: { object: 'list', data: [{ object: 'embedding', index: 0, embedding: [0.5] }], model: 'm', usage: { prompt_tokens: 1, total_tokens: 1 } } },
    '/v1/moderations': { body: { id: 'modr-1', model: 'm', results: [{ flagged: false, categories: {}, category_scores: {} }] } },
    '/v1/images/generations': { body: { created: 1, data: [{ url: 'http://example.com/a.png' }] } },
    '/v1/audio/speech': { base64: 'AAAA', headers: { 'content-type': 'audio/mpeg' } },
    '/v1/audio/transcriptions': { body: { text: '' } },
    '/v1/rerank': { body: { id: 'r', results: [{ index: 0, relevance_score: 0.5 }] } },
};
const byPath = request => answers[request.path.split('?')[0]] ?? { status: 404, body: { error: { message: `no ${request.path}` } } };
const send = (gateway, method, route, options = {}) => get(gateway, route, { method, ...options });
const states = async gateway => Object.fromEntries((await (await get(gateway, '/health/deployments')).json()).deployments.map(each => [each.id, each]));

describe('each mode', () => {
    let scene;
    const models = entry('text', 'openai/gpt-3.5-turbo-instruct', ', mode: completion') + entry('reply', 'openai/gpt-5-codex', ', mode: responses, health_check_max_tokens: 20')
        + entry('embed', 'openai/text-embedding-3-small', ', mode: embedding') + entry('judge', 'openai/omni-moderation-latest', ', mode: moderation')
        + entry('paint', 'openai/gpt-image-1', ', mode: image_generation') + entry('voice', 'openai/tts-1', ', mode: audio_speech, health_check_voice: nova')
        + entry('ear', 'openai/whisper-1', ', mode: audio_transcription') + entry('rank', 'hosted_vllm/reranker', ', mode: rerank')
        + entry('live', 'openai/gpt-realtime', ', mode: realtime') + entry('any/*', 'openai/*', ', health_check_model: openai/gpt-4o-mini').replace('any/*', '"any/*"').replace('d-any/*', 'd-any')
        + entry('every/*', 'openai/*').replace('every/*', '"every/*"').replace('d-every/*', 'd-every');
    before(async () => { scene = await stage({ models }); });
    after(() => scene?.stop());
    beforeEach(() => scene.provider.script(byPath));
    const asked = path => scene.provider.log().find(each => each.path === path);

    test('is asked as a request of its kind would be', async () => {
        const response = await get(scene.gateway, '/health');
        const health = await response.json();
        assert.equal(response.status, 200);
        const well = health.healthy_endpoints.map(each => each.model_id).sort();
        assert.deepEqual(health.unhealthy_endpoints.filter(each => each.model_id !== 'd-claude'), []);
        assert.deepEqual(well, ['d-any', 'd-ear', 'd-embed', 'd-gpt', 'd-judge', 'd-paint', 'd-rank', 'd-reply', 'd-text', 'd-voice']);
        assert.deepEqual(asked('/v1/completions').body, { model: 'gpt-3.5-turbo-instruct', prompt: 'test from litellm', max_tokens: 16 });
        assert.deepEqual(asked('/v1/responses').body, { model: 'gpt-5-codex', input: 'test from litellm', max_output_tokens: 20, store: false });
        assert.deepEqual(asked('/v1/embeddings').body, { model: 'text-embedding-3-small', input: ['test from litellm'], encoding_format: 'float' });
        assert.equal(asked('/v1/moderations').body.model, 'omni-moderation-latest');
        assert.equal(asked('/v1/images/generations').body.prompt, 'test from litellm');
        assert.deepEqual(asked('/v1/audio/speech').body, { model: 'tts-1', input: 'test from litellm', voice: 'nova' });
        assert.match(asked('/v1/audio/transcriptions').headers['content-type'], /^multipart\/form-data; boundary=/);
        assert.match(asked('/v1/audio/transcriptions').text, /name="model"\r\n\r\nwhisper-1[^]*filename="silence\.wav"[^]*RIFF/);
        assert.deepEqual(asked('/v1/rerank').body.documents, ['my sample text']);
        const chats = scene.provider.log().filter(each => each.path === '/v1/chat/completions').map(each => each.body.model).sort();
        assert.deepEqual(chats, ['gpt-4o', 'gpt-4o-mini'], 'a wildcard without a health_check_model is not asked');
        assert.equal(health.healthy_endpoints.find(each => each.model_id === 'd-gpt')['x-ratelimit-remaining-requests'], '41');
    });

    test('what was found is shown beside the live figures', async () => {
        await get(scene.gateway, '/health?model_id=d-gpt');
        const { last_check: check } = await (await get(scene.gateway, '/health/deployments/d-gpt')).json();
        assert.equal(check.ok, true);
        assert.ok(Math.abs(Date.parse(check.at) - Date.now()) < 10000);
    });

    test('model and model_id pick, and what does not exist is a 404', async () => {
        const ids = async query => (await (await get(scene.gateway, `/health?${query}`)).json()).healthy_endpoints.map(each => each.model_id);
        assert.deepEqual(await ids('model=embed'), ['d-embed']);
        assert.deepEqual(await ids('model=openai/tts-1'), ['d-voice']);
        assert.deepEqual(await ids('model_id=d-ear'), ['d-ear']);
        assert.equal((await get(scene.gateway, '/health?model=nobody')).status, 404);
        assert.equal((await get(scene.gateway, '/health?model_id=gpt')).status, 404);
    });
});

describe('a check', () => {
    test('is signed and goes with a token where a request would', async () => {
        const models = `  - model_name: azure
    litellm_params: {model: azure/my-gpt, api_base: PROVIDER, tenant_id: my-tenant, client_id: my-app, client_secret: hush-hush}
    model_info: {id: d-azure}
  - model_name: bedrock
    litellm_params: {model: bedrock/anthropic.claude-3-haiku-20240307-v1:0, api_base: PROVIDER, aws_access_key_id: AKIAJOURNEY, aws_secret_access_key: hush-aws, aws_region_name: us-east-1}
    model_info: {id: d-bedrock}
`;
        const scene = await stage({ models, args: ['--workers', '1'], env: provider => ({ AZURE_AUTHORITY_HOST: provider.url }) });
        scene.provider.script([{ match: { path: '/oauth2/' }, body: { access_token: 'entra-1', token_type: 'Bearer', expires_in: 3599 } },
            { match: { path: '/converse' }, body: { output: { message: { role: 'assistant', content: [{ text: '2' }] } }, stopReason: 'end_turn', usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 } } },
            answers['/v1/chat/completions']]);
        const azure = await (await get(scene.gateway, '/health?model=azure')).json();
        assert.equal(azure.healthy_count, 1, JSON.stringify(azure));
        assert.equal(scene.provider.log().at(-1).headers.authorization, 'Bearer entra-1');
        const bedrock = await (await get(scene.gateway, '/health?model=bedrock')).json();
        assert.equal(bedrock.healthy_count, 1, JSON.stringify(bedrock));
        assert.match(scene.provider.log().at(-1).headers.authorization, /^AWS4-HMAC-SHA256 Credential=AKIAJOURNEY\//);
        assert.doesNotMatch(JSON.stringify([azure, bedrock]) + scene.gateway.logs(), /hush/);
        await scene.stop();
    });

    test('takes no longer than it may', async () => {
        const scene = await stage({ models: entry('slow', 'openai/slow', ', health_check_timeout: 0.3') });
        scene.provider.script([{ hang: true }]);
        const began = Date.now();
        const response = await get(scene.gateway, '/health?model=slow');
        assert.equal(response.status, 503);
        assert.ok(Date.now() - began < 5000);
        const [ill] = (await response.json()).unhealthy_endpoints;
        assert.equal(ill.exception_status, 408);
        assert.match(ill.error, /timed out/);
        await scene.stop();
    });

    test('waits for its turn where only one may run', async () => {
        const scene = await stage({ general: '  health_check_concurrency: 1' });
        scene.provider.script([{ match: { path: '/v1/messages' }, delay: 0.3, status: 500, body: {} }, { ...answers['/v1/chat/completions'], delay: 0.3 }]);
        assert.equal((await get(scene.gateway, '/health')).status, 200);
        const [first, second] = scene.provider.log();
        assert.ok(second.at - first.at >= 280, `${second.at - first.at} ms between the two`);
        await scene.stop();
    });

    test('ends when the asker leaves', async () => {
        const scene = await stage();
        scene.provider.script([{ hang: true }]);
        await assert.rejects(get(scene.gateway, '/health?model=gpt', { signal: AbortSignal.timeout(300) }));
        await eventually(() => scene.provider.log().every(each => each.closedEarly), 'the end of the check');
        await scene.stop();
    });
});

describe('the administrator', () => {
    let scene;
    before(async () => { scene = await stage(); });
    after(() => scene?.stop());
    const ready = () => get(scene.gateway, '/health/readiness', { key: null });

    test('sees each deployment and nobody else does', async () => {
        const { 'd-gpt': gpt, 'd-claude': claude } = await states(scene.gateway);
        assert.equal(gpt.state, 'closed');
        assert.equal(gpt.model_group, 'gpt');
        assert.equal(gpt.provider, 'openai');
        assert.equal(gpt.until, null);
        assert.equal(claude.last_check, null);
        for (const route of ['/health/deployments', '/health/deployments/d-gpt']) {
            assert.equal((await get(scene.gateway, route, { key: null })).status, 401);
            assert.equal((await get(scene.gateway, route, { key: 'sk-somebody' })).status, 401);
        }
    });

    test('begins and ends a drill', async () => {
        const begun = await (await post(scene.gateway, '/health/deployments/d-gpt/outage', { minutes: 5 })).json();
        assert.equal(begun.state, 'open');
        assert.equal(begun.reason, 'simulated outage');
        assert.ok(begun.seconds_left > 295 && begun.seconds_left <= 300);
        assert.ok(Math.abs(Date.parse(begun.outage_until) - Date.now() - 300000) < 10000);
        assert.equal((await states(scene.gateway))['d-gpt'].state, 'open');
        const health = await (await get(scene.gateway, '/health?model=gpt')).json();
        assert.equal(health.unhealthy_endpoints[0].error, 'simulated outage');
        const ended = await send(scene.gateway, 'DELETE', '/health/deployments/d-gpt/outage');
        assert.equal(ended.status, 200);
        assert.equal((await ended.json()).state, 'closed');
        await scene.gateway.says(/deployment d-gpt \(gpt\) was given a simulated outage of 5 minutes by an administrator/);
    });

    test('closes a deployment now', async () => {
        await post(scene.gateway, '/health/deployments/d-gpt/outage', { minutes: 0.5 });
        const closed = await post(scene.gateway, '/health/deployments/d-gpt/close', '');
        assert.equal(closed.status, 200);
        assert.equal((await closed.json()).state, 'closed');
        assert.equal((await get(scene.gateway, '/health?model=gpt')).status, 200);
    });

    test('alone may do so, and must say how long', async () => {
        for (const [method, door] of [['POST', 'close'], ['POST', 'outage'], ['DELETE', 'outage']]) {
            assert.equal((await send(scene.gateway, method, `/health/deployments/d-gpt/${door}`, { key: null })).status, 401);
            assert.equal((await send(scene.gateway, method, `/health/deployments/nobody/${door}`)).status, 404);
        }
        for (const body of ['', '{}', '{"minutes": 0}', '{"minutes": -3}', '{"minutes": "5"}', '{"minutes": 100000}']) {
            const refused = await post(scene.gateway, '/health/deployments/d-gpt/outage', body);
            assert.equal(refused.status, 400, body);
            assert.match((await refused.json()).detail.error, /minutes/);
        }
        assert.equal((await states(scene.gateway))['d-gpt'].state, 'closed');
    });

    test('finds these doors listed', async () => {
        const { routes } = await (await get(scene.gateway, '/routes', { key: null })).json();
        const methods = path => routes.find(each => each.path === path)?.methods;
        assert.deepEqual(methods('/health/deployments'), ['GET']);
        assert.deepEqual(methods('/health/deployments/{id}/close'), ['POST']);
        assert.deepEqual(methods('/health/deployments/{id}/outage'), ['POST', 'DELETE']);
        assert.deepEqual(methods('/v1/chat/completions'), ['POST']);
        for (const route of routes) assert.ok(route.name && route.endpoint, route.path);
    });

    test('is told why the gateway is not ready, a stranger only that', async () => {
        assert.equal((await ready()).status, 200);
        await post(scene.gateway, '/health/deployments/d-gpt/outage', { minutes: 1 });
        assert.equal((await ready()).status, 200, 'claude still serves');
        await post(scene.gateway, '/health/deployments/d-claude/outage', { minutes: 1 });
        const stranger = await ready();
        assert.equal(stranger.status, 503);
        assert.deepEqual(Object.keys(await stranger.json()), ['status', 'db', 'detail']);
        const told = await (await get(scene.gateway, '/health/readiness')).json();
        assert.deepEqual(told.deployments.map(each => [each.id, each.state]), [['d-gpt', 'open'], ['d-claude', 'open']]);
        assert.equal((await get(scene.gateway, '/health/liveliness', { key: null })).status, 200);
        for (const id of ['d-gpt', 'd-claude']) await send(scene.gateway, 'DELETE', `/health/deployments/${id}/outage`);
        assert.equal((await ready()).status, 200);
    });
});

describe('a drill', () => {
    test('shows that the fallback serves', async () => {
        const scene = await stage({ settings: '  fallbacks: [{gpt: [claude]}]' });
        const ask = () => post(scene.gateway, '/v1/chat/completions', { model: 'gpt', messages: [{ role: 'user', content: 'Hello?' }] });
        await post(scene.gateway, '/health/deployments/d-gpt/outage', { minutes: 5 });
        assert.equal((await ask()).status, 200);
        assert.deepEqual(scene.provider.log().map(each => each.path), ['/v1/messages']);
        await send(scene.gateway, 'DELETE', '/health/deployments/d-gpt/outage');
        await post(scene.gateway, '/health/deployments/d-gpt/close', '');
        assert.equal((await ask()).status, 200);
        assert.equal(scene.provider.log().at(-1).path, '/v1/chat/completions');
        await scene.stop();
    });
});

describe('in the background', () => {
    const general = '  background_health_checks: true\n  health_check_interval: 1';

    test('deployments are asked again and again, and /health tells what was found', async () => {
        const scene = await stage({ general, models: entry('quiet', 'openai/quiet', ', disable_background_health_check: true') });
        await eventually(async () => (await states(scene.gateway))['d-claude'].last_check, 'the first round');
        const count = scene.provider.log().length;
        const asked = Date.now();
        const health = await (await get(scene.gateway, '/health')).json();
        assert.equal(health.healthy_count, 2);
        assert.ok(Date.parse(health.healthy_endpoints[0].checked_at) <= asked);
        assert.ok(scene.provider.log().length <= count + 2, 'no more than a round that came by');
        scene.provider.script([{ match: { path: '/v1/messages' }, status: 500, body: { error: { message: 'down' } } }, answers['/v1/chat/completions']]);
        await scene.gateway.says(/health check: deployment d-claude \(claude\) is not well: /);
        const later = await (await get(scene.gateway, '/health')).json();
        assert.deepEqual(later.unhealthy_endpoints.map(each => each.model_id), ['d-claude']);
        assert.equal((await states(scene.gateway))['d-claude'].state, 'closed', 'nothing rests unless that is asked for');
        scene.provider.script();
        await scene.gateway.says(/health check: deployment d-claude \(claude\) is well again/);
        assert.ok(scene.provider.log().every(each => each.body.model !== 'quiet'));
        const quiet = await (await get(scene.gateway, '/health?model=quiet')).json();
        assert.equal(quiet.healthy_count, 1, 'who asks for it by name gets it asked');
        await scene.stop();
    });

    test('what fails rests where that is asked for, until it is well again', async () => {
        const models = entry('gpt', 'openai/gpt-4o-other').replace('d-gpt', 'd-other');
        const scene = await stage({ general: `${general}\n  enable_health_check_routing: true\n  health_check_staleness_threshold: 600`, models });
        const stop = new AbortController();
        const answer = await get(scene.gateway, '/events?kinds=breaker', { signal: stop.signal });
        let heard = '';
        (async () => { for await (const piece of answer.body) heard += Buffer.from(piece); })().catch(() => {});
        const told = () => events(heard).filter(each => each.event === 'breaker').map(each => [each.data.subject, each.data.state]);
        const ill = { match: { model: 'gpt-4o-other' }, status: 401, body: { error: { message: 'no such key' } } };
        scene.provider.script([ill, answers['/v1/chat/completions']]);
        const other = await eventually(async () => {
            const found = (await states(scene.gateway))['d-other'];
            return found.state === 'open' && found;
        }, 'the rest');
        assert.match(other.reason, /^health check: .*no such key/);
        assert.ok(other.seconds_left > 590 && other.seconds_left <= 600);
        scene.provider.script();
        await eventually(async () => (await states(scene.gateway))['d-other'].state === 'closed', 'its end');
        await eventually(() => told().length >= 2, 'two events');
        assert.deepEqual(told(), [['d-other', 'open'], ['d-other', 'closed']]);
        stop.abort();
        const page = await (await get(scene.gateway, '/metrics')).text();
        assert.match(page, /litellm_deployment_cooled_down_total\{[^}]*model_id="d-other"[^}]*\} 1\n/);
        await scene.stop();
    });

    test('without details only names are said', async () => {
        const scene = await stage({ general: `${general}\n  health_check_details: false` });
        const endpoints = await eventually(async () => {
            const { healthy_endpoints: found } = await (await get(scene.gateway, '/health')).json();
            return found[0]?.checked_at && found;
        }, 'the first round');
        assert.deepEqual(Object.keys(endpoints[0]), ['model', 'model_id', 'checked_at']);
        await scene.stop();
    });
});
