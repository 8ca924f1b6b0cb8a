import type { Figure } from './figure.ts';

const BENCHES = {
  rules: () => import('./rules.ts'),
  explore: () => import('./explore.ts'),
  acts: () => import('./acts.ts'),
  inbox: () => import('./inbox.ts'),
  start: () => import('./start.ts'),
  memory: () => import('./memory.ts'),
  visible: () => import('./visible.ts'),
} as const;

const names = Object.keys(BENCHES) as (keyof typeof BENCHES)[];
const given = process.argv.slice(2).filter((argument) => argument !== '--json');
const asJson = process.argv.includes('--json');
const chosen = given.length === 0 ? names : names.filter((name) => given.includes(name));

if (given.length > chosen.length) {
  console.error(`npm run bench -- <${names.join('|')}> [--json]`);
  process.exitCode = 1;
} else {
  for (const name of chosen) print(await (await BENCHES[name]()).run());
}

function print(figures: readonly Figure[]): void {
  for (const { figure, value, unit } of figures) {
    const line = `${figure.padEnd(28)}${value.toLocaleString('en').padStart(14)} ${unit}`;
    console.log(asJson ? JSON.stringify({ figure, value, unit }) : line);
  }
}
