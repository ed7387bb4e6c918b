import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { withoutInvisible } from '#lib/platform/visible-text.ts';
import { LONGEST_ENTRY } from '#lib/text/longest-entry.ts';

/** The variables of a template: values of the record, and of the user who writes. */
export const variables = [
  'customer.first_name',
  'customer.name',
  'number',
  'short_description',
  'state',
  'agent.name',
  'agent.first_name',
] as const;
type Variable = (typeof variables)[number];

/** A variable as a template contains it. */
export const written = (name: string) => `{{${name}}}`;

const WRITTEN = /\{\{([^{}\n]*)\}\}/g;
const isVariable = (name: string): name is Variable => variables.some((variable) => variable === name);

/** Text that a reader takes for a variable: it may span lines or lack its end. */
const LOOKS_LIKE_ONE = /\{\{[^{}]*\}{0,2}/;
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** REC-5 · Refuses text that looks like a variable but is none: only the customer would notice it. */
export function variablesAreKnown(text: string): Verdict {
  const others = text.replaceAll(WRITTEN, (asWritten, name: string) => (isVariable(name.trim()) ? ' ' : asWritten));
  const [found] = LOOKS_LIKE_ONE.exec(withoutInvisible(others).replaceAll(UNSEEN, '')) ?? [];
  if (found === undefined) return yes;
  const meant = variables.find((variable) => written(variable) === found.replaceAll(/\s/g, ''));
  if (meant)
    return no('REC-5', `Retype ${written(meant)} without spaces, line breaks or invisible characters.`, 'text');
  const shown = found.replaceAll(/\s+/g, ' ').slice(0, 64).trim();
  return no('REC-5', `There is no variable ${shown}. There are ${variables.map(written).join(', ')}.`, 'text');
}

/** The values of variables on a record, as Markdown that shows exactly those texts. */
export type Values = Partial<Record<Variable, string>>;

/** The values whose variables occur in a text. */
export function valuesUsed(text: string, values: Values): Values {
  const names = new Set([...text.matchAll(WRITTEN)].map(([, name = '']) => name.trim()));
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
}

/** ACC-12 · A text with its variables replaced, limited to the length of an entry, and a notice for the user. */
export function fillIn(text: string, values: Values): { text: string; notice: string | null } {
  const empty = new Set<string>();
  const filled = text.replaceAll(WRITTEN, (asWritten, name: string) => {
    const variable = name.trim();
    if (!isVariable(variable)) return asWritten;
    const value = values[variable] ?? '';
    if (value === '') empty.add(variable);
    return value;
  });
  if (filled.length <= LONGEST_ENTRY) return { text: filled, notice: emptyNotice([...empty]) };
  const notice = `With the values of this record the template is longer than ${LONGEST_ENTRY} characters: its end is cut off.`;
  return { text: filled.slice(0, LONGEST_ENTRY).replace(/[\uD800-\uDBFF]$/, ''), notice };
}

/** The notice about variables without a value; null if all have one. */
function emptyNotice(empty: readonly string[]): string | null {
  if (empty.length === 0) return null;
  const names = empty.map(written);
  const all = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `${all} ${names.length === 1 ? 'is' : 'are'} empty on this record.`;
}
