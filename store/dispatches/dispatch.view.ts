import type { Event } from '../../workflows/rules/dispatch/event.ts';
import { evolve } from '../../workflows/rules/dispatch/evolve.ts';
import { type DispatchState, emptyState } from '../../workflows/rules/dispatch/state.ts';
import type { AgencyCode, DispatchId } from '../../workflows/rules/ids.ts';
import type { Key } from '../../workflows/rules/permission/keys.ts';
import { type Dispatch, DispatchModel } from './dispatch.model.ts';
import { EventModel, eventOf } from './event.model.ts';
import { RequestModel } from './request.model.ts';

/** A dispatch that one of the keys opens; what they do not open does not exist (P-4). */
export async function dispatchFor(keys: readonly Key[], id: DispatchId): Promise<Dispatch | undefined> {
  return (await DispatchModel.findOne({ _id: id, readers: { $in: keys } }).lean()) ?? undefined;
}

/** The record of a dispatch in order. */
export async function eventsOf(dispatch: DispatchId): Promise<readonly Event[]> {
  const lines = await EventModel.find({ dispatch }, { json: 1 }).sort({ revision: 1 }).lean();
  return lines.map(eventOf);
}

/** The state that the record gives (P-8); the empty state where there is no record. */
export async function stateOf(agency: AgencyCode, dispatch: DispatchId): Promise<DispatchState> {
  return (await eventsOf(dispatch)).reduce(evolve, emptyState(agency, dispatch));
}

/** The revision that an act under this request key led to, if it was done before (U-2). */
export async function revisionOfRequest(dispatch: DispatchId, key: string): Promise<number | undefined> {
  return (await RequestModel.findById(`${dispatch}/${key}`).lean())?.revision;
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
