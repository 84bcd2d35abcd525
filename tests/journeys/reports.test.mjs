// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What was spent, summed up: the reports agree with the calls and with each other, in SQLite and in PostgreSQL.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { failure, streamed } from '../fake_provider/answers.mjs';
import { chat, eventually, get, post, stage, standardConfig, start } from './harness.mjs';
import { missing as skipPostgres, startPostgres } from './postgres.mjs';

const today = () => new Date().toISOString().slice(0, 10);
const month = () => `start_date=2026-01-01&end_date=${new Date(Date.now() + 86400000).toISOString().slice(0, 10)}`;
const nanos = dollars => Math.round(dollars * 1e9);
const sum = (list, of) => list.reduce((all, each) => all + of(each), 0);

const asked = async (gateway, route) => {
    const response = await get(gateway, route);
    const text = await response.text();
    assert.equal(response.status, 200, `${route}: ${text}`);
    return JSON.parse(text);
};

/// Traffic of several kinds; returns the rows it left.
async function traffic(scene) {
    scene.provider.script([]);
    for (let i = 0; i < 6; i++) {
        const body = chat(i % 2 ? 'claude' : 'gpt', 'Hi', { user: `customer-${i % 3}`, metadata: { tags: [`tag-${i % 2}`, 'all'] } });
        const response = await post(scene.gateway, '/v1/chat/completions', body, { headers: { 'x-litellm-call-id': `call-${i}` } });
        assert.equal(response.status, 200);
        await response.text();
    }
    scene.provider.script([streamed('openai')]);
    await (await post(scene.gateway, '/v1/chat/completions', chat('gpt', 'Hi', { stream: true }))).text();
    scene.provider.script([failure('openai', 429)]);
    assert.equal((await post(scene.gateway, '/v1/chat/completions', chat('gpt'))).status, 429);
    scene.provider.script([]);
    return asked(scene.gateway, '/spend/logs?limit=10000');
}

function suite(name, general, skip = false) {
    describe(name, { skip }, () => {
        let scene, rows, database;
        before(async () => {
            database = await general?.start();
            scene = await stage({ general: database ? `  database_url: ${database.url}` : '' });
            rows = await traffic(scene);
        });
        after(async () => {
            await scene.stop();
            await database?.stop();
        });

        test('every sum is the sum of the calls', async () => {
            const spent = sum(rows, row => nanos(row.spend));
            assert.ok(spent > 0);
            assert.equal(rows.length, 8);
            const days = await asked(scene.gateway, `/spend/logs?${month()}`);
            assert.equal(sum(days, day => nanos(day.spend)), spent);
            assert.equal(nanos((await asked(scene.gateway, '/global/spend')).spend), spent);
            assert.equal(sum(await asked(scene.gateway, '/global/spend/logs'), day => nanos(day.spend)), spent);
            assert.equal(sum(await asked(scene.gateway, '/global/spend/models'), each => nanos(each.total_spend)), spent);
            assert.equal(sum(await asked(scene.gateway, '/global/spend/provider'), each => nanos(each.spend)), spent);
            assert.equal(sum(await asked(scene.gateway, '/global/spend/keys?limit=5'), each => nanos(each.total_spend)), spent);
            const report = await asked(scene.gateway, `/global/spend/report?${month()}&group_by=api_key`);
            assert.equal(sum(report, each => nanos(each.total_cost)), spent);
        });

        test('daily activity has them by model, provider, key and endpoint', async () => {
            const activity = await asked(scene.gateway, `/user/daily/activity?${month()}`);
            const [day] = activity.results;
            assert.equal(nanos(activity.metadata.total_spend), sum(rows, row => nanos(row.spend)));
            assert.equal(activity.metadata.total_api_requests, 8);
            assert.equal(activity.metadata.total_failed_requests, 1);
            assert.deepEqual(Object.keys(day.breakdown.model_groups).sort(), ['claude', 'gpt']);
            assert.deepEqual(Object.keys(day.breakdown.providers).sort(), ['anthropic', 'openai']);
            assert.ok(day.breakdown.endpoints['/chat/completions'].metrics.api_requests >= 7);
            assert.equal((await get(scene.gateway, '/user/daily/activity')).status, 400);
            const whole = await asked(scene.gateway, `/user/daily/activity/aggregated?${month()}`);
            assert.deepEqual(whole.metadata, { ...activity.metadata });
            assert.deepEqual((await asked(scene.gateway, `/team/daily/activity?${month()}`)).results, []);
        });

        test('activity is counted', async () => {
            const activity = await asked(scene.gateway, `/global/activity?${month()}`);
            assert.equal(activity.sum_api_requests, 8);
            assert.equal(activity.daily_data[0].api_requests + (activity.daily_data[1]?.api_requests ?? 0), 8);
            const models = await asked(scene.gateway, `/global/activity/model?${month()}`);
            assert.equal(sum(models, each => each.sum_api_requests), 8);
            const refused = await asked(scene.gateway, `/global/activity/exceptions?${month()}`);
            assert.equal(refused.sum_num_rate_limit_exceptions, 1);
            const deployments = await asked(scene.gateway, `/global/activity/exceptions/deployment?${month()}`);
            assert.equal(deployments[0].api_base, 'd-gpt');
            assert.ok(Array.isArray(await asked(scene.gateway, `/global/activity/cache_hits?${month()}`)));
        });

        test('pages and filters find their calls', async () => {
            const first = await asked(scene.gateway, '/spend/logs/v2?page=1&page_size=3');
            assert.equal(first.total, 8);
            assert.equal(first.total_pages, 3);
            const pages = [first, await asked(scene.gateway, '/spend/logs/ui?page=2&page_size=3'), await asked(scene.gateway, '/spend/logs/ui?page=3&page_size=3')];
            assert.deepEqual(pages.flatMap(page => page.data.map(row => row.metadata.litellm_call_id)), rows.map(row => row.metadata.litellm_call_id));
            assert.equal((await asked(scene.gateway, '/spend/logs/v2?status_filter=failure')).total, 1);
            assert.equal((await asked(scene.gateway, `/spend/logs/v2?error_code=429&start_date=${today()} 00:00:00`)).total, 1);
            assert.equal((await asked(scene.gateway, '/spend/logs/v2?model=gpt-4o&min_spend=0.00000001')).total, 4);
            assert.equal((await asked(scene.gateway, '/spend/logs/v2?key_alias=no%25bo_dy%27')).total, 0);
            assert.equal((await asked(scene.gateway, '/spend/logs/v2?error_message=%25')).total, 0);
            assert.equal((await asked(scene.gateway, '/spend/logs/v2?end_user=customer-1')).total, 2);
            const dear = await asked(scene.gateway, '/spend/logs/v2?sort_by=spend&sort_order=desc');
            assert.ok(dear.data[0].spend >= dear.data[1].spend);
            assert.equal((await get(scene.gateway, '/spend/logs/v2?min_spend=much')).status, 400);
            assert.equal((await get(scene.gateway, "/spend/logs/v2?start_date=' OR 1=1")).status, 400);
        });

        test('why a call costs what it costs is told line by line', async () => {
            const why = await asked(scene.gateway, '/spend/logs/call-0/why');
            assert.equal(why.spend, 9.75e-05);
            assert.equal(sum(why.cost_breakdown.lines, line => line.nano_dollars), 97500);
            assert.deepEqual(why.cost_breakdown.lines.map(line => [line.charge, line.units]), [['input', 11], ['output', 7]]);
            assert.equal((await get(scene.gateway, '/spend/logs/nobody/why')).status, 404);
        });

        test('calls leave as CSV and as JSON', async () => {
            const csv = await get(scene.gateway, '/spend/export?format=csv');
            assert.match(csv.headers.get('content-type'), /text\/csv/);
            const lines = (await csv.text()).trim().split('\r\n');
            assert.equal(lines.length, 9);
            const titles = lines[0].split(',');
            const column = titles.indexOf('spend_nano_dollars');
            assert.equal(sum(lines.slice(1), line => Number(line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)[column].replace(/,$/, ''))), sum(rows, row => nanos(row.spend)));
            const json = await asked(scene.gateway, '/spend/export?format=json');
            assert.deepEqual(json.map(row => row.metadata.litellm_call_id), rows.map(row => row.metadata.litellm_call_id).reverse());
            assert.equal((await get(scene.gateway, '/spend/export?format=xml')).status, 400);
        });

        test('the rest answers in its shape', async () => {
            const [user] = await asked(scene.gateway, '/spend/users?user_id=default_user_id'); // the master key's
            assert.equal(nanos(user.spend), sum(rows, row => nanos(row.spend)));
            assert.ok(Array.isArray(await asked(scene.gateway, '/spend/keys')));
            assert.ok(Array.isArray(await asked(scene.gateway, '/spend/tags')));
            assert.ok(Array.isArray((await asked(scene.gateway, '/global/spend/all_tag_names')).tag_names));
            assert.ok(Array.isArray((await asked(scene.gateway, '/global/all_end_users')).end_users));
            assert.ok(Array.isArray((await asked(scene.gateway, '/global/spend/teams')).daily_spend));
            assert.ok(Array.isArray((await asked(scene.gateway, '/global/spend/tags')).spend_per_tag));
            assert.ok(Array.isArray(await asked(scene.gateway, `/global/spend/report?${month()}`)));
            assert.equal((await get(scene.gateway, '/global/spend/report')).status, 400);
            assert.ok(Array.isArray(await (await post(scene.gateway, '/global/spend/end_users', {})).json()));
            const predicted = await (await post(scene.gateway, '/global/predict/spend/logs', { data: [{ date: '2024-01-30', spend: 2 }] })).json();
            assert.deepEqual(predicted, { response: [{ date: '2024-01-31', predicted_spend: 2 }], predicted_spend: 'Predicted Spend for 2024-01 is: $4.0' });
            assert.equal((await (await post(scene.gateway, '/global/spend/refresh', {})).json()).status, 'success');
            const reset = await post(scene.gateway, '/global/spend/reset', {});
            assert.equal((await reset.json()).status, 'success');
            assert.equal((await asked(scene.gateway, '/health/readiness')).db, 'connected');
        });
    });
}

suite('SQLite');
suite('PostgreSQL', { start: startPostgres }, skipPostgres);

test('what was said is kept where that is asked for, without credentials', async () => {
    const scene = await stage({ general: '  store_prompts_in_spend_logs: true' });
    try {
        const secret = 'sk-1234567890abcdef';
        await (await post(scene.gateway, '/v1/chat/completions', chat('gpt', `my key is ${secret}`), { headers: { 'x-litellm-call-id': 'said' } })).text();
        scene.provider.script([streamed('openai')]);
        await (await post(scene.gateway, '/v1/chat/completions', chat('gpt', 'Hi', { stream: true }), { headers: { 'x-litellm-call-id': 'streamed' } })).text();
        const said = await asked(scene.gateway, '/spend/logs/ui/said');
        assert.match(said.messages[0].content, /my key is \[redacted\]/);
        assert.equal(said.response.object, 'chat.completion');
        const streamedAnswer = await asked(scene.gateway, '/spend/logs/ui/streamed');
        assert.ok(streamedAnswer.response.choices[0].message.content.length > 0);
        const [row] = await asked(scene.gateway, '/spend/logs?request_id=said');
        assert.equal(row.messages[0].content, said.messages[0].content);
    } finally {
        await scene.stop();
    }
});

test('old calls are removed and their sums stay', async () => {
    const scene = await stage({ general: '  maximum_spend_logs_retention_period: 1s\n  maximum_spend_logs_retention_interval: 1s' });
    try {
        await (await post(scene.gateway, '/v1/chat/completions', chat('gpt'))).text();
        const spent = nanos((await asked(scene.gateway, '/global/spend')).spend);
        assert.equal(spent, 97500);
        await eventually(async () => (await asked(scene.gateway, '/spend/logs')).length === 0, 'the call is removed');
        assert.equal(nanos((await asked(scene.gateway, '/global/spend')).spend), spent);
    } finally {
        await scene.stop();
    }
});

test('DATABASE_URL alone names the database, and a sync that cannot be read stops the start', { skip: skipPostgres }, async () => {
    const database = await startPostgres();
    try {
        const scene = await stage({ env: { DATABASE_URL: database.url } });
        try {
            await (await post(scene.gateway, '/v1/chat/completions', chat('gpt'))).text();
            assert.equal((await asked(scene.gateway, '/spend/logs')).length, 1);
        } finally {
            await scene.stop();
        }
    } finally {
        await database.stop();
    }
});
