import type { Actor } from '#lib/platform/actor.ts';
import type { TaskKind } from './kind.ts';
import type { RecordOf } from './record.ts';
import type { VisitChange } from './visit-change.ts';

/** The author in an event: staff, a customer, or the product itself. */
export type Speaker = {
  name: string;
  is: 'internal' | 'customer' | 'system';
  accountName: string | null;
  /** MAIL-8: the author used an email whose sender no server vouches for. */
  unverified?: true;
};

/** The actor as the author of an event. */
export function speakerOf(actor: Actor): Speaker {
  const speaker = { name: actor.name, accountName: actor.kind === 'contact' ? actor.accountName : null };
  if (actor.kind === 'staff') return { ...speaker, is: 'internal' };
  if (actor.kind === 'system') return { ...speaker, is: 'system' };
  return { ...speaker, is: 'customer', ...(actor.unverified ? { unverified: true } : {}) };
}

/** The events of a record, by name. */
type EventTypes<K extends TaskKind> = {
  created: { record: RecordOf<K> };
  /**
   * `isRestoredByUndo`: an undo restores the previous assignee, who gets no email (MAIL-10). `undoes`: an undo by the actor,
   * which no rule copies again (SYNC-MAJ-1). `refused`: who rejected it and why, in words (CHG-1, NTF-1).
   */
  updated: {
    before: RecordOf<K>;
    record: RecordOf<K>;
    changed: ReadonlySet<string>;
    isRestoredByUndo?: boolean;
    undoes?: boolean;
    refused?: string | undefined;
  };
  commented: { record: RecordOf<K>; entryId: string; text: string; by: Speaker };
  noted: { record: RecordOf<K>; entryId: string; text: string };
  communicated: { record: RecordOf<K>; what: 'workaround' | 'fix'; text: string };
  documented: { record: RecordOf<K>; article: { number: string; title: string } };
  closed: {
    record: RecordOf<K>;
    outcome: { number: string; title: string; state: string; refused?: string | undefined }[];
  };
  'approval-asked': { record: RecordOf<K> };
  /** POR-19 · A customer shared a case with this colleague: to read, to answer, or as the colleague's own. */
  shared: { record: RecordOf<K>; userId: string; as: 'reader' | 'writer' | 'contact' };
  /** WO-14 · An appointment of the task was booked, changed or cancelled, or its customer gets a reminder. */
  'visit-changed': { record: RecordOf<K>; visit: VisitChange };
  associated: { record: RecordOf<K>; theCase: RecordOf<'case'> };
};

export type EventType = keyof EventTypes<TaskKind>;

/** `rules`: SYNC-00 · the rules that caused the event; absent if a person or a reaction in the family caused it. */
export type EventOf<T extends EventType, K extends TaskKind = TaskKind> = {
  [P in T]: { type: P; rules?: readonly string[] } & EventTypes<K>[P];
}[T];

/** An event of a command. Handled by reactions/reactions.ts, sync/rules.ts and mail-rules/rules.ts. */
export type TaskEvent = EventOf<EventType>;
