// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Rates and calls at once, of everybody who can have a limit: exact however many ask together, and told in words and fields.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { streamed, whole } from '../fake_provider/answers.mjs';
import { eventually, message, post, stage } from './harness.mjs';
import { call, callsAtOnce, manage, newKey, refusedBy } from './people.mjs';

let scene, gateway;
before(async () => {
    scene = await stage();
    gateway = scene.gateway;
});
after(() => scene.stop());
beforeEach(() => scene.provider.script([]));

let number = 0;
const fresh = what => `${what}-${String(++number).padStart(4, '0')}`;

/// Whose limit it is: each makes somebody with `limits` and tells how he calls.
const subjects = {
    api_key: async limits => ({ key: await newKey(gateway, limits) }),
    user: async limits => {
        const user_id = fresh('user');
        await manage(gateway, '/user/new', { user_id, auto_create_key: false, ...limits });
        return { key: await newKey(gateway, { user_id }) };
    },
    team: async limits => {
        const { team_id } = await manage(gateway, '/team/new', { team_alias: fresh('team'), ...limits });
        return { key: await newKey(gateway, { team_id }) };
    },
    end_user: async limits => {
        const user_id = fresh('customer');
        const { budget_id } = await manage(gateway, '/budget/new', limits);
        await manage(gateway, '/customer/new', { user_id, budget_id });
        return { key: await newKey(gateway), more: { user: user_id } };
    },
    tag: async limits => {
        const name = fresh('tag');
        await manage(gateway, '/tag/new', { name, ...limits });
        return { key: await newKey(gateway), more: { tags: [name] } };
    },
    organization: async limits => {
        const { organization_id } = await manage(gateway, '/organization/new', { organization_alias: fresh('organization'), ...limits });
        const { team_id } = await manage(gateway, '/team/new', { organization_id });
        return { key: await newKey(gateway, { team_id }) };
    },
    team_member: async limits => {
        const user_id = fresh('member');
        await manage(gateway, '/user/new', { user_id, auto_create_key: false });
        const { team_id } = await manage(gateway, '/team/new', { team_member_rpm_limit: limits.rpm_limit, team_member_tpm_limit: limits.tpm_limit });
        await manage(gateway, '/team/member_add', { team_id, member: { role: 'user', user_id } });
        return { key: await newKey(gateway, { team_id, user_id }) };
    },
    project: async limits => {
        const { team_id } = await manage(gateway, '/team/new', {});
        const { project_id } = await manage(gateway, '/project/new', { project_alias: fresh('project'), team_id, ...limits });
        return { key: await newKey(gateway, { team_id, project_id }) };
    },
};

for (const [name, make] of Object.entries(subjects)) {
    test(`200 calls at once against ${name}'s rpm of 10: exactly 10 pass`, async () => {
        const who = await make({ rpm_limit: 10 });
        const { byStatus, all } = await callsAtOnce(gateway, 200, () => call(gateway, who.key, who));
        assert.deepEqual(byStatus, { 200: 10, 429: 190 });
        const refused = all.find(each => each.status === 429);
        assert.match(refused.body.error.message, new RegExp(`^Rate limit exceeded for ${name}: .+\\. Limit type: requests\\. Current limit: 10, Remaining: 0\\. Limit resets at: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC`));
        assert.equal(refused.body.error.code, '429');
        assert.equal(refused.headers.get('rate_limit_type'), 'requests');
        assert.match(refused.headers.get('reset_at'), /UTC$/);
        assert.ok(Number(refused.headers.get('retry-after')) > 0 && Number(refused.headers.get('retry-after')) <= 61);
        assert.equal(scene.provider.log().length >= 10, true);
    });
}

for (const name of ['api_key', 'user', 'team', 'end_user']) {
    test(`calls at once of ${name} are limited too, and a place is free when a call ends`, async () => {
        const who = await subjects[name]({ max_parallel_requests: 3 });
        let open;
        const gate = new Promise(resolve => { open = resolve; });
        const asked = scene.provider.log().length;
        scene.provider.script([{ ...streamed('openai'), when: gate }]);
        const streams = callsAtOnce(gateway, 20, () => call(gateway, who.key, { ...who, more: { ...who.more, stream: true } }));
        await eventually(() => scene.provider.log().length === asked + 3, 'three calls are at the provider');
        open();
        const { byStatus, all } = await streams;
        assert.equal(byStatus[200], 3);
        assert.match(all.find(each => each.status === 429).body.error.message, /Limit type: max_parallel_requests\. Current limit: 3/);
        scene.provider.script([]);
        assert.equal((await call(gateway, who.key, who)).status, 200);
    });

    test(`a token limit of ${name} holds for what running calls may use as well`, async () => {
        const who = await subjects[name]({ tpm_limit: 1000 });
        const first = await call(gateway, who.key, { ...who, more: { ...who.more, max_tokens: 990 } });
        assert.equal(first.status, 429, 'prompt and answer together may be more than the limit');
        assert.match(first.body.error.message, /Limit type: tokens\. Current limit: 1000, Remaining: 1000/);
        scene.provider.script([{ ...whole('openai'), delay: 0.3 }]);
        const { byStatus } = await callsAtOnce(gateway, 40, () => call(gateway, who.key, { ...who, more: { ...who.more, max_tokens: 200 } }));
        assert.ok(byStatus[200] >= 1 && byStatus[429] >= 1, JSON.stringify(byStatus));
    });
}

describe('limits for one model', () => {
    for (const [name, make] of Object.entries({
        key: limits => newKey(gateway, limits),
        team: async limits => {
            const { team_id } = await manage(gateway, '/team/new', limits);
            return newKey(gateway, { team_id });
        },
    })) {
        test(`of a ${name} leave the other models alone`, async () => {
            const key = await make({ model_rpm_limit: { gpt: 2 } });
            const { byStatus } = await callsAtOnce(gateway, 20, () => call(gateway, key));
            assert.deepEqual(byStatus, { 200: 2, 429: 18 });
            assert.equal((await call(gateway, key, { model: 'claude', more: { max_tokens: 8 } })).status, 200);
        });
    }

    test('are told by the model', async () => {
        const key = await newKey(gateway, { model_rpm_limit: { gpt: 5 }, model_tpm_limit: { gpt: 100000 } });
        const { headers } = await call(gateway, key, { more: { max_tokens: 8 } });
        assert.equal(headers.get('x-litellm-key-remaining-requests-gpt'), '4');
        assert.ok(Number(headers.get('x-litellm-key-remaining-tokens-gpt')) < 100000);
        assert.equal(headers.get('x-ratelimit-model_per_key-limit-requests'), '5');
        assert.equal(headers.get('x-ratelimit-model_per_key-remaining-requests'), '4');
    });
});

test('an answer tells what is left, and what the key has spent with it', async () => {
    const key = await newKey(gateway, { rpm_limit: 7, tpm_limit: 50000, max_budget: 1.5, max_parallel_requests: 4 });
    const { headers } = await call(gateway, key, { more: { max_tokens: 7 } });
    assert.equal(headers.get('x-litellm-key-rpm-limit'), '7');
    assert.equal(headers.get('x-litellm-key-tpm-limit'), '50000');
    assert.equal(headers.get('x-litellm-key-max-budget'), '1.5');
    assert.equal(headers.get('x-litellm-key-spend'), '9.75e-05');
    assert.equal(headers.get('x-ratelimit-api_key-limit-requests'), '7');
    assert.equal(headers.get('x-ratelimit-api_key-remaining-requests'), '6');
    assert.equal(headers.get('x-ratelimit-api_key-remaining-max_parallel_requests'), '3');
    const again = await call(gateway, key, { more: { max_tokens: 7 } });
    assert.equal(again.headers.get('x-litellm-key-spend'), '0.000195');
    assert.equal(again.headers.get('x-ratelimit-api_key-remaining-requests'), '5');
});

test('who has no limits is told none', async () => {
    const { headers } = await call(gateway, await newKey(gateway));
    assert.equal(headers.get('x-litellm-key-spend'), '9.75e-05');
    const told = [...headers.keys()].filter(name => /^x-ratelimit-(api_key|team|user)|x-litellm-key-(?!spend)/.test(name));
    assert.deepEqual(told, []);
});

test("what a team's limit refuses does not count against the key", async () => {
    const { team_id } = await manage(gateway, '/team/new', { rpm_limit: 2 });
    const key = await newKey(gateway, { team_id, rpm_limit: 50 });
    const { byStatus } = await callsAtOnce(gateway, 30, () => call(gateway, key));
    assert.deepEqual(byStatus, { 200: 2, 429: 28 });
    await manage(gateway, '/team/update', { team_id, rpm_limit: 100 });
    const { headers } = await call(gateway, key);
    assert.equal(headers.get('x-ratelimit-api_key-remaining-requests'), '47');
});

test('a call whose caller leaves gives its place back', async () => {
    const key = await newKey(gateway, { max_parallel_requests: 2 });
    const asked = scene.provider.log().length;
    scene.provider.script([{ hang: true }]);
    const leaving = new AbortController();
    const gone = callsAtOnce(gateway, 2, () => call(gateway, key, { signal: leaving.signal }).catch(() => ({ status: 'gone' })));
    await eventually(() => scene.provider.log().length === asked + 2, 'both are at the provider');
    assert.equal((await call(gateway, key)).status, 429);
    leaving.abort();
    assert.deepEqual((await gone).byStatus, { gone: 2 });
    scene.provider.script([]);
    await eventually(async () => (await call(gateway, key)).status === 200, 'there is a place again');
});

test("Anthropic's clients read the same in their own words", async () => {
    const key = await newKey(gateway, { rpm_limit: 1 });
    const ask = () => post(gateway, '/v1/messages', message('claude'), { key });
    assert.equal((await ask()).status, 200);
    const refused = await ask();
    assert.equal(refused.status, 429);
    const body = await refused.json();
    assert.equal(body.type, 'error');
    assert.match(body.error.message, /Rate limit exceeded for api_key: .* Limit type: requests/);
    assert.equal(refused.headers.get('rate_limit_type'), 'requests');
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
});

test('a limit of 0 lets nobody in, and one that is no number is refused when it is set', async () => {
    assert.equal((await call(gateway, await newKey(gateway, { rpm_limit: 0 }))).status, 429);
    const wrong = await refusedBy(gateway, '/budget/new', { rpm_limit: 'many' });
    assert.equal(wrong.status, 422);
    assert.deepEqual(wrong.detail[0].loc, ['body', 'rpm_limit']);
    assert.equal((await refusedBy(gateway, '/budget/new', { rpm_limit: -1 })).status, 400);
});
