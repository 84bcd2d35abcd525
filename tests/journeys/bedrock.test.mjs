// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Bedrock as a provider. AWS's own client is the reference: what it sends for the same question is what the gateway must send,
// down to the signature, and it must read the fake provider's streams as the gateway does.

import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';

import Anthropic from '@anthropic-ai/sdk';
import { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand, InvokeModelCommand, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { SignatureV4 } from '@smithy/signature-v4';
import OpenAI from 'openai';

import { streamed, whole } from '../fake_provider/answers.mjs';
import { chunks } from '../fake_provider/event_stream.mjs';
import { masterKey, patience, stage } from './harness.mjs';
import { parallelCalls, pixel, thought, weather } from './scenes.mjs';

const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', sessionToken: 'session/token+==' };
const region = 'eu-west-1';
const claude = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const arn = 'arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc123';
const keys = `aws_access_key_id: ${credentials.accessKeyId}, aws_secret_access_key: ${credentials.secretAccessKey}, aws_session_token: "${credentials.sessionToken}", aws_region_name: ${region}, aws_bedrock_runtime_endpoint: "PROVIDER"`;
const models = `
  - {model_name: converse, litellm_params: {model: "bedrock/converse/${claude}", ${keys}}}
  - {model_name: open, litellm_params: {model: "bedrock/${claude}", ${keys}}}
  - {model_name: invoke, litellm_params: {model: "bedrock/invoke/${claude}", ${keys}}}
  - {model_name: profile, litellm_params: {model: "bedrock/converse/${claude}", model_id: "${arn}", ${keys}}}
  - {model_name: bearer, litellm_params: {model: "bedrock/converse/${claude}", api_key: bedrock-bearer, aws_bedrock_runtime_endpoint: "PROVIDER"}}
  - {model_name: titan, litellm_params: {model: "bedrock/amazon.titan-embed-text-v2:0", ${keys}}}
`;

let provider, gateway, stop, openai, anthropic, aws;
before(async () => {
    ({ provider, gateway, stop } = await stage({ models }));
    openai = new OpenAI({ apiKey: masterKey, baseURL: `${gateway.url}/v1`, maxRetries: 0, timeout: 15000 });
    anthropic = new Anthropic({ apiKey: masterKey, baseURL: gateway.url, maxRetries: 0, timeout: 15000 });
    aws = new BedrockRuntimeClient({ endpoint: provider.url, region, credentials, maxAttempts: 1, requestHandler: new NodeHttpHandler() }); // HTTP/2 otherwise
});
after(() => stop?.());
beforeEach(() => provider.script());

const user = content => ({ role: 'user', content });
const chatTools = [{ type: 'function', function: { name: 'get_weather', description: weather.description, parameters: weather.schema } }];

class Sha256 {
    constructor(key) { this.hash = key ? createHmac('sha256', Buffer.from(key)) : createHash('sha256'); }
    update(bytes) { this.hash.update(typeof bytes === 'string' ? bytes : Buffer.from(bytes)); }
    digest() { return Promise.resolve(new Uint8Array(this.hash.digest())); }
}

/// What AWS's own signer makes of a request that was sent, with the fields and at the time that its signature names.
async function signedByAws(entry) {
    const signer = new SignatureV4({ credentials, region, service: 'bedrock', sha256: Sha256, uriEscapePath: true, applyChecksum: false });
    const stamp = entry.headers['x-amz-date'].replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z');
    const { hostname, port } = new URL(provider.url);
    const request = { method: 'POST', protocol: 'http:', hostname, port: Number(port), path: entry.path, query: {}, body: entry.text, headers: { host: entry.headers.host, 'content-type': entry.headers['content-type'] } };
    return (await signer.sign(request, { signingDate: new Date(stamp) })).headers;
}

/// Sends both the client's command and the gateway's call to the same script: [entry of the SDK, entry of the gateway].
async function both(reply, command, call) {
    provider.script([reply]);
    await aws.send(command);
    const reference = provider.last();
    await call();
    return [reference, provider.last()];
}

test('a chat is what AWS\'s client sends, and is signed as AWS signs it', { timeout: patience }, async () => {
    const messages = [
        user([{ text: 'Weather in Zürich?' }, { image: { format: 'png', source: { bytes: Buffer.from(pixel, 'base64') } } }]),
        { role: 'assistant', content: [{ reasoningContent: { reasoningText: { text: thought.text, signature: thought.signature } } }, { toolUse: { toolUseId: 'call_zurich', name: 'get_weather', input: parallelCalls[0].input } }] },
        user([{ toolResult: { toolUseId: 'call_zurich', content: [{ text: '18 degrees' }] } }]),
    ];
    const { additionalProperties, ...schema } = weather.schema;
    const command = new ConverseCommand({
        modelId: claude, system: [{ text: 'Be brief.' }], messages,
        inferenceConfig: { maxTokens: 5000, temperature: 1, stopSequences: ['END'] },
        toolConfig: { tools: [{ toolSpec: { name: 'get_weather', description: weather.description, inputSchema: { json: schema } } }], toolChoice: { auto: {} } },
        additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 }, top_k: 5 },
        requestMetadata: { team: 'red' },
    });
    const [reference, sent] = await both(whole('bedrock'), command, () => openai.chat.completions.create({
        model: 'converse', max_tokens: 5000, temperature: 1, stop: 'END', top_k: 5, thinking: { type: 'enabled', budget_tokens: 2000 }, requestMetadata: { team: 'red' },
        messages: [
            { role: 'system', content: 'Be brief.' },
            user([{ type: 'text', text: 'Weather in Zürich?' }, { type: 'image_url', image_url: { url: `data:image/png;base64,${pixel}` } }]),
            { role: 'assistant', content: null, thinking_blocks: [{ type: 'thinking', thinking: thought.text, signature: thought.signature }], tool_calls: [{ id: 'call_zurich', type: 'function', function: { name: 'get_weather', arguments: JSON.stringify(parallelCalls[0].input) } }] },
            { role: 'tool', tool_call_id: 'call_zurich', content: '18 degrees' },
        ],
        tools: chatTools, tool_choice: 'auto',
    }));
    assert.equal(sent.path, reference.path);
    assert.deepEqual(sent.body, reference.body);
    assert.equal(sent.headers['content-type'], reference.headers['content-type']);
    for (const entry of [sent, reference]) assert.equal(entry.headers['x-amz-security-token'], credentials.sessionToken);
    assert.match(reference.headers.authorization, /^AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE\/\d{8}\/eu-west-1\/bedrock\/aws4_request, /);
    assert.equal(sent.headers.authorization, (await signedByAws(sent)).authorization);
    assert.ok(!JSON.stringify(sent.headers).includes(masterKey));
});

test('streams go where AWS\'s client sends them, and are signed as AWS signs them', { timeout: patience }, async () => {
    const [reference, sent] = await both(streamed('bedrock'), new ConverseStreamCommand({ modelId: claude, messages: [user([{ text: 'Hi' }])] }), async () => {
        for await (const chunk of await openai.chat.completions.create({ model: 'converse', stream: true, messages: [user('Hi')] })) assert.ok(chunk.object);
    });
    assert.equal(sent.path, reference.path);
    assert.deepEqual(sent.body, reference.body);
    assert.equal(sent.headers.authorization, (await signedByAws(sent)).authorization);
});

test('an ARN stands in the address as AWS\'s client writes it', { timeout: patience }, async () => {
    const [reference, sent] = await both(whole('bedrock'), new ConverseCommand({ modelId: arn, messages: [user([{ text: 'Hi' }])] }), () => openai.chat.completions.create({ model: 'profile', messages: [user('Hi')] }));
    assert.equal(sent.path, reference.path);
    assert.equal(sent.headers.authorization, (await signedByAws(sent)).authorization);
});

test('a bearer token goes as AWS\'s client sends it', { timeout: patience }, async () => {
    await openai.chat.completions.create({ model: 'bearer', messages: [user('Hi')] }).catch(() => {});
    assert.equal(provider.last().headers.authorization, 'Bearer bedrock-bearer');
    assert.equal(provider.last().headers['x-amz-date'], undefined);
});

test('Anthropic\'s words reach Claude by InvokeModel', { timeout: patience }, async () => {
    const body = { max_tokens: 50, messages: [user('Hi')], anthropic_version: 'bedrock-2023-05-31' };
    for (const model of ['open', 'invoke']) {
        const [reference, sent] = await both(whole('anthropic'), new InvokeModelCommand({ modelId: claude, body: JSON.stringify(body), contentType: 'application/json', accept: 'application/json' }), () => anthropic.messages.create({ model, max_tokens: 50, messages: [user('Hi')] }));
        assert.equal(sent.path, reference.path);
        assert.deepEqual(sent.body, reference.body);
        assert.equal(sent.headers.accept, reference.headers.accept);
        assert.equal(sent.headers.authorization, (await signedByAws(sent)).authorization);
    }
});

test('InvokeModel\'s stream reaches both clients', { timeout: patience }, async () => {
    const events = streamed('anthropic', { text: 'Grüezi', thinking: thought }).sse.map(event => JSON.parse(event.split('\ndata: ')[1]));
    const reply = { eventstream: chunks(events) };
    const [reference, sent] = await both(reply, new InvokeModelWithResponseStreamCommand({ modelId: claude, body: '{}', contentType: 'application/json' }), async () => {
        const message = await anthropic.messages.stream({ model: 'open', max_tokens: 50, messages: [user('Hi')] }).finalMessage();
        assert.deepEqual(message.content.map(block => block.type), ['thinking', 'text']);
        assert.equal(message.content[0].signature, thought.signature);
        assert.equal(message.content[1].text, 'Grüezi');
    });
    assert.equal(sent.path, reference.path);
    let text = '';
    for await (const chunk of await openai.chat.completions.create({ model: 'invoke', stream: true, messages: [user('Hi')] })) text += chunk.choices[0]?.delta.content ?? '';
    assert.equal(text, 'Grüezi');
});

test('AWS\'s client and both others read the same out of a stream', { timeout: patience }, async () => {
    const turn = { text: 'I will look: ☂', thinking: thought, tools: parallelCalls, usage: { cached: 20, written: 5 } };
    provider.script([streamed('bedrock', turn)]);
    const seen = { text: '', inputs: {}, usage: null };
    for await (const event of (await aws.send(new ConverseStreamCommand({ modelId: claude, messages: [user([{ text: 'Hi' }])] }))).stream) {
        const { delta, contentBlockIndex: index } = event.contentBlockDelta ?? {};
        seen.text += delta?.text ?? '';
        if (delta?.toolUse) seen.inputs[index] = (seen.inputs[index] ?? '') + delta.toolUse.input;
        seen.usage ??= event.metadata?.usage ?? null;
    }
    assert.equal(seen.text, turn.text);
    assert.deepEqual(Object.values(seen.inputs).map(JSON.parse), parallelCalls.map(call => call.input));

    const message = await anthropic.messages.stream({ model: 'converse', max_tokens: 50, messages: [user('Hi')] }).finalMessage();
    assert.deepEqual(message.content.map(block => block.type), ['thinking', 'text', 'tool_use', 'tool_use']);
    assert.equal(message.content[0].signature, thought.signature);
    assert.deepEqual(message.content.slice(2).map(block => block.input), parallelCalls.map(call => call.input));
    assert.equal(message.usage.cache_read_input_tokens, 20);
    assert.equal(message.usage.input_tokens, seen.usage.inputTokens);

    const runner = openai.chat.completions.stream({ model: 'converse', stream_options: { include_usage: true }, messages: [user('Hi')] });
    const completion = await runner.finalChatCompletion();
    assert.equal(completion.choices[0].message.content, turn.text);
    assert.deepEqual(completion.choices[0].message.tool_calls.map(call => JSON.parse(call.function.arguments)), parallelCalls.map(call => call.input));
    assert.equal(completion.usage.prompt_tokens, seen.usage.inputTokens + 25);
});

test('a whole answer reaches both clients', { timeout: patience }, async () => {
    provider.script([whole('bedrock', { thinking: thought, text: 'Paris.', tools: parallelCalls })]);
    const completion = await openai.chat.completions.create({ model: 'converse', messages: [user('Hi')] });
    assert.equal(completion.choices[0].message.content, 'Paris.');
    assert.equal(completion.choices[0].finish_reason, 'tool_calls');
    const message = await anthropic.messages.create({ model: 'converse', max_tokens: 50, messages: [user('Hi')] });
    assert.deepEqual(message.content.map(block => block.type), ['thinking', 'text', 'tool_use', 'tool_use']);
});

for (const [name, reply] of Object.entries({
    'cut': { eventstream: streamed('bedrock').eventstream.slice(0, 4), cut: true },
    'without its end': { eventstream: streamed('bedrock').eventstream.slice(0, -2) },
    'of something else': { sse: ['data: {"a":1}'] },
})) {
    test(`a stream ${name} never looks complete`, { timeout: patience }, async () => {
        provider.script([reply]);
        await assert.rejects(openai.chat.completions.stream({ model: 'converse', messages: [user('Hi')] }).finalChatCompletion(), /Bedrock/);
        await assert.rejects(anthropic.messages.stream({ model: 'converse', max_tokens: 50, messages: [user('Hi')] }).finalMessage());
    });
}

test('an exception before content is the answer\'s status, and after it an event', { timeout: patience }, async () => {
    const exception = { type: 'throttlingException', kind: 'exception', payload: { message: 'Too many requests' } };
    provider.script([{ eventstream: [exception] }]);
    await assert.rejects(openai.chat.completions.create({ model: 'converse', stream: true, messages: [user('Hi')] }), error => error.status === 429 && /Too many requests/.test(error.message));
    await assert.rejects(anthropic.messages.create({ model: 'open', max_tokens: 50, stream: true, messages: [user('Hi')] }), error => error.status === 429);
    provider.script([{ eventstream: [...streamed('bedrock').eventstream.slice(0, 4), exception] }]);
    await assert.rejects(openai.chat.completions.stream({ model: 'converse', messages: [user('Hi')] }).finalChatCompletion(), /Too many requests/);
});

test('Titan embeds, also as OpenAI\'s client asks for it by default', { timeout: patience }, async () => {
    provider.script([{ body: { embedding: [0.5, -2], inputTextTokenCount: 3 } }]);
    const answer = await openai.embeddings.create({ model: 'titan', input: 'Hi', dimensions: 256 });
    assert.deepEqual(answer.data[0].embedding, [0.5, -2]);
    assert.equal(answer.usage.prompt_tokens, 3);
    assert.deepEqual(provider.last().body, { inputText: 'Hi', dimensions: 256 });
    assert.equal(provider.last().path, '/model/amazon.titan-embed-text-v2%3A0/invoke');
});
