import type { FormSection } from '#lib/record/definition.ts';

/** The view that every form begins with. */
export const DEFAULT_VIEW = 'Default';

/** The views of a form; of most there is one. */
export function viewsOf(sections: readonly FormSection[]): string[] {
  return [...new Set([DEFAULT_VIEW, ...sections.flatMap(({ view }) => view ?? [])])];
}

/** What stands in a view: its own sections, and those of all views, in their order. */
export function sectionsOf(sections: readonly FormSection[], shown: string): FormSection[] {
  return sections.filter(({ view }) => view === undefined || view === shown);
}
