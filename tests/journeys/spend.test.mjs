// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What was spent: every answered call is booked exactly once, whatever happens to the program, in SQLite and in PostgreSQL.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';

import { startProvider } from '../fake_provider/provider.mjs';
import { failure, streamed } from '../fake_provider/answers.mjs';
import { chat, eventually, get, post, stage, standardConfig, start } from './harness.mjs';
import { missing as skipPostgres, startPostgres } from './postgres.mjs';

const rowsOf = async (gateway, query = '') => {
    const response = await get(gateway, `/spend/logs?${query || 'limit=10000'}`);
    assert.equal(response.status, 200, await response.clone().text());
    return response.json();
};
const callOf = row => row.metadata.litellm_call_id;
const nanos = row => row.metadata.cost_breakdown?.total_nano_dollars ?? 0;

describe('/spend/logs', () => {
    let scene;
    before(async () => { scene = await stage(); });
    after(() => scene.stop());
    beforeEach(() => scene.provider.script([]));

    test('a call is there as soon as it is answered, with what it cost', async () => {
        const response = await post(scene.gateway, '/v1/chat/completions', chat('gpt'), { headers: { 'x-litellm-call-id': 'whole' } });
        assert.equal(response.status, 200);
        const answer = await response.json();
        const [row, ...more] = await rowsOf(scene.gateway, 'request_id=whole');
        assert.deepEqual(more, []);
        assert.equal(row.spend, 9.75e-05);
        assert.equal(row.metadata.litellm_call_id, 'whole');
        assert.equal(row.request_id, answer.id);
        assert.deepEqual(await rowsOf(scene.gateway, `request_id=${answer.id}&limit=1`).then(rows => rows[0].request_id), answer.id);
        assert.equal(row.call_type, 'acompletion');
        assert.equal(row.model_group, 'gpt');
        assert.equal(row.model_id, 'd-gpt');
        assert.equal(row.custom_llm_provider, 'openai');
        assert.equal(row.status, 'success');
        assert.equal(row.total_tokens, row.prompt_tokens + row.completion_tokens);
        assert.ok(Date.parse(row.endTime) >= Date.parse(row.startTime));
        assert.deepEqual(row.messages, {});
    });

    test('so is a stream at its end', async () => {
        scene.provider.script([streamed('anthropic')]);
        const response = await post(scene.gateway, '/v1/chat/completions', chat('claude', 'Hi', { stream: true }), { headers: { 'x-litellm-call-id': 'stream' } });
        await response.text();
        assert.equal((await rowsOf(scene.gateway, 'request_id=stream'))[0].spend, 0.000138);
    });

    test('a failure costs nothing and says why', async () => {
        scene.provider.script([failure('openai', 400)]);
        const response = await post(scene.gateway, '/v1/chat/completions', chat('gpt'), { headers: { 'x-litellm-call-id': 'failed' } });
        assert.equal(response.status, 400);
        await response.text();
        const [row] = await rowsOf(scene.gateway, 'request_id=failed');
        assert.equal(row.status, 'failure');
        assert.equal(row.spend, 0);
        assert.equal(row.metadata.error_information.error_code, '400');
    });

    test('the days are summed up', async () => {
        const today = new Date().toISOString().slice(0, 10);
        const days = await (await get(scene.gateway, `/spend/logs?start_date=2026-01-01&end_date=${today}`)).json();
        assert.equal(days[0].startTime, '2026-01-01');
        assert.equal(days[0].spend, 0);
        const sum = (await rowsOf(scene.gateway)).reduce((all, row) => all + nanos(row), 0);
        const booked = days.reduce((all, day) => all + Math.round(day.spend * 1e9), 0);
        assert.equal(booked, sum);
    });

    test('a day that is none is refused, and so is one without a key', async () => {
        assert.equal((await get(scene.gateway, '/spend/logs?start_date=yesterday')).status, 400);
        assert.equal((await get(scene.gateway, '/spend/logs', { key: 'sk-somebody' })).status, 401);
    });

    test('what a prompt and an answer cost is told without a call', async () => {
        const asked = scene.provider.log().length;
        const prompt = await post(scene.gateway, '/spend/calculate', { model: 'gpt', messages: [{ role: 'user', content: 'What is the capital of France?' }] });
        assert.deepEqual(await prompt.json(), { cost: 3.5e-05 });
        const answer = await post(scene.gateway, '/spend/calculate', { completion_response: { object: 'chat.completion', model: 'gpt-4o', choices: [], usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 } } });
        assert.deepEqual(await answer.json(), { cost: 9.75e-05 });
        assert.equal((await post(scene.gateway, '/spend/calculate', {})).status, 400);
        assert.equal(scene.provider.log().length, asked);
    });

    test('a disk that takes nothing refuses calls before a provider is asked, until it takes something again', async () => {
        const limit = size => assert.equal(spawnSync('prlimit', ['--pid', String(scene.gateway.pid), `--fsize=${size}:unlimited`]).status, 0);
        const call = async () => {
            const response = await post(scene.gateway, '/v1/chat/completions', chat('gpt'));
            return { status: response.status, text: await response.text() };
        };
        limit(0);
        try {
            await call(); // the journal learns of it
            const asked = scene.provider.log().length;
            const refused = await call();
            assert.equal(refused.status, 503);
            assert.match(refused.text, /cannot write its journal/);
            assert.equal(scene.provider.log().length, asked);
        } finally {
            limit('unlimited');
        }
        await eventually(async () => (await call()).status === 200, 'calls are taken again');
        const [last] = await rowsOf(scene.gateway, 'limit=1');
        assert.equal(last.status, 'success');
    });
});

/// Traffic while the program is killed again and again: each answered call must be in SQL once.
async function killInTraffic(general, rounds) {
    const provider = await startProvider();
    const config = standardConfig(provider, { general });
    let gateway = await start(config);
    const data = gateway.dataDirectory;
    const answered = [];
    let number = 0;
    try {
        for (let round = 0; round < rounds; round++) {
            let isOver = false;
            const caller = async () => {
                while (!isOver) {
                    const id = `call-${number++}`;
                    try {
                        const response = await post(gateway, '/v1/chat/completions', chat('gpt', 'Hi', { stream: number % 2 === 0 }), { headers: { 'x-litellm-call-id': id } });
                        const text = await response.text();
                        if (response.status === 200 && (number % 2 || text.length)) answered.push(id);
                    } catch { /* its connection died with the program */ }
                }
            };
            const callers = Array.from({ length: 8 }, caller);
            await new Promise(resolve => setTimeout(resolve, 150 + 97 * round % 300));
            gateway.signal('SIGKILL');
            await gateway.ended;
            isOver = true;
            await Promise.all(callers);
            gateway = await start(config, { args: ['--data-dir', data] });
        }
        const rows = await eventually(async () => {
            const all = await rowsOf(gateway);
            return all.length >= answered.length && all;
        }, 'all are booked');
        const span = `start_date=2026-01-01&end_date=${new Date(Date.now() + 86400000).toISOString().slice(0, 10)}`;
        const [days, activity] = await Promise.all([`/spend/logs?${span}`, `/global/activity?${span}`].map(async route => (await get(gateway, route)).json()));
        return { answered, rows: await rowsOf(gateway), days, activity, journal: readdirSync(path.join(data, 'journal')) };
    } finally {
        await gateway.stop();
        await provider.close();
        rmSync(path.dirname(data), { recursive: true, force: true });
    }
}

function checkBooks({ answered, rows, days, activity, journal }) {
    assert.ok(answered.length > 50, `${answered.length} calls are too few to prove anything`);
    const booked = new Map();
    for (const row of rows) booked.set(callOf(row), (booked.get(callOf(row)) ?? 0) + 1);
    assert.deepEqual(answered.filter(id => booked.get(id) !== 1), [], 'every answered call is booked once');
    assert.deepEqual([...booked].filter(([, count]) => count !== 1), [], 'and none twice');
    const sum = rows.filter(row => answered.includes(callOf(row))).reduce((all, row) => all + nanos(row), 0);
    assert.equal(sum, answered.length * 97500);
    assert.equal(days.reduce((all, day) => all + Math.round(day.spend * 1e9), 0), rows.reduce((all, row) => all + nanos(row), 0), 'the days agree with the calls');
    assert.equal(activity.sum_api_requests, rows.length);
    assert.equal(journal.filter(name => name.endsWith('.journal')).length, 1, 'what is booked leaves the journal');
}

test('no log is kept where nobody wants it', async () => {
    const scene = await stage({ general: '  disable_spend_logs: true\n' });
    try {
        const response = await post(scene.gateway, '/v1/chat/completions', chat('gpt'));
        assert.equal(response.status, 200);
        await response.text();
        assert.deepEqual(await rowsOf(scene.gateway), []);
        const made = await post(scene.gateway, '/key/generate', { key_alias: 'mine' });
        const { key } = await made.json();
        await (await post(scene.gateway, '/v1/chat/completions', chat('gpt'), { key })).text();
        const info = async () => (await (await get(scene.gateway, `/key/info?key=${key}`)).json()).info;
        assert.equal((await info()).spend, 9.75e-05, 'but what a key has spent is known');
        assert.deepEqual(await rowsOf(scene.gateway), []);
    } finally {
        await scene.stop();
    }
});

test('kill -9 in the middle of traffic loses no answered call and books none twice', { timeout: 120000 }, async () => {
    checkBooks(await killInTraffic('', 6));
});

describe('PostgreSQL', { skip: skipPostgres }, () => {
    let database;
    before(async () => { database = await startPostgres(); });
    after(() => database.stop());

    test('keeps the same books through kill -9', { timeout: 120000 }, async () => {
        checkBooks(await killInTraffic(`  database_url: ${database.url}`, 4));
    });

    test('is caught up with when it has been away, and nobody waited', { timeout: 60000 }, async () => {
        const scene = await stage({ general: `  database_url: ${database.url}` });
        try {
            const before = (await rowsOf(scene.gateway)).length;
            await database.end();
            for (let i = 0; i < 20; i++) {
                const response = await post(scene.gateway, '/v1/chat/completions', chat('gpt'), { signal: AbortSignal.timeout(3000) });
                assert.equal(response.status, 200);
                await response.text();
            }
            const away = await get(scene.gateway, '/spend/logs');
            assert.equal(away.status, 503);
            assert.ok(!(await away.text()).includes('secret'));
            await database.again();
            await eventually(async () => {
                const response = await get(scene.gateway, '/spend/logs?limit=10000');
                return response.status === 200 && (await response.json()).length === before + 20;
            }, 'the 20 calls are booked', 40000);
            assert.ok(!scene.gateway.logs().includes('secret'));
        } finally {
            await scene.stop();
        }
    });
});
