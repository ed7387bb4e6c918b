import type { FieldValue } from '#lib/record/field.ts';
import type { Details } from './details.ts';

/** Which fields a form has, as it is filled in now: some come with a state, some with the value of another field. */
export function formFields(
  { fields, sections, stateFields, fieldsWith }: Details,
  current: (name: string) => FieldValue,
) {
  const withValueOf = (name: string) => fieldsWith[name]?.[String(current(name))] ?? [];
  const ofTheState = stateFields[String(current('state'))] ?? [];
  const needed = ofTheState.flatMap((name) => [name, ...withValueOf(name)]);
  const placed = new Set(sections.flatMap(({ fields: names }) => names));
  const standing = new Set(sections.flatMap(({ atEnd, fields: names }) => (atEnd ? [] : names)));
  const turned = Object.values(fieldsWith).flatMap((values) => Object.values(values).flat());
  const comeWithState = new Set(
    [...Object.values(stateFields).flat(), ...turned].filter((name) => !standing.has(name)),
  );
  /** What only a move sets is not there before it is set. */
  const comesLater = (name: string) => (comeWithState.has(name) || fields[name]?.byMove) && !fields[name]?.display;
  return {
    /** What the chosen state asks for. */
    needed,
    /** Fields that go with the value that a field has now, and have no place of their own. */
    besides: (name: string) => withValueOf(name).filter((each) => !placed.has(each)),
    /** Fields that are there with a state only: another state takes them away. */
    comeWithState: [...comeWithState],
    isShown: (name: string) => !needed.includes(name) && !comesLater(name),
  };
}

/** The fields that one changes most, in the order in which they stand beside the conversation; a kind has those of its form. */
const changedMost: readonly string[] = [
  'state',
  'stage',
  'priority',
  'impact',
  'urgency',
  'assignmentGroupId',
  'assignedToId',
  'type',
  'risk',
  'plannedStart',
  'plannedEnd',
  'approval',
  'productId',
  'configurationItemId',
  'serviceId',
  'category',
  'channel',
  'quantity',
  'dueAt',
];

/** The properties of a record: which of its form's fields stand beside the conversation. */
export function propertiesOf({ sections }: Pick<Details, 'sections'>): string[] {
  const all = new Set(sections.flatMap(({ fields }) => fields));
  return changedMost.filter((name) => all.has(name));
}
