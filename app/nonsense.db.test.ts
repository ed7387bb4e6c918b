import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, world } from '#lib/testing/world.ts';
import LoginPage from './(auth)/login/page.tsx';
import * as catalog from './api/catalog/route.ts';
import * as createDraft from './api/create-draft/route.ts';
import * as linkable from './api/linkable/route.ts';
import * as references from './api/references/route.ts';
import * as search from './api/search/route.ts';
import * as timeline from './api/timeline/route.ts';
import { generateMetadata as recordTitle } from './workspace/[kind]/[number]/page.tsx';
import AccountPage from './workspace/customers/accounts/[number]/page.tsx';

const w = await world();
let number: string;
beforeAll(async () => {
  ({ number } = await aCase(w));
  signedIn.actor = w.adam;
});

const routes = { catalog, 'create-draft': createDraft, linkable, references, search, timeline };
const ID = '01935f3e-1111-7222-8333-444455556666';

async function ask(route: keyof typeof routes, params: Record<string, string>) {
  const answer = await routes[route].GET(
    new Request(`http://localhost:3000/api/${route}?${new URLSearchParams(params)}`),
  );
  return { status: answer.status, body: answer.status === 200 ? await answer.json() : null };
}

describe('invalid addresses', () => {
  it.each([
    ['references', { kind: 'account', q: '\0box\0eo' }, [{ label: 'Boxeo' }, { label: 'Boxeo Labs' }]],
    ['references', { kind: 'account', q: '%' }, []],
    ['catalog', { of: 'templates', q: '\0' }, []],
    ['catalog', { of: 'items', q: '\0' }, []],
    ['linkable', { link: 'incident', choose: 'record', q: '\0line', case: '\0' }, []],
    ['linkable', { link: 'incident', choose: 'case', q: '\0line' }, [{ title: 'The line is down' }]],
    ['search', { q: '\0line' }, [{ state: { label: 'New' } }]],
  ] as const)('Q-13 · /api/%s takes %j', async (route, params, found) => {
    expect(await ask(route, params)).toMatchObject({ status: 200, body: found });
  });

  it('Q-13 · the Create dialog finds its record although the number contains a NUL character', async () => {
    const found = await ask('create-draft', { case: `${number}\0`, variant: 'incident' });
    expect(found).toMatchObject({ status: 200, body: { priority: '4 - Low' } });
    for (const [params, status] of [
      [{ case: '\0', variant: 'incident' }, 404],
      [{ case: number, variant: 'standard_change' }, 400],
      [{ case: number, variant: '__proto__' }, 400],
      [{ variant: 'incident' }, 400],
    ] as const)
      expect(await ask('create-draft', params)).toEqual({ status, body: null });
  });

  it('Q-13 · a timeline is found by the number without its character 0, and its nonsense cursors are left out', async () => {
    for (const cursor of [
      '\0',
      `2026-99-01T00:00:00.000Z_${ID}`,
      `2026-02-31T00:00:00.000Z_${ID}`,
      `0000-01-01T00:00:00.000Z_${ID}`,
      `2026-11-21T00:00:00.000Z_${'-'.repeat(36)}`,
    ]) {
      const { status, body } = await ask('timeline', { kind: 'case', number: `${number}\0`, cursor });
      expect(status).toBe(200);
      expect(body.entries).toHaveLength(1);
    }
    expect(await ask('timeline', { kind: 'case', number: '\0' })).toMatchObject({ status: 404 });
  });

  it('Q-13 · a page of a record or an account without such a number is not found', async () => {
    const title = (asked: string) =>
      recordTitle({ params: Promise.resolve({ kind: 'cases', number: asked }), searchParams: Promise.resolve({}) });
    expect(await title('\0')).toEqual({ title: 'Not found' });
    expect(await title(`${number}\0`)).toEqual({ title: `${number} The line is down` });
    await expect(
      AccountPage({ params: Promise.resolve({ number: '\0' }), searchParams: Promise.resolve({}) }),
    ).rejects.toThrow('404');
  });

  it('Q-13 · the sign-in page shows only reasons it knows', async () => {
    signedIn.actor = null;
    const page = async (params: Record<string, string>) =>
      renderToStaticMarkup(
        (await LoginPage({ params: Promise.resolve({}), searchParams: Promise.resolve(params) })) as ReactElement,
      );
    for (const because of ['__proto__', 'constructor', 'nonsense'])
      expect(await page({ because })).not.toContain(because);
    expect(await page({ because: 'everywhere' })).toContain('You were signed out everywhere.');
    signedIn.actor = w.adam;
  });
});
