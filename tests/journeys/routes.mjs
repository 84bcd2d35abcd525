// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What the suites about routing share: a configuration of many small groups, and a provider that plays every deployment apart, by
// the path it is asked at.

import { eventually, get, masterKey, stage } from './harness.mjs';
import { defaultAnswer } from '../fake_provider/answers.mjs';

const bases = { openai: '/v1', anthropic: '', gemini: '/v1beta', 'text-completion-openai': '/v1' };

/// An entry of model_list whose provider is asked below /\a id.
export function deployment(id, group, { model = 'openai/gpt-4o', info = {}, ...params } = {}) {
    const provider = model.split('/')[0];
    return {
        model_name: group,
        litellm_params: { model, api_base: `PROVIDER/${id}${bases[provider] ?? '/v1'}`, api_key: 'sk-provider-key', ...params },
        model_info: { id, ...info },
    };
}

/// What a deployment is given that must answer on a busy machine, too, while others are to be given up soon.
export const calm = { timeout: 60, stream_timeout: 60 };

/// Two deployments of a group, of which the first is always chosen first.
export function pair(group, params = {}) {
    return [deployment(`${group}-a`, group, { weight: 1, ...params }), deployment(`${group}-b`, group, { weight: 0, ...calm, ...params })];
}

/// A gateway in front of these deployments. play({id: reply, …}) says what each of them answers, the others answer well;
/// asked(id) are the requests it got since.
export async function routes(models, router = {}, { general = {}, litellm = {}, ...options } = {}) {
    const config = provider => JSON.stringify({
        model_list: models,
        router_settings: { num_retries: 1, timeout: 0.4, stream_timeout: 0.4, ...router },
        litellm_settings: litellm,
        general_settings: { master_key: masterKey, ...general },
    }).replaceAll('PROVIDER', provider.url);
    const scene = await stage({ config, ...options });
    const { provider, gateway } = scene;
    const playerOf = entry => entry.path.split('/')[1];
    scene.play = (parts = {}, otherwise = defaultAnswer) => provider.script([entry => {
        const part = parts[playerOf(entry)] ?? otherwise;
        return typeof part === 'function' ? part(entry) : part;
    }]);
    scene.asked = id => provider.log().filter(entry => playerOf(entry) === id);
    /// The record of a call that has ended.
    scene.record = callId => eventually(async () => {
        const { data } = await (await get(gateway, '/traffic')).json();
        return data.find(row => row.call_id === callId && row.state !== 'running');
    }, `call ${callId} ends`);
    return scene;
}

/// A script's reply that changes from one request to the next; the last one stays.
export function inTurn(...replies) {
    let at = 0;
    return request => {
        const reply = replies[Math.min(at++, replies.length - 1)];
        return typeof reply === 'function' ? reply(request) : reply;
    };
}
