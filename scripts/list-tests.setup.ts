// Test files create their world while they load. Listing them needs none, and has no database.
import { vi } from 'vitest';

vi.mock('#lib/testing/world.ts', async (original) => ({ ...(await original<object>()), world: async () => ({}) }));
vi.mock('#lib/testing/six-accounts.ts', async (original) => ({
  ...(await original<object>()),
  sixAccounts: async () => ({}),
}));
