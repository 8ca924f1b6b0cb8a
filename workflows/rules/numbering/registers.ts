/** The series of số đến of an agency: one for all, and those that the law or its own rule keeps apart (I-R2). */
export const REGISTERS = ['general', 'petitions'] as const;

export type Register = (typeof REGISTERS)[number];
