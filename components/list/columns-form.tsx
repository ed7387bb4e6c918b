'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { parseColumns } from '#lib/kinds/column-names.ts';
import type { ColumnName } from '#lib/record/column-name.ts';
import type { ColumnsMenuProps } from './columns-menu.tsx';

/** The columns as checkboxes, with buttons to move each up or down. */
export function ColumnsForm({ kind, columns, shown, onDone }: ColumnsMenuProps & { onDone: () => void }) {
  const router = useRouter();
  const [order, setOrder] = useState(columns);
  const [chosen, setChosen] = useState<readonly ColumnName[]>(shown);

  function move(at: number, to: number) {
    const moved = order.toSpliced(at, 1);
    setOrder(moved.toSpliced(to, 0, ...order.slice(at, at + 1)));
  }

  function apply(names: readonly ColumnName[]) {
    const params = new URLSearchParams(location.search);
    for (const name of ['columns', 'after', 'before']) params.delete(name);
    const others = parseColumns(kind, names.join());
    if (others) params.set('columns', others.join());
    onDone();
    // Commas between names are safe in an address and easier to read unescaped.
    router.push(`${location.pathname}?${params}`.replaceAll('%2C', ','));
  }

  const names = order.map(({ name }) => name).filter((name) => chosen.includes(name));
  return (
    <div className="grid gap-1">
      <ul>
        {order.map(({ name, label }, at) => (
          <li key={name} className="flex items-center">
            <div className="flex-1">
              <Checkbox
                label={label}
                checked={chosen.includes(name)}
                onChange={({ target: { checked } }) =>
                  setChosen(checked ? [...chosen, name] : chosen.filter((each) => each !== name))
                }
              />
            </div>
            <IconButton label={`${label} up`} size="s" disabled={at === 0} onClick={() => move(at, at - 1)}>
              <Icon name="arrow-up" />
            </IconButton>
            <IconButton
              label={`${label} down`}
              size="s"
              disabled={at === order.length - 1}
              onClick={() => move(at, at + 1)}
            >
              <Icon name="arrow-down" />
            </IconButton>
          </li>
        ))}
      </ul>
      <div className="flex justify-end gap-2 pt-2">
        <Button onClick={() => apply([])}>Reset columns</Button>
        <Button variant="primary" disabled={names.length === 0} onClick={() => apply(names)}>
          Apply
        </Button>
      </div>
    </div>
  );
}
