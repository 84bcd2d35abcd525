// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// A real Redis for a journey.

import { spawn, spawnSync } from 'node:child_process';

import { eventually, freePort } from './harness.mjs';

/// Why tests that need it are left out; false = it is here.
export const missing = spawnSync('redis-server', ['--version']).status === 0 ? false : 'there is no redis-server; packaging/setup --for test installs it';

export const redisPassword = 'redis-secret-0123456789';

/// A Redis of our own, which keeps nothing on disk. It speaks TLS where it is given files with a `key` and a `certificate`.
export async function startRedis({ key, certificate } = {}) {
    const port = await freePort();
    const door = key ? ['--port', '0', '--tls-port', String(port), '--tls-key-file', key, '--tls-cert-file', certificate, '--tls-auth-clients', 'no'] : ['--port', String(port)];
    const ask = (...words) => spawnSync('redis-cli', ['-p', String(port), ...key ? ['--tls', '--insecure'] : [], '--no-auth-warning', '-a', redisPassword, ...words], { encoding: 'utf8' }).stdout.trim();
    const run = async () => {
        const server = spawn('redis-server', [...door, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--requirepass', redisPassword], { stdio: 'ignore' });
        await eventually(() => ask('PING') === 'PONG', 'Redis is ready', 20000);
        return server;
    };
    let server = await run();
    const end = async () => {
        const ended = new Promise(resolve => server.once('exit', resolve));
        server.kill('SIGKILL');
        await ended;
    };
    return { port, ask, stop: end, again: async () => { server = await run(); } };
}
