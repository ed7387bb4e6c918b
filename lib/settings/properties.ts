import { appointmentProperties } from './appointment-properties.ts';
import { listedTablesError, offeredFields, shownFieldsError } from './shown-fields.ts';
import { listOfNames, syncedNamesError } from './synced-names.ts';

/** REL-17 · Group for records created from a case, if the configuration item and its services have none. */
const defaultGroupOf = (records: string) =>
  ({
    type: 'group',
    default: '',
    description: `The group of ${records} created from a case whose configuration item, and the service above it, name none.`,
  }) as const;

/** ADM-1 · Properties that administrators can set, with type and default. Only those the product uses. */
export const properties = {
  'com.snc.incident.data_lookup_active': {
    type: 'boolean',
    default: true,
    description: "An incident's priority is computed from impact and urgency by the priority data lookup.",
  },
  major_case_affected_account_threshold: {
    type: 'integer',
    min: 1,
    default: 5,
    description: 'Minimum affected customers for a major case. Below it, each customer gets a separate case.',
  },
  'change.generate_cases_on_authorize': {
    type: 'boolean',
    default: false,
    description:
      'A change that enters Authorize generates proactive cases for the accounts and consumers that it affects.',
  },
  'sn_customerservice.parent_child_case_sync': {
    type: 'boolean',
    default: false,
    description: 'Changes to a major case are written to its open child cases.',
  },
  'sn_customerservice.case_fields_to_sync': {
    type: 'list',
    error: syncedNamesError,
    is: 'a list of names',
    default: 'priority,state,comments,work_notes,assigned_to,close_notes,resolution_code',
    description:
      'The fields of a major case that are written to its open child cases, separated by commas. Besides the default: short_description, impact, urgency, incident, problem, change_request, caused_by_change.',
  },
  'proactive_workflows_for_providers.additional_comments_sync': {
    type: 'boolean',
    default: false,
    description: "A customer's comment on a case is copied to the comments of the case's incident.",
  },
  'case.autoclose.remind_days': {
    type: 'integer',
    min: 0,
    default: 5,
    description: 'Days after which the customer is reminded of a proposed solution. 0: never.',
  },
  'case.autoclose.days': {
    type: 'integer',
    min: 0,
    default: 10,
    description: 'Days after which a resolved case closes automatically. 0: never.',
  },
  'ledger.keep_days': {
    type: 'integer',
    min: 1,
    default: 400,
    description: 'Days for which the tab Updates lists each update; older ones remain there as totals of each rule.',
  },
  'case.default_assignment_group': {
    type: 'group',
    default: '',
    description:
      'The assignment group of a new case, if nobody chose one and neither its product nor its account has one.',
  },
  'incident.default_assignment_group': defaultGroupOf('incidents'),
  'problem.default_assignment_group': defaultGroupOf('problems'),
  'change.default_assignment_group': defaultGroupOf('changes'),
  'request.default_assignment_group': defaultGroupOf('requests'),
  'wm.default_assignment_group': defaultGroupOf('work orders'),
  'incident.autoclose.days': {
    type: 'integer',
    min: 0,
    default: 7,
    description: 'Days after which a resolved incident closes automatically. 0: never.',
  },
  'case.show_similar': {
    type: 'boolean',
    default: true,
    description: 'The page of a case shows similar cases and their related records.',
  },
  ...appointmentProperties,
  'wm.qualification_required': {
    type: 'boolean',
    default: true,
    description: 'A work order is qualified before it goes to dispatch.',
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
    default: 25,
    description: 'The largest attachment, in megabytes.',
  },
  'notify.second_approval_above': {
    type: 'integer',
    min: 0,
    default: 0,
    description: 'A message to more people than this waits for confirmation by another user. 0: never.',
  },
  'notify.quiet_minutes': {
    type: 'integer',
    min: 0,
    max: 10_080,
    default: 10,
    description:
      'Customers notified about the same record within this many minutes are listed before the next message.',
  },
  'portal.show_agent_names': {
    type: 'boolean',
    default: false,
    description: 'Customers read the names of staff. Off: they read Support.',
  },
  'portal.related_records': {
    type: 'list',
    error: listedTablesError,
    is: 'a list of problem, change_request and sc_request, or none',
    default: 'problem,change_request,sc_request',
    description: 'The kinds of related records that external people see in their cases, separated by commas.',
  },
  'portal.fields.problem': {
    type: 'list',
    error: shownFieldsError('problem'),
    is: 'a list of fields',
    default: offeredFields.problem.shown.join(','),
    description: 'The fields of a problem that external people see; External access shows them with a preview.',
  },
  'portal.fields.change_request': {
    type: 'list',
    error: shownFieldsError('change_request'),
    is: 'a list of fields',
    default: offeredFields.change_request.shown.join(','),
    description: 'The fields of a change that external people see; External access shows them with a preview.',
  },
  'portal.fields.sc_request': {
    type: 'list',
    error: shownFieldsError('sc_request'),
    is: 'a list of fields',
    default: offeredFields.sc_request.shown.join(','),
    description: 'The fields of a request that external people see; External access shows them with a preview.',
  },
  'portal.fields.sc_req_item': {
    type: 'list',
    error: shownFieldsError('sc_req_item'),
    is: 'a list of fields',
    default: offeredFields.sc_req_item.shown.join(','),
    description: 'The fields of a requested item that external people see; External access shows them with a preview.',
  },
  'mail.from': {
    type: 'string',
    pattern: /^[^\s<>@",;:]+@[a-z\d.-]+$|^[^<>@",;:\p{Cc}]+ <[^\s<>@",;:]+@[a-z\d.-]+>$/iu,
    is: 'an email address, or a name and an address such as Support <support@example.com>',
    default: 'support@casebridge.local',
    description: 'The sender of all emails. Your email server must be allowed to send for it.',
  },
  'mail.reply_domain': {
    type: 'string',
    pattern: /^([a-z\d-]+\.)+[a-z][a-z\d-]*[a-z\d]$/i,
    is: 'a domain such as help.example.com',
    default: 'casebridge.local',
    description: 'Replies to emails about a case go to an address in this domain, which is unique for each email.',
  },
  'mail.authentication_server': {
    type: 'string',
    pattern: /^none$|^([a-z\d-]+\.)+[a-z][a-z\d-]*[a-z\d]$/i,
    is: 'none, or the name of a server such as mx.example.com',
    default: 'none',
    description:
      'The email server through which all emails come in, and whose Authentication-Results say whether a sender is genuine; it must remove forged ones. none: no server is trusted, and all senders are marked as not verified.',
  },
} as const satisfies Record<string, PropertyDeclaration>;

export type PropertyDeclaration = { description: string } & (
  | { type: 'boolean'; default: boolean }
  | { type: 'integer'; min: number; max?: number; default: number }
  | { type: 'choice'; choices: readonly string[]; default: string }
  /** Text that matches the pattern; `is` describes it, after "Must be". */
  | { type: 'string'; pattern: RegExp; is: string; default: string }
  /** Comma-separated names; `error` says what is wrong with them. */
  | { type: 'list'; error: (text: string) => string | null; is: string; default: string }
  /** The name of a group; empty for none. */
  | { type: 'group'; default: string }
);

export type PropertyValue = PropertyDeclaration['default'];

export type PropertyName = keyof typeof properties;

export function isPropertyName(name: string): name is PropertyName {
  return Object.hasOwn(properties, name);
}

/** Parses a text to the property's type. Invalid text stays as it is, so `propertyError` can report it. */
export function parseProperty(name: PropertyName, text: string): PropertyValue {
  const { type } = properties[name];
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if (type === 'integer' && /^\d{1,9}$/.test(text)) return Number(text);
  if (type === 'list') return listOfNames(text).join(',');
  return text;
}

/** ADM-1 · Validation message for a value; null if valid. Group names are checked against the database elsewhere. */
export function propertyError(name: PropertyName, value: PropertyValue): string | null {
  const declaration: PropertyDeclaration = properties[name];
  switch (declaration.type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : 'Must be true or false.';
    case 'group':
      return typeof value === 'string' ? null : 'Must be the name of a group.';
    case 'list':
      return declaration.error(String(value));
    case 'string':
      return declaration.pattern.test(String(value)) ? null : `Must be ${declaration.is}.`;
    case 'choice': {
      const { choices } = declaration;
      return choices.some((choice) => choice === value) ? null : `Must be one of ${choices.join(', ')}.`;
    }
    case 'integer': {
      const { min, max } = declaration;
      const range = max === undefined ? `of ${min} or more` : `from ${min} to ${max}`;
      const fits = Number.isInteger(value) && Number(value) >= min && Number(value) <= (max ?? Number(value));
      return fits ? null : `Must be a whole number ${range}.`;
    }
  }
}
