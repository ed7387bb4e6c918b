import type { FieldValue } from '#lib/record/field.ts';
import type { Details } from './details.ts';

/** The fields that a form shows now: some appear with a state, some with another field's value. */
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
  /** A field that only a state change sets is hidden until it has a value. */
  const comesLater = (name: string) => (comeWithState.has(name) || fields[name]?.byMove) && !fields[name]?.display;
  return {
    /** The fields that the chosen state requires. */
    needed,
    /** Fields that belong to a field's current value and have no place of their own. */
    besides: (name: string) => withValueOf(name).filter((each) => !placed.has(each)),
    /** Fields shown only in certain states; another state hides them. */
    comeWithState: [...comeWithState],
    isShown: (name: string) => !needed.includes(name) && !comesLater(name),
  };
}

/** The fields changed most often, in the order shown beside the conversation; a kind shows those that its form has. */
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

/** The form fields of a record that appear beside the conversation. */
export function propertiesOf({ sections }: Pick<Details, 'sections'>): string[] {
  const all = new Set(sections.flatMap(({ fields }) => fields));
  return changedMost.filter((name) => all.has(name));
}
