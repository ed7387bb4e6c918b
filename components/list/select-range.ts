/** The box that was clicked last: with Shift a range goes from there. */
export type RangeStart = HTMLInputElement;

type Box = { checked: boolean };

/** Gives all boxes from one to another, in whatever order, what the last one got. */
export function setRange<T extends Box>(boxes: readonly T[], from: T, to: T) {
  const [one, other] = [boxes.indexOf(from), boxes.indexOf(to)];
  if (one === -1 || other === -1) return;
  for (const box of boxes.slice(Math.min(one, other), Math.max(one, other) + 1)) box.checked = to.checked;
}

/** A box that changes begins a range, and with Shift ends the one that was begun. */
export function selectRange(
  boxes: readonly HTMLInputElement[],
  { target, nativeEvent }: Pick<React.FormEvent, 'target' | 'nativeEvent'>,
  start: RangeStart | null,
): RangeStart | null {
  const box = boxes.find((each) => each === target);
  if (!box) return start;
  // A box changes by a click, of the mouse or of the space bar.
  if (nativeEvent instanceof MouseEvent && nativeEvent.shiftKey && start?.isConnected) {
    setRange(boxes, start, box);
    // Shift has marked the words between as well.
    document.getSelection()?.removeAllRanges();
  }
  return box;
}
