/** The box clicked last: a click with Shift selects the range from there. */
export type RangeStart = HTMLInputElement;

type Box = { checked: boolean };

/** Sets all boxes between two, in either order, to the state of the last one. */
export function setRange<T extends Box>(boxes: readonly T[], from: T, to: T) {
  const [one, other] = [boxes.indexOf(from), boxes.indexOf(to)];
  if (one === -1 || other === -1) return;
  for (const box of boxes.slice(Math.min(one, other), Math.max(one, other) + 1)) box.checked = to.checked;
}

/** A changed box starts a range; with Shift it ends the current range. */
export function selectRange(
  boxes: readonly HTMLInputElement[],
  { target, nativeEvent }: Pick<React.FormEvent, 'target' | 'nativeEvent'>,
  start: RangeStart | null,
): RangeStart | null {
  const box = boxes.find((each) => each === target);
  if (!box) return start;
  // Checkboxes change by a click event, from the mouse or the space bar.
  if (nativeEvent instanceof MouseEvent && nativeEvent.shiftKey && start?.isConnected) {
    setRange(boxes, start, box);
    // A click with Shift also selects the text between.
    document.getSelection()?.removeAllRanges();
  }
  return box;
}
