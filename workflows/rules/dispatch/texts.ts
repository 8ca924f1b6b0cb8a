import { type Refusal, refuse } from './refusal.ts';

/** A reason that people must give: 10–1000 characters (I3, R4, C1). Blanks at the ends do not count. */
export function reasonFault(rule: string, text: string): Refusal | undefined {
  return lengthFault(rule, 'reason', text, 10, 1000);
}

/** Any text within its bounds, counted in characters as people see them. */
export function lengthFault(
  rule: string,
  field: string,
  text: string,
  least: number,
  most: number,
): Refusal | undefined {
  // Letters with their marks typed apart count as one.
  const length = Array.from(text.trim().normalize('NFC')).length;
  if (length < least) return refuse(rule, 'textTooShort', { field, least, length });
  return length > most ? refuse(rule, 'textTooLong', { field, most, length }) : undefined;
}
