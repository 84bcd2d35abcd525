// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Guardrails: what goes in is looked at before anything is sent, what comes out before anybody sees it.

import Anthropic from '@anthropic-ai/sdk';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, test } from 'node:test';
import OpenAI from 'openai';

import { failure, streamed, whole } from '../fake_provider/answers.mjs';
import { startProvider } from '../fake_provider/provider.mjs';
import { chat, events, eventually, filesBelow, get, masterKey, message, post, stage, standardConfig, start } from './harness.mjs';
import { newKey } from './people.mjs';
import { startRecorder } from './sinks.mjs';

const door = '/v1/chat/completions';
const filters = `
guardrails:
  - guardrail_name: words
    litellm_params:
      guardrail: litellm_content_filter
      mode: pre_call
      blocked_words:
        - {keyword: project-x, action: BLOCK, description: confidential project}
        - {keyword: teammate-y, action: MASK}
  - guardrail_name: pii
    litellm_params:
      guardrail: litellm_content_filter
      mode: [pre_call, post_call]
      patterns:
        - {pattern_type: prebuilt, pattern_name: email, action: MASK}
        - {pattern_type: prebuilt, pattern_name: us_ssn, action: BLOCK}
  - guardrail_name: beside
    litellm_params:
      guardrail: litellm_content_filter
      mode: during_call
      blocked_words: [{keyword: bluebird}]
  - {guardrail_name: later, litellm_params: {guardrail: aporia, mode: pre_call}}
`;
const applied = response => response.headers.get('x-litellm-applied-guardrails');
const sent = provider => provider.last().body;

async function refused(gateway, to, body) {
    const response = await post(gateway, to, body);
    return { status: response.status, text: await response.clone().text(), error: (await response.json()).error };
}

describe('a content filter', () => {
    let provider, gateway, stop;
    before(async () => { ({ provider, gateway, stop } = await stage({ settings: filters, args: ['--debug'] })); });
    after(() => stop?.());
    beforeEach(() => provider.script());

    test('blocks what it is to block before anybody is asked', async () => {
        const { status, error } = await refused(gateway, door, chat('gpt', 'Tell me about Project-X', { guardrails: ['words'] }));
        assert.equal(status, 400);
        assert.deepEqual([error.message, error.type, error.code], ["Content blocked: keyword 'project-x' detected (confidential project)", 'None', '400']);
        assert.equal(error.provider_specific_fields.keyword, 'project-x');
        assert.equal(error.provider_specific_fields.guardrail_name, 'words');
        assert.equal(provider.log().length, 0);
    });

    test('tells so at each door in its words', async () => {
        const messages = await refused(gateway, '/v1/messages', message('claude', 'project-x', { guardrails: ['words'] }));
        assert.match(messages.error.message, /^400: \{'error': "Content blocked: keyword 'project-x'/);
        const gemini = await refused(gateway, '/v1beta/models/gpt:generateContent', { contents: [{ parts: [{ text: 'project-x' }] }], guardrails: ['words'] });
        assert.deepEqual([gemini.status, gemini.error.code, gemini.error.status], [400, 400, 'INVALID_ARGUMENT']);
        for (const [to, body] of [['/v1/responses', { model: 'gpt', input: 'project-x' }], ['/v1/completions', { model: 'gpt', prompt: 'project-x' }], ['/v1/embeddings', { model: 'gpt', input: ['a', 'project-x'] }]])
            assert.equal((await refused(gateway, to, { ...body, guardrails: ['words'] })).status, 400, to);
        assert.equal(provider.log().length, 0);
    });

    test('masks what it is to mask, and says that it has looked', async () => {
        const response = await post(gateway, door, chat('gpt', 'Ask teammate-y, a@b.example', { guardrails: ['words', 'pii'], seed: 1 }));
        assert.equal(response.status, 200);
        assert.equal(applied(response), 'words,pii');
        assert.equal(sent(provider).messages[0].content, 'Ask [KEYWORD_REDACTED], [EMAIL_REDACTED]');
        assert.equal(sent(provider).guardrails, undefined);
    });

    test('leaves alone who does not ask for it', async () => {
        const response = await post(gateway, door, chat('gpt', 'project-x, 123-45-6789'));
        assert.equal(response.status, 200);
        assert.equal(applied(response), null);
        assert.equal(sent(provider).messages[0].content, 'project-x, 123-45-6789');
    });

    test('is a key\'s own', async () => {
        const key = await newKey(gateway, { guardrails: ['words'] });
        assert.equal((await post(gateway, door, chat('gpt', 'project-x'), { key })).status, 400);
    });

    test('masks and blocks what is answered', async () => {
        provider.script([whole('openai', { text: 'Write to jane@example.com.' }), whole('openai', { text: 'It is 123-45-6789.' })]);
        const masked = await (await post(gateway, door, chat('gpt', 'Who?', { guardrails: ['pii'] }))).json();
        assert.equal(masked.choices[0].message.content, 'Write to [EMAIL_REDACTED].');
        const { status, text } = await refused(gateway, door, chat('gpt', 'What?', { guardrails: ['pii'] }));
        assert.equal(status, 400);
        assert.doesNotMatch(text, /123-45/);
    });

    test('masks across the chunks of a stream', async () => {
        for (const [to, dialect, body] of [[door, 'openai', chat('gpt', 'Who?')], ['/v1/messages', 'anthropic', message('claude', 'Who?')]]) {
            provider.script([streamed(dialect, { text: 'Write to jane.doe@example.com, or not.' })]);
            const response = await post(gateway, to, { ...body, stream: true, guardrails: ['pii'] });
            const text = await response.text();
            assert.equal(response.status, 200, text);
            const words = events(text).map(({ data }) => data?.choices?.[0]?.delta?.content ?? data?.delta?.text ?? '').join('');
            assert.equal(words, 'Write to [EMAIL_REDACTED], or not.');
        }
    });

    test('lets nothing of a stream out that it blocks', async () => {
        provider.script([streamed('openai', { text: 'The number is 123-45-6789, as you know.' })]);
        const { status, text, error } = await refused(gateway, door, chat('gpt', 'What?', { stream: true, guardrails: ['pii'] }));
        assert.equal(status, 400);
        assert.equal(error.message, 'Content blocked: us_ssn pattern detected');
        assert.doesNotMatch(text, /The number|123-45|DONE/);
    });

    test('is understood by the official clients', async () => {
        const openai = new OpenAI({ apiKey: masterKey, baseURL: `${gateway.url}/v1`, maxRetries: 0 });
        await assert.rejects(openai.chat.completions.create(chat('gpt', 'project-x', { guardrails: ['words'] })), error => error instanceof OpenAI.BadRequestError && /Content blocked/.test(error.message));
        provider.script([streamed('openai', { text: 'It is 123-45-6789.' })]);
        await assert.rejects(async () => {
            for await (const chunk of await openai.chat.completions.create(chat('gpt', 'What?', { stream: true, guardrails: ['pii'] }))) assert.ok(!chunk.choices?.[0]?.delta?.content);
        }, OpenAI.BadRequestError);
        const anthropic = new Anthropic({ apiKey: masterKey, baseURL: gateway.url, maxRetries: 0 });
        await assert.rejects(anthropic.messages.create(message('claude', 'project-x', { guardrails: ['words'] })), Anthropic.BadRequestError);
    });

    test('runs beside the provider, and the answer waits for it', async () => {
        const { status, error } = await refused(gateway, door, chat('gpt', 'bluebird', { guardrails: ['beside'] }));
        assert.equal(status, 400);
        assert.equal(error.provider_specific_fields.guardrail_mode, 'during_call');
        provider.script([streamed('openai', { text: 'Word by word.' })]);
        const text = await (await post(gateway, door, chat('gpt', 'robin', { stream: true, guardrails: ['beside'] }))).text();
        assert.match(text, /\[DONE\]\n\n$/);
    });

    test('who asks for one that is not there is told so', async () => {
        const unknown = await refused(gateway, door, chat('gpt', 'Hello?', { guardrails: ['nope'] }));
        assert.deepEqual([unknown.status, unknown.error.message], [400, "The guardrail 'nope' is asked for and is not configured"]);
        const later = await refused(gateway, door, chat('gpt', 'Hello?', { guardrails: ['later'] }));
        assert.match(later.error.message, /'aporia' are not built yet/);
        assert.match((await gateway.says(/.*guardrail 'later' cannot run.*/))[0], /warning|Warning/i);
    });

    test('is counted, and told with the call', async () => {
        await post(gateway, door, chat('gpt', 'teammate-y and a@b.example', { guardrails: ['words', 'pii'] }), { headers: { 'x-litellm-call-id': 'told' } });
        const row = await eventually(async () => (await (await get(gateway, '/traffic?limit=100')).json()).data.find(each => each.call_id === 'told' && each.state !== 'running'), 'the end of the call');
        assert.deepEqual(row.guardrails.map(({ name, mode, status }) => `${name} ${mode} ${status}`), ['words pre_call masked', 'pii pre_call masked', 'pii post_call passed']);
        const metrics = await (await get(gateway, '/metrics')).text();
        const count = labels => Number(metrics.match(new RegExp(`^litellm_guardrail_requests_total\\{${labels}\\} (\\d+)`, 'm'))?.[1] ?? 0);
        assert.ok(count('guardrail_name="words",status="intervened",hook_type="pre_call"') > 0, metrics.match(/litellm_guardrail.*/g)?.join('\n'));
        assert.ok(count('guardrail_name="pii",status="success",hook_type="post_call"') > 0);
        assert.match(metrics, /^litellm_guardrail_latency_seconds_count\{/m);
    });

    test('nothing of what it found is in a log line', async () => {
        await post(gateway, door, chat('gpt', 'It is 123-45-6789', { guardrails: ['pii'] }), { headers: { 'x-litellm-call-id': 'asked' } });
        provider.script([whole('openai', { text: 'It is 123-45-6789.' })]);
        await post(gateway, door, chat('gpt', 'What?', { guardrails: ['pii'] }), { headers: { 'x-litellm-call-id': 'answered' } });
        for (const id of ['asked', 'answered']) await gateway.says(new RegExp(`Content blocked: us_ssn pattern detected.*call=${id}|call=${id}.*Content blocked: us_ssn pattern detected`));
        assert.doesNotMatch(gateway.logs(), /123-45-6789/);
    });
});

describe('guardrails for every call', () => {
    test('run unless they are declined', async () => {
        const { provider, gateway, stop } = await stage({ settings: filters.replace('mode: pre_call\n      blocked_words:\n        - {keyword: project-x', 'default_on: true\n      mode: pre_call\n      blocked_words:\n        - {keyword: project-x') });
        try {
            provider.script();
            assert.equal((await refused(gateway, door, chat('gpt', 'project-x'))).status, 400);
            assert.equal((await post(gateway, door, chat('gpt', 'project-x', { disable_global_guardrails: true }))).status, 200);
        } finally {
            await stop();
        }
    });
});

describe('guardrails for what is kept', () => {
    let sink, provider, gateway, stop;
    before(async () => {
        sink = await startRecorder();
        const settings = `
guardrails:
  - guardrail_name: kept
    litellm_params:
      guardrail: litellm_content_filter
      mode: logging_only
      default_on: true
      patterns: [{pattern_type: prebuilt, pattern_name: email, action: MASK}, {pattern_type: prebuilt, pattern_name: us_ssn, action: BLOCK}]
litellm_settings: {callbacks: [mine]}
callback_settings: {mine: {callback_type: generic_api, endpoint: ${sink.url}/, log_format: single, flush_interval: 0.02}}
`;
        ({ provider, gateway, stop } = await stage({ settings, general: '  store_prompts_in_spend_logs: true' }));
    });
    after(async () => { await stop?.(); await sink.close(); });
    beforeEach(() => { provider.script(); sink.forget(); });
    const kept = async id => [JSON.stringify(await (await get(gateway, `/spend/logs/ui/${id}`)).json()), (await sink.until(1))[0].text];
    const as = id => ({ headers: { 'x-litellm-call-id': id } });

    for (const [name, id, more, answer] of [['whole', 'kept-whole', {}, whole], ['streamed', 'kept-streamed', { stream: true }, streamed]]) {
        test(`mask it, and neither what the provider gets nor the caller: ${name}`, async () => {
            provider.script([answer('openai', { text: 'Ask jane@example.com, not her.' })]);
            const response = await post(gateway, door, chat('gpt', 'Is it joe@example.com?', more), as(id));
            const text = await response.text();
            assert.equal(response.status, 200, text);
            assert.equal(sent(provider).messages[0].content, 'Is it joe@example.com?');
            const words = more.stream ? events(text).map(({ data }) => data?.choices?.[0]?.delta?.content ?? '').join('') : JSON.parse(text).choices[0].message.content;
            assert.equal(words, 'Ask jane@example.com, not her.');
            for (const each of await kept(id)) {
                assert.match(each, /Is it \[EMAIL_REDACTED\]\?/);
                assert.match(each, /Ask \[EMAIL_REDACTED\], not her\./);
                assert.doesNotMatch(each, /example\.com/);
            }
        });
    }

    test('keep nothing of what they would block, and let the call pass', async () => {
        provider.script([whole('openai', { text: 'It is 123-45-6789.' })]);
        const response = await post(gateway, door, chat('gpt', 'Mine is 321-54-9876'), as('kept-blocked'));
        assert.equal((await response.json()).choices[0].message.content, 'It is 123-45-6789.');
        for (const each of await kept('kept-blocked')) {
            assert.match(each, /\[BLOCKED\]/);
            assert.doesNotMatch(each, /123-45|321-54/);
        }
    });
});

describe('guardrails of a model that is fallen back to', () => {
    let provider, gateway, stop;
    before(async () => {
        const model = (name, more) => `  - {model_name: ${name}, litellm_params: {model: openai/${name}, api_base: PROVIDER/v1, api_key: k${more}}}\n`;
        const models = model('strict', ', guardrails: [words, pii]') + model('lax', '') + model('first', '');
        const settings = filters + 'litellm_settings: {fallbacks: [{first: [strict, lax]}, {gpt: [strict]}]}\n';
        ({ provider, gateway, stop } = await stage({ models, settings }));
    });
    after(() => stop?.());
    const failing = model => ({ match: { model }, ...failure('openai', 500, 'no') });

    test('look at what it is sent and what it answers, and at nothing before', async () => {
        provider.script([failing('gpt-4o'), whole('openai', { text: 'Write to jane@example.com.' })]);
        const response = await post(gateway, door, chat('gpt', 'teammate-y, joe@example.com'));
        assert.equal(response.status, 200);
        assert.equal(provider.log()[0].body.messages[0].content, 'teammate-y, joe@example.com');
        assert.equal(sent(provider).model, 'strict');
        assert.equal(sent(provider).messages[0].content, '[KEYWORD_REDACTED], [EMAIL_REDACTED]');
        assert.equal((await response.json()).choices[0].message.content, 'Write to [EMAIL_REDACTED].');
        assert.equal(applied(response), 'words,pii');
    });

    test('hold a stream of it', async () => {
        provider.script([failing('gpt-4o'), streamed('openai', { text: 'It is 123-45-6789.' })]);
        const { status, text } = await refused(gateway, door, chat('gpt', 'What?', { stream: true }));
        assert.equal(status, 400);
        assert.doesNotMatch(text, /123-45/);
    });

    test('leave it out where they object, and the next one gets what was asked', async () => {
        provider.script([failing('first'), whole('openai', { text: 'Fine.' })]);
        const response = await post(gateway, door, chat('first', 'project-x and teammate-y'));
        assert.equal(response.status, 200);
        assert.deepEqual(provider.log().map(each => each.body.model), ['first', 'lax']);
        assert.equal(sent(provider).messages[0].content, 'project-x and teammate-y');
        provider.script([failing('gpt-4o')]);
        const { status, error } = await refused(gateway, door, chat('gpt', 'project-x'));
        assert.equal(status, 500);
        assert.match(error.message, /The fallback to strict was left out: Content blocked: keyword 'project-x'/);
        assert.ok(provider.log().every(each => each.body.model !== 'strict'));
    });
});

describe('guardrails that ask a service', () => {
    let service, stop, provider, gateway, cached;
    before(async () => {
        service = await startProvider();
        const params = (kind, mode, more) => `{guardrail: ${kind}, mode: ${mode}, ${more}}`;
        const settings = `
guardrails:
  - {guardrail_name: moderation, litellm_params: ${params('openai_moderation', 'pre_call', `api_base: "${service.url}/v1", api_key: sk-moderation`)}}
  - {guardrail_name: patient, litellm_params: ${params('openai_moderation', 'pre_call', `api_base: "${service.url}/v1", api_key: sk-moderation, timeout: 600`)}}
  - {guardrail_name: presidio, litellm_params: ${params('presidio', '[pre_call, post_call]', `presidio_analyzer_api_base: "${service.url}/", presidio_anonymizer_api_base: "${service.url}", pii_entities_config: {PERSON: MASK, US_SSN: BLOCK}`)}}
  - {guardrail_name: restoring, litellm_params: ${params('presidio', 'pre_call', `presidio_analyzer_api_base: "${service.url}", presidio_anonymizer_api_base: "${service.url}", output_parse_pii: true`)}}
  - {guardrail_name: own, litellm_params: ${params('generic_guardrail_api', 'pre_call', `api_base: "${service.url}", api_key: k-own, headers: {x-team: t}, additional_provider_specific_params: {level: 1}`)}}
  - {guardrail_name: open, litellm_params: ${params('generic_guardrail_api', 'pre_call', `api_base: "${service.url}", fail_on_error: false`)}}
  - {guardrail_name: bedrock, litellm_params: ${params('bedrock', '[pre_call, post_call]', `guardrailIdentifier: g1, guardrailVersion: "2", aws_access_key_id: AKIAEXAMPLE, aws_secret_access_key: secret, aws_region_name: eu-west-1, aws_bedrock_runtime_endpoint: "${service.url}"`)}}
  - {guardrail_name: lakera, litellm_params: ${params('lakera_v2', 'during_call', `api_base: "${service.url}", api_key: k-lakera, project_id: p1`)}}
  - {guardrail_name: shield, litellm_params: ${params('azure/prompt_shield', 'pre_call', `api_base: "${service.url}", api_key: k-azure`)}}
  - {guardrail_name: harm, litellm_params: ${params('azure/text_moderations', 'post_call', `api_base: "${service.url}", api_key: k-azure, severity_threshold: 4`)}}
`;
        ({ provider, gateway, stop } = await stage({ settings, general: '  store_prompts_in_spend_logs: true' }));
        cached = await start(standardConfig(provider, { settings: `${settings}litellm_settings: {cache: true, cache_params: {type: local}}\n` }));
    });
    after(async () => { await cached?.stop(); await stop?.(); await service.close(); });
    beforeEach(() => { provider.script(); service.script(); });
    const asked = at => { const entry = service.log()[at]; return { path: entry.path, headers: entry.headers, body: entry.body }; };
    const ask = (name, text = 'Hello?', more = {}) => post(gateway, door, chat('gpt', text, { guardrails: [name], ...more }));

    test('OpenAI\'s moderations', async () => {
        service.script([{ body: { results: [{ flagged: false }] } }, { body: { results: [{ flagged: true, categories: { hate: true, violence: false }, category_scores: { hate: 0.9 } }] } }]);
        assert.equal((await ask('moderation')).status, 200);
        assert.equal(asked(0).path, '/v1/moderations');
        assert.equal(asked(0).headers.authorization, 'Bearer sk-moderation');
        assert.deepEqual(asked(0).body, { model: 'omni-moderation-latest', input: ['Hello?'] });
        const { error } = await (await ask('moderation')).json();
        assert.equal(error.message, 'Violated OpenAI moderation policy');
        assert.deepEqual(error.provider_specific_fields.moderation_result, { violated_categories: ['hate'], category_scores: { hate: 0.9 } });
    });

    test('Presidio masks, both ways', async () => {
        const found = [{ start: 6, end: 10, score: 0.85, entity_type: 'PERSON' }];
        service.script([{ body: found }, { body: { text: 'I am <PERSON>', items: [] } }, { body: [] }]);
        const response = await ask('presidio', 'I am Jane');
        assert.equal(response.status, 200);
        assert.deepEqual([asked(0).path, asked(1).path, asked(2).path], ['/analyze', '/anonymize', '/analyze']);
        assert.deepEqual(asked(0).body, { text: 'I am Jane', language: 'en', entities: ['PERSON', 'US_SSN'] });
        assert.deepEqual(asked(1).body, { text: 'I am Jane', analyzer_results: found });
        assert.equal(sent(provider).messages[0].content, 'I am <PERSON>');
    });

    describe('Presidio gives the answer what it took from the request', () => {
        const replaced = { start: 8, end: 16, entity_type: 'PERSON', text: '<PERSON>', operator: 'replace' };
        const second = { ...replaced, start: 21, end: 29 };
        const twoPeople = [
            { body: [{ start: 8, end: 12, score: 0.9, entity_type: 'PERSON' }, { start: 17, end: 20, score: 0.9, entity_type: 'PERSON' }] },
            { body: { text: 'Between <PERSON> and <PERSON>', items: [second, replaced] } },
        ];
        const question = 'Between Jane and Ann';

        test('whole, each in its place', async () => {
            service.script(twoPeople);
            provider.script([whole('openai', { text: 'Ask <PERSON_2>, <PERSON> or <PERSON_3>.' })]);
            const response = await ask('restoring', question);
            assert.equal(sent(provider).messages[0].content, 'Between <PERSON> and <PERSON_2>');
            assert.equal((await response.json()).choices[0].message.content, 'Ask Ann, Jane or <PERSON_3>.');
            assert.equal(applied(response), 'restoring');
        });

        test('across the chunks of a stream, and in the arguments of tools', async () => {
            service.script(twoPeople);
            const piece = (delta, more = {}) => 'data: ' + JSON.stringify({ id: 'c-1', object: 'chat.completion.chunk', created: 1, model: 'gpt-4o', choices: [{ index: 0, delta, finish_reason: null, ...more }] });
            const tool = args => ({ tool_calls: [{ index: 0, id: 't', type: 'function', function: { name: 'mail', arguments: args } }] });
            provider.script([{ sse: [piece({ role: 'assistant', content: 'Hi <PER' }), piece({ content: 'SON>, ' }), piece({ content: 'and <PERSON_2>!' }), piece(tool('{"to":"<PERS')), piece(tool('ON>"}')), piece({}, { finish_reason: 'stop' }), 'data: [DONE]'] }]);
            const text = await (await ask('restoring', question, { stream: true })).text();
            const deltas = events(text).map(({ data }) => data?.choices?.[0]?.delta ?? {});
            assert.equal(deltas.map(each => each.content ?? '').join(''), 'Hi Jane, and Ann!', text);
            assert.equal(deltas.map(each => each.tool_calls?.[0]?.function?.arguments ?? '').join(''), '{"to":"Jane"}');
        });

        test('and what is kept of the call has it not', async () => {
            service.script(twoPeople);
            provider.script([whole('openai', { text: 'Ask <PERSON_2>.' })]);
            assert.match(await (await post(gateway, door, chat('gpt', question, { guardrails: ['restoring'] }), { headers: { 'x-litellm-call-id': 'restored' } })).text(), /Ask Ann\./);
            const row = JSON.stringify(await (await get(gateway, '/spend/logs/ui/restored')).json());
            assert.match(row, /Ask <PERSON_2>\./);
            assert.doesNotMatch(row, /Ann|Jane/);
        });

        test('and nobody else gets it out of the cache', async () => {
            const one = (from, to) => [{ body: [{ start: from, end: to, score: 1, entity_type: 'PERSON' }] }, { body: { text: 'I am <PERSON>', items: [{ ...replaced, start: 5, end: 13 }] } }];
            for (const [name, end] of [['Jane', 9], ['Ann', 8]]) {
                service.script(one(5, end));
                provider.script([whole('openai', { text: 'Hello <PERSON>.' })]);
                const response = await post(cached, door, chat('gpt', `I am ${name}`, { guardrails: ['restoring'] }));
                assert.equal((await response.json()).choices[0].message.content, `Hello ${name}.`);
            }
        });
    });

    test('a trial is given up when who asked for it has left', async () => {
        service.script([{ hang: true }]);
        const leaving = new AbortController();
        const asked = post(gateway, '/guardrails/apply_guardrail', { guardrail_name: 'patient', text: 'Hello?' }, { signal: leaving.signal });
        await eventually(() => service.log().length === 1, 'the service is asked');
        leaving.abort();
        await assert.rejects(asked);
        await eventually(() => service.log()[0].closedEarly, 'the service is left');
        service.script([{ body: { results: [{ flagged: false }] } }]);
        const tried = await post(gateway, '/guardrails/apply_guardrail', { guardrail_name: 'patient', text: 'Hello?' });
        assert.deepEqual(await tried.json(), { response_text: 'Hello?' });
    });

    test('Presidio blocks what it is to block', async () => {
        service.script([{ body: [{ start: 0, end: 3, score: 1, entity_type: 'US_SSN' }] }]);
        const response = await ask('presidio', '123');
        assert.equal(response.status, 400);
        assert.equal((await response.json()).error.message, 'Blocked entity detected: US_SSN by Guardrail: presidio. This entity is not allowed to be used in this request.');
    });

    test('a service of one\'s own', async () => {
        service.script([{ body: { action: 'GUARDRAIL_INTERVENED', texts: ['Hi!'] } }, { body: { action: 'BLOCKED', blocked_reason: 'Not today' } }]);
        assert.equal((await post(gateway, door, chat('gpt', 'Hello?', { guardrails: [{ own: { extra_body: { level: 2 } } }] }))).status, 200);
        const { path, headers, body } = asked(0);
        assert.equal(path, '/beta/litellm_basic_guardrail_api');
        assert.deepEqual([headers['x-api-key'], headers['x-team']], ['k-own', 't']);
        assert.deepEqual([body.input_type, body.texts, body.model, body.additional_provider_specific_params], ['request', ['Hello?'], 'gpt', { level: 2 }]);
        assert.equal(body.request_headers.authorization, '[present]');
        assert.deepEqual(body.structured_messages, [{ role: 'user', content: 'Hello?' }]);
        assert.equal(sent(provider).messages[0].content, 'Hi!');
        assert.equal((await (await ask('own')).json()).error.message, 'Not today');
    });

    test('one that is broken refuses, or lets pass where it may', async () => {
        service.script([{ status: 500, body: { oops: true } }]);
        const closed = await ask('own');
        assert.equal(closed.status, 500);
        assert.match((await closed.json()).error.message, /'own' could not judge this call: its service answered with status 500/);
        assert.equal(provider.log().length, 0);
        service.script([{ status: 500, body: { oops: true } }]);
        assert.equal((await ask('open')).status, 200);
    });

    test('Bedrock\'s guardrails', async () => {
        service.script([{ body: { action: 'GUARDRAIL_INTERVENED', outputs: [{ text: 'I am {NAME}' }], assessments: [{ sensitiveInformationPolicy: { piiEntities: [{ type: 'NAME', action: 'ANONYMIZED', match: 'Jane' }] } }] } }, { body: { action: 'NONE' } },
            { body: { action: 'GUARDRAIL_INTERVENED', outputs: [{ text: 'No.' }], assessments: [{ topicPolicy: { topics: [{ name: 't', action: 'BLOCKED' }] } }] } }]);
        assert.equal((await ask('bedrock', 'I am Jane')).status, 200);
        assert.equal(asked(0).path, '/guardrail/g1/version/2/apply');
        assert.match(asked(0).headers.authorization, /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-west-1\/bedrock\/aws4_request/);
        assert.deepEqual(asked(0).body, { source: 'INPUT', content: [{ text: { text: 'I am Jane' } }] });
        assert.equal(asked(1).body.source, 'OUTPUT');
        assert.equal(sent(provider).messages[0].content, 'I am {NAME}');
        const { error } = await (await ask('bedrock')).json();
        assert.deepEqual([error.message, error.provider_specific_fields.bedrock_guardrail_response], ['Violated guardrail policy', 'No.']);
    });

    test('Lakera, beside the provider', async () => {
        service.script([{ body: { flagged: true, breakdown: [{ detector_type: 'prompt_attack', detected: true }], payload: [{ text: 'secret' }] } }]);
        const response = await ask('lakera');
        assert.equal(response.status, 400);
        const { error } = await response.json();
        assert.deepEqual(error.provider_specific_fields.lakera_guardrail_response, { flagged: true, breakdown: [{ detector_type: 'prompt_attack', detected: true }] });
        assert.equal(asked(0).path, '/v2/guard');
        assert.deepEqual(asked(0).body, { messages: [{ role: 'user', content: 'Hello?' }], project_id: 'p1', payload: false, breakdown: true });
    });

    test('Azure\'s shield and its moderations', async () => {
        service.script([{ body: { userPromptAnalysis: { attackDetected: true } } }]);
        assert.equal((await ask('shield')).status, 400);
        assert.match(asked(0).path, /^\/contentsafety\/text:shieldPrompt\?api-version=/);
        assert.equal(asked(0).headers['ocp-apim-subscription-key'], 'k-azure');
        service.script([{ body: { categoriesAnalysis: [{ category: 'Hate', severity: 2 }], blocklistsMatch: [] } }, { body: { categoriesAnalysis: [{ category: 'Hate', severity: 4 }] } }]);
        assert.equal((await ask('harm')).status, 200);
        assert.equal((await ask('harm')).status, 400);
        assert.equal(asked(0).body.text, 'Hello from the provider.');
    });
});

describe('guardrails and what is passed through', () => {
    let provider, gateway, stop;
    before(async () => {
        const general = provider => `  pass_through_endpoints:
    - {path: /look, target: ${provider.url}/look, auth: true, guardrails: [words, pii]}
    - {path: /query, target: ${provider.url}/query, auth: true, guardrails: {words: {request_fields: [query, 'documents[*].text']}}}
    - {path: /free, target: ${provider.url}/free, auth: true}
`;
        const settings = filters.replace('mode: [pre_call, post_call]', 'default_on: true\n      mode: [pre_call, post_call]');
        const models = `  - {model_name: through, litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: k, use_in_pass_through: true}}\n`;
        ({ provider, gateway, stop } = await stage({ config: provider => standardConfig(provider, { models, settings, general: general(provider) }), env: provider => ({ ANTHROPIC_API_KEY: 'sk-ant', ANTHROPIC_API_BASE: provider.url }) }));
    });
    after(() => stop?.());
    beforeEach(() => provider.script());

    test('look at a provider\'s own API where it is known', async () => {
        provider.script([whole('openai', { text: 'Write to jane@example.com.' })]);
        const response = await post(gateway, '/openai_passthrough/v1/chat/completions', chat('gpt-4o', 'I am joe@example.com', { seed: 7 }));
        assert.equal(response.status, 200);
        assert.equal(sent(provider).messages[0].content, 'I am [EMAIL_REDACTED]');
        assert.equal(sent(provider).seed, 7);
        assert.equal((await response.json()).choices[0].message.content, 'Write to [EMAIL_REDACTED].');
        assert.equal(applied(response), 'pii');
        const blocked = await refused(gateway, '/anthropic/v1/messages', message('claude', '123-45-6789'));
        assert.equal(blocked.status, 400);
        assert.match(blocked.error.message, /us_ssn pattern detected/);
        assert.equal(provider.log().length, 1);
    });

    test('hold its streams', async () => {
        provider.script([streamed('anthropic', { text: 'Write to jane.doe@example.com, or not.' }), streamed('anthropic', { text: 'It is 123-45-6789.' })]);
        const text = await (await post(gateway, '/anthropic/v1/messages', message('claude', 'Who?', { stream: true }))).text();
        assert.equal(events(text).map(({ data }) => data?.delta?.text ?? '').join(''), 'Write to [EMAIL_REDACTED], or not.');
        const { status, text: refusal } = await refused(gateway, '/anthropic/v1/messages', message('claude', 'What?', { stream: true }));
        assert.equal(status, 400);
        assert.doesNotMatch(refusal, /123-45/);
    });

    test('are a key\'s own there too, and a call\'s', async () => {
        const key = await newKey(gateway, { guardrails: ['words'] });
        assert.equal((await post(gateway, '/anthropic/v1/messages', message('claude', 'project-x'), { key })).status, 400);
        assert.equal((await post(gateway, '/anthropic/v1/messages', message('claude', 'project-x', { litellm_metadata: { guardrails: ['words'] } }))).status, 400);
        assert.equal((await post(gateway, '/anthropic/v1/messages', message('claude', 'project-x'))).status, 200);
        const unknown = await refused(gateway, '/anthropic/v1/messages', message('claude', 'Hi', { litellm_metadata: { guardrails: ['nope'] } }));
        assert.match(unknown.error.message, /'nope' is asked for and is not configured/);
    });

    test('look at all of an endpoint of the operator\'s that names them, and at no other', async () => {
        assert.equal((await post(gateway, '/look', { deep: [{ er: 'project-x' }] })).status, 400);
        provider.script([{ body: { hits: ['jane@example.com'] } }]);
        const masked = await post(gateway, '/look', { who: 'joe@example.com', n: 1 });
        assert.deepEqual(await masked.json(), { hits: ['[EMAIL_REDACTED]'] });
        assert.deepEqual(sent(provider), { who: '[EMAIL_REDACTED]', n: 1 });
        provider.script([{ body: { ok: '123-45-6789' } }]);
        assert.deepEqual(await (await post(gateway, '/free', { it: 'project-x 987-65-4321' })).json(), { ok: '123-45-6789' });
    });

    test('look at the fields that are named', async () => {
        provider.script([{ body: {} }]);
        assert.equal((await post(gateway, '/query', { query: 'project-x' })).status, 400);
        assert.equal((await post(gateway, '/query', { documents: [{ text: 'project-x' }] })).status, 400);
        assert.equal((await post(gateway, '/query', { query: 'fine', note: 'project-x' })).status, 200);
    });

    test('read no stream that nobody here knows', async () => {
        provider.script([{ sse: ['data: {"it":"123-45-6789"}'] }]);
        const { status, text } = await refused(gateway, '/look', { a: 'b' });
        assert.equal(status, 502);
        assert.doesNotMatch(text, /123-45/);
    });
});

describe('guardrails in the database', () => {
    let provider, gateway, stop;
    const salt = { LITELLM_SALT_KEY: 'a salt of its own' };
    const secret = 'k-lakera-secret-0123456789';
    before(async () => { ({ provider, gateway, stop } = await stage({ settings: filters, general: '  store_model_in_db: true', env: salt })); });
    after(async () => { await gateway?.stop(); await stop?.(); });
    const send = async (method, route, body) => {
        const response = await post(gateway, route, body ?? '', { method, ...(body === undefined ? { body: undefined } : {}) });
        const text = await response.text();
        return { status: response.status, json: JSON.parse(text), text };
    };
    const made = (name, params) => ({ guardrail: { guardrail_name: name, litellm_params: params, guardrail_info: { note: 'n' } } });
    const birds = { guardrail: 'litellm_content_filter', mode: 'pre_call', blocked_words: [{ keyword: 'heron', action: 'BLOCK' }] };
    const asks = async (name, text) => (await post(gateway, door, chat('gpt', text, { guardrails: [name] }))).status;

    test('are asked as soon as they are added, until they are deleted', async () => {
        const row = await send('POST', '/guardrails', made('birds', birds));
        assert.equal(row.status, 200, row.text);
        const id = row.json.guardrail_id;
        assert.deepEqual([row.json.guardrail_name, row.json.guardrail_info], ['birds', { note: 'n' }]);
        assert.equal(await asks('birds', 'a heron'), 400);
        const listed = (await send('GET', '/guardrails/list')).json.guardrails.find(each => each.guardrail_id === id);
        assert.deepEqual([listed.guardrail_name, listed.guardrail_definition_location], ['birds', 'db']);
        assert.ok(Date.parse(listed.created_at));
        assert.equal((await send('PATCH', `/guardrails/${id}`, { litellm_params: { blocked_words: [{ keyword: 'egret' }] } })).status, 200);
        assert.deepEqual([await asks('birds', 'a heron'), await asks('birds', 'an egret')], [200, 400]);
        assert.equal((await send('PUT', `/guardrails/${id}`, made('gulls', { ...birds, blocked_words: ['gull'] }))).status, 200);
        assert.deepEqual([await asks('gulls', 'an egret'), await asks('gulls', 'a gull')], [200, 400]);
        const deleted = await send('DELETE', `/guardrails/${id}`);
        assert.deepEqual(deleted.json, { message: `Guardrail ${id} deleted successfully` });
        assert.equal((await send('GET', `/guardrails/${id}`)).status, 404);
        assert.equal((await send('DELETE', `/guardrails/${id}`)).status, 404);
        assert.match((await refused(gateway, door, chat('gpt', 'Hi', { guardrails: ['gulls'] }))).error.message, /'gulls' is asked for and is not configured/);
    });

    test('are there after a restart, and their credentials sealed and hidden', async () => {
        const row = await send('POST', '/guardrails', made('lake', { guardrail: 'lakera_v2', mode: 'pre_call', api_key: secret, api_base: `${provider.url}` }));
        assert.equal(row.status, 200, row.text);
        const id = row.json.guardrail_id;
        await send('PUT', `/guardrails/${id}`, { guardrail: { ...row.json, litellm_params: { ...row.json.litellm_params, mode: 'during_call' } } });
        for (const text of [row.text, (await send('GET', `/guardrails/${id}`)).text, (await send('GET', '/guardrails/list')).text, (await send('GET', '/audit')).text]) assert.ok(!text.includes(secret), text);
        gateway.signal('SIGTERM');
        await gateway.ended;
        for (const file of filesBelow(gateway.dataDirectory)) assert.ok(!readFileSync(file, 'latin1').includes(secret), file);
        gateway = await start(undefined, { env: salt, words: ['--config', gateway.configFile], args: ['--data-dir', gateway.dataDirectory] });
        provider.script([{ match: { path: '/v2/guard' }, body: { flagged: false } }]);
        assert.equal(await asks('lake', 'Hello?'), 200);
        assert.equal(provider.log().find(each => each.path === '/v2/guard').headers.authorization, `Bearer ${secret}`);
    });

    test('are an administrator\'s, and refused where they cannot be', async () => {
        const key = await newKey(gateway, {});
        assert.notEqual((await post(gateway, '/guardrails', made('mine', birds), { key })).status, 200);
        const listed = (await send('GET', '/guardrails/list')).json.guardrails.find(each => each.guardrail_name === 'words');
        assert.equal((await send('DELETE', `/guardrails/${listed.guardrail_id}`)).status, 400);
        for (const [body, why] of [[made('words', birds), /is there already/], [made('x', { ...birds, guardrail: 'aporia' }), /not built yet/],
            [made('x', { ...birds, blocked_words_file: '/etc/passwd' }), /configuration file/], [made('x', { ...birds, api_key: 'file//etc/passwd' }), /file\//]]) {
            const { status, text } = await send('POST', '/guardrails', body);
            assert.equal(status, 400, text);
            assert.match(text, why);
        }
        assert.equal((await send('POST', '/guardrails', {})).status, 422);
    });
});
