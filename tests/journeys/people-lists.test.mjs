// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Lists of keys, teams, users and budgets as a window asks for them: found by words, with what is used now; and limits that go.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { eventually, stage } from './harness.mjs';
import { call, manage, newKey, refusedBy } from './people.mjs';

let scene, gateway;
before(async () => {
    scene = await stage();
    gateway = scene.gateway;
});
after(() => scene.stop());
beforeEach(() => scene.provider.script([]));

const keys = async query => (await manage(gateway, `/key/list?return_full_object=true&${query}`)).keys;

describe('a list', () => {
    test('finds keys by words in their names and their teams', async () => {
        const { team_id } = await manage(gateway, '/team/new', { team_alias: 'Lighthouse' });
        await newKey(gateway, { key_alias: 'search-web', team_id });
        await newKey(gateway, { key_alias: 'search-batch' });
        assert.deepEqual((await keys('search=SEARCH')).map(each => each.key_alias).sort(), ['search-batch', 'search-web']);
        assert.deepEqual((await keys('search=search+lightHOUSE')).map(each => each.key_alias), ['search-web']);
        assert.equal((await manage(gateway, '/key/list?search=nobody')).total_count, 0);
        assert.equal((await keys('search=lighthouse&expand=team'))[0].team_alias, 'Lighthouse');
    });

    test('finds teams and users likewise', async () => {
        await manage(gateway, '/team/new', { team_alias: 'Harbour crew' });
        await manage(gateway, '/user/new', { user_email: 'harbour@example.com', auto_create_key: false });
        assert.equal((await manage(gateway, '/v2/team/list?search=crew+harbour')).total, 1);
        assert.equal((await manage(gateway, '/user/list?search=harbour@')).users[0].user_email, 'harbour@example.com');
        assert.equal((await manage(gateway, '/user/list?search=no+harbour')).total, 0);
    });

    test('is sorted by what was spent and by team as well, before it is cut into pages', async () => {
        const { team_id } = await manage(gateway, '/team/new', { team_alias: 'Aardvark' });
        for (const [number, spend] of [2, 9, 5].entries()) {
            await newKey(gateway, { key_alias: `sorted-${number}`, spend, max_budget: 10 - spend, ...(number === 1 ? { team_id } : {}) });
        }
        const names = async query => (await keys(`search=sorted-&expand=team&${query}`)).map(each => each.key_alias);
        assert.deepEqual(await names('sort_by=spend'), ['sorted-1', 'sorted-2', 'sorted-0']);
        assert.deepEqual(await names('sort_by=spend&sort_order=asc&size=1&page=2'), ['sorted-2']);
        assert.deepEqual(await names('sort_by=max_budget&sort_order=asc'), ['sorted-1', 'sorted-2', 'sorted-0']);
        assert.deepEqual(await names('sort_by=team_alias&size=1'), ['sorted-1']);
        assert.deepEqual(await names('sort_by=key_alias&sort_order=asc'), ['sorted-0', 'sorted-1', 'sorted-2']);
        assert.equal((await keys('search=sorted-1'))[0].spend, 9);
    });

    test('says what is used now where that is asked for, and only there', async () => {
        const key = await newKey(gateway, { key_alias: 'used-now', rpm_limit: 10, tpm_limit: 10000 });
        await call(gateway, key);
        const [row] = await keys('search=used-now&expand=usage');
        assert.equal(row.usage.requests, 1);
        assert.ok(row.usage.tokens > 0);
        assert.equal(row.usage.parallel, 0);
        assert.equal(row.usage.reserved, 0);
        assert.equal((await keys('search=used-now'))[0].usage, undefined);
    });

    test('of budgets says who refers to each', async () => {
        await manage(gateway, '/budget/new', { budget_id: 'gold', max_budget: 5 });
        await manage(gateway, '/customer/new', { user_id: 'acme', alias: 'Acme', budget_id: 'gold' });
        await newKey(gateway, { key_alias: 'golden', budget_id: 'gold' });
        const gold = (await manage(gateway, '/budget/list?expand=referrers')).find(each => each.budget_id === 'gold');
        assert.equal(gold.referrers.count, 2);
        assert.deepEqual(gold.referrers.first.map(each => `${each.kind} ${each.name}`), ['key golden', 'customer Acme']);
    });
});

describe('a limit', () => {
    const limits = { max_budget: 5, rpm_limit: 7, tpm_limit: 900, budget_duration: '1d' };
    const lift = ['max_budget', 'rpm_limit', 'budget_duration'];
    const assertLifted = row => {
        assert.deepEqual([row.max_budget, row.rpm_limit, row.budget_duration, row.tpm_limit], [null, null, null, 900]);
    };

    test('of a key goes when it is lifted, and stays at a null', async () => {
        const key = await newKey(gateway, limits);
        assert.equal((await manage(gateway, '/key/update', { key, rpm_limit: null })).rpm_limit, 7);
        assertLifted(await manage(gateway, '/key/update', { key, lift }));
        assert.equal((await manage(gateway, `/key/info?key=${key}`)).info.budget_reset_at, null);
    });

    test('of a team, a user and a customer too', async () => {
        const { team_id } = await manage(gateway, '/team/new', limits);
        assertLifted((await manage(gateway, '/team/update', { team_id, lift })).data);
        await manage(gateway, '/user/new', { user_id: 'lifted', auto_create_key: false, ...limits });
        await manage(gateway, '/user/update', { user_id: 'lifted', lift });
        assertLifted((await manage(gateway, '/user/info?user_id=lifted')).user_info);
        await manage(gateway, '/customer/new', { user_id: 'lifted', ...limits });
        assertLifted((await manage(gateway, '/customer/update', { user_id: 'lifted', lift })).litellm_budget_table);
    });

    test('is lifted by the administrator alone, and nothing else is one', async () => {
        await manage(gateway, '/user/new', { user_id: 'member', user_role: 'internal_user', auto_create_key: false });
        const own = await newKey(gateway, { user_id: 'member', max_budget: 1 });
        const refused = await refusedBy(gateway, '/key/update', { key: own, lift: ['max_budget'] }, { key: own });
        assert.equal(refused.status, 403);
        assert.equal((await refusedBy(gateway, '/key/update', { key: own, lift: ['blocked'] })).status, 400);
        assert.equal((await refusedBy(gateway, '/key/update', { key: own, lift: 'max_budget' })).status, 422);
        assert.equal((await manage(gateway, `/key/info?key=${own}`)).info.max_budget, 1);
    });
});

describe('when somebody was last used', () => {
    test('is told of keys, users, teams and customers that have called', async () => {
        const { team_id } = await manage(gateway, '/team/new', {});
        const key = await newKey(gateway, { team_id, key_alias: 'last-used' });
        const [{ token }] = await keys('search=last-used');
        const begun = Date.now();
        await call(gateway, key, { more: { user: 'caller' } });
        const ask = async (of, ids) => manage(gateway, '/spend/last_used', { of, ids });
        const times = await eventually(async () => {
            const said = await ask('key', [token, 'nobody']);
            return Object.keys(said).join() === token && said;
        }, 'the call in the log');
        assert.ok(Date.parse(times[token]) >= begun - 1000);
        assert.deepEqual(Object.keys(await ask('team', [team_id, ''])), [team_id]);
        assert.deepEqual(Object.keys(await ask('customer', ['caller'])), ['caller']);
        assert.deepEqual(await ask('user', []), {});
        assert.equal((await refusedBy(gateway, '/spend/last_used', { of: 'weather', ids: [] })).status, 400);
    });

    test('a key that may not see others is told of its own alone', async () => {
        await manage(gateway, '/user/new', { user_id: 'alone', user_role: 'internal_user', auto_create_key: false });
        const [own, other] = [await newKey(gateway, { user_id: 'alone', key_alias: 'own-one' }), await newKey(gateway, { key_alias: 'others-one' })];
        await call(gateway, own);
        await call(gateway, other);
        const tokens = [(await keys('search=own-one'))[0].token, (await keys('search=others-one'))[0].token];
        const all = () => manage(gateway, '/spend/last_used', { of: 'key', ids: tokens });
        await eventually(async () => Object.keys(await all()).length === 2, 'the calls in the log');
        assert.deepEqual(Object.keys(await manage(gateway, '/spend/last_used', { of: 'key', ids: tokens }, { key: own })), [tokens[0]]);
    });
});
