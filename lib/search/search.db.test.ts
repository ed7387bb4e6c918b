import { beforeAll, describe, expect, it, vi } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { communicate } from '#lib/problem/commands/communicate.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { aProblem } from '#lib/testing/itsm.ts';
import { aCase, aCaseWithIncident, anIncident, type World, world } from '#lib/testing/world.ts';
import type { Hit, SearchScope } from './hit.ts';
import { recordsByJournal } from './journal-hits.ts';
import { recordsByWords } from './record-hits.ts';
import { search } from './search.ts';

const w = await world();
let ofContact: TaskRecord;
let ofConsumer: TaskRecord;
let incident: TaskRecord;

const minute = (n: number) => new Date(Date.parse('2026-11-01T08:00:00Z') + n * 60_000);
const say = (by: Actor, { kind, number }: TaskRecord, type: 'comment' | 'work_note', text: string) =>
  addEntry(by, { kind, number, type, text });
const names = ({ hits }: { hits: readonly Hit[] }) => hits.map(({ number, title }) => number ?? plain(title));
const plain = (pieces: Hit['title']) => pieces.map(({ text }) => text).join('');
const brackets = (pieces: Hit['title']) => pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
const found = async (actor: Actor, words: string, scope: SearchScope | null = null) =>
  names(await search(actor, words, { scope }));
/** Expects exactly one hit and returns it. */
async function theHit(actor: Actor, words: string): Promise<Hit> {
  const [hit, ...others] = (await search(actor, words)).hits;
  expect(others).toEqual([]);
  if (!hit) throw new Error(`"${words}" is not found.`);
  return hit;
}

beforeAll(async () => {
  ofContact = await aCase(w, { shortDescription: 'Quokka at a contact', description: 'Its cage\nwas a wombat’s.' });
  ofConsumer = await aCase(w, { shortDescription: 'Quokka at a consumer', consumerId: w.jane.id });
  incident = await anIncident(w, { shortDescription: 'Quokka on the line', callerId: w.nils.id });
  await say(w.ava, ofContact, 'work_note', 'Behind it sat a **platypus**, and <b>two echidnas</b>.');
  await say(w.ava, ofContact, 'comment', 'We look for the bandicoot.');
  await say(w.cleo, ofConsumer, 'comment', 'We look for the numbat.');
  await say(w.ian, incident, 'work_note', 'A dingo in the cabinet');
});

describe('records', () => {
  it('ACC-6, INC-6 · are not found by a work note about a record that the caller may not see', async () => {
    const problem = await aProblem(w, { workaround: 'Feed the numbat.' });
    const own = await anIncident(w, { problemId: problem.id, callerId: w.nils.id });
    await communicate(w.ian, { number: problem.number, what: 'workaround' });
    expect(await found(w.ian, 'numbat', 'incidents')).toEqual([own.number]);
    expect(await found(w.nils, 'numbat', 'incidents')).toEqual([]);
  });

  it('ACC-6 · are found by users with read access, by title, description and journal', async () => {
    const all = [ofContact.number, ofConsumer.number, incident.number];
    const table: [keyof World, string[]][] = [
      ['adam', all],
      ['ava', all],
      ['pat', [ofContact.number]],
      ['cleo', [ofConsumer.number]],
      ['vic', [ofContact.number, ofConsumer.number]],
      ['ian', [incident.number]],
      ['nils', [incident.number]],
      ['cora', []],
      ['jane', []],
      ['fiona', []],
    ];
    for (const [name, expected] of table) {
      const actor = w[name] as Actor;
      const words: [string, TaskRecord][] = [
        ['wombat', ofContact],
        ['platypus', ofContact],
        ['bandicoot', ofContact],
        ['numbat', ofConsumer],
        ['dingo', incident],
        [ofContact.number, ofContact],
        [incident.number.slice(3), incident],
      ];
      expect((await found(actor, 'quokka')).sort(), name).toEqual([...expected].sort());
      for (const [word, { number }] of words)
        expect((await found(actor, word)).includes(number), `${name} ${word}`).toBe(expected.includes(number));
    }
  });

  it('Q-13 · are found without accents, in both normal forms, and inside words that no blank separates', async () => {
    const titles = [
      'Störung in Düsseldorf',
      'Störung in Münster'.normalize('NFD'),
      'Ausfall Hauptstraße',
      'Awaria Łódź',
    ];
    const [dusseldorf, munster, strasse, lodz] = await Promise.all(
      titles.map((shortDescription) => aCase(w, { shortDescription })),
    );
    const tower = await aCase(w, { shortDescription: '東京タワーの障害', description: '부산 남구청 회선' });
    await say(w.ava, tower, 'work_note', 'ルーターを再起動した。');
    for (const [words, record] of [
      ['dusseldorf', dusseldorf],
      ['Du\u0308sseldo', dusseldorf],
      ['störung MÜNSTER', munster],
      ['hauptstrasse', strasse],
      ['lodz', lodz],
      ['タワー', tower],
      ['ﾀﾜｰ', tower],
      ['東京', tower],
      ['남구', tower],
      ['再起動', tower],
    ] as const)
      expect(await found(w.ava, words), words).toEqual([record?.number]);
    for (const words of ['ワータ', '京東', '구남']) expect(await found(w.ava, words), words).toEqual([]);
    expect(brackets((await theHit(w.ava, '남구')).excerpt)).toContain('부산 [남구]청');
  });

  it('are found by their numbers in any case, without zeros, without prefix and by the beginning', async () => {
    const [prefix, digits] = ['CS', String(Number(ofContact.number.slice(2)))];
    for (const words of [
      ofContact.number,
      ` ${ofContact.number.toLowerCase()}\0 `,
      `cs${digits}`,
      `Cs ${digits}`,
      digits,
      ofContact.number.slice(2),
    ]) {
      const [first] = (await search(w.ava, words)).hits;
      expect([first?.number, first?.place], words).toEqual([ofContact.number, 'number']);
    }
    for (const words of [prefix + digits.slice(0, -1), digits.slice(0, -1), ofContact.number.slice(0, -1)])
      expect(await found(w.ava, words), words).toContain(ofContact.number);
    for (const words of [`inc${digits}`, `${digits}9`, `cs${digits}x`])
      expect(await found(w.ava, words), words).not.toContain(ofContact.number);
  });

  it('a number with its prefix finds its record first, however many later records mention it', async () => {
    const theCase = await at(minute(-1), () => aCase(w, { shortDescription: 'The one that is meant' }));
    await aCase(w, { shortDescription: `Same as ${theCase.number}` });
    const address = `/workspace/cases/${theCase.number}`;
    for (const words of [` ${theCase.number.toLowerCase()}\0 `, `cs${Number(theCase.number.slice(2))}`])
      expect((await search(w.ava, words)).meant, words).toBe(address);
    for (const actor of [w.fiona, w.ian, w.cleo]) expect((await search(actor, theCase.number)).meant).toBeNull();
    for (const words of ['', theCase.number.slice(2), `${theCase.number} meant`, 'CS9999999', 'XY0001001'])
      expect((await search(w.ava, words)).meant, words).toBeNull();
  });

  it('a text that rules copied into many records is found in each, the original first', async () => {
    const { theCase, incident: related } = await aCaseWithIncident(w);
    await say(w.ian, related, 'comment', 'A kookaburra laughs');
    expect(await found(w.ava, 'kookaburra')).toEqual([related.number, theCase.number]);
    expect(await found(w.pat, 'kookaburra')).toEqual([theCase.number]);
    expect(await found(w.ian, 'kookaburra')).toEqual([related.number]);
    const texts = await db().$queryRaw<{ count: number }[]>`
      select count(*)::int as count from journal_texts where search @@ to_tsquery('simple', 'kookaburra')`;
    expect(texts).toEqual([{ count: 2 }]);
  });
});

describe('where it was found', () => {
  it('REC-1 · is the newest entry that has the words, with its author, marked and without markup of the text', async () => {
    const hit = await theHit(w.ava, 'two ECHIDNA');
    expect(hit).toMatchObject({ number: ofContact.number, place: 'work_note', entry: { by: 'Ava Agent' } });
    const { id } = await db().journalEntry.findFirstOrThrow({ where: { text: { contains: 'two echidnas' } } });
    expect(hit.href).toBe(`/workspace/cases/${ofContact.number}#entry-${id}`);
    expect(hit.state).toMatchObject({ label: 'New' });
    expect(brackets(hit.excerpt)).toMatch(/\[two\] \[echidnas\]/);
    await say(w.ava, ofContact, 'comment', 'Both echidnas are gone.');
    expect(await theHit(w.ava, 'echidnas')).toMatchObject({ place: 'comment' });
  });

  it('is shown in the title, or with the words around in one line', async () => {
    const [title] = (await search(w.pat, 'quok')).hits;
    expect(brackets(title?.title ?? [])).toBe('[Quokka] at a contact');
    expect(title).toMatchObject({ place: 'title', excerpt: [], entry: null });
    const description = await theHit(w.ava, 'wombat');
    expect(description.place).toBe('description');
    expect(brackets(description.excerpt)).toBe('Its cage was a [wombat]’s.');
  });

  it('of a long text is the part that has the words', async () => {
    await say(
      w.ava,
      ofContact,
      'work_note',
      `${'Nothing to see. '.repeat(1_500)}The cassowary. ${'Go on. '.repeat(500)}`,
    );
    const { excerpt } = await theHit(w.ava, 'cassowary');
    expect(brackets(excerpt)).toContain('[cassowary]');
    expect(plain(excerpt).length).toBeLessThan(300);
  });
});

describe('order', () => {
  it('is number, beginning of a number, title, description, journal, and the newest first within', async () => {
    const made = (n: number, values: Record<string, string>) => at(minute(n), () => aCase(w, values));
    const journal = await made(9, { shortDescription: 'Only in a note' });
    await at(minute(10), () => say(w.ava, journal, 'work_note', 'The wobbegong again'));
    const oldTitle = await made(1, { shortDescription: 'Wobbegong bites' });
    const newTitle = await made(2, { shortDescription: 'Bitten by a wobbegong' });
    const description = await made(8, { shortDescription: 'Bitten', description: 'By a wobbegong.' });
    expect(await found(w.ava, 'wobbegong')).toEqual([
      newTitle.number,
      oldTitle.number,
      description.number,
      journal.number,
    ]);
    const naming = await at(minute(20), () => anIncident(w, { shortDescription: `Same as ${oldTitle.number}` }));
    expect(await found(w.ava, oldTitle.number)).toEqual([oldTitle.number, naming.number]);
    const begun = await found(w.ava, oldTitle.number.slice(0, -1));
    expect(begun.filter((number) => [oldTitle.number, naming.number].includes(number))).toEqual([
      oldTitle.number,
      naming.number,
    ]);
  });

  it('a title match comes first, however many later records have the word elsewhere', async () => {
    const title = await at(minute(1), () => aCase(w, { shortDescription: 'Bilby' }));
    for (let n = 0; n < 55; n++) await aCase(w, { shortDescription: 'Other', description: 'A bilby, too' });
    const { hits, more } = await search(w.ava, 'bilby');
    expect(hits[0]?.number).toBe(title.number);
    expect([hits.length, more]).toEqual([50, true]);
    expect(await search(w.ava, 'quokka')).toMatchObject({ more: false });
  });
});

describe('a search costs little', () => {
  const nouns = Array.from({ length: 66 }, (_, n) => `x${String.fromCharCode(97 + (n % 26))}${n}`);

  it('ACC-12 · with many words over long notes, too, and shows the surrounding text', async () => {
    const note = `${nouns.join(' ')} `.repeat(200).slice(0, 32_000);
    for (let n = 0; n < 35; n++) await say(w.ava, await aCase(w, { shortDescription: 'Long' }), 'work_note', note);
    const began = performance.now();
    const { hits } = await search(w.ava, nouns.join(' '));
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(hits).toHaveLength(35);
    expect(brackets(hits[0]?.excerpt ?? [])).toContain('[xa0] [xb1] [xc2]');
    const inTheMiddle = `${'galah '.repeat(2_000)} and a potoroo. ${'galah '.repeat(2_000)}`;
    await say(w.ava, ofContact, 'work_note', inTheMiddle);
    expect(brackets((await theHit(w.ava, 'a potor')).excerpt)).toContain('[a] [potoroo].');
  });

  it('ACC-12 · two searches of a user run at once, and others do not wait', async () => {
    const searches: Promise<unknown>[] = [];
    const waiting = async () => {
      const [row] = await db().$queryRaw<{ count: number }[]>`
        select count(*)::int as count from pg_locks where not granted and relation = 'articles'::regclass`;
      return row?.count;
    };
    await transaction(async (tx) => {
      await tx.$executeRaw`lock table articles in access exclusive mode`;
      for (let n = 0; n < 5; n++) searches.push(search(w.ava, 'quokka', { scope: 'articles' }));
      await expect.poll(waiting).toBe(2);
      searches.push(search(w.pat, 'quokka', { scope: 'articles' }));
      await expect.poll(waiting).toBeGreaterThan(2);
      expect(await waiting()).toBe(3);
    });
    expect(await Promise.all(searches)).toHaveLength(6);
  });
});

describe('a search that takes too long', () => {
  it('ACC-12 · is refused with a sentence, and makes room for the next', async () => {
    await transaction(async (tx) => {
      await tx.$executeRaw`lock table articles in access exclusive mode`;
      const refused = expect(search(w.ava, 'quokka', { scope: 'articles' })).rejects.toThrow(
        'ACC-12: This search takes too long. Use fewer or more specific words.',
      );
      // PostgreSQL would cancel it by itself after a while.
      const givenUp = () => db().$queryRaw<{ pid: number }[]>`
        select pg_cancel_backend(pid) from pg_locks where not granted and relation = 'articles'::regclass`;
      await expect.poll(givenUp).toHaveLength(1);
      await refused;
    });
    expect(await found(w.ava, 'quokka', 'cases')).toHaveLength(2);
  });
});

describe('with any search strategy', () => {
  it.each([1, 2, 5, 40])('after a first look at %i rows the same are found', async (look) => {
    const newest: { number: string; n: number }[] = [];
    for (let n = 0; n < 12; n++) {
      const theCase = await aCase(w, {
        shortDescription: `Taipan ${look}`,
        description: n % 3 === 0 ? `Mulgara${look}` : '',
      });
      await say(w.ava, theCase, 'comment', n % 4 === 0 ? `A numbat${look}` : 'A bettong');
      newest.unshift({ number: theCase.number, n });
    }
    const within = { look, sort: 5_000 };
    const numbers = (expected: (n: number) => boolean) =>
      newest.filter(({ n }) => expected(n)).map(({ number }) => number);
    const byWords = async (words: string) =>
      (await recordsByWords(w.ava, words, ['case'], within)).map(({ number }) => number);
    const byJournal = async (words: string) =>
      (await recordsByJournal(w.ava, words, ['case'], within)).map(({ number }) => number);
    expect(await byWords(`taipan ${look}`)).toEqual(numbers(() => true));
    expect(await byWords(`mulgara${look}`)).toEqual(numbers((n) => n % 3 === 0));
    expect(await byJournal(`numbat${look}`)).toEqual(numbers((n) => n % 4 === 0));
  });
});

it('Q-17, ACC-6 · a global search takes few statements, however many kinds exist', async () => {
  const asked = vi.spyOn(db(), '$queryRaw');
  const { hits } = await search(w.adam, 'quokka');
  const statements = asked.mock.calls.length;
  asked.mockRestore();
  expect(hits.length).toBeGreaterThan(2);
  // Records, customers, articles, items, journals in one or two queries, and the excerpts.
  expect(statements).toBeLessThanOrEqual(8);
});

describe('customers', () => {
  it('ACC-6 · are found by name and email address by users who may see them', async () => {
    const table: [string, readonly Actor[], readonly Actor[]][] = [
      ['Cora Customer', [w.adam, w.ava, w.pat, w.vic], [w.cleo, w.ian, w.nils, w.cora]],
      ['Jane Doe', [w.adam, w.ava, w.cleo, w.vic], [w.pat, w.ian, w.nils, w.jane]],
      ['Boxeo Labs', [w.adam, w.ava, w.pat, w.vic], [w.cleo, w.ian, w.nils, w.cora]],
    ];
    for (const [name, who, whoNot] of table) {
      for (const actor of who) expect(await found(actor, name.slice(1).toUpperCase(), 'customers')).toHaveLength(1);
      for (const actor of whoNot) expect(await found(actor, name)).toEqual([]);
    }
    const byMail = await theHit(w.ava, 'cora.customer@example');
    expect(byMail).toMatchObject({
      sort: 'contact',
      href: `/workspace/customers/contacts/${w.cora.id}`,
      place: 'email',
    });
    expect(brackets(byMail.excerpt)).toBe('[cora.customer@example].test');
    expect(await theHit(w.ava, 'Doe jane')).toMatchObject({ sort: 'consumer', place: 'name' });
    expect(await found(w.ava, 'example.test', 'customers')).toHaveLength(9);
  });

  it('an account is found by its number, too', async () => {
    const { number } = await db().account.findUniqueOrThrow({ where: { id: w.funco } });
    for (const words of [number, number.toLowerCase(), `acct${Number(number.slice(4))}`])
      expect((await search(w.ava, words)).hits[0], words).toMatchObject({ number, sort: 'account', place: 'number' });
  });
});

describe('articles and configuration items', () => {
  it('ACC-6 · articles are found by title, text and number, drafts only by authors', async () => {
    const article = (title: string, publishedAt: Date | null) =>
      db().article.create({
        data: { title, text: 'Feed the **thylacine**.', publishedAt, createdAt: minute(0), updatedAt: minute(0) },
      });
    const [published, draft] = [await article('Keeping', minute(0)), await article('Feeding', null)];
    expect(await found(w.pat, 'thylacine')).toEqual([published.number]);
    expect((await found(w.ian, 'thylacine')).sort()).toEqual([published.number, draft.number].sort());
    expect(await found(w.cora, 'thylacine')).toEqual([]);
    expect(await theHit(w.pat, 'feed thylac')).toMatchObject({
      href: `/workspace/knowledge/${published.number}`,
      place: 'text',
    });
    expect((await search(w.pat, `kb${Number(published.number.slice(2))}`)).hits[0]).toMatchObject({ place: 'number' });
    expect(await found(w.pat, draft.number)).toEqual([]);
  });

  it('ACC-6 · configuration items link administrators to their list, and others to the records with the item', async () => {
    expect(await theHit(w.adam, 'dwan-CTL')).toMatchObject({
      sort: 'configuration_item',
      href: '/admin/cmdb?q=sdwan-ctl-1',
      title: [{ text: 's' }, { text: 'dwan-ctl', marked: true }, { text: '-1' }],
    });
    const item = `item=${w.sdwan}`;
    expect(await theHit(w.ian, 'dwan-CTL')).toMatchObject({ href: `/workspace/incidents?${item}` });
    expect(await theHit(w.pat, 'dwan-CTL')).toMatchObject({ href: `/workspace/cases?${item}` });
    for (const actor of [w.nils, w.cora]) expect(await found(actor, 'dwan-CTL')).toEqual([]);
  });
});

describe('search input', () => {
  it('narrows to a sort', async () => {
    expect((await found(w.ava, 'quokka', 'cases')).sort()).toEqual([ofContact.number, ofConsumer.number].sort());
    expect(await found(w.ava, 'quokka', 'incidents')).toEqual([incident.number]);
    expect(await found(w.ava, 'dingo', 'incidents')).toEqual([incident.number]);
    for (const scope of ['customers', 'articles', 'problems'] as const)
      expect(await found(w.ava, 'quokka', scope)).toEqual([]);
  });

  it.each([
    '',
    '   ',
    '\0',
    '%',
    '_',
    '%%%',
    '\\',
    '\\\\',
    "'",
    '"',
    "'; drop table tasks; --",
    ':* & | ! <-> ()',
    '!!!',
    '<b>zzzz</b>',
    'x'.repeat(1_000),
    "q' ".repeat(300),
    '('.repeat(1_000),
    '٣٤٥',
    '\ud800',
    '‮zzzz',
    '999999999',
    '0',
  ])('Q-13 · any input, like %j, gives no wrong results', async (words) => {
    expect(await found(w.ava, words)).not.toContain(ofContact.number);
  });

  it('Q-13 · a character 0 or blanks around change nothing', async () => {
    expect(await found(w.ava, ' \0quok\0ka ')).toHaveLength(3);
  });
});
