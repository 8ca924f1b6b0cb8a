/** One measured number, as a line of the table or of the JSON. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
}
