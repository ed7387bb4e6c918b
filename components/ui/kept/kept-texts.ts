import { forgetOldTexts, keyOf, keysKept, read, textOf, write } from './storage.ts';

/** What people have typed and not sent, in this browser: whatever becomes of the page, it is there again. */

/** As last read or written; also what the browser had no room for. */
const texts = new Map<string, string>();
const listeners = new Map<string, Set<() => void>>();
/** Only these would be lost with the page. */
const notKept = new Set<string>();
/** Typed in this page, and not in another one of the same browser. */
const typedHere = new Set<string>();

/** Entries that are on their way are one list for all pages, each of which takes its own from it. */
const isShared = (key: string) => key.endsWith(' posts');

/** What was typed under this key; empty if nothing. */
export function draftText(key: string): string {
  const known = texts.get(key) ?? read(key);
  texts.set(key, known);
  return known;
}

/** The same, with what another page has made of it meanwhile. */
export function draftTextNow(key: string): string {
  readAnew(key);
  return draftText(key);
}

/** Keeps what was typed under this key; an empty text is forgotten. */
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

/** Hears of every change of this key in this page. Another page may have changed it before: it is read anew. */
export function onKeptText(key: string, listener: () => void): () => void {
  const hearing = listeners.get(key) ?? new Set();
  if (hearing.size === 0) readAnew(key);
  listeners.set(key, hearing.add(listener));
  return () => hearing.delete(listener);
}

/** Forgets what nobody has typed at for long, and asks before a page is left with what could not be kept. */
export function careForKeptTexts(): () => void {
  forgetOldTexts();
  window.addEventListener('beforeunload', askBeforeLosing);
  window.addEventListener('storage', hearOther);
  return () => {
    window.removeEventListener('beforeunload', askBeforeLosing);
    window.removeEventListener('storage', hearOther);
  };
}

/** Another page has sent or discarded its words: they are gone from here, too, but not others that were typed here. */
function hearOther({ key: name, oldValue, newValue }: StorageEvent) {
  const key = keyOf(name);
  if (key === null || (!isShared(key) && newValue !== null)) return;
  const own = texts.get(key);
  const isOther = own !== textOf(oldValue);
  if (own && isOther && !isShared(key) && typedHere.has(key) && listeners.get(key)?.size) return saveDraft(key, own);
  readAnew(key);
  tell(key);
}

/** Whether this browser keeps anything that was typed, whoever typed it. */
export const isAnythingKept = () => keysKept().length > 0;

const hearingOfAny = new Set<() => void>();

/** Hears when that may have changed, here or in another page. */
export function onAnyKept(listener: () => void): () => void {
  hearingOfAny.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    hearingOfAny.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Forgets all that this browser keeps, whoever typed it. */
export function discardAllKept(): void {
  for (const key of keysKept()) saveDraft(key, '');
  for (const listener of hearingOfAny) listener();
}

function askBeforeLosing(event: BeforeUnloadEvent) {
  if (notKept.size > 0) event.preventDefault();
}
