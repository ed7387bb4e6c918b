import { expect, it } from 'vitest';
import { system } from '#lib/platform/actor.ts';
import { defaultSettings } from '#lib/property/settings.ts';
import { commentAudience } from './comment-audience.ts';
import type { CommentReader } from './queries/comment-reader.ts';

const gus = { id: 'gus', name: 'Gus Granite', active: true, hasAddress: true, customer: true };
const around = { actor: system, settings: defaultSettings, account: undefined, isTold: false, watched: false };
const incident = (reader: CommentReader | null, watched = false) =>
  commentAudience({ kind: 'incident' }, { ...around, reader, watched });

it('REL-9, INC-6 · no mail to an external caller is promised', () => {
  expect(incident(gus)).toBe('Gus Granite is external: no mail is sent. Customers never see it here.');
  expect(incident(gus, true)).toMatch(/^Gus Granite is external: mail goes to the watch list only\./);
  expect(incident({ ...gus, customer: false })).toMatch(/^A mail to Gus Granite is queued\./);
  expect(incident(null)).toMatch(/^There is no caller: no mail is sent\./);
});
