import type { Duplicate } from '../../workflows/rules/dispatch/envelope.ts';
import type { Event } from '../../workflows/rules/dispatch/event.ts';
import { evolve } from '../../workflows/rules/dispatch/evolve.ts';
import { type DispatchState, emptyState } from '../../workflows/rules/dispatch/state.ts';
import type { AgencyCode, DispatchId } from '../../workflows/rules/ids.ts';
import { type Key, readersOf } from '../../workflows/rules/permission/keys.ts';
import { type Dispatch, DispatchModel } from './dispatch.model.ts';
import { plain } from '../plain.ts';
import { EventModel, eventOf, type RecordedEvent } from './event.model.ts';

/** A dispatch that one of the keys opens; what they do not open does not exist (P-4). */
export async function dispatchFor(keys: readonly Key[], id: DispatchId): Promise<Dispatch | undefined> {
  return (await DispatchModel.findOne({ _id: id, readers: { $in: keys } }).lean()) ?? undefined;
}

/** The agency of a dispatch that one of the keys opens; what they do not open does not exist (P-4). */
export async function agencyFor(keys: readonly Key[], id: DispatchId): Promise<AgencyCode | undefined> {
  const opened = { _id: id, readers: { $in: [...keys] } };
  return (await plain(DispatchModel).findOne(opened, { projection: { agency: 1 } }))?.agency;
}

function linesOf(dispatch: DispatchId): Promise<RecordedEvent[]> {
  return plain(EventModel).find({ dispatch }).sort({ revision: 1 }).toArray();
}

/** The record of a dispatch in order. */
export async function eventsOf(dispatch: DispatchId): Promise<readonly Event[]> {
  return (await linesOf(dispatch)).map(eventOf);
}

/** Where a dispatch stands that one of the keys opens; what they do not open does not exist (P-4). */
export async function stateFor(keys: readonly Key[], id: DispatchId): Promise<DispatchState | undefined> {
  const lines = await linesOf(id);
  if (!lines[0]) return undefined;
  const state = lines.map(eventOf).reduce(evolve, emptyState(lines[0].agency, id));
  return readersOf(state).some((reader) => keys.includes(reader)) ? state : undefined;
}

/** The state that the record gives (P-8); the empty state where there is no record. */
export async function stateOf(agency: AgencyCode, dispatch: DispatchId): Promise<DispatchState> {
  return (await eventsOf(dispatch)).reduce(evolve, emptyState(agency, dispatch));
}

/** The revision up to which a dispatch is recorded; 0 where there is no record. */
export async function revisionOf(dispatch: DispatchId): Promise<number> {
  return (await DispatchModel.findById(dispatch, { revision: 1 }).lean())?.revision ?? 0;
}

/** The state that the record gives, and every request key with the revision it led to, oldest first (U-2). */
export async function recordOf(agency: AgencyCode, dispatch: DispatchId) {
  const lines = await linesOf(dispatch);
  return {
    state: lines.map(eventOf).reduce(evolve, emptyState(agency, dispatch)),
    answered: lines.flatMap(({ requests = [], revision }) => requests.map((key) => [key, revision] as const)),
  };
}

/** Records of the agency that may be the same document (I-R3): same identity, or same code, author and year. */
export async function likelyCopies(
  agency: AgencyCode,
  document: Pick<Dispatch, 'documentId' | 'codeNumber' | 'codeNotation' | 'author' | 'issuedYear'>,
  except: DispatchId,
): Promise<readonly Dispatch[]> {
  const { documentId, codeNumber, codeNotation, author, issuedYear } = document;
  const same = [{ codeNumber, codeNotation, author, issuedYear }, ...(documentId ? [{ documentId }] : [])];
  const found = await Promise.all(
    same.map((filter) => DispatchModel.find({ agency, ...filter, number: { $exists: true } }).lean()),
  );
  const byId = new Map(found.flat().map((dispatch) => [dispatch._id, dispatch]));
  byId.delete(except);
  return [...byId.values()];
}

/** What the law is told of a likely copy that has its number (I-R3). */
export function duplicateOf({ _id, number, year }: Dispatch): readonly Duplicate[] {
  return number === undefined || year === undefined ? [] : [{ dispatch: _id, number, year }];
}
