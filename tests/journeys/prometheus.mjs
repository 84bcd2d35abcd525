// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// A real Prometheus for a journey, its promtool, and its text format read.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { eventually } from './harness.mjs';

const has = name => spawnSync(name, ['--version']).status === 0;
/// Why tests that need it are left out; false = it is here.
export const missing = has('prometheus') && has('promtool') ? false : 'there is no prometheus; packaging/setup --for test installs it';

/// Runs promtool: {status, output}.
export function promtool(words, input = '') {
    const ran = spawnSync('promtool', words, { encoding: 'utf8', input });
    return { status: ran.status, output: (ran.stdout + ran.stderr).trim() };
}

/// A Prometheus that asks `gateway` for its metrics every quarter of a second, with `rules` (a file).
export async function startPrometheus(gateway, { key, rules }) {
    const directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-prometheus-'));
    const file = path.join(directory, 'prometheus.yml');
    writeFileSync(path.join(directory, 'key'), key);
    writeFileSync(file, JSON.stringify({
        global: { scrape_interval: '250ms', scrape_timeout: '250ms', evaluation_interval: '1s' },
        rule_files: [rules],
        scrape_configs: [{ job_name: 'gatehouse', authorization: { credentials_file: 'key' }, static_configs: [{ targets: [`127.0.0.1:${gateway.port}`] }] }],
    }));
    const child = spawn('prometheus', [`--config.file=${file}`, `--storage.tsdb.path=${path.join(directory, 'data')}`, '--web.listen-address=127.0.0.1:0', '--log.level=info'], { cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8');
    const port = await new Promise((resolve, reject) => {
        child.stderr.on('data', piece => {
            said += piece;
            const found = said.match(/Listening on"? address=127\.0\.0\.1:(\d+)/);
            if (found) resolve(Number(found[1]));
        });
        child.once('error', reject).once('exit', () => reject(new Error(`prometheus ended:\n${said}`)));
    });
    const url = `http://127.0.0.1:${port}`;
    const killed = () => child.kill('SIGKILL');
    process.once('exit', killed);
    await eventually(async () => (await fetch(`${url}/-/ready`)).ok, 'Prometheus is ready', 30000);
    return {
        url,
        /// Runs an expression: {error} or {result}.
        async query(expression) {
            const answer = await (await fetch(`${url}/api/v1/query`, { method: 'POST', body: new URLSearchParams({ query: expression }) })).json();
            return answer.status === 'success' ? { result: answer.data.result } : { error: answer.error };
        },
        get: async route => (await fetch(url + route)).json(),
        async stop() {
            const ended = new Promise(resolve => child.once('exit', resolve));
            child.removeAllListeners('exit').once('exit', () => {});
            const gone = new Promise(resolve => child.once('close', resolve));
            child.kill('SIGTERM');
            await Promise.race([ended, gone]);
            process.off('exit', killed);
            rmSync(directory, { recursive: true, force: true });
        },
    };
}

/// The lines of a page: [{name, labels: {…}, value}].
export function samples(page) {
    return page.split('\n').filter(line => line && !line.startsWith('#')).map(line => {
        const [, name, , labels, value] = line.match(/^([a-zA-Z_:][\w:]*)(\{(.*)\})? (\S+)$/) ?? assertLine(line);
        const pairs = [...(labels ?? '').matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, label, text]) => [label, text.replace(/\\(.)/g, (_, c) => (c === 'n' ? '\n' : c))]);
        return { name, labels: Object.fromEntries(pairs), value: Number(value.replace('Inf', 'Infinity')) };
    });
}

function assertLine(line) {
    throw new Error(`no line of Prometheus' text format: ${line}`);
}
