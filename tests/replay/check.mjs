// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// check.mjs RESULT.json DIFFERENCES/: judges a replay. Every case that does not agree must be listed with a reason in one of the
// folder's files, and no listed case may agree: so the lists stay true. At least 92 % of the cases must agree, and 95 % of those
// about routing.
//
// An entry with "slip" is about what the notes beside the records themselves call a slip of the original, a limit of the recording
// or not to be copied, or about a capability that is not there yet; like the original's quirks, such cases say nothing about
// agreement. An entry with "fault" is about a case in which the original contradicts the provider's own API, the library of the
// door that it imitates, or itself at another door. Those count as differences; without them at least 95 % must agree.

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const wanted = { routing: 0.95, withoutFaults: 0.95, all: 0.92 };
const [resultFile, differences] = process.argv.slice(2);
const read = file => JSON.parse(readFileSync(file, 'utf8'));

const reasons = new Map();
const problems = [];
const listed = readdirSync(differences).filter(name => name.endsWith('.json')).flatMap(name => read(path.join(differences, name)));
const uncounted = new Set();
const faults = new Set();
for (const { reason, cases, slip, fault } of listed) {
    for (const name of cases) {
        if (slip) uncounted.add(name);
        if (fault) faults.add(name);
        if (reasons.has(name)) problems.push(`${name} is listed twice`);
        reasons.set(name, reason);
    }
}

// A quirk is the original's own slip: being different there is no difference.
const cases = read(resultFile).cases;
const quirks = cases.filter(each => each.quirk && !each.pass);
const failed = cases.filter(each => !each.pass && !each.quirk);
const counted = cases.filter(each => each.pass || (!each.quirk && !uncounted.has(each.name)));
const passed = counted.filter(each => each.pass);

for (const each of failed.filter(one => !reasons.has(one.name))) {
    problems.push(`${each.name} differs without a reason:\n${each.differences.slice(0, 6).map(text => `    ${text}`).join('\n')}`);
}
const known = new Map(cases.map(each => [each.name, each]));
for (const name of reasons.keys()) {
    const each = known.get(name);
    if (!each) problems.push(`${name} is listed in differences/ but is no case of the replay`);
    else if (each.pass) problems.push(`${name} is listed in differences/ but agrees now: take it out`);
    else if (each.quirk) problems.push(`${name} is listed in differences/ but is the original's own quirk: take it out`);
}

const share = passed.length / counted.length;
const likely = counted.filter(each => each.pass || !faults.has(each.name));
const withoutFaults = passed.length / likely.length;
const isRouting = each => each.name.startsWith('router/');
const routing = passed.filter(isRouting).length / counted.filter(isRouting).length;
if (!(share >= wanted.all)) problems.push(`only ${(share * 100).toFixed(1)} % agree; ${wanted.all * 100} % are wanted`);
if (!(withoutFaults >= wanted.withoutFaults)) problems.push(`without the original's faults only ${(withoutFaults * 100).toFixed(1)} % agree; ${wanted.withoutFaults * 100} % are wanted`);
if (!(routing >= wanted.routing)) problems.push(`of routing only ${(routing * 100).toFixed(1)} % agree; ${wanted.routing * 100} % are wanted`);

for (const problem of problems) console.log(problem);
const areas = [...new Set(counted.map(each => each.name.split('/')[0]))].sort();
const part = area => `${area} ${passed.filter(each => each.name.startsWith(`${area}/`)).length}/${counted.filter(each => each.name.startsWith(`${area}/`)).length}`;
console.log(`${areas.map(part).join(', ')}; ${passed.length} of ${counted.length} cases agree (${(share * 100).toFixed(1)} %), ${counted.length - passed.length} differ on purpose (${counted.length - likely.length} of them over a fault of the original's: without those ${(withoutFaults * 100).toFixed(1)} % agree), ${quirks.length + uncounted.size} where the original or its record is no measure`);
process.exit(problems.length ? 1 : 0);
