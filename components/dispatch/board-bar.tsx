'use client';

import { useRouter } from 'next/navigation';
import { Button } from '#components/ui/button.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { type BoardQuery, boardPath } from '#lib/dispatch/board-query.ts';
import type { TechnicianFilters } from '#lib/dispatch/queries/technician-filters.ts';

interface BoardBarProps {
  query: BoardQuery;
  day: string;
  before: string;
  after: string;
  today: string;
  zone: string;
  zones: { value: string; label: string }[];
  narrowing: TechnicianFilters;
}

const option = (value: string) => ({ value, label: value });

/** WO-7, WO-17 · The board's day, time zone and technician filters; the address holds all of them. */
export function BoardBar({ query, day, before, after, today, zone, zones, narrowing }: BoardBarProps) {
  const router = useRouter();
  const go = (change: Partial<BoardQuery>) => router.push(boardPath(query, change));
  const { groups, regions, skills } = narrowing;
  return (
    <div className="flex flex-wrap items-center gap-2 pb-3">
      <nav aria-label="Day" className="flex items-center gap-1">
        <ButtonLink href={boardPath(query, { day: before })} aria-label="Day before">
          <Icon name="chevron-left" />
        </ButtonLink>
        <TextInput
          key={day}
          type="date"
          aria-label="Day"
          defaultValue={day}
          className="w-36"
          onChange={({ target }) => target.value.startsWith('20') && go({ day: target.value })}
        />
        <ButtonLink href={boardPath(query, { day: after })} aria-label="Day after">
          <Icon name="chevron-right" />
        </ButtonLink>
        {day !== today && <ButtonLink href={boardPath(query, { day: null })}>Today</ButtonLink>}
      </nav>
      <Select
        aria-label="Time zone of the board"
        className="w-44"
        options={zones}
        value={zone}
        onChange={({ target }) => go({ zone: target.value })}
      />
      <Select
        aria-label="Group"
        className="w-36"
        placeholder="All groups"
        options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        value={query.group ?? ''}
        onChange={({ target }) => go({ group: target.value || null })}
      />
      <Select
        aria-label="Region"
        className="w-36"
        placeholder="All regions"
        options={regions.map(option)}
        value={query.region}
        onChange={({ target }) => go({ region: target.value })}
      />
      <Select
        aria-label="Skill"
        className="w-36"
        placeholder="All skills"
        options={skills.map(option)}
        value={query.skill}
        onChange={({ target }) => go({ skill: target.value })}
      />
      <form
        className="flex gap-1"
        action={(data) => {
          const name = data.get('name');
          go({ name: typeof name === 'string' ? name.trim() : '' });
        }}
      >
        <TextInput
          key={query.name}
          name="name"
          type="search"
          aria-label="Technician"
          placeholder="Technician"
          defaultValue={query.name}
          className="w-32"
        />
        <Button type="submit" aria-label="Find technicians">
          <Icon name="search" />
        </Button>
      </form>
    </div>
  );
}
