// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// compare.mjs FOLDER: holds the prices here against those of the npm package @pydantic/genai-prices (MIT), unpacked in FOLDER. It lists
// what differs and what the package knows beyond this table, and changes nothing: which figure is right, the provider's page says.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const today = new Date().toISOString().slice(0, 10);

// Their name of a provider, what stands before its models here.
const providers = {
    openai: '', anthropic: '', google: 'gemini/', azure: 'azure/', aws: '', cohere: '', mistral: 'mistral/', groq: 'groq/', deepseek: 'deepseek/',
    'x-ai': 'xai/', together: 'together_ai/', fireworks: 'fireworks_ai/', openrouter: 'openrouter/', perplexity: 'perplexity/',
    cerebras: 'cerebras/', moonshotai: 'moonshot/', voyageai: 'voyage/', zai: 'zai/', minimax: 'minimax/',
};
const fields = {
    input_mtok: 'input_cost_per_token', output_mtok: 'output_cost_per_token', cache_read_mtok: 'cache_read_input_token_cost',
    cache_write_mtok: 'cache_creation_input_token_cost', cache_write_1h_mtok: 'cache_creation_input_token_cost_above_1hr',
};

function ownTable() {
    const files = readdirSync(here).filter(name => name.endsWith('.json'));
    return Object.assign({}, ...files.map(name => JSON.parse(readFileSync(join(here, name), 'utf8'))));
}

// The package is one array in a script; it is read as data, so that nothing of it runs but its literals.
function theirTable(folder) {
    const text = readFileSync(join(folder, 'dist/index.js'), 'utf8');
    const begin = text.indexOf('[');
    const end = begin + text.slice(begin).search(/\n\][,;]/);
    return new Function(`return ${text.slice(begin, end + 2)}`)();
}

// Of several prices over time the one that holds today.
function pricesNow(prices) {
    if (!Array.isArray(prices)) return prices ?? {};
    const begun = prices.filter(each => !each.constraint || each.constraint.start_date <= today);
    return (begun.at(-1) ?? prices[0]).prices;
}

function differences(mine, theirs) {
    return Object.entries(fields).flatMap(([name, field]) => {
        const price = theirs[name]?.base ?? theirs[name];
        if (price === undefined || mine[field] === undefined || Math.abs(mine[field] * 1e6 - price) <= price * 1e-6) return [];
        return [`${field}: here ${mine[field]}, there ${price}e-6`];
    });
}

const own = ownTable();
for (const provider of theirTable(process.argv[2])) {
    const prefix = providers[provider.id];
    if (prefix === undefined) continue;
    for (const model of provider.models) {
        const mine = own[prefix + model.id];
        const found = mine ? differences(mine, pricesNow(model.prices)) : ['not here'];
        if (found.length) console.log(`${prefix}${model.id}: ${found.join('; ')}`);
    }
}
