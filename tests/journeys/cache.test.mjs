// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The same question is answered from the cache: in memory, and in a Redis that gateways share.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';

import { asAsked, failure, streamed, whole } from '../fake_provider/answers.mjs';
import { startProvider } from '../fake_provider/provider.mjs';
import { chat, eventually, get, message, post, stage, standardConfig, start, temporaryDirectory } from './harness.mjs';
import { manage, newKey, nanos, refusedBy } from './people.mjs';
import { missing, redisPassword, startRedis } from './redis.mjs';

const door = '/v1/chat/completions';
const isKept = response => response.headers.has('x-litellm-cache-key');
const settingsWith = (params, more = '') => `${more}
litellm_settings:
  cache: true
  cache_params: {${params}}
`;

/// One call to its end.
async function ask(gateway, body, { to = door, ...options } = {}) {
    const response = await post(gateway, to, body, options);
    const text = await response.text();
    return { status: response.status, kept: isKept(response), key: response.headers.get('x-litellm-cache-key'), headers: response.headers, text };
}
/// Twice the same; whether the second was answered from the cache.
async function isAnsweredAgain(gateway, body, options = {}) {
    const first = await ask(gateway, body, options), second = await ask(gateway, body, options);
    assert.equal(first.status, 200, first.text);
    assert.equal(second.status, 200, second.text);
    if (second.kept) assert.equal(second.text, first.text);
    return second.kept;
}
const rowOf = (gateway, call) => eventually(async () => (await (await get(gateway, '/traffic?limit=1000')).json()).data.find(row => row.call_id === call && row.state !== 'running'), `the end of ${call}`);
const as = call => ({ headers: { 'x-litellm-call-id': call } });

let count = 0;
/// A question that nobody has asked before.
const fresh = (more = {}) => chat('gpt', `Question ${++count}?`, more);

describe('a cache in memory', () => {
    let provider, gateway, stop;
    before(async () => { ({ provider, gateway, stop } = await stage({ settings: settingsWith('type: local') })); });
    after(() => stop?.());
    beforeEach(() => provider.script());

    test('answers the same question without its provider, for nothing', async () => {
        const question = fresh();
        const first = await ask(gateway, question, as('kept-1'));
        const second = await ask(gateway, question, as('kept-2'));
        assert.deepEqual([first.kept, second.kept], [false, true]);
        assert.equal(second.text, first.text);
        assert.equal(provider.log().length, 1);
        assert.equal(second.headers.get('x-litellm-response-cost'), '0.0');
        assert.equal(second.headers.get('x-litellm-model-id'), 'd-gpt');
        assert.equal(second.headers.get('content-type'), first.headers.get('content-type'));
        const [paid, free] = [await rowOf(gateway, 'kept-1'), await rowOf(gateway, 'kept-2')];
        assert.deepEqual([paid.cached, free.cached], [false, true]);
        assert.deepEqual([free.attempts, free.cost.total, free.deployment, free.finish_reason], [0, 0, 'd-gpt', 'stop']);
        assert.deepEqual(free.tokens, paid.tokens);
        assert.match((await gateway.says(/.* call=kept-2.*/))[0], / cached /);
    });

    test('answers streams as they were', async () => {
        provider.script([asAsked('openai', { text: 'Word by word.' })]);
        const question = fresh({ stream: true, stream_options: { include_usage: true } });
        assert.equal(await isAnsweredAgain(gateway, question), true);
        assert.equal(provider.log().length, 1);
        const again = await ask(gateway, question);
        assert.match(again.headers.get('content-type'), /^text\/event-stream/);
        assert.match(again.text, /data: \[DONE\]\n\n$/);
        assert.equal(await isAnsweredAgain(gateway, { ...question, stream: false }), true); // which is another question
        assert.equal(provider.log().length, 2);
    });

    test('is there at the other doors', async () => {
        provider.script([whole('anthropic')]);
        assert.equal(await isAnsweredAgain(gateway, message('claude', `Question ${++count}?`), { to: '/v1/messages' }), true);
        provider.script([{ body: { object: 'list', model: 'e', data: [{ object: 'embedding', index: 0, embedding: [0.5] }], usage: { prompt_tokens: 2, total_tokens: 2 } } }]);
        assert.equal(await isAnsweredAgain(gateway, { model: 'gpt', input: `Question ${++count}?` }, { to: '/v1/embeddings' }), true);
        provider.script([{ body: { id: 'modr-1', model: 'm', results: [] } }]);
        assert.equal(await isAnsweredAgain(gateway, { model: 'gpt', input: `Question ${++count}?` }, { to: '/v1/moderations' }), false);
    });

    test('keeps no failure and no broken stream', async () => {
        const question = fresh();
        provider.script([failure('openai', 500, 'broken'), whole('openai')]);
        assert.equal((await ask(gateway, question)).status, 500);
        assert.equal((await ask(gateway, question)).kept, false);
        assert.equal((await ask(gateway, question)).kept, true);
        const stream = fresh({ stream: true });
        const half = streamed('openai', { text: 'This breaks off.' });
        provider.script([{ ...half, sse: half.sse?.slice(0, 3), cut: true }, streamed('openai')]);
        assert.doesNotMatch((await ask(gateway, stream)).text, /\[DONE\]/);
        assert.equal((await ask(gateway, stream)).kept, false);
        assert.equal((await ask(gateway, stream)).kept, true);
    });

    test('does what a call asks of it', async () => {
        assert.equal(await isAnsweredAgain(gateway, fresh({ cache: { 'no-store': true } })), false);
        assert.equal(await isAnsweredAgain(gateway, fresh({ cache: { 'no-cache': true } })), false);
        assert.equal(await isAnsweredAgain(gateway, fresh({ caching: false })), false);
        const question = fresh();
        assert.equal(await isAnsweredAgain(gateway, question), true);
        assert.equal((await ask(gateway, { ...question, cache: { 's-maxage': 0 } })).kept, false);
        assert.equal((await ask(gateway, { ...question, cache: { namespace: 'other' } })).kept, false);
        assert.match((await ask(gateway, { ...question, cache: { namespace: 'other' } })).key, /^other:[0-9a-f]{64}$/);
        const brief = fresh({ cache: { ttl: 0.001 } });
        await ask(gateway, brief);
        await eventually(async () => !(await ask(gateway, { ...brief, cache: { 'no-store': true } })).kept, 'the end of its time');
    });

    test('obeys the key of a call', async () => {
        const key = await newKey(gateway, { allowed_cache_controls: ['ttl'], metadata: { cache: { 'no-store': true } } });
        assert.equal(await isAnsweredAgain(gateway, fresh(), { key }), false);
        assert.equal(await isAnsweredAgain(gateway, fresh({ cache: { ttl: 60 } }), { key }), false);
        const { status, error } = await refusedBy(gateway, door, fresh({ cache: { 'no-cache': true } }), { key });
        assert.equal(status, 403);
        assert.equal(error.message, 'Not allowed to set no-cache as a cache control. Contact admin to change permissions.');
    });

    test('charges nobody for what it has', async () => {
        const key = await newKey(gateway);
        const question = fresh();
        await ask(gateway, question, { key });
        const spent = async () => nanos((await manage(gateway, `/key/info?key=${key}`)).info.spend);
        const once = await eventually(async () => await spent() || undefined, 'the first is booked');
        assert.equal((await ask(gateway, question, { key, ...as('free-of-charge') })).kept, true);
        await eventually(async () => (await manage(gateway, `/spend/logs?api_key=${key}`)).length === 2, 'both are booked');
        assert.equal(await spent(), once);
        const rows = await manage(gateway, `/spend/logs?api_key=${key}`);
        assert.deepEqual(rows.map(row => row.cache_hit).sort(), ['False', 'True']);
        assert.equal(new Set(rows.map(row => row.request_id)).size, 2);
        assert.equal(new Set(rows.map(row => row.cache_key)).size, 1);
        const day = new Date().toISOString().slice(0, 10);
        const told = await manage(gateway, `/global/activity/cache_hits?start_date=${day}&end_date=${day}`);
        const [mine] = told.filter(each => each.api_key === rows[0].api_key);
        assert.deepEqual([mine.total_rows, mine.cache_hit_true_rows], [2, 1]);
        assert.equal(mine.cached_completion_tokens, mine.generated_completion_tokens);
    });

    test('counts what it does', async () => {
        const page = async () => (await get(gateway, '/metrics')).text();
        const sum = (text, name) => [...text.matchAll(new RegExp(`^${name}\\{[^}]*\\} (.*)$`, 'gm'))].reduce((all, [, value]) => all + Number(value), 0);
        const before = await page();
        await isAnsweredAgain(gateway, fresh());
        const after = await page();
        const rise = name => sum(after, name) - sum(before, name);
        assert.equal(rise('litellm_cache_hits_metric_total'), 1);
        assert.equal(rise('litellm_cache_misses_metric_total'), 1);
        assert.equal(rise('litellm_cached_tokens_metric_total'), 18);
    });

    test('can be asked how it is, and be emptied', async () => {
        const ping = await manage(gateway, '/cache/ping');
        assert.deepEqual([ping.status, ping.cache_type], ['healthy', 'local']);
        const question = fresh();
        await ask(gateway, question);
        const { key } = await ask(gateway, question);
        assert.deepEqual(await manage(gateway, '/cache/delete', { keys: [key] }), { status: 'success' });
        assert.equal((await ask(gateway, question)).kept, false);
        assert.deepEqual(await manage(gateway, '/cache/flushall', {}), { status: 'success' });
        assert.equal((await ask(gateway, question)).kept, false);
        assert.equal((await refusedBy(gateway, '/cache/delete', {})).status, 400);
        assert.equal((await refusedBy(gateway, '/cache/redis/info')).status, 400);
        const key2 = await newKey(gateway);
        assert.equal((await refusedBy(gateway, '/cache/flushall', {}, { key: key2 })).status, 401);
    });
});

describe('a cache that has to be asked for', () => {
    let gateway, stop;
    before(async () => { ({ gateway, stop } = await stage({ settings: settingsWith('type: local, mode: default_off') })); });
    after(() => stop?.());

    test('answers those who do', async () => {
        assert.equal(await isAnsweredAgain(gateway, fresh()), false);
        assert.equal(await isAnsweredAgain(gateway, fresh({ cache: { 'use-cache': true } })), true);
    });
});

describe('no cache', () => {
    let gateway, stop;
    before(async () => { ({ gateway, stop } = await stage()); });
    after(() => stop?.());

    test('answers nothing, and says so', async () => {
        assert.equal(await isAnsweredAgain(gateway, fresh()), false);
        const { status, error } = await refusedBy(gateway, '/cache/ping');
        assert.deepEqual([status, error.type], [503, 'cache_ping_error']);
    });
});

describe('a cache in Redis', { skip: missing }, () => {
    let redis, provider, one, other;
    before(async () => {
        redis = await startRedis();
        provider = await startProvider();
        const config = standardConfig(provider, { settings: settingsWith(`type: redis, host: 127.0.0.1, port: ${redis.port}, password: os.environ/REDIS_WORD`) });
        const env = { REDIS_WORD: redisPassword };
        one = await start(config, { env });
        other = await start(config, { env });
    });
    after(async () => {
        await one?.stop();
        await other?.stop();
        await provider?.close();
        await redis?.stop();
    });
    beforeEach(() => provider.script());

    test('is one for all gateways', async () => {
        const question = fresh();
        const first = await ask(one, question);
        const second = await ask(other, question);
        assert.deepEqual([first.kept, second.kept], [false, true]);
        assert.equal(second.text, first.text);
        assert.equal(provider.log().length, 1);
        const stored = JSON.parse(redis.ask('GET', `gatehouse:cache:${second.key}`));
        assert.equal(stored.response, first.text);
        assert.ok(Number(redis.ask('PTTL', `gatehouse:cache:${second.key}`)) <= 600000);
    });

    test('says how it is, and lets others be when it is emptied', async () => {
        const ping = await manage(one, '/cache/ping');
        assert.deepEqual([ping.status, ping.cache_type, ping.ping_response, ping.set_cache_response], ['healthy', 'redis', true, 'success']);
        assert.match((await manage(one, '/cache/redis/info')).info.redis_version, /^\d/);
        redis.ask('SET', 'of:others', '1');
        const question = fresh();
        await ask(one, question);
        await manage(other, '/cache/flushall', {});
        assert.equal((await ask(one, question)).kept, false);
        assert.equal(redis.ask('GET', 'of:others'), '1');
    });

    test('that is away costs no answer, and comes back by itself', async () => {
        await redis.stop();
        assert.equal(await isAnsweredAgain(one, fresh()), false);
        assert.equal((await refusedBy(one, '/cache/ping')).status, 503);
        await one.says(/nothing is read from the cache, and nothing kept: Redis at 127\.0\.0\.1:\d+/);
        assert.ok(!one.logs().includes(redisPassword));
        await redis.again();
        const question = fresh();
        await eventually(async () => (await ask(one, question)).kept, 'the cache is back', 60000);
    });
});

describe('a cache in a Redis that speaks TLS', { skip: missing }, () => {
    let redis, provider, directory, certificate;
    before(async () => {
        directory = temporaryDirectory();
        const key = path.join(directory, 'key.pem');
        certificate = path.join(directory, 'certificate.pem');
        execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'], { stdio: 'ignore' });
        redis = await startRedis({ key, certificate });
        provider = await startProvider();
    });
    after(async () => {
        await provider?.close();
        await redis?.stop();
        rmSync(directory, { recursive: true, force: true });
    });
    beforeEach(() => provider.script());

    async function withGateway(params, look) {
        const gateway = await start(standardConfig(provider, { settings: settingsWith(`type: redis, url: os.environ/REDIS_PLACE${params}`) }), { env: { REDIS_PLACE: `rediss://:${redisPassword}@127.0.0.1:${redis.port}` } });
        try {
            await look(gateway);
        } finally {
            await gateway.stop();
        }
    }

    test('is used when its certificate is known', () => withGateway(`, ssl_ca_certs: "${certificate}"`, async gateway => {
        assert.equal(await isAnsweredAgain(gateway, fresh()), true);
        assert.equal((await manage(gateway, '/cache/ping')).status, 'healthy');
    }));

    test('is not told anything when nobody vouches for it', () => withGateway('', async gateway => {
        assert.equal(await isAnsweredAgain(gateway, fresh()), false);
        const { status, error } = await refusedBy(gateway, '/cache/ping');
        assert.equal(status, 503);
        assert.match(error.message, /certificate/);
        assert.ok(!gateway.logs().includes(redisPassword));
    }));

    test('is used whoever it is when that was asked for', () => withGateway(', ssl_cert_reqs: none', async gateway => {
        assert.equal(await isAnsweredAgain(gateway, fresh()), true);
    }));

    test('says so when the file with certificates has none', () => withGateway(`, ssl_ca_certs: "${path.join(directory, 'key.pem')}"`, async gateway => {
        assert.equal(await isAnsweredAgain(gateway, fresh()), false);
        await gateway.says(/no certificate can be read from .*key\.pem/);
    }));
});
