// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// A provider that has bad days by chance, the same ones for the same seed.

import { failure } from './answers.mjs';
import { cutAfter, dialectAt } from './tales.mjs';

/// Numbers in [0, 1), the same for the same seed (mulberry32).
export function randomNumbers(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
}

/// In place of \a answer(request): a share of 429s, of silence (at once, or in the middle of a stream), and of answers that are cut.
/// Calls happened(what) for each: 'limited', 'hanging', 'cut', or 'broken', which is a stream that fails after its head.
export function flaky(answer, { random, limited = 0, hanging = 0, cut = 0, headers = {}, happened = () => {} }) {
    return request => {
        const [dice, where, which] = [random(), random(), random()];
        const told = (what, reply) => { happened(what); return reply; };
        if (dice < limited) return told('limited', failure(dialectAt(request.path), 429, 'Rate limit reached', { headers }));
        const reply = answer(request);
        const events = reply.sse ? 1 + Math.floor(where * (reply.sse.length - 1)) : 0;
        if (dice < limited + hanging) return events && which < 0.5 ? told('broken', { ...reply, hangAfter: events }) : told('hanging', { hang: true });
        if (dice >= limited + hanging + cut) return reply;
        return events ? told('broken', broken(reply, events, which)) : told('cut', cutAfter(reply, 0));
    };
}

/// Behind an event, within a chunk, or by a reset.
function broken(reply, events, which) {
    if (which < 0.33) return { ...reply, resetAfter: events };
    const sse = reply.sse.slice(0, events);
    return which < 0.66 ? { ...reply, sse, chunkHalf: true } : { ...reply, sse, cut: true };
}
