// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Deployments whose credential is fetched before the request: the fake provider is the token service too.

import assert from 'node:assert/strict';
import { generateKeyPairSync, verify } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { beforeEach, describe, test } from 'node:test';

import { chat, post, run, stage, temporaryFile } from './harness.mjs';

const secret = 'journey-client-secret';
const models = `  - model_name: azure
    litellm_params: {model: azure/my-gpt, api_base: PROVIDER, tenant_id: my-tenant, client_id: my-app, client_secret: ${secret}}
  - model_name: azure-other
    litellm_params: {model: azure/my-gpt, api_base: PROVIDER, tenant_id: my-tenant, client_id: other-app, client_secret: ${secret}}
`;
const isToken = entry => entry.path.startsWith('/my-tenant/oauth2/v2.0/token');
const token = (text, more = {}) => ({ match: { path: '/oauth2/' }, body: { access_token: text, token_type: 'Bearer', expires_in: 3599 }, ...more });
const ask = (scene, model, options) => post(scene.gateway, '/v1/chat/completions', chat(model), options);

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const gemini = { candidates: [{ content: { role: 'model', parts: [{ text: 'from Vertex' }] }, finishReason: 'STOP' }], usageMetadata: { promptTokenCount: 1, candidatesTokenCount: 1, totalTokenCount: 2 } };

/// Gateways keep tokens, so each scene has its own; one worker, because each has a cache of its own.
function azure(extra = {}) {
    return stage({ models, args: ['--workers', '1'], env: provider => ({ AZURE_AUTHORITY_HOST: provider.url }), ...extra });
}

describe('an application of Microsoft Entra', () => {
    let scene;
    beforeEach(async () => { scene = await azure({ args: ['--workers', '1', '--stop-timeout', '1'] }); });
    const ended = async () => { await scene.stop(); };

    test('is given one token for many requests', async () => {
        scene.provider.script([token('entra-token-1', { delay: 0.2 })]);
        const answers = await Promise.all(Array.from({ length: 12 }, () => ask(scene, 'azure')));
        for (const answer of answers) assert.equal(answer.status, 200, await answer.clone().text());
        assert.equal((await ask(scene, 'azure')).status, 200);
        const [asked, ...more] = scene.provider.log().filter(isToken);
        assert.deepEqual(more, []);
        assert.equal(asked.method, 'POST');
        assert.equal(asked.headers['content-type'], 'application/x-www-form-urlencoded');
        assert.deepEqual(Object.fromEntries(new URLSearchParams(asked.text)), {
            grant_type: 'client_credentials', client_id: 'my-app', client_secret: secret, scope: 'https://cognitiveservices.azure.com/.default',
        });
        const calls = scene.provider.log().filter(entry => !isToken(entry));
        assert.equal(calls.length, 13);
        for (const { headers, path } of calls) {
            assert.equal(headers.authorization, 'Bearer entra-token-1');
            assert.equal(headers['api-key'], undefined);
            assert.match(path, /^\/openai\/deployments\/my-gpt\/chat\/completions\?api-version=/);
        }
        await ended();
    });

    test('is told what to check when it is refused, and no secret', async () => {
        scene.provider.script([{ match: { path: '/oauth2/' }, status: 401, body: { error: 'invalid_client', error_description: `AADSTS7000215: not ${secret}` } }]);
        const answer = await ask(scene, 'azure');
        assert.equal(answer.status, 401);
        const { error } = await answer.json();
        assert.match(error.message, /^litellm\.AuthenticationError: AzureException - Microsoft Entra gave no token: HTTP 401, invalid_client \(AADSTS7000215\); check client_id and client_secret/);
        assert.equal((await ask(scene, 'azure')).status, 401);
        assert.equal(scene.provider.log().filter(isToken).length, 1, 'a failure is not asked for again at once');
        assert.doesNotMatch(error.message + scene.gateway.logs(), new RegExp(secret));
        await ended();
    });

    test('gets another token when the provider refuses the one it had', async () => {
        let given = 0;
        scene.provider.script([
            entry => (isToken(entry) ? token(`token-${++given}`) : entry.headers.authorization === 'Bearer token-2'
                ? { body: { id: 'x', object: 'chat.completion', created: 1, model: 'm', choices: [{ index: 0, message: { role: 'assistant', content: 'new' }, finish_reason: 'stop' }] } }
                : { status: 401, body: { error: { message: 'Access token has expired', code: '401' } } }),
        ]);
        const answer = await ask(scene, 'azure');
        assert.equal(answer.status, 200, await answer.clone().text());
        assert.equal((await answer.json()).choices[0].message.content, 'new');
        assert.equal(scene.provider.log().length, 4);

        // A provider that refuses every token is believed, and the token service left alone.
        scene.provider.script([entry => (isToken(entry) ? token(`token-${++given}`) : { status: 401, body: { error: { message: 'no' } } })]);
        for (let i = 0; i < 3; ++i) assert.equal((await ask(scene, 'azure')).status, 401);
        assert.equal(scene.provider.log().filter(isToken).length, 0);
        await ended();
    });

    test('that waits for its token can leave, and does not keep the gateway from ending', async () => {
        scene.provider.script([{ match: { path: '/oauth2/' }, hang: true }]);
        const leaving = new AbortController();
        const left = ask(scene, 'azure', { signal: leaving.signal }).catch(error => error.name);
        await scene.provider.until(log => log.some(isToken), 'the question for a token');
        leaving.abort();
        assert.equal(await left, 'AbortError');
        await scene.gateway.says(/\b499\b/);
        assert.equal((await ask(scene, 'gpt')).status, 200);
        const waiting = ask(scene, 'azure-other');
        await scene.provider.until(log => log.filter(isToken).length === 2, 'the other question');
        const stopped = scene.gateway.stop();
        assert.equal((await waiting).status, 503);
        assert.equal((await stopped).code, 0);
        await scene.provider.close();
    });

    test('whose service cannot be reached is an error of the connection', async () => {
        scene.provider.script([{ match: { path: '/oauth2/' }, reset: true }]);
        const answer = await ask(scene, 'azure');
        assert.equal(answer.status, 500);
        assert.match((await answer.json()).error.message, /AzureException - Connection error\. Microsoft Entra gave no token: 127\.0\.0\.1:\d+ cut the connection/);
        await ended();
    });
});

describe('a service account of Google', () => {
    test('signs for a token, with which Vertex is asked', async () => {
        const file = temporaryFile('account.json', '');
        const scene = await stage({
            models: `  - model_name: vertex
    litellm_params: {model: vertex_ai/gemini-2.5-flash, api_base: PROVIDER, vertex_credentials: "${file}", vertex_location: europe-west1}
`,
            args: ['--workers', '1'],
            env: provider => {
                writeFileSync(file, JSON.stringify({
                    type: 'service_account', project_id: 'blue-sky', private_key_id: 'kid', client_email: 'gate@blue-sky.iam.gserviceaccount.com',
                    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }), token_uri: `${provider.url}/oauth2/token`,
                }));
                return { HOME: '/nonexistent' };
            },
        });
        scene.provider.script([token('ya29.journey'), { body: gemini }]);
        const answer = await ask(scene, 'vertex');
        assert.equal(answer.status, 200, await answer.clone().text());
        assert.equal((await answer.json()).choices[0].message.content, 'from Vertex');
        const [asked, call] = scene.provider.log();
        const form = new URLSearchParams(asked.text);
        assert.deepEqual([...form.keys()], ['grant_type', 'assertion']);
        const [header, claims, signature] = form.get('assertion').split('.');
        assert.ok(verify('sha256', Buffer.from(`${header}.${claims}`), publicKey, Buffer.from(signature, 'base64url')));
        const { iss, aud, iat, exp } = JSON.parse(Buffer.from(claims, 'base64url'));
        assert.deepEqual([iss, aud, exp - iat], ['gate@blue-sky.iam.gserviceaccount.com', `${scene.provider.url}/oauth2/token`, 3600]);
        assert.equal(call.headers.authorization, 'Bearer ya29.journey');
        assert.equal(call.path, '/v1/projects/blue-sky/locations/europe-west1/publishers/google/models/gemini-2.5-flash:generateContent');
        await scene.stop();
    });

    test('is shown where Vertex is passed through to, too', async () => {
        const file = temporaryFile('account.json', '');
        const scene = await stage({
            models: `  - model_name: vertex
    litellm_params: {model: vertex_ai/gemini-2.5-flash, api_base: PROVIDER, vertex_credentials: "${file}", vertex_location: europe-west1, use_in_pass_through: true}
`,
            args: ['--workers', '1'],
            env: provider => {
                writeFileSync(file, JSON.stringify({ type: 'service_account', project_id: 'blue-sky', private_key_id: 'kid', client_email: 'gate@blue-sky.iam.gserviceaccount.com', private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }), token_uri: `${provider.url}/oauth2/token` }));
                return { HOME: '/nonexistent' };
            },
        });
        scene.provider.script([token('ya29.passed'), { body: gemini }]);
        const path = '/v1/projects/blue-sky/locations/europe-west1/publishers/google/models/gemini-2.5-flash:generateContent';
        for (const fetches of [1, 0]) { // the second finds the token at hand
            const before = scene.provider.log().length;
            const answer = await post(scene.gateway, `/vertex_ai${path}`, { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] });
            assert.deepEqual(await answer.json(), gemini);
            assert.equal(scene.provider.log().length - before, 1 + fetches);
            assert.equal(scene.provider.last().path, path);
            assert.equal(scene.provider.last().headers.authorization, 'Bearer ya29.passed');
        }
        await scene.stop();
    });

    test('of the machine is asked for at its metadata server', async () => {
        const scene = await stage({
            models: `  - model_name: vertex
    litellm_params: {model: vertex_ai/gemini-2.5-flash, api_base: PROVIDER, vertex_project: blue-sky}
`,
            args: ['--workers', '1'],
            env: provider => ({ HOME: '/nonexistent', GCE_METADATA_HOST: new URL(provider.url).host }),
        });
        await scene.gateway.says(/vertex: no Google credentials: .* the identity of the machine itself will be asked for/);
        scene.provider.script([
            { match: { path: '/computeMetadata/' }, headers: { 'Metadata-Flavor': 'Google' }, body: { access_token: 'ya29.machine', expires_in: 3599, token_type: 'Bearer' } },
            { body: gemini },
        ]);
        const answer = await ask(scene, 'vertex');
        assert.equal(answer.status, 200, await answer.clone().text());
        assert.equal(scene.provider.log()[0].headers['metadata-flavor'], 'Google');
        assert.equal(scene.provider.last().headers.authorization, 'Bearer ya29.machine');
        await scene.stop();
    });
});

test('what is missing is said before anybody asks', () => {
    const file = temporaryFile('config.yaml', `
model_list:
  - {model_name: half, litellm_params: {model: azure/x, api_base: "http://127.0.0.1:9", tenant_id: t, client_id: c}}
  - {model_name: none, litellm_params: {model: azure/x, api_base: "http://127.0.0.1:9"}}
  - {model_name: fine, litellm_params: {model: azure/x, api_base: "http://127.0.0.1:9", api_key: k}}
`);
    const { stdout, stderr } = run(['check', file], { env: { HOME: '/nonexistent' } });
    assert.match(stdout + stderr, /half: no Entra credentials: set tenant_id, client_id and client_secret, all three/);
    assert.match(stdout + stderr, /none: no Azure credentials: set api_key or AZURE_API_KEY/);
    assert.doesNotMatch(stdout + stderr, /fine: no/);
});

describe('a role of AWS', () => {
    const granted = `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>secret-of-the-role</SecretAccessKey><SessionToken>session-of-the-role</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;
    const claude = { output: { message: { role: 'assistant', content: [{ text: 'from Bedrock' }] } }, stopReason: 'end_turn', usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 } };

    test('is taken on, and signs for Bedrock, translated and passed through', async () => {
        const scene = await stage({
            models: `  - model_name: claude-role
    litellm_params: {model: "bedrock/converse/anthropic.claude-sonnet-4-20250514-v1:0", aws_bedrock_runtime_endpoint: PROVIDER, aws_sts_endpoint: PROVIDER, aws_region_name: us-east-1, aws_access_key_id: AKIDOWN, aws_secret_access_key: own-secret, aws_role_name: "arn:aws:iam::123456789012:role/gate", aws_session_name: journey, use_in_pass_through: true}
`,
            args: ['--workers', '1'],
        });
        scene.provider.script([{ match: { text: 'Action=AssumeRole' }, text: granted, headers: { 'content-type': 'text/xml' } }, { body: claude }]);
        const answer = await ask(scene, 'claude-role');
        assert.equal((await answer.clone().json()).choices?.[0].message.content, 'from Bedrock', await answer.text());
        const [asked, call] = scene.provider.log();
        assert.equal(new URLSearchParams(asked.text).get('RoleArn'), 'arn:aws:iam::123456789012:role/gate');
        assert.match(asked.headers.authorization, /Credential=AKIDOWN\/\d{8}\/us-east-1\/sts\//);
        const path = '/model/anthropic.claude-sonnet-4-20250514-v1%3A0/converse';
        const passed = await post(scene.gateway, `/bedrock${path}`, { messages: [{ role: 'user', content: [{ text: 'Hi' }] }] });
        assert.deepEqual(await passed.json(), claude);
        for (const each of [call, scene.provider.last()]) {
            assert.equal(each.path, path);
            assert.match(each.headers.authorization, /Credential=ASIAROLE\/\d{8}\/us-east-1\/bedrock\//);
            assert.equal(each.headers['x-amz-security-token'], 'session-of-the-role');
        }
        assert.equal(scene.provider.log().filter(each => each.text.includes('AssumeRole')).length, 1);
        await scene.stop();
    });
});
