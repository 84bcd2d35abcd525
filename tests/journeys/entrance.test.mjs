// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What the configuration says of doors and of what calls must bring, whoever calls; and the log of who changed what.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { get, post, stage } from './harness.mjs';
import { call, manage, newKey, refusedBy } from './people.mjs';
import { missing, startPostgres } from './postgres.mjs';

/// A scene with lines of general_settings.
async function within(general, look) {
    const scene = await stage({ general });
    try {
        await look(scene.gateway);
    } finally {
        await scene.stop();
    }
}

test('only allowed addresses come in, and health stays open', () => within('  allowed_ips: [10.0.0.0/8]\n  use_x_forwarded_for: true\n', async gateway => {
    const refused = await get(gateway, '/v1/models');
    assert.equal(refused.status, 403);
    assert.match((await refused.json()).error.message, /Access forbidden: IP address 127\.0\.0\.1 not allowed/);
    assert.equal((await call(gateway, undefined)).status, 403);
    assert.equal((await get(gateway, '/health/liveliness')).status, 200);
    assert.equal((await call(gateway, undefined, { headers: { 'x-forwarded-for': '10.1.2.3' } })).status, 200);
}));

test('routes are allowed, public, or for administrators', () => within('  allowed_routes: [/v1/models, llm_api_routes, /key/generate, /key/info]\n  public_routes: [/v1/models]\n  admin_only_routes: [/v1/embeddings]\n', async gateway => {
    assert.equal((await get(gateway, '/v1/models', { key: '' })).status, 200);
    assert.equal((await get(gateway, '/key/list')).status, 403);
    const key = await newKey(gateway);
    assert.equal((await call(gateway, key)).status, 200);
    assert.equal((await call(gateway, '')).status, 401, 'only what is named is public');
    const refused = await post(gateway, '/v1/embeddings', { model: 'gpt', input: 'x' }, { key });
    assert.equal(refused.status, 403);
    assert.match(await refused.text(), /admin only route/);
}));

test('a public door to models charges nobody', () => within('  public_routes: [/v1/chat/completions]\n', async gateway => {
    const { status, headers } = await call(gateway, '');
    assert.equal(status, 200);
    assert.equal(headers.get('x-litellm-key-spend'), null);
    assert.equal((await get(gateway, '/key/info', { key: '' })).status, 401);
}));

test('calls bring a customer and what else is demanded, and no tags of their own', () => within('  enforce_user_param: true\n  enforced_params: [temperature]\n  reject_clientside_metadata_tags: true\n  user_header_name: x-who\n', async gateway => {
    const key = await newKey(gateway);
    const said = async (more, headers) => {
        const { status, body } = await call(gateway, key, { more, headers });
        return [status, body.error?.message ?? ''];
    };
    const [status, message] = await said({ temperature: 1 });
    assert.equal(status, 401);
    assert.match(message, /'user' param not passed in/);
    assert.match((await said({ user: 'ann' }))[1], /please pass param=temperature/);
    assert.match((await said({ user: 'ann', temperature: 1, metadata: { tags: ['x'] } }))[1], /'metadata\.tags' not allowed/);
    assert.equal((await said({ user: 'ann', temperature: 1 }))[0], 200);
    assert.equal((await said({ temperature: 1 }, { 'x-who': 'ann' }))[0], 200);
    const demanding = await newKey(gateway, { enforced_params: ['metadata.job'] });
    assert.equal((await call(gateway, demanding, { more: { user: 'ann', temperature: 1 } })).status, 400);
    assert.equal((await call(gateway, demanding, { more: { user: 'ann', temperature: 1, metadata: { job: 'x' } } })).status, 200);
}));

test('a tag of the configuration has a budget', async () => {
    const scene = await stage({ settings: 'litellm_settings:\n  tag_budget_config:\n    "chat-bot": {max_budget: 0.0001, budget_duration: 1d}\n' });
    try {
        const status = async tag => (await call(scene.gateway, undefined, { more: { tags: [tag] } })).status;
        assert.deepEqual([await status('chat-bot'), await status('chat-bot'), await status('chat-bot'), await status('other')], [200, 200, 429, 200]);
    } finally {
        await scene.stop();
    }
});

async function auditTells(gateway) {
    const { key, token } = await manage(gateway, '/key/generate', { key_alias: 'first', metadata: { logging: [{ callback_vars: { langfuse_secret_key: 'sk-lf-hidden' } }] } });
    await manage(gateway, '/tag/new', { name: 'audited', description: 'one' }, { headers: { 'litellm-changed-by': 'ann' } });
    await manage(gateway, '/tag/update', { name: 'audited', description: 'two' });
    await manage(gateway, '/tag/delete', { name: 'audited' });

    const page = await manage(gateway, '/audit?object_id=audited');
    assert.deepEqual([page.total, page.page, page.page_size, page.total_pages], [3, 1, 10, 1]);
    assert.deepEqual(page.audit_logs.map(each => each.action), ['deleted', 'updated', 'created']);
    const [deleted, updated, created] = page.audit_logs;
    assert.equal(created.changed_by, 'ann');
    assert.equal(created.table_name, 'LiteLLM_TagTable');
    assert.equal(created.before_value, null);
    assert.equal(updated.before_value.description, 'one');
    assert.equal(updated.updated_values.description, 'two');
    assert.equal(deleted.updated_values, null);
    assert.deepEqual(await manage(gateway, `/audit/${created.id}`), created);
    assert.equal((await refusedBy(gateway, '/audit/none')).status, 404);

    const small = await manage(gateway, '/audit?object_id=audited&page=2&page_size=2&sort_by=action&sort_order=asc');
    assert.deepEqual([small.audit_logs.length, small.audit_logs[0].action, small.total_pages], [1, 'updated', 2]);
    for (const [query, count] of [['changed_by=ann', 1], ['action=deleted&table_name=LiteLLM_TagTable', 1], ['table_name=None', 0], ['start_date=2100-01-01', 0], ["object_id=x'%20OR%201=1--", 0]])
        assert.equal((await manage(gateway, `/audit?${query}`)).total, count, query);

    const text = JSON.stringify(await manage(gateway, `/audit?object_id=${key}`));
    assert.ok(text.includes(token), 'a key is named by its hash');
    assert.ok(!text.includes(key) && !text.includes('sk-lf-hidden'), text);
    assert.equal((await get(gateway, '/audit', { key })).status, 401);
}

test('every change is told, with what it was before', () => within('', auditTells));

describe('PostgreSQL', { skip: missing }, () => {
    let database;
    before(async () => { database = await startPostgres(); });
    after(() => database.stop());

    test('tells the same', () => within(`  database_url: ${database.url}\n`, auditTells));
});

test('users are invited for a week', () => within('', async gateway => {
    await manage(gateway, '/user/new', { user_id: 'ann', auto_create_key: false });
    const made = await manage(gateway, '/invitation/new', { user_id: 'ann' });
    assert.equal(made.is_accepted, false);
    assert.ok(Math.abs(Date.parse(made.expires_at) - Date.now() - 7 * 86400000) < 5000);
    assert.equal((await manage(gateway, '/invitation/update', { invitation_id: made.id, is_accepted: true })).is_accepted, true);
    assert.equal((await manage(gateway, `/invitation/info?invitation_id=${made.id}`)).is_accepted, true);
    await manage(gateway, '/invitation/delete', { invitation_id: made.id });
    assert.equal((await refusedBy(gateway, `/invitation/info?invitation_id=${made.id}`)).status, 400);
    assert.equal((await refusedBy(gateway, '/invitation/new', { user_id: 'nobody' })).status, 400);
}));
