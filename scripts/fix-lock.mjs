// A registry that does not serve every platform's optional packages makes npm leave them out of package-lock.json,
// and `npm ci` then refuses the lockfile. This adds them as npm on a complete registry would, without the integrity.
// Run it after every change of a dependency: `node scripts/fix-lock.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';

const systems = {
  darwin: 'darwin',
  win32: 'win32',
  windows: 'win32',
  android: 'android',
  freebsd: 'freebsd',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  linux: 'linux',
  sunos: 'sunos',
  aix: 'aix',
};
const processors = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const packages = lock.packages;

/** The lockfile key of the package that `name` resolves to for the package at `key`, by Node's lookup. */
function lookUp(key, name) {
  for (let folder = key; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const candidate = `${folder ? `${folder}/` : ''}node_modules/${name}`;
    if (packages[candidate]) return candidate;
    if (!folder) return undefined;
  }
}

/** The platform that a package's name implies: `@next/swc-linux-arm64-musl`. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const system = words.map((word) => systems[word]).find(Boolean);
  const processor =
    processors.find((candidate) => words.includes(candidate)) ??
    (words.includes('aarch64') ? 'arm64' : words.some((word) => word.startsWith('arm')) ? 'arm' : undefined);
  const musl = words.some((word) => word.startsWith('musl'));
  const glibc = system === 'linux' && words.some((word) => word.startsWith('gnu'));
  return {
    ...(processor && { cpu: [processor] }),
    ...(system && { os: [system] }),
    ...(musl ? { libc: ['musl'] } : glibc && { libc: ['glibc'] }),
  };
}

let added = 0;
for (const [key, entry] of Object.entries({ ...packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (lookUp(key, name)) continue;
    packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      ...(entry.dev && { dev: true }),
      optional: true,
      ...platformOf(name),
    };
    added += 1;
  }
}

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added to package-lock.json`);
