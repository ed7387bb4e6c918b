import { describe, expect, it } from 'vitest';
import { attachArticle } from '#lib/knowledge/commands/attach-article.ts';
import { db } from '#lib/platform/db.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { remove } from '#lib/related/commands/remove.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aCaseOf, aChange, anArticle, anOffer, aProblem } from '#lib/testing/itsm.ts';
import { aCase, anIncident, setIntegrationActive, setProperty, world } from '#lib/testing/world.ts';
import { portalRelated } from './queries/portal-related.ts';
import type { PortalRecord } from './shown-records.ts';

const w = await world();

/** The shown fields of a record: their names with their display values. */
const shown = (record: PortalRecord | undefined) =>
  Object.fromEntries((record?.fields ?? []).map(({ name, display }) => [name, display]));

const numbersOf = (records: readonly PortalRecord[]) => records.map(({ number }) => number).sort();

/** A case of Cora with one related record of every kind. */
async function aCaseWithEverything() {
  const problem = await aProblem(w, { workaround: 'Restart it twice.', causeNotes: 'Zebra cause' });
  const theCase = await aCaseOf(w, 'problem', problem);
  const relate = (link: 'incident' | 'change' | 'causedByChange', { number }: { number: string }) =>
    associate(w.mia, { caseNumber: theCase.number, link, number });
  const incident = await anIncident(w);
  const fix = await aChange(w, { implementationPlan: 'Zebra plan' });
  const cause = await aChange(w, { shortDescription: 'Move the controllers' });
  await relate('incident', incident);
  await relate('change', fix);
  await relate('causedByChange', cause);
  const items = [
    { catalogItemId: await anOffer('Mouse'), quantity: 2 },
    { catalogItemId: await anOffer('Keyboard'), quantity: 1 },
  ];
  const request = await createRequest(w.mia, { caseNumber: theCase.number, items });
  return { theCase, problem, incident, fix, cause, request };
}

describe('related records', () => {
  it('POR-4, POR-12 · are problem, changes and request with its items, and never the incident', async () => {
    const { theCase, problem, fix, cause, request } = await aCaseWithEverything();
    const found = await portalRelated(w.cora, theCase.number);
    expect(numbersOf(found)).toEqual([problem, fix, cause, request].map(({ number }) => number).sort());
    const items = found.find(({ number }) => number === request.number)?.items ?? [];
    expect(items.map((item) => shown(item))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ short_description: 'Mouse', quantity: '2', stage: 'Fulfillment' }),
        expect.objectContaining({ short_description: 'Keyboard', quantity: '1', stage: 'Fulfillment' }),
      ]),
    );
  });

  it('ADM-8 · show the fields that are chosen, at once, and no others in any byte', async () => {
    const { theCase, problem } = await aCaseWithEverything();
    const read = async () =>
      (await portalRelated(w.cora, theCase.number)).find(({ number }) => number === problem.number);
    expect(Object.keys(shown(await read()))).toEqual([
      'number',
      'short_description',
      'state',
      'priority',
      'opened_at',
      'sys_updated_on',
    ]);
    expect(JSON.stringify(await portalRelated(w.cora, theCase.number))).not.toMatch(/Zebra|Restart it twice|Ian|Mia/);

    await setProperty('portal.fields.problem', 'number,workaround');
    expect(shown(await read())).toEqual({ number: problem.number, workaround: 'Restart it twice.' });
    await setProperty('portal.fields.problem', 'number,short_description,state,priority,opened_at,sys_updated_on');
  });

  it('POR-12 · are visible to readers of the case only, and no longer after their removal', async () => {
    const { theCase, problem, request } = await aCaseWithEverything();
    const ofOthers = await Promise.all([w.fiona, w.jane].map((person) => portalRelated(person, theCase.number)));
    expect(ofOthers).toEqual([[], []]);
    expect(await portalRelated(w.cora, 'CS9999999')).toEqual([]);
    expect(numbersOf(await portalRelated(w.bea, theCase.number))).toContain(problem.number);
    await remove(w.mia, { caseNumber: theCase.number, link: 'problem', number: problem.number });
    const left = numbersOf(await portalRelated(w.cora, theCase.number));
    expect(left).not.toContain(problem.number);
    expect(left).toContain(request.number);
  });

  it('POR-12 · a record that another case of another customer has too shows nothing of that', async () => {
    const { problem } = await aCaseWithEverything();
    const ofFiona = await aCaseOf(w, 'problem', problem, { contactId: w.fiona.id, shortDescription: 'Ours as well' });
    const [record] = await portalRelated(w.fiona, ofFiona.number);
    expect(record?.number).toBe(problem.number);
    expect(JSON.stringify(record)).not.toContain('CS');
  });

  it('POR-4, REL-3 · are of the kinds in the property, with their integration on', async () => {
    const { theCase, fix, cause, request } = await aCaseWithEverything();
    await setProperty('portal.related_records', 'change_request');
    expect(numbersOf(await portalRelated(w.cora, theCase.number))).toEqual([fix.number, cause.number].sort());
    await setProperty('portal.related_records', 'none');
    expect(await portalRelated(w.cora, theCase.number)).toEqual([]);
    await setProperty('portal.related_records', 'problem,change_request,sc_request');
    await setIntegrationActive('com.sn_cs_sm', false);
    expect(numbersOf(await portalRelated(w.cora, theCase.number))).toEqual([request.number]);
    await setIntegrationActive('com.sn_cs_sm', true);
  });

  it('POR-4 · link a known error once it is published for customers', async () => {
    const problem = await aProblem(w);
    const theCase = await aCaseOf(w, 'problem', problem);
    const article = await anArticle(w, { title: 'Memory for all', readers: 'external' });
    await attachArticle(w.ian, { kind: 'problem', number: problem.number, article, attached: true });
    const linked = async () => (await portalRelated(w.cora, theCase.number))[0]?.article;
    expect(await linked()).toEqual({ number: article, title: 'Memory for all' });
    await db().article.update({ where: { number: article }, data: { readers: 'internal' } });
    expect(await linked()).toBeNull();
    await db().article.update({ where: { number: article }, data: { readers: 'external', publishedAt: null } });
    expect(await linked()).toBeNull();
  });

  it('POR-4 · are none where the case has none', async () => {
    expect(await portalRelated(w.cora, (await aCase(w)).number)).toEqual([]);
  });
});
