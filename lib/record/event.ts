import type { Actor } from '#lib/platform/actor.ts';
import type { TaskKind } from './kind.ts';
import type { RecordOf } from './record.ts';
import type { VisitNews } from './visit-news.ts';

/** Who spoke, as an event says it: staff, a customer, or the product itself. */
export type Speaker = {
  name: string;
  is: 'internal' | 'customer' | 'system';
  accountName: string | null;
  /** MAIL-8: by an email whose sender no server vouches for. */
  unverified?: true;
};

/** Somebody who acts, as one who speaks. */
export function speakerOf(actor: Actor): Speaker {
  const speaker = { name: actor.name, accountName: actor.kind === 'contact' ? actor.accountName : null };
  if (actor.kind === 'staff') return { ...speaker, is: 'internal' };
  if (actor.kind === 'system') return { ...speaker, is: 'system' };
  return { ...speaker, is: 'customer', ...(actor.unverified ? { unverified: true } : {}) };
}

/** What can happen to a record of a kind, by the name of the event. */
type EventTypes<K extends TaskKind> = {
  created: { record: RecordOf<K> };
  /**
   * `isGivenBackByUndo`: to who had it a moment ago, and is not told of it anew (MAIL-10). `undoes`: a change of the actor's own, with what the
   * rules made of it, which no rule copies again (SYNC-MAJ-1). `refused`: who rejected it and why, in words (CHG-1, NTF-1).
   */
  updated: {
    before: RecordOf<K>;
    record: RecordOf<K>;
    changed: ReadonlySet<string>;
    isGivenBackByUndo?: boolean;
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
  /** POR-19 · A customer gave a case to this colleague: to read or answer it, or as the colleague's own. */
  shared: { record: RecordOf<K>; userId: string; as: 'reader' | 'writer' | 'contact' };
  /** WO-14 · An appointment of the task was booked, changed or cancelled, or its customer is reminded of it. */
  'visit-changed': { record: RecordOf<K>; visit: VisitNews };
  associated: { record: RecordOf<K>; theCase: RecordOf<'case'> };
};

export type EventType = keyof EventTypes<TaskKind>;

/** `rules`: SYNC-00 · those that caused it; nothing for what a person did or what follows from it in its own family. */
export type EventOf<T extends EventType, K extends TaskKind = TaskKind> = {
  [P in T]: { type: P; rules?: readonly string[] } & EventTypes<K>[P];
}[T];

/** What a command did, for what follows from it: reactions/reactions.ts, sync/rules.ts and mail-rules/rules.ts. */
export type TaskEvent = EventOf<EventType>;
