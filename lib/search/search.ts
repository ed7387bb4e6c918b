import { mayUseWorkspace } from '#lib/access/policy.ts';
import { entryAnchor } from '#lib/journal/entry-anchor.ts';
import { stateShown } from '#lib/kinds/state-shown.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { isStatementTimeout } from '#lib/platform/database-error.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { userConcurrency } from '#lib/platform/user-concurrency.ts';
import { TookTooLong } from '#lib/platform/verdict.ts';
import { type TaskKind, taskKindNames } from '#lib/record/kind.ts';
import { wordsThatCount } from '#lib/record/search.ts';
import { typedNumber } from '#lib/record/typed-number.ts';
import { articlesFound } from './article-hits.ts';
import { type Candidate, MAX_HITS, ranks } from './candidate.ts';
import { configurationItemsFound } from './configuration-item-hits.ts';
import { customersFound } from './customer-hits.ts';
import { type Excerpt, excerptsOf } from './excerpts.ts';
import { type Hit, type HitSort, type SearchScope, searchScopes, sortLabel } from './hit.ts';
import { recordsByJournal } from './journal-hits.ts';
import { marked } from './marked.ts';
import { recordsByNumber, recordsByWords } from './record-hits.ts';

/** Ranked hits, and whether there are more. `meant` is the URL of the one record whose number was typed. */
export type SearchResults = { hits: Hit[]; more: boolean; meant: string | null };

/** ACC-12 · Concurrent searches per user. Each search queries every kind and takes most of the connections. */
const inTurn = userConcurrency('search', 2);

/**
 * ACC-6 · Searches what the actor may read. Order: exact number, numbers that begin with it, titles and names, other texts,
 * comments and work notes; within each, newest first. The search box, its page and the palette all use this. Shows `most` hits.
 * all record kinds share one query.
 */
export async function search(
  actor: Actor,
  typed: string,
  { scope = null, most = MAX_HITS }: { scope?: SearchScope | null; most?: number } = {},
): Promise<SearchResults> {
  const words = wordsThatCount(searchInput(typed));
  if (words === '' || actor.id === null || !mayUseWorkspace(actor)) return { hits: [], more: false, meant: null };
  try {
    return await inTurn(actor.id, () => hitsOf(actor, words, scope, most));
  } catch (error) {
    if (!isStatementTimeout(error)) throw error;
    throw new TookTooLong('ACC-12', 'This search takes too long. Use fewer or more specific words.');
  }
}

async function hitsOf(actor: Actor, words: string, scope: SearchScope | null, most: number): Promise<SearchResults> {
  const sorts: readonly HitSort[] | null = scope && searchScopes[scope].sorts;
  const wants = (sort: HitSort) => sorts?.includes(sort) ?? true;
  const kinds = taskKindNames.filter(wants);

  const best = ranked((await Promise.all(sources(actor, words, kinds, wants))).flat());
  // Journal matches come last: query them only if the page has room.
  const candidates =
    best.length > most || kinds.length === 0
      ? best
      : ranked([...best, ...(await recordsByJournal(actor, words, kinds))]);
  const shown = candidates.slice(0, most);
  const excerpts = await excerptsOf(shown, words);
  return {
    hits: shown.map((each) => hitOf(each, words, excerpts.get(each.id))),
    more: candidates.length > most,
    meant: shown.find(({ rank, number }) => rank === 'number' && number && typedNumber(words)?.prefix)?.href ?? null,
  };
}

function sources(actor: Actor, words: string, kinds: readonly TaskKind[], wants: (sort: HitSort) => boolean) {
  const number = typedNumber(words);
  return [
    ...(number ? [recordsByNumber(actor, number, kinds)] : []),
    recordsByWords(actor, words, kinds),
    ...(wants('account') ? [customersFound(actor, words, number)] : []),
    ...(wants('article') ? [articlesFound(actor, words, number)] : []),
    ...(wants('configuration_item') ? [configurationItemsFound(actor, words)] : []),
  ];
}

/** Each hit once, at its best rank. */
function ranked(candidates: readonly Candidate[]): Candidate[] {
  const inOrder = candidates.toSorted(
    (a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank) || (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0),
  );
  const best = new Map<string, Candidate>();
  for (const each of inOrder) if (!best.has(each.id)) best.set(each.id, each);
  return [...best.values()];
}

function hitOf(candidate: Candidate, words: string, excerpt: Excerpt | undefined): Hit {
  const { id, sort, number, entryId, title, state, place, text = excerpt?.text ?? '' } = candidate;
  const isName = place === 'name' || place === 'email';
  return {
    id,
    sort,
    label: sortLabel(sort),
    // A journal match links to its entry.
    href: entryId ? `${candidate.href}#${entryAnchor(entryId)}` : candidate.href,
    number,
    title: marked(title, words, isName),
    state: state && stateShown(state.kind, state.value),
    place,
    excerpt: marked(text.replaceAll(/\s+/g, ' ').trim(), words, isName),
    entry: excerpt?.at ? { by: excerpt.by ?? '', at: excerpt.at.toISOString() } : null,
  };
}
