// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The configuration: what is said about it, what starts with it, how a new one is taken over, and what never leaks out of it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { failure, streamed } from '../fake_provider/answers.mjs';
import { startProvider } from '../fake_provider/provider.mjs';
import { anthropicKey, chat, cleanEnvironment, eventually, filesBelow, get, masterKey, message, openaiKey, post, program, run, stage, standardConfig, start, temporaryFile } from './harness.mjs';

let provider;
before(async () => { provider = await startProvider(); });
after(() => provider.close());

describe('gatehouse check', () => {
    const check = (text, env) => {
        const file = temporaryFile('config.yaml', text);
        const { status, stdout, stderr } = run(['check', file], { env });
        return { status, text: stdout + stderr };
    };

    test('has nothing to say about a good file', () => {
        const { status, text } = check(standardConfig(provider));
        assert.equal(status, 0, text);
        assert.match(text, /^0 errors, 0 warnings/m);
    });

    test('warns of an unknown key with its place and the nearest known one', () => {
        const { status, text } = check('modle_list: []\nmodel_list:\n  - model_name: a\n    litellm_params: {model: openai/a, api_key: x, api_bse: "http://x"}\n');
        assert.equal(status, 0, text);
        assert.match(text, /config\.yaml:1:1: warning: .*modle_list.*model_list/);
        assert.match(text, /config\.yaml:4:\d+: warning: .*api_bse.*api_base/);
    });

    test('names a wrong type with its place', () => {
        const { status, text } = check(`${standardConfig(provider)}\nlitellm_settings:\n  request_timeout: soon\n`);
        assert.notEqual(status, 0);
        assert.match(text, /config\.yaml:\d+:\d+: error: .*request_timeout/);
    });

    test('names a broken file with its place', () => {
        const { status, text } = check('model_list:\n  - model_name: a\n   litellm_params: {\n');
        assert.notEqual(status, 0);
        assert.match(text, /config\.yaml:\d+:\d+: error: /);
    });

    test('tells all problems and not only the first', () => {
        const { text } = check(`model_list:\n  - model_name: 1.5\n    litellm_params: {model: openai/a, api_key: k, rpm: many}\n  - litellm_params: {model: openai/b}\nlitellm_settings: {num_retries: often}\n`);
        assert.ok(text.split('\n').filter(line => line.includes(': error: ')).length >= 3, text);
    });

    test('names an unset variable that is needed, and only while it is unset', () => {
        const text = `${standardConfig(provider).replace(masterKey, 'os.environ/JOURNEY_KEY')}`;
        const unset = check(text);
        assert.notEqual(unset.status, 0);
        assert.match(unset.text, /config\.yaml:\d+:\d+: error: .*JOURNEY_KEY/);
        assert.equal(check(text, { JOURNEY_KEY: 'sk-set' }).status, 0);
        assert.equal(check(`${text}\nenvironment_variables: {JOURNEY_KEY: sk-set}\n`).status, 0);
    });

    test('names an unset variable of one deployment', () => {
        const { text } = check('model_list:\n  - model_name: a\n    litellm_params: {model: openai/a, api_key: os.environ/JOURNEY_KEY}\n');
        assert.match(text, /config\.yaml:3:\d+: (warning|error): .*JOURNEY_KEY/);
    });

    test('says of a later capability that it is known and not active yet', () => {
        const { status, text } = check(`${standardConfig(provider)}\nlitellm_settings:\n  input_callback: [langfuse]\n`);
        assert.equal(status, 0, text);
        assert.match(text, /input_callback.*known, not active yet/);
    });

    test('says that a file is missing', () => {
        const { status, stdout, stderr } = run(['check', '/nowhere/config.yaml']);
        assert.notEqual(status, 0);
        assert.match(stdout + stderr, /\/nowhere\/config\.yaml/);
    });

    test('prints no secret', () => {
        const { text } = check(`${standardConfig(provider)}\nlitellm_settings: {num_retries: ${openaiKey}}\n`);
        for (const secret of [openaiKey, anthropicKey, masterKey]) assert.ok(!text.includes(secret), text);
    });
});

test('gatehouse config schema prints a JSON Schema', () => {
    const { status, stdout } = run(['config', 'schema']);
    assert.equal(status, 0);
    const schema = JSON.parse(stdout);
    assert.match(schema.$schema, /json-schema\.org/);
    for (const section of ['model_list', 'litellm_settings', 'router_settings', 'general_settings', 'environment_variables', 'include']) assert.ok(schema.properties[section], section);
    assert.ok(schema.properties.model_list.items.properties.litellm_params);
});

test('--version and --help answer without a display', () => {
    assert.match(run(['--version']).stdout, /\d+\.\d+/);
    const { status, stdout } = run(['--help']);
    assert.equal(status, 0);
    for (const flag of ['--service', '--config', '--host', '--port', '--workers', '--data-dir']) assert.ok(stdout.includes(flag), flag);
});

describe('at the start', () => {
    test('a broken file is a clear error and an exit', () => {
        const file = temporaryFile('config.yaml', 'model_list: [\n');
        const { status, stdout, stderr } = run(['--service', '--config', file, '--port', '0']);
        assert.ok(status > 0, `status ${status}`);
        assert.match(stdout + stderr, /config\.yaml:\d+:\d+: error: /);
    });

    test('a missing file is a clear error and an exit', () => {
        const { status, stdout, stderr } = run(['--service', '--config', '/nowhere/config.yaml', '--port', '0']);
        assert.ok(status > 0);
        assert.match(stdout + stderr, /\/nowhere\/config\.yaml/);
    });

    test('a port that is taken is a clear error and an exit', () => {
        const file = temporaryFile('config.yaml', standardConfig(provider));
        const { status, stdout, stderr } = run(['--service', '--config', file, '--port', String(provider.port)]);
        assert.ok(status > 0);
        assert.match(stdout + stderr, new RegExp(`${provider.port}.*in use|in use.*${provider.port}`, 's'));
    });

    test('an open bind without a master key is refused, with the flag that forces it', async () => {
        const open = standardConfig(provider).replace(/general_settings:[^]*$/, '');
        const file = temporaryFile('config.yaml', open);
        const words = ['--service', '--config', file, '--host', '0.0.0.0', '--port', '0', '--data-dir', path.join(path.dirname(file), 'data')];
        const { status, stdout, stderr } = run(words);
        assert.ok(status > 0);
        const said = stdout + stderr;
        assert.match(said, /master[_ ]key/i);
        const flag = said.match(/--[a-z][a-z-]*(?:open|unprotected|without|insecure|no-key|public|anyone)[a-z-]*/)?.[0];
        assert.ok(flag, `a flag that says what it does in: ${said}`);
        const forced = await start(open, { args: ['--host', '0.0.0.0', flag] });
        await forced.stop();
    });

    test('an open bind with a master key is allowed', async () => {
        const gateway = await start(standardConfig(provider), { args: ['--host', '0.0.0.0'] }).catch(error => assert.fail(error.message));
        assert.equal((await get(gateway, '/health/liveliness')).status, 200);
        await gateway.stop();
    });

    test('flags without a meaning here are warned of and do no harm', async () => {
        const gateway = await start(standardConfig(provider), { args: ['--run_gunicorn', '--telemetry', 'False', '--max_requests_before_restart', '100'] });
        assert.equal((await post(gateway, '/v1/chat/completions', chat('gpt'))).status, 200);
        await gateway.says(/warning.*run[-_]gunicorn/);
        await gateway.stop();
    });

    test('a flag that nobody knows is an error', () => {
        const { status, stdout, stderr } = run(['--service', '--no-such-flag']);
        assert.ok(status > 0);
        assert.match(stdout + stderr, /no-such-flag/);
    });
});

describe('LiteLLM\'s command lines', () => {
    test('--config FILE --port N --num_workers 2 --detailed_debug', async () => {
        const gateway = await start(standardConfig(provider), { args: ['--num_workers', '2', '--detailed_debug'] });
        assert.equal((await post(gateway, '/v1/chat/completions', chat('gpt'))).status, 200);
        await gateway.stop();
    });

    test('every flag that LiteLLM has is understood', () => {
        const plain = ['--debug', '--detailed_debug', '--drop_params', '--add_function_to_prompt', '--save', '--use_queue', '--health', '--test', '--test_async', '--iam_token_db_auth', '--run_gunicorn', '--run_hypercorn', '--run_granian', '--use_prisma_db_push', '--local', '--skip_server_startup'];
        const valued = ['--config', '-c', '--host', '--model', '-m', '--alias', '--api_base', '--api_version', '--add_key', '--headers', '--log_config', '--ciphers', '--telemetry'];
        const numbers = ['--port', '--num_workers', '--temperature', '--max_tokens', '--request_timeout', '--max_budget', '--num_requests', '--keepalive_timeout', '--max_requests_before_restart'];
        for (const words of [...plain.map(flag => [flag]), ...valued.map(flag => [flag, 'x']), ...numbers.map(flag => [flag, '1'])]) {
            const { status, stderr } = run([...words, '--version']);
            assert.equal(status, 0, `${words.join(' ')}: ${stderr}`);
        }
    });

    test('-c FILE, and values behind an equals sign', async () => {
        const file = temporaryFile('short.yaml', standardConfig(provider));
        for (const words of [['-c', file], [`--config=${file}`]]) {
            const gateway = await start(undefined, { words });
            assert.equal((await post(gateway, '/v1/chat/completions', chat('gpt'))).status, 200);
            await gateway.stop();
        }
    });

    test('--model openai/gpt-4o --api_base URL serves that model without a file', async () => {
        const gateway = await start(undefined, { words: ['--model', 'openai/gpt-4o', '--api_base', `${provider.url}/v1`], env: { OPENAI_API_KEY: openaiKey } });
        provider.script();
        for (const model of ['openai/gpt-4o', 'gpt-3.5-turbo']) {
            const response = await post(gateway, '/v1/chat/completions', chat(model), { key: 'sk-anything' });
            assert.equal(response.status, 200, await response.text());
            assert.equal(provider.last().body.model, 'gpt-4o');
            assert.equal(provider.last().headers.authorization, `Bearer ${openaiKey}`);
        }
        await gateway.stop();
    });

    test('the configuration may be named by CONFIG_FILE_PATH, the master key by LITELLM_MASTER_KEY', async () => {
        const file = temporaryFile('named.yaml', standardConfig(provider).replace(/general_settings:[^]*$/, ''));
        const gateway = await start(undefined, { words: [], env: { CONFIG_FILE_PATH: file, LITELLM_MASTER_KEY: 'sk-from-the-environment' } });
        assert.equal((await post(gateway, '/v1/chat/completions', chat('gpt'), { key: 'sk-from-the-environment' })).status, 200);
        assert.equal((await post(gateway, '/v1/chat/completions', chat('gpt'), { key: null })).status, 401);
        await gateway.stop();
    });

    test('without anything a demo answers', async () => {
        const gateway = await start(undefined, { words: [] });
        const answer = await (await post(gateway, '/v1/chat/completions', chat('demo'), { key: null })).json();
        assert.ok(answer.choices[0].message.content.length > 0);
        const stream = await (await post(gateway, '/v1/chat/completions', chat('demo', 'Hi', { stream: true }), { key: null })).text();
        assert.match(stream, /data: \[DONE\]/);
        await gateway.stop();
    });
});

describe('YAML as LiteLLM reads it', () => {
    test('os.environ, environment_variables, include, 200_000, yes and no, anchors', async () => {
        const extra = temporaryFile('more.yaml', `model_list:\n  - model_name: included\n    litellm_params: {model: openai/included, api_base: ${provider.url}/v1, api_key: os.environ/JOURNEY_KEY}\n`);
        const text = `
include: [${path.basename(extra)}]
x-common: &common {api_base: "${provider.url}/v1", api_key: os.environ/JOURNEY_KEY}
model_list:
  - model_name: anchored
    litellm_params: {<<: *common, model: openai/anchored, tpm: 200_000, drop_params: yes}
environment_variables:
  JOURNEY_KEY: sk-journey-variable
general_settings:
  master_key: os.environ/JOURNEY_MASTER
`;
        const file = path.join(path.dirname(extra), 'config.yaml');
        writeFileSync(file, text);
        const gateway = await start(undefined, { words: ['--config', file], env: { JOURNEY_MASTER: masterKey } });
        provider.script();
        for (const model of ['anchored', 'included']) {
            const response = await post(gateway, '/v1/chat/completions', chat(model));
            assert.equal(response.status, 200, await response.text());
            assert.equal(provider.last().headers.authorization, 'Bearer sk-journey-variable');
        }
        await gateway.stop();
    });
});

describe('a new configuration', () => {
    const withModel = (name, more = '') => standardConfig(provider, { models: `\n  - {model_name: ${name}, litellm_params: {model: openai/${name}, api_base: PROVIDER/v1, api_key: ${openaiKey}}}${more}` });
    const names = async gateway => (await (await get(gateway, '/v1/models')).json()).data.map(model => model.id);

    /// Runs `change` while a stream is open and gives what the stream added up to.
    async function duringStream(gateway, change) {
        provider.script([{ match: { text: 'slow stream' }, ...streamed('openai', { text: 'Not one word of this may be lost.' }), gap: 0.15 }]);
        const response = await post(gateway, '/v1/chat/completions', chat('gpt', 'slow stream', { stream: true }));
        await provider.until(log => log.some(entry => entry.events > 1), 'the stream');
        await change();
        assert.equal(provider.log()[0].finished, false, 'the stream was still running');
        return response.text();
    }

    for (const [how, tell] of Object.entries({ 'by SIGHUP': gateway => gateway.signal('SIGHUP'), 'by the changed file alone': () => {}, 'by a file moved into its place': () => {} })) {
        test(`is taken over ${how}, and no stream is dropped`, async () => {
            const gateway = await start(withModel('old-model'));
            const text = await duringStream(gateway, async () => {
                if (how.includes('moved')) {
                    writeFileSync(`${gateway.configFile}.new`, withModel('new-model'));
                    renameSync(`${gateway.configFile}.new`, gateway.configFile);
                } else {
                    writeFileSync(gateway.configFile, withModel('new-model'));
                }
                tell(gateway);
                await eventually(async () => (await names(gateway)).includes('new-model'), 'the new model');
            });
            assert.match(text, /data: \[DONE\]/);
            assert.equal((await post(gateway, '/v1/chat/completions', chat('new-model'))).status, 200);
            assert.equal((await post(gateway, '/v1/chat/completions', chat('old-model'))).status, 400);
            assert.equal((await gateway.stop()).code, 0);
        });
    }

    test('that is broken leaves the old one in force, and is told', async () => {
        const gateway = await start(withModel('old-model'));
        const text = await duringStream(gateway, async () => {
            writeFileSync(gateway.configFile, 'model_list: [\n');
            gateway.signal('SIGHUP');
            await gateway.says(/config\.yaml:\d+:\d+: error: /);
        });
        assert.match(text, /data: \[DONE\]/);
        assert.equal((await post(gateway, '/v1/chat/completions', chat('old-model'))).status, 200);
        writeFileSync(gateway.configFile, withModel('mended'));
        gateway.signal('SIGHUP');
        await eventually(async () => (await names(gateway)).includes('mended'), 'the mended file');
        await gateway.stop();
    });

    test('twenty in a row, under load, lose no request', async () => {
        const gateway = await start(withModel('round-0'));
        provider.script();
        let going = true;
        const statuses = [];
        const load = Promise.all(Array.from({ length: 4 }, async () => {
            while (going) {
                const response = await post(gateway, '/v1/chat/completions', chat('gpt'));
                await response.text();
                statuses.push(response.status);
            }
        }));
        for (let round = 1; round <= 20; round++) {
            writeFileSync(gateway.configFile, withModel(`round-${round}`));
            gateway.signal('SIGHUP');
            await eventually(async () => (await names(gateway)).includes(`round-${round}`), `round ${round}`);
        }
        going = false;
        await load;
        assert.deepEqual([...new Set(statuses)], [200]);
        await gateway.stop();
    });
});

describe('secrets', () => {
    for (const flags of [[], ['--debug'], ['--detailed_debug']]) {
        test(`never appear in what the program writes ${flags.join(' ')}`, async () => {
            const { provider: own, gateway, stop } = await stage({ args: flags });
            const variable = 'sk-caller-wrong-key-987654';
            own.script([
                { match: { text: 'fail' }, ...failure('openai', 401, `Incorrect API key provided: ${openaiKey}`) },
                { match: { text: 'reset' }, reset: true },
            ]);
            for (const text of ['fine', 'fail', 'reset']) {
                for (const stream of [false, true]) {
                    const answers = [
                        await post(gateway, '/v1/chat/completions', chat('gpt', text, { stream })),
                        await post(gateway, '/v1/messages', message('claude', text, { stream })),
                        await post(gateway, '/v1/chat/completions', chat('gpt', text), { key: variable }),
                        await post(gateway, '/v1/chat/completions', chat('gpt', text), { key: null, headers: { 'x-api-key': variable } }),
                    ];
                    for (const answer of answers) await answer.text();
                }
            }
            await (await get(gateway, `/v1/models?key=${masterKey}`)).text();
            await (await get(gateway, '/health')).text();
            writeFileSync(gateway.configFile, `${readFileSync(gateway.configFile, 'utf8')}\nunknown_key: ${openaiKey}\n`);
            gateway.signal('SIGHUP');
            await gateway.says(/unknown_key/);
            gateway.signal('SIGTERM');
            await gateway.ended;
            const files = filesBelow(gateway.directory).filter(file => !file.includes('config.yaml'));
            const written = [gateway.logs(), ...files.map(file => readFileSync(file, 'latin1'))];
            for (const secret of [masterKey, openaiKey, anthropicKey, variable]) {
                for (const text of written) assert.ok(!text.includes(secret), `${secret} in ${text.slice(Math.max(0, text.indexOf(secret) - 200), text.indexOf(secret) + 60)}`);
            }
            await stop();
        });
    }

    test('are not in the list of processes either', async () => {
        const gateway = await start(standardConfig(provider));
        const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(gateway.pid)], { encoding: 'utf8', env: cleanEnvironment() });
        for (const secret of [masterKey, openaiKey]) assert.ok(!stdout.includes(secret));
        await gateway.stop();
    });
});

test('the service loads no library of the desktop', async () => {
    const gateway = await start(standardConfig(provider));
    const maps = readFileSync(`/proc/${gateway.pid}/maps`, 'utf8');
    assert.doesNotMatch(maps, /libQt6(Gui|Widgets|Charts)/, `${program} loaded the desktop's libraries`);
    assert.doesNotMatch(maps, /plugins\/platforms/, `${program} opened a window system`);
    await gateway.stop();
});
