import type { Diary, Wanted } from './diary.ts';

export interface Technician {
  id: string;
  name: string;
  active: boolean;
  groupIds: readonly string[];
  skills: readonly string[];
  regionId: string | null;
  /** Accounts that this person has worked for. */
  accountIds: readonly string[];
  diary: Diary;
}

export interface Task extends Wanted {
  groupId: string | null;
  skills: readonly string[];
  regionId: string | null;
  accountId: string | null;
}
