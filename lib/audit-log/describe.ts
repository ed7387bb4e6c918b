import type { LoggedChange, NameOf } from '#lib/audit/formatter.ts';
import { findReferences } from '#lib/kinds/reference.ts';
import type { Db } from '#lib/platform/db.ts';
import { isUuid } from '#lib/platform/uuid.ts';
import type { ReferenceKind } from '#lib/record/reference-kind.ts';
import { formatterOf } from './formatters.ts';

export type LoggedEntry = LoggedChange & { action: string };

/** An audit log entry in words; null for no value. */
export type DescribedEntry = { label: string; subject: string; oldValue: string | null; newValue: string | null };

function inWords(entry: LoggedEntry, nameOf: NameOf): DescribedEntry {
  const { label, value, subject } = formatterOf(entry.action);
  return {
    label,
    subject: subject ? subject(entry, nameOf) : entry.subject,
    oldValue: entry.oldValue === null ? null : value(entry.oldValue, nameOf),
    newValue: entry.newValue === null ? null : value(entry.newValue, nameOf),
  };
}

/** The names of all records that the entries reference, with one query for each kind. */
async function namesIn(tx: Db, entries: readonly LoggedEntry[]): Promise<NameOf> {
  const wanted = new Map<ReferenceKind, Set<string>>();
  // A first pass without names collects the ids to look up.
  const collect: NameOf = (kind, id) => {
    if (isUuid(id)) wanted.set(kind, (wanted.get(kind) ?? new Set()).add(id));
    return null;
  };
  for (const entry of entries) inWords(entry, collect);
  const found = await Promise.all([...wanted].map(([kind, ids]) => findReferences(tx, kind, [...ids])));
  const names = new Map([...wanted.keys()].map((kind, index) => [kind, found[index] ?? []] as const));
  return (kind, id) => names.get(kind)?.find((reference) => reference.id === id)?.label ?? null;
}

/** ADM-12 · Audit log entries in words, with current labels and names. */
export async function describeEntries(tx: Db, entries: readonly LoggedEntry[]): Promise<DescribedEntry[]> {
  const nameOf = await namesIn(tx, entries);
  return entries.map((entry) => inWords(entry, nameOf));
}
