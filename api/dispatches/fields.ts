import type { Words } from './reading.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

/** One field of a form as its template shows it. */
export type Field =
  | {
      readonly kind: 'text' | 'textarea';
      readonly name: string;
      readonly label: string;
      readonly hint: string;
      readonly value: string;
      readonly maxlength?: number;
      readonly numeric?: true;
      /** What came through the axis, beside a correction (I-R5). */
      readonly received?: string;
    }
  | {
      readonly kind: 'radios' | 'select';
      readonly name: string;
      readonly label: string;
      readonly hint: string;
      readonly options: readonly Option[];
    }
  | DueField;

/** A deadline said in words, with the instant that it means computed beside it. */
export interface DueField {
  readonly kind: 'due';
  readonly name: 'dueKind';
  readonly options: readonly Option[];
  readonly value: string;
  readonly previewPath: string;
  /** The row above, which the deadline is held against. */
  readonly row: number | undefined;
  /** What had been confirmed about the days that were typed. */
  readonly confirmedDayOff: string | undefined;
  readonly preview: DuePreview | undefined;
}

export interface DuePreview {
  readonly text: string;
  readonly warning: string | undefined;
}

/** Options in order, the typed or else the proposed one chosen. */
export function options<Value extends string>(
  values: readonly Value[],
  label: (value: Value) => string,
  chosen: string | undefined,
): readonly Option[] {
  return values.map((value) => ({ value, label: label(value), chosen: value === chosen }));
}

/** A reason of 10 to 1000 characters, as the law of the office wants it. */
export function reasonField(
  t: Words,
  value: string | undefined,
  label = t('dispatches:field.reason'),
): Field {
  const hint = t('dispatches:hint.reason');
  return { kind: 'textarea', name: 'reason', label, hint, value: value ?? '', maxlength: 1000 };
}
