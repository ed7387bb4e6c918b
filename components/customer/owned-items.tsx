import { DataTable } from '#components/ui/data-table.tsx';
import { Panel } from '#components/ui/panel.tsx';

type Installed = { id: string; name: string; product: { name: string }; configurationItem: { name: string } };
type Asset = { id: string; tag: string; serial: string; product: { name: string } };

/** A customer's installed products, and the configuration item each runs on. */
export function InstallBase({ items, count }: { items: readonly Installed[]; count?: number }) {
  return (
    <Panel title="Install base" count={count ?? items.length} flush>
      {items.length === 0 ? (
        <p className="p-4 text-ink-muted">Nothing is installed here.</p>
      ) : (
        <DataTable
          caption="Install base"
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { heading: 'Name', cell: ({ name }) => name },
            { heading: 'Product', cell: ({ product }) => product.name },
            { heading: 'Configuration item', cell: ({ configurationItem }) => configurationItem.name },
          ]}
        />
      )}
    </Panel>
  );
}

/** A customer's assets. */
export function Assets({ items, count }: { items: readonly Asset[]; count?: number }) {
  return (
    <Panel title="Assets" count={count ?? items.length} flush>
      {items.length === 0 ? (
        <p className="p-4 text-ink-muted">No assets.</p>
      ) : (
        <DataTable
          caption="Assets"
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { heading: 'Tag', cell: ({ tag }) => tag },
            { heading: 'Serial', cell: ({ serial }) => serial },
            { heading: 'Product', cell: ({ product }) => product.name },
          ]}
        />
      )}
    </Panel>
  );
}
