/**
 * Layers of lib, lowest first: a file imports only from its own room and rooms below, types included. Only the order of the
 * rooms is enforced; the storeys help the reader. Add each new room here.
 */
export const storeys: readonly { name: string; rooms: readonly string[] }[] = [
  { name: 'The ground', rooms: ['words', 'platform'] },
  {
    name: 'Settings, the record model, what pages and the queue are told',
    rooms: ['settings', 'record', 'text', 'announce', 'queue'],
  },
  { name: 'Who may, who did, and the ways in', rooms: ['audit', 'access', 'session', 'door', 'property'] },
  { name: 'What each kind of record is', rooms: ['kinds', 'external'] },
  {
    name: 'The command engine: what is written, what follows, and who receives it',
    rooms: ['write', 'diary', 'mail-out', 'sync', 'mail-rules', 'inbox', 'reactions', 'engine', 'run'],
  },
  {
    name: 'What records refer to, and what administrators set',
    rooms: ['attachment', 'reply-template', 'data-lookup', 'business-rule', 'customer-messages', 'field-mapping'],
  },
  {
    name: 'The nouns',
    rooms: [
      'change',
      'major-case',
      'related',
      'integration',
      'knowledge',
      'approval',
      'admin-table',
      'user',
      'customer',
      'sign-in',
      'journal',
      'case',
      'incident',
      'problem',
      'request',
      'work-order-task',
      'work-order',
      'appointment',
      'technician',
      'cascade',
    ],
  },
  {
    name: 'Lists, and what is done to many',
    rooms: [
      'import',
      'list',
      'search',
      'saved-view',
      'replies',
      'impact',
      'proactive',
      'affected-customers',
      'mail-in',
      'new-record',
    ],
  },
  {
    name: 'Pages',
    rooms: [
      'ledger',
      'record-page',
      'foresight',
      'dashboard',
      'board',
      'dispatch',
      'technician-day',
      'home',
      'portal',
      'external-access',
      'live',
    ],
  },
  { name: 'Registries that know everybody', rooms: ['audit-log', 'configuration', 'jobs', 'testing'] },
];

/** Allowed imports from a higher room. The list only shrinks: remove entries that no longer occur. */
export const upwardImports: readonly string[] = ['lib/platform/actor.ts > lib/access/roles.ts'];
