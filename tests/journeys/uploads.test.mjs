// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Forms with files: transcriptions and image edits, with the official client, with bare sockets, and with a file of 200 MB.

import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';

import OpenAI, { toFile } from 'openai';

import { assertServes, masterKey, post, stage } from './harness.mjs';
import { Raw } from './raw.mjs';

const models = `  - model_name: whisper
    litellm_params: {model: openai/whisper-1, api_base: PROVIDER/v1, api_key: sk-provider, num_retries: 1}
  - model_name: second
    litellm_params: {model: openai/whisper-2, api_base: PROVIDER/v1, api_key: sk-provider}
  - model_name: nowhere
    litellm_params: {model: openai/whisper-1, api_base: SINK/v1, api_key: sk-provider, num_retries: 0}
`;
const wav = Buffer.from('RIFF\r\n--boundary\r\n\0\xff', 'latin1');

/// A provider that counts what comes and keeps nothing; it answers when the body has ended.
async function startSink() {
    const sink = { seen: [] };
    sink.server = http.createServer((request, response) => {
        const entry = { headers: request.headers, bytes: 0, closed: false };
        sink.seen.push(entry);
        request.on('data', bytes => { entry.bytes += bytes.length; });
        request.on('close', () => { entry.closed = true; });
        request.on('error', () => {});
        request.on('end', () => response.setHeader('content-type', 'application/json').end('{"text":"heard"}'));
    });
    await new Promise(resolve => sink.server.listen(0, '127.0.0.1', resolve));
    sink.url = `http://127.0.0.1:${sink.server.address().port}`;
    return sink;
}

const part = (name, value) => `--BOUNDARY-OF-THE-TEST\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const filePart = '--BOUNDARY-OF-THE-TEST\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\n\r\n';
const end = '\r\n--BOUNDARY-OF-THE-TEST--\r\n';

function head(length, { path = '/v1/audio/transcriptions', key = masterKey, more = '' } = {}) {
    return `POST ${path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key}\r\nContent-Type: multipart/form-data; boundary=BOUNDARY-OF-THE-TEST\r\nContent-Length: ${length}\r\n${more}\r\n`;
}

describe('forms with files', () => {
    let scene, sink, client;
    before(async () => {
        sink = await startSink();
        scene = await stage({ models: models.replaceAll('SINK', sink.url), general: '  max_request_size_mb: 512' });
        client = new OpenAI({ apiKey: masterKey, baseURL: `${scene.gateway.url}/v1`, maxRetries: 0 });
    });
    after(async () => {
        await scene.stop();
        sink.server.closeAllConnections?.();
        sink.server.close();
    });
    beforeEach(() => {
        sink.seen = [];
        scene.provider.script();
    });

    test('a transcription goes to the provider under its own name for the model', async () => {
        scene.provider.script([{ body: { text: 'hello', usage: { type: 'tokens', input_tokens: 7, output_tokens: 2, total_tokens: 9 } } }]);
        const file = await toFile(wav, 'a.wav');
        const answer = await client.audio.transcriptions.create({ file, model: 'whisper', language: 'en', timestamp_granularities: ['word', 'segment'] });
        assert.equal(answer.text, 'hello');
        const { headers, text, path } = scene.provider.last();
        assert.equal(path, '/v1/audio/transcriptions');
        assert.equal(headers.authorization, 'Bearer sk-provider');
        assert.match(headers['content-type'], /^multipart\/form-data; boundary=[0-9A-Za-z]{16,70}$/);
        assert.match(text, /name="model"\r\n\r\nwhisper-1\r\n/);
        assert.match(text, /name="language"\r\n\r\nen\r\n/);
        assert.match(text, /name="timestamp_granularities\[\]"\r\n\r\nword\r\n[^]*name="timestamp_granularities\[\]"\r\n\r\nsegment\r\n/);
        assert.match(text, /filename="a.wav"[^]*RIFF\r\n--boundary\r\n/);
        assert.doesNotMatch(text, /\r\nwhisper\r\n/);
    });

    test('text is answered as text', async () => {
        scene.provider.script([{ text: '1\n00:00 --> 00:01\nhello\n' }]);
        const answer = await client.audio.transcriptions.create({ file: await toFile(wav, 'a.wav'), model: 'whisper', response_format: 'srt' });
        assert.equal(answer, '1\n00:00 --> 00:01\nhello\n');
    });

    test('a stream is passed on as it comes, and a cut one does not look whole', async () => {
        const events = ['data: {"type":"transcript.text.delta","delta":"he"}', 'data: {"type":"transcript.text.done","text":"he"}'];
        scene.provider.script([{ sse: events }, { sse: events.slice(0, 1) }]);
        const create = async () => client.audio.transcriptions.create({ file: await toFile(wav, 'a.wav'), model: 'second', stream: true });
        const types = [];
        for await (const event of await create()) types.push(event.type);
        assert.deepEqual(types, ['transcript.text.delta', 'transcript.text.done']);
        await assert.rejects(async () => { for await (const event of await create()) assert.ok(event); });
    });

    test('an image is edited', async () => {
        scene.provider.script([{ body: { created: 1, data: [{ b64_json: 'aGk=' }] } }]);
        const image = [await toFile(wav, 'a.png'), await toFile(wav, 'b.png')];
        const answer = await client.images.edit({ image, model: 'gpt', prompt: 'a hat' });
        assert.equal(answer.data[0].b64_json, 'aGk=');
        assert.equal(scene.provider.last().path, '/v1/images/edits');
        assert.match(scene.provider.last().text, /filename="a.png"[^]*filename="b.png"/);
    });

    test('a retry sends the file again, and so does a fallback', async () => {
        scene.provider.script([{ status: 500, body: { error: { message: 'no' } } }, { body: { text: 'second try' } }]);
        const again = await client.audio.transcriptions.create({ file: await toFile(wav, 'a.wav'), model: 'whisper', num_retries: 1 });
        assert.equal(again.text, 'second try');
        assert.equal(scene.provider.log().length, 2);
        scene.provider.script([{ status: 400, body: { error: { message: 'no' } } }, { body: { text: 'elsewhere' } }]);
        const fallen = await client.audio.transcriptions.create({ file: await toFile(wav, 'a.wav'), model: 'whisper', fallbacks: '["second"]' });
        assert.equal(fallen.text, 'elsewhere');
        for (const entry of scene.provider.log()) assert.match(entry.text, /RIFF\r\n--boundary/);
        assert.doesNotMatch(scene.provider.last().text, /fallbacks/);
    });

    test('200 MB pass through without being held', { timeout: 120000 }, async () => {
        const raw = await Raw.open(scene.gateway);
        const piece = Buffer.alloc(1 << 20, 'x'), count = 200;
        const opening = part('model', 'nowhere') + filePart;
        const length = opening.length + count * piece.length + end.length;
        await assertServes(scene.gateway);
        const before = scene.gateway.memory();
        let most = before;
        raw.send(head(length) + opening);
        for (let i = 0; i < count; ++i) {
            if (!raw.socket.write(piece)) await new Promise(resolve => raw.socket.once('drain', resolve));
            most = Math.max(most, scene.gateway.memory());
        }
        raw.send(end);
        const answer = await raw.answer(60000);
        assert.equal(answer.status, 200, answer.body);
        assert.ok(sink.seen[0].bytes > count * piece.length);
        assert.equal(Number(sink.seen[0].headers['content-length']), sink.seen[0].bytes);
        assert.ok(most - before < 20 * 1024 * 1024, `grew by ${(most - before) / 1024} KiB`);
        raw.close();
    });

    test('the upload begins before the form has ended, and a field behind the file starts it anew', async () => {
        const raw = await Raw.open(scene.gateway);
        const late = part('language', 'en').replace(/^/, '\r\n') + end.slice(2);
        const opening = part('model', 'whisper') + filePart;
        scene.provider.script([{ body: { text: 'all' } }]);
        raw.send(head(opening.length + 5 + late.length) + opening + 'hello');
        await new Promise(resolve => setImmediate(resolve));
        raw.send(late);
        const answer = await raw.answer();
        assert.equal(answer.status, 200, answer.body);
        assert.match(scene.provider.last().text, /name="language"\r\n\r\nen\r\n[^]*hello\r\n/);
        raw.close();
    });

    test('a client that leaves in the middle takes its upload away from the provider', async () => {
        const raw = await Raw.open(scene.gateway);
        raw.send(head(1000) + part('model', 'nowhere') + filePart + 'hello');
        for (let i = 0; i < 500 && !sink.seen[0]?.bytes; ++i) await new Promise(resolve => setTimeout(resolve, 10));
        assert.ok(sink.seen[0].bytes > 0, 'the upload has begun');
        raw.close();
        for (let i = 0; i < 500 && !sink.seen[0].closed; ++i) await new Promise(resolve => setTimeout(resolve, 10));
        assert.ok(sink.seen[0].closed);
        await assertServes(scene.gateway);
    });

    test('a provider that refuses before the end is heard, and so is the caller told', async () => {
        scene.provider.script();
        const refusing = http.createServer((request, response) => {
            request.once('data', () => response.writeHead(413, { 'content-type': 'application/json' }).end('{"error":{"message":"far too large"}}'));
            request.on('error', () => {});
        });
        await new Promise(resolve => refusing.listen(0, '127.0.0.1', resolve));
        const other = await stage({ models: models.replaceAll('SINK', `http://127.0.0.1:${refusing.address().port}`) });
        const raw = await Raw.open(other.gateway);
        raw.send(head(1000000) + part('model', 'nowhere') + filePart + 'hello');
        const answer = await raw.answer();
        assert.ok(answer.status >= 400, answer.body);
        assert.match(answer.body, /far too large/);
        assert.equal(answer.headers.connection, 'close');
        raw.close();
        await other.stop();
        refusing.closeAllConnections?.();
        refusing.close();
    });

    test('what is wrong with a form is said', async () => {
        const ask = async (bytes, options) => {
            const raw = await Raw.open(scene.gateway);
            const answer = await raw.send(head(bytes.length, options) + bytes).answer();
            raw.close();
            return answer;
        };
        const whole = part('model', 'whisper') + filePart + 'x' + end;
        const says = async (pattern, bytes, options, status = 400) => {
            const answer = await ask(bytes, options);
            assert.equal(answer.status, status, answer.body);
            assert.match(JSON.parse(answer.body).error.message, pattern);
        };
        await says(/before its last boundary/, whole.slice(0, -20));
        await says(/does not begin with the boundary/, whole.replaceAll('BOUNDARY', 'CONFUSION'));
        await says(/'file'/, part('model', 'whisper') + end.slice(2));
        await says(/256 KiB/, part('model', 'whisper') + part('prompt', 'x'.repeat(300000)) + filePart + 'x' + end);
        await says(/Invalid model name/, whole.replace('whisper', 'nobody'));
        await says(/./, whole, { key: 'sk-wrong' }, 401);
        const json = await post(scene.gateway, '/v1/audio/transcriptions', { model: 'whisper' });
        assert.equal(json.status, 400);
    });
});
