// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The configuration's file, edited over HTTP and by hand at the same time: nothing of it is lost, and what is saved is in use.

import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { startProvider } from '../fake_provider/provider.mjs';
import { chat, eventually, get, masterKey, openaiKey, post, stage, standardConfig, start } from './harness.mjs';

const put = (gateway, body, options = {}) => post(gateway, '/config/file', body, { method: 'PUT', ...options });
const json = async answer => ({ status: answer.status, ...await answer.json() });
const file = async gateway => json(await get(gateway, '/config/file'));
const answers = async (gateway, model) => (await post(gateway, '/v1/chat/completions', chat(model))).status === 200;

/// What the events of one kind say, as they come.
async function follow(gateway, kind) {
    const stop = new AbortController();
    const answer = await get(gateway, `/events?kinds=${kind}`, { signal: stop.signal });
    const seen = [];
    (async () => {
        let text = '';
        for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
            text += piece;
            const blocks = text.split('\n\n');
            text = blocks.pop();
            for (const block of blocks) if (block.includes('data: ')) seen.push(JSON.parse(block.slice(block.indexOf('data: ') + 6)).details);
        }
    })().catch(() => {});
    return { seen, close: () => stop.abort() };
}

describe('a file', () => {
    let stand, original;
    before(async () => {
        stand = await stage({ settings: '  timeout: 20   # patience\n' });
        original = readFileSync(stand.gateway.configFile, 'utf8');
    });
    after(() => stand.stop());

    test('is given as it is', async () => {
        const answer = await file(stand.gateway);
        assert.equal(answer.text, original);
        assert.deepEqual([answer.exists, answer.writable, answer.demo, answer.path], [true, true, false, stand.gateway.configFile]);
        assert.match(answer.revision, /^[0-9a-f]{64}$/);
        assert.equal(answer.in_use, answer.revision);
        assert.ok(!Number.isNaN(Date.parse(answer.modified_at)));
        assert.deepEqual(answer.problems.filter(problem => problem.severity === 'error'), []);
    });

    test('is changed by edits, is in use at once, and keeps every other byte', async () => {
        const { revision } = await file(stand.gateway);
        const edits = [{ op: 'set', path: ['router_settings', 'timeout'], value: 30 },
            { op: 'insert', path: ['model_list'], value: { model_name: 'another', litellm_params: { model: 'openai/gpt-4o', api_base: `${stand.provider.url}/v1`, api_key: openaiKey } } }];
        assert.equal(await answers(stand.gateway, 'another'), false);
        const preview = await json(await post(stand.gateway, '/config/file/preview', { revision, edits }));
        assert.deepEqual([preview.status, preview.is_current, preview.changes_nothing, preview.diff.removed], [200, true, false, 1]);
        assert.equal(readFileSync(stand.gateway.configFile, 'utf8'), original);
        const saved = await json(await put(stand.gateway, { revision, edits }));
        assert.equal(saved.status, 200, JSON.stringify(saved));
        assert.deepEqual([saved.applied, saved.saved, saved.previous_revision, saved.revision], [true, true, revision, preview.revision]);
        assert.equal(await answers(stand.gateway, 'another'), true);
        const text = readFileSync(stand.gateway.configFile, 'utf8');
        assert.equal(text, preview.text);
        assert.ok(text.includes('  timeout: 30   # patience\n'));
        const lines = text.split('\n');
        for (const line of original.split('\n')) if (!line.includes('timeout: 20')) assert.ok(lines.includes(line), line);
    });

    test('is taken back by an undo, and that by another', async () => {
        const { revision } = await file(stand.gateway);
        const undone = await json(await post(stand.gateway, '/config/file/undo', { revision }));
        assert.equal(undone.status, 200, JSON.stringify(undone));
        assert.equal(readFileSync(stand.gateway.configFile, 'utf8'), original);
        assert.equal(await answers(stand.gateway, 'another'), false);
        assert.equal((await post(stand.gateway, '/config/file/undo', { revision })).status, 409);
        const redone = await json(await post(stand.gateway, '/config/file/undo', { revision: undone.revision }));
        assert.deepEqual([redone.status, redone.revision], [200, revision]);
        assert.equal(await answers(stand.gateway, 'another'), true);
    });

    test('has its versions, newest first, with who made them and what changed', async () => {
        const { data } = await json(await get(stand.gateway, '/config/file/versions'));
        assert.deepEqual(data.map(version => version.how), ['undo', 'undo', 'edit', 'start']);
        assert.match(data[2].summary, /router_settings\.timeout/);
        assert.ok(data[2].by);
        const first = await json(await get(stand.gateway, `/config/file/versions/${data[3].revision}`));
        assert.equal(first.text, original);
        assert.ok(first.diff.added > 0);
        assert.equal((await get(stand.gateway, `/config/file/versions/${'0'.repeat(64)}`)).status, 404);
    });

    test('that an editor on the machine has changed is seen, told and not overwritten', async () => {
        const events = await follow(stand.gateway, 'config_changed');
        const seen = await file(stand.gateway);
        const byHand = seen.text.replace('num_retries: 0', 'num_retries: 1 # by hand');
        writeFileSync(stand.gateway.configFile, byHand);
        const told = await eventually(() => events.seen.find(each => each.revision !== seen.revision), 'the event');
        assert.deepEqual([told.applied, told.errors], [true, 0]);
        const refused = await json(await put(stand.gateway, { revision: seen.revision, text: `${seen.text}# mine\n` }));
        assert.equal(refused.status, 409);
        assert.equal(refused.error.type, 'conflict');
        assert.deepEqual([refused.conflict.text, refused.conflict.revision], [byHand, told.revision]);
        assert.equal(refused.conflict.diff.added, 1);
        assert.equal(readFileSync(stand.gateway.configFile, 'utf8'), byHand);
        events.close();

        // Edits of other places survive together; of the same place they do not.
        const both = await json(await put(stand.gateway, { revision: seen.revision, edits: [{ op: 'set', path: ['router_settings', 'timeout'], value: 40 }] }));
        assert.equal(both.status, 200, JSON.stringify(both));
        assert.equal(readFileSync(stand.gateway.configFile, 'utf8'), byHand.replace('timeout: 30', 'timeout: 40'));
        const same = await json(await put(stand.gateway, { revision: seen.revision, edits: [{ op: 'set', path: ['router_settings', 'num_retries'], value: 5 }] }));
        assert.equal(same.status, 409);
        assert.deepEqual(same.conflict.paths, [['router_settings', 'num_retries']]);
    });

    test('is reloaded once for each change that is saved here', async () => {
        const events = await follow(stand.gateway, 'config_changed');
        const saved = await json(await put(stand.gateway, { edits: [{ op: 'set', path: ['router_settings', 'timeout'], value: 41 }] }));
        await eventually(() => events.seen.find(each => each.revision === saved.revision), 'the event');
        // A change by hand comes through the same watch, later: a second reload of the first would have been before it.
        writeFileSync(stand.gateway.configFile, `${readFileSync(stand.gateway.configFile, 'utf8')}# end\n`);
        const { revision } = await file(stand.gateway);
        await eventually(() => events.seen.find(each => each.revision === revision), 'the event by hand');
        assert.equal(events.seen.filter(each => each.revision === saved.revision).length, 1);
        events.close();
    });

    test('with errors is refused, and told when it comes from an editor', async () => {
        const { text, revision } = await file(stand.gateway);
        const broken = text.replace('disable_cooldowns: true', 'disable_cooldowns: perhaps');
        const refused = await json(await put(stand.gateway, { revision, text: broken }));
        assert.equal(refused.status, 422);
        const [problem] = refused.problems.filter(each => each.severity === 'error');
        assert.deepEqual(problem.path, ['router_settings', 'disable_cooldowns']);
        assert.equal(problem.line, broken.slice(0, broken.indexOf('disable_cooldowns')).split('\n').length);
        assert.equal(readFileSync(stand.gateway.configFile, 'utf8'), text);

        const events = await follow(stand.gateway, 'config_changed');
        writeFileSync(stand.gateway.configFile, broken);
        const told = await eventually(() => events.seen.find(each => !each.applied), 'the event');
        events.close();
        assert.equal(told.errors, 1);
        const now = await file(stand.gateway);
        assert.deepEqual([now.revision, now.in_use, now.text], [told.revision, revision, broken]);
        assert.equal(await answers(stand.gateway, 'gpt'), true);
        assert.equal((await put(stand.gateway, { revision: now.revision, text })).status, 200);
        assert.equal((await file(stand.gateway)).in_use, revision);
    });

    test('says what counts only after a start', async () => {
        const preview = await json(await post(stand.gateway, '/config/file/preview', { edits: [{ op: 'set', path: ['general_settings', 'max_request_size_mb'], value: 7 }] }));
        assert.deepEqual(preview.needs_restart, ['general_settings.max_request_size_mb']);
    });

    test('keeps its mode', async () => {
        chmodSync(stand.gateway.configFile, 0o640);
        assert.equal((await put(stand.gateway, { edits: [{ op: 'set', path: ['router_settings', 'timeout'], value: 42 }] })).status, 200);
        assert.equal(statSync(stand.gateway.configFile).mode & 0o777, 0o640);
        assert.deepEqual(readdirSync(stand.gateway.directory).filter(name => name.startsWith('.')), []);
    });

    test('is not saved where nothing changes', async () => {
        const { revision, text } = await file(stand.gateway);
        const answer = await json(await put(stand.gateway, { revision, text }));
        assert.deepEqual([answer.status, answer.saved, answer.diff.hunks], [200, false, []]);
    });

    test('is refused with what is wrong about a request', async () => {
        const { revision } = await file(stand.gateway);
        const cases = [['{', 400, null], [{ text: 'a' }, 400, 'revision'], [{ revision }, 400, 'text'],
            [{ revision, edits: [{ op: 'set', path: ['a'], value: 1 }, { op: 'remove', path: ['nothing'] }] }, 400, 'edits[1]'],
            [{ revision, edits: 1 }, 400, 'edits'], [{ revision, text: 'model_list: [\n' }, 422, 'text'],
            [{ revision, text: 'a: "\u0000"\n' }, 422, 'text'], [{ revision: 'x'.repeat(64), edits: [] }, 409, 'revision']];
        for (const [body, status, param] of cases) {
            const answer = await json(await put(stand.gateway, body));
            assert.equal(answer.status, status, JSON.stringify([body, answer]));
            assert.equal(answer.error.param, param, JSON.stringify(answer));
        }
    });

    test('is for the administrator alone, also to look at', async () => {
        const made = await json(await post(stand.gateway, '/user/new', { user_role: 'proxy_admin_viewer' }));
        assert.equal((await get(stand.gateway, '/config/file', { key: made.key })).status, 403);
        assert.equal((await get(stand.gateway, '/config/schema', { key: made.key })).status, 200);
        const key = (await json(await post(stand.gateway, '/key/generate', {}))).key;
        for (const route of ['/config/file', '/config/file/versions', '/config/schema']) assert.ok([401, 403].includes((await get(stand.gateway, route, { key })).status), route);
        assert.equal((await get(stand.gateway, '/config/file', { key: null })).status, 401);
    });

    test('is in no log', () => {
        for (const secret of [masterKey, openaiKey]) assert.ok(!stand.gateway.logs().includes(secret));
    });
});

test('many editors at once lose nothing', async () => {
    const stand = await stage();
    try {
        const { revision } = await file(stand.gateway);
        const names = Array.from({ length: 12 }, (_, i) => `alias-${i}`);
        const saved = await Promise.all(names.map(name => put(stand.gateway, { revision, edits: [{ op: 'set', path: ['router_settings', 'model_group_alias', name], value: 'gpt' }] })));
        // The first makes the map that the others only add to.
        assert.deepEqual(saved.map(answer => answer.status), names.map(() => 200));
        const { text } = await file(stand.gateway);
        for (const name of names) assert.ok(text.includes(`    ${name}: gpt\n`), text);
        for (const name of names) assert.equal(await answers(stand.gateway, name), true, name);
    } finally {
        await stand.stop();
    }
});

test('a link is followed', async () => {
    const provider = await startProvider();
    const gateway = await start(standardConfig(provider));
    await gateway.says(/listening/);
    const target = path.join(gateway.directory, 'target.yaml'), link = path.join(gateway.directory, 'link.yaml');
    writeFileSync(target, standardConfig(provider));
    symlinkSync('target.yaml', link);
    const other = await start(undefined, { words: ['--config', link] });
    try {
        assert.equal((await put(other, { edits: [{ op: 'set', path: ['router_settings', 'num_retries'], value: 3 }] })).status, 200);
        assert.match(readFileSync(target, 'utf8'), /num_retries: 3/);
    } finally {
        await other.stop();
        await gateway.stop();
        await provider.close();
    }
});

describe('the demo', () => {
    test('becomes a file with the first change, and is found at the next look', async () => {
        const gateway = await start(undefined, { words: [] });
        try {
            const open = { key: null };
            const demo = await json(await get(gateway, '/config/file', open));
            const own = path.join(gateway.dataDirectory, 'config.yaml');
            assert.deepEqual([demo.demo, demo.exists, demo.revision, demo.in_use, demo.path], [true, false, 'none', 'none', own]);
            const saved = await json(await put(gateway, { revision: 'none', edits: [{ op: 'set', path: ['router_settings', 'model_group_alias'], value: { mine: 'demo' } }] }, open));
            assert.equal(saved.status, 200, JSON.stringify(saved));
            assert.equal(statSync(own).mode & 0o777, 0o600);
            assert.match(readFileSync(own, 'utf8'), /^# The demo of Gatehouse[^]*model_group_alias:\n {4}mine: demo\n$/);
            assert.equal((await post(gateway, '/v1/chat/completions', chat('mine'), open)).status, 200);
            const now = await json(await get(gateway, '/config/file', open));
            assert.deepEqual([now.demo, now.exists, now.in_use], [false, true, saved.revision]);
            writeFileSync(own, now.text.replace('mine: demo', 'other: demo')); // the watch has followed
            await eventually(async () => (await post(gateway, '/v1/chat/completions', chat('other'), open)).status === 200, 'the file by hand');
        } finally {
            await gateway.stop();
        }
    });

    test('gives way to a file that somebody puts there', async () => {
        const gateway = await start(undefined, { words: [] });
        try {
            const own = path.join(gateway.dataDirectory, 'config.yaml');
            assert.ok(!existsSync(own));
            writeFileSync(own, 'model_list:\n  - model_name: here\n    litellm_params: {model: openai/x, mock_response: "yes, here"}\n');
            await eventually(async () => (await post(gateway, '/v1/chat/completions', chat('here'), { key: null })).status === 200, 'the new file');
        } finally {
            await gateway.stop();
        }
    });

    test('is not given to pages of other servers, nor changed by them', async () => {
        const gateway = await start(undefined, { words: [] });
        try {
            const foreign = { key: null, headers: { origin: 'http://evil.example' } };
            assert.equal((await get(gateway, '/config/file', foreign)).status, 403);
            assert.equal((await put(gateway, { revision: 'none', text: 'a: 1\n' }, foreign)).status, 403);
        } finally {
            await gateway.stop();
        }
    });

    test('of --model there is no file', async () => {
        const gateway = await start(undefined, { words: ['--model', 'openai/gpt-4o'], env: { OPENAI_API_KEY: openaiKey } });
        try {
            const answer = await json(await get(gateway, '/config/file', { key: null }));
            assert.deepEqual([answer.path, answer.writable, answer.exists], ['', false, false]);
            assert.equal((await put(gateway, { revision: 'none', text: 'model_list: []\n' }, { key: null })).status, 403);
        } finally {
            await gateway.stop();
        }
    });
});

test('the table of keys is there for forms', async () => {
    const stand = await stage();
    try {
        const { keys } = await json(await get(stand.gateway, '/config/schema'));
        const key = Object.fromEntries(keys.map(each => [each.path, each]));
        assert.deepEqual([key['router_settings.num_retries'].type, key['router_settings.num_retries'].default, key['router_settings.num_retries'].served], ['integer', 2, 'now']);
        assert.equal(key['router_settings.cooldown_time'].unit, 'seconds');
        assert.equal(key['model_list[].litellm_params.api_key'].secret, true);
        assert.equal(key['model_list[].litellm_params.temperature'].request_parameter, true);
        assert.equal(key['model_list[].model_name'].required, true);
        assert.equal(key['general_settings.database_url'].needs_restart, true);
        assert.ok(key['router_settings.routing_strategy'].choices.includes('least-busy'));
        const schema = await json(await get(stand.gateway, '/config/schema?format=json-schema'));
        assert.match(schema.$schema, /json-schema\.org/);
    } finally {
        await stand.stop();
    }
});

test('the tree of the file is there for forms, and shows no secret', async () => {
    const stand = await stage();
    try {
        const { text } = await json(await get(stand.gateway, '/config/file'));
        const { tree, revision } = await json(await get(stand.gateway, '/config/tree'));
        assert.equal(revision.length, 64);
        assert.ok(tree.model_list.length > 0);
        for (const entry of tree.model_list) {
            const key = entry.litellm_params.api_key;
            if (key !== undefined) assert.ok(key === '•••' || /^(os\.environ|keychain)\//.test(key), key);
        }
        const literal = /api_key: (sk-\S+)/.exec(text)?.[1];
        if (literal) assert.ok(!JSON.stringify(tree).includes(literal));
    } finally {
        await stand.stop();
    }
});
