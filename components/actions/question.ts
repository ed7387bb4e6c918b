import { shared } from '#components/ui/shared.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import type { Question } from '#lib/platform/confirmation.ts';

/** SYNC-MAJ-1 · A question to the user before something is saved, and the callback for the answer. */
export type OpenQuestion = Confirmation & { answer: (isConfirmed: boolean) => void };

type Confirmation = Pick<Question, 'shown' | 'effects'>;

export const openQuestion = shared<OpenQuestion | null>(null);

/** The question of an answer that asks for confirmation: nothing has been saved yet. Null: it asks for none. */
export function questionOf(answer: ActionResult): Confirmation | null {
  if (answer.ok || typeof answer.details !== 'object' || answer.details === null) return null;
  const { shown, effects = '' } = answer.details as Partial<Question>;
  return shown ? { shown, effects } : null;
}

/** Asks in a dialog above the page. A second question waits for the first. */
export async function askFirst(question: Confirmation): Promise<boolean> {
  while (openQuestion.now()) await new Promise<void>((resolve) => setTimeout(resolve, 100));
  return new Promise((resolve) => {
    openQuestion.set({
      ...question,
      answer: (isConfirmed) => {
        openQuestion.set(null);
        resolve(isConfirmed);
      },
    });
  });
}
