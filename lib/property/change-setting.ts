import { mayAdminister } from '#lib/access/policy.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { enforce, type Verdict } from '#lib/platform/verdict.ts';

/** Something that administrators set: a property, a rule's switch, a row. Its value is a text that a person can read. */
export type Setting = {
  /** What the audit log calls a change of it. */
  action: string;
  /** The value now, locked until the transaction ends; null where there is nothing of that name. */
  lock(tx: Db, subject: string): Promise<string | null>;
  /** Whether it may have this value. */
  check(tx: Db, subject: string, value: string): Verdict | Promise<Verdict>;
  /** Null takes away what was added. */
  write(tx: Db, subject: string, value: string | null): Promise<void>;
};

type Change = { subject: string; value: string | null; undoes?: string };

/** ADM-12 · The one way a setting changes: checked, written and in the audit log at once. False: it was so already. */
export async function changeSetting(
  tx: Db,
  actor: Actor,
  setting: Setting,
  { subject, value, undoes }: Change,
): Promise<boolean> {
  enforce(mayAdminister(actor));
  const before = await setting.lock(tx, subject);
  if (before === value) return false;
  if (value !== null) enforce(await setting.check(tx, subject, value));
  await setting.write(tx, subject, value);
  await recordAudit(tx, actor, { action: setting.action, subject, oldValue: before, newValue: value, undoes });
  return true;
}

const ACTIVE = 'active';
const INACTIVE = 'inactive';

/** How a switch is told in the audit log. */
export const switchText = (active: boolean): string => (active ? ACTIVE : INACTIVE);

/** The switch again. */
export const isSwitchedOn = (text: string | null): boolean => text === ACTIVE;
