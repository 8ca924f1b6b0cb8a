import type { DispatchId } from '../workflows/rules/ids.ts';
import type { Key } from '../workflows/rules/permission/keys.ts';
import { DispatchModel } from './dispatches/dispatch.model.ts';
import { RowModel } from './dispatches/row.model.ts';
import { MessageModel } from './messages/message.model.ts';

const AGAIN_MS = 1000;

/** What the record pushes when it changes. */
export interface Changes {
  /** Rows changed in the lists of the holders of these keys. */
  readonly rows: (keys: readonly Key[]) => void;
  /** Something happened to a dispatch, which the holders of these keys may read. */
  readonly dispatch: (id: DispatchId, keys: readonly Key[]) => void;
  /** Somebody was told something. */
  readonly messages: (keys: readonly Key[]) => void;
  /** The stream broke and what happened meanwhile is not known. */
  readonly lost: () => void;
}

/**
 * Follows the record; a broken stream is opened anew.
 * @returns what ends it
 */
export async function followChanges(changes: Changes): Promise<() => Promise<void>> {
  const ends = await Promise.all([
    follow(
      () => RowModel.watch(),
      ({ concerns }) => {
        changes.rows(strings(concerns));
      },
      changes.lost,
    ),
    follow(
      () => DispatchModel.watch(),
      ({ _id, readers }) => {
        changes.dispatch(String(_id) as DispatchId, strings(readers));
      },
      changes.lost,
    ),
    follow(
      () => MessageModel.watch([], { fullDocument: 'updateLookup' }),
      ({ person }) => {
        changes.messages([`person:${String(person)}`]);
      },
      changes.lost,
    ),
  ]);
  return async () => {
    await Promise.all(ends.map((end) => end()));
  };
}

type Stream = ReturnType<typeof RowModel.watch>;

async function follow(
  open: () => Stream,
  tell: (document: Record<string, unknown>) => void,
  lost: () => void,
): Promise<() => Promise<void>> {
  let ended = false;
  let stream = start();
  // Its first token says that it is open: nothing written from then on is missed.
  await new Promise<void>((ready) => {
    stream.once('resumeTokenChanged', () => {
      ready();
    });
    stream.once('error', () => {
      ready();
    });
  });
  return async () => {
    ended = true;
    await stream.close();
  };

  function start(): Stream {
    const next = open();
    next.on('change', (change: { fullDocument?: Record<string, unknown> }) => {
      if (change.fullDocument) tell(change.fullDocument);
    });
    next.on('error', () => {
      void next.close().catch(() => undefined);
      if (ended) return;
      setTimeout(() => {
        if (ended) return;
        stream = start();
        lost();
      }, AGAIN_MS);
    });
    return next;
  }
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
