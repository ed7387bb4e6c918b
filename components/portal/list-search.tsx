import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { PortalList } from '#lib/portal/queries/portal-cases.ts';
import type { Say } from '#lib/words/words.ts';
import { listAddress } from './list-pages.tsx';

/** POR-2 · Searches a list by words or number; the form works without scripts. */
export function ListSearch({ list, words, say }: { list: PortalList; words: string; say: Say }) {
  return (
    <search className="pb-3">
      <form action="/portal/lists" className="flex flex-wrap items-end gap-2">
        <input type="hidden" name="list" value={list} />
        <Field label={say('list.search')} className="min-w-0 flex-1 basis-48 sm:max-w-md">
          {(control) => (
            <TextInput {...control} className="min-h-10" key={words} name="q" type="search" defaultValue={words} />
          )}
        </Field>
        <Button type="submit" className="min-h-10" icon={<Icon name="search" />} aria-label={say('list.search')} />
        {words !== '' && (
          <TextLink href={listAddress({ list, q: '' })} className="min-h-10 content-center">
            {say('list.clear')}
          </TextLink>
        )}
      </form>
    </search>
  );
}
