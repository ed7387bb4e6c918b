import { afterEach, expect, it, vi } from 'vitest';
import { amount } from './money.ts';

afterEach(() => vi.unstubAllEnvs());

it('money · an amount stands with its currency, which is the house’s', () => {
  expect(amount(123_450)).toBe('1,234.50 EUR');
  vi.stubEnv('CURRENCY', 'USD');
  expect(amount(-5)).toBe('-0.05 USD');
});
