import { beforeEach, expect, test, vi } from 'vitest';
import { careForKeptTexts, keepText, keptText, keptTextNow, onKeptText } from './kept-texts.ts';

const DAY = 24 * 60 * 60 * 1000;

/** What a browser keeps, as much as it has room for. */
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

/** Another page of the same browser: it remembers nothing that is not kept. */
const anew = (key: string) => onKeptText(key, () => {})();

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2030-01-01T00:00:00Z') });
  vi.stubGlobal('localStorage', storage(1_000));
  vi.stubGlobal('window', new EventTarget());
});

test('REC-5 · what was typed is there for the next page, under its own key alone, until it is emptied', () => {
  keepText('ava 1 note', 'Half a senten');
  anew('ava 1 note');
  expect(keptText('ava 1 note')).toBe('Half a senten');
  expect(keptText('mia 1 note')).toBe('');
  keepText('ava 1 note', '');
  expect(localStorage).toHaveLength(0);
});

test('REC-5 · each change is heard, as long as one listens', () => {
  const heard = vi.fn();
  const stop = onKeptText('ava 2 note', heard);
  keepText('ava 2 note', 'a');
  stop();
  keepText('ava 2 note', 'b');
  expect(heard).toHaveBeenCalledTimes(1);
});

test('REC-5 · what there is no room for stays in the page, which asks before it is left', () => {
  const stop = careForKeptTexts();
  const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(leave()).toBe(true);
  keepText('ava 3 note', 'x'.repeat(2_000));
  anew('ava 3 note');
  expect(keptText('ava 3 note')).toHaveLength(2_000);
  expect(leave()).toBe(false);
  keepText('ava 3 note', '');
  expect(leave()).toBe(true);
  stop();
});

test('what nobody typed at for thirty days is forgotten; the rest, and what is not ours, is not', () => {
  localStorage.setItem('theme', 'dark');
  keepText('ava 4 note', 'old');
  vi.setSystemTime(Date.now() + 20 * DAY);
  keepText('ava 5 note', 'younger');
  vi.setSystemTime(Date.now() + 11 * DAY);
  careForKeptTexts()();
  for (const key of ['ava 4 note', 'ava 5 note']) anew(key);
  expect([keptText('ava 4 note'), keptText('ava 5 note')]).toEqual(['', 'younger']);
  expect(localStorage.getItem('theme')).toBe('dark');
});

test('REC-5 · a browser that lets nothing be kept, or kept something else, is no error', () => {
  localStorage.setItem('casebridge.typed.1 ava 6 note', '{"at":');
  expect(keptText('ava 6 note')).toBe('');
  vi.stubGlobal('localStorage', undefined);
  careForKeptTexts()();
  keepText('ava 7 note', 'here');
  expect(keptText('ava 7 note')).toBe('here');
});

test('REC-5 · words that another page of the browser sends take none with them that stand here', () => {
  const stop = careForKeptTexts();
  const leave = onKeptText('ava 8 note', () => {});
  keepText('ava 8 note', 'Mine');
  const key = 'casebridge.typed.1 ava 8 note';
  localStorage.removeItem(key);
  window.dispatchEvent(Object.assign(new Event('storage'), { key, newValue: null }));
  leave();
  anew('ava 8 note');
  expect(keptText('ava 8 note')).toBe('Mine');
  stop();
});

test('REC-5 · a change begins from what another page has made of it meanwhile', () => {
  keepText('ava 9 posts', '[1]');
  localStorage.setItem('casebridge.typed.1 ava 9 posts', JSON.stringify({ at: Date.now(), text: '[]' }));
  expect(keptText('ava 9 posts')).toBe('[1]');
  expect(keptTextNow('ava 9 posts')).toBe('[]');
});
