/** Why an act is not possible: the rule of flows.md, a message key, and what the sentence needs. */
export interface Refusal {
  readonly refused: true;
  /** Id in flows.md, e.g. `R4`, `I-R3`, `T-11`. */
  readonly rule: string;
  /** Key of the sentence under `refusals` in templates/locales. */
  readonly key: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** Name of the field of the command that asks for this to be confirmed: sent again with it, the act is done. */
  readonly confirm?: string;
}

export function refuse(rule: string, key: string, data: Refusal['data'] = {}): Refusal {
  return { refused: true, rule, key, data };
}

/** A refusal that the actor may overrule by confirming the named field. */
export function askToConfirm(
  rule: string,
  key: string,
  confirm: string,
  data: Refusal['data'] = {},
): Refusal {
  return { refused: true, rule, key, data, confirm };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
