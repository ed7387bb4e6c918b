import { deleteOldDrafts, draftKeys, keyOf, read, textOf, write } from './storage.ts';

/** Drafts: unsent texts, stored in this browser so that they survive the loss of the page. */

/** Drafts as last read or written, including those the browser had no space for. */
const texts = new Map<string, string>();
const listeners = new Map<string, Set<() => void>>();
/** Drafts that are not stored, and would be lost with the page. */
const unstored = new Set<string>();
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
  reread(key);
  return draftText(key);
}

/** Stores a draft; an empty text deletes it. */
export function saveDraft(key: string, text: string): void {
  texts.set(key, text);
  typedHere.add(key);
  if (write(key, text) || text === '') unstored.delete(key);
  else unstored.add(key);
  notify(key);
}

function notify(key: string) {
  for (const listener of listeners.get(key) ?? []) listener();
}

function reread(key: string) {
  if (unstored.has(key)) return;
  texts.delete(key);
  typedHere.delete(key);
}

/** Subscribes to changes of this key in this page. Reads the stored draft first, as another page may have changed it. */
export function onDraftChange(key: string, listener: () => void): () => void {
  const ofKey = listeners.get(key) ?? new Set();
  if (ofKey.size === 0) reread(key);
  listeners.set(key, ofKey.add(listener));
  return () => ofKey.delete(listener);
}

/** Deletes old drafts, and asks before a page with unstored drafts is left. */
export function manageDrafts(): () => void {
  deleteOldDrafts();
  window.addEventListener('beforeunload', askBeforeLosing);
  window.addEventListener('storage', onStorageChange);
  return () => {
    window.removeEventListener('beforeunload', askBeforeLosing);
    window.removeEventListener('storage', onStorageChange);
  };
}

/** Another page has sent or discarded its draft: removes it here too, but keeps a different draft typed here. */
function onStorageChange({ key: name, oldValue, newValue }: StorageEvent) {
  const key = keyOf(name);
  if (key === null || (!isShared(key) && newValue !== null)) return;
  const own = texts.get(key);
  const isOther = own !== textOf(oldValue);
  if (own && isOther && !isShared(key) && typedHere.has(key) && listeners.get(key)?.size) return saveDraft(key, own);
  reread(key);
  notify(key);
}

/** Whether this browser stores any draft, of any user. */
export const hasAnyDraft = () => draftKeys().length > 0;

const anyDraftListeners = new Set<() => void>();

/** Subscribes to changes of that, by this page or another. */
export function onAnyDraftChange(listener: () => void): () => void {
  anyDraftListeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    anyDraftListeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Deletes all drafts in this browser, of all users. */
export function discardAllDrafts(): void {
  for (const key of draftKeys()) saveDraft(key, '');
  for (const listener of anyDraftListeners) listener();
}

function askBeforeLosing(event: BeforeUnloadEvent) {
  if (unstored.size > 0) event.preventDefault();
}
