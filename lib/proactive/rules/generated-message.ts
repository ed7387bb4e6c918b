import { listed } from '#lib/platform/listed.ts';
import { pathOfNumber } from '#lib/record/kind.ts';

type Numbered = { number: string };
type Made = { cases: readonly Numbered[]; majorCase: Numbered | null };

/** The most numbers that the journal entry and the message list; the others are counted. */
const NAMED = 20;
const NAMED_AT_ONCE = 3;

/** PRO-1 · The created cases, for the record's journal. */
export function generatedMessage({ cases, majorCase }: Made, atMost = NAMED): string {
  const named = cases.slice(0, atMost).map(({ number }) => number);
  const count = cases.length === 1 ? '1 proactive case' : `${cases.length.toLocaleString('en')} proactive cases`;
  const above = majorCase ? `, ${cases.length === 1 ? 'child' : 'children'} of major case ${majorCase.number}` : '';
  return `Generated ${count} (${listed(named, cases.length)})${above}.`;
}

/** PRO-1 · The same for the user, in short, with a link to the major case or to the only case. */
export function generatedAnswer(made: Made): { message: string; link?: { href: string; label: string } } {
  const to = made.majorCase ?? (made.cases.length === 1 ? made.cases[0] : undefined);
  return {
    message: generatedMessage(made, NAMED_AT_ONCE),
    ...(to ? { link: { href: pathOfNumber(to.number), label: to.number } } : {}),
  };
}
