// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// A provider whose right answer is known word by word: "Tell 12 words of tale 7." is answered by "t7w1 t7w2 … t7w12", and where the
// request holds the beginning of that as an answer already given, by the rest alone. So whatever a caller gets in the end, over
// however many providers, can be compared with tale(7, 12).

import { failure, fragments, streamed, whole } from './answers.mjs';

export const tale = (number, words) => Array.from({ length: words }, (_, n) => `t${number}w${n + 1}`).join(' ');
export const askFor = (number, words) => `Tell ${words} words of tale ${number}.`;

/// Which dialect a request speaks, by where it was sent.
export function dialectAt(path) {
    if (path.includes('/chat/completions')) return 'openai';
    if (path.includes('/responses')) return 'responses';
    if (path.includes('/messages')) return 'anthropic';
    if (path.includes(':generateContent') || path.includes(':streamGenerateContent')) return 'gemini';
    return path.includes('/converse') ? 'bedrock' : 'text';
}

const textIn = content => (typeof content === 'string' ? content : content.map(part => part.text ?? '').join(''));

/// Who said what, in any of the dialects: [{role, text}].
function turnsIn(body) {
    if (typeof body.prompt === 'string') return [{ role: 'user', text: body.prompt }];
    if (typeof body.input === 'string') return [{ role: 'user', text: body.input }];
    const turns = body.messages ?? body.input ?? body.contents;
    return turns.map(turn => ({ role: turn.role === 'model' ? 'assistant' : turn.role, text: textIn(turn.content ?? turn.parts) }));
}

/// What a request asks for: {number, words, right, said}; said is what it holds of the answer. A prompt of a completion holds that
/// behind the question, between lines of dashes where it must tell the two apart.
export function askedIn(body) {
    const turns = turnsIn(body);
    const asked = turns.find(turn => /^Tell \d+ words/.test(turn.text));
    const [, words, number, quoted, plain] = asked.text.match(/^Tell (\d+) words of tale (\d+)\.(?:\n\n---\n(.*)\n---\n.*|(.*))$/s);
    const said = turns.filter(turn => turn.role === 'assistant').map(turn => turn.text).join('');
    return { number: Number(number), words: Number(words), right: tale(number, words), said: said || quoted || plain || '' };
}

const geminiUsage = ({ fresh, output }) => ({ promptTokenCount: fresh, candidatesTokenCount: output, totalTokenCount: fresh + output });
const geminiEvent = (text, more = {}) => ({ candidates: [{ content: { role: 'model', parts: [{ text }] }, index: 0, ...more }], modelVersion: 'gemini-2.5-flash', responseId: 'answer-1' });

function geminiTurn(stream, text, usage) {
    const end = { ...geminiEvent('', { finishReason: 'STOP' }), usageMetadata: geminiUsage(usage) };
    if (!stream) return { body: { ...geminiEvent(text, { finishReason: 'STOP' }), usageMetadata: geminiUsage(usage) } };
    return { sse: [...fragments(text).map(piece => geminiEvent(piece)), end].map(event => `data: ${JSON.stringify(event)}`) };
}

function textTurn(stream, text, { fresh, output }) {
    const usage = { prompt_tokens: fresh, completion_tokens: output, total_tokens: fresh + output };
    const event = (piece, finish_reason = null, more = {}) => ({ id: 'cmpl-fake-1', object: 'text_completion', created: 1760000000, model: 'gpt-3.5-turbo-instruct', choices: [{ index: 0, text: piece, logprobs: null, finish_reason }], ...more });
    if (!stream) return { body: event(text, 'stop', { usage }) };
    const end = { ...event('', 'stop'), choices: [], usage };
    return { sse: [...fragments(text).map(piece => event(piece)), event('', 'stop'), end].map(each => `data: ${JSON.stringify(each)}`).concat('data: [DONE]') };
}

/// Tells what is left of the tale; a request that has it wrong is refused. Costs what it reads and writes, a token a word.
export function teller(request) {
    const dialect = dialectAt(request.path);
    const { right, said } = askedIn(request.body);
    if (!right.startsWith(said)) return failure(dialect, 400, `this was never said: ${said.slice(-40)}`);
    const text = right.slice(said.length);
    const usage = { fresh: 20, output: text.split(' ').filter(Boolean).length };
    const isStream = request.body.stream || request.path.includes(':stream') || request.path.includes('-stream');
    if (dialect === 'gemini') return geminiTurn(isStream, text, usage);
    if (dialect === 'text') return textTurn(isStream, text, usage);
    return isStream ? streamed(dialect, { text, usage }) : whole(dialect, { text, usage });
}

/// Cuts a reply's stream after \a events of its words, or a whole answer before its last bytes.
export function cutAfter(reply, events) {
    if (reply.eventstream) return { ...reply, eventstream: reply.eventstream.slice(0, events), cut: true };
    return reply.sse ? { ...reply, sse: reply.sse.slice(0, events), cut: true } : { ...reply, cut: true };
}
