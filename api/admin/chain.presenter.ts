import type { DraftChain, PublishedChain } from '../../store/chains/chain.model.ts';
import type { Chain } from '../../workflows/rules/chain/chain.ts';
import type { ChainFault } from '../../workflows/rules/chain/fault.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { dayText } from '../http/instants.ts';
import type { Page } from '../http/result.ts';
import { adminPath, adminPaths } from './admin.paths.ts';
import { tabsOf } from './calendar.presenter.ts';
import { chainSays, conditionWords, dueWords, stepSays, type Words } from './chain-words.presenter.ts';
import { differencesOf } from './difference.presenter.ts';
import { faultOf } from './fault.presenter.ts';

const DIRECTIONS = ['incoming', 'outgoing'] as const;

/** How the chain of a direction stands. */
export interface Standing {
  readonly inForce: PublishedChain;
  readonly latest: PublishedChain;
  readonly versions: readonly PublishedChain[];
  readonly draft: DraftChain | undefined;
}

/** The two chains of an agency. */
export function chainsPage(standings: readonly Standing[], { t }: Words): Page {
  return {
    ...{ kind: 'page', view: 'admin/chains', title: t('admin:chains.title') },
    model: {
      tabs: tabsOf('chains', t),
      chains: standings.map((standing, index) => {
        const direction = DIRECTIONS[index] ?? 'incoming';
        return {
          direction: t(`admin:direction.${direction}`),
          href: adminPath('chain', { direction }),
          name: standing.inForce.chain.name,
          ...statusOf(standing, t),
        };
      }),
    },
  };
}

function statusOf({ inForce, latest, draft }: Standing, t: Words['t']) {
  const from = (chain: PublishedChain) => (chain.startsAt === 0 ? '' : dayText(chain.startsAt));
  const { version } = inForce;
  return {
    inForce: t(inForce.startsAt === 0 ? 'admin:chain.inForceAlways' : 'admin:chain.inForce', {
      version,
      from: from(inForce),
    }),
    coming:
      latest.version === version
        ? undefined
        : t('admin:chain.coming', { version: latest.version, from: from(latest) }),
    draft: draft ? { text: t('admin:chain.draftBy', { by: draft.by }), at: draft.savedAt } : undefined,
  };
}

interface Shown {
  readonly standing: Standing;
  readonly faults: readonly ChainFault[];
  readonly now: Instant;
  readonly words: Words;
}

/** The chain of one direction: its steps as they would be published, checked and compared with the version in use. */
export function chainPage({ standing, faults, now, words }: Shown): Page {
  const { t } = words;
  const { latest, draft } = standing;
  const chain = draft?.chain ?? latest.chain;
  const { direction } = chain;
  const errors = faults.filter(({ warning }) => !warning);
  const title = t(`admin:direction.${direction}`);
  const data = {
    ...{ edition: draft?.edition ?? 0, chain, ...statusOf(standing, t) },
    errors: errors.map((fault) => faultOf(fault, words)),
    warnings: faults.filter(({ warning }) => warning).map((fault) => faultOf(fault, words)),
    versions: versionsOf(standing, t),
  };
  return {
    ...{ kind: 'page', view: 'admin/chain', title, trail: trailOf(words, title), data },
    model: {
      ...{ ...data, tabs: tabsOf('chains', t), startsOn: dayText(now) },
      says: chainSays({ ...chain, settlement: [] }, words),
      steps: stepsOf(chain, words, faults),
      rules: direction === 'incoming' ? rulesOf(chain, words) : undefined,
      differences: draft ? differencesOf(latest.chain, chain, words) : [],
      mayPublish: draft !== undefined && errors.length === 0,
      paths: {
        arrange: adminPath('chainArrange', { direction }),
        publish: adminPath('chainPublish', { direction }),
        discard: adminPath('chainDiscard', { direction }),
        settings: adminPath('chainSettings', { direction }),
        newStep: adminPath('chainStep', { direction, key: 'new' }),
        newRule: adminPath('chainRule', { direction, place: 'new' }),
      },
    },
  };
}

/** One published version as it was published. */
export function versionPage(published: PublishedChain, words: Words): Page {
  const { t } = words;
  const { chain, version } = published;
  const { direction } = chain;
  const title = t('admin:chain.version', { version });
  const back = { label: t(`admin:direction.${direction}`), href: adminPath('chain', { direction }) };
  return {
    ...{ kind: 'page', view: 'admin/chain-version', title },
    trail: [{ label: t('admin:chains.title'), href: adminPaths.chains }, back, { label: title }],
    model: {
      ...{ tabs: tabsOf('chains', t), chain, published: publishedWords(published, t) },
      says: chainSays(chain, words),
      steps: stepsOf(chain, words, []),
    },
  };
}

/** The way back from a chain's own pages. */
export function trailOf({ t }: Words, ...names: readonly string[]) {
  return [{ label: t('admin:chains.title'), href: adminPaths.chains }, ...names.map((label) => ({ label }))];
}

function stepsOf({ direction, steps }: Chain, words: Words, faults: readonly ChainFault[]) {
  return steps.map((step, place) => ({
    ...{ key: step.key, title: step.title, place, number: place + 1, last: place === steps.length - 1 },
    says: stepSays(step, words),
    faults: faults.filter((fault) => fault.step === step.key).map((fault) => faultOf(fault, words).text),
    edit: adminPath('chainStep', { direction, key: step.key }),
  }));
}

function rulesOf({ direction, settlement }: Chain, words: Words) {
  return settlement.map((rule, place) => ({
    ...{ place, number: place + 1, last: place === settlement.length - 1 },
    text: `${conditionWords(rule.when, words)}: ${dueWords(rule.due, words.t)}`,
    edit: adminPath('chainRule', { direction, place }),
  }));
}

function versionsOf({ versions, inForce }: Standing, t: Words['t']) {
  return versions.map((published) => ({
    ...{ version: published.version, current: published.version === inForce.version },
    text: publishedWords(published, t),
    href: adminPath('chainVersion', { direction: published.direction, version: published.version }),
  }));
}

function publishedWords({ startsAt, publishedAt, by }: PublishedChain, t: Words['t']): string {
  if (by === undefined) return t('admin:chain.first');
  return t('admin:chain.published', { by, on: dayText(publishedAt), from: dayText(startsAt) });
}
