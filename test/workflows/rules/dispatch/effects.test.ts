import { expect, test } from 'vitest';
import { effects } from '../../../../workflows/rules/dispatch/effects.ts';
import { evolve } from '../../../../workflows/rules/dispatch/evolve.ts';
import { arrives, completes, directs, lead, presents, registers } from '../../../builders/deeds.ts';
import { envelope } from '../../../builders/incoming.ts';
import { hai, mai, minh, toan } from '../../../builders/people.ts';
import { nothing, play, rowOf, statuses } from '../../../builders/story.ts';

const story = play(
  nothing,
  arrives(),
  registers(mai),
  presents(toan, hai),
  directs(hai, [lead(minh)]),
  completes(minh),
);

test('core: the effects of an event depend on it and the state alone, so that their keys are stable', () => {
  const keys = () => {
    let state = nothing.state;
    return story.events.flatMap((event) => {
      state = evolve(state, event);
      return effects(event, state).map((effect, index) => [`${event.revision}.${index}`, effect] as const);
    });
  };
  expect(keys()).toEqual(keys());
  expect(new Set(keys().map(([key]) => key)).size).toBe(story.effects.length);
});

test('core: revisions count the events', () => {
  expect(story.events.map(({ revision }) => revision)).toEqual(
    story.events.map((_event, index) => index + 1),
  );
  expect(story.state.revision).toBe(story.events.length);
});

test('flows 11: the codes of a whole life, and none for paper', () => {
  expect(statuses(story)).toEqual(['01', '03', '04', '05', '06']);
  const paper = play(nothing, arrives(envelope({ source: 'paper' })), registers(mai));
  expect(statuses(paper)).toEqual([]);
});

test('P-10: who did it stands in the record as which post; what follows by itself is the system’s', () => {
  const directed = story.events.find(({ kind }) => kind === 'assigned');
  expect(directed?.by).toEqual({
    person: hai.person,
    name: 'Trần Văn Hải',
    post: hai.post,
    title: 'Chủ tịch',
    agency: hai.agency,
    unit: hai.unit,
  });
  expect(story.events.at(-1)).toMatchObject({ kind: 'completed', by: { system: true } });
  expect(rowOf(story.state, minh).finishedBy).toMatchObject({ name: 'Đỗ Quang Minh' });
});
