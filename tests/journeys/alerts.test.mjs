// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Alerts: to Slack, to a webhook, by e-mail and to PagerDuty, each received by a server that keeps what it is sent.

import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';

import { SMTPServer } from 'smtp-server';

import { failure } from '../fake_provider/answers.mjs';
import { assertServes, chat, eventually, get, openaiKey, post, run, stage, standardConfig, temporaryFile } from './harness.mjs';
import { call, manage, newKey } from './people.mjs';

const broken = failure('openai', 500, 'The server had an error');

/// A server that keeps the bodies it is posted by path, and answers 200 or what `answer` says.
async function recorder() {
    const posts = [];
    const office = { posts, status: 200 };
    const server = http.createServer((request, response) => {
        let text = '';
        request.setEncoding('utf8').on('data', piece => { text += piece; }).on('end', () => {
            posts.push({ path: request.url, type: request.headers['content-type'], body: JSON.parse(text) });
            if (office.status) response.writeHead(office.status).end('ok');
        });
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    office.url = `http://127.0.0.1:${server.address().port}`;
    office.at = path => posts.filter(each => each.path === path).map(each => each.body);
    office.slack = pattern => eventually(() => office.at('/slack').find(each => pattern.test(each.text)), `a message like ${pattern}`);
    office.close = () => { server.closeAllConnections(); return new Promise(resolve => server.close(resolve)); };
    return office;
}

/// A mail server with STARTTLS that asks who one is, and keeps its letters.
async function postOffice() {
    const letters = [];
    const server = new SMTPServer({
        authOptional: false,
        onAuth: (auth, session, done) => (auth.username === 'gate' && auth.password === 'smtp-password-1' && session.secure ? done(null, { user: 'gate' }) : done(new Error('who?'))),
        onData(stream, session, done) {
            let text = '';
            stream.setEncoding('utf8').on('data', piece => { text += piece; }).on('end', () => {
                const [head, body] = text.split(/\r\n\r\n(.*)/s);
                letters.push({ to: session.envelope.rcptTo.map(each => each.address), from: session.envelope.mailFrom.address, secure: session.secure, head, text: Buffer.from(body, 'base64').toString('utf8') });
                done();
            });
        },
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    return { letters, port: server.server.address().port, close: () => new Promise(resolve => server.close(resolve)) };
}

const general = `
  alerting: [slack, webhook, email, pagerduty]
  alerting_threshold: 0.6
  alert_types: [llm_exceptions, llm_too_slow, llm_requests_hanging, budget_alerts, cooldown_deployment, outage_alerts, fallback_reports, daily_reports, spend_reports, new_virtual_key_created, new_model_added]
  alert_to_webhook_url: {fallback_reports: "os.environ/FALLBACK_URL"}
  alerting_args: {digest_interval: 0, daily_report_frequency: 4, failure_threshold: 1000, email_to: [ops@example.org]}
  spend_report_frequency: 3s
`;

describe('alerts', () => {
    let office, mail, scene;
    before(async () => {
        office = await recorder();
        mail = await postOffice();
        const extra = {
            general, settings: '  fallbacks: [{flaky: [claude]}]',
            models: `
  - model_name: flaky
    litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/flaky/v1, api_key: ${openaiKey}}
    model_info: {id: d-flaky}
  - model_name: resting
    litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/resting/v1, api_key: ${openaiKey}}
    model_info: {id: d-resting}`,
        };
        scene = await stage({
            config: provider => standardConfig(provider, extra).replace('disable_cooldowns: true', 'allowed_fails: 0\n  cooldown_time: 0.2') + 'litellm_settings:\n  ssl_verify: false\n',
            env: {
                SLACK_WEBHOOK_URL: `${office.url}/slack`, WEBHOOK_URL: `${office.url}/webhook`, FALLBACK_URL: `${office.url}/fallbacks`,
                PAGERDUTY_API_KEY: 'pager-key-1', PAGERDUTY_EVENTS_URL: `${office.url}/pager`, PROXY_BASE_URL: 'https://llm.example.org',
                SMTP_HOST: '127.0.0.1', SMTP_PORT: String(mail.port), SMTP_USERNAME: 'gate', SMTP_PASSWORD: 'smtp-password-1', SMTP_SENDER_EMAIL: 'gate@example.org',
            },
        });
    });
    after(async () => {
        await scene?.stop();
        await office?.close();
        await mail?.close();
    });
    beforeEach(() => {
        scene.provider.script([]);
        office.posts.length = mail.letters.length = 0;
    });
    const ask = (model, text) => post(scene.gateway, '/v1/chat/completions', chat(model, text), { headers: { 'x-litellm-call-id': `ask-${model}` } });

    test('tell of a failure, in LiteLLM\'s words, with the call and without keys', async () => {
        scene.provider.script([broken]);
        await (await ask('gpt')).text();
        const { text } = await office.slack(/llm_exceptions/);
        assert.match(text, /^Alert type: `llm_exceptions`\nLevel: `High`\nTimestamp: `\d\d:\d\d:\d\d`\n\nMessage: LLM API call failed: `InternalServerError: .*\n\nProxy URL: `https:\/\/llm\.example\.org`$/s);
        assert.match(text, /Call: `ask-gpt`/);
        assert.ok(!JSON.stringify(office.posts).includes(openaiKey));
    });

    test('tell of a request that hangs while it does, and of a slow one when it has ended', async () => {
        let free;
        scene.provider.script([{ when: new Promise(resolve => { free = resolve; }), text: '{}' }]);
        const slow = ask('gpt');
        const { text } = await office.slack(/llm_requests_hanging/);
        assert.match(text, /`Requests are hanging - 0\.60s\+ request time`\nRequest Model: `gpt`/);
        await eventually(() => office.at('/pager').find(each => each.dedup_key.includes('hanging')), 'the incident');
        free();
        await (await slow).text();
        await office.slack(/Responses are slow - \d+\.\d\ds response time > Alerting threshold: 0\.60s/);
    });

    test('tell of a budget at 80 and at 100 %, once each, everywhere', async () => {
        const user_id = 'budget-user';
        await manage(scene.gateway, '/user/new', { user_id, user_email: 'alice@example.org', auto_create_key: false });
        const key = await newKey(scene.gateway, { user_id, key_alias: 'alices-key', max_budget: 0.0003, budget_duration: '30d' }); // three calls
        for (let i = 0; i < 5; ++i) await call(scene.gateway, key);
        const events = await eventually(() => {
            const found = office.at('/webhook').filter(each => each.event_group === 'key' && each.key_alias === 'alices-key' && each.event !== 'key_created');
            return found.some(each => each.event === 'budget_crossed') && found;
        }, 'the last mark');
        const marks = events.filter(each => each.event === 'threshold_crossed');
        assert.ok(marks.length >= 1 && events.filter(each => each.event === 'budget_crossed').length === 1, JSON.stringify(events));
        const last = events.find(each => each.event === 'budget_crossed');
        assert.equal(last.user_id, user_id);
        assert.equal(last.max_budget, 0.0003);
        assert.ok(last.spend >= 0.0003);
        assert.equal(last.user_email, 'alice@example.org');
        assert.match(last.token, /^[0-9a-f]{64}$/);
        for (const member of ['spend', 'soft_budget', 'customer_id', 'team_id', 'organization_id', 'projected_spend', 'event_message']) assert.ok(member in last, member);
        await office.slack(/Budget Crossed.*\*Key:\* `alices-key`/s);
        const letter = await eventually(() => mail.letters.find(each => each.to[0] === 'alice@example.org' && /Subject: \[Gatehouse\] Budget Crossed\r\n/.test(each.head)), 'the letter');
        assert.ok(letter.secure);
        assert.equal(letter.from, 'gate@example.org');
        assert.match(letter.text, /Key: alices-key/);
        await eventually(() => mail.letters.find(each => each.to[0] === 'ops@example.org'), 'the operators\' letter');
        await eventually(() => office.at('/pager').find(each => each.dedup_key.includes('budget/key:')), 'the incident');
    });

    test('tell of a deployment that rests and of an outage, and resolve both', async () => {
        scene.provider.script([{ ...broken, match: { path: '/resting' } }]);
        await eventually(async () => {
            await (await ask('resting')).text();
            return office.at('/pager').some(each => each.event_action === 'trigger' && each.dedup_key.includes('outage/model/d-resting') && each.payload.severity === 'critical');
        }, 'a major outage', 25000);
        await office.slack(/Cooled Down Deployment.*`d-resting`/s);
        await office.slack(/Minor Service Outage.*d-resting/s);
        await office.slack(/Major Service Outage.*d-resting.*10 × status 500/s);
        const begun = office.at('/pager').filter(each => each.event_action === 'trigger');
        for (const each of begun) {
            assert.equal(each.routing_key, 'pager-key-1');
            assert.deepEqual(Object.keys(each.payload).sort(), ['class', 'component', 'custom_details', 'severity', 'source', 'summary', 'timestamp']);
        }
        scene.provider.script([]);
        await eventually(async () => (await ask('resting')).status === 200, 'an answer');
        const ended = await eventually(() => {
            const found = office.at('/pager').filter(each => each.event_action === 'resolve').map(each => each.dedup_key);
            return ['gatehouse/outage/model/d-resting', 'gatehouse/deployment/d-resting'].every(each => found.includes(each)) && found;
        }, 'the end');
        assert.ok(ended.length >= 2);
    });

    test('go to the address of their kind', async () => {
        scene.provider.script([{ ...broken, match: { path: '/flaky' } }]);
        assert.equal((await ask('flaky')).status, 200);
        await eventually(() => office.at('/fallbacks').find(each => /Successful fallback: `flaky` → `claude`/.test(each.text)), 'the report');
        assert.ok(!office.at('/slack').some(each => /fallback_reports/.test(each.text)));
    });

    test('tell of what is administered, where it is asked for', async () => {
        await newKey(scene.gateway, { key_alias: 'told', max_budget: 5 });
        const { text } = await office.slack(/New Virtual Key Created/);
        assert.match(text, /key_alias: `told`/);
        const event = await eventually(() => office.at('/webhook').find(each => each.event === 'key_created'), 'the event');
        assert.equal(event.key_alias, 'told');
        assert.ok(!JSON.stringify(office.posts).includes('"key":"sk-'));
    });

    test('sum what customers spend for the webhook', async () => {
        await (await post(scene.gateway, '/v1/chat/completions', { ...chat('gpt'), user: 'carol' })).text();
        const event = await eventually(() => office.at('/webhook').find(each => each.event === 'spend_tracked' && each.customer_id === 'carol'), 'the event');
        assert.equal(event.event_group, 'end_user');
        assert.ok(event.spend > 0);
    });

    test('report the deployments and the spending', async () => {
        await (await ask('gpt')).text();
        await office.slack(/Top Deployments with Most Failed Requests/);
        const { text } = await office.slack(/Spend Report for `\d{4}-\d\d-\d\d`.*Model Spend:/s);
        assert.match(text, /1\. `\w+`: `\$[\d.e-]+`/);
    });
});

describe('a test alert', () => {
    test('goes to the channel that is asked for, and tells how it went', async () => {
        const office = await recorder();
        const mail = await postOffice();
        const scene = await stage({
            config: provider => standardConfig(provider, { general: '  alerting: [slack, email]\n' }) + 'litellm_settings:\n  ssl_verify: false\n',
            env: { SLACK_WEBHOOK_URL: `${office.url}/slack`, SMTP_HOST: '127.0.0.1', SMTP_PORT: String(mail.port), SMTP_USERNAME: 'gate', SMTP_PASSWORD: 'smtp-password-1', SMTP_SENDER_EMAIL: 'gate@example.org', TEST_EMAIL_ADDRESS: 'test@example.org' },
        });
        const ask = async service => {
            const response = await get(scene.gateway, `/health/services?service=${service}`);
            return { status: response.status, text: await response.text() };
        };
        const slack = await ask('slack');
        assert.equal(slack.status, 200, slack.text);
        assert.equal(JSON.parse(slack.text).status, 'success');
        assert.match(office.at('/slack')[0].text, /This is a test of Gatehouse's alerts/);
        const email = await ask('email');
        assert.equal(email.status, 200, email.text);
        assert.deepEqual(mail.letters[0].to, ['test@example.org']);
        const pager = await ask('pagerduty');
        assert.ok(pager.status >= 400 && pager.status < 500, pager.text);
        assert.match(pager.text, /general_settings\.alerting does not name it/);
        office.status = 500;
        const refused = await ask('slack');
        assert.ok(refused.status >= 400, refused.text);
        assert.match(refused.text, /status 500/);
        await scene.stop();
        await office.close();
        await mail.close();
    });
});

describe('a channel that does not work', () => {
    test('costs requests nothing, and gets what waits when it is back', async () => {
        const office = await recorder();
        office.status = 500;
        const scene = await stage({ general: '  alerting: [slack]\n  alerting_args: {digest_interval: 0}\n', env: { SLACK_WEBHOOK_URL: `${office.url}/slack/T0SECRET` } });
        try {
            scene.provider.script([broken]);
            await (await post(scene.gateway, '/v1/chat/completions', chat('gpt'))).text();
            await scene.gateway.says(/alerts: slack did not take an alert: it answered with status 500; it is tried again/);
            scene.provider.script([]);
            for (let i = 0; i < 20; ++i) await assertServes(scene.gateway);
            office.status = 200;
            const before = office.posts.length;
            await eventually(() => office.posts.length > before, 'the alert');
            assert.ok(!scene.gateway.logs().includes('T0SECRET'), 'a webhook\'s address is a credential');
            office.status = 0; // hangs
            scene.provider.script([broken]);
            await (await post(scene.gateway, '/v1/chat/completions', chat('gpt'))).text();
            scene.provider.script([]);
            for (let i = 0; i < 20; ++i) await assertServes(scene.gateway);
        } finally {
            await scene.stop();
            await office.close();
        }
    });

    test('is said at the start and by check, and nothing else happens', async () => {
        const text = 'model_list: []\ngeneral_settings:\n  alerting: [slack, email, webhook, pagerduty]\n  alert_types: [llm_too_fast]\n';
        const checked = run(['check', temporaryFile('alerts.yaml', text)]);
        for (const name of ['SLACK_WEBHOOK_URL', 'SMTP_HOST', 'WEBHOOK_URL', 'PAGERDUTY_API_KEY', 'llm_too_fast']) assert.match(checked.stdout, new RegExp(`warning: .*${name}`));
        assert.equal(checked.status, 0);
        const scene = await stage({ general: '  alerting: [slack]\n' });
        await scene.gateway.says(/alerts cannot go to slack: SLACK_WEBHOOK_URL is not set/);
        await assertServes(scene.gateway);
        await scene.stop();
    });

    test('many alike alerts are one message', async () => {
        const office = await recorder();
        const scene = await stage({ general: '  alerting: [slack]\n  alerting_args: {digest_interval: 1}\n', env: { SLACK_WEBHOOK_URL: `${office.url}/slack` } });
        scene.provider.script([broken]);
        await Promise.all(Array.from({ length: 8 }, () => post(scene.gateway, '/v1/chat/completions', chat('claude')).then(each => each.text())));
        const { text } = await office.slack(/^\[Num Alerts: \d+\]\n\nAlert type: `llm_exceptions`/);
        assert.ok(Number(text.match(/\d+/)[0]) > 1);
        await scene.stop();
        await office.close();
    });
});
