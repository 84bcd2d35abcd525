// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What the SDK suites share: the two models, what they say, and where a provider's request carries what.

import { failure } from '../fake_provider/answers.mjs';

/// Model name at the gateway -> dialect of its provider.
export const dialects = { gpt: 'openai', claude: 'anthropic' };

export const weather = {
    description: 'Current weather of a city',
    schema: {
        type: 'object',
        properties: { city: { type: 'string', description: 'City name' }, unit: { type: 'string', enum: ['celsius', 'fahrenheit'] } },
        required: ['city'],
        additionalProperties: false,
    },
};

/// Two calls at once; letters, quotes and nesting that do not survive careless cutting.
export const parallelCalls = [
    { id: 'call_zurich', name: 'get_weather', input: { city: 'Zürich "HB"', unit: 'celsius' } },
    { id: 'call_naha', name: 'get_weather', input: { city: '那覇 🌺', unit: 'fahrenheit', notes: ['a\\b', { deep: [1, 2.5, null, true] }] } },
];

export const thought = { text: 'The user asks about the capital of France.', signature: 'EqQBCgIYAhIM1gbcDa9GJwZA2b3hGgxBdjrkzLoky3dl1pkiMOYds' };

export const person = {
    type: 'object',
    properties: { name: { type: 'string' }, age: { type: 'integer' } },
    required: ['name', 'age'],
    additionalProperties: false,
};

export const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
export const pdf = 'JVBERi0xLjQKJcOkw7zDtsOfCg==';

/// A provider's refusals: [status, what it says, its type, more].
export const refusals = [
    [400, 'max_tokens is too large', 'invalid_request_error'],
    [401, 'Incorrect API key provided', 'authentication_error'],
    [404, 'The model does not exist', 'not_found_error'],
    [429, 'Rate limit reached', 'rate_limit_error'],
    [500, 'The server had an error', 'api_error'],
];

export function refusal(dialect, [status, message, type]) {
    return failure(dialect, status, message, { type });
}

/// Content as a list of blocks, as both dialects may write it.
export const blocksOf = content => (typeof content === 'string' ? [{ type: 'text', text: content }] : content);

/// What a request says in messages, whatever the dialect calls them.
const messagesOf = body => body.messages ?? body.input.filter(item => item.type === 'message');

/// The text of a system prompt, wherever the dialect keeps it.
export function systemOf(body) {
    if (body.input) return body.instructions;
    const content = body.system ?? body.messages.find(message => message.role === 'system')?.content;
    return blocksOf(content ?? '').map(block => block.text).join('\n');
}

/// [[role, text], …] without the system prompt.
export function turnsOf(body) {
    const spoken = messagesOf(body).filter(message => message.role !== 'system');
    return spoken.map(message => [message.role, blocksOf(message.content).map(block => block.text).join('')]);
}

/// Every block of the request's messages with that type.
export function blocksIn(body, type) {
    return messagesOf(body).flatMap(message => (Array.isArray(message.content) ? message.content : [])).filter(block => block.type === type);
}

/// The tool calls of a request's history as [{id, name, input}].
export function callsIn(body, dialect) {
    if (dialect === 'anthropic') return blocksIn(body, 'tool_use').map(({ id, name, input }) => ({ id, name, input }));
    if (dialect === 'responses') {
        const made = body.input.filter(item => item.type === 'function_call');
        return made.map(call => ({ id: call.call_id, name: call.name, input: JSON.parse(call.arguments) }));
    }
    const calls = body.messages.flatMap(message => message.tool_calls ?? []);
    return calls.map(call => ({ id: call.id, name: call.function.name, input: JSON.parse(call.function.arguments) }));
}

/// The tool results of a request's history as {id: text}.
export function resultsIn(body, dialect) {
    const text = content => blocksOf(content).map(block => block.text).join('');
    if (dialect === 'responses') return Object.fromEntries(body.input.filter(item => item.type === 'function_call_output').map(item => [item.call_id, item.output]));
    const results = dialect === 'anthropic'
        ? blocksIn(body, 'tool_result').map(block => [block.tool_use_id, text(block.content)])
        : body.messages.filter(message => message.role === 'tool').map(message => [message.tool_call_id, text(message.content)]);
    return Object.fromEntries(results);
}

/// The tools offered as [{name, description, schema}].
export function toolsIn(body, dialect) {
    if (dialect === 'anthropic') return body.tools.map(tool => ({ name: tool.name, description: tool.description, schema: tool.input_schema }));
    if (dialect === 'responses') return body.tools.map(tool => ({ name: tool.name, description: tool.description, schema: tool.parameters }));
    return body.tools.map(({ function: tool }) => ({ name: tool.name, description: tool.description, schema: tool.parameters }));
}
