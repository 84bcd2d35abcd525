// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { flaky, randomNumbers } from './faults.mjs';
import { closedAddress, startProvider } from './provider.mjs';
import { askFor, askedIn, tale, teller } from './tales.mjs';

const asked = { role: 'user', content: askFor(7, 3) };
const request = (path, body) => ({ path, body });

test('a tale is told whole, or from where it was left', () => {
    assert.equal(tale(7, 3), 't7w1 t7w2 t7w3');
    const whole = teller(request('/v1/chat/completions', { messages: [asked] }));
    assert.equal(whole.body.choices[0].message.content, 't7w1 t7w2 t7w3');
    const rest = teller(request('/v1/messages', { messages: [asked, { role: 'assistant', content: 't7w1 t7' }, { role: 'user', content: 'Go on' }] }));
    assert.equal(rest.body.content[0].text, 'w2 t7w3');
    const refused = teller(request('/v1/messages', { messages: [asked, { role: 'assistant', content: 'something else' }] }));
    assert.equal(refused.status, 400);
});

for (const [dialect, body] of Object.entries({
    'messages of blocks': { messages: [{ role: 'user', content: [{ type: 'text', text: askFor(7, 3) }] }, { role: 'assistant', content: [{ type: 'text', text: 't7w1 ' }] }] },
    'the input of a response': { input: [asked, { role: 'assistant', content: 't7w1 ' }] },
    contents: { contents: [{ role: 'user', parts: [{ text: askFor(7, 3) }] }, { role: 'model', parts: [{ text: 't7w1 ' }] }] },
    'a prompt': { prompt: `${askFor(7, 3)}t7w1 ` },
    'a prompt with lines': { prompt: `${askFor(7, 3)}\n\n---\nt7w1 \n---\nGo on` },
})) {
    test(`what was said is found in ${dialect}`, () => assert.deepEqual(askedIn(body), { number: 7, words: 3, right: tale(7, 3), said: 't7w1 ' }));
}

test('bad days are as bad as they should be, and the same for the same seed', () => {
    const days = () => {
        const counts = {};
        const answer = flaky(teller, { random: randomNumbers(3), limited: 0.3, hanging: 0.1, cut: 0.05, happened: what => { counts[what] = (counts[what] ?? 0) + 1; } });
        for (let n = 0; n < 4000; n++) answer(request('/v1/chat/completions', { stream: n % 2 === 0, messages: [asked] }));
        return counts;
    };
    const { limited, hanging, broken, cut } = days();
    assert.deepEqual(days(), { limited, hanging, broken, cut });
    for (const [count, meant] of [[limited, 1200], [hanging, 300], [broken, 200], [cut, 100]]) assert.ok(Math.abs(count - meant) < meant / 4, `${count} where ${meant} are meant`);
});

test('it is known how many were answered together, and where nobody listens', async () => {
    const provider = await startProvider();
    provider.script([{ delay: 0.05, text: '' }]);
    await Promise.all([1, 2, 3].map(() => fetch(`${provider.url}/a`)));
    await fetch(`${provider.url}/a`);
    assert.deepEqual(provider.log().map(entry => entry.together), [1, 2, 3, 1]);
    await provider.close();
    await assert.rejects(fetch(await closedAddress()));
});
