// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Whatever happens, the books agree: random traffic by keys, users, teams, tags and customers, failures, callers who leave, and a
// program that is killed at random moments and started again. Afterwards the journal is booked, and the rows in SQL and what
// /key/info, /team/info … say are the same to the nano-dollar. A seed makes the same choices again; the machine's own timing does not
// come again. GATEHOUSE_PROPERTY_ROUNDS and GATEHOUSE_PROPERTY_SEED make it longer, or another.

import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, before, after, test } from 'node:test';

import { asAsked, failure } from '../fake_provider/answers.mjs';
import { flaky, randomNumbers } from '../fake_provider/faults.mjs';
import { dialectAt } from '../fake_provider/tales.mjs';
import { startProvider } from '../fake_provider/provider.mjs';
import { chat, eventually, get, post, standardConfig, start } from './harness.mjs';
import { manage, nanos } from './people.mjs';
import { missing, startPostgres } from './postgres.mjs';

const rounds = Number(process.env.GATEHOUSE_PROPERTY_ROUNDS ?? 6);
const seed = Number(process.env.GATEHOUSE_PROPERTY_SEED ?? 20260131);
const budget = 0.002; // dollars, of one key: it is to be reached, and never exceeded

const pick = (random, list) => list[Math.floor(random() * list.length)];

/// Somebody of each sort, and keys that belong to several of them.
async function people(gateway) {
    const users = ['ann', 'bob', 'cleo'], customers = ['c-1', 'c-2'], tags = ['t-1', 't-2'];
    for (const user_id of users) await manage(gateway, '/user/new', { user_id, auto_create_key: false });
    for (const user_id of customers) await manage(gateway, '/customer/new', { user_id, max_budget: 1000 });
    for (const name of tags) await manage(gateway, '/tag/new', { name, max_budget: 1000 });
    const teams = [];
    for (const team_alias of ['red', 'blue']) teams.push((await manage(gateway, '/team/new', { team_alias })).team_id);
    const keys = [];
    const add = async fields => {
        const { key, token } = await manage(gateway, '/key/generate', fields);
        keys.push({ key, token, budget: fields.max_budget });
    };
    for (const user_id of users) await add({ user_id });
    for (const team_id of teams) await add({ team_id, user_id: users[0] });
    await add({});
    await add({ max_budget: budget });
    return { users, customers, tags, teams, keys };
}

/// Calls by eight at once until told to stop; remembers which were answered whole.
function traffic(gateway, who, random, answered) {
    let isOver = false;
    const one = async () => {
        while (!isOver) {
            const id = `call-${answered.count++}`, { key } = pick(random, who.keys);
            const stream = random() < 0.4, leaves = random() < 0.05;
            const more = { stream, max_tokens: 20, user: pick(random, [...who.customers, 'stranger']), tags: random() < 0.5 ? [pick(random, who.tags)] : [] };
            const patience = leaves ? AbortSignal.timeout(1 + Math.floor(random() * 10)) : AbortSignal.timeout(10000);
            try {
                const response = await post(gateway, '/v1/chat/completions', chat(pick(random, ['gpt', 'claude']), 'Hi', more), { key, headers: { 'x-litellm-call-id': id }, signal: patience });
                const text = await response.text();
                const isWhole = response.status === 200 && (!stream || text.includes('[DONE]'));
                if (isWhole) answered.ids.push(id);
            } catch { /* left, or the program died */ }
        }
    };
    const all = Array.from({ length: 8 }, one);
    return async () => {
        isOver = true;
        await Promise.all(all);
    };
}

/// What everybody has spent, as the gateway says.
async function figures(gateway, who) {
    const spent = {};
    for (const { token } of who.keys) spent[`key:${token}`] = (await manage(gateway, `/key/info?key=${token}`)).info.spend;
    for (const id of who.users) spent[`user:${id}`] = (await manage(gateway, `/user/info?user_id=${id}`)).user_info.spend;
    for (const id of who.teams) spent[`team:${id}`] = (await manage(gateway, `/team/info?team_id=${id}`)).team_info.spend;
    for (const id of who.customers) spent[`customer:${id}`] = (await manage(gateway, `/customer/info?end_user_id=${id}`)).spend;
    for (const id of who.tags) spent[`tag:${id}`] = (await manage(gateway, '/tag/info', { names: [id] }))[id].spend;
    return Object.fromEntries(Object.entries(spent).map(([name, amount]) => [name, nanos(amount)]));
}

async function rowsOf(gateway) {
    const response = await get(gateway, '/spend/logs?limit=10000&page_size=10000');
    const rows = await response.json();
    assert.equal(response.status, 200);
    return Array.isArray(rows) ? rows : rows.data;
}

/// The same, added up from the rows.
function sums(rows, who) {
    const spent = {};
    const add = (name, row) => { if (name in spent) spent[name] += nanos(row.spend); };
    for (const { token } of who.keys) spent[`key:${token}`] = 0;
    for (const [sort, ids] of [['user', who.users], ['team', who.teams], ['customer', who.customers], ['tag', who.tags]])
        for (const id of ids) spent[`${sort}:${id}`] = 0;
    for (const row of rows) {
        add(`key:${row.api_key}`, row);
        add(`user:${row.user}`, row);
        add(`team:${row.team_id}`, row);
        add(`customer:${row.end_user}`, row);
        for (const tag of row.request_tags) add(`tag:${tag}`, row);
    }
    return spent;
}

async function run(general, roundsHere) {
    const random = randomNumbers(seed);
    const provider = await startProvider();
    const answer = request => (random() < 0.1 ? failure(dialectAt(request.path), 400) : asAsked(dialectAt(request.path))(request));
    provider.script([flaky(answer, { random, limited: 0.05, cut: 0.05 })]);
    const config = standardConfig(provider, { general });
    let gateway = await start(config);
    const data = gateway.dataDirectory;
    try {
        const who = await people(gateway);
        const answered = { ids: [], count: 0 };
        for (let round = 0; round < roundsHere; round++) {
            const stop = traffic(gateway, who, random, answered);
            await new Promise(resolve => setTimeout(resolve, 100 + Math.floor(random() * 900))); // the moment is what is random
            gateway.signal(random() < 0.8 ? 'SIGKILL' : 'SIGTERM');
            await gateway.ended;
            await stop();
            gateway = await start(config, { args: ['--data-dir', data] });
        }
        const stop = traffic(gateway, who, random, answered);
        await new Promise(resolve => setTimeout(resolve, 500));
        await stop();

        const rows = await rowsOf(gateway);
        const live = await figures(gateway, who);
        assert.ok(answered.ids.length > 100, `${answered.ids.length} answers are too few to prove anything`);
        assert.ok(rows.length < 10000, 'all rows were read');
        const booked = new Map();
        const callOf = row => row.metadata.litellm_call_id ?? row.request_id; // a provider may give an id twice
        for (const row of rows) booked.set(callOf(row), (booked.get(callOf(row)) ?? 0) + 1);
        assert.deepEqual([...booked].filter(([, count]) => count !== 1), [], 'no call is booked twice');
        assert.deepEqual(answered.ids.filter(id => !booked.has(id)), [], 'every answered call is booked');
        assert.deepEqual(live, sums(rows, who), `seed ${seed}`);
        for (const { token, budget: most } of who.keys) {
            if (most) assert.ok(live[`key:${token}`] <= nanos(most) && live[`key:${token}`] > 0.8 * nanos(most), `${live[`key:${token}`]} of ${nanos(most)}`);
        }

        // What SQL has is what a new start knows.
        gateway.signal('SIGKILL');
        await gateway.ended;
        gateway = await start(config, { args: ['--data-dir', data] });
        assert.deepEqual(await figures(gateway, who), live);
        await eventually(() => readdirSync(path.join(data, 'journal')).filter(name => name.endsWith('.journal')).length === 1, 'what is booked leaves the journal');
        return { answers: answered.ids.length, rows: rows.length };
    } finally {
        await gateway.stop();
        await provider.close();
        rmSync(path.dirname(data), { recursive: true, force: true });
    }
}

test('the books agree in SQLite after random traffic and random kills', { timeout: 120000 + rounds * 10000 }, async t => {
    const { answers, rows } = await run('', rounds);
    t.diagnostic(`${answers} answers, ${rows} rows, ${rounds} ends`);
});

describe('PostgreSQL', { skip: missing }, () => {
    let database;
    before(async () => { database = await startPostgres(); });
    after(() => database.stop());

    test('agrees too', { timeout: 240000 }, async t => {
        const { answers, rows } = await run(`  database_url: ${database.url}`, Math.min(rounds, 3));
        t.diagnostic(`${answers} answers, ${rows} rows`);
    });
});
