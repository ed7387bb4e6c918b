import { type TaskKind, taskKinds } from '#lib/record/kind.ts';

/** The wording for one record, for many, and for records that needed no change. */
export type BulkWording = { one: string; many: string; already: string };

const alike = (done: string, already: string): BulkWording => ({ one: done, many: done, already });

/** To the user, or to a named person or group. */
export const assigned = (name: string | null) =>
  alike(`assigned to ${name ?? 'you'}`, name === null ? 'already yours' : `already with ${name}`);

/** Set to a priority or a state, by its label. */
export const became = (kind: TaskKind, label: string): BulkWording => ({
  one: `${taskKinds[kind].label.toLowerCase()} set to ${label}`,
  many: `${taskKinds[kind].plural.toLowerCase()} set to ${label}`,
  already: 'already',
});

export const received = (entry: string) => alike(`received the ${entry}`, 'left alone');

/** Added to a watch list, or removed. */
export const watched = (list: string, watching: boolean) =>
  watching ? alike(`added to your ${list}`, 'already there') : alike(`taken off your ${list}`, 'not on it');

export const restored = alike('set back', 'so already');
