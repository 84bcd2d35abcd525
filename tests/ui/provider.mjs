// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The fake provider for the tests of the window: says its address, then takes a script on every line of its input. It ends when
// the test does, however that ends.

import { createInterface } from 'node:readline';

import { startProvider } from '../fake_provider/provider.mjs';

const provider = await startProvider({ port: 0 });
process.stdout.write(`${provider.url}\n`);
const lines = createInterface({ input: process.stdin });
lines.on('line', line => {
    provider.script(JSON.parse(line));
    process.stdout.write('taken\n');
});
lines.on('close', () => process.exit(0));
