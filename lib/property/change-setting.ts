import { isDeepStrictEqual } from 'node:util';
import { mayAdminister } from '#lib/access/policy.ts';
import { publishSettingsChanged } from '#lib/announce/publish.ts';
import type { AuditAction } from '#lib/audit/audit-action.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import type { Json } from '#lib/platform/json.ts';
import { enforce, Refusal, type Verdict } from '#lib/platform/verdict.ts';

/** A setting of administrators: a property, a switch, a row, a user's roles. The audit log stores its value as JSON. */
export type Setting<V extends Json = Json> = {
  /** The audit log's name for a change. */
  action: AuditAction;
  /** The setting affects commands and pages, so open pages are notified (lib/live). */
  governsPages?: true;
  /** Who may set this value, and change an existing one; absent: administrators. */
  mayChange?(actor: Actor, value: V): Verdict;
  /** The current value, locked until the transaction ends; null if there is no setting of that name. */
  lock(tx: Db, subject: string): Promise<V | null>;
  /**
   * Parses a logged value; null if it is not valid. Values missing from the log, such as a column that was added later, are
   * taken from `present`.
   */
  parse(logged: Json, present: V | null): V | null;
  /** Whether the setting may have this value. */
  check(tx: Db, subject: string, value: V): Verdict | Promise<Verdict>;
  write(tx: Db, subject: string, value: V): Promise<void>;
  /** Removes an added setting; absent if the setting always has a value. */
  remove?(tx: Db, subject: string): Promise<void>;
};

type Change<V> = { subject: string; value: V | null; undoes?: string };

/** ADM-12 · The only way to change a setting: checks, writes and audits it. False: the value was the same already. */
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
