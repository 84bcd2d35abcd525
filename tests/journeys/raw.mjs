// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// A client that speaks HTTP badly on purpose: a bare socket and what came back on it.

import net from 'node:net';

import { masterKey } from './harness.mjs';

/// Cuts one answer off the front of `text` (latin1): {status, headers, body, interim, rest, whole}, or null if its head is incomplete.
/// `whole` says whether the body's own framing came to its end; `body` is UTF-8.
export function parseAnswer(text, { ended = false } = {}) {
    const end = text.indexOf('\r\n\r\n');
    if (end < 0) return null;
    const [first, ...lines] = text.slice(0, end).split('\r\n');
    const status = Number(first.split(' ')[1]);
    const headers = Object.fromEntries(lines.map(line => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
    const rest = text.slice(end + 4);
    if (status >= 100 && status < 200) {
        const next = parseAnswer(rest, { ended });
        return next && { ...next, interim: status };
    }
    const answer = { version: first.split(' ')[0], status, headers };
    if ((headers['transfer-encoding'] ?? '').includes('chunked')) return { ...answer, ...chunked(rest) };
    const length = headers['content-length'] === undefined ? rest.length : Number(headers['content-length']);
    const whole = headers['content-length'] === undefined ? ended : rest.length >= length;
    return { ...answer, whole, body: utf8(rest.slice(0, length)), rest: rest.slice(length) };
}

const utf8 = text => Buffer.from(text, 'latin1').toString('utf8');

function chunked(text) {
    let body = '';
    for (let at = 0;;) {
        const lineEnd = text.indexOf('\r\n', at);
        const size = lineEnd < 0 ? NaN : parseInt(text.slice(at, lineEnd), 16);
        const next = lineEnd + 2 + size + 2;
        if (Number.isNaN(size) || text.length < next) return { whole: false, body: utf8(body), rest: '' };
        if (size === 0) return { whole: true, body: utf8(body), rest: text.slice(next) };
        body += text.slice(lineEnd + 2, lineEnd + 2 + size);
        at = next;
    }
}

/// One connection to the gateway.
export class Raw {
    text = '';
    ended = false;
    #waiting = new Set();

    static async open(gateway) {
        const raw = new Raw();
        raw.socket = net.connect({ port: gateway.port, host: '127.0.0.1', noDelay: true });
        raw.socket.on('data', bytes => { raw.text += bytes.toString('latin1'); raw.#wake(); });
        raw.socket.on('error', () => {});
        raw.socket.on('close', () => { raw.ended = true; raw.#wake(); });
        await new Promise((resolve, reject) => raw.socket.once('connect', resolve).once('error', reject));
        return raw;
    }

    send(bytes) {
        if (!this.socket.destroyed) this.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes);
        return this;
    }

    #wake() {
        for (const look of [...this.#waiting]) look();
    }

    /// Waits until check(this) is truthy.
    until(check, what, milliseconds = 10000) {
        return new Promise((resolve, reject) => {
            const settle = (how, value) => {
                clearTimeout(timer);
                this.#waiting.delete(look);
                how(value);
            };
            const timer = setTimeout(() => settle(reject, new Error(`${what} did not happen within ${milliseconds} ms; there is: ${this.text.slice(0, 500)}`)), milliseconds);
            const look = () => {
                const found = check(this);
                if (found) settle(resolve, found);
            };
            this.#waiting.add(look);
            look();
        });
    }

    /// The next whole answer, or null when the connection ended without one.
    async answer(milliseconds = 10000) {
        const look = () => {
            const answer = parseAnswer(this.text, { ended: this.ended });
            if (answer?.whole) return { answer };
            return this.ended && { answer: answer ?? null };
        };
        const { answer } = await this.until(look, 'an answer or an end', milliseconds);
        if (answer) this.text = answer.rest;
        return answer;
    }

    closed(milliseconds = 10000) {
        return this.until(raw => raw.ended, 'the end of the connection', milliseconds);
    }

    close() {
        this.socket.destroy();
    }
}

/// A request's text. `headers` is a list of whole lines.
export function request(path, body, { headers = [], method = 'POST', version = 'HTTP/1.1', key = masterKey, length = Buffer.byteLength(body) } = {}) {
    const lines = [`${method} ${path} ${version}`, 'Host: 127.0.0.1', 'Content-Type: application/json', ...(key ? [`Authorization: Bearer ${key}`] : []), ...headers];
    if (length !== null) lines.push(`Content-Length: ${length}`);
    const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
    return Buffer.concat([head, Buffer.isBuffer(body) ? body : Buffer.from(body)]);
}

/// Sends bytes on a connection of their own and gives the answer, or null for a close without one.
export async function exchange(gateway, bytes, milliseconds) {
    const raw = await Raw.open(gateway);
    try {
        return await raw.send(bytes).answer(milliseconds);
    } finally {
        raw.close();
    }
}
