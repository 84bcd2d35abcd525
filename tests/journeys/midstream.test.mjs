// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// A stream that breaks after its first words. `midstream: fail` ends it with an error that every official client throws;
// `midstream: continue` goes on with it at another provider, and the caller gets one answer.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';

import { failure, streamed } from '../fake_provider/answers.mjs';
import { askFor, askedIn, cutAfter, tale, teller } from '../fake_provider/tales.mjs';
import { events, masterKey, patience, post } from './harness.mjs';
import { calm, deployment, routes } from './routes.mjs';

const providers = {
    chat: { model: 'openai/qwen2.5-7b', input_cost_per_token: 1e-6, output_cost_per_token: 4e-6 },
    anthropic: { model: 'anthropic/claude-sonnet-4-5-20250929' },
    gemini: { model: 'gemini/gemini-2.5-flash' },
    openai: { model: 'openai/gpt-4o' },
};
/// A group for each pair of providers: the first is asked first, the other goes on.
const groupOf = (first, second) => `${first}-then-${second}`;
const groups = Object.keys(providers).flatMap(first => Object.keys(providers).map(second => [first, second]));
const models = groups.flatMap(([first, second]) => {
    const group = groupOf(first, second);
    return [deployment(`${group}-a`, group, { ...providers[first], weight: 1 }), deployment(`${group}-b`, group, { ...providers[second], ...calm, weight: 0 })];
});

const words = 30;
const user = text => [{ role: 'user', content: text }];

/// The doors: path, body, and how what is streamed there reads.
const doors = {
    chat: {
        path: () => '/v1/chat/completions',
        body: (model, text) => ({ model, stream: true, stream_options: { include_usage: true }, messages: user(text) }),
        text: all => all.map(({ data }) => data.choices?.[0]?.delta?.content ?? '').join(''),
        begins: all => all.filter(({ data }) => data.choices?.[0]?.delta?.role).length,
        ends: all => all.filter(({ data }) => data.choices?.[0]?.finish_reason).length,
        usage: all => all.map(({ data }) => data.usage).filter(Boolean).map(usage => [usage.prompt_tokens, usage.completion_tokens]).at(-1),
    },
    completions: {
        path: () => '/v1/completions',
        body: (model, prompt) => ({ model, stream: true, stream_options: { include_usage: true }, prompt }),
        text: all => all.map(({ data }) => data.choices?.[0]?.text ?? '').join(''),
        ends: all => all.filter(({ data }) => data.choices?.[0]?.finish_reason).length,
        usage: all => all.map(({ data }) => data.usage).filter(Boolean).map(usage => [usage.prompt_tokens, usage.completion_tokens]).at(-1),
    },
    messages: {
        path: () => '/v1/messages',
        body: (model, text) => ({ model, max_tokens: 1000, stream: true, messages: user(text) }),
        text: all => all.map(({ data }) => (data.delta?.type === 'text_delta' ? data.delta.text : '')).join(''),
        begins: all => all.filter(({ event }) => event === 'message_start').length,
        ends: all => all.filter(({ event }) => event === 'message_stop').length,
    },
    responses: {
        path: () => '/v1/responses',
        body: (model, input) => ({ model, stream: true, input }),
        text: all => all.filter(({ event }) => event === 'response.output_text.delta').map(({ data }) => data.delta).join(''),
        begins: all => all.filter(({ event }) => event === 'response.created').length,
        ends: all => all.filter(({ event }) => event === 'response.completed').length,
        usage: all => all.filter(({ event }) => event === 'response.completed').map(({ data }) => [data.response.usage.input_tokens, data.response.usage.output_tokens])[0],
    },
    gemini: {
        path: model => `/v1beta/models/${model}:streamGenerateContent?alt=sse`,
        body: (_, text) => ({ contents: [{ role: 'user', parts: [{ text }] }] }),
        text: all => all.map(({ data }) => (data.candidates?.[0]?.content?.parts ?? []).map(part => part.text ?? '').join('')).join(''),
        ends: all => all.filter(({ data }) => data.candidates?.[0]?.finishReason).length,
    },
};

let number = 0;
/// Google's errors stand bare between the events.
const eventsOf = text => events(text).map(({ event, data }, n) => ({ event, data: data || JSON.parse(text.split(/(?:\r?\n){2}/)[n]) }));

/// Has a tale told at a door: {status, raw, all, text, remarks, right, callId}; all are its events.
async function tell(scene, door, model, count = words, headers = {}) {
    const callId = `tale-${++number}`;
    const response = await post(scene.gateway, doors[door].path(model), doors[door].body(model, askFor(number, count)), { headers: { 'x-litellm-call-id': callId, ...headers } });
    const raw = await response.text();
    const remarks = raw.split('\n').filter(line => line.startsWith(':'));
    const all = eventsOf(raw.split('\n').filter(line => !line.startsWith(':')).join('\n'));
    return { status: response.status, raw, remarks, all, text: doors[door].text(all), right: tale(number, count), callId };
}

/// The last event tells of an error, as its door's clients expect, and nothing says that the answer is whole.
function assertEndsInError({ status, raw, all }, door) {
    assert.equal(status, 200);
    const { event, data } = all.at(-1);
    const error = data.error ?? data.response?.error ?? data;
    assert.ok(error.message?.length > 5, raw.slice(-400));
    if (door === 'messages') assert.deepEqual([event, data.type], ['error', 'error']);
    if (door === 'responses') assert.ok(['error', 'response.failed'].includes(event), event);
    if (door === 'gemini') assert.ok(data.error.code >= 408 && data.error.status, JSON.stringify(data));
    assert.equal(doors[door].ends(all), 0, 'no end');
    assert.doesNotMatch(raw, /\[DONE\]/);
}

/// What breaks a stream after its first words.
const breaks = {
    'a cut': reply => cutAfter(reply, 12),
    'half a chunk': reply => ({ ...cutAfter(reply, 12), cut: false, chunkHalf: true }),
    'a reset': reply => ({ ...reply, resetAfter: 12 }),
    'a silence': reply => ({ ...reply, hangAfter: 12 }),
    'garbage': reply => ({ ...reply, sse: [...reply.sse.slice(0, 12), 'data: {not json', ...reply.sse.slice(-1)] }),
};
const errorEvents = {
    chat: 'data: {"error":{"message":"Overloaded","type":"server_error","param":null,"code":null}}',
    anthropic: 'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
    gemini: 'data: {"error":{"code":503,"message":"Overloaded","status":"UNAVAILABLE"}}',
};
const broken = breaking => request => breaking(teller(request));

const openaiAt = scene => new OpenAI({ apiKey: masterKey, baseURL: `${scene.gateway.url}/v1`, maxRetries: 0, timeout: patience });
const anthropicAt = scene => new Anthropic({ apiKey: masterKey, baseURL: scene.gateway.url, maxRetries: 0, timeout: patience });
const googleAt = scene => new GoogleGenAI({ apiKey: masterKey, httpOptions: { baseUrl: scene.gateway.url } });
/// Each official client's way to a finished answer: {text, usage: [input, output]}.
const clients = {
    async chat(scene, model, text) {
        const stream = openaiAt(scene).chat.completions.stream({ model, messages: user(text), stream_options: { include_usage: true } });
        const { choices: [choice], usage } = await stream.finalChatCompletion();
        return { text: choice.message.content, usage: [usage.prompt_tokens, usage.completion_tokens] };
    },
    async completions(scene, model, prompt) {
        let said = '';
        let usage;
        for await (const chunk of await openaiAt(scene).completions.create({ model, prompt, stream: true, stream_options: { include_usage: true } })) {
            said += chunk.choices[0]?.text ?? '';
            usage = chunk.usage ?? usage;
        }
        return { text: said, usage: [usage.prompt_tokens, usage.completion_tokens] };
    },
    async messages(scene, model, text) {
        const stream = anthropicAt(scene).messages.stream({ model, max_tokens: 1000, messages: user(text) });
        const { content, usage } = await stream.finalMessage();
        assert.equal(content.length, 1, 'one block');
        return { text: content[0].text, usage: [usage.input_tokens, usage.output_tokens] };
    },
    async responses(scene, model, input) {
        let final;
        for await (const event of await openaiAt(scene).responses.create({ model, input, stream: true })) {
            if (event.type === 'response.failed') throw new Error(event.response.error.message);
            if (event.type === 'response.completed') final = event.response;
        }
        assert.ok(final, 'a response that is completed');
        assert.equal(final.output.length, 1, 'one item');
        return { text: final.output[0].content.map(part => part.text).join(''), usage: [final.usage.input_tokens, final.usage.output_tokens] };
    },
    async gemini(scene, model, text) {
        let said = '';
        let usage;
        for await (const chunk of await googleAt(scene).models.generateContentStream({ model, contents: text })) {
            said += chunk.text ?? '';
            usage = chunk.usageMetadata ?? usage;
        }
        return { text: said, usage: [usage.promptTokenCount, usage.candidatesTokenCount] };
    },
};

const quiet = { num_retries: 2, disable_cooldowns: true, timeout: 5, stream_timeout: 0.4 };

describe('midstream: fail', () => {
    let scene;
    before(async () => { scene = await routes([...models, deployment('going-a', 'going', { weight: 1, midstream: 'continue' }), deployment('going-b', 'going', { weight: 0 })], quiet); });
    after(() => scene?.stop());

    for (const door of Object.keys(doors)) {
        for (const first of ['chat', 'anthropic', 'gemini']) {
            const group = groupOf(first, 'chat');
            for (const [what, breaking] of Object.entries(breaks)) {
                test(`${what} ends in an error at the door of ${door} over ${first}`, async () => {
                    scene.play({ [`${group}-a`]: broken(breaking) }, teller);
                    const answer = await tell(scene, door, group);
                    assert.ok(answer.text.length > 0 && answer.right.startsWith(answer.text) && answer.text !== answer.right, answer.raw);
                    assertEndsInError(answer, door);
                    assert.equal(scene.provider.log().length, 1, 'nobody else is asked');
                });
            }
        }
        test(`the official client throws at the door of ${door}`, async () => {
            scene.play({ 'chat-then-chat-a': broken(breaks['a cut']) }, teller);
            await assert.rejects(clients[door](scene, 'chat-then-chat', askFor(1, words)));
        });
    }

    test('a deployment may have it otherwise for its group', async () => {
        scene.play({ 'going-a': broken(breaks['a cut']) }, teller);
        const answer = await tell(scene, 'chat', 'going');
        assert.equal(answer.text, answer.right);
    });
});

describe('midstream: continue', () => {
    let scene;
    before(async () => {
        const chain = ['a', 'b', 'c'].map((letter, n) => deployment(`chain-${letter}`, 'chain', { ...providers.chat, weight: n ? 0 : 1 }));
        scene = await routes([
            ...models, ...chain, deployment('staying-a', 'staying', { midstream: 'fail', weight: 1 }), deployment('staying-b', 'staying', { weight: 0 }),
            deployment('front-a', 'front', providers.chat), deployment('behind-a', 'behind', providers.anthropic),
        ], { ...quiet, midstream: 'continue', fallbacks: [{ front: ['behind'] }] });
    });
    after(() => scene?.stop());

    for (const door of Object.keys(doors)) {
        for (const [first, second] of groups) {
            test(`goes on at ${second} after ${first} broke off, for the official client at the door of ${door}`, async () => {
                const group = groupOf(first, second);
                const [a, b] = [`${group}-a`, `${group}-b`];
                scene.play({ [a]: broken(breaks['a cut']) }, teller);
                const { text, usage } = await clients[door](scene, group, askFor(7, words));
                assert.equal(text, tale(7, words));
                assert.deepEqual([scene.asked(a).length, scene.asked(b).length], [1, 1]);
                assert.ok(usage[1] >= words / 2, `all words are counted: ${usage}`);
            });
        }
    }

    for (const door of Object.keys(doors)) {
        test(`is one answer at the door of ${door}: one beginning, one end, a remark, usage and cost that add up`, async () => {
            scene.play({ 'chat-then-anthropic-a': broken(breaks['a cut']) }, teller);
            const { all, raw, text, right, remarks, callId } = await tell(scene, door, 'chat-then-anthropic');
            assert.equal(text, right, raw);
            if (doors[door].begins) assert.equal(doors[door].begins(all), 1, raw);
            assert.equal(doors[door].ends(all), 1, raw);
            assert.deepEqual(remarks.filter(line => !/continued/.test(line)), []);
            assert.equal(remarks.length, door === 'gemini' ? 0 : 1, 'Google’s clients take no remarks');

            const { tries, tokens, cost } = await scene.record(callId);
            assert.deepEqual(tries.map(each => each.deployment), ['chat-then-anthropic-a', 'chat-then-anthropic-b']);
            assert.deepEqual(tries.map(each => each.tokens.estimate), [true, false]);
            assert.ok(tries[0].fault && !tries[1].fault);
            for (const side of ['input', 'output']) assert.equal(tokens[side], tries[0].tokens[side] + tries[1].tokens[side], JSON.stringify({ tokens, tries }));
            const said = askedIn(scene.asked('chat-then-anthropic-b')[0].body).said;
            assert.ok(said.length > 0);
            assert.equal(tries[1].tokens.output, right.slice(said.length).trim().split(' ').length, 'what the second one says it wrote');
            assert.ok(tries.every(each => each.cost > 0), JSON.stringify(tries));
            assert.ok(Math.abs(cost.total - tries[0].cost - tries[1].cost) < 1e-12, JSON.stringify({ cost, tries }));
            if (doors[door].usage) assert.deepEqual(doors[door].usage(all), [tokens.input, tokens.output]);
        });
    }

    for (const [what, breaking] of Object.entries(breaks)) {
        test(`goes on after ${what}`, async () => {
            scene.play({ 'chat-then-gemini-a': broken(breaking) }, teller);
            const answer = await tell(scene, 'messages', 'chat-then-gemini');
            assert.equal(answer.text, answer.right, answer.raw);
        });
    }

    for (const [first, line] of Object.entries(errorEvents)) {
        test(`goes on after an error event of ${first}, which nobody sees`, async () => {
            const group = groupOf(first, 'anthropic');
            for (const door of ['chat', 'messages', 'gemini']) {
                scene.play({ [`${group}-a`]: broken(reply => ({ ...reply, sse: [...reply.sse.slice(0, 12), line] })) }, teller);
                const answer = await tell(scene, door, group);
                assert.equal(answer.text, answer.right, answer.raw);
                assert.doesNotMatch(answer.raw, /Overloaded/);
            }
        });
    }

    for (const first of ['chat', 'anthropic']) {
        for (const door of ['chat', 'messages']) {
            test(`goes on wherever the break is, and ends well behind the end: ${door} over ${first}`, async () => {
                for (let at = 1, events = 2; at < events; at++) {
                    for (const breaking of [{ cut: true }, { cut: false, chunkHalf: true }]) {
                        scene.play({ [`${groupOf(first, 'chat')}-a`]: broken(reply => { events = reply.sse.length; return { ...cutAfter(reply, at), ...breaking }; }) }, teller);
                        const answer = await tell(scene, door, groupOf(first, 'chat'), 6);
                        assert.equal(answer.text, answer.right, `after ${at} events: ${answer.raw}`);
                        assert.equal(doors[door].ends(answer.all), 1, answer.raw);
                        assert.doesNotMatch(answer.raw, /"error"/);
                    }
                }
            });
        }
    }

    test('goes on twice', async () => {
        scene.play({ 'chain-a': broken(reply => cutAfter(reply, 8)) }, request => (askedIn(request.body).said.length < 40 ? cutAfter(teller(request), 10) : teller(request)));
        const { text, right, remarks, callId } = await tell(scene, 'messages', 'chain');
        assert.equal(text, right);
        assert.equal(remarks.length, 2);
        const { tries, tokens } = await scene.record(callId);
        assert.equal(tries.length, 3);
        assert.equal(tokens.output, tries.reduce((sum, each) => sum + each.tokens.output, 0));
    });

    test('goes on at a fallback', async () => {
        scene.play({ 'front-a': request => (askedIn(request.body).said ? failure('openai', 401, 'No') : cutAfter(teller(request), 12)) }, teller);
        const { text, right, callId } = await tell(scene, 'chat', 'front');
        assert.equal(text, right);
        assert.equal((await scene.record(callId)).deployment, 'behind-a');
    });

    test('ends in an error when everybody fails', async () => {
        for (const door of Object.keys(doors)) {
            scene.play({ 'chat-then-chat-a': request => (askedIn(request.body).said ? failure('openai', 500, 'No') : cutAfter(teller(request), 12)), 'chat-then-chat-b': failure('openai', 500, 'No') }, teller);
            const answer = await tell(scene, door, 'chat-then-chat', words, { 'x-litellm-num-retries': '1' });
            assertEndsInError(answer, door);
            assert.ok(answer.right.startsWith(answer.text));
        }
    });

    test('a call of a tool that is half said is not gone on with', async () => {
        const tools = [{ id: 'call_1', name: 'get_weather', input: { city: 'Zürich', unit: 'celsius' } }];
        for (const [door, group, dialect] of [['chat', 'chat-then-chat', 'openai'], ['messages', 'anthropic-then-chat', 'anthropic']]) {
            const reply = streamed(dialect, { text: 'Let me see.', tools });
            scene.play({ [`${group}-a`]: cutAfter(reply, reply.sse.length - 6) }, teller);
            const answer = await tell(scene, door, group);
            assertEndsInError(answer, door);
            assert.equal(scene.provider.log().length, 1);
        }
    });

    test('the caller gets what is left when his limit was nearly reached', async () => {
        scene.play({ 'chat-then-anthropic-a': broken(breaks['a cut']) }, teller);
        await tell(scene, 'messages', 'chat-then-anthropic');
        const [{ body }] = scene.asked('chat-then-anthropic-b');
        assert.ok(body.max_tokens > 0 && body.max_tokens < 1000, String(body.max_tokens));
    });

    test('a deployment may have it otherwise for its group', async () => {
        scene.play({ 'staying-a': broken(breaks['a cut']) }, teller);
        assertEndsInError(await tell(scene, 'chat', 'staying'), 'chat');
        assert.equal(scene.provider.log().length, 1);
    });
});
