import { isDeepStrictEqual } from 'node:util';
import type { Json } from '#lib/platform/json.ts';
import type { Setting } from '#lib/property/change-setting.ts';

type Logged = { oldValue: Json; newValue: Json };

/** Reads a logged value as a value of the setting: null for no value, undefined if it is invalid today. */
function readValue(setting: Setting, logged: Json, present: Json): Json | undefined {
  if (logged === null) return setting.remove ? null : undefined;
  return setting.parse(logged, present) ?? undefined;
}

/**
 * ADM-12 · The change that a log entry describes, in values that the setting can have today. Null if it cannot be undone: an
 * earlier version logged it as text, or what it changed no longer exists.
 */
export function loggedChange(setting: Setting, { oldValue, newValue }: Logged, present: Json = null) {
  const from = readValue(setting, oldValue, present);
  const to = readValue(setting, newValue, present);
  return from === undefined || to === undefined || isDeepStrictEqual(from, to) ? null : { from, to };
}
