// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Where providers' keys come from: a real keyring, files.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { assertServes, cleanEnvironment, eventually, filesBelow, program, run, stage, standardConfig, temporaryFile } from './harness.mjs';
import { missing, startKeyring } from './keyring.mjs';

const secret = 'sk-from-the-keyring-0123456789';
const withKey = key => provider => standardConfig(provider).replace(/api_key: sk-openai\S+/, `api_key: ${key}`);
const lastKey = scene => scene.provider.log().at(-1).headers.authorization;

describe('a real keyring', { skip: missing.length ? `there is no ${missing.join(', ')}; packaging/setup --for test installs it` : false }, () => {
    let keyring;
    const key = (words, options = {}) => spawnSync(program, ['key', ...words], { encoding: 'utf8', timeout: 20000, env: cleanEnvironment(keyring.env), ...options });
    before(async () => { keyring = await startKeyring(); });
    after(() => keyring.stop());

    test('a key is set, named, looked for and deleted, and never shown', () => {
        const said = [];
        const ok = (words, options) => {
            const { status, stdout, stderr } = key(words, options);
            assert.equal(status, 0, stderr);
            said.push(stdout, stderr);
            return stdout;
        };
        ok(['set', 'first'], { input: `${secret}\n` });
        ok(['set', 'a/second.one'], { input: 'two\nlines' });
        ok(['set', 'first'], { input: secret });
        assert.equal(ok(['list']), 'a/second.one\nfirst\n');
        assert.match(ok(['check', 'first']), new RegExp(`${secret.length} bytes`));
        assert.match(ok(['check', 'a/second.one']), /9 bytes/);
        ok(['delete', 'a/second.one']);
        assert.equal(ok(['list']), 'first\n');
        for (const text of said) assert.ok(!text.includes(secret));
    });

    test('what cannot be is said', () => {
        const refused = (words, pattern, options) => {
            const { status, stderr } = key(words, options);
            assert.equal(status, 1);
            assert.match(stderr, pattern);
        };
        refused(['check', 'nothing'], /no key 'nothing'; 'gatehouse key set nothing' puts one there/);
        refused(['delete', 'nothing'], /no key 'nothing'/);
        refused(['set', 'empty'], /nothing was given/, { input: '\n' });
        refused(['set', 'long'], /longer than 64 KiB/, { input: 'x'.repeat(65537) });
        refused(['set', 'two words'], /name is made of letters/, { input: 'x' });
        assert.doesNotMatch(key(['list']).stdout, /empty|long|two/);
    });

    test('a terminal does not show what is typed', () => {
        const script = `
import os, pty, sys
child, terminal = pty.fork()
if child == 0:
    os.execv(sys.argv[1], [sys.argv[1], "key", "set", "typed"])
shown = b""
def read():
    try: return os.read(terminal, 4096)
    except OSError: return b""
while b"Secret for typed: " not in shown:
    shown += read()
os.write(terminal, b"sk-typed-by-hand\\n")
while piece := read():
    shown += piece
print(shown.decode())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
`;
        const { status, stdout, stderr } = spawnSync('python3', ['-c', script, program], { encoding: 'utf8', timeout: 20000, env: cleanEnvironment(keyring.env) });
        assert.equal(status, 0, stderr + stdout);
        assert.match(stdout, /'typed' is in the keychain/);
        assert.doesNotMatch(stdout, /sk-typed/);
        assert.match(key(['check', 'typed']).stdout, /16 bytes/);
    });

    test('the provider is shown the key of the keyring, and nobody else', async () => {
        assert.equal(key(['set', 'openai'], { input: secret }).status, 0);
        const scene = await stage({ config: withKey('keychain/openai'), env: keyring.env });
        await assertServes(scene.gateway);
        assert.equal(lastKey(scene), `Bearer ${secret}`);
        const newer = 'sk-the-next-one-0123456789';
        assert.equal(key(['set', 'openai'], { input: newer }).status, 0);
        scene.gateway.signal('SIGHUP');
        await scene.gateway.says(/configuration reloaded/);
        await eventually(async () => {
            await assertServes(scene.gateway);
            return lastKey(scene) === `Bearer ${newer}`;
        }, 'the new key is used');
        scene.gateway.signal('SIGTERM');
        await scene.gateway.ended;
        const written = [scene.gateway.logs(), ...filesBelow(scene.gateway.directory).map(file => readFileSync(file, 'latin1'))];
        for (const text of written) assert.ok(!text.includes(secret) && !text.includes(newer));
        await scene.stop();
    });

    test('a key that is not there leaves its value empty and says what to do', async () => {
        const scene = await stage({ config: withKey('keychain/forgotten'), env: keyring.env });
        await scene.gateway.says(/config\.yaml:7:16: warning: the keychain has no key 'forgotten', so 'model_list\[0\]\.litellm_params\.api_key' is empty; put it there with 'gatehouse key set forgotten'/);
        await assertServes(scene.gateway, 'claude');
        await scene.stop();
    });

    test('check looks into it, and shows nothing', () => {
        key(['set', 'checked'], { input: secret });
        const check = name => run(['check', temporaryFile('config.yaml', standardConfig({ url: 'http://127.0.0.1:1' }).replace(/api_key: sk-openai\S+/, `api_key: keychain/${name}`))], { env: keyring.env });
        assert.match(check('checked').stdout, /0 warnings/);
        assert.match(check('unchecked').stdout, /no key 'unchecked'/);
        assert.ok(!check('checked').stdout.includes(secret));
    });

    test('a locked one is said to be locked', async () => {
        assert.equal(key(['set', 'openai'], { input: secret }).status, 0);
        await keyring.lock();
        assert.match(key(['check', 'openai']).stderr, /the keychain is locked or refuses; unlock it/);
        const scene = await stage({ config: withKey('keychain/openai'), env: keyring.env });
        await scene.gateway.says(/warning: the keychain is locked or refuses the key 'openai', so .* is empty; unlock it/);
        await keyring.unlock();
        scene.gateway.signal('SIGHUP');
        await scene.gateway.says(/configuration reloaded/);
        await eventually(async () => {
            await assertServes(scene.gateway);
            return lastKey(scene) === `Bearer ${secret}`;
        }, 'the key is found after unlocking');
        await keyring.lock();
        scene.gateway.signal('SIGHUP');
        await scene.gateway.says(/the key 'openai' that it gave before stays in use/);
        await assertServes(scene.gateway);
        assert.equal(lastKey(scene), `Bearer ${secret}`);
        await scene.stop();
    });
});

test('a server without a keyring is told so at once', async () => {
    const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus', XDG_RUNTIME_DIR: '/nonexistent' };
    const { status, stderr } = run(['key', 'check', 'openai'], { env });
    assert.equal(status, 1);
    assert.match(stderr, /there is no keychain that can be used .*docs\/secrets\.md/);
    const scene = await stage({ config: withKey('keychain/openai'), env });
    await scene.gateway.says(/warning: there is no keychain to ask for the key 'openai'/);
    await assertServes(scene.gateway, 'claude');
    await scene.stop();
});

test('a key in a file is used, and its successor as soon as it is written', async () => {
    const file = temporaryFile('openai.key', `${secret}\n`);
    chmodSync(file, 0o644);
    const scene = await stage({ config: withKey(`file/${file}`) });
    await scene.gateway.says(new RegExp(`warning: the file ${path.dirname(file)}/openai.key holds a secret and everybody on this machine may read it`));
    await assertServes(scene.gateway);
    assert.equal(lastKey(scene), `Bearer ${secret}`);
    chmodSync(file, 0o600);
    writeFileSync(file, 'sk-rotated\n');
    await scene.gateway.says(/configuration reloaded/, 10000);
    await eventually(async () => {
        await assertServes(scene.gateway);
        return lastKey(scene) === 'Bearer sk-rotated';
    }, 'the new key is used');
    assert.ok(!scene.gateway.logs().includes(secret));
    await scene.stop();
});
