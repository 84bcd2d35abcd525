// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What a gateway tells of providers before they are configured: which there are, what they have, whether a key works.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, test } from 'node:test';

import { closedAddress, startProvider } from '../fake_provider/provider.mjs';
import { assertServes, cleanEnvironment, filesBelow, get, masterKey, openaiKey, post, program, stage } from './harness.mjs';
import { missing, startKeyring } from './keyring.mjs';

const right = 'sk-right-provider-key-0123456789', wrong = 'sk-wrong-provider-key-9876543210';
const environment = 'gsk-of-the-environment-0123WXYZ';
const secrets = [openaiKey, right, wrong, environment, masterKey];

let scene;
before(async () => {
    scene = await stage({ env: { GROQ_API_KEY: environment, OPENAI_API_KEY: right, HIDDEN_KEY: right }, general: '  store_model_in_db: true\ncredential_list:\n  - credential_name: shared\n    credential_values: {api_key: ' + right + '}\n    credential_info: {}' });
});
after(() => scene.stop());
beforeEach(() => scene.provider.script([]));

const told = async (response, status = 200) => {
    const text = await response.text();
    assert.equal(response.status, status, text);
    for (const secret of secrets) assert.ok(!text.includes(secret), text);
    return JSON.parse(text);
};
const ask = async (route, status) => told(await get(scene.gateway, route), status);
const say = async (route, body, status) => told(await post(scene.gateway, route, body), status);
const discover = (body, status) => say('/providers/discover', { provider: 'openai', api_base: `${scene.provider.url}/v1`, ...body }, status);
const connect = (params, more = {}, status = 200) => say('/health/test_connection', { litellm_params: { model: 'openai/gpt-4o', api_base: `${scene.provider.url}/v1`, api_key: right, ...params }, ...more }, status);

/// A provider with a list of models, for whoever has the key.
const keyed = body => ({ headers }) => (headers.authorization === `Bearer ${right}` ? { body } : { status: 401, body: { error: { message: `Incorrect API key provided: ${headers.authorization}` } } });
const openAiList = { object: 'list', data: [{ id: 'gpt-4o', object: 'model' }, { id: 'of-my-own', object: 'model' }, { id: 'text-embedding-new' }] };

describe('who may ask', () => {
    test('only the administrator', async () => {
        for (const route of ['/providers', '/catalogue', '/providers/local', '/environment/found'])
            assert.equal((await get(scene.gateway, route, { key: null })).status, 401, route);
        const { key } = await say('/key/generate', {});
        for (const route of ['/providers', '/catalogue', '/providers/local', '/environment/found'])
            assert.ok([401, 403].includes((await get(scene.gateway, route, { key })).status), route);
        for (const route of ['/providers/discover', '/health/test_connection'])
            assert.ok([401, 403].includes((await post(scene.gateway, route, {}, { key })).status), route);
        assert.equal(scene.provider.log().length, 0);
    });
});

describe('the tables', () => {
    test('the providers, and how this gateway stands to them', async () => {
        const { providers } = await ask('/providers');
        assert.ok(providers.length > 100);
        const of = name => providers.find(each => each.name === name);
        assert.equal(of('openai').deployments, 1);
        assert.equal(of('openai').state, 'closed');
        assert.equal(of('groq').is_ready, true);
        assert.deepEqual(of('groq').parameters[0], { name: 'api_key', title: 'API key', variables: ['GROQ_API_KEY'], found: 'GROQ_API_KEY', is_secret: true, is_required: true });
        assert.equal(of('mistral').is_ready, false);
        assert.equal(of('ollama').is_local, true);
        assert.equal(of('text-completion-openai').variant_of, 'openai');
        assert.equal((await ask('/providers?provider=groq')).providers.length, 1);
        await ask('/providers?provider=nobody', 404);
    });

    test('what the environment holds', async () => {
        const { found } = await ask('/environment/found');
        assert.deepEqual(found.map(each => each.provider).sort(), ['groq', 'openai']);
        const groq = found.find(each => each.provider === 'groq');
        assert.deepEqual(groq.variables, [{ name: 'GROQ_API_KEY', parameter: 'api_key', is_secret: true, hint: '…WXYZ' }]);
        assert.deepEqual(groq.litellm_params, { api_key: 'os.environ/GROQ_API_KEY' });
        assert.equal(groq.is_used, false);
    });

    test('the catalogue', async () => {
        const { models, matched, total } = await ask('/catalogue?provider=openai&q=gpt-4o&limit=3');
        assert.equal(models.length, 3);
        assert.ok(matched > 3 && total > 1000);
        const { models: [mini] } = await ask('/catalogue?q=openai/gpt-4o-mini&provider=openai');
        assert.equal(mini.model, 'openai/gpt-4o-mini');
        assert.equal(mini.input_cost_per_million, 0.15);
        assert.ok(mini.capabilities.includes('function_calling'));
        await ask('/catalogue?limit=many', 400);
    });
});

describe('asking a provider for its models', () => {
    test('with the right key, the list and what is known of it', async () => {
        scene.provider.script(keyed(openAiList));
        const answer = await discover({ api_key: right });
        assert.equal(answer.status, 'success');
        assert.equal(answer.is_complete, true);
        assert.equal(scene.provider.last().path, '/v1/models');
        assert.equal(scene.provider.last().method, 'GET');
        const [known, own, embedding] = answer.models;
        assert.equal(known.known, true);
        assert.equal(known.input_cost_per_million, 2.5);
        assert.equal(known.max_input_tokens, 128000);
        assert.deepEqual([own.known, own.model, own.input_cost_per_million], [false, 'openai/of-my-own', null]);
        assert.equal(embedding.mode, 'embedding');
    });

    test('by a reference and by a credential', async () => {
        scene.provider.script(keyed(openAiList));
        assert.equal((await discover({ api_key: 'os.environ/HIDDEN_KEY' })).status, 'success');
        assert.equal((await discover({ credential: 'shared' })).status, 'success');
    });

    test('the environment\'s key goes to no other address', async () => {
        scene.provider.script({ body: openAiList });
        // A region or an organization is no credential.
        for (const beside of [{}, { aws_region_name: 'eu-west-1' }, { organization: 'org-1' }, { api_key: null }]) {
            assert.equal((await discover(beside)).status, 'success');
            assert.equal(scene.provider.last().headers.authorization, undefined, JSON.stringify(beside));
        }
    });

    test('with the wrong key it is said so, and the key is not repeated', async () => {
        scene.provider.script(keyed(openAiList));
        const answer = await discover({ api_key: wrong });
        assert.deepEqual([answer.status, answer.reason, answer.http_status], ['error', 'key_refused', 401]);
        assert.match(answer.message, /OpenAI refused the key/);
    });

    test('in each dialect', async () => {
        const base = scene.provider.url;
        const once = async (body, reply, path) => {
            scene.provider.script({ body: reply });
            const answer = await say('/providers/discover', { api_key: right, ...body });
            assert.equal(answer.status, 'success', JSON.stringify(answer));
            assert.equal(scene.provider.last().path, path);
            return answer.models.map(each => each.id);
        };
        assert.deepEqual(await once({ provider: 'anthropic', api_base: base }, { data: [{ type: 'model', id: 'claude-x' }], has_more: false }, '/v1/models?limit=1000'), ['claude-x']);
        assert.equal(scene.provider.last().headers['x-api-key'], right);
        assert.deepEqual(await once({ provider: 'gemini', api_base: base }, { models: [{ name: 'models/gemini-x', supportedGenerationMethods: ['generateContent'] }] }, '/v1beta/models?pageSize=1000'), ['gemini-x']);
        assert.deepEqual(await once({ provider: 'ollama', api_base: base }, { models: [{ name: 'llama3.2:3b', size: 1 }] }, '/api/tags'), ['llama3.2:3b']);
        assert.deepEqual(await once({ provider: 'cohere', api_base: base }, { models: [{ name: 'command-x', endpoints: ['chat'] }] }, '/v1/models?page_size=1000'), ['command-x']);
        assert.deepEqual(await once({ provider: 'together_ai', api_base: `${base}/v1` }, [{ id: 'a/b', type: 'chat' }], '/v1/models'), ['a/b']);
        const keys = { aws_access_key_id: 'AKIAEXAMPLE', aws_secret_access_key: right, aws_region_name: 'eu-west-1', api_key: undefined };
        assert.deepEqual(await once({ provider: 'bedrock', api_base: base, ...keys }, { modelSummaries: [{ modelId: 'amazon.nova-x' }] }, '/foundation-models'), ['amazon.nova-x']);
        assert.match(scene.provider.last().headers.authorization, /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d+\/eu-west-1\/bedrock/);
    });

    test('what comes instead of a list is said in a word', async () => {
        const reason = async reply => {
            scene.provider.script(reply);
            const answer = await discover({ api_key: right });
            assert.equal(answer.status, 'error', JSON.stringify(answer));
            return answer.reason;
        };
        assert.equal(await reason({ status: 404, body: {} }), 'not_found');
        assert.equal(await reason({ status: 429, body: {} }), 'rate_limited');
        assert.equal(await reason({ status: 500, text: 'x' }), 'provider_error');
        assert.equal(await reason({ status: 302, headers: { location: 'http://127.0.0.1:1/' }, text: '' }), 'provider_error');
        assert.equal(await reason({ text: '<html>Welcome</html>' }), 'unreadable');
        assert.equal(await reason({ body: { data: 'nothing' } }), 'unreadable');
        assert.equal(await reason({ body: openAiList, cut: true }), 'unreadable');
        assert.equal(await reason({ garbage: true }), 'unreachable');
        assert.equal(await reason({ reset: true }), 'unreachable');
        assert.equal(await reason({ body: { data: [{ id: 'x'.repeat(9 << 20) }] } }), 'too_large');
        assert.equal((await discover({ api_base: await closedAddress(), api_key: right })).reason, 'unreachable');
        assert.equal((await discover({ api_base: 'not an address', api_key: right })).status, 'error');
        assert.equal((await discover({ api_base: 'file:///etc/passwd', api_key: right })).status, 'error');
        scene.provider.script([]);
        await assertServes(scene.gateway);
    });

    test('silence ends after ten seconds', async () => {
        scene.provider.script({ hang: true });
        assert.equal((await discover({ api_key: right })).reason, 'timeout');
    });

    test('a caller who leaves takes the question along', async () => {
        scene.provider.script({ hang: true });
        const leaving = new AbortController();
        const asked = post(scene.gateway, '/providers/discover', { provider: 'openai', api_base: `${scene.provider.url}/v1` }, { signal: leaving.signal }).catch(error => error.name);
        await scene.provider.until(log => log.length > 0, 'the question');
        leaving.abort();
        assert.equal(await asked, 'AbortError');
        await scene.provider.until(log => log[0].closedEarly, 'the end of the question');
    });

    test('a very long list is cut', async () => {
        scene.provider.script({ body: { data: Array.from({ length: 20000 }, (_, i) => ({ id: `model-${i}` })) } });
        const answer = await discover({ api_key: right });
        assert.equal(answer.models.length, 5000);
        assert.equal(answer.is_complete, false);
    });

    test('what cannot be asked is said before anybody is', async () => {
        assert.equal((await say('/providers/discover', { provider: 'azure', api_key: right })).reason, 'no_list');
        const none = await discover({ api_key: 'os.environ/NO_SUCH_KEY' });
        assert.deepEqual([none.reason, none.http_status], ['not_configured', null]);
        assert.match(none.message, /NO_SUCH_KEY is not set/);
        assert.equal((await discover({ api_key: 'file//etc/passwd' })).reason, 'not_configured');
        assert.equal((await discover({ api_key: 'os.environ/LITELLM_MASTER_KEY' })).reason, 'not_configured');
        assert.equal((await discover({ credential: 'nobody' })).reason, 'not_configured');
        assert.equal((await say('/providers/discover', { provider: 'databricks', api_key: right })).reason, 'not_configured');
        for (const body of [{}, { provider: 7 }, { provider: 'nobody' }, [], 'x']) await say('/providers/discover', body, 400);
        assert.equal(scene.provider.log().length, 0);
    });
});

describe('a keyring', { skip: missing.length ? `there is no ${missing.join(', ')}; packaging/setup --for test installs it` : false }, () => {
    test('a key that was just put there is tried out', async () => {
        const keyring = await startKeyring();
        const other = await stage({ env: keyring.env });
        try {
            const asked = async () => (await post(other.gateway, '/providers/discover', { provider: 'openai', api_base: `${other.provider.url}/v1`, api_key: 'keychain/mine' })).json();
            other.provider.script(keyed(openAiList));
            assert.equal((await asked()).reason, 'not_configured');
            const set = spawnSync(program, ['key', 'set', 'mine'], { encoding: 'utf8', timeout: 20000, input: right, env: cleanEnvironment(keyring.env) });
            assert.equal(set.status, 0, set.stderr);
            assert.deepEqual((await Promise.all([asked(), asked(), asked()])).map(each => each.status), ['success', 'success', 'success']);
            assert.ok(!other.gateway.logs().includes(right));
        } finally {
            await other.stop();
            await keyring.stop();
        }
    });
});

describe('a connection is tested', () => {
    test('by one real call, told with what it used and cost', async () => {
        const answer = await connect({});
        assert.equal(answer.status, 'success', JSON.stringify(answer));
        assert.equal(answer.mode, 'chat');
        assert.deepEqual(Object.keys(answer.usage), ['prompt_tokens', 'completion_tokens', 'total_tokens']);
        assert.ok(answer.cost > 0 && answer.cost < 0.001);
        assert.equal(scene.provider.last().body.model, 'gpt-4o');
        assert.equal(scene.provider.last().body.max_tokens ?? scene.provider.last().body.max_completion_tokens, 16);
        assert.equal(scene.provider.last().headers.authorization, `Bearer ${right}`);
    });

    test('with a reference, a credential, in another mode', async () => {
        assert.equal((await connect({ api_key: 'os.environ/HIDDEN_KEY' })).status, 'success');
        assert.equal(scene.provider.last().headers.authorization, `Bearer ${right}`);
        assert.equal((await connect({ api_key: undefined, litellm_credential_name: 'shared' })).status, 'success');
        assert.equal(scene.provider.last().headers.authorization, `Bearer ${right}`);
        scene.provider.script({ body: { object: 'list', data: [{ object: 'embedding', index: 0, embedding: [0.5] }], model: 'e', usage: { prompt_tokens: 4, total_tokens: 4 } } });
        const embedded = await connect({ model: 'openai/text-embedding-3-small' }, { mode: 'embedding' });
        assert.equal(embedded.status, 'success', JSON.stringify(embedded));
        assert.equal(embedded.usage.prompt_tokens, 4);
        assert.equal(scene.provider.last().path, '/v1/embeddings');
    });

    test('a refusal is told as LiteLLM tells it, without the key that was echoed', async () => {
        scene.provider.script(keyed({}));
        const answer = await connect({ api_key: wrong });
        assert.equal(answer.status, 'error');
        assert.match(answer.result.error, /AuthenticationError/);
        assert.deepEqual([answer.result.exception_status, answer.result.reason], [401, 'key_refused']);
        assert.deepEqual([answer.usage, answer.cost], [null, null]);
    });

    test('what cannot be called is said', async () => {
        assert.equal((await connect({ api_base: await closedAddress() })).result.reason, 'unreachable');
        scene.provider.script({ hang: true });
        assert.equal((await connect({}, { model_info: { health_check_timeout: 0.2 } })).result.reason, 'timeout');
        scene.provider.script([]);
        assert.equal((await connect({ model: 'nobody-knows-me', api_base: undefined })).result.reason, 'not_configured');
        assert.equal((await connect({ model: 'openai/*' })).result.reason, 'not_configured');
        assert.equal((await connect({ api_key: 'keychain/there-is-none' })).result.reason, 'not_configured');
        await connect({}, { mode: 'video_generation' }, 400);
        await connect({ model: undefined }, {}, 400);
        await say('/health/test_connection', { litellm_params: [] }, 400);
        await say('/health/test_connection', '{', 400);
        assert.equal(scene.provider.log().length, 0);
    });

    test('nothing is left of it', async () => {
        const before = await ask('/health/deployments');
        await connect({});
        assert.deepEqual((await ask('/health/deployments')).deployments.map(each => each.id), before.deployments.map(each => each.id));
        assert.deepEqual((await ask('/health/deployments')).deployments.map(each => each.last_check), before.deployments.map(each => each.last_check));
    });
});

describe('servers on this machine', () => {
    let ollama, studio, silent, plain;
    before(async () => {
        [ollama, studio, silent, plain] = await Promise.all([startProvider(), startProvider(), startProvider(), startProvider()]);
        const paths = table => ({ path }) => (table[path] === undefined ? { status: 404, text: 'no' } : { body: table[path] });
        ollama.script(paths({ '/v1/models': { data: [{ id: 'llama3.2:3b' }] }, '/api/version': { version: '0.5.7' }, '/api/tags': { models: [{ name: 'llama3.2:3b', size: 2019393189 }, { name: 'nomic-embed-text:latest', size: 274302450 }] } }));
        studio.script(paths({ '/v1/models': { data: [{ id: 'qwen3' }] }, '/api/v0/models': { data: [{ id: 'qwen3', type: 'llm', max_context_length: 32768 }] } }));
        silent.script({ hang: true });
        plain.script({ garbage: true });
    });
    after(() => Promise.all([ollama, studio, silent, plain].map(each => each.close())));

    test('are found, told apart and ready to be stored', async () => {
        const closed = Number(new URL(await closedAddress()).port);
        const ports = [ollama.port, studio.port, silent.port, plain.port, closed];
        const answer = await ask(`/providers/local?ports=${ports}`);
        assert.deepEqual(answer.asked, ports);
        const [first, second] = answer.servers;
        assert.equal(answer.servers.length, 2);
        assert.deepEqual([first.kind, first.version, first.api_base, first.needs_key], ['ollama', '0.5.7', `http://127.0.0.1:${ollama.port}`, false]);
        assert.deepEqual(first.models.map(each => each.litellm_params.model), ['ollama_chat/llama3.2:3b', 'ollama/nomic-embed-text:latest']);
        assert.deepEqual([second.kind, second.models[0].context, second.models[0].litellm_params.model], ['lm_studio', 32768, 'lm_studio/qwen3']);
        assert.equal(second.is_used, false);
        await say('/model/new', { model_name: second.models[0].model_name, litellm_params: second.models[0].litellm_params, model_info: second.models[0].model_info });
        assert.equal((await ask(`/providers/local?ports=${studio.port}`)).servers[0].is_used, true);
    });

    test('this gateway is none of them', async () => {
        assert.deepEqual((await ask(`/providers/local?ports=${scene.gateway.port}`)).servers, []);
    });

    test('ports that are none are refused, and the usual ones are asked', async () => {
        for (const ports of ['0', '65536', '-1', 'x', '80,', '1 2', Array.from({ length: 33 }, (_, i) => i + 1).join()])
            await ask(`/providers/local?ports=${encodeURIComponent(ports)}`, ports === '80,' ? 200 : 400);
        const { asked } = await ask('/providers/local');
        assert.ok(asked.includes(11434) && asked.includes(1234) && asked.includes(8000));
    });
});

test('no key has reached the log or a file', () => {
    for (const secret of [right, wrong, environment]) {
        assert.ok(!scene.gateway.logs().includes(secret));
        for (const file of filesBelow(scene.gateway.dataDirectory)) assert.ok(!readFileSync(file).includes(secret), file);
    }
});
