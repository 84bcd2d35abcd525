// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Cuts HTTP/1.1 requests out of the bytes of one socket. Written by hand because node:http hides what the tests look at:
// which connection a request came on, and the exact moment its client left.

const headEnd = Buffer.from('\r\n\r\n');

/// The head of a request, or null while it is incomplete.
function parseHead(bytes) {
    const end = bytes.indexOf(headEnd);
    if (end < 0) return null;
    const [first, ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
    const [method, path] = first.split(' ');
    const headers = {};
    for (const line of lines) {
        const colon = line.indexOf(':');
        headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
    }
    return { method, path, headers, length: end + headEnd.length };
}

/// The body of a chunked request as { body, length }, or null while it is incomplete.
function parseChunked(bytes) {
    const parts = [];
    for (let at = 0;;) {
        const lineEnd = bytes.indexOf('\r\n', at);
        if (lineEnd < 0) return null;
        const size = parseInt(bytes.subarray(at, lineEnd).toString('latin1'), 16);
        const next = lineEnd + 2 + size + 2;
        if (bytes.length < next) return null;
        parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
        at = next;
        if (size === 0) return { body: Buffer.concat(parts), length: at };
    }
}

function parseBody(head, bytes) {
    if ((head.headers['transfer-encoding'] ?? '').includes('chunked')) return parseChunked(bytes);
    const size = Number(head.headers['content-length'] ?? 0);
    return bytes.length < size ? null : { body: bytes.subarray(0, size), length: size };
}

/// Feed it what a socket brings; it calls onRequest({method, path, headers, body: Buffer}) once for each whole request.
export class RequestReader {
    #pieces = [];
    #size = 0;
    #head = null;
    #wanted = 0; // do not join and parse again before this many bytes are there: keeps large bodies linear

    constructor(onRequest) {
        this.onRequest = onRequest;
    }

    feed(bytes) {
        this.#pieces.push(bytes);
        this.#size += bytes.length;
        while (this.#size >= this.#wanted && this.#size > 0 && this.#step());
    }

    #step() {
        let bytes = this.#joined();
        if (!this.#head) {
            this.#head = parseHead(bytes);
            if (!this.#head) return false;
            bytes = this.#keep(bytes.subarray(this.#head.length));
        }
        const found = parseBody(this.#head, bytes);
        if (!found) {
            this.#wanted = Number(this.#head.headers['content-length'] ?? 0);
            return false;
        }
        const { method, path, headers } = this.#head;
        this.#head = null;
        this.#wanted = 0;
        this.#keep(bytes.subarray(found.length));
        this.onRequest({ method, path, headers, body: found.body });
        return true;
    }

    #joined() {
        return this.#keep(this.#pieces.length === 1 ? this.#pieces[0] : Buffer.concat(this.#pieces));
    }

    #keep(bytes) {
        this.#pieces = [bytes];
        this.#size = bytes.length;
        return bytes;
    }
}
