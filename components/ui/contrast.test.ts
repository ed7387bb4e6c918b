import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');

/** The light and dark values of a colour. */
function pair(name: string): [string, string] {
  const found = new RegExp(`--color-${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  if (!found?.[1] || !found[2]) throw new Error(`globals.css has no pair of colours named ${name}`);
  return [found[1], found[2]];
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['canvas', 'surface', 'raised', 'sunken', 'note', 'customer'];
const inks = ['ink', 'ink-muted', 'ink-faint', 'accent-ink'];
const tones = ['grey', 'blue', 'amber', 'green', 'red'];

const text: [ink: string, ground: string][] = [
  ...inks.flatMap((ink) => grounds.map((ground): [string, string] => [ink, ground])),
  ...tones.map((tone): [string, string] => [`tone-${tone}`, `tone-${tone}-soft`]),
  ...tones.flatMap((tone) =>
    ['surface', 'raised', 'sunken'].map((ground): [string, string] => [`tone-${tone}`, ground]),
  ),
  ...['ink', 'ink-muted', 'ink-faint', 'accent-ink'].map((ink): [string, string] => [ink, 'accent-soft']),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['canvas', 'ink'],
];

const shapes: [line: string, ground: string][] = ['canvas', 'surface', 'raised'].flatMap((ground) =>
  ['line-strong', 'focus'].map((line): [string, string] => [line, ground]),
);

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('Q-14 · colours of the %s theme', (_theme, side) => {
  it.each(text)('%s on %s reads at 4.5 : 1', (ink, ground) => {
    expect(contrast(pair(ink)[side], pair(ground)[side])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('%s on %s shows at 3 : 1', (line, ground) => {
    expect(contrast(pair(line)[side], pair(ground)[side])).toBeGreaterThanOrEqual(3);
  });
});
