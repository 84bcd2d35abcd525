// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The provider of the pictures: like provider.mjs, but it answers as people know it, after different times, in different
// lengths, and now and then not at all. The same every time, as far as the order of the questions is.

import { failure, streamed, whole } from '../fake_provider/answers.mjs';
import { startProvider } from '../fake_provider/provider.mjs';

let seed = 20261126;
const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
const between = (least, most) => least + random() * (most - least);

const texts = [
    'The queue drains when both consumers acknowledge; yours waits for a lock that the first one still holds. Release it before the commit.',
    'Here is a shorter version:\n\n> We ship on Thursday. The migration runs first, and nobody has to log in again.',
    'SELECT region, SUM(amount) AS total\nFROM orders\nWHERE created_at >= CURRENT_DATE - 30\nGROUP BY region\nORDER BY total DESC;',
    'Three things stand out: latency rises with the size of the prompt, errors come from one region, and the cache is cold after each deploy.',
    'Yes. Set `Retry-After` and the client waits by itself.',
];

/// Slow regions, a provider that is down, and otherwise answers that take their time.
function answer(request) {
    const dialect = request.path.includes('/messages') ? 'anthropic' : 'openai';
    if (request.path.startsWith('/groq')) return failure(dialect, 503);
    if (random() < 0.012) return failure(dialect, 429);
    const turn = {
        text: texts[Math.floor(random() * texts.length)], model: request.body?.model,
        usage: { fresh: Math.round(between(220, 5200)), cached: random() < 0.5 ? Math.round(between(500, 9000)) : 0, output: Math.round(between(60, 900)) },
    };
    const reply = request.body?.stream ? streamed(dialect, turn) : whole(dialect, turn);
    return { ...reply, delay: between(0.08, request.path.startsWith('/mistral') ? 1.6 : 0.7), gap: between(0.005, 0.05) };
}

const provider = await startProvider({ port: 0 });
provider.script([answer]);
process.stdout.write(`${provider.url}\n`);
process.stdin.on('end', () => process.exit(0)).resume();
