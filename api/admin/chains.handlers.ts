import type { z } from 'zod';
import type { DraftChain } from '../../store/chains/chain.model.ts';
import { agencyNames } from '../../store/chains/agency-names.view.ts';
import { draftChain, publishedVersions } from '../../store/chains/chain.view.ts';
import { workplaceOf } from '../../store/chains/workplace.view.ts';

import { chainFaults } from '../../workflows/rules/chain/lint.ts';
import type { Chain } from '../../workflows/rules/chain/chain.ts';
import type { AgencyCode } from '../../workflows/rules/ids.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import type { Visit } from '../http/define-route.ts';
import type { Result } from '../http/result.ts';
import { newStep, ruleValues, valuesOf } from './step-values.ts';
import type { Words } from './chain-words.presenter.ts';
import {
  chainPage as present,
  chainsPage,
  type Standing,
  versionPage as presentVersion,
} from './chain.presenter.ts';
import type { chainPage, rulePage, stepPage, versionPage } from './chains.schema.ts';
import { settingsPage as presentSettings } from './settings.presenter.ts';
import { rulePage as presentRule, stepPage as presentStep } from './step.presenter.ts';

export type Asked<Schema extends z.ZodType = z.ZodType> = Visit<z.output<Schema>, 'admin.chains'>;

/** The chains of the agency, as they stand. */
export async function showChains(visit: Visit<unknown, 'admin.chains'>): Promise<Result> {
  const { actor, now } = visit;
  const both = await Promise.all([
    standingOf(actor.agency, 'incoming', now),
    standingOf(actor.agency, 'outgoing', now),
  ]);
  return chainsPage(
    both.flatMap((standing) => standing ?? []),
    await wordsOf(visit),
  );
}

/** One chain: draft or latest version, checked against who there is today. */
export async function showChain(visit: Asked<typeof chainPage>): Promise<Result> {
  const { input, actor, now } = visit;
  const [standing, words] = await Promise.all([
    standingOf(actor.agency, input.direction, now),
    wordsOf(visit),
  ]);
  if (!standing) return { kind: 'notFound' };
  const faults = chainFaults(workedOn(standing), words.workplace.staffing);
  return present({ standing, faults, now, words });
}

/** A published version, which nothing changes any more. */
export async function showVersion(visit: Asked<typeof versionPage>): Promise<Result> {
  const { input, actor } = visit;
  const versions = await publishedVersions(actor.agency, input.direction);
  const found = versions.find(({ version }) => version === input.version);
  return found ? presentVersion(found, await wordsOf(visit)) : { kind: 'notFound' };
}

/** The form of a step; one that somebody else removed meanwhile is offered as it was typed. */
export async function showStep(visit: Asked<typeof stepPage>): Promise<Result> {
  const { input, actor, now } = visit;
  const [standing, words] = await Promise.all([
    standingOf(actor.agency, input.direction, now),
    wordsOf(visit),
  ]);
  if (!standing) return { kind: 'notFound' };
  const step = workedOn(standing).steps.find(({ key }) => key === input.key);
  const isSent = input.edition !== undefined;
  if (!step && !isSent && input.key !== 'new') return { kind: 'notFound' };
  const values = isSent ? input : valuesOf(step ?? newStep(input.direction));
  return presentStep({ direction: input.direction, edition: editionOf(standing), values, words, step });
}

/** The form of a settlement rule (T-11). */
export async function showRule(visit: Asked<typeof rulePage>): Promise<Result> {
  const { input, actor, now } = visit;
  const { direction, place } = input;
  const [standing, words] = await Promise.all([standingOf(actor.agency, direction, now), wordsOf(visit)]);
  if (!standing) return { kind: 'notFound' };
  const rule = workedOn(standing).settlement[Number(place)];
  const isSent = input.edition !== undefined;
  if (!rule && !isSent && place !== 'new') return { kind: 'notFound' };
  const stored = rule ? ruleValues(rule.when, rule.due) : ruleValues([], { kind: 'workingDays', days: 3 });
  const values = isSent ? input : stored;
  return presentRule({ direction, edition: editionOf(standing), values, words, place, rule });
}

/** The form of what a chain has besides steps. */
export async function showSettings(visit: Asked<typeof chainPage>): Promise<Result> {
  const { input, actor, now } = visit;
  const standing = await standingOf(actor.agency, input.direction, now);
  if (!standing) return { kind: 'notFound' };
  return presentSettings(workedOn(standing), editionOf(standing), await wordsOf(visit));
}

/** How a chain stands: what is in use, what was published last, and what is being worked on. */
export async function standingOf(
  agency: AgencyCode,
  direction: Chain['direction'],
  now: Instant,
): Promise<Standing | undefined> {
  const [versions, draft] = await Promise.all([
    publishedVersions(agency, direction),
    draftChain(agency, direction),
  ]);
  const latest = versions[0];
  const started = versions
    .filter(({ startsAt }) => startsAt <= now)
    .sort((a, b) => b.startsAt - a.startsAt || b.version - a.version);
  const inForce = started[0];
  return latest && inForce ? { versions, latest, inForce, draft } : undefined;
}

/** The chain that is edited: the draft, or the latest version before there is one. */
export function workedOn({ draft, latest }: Standing): Chain {
  return draft?.chain ?? latest.chain;
}

export function editionOf({ draft }: Pick<Standing, 'draft'>): DraftChain['edition'] {
  return draft?.edition ?? 0;
}

async function wordsOf({ actor, now, t }: Visit<unknown, 'admin.chains'>): Promise<Words> {
  const [workplace, agencies] = await Promise.all([workplaceOf(actor.agency, now), agencyNames()]);
  return { t, workplace, agencies };
}
