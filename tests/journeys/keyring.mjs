// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// A D-Bus session of our own with a real GNOME keyring in it. The bus starts nothing by itself, so whoever is not started here is
// not there: neither another keyring, nor a window that asks for a password.

import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { eventually, run } from './harness.mjs';

const isHere = program => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
export const missing = ['dbus-daemon', 'gnome-keyring-daemon'].filter(program => !isHere(program));

const configuration = directory => `<busconfig>
  <type>session</type>
  <listen>unix:path=${directory}/bus</listen>
  <policy context="default"><allow send_destination="*"/><allow own="*"/><allow eavesdrop="true"/></policy>
</busconfig>`;

/// {env, lock(), unlock(), stop()}: a keyring that is unlocked, and what a program needs to reach it.
export async function startKeyring() {
    const directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-keyring-'));
    for (const name of ['home', 'run']) mkdirSync(path.join(directory, name), { mode: 0o700 });
    writeFileSync(path.join(directory, 'bus.conf'), configuration(directory));
    const env = {
        HOME: path.join(directory, 'home'), XDG_DATA_HOME: path.join(directory, 'home'), XDG_RUNTIME_DIR: path.join(directory, 'run'),
        XDG_CURRENT_DESKTOP: '', DESKTOP_SESSION: '', DBUS_SESSION_BUS_ADDRESS: `unix:path=${directory}/bus`,
    };
    const begin = (program, words, input) => {
        const child = spawn(program, words, { env: { ...process.env, ...env }, stdio: ['pipe', 'ignore', 'ignore'] });
        child.stdin.on('error', () => {}); // it need not read what it is told
        child.stdin.end(input);
        return child;
    };
    const end = child => new Promise(resolve => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', resolve);
        child.kill('SIGTERM');
    });
    const bus = begin('dbus-daemon', ['--nofork', `--config-file=${directory}/bus.conf`], '');
    let keyring;
    const answers = pattern => eventually(() => pattern.test(run(['key', 'list'], { env }).stderr), 'the keyring is there');
    const unlock = async () => {
        if (keyring) await end(keyring);
        keyring = begin('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], 'its password');
        await answers(/^$/);
    };
    const lock = async () => {
        await end(keyring);
        keyring = begin('gnome-keyring-daemon', ['--foreground', '--start', '--components=secrets'], '');
        await answers(/locked/);
    };
    await unlock();
    const stop = async () => {
        await end(keyring);
        await end(bus);
        rmSync(directory, { recursive: true, force: true });
    };
    return { env, directory, lock, unlock, stop };
}
