import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The source files of the product and their tests, by path. */
export const files = globSync(['{lib,app,components}/**/*.{ts,tsx}', '*.ts'], {
  exclude: (name) => name === 'generated',
})
  .filter((file) => !file.endsWith('.d.ts'))
  .sort();

const isTest = (file: string) => file.includes('.test.') || file.startsWith('lib/testing/');

export const product = files.filter((file) => !isTest(file));

const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

export const textOf = (file: string) => texts.get(file) ?? '';

type Import = { of: string; onlyTypes: boolean };

/** A file's imports, as project paths or package names. */
export function importsOf(file: string): Import[] {
  const statements = textOf(file).matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)';?$|import\('([^']+)'\)/gm,
  );
  return [...statements].map(([, onlyTypes, from, later]) => ({
    of: resolved(file, from ?? later ?? ''),
    onlyTypes: Boolean(onlyTypes),
  }));
}

function resolved(file: string, name: string): string {
  if (name.startsWith('#')) return name.slice(1);
  return name.startsWith('.') ? path.join(path.dirname(file), name) : name;
}
