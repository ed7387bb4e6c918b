import { expect, it } from 'vitest';
import { type Actor, system } from '#lib/platform/actor.ts';
import { defaultSettings } from '#lib/settings/settings.ts';
import { commentAudience } from './comment-audience.ts';
import type { CommentReader } from './queries/comment-reader.ts';

const gus = { id: 'gus', name: 'Gus Granite', active: true, hasAddress: true, unreachable: '', customer: true };
const around = { actor: system, settings: defaultSettings, account: undefined, isTold: false, watched: false };
const incident = (reader: CommentReader | null, watched = false) =>
  commentAudience({ kind: 'incident' }, { ...around, reader, watched });

it('REL-9, INC-6 · no email to an external caller is announced', () => {
  expect(incident(gus)).toBe('Gus Granite is external: no email is sent. Customers never see it here.');
  expect(incident(gus, true)).toMatch(/^Gus Granite is external: only the watch list is emailed\./);
  expect(incident({ ...gus, customer: false })).toMatch(/^Gus Granite will be emailed\./);
  expect(incident(null)).toMatch(/^There is no caller: no email is sent\./);
});

const ian = { ...gus, id: 'ian', name: 'Ian Itil', customer: false };

it.each<[string, CommentReader, string]>([
  ['writes it', { ...ian, id: 'self' }, 'You are the caller: no email is sent.'],
  ['is no longer active', { ...ian, active: false }, 'Ian Itil is no longer active: no email is sent.'],
  ['has no address', { ...ian, hasAddress: false }, 'Ian Itil has no email address: no email is sent.'],
])('MAIL-10, INC-6 · no email is announced to a caller who %s', (_what, reader, said) => {
  const actor: Actor = { kind: 'staff', id: 'self', name: 'Self', timeZone: 'UTC', roles: new Set(), groupIds: [] };
  const about = commentAudience({ kind: 'incident' }, { ...around, actor, reader });
  expect(about).toBe(`${said} Customers never see it here.`);
});

it('MAIL-6 · an email to an address whose last email bounced is announced with a warning', () => {
  const lost = { ...gus, unreachable: '550 5.1.1 No such user.' };
  const said = 'Gus Granite will be emailed, but the last email did not arrive: 550 5.1.1 No such user.';
  expect(commentAudience({ kind: 'case' }, { ...around, reader: lost })).toBe(said);
  expect(incident({ ...lost, customer: false })).toBe(`${said} Customers never see it here.`);
  expect(commentAudience({ kind: 'request' }, { ...around, reader: { ...lost, customer: false } })).toContain(said);
});

it('SYNC-MAJ-1 · a comment on a major case that is not copied is announced as invisible to customers', () => {
  const said = (settings: Record<string, string>) =>
    commentAudience(
      { kind: 'case', majorCaseState: 'accepted' },
      { ...around, reader: null, settings: { ...defaultSettings, values: new Map(Object.entries(settings)) } },
    );
  const [is, what] = ['sn_customerservice.parent_child_case_sync', 'sn_customerservice.case_fields_to_sync'];
  expect(said({ [is]: 'true', [what]: 'comments,state' })).toBe('A major case has no customer of its own.');
  const unread = /no customer sees this\. Use Notify Customers/;
  expect(said({ [is]: 'false', [what]: 'comments' })).toMatch(unread);
  expect(said({ [is]: 'true', [what]: 'state' })).toMatch(unread);
});
