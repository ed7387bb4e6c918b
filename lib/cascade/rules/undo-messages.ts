import { counted } from '#lib/record/counted.ts';

/**
 * A cascade that can be undone: the number of cases it resolved, of those changed since, and of waiting and sent emails about
 * the cases to restore. INC-7: and the number of child incidents resolved with it.
 */
export type Undoable = { cases: number; changed: number; waiting: number; gone: number; children: number };

const emails = (count: number) => (count === 1 ? '1 email' : `${count.toLocaleString('en')} emails`);

/** SYNC-7 · Sentences that say what an undo would do. */
export function undoMessages(number: string, { cases, changed, waiting, gone, children }: Undoable): string[] {
  const back = cases - changed;
  const sentences: string[] = [];
  if (back > 0) sentences.push(`${counted('case', back)} ${back === 1 ? 'goes' : 'go'} back to the state before.`);
  if (changed > 0)
    sentences.push(
      `${counted('case', changed)} ${changed === 1 ? 'stays as it is' : 'stay as they are'}: changed since.`,
    );
  if (waiting > 0) sentences.push(`${emails(waiting)} about the resolution ${waiting === 1 ? 'is' : 'are'} not sent.`);
  if (gone > 0)
    sentences.push(`${emails(gone)} about the resolution ${gone === 1 ? 'has' : 'have'} left, and cannot be recalled.`);
  if (children > 0)
    sentences.push(
      children === 1
        ? '1 child incident that was resolved with it stays resolved.'
        : `${children.toLocaleString('en')} child incidents that were resolved with it stay resolved.`,
    );
  return [...sentences, `${number} itself is not changed, and existing entries stay in the journals.`];
}
