import { describe, expect, it } from 'vitest';
import { files, importsOf, product } from '#lib/testing/source-files.ts';
import { storeys, upwardImports } from './storeys.ts';

const rooms = storeys.flatMap((storey) => storey.rooms);

/** Position of a file's room, from the ground; null outside lib and for files directly in lib. */
function heightOf(file: string): number | null {
  const [top, room = '', inside] = file.split('/');
  return top === 'lib' && inside ? rooms.indexOf(room) : null;
}

/** A file's imports from rooms above its own. */
function upwardFrom(file: string, imports: readonly string[]): string[] {
  const height = heightOf(file);
  return imports.filter((of) => height !== null && (heightOf(of) ?? -1) > height).map((of) => `${file} > ${of}`);
}

describe('the storeys of lib', () => {
  it('contain each folder exactly once', () => {
    const folders = files.filter((file) => /^lib\/[^/]+\//.test(file)).map((file) => file.split('/')[1] ?? '');
    expect(rooms.toSorted()).toEqual([...new Set(folders)].sort());
  });

  it('no import runs upward, but those that are listed; the list only shrinks', () => {
    const upward = product.flatMap((file) =>
      upwardFrom(
        file,
        importsOf(file).map(({ of }) => of),
      ),
    );
    expect([...new Set(upward)].sort()).toEqual(upwardImports);
  });

  it('an upward import is reported, one downward or within its folder is not', () => {
    const upward = upwardFrom('lib/platform/clock.ts', ['lib/engine/command.ts', 'lib/platform/db.ts', 'pg']);
    expect(upward).toEqual(['lib/platform/clock.ts > lib/engine/command.ts']);
    expect(upwardFrom('lib/engine/command.ts', ['lib/platform/db.ts', 'lib/write/lock.ts'])).toEqual([]);
  });
});
