import type { Json } from '#lib/platform/json.ts';
import type { ReferenceKind } from '#lib/record/reference-kind.ts';

/** The current name of a record; null if it no longer exists. */
export type NameOf = (kind: ReferenceKind, id: string) => string | null;

export type LoggedChange = { subject: string; oldValue: Json; newValue: Json };

/** ADM-12 · How entries of an action are shown: with current labels and names, not those of the time. */
export type AuditFormatter = {
  /** The log's label for the action. */
  label: string;
  /** A value in words; never null. */
  value: (value: Json, nameOf: NameOf) => string;
  /** What was changed; absent if the subject is readable as stored. */
  subject?: (change: LoggedChange, nameOf: NameOf) => string;
};

/** A name, or a part of the id if the name is gone. */
export function nameOrId(name: string | null, id: string): string {
  return name ?? `unknown (…${id.slice(-6)})`;
}

const ID_BEHIND_NAME = / <[0-9a-f-]{36}>/g;

/** Readable text for a value of unknown form; earlier versions logged texts that contain ids. */
export function plainText(value: Json): string {
  if (typeof value === 'string') return value.replaceAll(ID_BEHIND_NAME, '');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The label of a setting, built from its noun. */
export function changedLabel(noun: string): string {
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)} changed`;
}

/** A switch in words. */
export function switchText(value: Json): string {
  if (typeof value !== 'boolean') return plainText(value);
  return value ? 'active' : 'inactive';
}
