import type { ChainFault } from '../../workflows/rules/chain/fault.ts';
import type { Words } from './chain-words.presenter.ts';

/** A finding of the checker as a sentence, with the step that it is about. */
export function faultOf({ key, data, step }: ChainFault, words: Words) {
  return {
    text: words.t(`chainFaults:${key}`, named(data, words)),
    href: step === undefined ? undefined : `#step-${step}`,
  };
}

/** The words behind the codes of a finding. */
function named(data: ChainFault['data'], { t, workplace }: Words): Record<string, string | number> {
  const { posts, people, units } = workplace;
  const nameOf = (kind: string, value: string | number): string | number => {
    const names = { post: posts, person: people, unit: units }[kind] as
      | ReadonlyMap<string | number, string>
      | undefined;
    if (names) return names.get(value) ?? value;
    return kind === 'act' || kind === 'role' || kind === 'fact' ? t(`admin:${kind}.${value}`) : value;
  };
  return Object.fromEntries(Object.entries(data).map(([kind, value]) => [kind, nameOf(kind, value)]));
}
