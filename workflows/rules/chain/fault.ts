/** Something in a chain that keeps it from being published, or a warning that does not. */
export interface ChainFault {
  readonly rule: 'Q-1';
  /** Key of the sentence under `chainFaults` in templates/locales. */
  readonly key: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** Key of the step it is about; of the whole chain without. */
  readonly step?: string;
  /** Said, but it may be published all the same. */
  readonly warning?: true;
}

export function fault(key: string, data: ChainFault['data'] = {}, step?: string): ChainFault {
  return { rule: 'Q-1', key, data, ...(step !== undefined && { step }) };
}

export function warning(key: string, data: ChainFault['data'] = {}, step?: string): ChainFault {
  return { ...fault(key, data, step), warning: true };
}
