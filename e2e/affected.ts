import { addRecipients } from '#lib/affected-customers/commands/add-recipients.ts';
import { createChildCases } from '#lib/affected-customers/commands/create-child-cases.ts';
import { saveCondition } from '#lib/affected-customers/commands/save-condition.ts';
import { stopChildRun } from '#lib/affected-customers/commands/stop-run.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import { db } from '#lib/platform/db.ts';
import { inOneTransaction } from '#lib/platform/transaction.ts';
import { someone } from './desk.ts';

/** Creates a major case of the manager that no other journey touches. */
export async function aMajorCase(shortDescription: string): Promise<string> {
  const mia = await someone('manager@casebridge.test');
  const values = { shortDescription, businessImpact: 'Nobody is served.' };
  return (await openMajorCase(mia, { as: 'major case', values })).number;
}

/** Creates accounts that no other journey touches; returns their ids. */
export async function accountsCalled(...names: readonly string[]): Promise<string[]> {
  await someone('manager@casebridge.test');
  const made = await db().account.createManyAndReturn({ data: names.map((name) => ({ name })) });
  return made.map(({ id }) => id);
}

/** Creates an install base item of the product for each of these accounts. */
export async function owned(product: string, accountIds: readonly string[]): Promise<void> {
  const called = { where: { name: product }, update: {} };
  const { id: productId } = await db().product.upsert({ ...called, create: { name: product } });
  const { id: configurationItemId } = await db().configurationItem.upsert({
    ...called,
    create: { name: product, class: 'Server' },
  });
  const items = accountIds.map((accountId) => ({ name: product, productId, accountId, configurationItemId }));
  await db().installBaseItem.createMany({ data: items });
}

/** Creates a major case with a list of the demo data's accounts, by condition and by hand. */
export async function aListedMajorCase(shortDescription: string): Promise<string> {
  const mia = await someone('manager@casebridge.test');
  const list = { number: await aMajorCase(shortDescription), of: 'accounts' } as const;
  const terms = [{ field: 'name', operator: 'contains', value: 'e' } as const];
  await saveCondition(mia, { ...list, condition: { match: 'all', terms } });
  const { id } = await db().account.findFirstOrThrow({ where: { name: 'Boxeo' } });
  await addRecipients(mia, { ...list, customerIds: [id] });
  return list.number;
}

/** Creates a major case whose run of child cases was stopped. */
export async function aStoppedMajorCase(shortDescription: string): Promise<string> {
  const mia = await someone('manager@casebridge.test');
  const number = await aListedMajorCase(shortDescription);
  const list = { number, of: 'accounts' } as const;
  // In one transaction, so that no worker starts the run before it is stopped.
  await inOneTransaction(async () => {
    await createChildCases(mia, { ...list, comment: 'We know of it.' });
    await stopChildRun(mia, list);
  });
  return number;
}
