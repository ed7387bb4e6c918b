/** Spec 8: what administrators can set, with type and default. Only what the product uses is here. */
export const properties = {
  'com.snc.incident.data_lookup_active': {
    type: 'true/false',
    default: 'true',
    description: "An incident's priority is computed from impact and urgency by the priority data lookup.",
  },
  'proactive_workflows_for_providers.additional_comments_sync': {
    type: 'true/false',
    default: 'false',
    description: "A customer's comment on a case is copied to the comments of the case's incident.",
  },
  'case.autoclose.remind_days': {
    type: 'integer',
    min: 0,
    default: '5',
    description: 'Days after which the customer is reminded of a proposed solution. 0: never.',
  },
  'case.autoclose.days': {
    type: 'integer',
    min: 0,
    default: '10',
    description: 'Days after which a resolved case closes by itself. 0: never.',
  },
  'incident.autoclose.days': {
    type: 'integer',
    min: 0,
    default: '7',
    description: 'Days after which a resolved incident closes by itself. 0: never.',
  },
  'change.approval.rule': {
    type: 'choice',
    choices: ['first', 'all'],
    default: 'first',
    description: 'Whether the first answer of an approval group decides, or all members have to approve.',
  },
  'attachment.max_size_mb': {
    type: 'integer',
    min: 1,
    max: 100,
    default: '25',
    description: 'The largest attachment, in megabytes.',
  },
  'portal.show_agent_names': {
    type: 'true/false',
    default: 'false',
    description: 'Customers read the names of staff. Off: they read Support.',
  },
} as const satisfies Record<string, PropertyDeclaration>;

export type PropertyDeclaration = { description: string; default: string } & (
  | { type: 'true/false' }
  | { type: 'integer'; min: number; max?: number }
  | { type: 'choice'; choices: readonly string[] }
);

export type PropertyName = keyof typeof properties;

/** Whether a text names a property. */
export function isPropertyName(name: string): name is PropertyName {
  return Object.hasOwn(properties, name);
}

/** What is wrong with a value, in words; null if nothing is (ADM-1). */
export function complaintAbout(name: PropertyName, value: string): string | null {
  const declaration: PropertyDeclaration = properties[name];
  if (declaration.type === 'true/false') return value === 'true' || value === 'false' ? null : 'Must be true or false.';
  if (declaration.type === 'choice')
    return declaration.choices.includes(value) ? null : `Must be one of ${declaration.choices.join(', ')}.`;
  const { min, max } = declaration;
  const range = max === undefined ? `of ${min} or more` : `from ${min} to ${max}`;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  return number >= min && number <= (max ?? number) ? null : `Must be a whole number ${range}.`;
}
