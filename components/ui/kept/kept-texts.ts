import { forgetOldTexts, keyOf, keysKept, read, textOf, write } from './storage.ts';

/** Drafts: unsent texts, stored in this browser so that they survive the loss of the page. */

/** Drafts as last read or written, including those the browser had no space for. */
const texts = new Map<string, string>();
const listeners = new Map<string, Set<() => void>>();
/** Drafts that are not stored, and would be lost with the page. */
const notKept = new Set<string>();
/** Typed in this page, not in another page of the same browser. */
const typedHere = new Set<string>();

/** Entries being posted are one list for all pages; each page picks its own. */
const isShared = (key: string) => key.endsWith(' posts');

/** The draft under this key; empty if none. */
export function draftText(key: string): string {
  const known = texts.get(key) ?? read(key);
  texts.set(key, known);
  return known;
}

/** The same, including changes by another page. */
export function draftTextNow(key: string): string {
  readAnew(key);
  return draftText(key);
}

/** Stores a draft; an empty text deletes it. */
export function saveDraft(key: string, text: string): void {
  texts.set(key, text);
  typedHere.add(key);
  if (write(key, text) || text === '') notKept.delete(key);
  else notKept.add(key);
  tell(key);
}

function tell(key: string) {
  for (const listener of listeners.get(key) ?? []) listener();
}

function readAnew(key: string) {
  if (notKept.has(key)) return;
  texts.delete(key);
  typedHere.delete(key);
}

/** Subscribes to changes of this key in this page. Reads the stored draft first, as another page may have changed it. */
export function onKeptText(key: string, listener: () => void): () => void {
  const hearing = listeners.get(key) ?? new Set();
  if (hearing.size === 0) readAnew(key);
  listeners.set(key, hearing.add(listener));
  return () => hearing.delete(listener);
}

/** Deletes old drafts, and asks before a page with unstored drafts is left. */
export function careForKeptTexts(): () => void {
  forgetOldTexts();
  window.addEventListener('beforeunload', askBeforeLosing);
  window.addEventListener('storage', hearOther);
  return () => {
    window.removeEventListener('beforeunload', askBeforeLosing);
    window.removeEventListener('storage', hearOther);
  };
}

/** Another page has sent or discarded its draft: removes it here too, but keeps a different draft typed here. */
function hearOther({ key: name, oldValue, newValue }: StorageEvent) {
  const key = keyOf(name);
  if (key === null || (!isShared(key) && newValue !== null)) return;
  const own = texts.get(key);
  const isOther = own !== textOf(oldValue);
  if (own && isOther && !isShared(key) && typedHere.has(key) && listeners.get(key)?.size) return saveDraft(key, own);
  readAnew(key);
  tell(key);
}

/** Whether this browser stores any draft, of any user. */
export const isAnythingKept = () => keysKept().length > 0;

const hearingOfAny = new Set<() => void>();

/** Subscribes to changes of that, by this page or another. */
export function onAnyKept(listener: () => void): () => void {
  hearingOfAny.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    hearingOfAny.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Deletes all drafts in this browser, of all users. */
export function discardAllKept(): void {
  for (const key of keysKept()) saveDraft(key, '');
  for (const listener of hearingOfAny) listener();
}

function askBeforeLosing(event: BeforeUnloadEvent) {
  if (notKept.size > 0) event.preventDefault();
}
