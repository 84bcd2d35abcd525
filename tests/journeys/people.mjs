// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What journeys about keys, limits and budgets share: administering in one line, and money in whole nano-dollars.

import assert from 'node:assert/strict';

import { chat, get, post } from './harness.mjs';

/// Asks a management endpoint and gives what it says; anything but 200 is a failure of the test.
export async function manage(gateway, route, body, options = {}) {
    const response = await (body === undefined ? get(gateway, route, options) : post(gateway, route, body, options));
    const text = await response.text();
    assert.equal(response.status, 200, `${route}: ${text}`);
    return JSON.parse(text);
}

/// The same where it is refused: {status, error} or {status, detail}.
export async function refusedBy(gateway, route, body, options = {}) {
    const response = await (body === undefined ? get(gateway, route, options) : post(gateway, route, body, options));
    return { status: response.status, ...await response.json() };
}

export const send = (gateway, method, route, body) => post(gateway, route, body ?? {}, { method });

/// A new key with these fields.
export const newKey = async (gateway, fields = {}) => (await manage(gateway, '/key/generate', fields)).key;

/// One call with a key, to its end: {status, headers, body}.
export async function call(gateway, key, { model = 'gpt', text = 'Hello?', more = {}, headers = {}, door = '/v1/chat/completions', signal } = {}) {
    const response = await post(gateway, door, chat(model, text, more), { key, headers, ...(signal ? { signal } : {}) });
    const said = await response.text();
    let body = said;
    try { body = JSON.parse(said); } catch { /* a stream */ }
    return { status: response.status, headers: response.headers, body };
}

/// Many calls at once; how many were answered with what: {200: 10, 429: 190}.
export async function callsAtOnce(gateway, count, make) {
    const all = await Promise.all(Array.from({ length: count }, (_, number) => make(number)));
    const byStatus = {};
    for (const each of all) byStatus[each.status] = (byStatus[each.status] ?? 0) + 1;
    return { byStatus, all };
}

/// Dollars as nano-dollars.
export const nanos = dollars => Math.round(dollars * 1e9);
