import { explore, type SmallCase } from './explorer.ts';
import type { Figure } from './figure.ts';
import { smallCases } from './small-cases.ts';
import { smallDrafts } from './small-drafts.ts';

const SECONDS = 120;
/** So that the memory of a small machine is enough for a case. */
const MOST_STATES = 500_000;

/**
 * Distinct states explored in two minutes on one core, of dispatches that come in and of drafts that go out, and those
 * among them that have no way to an end.
 */
export function run(): Promise<Figure[]> {
  return Promise.resolve([...figures('explore', smallCases), ...figures('explore.drafts', smallDrafts)]);
}

function figures<State, Command extends { readonly kind: string }>(
  name: string,
  cases: readonly SmallCase<State, Command>[],
): readonly Figure[] {
  const start = performance.now();
  const explorations = cases.map((of, index) => {
    // What one case leaves of its share of the time goes to the next.
    const share = ((index + 1) / cases.length) * SECONDS * 1000;
    return explore(of, { states: MOST_STATES, until: start + share });
  });
  for (const path of explorations.flatMap(({ stuck }) => stuck).slice(0, 10)) {
    console.error(`stuck after: ${path.join(', ')}`);
  }
  const states = explorations.reduce((sum, one) => sum + one.states, 0);
  const stuck = explorations.reduce((sum, one) => sum + one.stuck.length, 0);
  return [
    { figure: `${name}.states`, value: states, unit: 'states' },
    { figure: `${name}.stuck`, value: stuck, unit: 'states' },
  ];
}
