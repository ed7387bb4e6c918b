import { beforeEach, expect, test, vi } from 'vitest';
import { recentChoices, rememberChoice } from './recent-choices.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  });
});

test('recent choices · the last five, newest first, each once, of this user and field only', () => {
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'c']) rememberChoice('ava group', id);
  expect(recentChoices('ava group')).toEqual(['c', 'f', 'e', 'd', 'b']);
  expect(recentChoices('mia group')).toEqual([]);
  expect(recentChoices('ava user')).toEqual([]);
});

test('recent choices · what is no list of ids, or a browser that keeps nothing, is no error', () => {
  localStorage.setItem('casebridge.recent.1 ava group', '{"a":');
  expect(recentChoices('ava group')).toEqual([]);
  localStorage.setItem('casebridge.recent.1 ava group', '[1,"a",null]');
  expect(recentChoices('ava group')).toEqual(['a']);
  vi.stubGlobal('localStorage', undefined);
  rememberChoice('ava group', 'b');
  expect(recentChoices('ava group')).toEqual([]);
});
