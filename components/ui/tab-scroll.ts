/** Whether a row that scrolls sideways hides something before or after what it shows. */
export type HiddenSides = { before: boolean; after: boolean };

type Scrolled = { scrollLeft: number; clientWidth: number; scrollWidth: number };

/** Browsers round: a pixel is nothing hidden. */
export function hiddenSides({ scrollLeft, clientWidth, scrollWidth }: Scrolled): HiddenSides {
  return { before: scrollLeft > 1, after: scrollLeft + clientWidth < scrollWidth - 1 };
}

/** The width of an arrow with its fading edge, in pixels. */
const EDGE = 40;

type Box = { getBoundingClientRect: () => { left: number; right: number } };

/** How far a row scrolls so that a tab is beside its arrows, in pixels. */
export function scrollToShow(tab: Box, row: Box): number {
  const [at, within] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
  if (at.right > within.right - EDGE) return at.right - within.right + EDGE;
  return Math.min(0, at.left - within.left - EDGE);
}
