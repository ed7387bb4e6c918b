import { z } from 'zod';
import { caseVerbNames } from '#lib/kinds/case/verbs.ts';
import { textInput } from '#lib/platform/text-input.ts';
import { AddEntry, FieldValues, Kind, TaskNumber, UndoChange, Version, Watch } from '#lib/record/schema.ts';
import { PAGE_SIZE } from './list-tasks.ts';

const Listed = z.object({
  number: TaskNumber,
  /** The version that the list showed (REC-3). */
  version: Version,
});
export type Listed = z.infer<typeof Listed>;

const Named = Listed.pick({ number: true });
const eachOnce = (records: readonly z.infer<typeof Named>[]) =>
  new Set(records.map(({ number }) => number)).size === records.length;

/** Some records of a page of a list. */
const Selection = z.object({
  kind: Kind,
  records: z.array(Listed).min(1).max(PAGE_SIZE).refine(eachOnce, 'Each record can be selected only once.'),
});

/** A selection without versions: comments and watch lists overwrite nothing, so the version the user saw does not matter. */
const NamedSelection = Selection.extend({
  records: z.array(Named).min(1).max(PAGE_SIZE).refine(eachOnce, 'Each record can be selected only once.'),
});

/** REC-3 · Each record in the version that the action produced. */
export const UndoMany = Selection.extend({ what: z.enum([...UndoChange.shape.what.options, 'watching']) });
export type UndoMany = z.infer<typeof UndoMany>;

export const AssignMany = Selection.extend({
  to: z.union([
    z.literal('me'),
    z.object({ groupId: z.uuid('Choose a group.') }),
    z.object({ userId: z.uuid('Choose a person.') }),
  ]),
  /** The user has confirmed from whom the records are taken. */
  confirmed: z.boolean().optional(),
});
export type AssignMany = z.infer<typeof AssignMany>;

const Words = textInput(40_000).optional();

export const UpdateMany = Selection.extend({
  to: z.union([
    /** CASE-8: a header button of a case, with the fields it asks for. */
    z.object({ verb: z.enum(caseVerbNames), values: FieldValues.default({}) }),
    z.object({ values: FieldValues.refine((values) => Object.keys(values).length > 0, 'Choose what to set.') }),
  ]),
  comment: Words,
  workNote: Words,
  /** CASE-6: the resolution code is confirmed, although the related record contradicts it. */
  confirmed: z.boolean().optional(),
});
export type UpdateMany = z.output<typeof UpdateMany>;

export const AddEntryToMany = NamedSelection.extend(AddEntry.pick({ type: true, text: true }).shape);
export type AddEntryToMany = z.infer<typeof AddEntryToMany>;

/** For the acting user. */
export const WatchMany = NamedSelection.extend(Watch.pick({ list: true, watching: true }).shape);
export type WatchMany = z.infer<typeof WatchMany>;

/** Asks what can be done to some records of a page of a list. */
export const BulkSelection = z.object({
  kind: Kind,
  numbers: textInput(2_000)
    .transform((text) => text.split(',').slice(0, PAGE_SIZE))
    .pipe(z.array(TaskNumber)),
});
export type BulkSelection = z.output<typeof BulkSelection>;
