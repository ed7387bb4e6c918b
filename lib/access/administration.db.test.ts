import { beforeAll, describe, expect, it } from 'vitest';
import { saveRowAction, setRelationAction, switchRowAction } from '#lib/admin-table/actions.ts';
import { previewMapping } from '#lib/admin-table/queries/map-preview.ts';
import { listMaps, mapWithRows } from '#lib/admin-table/queries/maps.ts';
import { listRelations, listRows } from '#lib/admin-table/queries.ts';
import { undoChangeAction } from '#lib/audit-log/actions.ts';
import { AuditFilter } from '#lib/audit-log/filter.ts';
import { listAuditEntries } from '#lib/audit-log/queries.ts';
import { switchBusinessRuleAction } from '#lib/business-rule/actions.ts';
import { addCustomerAction, addPersonAction, editCustomerAction } from '#lib/customer/actions.ts';
import { addLookupRowAction, switchDataLookupAction, updateLookupRowAction } from '#lib/data-lookup/actions.ts';
import { placeTaskAction } from '#lib/dispatch/actions.ts';
import { parseBoardQuery } from '#lib/dispatch/board-query.ts';
import { dispatchBoard } from '#lib/dispatch/queries/board.ts';
import { technicianFilters } from '#lib/dispatch/queries/technician-filters.ts';
import { unplacedTasks } from '#lib/dispatch/queries/unplaced.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { showFieldsAction } from '#lib/external-access/actions.ts';
import { switchIntegrationAction } from '#lib/integration/actions.ts';
import { retryFailedJobAction } from '#lib/jobs/actions.ts';
import { health } from '#lib/jobs/queries/health.ts';
import { previewArticleAction, writeArticleAction } from '#lib/knowledge/actions.ts';
import { answerMailAction } from '#lib/mail-in/actions.ts';
import { checkMailServerAction, resendMailAction } from '#lib/mail-out/actions.ts';
import { mailOfLog } from '#lib/mail-out/queries/logged-mail.ts';
import { listMails } from '#lib/mail-out/queries/mail-log.ts';
import { mailboxOf, mailboxPeople } from '#lib/mail-out/queries/mailbox.ts';
import { MailLogQuery } from '#lib/mail-out/schema.ts';
import { sendDueMails } from '#lib/mail-out/send-due.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { updatePropertyAction } from '#lib/property/actions.ts';
import {
  addDaysOffAction,
  addWorkingHoursAction,
  removeDaysOffAction,
  removeWorkingHoursAction,
  saveTechnicianAction,
} from '#lib/technician/actions.ts';
import { technicianOf, technicians } from '#lib/technician/queries/technicians.ts';
import { renewFeedAction, revokeFeedAction } from '#lib/technician-day/actions.ts';
import { answersTo, answerTo } from '#lib/testing/answers.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aReadyTask, aTechnician } from '#lib/testing/visits.ts';
import { aCase, holderOf, world } from '#lib/testing/world.ts';
import { createUserAction, sendLinkAction, setUserActiveAction, setUserRolesAction } from '#lib/user/actions.ts';
import { listUsers, userWithRoles } from '#lib/user/queries.ts';
import { mayReadTask } from './readable.ts';
import { roleNames, roles } from './roles.ts';

// The actions are real; only the caller is set by the test instead of a cookie.

const w = await world();
let row: string;
let undoable: string;
let item: string;
let mail: string;
let mailed: string;
let created = 0;
beforeAll(async () => {
  row = (await db().priorityLookup.findFirstOrThrow()).id;
  signedIn.actor = w.adam;
  await updatePropertyAction({ name: 'incident.autoclose.days', value: '9' });
  const category = await db().catalogCategory.create({ data: { name: 'Hardware' } });
  item = (await db().catalogItem.create({ data: { name: 'Laptop', categoryId: category.id } })).id;
  const { id: taskId, number } = await aCase(w);
  await addEntry(w.ava, { kind: 'case', number, type: 'comment', text: 'Which modem?' });
  await sendDueMails();
  mailed = (await db().mail.findFirstOrThrow({ where: { taskId } })).id;
  const other = await aCase(w);
  await addEntry(w.ava, { kind: 'case', number: other.number, type: 'comment', text: 'Hello' });
  mail = (await db().mail.findFirstOrThrow({ where: { taskId: other.id } })).id;
  undoable = (await db().auditEntry.findFirstOrThrow({ where: { newValue: { equals: 9 } } })).id;
});

const lookup = { impact: 1, urgency: 1, priority: 1, order: 900, active: false };

/** Every administration action, with input that would be accepted. */
const doors: Readonly<Record<string, () => Promise<unknown>>> = {
  'a property': () => updatePropertyAction({ name: 'attachment.max_size_mb', value: String(10 + (created % 9)) }),
  'the fields that customers see': () =>
    showFieldsAction({ table: 'problem', fields: ['number', created % 2 ? 'state' : 'priority'] }),
  'a business rule': () => switchBusinessRuleAction({ id: 'SYNC-INC-1', active: 'on' }),
  'an integration': () => switchIntegrationAction({ id: 'com.sn_cs_sm', active: 'on' }),
  'a new lookup row': () => addLookupRowAction({ ...lookup, order: 1000 + created }),
  'a lookup row': () => updateLookupRowAction({ id: row, ...lookup, order: 2000 + created }),
  'the lookup': () => switchDataLookupAction({ active: 'on' }),
  'undoing a change': () => undoChangeAction({ entryId: undoable }),
  'a new user': () =>
    createUserAction({
      name: 'New',
      email: `new-${created++}@example.test`,
      password: 'correct horse battery',
      roles: [],
      groups: [],
    }),
  'a link for a user': () => sendLinkAction({ userId: w.nils.id }),
  'the roles of a user': () => setUserRolesAction({ userId: w.nils.id, roles: [] }),
  'whether a user is active': () => setUserActiveAction({ userId: w.nils.id, active: true }),
  'a contact': () =>
    addPersonAction({ name: 'New', email: `new-${created++}@boxeo.example`, accountId: w.boxeo, roles: [] }),
  'a row of an admin table': () => saveRowAction({ table: 'product', name: `Product ${created++}` }),
  'whether a row is in use': () => switchRowAction({ table: 'catalog-item', id: item, active: 'on' }),
  'a relation': () => setRelationAction({ relation: 'group-member', fromId: w.desk, toId: w.pat.id, related: 'on' }),
  'an answer in the mailbox': () => answerMailAction({ id: mailed, text: 'The black one.' }),
  'the rows of an admin table': () => listRows(signedIn.actor as Actor, 'group'),
  relations: () => listRelations(signedIn.actor as Actor, 'ci-relationship'),
  'the list of users': () => listUsers(signedIn.actor as Actor),
  'sending an email again': async () => {
    await db()
      .$executeRaw`update mails set status = 'failed', next_try_at = null, last_error = 'No.' where id = ${mail}::uuid`;
    return resendMailAction({ id: mail });
  },
  'the mail server': async () => {
    const answer = await checkMailServerAction({});
    // Without a mail server the check fails for authorized users: it counts as allowed.
    return answer.ok === false && answer.rule === 'ADM-11' ? { ok: true } : answer;
  },
  'a failed job': async () => {
    await db().$executeRaw`delete from graphile_worker._private_jobs`;
    await db().$executeRaw`select graphile_worker.add_job('case-remind', '{}'::json, max_attempts => 1)`;
    await db().$executeRaw`update graphile_worker._private_jobs set attempts = 1`;
    const [failed] = await db().$queryRaw<{ id: string }[]>`select id::text from graphile_worker.jobs`;
    return retryFailedJobAction({ id: failed?.id ?? '' });
  },
  health: () => health(signedIn.actor as Actor),
  'the mail log': () => listMails(signedIn.actor as Actor, MailLogQuery.parse({})),
  'an email': () => mailOfLog(signedIn.actor as Actor, mail),
  'the mailbox': () => mailboxPeople(signedIn.actor as Actor, { q: '', after: '' }),
  'the mailbox of a person': () => mailboxOf(signedIn.actor as Actor, w.cora.id, ''),
  'the audit log': () => listAuditEntries(signedIn.actor as Actor, AuditFilter.parse({})),
  'the page of a user': () => userWithRoles(signedIn.actor as Actor, w.nils.id),
};

async function callAction(door: () => Promise<unknown>): Promise<string> {
  try {
    const result = (await door()) as Partial<ActionResult>;
    return result.ok === false ? (result.rule ?? 'malformed') : 'yes';
  } catch (error) {
    if (error instanceof Refusal) return error.rule;
    throw error;
  }
}

describe('administration', () => {
  for (const role of [null, ...roleNames])
    it(`ACC-2, ACC-6 · ${role ?? 'no role'}: ${role === 'admin' ? 'every door is open' : 'every door is shut'}`, async () => {
      signedIn.actor = await holderOf(`Administrator ${role}`, role ? [role] : []);
      const answers: Record<string, string> = {};
      for (const [name, door] of Object.entries(doors)) answers[name] = await callAction(door);
      // Staff actions do not exist for customers; actions that only check the policy refuse them.
      const isCustomer = role !== null && roles[role].audience === 'external';
      const shut = isCustomer ? expect.stringMatching(/^(REL-16|ACC-6)$/) : 'ACC-6';
      const wanted = role === 'admin' ? 'yes' : shut;
      expect(answers).toEqual(Object.fromEntries(Object.keys(doors).map((name) => [name, wanted])));
    });

  it('ADM-12 · every refused attempt is in the audit log with its user and command', async () => {
    signedIn.actor = w.mia;
    await updatePropertyAction({ name: 'attachment.max_size_mb', value: '7' });
    const entry = await db().auditEntry.findFirst({ where: { actorId: w.mia.id }, orderBy: { at: 'desc' } });
    expect(entry).toMatchObject({ action: 'action.refused', subject: 'admin.properties' });
    expect(entry?.newValue).toContain('ACC-6');
  });

  it('ACC-1 · an external user is given no internal role', async () => {
    signedIn.actor = w.adam;
    const answer = await setUserRolesAction({ userId: w.cora.id, roles: ['itil'] });
    expect(answer).toMatchObject({ ok: false, rule: 'ACC-1' });
    expect(await db().userRole.count({ where: { userId: w.cora.id, role: 'itil' } })).toBe(0);
  });
});

describe('customers', () => {
  const agents = ['admin', 'sn_customerservice_manager', 'sn_majorissue_mgt.major_issue_manager'];
  const ofContacts: readonly string[] = [...agents, 'sn_customerservice_agent'];
  const ofConsumers: readonly string[] = ['admin', 'sn_customerservice_manager', 'sn_customerservice.consumer_agent'];

  for (const role of [null, ...roleNames])
    it(`ACC-2, ACC-14 · ${role ?? 'no role'}: adds and edits the customers that it serves, and no others`, async () => {
      signedIn.actor = await holderOf(`Host ${role}`, role ? [role] : []);
      const person = (kind: 'contact' | 'consumer') => ({
        kind,
        name: 'New',
        email: `added-${created++}@boxeo.example`,
      });
      const shut = role !== null && roles[role].audience === 'external' ? 'REL-16' : 'ACC-6';
      const wanted = (to: readonly string[]) => (to.includes(role ?? '') ? 'yes' : shut);
      expect({
        contact: await callAction(() => addCustomerAction({ ...person('contact'), accountId: w.boxeo, invite: true })),
        consumer: await callAction(() => addCustomerAction(person('consumer'))),
      }).toEqual({ contact: wanted(ofContacts), consumer: wanted(ofConsumers) });
      const id = w.cora.id;
      const { updatedAt } = await db().user.findUniqueOrThrow({ where: { id } });
      const asOf = updatedAt.toISOString();
      const edited = {
        id,
        asOf,
        name: 'Cora Customer',
        email: 'cora.customer@example.test',
        timeZone: '',
        language: 'en',
      } as const;
      // Consumer agents must not learn that a contact exists.
      const wantedOfEdit = role === 'sn_customerservice.consumer_agent' ? 'REL-16' : wanted(ofContacts);
      expect(await callAction(() => editCustomerAction(edited))).toEqual(wantedOfEdit);
    });
});

describe('knowledge', () => {
  const authors: readonly string[] = ['admin', 'itil', 'sn_ind_tsm_core.noc_agent'];

  for (const role of [null, ...roleNames])
    it(`ACC-2, ACC-6 · ${role ?? 'no role'}: ${authors.includes(role ?? '') ? 'writes' : 'does not write'} articles`, async () => {
      signedIn.actor = await holderOf(`Author ${role}`, role ? [role] : []);
      const written = { title: 'By the matrix', text: 'x', readers: 'internal', published: 'off' } as const;
      const answers = [
        await callAction(() => writeArticleAction(written)),
        await callAction(() => previewArticleAction({ text: 'x' })),
      ];
      const shut = role !== null && roles[role].audience === 'external' ? 'REL-16' : 'ACC-6';
      const wanted = authors.includes(role ?? '') ? 'yes' : shut;
      expect(answers).toEqual([wanted, wanted]);
    });
});

describe('the day of a technician', () => {
  for (const role of [null, ...roleNames])
    it(`ACC-2, WO-18 · ${role ?? 'no role'}: ${role === 'wm_agent' || role === 'admin' ? 'has' : 'does not have'} a calendar feed`, async () => {
      signedIn.actor = await holderOf(`Feeds ${role}`, role ? [role] : []);
      const answers = [await callAction(() => renewFeedAction({})), await callAction(() => revokeFeedAction({}))];
      const shut = role !== null && roles[role].audience === 'external' ? 'REL-16' : 'ACC-6';
      const wanted = role === 'wm_agent' || role === 'admin' ? 'yes' : shut;
      expect(answers).toEqual([wanted, wanted]);
    });
});

describe('technicians', () => {
  const keepers: readonly string[] = ['admin', 'wm_dispatcher', 'wm_admin'];
  const details = { timeZone: 'Europe/Berlin', region: '', address: '', latitude: '', longitude: '', skills: '' };

  for (const role of [null, ...roleNames])
    it(`ACC-2, WO-10 · ${role ?? 'no role'}: ${keepers.includes(role ?? '') ? 'keeps' : 'does not know'} the technicians`, async () => {
      const { id: userId } = await holderOf(`Technician of ${role}`, ['wm_agent']);
      const technicianId = (await holderOf(`Other technician of ${role}`, ['wm_agent'])).id;
      await db().technician.create({ data: { userId: technicianId, timeZone: 'Europe/Berlin' } });
      const hours = await db().workingHours.create({
        data: { technicianId, weekday: 1, fromMinute: 480, toMinute: 900 },
      });
      const date = new Date('2026-12-24T00:00:00Z');
      const off = await db().daysOff.create({ data: { technicianId, fromDate: date, toDate: date } });
      const actor = await holderOf(`Keeper ${role}`, role ? [role] : []);
      signedIn.actor = actor;
      const answers = [
        await callAction(() => saveTechnicianAction({ ...details, userId, active: true })),
        await callAction(() =>
          addWorkingHoursAction({
            technicianId,
            weekdays: [2],
            from: '08:00',
            to: '15:00',
            validFrom: '',
            validTo: '',
          }),
        ),
        await callAction(() => removeWorkingHoursAction({ id: hours.id })),
        await callAction(() => addDaysOffAction({ technicianId, from: '2026-12-27', to: '2026-12-31', reason: '' })),
        await callAction(() => removeDaysOffAction({ id: off.id })),
      ];
      const shut = role !== null && roles[role].audience === 'external' ? 'REL-16' : 'ACC-6';
      const wanted = keepers.includes(role ?? '') ? 'yes' : shut;
      expect(answers).toEqual(answers.map(() => wanted));
      const read = wanted === 'yes' ? 'yes' : 'ACC-6';
      expect(await callAction(() => technicians(actor))).toBe(read);
      expect(await callAction(() => technicianOf(actor, technicianId))).toBe(read);
    });
});

describe('the dispatch board', () => {
  const dispatchers: readonly string[] = ['admin', 'wm_dispatcher', 'wm_admin'];
  let days = 2;
  let technicianId: string;
  beforeAll(async () => {
    technicianId = (await aTechnician(w.adam, { timeZone: 'UTC', from: '00:00', to: '00:00' })).id;
  });
  for (const role of [null, ...roleNames])
    it(`ACC-2, WO-7 · ${role ?? 'no role'}: ${dispatchers.includes(role ?? '') ? 'dispatches' : 'does not dispatch'}`, async () => {
      const actor = await holderOf(`Dispatching ${role}`, role ? [role] : []);
      const task = await aReadyTask(w.adam, { timeZone: 'UTC' });
      const day = new Date(Date.now() + days++ * 86_400_000).toISOString().slice(0, 10);
      const { number, version } = await db().task.findUniqueOrThrow({ where: { id: task.id } });
      const place = { number, version, technicianId, startsAt: `${day}T10:00:00Z`, minutes: 60, timeZone: 'UTC' };
      const may = dispatchers.includes(role ?? '');
      const sees = await mayReadTask(db(), actor, task.id);
      expect(await answerTo(actor, () => placeTaskAction(place))).toBe(may ? 'yes' : sees ? 'refused' : 'hidden');
      const read = may ? 'yes' : 'refused';
      const reads = {
        board: () => dispatchBoard(actor, { ...parseBoardQuery({}), zone: 'UTC' }, 50),
        unplaced: () => unplacedTasks(actor, ''),
        narrowing: () => technicianFilters(actor),
      };
      expect(await answersTo(actor, reads)).toEqual({ board: read, unplaced: read, narrowing: read });
    });
});

describe('field maps', () => {
  const editors = { proactive_case: ['admin'], work_order: ['admin', 'wm_admin'] };
  const add = (direction: string) => ({ table: 'field-map', direction, position: '1', active: 'off' });

  for (const role of [null, ...roleNames])
    it(`ACC-2, ACC-15, ADM-4 · ${role ?? 'no role'}: edits the maps of the kinds it administers, and no others`, async () => {
      const actor = await holderOf(`Mapper ${role}`, role ? [role] : []);
      const shut = role !== null && roles[role].audience === 'external' ? 'REL-16' : 'ACC-6';
      for (const [direction, may] of Object.entries(editors)) {
        signedIn.actor = actor;
        const { id: mapId } = await db().fieldMap.create({ data: { direction, name: `Of ${role}` } });
        const row = { table: 'field-mapping', direction, mapId, targetField: 'impact', sourceField: 'impact' };
        const answers = [
          await callAction(() => saveRowAction({ ...add(direction), name: `By ${role}` })),
          await callAction(() => saveRowAction({ ...add(direction), name: `Changed by ${role}`, id: mapId })),
          await callAction(() => saveRowAction({ ...row, conditionField: 'always', position: '1', active: 'on' })),
          await callAction(() => switchRowAction({ table: 'field-map', id: mapId, active: 'on' })),
        ];
        expect(answers).toEqual(answers.map(() => (may.includes(role ?? '') ? 'yes' : shut)));
        const read = may.includes(role ?? '') ? 'yes' : 'REL-16';
        expect(await callAction(() => mapWithRows(actor, mapId))).toBe(read);
      }
      const some = editors.work_order.includes(role ?? '') ? 'yes' : 'ACC-6';
      expect(await callAction(() => listMaps(actor))).toBe(some);
      expect(await callAction(() => previewMapping(actor, 'CS0001001'))).toBe(some);
    });
});
