import { expect, test, vi } from 'vitest';
import { formInput } from './form-input.ts';

test('REC-5 · a form is an object of its fields: repeated ones are lists, the framework’s own are left out', () => {
  const form = new FormData();
  form.append('name', 'Ava');
  form.append('role', 'itil');
  form.append('role', 'admin');
  form.append('$ACTION_KEY', 'k1');
  expect(formInput(form)).toEqual({ name: 'Ava', role: ['itil', 'admin'] });
});

test('REC-5 · a value that is not a form stays unchanged', () => {
  expect([formInput(null), formInput({ a: [1] })]).toEqual([null, { a: [1] }]);
});

test('Q-13 · nested data is searched completely', () => {
  let nested: unknown = 'a';
  for (let level = 0; level < 100_000; level++) nested = [nested];
  expect(formInput(nested)).toBe(nested);
});

test('Q-13 · browser placeholders are not data, however deep they are nested', () => {
  const standIn = () => undefined;
  expect(formInput({ text: 'a', list: [1, { b: null }] })).toEqual({ text: 'a', list: [1, { b: null }] });
  expect(formInput(standIn)).toBeUndefined();
  expect(formInput({ values: [{ text: standIn }] })).toBeUndefined();
});

test('Q-13 · a form with many fields is traversed once', () => {
  const form = new FormData();
  for (let field = 0; field < 1_000; field++) form.append(`field${field}`, 'a');
  const looked = vi.spyOn(form, 'getAll');
  expect(Object.keys(Object(formInput(form)))).toHaveLength(1_000);
  expect(looked).not.toHaveBeenCalled();
});
