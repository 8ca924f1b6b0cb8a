type Brand<Name extends string> = string & { readonly brand: Name };

/** Identifier of an agency, old form of QCVN 102, e.g. `000.00.00.H35`. */
export type AgencyCode = Brand<'AgencyCode'>;
/** One unit inside an agency, e.g. `000.00.00.H35/vx`. */
export type UnitId = Brand<'UnitId'>;
/** One post held by one person at a time; every act is done as a post (U-1). */
export type PostId = Brand<'PostId'>;
export type PersonId = Brand<'PersonId'>;
/** One dispatch in one agency: five agencies that receive a paper hold five of these. */
export type DispatchId = Brand<'DispatchId'>;
/** The SHA-256 of a stored file, in hexadecimal. */
export type FileHash = Brand<'FileHash'>;
/** Place of a receiver row in its dispatch; row 0 is the dispatch on the agency's desk. */
export type RowId = number;
