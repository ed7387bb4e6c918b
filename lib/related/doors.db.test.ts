import { beforeEach, describe, expect, it } from 'vitest';
import { GET as createDraft } from '#app/api/create-draft/route.ts';
import { GET as linkable } from '#app/api/linkable/route.ts';
import type { Route } from '#lib/door/route.ts';
import { db } from '#lib/platform/db.ts';
import { emptyAuditLog } from '#lib/testing/rewrite-history.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, aCaseWithIncident, anIncident, setIntegrationActive, world } from '#lib/testing/world.ts';

const w = await world();
beforeEach(() => emptyAuditLog());

/** A route's response to Ava: its status and body. */
async function answerOf(route: Route, path: string, query: Record<string, string>) {
  signedIn.actor = w.ava;
  const response = await route(new Request(`http://localhost:3000${path}?${new URLSearchParams(query)}`));
  return { status: response.status, found: (await response.json()) as unknown };
}

const draftOf = ({ number }: { number: string }) =>
  answerOf(createDraft, '/api/create-draft', { case: number, variant: 'incident' });
const choices = (choose: 'record' | 'case') => answerOf(linkable, '/api/linkable', { link: 'incident', choose });
const refusals = () => db().auditEntry.findMany({ where: { action: 'action.refused' } });

describe('queries of the dialogs of a case', () => {
  it('REL-3 · with the integration off each answers "not active", and not that there is nothing', async () => {
    const theCase = await aCase(w);
    await anIncident(w);
    const asks = [() => draftOf(theCase), () => choices('record'), () => choices('case')];
    await setIntegrationActive('com.sn_cs_sm', false);
    const off = [];
    for (const ask of asks) off.push(await ask());
    await setIntegrationActive('com.sn_cs_sm', true);
    const message = 'The integration com.sn_cs_sm is not active.';
    expect(off).toEqual(asks.map(() => ({ status: 422, found: { ok: false, rule: 'REL-3', message } })));
    for (const ask of asks) expect(await ask()).toMatchObject({ status: 200 });
  });

  it('REL-4, ADM-12 · a case that has an incident since then names it, and a missing permission is not audited', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const message = `${theCase.number} already has incident ${incident.number}.`;
    expect(await draftOf(theCase)).toMatchObject({ status: 422, found: { rule: 'REL-4', message } });
    expect(await refusals()).toEqual([]);
    expect(await draftOf({ number: 'CS9999999' })).toMatchObject({ status: 404, found: { rule: 'REL-16' } });
    expect(await refusals()).toHaveLength(1);
  });
});
