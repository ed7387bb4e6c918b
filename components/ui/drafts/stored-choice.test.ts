import { afterEach, expect, it, vi } from 'vitest';
import { rememberChoice, rememberedChoice } from './stored-choice.ts';

afterEach(() => vi.unstubAllGlobals());

it('a choice is stored under its key, and used while it is still an option', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
  });
  expect(rememberedChoice('ava case', ['all', 'mail'])).toBeNull();
  rememberChoice('ava case', 'mail');
  expect(rememberedChoice('ava case', ['all', 'mail'])).toBe('mail');
  expect(rememberedChoice('ava incident', ['all', 'mail'])).toBeNull();
  expect(rememberedChoice('ava case', ['all'])).toBeNull();
});

it('a browser that keeps nothing has no choice', () => {
  vi.stubGlobal('localStorage', undefined);
  rememberChoice('ava case', 'mail');
  expect(rememberedChoice('ava case', ['mail'])).toBeNull();
});
