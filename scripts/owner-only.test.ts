import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeOwnerOnly } from './owner-only.ts';
import { secretsOf } from './secrets.ts';

let folder: string;
const within = (name: string) => path.join(folder, name);
const modeOf = (name: string) => (statSync(within(name)).mode & 0o777).toString(8);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'casebridge-owner-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('REC-4 · a data folder that an older version left open is closed at the start', () => {
  mkdirSync(within('attachments/0a'), { recursive: true });
  mkdirSync(within('postgres'));
  for (const file of ['attachments/0a/one', 'attachments/0a/two.part', 'secrets.json', 'postgres.log'])
    writeFileSync(within(file), 'x');
  for (const open of ['attachments', 'attachments/0a', 'postgres']) chmodSync(within(open), 0o755);
  for (const open of ['attachments/0a/one', 'attachments/0a/two.part', 'secrets.json', 'postgres.log'])
    chmodSync(within(open), 0o644);
  makeOwnerOnly(folder);
  makeOwnerOnly(folder);
  expect(['attachments', 'attachments/0a', 'postgres'].map(modeOf)).toEqual(['700', '700', '700']);
  const files = ['attachments/0a/one', 'attachments/0a/two.part', 'secrets.json', 'postgres.log'];
  expect(files.map(modeOf)).toEqual(['600', '600', '600', '600']);
});

it('REC-4, ACC-6 · secrets are made readable by their owner alone, and an empty folder is no trouble', () => {
  makeOwnerOnly(folder);
  secretsOf(folder);
  expect(modeOf('secrets.json')).toBe('600');
});
