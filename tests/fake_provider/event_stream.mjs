// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// AWS's binary framing of streams, application/vnd.amazon.eventstream, for a script's `eventstream`: a list of
// {type: ':event-type', payload: object, kind: ':message-type'}; kind is 'event' where it is not said.

import zlib from 'node:zlib';

// Node's zlib has the checksum from version 22 on.
const table = Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
});

export function checksum(bytes) {
    if (zlib.crc32) return zlib.crc32(bytes);
    let value = 0xffffffff;
    for (const byte of bytes) value = (value >>> 8) ^ table[(value ^ byte) & 0xff];
    return (value ^ 0xffffffff) >>> 0;
}

const number = (value, size) => {
    const bytes = Buffer.alloc(size);
    bytes.writeUIntBE(value, 0, size);
    return bytes;
};

const text = 7;

function field(name, value) {
    const bytes = Buffer.from(value);
    return Buffer.concat([number(name.length, 1), Buffer.from(name), number(text, 1), number(bytes.length, 2), bytes]);
}

/// One message with these header fields, all of them text.
export function message(fields, payload) {
    const head = Buffer.concat(Object.entries(fields).map(([name, value]) => field(name, value)));
    const prelude = Buffer.concat([number(16 + head.length + payload.length, 4), number(head.length, 4)]);
    const most = Buffer.concat([prelude, number(checksum(prelude), 4), head, payload]);
    return Buffer.concat([most, number(checksum(most), 4)]);
}

/// One entry of a script's `eventstream`.
export function event({ type, payload = {}, kind = 'event' }) {
    const name = kind === 'event' ? ':event-type' : ':exception-type';
    return message({ [name]: type, ':content-type': 'application/json', ':message-type': kind }, Buffer.from(JSON.stringify(payload)));
}

/// Events of Anthropic as InvokeModelWithResponseStream wraps them.
export function chunks(events) {
    return events.map(each => ({ type: 'chunk', payload: { bytes: Buffer.from(JSON.stringify(each)).toString('base64'), p: 'abcdefgh' } }));
}
