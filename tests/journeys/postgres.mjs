// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// A real PostgreSQL for a journey.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { eventually, freePort } from './harness.mjs';

const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
const postgres = `/usr/lib/postgresql/${versions.at(-1)}/bin`;
/// Why tests that need it are left out; false = it is here.
export const missing = existsSync(`${postgres}/initdb`) ? false : `there is no ${postgres}; packaging/setup --for test installs it`;

/// A PostgreSQL of our own. It refuses to run as root, so it runs as nobody there.
export async function startPostgres() {
    const directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-postgres-'));
    const isRoot = process.getuid() === 0;
    const user = isRoot ? { uid: Number(spawnSync('id', ['-u', 'nobody'], { encoding: 'utf8' }).stdout), gid: Number(spawnSync('id', ['-g', 'nobody'], { encoding: 'utf8' }).stdout) } : {};
    if (isRoot) chownSync(directory, user.uid, user.gid);
    const data = path.join(directory, 'data');
    const made = spawnSync(`${postgres}/initdb`, ['-D', data, '-U', 'gatehouse', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C'], { encoding: 'utf8', cwd: directory, ...user });
    assert.equal(made.status, 0, made.stderr);
    const port = await freePort();
    const run = async () => {
        const server = spawn(`${postgres}/postgres`, ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', directory, '-F'], { cwd: directory, stdio: 'ignore', ...user });
        await eventually(() => spawnSync(`${postgres}/pg_isready`, ['-h', '127.0.0.1', '-p', String(port)]).status === 0, 'PostgreSQL is ready', 30000);
        return server;
    };
    let server = await run();
    const end = async () => {
        const ended = new Promise(resolve => server.once('exit', resolve));
        server.kill('SIGINT');
        await ended;
    };
    return {
        url: `postgresql://gatehouse:secret@127.0.0.1:${port}/postgres`,
        end,
        again: async () => { server = await run(); },
        stop: async () => { await end(); rmSync(directory, { recursive: true, force: true }); },
    };
}
