import { isDeepStrictEqual } from 'node:util';
import type { Json } from '#lib/platform/json.ts';
import type { Setting } from '#lib/property/change-setting.ts';

type Logged = { oldValue: Json; newValue: Json };

/** A logged value as one of the setting: null where there was nothing, undefined where it is none. */
function readValue(setting: Setting, logged: Json, present: Json): Json | undefined {
  if (logged === null) return setting.remove ? null : undefined;
  return setting.parse(logged, present) ?? undefined;
}

/**
 * ADM-12 · The change that an entry of the log stands for, in values that the setting can have today. Null where there is
 * nothing to undo: the entry is a text of an earlier version, or what it changed no longer exists.
 */
export function loggedChange(setting: Setting, { oldValue, newValue }: Logged, present: Json = null) {
  const from = readValue(setting, oldValue, present);
  const to = readValue(setting, newValue, present);
  return from === undefined || to === undefined || isDeepStrictEqual(from, to) ? null : { from, to };
}
