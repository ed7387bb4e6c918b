import { describe, expect, it, vi } from 'vitest';
import { columnsOf } from '#components/list/columns.ts';
import { mayComment, mayWatch } from '#lib/access/own-records.ts';
import { mayOpenList } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import { type StaffPermission, staffGrants } from '#lib/access/staff-grants.ts';
import { externalNames } from '#lib/external/names.ts';
import { withoutInternalNumbers } from '#lib/field-mapping/rules/without-internal-numbers.ts';
import { defaultColumns } from '#lib/kinds/column-names.ts';
import { definitions, stateLabel } from '#lib/kinds/definitions.ts';
import { openStates } from '#lib/kinds/open-states.ts';
import { personOf, readerOfComments } from '#lib/kinds/person-sql.ts';
import { choicesOf } from '#lib/list/filters.ts';
import { listHref, listOf } from '#lib/list/list-query.ts';
import { mailText } from '#lib/mail-out/compose.ts';
import { creatableKinds, newForms } from '#lib/new-record/form.ts';
import { kindOfNumber, kindOfPath, pathOfNumber, type TaskKind, taskKindNames } from '#lib/record/kind.ts';
import { kindTables } from '#lib/record/kind-table.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { parseScope, searchScopes, sortLabel } from '#lib/search/hit.ts';
import { searchScopesOf } from '#lib/search/scopes.ts';
import { defaultSettings } from '#lib/settings/settings.ts';
import { internalUser, theProblemWith } from '#lib/testing/records.ts';
import { recordViewOf } from './record-view.ts';

// Adds a kind and its part to the tables and to no other file: code elsewhere that asks for kinds by name does not know
// them.
const trial = 'trial' as TaskKind;
const part = 'trial_part' as TaskKind;

vi.mock('#lib/record/kind.ts', async (load) => {
  const real = await load<typeof import('#lib/record/kind.ts')>();
  const names = { label: 'Trial', plural: 'Trials', noun: { en: 'trial', ko: '시험' }, prefix: 'TRI', path: 'trials' };
  const parts = { label: 'Trial part', plural: 'Trial parts', prefix: 'TRIP', path: 'trial-parts' };
  const common = { ...names, icon: 'bug', model: 'Problem', external: 'trial', list: { person: 'Tried by' } };
  const partOf = { kind: 'trial', field: 'duplicateOfId' };
  Object.assign(real.taskKinds, { trial: common, trial_part: { ...common, ...parts, partOf } });
  real.taskKindNames.push('trial' as TaskKind, 'trial_part' as TaskKind);
  real.topLevelKindNames.push('trial' as TaskKind);
  return real;
});

vi.mock('#lib/kinds/definitions.ts', async (load) => {
  const real = await load<typeof import('#lib/kinds/definitions.ts')>();
  const states = { begun: { label: 'Begun', tone: 'new', external: '1', phase: 'open' } };
  const definition = { ...real.definitions.problem, states, person: { fields: ['firstReportedById'], isMailed: true } };
  Object.assign(real.definitions, { trial: definition, trial_part: { ...definition, person: undefined } });
  return real;
});

vi.mock('#lib/access/staff-grants.ts', async (load) => {
  const real = await load<typeof import('#lib/access/staff-grants.ts')>();
  const all = [
    'see',
    'create',
    'edit',
    'comment',
    'note',
    'assign',
    'link',
    'export',
  ] as const satisfies StaffPermission[];
  const grants = Object.fromEntries(all.map((permission) => [permission, ['itil']]));
  const own = { fields: ['firstReportedById'], may: ['comment'] };
  Object.assign(real.staffGrants, { trial: { ...grants, own }, trial_part: grants });
  return real;
});

const [ian, ava] = [internalUser('itil'), internalUser('sn_customerservice_agent')];
const record = { ...theProblemWith({ number: 'TRI0001001', state: 'begun', firstReportedById: ava.id }), kind: trial };

describe('a kind that is only defined in the tables', () => {
  it('has numbers, addresses and lists', () => {
    expect([kindOfNumber('TRI0001001'), kindOfPath('trials')]).toEqual([trial, trial]);
    expect(pathOfNumber('TRI0001001')).toBe('/workspace/trials/TRI0001001');
    expect(listHref(listOf(trial))).toBe('/workspace/trials');
    expect(defaultColumns(trial)).toContain('assignee');
    expect(columnsOf(trial, ['person']).map(({ label }) => label)).toEqual(['Number', 'Tried by']);
    expect(choicesOf(trial, 'state')).toEqual([{ value: 'begun', label: 'Begun' }]);
    expect([openStates(trial), stateLabel(trial, 'begun')]).toEqual([['begun'], 'Begun']);
  });

  it('ACC-6 · is found by search, with its parts, by users who may open its list', () => {
    const scope = parseScope('trials');
    expect(scope && searchScopes[scope]).toEqual({ label: 'Trials', sorts: [trial, part] });
    expect(searchScopesOf(ian)).toContain('trials');
    expect([sortLabel(trial), sortLabel(part)]).toEqual(['Trial', 'Trial part']);
  });

  it('INC-6 · is read and commented on by the people it names, and by others only with the role', () => {
    expect([mayOpenList(ava, trial), mayOpenList(ava, part)]).toEqual([true, false]);
    expect([mayComment(ava, record).ok, mayWatch(ava, record).ok]).toEqual([true, false]);
    expect(mayComment({ ...ava, id: 'somebody-else' }, record).ok).toBe(false);
    expect(readableOf(trial, ava).sql).toContain('own."first_reported_by_id"');
    expect([readableOf(trial, ian).sql, readableOf(part, ava).sql]).toEqual(['true', 'false']);
  });

  it('has an owner, which a part inherits from its record', () => {
    expect(personOf(trial).sql).toContain('"first_reported_by_id"');
    expect(readerOfComments(part).sql).toContain('from "trial_parts" part');
  });

  it('has a form, and a page that shows nothing of other kinds', () => {
    expect(creatableKinds(ian)).toContain(trial);
    expect(creatableKinds(ian)).not.toContain(part);
    expect(newForms(ian, defaultSettings).map(({ label }) => label)).toContain('Trial');
    const doneBy = { opened: null, resolved: null, closed: null, created: null, updated: null };
    const none = { parts: [], watchers: [], attachments: [], articles: [], requests: [], related: [], outcome: [] };
    const frame = {
      doneBy,
      ...none,
      rejected: [],
      answer: null,
      childIncidents: null,
      customer: null,
      lastVisit: null,
      reader: null,
    };
    const around = { actor: ian, settings: defaultSettings, frame, names: new Map(), affectedCases: 0 };
    const view = recordViewOf({ ...around, record: record as TaskRecord });
    expect(view).toMatchObject({ label: 'Trial', state: { label: 'Begun' }, verbs: [], related: [], mayEdit: true });
  });

  it('POR-3 · is named in emails, in files and in place of its number', () => {
    expect(withoutInternalNumbers('See TRI0001001')).toBe('See trial');
    expect(externalNames(trial)).toEqual(expect.arrayContaining(['number', 'short_description']));
    const mail = { event: 'assigned', facts: {}, subject: '', body: '', author: 'Ian', toCustomer: false };
    expect(mailText({ ...mail, kind: trial, number: 'TRI0001001', language: 'ko' })).toContain('시험');
  });
});

it.each(Object.entries({ definitions, staffGrants, kindTables }))('every kind has an entry in %s', (_name, table) => {
  expect(Object.keys(table).toSorted()).toEqual(taskKindNames.toSorted());
});
