// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Models, credentials and settings that are added at run time: in use at once, there after a restart, sealed at rest.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, test } from 'node:test';

import { startProvider } from '../fake_provider/provider.mjs';
import { chat, filesBelow, get, masterKey, post, stage, standardConfig, start } from './harness.mjs';
import { missing, startPostgres } from './postgres.mjs';

const secret = 'sk-stored-provider-key-0123456789';
const salt = { LITELLM_SALT_KEY: 'a salt of its own' };
const send = async (gateway, method, route, body) => {
    const response = await post(gateway, route, body ?? '', { method, ...(body === undefined ? { body: undefined } : {}) });
    const text = await response.text();
    return { status: response.status, json: JSON.parse(text), text };
};
const ok = async (...words) => {
    const answer = await send(...words);
    assert.equal(answer.status, 200, answer.text);
    return answer.json;
};
const asks = async (gateway, model) => {
    const response = await post(gateway, '/v1/chat/completions', chat(model));
    return { status: response.status, text: await response.text() };
};
const serves = async (gateway, model) => {
    const { status, text } = await asks(gateway, model);
    assert.equal(status, 200, text);
};
const lastKey = provider => provider.log().at(-1).headers.authorization;
const infoOf = async (gateway, id) => (await (await get(gateway, '/v1/model/info')).json()).data.find(each => each.model_info.id === id);

function scenes(general) {
    let scene;
    const restart = async (env = salt) => {
        scene.gateway.signal('SIGTERM');
        await scene.gateway.ended;
        scene.gateway = await start(undefined, { env, words: ['--config', scene.configFile], args: ['--data-dir', scene.directory] });
    };
    const model = (name, more = {}) => ({
        model_name: name, litellm_params: { model: 'openai/gpt-4o', api_base: `${scene.provider.url}/v1`, api_key: secret, ...more }, model_info: { id: `id-${name}` },
    });
    before(async () => {
        scene = await stage({ env: salt, general: `  store_model_in_db: true\n${general()}` });
        Object.assign(scene, { directory: scene.gateway.dataDirectory, configFile: scene.gateway.configFile });
    });
    after(async () => {
        await scene.gateway.stop();
        await scene.stop();
    });
    beforeEach(() => scene.provider.script([]));

    test('a model is usable as soon as it was added, and there after a restart', async () => {
        const row = await ok(scene.gateway, 'POST', '/model/new', model('late'));
        assert.equal(row.model_id, 'id-late');
        assert.equal(row.model_name, 'late');
        assert.equal(row.litellm_params.model, 'openai/gpt-4o');
        assert.ok(row.created_at && row.updated_at && row.created_by);
        assert.ok(!JSON.stringify(row).includes(secret));
        await serves(scene.gateway, 'late');
        assert.equal(lastKey(scene.provider), `Bearer ${secret}`);
        const info = await infoOf(scene.gateway, 'id-late');
        assert.equal(info.model_info.db_model, true);
        assert.ok(!JSON.stringify(info).includes(secret));
        await restart();
        await serves(scene.gateway, 'late');
        assert.equal(lastKey(scene.provider), `Bearer ${secret}`);
    });

    test('twenty at once are all there when their answers are', async () => {
        const names = Array.from({ length: 20 }, (_, i) => `many-${i}`);
        await Promise.all(names.map(async name => {
            await ok(scene.gateway, 'POST', '/model/new', model(name));
            await serves(scene.gateway, name);
        }));
        for (const name of names) await ok(scene.gateway, 'POST', '/model/delete', { id: `id-${name}` });
        assert.notEqual((await asks(scene.gateway, 'many-3')).status, 200);
    });

    test('it is changed in part, and deleted', async () => {
        await ok(scene.gateway, 'PATCH', '/model/id-late/update', { litellm_params: { rpm: 100 } });
        await serves(scene.gateway, 'late');
        assert.equal(lastKey(scene.provider), `Bearer ${secret}`);
        assert.equal((await infoOf(scene.gateway, 'id-late')).litellm_params.rpm, 100);
        await ok(scene.gateway, 'POST', '/model/update', { model_info: { id: 'id-late' }, litellm_params: { api_key: 'sk-another' } });
        await serves(scene.gateway, 'late');
        assert.equal(lastKey(scene.provider), 'Bearer sk-another');
        assert.deepEqual(await ok(scene.gateway, 'POST', '/model/delete', { id: 'id-late' }), { message: 'Model: id-late deleted successfully' });
        assert.notEqual((await asks(scene.gateway, 'late')).status, 200);
    });

    test('it is taken out of service and put back', async () => {
        await ok(scene.gateway, 'POST', '/model/new', model('paused'));
        await serves(scene.gateway, 'paused');
        const names = async () => (await (await get(scene.gateway, '/v1/models')).json()).data.map(each => each.id);
        await ok(scene.gateway, 'PATCH', '/model/id-paused/update', { blocked: true });
        for (const name of ['paused', 'id-paused']) {
            const answer = await asks(scene.gateway, name);
            assert.equal(answer.status, 403, answer.text);
            assert.match(answer.text, /Model is blocked/);
        }
        assert.equal((await infoOf(scene.gateway, 'id-paused')).model_info.blocked, true);
        assert.ok(!(await names()).includes('paused'));
        await ok(scene.gateway, 'PATCH', '/model/id-paused/update', { model_info: { blocked: false } });
        await serves(scene.gateway, 'paused');
        assert.ok((await names()).includes('paused'));
        await ok(scene.gateway, 'POST', '/model/delete', { id: 'id-paused' });
    });

    test('what cannot be is refused, and the configuration stays as it was', async () => {
        const refused = async (status, pattern, method, route, body) => {
            const answer = await send(scene.gateway, method, route, body);
            assert.equal(answer.status, status, answer.text);
            assert.match(answer.text, pattern);
            assert.ok(!answer.text.includes(secret));
        };
        await refused(422, /model_name/, 'POST', '/model/new', { ...model('x'), model_name: undefined });
        await refused(422, /litellm_params/, 'POST', '/model/new', { model_name: 'x' });
        await refused(400, /must be a number/, 'POST', '/model/new', model('x', { rpm: 'many' }));
        await refused(400, /LLM Provider NOT provided/, 'POST', '/model/new', model('x', { model: 'nobody', api_base: undefined }));
        await refused(400, /file\/ is only followed/, 'POST', '/model/new', model('x', { api_key: 'file//etc/passwd' }));
        await refused(400, /file\/ is only followed/, 'POST', '/model/new', model('x', { extra_headers: { a: ['file//etc/passwd'] } }));
        await refused(400, /is in the configuration file/, 'POST', '/model/new', { ...model('x'), model_info: { id: 'd-gpt' } });
        await refused(400, /Cannot edit config-based model/, 'PATCH', '/model/d-gpt/update', { litellm_params: {} });
        await refused(404, /not found/, 'PATCH', '/model/nobody/update', { litellm_params: {} });
        await refused(400, /not found in db/, 'POST', '/model/delete', { id: 'nobody' });
        await refused(400, /id not provided/, 'POST', '/model/update', {});
        for (const key of ['sk-nobody']) assert.equal((await post(scene.gateway, '/model/new', model('x'), { key })).status, 401);
        await serves(scene.gateway, 'gpt');
    });

    test('a model of the file is taken over by POST /model/update, and given back by deleting', async () => {
        await ok(scene.gateway, 'POST', '/model/update', { ...model('gpt'), model_info: { id: 'd-gpt' } });
        await serves(scene.gateway, 'gpt');
        assert.equal(lastKey(scene.provider), `Bearer ${secret}`);
        await ok(scene.gateway, 'POST', '/model/delete', { id: 'd-gpt' });
        await serves(scene.gateway, 'gpt');
        assert.notEqual(lastKey(scene.provider), `Bearer ${secret}`);
    });

    test('a credential is shared by models, masked in answers, and changed for all of them', async () => {
        const values = { api_key: secret, api_base: `${scene.provider.url}/v1` };
        assert.deepEqual(await ok(scene.gateway, 'POST', '/credentials', { credential_name: 'shared', credential_values: values, credential_info: { description: 'ours' } }),
            { success: true, message: 'Credential created successfully' });
        await ok(scene.gateway, 'POST', '/model/new', { model_name: 'by-credential', litellm_params: { model: 'openai/gpt-4o', litellm_credential_name: 'shared' }, model_info: { id: 'id-c' } });
        await serves(scene.gateway, 'by-credential');
        assert.equal(lastKey(scene.provider), `Bearer ${secret}`);
        const { credentials, success } = await ok(scene.gateway, 'GET', '/credentials');
        assert.equal(success, true);
        const shared = credentials.find(each => each.credential_name === 'shared');
        assert.deepEqual(shared.credential_info, { description: 'ours' });
        assert.ok(shared.credential_values.api_key && !JSON.stringify(credentials).includes(secret));
        assert.deepEqual(await ok(scene.gateway, 'GET', '/credentials/by_name/shared'), shared);
        assert.equal((await send(scene.gateway, 'GET', '/credentials/by_name/nobody')).status, 404);
        await ok(scene.gateway, 'GET', '/credentials/by_model/id-c');
        await ok(scene.gateway, 'PATCH', '/credentials/shared', { credential_values: { api_key: 'sk-rotated' } });
        await serves(scene.gateway, 'by-credential');
        assert.equal(lastKey(scene.provider), 'Bearer sk-rotated');
        await restart();
        await serves(scene.gateway, 'by-credential');
        assert.equal(lastKey(scene.provider), 'Bearer sk-rotated');
        await ok(scene.gateway, 'DELETE', '/credentials/shared');
        assert.equal((await send(scene.gateway, 'DELETE', '/credentials/shared')).status, 404);
        assert.equal((await send(scene.gateway, 'PATCH', '/credentials/shared', {})).status, 404);
        assert.equal((await post(scene.gateway, '/credentials', {}, { key: 'sk-nobody' })).status, 401);
    });

    test('settings lie over the file, and are checked', async () => {
        await ok(scene.gateway, 'POST', '/config/update', { general_settings: { completion_model: 'claude' }, environment_variables: { SOME_KEY: secret } });
        await serves(scene.gateway, 'gpt');
        assert.match(scene.provider.log().at(-1).path, /messages/);
        const field = await ok(scene.gateway, 'GET', '/config/field/info?field_name=completion_model');
        assert.deepEqual(field, { field_name: 'completion_model', field_value: 'claude' });
        const list = await ok(scene.gateway, 'GET', '/config/list?config_type=general_settings');
        assert.equal(list.find(each => each.field_name === 'completion_model').field_value, 'claude');
        await restart();
        await serves(scene.gateway, 'gpt');
        assert.match(scene.provider.log().at(-1).path, /messages/);
        await ok(scene.gateway, 'POST', '/config/field/delete', { field_name: 'completion_model', config_type: 'general_settings' });
        await serves(scene.gateway, 'gpt');
        assert.doesNotMatch(scene.provider.log().at(-1).path, /messages/);
        for (const [body, pattern] of [
            [{ general_settings: { master_key: 'sk-new' } }, /must stand in the configuration file/],
            [{ general_settings: { nonsense: 1 } }, /Invalid field/],
            [{ router_settings: { num_retries: 'many' } }, /must be a whole number/],
            [{ router_settings: [] }, /must be an object/],
        ]) {
            const answer = await send(scene.gateway, 'POST', '/config/update', body);
            assert.equal(answer.status, 400, answer.text);
            assert.match(answer.text, pattern);
        }
    });

    test('another salt key is said, and what it cannot open is left out', async () => {
        await ok(scene.gateway, 'POST', '/model/new', model('sealed'));
        await restart({ LITELLM_SALT_KEY: 'another' });
        await scene.gateway.says(/the model 'id-sealed' is left out: a stored secret was sealed with another salt key; set LITELLM_SALT_KEY/);
        await serves(scene.gateway, 'gpt');
        assert.notEqual((await asks(scene.gateway, 'sealed')).status, 200);
        await restart();
        await serves(scene.gateway, 'sealed');
    });

    test('no secret is in any file or in the log', async () => {
        scene.gateway.signal('SIGTERM');
        await scene.gateway.ended;
        for (const text of [scene.gateway.logs(), ...filesBelow(scene.directory).map(file => readFileSync(file, 'latin1'))]) {
            for (const each of [secret, 'sk-rotated', 'sk-another', salt.LITELLM_SALT_KEY, masterKey]) assert.ok(!text.includes(each));
        }
    });
}

describe('SQLite', () => scenes(() => ''));

describe('PostgreSQL', { skip: missing }, () => {
    let database;
    before(async () => { database = await startPostgres(); });
    scenes(() => `  database_url: ${database.url}`);
    after(() => database.stop());

    test('a second gateway on the same database takes over what the first was given', async () => {
        const provider = await startProvider();
        const config = standardConfig(provider, { general: `  store_model_in_db: true\n  database_url: ${database.url}` });
        const [one, two] = await Promise.all([start(config, { env: salt }), start(config, { env: salt })]);
        await ok(one, 'POST', '/model/new', { model_name: 'told', litellm_params: { model: 'openai/gpt-4o', api_base: `${provider.url}/v1`, api_key: secret } });
        const end = Date.now() + 40000;
        while ((await asks(two, 'told')).status !== 200) assert.ok(Date.now() < end, 'the second gateway never heard of it');
        await Promise.all([one.stop(), two.stop()]);
        await provider.close();
    });
});

test('without store_model_in_db models are refused as LiteLLM refuses them', async () => {
    const scene = await stage();
    const { status, text } = await send(scene.gateway, 'POST', '/model/new', { model_name: 'x', litellm_params: { model: 'openai/x' } });
    assert.equal(status, 500);
    assert.match(text, /STORE_MODEL_IN_DB/);
    await scene.stop();
});
