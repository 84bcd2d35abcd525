// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The log: what is in it, for people and for machines, and what is never.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { failure } from '../fake_provider/answers.mjs';
import { anthropicKey, chat, masterKey, message, openaiKey, post, stage, standardConfig } from './harness.mjs';
import { newKey } from './people.mjs';

const prompt = 'the-prompt-that-nobody-may-read';
const answer = 'Hello from the provider';

/// Everything that could carry a secret: good calls, streams, failures whose provider repeats its key, wrong keys, management.
async function talkAbout(scene) {
    const { gateway, provider } = scene;
    const key = await newKey(gateway, { key_alias: 'alice' });
    provider.script([]);
    for (const each of [post(gateway, '/v1/chat/completions', chat('gpt', prompt), { key, headers: { 'x-litellm-call-id': 'call-good' } }),
        post(gateway, '/v1/chat/completions', chat('gpt', prompt, { stream: true })), post(gateway, '/v1/messages', message('claude', prompt))])
        await (await each).text();
    provider.script([failure('openai', 401, `Incorrect API key provided: ${openaiKey}. You can find your API key at the usual place.`)]);
    await (await post(gateway, '/v1/chat/completions', chat('gpt', prompt), { headers: { 'x-litellm-call-id': 'call-bad' } })).text();
    provider.script([failure('openai', 500, 'unlike any pattern: plain0secret0of0a0provider')]);
    await (await post(gateway, '/v1/chat/completions', chat('odd', prompt))).text();
    provider.script([{ reset: true }]);
    await (await post(gateway, '/v1/chat/completions', chat('gpt', prompt))).text();
    provider.script([]);
    await (await post(gateway, '/v1/chat/completions', chat('gpt', prompt), { key: 'sk-wrong-key-of-a-stranger' })).text();
    await (await post(gateway, '/v1/chat/completions', `{"model": "gpt", "messages": "${prompt}`)).text();
    await (await post(gateway, '/v1/chat/completions', chat('nobody', prompt), { headers: { 'x-litellm-call-id': 'call-last' } })).text();
    await gateway.says(/call-last/);
    return [key, masterKey, openaiKey, anthropicKey, 'plain0secret0of0a0provider', 'sk-wrong-key-of-a-stranger', prompt, answer];
}

const odd = `
  - model_name: odd
    litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: plain0secret0of0a0provider}
    model_info: {id: d-odd}`;

describe('the log', () => {
    for (const [name, args, litellm] of [['usual', [], ''], ['debug', ['--debug'], ''], ['JSON', ['--log-level', 'debug'], 'litellm_settings:\n  json_logs: true\n']]) {
        test(`of the ${name} kind has no key, no prompt and no answer in it`, async () => {
            const scene = await stage({ config: provider => standardConfig(provider, { models: odd }) + litellm, args });
            const secrets = await talkAbout(scene);
            const logs = scene.gateway.logs();
            for (const secret of secrets) assert.ok(!logs.includes(secret), `${secret} in\n${logs.split('\n').filter(line => line.includes(secret)).join('\n')}`);
            assert.match(logs, /call-good/);
            assert.match(logs, /call-bad/);
            await scene.stop();
        });
    }

    test('names the call in each line that concerns one', async () => {
        const scene = await stage({ args: ['--debug'], config: provider => standardConfig(provider).replace('disable_cooldowns: true', 'allowed_fails: 0') });
        scene.provider.script([failure('openai', 500, 'no')]);
        const response = await post(scene.gateway, '/v1/chat/completions', chat('gpt'), { headers: { 'x-litellm-call-id': 'call-7' } });
        assert.equal(response.headers.get('x-litellm-call-id'), 'call-7');
        await response.text();
        await scene.gateway.says(/^\S+Z warning: deployment d-gpt \(gpt\) rests after status 500 call=call-7$/m);
        await scene.gateway.says(/^\S+Z debug: attempt at deployment d-gpt \(gpt\): status 500 in \d+ ms call=call-7$/m);
        await scene.gateway.says(/^\S+Z failed 500 \/v1\/chat\/completions .* call=call-7 .*$/m);
        assert.ok(!scene.gateway.logs().includes('\x1b'), 'colours are for terminals');
        await scene.stop();
    });

    test('is JSON line by line where that is asked for', async () => {
        const scene = await stage({ config: provider => standardConfig(provider) + 'litellm_settings:\n  json_logs: true\n  unknown_thing: 1\n' });
        await (await post(scene.gateway, '/v1/chat/completions', chat('gpt'), { headers: { 'x-litellm-call-id': 'json-1' } })).text();
        await scene.gateway.says(/json-1/);
        const lines = scene.gateway.logs().split('\n').filter(line => line && !line.startsWith('Gatehouse is listening'));
        const read = lines.map(line => JSON.parse(line));
        const call = read.find(each => each.call_id === 'json-1');
        assert.equal(call.state, 'completed');
        assert.ok(read.some(each => each.level === 'warning' && each.category === 'config' && /unknown_thing/.test(each.message) && each.timestamp));
        await scene.stop();
    });

    test('keeps to its levels, by the file, the environment and the command line', async () => {
        const quiet = await stage({ general: '  log_levels: {request: error}\n' });
        await (await post(quiet.gateway, '/v1/chat/completions', chat('gpt'), { headers: { 'x-litellm-call-id': 'unheard' } })).text();
        await quiet.stop();
        assert.ok(!quiet.gateway.logs().includes('unheard'));
        const loud = await stage({ general: '  log_levels: {all: error}\n', env: { LITELLM_LOG: 'ERROR' }, args: ['--log-level', 'request=info'] });
        await (await post(loud.gateway, '/v1/chat/completions', chat('gpt'), { headers: { 'x-litellm-call-id': 'heard' } })).text();
        await loud.gateway.says(/call=heard/);
        await loud.stop();
        const wrong = await stage({ env: { LITELLM_LOG: 'LOUD' } });
        await wrong.gateway.says(/warning: LITELLM_LOG: 'LOUD' is no level of the log: there are the levels error, warning, info and debug/);
        await wrong.stop();
    });

    test('hides who asked and what providers say where that is asked for', async () => {
        const scene = await stage({ args: ['--debug'], config: provider => standardConfig(provider) + 'litellm_settings:\n  redact_user_api_key_info: true\n  redact_messages_in_exceptions: true\n' });
        const key = await newKey(scene.gateway, { key_alias: 'alice-alias' });
        scene.provider.script([failure('openai', 500, 'words of the provider')]);
        await (await post(scene.gateway, '/v1/chat/completions', chat('gpt'), { key, headers: { 'x-litellm-call-id': 'hidden' } })).text();
        await scene.gateway.says(/call=hidden/);
        assert.ok(!scene.gateway.logs().includes('alice-alias'));
        assert.ok(!scene.gateway.logs().includes('words of the provider'));
        await scene.stop();
    });
});
