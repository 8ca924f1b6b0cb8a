import type { z } from 'zod';
import { inboxLines } from '../../store/dispatches/inbox.view.ts';
import type { InboxLine } from '../../store/dispatches/row.model.ts';
import type { CommandOf } from '../../workflows/rules/dispatch/command.ts';
import { isRefusal } from '../../workflows/rules/dispatch/refusal.ts';
import { dispatchPath } from '../dispatches/dispatches.paths.ts';
import { refusalWords } from '../http/answer.ts';
import type { Visit } from '../http/define-route.ts';
import type { Result } from '../http/result.ts';
import { address } from './tasks.presenter.ts';
import type { bulkActs, rowAct } from './tasks.schema.ts';

type Acting = Visit<unknown, 'acting'>;
type SimpleAct = CommandOf<'read' | 'accept' | 'claim' | 'complete'>;

/** The usual act on one row, done from the list. */
export async function actOnRow(visit: Visit<z.output<typeof rowAct>, 'acting'>): Promise<Result> {
  const { input, actor, t } = visit;
  const { dispatch, row, act, tab } = input;
  const [line] = await inboxLines(actor, [`${dispatch}/${row}`]);
  if (!line) return { kind: 'notFound' };
  const answer = await give(visit, line, { kind: act, row, by: actor });
  if (isRefusal(answer)) return { kind: 'refused', refusal: answer };
  const text = t(`tasks:done.${act}`, { count: 1, code: line.code });
  return { kind: 'redirect', to: address(tab, 1), flash: { tone: 'success', text } };
}

/** The same act on each selected row: each is decided alone, and the answer says which were refused and why (U-4). */
export async function actOnMany(visit: Visit<z.output<typeof bulkActs>, 'acting'>): Promise<Result> {
  const { input, actor, t } = visit;
  const { act, rows, tab, result } = input;
  const lines = await inboxLines(actor, [...new Set(rows)]);
  if (lines.length === 0) return { kind: 'notFound' };
  const answers = await Promise.all(
    lines.map(async (line) => ({ line, answer: await give(visit, line, command(line)) })),
  );
  const done = answers.filter(({ answer }) => !isRefusal(answer)).map(({ line }) => shown(line));
  const refused = answers.flatMap(({ line, answer }) =>
    isRefusal(answer) ? [{ ...shown(line), ...refusalWords(visit.request, answer) }] : [],
  );
  const text = t(`tasks:done.${act}`, { count: done.length, code: done[0]?.code });
  const back = address(tab, 1);
  const data = { done, refused };
  if (refused.length === 0) return { kind: 'redirect', to: back, flash: { tone: 'success', text }, data };
  const model = { done, refused, back, text: done.length > 0 ? text : t('tasks:bulk.nothingDone') };
  return {
    kind: 'page',
    view: 'tasks/bulk',
    title: t('tasks:bulk.title'),
    trail: trail(visit, back),
    model,
    data,
  };

  function command({ row }: InboxLine): SimpleAct {
    return act === 'complete' ? { kind: act, row, result, by: actor } : { kind: act, row, by: actor };
  }
}

/** Under a key of its own for each row, so that the same click again is the same act (U-2). */
function give({ deps, key }: Acting, { agency, dispatch, row }: InboxLine, command: SimpleAct) {
  return deps.cases.act(agency, dispatch, `${key}.${row}`, command);
}

function shown({ code, subject, dispatch }: InboxLine) {
  return { code, subject, href: dispatchPath(dispatch) };
}

function trail({ t }: Acting, back: string) {
  return [{ label: t('tasks:title'), href: back }, { label: t('tasks:bulk.title') }];
}
