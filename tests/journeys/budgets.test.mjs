// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Budgets: what a call may cost is reserved before it is made, so no number of calls at once overspends by anything.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { streamed } from '../fake_provider/answers.mjs';
import { eventually, get, post, stage, standardConfig, start } from './harness.mjs';
import { call, callsAtOnce, manage, nanos, newKey, refusedBy, send } from './people.mjs';

const cost = 97500; // nano-dollars of a call here: 11 tokens in, 7 out
const bounded = { max_tokens: 7 };

let scene, gateway;
before(async () => {
    scene = await stage();
    gateway = scene.gateway;
});
after(() => scene.stop());
beforeEach(() => scene.provider.script([]));

let number = 0;
const fresh = what => `${what}-${String(++number).padStart(4, '0')}`;

/// What a bounded call reserves, in nano-dollars, as the gateway itself tells it when there is no room.
async function reservation(who = {}) {
    const key = await newKey(gateway, { max_budget: 0.000001 });
    const refused = await call(gateway, key, { more: { ...who.more, ...bounded } });
    assert.equal(refused.status, 429);
    return nanos(Number(refused.body.error.message.match(/may take up to: ([\d.e-]+)/)[1].replace(/\.$/, '')));
}

/// Whose budget it is: each makes somebody with `limits`, tells how he calls and how what he has spent is read.
const subjects = {
    key: async limits => {
        const key = await newKey(gateway, limits);
        return { key, spent: async () => (await manage(gateway, `/key/info?key=${key}`)).info.spend };
    },
    user: async limits => {
        const user_id = fresh('user');
        await manage(gateway, '/user/new', { user_id, auto_create_key: false, ...limits });
        return { key: await newKey(gateway, { user_id }), spent: async () => (await manage(gateway, `/user/info?user_id=${user_id}`)).user_info.spend };
    },
    team: async limits => {
        const { team_id } = await manage(gateway, '/team/new', { team_alias: fresh('team'), ...limits });
        return { key: await newKey(gateway, { team_id }), spent: async () => (await manage(gateway, `/team/info?team_id=${team_id}`)).team_info.spend };
    },
    'team member': async limits => {
        const user_id = fresh('member');
        await manage(gateway, '/user/new', { user_id, auto_create_key: false });
        const { team_id } = await manage(gateway, '/team/new', {});
        await manage(gateway, '/team/member_add', { team_id, member: { role: 'user', user_id }, max_budget_in_team: limits.max_budget });
        return { key: await newKey(gateway, { team_id, user_id }), spent: async () => (await manage(gateway, `/team/info?team_id=${team_id}`)).team_memberships.find(each => each.user_id === user_id).spend };
    },
    customer: async limits => {
        const user_id = fresh('customer');
        await manage(gateway, '/customer/new', { user_id, ...limits });
        return { key: await newKey(gateway), more: { user: user_id }, spent: async () => (await manage(gateway, `/customer/info?end_user_id=${user_id}`)).spend };
    },
    tag: async limits => {
        const name = fresh('tag');
        await manage(gateway, '/tag/new', { name, ...limits });
        return { key: await newKey(gateway), more: { tags: [name] }, spent: async () => (await manage(gateway, '/tag/info', { names: [name] }))[name].spend };
    },
    organization: async limits => {
        const { organization_id } = await manage(gateway, '/organization/new', { organization_alias: fresh('organization'), ...limits });
        const { team_id } = await manage(gateway, '/team/new', { organization_id });
        return { key: await newKey(gateway, { team_id }), spent: async () => (await manage(gateway, `/organization/info?organization_id=${organization_id}`)).spend };
    },
    'member of an organization': async limits => {
        const user_id = fresh('employee');
        await manage(gateway, '/user/new', { user_id, auto_create_key: false });
        const { organization_id } = await manage(gateway, '/organization/new', { organization_alias: fresh('organization') });
        await manage(gateway, '/organization/member_add', { organization_id, member: { role: 'internal_user', user_id }, max_budget_in_organization: limits.max_budget });
        const { team_id } = await manage(gateway, '/team/new', { organization_id });
        const spent = async () => (await manage(gateway, `/organization/info?organization_id=${organization_id}`)).members.find(each => each.user_id === user_id).spend;
        return { key: await newKey(gateway, { team_id, user_id }), spent };
    },
    "key's model": async limits => {
        const key = await newKey(gateway, { model_max_budget: { gpt: { budget_limit: limits.max_budget, time_period: '1d' } } });
        return { key, spent: async () => (await manage(gateway, `/key/info?key=${key}`)).info.spend };
    },
};

describe('200 calls at once, with room for ten', () => {
    for (const [name, make] of Object.entries(subjects)) {
        test(`overspend a ${name} by nothing`, async () => {
            const room = 10 * await reservation(await make({ max_budget: 1 }));
            const who = await make({ max_budget: room / 1e9 });
            let open;
            const gate = new Promise(resolve => { open = resolve; });
            const asked = scene.provider.log().length;
            scene.provider.script([entry => ({ when: gate, body: { id: 'x', object: 'chat.completion', created: 1, model: entry.body.model, choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }], usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 } } })]);
            let refused = 0;
            const all = callsAtOnce(gateway, 200, async () => {
                const one = await call(gateway, who.key, { more: { ...who.more, ...bounded } });
                if (one.status === 429) ++refused;
                return one;
            });
            await eventually(() => scene.provider.log().length - asked + refused === 200, 'each is at the provider or refused');
            open();
            const { byStatus, all: answers } = await all;
            assert.deepEqual(byStatus, { 200: 10, 429: 190 });
            const { error } = answers.find(each => each.status === 429).body;
            assert.equal(error.type, 'budget_exceeded');
            assert.match(error.message, /Reserved by running requests: .+ This request may take up to: /);
            assert.equal(nanos(await who.spent()), 10 * cost);

            // What they have not used is there for others, to the last call that there is room for, and no further.
            scene.provider.script([]);
            let passed = 10;
            for (let i = 0; i < 40; i++) {
                const { byStatus: more } = await callsAtOnce(gateway, 3, () => call(gateway, who.key, { more: { ...who.more, ...bounded } }));
                if (!more[200]) break;
                passed += more[200];
            }
            assert.equal(nanos(await who.spent()), passed * cost);
            assert.ok(passed * cost <= room, `${passed * cost} of ${room}`);
        });
    }

    test('overspend everybody together by nothing', async () => {
        const room = 10 * await reservation();
        const config = provider => standardConfig(provider, { settings: `litellm_settings:\n  max_budget: ${room / 1e9}\n  budget_duration: 30d\n` });
        const all = await stage({ config });
        try {
            const { byStatus } = await callsAtOnce(all.gateway, 200, () => call(all.gateway, undefined, { more: bounded }));
            assert.ok(byStatus[200] >= 1 && byStatus[429] >= 1);
            const rows = await manage(all.gateway, '/spend/logs?limit=1000');
            const spent = rows.reduce((sum, row) => sum + nanos(row.spend), 0);
            assert.ok(spent <= room, `${spent} of ${room}`);
            assert.equal(spent, byStatus[200] * cost);
        } finally {
            await all.stop();
        }
    });

    test('overspend nothing where they fall back to what is dearer', async () => {
        const models = `
  - model_name: dear
    litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/dear/v1, api_key: k, input_cost_per_token: 0.001, output_cost_per_token: 0.001}
    model_info: {id: d-dear}`;
        const all = await stage({ models, settings: '  fallbacks: [{gpt: [dear]}]\n' });
        try {
            const answer = { id: 'x', object: 'chat.completion', created: 1, model: 'gpt-4o', choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }], usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 } };
            all.provider.script([{ status: 500, body: { error: { message: 'down' } } }, { match: { path: '/dear/v1/chat/completions' }, body: answer }]);
            const room = 0.5; // a dear call takes 0.018 dollars, and at worst some more
            const key = await newKey(all.gateway, { max_budget: room });
            const { byStatus, all: answers } = await callsAtOnce(all.gateway, 100, () => call(all.gateway, key, { more: bounded }));
            const { spend } = (await manage(all.gateway, `/key/info?key=${key}`)).info;
            assert.ok(byStatus[200] >= 1 && byStatus[200] < 100, JSON.stringify(byStatus));
            assert.equal(nanos(spend), byStatus[200] * 18 * 1e6);
            assert.ok(spend <= room, `${spend}`);
            const left = answers.find(each => each.status === 500);
            assert.match(left.body.error.message, /The fallback to dear was left out: .*[Bb]udget/);
        } finally {
            await all.stop();
        }
    });

    test('overspend a provider by nothing', async () => {
        const room = 10 * await reservation();
        const settings = `  provider_budget_config:\n    openai: {budget_limit: ${room / 1e9}, time_period: 1d}\n`;
        const all = await stage({ settings });
        try {
            const { byStatus } = await callsAtOnce(all.gateway, 200, () => call(all.gateway, undefined, { more: bounded }));
            assert.ok(byStatus[200] >= 1 && byStatus[200] < 200, JSON.stringify(byStatus));
            assert.ok(byStatus[200] * cost <= room, `${byStatus[200] * cost} of ${room}`);
        } finally {
            await all.stop();
        }
    });
});

describe('a budget', () => {
    test('that is used up says whose it is, what was spent, and when it begins anew', async () => {
        const key = await newKey(gateway, { max_budget: 0.0001, budget_duration: '1d' });
        assert.equal((await call(gateway, key)).status, 200); // alone, it may have the rest, whatever it may cost
        assert.equal((await call(gateway, key)).status, 200);
        const refused = await call(gateway, key);
        assert.equal(refused.status, 429);
        assert.equal(refused.body.error.type, 'budget_exceeded');
        assert.match(refused.body.error.message, /^Budget has been exceeded! Current cost: 0\.000195, Max budget: 0\.0001.*Budget resets at: \d{4}-/);
        assert.equal(refused.headers.get('rate_limit_type'), 'budget');
        assert.ok(Number(refused.headers.get('retry-after')) > 0);
    });

    test('is not asked for what costs nothing', async () => {
        const models = '  - model_name: free\n    litellm_params: {model: openai/free, api_base: PROVIDER/v1, api_key: none, input_cost_per_token: 0, output_cost_per_token: 0}\n';
        const other = await stage({ models });
        try {
            const key = await newKey(other.gateway, { max_budget: 0 });
            assert.equal((await call(other.gateway, key)).status, 429);
            assert.equal((await call(other.gateway, key, { model: 'free', more: bounded })).status, 200);
        } finally {
            await other.stop();
        }
    });

    test('lets one call in alone that names no max_tokens, and no second beside it', async () => {
        const key = await newKey(gateway, { max_budget: 0.0005 }); // less than the longest answer may cost
        let open;
        const gate = new Promise(resolve => { open = resolve; });
        const asked = scene.provider.log().length;
        scene.provider.script([{ ...streamed('openai'), when: gate }]);
        const first = call(gateway, key, { more: { stream: true } });
        await eventually(() => scene.provider.log().length === asked + 1, 'the first is at the provider');
        assert.equal((await call(gateway, key)).status, 429);
        open();
        assert.equal((await first).status, 200);
        scene.provider.script([]);
        assert.equal((await call(gateway, key)).status, 200);
    });

    test('that is soft only warns, once', async () => {
        const alias = fresh('soft');
        const { token } = await manage(gateway, '/key/generate', { key_alias: alias, soft_budget: 0.0001, max_budget: 1 });
        const { key } = await manage(gateway, '/key/generate', { soft_budget: 0.0001 });
        for (let i = 0; i < 4; i++) assert.equal((await call(gateway, key)).status, 200);
        await gateway.says(/soft budget reached: key:[0-9a-f]+ has spent 0\.000195 of 0\.0001 dollars/);
        assert.equal(gateway.logs().match(/soft budget reached/g).length, 1);
        assert.ok(!gateway.logs().includes(`key:${token} `));
        assert.ok(!gateway.logs().includes(key));
    });

    test('is raised for a while', async () => {
        const soon = new Date(Date.now() + 60000).toISOString(), over = new Date(Date.now() - 60000).toISOString();
        const spendAll = async fields => {
            const key = await newKey(gateway, { max_budget: 0.0001, ...fields });
            for (let i = 0; i < 2; i++) await call(gateway, key);
            return (await call(gateway, key)).status;
        };
        assert.equal(await spendAll({}), 429);
        assert.equal(await spendAll({ temp_budget_increase: 1, temp_budget_expiry: soon }), 200);
        assert.equal(await spendAll({ temp_budget_increase: 1, temp_budget_expiry: over }), 429);
    });

    for (const name of ['key', 'team', 'customer', 'tag']) {
        test(`of a ${name} begins anew after its duration`, async () => {
            const who = await subjects[name]({ max_budget: 0.0001, budget_duration: '2s' });
            await eventually(async () => {
                for (let i = 0; i < 3; i++) {
                    if ((await call(gateway, who.key, { more: who.more })).status === 429) return true;
                }
                return false;
            }, 'it is used up');
            await eventually(async () => (await call(gateway, who.key, { more: who.more })).status === 200, 'it begins anew');
            await eventually(async () => await who.spent() === 0, 'nothing is spent in a new period');
        });
    }

    test('and when it begins anew are known after a restart', async () => {
        const first = await stage();
        const data = first.gateway.dataDirectory;
        let again;
        try {
            const name = 'kept';
            await manage(first.gateway, '/tag/new', { name, max_budget: 0.0001, budget_duration: '1h' });
            await manage(first.gateway, '/budget/new', { budget_id: 'day', max_budget: 1, budget_duration: '1d' });
            await manage(first.gateway, '/customer/new', { user_id: 'kept', budget_id: 'day' });
            for (let i = 0; i < 2; i++) await call(first.gateway, undefined, { more: { tags: [name], user: 'kept' } });
            const before = [await manage(first.gateway, '/tag/list'), await manage(first.gateway, '/customer/list'), await manage(first.gateway, '/budget/list')];
            assert.equal(nanos(before[0][0].spend), 2 * cost);
            assert.equal(nanos(before[1][0].spend), 2 * cost);
            first.gateway.signal('SIGKILL');
            await first.gateway.ended;
            again = await start(standardConfig(first.provider), { args: ['--data-dir', data] });
            assert.deepEqual([await manage(again, '/tag/list'), await manage(again, '/customer/list'), await manage(again, '/budget/list')], before);
            assert.equal((await call(again, undefined, { more: { tags: [name] } })).status, 429);
        } finally {
            await again?.stop();
            await first.stop();
        }
    });
});

describe('/budget', () => {
    test('keeps budgets, and begins anew exactly after the duration', async () => {
        const asked = Date.now();
        const made = await manage(gateway, '/budget/new', { budget_id: 'b-1', max_budget: 10, soft_budget: 5, rpm_limit: 3, budget_duration: '1d' });
        assert.ok(Math.abs(Date.parse(made.budget_reset_at) - asked - 86400000) < 3000, made.budget_reset_at);
        assert.equal(made.max_budget, 10);
        assert.equal(made.tpm_limit, null);
        assert.equal((await refusedBy(gateway, '/budget/new', { budget_id: 'b-1' })).status, 400);
        assert.match((await manage(gateway, '/budget/new', {})).budget_id, /^[0-9a-f-]{36}$/);

        const updated = await manage(gateway, '/budget/update', { budget_id: 'b-1', max_budget: 20, soft_budget: null });
        assert.equal(updated.max_budget, 20);
        assert.equal(updated.soft_budget, null);
        assert.equal(updated.budget_reset_at, made.budget_reset_at);
        assert.deepEqual(await manage(gateway, '/budget/info', { budgets: ['b-1', 'none'] }), [updated]);
        assert.ok((await manage(gateway, '/budget/list')).some(each => each.budget_id === 'b-1'));
        const settings = await manage(gateway, '/budget/settings?budget_id=b-1');
        assert.equal(settings.find(each => each.field_name === 'max_budget').field_value, 20);

        assert.equal((await manage(gateway, '/budget/delete', { id: 'b-1' })).budget_id, 'b-1');
        assert.deepEqual(await manage(gateway, '/budget/info', { budgets: ['b-1'] }), []);
        assert.deepEqual((await refusedBy(gateway, '/budget/delete', { id: 'b-1' })).detail, { error: 'Budget not found: b-1' });
    });

    test('is followed by whoever refers to it, when it changes', async () => {
        await manage(gateway, '/budget/new', { budget_id: 'shared', max_budget: 0.0001 });
        const key = await newKey(gateway);
        for (const user_id of ['one', 'two']) await manage(gateway, '/customer/new', { user_id, budget_id: 'shared' });
        const status = async user => (await call(gateway, key, { more: { user } })).status;
        for (let i = 0; i < 2; i++) await status('one');
        assert.equal(await status('one'), 429);
        assert.equal(await status('two'), 200, 'it is a budget of each');
        await manage(gateway, '/budget/update', { budget_id: 'shared', max_budget: 1 });
        assert.equal(await status('one'), 200);
        await manage(gateway, '/customer/update', { user_id: 'two', max_budget: 0.0001 });
        assert.equal((await manage(gateway, '/budget/info', { budgets: ['shared'] }))[0].max_budget, 1, "a customer's own limit is not the others'");
        await manage(gateway, '/budget/update', { budget_id: 'shared', max_budget: 0.0002, budget_duration: '2s' });
        await eventually(async () => (await manage(gateway, '/customer/info?end_user_id=one')).spend === 0, 'a new period begins');
    });

    test('is not for everybody', async () => {
        const key = await newKey(gateway);
        for (const route of ['/budget/list', '/customer/list', '/tag/list', '/access_group/list', '/v1/access_group'])
            assert.equal((await get(gateway, route, { key })).status, 401, route);
        for (const route of ['/budget/new', '/customer/new', '/tag/new', '/access_group/new'])
            assert.equal((await post(gateway, route, {}, { key })).status, 401, route);
    });
});

describe('customers', () => {
    test('are made, changed, listed, blocked and deleted', async () => {
        const made = await manage(gateway, '/end_user/new', { user_id: 'c-1', alias: 'Ann', max_budget: 5, allowed_model_region: 'eu' });
        assert.equal(made.litellm_budget_table.max_budget, 5);
        assert.equal(made.budget_id, made.litellm_budget_table.budget_id);
        assert.equal(made.blocked, false);
        const twice = await refusedBy(gateway, '/customer/new', { user_id: 'c-1' });
        assert.equal(twice.status, 400);
        assert.equal(twice.error.type, 'bad_request');
        assert.equal(twice.error.message, 'Customer already exists, passed user_id=c-1. Please pass a new user_id.');
        assert.equal((await refusedBy(gateway, '/customer/new', { user_id: 'c-2', max_budget: 1, budget_id: 'x' })).status, 422);
        assert.equal((await refusedBy(gateway, '/customer/new', { user_id: 'c-2', default_model: 'nobody-has-it' })).status, 422);
        assert.equal((await refusedBy(gateway, '/customer/new', {})).status, 422);
        assert.equal((await refusedBy(gateway, '/customer/new', { user_id: 'c-2', budget_id: 'none' })).status, 400);
        assert.equal((await refusedBy(gateway, '/customer/new', { user_id: 'x'.repeat(3000) })).status, 422);

        const updated = await manage(gateway, '/customer/update', { user_id: 'c-1', alias: 'Bea', max_budget: 7 });
        assert.equal(updated.alias, 'Bea');
        assert.equal(updated.allowed_model_region, 'eu');
        assert.equal(updated.litellm_budget_table.max_budget, 7);
        assert.equal(updated.budget_id, made.budget_id);
        assert.equal((await refusedBy(gateway, '/customer/update', { user_id: 'nobody' })).error.type, 'not_found');
        assert.ok((await manage(gateway, '/customer/list')).some(each => each.user_id === 'c-1'));

        const key = await newKey(gateway);
        await manage(gateway, '/customer/block', { user_ids: ['c-1', 'never-seen'] });
        for (const user of ['c-1', 'never-seen']) {
            const refused = await call(gateway, key, { more: { user } });
            assert.equal(refused.status, 400);
            assert.match(refused.body.error.message, new RegExp(`User blocked from making LLM API Calls. User=${user}`));
        }
        await manage(gateway, '/customer/unblock', { user_ids: ['c-1'] });
        assert.equal((await call(gateway, key, { headers: { 'x-litellm-customer-id': 'c-1' } })).status, 200);
        assert.equal(nanos((await manage(gateway, '/customer/info?end_user_id=c-1')).spend), cost);

        assert.equal((await refusedBy(gateway, '/customer/delete', { user_ids: ['c-1', 'nobody'] })).status, 404);
        const deleted = await manage(gateway, '/customer/delete', { user_ids: ['c-1'] });
        assert.deepEqual(deleted, { deleted_customers: 1, message: "Successfully deleted customers with ids: ['c-1']" });
        assert.equal((await refusedBy(gateway, '/customer/info?end_user_id=c-1')).error.type, 'not_found');
    });

    test('have a model of their own, where a call names none', async () => {
        await manage(gateway, '/customer/new', { user_id: 'c-model', default_model: 'gpt' });
        const response = await post(gateway, '/v1/chat/completions', { user: 'c-model', messages: [{ role: 'user', content: 'Hi' }] });
        assert.equal(response.status, 200, await response.clone().text());
    });

    test('whom nobody has made share a default, each for himself', async () => {
        const other = await stage({ settings: 'litellm_settings:\n  max_end_user_budget: 0.0001\n' });
        try {
            const key = await newKey(other.gateway);
            const status = async user => (await call(other.gateway, key, { more: { user } })).status;
            for (let i = 0; i < 2; i++) assert.equal(await status('ann'), 200);
            assert.equal(await status('ann'), 429);
            assert.equal(await status('bea'), 200);
        } finally {
            await other.stop();
        }
    });
});

test('tags are made, changed, listed and deleted', async () => {
    const made = await manage(gateway, '/tag/new', { name: 't-1', description: 'First', models: ['d-gpt'], max_budget: 3 });
    assert.equal(made.message, 'Tag t-1 created successfully');
    assert.equal(made.tag.litellm_budget_table.max_budget, 3);
    assert.deepEqual(made.tag.model_info, { 'd-gpt': 'gpt' });
    assert.equal((await refusedBy(gateway, '/tag/new', { name: 't-1' })).error.message, 'Tag t-1 already exists');
    assert.equal((await manage(gateway, '/tag/update', { name: 't-1', description: 'Second' })).tag.description, 'Second');
    assert.equal((await refusedBy(gateway, '/tag/update', { name: 'none' })).status, 404);
    assert.equal((await manage(gateway, '/tag/info', { names: ['t-1'] }))['t-1'].description, 'Second');
    assert.equal((await refusedBy(gateway, '/tag/info', { names: ['t-1', 'none'] })).error.message, "Tags not found: ['none']");
    assert.ok((await manage(gateway, '/tag/list')).some(each => each.name === 't-1'));
    assert.equal((await manage(gateway, '/tag/delete', { name: 't-1' })).message, 'Tag t-1 deleted successfully');
    assert.equal((await refusedBy(gateway, '/tag/delete', { name: 't-1' })).status, 404);
});

describe('access groups', () => {
    let other;
    before(async () => {
        other = await stage({ models: '  - model_name: grouped\n    litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: none}\n    model_info: {access_groups: [yaml-group]}\n' });
    });
    after(() => other.stop());
    const gate = () => other.gateway;

    test('of the configuration and of the database open models to keys', async () => {
        const made = await manage(gate(), '/access_group/new', { access_group: 'db-group', model_names: ['claude'] });
        assert.deepEqual(made, { access_group: 'db-group', model_names: ['claude'], models_updated: 1 });
        const key = await newKey(gate(), { models: ['yaml-group', 'db-group'] });
        const status = async model => (await call(gate(), key, { model, more: bounded })).status;
        assert.deepEqual([await status('grouped'), await status('claude'), await status('gpt')], [200, 200, 403]);
        const list = await (await get(gate(), '/v1/models', { key })).json();
        assert.deepEqual(list.data.map(each => each.id).sort(), ['claude', 'grouped']);
        const withGroups = await (await get(gate(), '/v1/models?include_model_access_groups=true', { key })).json();
        assert.deepEqual(withGroups.data.map(each => each.id).sort(), ['claude', 'db-group', 'grouped', 'yaml-group']);

        const updated = await (await send(gate(), 'PUT', '/access_group/db-group/update', { model_names: ['gpt'] })).json();
        assert.deepEqual(updated.model_names, ['gpt']);
        assert.deepEqual([await status('claude'), await status('gpt')], [403, 200]);
        assert.deepEqual(await manage(gate(), '/access_group/list'), { access_groups: [
            { access_group: 'db-group', model_names: ['gpt'], deployment_count: 1 }, { access_group: 'yaml-group', model_names: ['grouped'], deployment_count: 1 }] });
        assert.equal((await manage(gate(), '/access_group/yaml-group/info')).deployment_count, 1);
        assert.equal((await refusedBy(gate(), '/access_group/none/info')).status, 404);
        assert.equal((await refusedBy(gate(), '/access_group/new', { access_group: 'yaml-group', model_names: ['gpt'] })).status, 409);
        assert.equal((await refusedBy(gate(), '/access_group/new', { access_group: 'x', model_names: ['none'] })).status, 400);
        assert.equal((await send(gate(), 'DELETE', '/access_group/db-group/delete')).status, 200);
        assert.equal((await send(gate(), 'DELETE', '/access_group/yaml-group/delete')).status, 400);
        assert.equal(await status('gpt'), 403);
    });

    test('with rows of their own are assigned to keys', async () => {
        const { key, token } = await manage(gate(), '/key/generate', { models: ['claude'] });
        const made = await (await send(gate(), 'POST', '/v1/access_group', { access_group_name: 'rows', access_model_names: ['gpt'], assigned_key_ids: [key] })).json();
        assert.deepEqual(made.assigned_key_ids, [token]);
        const status = async () => (await call(gate(), key)).status;
        assert.equal(await status(), 200);
        assert.equal((await (await send(gate(), 'POST', '/v1/access_group', { access_group_name: 'rows' })).json()).detail, "Access group 'rows' already exists");
        await send(gate(), 'PUT', `/v1/access_group/${made.access_group_id}`, { assigned_key_ids: [] });
        assert.equal(await status(), 403);
        assert.equal((await get(gate(), `/v1/access_group/${made.access_group_id}`)).status, 200);
        assert.equal((await send(gate(), 'DELETE', `/v1/access_group/${made.access_group_id}`)).status, 200);
        assert.equal((await get(gate(), `/v1/access_group/${made.access_group_id}`)).status, 404);
    });
});

test('nothing that is hostile breaks anything', async () => {
    const routes = ['/budget/new', '/budget/update', '/budget/info', '/budget/delete', '/customer/new', '/customer/update', '/customer/delete', '/customer/block', '/tag/new', '/tag/update', '/tag/info', '/tag/delete', '/access_group/new', '/v1/access_group', '/invitation/new', '/invitation/update'];
    const values = [null, 1, -1, 1e308, true, '', 'x'.repeat(20000), '"\'\\\u0000/../', [], [[]], [null, 1, {}], {}, { a: { b: [] } }];
    const members = ['budget_id', 'id', 'budgets', 'user_id', 'user_ids', 'name', 'names', 'max_budget', 'rpm_limit', 'budget_duration', 'budget_reset_at', 'models', 'access_group', 'model_names', 'access_group_name', 'assigned_key_ids', 'invitation_id', 'spend', 'blocked', 'model_max_budget'];
    for (const route of routes) {
        for (const body of ['', '[]', '"x"', 'nonsense', '{', '{}'])
            assert.ok((await post(gateway, route, body)).status < 500, `${route} ${body}`);
        for (const value of values) {
            const response = await post(gateway, route, Object.fromEntries(members.map(member => [member, value])));
            assert.ok(response.status < 500, `${route} ${JSON.stringify(value)?.slice(0, 40)}: ${response.status}`);
            await response.arrayBuffer();
        }
    }
    assert.equal((await call(gateway, await newKey(gateway))).status, 200);
});
