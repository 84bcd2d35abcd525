// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What stands behind a model group that fails, by kind of failure, from the configuration and from the request.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { defaultAnswer, failure, whole } from '../fake_provider/answers.mjs';
import { chat, message, post } from './harness.mjs';
import { calm, deployment, routes } from './routes.mjs';

const broken = failure('openai', 500, 'The server had an error');
const tooLong = failure('openai', 400, "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens.", { code: 'context_length_exceeded' });
const refused = failure('openai', 400, 'Your request was rejected as a result of our safety system.', { code: 'content_policy_violation' });
const filtered = whole('openai', { text: 'I had begun to', stop: 'refusal' });

/// Asks a model: {status, id, group, fallbacks, text}.
async function ask(scene, model, more = {}, text = 'Hello?') {
    const response = await post(scene.gateway, '/v1/chat/completions', chat(model, text, more));
    const header = name => response.headers.get(`x-litellm-${name}`);
    return { status: response.status, id: header('model-id'), group: header('model-group'), fallbacks: header('attempted-fallbacks'), text: await response.text() };
}
const order = scene => scene.provider.log().map(entry => entry.path.split('/')[1]);
const one = (name, more) => deployment(name, name, more);

describe('fallbacks', () => {
    let scene;
    before(async () => {
        scene = await routes([
            ...['first', 'third', 'fourth', 'other', 'long', 'gentle'].map(name => one(name)), one('second', { timeout: 0.3 }),
            one('small', { info: { max_input_tokens: 50 } }), one('claude', { model: 'anthropic/claude-sonnet-4-5-20250929' }),
        ], {
            num_retries: 0, disable_cooldowns: true, enable_pre_call_checks: true, ...calm,
            fallbacks: [{ first: ['second', 'third'] }, { second: ['fourth'] }, { claude: ['other'] }],
            context_window_fallbacks: [{ first: ['long'] }, { small: ['long'] }],
            content_policy_fallbacks: [{ first: ['gentle'] }],
        }, { general: { dangerously_allow_mock_testing_request_params: true } });
    });
    after(() => scene?.stop());
    beforeEach(() => scene.play());

    test('answer in place of a group that fails', async () => {
        scene.play({ first: broken });
        const { status, id, group, fallbacks } = await ask(scene, 'first');
        assert.deepEqual({ status, id, group, fallbacks }, { status: 200, id: 'second', group: 'second', fallbacks: '1' });
    });

    test('have fallbacks of their own, which come before the rest of the list', async () => {
        scene.play({ first: broken, second: broken, fourth: broken });
        const { status, id, fallbacks } = await ask(scene, 'first');
        assert.deepEqual({ status, id, fallbacks }, { status: 200, id: 'third', fallbacks: '3' });
        assert.deepEqual(order(scene), ['first', 'second', 'fourth', 'third']);
    });

    test('that all fail leave the first error, and say what was there', async () => {
        scene.play({ first: failure('openai', 500, 'the first') }, failure('openai', 503, 'others'));
        const { status, text } = await ask(scene, 'first');
        assert.equal(status, 500);
        assert.match(JSON.parse(text).error.message, /the first.*Received Model Group=first\nAvailable Model Group Fallbacks=\['second', 'third'\]/s);
    });

    test('are streamed like any answer, at each door', async () => {
        scene.play({ first: broken, claude: failure('anthropic', 529, 'Overloaded', { type: 'overloaded_error' }) });
        const streamed = await ask(scene, 'first', { stream: true });
        assert.deepEqual([streamed.status, streamed.id], [200, 'second']);
        assert.match(streamed.text, /\[DONE\]/);
        const response = await post(scene.gateway, '/v1/messages', message('claude', 'Hi', { stream: true }));
        assert.match(await response.text(), /event: message_stop/);
        assert.equal(response.headers.get('x-litellm-model-id'), 'other');
    });

    test('are tried after any failure, also a 400', async () => {
        scene.play({ first: failure('openai', 400, 'No') });
        assert.equal((await ask(scene, 'first')).id, 'second');
    });

    test('for long prompts are taken when the provider says that one is too long', async () => {
        scene.play({ first: tooLong });
        assert.equal((await ask(scene, 'first')).id, 'long');
    });

    test('for long prompts are taken without asking, where the window is known', async () => {
        assert.equal((await ask(scene, 'small', {}, 'word '.repeat(300))).id, 'long');
        assert.deepEqual(order(scene), ['long']);
        assert.equal((await ask(scene, 'small')).id, 'small');
    });

    test('for long prompts leave the error where the group has none', async () => {
        scene.play({ second: tooLong });
        const { status, text } = await ask(scene, 'second');
        assert.equal(status, 400);
        assert.match(text, /maximum context length/);
        assert.deepEqual(order(scene), ['second']);
    });

    test('for refused content are taken by an error', async () => {
        scene.play({ first: refused });
        assert.equal((await ask(scene, 'first')).id, 'gentle');
    });

    test('for refused content are taken for an answer that the filter cut', async () => {
        scene.play({ first: filtered });
        const { id, text } = await ask(scene, 'first');
        assert.equal(id, 'gentle');
        assert.doesNotMatch(text, /I had begun/);
    });

    test('for refused content are not taken where the group has none', async () => {
        scene.play({ second: filtered });
        const { status, text } = await ask(scene, 'second');
        assert.equal(status, 200);
        assert.equal(JSON.parse(text).choices[0].finish_reason, 'content_filter');
    });

    const chain = { first: broken, second: broken, fourth: broken };
    for (const [most, asked] of [[0, ['first']], [1, ['first', 'second']], [2, ['first', 'second', 'fourth']]]) {
        test(`are at most max_fallbacks: ${most}`, async () => {
            scene.play(chain);
            assert.equal((await ask(scene, 'first', { max_fallbacks: most })).status, 500);
            assert.deepEqual(order(scene), asked);
        });
    }

    test('of the request: names', async () => {
        scene.play({ first: broken });
        assert.equal((await ask(scene, 'first', { fallbacks: ['other'] })).id, 'other');
        assert.deepEqual(order(scene), ['first', 'other']);
    });

    test('of the request: a model with messages of its own', async () => {
        scene.play({ first: broken });
        const fallbacks = [{ model: 'other', messages: [{ role: 'user', content: 'Shorter, please' }], temperature: 0.25 }];
        assert.equal((await ask(scene, 'first', { fallbacks, temperature: 1 })).id, 'other');
        const [{ body }] = scene.asked('other');
        assert.deepEqual([body.messages, body.temperature, body.fallbacks], [[{ role: 'user', content: 'Shorter, please' }], 0.25, undefined]);
        assert.equal(scene.asked('first')[0].body.temperature, 1);
    });

    test('of the request: by group', async () => {
        scene.play({ first: broken, other: broken });
        assert.equal((await ask(scene, 'first', { fallbacks: [{ first: ['other'] }, { other: ['fourth'] }] })).id, 'fourth');
    });

    test('of the request: for long prompts and for refused content', async () => {
        scene.play({ second: tooLong, third: refused });
        assert.equal((await ask(scene, 'second', { context_window_fallbacks: [{ second: ['other'] }] })).id, 'other');
        assert.equal((await ask(scene, 'third', { content_policy_fallbacks: [{ third: ['other'] }] })).id, 'other');
    });

    test('can be declined', async () => {
        scene.play({ first: broken });
        assert.equal((await ask(scene, 'first', { disable_fallbacks: true })).status, 500);
        assert.deepEqual(order(scene), ['first']);
    });

    test('do not rescue a model that there is not', async () => {
        assert.equal((await ask(scene, 'invented')).status, 400);
        assert.deepEqual(order(scene), []);
    });

    const drills = [
        ['mock_testing_fallbacks', 'second'], ['mock_testing_context_fallbacks', 'long'], ['mock_testing_content_policy_fallbacks', 'gentle'], ['mock_testing_rate_limit_error', 'second'],
    ];
    for (const [flag, id] of drills) {
        test(`are drilled by ${flag}`, async () => {
            const answer = await ask(scene, 'first', { [flag]: true, num_retries: 0 });
            assert.deepEqual([answer.status, answer.id], [200, id], answer.text);
            assert.deepEqual(order(scene), [id]);
            assert.equal('mock_testing_fallbacks' in scene.provider.last().body, false);
        });
    }

    test('are drilled by mock_timeout', async () => {
        const { status, id } = await ask(scene, 'first', { mock_timeout: true, timeout: 0.1 });
        assert.deepEqual([status, id], [200, 'second']);
        const without = await ask(scene, 'first', { mock_timeout: true, timeout: 0.1, disable_fallbacks: true });
        assert.equal(without.status, 408);
        assert.match(without.text, /Timeout/);
    });

    test('a fallback that nobody can reach is passed over', async () => {
        scene.play({ first: broken, second: { hang: true }, fourth: { garbage: true } });
        assert.equal((await ask(scene, 'first')).id, 'third');
    });

    test('a fallback is tried as often as a group of its own', async () => {
        let count = 0;
        scene.play({ first: broken, second: request => (count++ ? defaultAnswer(request) : failure('openai', 500, 'once')) });
        assert.equal((await ask(scene, 'first', { num_retries: 1 })).id, 'second');
        assert.deepEqual(order(scene), ['first', 'first', 'second', 'second']);
    });
});

test('without lists for them, long prompts and refused content fall back like everything else', async () => {
    const scene = await routes([one('front'), one('behind')], { num_retries: 0, disable_cooldowns: true, fallbacks: [{ front: ['behind'] }] });
    for (const reply of [tooLong, refused]) {
        scene.play({ front: reply });
        assert.equal((await ask(scene, 'front')).id, 'behind');
    }
    await scene.stop();
});

test('default_fallbacks stand behind everybody who has none of his own, also behind a fallback', async () => {
    const scene = await routes(['front', 'behind', 'plain', 'last'].map(name => one(name)), { num_retries: 0, disable_cooldowns: true, fallbacks: [{ front: ['behind'] }], default_fallbacks: ['last'] });
    scene.play({ plain: broken, front: broken });
    assert.equal((await ask(scene, 'plain')).id, 'last');
    assert.equal((await ask(scene, 'front')).id, 'behind');
    scene.play({ front: broken, behind: broken });
    assert.equal((await ask(scene, 'front')).id, 'last');
    await scene.stop();
});

test('drills are refused where the operator has not allowed them', async () => {
    const scene = await routes([one('front'), one('behind')], { fallbacks: [{ front: ['behind'] }] });
    for (const flag of ['mock_testing_fallbacks', 'mock_timeout']) {
        const { status, text } = await ask(scene, 'front', { [flag]: true });
        assert.equal(status, 400);
        assert.match(text, /dangerously_allow_mock_testing_request_params/);
    }
    await scene.stop();
});
