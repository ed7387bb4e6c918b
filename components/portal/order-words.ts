import type { WordKey } from '#lib/words/words.ts';

/** The texts that the catalog needs in the browser. */
export const orderWords = [
  'order.search',
  'order.none.found',
  'order.quantity',
  'order.quantity.of',
  'order.delivery',
  'order.for',
  'order.for.hint',
  'order.send',
  'order.total',
  'order.chosen',
  'order.review',
  'done.ordered',
  'answer.lost',
] as const satisfies WordKey[];

export type OrderWords = Readonly<Record<(typeof orderWords)[number], string>>;
