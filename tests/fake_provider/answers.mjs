// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What a model said, in the words of OpenAI (chat completions or the Responses API), Anthropic or Bedrock's Converse, whole or as a
// stream: replies for a provider's script.
// A turn is { text, thinking: {text, signature}, tools: [{id, name, input}], usage: {fresh, cached, written, output,
// reasoning}, stop, model, id }; every member is optional. `stop` is 'end', 'length', 'tools' or 'sequence'.

const finishReasons = { end: 'stop', length: 'length', tools: 'tool_calls', sequence: 'stop', refusal: 'content_filter' };
const stopReasons = { end: 'end_turn', length: 'max_tokens', tools: 'tool_use', sequence: 'stop_sequence', refusal: 'refusal' };

/// What a turn says when it does not say: the numbers are all different, so that a mix-up shows.
export const standardUsage = { fresh: 11, cached: 0, written: 0, output: 7, reasoning: 0 };

function complete(turn) {
    const stop = turn.stop ?? (turn.tools?.length ? 'tools' : 'end');
    return { ...turn, text: turn.text ?? (turn.tools ? '' : 'Hello from the provider.'), stop, usage: { ...standardUsage, ...turn.usage } };
}

/// Cuts a text into pieces of odd lengths, never inside a surrogate pair.
export function fragments(text, lengths = [1, 7, 2, 5, 3]) {
    const letters = Array.from(text);
    const pieces = [];
    for (let at = 0, n = 0; at < letters.length; n++) {
        const length = lengths[n % lengths.length];
        pieces.push(letters.slice(at, at + length).join(''));
        at += length;
    }
    return pieces;
}

function openaiUsage({ fresh, cached, output, reasoning }) {
    return {
        prompt_tokens: fresh + cached, completion_tokens: output, total_tokens: fresh + cached + output,
        prompt_tokens_details: { cached_tokens: cached, audio_tokens: 0 },
        completion_tokens_details: { reasoning_tokens: reasoning, audio_tokens: 0 },
    };
}

function anthropicUsage({ fresh, cached, written, output }) {
    return { input_tokens: fresh, cache_creation_input_tokens: written, cache_read_input_tokens: cached, output_tokens: output };
}

function openaiToolCall(tool, index) {
    return { ...(index === undefined ? {} : { index }), id: tool.id, type: 'function', function: { name: tool.name, arguments: JSON.stringify(tool.input) } };
}

function openaiWhole(turn) {
    const message = { role: 'assistant', content: turn.text || null };
    if (turn.thinking) message.reasoning_content = turn.thinking.text;
    if (turn.tools?.length) message.tool_calls = turn.tools.map(tool => openaiToolCall(tool));
    return {
        body: {
            id: turn.id ?? 'chatcmpl-fake-1', object: 'chat.completion', created: 1760000000, model: turn.model ?? 'gpt-4o-2024-08-06',
            choices: [{ index: 0, message, logprobs: null, finish_reason: finishReasons[turn.stop] }],
            usage: openaiUsage(turn.usage), system_fingerprint: 'fp_fake',
        },
    };
}

function anthropicBlocks(turn) {
    const blocks = [];
    if (turn.thinking) blocks.push({ type: 'thinking', thinking: turn.thinking.text, signature: turn.thinking.signature });
    if (turn.text) blocks.push({ type: 'text', text: turn.text });
    for (const tool of turn.tools ?? []) blocks.push({ type: 'tool_use', id: tool.id, name: tool.name, input: tool.input });
    return blocks;
}

function anthropicMessage(turn, content) {
    return { id: turn.id ?? 'msg_fake_1', type: 'message', role: 'assistant', model: turn.model ?? 'claude-sonnet-4-5-20250929', content };
}

function anthropicWhole(turn) {
    const message = anthropicMessage(turn, anthropicBlocks(turn));
    return { body: { ...message, stop_reason: stopReasons[turn.stop], stop_sequence: turn.stop === 'sequence' ? 'END' : null, usage: anthropicUsage(turn.usage) } };
}

function openaiDeltas(turn) {
    const deltas = [{ role: 'assistant', content: '' }];
    for (const piece of fragments(turn.thinking?.text ?? '')) deltas.push({ reasoning_content: piece });
    for (const piece of fragments(turn.text)) deltas.push({ content: piece });
    (turn.tools ?? []).forEach((tool, index) => {
        deltas.push({ tool_calls: [{ index, id: tool.id, type: 'function', function: { name: tool.name, arguments: '' } }] });
        for (const piece of fragments(JSON.stringify(tool.input))) deltas.push({ tool_calls: [{ index, function: { arguments: piece } }] });
    });
    return deltas;
}

/// The stream always carries usage, as OpenAI's does when the gateway asks for it.
function openaiStream(turn) {
    const chunk = { id: turn.id ?? 'chatcmpl-fake-1', object: 'chat.completion.chunk', created: 1760000000, model: turn.model ?? 'gpt-4o-2024-08-06', system_fingerprint: 'fp_fake' };
    const choice = (delta, finish_reason = null) => ({ ...chunk, choices: [{ index: 0, delta, logprobs: null, finish_reason }] });
    const events = openaiDeltas(turn).map(delta => choice(delta));
    events.push(choice({}, finishReasons[turn.stop]), { ...chunk, choices: [], usage: openaiUsage(turn.usage) });
    return { sse: [...events.map(event => `data: ${JSON.stringify(event)}`), 'data: [DONE]'] };
}

function anthropicDeltas(block) {
    if (block.type === 'thinking') {
        return [...fragments(block.thinking).map(thinking => ({ type: 'thinking_delta', thinking })), { type: 'signature_delta', signature: block.signature }];
    }
    if (block.type === 'text') return fragments(block.text).map(text => ({ type: 'text_delta', text }));
    return fragments(JSON.stringify(block.input)).map(partial_json => ({ type: 'input_json_delta', partial_json }));
}

const emptied = { thinking: { thinking: '', signature: '' }, text: { text: '' }, tool_use: { input: {} } };

function anthropicStream(turn) {
    const usage = anthropicUsage(turn.usage);
    const start = { ...anthropicMessage(turn, []), stop_reason: null, stop_sequence: null, usage: { ...usage, output_tokens: 1 } };
    const events = [{ type: 'message_start', message: start }, { type: 'ping' }];
    anthropicBlocks(turn).forEach((block, index) => {
        events.push({ type: 'content_block_start', index, content_block: { ...block, ...emptied[block.type] } });
        for (const delta of anthropicDeltas(block)) events.push({ type: 'content_block_delta', index, delta });
        events.push({ type: 'content_block_stop', index });
    });
    const delta = { stop_reason: stopReasons[turn.stop], stop_sequence: turn.stop === 'sequence' ? 'END' : null };
    events.push({ type: 'message_delta', delta, usage: { output_tokens: turn.usage.output } }, { type: 'message_stop' });
    return { sse: events.map(event => `event: ${event.type}\ndata: ${JSON.stringify(event)}`) };
}

function responsesItems(turn) {
    const items = [];
    if (turn.thinking) items.push({ id: 'rs_fake_1', type: 'reasoning', summary: [{ type: 'summary_text', text: turn.thinking.text }], encrypted_content: turn.thinking.signature });
    if (turn.text) items.push({ id: 'msg_fake_1', type: 'message', status: 'completed', role: 'assistant', content: [{ type: 'output_text', text: turn.text, annotations: [], logprobs: [] }] });
    (turn.tools ?? []).forEach((tool, n) => items.push({ id: `fc_fake_${n}`, type: 'function_call', status: 'completed', call_id: tool.id, name: tool.name, arguments: JSON.stringify(tool.input) }));
    return items;
}

function responsesUsage({ fresh, cached, output, reasoning }) {
    return {
        input_tokens: fresh + cached, input_tokens_details: { cached_tokens: cached },
        output_tokens: output, output_tokens_details: { reasoning_tokens: reasoning }, total_tokens: fresh + cached + output,
    };
}

const cutReasons = { length: 'max_output_tokens', refusal: 'content_filter' };

function response(turn, status, output, usage) {
    const incomplete_details = status === 'incomplete' ? { reason: cutReasons[turn.stop] } : null;
    return { id: turn.id ?? 'resp_fake_1', object: 'response', created_at: 1760000000, status, error: null, incomplete_details, model: turn.model ?? 'gpt-4o-2024-08-06', output, usage };
}

const statusOf = turn => (cutReasons[turn.stop] ? 'incomplete' : 'completed');

function responsesWhole(turn) {
    return { body: response(turn, statusOf(turn), responsesItems(turn), responsesUsage(turn.usage)) };
}

/// The events between an item's first and its last.
function responsesDeltas(item, output_index) {
    const place = { item_id: item.id, output_index };
    if (item.type === 'function_call') {
        const pieces = fragments(item.arguments).map(delta => ({ type: 'response.function_call_arguments.delta', ...place, delta }));
        return [...pieces, { type: 'response.function_call_arguments.done', ...place, arguments: item.arguments }];
    }
    if (item.type === 'reasoning') {
        const { text } = item.summary[0];
        const pieces = fragments(text).map(delta => ({ type: 'response.reasoning_summary_text.delta', ...place, summary_index: 0, delta }));
        return [{ type: 'response.reasoning_summary_part.added', ...place, summary_index: 0, part: { type: 'summary_text', text: '' } }, ...pieces, { type: 'response.reasoning_summary_text.done', ...place, summary_index: 0, text }];
    }
    const { text } = item.content[0];
    const pieces = fragments(text).map(delta => ({ type: 'response.output_text.delta', ...place, content_index: 0, delta }));
    return [{ type: 'response.content_part.added', ...place, content_index: 0, part: { type: 'output_text', text: '', annotations: [] } }, ...pieces, { type: 'response.output_text.done', ...place, content_index: 0, text }];
}

const begun = { function_call: { arguments: '' }, reasoning: { summary: [], encrypted_content: null }, message: { content: [] } };

function responsesStream(turn) {
    const items = responsesItems(turn);
    const events = ['response.created', 'response.in_progress'].map(type => ({ type, response: response(turn, 'in_progress', [], null) }));
    items.forEach((item, output_index) => {
        events.push({ type: 'response.output_item.added', output_index, item: { ...item, ...begun[item.type] } });
        events.push(...responsesDeltas(item, output_index));
        events.push({ type: 'response.output_item.done', output_index, item });
    });
    events.push({ type: `response.${statusOf(turn)}`, response: response(turn, statusOf(turn), items, responsesUsage(turn.usage)) });
    return { sse: events.map((event, sequence_number) => `event: ${event.type}\ndata: ${JSON.stringify({ ...event, sequence_number })}`) };
}

const bedrockUsage = ({ fresh, cached, written, output }) => ({ inputTokens: fresh, outputTokens: output, totalTokens: fresh + cached + written + output, cacheReadInputTokens: cached, cacheWriteInputTokens: written });

function bedrockWhole(turn) {
    const content = [];
    if (turn.thinking) content.push({ reasoningContent: { reasoningText: { text: turn.thinking.text, signature: turn.thinking.signature } } });
    if (turn.text) content.push({ text: turn.text });
    for (const tool of turn.tools ?? []) content.push({ toolUse: { toolUseId: tool.id, name: tool.name, input: tool.input } });
    return { body: { output: { message: { role: 'assistant', content } }, stopReason: stopReasons[turn.stop], usage: bedrockUsage(turn.usage), metrics: { latencyMs: 5 } } };
}

function bedrockDeltas(block) {
    if (block.type === 'thinking') return [...fragments(block.thinking).map(text => ({ reasoningContent: { text } })), { reasoningContent: { signature: block.signature } }];
    if (block.type === 'text') return fragments(block.text).map(text => ({ text }));
    return fragments(JSON.stringify(block.input)).map(input => ({ toolUse: { input } }));
}

function bedrockStream(turn) {
    const events = [{ type: 'messageStart', payload: { role: 'assistant' } }];
    anthropicBlocks(turn).forEach((block, contentBlockIndex) => {
        const start = { toolUse: { toolUseId: block.id, name: block.name } };
        if (block.type === 'tool_use') events.push({ type: 'contentBlockStart', payload: { contentBlockIndex, start } });
        for (const delta of bedrockDeltas(block)) events.push({ type: 'contentBlockDelta', payload: { contentBlockIndex, delta } });
        events.push({ type: 'contentBlockStop', payload: { contentBlockIndex } });
    });
    events.push({ type: 'messageStop', payload: { stopReason: stopReasons[turn.stop] } }, { type: 'metadata', payload: { usage: bedrockUsage(turn.usage), metrics: { latencyMs: 5 } } });
    return { eventstream: events };
}

const writers = {
    responses: { whole: responsesWhole, stream: responsesStream },
    openai: { whole: openaiWhole, stream: openaiStream },
    anthropic: { whole: anthropicWhole, stream: anthropicStream },
    bedrock: { whole: bedrockWhole, stream: bedrockStream },
};

/// A script's reply that answers in one piece.
export function whole(dialect, turn = {}) {
    return writers[dialect].whole(complete(turn));
}

/// A script's reply that streams.
export function streamed(dialect, turn = {}) {
    return writers[dialect].stream(complete(turn));
}

/// As the request asks: streamed or whole.
export function asAsked(dialect, turn = {}) {
    return request => (request.body?.stream ? streamed(dialect, turn) : whole(dialect, turn));
}

const errorTypes = { 401: 'authentication_error', 403: 'permission_error', 404: 'not_found_error', 429: 'rate_limit_error' };

/// A provider's error reply.
export function failure(dialect, status, message, { type, code = null, headers = {} } = {}) {
    type ??= errorTypes[status] ?? (status >= 500 ? 'server_error' : 'invalid_request_error');
    const error = dialect === 'anthropic' ? { type: 'error', error: { type, message } } : { error: { message, type, param: null, code } };
    return { status, headers, body: error };
}

/// What a provider without a script answers, by the path it is asked at.
export function defaultAnswer(request) {
    if (request.path.includes('/chat/completions')) return asAsked('openai')(request);
    if (request.path.endsWith('/responses')) return asAsked('responses')(request);
    if (request.path.includes('/messages')) return asAsked('anthropic')(request);
    if (request.path.endsWith('/models')) return { body: { object: 'list', data: [{ id: 'gpt-4o', object: 'model', created: 1, owned_by: 'fake' }] } };
    return { status: 404, body: { error: { message: `nothing at ${request.path}`, type: 'invalid_request_error', param: null, code: null } } };
}
