// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
//
// Makes the *.bin files beside it from the npm package "tiktoken":
//     npm install --no-save --prefix /tmp/pack tiktoken@1.0.22 && node resources/tokenizers/pack.mjs /tmp/pack
// A file is what qUncompress() reads: the size of the rest (big-endian, 4 bytes) and a zlib stream of
//     number of tokens (little-endian, 4 bytes) · the length of each token (1 byte each) · the tokens' bytes
// A token's place is its rank, which is also its id.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

// SHA-256 of the files that OpenAI publishes, as its own library checks them.
const published = {
    o200k_base: '446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d',
    cl100k_base: '223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7',
};

// Lines of "! <rank of the first> <token in base64> …".
function readRanks(text) {
    const tokens = [];
    for (const line of text.split('\n').filter(Boolean)) {
        const [, first, ...encoded] = line.split(' ');
        encoded.forEach((token, i) => (tokens[Number(first) + i] = Buffer.from(token, 'base64')));
    }
    return tokens;
}

function check(name, tokens) {
    if (tokens.some((token) => !token?.length || token.length > 255)) throw new Error(`${name}: a rank is missing`);
    const asPublished = tokens.map((token, rank) => `${token.toString('base64')} ${rank}\n`).join('');
    const sum = createHash('sha256').update(asPublished).digest('hex');
    if (sum !== published[name]) throw new Error(`${name}: these are not OpenAI's ranks (SHA-256 ${sum})`);
}

function pack(tokens) {
    const count = Buffer.alloc(4);
    count.writeUInt32LE(tokens.length);
    const plain = Buffer.concat([count, Buffer.from(tokens.map((token) => token.length)), ...tokens]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(plain.length);
    return Buffer.concat([size, deflateSync(plain, { level: 9 })]);
}

const require = createRequire(`${process.argv[2]}/`);
for (const name of Object.keys(published)) {
    const tokens = readRanks(require(`tiktoken/encoders/${name}.json`).bpe_ranks);
    check(name, tokens);
    const packed = pack(tokens);
    writeFileSync(fileURLToPath(new URL(`${name}.bin`, import.meta.url)), packed);
    console.log(`${name}: ${tokens.length} tokens, ${packed.length} bytes`);
}
