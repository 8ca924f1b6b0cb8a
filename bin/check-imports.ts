import { globSync } from 'node:fs';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import rules from '../.dependency-cruiser.mjs';

const zones = ['workflows', 'activities', 'api', 'store', 'config', 'bin', 'test'];

const { output } = await cruise(zones, {
  ...rules.options,
  validate: true,
  ruleSet: { forbidden: rules.forbidden ?? [] },
});
const { modules, summary } = output as ICruiseResult;

const violations = summary.violations.map(({ rule, from, to, cycle }) =>
  [rule.name, from, ...(cycle?.map(({ name }) => name) ?? [to])].join(' → '),
);

// With a TypeScript that it does not know it cruises nothing, and finds nothing wrong.
const cruised = new Set(modules.map(({ source }) => source));
const missed = globSync(`{${zones.join(',')}}/**/*.ts`).filter((file) => !cruised.has(file));

for (const violation of violations) console.error(violation);
for (const file of missed) console.error(`không được xét: ${file}`);
console.log(`${cruised.size} mô-đun, ${violations.length} vi phạm, ${missed.length} tệp không được xét`);
if (violations.length + missed.length > 0 || cruised.size === 0) process.exitCode = 1;
