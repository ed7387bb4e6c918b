import dynamicIconImports from 'lucide-react/dynamicIconImports';
import { z } from 'zod';
import { lucideNames, priorityLevels } from '#components/ui/icon-names.ts';

export const SPRITE = 'components/ui/icons.svg';

const Shapes = z.array(z.tuple([z.string(), z.record(z.string(), z.string())]));
const LucideIcon = z.object({ __iconData: z.object({ node: Shapes }) });

const BARS = [1, 2, 3, 4] as const;

/** Every icon of the product as a symbol of one SVG, in the colour of the surrounding text. */
export async function iconSprite(): Promise<string> {
  const symbols = [...(await Promise.all(lucideNames.map(lucideSymbol))), ...priorityLevels.map(prioritySymbol)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n${symbols.join('\n')}\n</svg>\n`;
}

async function lucideSymbol(name: (typeof lucideNames)[number]): Promise<string> {
  const { node } = LucideIcon.parse(await dynamicIconImports[name]()).__iconData;
  const shapes = node.map(([tag, { key: _key, ...attributes }]) => shape(tag, attributes)).join('');
  const lines = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
  return `<symbol id="${name}" viewBox="0 0 24 24" ${lines}>${shapes}</symbol>`;
}

function prioritySymbol(level: number): string {
  const bars = BARS.map((bar) => {
    const place = { x: (bar - 1) * 3.5, y: 12 - bar * 3, width: 2.5, height: bar * 3, rx: 0.75 };
    return shape('rect', bar <= 5 - level ? place : { ...place, opacity: 0.25 });
  });
  return `<symbol id="priority-${level}" viewBox="0 0 14 12" fill="currentColor">${bars.join('')}</symbol>`;
}

function shape(tag: string, attributes: Readonly<Record<string, string | number>>): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${tag}${written.join('')}/>`;
}
