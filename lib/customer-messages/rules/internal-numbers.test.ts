import { expect, it, test } from 'vitest';
import { hasNoInternalNumbers, internalNumbers, internalNumbersWarning } from './internal-numbers.ts';

it.each([
  ['Fixed by INC0010024.', ['INC0010024']],
  ['inc0010024, PRB 0020001 and CHG 0030001; INC0010024 again', ['INC0010024', 'PRB0020001', 'CHG0030001']],
  ['장애 INC0010024에 대해', ['INC0010024']],
  ['Your case CS0001001 and request REQ0010001', []],
  ['The model ZINC0010024 and INC 100', []],
  ['{{number}}', []],
])('POR-3 · %j names the internal numbers %j', (text, numbers) => {
  expect(internalNumbers(text)).toEqual(numbers);
});

test('POR-3, NOT-1 · a message that is stored for many customers contains no internal numbers', () => {
  expect(internalNumbersWarning('Fixed.')).toBeNull();
  expect(internalNumbersWarning('INC0010024')).toBe('INC0010024 is an internal number: customers would read it.');
  expect(hasNoInternalNumbers('INC0010024 by CHG0030001', 'text')).toMatchObject({
    rule: 'POR-3',
    field: 'text',
    because: 'INC0010024 and CHG0030001 are internal numbers: customers would read them.',
  });
});
