// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Starts the real program for a journey and ends it again. Every start has a directory of its own for its configuration
// and its data, listens on a port that the system chose, and sees no provider's key of the machine it runs on.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

import { startProvider } from '../fake_provider/provider.mjs';

// What a failed test left running would keep its whole suite from ending.
const running = new Set();
after(() => Promise.all([...running].map(each => each.stop())));

export const here = path.dirname(fileURLToPath(import.meta.url));
export const program = process.env.GATEHOUSE ? path.resolve(process.env.GATEHOUSE) : path.resolve(here, '../../build/release/gatehouse');
export const masterKey = 'sk-journey-master-0123456789';
export const openaiKey = 'sk-openai-provider-secret-1';
export const anthropicKey = 'sk-ant-provider-secret-2';

/// Milliseconds after which a test gives an answer up that does not come: a hang is to be a failure of one test.
export const patience = 30000;

/// Environment without anybody's keys and proxies.
export function cleanEnvironment(extra = {}) {
    const foreign = /^(OPENAI|ANTHROPIC|AZURE|GEMINI|GOOGLE|AWS|COHERE|MISTRAL|GROQ|DEEPSEEK|OPENROUTER|LITELLM|GATEHOUSE|VERTEX|GCE_|CLOUDSDK|IDENTITY_|https?_proxy$|all_proxy$|DISPLAY$|WAYLAND|DATABASE_URL$|REDIS_)/i;
    const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
    return { ...Object.fromEntries(kept), NO_PROXY: '127.0.0.1,localhost', ...extra };
}

/// Two models, one for each dialect, at a fake provider; no retries, so that one request is one attempt.
export function standardConfig(provider, { models = '', settings = '', general = '' } = {}) {
    return `
model_list:
  - model_name: gpt
    litellm_params:
      model: openai/gpt-4o
      api_base: ${provider.url}/v1
      api_key: ${openaiKey}
    model_info: {id: d-gpt}
  - model_name: claude
    litellm_params:
      model: anthropic/claude-sonnet-4-5-20250929
      api_base: ${provider.url}
      api_key: ${anthropicKey}
    model_info: {id: d-claude}
${models.replaceAll('PROVIDER', provider.url)}
router_settings:
  num_retries: 0
  disable_cooldowns: true
${settings}
general_settings:
  master_key: ${masterKey}
${general}
`;
}

/// A port that was free a moment ago, for a server that cannot be told to choose one.
export async function freePort() {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    const { port } = server.address();
    await new Promise(resolve => server.close(resolve));
    return port;
}

/// For whoever asks for it to remove.
export function temporaryDirectory() {
    return mkdtempSync(path.join(tmpdir(), 'gatehouse-journey-'));
}

/// Collects a child's output and lets tests wait for a line of it.
class Output {
    text = '';
    #waiting = new Set();

    take(stream) {
        stream.setEncoding('utf8');
        stream.on('data', piece => {
            this.text += piece;
            this.wake();
        });
    }

    wake() {
        for (const look of [...this.#waiting]) look();
    }

    until(pattern, milliseconds, over) {
        return new Promise((resolve, reject) => {
            const settle = (how, value) => {
                clearTimeout(timer);
                this.#waiting.delete(look);
                how(value);
            };
            const timer = setTimeout(() => settle(reject, new Error(`no ${pattern} within ${milliseconds} ms in:\n${this.text}`)), milliseconds);
            const look = () => {
                const found = this.text.match(pattern);
                if (found) settle(resolve, found);
                else if (over()) settle(reject, new Error(`the program ended before it said ${pattern}:\n${this.text}`));
            };
            this.#waiting.add(look);
            look();
        });
    }
}

/// Runs the program to its end: {status, stdout, stderr}.
export function run(words, { env = {}, cwd, timeout = 20000 } = {}) {
    return spawnSync(program, words, { encoding: 'utf8', env: cleanEnvironment(env), cwd, timeout });
}

/// A file in a directory that goes away with the process.
export function temporaryFile(name, text) {
    const directory = temporaryDirectory();
    process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
    const file = path.join(directory, name);
    writeFileSync(file, text);
    return file;
}

/// Every file below a directory.
export function filesBelow(directory) {
    return readdirSync(directory, { withFileTypes: true }).flatMap(entry => {
        const file = path.join(directory, entry.name);
        if (entry.isDirectory()) return filesBelow(file);
        return entry.isFile() ? [file] : [];
    });
}

/// Spawns the program and waits until it listens. `words` replaces `--config FILE`; `args` is added.
export async function start(config, { env = {}, args = [], words, scheme = 'http' } = {}) {
    assert.ok(existsSync(program), `no program at ${program}; build it, or name it in GATEHOUSE`);
    const directory = temporaryDirectory();
    const configFile = path.join(directory, 'config.yaml');
    const dataDirectory = path.join(directory, 'data');
    if (config !== undefined) writeFileSync(configFile, config);
    const line = ['--service', ...(words ?? ['--config', configFile]), '--host', '127.0.0.1', '--port', '0', '--data-dir', dataDirectory, ...args];
    const child = spawn(program, line, { env: cleanEnvironment(env), cwd: directory, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = new Output();
    output.take(child.stdout);
    output.take(child.stderr);
    const ended = new Promise(resolve => child.once('close', (code, signal) => {
        ended.result = { code, signal };
        output.wake();
        resolve(ended.result);
    }).once('error', error => { output.text += error.message; }));
    const over = () => ended.result !== undefined;
    const killed = () => child.kill('SIGKILL');
    process.once('exit', killed);
    const found = await output.until(new RegExp(`listening on ${scheme}://[^\\s:]+:(\\d+)`), 20000, over).catch(error => {
        killed();
        throw error;
    });
    const port = Number(found[1]);
    const gateway = {
        port, configFile, dataDirectory, directory,
        pid: child.pid,
        url: `${scheme}://127.0.0.1:${port}`,
        logs: () => output.text,
        /// Waits for a line of the program's output.
        says: (pattern, milliseconds = 5000) => output.until(pattern, milliseconds, over),
        signal: name => child.kill(name),
        ended,
        /// Whether the program still runs.
        alive: () => !over(),
        /// Resident memory in bytes.
        memory: () => Number(readFileSync(`/proc/${child.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) * 1024,
        /// Ends the program as an administrator would and tells how it ended.
        async stop(signal = 'SIGTERM') {
            if (!over()) child.kill(signal);
            const impatient = setTimeout(killed, 15000);
            const result = await ended;
            clearTimeout(impatient);
            process.off('exit', killed);
            rmSync(directory, { recursive: true, force: true });
            running.delete(gateway);
            return result;
        },
    };
    running.add(gateway);
    return gateway;
}

/// A fake provider and a gateway in front of it, both with `await stop()`.
export async function stage(options = {}) {
    const provider = await startProvider();
    const config = options.config ? options.config(provider) : standardConfig(provider, options);
    try {
        const env = typeof options.env === 'function' ? options.env(provider) : options.env;
        const gateway = await start(config, { ...options, env });
        const stop = async () => {
            running.delete(both);
            const result = await gateway.stop();
            await provider.close();
            return result;
        };
        const both = { provider, gateway, stop };
        running.add(both);
        return both;
    } catch (error) {
        await provider.close();
        throw error;
    }
}

/// POSTs JSON with the master key, or as `headers` say.
export function post(gateway, route, body, { headers = {}, key = masterKey, ...options } = {}) {
    const authorization = key ? { authorization: `Bearer ${key}` } : {};
    const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    return fetch(gateway.url + route, { method: 'POST', body: text, signal: AbortSignal.timeout(patience), headers: { 'content-type': 'application/json', ...authorization, ...headers }, ...options });
}

export function get(gateway, route, { headers = {}, key = masterKey, ...options } = {}) {
    const authorization = key ? { authorization: `Bearer ${key}` } : {};
    return fetch(gateway.url + route, { signal: AbortSignal.timeout(patience), headers: { ...authorization, ...headers }, ...options });
}

export const chat = (model, text = 'Hello?', more = {}) => ({ model, messages: [{ role: 'user', content: text }], ...more });
export const message = (model, text = 'Hello?', more = {}) => ({ model, max_tokens: 64, messages: [{ role: 'user', content: text }], ...more });

/// The gateway answers an ordinary request: what every attack must leave behind.
export async function assertServes(gateway, model = 'gpt') {
    const response = await post(gateway, '/v1/chat/completions', chat(model), { signal: AbortSignal.timeout(10000) });
    assert.equal(response.status, 200, await response.clone().text());
    assert.ok((await response.json()).choices[0].message.content);
}

/// The events of a stream's text as [{event, data}] with data parsed where it is JSON.
export function events(text) {
    return text.split(/\r?\n\r?\n/).filter(block => block.trim()).map(block => {
        const lines = block.split(/\r?\n/);
        const event = lines.find(line => line.startsWith('event:'))?.slice(6).trim();
        const data = lines.filter(line => line.startsWith('data:')).map(line => line.slice(5).trimStart()).join('\n');
        try {
            return { event, data: JSON.parse(data) };
        } catch {
            return { event, data };
        }
    });
}

/// Repeats `look` until it gives something truthy; for what only polling can see, such as a process's memory.
export async function eventually(look, what, milliseconds = 10000) {
    const end = Date.now() + milliseconds;
    for (;;) {
        const found = await look();
        if (found) return found;
        if (Date.now() > end) assert.fail(`${what} did not happen within ${milliseconds} ms`);
        await new Promise(resolve => setTimeout(resolve, 20));
    }
}

