// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Speech: sound that goes on as it comes, however long it is.

import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';

import OpenAI from 'openai';

import { assertServes, masterKey, post, stage } from './harness.mjs';

const models = `  - model_name: voice
    litellm_params: {model: openai/gpt-4o-mini-tts, api_base: PROVIDER/v1, api_key: sk-provider}
  - model_name: long
    litellm_params: {model: openai/tts-1, api_base: SOUND/v1, api_key: sk-provider}
  - model_name: judge
    litellm_params: {model: openai/omni-moderation-latest, api_base: PROVIDER/v1, api_key: sk-provider}
`;
const mebibyte = 1024 * 1024;

/// A provider whose sound never fits into anybody's memory at once.
async function startSound(pieces) {
    const sound = { sent: 0, open: 0 };
    sound.server = http.createServer((request, response) => {
        request.resume();
        response.setHeader('content-type', 'audio/wav');
        sound.open += 1;
        response.on('close', () => { sound.open -= 1; });
        const piece = Buffer.alloc(mebibyte, 7);
        let left = pieces;
        const more = () => {
            while (left > 0) {
                left -= 1;
                sound.sent += piece.length;
                if (!response.write(piece)) return response.once('drain', more);
            }
            return response.end();
        };
        more();
    });
    await new Promise(resolve => sound.server.listen(0, '127.0.0.1', resolve));
    sound.url = `http://127.0.0.1:${sound.server.address().port}`;
    return sound;
}

describe('speech', () => {
    let scene, sound, client;
    before(async () => {
        sound = await startSound(200);
        scene = await stage({ models: models.replaceAll('SOUND', sound.url) });
        client = new OpenAI({ apiKey: masterKey, baseURL: `${scene.gateway.url}/v1`, maxRetries: 0, timeout: 30000 });
    });
    after(async () => {
        await scene.stop();
        sound.server.closeAllConnections?.();
        sound.server.close();
    });
    beforeEach(() => scene.provider.script());

    test('the client gets the provider\'s bytes and their kind', async () => {
        const bytes = Buffer.from([0x49, 0x44, 0x33, 0, 0xff, 0xfe, 10, 13, 0]);
        scene.provider.script([{ base64: bytes.toString('base64'), headers: { 'content-type': 'audio/mpeg' } }]);
        const answer = await client.audio.speech.create({ model: 'voice', input: 'Hello', voice: 'alloy', instructions: 'slow', speed: 1.1 });
        assert.equal(answer.headers.get('content-type'), 'audio/mpeg');
        assert.deepEqual(Buffer.from(await answer.arrayBuffer()), bytes);
        const { path, body } = scene.provider.last();
        assert.equal(path, '/v1/audio/speech');
        assert.deepEqual(body, { model: 'gpt-4o-mini-tts', input: 'Hello', voice: 'alloy', instructions: 'slow', speed: 1.1 });
    });

    test('200 MB pass without being held', async () => {
        const before = scene.gateway.memory();
        const answer = await client.audio.speech.create({ model: 'long', input: 'All of it', voice: 'alloy' });
        let size = 0, highest = 0;
        for await (const piece of answer.body) {
            size += piece.length;
            highest = Math.max(highest, scene.gateway.memory());
        }
        assert.equal(size, 200 * mebibyte);
        assert.ok(highest - before < 32 * mebibyte, `${(highest - before) / mebibyte} MiB more`);
    });

    test('a client that stops reading stops the provider, and one that leaves ends it', async () => {
        sound.sent = 0;
        const abort = new AbortController();
        const answer = await fetch(`${scene.gateway.url}/v1/audio/speech`, {
            method: 'POST', signal: abort.signal, headers: { authorization: `Bearer ${masterKey}`, 'content-type': 'application/json' },
            body: JSON.stringify({ model: 'long', input: 'x', voice: 'alloy' }),
        });
        await answer.body.getReader().read();
        let last = -1;
        while (last !== sound.sent) {
            last = sound.sent;
            await new Promise(resolve => setTimeout(resolve, 200));
        }
        assert.ok(sound.sent < 64 * mebibyte, `${sound.sent / mebibyte} MiB were taken`);
        abort.abort();
        while (sound.open > 0) await new Promise(resolve => setTimeout(resolve, 20));
        await assertServes(scene.gateway);
    });

    test('an error stays an error', async () => {
        scene.provider.script([{ status: 400, body: { error: { message: 'no such voice', type: 'invalid_request_error', param: 'voice', code: null } } }]);
        await assert.rejects(client.audio.speech.create({ model: 'voice', input: 'x', voice: 'nobody' }), error => {
            assert.ok(error instanceof OpenAI.BadRequestError);
            assert.match(error.message, /no such voice/);
            return true;
        });
        for (const reply of [{ body: { error: { message: 'sorry' } } }, { text: '<html>', headers: { 'content-type': 'text/html' } }, { base64: '', headers: { 'content-type': 'audio/mpeg' } }]) {
            scene.provider.script([reply]);
            const response = await post(scene.gateway, '/v1/audio/speech', { model: 'voice', input: 'x', voice: 'alloy' });
            assert.ok(response.status >= 500, `${response.status}`);
            assert.match((await response.json()).error.message, /OpenAIException/);
        }
    });

    test('sound that is cut does not look whole', async () => {
        scene.provider.script([{ base64: Buffer.alloc(5000, 1).toString('base64'), headers: { 'content-type': 'audio/mpeg' }, cut: true }]);
        const response = await post(scene.gateway, '/v1/audio/speech', { model: 'voice', input: 'x', voice: 'alloy' });
        await assert.rejects(response.arrayBuffer());
        scene.provider.script();
        await assertServes(scene.gateway);
    });

    test('events of speech pass to their end', async () => {
        const sse = ['data: {"type":"speech.audio.delta","audio":"AAAA"}', 'data: {"type":"speech.audio.done","usage":{"input_tokens":3,"output_tokens":4,"total_tokens":7}}'];
        scene.provider.script([{ sse }]);
        const response = await post(scene.gateway, '/v1/audio/speech', { model: 'voice', input: 'x', voice: 'alloy', stream_format: 'sse' });
        assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
        assert.equal(await response.text(), sse.map(each => `${each}\n\n`).join(''));
    });

    test('a moderation without a model finds the one there is', async () => {
        scene.provider.script([{ body: { id: 'modr-1', model: 'omni-moderation-latest', results: [{ flagged: false }] } }]);
        const answer = await client.moderations.create({ input: 'I like cats' });
        assert.equal(answer.results[0].flagged, false);
        assert.equal(scene.provider.last().body.model, 'omni-moderation-latest');
    });
});
