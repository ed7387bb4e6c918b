import { afterEach, expect, it, vi } from 'vitest';
import { amount } from './money.ts';

afterEach(() => vi.unstubAllEnvs());

it('money · an amount is shown with its configured currency', () => {
  expect(amount(123_450)).toBe('1,234.50 EUR');
  vi.stubEnv('CURRENCY', 'USD');
  expect(amount(-5)).toBe('-0.05 USD');
});
