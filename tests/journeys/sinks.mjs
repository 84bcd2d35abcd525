// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What journeys of sinks share: a server that writes down what it is sent, and the vendors' own words for what it should be.

import assert from 'node:assert/strict';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';

import { eventually, here } from './harness.mjs';

const require = createRequire(import.meta.url);

/// A server on a free port. `answer` may be set to a function of a request that gives {status, headers, body}, 'hang' or 'reset'.
export async function startRecorder() {
    const recorder = { requests: [], answer: undefined };
    const sockets = new Set();
    const server = http.createServer((request, response) => {
        const pieces = [];
        request.on('data', piece => pieces.push(piece));
        request.on('end', () => {
            const body = Buffer.concat(pieces);
            const entry = { method: request.method, path: request.url, headers: request.headers, body, text: body.toString('utf8') };
            const answer = recorder.answer?.(entry) ?? { status: 200, body: '{}' };
            entry.isTaken = typeof answer === 'object' && answer.status < 300;
            recorder.requests.push(entry);
            if (answer === 'hang') return;
            if (answer === 'reset') return void request.socket.destroy();
            response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
            response.end(answer.body ?? '');
        });
    });
    server.on('connection', socket => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
    });
    const listen = port => new Promise(resolve => server.listen(port, '127.0.0.1', resolve));
    const down = () => new Promise(resolve => {
        server.close(resolve);
        for (const socket of sockets) socket.destroy();
    });
    await listen(0);
    const { port } = server.address();
    Object.assign(recorder, {
        url: `http://127.0.0.1:${port}`,
        close: down,
        /// Goes away, as a server that is down; up() brings it back.
        down,
        up: () => listen(port),
        /// The requests whose path begins so and that were accepted.
        taken: (prefix = '') => recorder.requests.filter(each => each.isTaken && each.path.startsWith(prefix)),
        /// Waits for them.
        until: (count, prefix = '', milliseconds = 15000) => eventually(() => {
            const found = recorder.taken(prefix);
            return found.length >= count && found;
        }, `${count} requests to ${prefix}`, milliseconds),
        forget: () => recorder.requests.splice(0),
    });
    return recorder;
}

/// Fails unless \`value\`, written as a literal, is of the type that a package declares.
export function assertType(module, type, value) {
    const ts = require('typescript');
    const file = path.join(here, 'checked-value.ts');
    const source = `import type * as vendor from '${module}';\nconst value: ${type} = ${JSON.stringify(value)};\nexport default value;\n`;
    const options = { noEmit: true, strict: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [] };
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists, readFile } = host;
    host.getSourceFile = (name, ...rest) => name === file ? ts.createSourceFile(name, source, options.target) : getSourceFile.call(host, name, ...rest);
    host.fileExists = name => name === file || fileExists.call(host, name);
    host.readFile = name => name === file ? source : readFile.call(host, name);
    const program = ts.createProgram([file], options, host);
    const wrong = ts.getPreEmitDiagnostics(program).map(each => ts.flattenDiagnosticMessageText(each.messageText, '\n'));
    assert.deepEqual(wrong, [], wrong.join('\n'));
}

/// A request of OTLP in protobuf, as the published schema reads it: of traces, or of metrics.
export function readOtlp(bytes, kind = 'trace') {
    const { collector } = require('@opentelemetry/otlp-proto-exporter-base/build/src/generated/root.js').opentelemetry.proto;
    const type = kind === 'trace' ? collector.trace.v1.ExportTraceServiceRequest : collector.metrics.v1.ExportMetricsServiceRequest;
    return type.toObject(type.decode(bytes), { longs: String, bytes: Buffer, defaults: false });
}

/// The attributes of a span, of either encoding, as an object.
export function attributesOf(span) {
    const value = each => each.stringValue ?? each.boolValue ?? each.doubleValue
        ?? (each.intValue === undefined ? each.arrayValue?.values.map(value) : Number(each.intValue));
    return Object.fromEntries(span.attributes.map(each => [each.key, value(each.value)]));
}

/// The signature that AWS's own package gives a request of S3, and the one it came with.
export async function signatures(request, { id, secret, region }) {
    const { SignatureV4 } = require('@smithy/signature-v4');
    const { Sha256 } = require('@aws-crypto/sha256-js');
    const [, signed, came] = request.headers.authorization.match(/SignedHeaders=([^,]+), Signature=([0-9a-f]{64})/);
    const names = signed.split(';');
    const signer = new SignatureV4({ service: 's3', region, credentials: { accessKeyId: id, secretAccessKey: secret }, sha256: Sha256, uriEscapePath: false });
    const headers = Object.fromEntries(names.filter(name => !name.startsWith('x-amz-date')).map(name => [name, request.headers[name]]));
    const [, y, m, d, H, M, S] = request.headers['x-amz-date'].match(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/).map(Number);
    const ours = await signer.sign(
        { method: request.method, protocol: 'http:', hostname: '127.0.0.1', path: request.path, query: {}, headers, body: request.body },
        { signingDate: new Date(Date.UTC(y, m - 1, d, H, M, S)) });
    return { came, ours: ours.headers.authorization.match(/Signature=([0-9a-f]{64})/)[1] };
}
