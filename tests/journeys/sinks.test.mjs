// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Where calls are reported: each sink's wire format in its vendor's own words, and what becomes of reports when a server is away.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { failure, streamed } from '../fake_provider/answers.mjs';
import { chat, cleanEnvironment, eventually, filesBelow, get, masterKey, message, openaiKey, post, program, run, stage, standardConfig, start, temporaryFile } from './harness.mjs';
import { manage, newKey } from './people.mjs';
import { assertType, attributesOf, readOtlp, signatures, startRecorder } from './sinks.mjs';

const require = createRequire(import.meta.url);
const s3 = { id: 'AKIAJOURNEYEXAMPLE', secret: 'aws-secret-of-the-journey', region: 'eu-west-1' };
const secrets = ['sk-lf-journey-secret', 'datadog-key-of-the-journey', s3.secret, 'helicone-key-of-the-journey', 'langsmith-key-of-the-journey', 'token-of-generic', 'otel-token', masterKey, openaiKey];

const allSinks = url => `
callback_settings:
  array: {callback_type: generic_api, endpoint: ${url}/array, headers: {Authorization: Bearer token-of-generic}, flush_interval: 0.05}
  lines: {callback_type: generic_api, endpoint: ${url}/lines, log_format: ndjson, flush_interval: 0.05}
  each: {callback_type: generic_api, endpoint: ${url}/each, log_format: single, event_types: [llm_api_failure]}
  private: {callback_type: generic_api, endpoint: ${url}/private, turn_off_message_logging: true, flush_interval: 0.05}
  jsonl: {path: calls.jsonl}
  datadog: {flush_interval: 0.05}
  s3_v2: {flush_interval: 0.05}
  otel: {flush_interval: 0.05}
  langsmith: {flush_interval: 0.05}
  langfuse: {flush_interval: 0.05}
`;
const allNames = '[array, lines, each, private, jsonl, langfuse, otel, datadog, s3_v2, helicone, langsmith, sentry]';
const environment = url => ({
    LANGFUSE_PUBLIC_KEY: 'pk-lf-journey', LANGFUSE_SECRET_KEY: 'sk-lf-journey-secret', LANGFUSE_HOST: `${url}/langfuse`,
    OTEL_EXPORTER_OTLP_ENDPOINT: `${url}/otel`, OTEL_EXPORTER_OTLP_HEADERS: 'x-token=otel-token', OTEL_SERVICE_NAME: 'journey', OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    DD_API_KEY: 'datadog-key-of-the-journey', DD_BASE_URL: `${url}/datadog`, DD_ENV: 'test',
    HELICONE_API_KEY: 'helicone-key-of-the-journey', HELICONE_API_BASE: `${url}/helicone`,
    LANGSMITH_API_KEY: 'langsmith-key-of-the-journey', LANGSMITH_BASE_URL: `${url}/langsmith`,
    SENTRY_DSN: `${url.replace('http://', 'http://sentrykey@')}/sentry/7`,
});
const s3Settings = url => `
litellm_settings:
  callbacks: ${allNames}
  langfuse_default_tags: [user_api_key_alias, cache_hit]
  s3_callback_params: {s3_bucket_name: bucket, s3_region_name: ${s3.region}, s3_path: /logs/, s3_use_key_prefix: true, s3_endpoint_url: ${url}/s3, s3_aws_access_key_id: ${s3.id}, s3_aws_secret_access_key: ${s3.secret}}
`;

describe('the wire formats', () => {
    let recorder, scene, key, jsonl;
    const payloads = () => readFileSync(jsonl, 'utf8').split('\n').filter(Boolean).map(JSON.parse);
    const callId = name => `0b7e4c2a-0000-4000-8000-0000000000${name}`;
    const last = async (prefix, pick) => {
        const found = await eventually(() => recorder.taken(prefix).map(pick).find(Boolean), `a report to ${prefix}`);
        return found;
    };

    before(async () => {
        recorder = await startRecorder();
        scene = await stage({ settings: s3Settings(recorder.url) + allSinks(recorder.url), env: environment(recorder.url) });
        jsonl = path.join(scene.gateway.directory, 'calls.jsonl');
        key = await newKey(scene.gateway, { key_alias: 'shop', user_id: 'owner', metadata: { tags: ['of-key'] } });
        const ask = async (id, body, headers = {}, door = '/v1/chat/completions') => {
            const response = await post(scene.gateway, door, body, { key, headers: { 'x-litellm-call-id': callId(id), ...headers } });
            return { status: response.status, text: await response.text() };
        };
        const tools = [{ type: 'function', function: { name: 'find', parameters: { type: 'object', properties: {} } } }];
        await ask('01', chat('gpt', 'What is\nthis?', { temperature: 0.5, tools, user: 'customer', metadata: { trace_name: 'checkout', session_id: 'S-1', tags: ['of-call'], trace_metadata: { a: [1] } } }),
            { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'x-app': 'web', langfuse_trace_id: 'T-1' });
        scene.provider.script([streamed('openai', { tools: [{ id: 'call_1', name: 'find', input: { q: 1 } }] })]);
        await ask('02', chat('gpt', 'Stream it', { stream: true, tools }));
        scene.provider.script([]);
        await ask('03', message('claude', 'Say hello'), {}, '/v1/messages');
        scene.provider.script([failure('openai', 429)]);
        assert.equal((await ask('04', chat('gpt', 'Fail'))).status, 429);
        scene.provider.script([]);
        await ask('05', chat('gpt', 'My hidden words'), { 'x-litellm-enable-message-redaction': 'true' });
        await eventually(() => existsSync(jsonl) && payloads().length >= 5, 'five lines');
    });
    after(async () => {
        await scene?.stop();
        await recorder?.close();
    });

    test('payloads say what LiteLLM says', async () => {
        const [whole, stream, anthropic, failed, hidden] = payloads();
        assert.equal(whole.call_type, 'acompletion');
        assert.equal(whole.status, 'success');
        assert.equal(whole.model_group, 'gpt');
        assert.equal(whole.model_id, 'd-gpt');
        assert.equal(whole.custom_llm_provider, 'openai');
        assert.equal(whole.total_tokens, whole.prompt_tokens + whole.completion_tokens);
        assert.ok(whole.response_cost > 0 && whole.cost_breakdown.total_cost === whole.response_cost);
        assert.deepEqual(whole.messages, [{ role: 'user', content: 'What is\nthis?' }]);
        assert.ok(whole.response.choices[0].message.content);
        assert.equal(whole.model_parameters.temperature, 0.5);
        assert.deepEqual(whole.metadata.requester_metadata.trace_metadata, { a: [1] });
        assert.equal(whole.metadata.requester_custom_headers['x-app'], 'web');
        assert.equal(whole.metadata.user_api_key_alias, 'shop');
        assert.equal(whole.metadata.user_api_key_user_id, 'owner');
        assert.equal(whole.end_user, 'customer');
        for (const tag of ['of-call', 'of-key', 'User-Agent: node']) assert.ok(whole.request_tags.includes(tag), tag);
        assert.ok(whole.startTime < whole.endTime && Math.abs(whole.startTime - Date.now() / 1000) < 600);
        assert.equal(stream.stream, true);
        assert.deepEqual(JSON.parse(stream.response.choices[0].message.tool_calls[0].function.arguments), { q: 1 });
        assert.equal(anthropic.call_type, 'anthropic_messages');
        assert.equal(failed.status, 'failure');
        assert.equal(failed.error_information.error_code, '429');
        assert.equal(failed.error_information.error_class, 'RateLimitError');
        assert.equal(failed.error_information.llm_provider, 'openai');
        assert.deepEqual(failed.messages, [{ role: 'user', content: 'Fail' }]);
        assert.equal(hidden.messages[0].content, 'redacted-by-litellm');
        assert.equal(statSync(jsonl).mode & 0o77, 0);
    });

    test('the generic webhook has its formats, and only what it asked for', async () => {
        const all = () => recorder.taken('/array').flatMap(each => JSON.parse(each.text));
        await eventually(() => all().length === 5, 'five payloads');
        assert.deepEqual(all().map(each => each.id).sort(), payloads().map(each => each.id).sort());
        const [first] = recorder.taken('/array');
        assert.equal(first.headers.authorization, 'Bearer token-of-generic');
        assert.equal(first.headers['content-type'], 'application/json');
        await eventually(() => recorder.taken('/lines').flatMap(each => each.text.split('\n').map(JSON.parse)).length === 5, 'five lines');
        const single = await recorder.until(1, '/each');
        assert.equal(single.length, 1);
        assert.equal(JSON.parse(single[0].text).status, 'failure');
        await eventually(() => recorder.taken('/private').flatMap(each => JSON.parse(each.text)).length === 5, 'five payloads');
        for (const each of recorder.taken('/private')) assert.doesNotMatch(each.text, /What is|Stream it|Say hello|Hello from/);
    });

    test('Langfuse gets traces and generations of its own types', async () => {
        const events = () => recorder.taken('/langfuse/api/public/ingestion').flatMap(each => JSON.parse(each.text).batch);
        await eventually(() => events().length === 10, 'ten events');
        const [request] = recorder.taken('/langfuse');
        assert.equal(request.headers.authorization, `Basic ${Buffer.from('pk-lf-journey:sk-lf-journey-secret').toString('base64')}`);
        assertType('langfuse-core', 'vendor.SingleIngestionEvent[]', events());
        assert.equal(new Set(events().map(each => each.id)).size, 10);
        const trace = events().find(each => each.type === 'trace-create' && each.body.name === 'checkout').body;
        assert.equal(trace.id, 'T-1');
        assert.equal(trace.sessionId, 'S-1');
        assert.equal(trace.userId, 'customer');
        assert.deepEqual(trace.metadata, { a: [1] });
        for (const tag of ['of-call', 'user_api_key_alias:shop', 'cache_hit:False']) assert.ok(trace.tags.includes(tag), tag);
        const generation = events().find(each => each.type === 'generation-create' && each.body.traceId === 'T-1').body;
        assert.equal(generation.name, 'litellm:shop');
        assert.match(generation.id, /^time-\d\d-\d\d-\d\d-\d{6}_chatcmpl/);
        assert.equal(generation.modelParameters.temperature, 0.5);
        assert.equal(generation.input.tools[0].function.name, 'find');
        assert.equal(generation.output.role, 'assistant');
        assert.equal(generation.usageDetails.total, generation.usage.promptTokens + generation.usage.completionTokens);
        const failed = events().find(each => each.type === 'generation-create' && each.body.level === 'ERROR').body;
        assert.match(failed.statusMessage, /RateLimitError/);
        const hidden = events().filter(each => each.body.traceId === callId('05') || each.body.id === callId('05'));
        assert.equal(hidden.length, 2);
        assert.doesNotMatch(JSON.stringify(hidden), /My hidden words|Hello from/);
    });

    test('OpenTelemetry gets traces in JSON of its own types, and goes on with one that came', async () => {
        const spans = () => recorder.taken('/otel/v1/traces').flatMap(each => JSON.parse(each.text).resourceSpans[0].scopeSpans[0].spans);
        await eventually(() => spans().length === 15, 'fifteen spans');
        const [request] = recorder.taken('/otel');
        assert.equal(request.headers['x-token'], 'otel-token');
        for (const each of recorder.taken('/otel')) assertType('@opentelemetry/otlp-transformer/build/src/trace/internal-types', 'vendor.IExportTraceServiceRequest', asTyped(JSON.parse(each.text)));
        const ours = spans().filter(each => each.traceId === '0af7651916cd43dd8448eb211c80319c');
        const root = ours.find(each => each.kind === 2), call = ours.find(each => each.parentSpanId === root.spanId), attempt = ours.find(each => each.parentSpanId === call.spanId);
        assert.equal(root.name, 'Received Proxy Server Request');
        assert.equal(root.parentSpanId, 'b7ad6b7169203331');
        assert.equal(call.name, 'litellm_request');
        const said = attributesOf(call);
        assert.equal(said['gen_ai.operation.name'], 'chat');
        assert.equal(said['gen_ai.request.model'], 'gpt');
        assert.equal(said['gen_ai.request.temperature'], 0.5);
        assert.equal(said['metadata.user_api_key_alias'], 'shop');
        assert.ok(said['gen_ai.usage.input_tokens'] > 0 && said['gen_ai.cost.total_cost'] > 0);
        assert.deepEqual(JSON.parse(said['gen_ai.input.messages']), [{ role: 'user', content: 'What is\nthis?' }]);
        assert.equal(JSON.parse(said['gen_ai.output.messages'])[0].role, 'assistant');
        assert.equal(attempt.kind, 3);
        assert.equal(attributesOf(attempt)['http.response.status_code'], 200);
        const failed = spans().find(each => each.kind === 2 && each.status.code === 2);
        assert.equal(failed.traceId, callId('04').replaceAll('-', ''));
        assert.doesNotMatch(JSON.stringify(spans()), /My hidden words/);
    });

    test('Datadog, Helicone and LangSmith get theirs', async () => {
        const entry = await last('/datadog/api/v2/logs', each => JSON.parse(each.text)[0]);
        assert.equal(recorder.taken('/datadog')[0].headers['dd-api-key'], 'datadog-key-of-the-journey');
        assert.equal(entry.ddsource, 'litellm');
        assert.match(entry.ddtags, /^env:test,service:litellm-server,/);
        assert.equal(JSON.parse(entry.message).model_group, 'gpt');
        const logged = await last('/helicone/oai/v1/log', each => JSON.parse(each.text));
        assert.equal(recorder.taken('/helicone')[0].headers.authorization, 'Bearer helicone-key-of-the-journey');
        assert.ok(logged.providerRequest.json.messages.length && logged.providerResponse.status === 200 && logged.timing.endTime.seconds > 0);
        await last('/helicone/anthropic/v1/log', each => each);
        const posted = await last('/langsmith/runs/batch', each => JSON.parse(each.text).post[0]);
        assert.equal(recorder.taken('/langsmith')[0].headers['x-api-key'], 'langsmith-key-of-the-journey');
        assert.equal(posted.run_type, 'llm');
        assert.ok(posted.dotted_order.endsWith(posted.id) && posted.trace_id === posted.id);
    });

    test('S3 gets objects that are signed as AWS signs them', async () => {
        const objects = await recorder.until(5, '/s3/bucket/logs/shop/');
        for (const each of objects) {
            assert.equal(each.method, 'PUT');
            assert.match(each.path, /\/\d{4}-\d\d-\d\d\/time-\d\d-\d\d-\d\d-\d{6}_[^/]+\.json$/);
            const { came, ours } = await signatures(each, s3);
            assert.equal(came, ours);
            assert.ok(JSON.parse(each.text).id);
        }
        assert.match(objects[0].headers['content-disposition'], /^inline; filename="time-\d{4}-\d\d-\d\dT/);
    });

    test('Sentry gets envelopes of what failed', async () => {
        const { parseEnvelope } = require('@sentry/core');
        const [request] = await recorder.until(1, '/sentry/api/7/envelope/');
        assert.match(request.headers['x-sentry-auth'], /sentry_key=sentrykey/);
        const [head, [[itemHead, bytes]]] = parseEnvelope(request.body);
        const event = JSON.parse(Buffer.from(bytes).toString('utf8'));
        assert.equal(head.event_id, event.event_id);
        assert.equal(itemHead.type, 'event');
        assertType('@sentry/core', 'vendor.Event', event);
        assert.equal(event.exception.values[0].type, 'RateLimitError');
        assert.equal(event.tags.model, 'gpt');
        assert.equal(recorder.taken('/sentry').length, 1);
    });

    test('what sinks do is shown', async () => {
        const active = await manage(scene.gateway, '/active/callbacks');
        assert.equal(active.num_callbacks, 12);
        const langfuse = active.sinks.find(each => each.name === 'langfuse');
        assert.equal(langfuse.sent, 5);
        assert.equal(langfuse.failed + langfuse.dropped + langfuse.waiting, 0);
        assert.ok((await manage(scene.gateway, '/callbacks/list')).success_and_failure.includes('langfuse'));
        const shown = JSON.stringify(await manage(scene.gateway, '/get/config/callbacks'));
        for (const secret of secrets) assert.ok(!shown.includes(secret), secret);
        assert.equal((await get(scene.gateway, '/active/callbacks', { key })).status, 401);
        assert.match((await manage(scene.gateway, '/health/services?service=langfuse')).message, /HTTP 200/);
        assert.match((await manage(scene.gateway, '/health/services?service=jsonl')).message, /a line/);
        recorder.answer = () => ({ status: 403 });
        const refused = await get(scene.gateway, '/health/services?service=datadog');
        recorder.answer = undefined;
        assert.equal(refused.status, 502);
        assert.match(await refused.text(), /datadog answered HTTP 403/);
        assert.equal((await get(scene.gateway, '/health/services?service=nonsense')).status, 400);
        assert.equal((await get(scene.gateway, '/health/services')).status, 400);
    });

    test('no report and no log holds a secret', async () => {
        const sent = recorder.requests.map(each => each.text + each.path).concat(readFileSync(jsonl, 'utf8'), scene.gateway.logs());
        for (const file of filesBelow(scene.gateway.dataDirectory)) sent.push(readFileSync(file, 'latin1'));
        for (const secret of [...secrets, key]) for (const text of sent) assert.ok(!text.includes(secret), secret);
    });
});

// The types are those of another sender: it counts what it dropped, and writes whole numbers as numbers, which are texts by protobuf's rules.
function asTyped(request) {
    for (const span of request.resourceSpans[0].scopeSpans[0].spans) {
        Object.assign(span, { droppedAttributesCount: 0, events: [], droppedEventsCount: 0, links: [], droppedLinksCount: 0 });
        span.status.code ??= 0;
        for (const { value } of span.attributes) if (value.intValue !== undefined) value.intValue = Number(value.intValue);
    }
    request.resourceSpans[0].resource.droppedAttributesCount = 0;
    return request;
}

describe('requests that are handed on as they are', () => {
    let ours, theirs, scene, key;
    const logged = (recorder, id) => eventually(() => recorder.taken().flatMap(each => JSON.parse(each.text)).find(each => each.litellm_call_id === id), `a report of ${id}`);
    const send = async (door, body, headers = {}, more = {}) => {
        const response = await post(scene.gateway, door, body, { key, headers, ...more });
        return { status: response.status, text: await response.text() };
    };
    before(async () => {
        [ours, theirs] = [await startRecorder(), await startRecorder()];
        scene = await stage({
            settings: `litellm_settings: {callbacks: [mine]}\ncallback_settings: {mine: {callback_type: generic_api, endpoint: ${ours.url}/, flush_interval: 0.02}}`,
            env: provider => ({ ANTHROPIC_API_KEY: 'sk-ant-from-env', ANTHROPIC_API_BASE: provider.url, OPENAI_API_KEY: openaiKey, OPENAI_API_BASE: provider.url }),
        });
        const callback_vars = { generic_logger_endpoint: `${theirs.url}/`, flush_interval: '0.02' };
        key = await newKey(scene.gateway, { key_alias: 'shop', metadata: { tags: ['of-key'], logging: [{ callback_name: 'generic_api', callback_type: 'success_and_failure', callback_vars }] } });
    });
    after(async () => {
        await scene?.stop();
        await ours?.close();
        await theirs?.close();
    });

    test('are reported with what their callers say of them, to the key\'s own sink too', async () => {
        scene.provider.script([streamed('anthropic', { text: 'Said in passing' })]);
        const body = { ...message('claude-x', 'Handed on', { stream: true, temperature: 0.25 }), litellm_metadata: { trace_name: 'checkout', tags: ['of-call'], password: 'never-told' } };
        assert.equal((await send('/anthropic/v1/messages', body, { 'x-litellm-call-id': 'passed-1', 'x-app': 'web', traceparent: 'x' })).status, 200);
        const { litellm_metadata, ...rest } = body;
        assert.deepEqual(scene.provider.last().body, rest);
        for (const recorder of [ours, theirs]) {
            const payload = await logged(recorder, 'passed-1');
            assert.equal(payload.call_type, 'pass_through_endpoint');
            assert.equal(payload.metadata.user_api_key_alias, 'shop');
            assert.equal(payload.metadata.requester_custom_headers['x-app'], 'web');
            assert.deepEqual(payload.metadata.requester_metadata, { trace_name: 'checkout', tags: ['of-call'] });
            for (const tag of ['of-call', 'of-key']) assert.ok(payload.request_tags.includes(tag), tag);
            assert.deepEqual(payload.messages, body.messages);
            assert.equal(payload.model_parameters.temperature, 0.25);
            assert.match(JSON.stringify(payload.response), /Said in passing/);
        }
        for (const each of [...ours.taken(), ...theirs.taken()]) assert.doesNotMatch(each.text, /never-told/);
    });

    test('are left out, and their words, where somebody who may says so', async () => {
        ours.forget();
        theirs.forget();
        scene.provider.script([{ body: { ok: true } }]);
        await send('/openai/v1/other', { input: 'Not for everybody' }, { 'x-litellm-call-id': 'passed-2', 'x-litellm-disable-callbacks': 'mine' });
        await send('/openai/v1/other', { input: 'Private words' }, { 'x-litellm-call-id': 'passed-3', 'x-litellm-enable-message-redaction': 'true' });
        await send('/openai/v1/files', 'no JSON', { 'x-litellm-call-id': 'passed-4' });
        assert.equal((await logged(theirs, 'passed-2')).messages, 'Not for everybody');
        assert.match(JSON.stringify((await logged(theirs, 'passed-3')).messages), /redacted-by-litellm/);
        await logged(theirs, 'passed-4');
        await logged(ours, 'passed-4');
        assert.doesNotMatch(ours.taken().map(each => each.text).join(), /passed-2|Private words/);
        assert.doesNotMatch(theirs.taken().map(each => each.text).join(), /Private words/);
    });
});

describe('OpenTelemetry in protobuf', () => {
    test('is read by the published schema', async () => {
        const recorder = await startRecorder();
        const scene = await stage({ settings: 'litellm_settings: {callbacks: [otel]}\ncallback_settings: {otel: {flush_interval: 0.05}}', env: { OTEL_ENDPOINT: recorder.url } });
        const response = await post(scene.gateway, '/v1/chat/completions', chat('gpt', 'Grüße'), { headers: { 'x-litellm-call-id': '0b7e4c2a-0000-4000-8000-000000000001' } });
        assert.equal(response.status, 200);
        const [request] = await recorder.until(1, '/v1/traces');
        assert.equal(request.headers['content-type'], 'application/x-protobuf');
        const { resource, scopeSpans: [{ scope, spans }] } = readOtlp(request.body).resourceSpans[0];
        assert.equal(attributesOf(resource)['service.name'], 'litellm');
        assert.equal(scope.name, 'litellm');
        assert.equal(spans.length, 3);
        assert.deepEqual(spans.map(each => each.traceId.toString('hex')), Array(3).fill('0b7e4c2a000040008000000000000001'));
        assert.ok(spans[1].parentSpanId.equals(spans[0].spanId) && spans[2].parentSpanId.equals(spans[1].spanId));
        assert.match(attributesOf(spans[1])['gen_ai.input.messages'], /Grüße/);
        assert.ok(BigInt(spans[0].endTimeUnixNano) > BigInt(spans[0].startTimeUnixNano));
        // Who began the trace wants none.
        recorder.forget();
        for (const flags of ['00', '01'])
            await (await post(scene.gateway, '/v1/chat/completions', chat('gpt'), { headers: { traceparent: `00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-${flags}` } })).text();
        const [sampled] = await recorder.until(1, '/v1/traces');
        assert.equal(readOtlp(sampled.body).resourceSpans[0].scopeSpans[0].spans.length, 3);
        await scene.stop();
        await recorder.close();
    });
});

describe('OpenTelemetry\'s metrics', () => {
    const ask = async (scene, model, more = {}, headers = {}) => (await post(scene.gateway, '/v1/chat/completions', chat(model, 'Hello?', more), { headers })).text();
    const metricsOf = (request, kind) => (kind === 'json' ? JSON.parse(request.text) : readOtlp(request.body, 'metrics')).resourceMetrics[0].scopeMetrics[0].metrics;
    const named = (metrics, name) => metrics.find(each => each.name === name)?.histogram.dataPoints ?? [];
    const sums = points => points.reduce((sum, point) => sum + Number(point.count), 0);

    for (const [protocol, kind] of [['http/json', 'json'], ['http/protobuf', 'protobuf']]) {
        test(`go where its traces go, in ${kind} of its own types, and have all since the start`, async () => {
            const recorder = await startRecorder();
            const scene = await stage({
                settings: 'litellm_settings: {callbacks: [otel]}\ncallback_settings: {otel: {flush_interval: 0.05}}',
                env: { OTEL_ENDPOINT: `${recorder.url}/v1/traces`, OTEL_HEADERS: 'x-token=otel-token', OTEL_EXPORTER_OTLP_PROTOCOL: protocol, LITELLM_OTEL_INTEGRATION_ENABLE_METRICS: 'true' },
            });
            await ask(scene, 'gpt');
            await ask(scene, 'gpt', { stream: true });
            scene.provider.script([failure('openai', 429)]);
            await ask(scene, 'gpt');
            await ask(scene, 'no-such-model');
            scene.provider.script();
            const duration = 'gen_ai.client.operation.duration';
            const last = async count => eventually(() => {
                const request = recorder.taken('/v1/metrics').at(-1);
                return request && sums(named(metricsOf(request, kind), duration)) === count && request;
            }, `${count} calls`);
            await last(3);
            recorder.answer = () => ({ status: 500 });
            await ask(scene, 'gpt');
            await eventually(() => recorder.requests.some(each => each.path === '/v1/metrics' && !each.isTaken), 'a request that is lost');
            recorder.answer = undefined;
            const request = await last(4);
            assert.equal(request.headers['x-token'], 'otel-token');
            assert.equal(request.headers['content-type'], kind === 'json' ? 'application/json' : 'application/x-protobuf');
            if (kind === 'json') assertType('@opentelemetry/otlp-transformer/build/src/metrics/internal-types', 'vendor.IExportMetricsServiceRequest', asTypedMetrics(JSON.parse(request.text)));
            const metrics = metricsOf(request, kind);
            assert.deepEqual(metrics.map(each => each.name).sort(), ['gen_ai.client.operation.duration', 'gen_ai.client.response.duration', 'gen_ai.client.response.time_per_output_token',
                'gen_ai.client.response.time_to_first_token', 'gen_ai.client.token.cost', 'gen_ai.client.token.usage']);
            for (const each of metrics) assert.equal(each.histogram.aggregationTemporality, 2);
            const failed = named(metrics, duration).find(point => attributesOf(point)['error.type']);
            assert.equal(attributesOf(failed)['error.type'], 'RateLimitError');
            const tokens = named(metrics, 'gen_ai.client.token.usage');
            assert.deepEqual(tokens.map(point => attributesOf(point)['gen_ai.token.type']).sort(), ['input', 'output']);
            for (const point of tokens) {
                assert.equal(point.bucketCounts.length, point.explicitBounds.length + 1);
                assert.equal(point.bucketCounts.reduce((sum, bucket) => sum + Number(bucket), 0), Number(point.count));
                assert.equal(attributesOf(point)['gen_ai.request.model'], 'gpt');
            }
            assert.ok(recorder.taken('/v1/traces').length > 0);
            const { sinks } = await manage(scene.gateway, '/active/callbacks');
            assert.deepEqual(sinks.map(each => each.name), ['otel', 'otel_metrics']);
            assert.match((await manage(scene.gateway, '/health/services?service=otel_metrics')).message, /HTTP 200/);
            await scene.stop();
            await recorder.close();
        });
    }

    test('are not sent unless that is asked for, nor of calls that are kept from the callback', async () => {
        const recorder = await startRecorder();
        const settings = more => `litellm_settings: {callbacks: [otel]}\ncallback_settings: {otel: {flush_interval: 0.05${more}}}`;
        const without = await stage({ settings: settings(''), env: { OTEL_ENDPOINT: recorder.url } });
        await ask(without, 'gpt');
        await recorder.until(1, '/v1/traces');
        await without.stop();
        assert.equal(recorder.taken('/v1/metrics').length, 0);
        const scene = await stage({ settings: settings(', enable_metrics: true'), env: { OTEL_ENDPOINT: recorder.url } });
        await ask(scene, 'gpt', {}, { 'x-litellm-disable-callbacks': 'otel' });
        await ask(scene, 'gpt');
        await scene.stop();
        assert.equal(sums(named(metricsOf(recorder.taken('/v1/metrics').at(-1)), 'gen_ai.client.operation.duration')), 1);
        await recorder.close();
    });
});

// As asTyped() of traces.
function asTypedMetrics(request) {
    for (const { histogram } of request.resourceMetrics[0].scopeMetrics[0].metrics) {
        for (const point of histogram.dataPoints) Object.assign(point, { count: Number(point.count), bucketCounts: point.bucketCounts.map(Number) });
    }
    request.resourceMetrics[0].resource.droppedAttributesCount = 0;
    return request;
}

describe('a server that is away', () => {
    const settings = url => `
litellm_settings: {callbacks: [mine]}
callback_settings: {mine: {callback_type: generic_api, endpoint: ${url}/, batch_size: 4, flush_interval: 0.02}}
`;
    const general = '  sink_retry_pause: 0.02\n  sink_longest_pause: 0.1\n  sink_timeout: 0.3\n';
    const ids = recorder => recorder.taken().flatMap(each => JSON.parse(each.text)).map(each => each.litellm_call_id);
    const figures = async gateway => (await manage(gateway, '/active/callbacks')).sinks.find(each => each.name === 'mine');
    const calls = async (gateway, from, to) => {
        for (let i = from; i < to; i++) {
            const response = await post(gateway, '/v1/chat/completions', chat('gpt', `number ${i}`), { headers: { 'x-litellm-call-id': `call-${i}` } });
            assert.equal(response.status, 200);
            await response.text();
        }
    };
    const named = (from, to) => Array.from({ length: to - from }, (_, i) => `call-${from + i}`);

    for (const [what, answer] of [['hangs', () => 'hang'], ['answers 500', () => ({ status: 500 })], ['cuts', () => 'reset']]) {
        test(`one that ${what} costs calls nothing, and gets everything afterwards, in order`, async () => {
            const recorder = await startRecorder();
            // One worker: of several, one may tell of an answer later than another of the next.
            const scene = await stage({ settings: settings(recorder.url), general, args: ['--workers', '1'] });
            recorder.answer = answer;
            await calls(scene.gateway, 0, 30);
            await eventually(async () => (await figures(scene.gateway)).retries >= 3, 'retries');
            const during = await figures(scene.gateway);
            assert.equal(during.waiting, 30);
            assert.equal(during.sent + during.dropped + during.failed, 0);
            recorder.answer = undefined;
            await eventually(() => ids(recorder).length === 30, 'all reports');
            assert.deepEqual(ids(recorder), named(0, 30));
            await scene.stop();
            await recorder.close();
        });
    }

    test('what it was not sent is on disk beyond the memory, and sent after a restart', async () => {
        const recorder = await startRecorder();
        const provider = await stage({ settings: settings(recorder.url), general: `${general}  sink_memory_mb: 0.02\n` });
        await recorder.down();
        await calls(provider.gateway, 0, 40);
        const before = await eventually(async () => {
            const now = await figures(provider.gateway);
            return now.bytes_on_disk > 0 && now;
        }, 'reports on disk');
        assert.equal(before.dropped, 0);
        const { dataDirectory, configFile } = provider.gateway;
        const spool = path.join(dataDirectory, 'sinks', 'mine');
        for (const file of readdirSync(spool)) assert.equal(statSync(path.join(spool, file)).mode & 0o77, 0);
        provider.gateway.signal('SIGTERM');
        assert.equal((await provider.gateway.ended).code, 0);
        assert.ok(readdirSync(spool).length >= 2);
        await recorder.up();
        const again = spawn(program, ['--service', '--config', configFile, '--host', '127.0.0.1', '--port', '0', '--data-dir', dataDirectory], { env: cleanEnvironment(), stdio: 'ignore' });
        await eventually(() => ids(recorder).length === 40, 'all reports');
        assert.deepEqual(ids(recorder), named(0, 40));
        await eventually(() => readdirSync(spool).length === 0, 'an empty folder');
        again.kill('SIGTERM');
        await new Promise(resolve => again.once('close', resolve));
        await provider.stop();
        await recorder.close();
    });

    test('what is beyond all bounds is dropped and counted, and batches that nobody takes are', async () => {
        const recorder = await startRecorder();
        const scene = await stage({ settings: settings(recorder.url), general: `${general}  sink_memory_mb: 0.02\n  sink_disk_mb: 0\n` });
        await recorder.down();
        await calls(scene.gateway, 0, 40);
        const after = await eventually(async () => {
            const now = await figures(scene.gateway);
            return now.dropped > 0 && now;
        }, 'drops');
        assert.equal(after.dropped + after.waiting, 40);
        recorder.answer = () => ({ status: 400 });
        await recorder.up();
        await eventually(async () => (await figures(scene.gateway)).failed === after.waiting, 'refusals');
        await scene.gateway.says(/the sink mine: .*HTTP 400|the sink mine: /);
        await scene.stop();
        await recorder.close();
    });

    test('what waits when the gateway stops is sent at once', async () => {
        const recorder = await startRecorder();
        const scene = await stage({ settings: settings(recorder.url).replace('flush_interval: 0.02', 'flush_interval: 1000').replace('batch_size: 4', 'batch_size: 400'), general });
        await calls(scene.gateway, 0, 3);
        assert.equal(recorder.taken().length, 0);
        await scene.stop();
        assert.deepEqual(ids(recorder), named(0, 3));
        await recorder.close();
    });
});

describe('sinks of keys and teams', () => {
    let ours, theirs, scene;
    before(async () => {
        [ours, theirs] = [await startRecorder(), await startRecorder()];
        scene = await stage({
            settings: `litellm_settings:
  callbacks: [langfuse]
  default_team_settings: [{team_id: configured, success_callback: [langfuse], langfuse_public_key: pk-team, langfuse_secret_key: os.environ/TEAM_SECRET, langfuse_host: ${theirs.url}/configured}]`,
            env: { LANGFUSE_PUBLIC_KEY: 'pk', LANGFUSE_SECRET_KEY: 'sk-ours', LANGFUSE_HOST: ours.url, LANGFUSE_FLUSH_INTERVAL: '0.02', LANGFUSE_SECRET_KEY_OF_TEAM: 'sk-team', LANGFUSE_ALLOWED_HOSTS: `${theirs.url}/allowed`, TEAM_SECRET: 'sk-configured', NOT_FOR_SINKS: 'sk-elsewhere' },
        });
    });
    after(async () => {
        await scene?.stop();
        await ours?.close();
        await theirs?.close();
    });
    const call = async (key, headers = {}) => {
        const response = await post(scene.gateway, '/v1/chat/completions', chat('gpt'), { key, headers });
        assert.equal(response.status, 200);
        await response.text();
    };
    const logging = (vars, type = 'success_and_failure') => ({ logging: [{ callback_name: 'langfuse', callback_type: type, callback_vars: vars }] });
    const basic = (user, password) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

    test('a key reports to its own account, and the gateway to its own', async () => {
        const key = await newKey(scene.gateway, { metadata: logging({ langfuse_public_key: 'pk-key', langfuse_secret_key: 'os.environ/LANGFUSE_SECRET_KEY_OF_TEAM', langfuse_host: `${theirs.url}/key`, langfuse_flush_interval: '0.02' }) });
        await call(key);
        const [request] = await theirs.until(1, '/key/');
        assert.equal(request.headers.authorization, basic('pk-key', 'sk-team'));
        await call(masterKey);
        await ours.until(1);
        assert.equal(ours.taken().length, 1);
        assert.equal(JSON.parse(ours.taken()[0].text).batch.length, 2);
    });

    test('variables that are for nobody else are not given away', async () => {
        const key = await newKey(scene.gateway, { metadata: logging({ langfuse_public_key: 'pk', langfuse_secret_key: 'os.environ/NOT_FOR_SINKS', langfuse_host: `${theirs.url}/thief` }) });
        await call(key);
        const incomplete = await newKey(scene.gateway, { metadata: logging({ langfuse_host: `${theirs.url}/thief` }) });
        await call(incomplete);
        await eventually(async () => (await manage(scene.gateway, '/active/callbacks')).sinks.find(each => each.name === 'langfuse').dropped === 2, 'two drops');
        assert.equal(theirs.taken('/thief').length, 0);
    });

    test('a call may name a project of the gateway\'s server, and of those that are allowed', async () => {
        ours.forget();
        theirs.forget();
        const named = async (id, where, account) => {
            const more = { metadata: { name: id }, ...where(account) };
            const response = await post(scene.gateway, '/v1/chat/completions', chat('gpt', id, more), { headers: { 'x-litellm-call-id': id } });
            assert.equal(response.status, 200);
            await response.text();
        };
        const inMetadata = account => ({ metadata: { name: 'in', ...account } });
        await named('named-1', inMetadata, { langfuse_public_key: 'pk-call', langfuse_secret: 'secret-of-the-call' });
        await named('named-2', account => account, { langfuse_public_key: 'pk-call', langfuse_secret: 'secret-of-the-call', langfuse_host: `${theirs.url}/allowed` });
        await named('named-3', inMetadata, { langfuse_public_key: 'pk-call', langfuse_secret: 'secret-of-the-call', langfuse_host: `${theirs.url}/not-allowed` });
        await named('named-4', inMetadata, { langfuse_public_key: 'pk-call', langfuse_secret: 'os.environ/LANGFUSE_SECRET_KEY_OF_TEAM' });
        const of = (recorder, id) => eventually(() => recorder.taken().find(each => each.text.includes(id)), id);
        assert.equal((await of(ours, 'named-1')).headers.authorization, basic('pk-call', 'secret-of-the-call'));
        assert.equal((await of(theirs, 'named-2')).headers.authorization, basic('pk-call', 'secret-of-the-call'));
        assert.equal((await of(ours, 'named-3')).headers.authorization, basic('pk', 'sk-ours'));
        assert.equal((await of(ours, 'named-4')).headers.authorization, basic('pk', 'sk-ours'));
        assert.equal(theirs.taken('/not-allowed').length, 0);
        assert.ok(scene.provider.log().every(each => !each.text.includes('secret-of-the-call')));
        const { data } = await (await get(scene.gateway, '/traffic')).json();
        const shown = [JSON.stringify(await manage(scene.gateway, '/get/config/callbacks')), scene.gateway.logs()];
        for (const row of data) shown.push(await (await get(scene.gateway, `/traffic/${row.id}`)).text());
        shown.push(await (await get(scene.gateway, '/spend/logs')).text());
        for (const file of filesBelow(scene.gateway.dataDirectory)) shown.push(readFileSync(file, 'latin1'));
        for (const each of [...ours.taken(), ...theirs.taken()]) shown.push(each.text);
        assert.ok(shown.some(each => each.includes('named-2')));
        for (const each of shown) assert.ok(!each.includes('secret-of-the-call'), each.slice(0, 400));
    });

    test('a team has its callbacks, by endpoint and by configuration', async () => {
        await manage(scene.gateway, '/team/new', { team_id: 'called' });
        await manage(scene.gateway, '/team/called/callback', { callback_name: 'langfuse', callback_type: 'success', callback_vars: { langfuse_public_key: 'pk', langfuse_secret_key: 'sk', langfuse_host: `${theirs.url}/called` } });
        await manage(scene.gateway, '/team/new', { team_id: 'configured' });
        await call(await newKey(scene.gateway, { team_id: 'called' }));
        await call(await newKey(scene.gateway, { team_id: 'configured' }));
        await theirs.until(1, '/called/');
        const [configured] = await theirs.until(1, '/configured/');
        assert.equal(configured.headers.authorization, basic('pk-team', 'sk-configured'));
    });

    test('a key or a call may be left out', async () => {
        ours.forget();
        await call(await newKey(scene.gateway, { metadata: { litellm_disabled_callbacks: ['langfuse'] } }));
        await call(masterKey, { 'x-litellm-disable-callbacks': 'otel, LANGFUSE' });
        await call(masterKey, { 'x-litellm-call-id': 'the-last' });
        const [request] = await ours.until(1);
        assert.match(request.text, /the-last/);
        assert.equal(JSON.parse(request.text).batch.length, 2);
    });
});

test('a caller may lift what hides its words, but not what its key says', async () => {
    const recorder = await startRecorder();
    const scene = await stage({ settings: `litellm_settings: {callbacks: [mine], turn_off_message_logging: true}\ncallback_settings: {mine: {callback_type: generic_api, endpoint: ${recorder.url}/, flush_interval: 0.02}}` });
    const hidden = await newKey(scene.gateway, { metadata: { turn_off_message_logging: true } });
    const lift = { 'litellm-disable-message-redaction': 'true' };
    for (const [id, key, headers] of [['plain', masterKey, {}], ['lifted', masterKey, lift], ['of-key', hidden, lift]])
        await (await post(scene.gateway, '/v1/chat/completions', chat('gpt', `words of ${id}`), { key, headers: { 'x-litellm-call-id': id, ...headers } })).text();
    const payloads = await eventually(() => {
        const all = recorder.taken().flatMap(each => JSON.parse(each.text));
        return all.length === 3 && Object.fromEntries(all.map(each => [each.litellm_call_id, JSON.stringify(each)]));
    }, 'three payloads');
    assert.match(payloads.lifted, /words of lifted.*Hello from|Hello from.*words of lifted/s);
    for (const id of ['plain', 'of-key']) {
        assert.match(payloads[id], /redacted-by-litellm/);
        assert.doesNotMatch(payloads[id], /words of|Hello from/);
    }
    await scene.stop();
    await recorder.close();
});

test('what a sink lacks is said at the start and by check, and calls go on', async () => {
    const settings = 'litellm_settings: {callbacks: [langfuse, langfuze, my.module], success_callback: [sentry]}';
    const scene = await stage({ settings });
    for (const said of [/callback 'langfuse' is not told of anything: it lacks LANGFUSE_PUBLIC_KEY and LANGFUSE_SECRET_KEY/, /unknown callback 'langfuze'; did you mean 'langfuse'/, /'my.module' is Python code/, /'sentry' is not told/])
        await scene.gateway.says(said);
    assert.equal((await post(scene.gateway, '/v1/chat/completions', chat('gpt'))).status, 200);
    const file = temporaryFile('config.yaml', standardConfig(scene.provider, { settings }));
    const checked = run(['check', file]);
    assert.equal(checked.status, 0, checked.stdout + checked.stderr);
    assert.match(checked.stdout + checked.stderr, /config.yaml:\d+:\d+: warning: callback 'langfuse' is not told/);
    await scene.stop();
});
