import { beforeEach, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { db } from '#lib/platform/db.ts';
import { aCase, anIncident, type World, world } from '#lib/testing/world.ts';
import { deleteReplyTemplate } from './commands/delete-reply-template.ts';
import { saveReplyTemplate } from './commands/save-reply-template.ts';
import { offeredTemplates } from './queries/offered-templates.ts';
import { replyTemplates, replyTemplateToChange } from './queries/reply-templates.ts';
import { MAX_SHARED, MAX_TEMPLATES } from './rules/add-template.ts';
import { fillIn } from './rules/variables.ts';
import { SaveReplyTemplate } from './schema.ts';

type Somebody = World['ava'];

const w = await world();
beforeEach(() => db().replyTemplate.deleteMany());

const template = (name: string, values: Partial<SaveReplyTemplate> = {}) =>
  ({ name, text: 'Hello', usedFor: 'both', shared: false, ...values }) as const;

/** The same refusal for another person's template and for a missing one. */
const notDeleted = { rule: 'REL-16', because: 'There is no reply template that you can delete.' };
const idOf = async (name: string) => (await db().replyTemplate.findFirstOrThrow({ where: { name } })).id;
const namesOf = async (person: Somebody) => (await replyTemplates(person)).map(({ name }) => name);

describe('reply templates', () => {
  it('reply templates · belong to their owner, and cannot be changed or deleted by others', async () => {
    await saveReplyTemplate(w.ava, template('Greeting'));
    const id = await idOf('Greeting');
    const listed = { id, name: 'Greeting', start: 'Hello', usedFor: 'both', shared: false };
    expect(await replyTemplates(w.ava)).toEqual([{ ...listed, own: true, owner: 'Ava Agent', mayChange: true }]);
    for (const other of [w.pat, w.mia, w.adam]) {
      expect(await namesOf(other)).toEqual([]);
      const change = saveReplyTemplate(other, template('Mine', { id }));
      await expect(change).rejects.toMatchObject({ rule: 'REL-16' });
      await expect(replyTemplateToChange(other, id)).rejects.toMatchObject({ rule: 'REL-16' });
      await expect(deleteReplyTemplate(other, { id })).rejects.toMatchObject(notDeleted);
    }
    await saveReplyTemplate(w.ava, template('GREETING', { id, version: 1, text: 'Good day' }));
    expect(await replyTemplateToChange(w.ava, id)).toMatchObject({ name: 'GREETING', text: 'Good day' });
    await deleteReplyTemplate(w.ava, { id });
    await expect(deleteReplyTemplate(w.ava, { id })).rejects.toMatchObject(notDeleted);
    expect(await namesOf(w.ava)).toEqual([]);
    await expect(replyTemplateToChange(w.ava, 'nothing')).rejects.toMatchObject({ rule: 'REL-16' });
  });

  it('ACC-6 · are shared by managers and administrators, and for all of the staff', async () => {
    const shared = template('For all', { shared: true });
    for (const other of [w.ava, w.ian]) {
      await expect(saveReplyTemplate(other, shared)).rejects.toMatchObject({ rule: 'ACC-6', field: 'shared' });
      await saveReplyTemplate(other, template('Own'));
    }
    await saveReplyTemplate(w.mia, shared);
    const id = await idOf('For all');
    const [own, seen] = await replyTemplates(w.ava);
    expect(own).toMatchObject({ name: 'Own', mayChange: true });
    expect(seen).toMatchObject({ name: 'For all', owner: 'Mia Manager', own: false, mayChange: false });
    await expect(saveReplyTemplate(w.ava, template('Hers', { id }))).rejects.toMatchObject({ rule: 'REL-16' });
    await expect(deleteReplyTemplate(w.ava, { id })).rejects.toMatchObject(notDeleted);
    await saveReplyTemplate(w.adam, template('For everybody', { id, version: 1, shared: true }));
    expect(await namesOf(w.nils)).toEqual(['For everybody']);
    await saveReplyTemplate(w.adam, template('For Mia', { id, version: 2 }));
    expect(await namesOf(w.nils)).toEqual([]);
    expect(await namesOf(w.mia)).toEqual(['For Mia']);
  });

  it('ACC-6 · a user who may no longer share cannot change a shared template, but can unshare it', async () => {
    await db().replyTemplate.create({ data: { ...template('Once shared', { shared: true }), userId: w.pat.id } });
    const id = await idOf('Once shared');
    const change = saveReplyTemplate(w.pat, template('Once shared', { id, shared: true, text: 'Other words' }));
    await expect(change).rejects.toMatchObject({ rule: 'ACC-6' });
    await saveReplyTemplate(w.pat, template('Once shared', { id, version: 1 }));
    expect(await namesOf(w.ava)).toEqual([]);
  });

  it('REC-3 · of two users who change a shared template, the second is refused and shown what is saved', async () => {
    await saveReplyTemplate(w.mia, template('For all', { shared: true }));
    const id = await idOf('For all');
    const save = (by: Somebody, text: string, version?: number) =>
      saveReplyTemplate(by, template('For all', { id, shared: true, text, ...(version ? { version } : {}) }));
    const both = await Promise.allSettled([save(w.mia, 'of Mia', 1), save(w.adam, 'of Adam', 1)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { text } = await db().replyTemplate.findUniqueOrThrow({ where: { id } });
    const details = { name: 'For all', text, version: 2 };
    for (const version of [1, 3, undefined])
      await expect(save(w.adam, 'Too late', version)).rejects.toMatchObject({ rule: 'REC-3', details });
    await save(w.adam, 'Knowing', 2);
    expect(await replyTemplateToChange(w.mia, id)).toMatchObject({ text: 'Knowing', version: 3 });
  });

  it('ACC-6 · customers have none', async () => {
    const refused = { rule: 'ACC-6', because: 'Reply templates are for staff.' };
    for (const customer of [w.cora, w.jane]) {
      await expect(saveReplyTemplate(customer, template('Mine'))).rejects.toMatchObject(refused);
      await expect(deleteReplyTemplate(customer, { id: w.boxeo })).rejects.toMatchObject(refused);
      await expect(replyTemplates(customer)).rejects.toMatchObject(refused);
      await expect(replyTemplateToChange(customer, w.boxeo)).rejects.toMatchObject(refused);
    }
  });

  it('REC-5 · the names of one owner’s templates are unique, ignoring case, even at once', async () => {
    const two = await Promise.allSettled(
      ['Greeting', 'greeting'].map((name) => saveReplyTemplate(w.ava, template(name))),
    );
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await saveReplyTemplate(w.ava, template('Other'));
    const renamed = saveReplyTemplate(w.ava, template('GREETING', { id: await idOf('Other'), version: 1 }));
    await expect(renamed).rejects.toMatchObject({ rule: 'REC-5', field: 'name' });
    await saveReplyTemplate(w.pat, template('Greeting'));
  });

  it('REC-5 · an unknown variable is refused on saving', async () => {
    const wrong = saveReplyTemplate(w.ava, template('Wrong', { text: 'Hello {{customer}}' }));
    await expect(wrong).rejects.toMatchObject({ rule: 'REC-5', field: 'text' });
    expect(await namesOf(w.ava)).toEqual([]);
  });

  it('REC-5 · a user has at most 100 templates, and at most 100 are shared by all users', async () => {
    const many = (userId: string, count: number, shared: boolean) =>
      db().replyTemplate.createMany({
        data: Array.from({ length: count }, (_, n) => ({ ...template(`Template ${n}`, { shared }), userId })),
      });
    await many(w.mia.id, MAX_TEMPLATES - 1, true);
    const last = await Promise.allSettled(['A', 'B'].map((name) => saveReplyTemplate(w.mia, template(name))));
    expect(last.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = MAX_SHARED - (MAX_TEMPLATES - 1);
    await many(w.adam.id, left, true);
    await expect(saveReplyTemplate(w.adam, template('C', { shared: true }))).rejects.toMatchObject({
      rule: 'REC-5',
      field: 'shared',
    });
    const id = await idOf('Template 0');
    await saveReplyTemplate(w.adam, template('Template 0', { id, version: 1, shared: true, text: 'Still shared' }));
    await saveReplyTemplate(w.adam, template('C'));
  });

  it('REC-5 · an invalid template is refused field by field', () => {
    const errors = (values: object) =>
      SaveReplyTemplate.safeParse({ ...template('Good'), ...values }).error?.issues.map(({ message }) => message);
    expect(errors({ name: ' ' })).toEqual(['Give the template a name.']);
    expect(errors({ name: 'x'.repeat(81) })).toEqual(['The name is longer than 80 characters.']);
    expect(errors({ name: 'a\nb' })).toEqual(['This has a line break or another control character.']);
    expect(errors({ text: '\u200b\n' })).toEqual(['Write the text of the template.']);
    expect(errors({ text: 'x'.repeat(8_001) })).toEqual(['The text is longer than 8,000 characters.']);
    expect(errors({ usedFor: 'mail' })).toEqual(['Choose what the template is for.']);
    expect(SaveReplyTemplate.parse(template('Lines', { text: 'one\r\ntwo\r\n' })).text).toBe('one\ntwo');
  });
});

describe('templates offered after a slash', () => {
  const ask = (person: Somebody, record: { kind: 'case' | 'incident'; number: string }, words = '') =>
    offeredTemplates(person, { kind: record.kind, number: record.number, type: 'work_note', words });

  it('reply templates · own and shared ones, by name and purpose', async () => {
    const theCase = await aCase(w);
    await saveReplyTemplate(w.ava, template('Zebra: ask'));
    await saveReplyTemplate(w.ava, template('Reply', { usedFor: 'comment' }));
    await saveReplyTemplate(w.mia, template('Ask for details', { usedFor: 'work_note', shared: true }));
    await saveReplyTemplate(w.mia, template('Ask Mia'));
    const labels = async (type: 'comment' | 'work_note', words: string) =>
      (await offeredTemplates(w.ava, { ...theCase, type, words })).map(({ label }) => label);
    expect(await labels('work_note', '')).toEqual(['Zebra: ask', 'Ask for details']);
    expect(await labels('comment', '')).toEqual(['Reply', 'Zebra: ask']);
    expect(await labels('work_note', 'ASK')).toEqual(['Ask for details', 'Zebra: ask']);
    expect(await labels('work_note', '%')).toEqual([]);
    const details = (await ask(w.ava, theCase)).map(({ detail }) => detail);
    expect(details).toEqual(['Mine', 'Shared by Mia Manager']);
  });

  it('reply templates · at most 10', async () => {
    const data = Array.from({ length: 12 }, (_, n) => ({ ...template(`Template ${n}`), userId: w.ava.id }));
    await db().replyTemplate.createMany({ data });
    expect(await ask(w.ava, await aCase(w))).toHaveLength(10);
  });

  it('reply templates · the values of the record, as plain text, and which are empty', async () => {
    const text =
      'Hello {{customer.first_name}} ({{customer.name}}), {{number}} {{short_description}}: {{state}}. {{agent.first_name}}, {{agent.name}}';
    await saveReplyTemplate(w.ava, template('All', { text }));
    const filled = async (person: Somebody, record: { kind: 'case' | 'incident'; number: string }) => {
      const [offered] = await ask(person, record);
      return fillIn(offered?.text ?? '', offered?.values ?? {});
    };
    const theCase = await aCase(w, { shortDescription: 'The *line* is down' });
    expect(await filled(w.ava, theCase)).toEqual({
      text: String.raw`Hello Cora (Cora Customer), ${theCase.number} The \*line\* is down: New. Ava, Ava Agent`,
      notice: null,
    });

    await db().task.update({ where: { id: theCase.id }, data: { contactId: null } });
    expect(await filled(w.ava, theCase)).toMatchObject({
      text: expect.stringContaining('Hello  (Boxeo),'),
      notice: '{{customer.first_name}} is empty on this record.',
    });

    await saveReplyTemplate(w.ian, template('All', { text }));
    const { notice } = await filled(w.ian, await anIncident(w));
    expect(notice).toBe('{{customer.first_name}} and {{customer.name}} are empty on this record.');
  });

  it('ACC-12 · the response is no longer than the templates, however often they use a value', async () => {
    const text = '{{short_description}}'.repeat(380);
    const data = Array.from({ length: 10 }, (_, n) => ({ ...template(`Template ${n}`, { text }), userId: w.ava.id }));
    await db().replyTemplate.createMany({ data });
    const offered = await ask(w.ava, await aCase(w, { shortDescription: '*'.repeat(160) }));
    expect(offered).toHaveLength(10);
    expect(JSON.stringify(offered).length).toBeLessThan(100_000);
  });

  it('ACC-6 · nothing to users who may not write such an entry on the record', async () => {
    await saveReplyTemplate(w.mia, template('Number', { text: '{{number}}', shared: true }));
    const [theCase, incident] = [await aCase(w), await anIncident(w)];
    const ofConsumer = await aCase(w, { consumerId: w.jane.id });
    expect(await ask(w.pat, theCase)).toHaveLength(1);
    for (const [person, record] of [
      [w.pat, ofConsumer],
      [w.cleo, theCase],
      [w.ian, theCase],
      [w.vic, theCase],
      [w.rita, incident],
      [w.pat, incident],
      [w.cora, theCase],
      [w.pat, { kind: 'case', number: incident.number }],
    ] as const)
      for (const type of ['comment', 'work_note'] as const)
        expect(await offeredTemplates(person, { ...record, type, words: '' }), person.name).toEqual([]);
    await moveCase(w.ava, { number: theCase.number, verb: 'close', values: { resolutionNotes: 'Done.' } });
    expect(await ask(w.pat, theCase)).toEqual([]);
  });

  it('INC-6 · the caller of an incident has those for comments, and none for work notes', async () => {
    await saveReplyTemplate(w.mia, template('Number', { text: '{{number}}', shared: true }));
    const own = await anIncident(w, { callerId: w.nils.id });
    expect(await offeredTemplates(w.nils, { ...own, type: 'comment', words: '' })).toHaveLength(1);
    expect(await ask(w.nils, own)).toEqual([]);
  });
});
