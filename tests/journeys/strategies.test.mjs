// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Who of a group is asked: strategies, tags, order, regions, aliases, limits and budgets, as an outsider can see them.

import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';

import { defaultAnswer, failure, whole } from '../fake_provider/answers.mjs';
import { chat, eventually, masterKey, message, post } from './harness.mjs';
import { calm, deployment, routes } from './routes.mjs';

const broken = failure('openai', 500, 'The server had an error');

async function ask(scene, model, more = {}, headers = {}) {
    const response = await post(scene.gateway, '/v1/chat/completions', chat(model, 'Hello?', more), { headers });
    return { status: response.status, id: response.headers.get('x-litellm-model-id'), text: await response.text(), response };
}
const askMany = (count, scene, model, ...more) => Promise.all(Array.from({ length: count }, () => ask(scene, model, ...more)));
/// The status of a call over a connection of its own, as soon as its answer is whole.
const askAnew = (scene, body) => new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${masterKey}` };
    const request = http.request(`${scene.gateway.url}/v1/chat/completions`, { method: 'POST', agent: false, headers }, response => {
        response.resume().on('end', () => resolve(response.statusCode)).on('error', reject);
    });
    request.on('error', reject).end(JSON.stringify(body));
});
/// Who answered how often.
async function tally(count, scene, model, ...more) {
    const counts = {};
    for (let n = 0; n < count; n++) {
        const { id, status } = await ask(scene, model, ...more);
        const who = id ?? String(status);
        counts[who] = (counts[who] ?? 0) + 1;
    }
    return counts;
}

describe('who may be asked', () => {
    let scene;
    before(async () => {
        scene = await routes([
            deployment('free', 'tagged', { tags: ['free'] }), deployment('paid', 'tagged', { tags: ['paid', 'fast'] }), deployment('usual', 'tagged', { tags: ['default'] }),
            deployment('strict', 'all-tagged', { tags: ['paid'] }),
            deployment('one', 'ordered', { order: 1 }), deployment('two', 'ordered', { order: 2 }), deployment('none', 'ordered'),
            deployment('ireland', 'regional', { region_name: 'eu-west-1' }), deployment('virginia', 'regional', { region_name: 'us-east-1' }), deployment('nowhere', 'regional'),
            deployment('mouse', 'sizes', { info: { max_input_tokens: 50 } }), deployment('elephant', 'sizes', { info: { max_input_tokens: 100000 } }),
            deployment('blue', 'colour-blue'), deployment('red', 'colour-red'),
        ], {
            enable_tag_filtering: true, enable_pre_call_checks: true, disable_cooldowns: true,
            model_group_alias: { renamed: 'colour-blue', hidden: { model: 'colour-red', hidden: true }, mixed: [{ model: 'colour-blue', weight: 3 }, { model: 'colour-red', weight: 1 }] },
        });
    });
    after(() => scene?.stop());
    beforeEach(() => scene.play());

    const byTags = [
        ['one tag in common is enough', { tags: ['fast', 'unheard'] }, {}, 'paid'],
        ['tags may stand in the header', {}, { 'x-litellm-tags': 'unheard, free' }, 'free'],
        ['tags may stand in the metadata', { metadata: { tags: ['free'] } }, {}, 'free'],
        ['who asks for none gets the default', {}, {}, 'usual'],
        ['who asks for what nobody has gets the default', { tags: ['unheard'] }, {}, 'usual'],
    ];
    for (const [what, body, headers, id] of byTags) {
        test(what, async () => assert.deepEqual(await tally(5, scene, 'tagged', body, headers), { [id]: 5 }));
    }

    test('without a default, nobody is asked for a tag that nobody has', async () => {
        const { status, text } = await ask(scene, 'all-tagged', { tags: ['unheard'] });
        assert.equal(status, 401);
        assert.match(text, /Not allowed to access model due to tags configuration/);
        assert.equal(scene.provider.log().length, 0);
    });

    test('the lowest order is asked, the next when it fails, and never who has none', async () => {
        assert.deepEqual(await tally(5, scene, 'ordered'), { one: 5 });
        scene.play({ one: broken });
        assert.deepEqual(await tally(5, scene, 'ordered'), { two: 5 });
        scene.play({ one: broken, two: broken });
        assert.equal((await ask(scene, 'ordered', { num_retries: 2 })).status, 500);
        assert.equal(scene.asked('none').length, 0);
    });

    test('a region keeps the others out, and those of which nothing is known', async () => {
        assert.deepEqual(await tally(5, scene, 'regional', { allowed_model_region: 'eu' }), { ireland: 5 });
        assert.deepEqual(await tally(5, scene, 'regional', { allowed_model_region: 'us' }), { virginia: 5 });
        const { status, text } = await ask(scene, 'regional', { allowed_model_region: 'mars' });
        assert.equal(status, 400);
        assert.match(text, /region 'mars'/);
    });

    test('who is too small for a prompt is not asked', async () => {
        const long = { messages: [{ role: 'user', content: 'word '.repeat(300) }] };
        assert.deepEqual(await tally(8, scene, 'sizes', long), { elephant: 8 });
    });

    test('an alias is another name, and the answer bears it', async () => {
        const { id, text } = await ask(scene, 'renamed');
        assert.deepEqual([id, JSON.parse(text).model], ['blue', 'renamed']);
        assert.equal((await ask(scene, 'hidden')).id, 'red');
    });

    test('an alias of several shares by their weights', async () => {
        const { blue, red } = await tally(200, scene, 'mixed');
        assert.equal(blue + red, 200);
        assert.ok(blue > 115 && blue < 185, `${blue} of 200 where 150 are meant`); // five standard deviations
    });
});

test('with tag_filtering_match_any: false all tags are needed', async () => {
    const scene = await routes([deployment('some', 'g', { tags: ['a'] }), deployment('more', 'g', { tags: ['a', 'b'] })], { enable_tag_filtering: true, tag_filtering_match_any: false });
    scene.play();
    assert.deepEqual(await tally(6, scene, 'g', { tags: ['a', 'b'] }), { more: 6 });
    await scene.stop();
});

describe('max_parallel_requests', () => {
    test('is kept across the workers: who is too many waits his turn and is answered', async () => {
        const scene = await routes([deployment('narrow', 'g', { max_parallel_requests: 2 })], { timeout: 10, stream_timeout: 10 }, { args: ['--workers', '4'] });
        scene.play({ narrow: { ...whole('openai'), delay: 0.05 } });
        const answers = await askMany(10, scene, 'g');
        for (const { status, text } of answers) assert.equal(status, 200, text);
        assert.equal(scene.asked('narrow').length, 10);
        assert.equal(Math.max(...scene.asked('narrow').map(entry => entry.together)), 2);
        await scene.stop();
    });

    test('sends who is too many to another deployment first, and holds for all by default_max_parallel_requests', async () => {
        const scene = await routes([deployment('one', 'g', { weight: 1 }), deployment('two', 'g', { weight: 0 })], { timeout: 10, default_max_parallel_requests: 3 });
        scene.play({}, { ...whole('openai'), delay: 0.1 });
        const answers = await askMany(6, scene, 'g');
        for (const { status } of answers) assert.equal(status, 200);
        for (const id of ['one', 'two']) assert.equal(Math.max(...scene.asked(id).map(entry => entry.together)), 3);
        await scene.stop();
    });

    test('a caller who leaves the line gives his place up', async () => {
        const scene = await routes([deployment('narrow', 'g', { max_parallel_requests: 1 })], { timeout: 10 });
        scene.play({ narrow: { ...whole('openai'), delay: 0.2 } });
        const leaving = new AbortController();
        const first = ask(scene, 'g');
        await scene.provider.until(log => log.length === 1);
        const gone = post(scene.gateway, '/v1/chat/completions', chat('g'), { signal: leaving.signal });
        gone.catch(() => {});
        const third = ask(scene, 'g');
        leaving.abort();
        assert.deepEqual([(await first).status, (await third).status], [200, 200]);
        await assert.rejects(gone);
        await scene.stop();
    });

    test('who waits too long is told so', async () => {
        const scene = await routes([deployment('narrow', 'g', { max_parallel_requests: 1 })], { num_retries: 0, disable_cooldowns: true });
        scene.play({ narrow: { hang: true } });
        const leaving = new AbortController();
        const first = post(scene.gateway, '/v1/chat/completions', chat('g', 'Hello?', { timeout: 60 }), { signal: leaving.signal });
        first.catch(() => {});
        await scene.provider.until(log => log.length === 1);
        const { status, text } = await ask(scene, 'g');
        assert.equal(status, 408);
        assert.match(text, /one of the max_parallel_requests of deployment narrow/);
        assert.equal(scene.provider.log().length, 1);
        leaving.abort();
        await assert.rejects(first);
        await scene.stop();
    });
});

for (const [what, router] of [['usage-based-routing-v2', { routing_strategy: 'usage-based-routing-v2' }], ['enforce_model_rate_limits', { optional_pre_call_checks: ['enforce_model_rate_limits'] }], ['adaptive', { routing_strategy: 'adaptive' }]]) {
    test(`${what} admits exactly rpm requests a minute, of 50 at once`, async () => {
        const scene = await routes([deployment('five', 'g', { rpm: 5 }), deployment('seven', 'g', { rpm: 7 })], { num_retries: 0, ...router }, { args: ['--workers', '4'] });
        scene.play();
        await untilTheMinuteIsYoung(scene);
        const answers = await askMany(50, scene, 'g');
        const good = answers.filter(({ status }) => status === 200);
        const refusals = answers.filter(({ status }) => status === 429);
        assert.deepEqual([good.length, refusals.length], [12, 38]);
        assert.deepEqual([scene.asked('five').length, scene.asked('seven').length], [5, 7]);
        for (const { text, response } of refusals) {
            assert.match(JSON.parse(text).error.message, /No deployments available for selected model\. Passed model=g\. Deployments=\{'five': \{'current_tpm'.*'current_rpm': 5, 'rpm_limit': 5/);
            const seconds = Number(response.headers.get('retry-after'));
            assert.ok(seconds > 0 && seconds <= 60);
        }
        await scene.stop();
    });
}

/// Minutes begin by a clock of the machine's own. Nothing may be counted in two.
async function untilTheMinuteIsYoung() {
    const uptime = () => Number(process.hrtime.bigint() / 1000000n) % 60000;
    if (uptime() > 57000) await eventually(() => uptime() < 57000, 'a new minute');
}

describe('strategies:', () => {
    test('usage-based-routing-v2 asks who has more room left', async () => {
        const scene = await routes([deployment('wide', 'g', { rpm: 100 }), deployment('narrow', 'g', { rpm: 10 })], { routing_strategy: 'usage-based-routing-v2' });
        scene.play();
        const { wide, narrow } = await tally(22, scene, 'g');
        assert.ok(wide >= 19 && narrow >= 1 && narrow <= 3, JSON.stringify({ wide, narrow }));
        await scene.stop();
    });

    test('least-busy asks who has the fewest under way', async () => {
        const scene = await routes([deployment('slow', 'g'), deployment('quick', 'g')], { routing_strategy: 'least-busy', timeout: 10 });
        const held = [];
        scene.play({ slow: { ...whole('openai'), delay: 2 } });
        // Until one hangs at the slow one: from then on the quick one is the less busy, again and again.
        for (let n = 0; n < 50 && !scene.asked('slow').length; n++) {
            held.push(ask(scene, 'g'));
            await scene.provider.until(log => log.length === n + 1);
        }
        const before = scene.asked('slow').length;
        await Promise.all(held.filter((_, n) => n + 1 < held.length));
        assert.deepEqual(await tally(10, scene, 'g'), { quick: 10 });
        assert.equal(scene.asked('slow').length, before);
        await Promise.all(held);
        await scene.stop();
    });

    test('latency-based-routing asks who was fastest, streamed or not', async () => {
        const scene = await routes(['whole', 'stream'].flatMap(group => [deployment(`${group}-slow`, group), deployment(`${group}-quick`, group)]), { routing_strategy: 'latency-based-routing', timeout: 10, stream_timeout: 10 });
        const late = request => ({ ...defaultAnswer(request), delay: 0.15 });
        for (const group of ['whole', 'stream']) {
            const more = { stream: group === 'stream' };
            scene.play({ [`${group}-slow`]: late });
            await tally(4, scene, group, more);
            assert.ok(scene.asked(`${group}-slow`).length >= 1, 'everybody is tried');
            assert.deepEqual(await tally(10, scene, group, more), { [`${group}-quick`]: 10 });
        }
        await scene.stop();
    });

    test('cost-based-routing asks the cheapest, and the next when it rests', async () => {
        const price = (input, output) => ({ input_cost_per_token: input, output_cost_per_token: output });
        const scene = await routes([deployment('dear', 'g', price(2e-6, 2e-6)), deployment('cheap', 'g', price(1e-7, 1e-7)), deployment('fair', 'g', price(1e-6, 1e-6))], { routing_strategy: 'cost-based-routing', cooldown_time: 60 });
        scene.play();
        assert.deepEqual(await tally(6, scene, 'g'), { cheap: 6 });
        scene.play({ cheap: failure('openai', 429, 'Slow down') });
        assert.deepEqual(await tally(6, scene, 'g'), { fair: 6 });
        assert.equal(scene.asked('cheap').length, 1);
        await scene.stop();
    });

    test('simple-shuffle shares by weight', async () => {
        const scene = await routes([deployment('heavy', 'g', { weight: 9 }), deployment('light', 'g', { weight: 1 })]);
        scene.play();
        const { heavy, light } = await tally(200, scene, 'g');
        assert.ok(heavy > 155 && light >= 1, JSON.stringify({ heavy, light }));
        await scene.stop();
    });

    test('adaptive leaves out who fails', async () => {
        const scene = await routes([deployment('bad', 'g'), deployment('good', 'g')], { routing_strategy: 'adaptive', disable_cooldowns: true });
        scene.play({ bad: broken });
        await tally(10, scene, 'g');
        const before = scene.asked('bad').length;
        await tally(20, scene, 'g');
        assert.ok(scene.asked('bad').length - before <= 5, 'hardly anybody asks it');
        await scene.stop();
    });
});

describe("providers' budgets:", () => {
    const models = [deployment('gpt', 'g', { weight: 1 }), deployment('claude', 'g', { weight: 0, model: 'anthropic/claude-sonnet-4-5-20250929' })];
    const budget = (openai, anthropic) => ({ provider_budget_config: { openai: { budget_limit: openai, time_period: '1d' }, anthropic: { budget_limit: anthropic, time_period: '1d' } } });

    test('who has used his up is not chosen, and the other one is', async () => {
        const scene = await routes(models, budget(0.00005, 100));
        scene.play();
        assert.equal((await ask(scene, 'g')).id, 'gpt');
        await eventually(async () => (await ask(scene, 'g')).id === 'claude', 'the budget counts');
        scene.play();
        assert.deepEqual(await tally(5, scene, 'g'), { claude: 5 });
        await scene.stop();
    });

    test('when none is left, that is said in both dialects', async () => {
        const scene = await routes(models, budget(0.00005, 0.00005));
        scene.play();
        await eventually(async () => (await ask(scene, 'g')).status === 429, 'both budgets count');
        scene.play();
        const { status, text } = await ask(scene, 'g');
        assert.equal(status, 429);
        assert.match(JSON.parse(text).error.message, /No deployments available - crossed budget: .*provider openai.*provider anthropic/s);
        const response = await post(scene.gateway, '/v1/messages', message('g'));
        assert.equal(response.status, 429);
        assert.match((await response.json()).error.message, /crossed budget/);
        assert.equal(scene.provider.log().length, 0);
        await scene.stop();
    });

    test("a deployment's own budget counts too, and a fallback stands in", async () => {
        const scene = await routes([deployment('poor', 'g', { max_budget: 0.00005, budget_duration: '1d' }), deployment('rich', 'behind')], { fallbacks: [{ g: ['behind'] }] });
        scene.play();
        await eventually(async () => (await ask(scene, 'g')).id === 'rich', 'the budget counts');
        assert.deepEqual(await tally(3, scene, 'g'), { rich: 3 });
        await scene.stop();
    });

    const aLot = { max_tokens: 100 }; // 0.001 $ of answer at worst, and as good as nothing of prompt
    const openAi = limit => ({ provider_budget_config: { openai: { budget_limit: limit, time_period: '1d' } } });
    const gate = () => {
        let open;
        const when = new Promise(resolve => { open = resolve; });
        return { open, answer: request => ({ ...defaultAnswer(request), when }) };
    };

    test('of many at once, only so many set out as there is money for when each costs the most it may', async () => {
        const scene = await routes([deployment('gpt', 'g', calm)], openAi(0.0058));
        const { open, answer } = gate();
        scene.play({}, answer);
        let refused = 0;
        const calls = Array.from({ length: 50 }, async () => {
            const asked = await ask(scene, 'g', aLot);
            refused += asked.status === 429;
            return asked;
        });
        await eventually(() => refused + scene.asked('gpt').length === 50, 'everybody has set out or was refused');
        const out = scene.asked('gpt').length;
        assert.ok(out >= 4 && out <= 5, `${out} have set out`);
        open();
        const all = await Promise.all(calls);
        assert.equal(all.filter(each => each.status === 200).length, out);
        const no = all.find(each => each.status === 429);
        assert.match(JSON.parse(no.text).error.message, /crossed budget: Exceeded budget for provider openai: 0\.0 spent, 0\.00\d+ reserved by running calls, and up to 0\.001\d+ for this one >= 0\.0058/);
        assert.equal(no.response.headers.get('retry-after'), '1');
        assert.equal((await ask(scene, 'g', aLot)).status, 200, 'they have cost less than they might, and there is room again');
        await scene.stop();
    });

    test('who does not say how long an answer may be has what is left to himself', async () => {
        const scene = await routes([deployment('gpt', 'g', calm)], openAi(0.0005));
        const { open, answer } = gate();
        scene.play({}, answer);
        const first = ask(scene, 'g');
        await eventually(() => scene.asked('gpt').length === 1, 'one has set out');
        assert.deepEqual((await askMany(5, scene, 'g')).map(each => each.status), Array(5).fill(429));
        open();
        assert.equal((await first).status, 200);
        const next = await ask(scene, 'g');
        assert.equal(next.status, 200, `there is some left: ${next.text}`);
        assert.equal((await ask(scene, 'g', { max_tokens: 1000 })).status, 429, 'but not so much');
        await scene.stop();
    });

    test('what one call has left is there for the next, whichever worker that comes to', async () => {
        const scene = await routes([deployment('gpt', 'g', calm)], openAi(0.1)); // each holds all of it, and spends next to nothing
        scene.play();
        const counts = {};
        for (let n = 0; n < 600; n++) {
            const status = await askAnew(scene, chat('g'));
            counts[status] = (counts[status] ?? 0) + 1;
        }
        assert.deepEqual(counts, { 200: 600 });
        await scene.stop();
    });

    test('who has no room for a call is passed over, and what a caller left gives back what it held', async () => {
        const scene = await routes([...models, deployment('behind', 'h')].map(each => ({ ...each, litellm_params: { ...each.litellm_params, ...calm } })), openAi(0.0015));
        const { answer } = gate();
        scene.play({ gpt: answer });
        const leaving = new AbortController();
        const left = post(scene.gateway, '/v1/chat/completions', chat('g', 'Hello?', aLot), { signal: leaving.signal }).catch(() => null);
        await eventually(() => scene.asked('gpt').length === 1, 'one has set out');
        assert.deepEqual(await tally(3, scene, 'g', aLot), { claude: 3 });
        assert.equal((await ask(scene, 'h', aLot)).status, 429, "it is the provider's budget");
        leaving.abort();
        await left;
        scene.play();
        await eventually(async () => (await ask(scene, 'h', aLot)).status === 200, 'what it held is given back');
        await scene.stop();
    });
});
