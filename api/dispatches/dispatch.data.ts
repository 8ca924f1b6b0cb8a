import { z } from 'zod';
import { permitted } from '../../workflows/rules/dispatch/permitted.ts';
import type { Row } from '../../workflows/rules/dispatch/row.ts';
import type { Deadline } from '../../workflows/rules/working-time/deadline.ts';
import { instant } from '../http/answers.ts';
import type { Told } from './dispatch.presenter.ts';
import { type ActKind, actPath, filePath } from './dispatches.paths.ts';
import { historyView } from './history.presenter.ts';
import type { FullReading } from './reading.ts';

const deadline = z
  .object({
    due: instant,
    unit: z.enum(['day', 'workingMinute', 'realMinute']).describe('What its levels are counted in'),
    calendarVersion: z.number().int(),
  })
  .optional();

/** One dispatch as the JSON API gives it. */
export const dispatchData = z.object({
  id: z.string(),
  agency: z.string().describe('Code of the agency whose record this is'),
  revision: z.number().int().describe('Number of events so far'),
  status: z
    .string()
    .describe(
      'arrived, registering, registered, presented, assigned, inProgress, completed, refused, linked or discarded',
    ),
  arrivedAt: instant.optional(),
  completedAt: instant.optional(),
  envelope: z.unknown().describe('What was received; never changed (I-R5)'),
  registration: z.unknown().describe('What the clerk registered, with number and year; absent before'),
  limits: z
    .record(z.string(), deadline)
    .describe('Limits of the law that run now (T-10), by what they limit'),
  rows: z.array(
    z.object({
      id: z.number().int().describe('0 is the agency’s own desk'),
      parent: z.number().int().optional().describe('The row that it was forwarded from'),
      receiver: z.unknown(),
      role: z.enum(['lead', 'cooperate', 'inform']),
      state: z.string().describe('pending, forwarded, completed, returned, cameBack, withdrawn or suspended'),
      deadline,
      assignedAt: instant,
      readAt: instant.optional(),
      finishedAt: instant.optional(),
      completion: z.string().optional().describe('own, climbed, withLead, fromAbove or read'),
      percent: z.number().int(),
    }),
  ),
  permitted: z
    .array(z.object({ act: z.string(), row: z.number().int().optional(), path: z.string() }))
    .describe('What the caller may do now; the act is a POST to its path'),
  files: z.array(
    z.object({ hash: z.string(), name: z.string(), type: z.string(), size: z.number(), path: z.string() }),
  ),
  statuses: z
    .array(z.object({ code: z.string(), at: instant, description: z.string() }))
    .describe('What the sender was told (01 to 06)'),
  history: z.array(
    z.object({
      revision: z.number().int(),
      at: instant,
      kind: z.string(),
      who: z.string(),
      text: z.string(),
    }),
  ),
  intact: z.boolean().describe('Whether the hash chain of the record holds'),
});

/** The dispatch for an API client: what pages say in words, as data. */
export function dispatchJson(reading: FullReading, told: Told): z.input<typeof dispatchData> {
  const { state, actor, now } = reading;
  const { id, agency, revision, status, arrivedAt, completedAt, envelope, registration } = state;
  return {
    ...{ id, agency, revision, status, arrivedAt, completedAt, envelope, registration },
    limits: Object.fromEntries(
      Object.entries(state.limits).map(([kind, clock]) => [kind, deadlineJson(clock.deadline)]),
    ),
    rows: state.rows.map(rowJson),
    permitted: permitted(state, actor, now).map(({ kind, row }) => ({
      act: kind,
      row,
      path: actPath(id, kind as ActKind, row),
    })),
    files: (envelope?.files ?? []).map((file) => ({ ...file, path: filePath(id, file.hash) })),
    statuses: told.statuses.map(({ code, at, description }) => ({ code, at, description })),
    history: [...historyView(reading)],
    intact: told.brokenAt === undefined,
  };
}

function rowJson(row: Row) {
  const { id, parent, receiver, role, state, assignedAt, readAt, finishedAt, completion, percent, clock } =
    row;
  const shown = { id, parent, receiver, role, state, assignedAt, readAt, finishedAt, completion, percent };
  return { ...shown, deadline: clock && deadlineJson(clock.deadline) };
}

function deadlineJson({ due, unit, calendarVersion }: Deadline) {
  return { due, unit, calendarVersion };
}
