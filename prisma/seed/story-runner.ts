import type { Actor } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { Names } from './names.ts';
import { openRecord } from './open-record.ts';
import { perform } from './perform.ts';
import type { FollowUp, Step, Story, StoryAction } from './story.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Scene = { at: Date; by: string; play: (actor: Actor) => Promise<void> };

/** The keys of the records that an action creates. */
function madeBy(action: StoryAction): readonly string[] {
  if (action.do === 'generate' || action.do === 'child-cases') return action.for.map(([, as]) => as);
  return 'as' in action ? [action.as] : [];
}

/**
 * Plays all stories in order of time, each step as its user and at its time, so that record numbers rise with
 * time and every timeline is true. A step that is not in the past, or an unknown name, is an error in the stories.
 */
export class StoryRunner {
  readonly #today: number;
  readonly #names: Names;
  readonly #followUps: ReadonlyMap<string, FollowUp>;
  readonly #actors = new Map<string, Actor>();
  readonly #scenes: Scene[] = [];

  /** `ids` maps the names in stories: people and groups by key, configuration items and products by name. */
  constructor(today: Date, ids: ReadonlyMap<string, string>, followUps: readonly FollowUp[]) {
    this.#today = Math.floor(today.getTime() / DAY) * DAY;
    this.#names = new Names(ids);
    this.#followUps = new Map(followUps.map((sequel) => [sequel.key, sequel]));
  }

  async play(stories: readonly Story[]): Promise<void> {
    for (const story of stories) this.#enter(story);
    this.#scenes.sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const scene of this.#scenes) await at(scene.at, async () => scene.play(await this.#actor(scene.by)));
  }

  #enter(story: Story): void {
    const [daysAgo, time] = story.begins;
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const begins = this.#today - daysAgo * DAY + (hours + minutes / 60) * HOUR;
    this.#schedule(begins, story.by, (actor) => openRecord(actor, story, this.#names));
    this.#steps(story.key, begins, story.steps);
  }

  #steps(key: string, begins: number, steps: readonly Step[]): void {
    for (const [hours, by, action] of steps) {
      const time = begins + hours * HOUR;
      this.#schedule(time, by, (actor) => this.#carryOut(actor, key, action));
      for (const made of madeBy(action)) {
        const sequel = this.#followUps.get(made);
        if (sequel) this.#steps(sequel.key, time, sequel.steps);
      }
    }
  }

  #schedule(time: number, by: string, play: Scene['play']): void {
    if (time >= this.#today) throw new Error(`A step of ${by} is not in the past.`);
    this.#scenes.push({ at: new Date(time), by, play });
  }

  async #carryOut(actor: Actor, key: string, action: StoryAction): Promise<void> {
    try {
      await perform(actor, key, action, this.#names);
    } catch (cause) {
      throw new Error(`In the story ${key} ${actor.name} cannot ${action.do}: ${String(cause)}`, { cause });
    }
  }

  async #actor(key: string): Promise<Actor> {
    const known = this.#actors.get(key);
    if (known) return known;
    const actor = await actorOfUser(db(), this.#names.id(key));
    if (!actor) throw new Error(`${key} cannot act.`);
    this.#actors.set(key, actor);
    return actor;
  }
}
