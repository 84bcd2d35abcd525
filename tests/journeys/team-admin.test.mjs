// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The day of a team's administrator: a team, a key, calls, what they cost, a budget for each model, a budget that is used up, a
// new key for an old one; and what those who are no administrators may not do. In SQLite and in PostgreSQL.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { startProvider } from '../fake_provider/provider.mjs';
import { chat, eventually, get, masterKey, post, standardConfig, start } from './harness.mjs';
import { missing, startPostgres } from './postgres.mjs';

const cost = 9.75e-05; // of one call to gpt

const ask = async (gateway, route, body, { key = masterKey, status = 200, method } = {}) => {
    const response = body === undefined && !method ? await get(gateway, route, { key }) : await post(gateway, route, body ?? {}, method ? { key, method } : { key });
    const text = await response.text();
    assert.equal(response.status, status, `${route}: ${text}`);
    return JSON.parse(text);
};
const call = (gateway, key, model = 'gpt', more = {}) => post(gateway, '/v1/chat/completions', chat(model, 'Hello?', more), { key });
const called = async (gateway, key, model = 'gpt') => {
    const response = await call(gateway, key, model);
    const text = await response.text();
    return { status: response.status, type: JSON.parse(text).error?.type, text };
};
const spendOf = async (gateway, key) => (await ask(gateway, `/key/info?key=${key}`)).info.spend;

/// A gateway that can be started again on the same data.
async function house(general = '', settings = '') {
    const provider = await startProvider();
    const data = mkdtempSync(path.join(tmpdir(), 'gatehouse-people-'));
    const begin = () => start(standardConfig(provider, { general, settings }), { args: ['--data-dir', data] });
    const self = { provider, gateway: await begin() };
    self.again = async () => { await self.gateway.stop(); self.gateway = await begin(); };
    self.stop = async () => { await self.gateway.stop(); await provider.close(); rmSync(data, { recursive: true, force: true }); };
    return self;
}

/// The seeds' own program.
async function wholeDay(scene) {
    const team = await ask(scene.gateway, '/team/new', { team_id: 'team-platform', team_alias: 'Platform Engineering', max_budget: 500.00, budget_duration: 'monthly', tpm_limit: 500_000, rpm_limit: 1_000, models: ['gpt', 'claude'] });
    assert.equal(team.team_id, 'team-platform');
    assert.equal(team.spend, 0);
    assert.deepEqual(team.members_with_roles.map(each => [each.user_id, each.role]), [['default_user_id', 'admin']]);
    const again = await ask(scene.gateway, '/team/new', { team_id: 'team-platform' }, { status: 400 });
    assert.match(again.error.message, /Team id = team-platform already exists/);

    const { key } = await ask(scene.gateway, '/key/generate', { user_id: 'user_8821', team_id: 'team-platform', key_alias: 'alice-dev-key', max_budget: 50.00, budget_duration: 'monthly', models: ['gpt'], tpm_limit: 100_000, metadata: { role: 'senior-engineer', department: 'platform' } });
    assert.match(key, /^sk-/);
    assert.equal((await called(scene.gateway, key)).status, 200);
    assert.equal((await called(scene.gateway, key, 'claude')).type, 'key_model_access_denied');

    const inspect = await ask(scene.gateway, '/team/info?team_id=team-platform');
    assert.equal(inspect.team_info.spend, cost);
    assert.equal(inspect.spend, cost);
    assert.equal(inspect.max_budget, 500);
    assert.equal(inspect.keys[0].spend, cost);
    assert.ok(!JSON.stringify(inspect).includes(key));
    const row = (await ask(scene.gateway, '/spend/logs?limit=10')).find(each => each.status === 'success');
    assert.equal(row.spend, cost);
    assert.equal(row.user, 'user_8821');
    assert.equal(row.team_id, 'team-platform');

    // A budget for each model: gpt's is used up by one call.
    const updated = await ask(scene.gateway, '/team/update', { team_id: 'team-platform', model_spend_map: { gpt: cost, claude: 300.00 } });
    assert.deepEqual(updated.data.model_spend_map, { gpt: cost, claude: 300 });
    assert.equal((await called(scene.gateway, key)).status, 200);
    const full = await called(scene.gateway, key);
    assert.equal(full.status, 429, full.text);
    assert.equal(full.type, 'budget_exceeded');
    await ask(scene.gateway, '/team/update', { team_id: 'team-platform', model_spend_map: { gpt: 50, claude: 300.00 } });

    await scene.again();

    // All of it is there again: the team, the key, what was spent.
    const later = await ask(scene.gateway, '/team/info?team_id=team-platform');
    assert.deepEqual(later.team_info.model_spend_map, { gpt: 50, claude: 300 });
    assert.equal(later.team_info.spend, 2 * cost);
    assert.equal(await spendOf(scene.gateway, key), 2 * cost);
    assert.equal((await called(scene.gateway, key)).status, 200);

    // The key's budget is used up, reset, and good again.
    await ask(scene.gateway, '/key/update', { key, max_budget: 3 * cost });
    const over = await called(scene.gateway, key);
    assert.equal(over.status, 429);
    assert.equal(over.type, 'budget_exceeded');
    const reset = await ask(scene.gateway, `/key/${(await ask(scene.gateway, '/key/list')).keys[0]}/reset_spend`, { reset_to: 0 });
    assert.equal(reset.previous_spend, 3 * cost);
    assert.equal(await spendOf(scene.gateway, key), 0);
    assert.equal((await called(scene.gateway, key)).status, 200);

    // A blocked team serves nobody, and a deleted one takes its keys along.
    await ask(scene.gateway, '/team/block', { team_id: 'team-platform' });
    assert.equal((await called(scene.gateway, key)).status, 401);
    await ask(scene.gateway, '/team/unblock', { team_id: 'team-platform' });
    assert.equal((await called(scene.gateway, key)).status, 200);
    await ask(scene.gateway, '/team/delete', { team_ids: ['team-platform'] });
    assert.equal((await called(scene.gateway, key)).status, 401);
    await ask(scene.gateway, '/team/info?team_id=team-platform', undefined, { status: 404 });
    const deleted = await ask(scene.gateway, '/key/list?status=deleted&return_full_object=true');
    assert.equal(deleted.keys[0].key_alias, 'alice-dev-key');
}

describe('the day of a team', () => {
    test('in SQLite', { timeout: 120000 }, async () => {
        const scene = await house();
        try { await wholeDay(scene); } finally { await scene.stop(); }
    });

    test('in PostgreSQL', { timeout: 120000, skip: missing }, async () => {
        const database = await startPostgres();
        const scene = await house(`  database_url: ${database.url}`);
        try { await wholeDay(scene); } finally { await scene.stop(); await database.stop(); }
    });
});

describe('who may what', () => {
    let scene, bob, ann;
    before(async () => {
        scene = await house();
        const make = async user_id => (await ask(scene.gateway, '/user/new', { user_id, user_role: 'internal_user' })).key;
        [ann, bob] = [await make('ann'), await make('bob')];
        await ask(scene.gateway, '/team/new', { team_id: 'crew', max_budget: 1, models: ['gpt'], members_with_roles: [{ role: 'admin', user_id: 'ann' }], team_member_budget: 0.5 });
    });
    after(() => scene.stop());

    test("a team's admin adds members, with budgets of their own, and makes them keys", async () => {
        const added = await ask(scene.gateway, '/team/member_add', { team_id: 'crew', member: { role: 'user', user_id: 'bob' }, max_budget_in_team: 0.25 }, { key: ann });
        assert.deepEqual(added.updated_users.map(each => each.user_id), ['bob']);
        assert.equal(added.updated_team_memberships[0].litellm_budget_table.max_budget, 0.25);
        const twice = await ask(scene.gateway, '/team/member_add', { team_id: 'crew', member: { role: 'user', user_id: 'bob' } }, { key: ann, status: 400 });
        assert.equal(twice.error.type, 'team_member_already_in_team');
        await ask(scene.gateway, '/team/member_update', { team_id: 'crew', user_id: 'bob', max_budget_in_team: cost }, { key: ann });
        const { key } = await ask(scene.gateway, '/key/generate', { team_id: 'crew', user_id: 'bob' }, { key: ann });
        assert.equal((await called(scene.gateway, key)).status, 200);
        assert.equal((await called(scene.gateway, key)).type, 'budget_exceeded');
        const info = await ask(scene.gateway, '/team/info?team_id=crew', undefined, { key: bob });
        assert.equal(info.team_memberships.find(each => each.user_id === 'bob').spend, cost);
        assert.equal(info.team_memberships.find(each => each.user_id === 'ann').litellm_budget_table.max_budget, 0.5);
    });

    test('and raises nothing that the administrator has set', async () => {
        await ask(scene.gateway, '/team/update', { team_id: 'crew', max_budget: 2 }, { key: ann, status: 403 });
        await ask(scene.gateway, '/team/update', { team_id: 'crew', models: ['gpt', 'claude'] }, { key: ann, status: 403 });
        await ask(scene.gateway, '/team/model/add', { team_id: 'crew', models: ['claude'] }, { key: ann, status: 403 });
        await ask(scene.gateway, '/team/update', { team_id: 'crew', team_alias: 'The crew', max_budget: 0.9 }, { key: ann });
        assert.equal((await ask(scene.gateway, '/team/info?team_id=crew')).team_info.max_budget, 0.9);
    });

    test('a member makes no keys of the team until its admin permits it', async () => {
        const refused = await ask(scene.gateway, '/key/generate', { team_id: 'crew' }, { key: bob, status: 401 });
        assert.equal(refused.error.type, 'team_member_permission_error');
        await ask(scene.gateway, '/team/permissions_update', { team_id: 'crew', team_member_permissions: ['/key/generate'] }, { key: ann });
        await ask(scene.gateway, '/key/generate', { team_id: 'crew' }, { key: bob });
    });

    test('nobody gives himself more than he has', async () => {
        await ask(scene.gateway, '/user/new', { user_id: 'boss', user_role: 'proxy_admin' });
        for (const [route, body, status] of [
            ['/user/new', { user_role: 'proxy_admin' }, 401],
            ['/user/update', { user_id: 'bob', user_role: 'proxy_admin' }, 403],
            ['/user/update', { user_id: 'bob', max_budget: 100 }, 403],
            ['/user/update', { user_id: 'ann', metadata: {} }, 403],
            ['/key/generate', { user_id: 'boss' }, 403],
            ['/key/generate', { user_id: 'ann' }, 403],
            ['/key/generate', { allowed_routes: ['/user/new'] }, 403],
            ['/key/generate', { key_type: 'llm_api', permissions: { get_spend_routes: true } }, 403],
            ['/key/update', { key: ann, max_budget: 1 }, 403],
            ['/key/delete', { keys: [ann] }, 403],
            ['/key/block', { key: ann }, 403],
            ['/key/regenerate', { key: ann }, 403],
            ['/team/new', { team_alias: 'mine' }, 401],
            ['/team/member_add', { team_id: 'crew', member: { role: 'admin', user_id: 'bob' } }, 403],
            ['/team/delete', { team_ids: ['crew'] }, 403],
            ['/organization/new', { organization_alias: 'mine' }, 401],
        ]) await ask(scene.gateway, route, body, { key: bob, status });
        // Nor does a team's admin act through somebody with an office.
        await ask(scene.gateway, '/team/member_add', { team_id: 'crew', member: { role: 'user', user_id: 'boss' } });
        await ask(scene.gateway, '/key/generate', { team_id: 'crew', user_id: 'boss' }, { key: ann, status: 403 });
        await ask(scene.gateway, `/user/info?user_id=ann`, undefined, { key: bob, status: 403 });
        await ask(scene.gateway, `/key/info?key=${ann}`, undefined, { key: bob, status: 403 });
        await ask(scene.gateway, '/key/list?user_id=ann', undefined, { key: bob, status: 403 });
        const own = await ask(scene.gateway, '/key/list?return_full_object=true', undefined, { key: bob });
        assert.deepEqual([...new Set(own.keys.map(each => each.user_id))], ['bob']);
    });

    test('a user who is deleted takes his keys and memberships along', async () => {
        const { key } = await ask(scene.gateway, '/user/new', { user_id: 'cora', teams: ['crew'] });
        assert.equal((await called(scene.gateway, key)).status, 200);
        assert.equal(await ask(scene.gateway, '/user/delete', { user_ids: ['cora'] }), 1);
        assert.equal((await called(scene.gateway, key)).status, 401);
        const info = await ask(scene.gateway, '/team/info?team_id=crew');
        assert.ok(!info.team_info.members_with_roles.some(each => each.user_id === 'cora'));
    });

    test('organizations bind their teams, and their admins steer them', async () => {
        await ask(scene.gateway, '/organization/new', { organization_id: 'org', organization_alias: 'Org', models: ['gpt'], max_budget: cost });
        await ask(scene.gateway, '/user/new', { user_id: 'olga', user_role: 'internal_user', auto_create_key: false });
        const olga = (await ask(scene.gateway, '/key/generate', { user_id: 'olga' })).key;
        await ask(scene.gateway, '/team/new', { team_id: 'orgteam', organization_id: 'org' }, { key: olga, status: 401 });
        const added = await ask(scene.gateway, '/organization/member_add', { organization_id: 'org', member: { role: 'org_admin', user_id: 'olga' } });
        assert.equal(added.updated_organization_memberships[0].user_role, 'org_admin');
        await ask(scene.gateway, '/team/new', { team_id: 'orgteam', organization_id: 'org' }, { key: olga });
        const { key } = await ask(scene.gateway, '/key/generate', { team_id: 'orgteam' }, { key: olga });
        assert.equal((await called(scene.gateway, key, 'claude')).type, 'org_model_access_denied');
        assert.equal((await called(scene.gateway, key)).status, 200);
        assert.equal((await called(scene.gateway, key)).type, 'budget_exceeded');
        const info = await ask(scene.gateway, '/organization/info?organization_id=org', undefined, { key: olga });
        assert.equal(info.spend, cost);
        assert.equal(info.litellm_budget_table.max_budget, cost);
        assert.deepEqual(info.teams.map(each => each.team_id), ['orgteam']);
        await ask(scene.gateway, '/organization/info?organization_id=org', undefined, { key: bob, status: 403 });
    });

    test('a project has a budget of its own', async () => {
        await ask(scene.gateway, '/team/new', { team_id: 'builders' });
        const project = await ask(scene.gateway, '/project/new', { project_id: 'tower', project_alias: 'The tower', team_id: 'builders', models: ['gpt'], max_budget: cost });
        assert.equal(project.litellm_budget_table.max_budget, cost);
        const { key } = await ask(scene.gateway, '/key/generate', { team_id: 'builders', project_id: 'tower' });
        assert.equal((await called(scene.gateway, key)).status, 200);
        assert.equal((await called(scene.gateway, key)).type, 'budget_exceeded');
        assert.equal((await ask(scene.gateway, '/project/info?project_id=tower')).spend, cost);
        await ask(scene.gateway, '/project/delete', { project_ids: ['tower'] }, { method: 'DELETE', status: 400 });
        await ask(scene.gateway, '/key/delete', { keys: [key] });
        await ask(scene.gateway, '/project/delete', { project_ids: ['tower'] }, { method: 'DELETE' });
        assert.deepEqual(await ask(scene.gateway, '/project/list'), []);
    });
});

describe('keys', () => {
    let scene;
    before(async () => { scene = await house(); });
    after(() => scene.stop());

    test('a key is replaced while it is in use, and no request is lost', { timeout: 60000 }, async () => {
        const { key } = await ask(scene.gateway, '/key/generate', { key_alias: 'turning', max_budget: 5 });
        const answers = [];
        let current = key, isOver = false;
        const caller = async () => {
            while (!isOver) {
                const used = current;
                const { status } = await called(scene.gateway, used);
                answers.push(status);
            }
        };
        const callers = Promise.all(Array.from({ length: 6 }, caller));
        for (let i = 0; i < 5; i++) {
            await eventually(() => answers.length > 20 * (i + 1), 'requests run');
            const before = current;
            const turned = await ask(scene.gateway, '/key/regenerate', { key: before, grace_period: '30s' });
            assert.notEqual(turned.key, before);
            assert.equal(turned.key_alias, 'turning');
            current = turned.key;
        }
        await eventually(() => answers.length > 140, 'requests run on');
        isOver = true;
        await callers;
        assert.deepEqual([...new Set(answers)], [200]);
        assert.equal((await called(scene.gateway, key)).status, 200, 'the first key is good for as long as it was given');
        const info = (await ask(scene.gateway, `/key/info?key=${current}`)).info;
        assert.equal(info.rotation_count, 5);
        assert.ok(info.spend > 0);
        await ask(scene.gateway, `/key/info?key=${key}`, undefined, { status: 404 });
    });

    test('without a time of grace the old key is good no more, and what it spent is kept', async () => {
        const { key } = await ask(scene.gateway, '/key/generate', { key_alias: 'short' });
        assert.equal((await called(scene.gateway, key)).status, 200);
        const turned = await ask(scene.gateway, `/key/${(await ask(scene.gateway, `/key/list?key_alias=short`)).keys[0]}/regenerate`, {});
        assert.equal(turned.spend, cost);
        assert.equal((await called(scene.gateway, key)).status, 401);
        assert.equal((await called(scene.gateway, turned.key)).status, 200);
        assert.equal(await spendOf(scene.gateway, turned.key), 2 * cost);
    });

    test('what an update does not say stays, and nothing is half done', async () => {
        const { key } = await ask(scene.gateway, '/key/generate', { key_alias: 'kept', max_budget: 1, duration: '1d', metadata: { a: 1 } });
        await ask(scene.gateway, '/key/update', { key, max_budget: null, tpm_limit: 5000 });
        let { info } = await ask(scene.gateway, `/key/info?key=${key}`);
        assert.equal(info.max_budget, 1);
        assert.equal(info.tpm_limit, 5000);
        assert.ok(info.expires);
        await ask(scene.gateway, '/key/update', { key, duration: '-1' });
        await ask(scene.gateway, '/key/update', { key, tpm_limit: 1, temp_budget_increase: 5 }, { status: 400 });
        ({ info } = await ask(scene.gateway, `/key/info?key=${key}`));
        assert.equal(info.expires, null);
        assert.equal(info.tpm_limit, 5000);
        await ask(scene.gateway, '/key/update', { key: 'sk-nobody-has-this-one' }, { status: 404 });
        const alias = await ask(scene.gateway, '/key/generate', { key_alias: 'kept' }, { status: 400 });
        assert.equal(alias.error.param, 'key_alias');
        assert.deepEqual((await ask(scene.gateway, '/key/delete', { key_aliases: ['kept'] })).deleted_keys.length, 1);
    });

    test('hostile requests are refused, and change nothing', async () => {
        const before = (await ask(scene.gateway, '/key/list')).total_count;
        const long = 'x'.repeat(5000);
        for (const route of ['/key/generate', '/key/update', '/key/delete', '/key/block', '/key/regenerate', '/key/bulk_update', '/key/x/reset_spend', '/user/update', '/user/bulk_update', '/user/delete', '/team/new', '/team/update', '/team/delete', '/team/member_add', '/team/member_delete', '/team/member_update', '/team/bulk_member_add', '/team/model/add', '/team/permissions_update', '/team/x/callback', '/organization/new', '/organization/member_add', '/project/new', '/project/update', '/v2/key/info']) {
            for (const body of ['[]', '"x"', '7', '{', '\u0000', '{"a":'.repeat(3000) + '1' + '}'.repeat(3000), JSON.stringify({ key: 7, keys: 7, user_id: {}, user_ids: [7], team_id: 7, team_ids: 'x', models: 'gpt', member: 7, members_with_roles: 7, max_budget: 'much', organization_id: [], organization_alias: 7, project_id: 7 })]) {
                const response = await post(scene.gateway, route, body);
                const text = await response.text();
                assert.ok(response.status >= 400 && response.status < 500, `${route} ${body.slice(0, 60)}: ${response.status} ${text}`);
            }
        }
        for (const [body, status] of [
            [{ max_budget: -1 }, 400], [{ max_budget: 1e300 }, 400], [{ tpm_limit: -5 }, 400], [{ tpm_limit: 1.5 }, 422], [{ rpm_limit: 1e17 }, 400],
            [{ key_alias: long }, 422], [{ user_id: 'a\u0000b' }, 422], [{ duration: 'soon' }, 400], [{ budget_duration: 'soon' }, 400],
            [{ key: 'not-a-key' }, 400], [{ key: 'sk-x' }, 400], [{ team_id: 'nobody' }, 400], [{ budget_id: 'nobody' }, 400], [{ models: [7] }, 422], [{ metadata: [] }, 422],
            [{ metadata: { big: 'x'.repeat(2_000_000) } }, 413],
        ]) await ask(scene.gateway, '/key/generate', body, { status });
        assert.equal((await ask(scene.gateway, '/key/list')).total_count, before);
        // Odd names are names.
        const odd = `a/b "c" 'd' <e> %2F ; DROP TABLE records; -- é`;
        await ask(scene.gateway, '/team/new', { team_id: odd, unknown_field: { x: 1 } });
        assert.equal((await ask(scene.gateway, `/team/info?team_id=${encodeURIComponent(odd)}`)).team_id, odd);
        await ask(scene.gateway, '/team/member_add', { team_id: odd, member: [{ role: 'user', user_id: odd }] });
        await ask(scene.gateway, '/team/delete', { team_ids: [odd] });
        for (const query of ['page=0', 'page=x', 'size=1000', 'size=-1', 'page=99999999999999999999'])
            assert.equal((await get(scene.gateway, `/key/list?${query}`)).status, 422, query);
        assert.equal((await called(scene.gateway, masterKey)).status, 200);
    });
});

test('what the configuration says of new keys and users holds', async () => {
    const scene = await house('', `
litellm_settings:
  default_key_generate_params: {models: [gpt], max_budget: 1}
  upperbound_key_generate_params: {max_budget: 10, duration: 30d, tpm_limit: 1000}
  default_internal_user_params: {user_role: internal_user_viewer, max_budget: 3, budget_duration: 30d}
  default_team_params: {max_budget: 7, tpm_limit: 70}
  key_generation_settings:
    team_key_generation: {required_params: [metadata]}
    personal_key_generation: {allowed_user_roles: [proxy_admin]}
`);
    try {
        const key = await ask(scene.gateway, '/key/generate', {});
        assert.deepEqual(key.models, ['gpt']);
        assert.equal(key.max_budget, 1);
        assert.equal(key.tpm_limit, 1000);
        assert.ok(key.expires);
        const over = await ask(scene.gateway, '/key/generate', { max_budget: 11 }, { status: 400 });
        assert.match(over.error.message, /max_budget is over max limit set in config/);
        await ask(scene.gateway, '/key/generate', { duration: '31d' }, { status: 400 });
        const user = await ask(scene.gateway, '/user/new', { user_id: 'vera', auto_create_key: false });
        assert.equal(user.user_role, 'internal_user_viewer');
        assert.equal(user.max_budget, 3);
        await ask(scene.gateway, '/team/new', { team_id: 't' });
        assert.equal((await ask(scene.gateway, '/team/info?team_id=t')).team_info.tpm_limit, 70);
        await ask(scene.gateway, '/key/generate', { team_id: 't' }, { status: 400 });
        await ask(scene.gateway, '/key/generate', { team_id: 't', metadata: { why: 'tests' } });
        const worker = (await ask(scene.gateway, '/user/new', { user_id: 'will', user_role: 'internal_user' })).key;
        await ask(scene.gateway, '/key/generate', {}, { key: worker, status: 403 });
    } finally {
        await scene.stop();
    }
});
