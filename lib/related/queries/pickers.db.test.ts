import { describe, expect, test } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { defaultSettings, readSettings } from '#lib/settings/settings.ts';
import { aCaseOf, aChange, anOffer } from '#lib/testing/itsm.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  anotherCaseOf,
  change,
  holderOf,
  makeMajor,
  setIntegrationActive,
  world,
} from '#lib/testing/world.ts';
import { associate } from '../commands/associate.ts';
import { childCases, customerCases } from './customer-cases.ts';
import { linkableCases, linkableRecords } from './linkable.ts';

const w = await world();

const numbers = (items: readonly { number: string }[]) => items.map(({ number }) => number);

describe('REL-10 · the picker of Associate', () => {
  test('has open incidents, newest first, found by words and by number', async () => {
    const old = await anIncident(w, { shortDescription: 'Zebra printer jams' });
    const young = await anIncident(w, { shortDescription: 'Zebra printer burns' });
    const resolved = await anIncident(w, { shortDescription: 'Zebra printer is gone' });
    await change(w.ian, resolved, { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Sold' });
    expect(numbers(await linkableRecords(w.ava, 'incident', 'zebra pri'))).toEqual([young.number, old.number]);
    expect(numbers(await linkableRecords(w.ava, 'incident', old.number))).toEqual([old.number]);
    expect(numbers(await linkableRecords(w.ava, 'incident', ''))).not.toContain(resolved.number);
  });

  test('shows how many cases each has', async () => {
    const { incident } = await aCaseWithIncident(w);
    await anotherCaseOf(w, incident);
    expect(await linkableRecords(w.ava, 'incident', incident.number)).toMatchObject([{ detail: '2 cases' }]);
  });

  test('REL-13 · counts the cases of a change of both sorts, each once, in either picker', async () => {
    const record = await aChange(w);
    const both = await aCaseOf(w, 'change', record);
    await associate(w.mia, { caseNumber: both.number, link: 'causedByChange', number: record.number });
    await aCaseOf(w, 'causedByChange', record);
    for (const link of ['change', 'causedByChange'] as const)
      expect(await linkableRecords(w.mia, link, record.number)).toMatchObject([{ detail: '2 cases' }]);
  });

  test('ACC-6 · counts the visible cases; itil alone counts all, a reader of incidents none', async () => {
    const { incident } = await aCaseWithIncident(w);
    await anotherCaseOf(w, incident, { consumerId: w.jane.id });
    const reader = await holderOf('Ines Incidents', ['sn_incident_read']);
    const detail = async (actor: Actor) => (await linkableRecords(actor, 'incident', incident.number))[0]?.detail;
    expect([await detail(w.ava), await detail(w.rita), await detail(w.ian), await detail(reader)]).toEqual([
      '2 cases',
      '1 case',
      '2 cases',
      '',
    ]);
  });

  test('REL-8 · leaves out requests that belong to a hidden case', async () => {
    const offer = await anOffer('Router');
    const { number } = await createRequest(w.adam, { items: [{ catalogItemId: offer, quantity: 1 }] });
    const writer = await holderOf('Rex Requests', ['sn_request_write']);
    expect(numbers(await linkableRecords(writer, 'request', number))).toEqual([number]);
    const { number: caseNumber } = await aCase(w);
    await associate(w.adam, { caseNumber, link: 'request', number });
    expect(await linkableRecords(writer, 'request', number)).toEqual([]);
  });

  test('REL-1, REL-4, REL-16 · has nothing for a case that takes none: closed, resolved, with one already, or hidden', async () => {
    const { number } = await anIncident(w);
    const offered = async (theCase: { number: string }, actor: Actor = w.ava) =>
      numbers(await linkableRecords(actor, 'incident', number, { kind: 'case', number: theCase.number }));
    const [open, closed, resolved] = [await aCase(w), await aCase(w), await aCase(w)];
    await moveCase(w.ava, { number: closed.number, verb: 'close', values: { resolutionNotes: 'Done.' } });
    await moveCase(w.ava, {
      number: resolved.number,
      verb: 'propose-solution',
      values: { resolutionCode: 'fixed_by_support', resolutionNotes: 'Done.' },
    });
    const { theCase: linked } = await aCaseWithIncident(w);
    const ofJane = await aCase(w, { consumerId: w.jane.id });
    expect(await offered(open)).toEqual([number]);
    expect(await offered(ofJane)).toEqual([number]);
    for (const each of [closed, resolved, linked, { number: 'CS0999999' }]) expect(await offered(each)).toEqual([]);
    expect(await offered(ofJane, w.rita)).toEqual([]);
  });

  test('REL-16 · is empty for users who may not read incidents', async () => {
    const { number } = await anIncident(w);
    expect(await linkableRecords(w.pat, 'incident', number)).toEqual([]);
  });
});

describe('REL-14 · the picker of Add Case', () => {
  test('has open cases without an incident that the user may edit', async () => {
    const free = await aCase(w, { shortDescription: 'Okapi line is down' });
    const taken = await aCase(w, { shortDescription: 'Okapi is slow' });
    await anotherCaseOf(w, await anIncident(w), { shortDescription: 'Okapi has one' });
    const consumers = await aCase(w, { shortDescription: 'Okapi of Jane', consumerId: w.jane.id });
    expect(numbers(await linkableCases(w.ava, 'incident', 'okapi')).sort()).toEqual(
      numbers([free, taken, consumers]).sort(),
    );
    expect(numbers(await linkableCases(w.rita, 'incident', 'okapi'))).not.toContain(consumers.number);
  });

  test('ACC-6 · has only cases that the user may edit, even with a view of all', async () => {
    const [own, other] = [await aCase(w), await aCase(w, { consumerId: w.jane.id })];
    const roles = ['sn_customerservice_agent', 'sn_customerservice.case_viewer', 'sn_incident_read'] as const;
    const agent = await holderOf('Vera Viewing-Agent', roles);
    expect(numbers(await linkableCases(agent, 'incident', own.number))).toEqual([own.number]);
    expect(await linkableCases(agent, 'incident', other.number)).toEqual([]);
  });

  test.each(['pat', 'ian', 'vic'] as const)('has nothing for %s', async (name) => {
    await aCase(w);
    expect(await linkableCases(w[name], 'incident', '')).toEqual([]);
  });
});

describe('the cases of an incident', () => {
  async function casesFor(actor: Actor) {
    const { theCase, incident } = await aCaseWithIncident(w);
    return {
      theCase,
      list: await customerCases(actor, await readSettings(db()), {
        link: 'incident',
        recordId: incident.id,
        after: null,
      }),
    };
  }

  test('REL-14 · can be removed by users who may write to the case and read the incident', async () => {
    const { theCase, list } = await casesFor(w.ava);
    expect(list).toMatchObject({
      count: 1,
      tie: { mayAdd: true },
      cases: [{ number: theCase.number, mayRemove: true }],
    });
  });

  test('ACC-6 · are numbers and states for itil alone', async () => {
    const { theCase, list } = await casesFor(w.ian);
    expect(list).toMatchObject({ count: 1, tie: { mayAdd: false } });
    expect(list?.cases).toEqual([
      {
        number: theCase.number,
        state: { label: 'New', tone: 'new' },
        seen: null,
        isMajor: false,
        mayRemove: false,
        stays: false,
      },
    ]);
  });

  test('ACC-6 · are hidden from users who see no cases, such as an internal caller or a reader of incidents', async () => {
    expect((await casesFor(w.nils)).list).toBeNull();
    expect((await casesFor(await holderOf('Irma Incidents', ['sn_incident_write']))).list).toBeNull();
  });

  test('ACC-6, NOT-1 · of a major case are its visible children', async () => {
    const major = await aCase(w);
    const { id: majorId } = major;
    const [ofCora, ofJane] = [await aCase(w), await aCase(w, { consumerId: w.jane.id })];
    await makeMajor(major, ofCora, ofJane);
    const children = async (actor: Actor) => {
      const { count, cases, tie } = await childCases(actor, defaultSettings, { majorId, after: null });
      return [count, tie, cases.map(({ number, seen, mayRemove }) => [number, seen?.customer ?? null, mayRemove])];
    };
    expect(await children(w.ava)).toEqual([
      2,
      null,
      [
        [ofCora.number, 'Boxeo', false],
        [ofJane.number, 'Jane Doe', false],
      ],
    ]);
    expect(await children(w.rita)).toEqual([1, null, [[ofCora.number, 'Boxeo', false]]]);
  });

  test('REL-13 · of a change show which have it in their other field too', async () => {
    const record = await aChange(w);
    const [both, fixed] = [await aCaseOf(w, 'change', record), await aCaseOf(w, 'change', record)];
    await associate(w.mia, { caseNumber: both.number, link: 'causedByChange', number: record.number });
    const settings = await readSettings(db());
    const stays = async (link: 'change' | 'causedByChange') => {
      const list = await customerCases(w.mia, settings, { link, recordId: record.id, after: null });
      return list?.cases.map(({ number, stays }) => [number, stays]);
    };
    expect(await stays('change')).toEqual([
      [both.number, true],
      [fixed.number, false],
    ]);
    expect(await stays('causedByChange')).toEqual([[both.number, true]]);
  });

  test('REL-3 · with the integration off they are hidden', async () => {
    const { incident } = await aCaseWithIncident(w);
    await setIntegrationActive('com.sn_cs_sm', false);
    const query = { link: 'incident', recordId: incident.id, after: null } as const;
    expect(await customerCases(w.mia, await readSettings(db()), query)).toBeNull();
    await setIntegrationActive('com.sn_cs_sm', true);
    expect(await customerCases(w.mia, await readSettings(db()), query)).toMatchObject({ count: 1 });
  });

  test('are paged by 50', async () => {
    const incident = await anIncident(w);
    for (let count = 0; count < 51; count++) await anotherCaseOf(w, incident);
    const first = await customerCases(w.ava, await readSettings(db()), {
      link: 'incident',
      recordId: incident.id,
      after: null,
    });
    const second = await customerCases(w.ava, await readSettings(db()), {
      link: 'incident',
      recordId: incident.id,
      after: first?.next ?? null,
    });
    expect([first?.cases.length, first?.count, second?.cases.length, second?.next]).toEqual([50, 51, 1, null]);
  });
});
