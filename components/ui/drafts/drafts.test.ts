import { beforeEach, expect, test, vi } from 'vitest';
import {
  discardAllDrafts,
  draftText,
  draftTextNow,
  hasAnyDraft,
  manageDrafts,
  onAnyDraftChange,
  onDraftChange,
  saveDraft,
} from './drafts.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Browser storage with limited space. */
function storage(room: number): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
    setItem(name, value) {
      if (value.length > room) throw new DOMException('There is no room.', 'QuotaExceededError');
      kept.set(name, value);
    },
  };
}

/** Simulates another page of the same browser: it knows only what is stored. */
const anew = (key: string) => onDraftChange(key, () => {})();

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2030-01-01T00:00:00Z') });
  vi.stubGlobal('localStorage', storage(1_000));
  vi.stubGlobal('window', new EventTarget());
});

test('REC-5 · typed text is available on the next page, only under its own key, until it is cleared', () => {
  saveDraft('ava 1 note', 'Half a senten');
  anew('ava 1 note');
  expect(draftText('ava 1 note')).toBe('Half a senten');
  expect(draftText('mia 1 note')).toBe('');
  saveDraft('ava 1 note', '');
  expect(localStorage).toHaveLength(0);
});

test('REC-5 · a listener receives each change until it unsubscribes', () => {
  const heard = vi.fn();
  const stop = onDraftChange('ava 2 note', heard);
  saveDraft('ava 2 note', 'a');
  stop();
  saveDraft('ava 2 note', 'b');
  expect(heard).toHaveBeenCalledTimes(1);
});

test('REC-5 · text that does not fit in the storage stays in the page, which asks before the user leaves', () => {
  const stop = manageDrafts();
  const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(leave()).toBe(true);
  saveDraft('ava 3 note', 'x'.repeat(2_000));
  anew('ava 3 note');
  expect(draftText('ava 3 note')).toHaveLength(2_000);
  expect(leave()).toBe(false);
  saveDraft('ava 3 note', '');
  expect(leave()).toBe(true);
  stop();
});

test('drafts unchanged for thirty days are deleted; other drafts and other apps’ data are not', () => {
  localStorage.setItem('theme', 'dark');
  saveDraft('ava 4 note', 'old');
  vi.setSystemTime(Date.now() + 20 * DAY);
  saveDraft('ava 5 note', 'younger');
  vi.setSystemTime(Date.now() + 11 * DAY);
  manageDrafts()();
  for (const key of ['ava 4 note', 'ava 5 note']) anew(key);
  expect([draftText('ava 4 note'), draftText('ava 5 note')]).toEqual(['', 'younger']);
  expect(localStorage.getItem('theme')).toBe('dark');
});

test('REC-5 · a browser that lets nothing be kept, or kept something else, is no error', () => {
  localStorage.setItem('casebridge.typed.1 ava 6 note', '{"at":');
  expect(draftText('ava 6 note')).toBe('');
  vi.stubGlobal('localStorage', undefined);
  manageDrafts()();
  saveDraft('ava 7 note', 'here');
  expect(draftText('ava 7 note')).toBe('here');
});

/** Simulates the storage event of another page's write. */
function elsewhere(key: string, text: string) {
  const name = `casebridge.typed.1 ${key}`;
  const newValue = text === '' ? null : JSON.stringify({ at: Date.now(), text });
  if (newValue === null) localStorage.removeItem(name);
  else localStorage.setItem(name, newValue);
  window.dispatchEvent(Object.assign(new Event('storage'), { key: name, newValue }));
}

test('REC-5 · words that another page sends take none with them that were typed here', () => {
  const stop = manageDrafts();
  const leave = onDraftChange('ava 8 note', () => {});
  saveDraft('ava 8 note', 'Mine');
  elsewhere('ava 8 note', '');
  leave();
  anew('ava 8 note');
  expect(draftText('ava 8 note')).toBe('Mine');
  stop();
});

test('REC-5 · text typed in another tab is removed once that tab has sent it', () => {
  const stop = manageDrafts();
  elsewhere('ava 9 note', 'Hers');
  const heard = vi.fn();
  const leave = onDraftChange('ava 9 note', heard);
  expect(draftText('ava 9 note')).toBe('Hers');
  elsewhere('ava 9 note', '');
  expect(heard).toHaveBeenCalled();
  expect(draftText('ava 9 note')).toBe('');
  leave();
  stop();
});

test('REC-5 · entries on their way are one list for all pages', () => {
  const stop = manageDrafts();
  const leave = onDraftChange('ava 9 posts', () => {});
  saveDraft('ava 9 posts', '[1]');
  elsewhere('ava 9 posts', '[1,2]');
  expect(draftText('ava 9 posts')).toBe('[1,2]');
  elsewhere('ava 9 posts', '');
  expect(draftText('ava 9 posts')).toBe('');
  localStorage.setItem('casebridge.typed.1 ava 9 posts', JSON.stringify({ at: Date.now(), text: '[3]' }));
  expect(draftTextNow('ava 9 posts')).toBe('[3]');
  leave();
  stop();
});

test('REC-5 · all users’ drafts in the browser are discarded together, and nothing else is', () => {
  localStorage.setItem('theme', 'dark');
  expect(hasAnyDraft()).toBe(false);
  for (const who of ['ava', 'mia']) saveDraft(`${who} 10 note`, 'Half a senten');
  expect(hasAnyDraft()).toBe(true);
  const heard = vi.fn();
  const stop = onAnyDraftChange(heard);
  discardAllDrafts();
  stop();
  expect(heard).toHaveBeenCalledTimes(1);
  expect([hasAnyDraft(), draftText('ava 10 note'), localStorage.getItem('theme')]).toEqual([false, '', 'dark']);
});
