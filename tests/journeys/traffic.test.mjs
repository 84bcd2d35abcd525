// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Live traffic: every exchange can be seen with all that passed on its wires, while it runs and afterwards, followed as it happens,
// ended and sent again; and no credential is in any of it.

import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';

import { failure, streamed, whole } from '../fake_provider/answers.mjs';
import { chat, eventually, filesBelow, get, masterKey, message, openaiKey, anthropicKey, patience, post, stage, start, standardConfig } from './harness.mjs';

const door = '/v1/chat/completions';
const models = `  - model_name: both
    litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: ${openaiKey}, extra_headers: {x-house: house-header-secret}}
    model_info: {id: d-first}
  - model_name: second
    litellm_params: {model: openai/gpt-4o-mini, api_base: PROVIDER/v1, api_key: sk-openai-second-secret-3}
    model_info: {id: d-second}
`;
const settings = '  fallbacks: [{both: [second]}]';
const general = `  pass_through_endpoints:
    - {path: /pass, target: "PROVIDER/passed", headers: {x-target-key: pass-header-secret}, auth: true, forward_headers: true}
`;
const withProvider = provider => standardConfig(provider, { models, settings, general: general.replaceAll('PROVIDER', provider.url) });
const as = call => ({ headers: { 'x-litellm-call-id': call } });
const gate = () => {
    let open;
    const when = new Promise(resolve => { open = resolve; });
    return { when, open };
};
const show = async (gateway, id) => (await get(gateway, `/traffic/${id}`)).json();
const ended = (gateway, id) => eventually(async () => {
    const record = await show(gateway, id);
    return record.running === false && record;
}, `the end of ${id}`);
const isRunning = (gateway, id, phase) => eventually(async () => {
    const record = await show(gateway, id);
    return record.running && (!phase || record.phase === phase) && record;
}, `${id} runs`);
const send = (gateway, method, route, body) => fetch(gateway.url + route, { method, signal: AbortSignal.timeout(patience), headers: { authorization: `Bearer ${masterKey}`, 'content-type': 'application/json' }, body: body && JSON.stringify(body) });

/// Follows /events: what has come, and `until(look)`.
async function follow(gateway, query = '') {
    const stop = new AbortController();
    const response = await fetch(`${gateway.url}/events${query}`, { headers: { authorization: `Bearer ${masterKey}` }, signal: stop.signal });
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type'), /^text\/event-stream/);
    const all = [];
    let rest = '';
    const reading = (async () => {
        for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
            const blocks = (rest + piece).split('\n\n');
            rest = blocks.pop();
            for (const block of blocks) {
                const lines = Object.fromEntries(block.split('\n').filter(line => !line.startsWith(':')).map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
                if (lines.event) all.push({ id: Number(lines.id), kind: lines.event, data: JSON.parse(lines.data) });
            }
        }
    })().catch(() => {});
    return { all, reading, until: (look, what) => eventually(() => all.find(look), what), close: () => { stop.abort(); return reading; } };
}

describe('an exchange', () => {
    let provider, gateway, stop;
    before(async () => { ({ provider, gateway, stop } = await stage({ config: withProvider })); });
    after(() => stop?.());
    beforeEach(() => provider.script());

    test('is there with its four wires, its times and its cost', async () => {
        provider.script([whole('openai', { text: 'An answer.' })]);
        await post(gateway, door, chat('gpt', 'A question?'), as('four'));
        const record = await ended(gateway, 'four');
        assert.equal(record.state, 'completed');
        const { client_request: asked, attempts: [attempt], client_response: told } = record.wires;
        assert.equal(asked.method, 'POST');
        assert.equal(asked.url, door);
        assert.deepEqual(JSON.parse(asked.body), chat('gpt', 'A question?'));
        assert.equal(attempt.deployment, 'd-gpt');
        assert.equal(attempt.request.url, `${provider.url}/v1/chat/completions`);
        assert.equal(JSON.parse(attempt.request.body).model, 'gpt-4o');
        assert.equal(attempt.request.body, provider.last().text);
        assert.equal(attempt.response.status, 200);
        assert.equal(JSON.parse(attempt.response.body).choices[0].message.content, 'An answer.');
        assert.equal(told.status, 200);
        assert.equal(JSON.parse(told.body).choices[0].message.content, 'An answer.');
        assert.ok(asked.begin_ms <= attempt.request.begin_ms && attempt.request.begin_ms <= attempt.response.begin_ms && attempt.response.begin_ms <= told.begin_ms);
        assert.equal(record.usage.input, 11);
        assert.deepEqual(record.cost_lines.map(line => line.kind), ['input', 'output']);
        assert.equal(record.routing[0].candidates[0].verdict, 'chosen');
        assert.equal((await show(gateway, record.id)).call_id, 'four');
        assert.equal((await get(gateway, '/traffic/nobody')).status, 404);
        assert.equal((await get(gateway, '/traffic/four', { key: null })).status, 401);
    });

    test('is there while it runs, as far as it is', async () => {
        const { when, open } = gate();
        provider.script([{ when, ...whole('openai') }]);
        const answer = post(gateway, door, chat('gpt', 'Still there?'), as('running'));
        const record = await isRunning(gateway, 'running', 'waiting');
        assert.equal(record.state, 'running');
        assert.match(record.wires.client_request.body, /Still there\?/);
        assert.match(record.wires.attempts[0].request.body, /Still there\?/);
        assert.equal(record.wires.attempts[0].response, null);
        assert.equal(record.wires.client_response, null);
        const { data } = await (await get(gateway, '/traffic?state=running')).json();
        assert.deepEqual(data.map(row => [row.call_id, row.state, row.phase, row.model]), [['running', 'running', 'waiting', 'gpt']]);
        open();
        assert.equal((await answer).status, 200);
    });

    test('that was answered by a fallback has both attempts', async () => {
        provider.script([{ match: { model: 'gpt-4o-mini' }, ...whole('openai', { text: 'From the second.' }) }, failure('openai', 500, 'The first is down')]);
        assert.equal((await post(gateway, door, chat('both'), as('fallback'))).status, 200);
        const record = await ended(gateway, 'fallback');
        assert.deepEqual(record.wires.attempts.map(each => [each.deployment, each.response.status]), [['d-first', 500], ['d-second', 200]]);
        assert.match(record.wires.attempts[0].response.body, /The first is down/);
        assert.deepEqual(record.routing.map(each => each.group), ['both', 'second']);
        assert.equal(record.fallbacks, 1);
    });

    test('that failed says what everybody said', async () => {
        provider.script([failure('openai', 400, 'What is this?')]);
        assert.equal((await post(gateway, door, chat('gpt'), as('failed'))).status, 400);
        const record = await ended(gateway, 'failed');
        assert.equal(record.state, 'failed');
        assert.match(record.wires.attempts[0].response.body, /What is this\?/);
        assert.match(record.wires.client_response.body, /What is this\?/);
        assert.equal((await post(gateway, door, chat('nobody-has-it'), as('refused'))).status, 400);
        assert.equal((await ended(gateway, 'refused')).state, 'refused');
        const { data } = await (await get(gateway, '/traffic?errors=true&status=4xx&text=REFUSED')).json();
        assert.deepEqual(data.map(row => row.call_id), ['refused']);
    });

    test('that was streamed has its events as they came and as they went', async () => {
        const reply = streamed('anthropic', { text: 'Word by word' });
        provider.script([reply]);
        const text = await (await post(gateway, door, chat('claude', 'Go', { stream: true }), as('stream'))).text();
        const { wires, stream } = await ended(gateway, 'stream');
        assert.equal(stream, true);
        assert.match(wires.attempts[0].response.body, /event: message_start/);
        assert.match(wires.attempts[0].response.body, /event: message_stop/);
        assert.equal(wires.client_response.body, text);
        assert.ok(wires.client_response.begin_ms <= wires.client_response.end_ms);
    });

    test('that is passed through is captured too', async () => {
        provider.script([{ status: 200, text: 'passed', headers: { 'content-type': 'text/plain' } }]);
        await (await post(gateway, '/pass?a=1', { some: 'thing' }, as('passed'))).text();
        const { wires } = await ended(gateway, 'passed');
        assert.match(wires.attempts[0].request.url, /\/passed/);
        assert.equal(wires.attempts[0].request.body, '{"some":"thing"}');
        assert.equal(wires.client_response.body, 'passed');
        assert.ok(wires.attempts[0].request.headers.some(([name, value]) => name === 'x-target-key' && value === '[redacted]'));
    });
});

describe('an administrator', () => {
    let provider, gateway, stop;
    before(async () => { ({ provider, gateway, stop } = await stage({ config: withProvider, args: ['--workers', '4'] })); });
    after(() => stop?.());
    beforeEach(() => provider.script());

    test('ends a call that waits, whichever worker has it', async () => {
        provider.script([{ hang: true }]);
        const answers = Array.from({ length: 8 }, (_, n) => post(gateway, door, chat('gpt'), as(`hang-${n}`)));
        for (let n = 0; n < 8; n++) {
            await isRunning(gateway, `hang-${n}`, 'waiting');
            const aborted = await send(gateway, 'DELETE', `/traffic/hang-${n}`);
            assert.equal(aborted.status, 200, await aborted.clone().text());
            assert.equal((await aborted.json()).call_id, `hang-${n}`);
        }
        for (const response of await Promise.all(answers)) {
            assert.equal(response.status, 499);
            assert.match((await response.json()).error.message, /aborted by an administrator/);
        }
        const again = await send(gateway, 'DELETE', '/traffic/hang-0');
        assert.equal(again.status, 409);
        assert.equal((await send(gateway, 'DELETE', '/traffic/nobody')).status, 404);
        await eventually(() => provider.log().every(entry => entry.closedEarly), 'the providers are left');
    });

    test('ends a stream with an error in the caller\'s dialect', async () => {
        provider.script([{ ...streamed('anthropic', { text: 'a b c d e f g' }), hangAfter: 5 }]);
        const response = await post(gateway, '/v1/messages', message('claude', 'Go', { stream: true }), as('hang-stream'));
        await isRunning(gateway, 'hang-stream', 'streaming');
        assert.equal((await send(gateway, 'DELETE', '/traffic/hang-stream')).status, 200);
        assert.match(await response.text(), /event: error\ndata: .*aborted by an administrator/);
        assert.equal((await ended(gateway, 'hang-stream')).state, 'failed');
    });

    test('sends a captured request again, or asks another model for it', async () => {
        provider.script([whole('openai', { text: 'First.' }), whole('openai', { text: 'Again.' }), whole('anthropic', { text: 'Another.' })]);
        await post(gateway, door, chat('gpt', 'Repeat after me'), as('original'));
        const replay = await send(gateway, 'POST', '/traffic/original/replay');
        assert.equal(replay.status, 200, await replay.clone().text());
        const again = await replay.json();
        assert.equal(again.status, 200);
        assert.equal(again.body.choices[0].message.content, 'Again.');
        assert.notEqual(again.call_id, 'original');
        assert.equal((await ended(gateway, again.call_id)).id, again.id);
        assert.deepEqual(provider.last().body.messages, chat('gpt', 'Repeat after me').messages);
        const other = await (await send(gateway, 'POST', '/traffic/original/replay', { model: 'claude' })).json();
        assert.equal(other.body.choices[0].message.content, 'Another.');
        assert.match(provider.last().path, /messages/);
        assert.equal((await send(gateway, 'POST', '/traffic/nobody/replay')).status, 404);
    });

    test('cannot send again what was not kept whole', async () => {
        await post(gateway, door, chat('gpt', `My key is ${openaiKey}`), as('with-key'));
        const refused = await send(gateway, 'POST', '/traffic/with-key/replay');
        assert.equal(refused.status, 409);
        assert.match((await refused.json()).error.message, /credentials/);
        await post(gateway, door, chat('gpt', 'x'.repeat(1100 * 1024)), as('long'));
        assert.match((await (await send(gateway, 'POST', '/traffic/long/replay')).json()).error.message, /were cut/);
        const { wires } = await ended(gateway, 'long');
        assert.equal(wires.client_request.body.length, 1024 * 1024);
        assert.ok(wires.client_request.cut_bytes > 75 * 1024);
    });
});

describe('events', () => {
    let provider, gateway, stop;
    before(async () => { ({ provider, gateway, stop } = await stage({ config: withProvider, settings })); });
    after(() => stop?.());
    beforeEach(() => provider.script());

    test('tell of a call from its start to its end, in order', async () => {
        const events = await follow(gateway);
        provider.script([{ ...streamed('openai', { text: 'one two three four five' }), gap: 0.1 }]);
        await (await post(gateway, door, chat('gpt', 'Go', { stream: true }), as('told'))).text();
        await events.until(each => each.kind === 'request_done' && each.data.call_id === 'told', 'the end is told');
        const own = events.all.filter(each => each.data.call_id === 'told');
        assert.equal(own[0].kind, 'request_started');
        assert.equal(own[0].data.model, 'gpt');
        assert.equal(own[1].kind, 'first_token');
        assert.ok(own.slice(2, -1).length > 0 && own.slice(2, -1).every(each => each.kind === 'progress'), JSON.stringify(own));
        assert.equal(own.at(-1).kind, 'request_done');
        assert.equal(own.at(-1).data.tokens.input, 11);
        assert.ok(own.every((each, n) => n === 0 || each.id > own[n - 1].id));
        await events.until(each => each.kind === 'tick' && each.data.requests === 1, 'a tick counts it');
        await events.close();
    });

    test('tell of failures, and only of what was asked for', async () => {
        const events = await follow(gateway, '?kinds=request_failed,record_changed');
        provider.script([failure('openai', 400, 'No')]);
        await post(gateway, door, chat('gpt'), as('told-failed'));
        await events.until(each => each.data.call_id === 'told-failed', 'the failure is told');
        await post(gateway, '/team/new', { team_alias: 'watchers' });
        const changed = await events.until(each => each.kind === 'record_changed', 'the change is told');
        assert.equal(changed.data.details.kind, 'team');
        assert.ok(events.all.every(each => ['request_failed', 'record_changed'].includes(each.kind)));
        await events.close();
        assert.equal((await get(gateway, '/events?kinds=nonsense')).status, 400);
        assert.equal((await get(gateway, '/events', { key: null })).status, 401);
    });

    test('end when the gateway stops, which nobody who listens delays', async () => {
        const scene = await stage({ config: withProvider });
        const events = await follow(scene.gateway);
        const begun = Date.now();
        await scene.stop();
        await events.reading;
        assert.equal(events.all.at(-1).kind, 'stopping');
        assert.ok(Date.now() - begun < 10000);
    });
});

describe('nothing that is secret', () => {
    const secrets = [masterKey, openaiKey, anthropicKey, 'sk-openai-second-secret-3', 'house-header-secret', 'pass-header-secret', 'in-a-cookie-7', 'of-a-member-8'];

    test('is in any record, event, log or file', async () => {
        const { provider, gateway, stop } = await stage({ config: provider => withProvider(provider) + '  capture: all\n' });
        const events = await follow(gateway);
        const headers = { cookie: 'a=in-a-cookie-7', 'x-litellm-call-id': 'secret-1' };
        provider.script([failure('openai', 401, `Incorrect API key provided: ${openaiKey}`)]);
        await post(gateway, door, { ...chat('gpt', `mine is ${masterKey}`), metadata: { api_key: 'of-a-member-8' } }, { headers });
        provider.script();
        await post(gateway, door, chat('both'), as('secret-2'));
        await post(gateway, '/v1/messages', message('claude'), as('secret-3'));
        await (await post(gateway, '/pass?key=' + masterKey, {}, as('secret-4'))).text();
        const key = (await (await post(gateway, '/key/generate', {})).json()).key;
        await post(gateway, door, chat('second'), { ...as('secret-5'), key });
        const seen = [];
        for (const id of ['secret-1', 'secret-2', 'secret-3', 'secret-4', 'secret-5']) seen.push(JSON.stringify(await ended(gateway, id)));
        await events.until(each => each.data.call_id === 'secret-5' && each.kind === 'request_done', 'all is told');
        seen.push(JSON.stringify(events.all), gateway.logs(), await (await get(gateway, '/traffic')).text(), await (await get(gateway, '/traffic?stored=true')).text());
        for (const file of filesBelow(path.join(gateway.dataDirectory, 'traffic'))) {
            assert.equal(statSync(file).mode & 0o777, 0o600);
            seen.push(readFileSync(file, 'utf8'));
        }
        assert.ok(seen.at(-1).includes('secret-3'), 'the files were looked at');
        for (const secret of [...secrets, key]) assert.ok(!seen.some(text => text.includes(secret)), `${secret} was kept: ${seen.find(text => text.includes(secret))?.slice(0, 3000)}`);
        await events.close();
        await stop();
    });

    test('was said, where messages are not to be kept', async () => {
        const { provider, gateway, stop } = await stage({ config: provider => withProvider(provider) + '  capture_messages: false\n  capture: all\n' });
        provider.script([streamed('openai', { text: 'Whispered back' })]);
        await (await post(gateway, door, chat('gpt', 'Whispered', { stream: true }), as('hidden'))).text();
        const record = await ended(gateway, 'hidden');
        assert.ok(!JSON.stringify(record).includes('Whispered'));
        assert.equal(record.messages_hidden, true);
        assert.deepEqual(JSON.parse(record.wires.client_request.body), chat('gpt', 'redacted-by-litellm', { stream: true }));
        assert.match(record.prompt_cache.reasons[0], /hidden/);
        const files = filesBelow(path.join(gateway.dataDirectory, 'traffic')).map(file => readFileSync(file, 'utf8')).join();
        assert.ok(files.includes('hidden') && !files.includes('Whispered'));
        assert.equal((await send(gateway, 'POST', '/traffic/hidden/replay')).status, 409);
        await stop();
    });
});

test('what was kept on disk is there after a restart, and can be sent again', { timeout: 60000 }, async () => {
    const { provider, gateway, stop } = await stage({ config: provider => withProvider(provider) + '  capture: errors\n' });
    await post(gateway, door, chat('gpt'), as('well'));
    provider.script([failure('openai', 400, 'Remember this')]);
    await post(gateway, door, chat('gpt', 'Keep me'), as('kept'));
    await ended(gateway, 'kept');
    const data = gateway.dataDirectory;
    gateway.signal('SIGKILL'); // no good-bye: what was answered is kept all the same
    await gateway.ended;
    const again = await start(withProvider(provider), { args: ['--data-dir', data] });
    const record = await show(again, 'kept');
    assert.match(record.wires.attempts[0].response.body, /Remember this/);
    assert.equal((await get(again, '/traffic/well')).status, 404);
    const listed = await (await get(again, '/traffic?stored=true')).json();
    assert.deepEqual(listed.data.map(row => row.call_id), ['kept']);
    provider.script([whole('openai', { text: 'Better now.' })]);
    const replayed = await (await send(again, 'POST', '/traffic/kept/replay')).json();
    assert.equal(replayed.body?.choices?.[0].message.content, 'Better now.', JSON.stringify(replayed));
    await again.stop();
    await stop();
});

test('the doctor says what the prompt cache missed, and why', async () => {
    const { provider, gateway, stop } = await stage({ config: withProvider });
    const ask = (call, minute) => post(gateway, door, { model: 'gpt', messages: [{ role: 'system', content: `You help. It is 2026-11-26 10:${minute}.` }, { role: 'user', content: 'Hello' }] }, as(call));
    provider.script([whole('openai', { usage: { fresh: 3000, cached: 0 } })]);
    await ask('doctor-1', '01');
    assert.equal((await ended(gateway, 'doctor-1')).prompt_cache.verdict, 'first');
    await ask('doctor-2', '02');
    const { prompt_cache: told } = await ended(gateway, 'doctor-2');
    assert.equal(told.verdict, 'miss');
    assert.equal(told.missed_tokens, 3000);
    assert.equal(told.compared_with.call_id, 'doctor-1');
    assert.equal(told.change.where, 'messages[0]');
    assert.equal(told.change.looks_like_time, true);
    assert.match(told.reasons[0], /messages\[0\] \(system\) changed at byte \d+: .*the system prompt/);
    assert.match(told.advice[0], /put times, dates and ids at the end/);
    await stop();
});
