import { beforeAll, describe, expect, it } from 'vitest';
import { recordAudit } from '#lib/audit/record.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { startRun } from '#lib/customer-messages/commands/start-run.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aChange, anOffer, answer, aProblem, approvalBoard, itemOf } from '#lib/testing/itsm.ts';
import { aCase, aCaseWithIncident, anIncident, anotherCaseOf, change, world } from '#lib/testing/world.ts';
import { db } from './db.ts';

const w = await world();
const ID_OF_MAIL = '01935f3e-0000-7000-8000-0000000000aa';
const ID_UNADDRESSED = '01935f3e-0000-7000-8000-0000000000ab';
/** Ids that the statements below use as `:name`. */
let names: Record<string, string>;

beforeAll(async () => {
  const { theCase, incident } = await aCaseWithIncident(w);
  const other = await aCase(w);
  const closed = await aCase(w);
  await moveCase(w.ava, { number: closed.number, verb: 'close', values: { resolutionNotes: 'Done.' } });
  const outage = await anIncident(w);
  await anotherCaseOf(w, outage);
  await startRun(w.noa, { kind: 'incident', number: outage.number, text: 'We know.' });
  const held = await anIncident(w);
  await change(w.ian, held, { state: 'on_hold', holdReason: 'awaiting_vendor' });
  const note = await db().journalEntry.findFirstOrThrow({ where: { taskId: theCase.id } });
  const ci = async (name: string) => (await db().configurationItem.create({ data: { name, class: 'Server' } })).id;
  const [top, middle, bottom] = [await ci('top'), await ci('middle'), await ci('bottom')];
  await db().ciRelationship.createMany({
    data: [
      { parentId: top, childId: middle },
      { parentId: middle, childId: bottom },
    ],
  });
  const [problem, plan] = [await aProblem(w), await aChange(w)];
  const board = await approvalBoard();
  const items = [{ catalogItemId: await anOffer('Laptop', board.id), quantity: 1 }];
  const request = await createRequest(w.mia, { items });
  const item = await itemOf(request, 'Laptop');
  const approval = await db().approval.findFirstOrThrow({ where: { taskId: item.id } });
  const answered = await itemOf(await createRequest(w.mia, { items }), 'Laptop');
  await answer(board.anna, answered);
  const attachment = await db().attachment.create({
    data: { taskId: theCase.id, name: 'a', contentType: 'a/b', size: 1, sha256: 'a', createdAt: new Date() },
  });
  const audit = await recordAudit(db(), w.adam, { action: 'property.changed', subject: 'a property' });
  const noted = { causeId: note.causeId, taskId: theCase.id, messageId: `<${ID_OF_MAIL}@test>` };
  const mail = await db().mail.create({
    data: {
      id: ID_OF_MAIL,
      ...noted,
      event: 'sent',
      address: 'a',
      subject: 's',
      body: 'b',
      status: 'sent',
      createdAt: new Date(),
    },
  });
  const unaddressed = await db().mail.create({
    data: {
      id: ID_UNADDRESSED,
      ...noted,
      messageId: `<${ID_UNADDRESSED}@test>`,
      event: 'held',
      address: '',
      subject: 's',
      body: 'b',
      status: 'suppressed',
      reason: 'no email address',
      createdAt: new Date(),
    },
  });
  await db().incomingMail.create({
    data: {
      messageId: '<0@elsewhere>',
      receivedAt: new Date(),
      source: 'smtp',
      raw: Buffer.from('Hello'),
      outcome: 'filed',
      taskId: theCase.id,
    },
  });
  const lone = await db().cause.create({ data: { at: new Date(), taskId: theCase.id, command: 'look', rules: [] } });
  const inboxItem = { taskId: theCase.id, causeId: note.causeId, reason: 'commented', createdAt: new Date() } as const;
  const line = await db().inboxItem.create({ data: { ...inboxItem, userId: w.adam.id } });
  const read = await db().inboxItem.create({ data: { ...inboxItem, userId: w.mia.id, readAt: new Date() } });
  const template = { name: 'Greeting', text: 'Hello', usedFor: 'both' } as const;
  await db().replyTemplate.create({ data: { ...template, userId: w.ava.id } });
  names = {
    lone: lone.id,
    line: line.id,
    read: read.id,
    audit,
    mail: mail.id,
    unaddressed: unaddressed.id,
    adam: w.adam.id,
    problem: problem.id,
    change: plan.id,
    request: request.id,
    item: item.id,
    approval: approval.id,
    answered: answered.id,
    attachment: attachment.id,
    case: theCase.id,
    other: other.id,
    closed: closed.id,
    incident: incident.id,
    held: held.id,
    cause: note.causeId,
    note: note.id,
    cora: w.cora.id,
    jane: w.jane.id,
    ava: w.ava.id,
    boxeo: w.boxeo,
    product: w.product,
    top,
    middle,
    bottom,
    number: theCase.number,
  };
});

const run = (sql: string) =>
  db().$transaction((tx) => tx.$executeRawUnsafe(sql.replaceAll(/:([a-z]+)\b/g, (_all, name) => `'${names[name]}'`)));

const entry = (values: string) =>
  `insert into journal_entries (task_id, type, text, created_at, cause_id, source_task_id, author_id, lines) values (${values})`;
const task = (values: string) =>
  `insert into tasks (kind, number, short_description, state, opened_at, created_at, updated_at${values}`;

const TOKEN = '0123456789abcdef0123456789abcdef';
const [ID_1, ID_2] = ['01935f3e-1111-7222-8333-444455556666', '01935f3e-1111-7222-8333-444455557777'];
/** A queued mail to Cora; `values` override its defaults. */
const mail = (values: Record<string, string>) => {
  const id = values.id ?? ID_1;
  const row: Record<string, string> = {
    cause_id: ':cause',
    task_id: ':case',
    event: "'e'",
    recipient_id: ':cora',
    address: "'a'",
    subject: "'s'",
    body: "'b'",
    status: "'queued'",
    next_try_at: 'now()',
    created_at: 'now()',
    message_id: `'<${id}@x>'`,
    ...values,
    id: `'${id}'`,
  };
  return `insert into mails (${Object.keys(row).join()}) values (${Object.values(row).join()})`;
};
/** A second template of Ava. */
const replyTemplate = ({ name = "'Other'", text = "'x'" }: { name?: string; text?: string }) =>
  `insert into reply_templates (user_id, used_for, name, text) values (:ava, 'both', ${name}, ${text})`;
/** A received mail; `values` override its defaults. */
const incoming = (values: Record<string, string> = {}) => {
  const row: Record<string, string> = {
    message_id: "'<1@elsewhere>'",
    received_at: 'now()',
    source: "'smtp'",
    raw: "'Hello'",
    ...values,
  };
  return `insert into incoming_mails (${Object.keys(row).join()}) values (${Object.values(row).join()})`;
};

// Statements that a user could type at the database prompt; each differs from a valid one in one value.
const refused: readonly [string, string, RegExp][] = [
  [
    'REC-5 · a number twice',
    task(") values ('case', :number, 'x', 'new', now(), now(), now())"),
    /tasks_number_key|unique/i,
  ],
  [
    'REC-5 · no short description',
    "update tasks set short_description = '' where id = :case",
    /tasks_short_description_length/,
  ],
  [
    'REC-5 · 161 characters',
    "update tasks set short_description = repeat('x', 161) where id = :case",
    /tasks_short_description_length/,
  ],
  [
    'REC-5 · a description of 32,001',
    "update tasks set description = repeat('x', 32001) where id = :case",
    /tasks_description_length/,
  ],
  ['REC-5 · impact 4', 'update tasks set impact = 4 where id = :case', /tasks_choices/],
  ['REC-5 · priority 0', 'update tasks set priority = 0 where id = :case', /tasks_choices/],
  ['REC-5 · a state of another kind', "update tasks set state = 'in_progress' where id = :case", /tasks_state/],
  ['REC-5 · an incident in a state of cases', "update tasks set state = 'open' where id = :incident", /tasks_state/],
  ['REC-5 · a contact and a consumer', 'update tasks set consumer_id = :jane where id = :case', /tasks_one_customer/],
  [
    'REC-5 · active in a final state',
    "update tasks set state = 'cancelled' where id = :case",
    /tasks_active_until_final/,
  ],
  ['REC-5 · inactive while open', 'update tasks set active = false where id = :case', /tasks_active_until_final/],
  [
    'REC-5 · an incident that does not exist',
    'update cases set incident_id = uuid_v7() where id = :case',
    /cases_incident_id_fkey/,
  ],
  [
    'MAJ-4 · a parent that is no major case',
    'update cases set parent_id = :closed where id = :case',
    /the parent of a case is a major case/,
  ],
  [
    'MAJ-4 · a child that is a candidate',
    "update cases set parent_id = :closed, major_case_state = 'proposed' where id = :case",
    /cases_two_generations/,
  ],
  ['REL-2 · its own parent', 'update cases set parent_id = id where id = :case', /cases_not_own_parent/],
  [
    'REC-5 · a major case state that does not exist',
    "update cases set major_case_state = 'huge' where id = :case",
    /cases_major_case_state/,
  ],
  ['CASE-5 · a closed case changes', 'update tasks set priority = 1 where id = :closed', /CASE-5/],
  ['CASE-5 · a closed case opens', "update tasks set state = 'open', active = true where id = :closed", /CASE-5/],
  ['CASE-5 · a closed case gets an incident', 'update cases set incident_id = :incident where id = :closed', /CASE-5/],
  [
    'CASE-5 · a closed case gets an entry',
    entry("uuid(:closed), 'comment', 'x', now(), :cause, null, :ava, null"),
    /CASE-5/,
  ],
  ['INC-1 · on hold without a reason', "update tasks set state = 'on_hold' where id = :incident", /INC-1/],
  [
    'INC-1 · a reason without on hold',
    "update incidents set hold_reason = 'awaiting_vendor' where id = :incident",
    /INC-1/,
  ],
  ['INC-1 · leaving on hold with the reason', "update tasks set state = 'in_progress' where id = :held", /INC-1/],
  [
    'INC-1 · a reason that does not exist',
    "update incidents set hold_reason = 'awaiting_rain' where id = :held",
    /incidents_hold_reason/,
  ],
  ['REC-1 · an entry is rewritten', "update journal_entries set text = 'x' where id = :note", /append-only/],
  ['REC-2 · history is rewritten', "update field_changes set new_value = 'x' where task_id = :case", /append-only/],
  [
    'REC-2, CASE-10 · who did it is rewritten',
    "update causes set on_behalf_of = 'Somebody else' where task_id = :case",
    /append-only/,
  ],
  ['REC-2 · who did what nothing names is deleted', 'delete from causes where id = :lone', /append-only/],
  ['REC-2 · those who did it are emptied', 'truncate causes cascade', /append-only/],
  ['REC-1 · an entry is deleted', 'delete from journal_entries where id = :note', /append-only/],
  ['REC-2 · history is deleted', 'delete from field_changes where task_id = :case', /append-only/],
  ['REC-1 · a record takes its journal with it', 'delete from tasks where id = :other', /violates|append-only/],
  ['REC-1 · the journal is emptied', 'truncate journal_entries cascade', /append-only/],
  ['REC-2 · history is emptied', 'truncate field_changes', /append-only/],
  ['REC-1 · the journal is emptied with its records', 'truncate tasks cascade', /append-only/],
  ['MAIL-12 · a mail is deleted', 'delete from mails', /append-only/],
  ['MAIL-12 · the mails are emptied', 'truncate mails cascade', /append-only/],
  ['NOT-2 · a message to many is deleted', 'delete from notify_runs', /append-only/],
  ['NOT-2 · in which cases it was said is deleted', 'delete from notify_cases', /append-only/],
  ['NOT-2 · whom it was said to is emptied', 'truncate notify_people cascade', /append-only/],
  ['ADM-12 · the audit log is rewritten', "update audit_entries set new_value = '1' where id = :audit", /append-only/],
  ['ADM-12 · an entry of the audit log is deleted', 'delete from audit_entries where id = :audit', /append-only/],
  ['ADM-12 · who did it is deleted', 'delete from users where id = :adam', /audit_entries_actor_id_fkey/],
  ['ADM-12 · the audit log is emptied', 'truncate audit_entries', /append-only/],
  [
    'REC-2 · a field changes twice in one version',
    'insert into field_changes (task_id, cause_id, version, field, changed_at) select task_id, cause_id, version, field, changed_at from field_changes where task_id = :case',
    /field_changes_once|unique/i,
  ],
  [
    'SYNC-00 · two notes of rules by one cause',
    entry("uuid(:case), 'work_note', 'x', now(), :cause, :incident, null, '[]'"),
    /journal_entries_one_per_cause|unique/i,
  ],
  [
    'SYNC-00 · a note of a rule about its own record',
    entry("uuid(:other), 'work_note', 'x', now(), :cause, :other, null, '[]'"),
    /journal_entries_written_by_rules/,
  ],
  [
    'REC-1 · a note of a rule with an author',
    entry("uuid(:other), 'work_note', 'x', now(), :cause, :incident, :ava, '[]'"),
    /journal_entries_written_by_rules/,
  ],
  [
    'SYNC-4 · a note of a rule without a source',
    entry("uuid(:other), 'work_note', 'x', now(), :cause, null, null, '[]'"),
    /journal_entries_written_by_rules/,
  ],
  ['MAIL-12 · what a mail said is rewritten', "update mails set body = 'x' where id = :mail", /append-only/],
  [
    'MAIL-12 · whom a mail went to is rewritten',
    'update mails set recipient_id = :cora where id = :mail',
    /append-only/,
  ],
  ['MAIL-12 · one mail twice', `with m as (${mail({})} returning 1) ${mail({ id: ID_2 })}`, /mails_once|unique/i],
  [
    'MAIL-12 · a mail that is not called after its row',
    mail({ message_id: "'<somebody@else>'" }),
    /mails_named_after_row/,
  ],
  [
    'mails in · the same mail taken in twice',
    `with m as (${incoming()} returning 1) ${incoming({ raw: "'Hello again'" })}`,
    /incoming_mails_message_id|unique/i,
  ],
  ['MAIL-12 · a queued mail that is never tried', mail({ next_try_at: 'null' }), /mails_due_while_queued/],
  ['MAIL-12 · a mail that was sent and is tried again', mail({ status: "'sent'" }), /mails_due_while_queued/],
  [
    'MAIL-12 · a mail that failed for no reason',
    mail({ status: "'failed'", next_try_at: 'null' }),
    /mails_failed_because/,
  ],
  [
    'MAIL-12 · a mail that is held for no reason',
    mail({ status: "'suppressed'", next_try_at: 'null' }),
    /mails_held_because/,
  ],
  ['MAIL-2 · a token that can be guessed', mail({ reply_token: "'1'" }), /mails_reply_token_is_long/],
  [
    'MAIL-2 · one token for two mails',
    `with m as (${mail({ reply_token: `'${TOKEN}'` })} returning 1) ${mail({ id: ID_2, address: "'b'", reply_token: `'${TOKEN}'` })}`,
    /mails_reply_token|unique/i,
  ],
  [
    'MAIL-2 · a token of nobody',
    mail({ reply_token: `'${TOKEN}'`, recipient_id: 'null' }),
    /mails_answered_by_recipient/,
  ],
  ['MAIL-2 · a token is given to another', `update mails set reply_token = '${TOKEN}' where id = :mail`, /append-only/],
  ['MAIL-12 · a mail is sent to another address', "update mails set address = 'b' where id = :mail", /append-only/],
  ['MAIL-2 · a mail that waits and has left', mail({ sent_at: 'now()' }), /mails_sent_at/],
  [
    'MAIL-10 · a language of which there are no mails',
    "update users set language = 'xx' where id = :ava",
    /users_language/,
  ],
  [
    'mails in · an address that cannot be reached for no reason',
    'update users set unreachable_since = now() where id = :ava',
    /users_unreachable_because/,
  ],
  ['mails in · a mail that was filed nowhere', incoming({ outcome: "'filed'" }), /incoming_mails_filed_somewhere/],
  ['mails in · a mail that is ignored for no reason', incoming({ outcome: "'ignored'" }), /incoming_mails_because/],
  [
    'mails in · a mail that is ignored and stands in a journal',
    incoming({ outcome: "'ignored'", reason: "'auto-reply'", entry_id: ':note' }),
    /incoming_mails_changed_nothing/,
  ],
  [
    'mails in · a mail that nobody has discarded',
    incoming({ outcome: "'discarded'", reason: "'spam'" }),
    /incoming_mails_discarded_by/,
  ],
  ['mails in · a mail that came in is rewritten', "update incoming_mails set raw = 'x'", /append-only/],
  ['mails in · a mail gets another sender', "update incoming_mails set from_address = 'x'", /append-only/],
  ['mails in · a mail that was filed is filed elsewhere', 'update incoming_mails set task_id = :other', /append-only/],
  ['mails in · a mail that came in is deleted', 'delete from incoming_mails', /append-only/],
  ['mails in · the mails that came in are emptied', 'truncate incoming_mails cascade', /append-only/],
  ['MAIL-12 · a mail that was tried less than never', mail({ tries: '-1' }), /mails_tries/],
  [
    'ACC-1 · an external user with an internal role',
    "insert into user_roles values (:cora, 'itil', 'external')",
    /user_roles_role_audience_fkey|foreign key/i,
  ],
  [
    'ACC-1 · an external user passed off as internal',
    "insert into user_roles values (:cora, 'itil', 'internal')",
    /user_roles_user_id_audience_fkey|foreign key/i,
  ],
  [
    'ACC-1 · an internal user with an external role',
    "insert into user_roles values (:ava, 'sn_customerservice.customer', 'internal')",
    /foreign key/i,
  ],
  [
    'ACC-1 · a contact that calls itself internal',
    "update users set audience = 'internal' where id = :jane",
    /users_audience_of_kind|foreign key/i,
  ],
  [
    'ADM-6 · an address twice',
    'update users set email = (select email from users where id = :ava) where id = :cora',
    /users_email_key|unique/i,
  ],
  [
    'ADM-6 · an address in capitals',
    "update users set email = 'AVA@example.test' where id = :ava",
    /users_email_lower/,
  ],
  [
    'ADM-6 · an internal user without address',
    'update users set email = null where id = :ava',
    /users_internal_has_email/,
  ],
  [
    'ADM-3 · two active rows for one pair',
    'insert into priority_lookups (impact, urgency, priority, "order") values (1, 1, 5, 900)',
    /priority_lookups_pair|unique/i,
  ],
  [
    'ADM-3 · an urgency of 4',
    'insert into priority_lookups (impact, urgency, priority, "order") values (1, 4, 5, 900)',
    /priority_lookups_range/,
  ],
  [
    'REC-5 · an account above itself',
    'update accounts set parent_id = id where id = :boxeo',
    /accounts_not_own_parent/,
  ],
  [
    'REC-5 · an asset of two owners',
    "insert into assets (tag, product_id, account_id, consumer_id) values ('t', :product, :boxeo, :jane)",
    /assets_one_owner/,
  ],
  [
    'REC-5 · an install base item of nobody',
    "insert into install_base_items (name, product_id, configuration_item_id) values ('i', :product, :top)",
    /install_base_items_one_owner/,
  ],
  [
    'REC-5 · a circle of configuration items',
    'insert into ci_relationships values (:bottom, :top)',
    /This would close a circle: bottom > top > middle > bottom/,
  ],
  [
    'REC-5 · a configuration item that depends on itself',
    'insert into ci_relationships values (:top, :top)',
    /This would close a circle: top > top/,
  ],
  ['REC-5 · a problem in a state of changes', "update tasks set state = 'review' where id = :problem", /tasks_state/],
  [
    'PRB-1 · a resolution code that does not exist',
    "update problems set resolution_code = 'magic' where id = :problem",
    /problems_resolution_code/,
  ],
  [
    'PRB-1 · its own duplicate',
    'update problems set duplicate_of_id = id where id = :problem',
    /problems_not_own_duplicate/,
  ],
  [
    'REC-5 · a change in a state of problems',
    "update tasks set state = 'root_cause_analysis' where id = :change",
    /tasks_state/,
  ],
  ['CHG-4 · a type that does not exist', "update changes set type = 'odd' where id = :change", /changes_type/],
  [
    'CHG-4 · a standard change without template',
    "update changes set type = 'standard' where id = :change",
    /changes_standard_has_template/,
  ],
  [
    'CHG-5 · a window that ends before it begins',
    "update changes set planned_start = now(), planned_end = now() - interval '1 hour' where id = :change",
    /changes_window/,
  ],
  ['CHG-3 · a hold without reason', 'update changes set on_hold = true where id = :change', /changes_hold_has_reason/],
  [
    'CHG-3 · a reason without hold',
    "update changes set on_hold_reason = 'x' where id = :change",
    /changes_hold_has_reason/,
  ],
  [
    'CHG-1 · an answer that does not exist',
    "update approvals set answer = 'perhaps' where id = :approval",
    /approvals_answer/,
  ],
  [
    'CHG-1 · a rejection without reason',
    "update approvals set answer = 'rejected' where id = :approval",
    /approvals_rejected_with_reason/,
  ],
  [
    'CHG-1, REC-1 · an answer is rewritten',
    "update approvals set answer = 'rejected', reason = 'x' where task_id = :answered and answer = 'approved'",
    /append-only/,
  ],
  [
    'CHG-1, REC-1 · who was asked is rewritten',
    'update approvals set approver_id = :ava where id = :approval',
    /append-only/,
  ],
  ['CHG-1, REC-1 · a question to an approver is deleted', 'delete from approvals where id = :approval', /append-only/],
  ['CHG-1, REC-1 · the answers are emptied', 'truncate approvals', /append-only/],
  [
    'REC-1, REC-4 · who attached a file is rewritten',
    'update attachments set uploaded_by_id = :ava where id = :attachment',
    /append-only/,
  ],
  [
    'inbox · a line is about another record',
    'update inbox_items set task_id = :problem where id = :line',
    /append-only/,
  ],
  [
    'reply templates · a name twice, in other letters',
    replyTemplate({ name: "'GREETING'" }),
    /reply_templates_name|unique/i,
  ],
  ['reply templates · no name', replyTemplate({ name: "' '" }), /reply_templates_name_is_a_line/],
  ['reply templates · a name of two lines', replyTemplate({ name: "E'a\\nb'" }), /reply_templates_name_is_a_line/],
  ['reply templates · a name too long', replyTemplate({ name: "repeat('x', 81)" }), /reply_templates_name_is_a_line/],
  ['reply templates · no text', replyTemplate({ text: "''" }), /reply_templates_text_length/],
  ['reply templates · a text too long', replyTemplate({ text: "repeat('x', 8001)" }), /reply_templates_text_length/],
  ['inbox · a line that was read is unread', 'update inbox_items set read_at = null where id = :read', /append-only/],
  ['inbox · a line is deleted', 'delete from inbox_items where id = :line', /append-only/],
  ['inbox · the inboxes are emptied', 'truncate inbox_items', /append-only/],
  [
    'inbox · a second line of one command for one person',
    "insert into inbox_items (user_id, task_id, cause_id, reason, created_at) select user_id, task_id, cause_id, 'moved', now() from inbox_items where id = :line",
    /inbox_items_once|unique/i,
  ],
  ['REC-1, REC-4 · an attachment is deleted', 'delete from attachments where id = :attachment', /append-only/],
  ['REC-1, REC-4 · the attachments are emptied', 'truncate attachments', /append-only/],
  [
    'CHG-1 · somebody asked twice in one round',
    'insert into approvals (task_id, approver_id, stage, round, requested_at) select task_id, approver_id, stage, round, now() from approvals where id = :approval',
    /approvals_once|unique/i,
  ],
  ['REC-5 · a request in a state of items', "update tasks set state = 'pending' where id = :request", /tasks_state/],
  ['REC-5 · an item in a state of requests', "update tasks set state = 'approved' where id = :item", /tasks_state/],
  ['REQ-3 · no item', 'update requested_items set quantity = 0 where id = :item', /requested_items_quantity/],
  ['REQ-3 · a hundred items', 'update requested_items set quantity = 100 where id = :item', /requested_items_quantity/],
  [
    'REC-5 · active in a final state of a request',
    "update tasks set state = 'closed_rejected' where id = :request",
    /tasks_active_until_final/,
  ],
];

describe('the database refuses', () => {
  it.each(refused)('%s', async (_what, sql, because) => {
    await expect(run(sql)).rejects.toThrow(because);
  });
});

describe('the database lets through', () => {
  it.each([
    [
      'INC-1 · state and reason together',
      "with t as (update tasks set state = 'on_hold' where id = :incident) update incidents set hold_reason = 'awaiting_vendor' where id = :incident",
    ],
    [
      'ADM-3 · a second row for a pair that is not active',
      'insert into priority_lookups (impact, urgency, priority, "order", active) values (1, 1, 5, 900, false)',
    ],
    [
      'SYNC-00 · a note of a rule for another record of the same cause',
      entry("uuid(:other), 'work_note', 'x', now(), :cause, :case, null, '[]'"),
    ],
    ['MAIL-12 · a mail that waits', mail({})],
    ['mails in · a mail that came in, called as its sender calls it', incoming()],
    ['MAIL-12 · a mail without an address gets one', "update mails set address = 'b' where id = :unaddressed"],
    ['REC-5 · configuration items that meet without a circle', 'insert into ci_relationships values (:top, :bottom)'],
  ])('%s', async (_what, sql) => {
    expect(await run(sql)).toBe(1);
  });
});

describe('ids', () => {
  it('uuid_v7 rises with time and is of version 7', async () => {
    const rows = await db().$queryRawUnsafe<{ id: string }[]>(
      'select uuid_v7()::text as id, pg_sleep(0.002)::text from generate_series(1, 20)',
    );
    const ids = rows.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(ids.every((id) => id[14] === '7' && '89ab'.includes(id[19] ?? ''))).toBe(true);
  });
});
