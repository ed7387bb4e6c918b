import { type TaskKind, taskKinds } from '#lib/record/kind.ts';

/** How it is said of one record and of many that it was done, and of those that were so already. */
export type Said = { one: string; many: string; already: string };

const alike = (done: string, already: string): Said => ({ one: done, many: done, already });

/** To oneself, or to a person or group by name. */
export const assigned = (name: string | null) =>
  alike(`assigned to ${name ?? 'you'}`, name === null ? 'already yours' : `already with ${name}`);

/** A priority or a state of records of a kind, by its label. */
export const became = (kind: TaskKind, label: string): Said => ({
  one: `${taskKinds[kind].label.toLowerCase()} set to ${label}`,
  many: `${taskKinds[kind].plural.toLowerCase()} set to ${label}`,
  already: 'already',
});

export const received = (entry: string) => alike(`received the ${entry}`, 'left alone');

/** On a list of watchers, or off it. */
export const watched = (list: string, watching: boolean) =>
  watching ? alike(`added to your ${list}`, 'already there') : alike(`taken off your ${list}`, 'not on it');

export const setBack = alike('set back', 'so already');
