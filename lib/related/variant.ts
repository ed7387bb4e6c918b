import type { SingleLinkName } from './link.ts';

/** What can be made from a case and linked in one of its fields; requests are ordered from the catalog instead. */
export const variants = ['incident', 'problem', 'normal_change', 'standard_change'] as const;

export type Variant = (typeof variants)[number];

/** In which field the new record is linked. */
export const linkOfVariant: Readonly<Record<Variant, SingleLinkName>> = {
  incident: 'incident',
  problem: 'problem',
  normal_change: 'change',
  standard_change: 'change',
};
