import { isDeepStrictEqual } from 'node:util';
import { mayAdminister } from '#lib/access/policy.ts';
import { publishSettingsChanged } from '#lib/announce/publish.ts';
import type { AuditAction } from '#lib/audit/audit-action.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import type { Json } from '#lib/platform/json.ts';
import { enforce, Refusal, type Verdict } from '#lib/platform/verdict.ts';

/** Something that administrators set: a property, a switch, a row, the roles of a user. The audit log has its value as JSON. */
export type Setting<V extends Json = Json> = {
  /** What the audit log calls a change of it. */
  action: AuditAction;
  /** Commands and pages go by it from now on: open pages are told (lib/live). */
  governsPages?: true;
  /** Who may give it a value, and change one that it has; administrators where it does not say. */
  mayChange?(actor: Actor, value: V): Verdict;
  /** The value now, locked until the transaction ends; null where there is nothing of that name. */
  lock(tx: Db, subject: string): Promise<V | null>;
  /**
   * A logged value as one of the setting, null if it is none. What the log does not say, such as a column that was added
   * later, is as it is at `present`.
   */
  parse(logged: Json, present: V | null): V | null;
  /** Whether it may have this value. */
  check(tx: Db, subject: string, value: V): Verdict | Promise<Verdict>;
  write(tx: Db, subject: string, value: V): Promise<void>;
  /** Takes away what was added; absent where the setting always has a value. */
  remove?(tx: Db, subject: string): Promise<void>;
};

type Change<V> = { subject: string; value: V | null; undoes?: string };

/** ADM-12 · The one way a setting changes: checked, written and in the audit log at once. False: it was so already. */
export async function changeSetting<V extends Json>(
  tx: Db,
  actor: Actor,
  setting: Setting<V>,
  { subject, value, undoes }: Change<V>,
): Promise<boolean> {
  const mayChange = (one: V | null) =>
    setting.mayChange && one !== null ? setting.mayChange(actor, one) : mayAdminister(actor);
  enforce(mayChange(value));
  const before = await setting.lock(tx, subject);
  if (before !== null) enforce(mayChange(before));
  if (isDeepStrictEqual(before, value)) return false;
  if (value === null) {
    if (!setting.remove) throw new Refusal('ADM-12', 'This always has a value, so it cannot be removed.');
    await setting.remove(tx, subject);
  } else {
    enforce(await setting.check(tx, subject, value));
    await setting.write(tx, subject, value);
  }
  await recordAudit(tx, actor, { action: setting.action, subject, oldValue: before, newValue: value, undoes });
  if (setting.governsPages) await publishSettingsChanged(tx);
  return true;
}
