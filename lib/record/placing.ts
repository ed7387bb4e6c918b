/** As what a thing is chosen for another one, which leaves some out: `?as=…&of=ID` of the type-ahead. */
export const placings = ['duplicate', 'parent-incident', 'parent', 'primary-contact', 'served', 'dependency'] as const;
export type Placing = (typeof placings)[number];

/** The address of a type-ahead, for a thing that is there; a new one leaves nothing out. */
export function placedUrl(url: string, as: Placing | undefined, of: string | undefined): string {
  return as && of ? `${url}&as=${as}&of=${of}` : url;
}
