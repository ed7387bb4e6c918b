import { z } from 'zod';
import { lineInput } from '#lib/platform/text-input.ts';
import { isReferenceTerm, type TermFieldName, termFieldOf, termFields } from './condition-fields.ts';
import type { CustomerSort } from './customer-sort.ts';

const MAX_TERMS = 10;
const AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;

const names = Object.keys(termFields) as [TermFieldName, ...TermFieldName[]];

const Term = z
  .object({ field: z.enum(names), operator: z.string().max(20), value: lineInput(200).min(1, 'Enter a value.') })
  .superRefine(({ field, operator, value }, context) => {
    const { operators, type, choices } = termFieldOf(field);
    const says = (message: string) => context.addIssue({ code: 'custom', message, path: ['value'] });
    if (!Object.hasOwn(operators, operator)) says('This field cannot be compared like that.');
    if (isReferenceTerm(field) && !z.uuid().safeParse(value).success) says('Choose one from the list.');
    if (type === 'amount' && !AMOUNT.test(value)) says('Enter an amount.');
    if (choices && !Object.hasOwn(choices, value)) says('Choose one from the list.');
  });

export type Term = z.output<typeof Term>;

/** MAJ-5 · The condition that fills a list: all of its terms, or any of them. */
export const Condition = z.object({
  match: z.enum(['all', 'any']),
  terms: z.array(Term).min(1, 'Add a condition first.').max(MAX_TERMS),
});

export type Condition = z.output<typeof Condition>;

/** Whether all its terms apply to customers of this sort. */
export function fitsSort({ terms }: Condition, of: CustomerSort): boolean {
  return terms.every(({ field }) => termFieldOf(field).of.includes(of));
}

/** A list's stored condition; null if there is none or another version wrote it. */
export function storedCondition(value: unknown): Condition | null {
  return Condition.safeParse(value).data ?? null;
}
