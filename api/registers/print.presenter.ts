import type { RegisterLine } from '../../store/registers/register-line.model.ts';
import type { Visit } from '../http/define-route.ts';
import { lineColumns } from './columns.ts';
import { registersPaths } from './registers.paths.ts';

/** More is printed in parts: a browser lays out a longer table slowly. */
export const BOOK_LINES = 2000;

interface Book {
  readonly register: string;
  readonly year: number;
  readonly lines: readonly RegisterLine[];
  readonly agency: string;
}

/** A book of the register: its cover words and the ten columns. */
export function bookModel({ register, year, lines, agency }: Book, { t }: Pick<Visit, 't'>) {
  const printed = lines.slice(0, BOOK_LINES).map((line) => lineColumns(line, t));
  const [first, last] = [printed[0], printed.at(-1)];
  return {
    agency,
    name: t(`registers:book.${register}`),
    year: t('registers:print.year', { year }),
    ...(first &&
      last && {
        span: t('registers:print.span', {
          ...{ fromDay: first.arrivedOn, toDay: last.arrivedOn, from: first.number, to: last.number },
          count: printed.length,
        }),
      }),
    lines: printed,
    columns: COLUMNS.map((column) => t(`registers:column.${column}`)),
    ...(lines.length > BOOK_LINES && { cut: t('registers:print.cut', { count: BOOK_LINES }) }),
    back: `${registersPaths.incoming}?tab=register&year=${year}&register=${register}`,
  };
}

const COLUMNS = [
  ...(['arrivedOn', 'number', 'author', 'code', 'issuedOn'] as const),
  ...(['subject', 'receiver', 'handedOn', 'signature', 'notes'] as const),
];
