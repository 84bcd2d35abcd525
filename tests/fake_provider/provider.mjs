#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// A scripted LLM provider. It answers what its script says, byte by byte where wanted, and remembers what it was asked and
// whether the asker left early.
//
//   node provider.mjs [--port N] [--script FILE.json]
//   const provider = await startProvider({ port: 0 }); provider.script([...]); provider.log(); await provider.close();
//
// A script is a list of replies, used one after another; the last one repeats. Without one, chat and messages are answered
// in their own dialect. A reply is a function (request) => reply, or
//   match: {path, model, text}  only for requests whose path, body.model or body contains it (never used up)
//   status, headers             200 and what the body calls for
//   body | text | base64 | sse | eventstream | raw
//                               JSON, plain text, bytes, events (a list or one string), AWS's events (see event_stream.mjs), or
//                               bytes in place of the whole answer
//   when                        a promise to wait for before anything else
//   delay, bodyDelay, gap       seconds before the head, between head and body, between the events of sse
//   cut                         close after the last event (or before the body's last bytes) without ending the body
//   chunkHalf                   announce one more chunk, send half of it, close
//   reset, resetAfter           close with RST: at once, or after n events
//   hang, hangAfter             say nothing (more) until the other side leaves: at once, or after n events
//   endless                     repeat the last event for ever, as fast as the other side reads
//   gzip                        compress the body;  gzipBomb: n  answer with n bytes that compress to almost nothing
//   garbage                     bytes that are not HTTP
//   close                       say "connection: close" and do so
// What refuses connections is no reply but an address: closedAddress().

import net from 'node:net';
import tls from 'node:tls';
import zlib from 'node:zlib';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

import { defaultAnswer } from './answers.mjs';
import { event as awsEvent } from './event_stream.mjs';
import { RequestReader } from './request_reader.mjs';

const reasons = { 200: 'OK', 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 408: 'Request Timeout', 429: 'Too Many Requests', 500: 'Internal Server Error', 502: 'Bad Gateway', 503: 'Service Unavailable', 529: 'Overloaded' };
const pause = seconds => (seconds ? new Promise(resolve => setTimeout(resolve, seconds * 1000)) : undefined);

function remember(request, connection) {
    const text = request.body.toString('utf8');
    let body;
    try {
        body = text ? JSON.parse(text) : undefined;
    } catch {
        body = undefined;
    }
    return { method: request.method, path: request.path, headers: request.headers, body, text, connection, at: Date.now(), events: 0, sent: 0, together: 0, finished: false, closedEarly: false, closedAt: null };
}

function matches(wanted, entry) {
    if (wanted.path && !entry.path.includes(wanted.path)) return false;
    if (wanted.model && entry.body?.model !== wanted.model) return false;
    return !wanted.text || entry.text.includes(wanted.text);
}

class Script {
    #list = [];
    #at = 0;

    load(list) {
        this.#list = Array.isArray(list) ? list : [list];
        this.#at = 0;
    }

    next(entry) {
        const special = this.#list.find(reply => reply.match && matches(reply.match, entry));
        const plain = this.#list.filter(reply => !reply.match);
        const reply = special ?? plain[Math.min(this.#at++, plain.length - 1)] ?? defaultAnswer;
        return typeof reply === 'function' ? reply(entry) : reply;
    }
}

/// [content type, body in pieces, whether it is a stream]
function content(reply) {
    if (reply.sse !== undefined) {
        const events = Array.isArray(reply.sse) ? reply.sse : reply.sse.split('\n\n').filter(Boolean);
        return ['text/event-stream', events.map(event => Buffer.from(`${event}\n\n`)), true];
    }
    if (reply.eventstream) return ['application/vnd.amazon.eventstream', reply.eventstream.map(awsEvent), true];
    if (reply.text !== undefined) return ['text/plain', [Buffer.from(reply.text)], false];
    if (reply.base64 !== undefined) return ['application/octet-stream', [Buffer.from(reply.base64, 'base64')], false];
    if (reply.gzipBomb) return ['application/json', [Buffer.alloc(0)], false];
    return ['application/json', [Buffer.from(reply.body === undefined ? '' : JSON.stringify(reply.body))], false];
}

function bomb(bytes) {
    const whole = 1 << 20;
    const opening = Buffer.from('{"choices":[{"message":{"role":"assistant","content":"');
    const parts = [zlib.gzipSync(opening)];
    const member = zlib.gzipSync(Buffer.alloc(whole, 'a'));
    for (let sent = 0; sent < bytes; sent += whole) parts.push(member);
    return Buffer.concat(parts);
}

/// One answer on its way out of one socket.
class Sending {
    constructor(socket, entry, reply, tell) {
        Object.assign(this, { socket, entry, reply, tell });
    }

    get alive() {
        return !this.socket.destroyed && !this.entry.closedEarly;
    }

    async write(bytes) {
        if (!this.alive) return;
        this.entry.sent += bytes.length;
        if (!this.socket.write(bytes)) {
            await new Promise(resolve => {
                const done = () => {
                    this.socket.off('drain', done).off('close', done);
                    resolve();
                };
                this.socket.once('drain', done).once('close', done);
            });
        }
    }

    /// Says nothing until the other side leaves.
    silence() {
        return this.alive ? new Promise(resolve => this.socket.once('close', resolve)) : undefined;
    }

    reset() {
        this.entry.finished = true;
        this.socket.resetAndDestroy();
    }

    drop() {
        this.entry.finished = true;
        this.socket.end();
    }

    async run() {
        const { reply } = this;
        await reply.when;
        await pause(reply.delay);
        if (reply.hang) return this.silence();
        if (reply.reset) return this.reset();
        if (reply.raw !== undefined || reply.garbage) return this.raw();
        const [type, pieces, stream] = content(reply);
        const body = stream ? null : this.packed(Buffer.concat(pieces));
        await this.head(type, body);
        if (this.entry.method === 'HEAD') return this.done(false);
        await pause(reply.bodyDelay);
        return stream ? this.events(pieces) : this.body(body);
    }

    async raw() {
        const raw = this.reply.garbage ? 'SSH-2.0-OpenSSH_9.2\r\n\x00\xff\xfe nonsense\r\n\r\n' : this.reply.raw;
        for (const piece of Array.isArray(raw) ? raw : [raw]) {
            await this.write(Buffer.isBuffer(piece) ? piece : Buffer.from(piece, 'latin1'));
            await pause(this.reply.gap);
        }
        this.drop();
    }

    packed(body) {
        if (this.reply.gzipBomb) return bomb(this.reply.gzipBomb);
        return this.reply.gzip ? zlib.gzipSync(body) : body;
    }

    head(type, body) {
        const { reply } = this;
        const headers = { 'content-type': type };
        if (body) headers['content-length'] = body.length + (reply.cut ? 10 : 0);
        else headers['transfer-encoding'] = 'chunked';
        if (reply.gzip || reply.gzipBomb) headers['content-encoding'] = 'gzip';
        if (reply.close) headers.connection = 'close';
        for (const [name, value] of Object.entries(reply.headers ?? {})) headers[name.toLowerCase()] = value;
        const status = reply.status ?? 200;
        const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
        return this.write(Buffer.from(`HTTP/1.1 ${status} ${reasons[status] ?? 'Status'}\r\n${lines.join('')}\r\n`));
    }

    async body(body) {
        await this.write(body);
        this.done(this.reply.cut);
    }

    chunk(bytes) {
        return this.write(Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]));
    }

    async events(pieces) {
        const { reply, entry } = this;
        for (const piece of pieces) {
            if (!this.alive) return undefined;
            if (entry.events === reply.hangAfter) return this.silence();
            if (entry.events === reply.resetAfter) return this.reset();
            if (entry.events) await pause(reply.gap);
            await this.chunk(piece);
            entry.events += 1;
            this.tell();
        }
        if (reply.endless) await this.forever(pieces[pieces.length - 1]);
        if (reply.hangAfter >= pieces.length) return this.silence();
        if (reply.chunkHalf) await this.write(Buffer.from('100\r\ndata: {"half":'));
        else if (!reply.cut) await this.write(Buffer.from('0\r\n\r\n'));
        return this.done(reply.cut || reply.chunkHalf);
    }

    async forever(piece) {
        while (this.alive) {
            await this.chunk(piece);
            this.entry.events += 1;
            this.tell();
            await (this.reply.gap ? pause(this.reply.gap) : new Promise(resolve => setImmediate(resolve)));
        }
    }

    done(broken) {
        if (!this.alive) return;
        if (broken || this.reply.close) this.drop();
        this.entry.finished = true;
        this.tell();
    }
}

/// Answers a request, and writes down how many of its path were being answered together when it came, itself included.
async function underWay(provider, entry, answer) {
    const count = (provider.busy.get(entry.path) ?? 0) + 1;
    provider.busy.set(entry.path, count);
    entry.together = count;
    try {
        await answer();
    } finally {
        provider.busy.set(entry.path, provider.busy.get(entry.path) - 1);
    }
}

/// One connection: requests are answered one after another, in order.
function serve(socket, provider) {
    const connection = ++provider.accepted;
    provider.connections.add(socket);
    let last = Promise.resolve();
    let current = null;
    socket.setNoDelay(true);
    const reader = new RequestReader(request => {
        const entry = remember(request, connection);
        provider.entries.push(entry);
        const tell = () => provider.changes.emit('change');
        tell();
        last = last.then(() => {
            current = entry;
            return underWay(provider, entry, () => new Sending(socket, entry, provider.scripted.next(entry), tell).run());
        }).catch(() => socket.destroy());
    });
    const gone = () => {
        if (!current || current.finished || current.closedEarly) return;
        current.closedEarly = true;
        current.closedAt = Date.now();
        provider.changes.emit('change');
    };
    socket.on('data', bytes => reader.feed(bytes));
    // A half-closed connection is a client that left: nothing that asks a provider half-closes and goes on waiting.
    socket.on('end', () => { gone(); socket.destroy(); });
    socket.on('error', gone);
    socket.on('close', () => { gone(); provider.connections.delete(socket); });
}

/// Starts a provider on 127.0.0.1. With `tls: {key, cert}` it speaks TLS.
export async function startProvider({ port = 0, tls: secrets } = {}) {
    const provider = { entries: [], connections: new Set(), accepted: 0, busy: new Map(), changes: new EventEmitter(), scripted: new Script() };
    provider.changes.setMaxListeners(0);
    const options = { allowHalfOpen: true };
    const accept = socket => serve(socket, provider);
    const server = secrets ? tls.createServer({ ...options, ...secrets }, accept) : net.createServer(options, accept);
    server.on('tlsClientError', () => {}); // a client that does not trust us; the tests want exactly that
    await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
    return publicFace(server, provider, secrets ? 'https' : 'http');
}

/// Where connections are refused.
export async function closedAddress() {
    const provider = await startProvider();
    await provider.close();
    return provider.url;
}

function publicFace(server, provider, scheme) {
    const { port } = server.address();
    return {
        port,
        url: `${scheme}://127.0.0.1:${port}`,
        /// Sets what comes next, and forgets what was.
        script(list = []) {
            provider.entries = [];
            provider.scripted.load(list);
        },
        /// Everything that was asked since the last script(), oldest first; entries stay alive and go on changing.
        log: () => provider.entries,
        /// The log's newest entry.
        last: () => provider.entries[provider.entries.length - 1],
        /// Waits until check(log) is truthy and gives that back; fails after `milliseconds` with `what` was awaited.
        until(check, what = 'something at the provider', milliseconds = 5000) {
            return new Promise((resolve, reject) => {
                const look = () => {
                    const found = check(provider.entries);
                    if (found) settle(resolve, found);
                };
                const timer = setTimeout(() => settle(reject, new Error(`${what} did not happen within ${milliseconds} ms`)), milliseconds);
                const settle = (how, value) => {
                    clearTimeout(timer);
                    provider.changes.off('change', look);
                    how(value);
                };
                provider.changes.on('change', look);
                look();
            });
        },
        async close() {
            for (const socket of provider.connections) socket.destroy();
            await new Promise(resolve => server.close(resolve));
        },
    };
}

async function main(words) {
    const option = name => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
    const provider = await startProvider({ port: Number(option('--port') ?? 18080) });
    if (option('--script')) provider.script(JSON.parse(readFileSync(option('--script'), 'utf8')));
    process.stdout.write(`The fake provider is listening on ${provider.url}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
