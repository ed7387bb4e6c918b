import { expect, test, vi } from 'vitest';
import { fetchJson, RefusedAnswer } from './fetch-json.ts';
import { onUnauthorized } from './unauthorized.ts';

test('REC-5 · what an address refuses is an error with the sentence of the rule', async () => {
  const answer = { ok: false, rule: 'REL-11', message: 'CS0001001 has an incident already.' };
  vi.stubGlobal('fetch', async () => Response.json(answer, { status: 422 }));
  const error = await fetchJson('/api/create-draft').catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(RefusedAnswer);
  expect(error).toHaveProperty('message', answer.message);
});

test('ACC-3 · an unauthenticated response is a refusal, too, and the page is notified', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ error: 'Sign in first.' }, { status: 401 }));
  const onSignedOut = vi.fn();
  const leave = onUnauthorized(onSignedOut);
  const error = await fetchJson('/api/similar').catch((caught: unknown) => caught);
  leave();
  expect(error).toBeInstanceOf(RefusedAnswer);
  expect(onSignedOut).toHaveBeenCalledOnce();
});

test.each([
  ['a page', () => new Response('<p>Bad gateway</p>', { status: 502, headers: { 'content-type': 'text/html' } })],
  ['half an answer', () => new Response('{"rule"', { status: 500, headers: { 'content-type': 'application/json' } })],
  ['no words', () => new Response(null, { status: 404 })],
])('what answers %s is an error that says the status', async (_what, answer) => {
  vi.stubGlobal('fetch', async () => answer());
  const error = await fetchJson('/api/search').catch((caught: unknown) => caught);
  expect(error).not.toBeInstanceOf(RefusedAnswer);
  expect(String(error)).toMatch(/\/api\/search answered \d{3}/);
});
