/** The role of a picked reference, which excludes some records: `?as=…&of=ID` of the type-ahead. */
export const referenceConstraints = [
  'duplicate',
  'parent-incident',
  'parent',
  'primary-contact',
  'served',
  'dependency',
] as const;
export type ReferenceConstraint = (typeof referenceConstraints)[number];

/** The type-ahead URL for an existing record; a new record excludes nothing. */
export function constrainedUrl(url: string, as: ReferenceConstraint | undefined, of: string | undefined): string {
  return as && of ? `${url}&as=${as}&of=${of}` : url;
}
