import { sourceKinds } from '#lib/kinds/outage-source.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { taskKinds } from '#lib/record/kind.ts';

/** Numbers of records that customers cannot see. */
const NUMBER = new RegExp(
  String.raw`(?<!\p{L})(${sourceKinds.map((kind) => taskKinds[kind].prefix).join('|')})[ #-]?(\d{7,})`,
  'giu',
);

/** POR-3, NOT-1 · The numbers of internal records in a text, each once, in standard form. */
export const internalNumbers = (text: string): string[] => [
  ...new Set([...text.matchAll(NUMBER)].map(([, prefix = '', digits = '']) => `${prefix.toUpperCase()}${digits}`)),
];

const listed = new Intl.ListFormat('en');

/** POR-3 · The warning beside a customer-visible text that contains internal numbers; null if it has none. */
export function internalNumbersWarning(text: string): string | null {
  const numbers = internalNumbers(text);
  if (numbers.length === 0) return null;
  const are =
    numbers.length === 1
      ? 'is an internal number: customers would read it.'
      : 'are internal numbers: customers would read them.';
  return `${listed.format(numbers)} ${are}`;
}

/** POR-3, NOT-1 · A text stored for many customers contains no internal numbers. */
export function hasNoInternalNumbers(text: string, field: string): Verdict {
  const warning = internalNumbersWarning(text);
  return warning === null ? yes : no('POR-3', warning, field);
}
