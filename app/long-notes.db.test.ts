import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Timeline } from '#components/timeline/timeline.tsx';
import { serialize } from '#components/ui/serialized.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { TimelinePage } from '#lib/journal/timeline-entry.ts';
import { db } from '#lib/platform/db.ts';
import { portalConversation } from '#lib/portal/queries/portal-conversation.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, world } from '#lib/testing/world.ts';
import { GET as readText } from './api/timeline/[entry]/route.ts';
import { GET as readPage } from './api/timeline/route.ts';

const NOTES = 50;
const LENGTH = 32_000;

/** The texts that produce the most rendered output. */
const passages = [
  'a@b.co ',
  '*_',
  '- a\n  - b\n',
  'a\n\n',
  '<&"\' ',
  '안녕 ',
  '😀',
  '```\n',
  'The **router** answers. ',
];

const w = await world();
let number: string;
beforeAll(async () => {
  ({ number } = await aCase(w));
  for (let note = 0; note < NOTES; note++) {
    const passage = passages[note % passages.length] ?? '';
    const text = `Note ${note}: ${passage.repeat((LENGTH - 30) / passage.length)}`;
    await addEntry(w.ava, { kind: 'case', number, type: note % 2 ? 'comment' : 'work_note', text: `${text} the end` });
  }
  signedIn.actor = w.ava;
});

const address = (path: string, params: Record<string, string>) =>
  new Request(`http://localhost:3000/api/timeline${path}?${new URLSearchParams({ kind: 'case', number, ...params })}`);

async function pageAfter(cursor: string | null) {
  const answer = await readPage(address('', cursor ? { cursor } : {}));
  const body = await answer.text();
  const page: TimelinePage = JSON.parse(body);
  return { page, bytes: Buffer.byteLength(body) };
}

async function textOf(entry: string, params: Record<string, string> = {}) {
  const answer = await readText(address(`/${entry}`, params), { params: Promise.resolve({ entry }) });
  return { status: answer.status, html: answer.status === 200 ? String((await answer.json()).html) : '' };
}

const draws = vi.hoisted(() => ({ inBrowser: false }));
vi.mock('#components/ui/use-in-browser.ts', () => ({ useInBrowser: () => draws.inBrowser }));

function drawn(page: TimelinePage): string {
  const source = {
    id: number,
    load: async () => page,
    readText: async () => '',
    readWritten: async () => '',
    readWhy: () => Promise.reject(new Error('not asked')),
  };
  const timeline = createElement(Timeline, {
    source,
    filter: 'all',
    lastVisit: null,
    opening: null,
    first: { value: serialize(page) },
    commentLabel: 'Comment',
    noun: 'case',
    onShowAll: () => {},
  });
  const queries = createElement(QueryClientProvider, { client: new QueryClient() }, timeline);
  return renderToString(queries);
}

describe('Q-19 · a record with very long entries', () => {
  it('is read in pages of at most 50 entries and 48 kB, and none is left out or read twice', async () => {
    const ids: string[] = [];
    for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
      const { page, bytes } = await pageAfter(cursor);
      expect(page.entries.length).toBeGreaterThan(0);
      expect(page.entries.length).toBeLessThanOrEqual(50);
      expect(bytes).toBeLessThan(49_000);
      ids.push(...page.entries.filter(({ type }) => type === 'work_note' || type === 'comment').map(({ id }) => id));
      cursor = page.next;
    }
    const written = await db().journalEntry.findMany({ where: { task: { number } }, orderBy: { createdAt: 'desc' } });
    expect(written).toHaveLength(NOTES);
    expect(ids).toEqual(written.map(({ id }) => id));
  });

  it('is drawn by the browser with as many entries, in no more than twice as many bytes', async () => {
    const { page, bytes } = await pageAfter(null);
    draws.inBrowser = true;
    const html = drawn(page);
    expect(html.match(/<article/g)).toHaveLength(page.entries.length);
    expect(html.match(/>Show all</g)).toHaveLength(page.entries.filter((entry) => 'isBeginning' in entry).length);
    expect(html).toContain('Show older');
    expect(Buffer.byteLength(html)).toBeLessThan(2 * bytes);
  });

  it('is drawn by the server as far as the first screen needs it', async () => {
    const { page } = await pageAfter(null);
    expect(page.entries.length).toBeGreaterThan(12);
    draws.inBrowser = false;
    const html = drawn(page);
    expect(html.match(/<article/g)).toHaveLength(8);
    expect(html).toContain('Show older');
  });

  it('returns the whole text when it is opened', async () => {
    const entries = await db().journalEntry.findMany({ where: { task: { number } } });
    for (const { id, text } of entries.slice(0, passages.length)) {
      const { status, html } = await textOf(id);
      expect(status).toBe(200);
      expect(html).toContain(text.slice(0, 8));
      expect(html).toMatch(/the end\s*(<\/\w+>\s*)*$/);
    }
  });

  it('returns the text of an email when it is expanded', async () => {
    const mail = await db().mail.findFirstOrThrow({ where: { task: { number } } });
    const { page } = await pageAfter(null);
    expect(page.entries.find(({ type }) => type === 'mail')).not.toHaveProperty('html');
    expect((await textOf(mail.id)).html).toContain(mail.body.slice(0, 8));
  });

  it('ACC-6, REL-16 · hides the record from users who may not see it, and gives nothing of another record', async () => {
    const { id } = await db().journalEntry.findFirstOrThrow({ where: { task: { number } } });
    const other = await aCase(w);
    expect((await textOf(id, { number: other.number })).status).toBe(404);
    expect((await textOf(id, { kind: 'incident' })).status).toBe(404);
    expect((await textOf('not-an-id')).status).toBe(404);
    for (const actor of [w.ian, w.cora]) {
      signedIn.actor = actor;
      expect((await textOf(id)).status).toBe(404);
    }
    signedIn.actor = w.ava;
    expect((await textOf(id)).status).toBe(200);
  });
});

describe('Q-19, POR-3 · a conversation with very long comments', () => {
  it('is read in pages of bounded size, and none is left out or read twice', async () => {
    const { number: long } = await theirCase();
    const ids: string[] = [];
    for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
      const page = await portalConversation(w.cora, long, cursor);
      if (!page) throw new Error('Cora sees no conversation.');
      expect(page.comments.length === 1 || JSON.stringify(page).length < 49_000).toBe(true);
      ids.push(...page.comments.map(({ id }) => id));
      cursor = page.next;
    }
    expect(new Set(ids).size).toBe(6);
    expect(ids).toHaveLength(6);
  });

  async function theirCase() {
    const theCase = await aCase(w, { contactId: w.cora.id });
    for (let comment = 0; comment < 6; comment++)
      await addEntry(w.ava, {
        kind: 'case',
        number: theCase.number,
        type: 'comment',
        text: `${comment} long `.repeat(3_000),
      });
    return theCase;
  }
});
