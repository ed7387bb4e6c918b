import type { Json } from '#lib/platform/json.ts';
import type { ReferenceKind } from '#lib/record/reference-kind.ts';

/** What something is called today; null where it no longer exists. */
export type NameOf = (kind: ReferenceKind, id: string) => string | null;

export type LoggedChange = { subject: string; oldValue: Json; newValue: Json };

/** ADM-12 · How entries of one action are shown: with the labels and names of today, whatever these were at the time. */
export type AuditFormatter = {
  /** What the log calls such a change. */
  label: string;
  /** A value in words; never null. */
  value: (value: Json, nameOf: NameOf) => string;
  /** What was changed; absent where the subject is readable as it is. */
  subject?: (change: LoggedChange, nameOf: NameOf) => string;
};

/** A name, or a part of the id where there is no name any longer. */
export function nameOrId(name: string | null, id: string): string {
  return name ?? `unknown (…${id.slice(-6)})`;
}

const ID_BEHIND_NAME = / <[0-9a-f-]{36}>/g;

/** What can be shown of a value whose form is not known; earlier versions logged texts with ids in them. */
export function plainText(value: Json): string {
  if (typeof value === 'string') return value.replaceAll(ID_BEHIND_NAME, '');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The label of a setting that is called by its noun. */
export function changedLabel(noun: string): string {
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)} changed`;
}

/** A switch in words. */
export function switchText(value: Json): string {
  if (typeof value !== 'boolean') return plainText(value);
  return value ? 'active' : 'inactive';
}
