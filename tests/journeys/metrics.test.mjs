// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What Prometheus sees of real calls: names and labels as LiteLLM has them, bounded whatever callers invent, and a dashboard and
// alert rules whose every expression a real Prometheus understands.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { defaultAnswer, failure } from '../fake_provider/answers.mjs';
import { chat, eventually, get, here, masterKey, openaiKey, post, run, stage, temporaryFile } from './harness.mjs';
import { manage, newKey } from './people.mjs';
import { missing, promtool, samples, startPrometheus } from './prometheus.mjs';
import { deployment, routes } from './routes.mjs';

const grafana = path.join(here, '../../packaging/grafana');
// Names that LiteLLM and the lesson give, and of which promtool has another opinion.
const dictated = /^(litellm_overhead_latency_ms metric names should not contain abbreviated units|litellm_(team|api_key|user)_budget_remaining_hours_metric use base unit "seconds" instead of "hours")$/;

async function page(gateway, options = {}) {
    const response = await get(gateway, '/metrics', options);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/plain; version=0.0.4; charset=utf-8');
    return response.text();
}

const find = (lines, name, labels = {}) => lines.filter(line => line.name === name && Object.entries(labels).every(([label, value]) => line.labels[label] === value));
function one(lines, name, labels = {}) {
    const found = find(lines, name, labels);
    assert.equal(found.length, 1, `${name} ${JSON.stringify(labels)}: ${JSON.stringify(found.length ? found : find(lines, name))}`);
    return found[0];
}

describe('metrics', () => {
    let scene, key, lines;
    before(async () => {
        scene = await routes([
            deployment('d-main', 'gpt', { rpm: 1000, tpm: 100000 }), deployment('d-backup', 'backup'), deployment('d-down', 'down'), deployment('d-wild', 'openai/*', { model: 'openai/*' }),
        ], { num_retries: 0, fallbacks: [{ down: ['backup'] }], allowed_fails: 0, cooldown_time: 30, provider_budget_config: { openai: { budget_limit: 5, time_period: '1d' } } }, {
            litellm: { callbacks: ['prometheus'], custom_prometheus_metadata_labels: ['metadata.team_name', 'metadata.cost_center'], custom_prometheus_tags: ['prod'], enable_end_user_cost_tracking_prometheus_only: true, default_team_settings: undefined },
        });
        scene.play({ 'd-down': failure('openai', 500, 'The server had an error'), 'd-main': request => {
            if (request.text.includes('too many')) return failure('openai', 429, 'Rate limit reached');
            return { ...defaultAnswer(request), headers: { 'x-ratelimit-remaining-requests': '98', 'x-ratelimit-remaining-tokens': '9000' } };
        }, 'd-wild': failure('openai', 404, 'The model does not exist') });
        const team = await manage(scene.gateway, '/team/new', { team_alias: 'red', metadata: { cost_center: 'cc-7' }, max_budget: 20, budget_duration: '1d' });
        key = await newKey(scene.gateway, { key_alias: 'metered', team_id: team.team_id, max_budget: 10, budget_duration: '1d', tpm_limit: 5000, rpm_limit: 100, model_rpm_limit: { gpt: 50 } });
        const call = (model, more = {}, headers = {}, text = 'Hello?') => post(scene.gateway, '/v1/chat/completions', chat(model, text, more), { key, headers: { 'user-agent': 'journey/1', ...headers } });
        const statuses = [];
        for (const [model, more, headers, text] of [
            ['gpt', { user: 'customer-1', metadata: { team_name: 'blue "1"', cost_center: 'mine', tags: ['prod'] } }], ['gpt', { stream: true }], ['down'], ['no-such-model'], ['gpt', {}, {}, 'too many'],
        ]) {
            const response = await call(model, more, headers, text);
            await response.text();
            statuses.push(response.status);
        }
        assert.deepEqual(statuses, [200, 200, 200, 400, 429]);
        lines = samples(await page(scene.gateway));
    });
    after(() => scene?.stop());

    test('count calls with the labels of LiteLLM', () => {
        const first = one(lines, 'litellm_proxy_total_requests_metric_total', { requested_model: 'gpt', status_code: '200', end_user: 'customer-1' });
        assert.equal(first.value, 1);
        const { hashed_api_key: hash, team, client_ip: ip, ...labels } = first.labels;
        assert.match(hash, /^[0-9a-f]{64}$/);
        assert.ok(team.length > 10);
        assert.match(ip, /127\.0\.0\.1$/);
        assert.deepEqual(labels, {
            end_user: 'customer-1', api_key_alias: 'metered', requested_model: 'gpt', team_alias: 'red', user: 'default_user_id', user_email: 'None', status_code: '200',
            route: '/v1/chat/completions', user_agent: 'journey/1', model_id: 'd-main', metadata_team_name: 'blue "1"', metadata_cost_center: 'cc-7', tag_prod: 'true',
        });
        const calls = find(lines, 'litellm_requests_metric_total', { model: 'gpt-4o' });
        assert.equal(calls.reduce((sum, line) => sum + line.value, 0), 3);
        assert.ok(find(lines, 'litellm_spend_metric_total').every(line => line.value >= 0));
        assert.ok(find(lines, 'litellm_spend_metric_total').some(line => line.value > 0));
        assert.ok(find(lines, 'litellm_input_tokens_metric_total').some(line => line.value === 11));
    });

    test('tell failures by their class', () => {
        one(lines, 'litellm_proxy_failed_requests_metric_total', { requested_model: 'gpt', exception_status: '429', exception_class: 'Openai.RateLimitError' });
        one(lines, 'litellm_proxy_failed_requests_metric_total', { requested_model: 'other', exception_status: '400', exception_class: 'BadRequestError', model_id: 'None' });
        one(lines, 'litellm_llm_api_failed_requests_metric_total', { model: 'gpt-4o', model_id: 'd-main' });
        one(lines, 'litellm_deployment_failure_responses_total', { model_id: 'd-main', exception_class: 'Openai.RateLimitError', requested_model: 'gpt' });
    });

    test('follow calls from one deployment to the next', () => {
        one(lines, 'litellm_deployment_successful_fallbacks_total', { requested_model: 'down', fallback_model: 'backup', exception_class: 'Openai.InternalServerError' });
        one(lines, 'litellm_deployment_cooled_down_total', { model_id: 'd-down', exception_status: '500' });
        assert.equal(one(lines, 'litellm_deployment_state', { model_id: 'd-down' }).value, 2);
        assert.equal(one(lines, 'litellm_deployment_state', { model_id: 'd-backup' }).value, 0);
        assert.equal(one(lines, 'litellm_deployment_rpm_limit', { model_id: 'd-main' }).value, 1000);
        assert.equal(find(lines, 'litellm_deployment_success_responses_total', { model_id: 'd-main' }).reduce((sum, line) => sum + line.value, 0), 2);
    });

    test('hold times in seconds, in LiteLLM\'s buckets', () => {
        const buckets = find(lines, 'litellm_request_total_latency_metric_bucket', { model_id: 'd-backup' }).map(line => line.labels.le);
        assert.deepEqual(buckets.slice(0, 8), ['0.005', '0.00625', '0.0125', '0.025', '0.05', '0.1', '0.5', '1.0']);
        assert.equal(buckets.at(-2), '300.0');
        assert.equal(buckets.at(-1), '+Inf');
        assert.equal(buckets.length, 36);
        assert.equal(one(lines, 'litellm_llm_api_time_to_first_token_metric_count').value, 1);
        const stages = Object.fromEntries(find(lines, 'gatehouse_stage_seconds_sum').map(line => [line.labels.stage, line.value]));
        assert.deepEqual(Object.keys(stages).sort(), ['admission', 'line', 'queue', 'rest', 'upstream']);
        assert.ok(stages.upstream > 0 && stages.admission > 0 && stages.admission < 1);
    });

    test('tell what is left of budgets and limits', () => {
        const left = one(lines, 'litellm_remaining_api_key_budget_metric', { api_key_alias: 'metered' }).value;
        assert.ok(left < 10 && left > 9.9);
        assert.equal(one(lines, 'litellm_api_key_max_budget_metric', { api_key_alias: 'metered' }).value, 10);
        const hours = one(lines, 'litellm_api_key_budget_remaining_hours_metric').value;
        assert.ok(hours > 0 && hours <= 24);
        assert.equal(one(lines, 'litellm_team_max_budget_metric', { team_alias: 'red' }).value, 20);
        assert.ok(one(lines, 'litellm_remaining_team_budget_metric').value < 20);
        assert.ok(one(lines, 'litellm_provider_remaining_budget_metric', { api_provider: 'openai' }).value < 5);
        assert.equal(one(lines, 'gatehouse_api_key_tpm_limit').value, 5000);
        assert.ok(one(lines, 'gatehouse_api_key_tpm_used').value > 0);
        assert.ok(one(lines, 'gatehouse_api_key_rpm_used').value >= 4);
        assert.equal(one(lines, 'litellm_remaining_api_key_requests_for_model', { model: 'gpt' }).value, 47);
        assert.equal(one(lines, 'litellm_remaining_requests_metric', { model_id: 'd-main' }).value, 98);
        assert.equal(one(lines, 'litellm_teams_count_metric').value, 1);
    });

    test('go by the names of the lesson, too', () => {
        const sum = name => find(lines, name).reduce((all, line) => all + line.value, 0);
        assert.equal(sum('litellm_request_total_requests'), 5);
        assert.equal(sum('litellm_requests_total_failed'), 2);
        assert.equal(sum('litellm_deployment_success_responses'), 3);
        assert.equal(sum('litellm_deployment_failure_responses'), 2);
        assert.equal(sum('litellm_remaining_requests'), 98);
        assert.equal(sum('litellm_remaining_tokens'), 9000);
        assert.equal(sum('litellm_overhead_latency_ms_count'), 3);
        assert.ok(find(lines, 'litellm_overhead_latency_ms_bucket').some(line => line.labels.le === '5.0'));
    });

    test('tell how the program is', () => {
        for (const name of ['process_cpu_seconds_total', 'process_resident_memory_bytes', 'process_open_fds', 'process_max_fds', 'gatehouse_database_connected', 'gatehouse_journal_writable', 'gatehouse_build_info'])
            assert.ok(one(lines, name).value > 0, name);
        const started = one(lines, 'process_start_time_seconds').value;
        assert.ok(started <= Date.now() / 1000 + 1 && started > Date.now() / 1000 - 600);
        assert.equal(one(lines, 'gatehouse_calls_running').value, 0);
        assert.equal(one(lines, 'gatehouse_observer_dropped_total').value, 0);
    });

    test('make no series for what callers invent', async () => {
        const before = samples(await page(scene.gateway)).filter(line => line.name.startsWith('litellm_')).length;
        const invent = (name, route = '/v1/chat/completions') => post(scene.gateway, route, chat(name), { key, headers: { 'user-agent': 'journey/1' } });
        for (let i = 0; i < 40; ++i) assert.equal((await invent(`invented-${i}`)).status, 400);
        for (let i = 0; i < 10; ++i) assert.equal((await invent(`openai/invented-${i}`)).status, 404);
        for (let i = 0; i < 10; ++i) await invent(`invented-${i}`, `/engines/invented-${i}/chat/completions`);
        const text = await page(scene.gateway);
        assert.ok(!text.includes('invented'));
        const now = samples(text).filter(line => line.name.startsWith('litellm_')).length;
        assert.ok(now - before < 15, `${now - before} more lines`); // for the wildcard's failures and a route, once
        const counted = find(samples(text), 'litellm_proxy_failed_requests_metric_total', { requested_model: 'other' }).reduce((sum, line) => sum + line.value, 0);
        assert.equal(counted, 61);
    });

    test('hold no secret', async () => {
        const text = await page(scene.gateway);
        for (const secret of [key, masterKey, 'sk-provider-key']) assert.ok(!text.includes(secret));
    });

    test('are well formed for promtool', { skip: missing }, async () => {
        const { status, output } = promtool(['check', 'metrics'], await page(scene.gateway));
        assert.ok([0, 3].includes(status), output); // 1 = it could not be read
        assert.deepEqual(output.split('\n').filter(line => line && !dictated.test(line)), []);
    });
});

describe('metrics by configuration', () => {
    const config = (provider, litellm) => JSON.stringify({
        model_list: [{ model_name: 'gpt', litellm_params: { model: 'openai/gpt-4o', api_base: `${provider?.url ?? 'http://127.0.0.1:9'}/v1`, api_key: openaiKey }, model_info: { id: 'd-gpt' } }],
        litellm_settings: litellm, general_settings: { master_key: masterKey },
    });
    const staged = litellm => stage({ config: provider => config(provider, litellm) });

    test('ask for a key unless they are said to be open', async () => {
        const scene = await staged({});
        assert.equal((await get(scene.gateway, '/metrics', { key: null })).status, 401);
        assert.equal((await get(scene.gateway, '/metrics/', { key: 'sk-wrong' })).status, 401);
        assert.equal((await get(scene.gateway, '/metrics/')).status, 200);
        const own = await newKey(scene.gateway, { allowed_routes: ['/metrics'] });
        assert.equal((await get(scene.gateway, '/metrics', { key: own })).status, 200);
        assert.equal((await post(scene.gateway, '/v1/chat/completions', chat('gpt'), { key: own })).status, 403);
        const other = await newKey(scene.gateway, { allowed_routes: ['/v1/chat/completions'] });
        assert.equal((await get(scene.gateway, '/metrics', { key: other })).status, 403);
        await scene.stop();
        const open = await staged({ require_auth_for_metrics_endpoint: false });
        assert.equal((await get(open.gateway, '/metrics', { key: null })).status, 200);
        await open.stop();
    });

    test('pass promtool without a word where no name is dictated', { skip: missing }, async () => {
        const scene = await staged({ prometheus_alias_names: false });
        assert.equal((await post(scene.gateway, '/v1/chat/completions', chat('gpt'))).status, 200);
        assert.deepEqual(promtool(['check', 'metrics'], await page(scene.gateway)), { status: 0, output: '' });
        await scene.stop();
    });

    test('are those that were chosen', async () => {
        const scene = await staged({ service_callback: ['prometheus_system'], prometheus_metrics_config: [{ group: 'few', metrics: ['litellm_spend_metric', 'litellm_proxy_total_requests_metric'], include_labels: ['team', 'user'] }] });
        assert.equal((await post(scene.gateway, '/v1/chat/completions', chat('gpt'))).status, 200);
        const lines = samples(await page(scene.gateway));
        assert.deepEqual(Object.keys(one(lines, 'litellm_spend_metric_total').labels), ['team', 'user']);
        const names = new Set(lines.map(line => line.name).filter(name => name.startsWith('litellm_')));
        assert.deepEqual([...names].filter(name => !name.startsWith('litellm_self')).sort(), ['litellm_proxy_total_requests_metric_total', 'litellm_request_total_requests', 'litellm_spend_metric_total']);
        assert.equal(one(lines, 'litellm_self_total_requests_total', { self: 'self' }).value, 1);
        await scene.stop();
    });

    test('that there are none of refuse the configuration', () => {
        const file = temporaryFile('config.yaml', config(undefined, { prometheus_metrics_config: [{ group: 'x', metrics: ['litellm_spent_metric'] }] }));
        const checked = run(['check', file]);
        assert.equal(checked.status, 1);
        assert.match(checked.stdout, /error: .*there is no metric 'litellm_spent_metric'/);
        const started = run(['--service', '--config', file, '--port', '0', '--data-dir', path.dirname(file)]);
        assert.notEqual(started.status, 0);
        assert.match(started.stderr, /there is no metric 'litellm_spent_metric'/);
    });

    test('tell the budgets of everybody where they are asked to', async () => {
        const scene = await staged({ prometheus_initialize_budget_metrics: true });
        await newKey(scene.gateway, { key_alias: 'silent', max_budget: 3 });
        await newKey(scene.gateway, { key_alias: 'free' });
        const lines = samples(await page(scene.gateway));
        assert.equal(one(lines, 'litellm_remaining_api_key_budget_metric', { api_key_alias: 'silent' }).value, 3);
        assert.equal(one(lines, 'litellm_remaining_api_key_budget_metric', { api_key_alias: 'free' }).value, Infinity);
        await scene.stop();
    });
});

describe('a real Prometheus', { skip: missing }, () => {
    let scene, prometheus;
    const dashboard = JSON.parse(readFileSync(path.join(grafana, 'dashboard.json'), 'utf8'));
    const rules = path.join(grafana, 'alerts.yml');
    before(async () => {
        scene = await routes([deployment('d-main', 'gpt'), deployment('d-down', 'down'), deployment('d-backup', 'backup')], { num_retries: 0, fallbacks: [{ down: ['backup'] }], provider_budget_config: { openai: { budget_limit: 5, time_period: '1d' } } });
        scene.play({ 'd-down': failure('openai', 500, 'The server had an error'), 'd-main': request => ({ ...defaultAnswer(request), headers: { 'x-ratelimit-remaining-requests': '98', 'x-ratelimit-remaining-tokens': '9000' } }) });
        const key = await newKey(scene.gateway, { key_alias: 'metered', max_budget: 10, tpm_limit: 50000, rpm_limit: 5000 });
        const own = await newKey(scene.gateway, { key_alias: 'prometheus', allowed_routes: ['/metrics'] });
        prometheus = await startPrometheus(scene.gateway, { key: own, rules });
        // Until it has seen numbers rise.
        await eventually(async () => {
            for (const [model, more] of [['gpt'], ['down'], ['nobody'], ['gpt', { stream: true }]])
                await (await post(scene.gateway, '/v1/chat/completions', chat(model, 'Hello?', more), { key })).text();
            const { result } = await prometheus.query('sum(increase(litellm_proxy_total_requests_metric_total{status_code="200"}[1m])) > 4 and sum(rate(litellm_deployment_failure_responses_total[1m])) > 0 and sum(rate(litellm_llm_api_time_to_first_token_metric_count[1m])) > 0');
            return result?.length;
        }, 'Prometheus has scraped', 30000);
    });
    after(async () => {
        await prometheus?.stop();
        await scene?.stop();
    });

    test('reaches the gateway with a key for nothing else', async () => {
        const { data } = await prometheus.get('/api/v1/targets');
        assert.deepEqual(data.activeTargets.map(target => [target.health, target.lastError]), [['up', '']]);
    });

    test('has an answer to every panel of the dashboard', async () => {
        // Of what needs a configuration of its own, or hours.
        const mayBeEmpty = /cache_|cooled_down|team_budget|user_budget|shared_answers|failed_fallbacks/;
        const expressions = dashboard.panels.flatMap(panel => (panel.targets ?? []).map(target => [panel.title, target.expr]));
        assert.ok(expressions.length > 40);
        for (const [title, expression] of expressions) {
            const { error, result } = await prometheus.query(expression.replaceAll('$__rate_interval', '1m').replaceAll('$job', '.*'));
            assert.equal(error, undefined, `${title}: ${expression}: ${error}`);
            assert.ok(result.length > 0 || mayBeEmpty.test(expression), `${title} is empty: ${expression}`);
        }
    });

    test('runs every alert rule, and fires what is so', async () => {
        const checked = promtool(['check', 'rules', rules]);
        assert.equal(checked.status, 0, checked.output);
        assert.equal(promtool(['check', 'config', '--syntax-only', path.join(grafana, 'prometheus.yml')]).status, 0);
        const all = await eventually(async () => {
            const { data } = await prometheus.get('/api/v1/rules');
            const rows = data.groups.flatMap(group => group.rules);
            // Each is evaluated by itself, and that of errors may have been before the errors were scraped.
            const errors = rows.find(rule => rule.name === 'GatehouseErrorRate');
            return rows.every(rule => rule.health !== 'unknown') && errors.state !== 'inactive' && rows;
        }, 'the rules have been evaluated, and the rate of errors is too high', 20000);
        assert.deepEqual(all.filter(rule => rule.health !== 'ok').map(rule => rule.lastError), []);
        const states = Object.fromEntries(all.map(rule => [rule.name, rule.state]));
        assert.equal(states.GatehouseErrorRate, 'pending'); // a quarter of the calls fail
        assert.equal(states.GatehouseDown, 'inactive');
        assert.equal(states.GatehouseCannotBook, 'inactive');
        assert.equal(states.GatehouseObserverBehind, 'inactive');
    });

    test('knows the names that the dashboard and the rules use', async () => {
        const text = readFileSync(rules, 'utf8') + JSON.stringify(dashboard);
        const table = run(['metrics']).stdout;
        for (const [name] of text.matchAll(/\b(litellm|gatehouse|process)_[a-z_]+\b/g)) {
            const plain = name.replace(/_(bucket|sum|count)$/, '');
            assert.ok(table.includes(`\`${plain}\``) || table.includes(`\`${name}\``) || ['litellm_model_name'].includes(name), name);
        }
    });
});
