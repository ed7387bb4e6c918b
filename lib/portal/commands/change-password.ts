import type { Person } from '#lib/platform/actor.ts';
import { refuse } from '#lib/platform/refuse.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import { changeOwnPassword } from '#lib/user/commands/change-own-password.ts';
import type { ChangePassword } from '../schema.ts';

/** ACC-3, ACC-11 · Changes a customer's password. Refusals of the current password have their own messages for customers. */
export async function changePassword(actor: Person, input: ChangePassword): Promise<void> {
  try {
    await changeOwnPassword(actor, input);
  } catch (error) {
    if (!(error instanceof Refusal) || error.rule !== 'ACC-3') throw error;
    const isWrong = error.field === 'currentPassword';
    const key = isWrong ? 'field.current-password' : 'refused.ACC-12';
    enforce(refuse('ACC-3', { key, params: {} }, isWrong ? 'currentPassword' : undefined));
  }
}
