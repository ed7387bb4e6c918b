import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { CreateAccount } from '../schema.ts';

/** ADM-6 · Creates an account; the database assigns its number. */
export async function createAccount(actor: Actor, input: CreateAccount): Promise<{ id: string; number: string }> {
  const account = CreateAccount.parse(input);
  enforce(mayAdminister(actor));
  return transaction((tx) =>
    tx.account.create({
      data: {
        ...account,
        parentId: account.parentId ?? null,
        assignmentGroupId: account.assignmentGroupId ?? null,
        createdAt: now(),
        updatedAt: now(),
      },
      select: { id: true, number: true },
    }),
  );
}
