import type { FormSection } from '#lib/record/definition.ts';

/** The default view of every form. */
export const DEFAULT_VIEW = 'Default';

/** The views of a form; most forms have only one. */
export function viewsOf(sections: readonly FormSection[]): string[] {
  return [...new Set([DEFAULT_VIEW, ...sections.flatMap(({ view }) => view ?? [])])];
}

/** The sections of a view: its own and those of all views, in order. */
export function sectionsOf(sections: readonly FormSection[], shown: string): FormSection[] {
  return sections.filter(({ view }) => view === undefined || view === shown);
}
