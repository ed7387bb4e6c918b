'use client';

import { useState } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { type PropertyGroup, propertyGroups } from '#lib/property/property-titles.ts';
import type { ListedProperty } from '#lib/property/queries.ts';
import { PropertyRow } from './property-row.tsx';

function matches({ name, title, description, typeText, value }: ListedProperty, query: string): boolean {
  const text = `${name} ${title} ${description} ${typeText} ${value}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** ADM-1 · the properties, filtered while the user types. */
export function PropertyList({ properties }: { properties: readonly ListedProperty[] }) {
  const [query, setQuery] = useState('');
  const found = properties.filter((property) => matches(property, query));
  return (
    <>
      <search className="flex flex-wrap items-center gap-3 pb-3">
        <TextInput
          type="search"
          aria-label="Search"
          data-page-search
          placeholder="Title, name, description, type or value"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          autoComplete="off"
          className="max-w-96"
        />
        <p role="status" className="text-sm text-ink-muted">
          {found.length} of {properties.length} properties
        </p>
      </search>
      {found.length === 0 ? (
        <EmptyState title="No matching properties">Try a part of its name, or a word from its description.</EmptyState>
      ) : (
        <div className="grid gap-4">
          {propertyGroups.map((group) => (
            <Group key={group} title={group} properties={found.filter((property) => property.group === group)} />
          ))}
        </div>
      )}
    </>
  );
}

function Group({ title, properties }: { title: PropertyGroup; properties: readonly ListedProperty[] }) {
  if (properties.length === 0) return null;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{title}</h2>
      </div>
      <ul aria-label={title}>
        {properties.map((property) => (
          <PropertyRow key={property.name} property={property} />
        ))}
      </ul>
    </section>
  );
}
