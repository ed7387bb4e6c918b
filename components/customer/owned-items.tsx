import { Panel } from '#components/ui/panel.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';

type Installed = { id: string; name: string; product: { name: string }; configurationItem: { name: string } };
type Asset = { id: string; tag: string; serial: string; product: { name: string } };

function Rows({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          {head.map((label) => (
            <Th key={label}>{label}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join()}>
            {cells.map((cell, index) => (
              <Td key={head[index]}>{cell}</Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What is installed at a customer, and on which configuration item it runs. */
export function InstallBase({ items, count }: { items: readonly Installed[]; count?: number }) {
  return (
    <Panel title="Install base" count={count ?? items.length} flush>
      {items.length === 0 ? (
        <p className="p-4 text-ink-muted">Nothing is installed here.</p>
      ) : (
        <Rows
          caption="Install base"
          head={['Name', 'Product', 'Configuration item']}
          rows={items.map(({ name, product, configurationItem }) => [name, product.name, configurationItem.name])}
        />
      )}
    </Panel>
  );
}

/** What a customer owns. */
export function Assets({ items, count }: { items: readonly Asset[]; count?: number }) {
  return (
    <Panel title="Assets" count={count ?? items.length} flush>
      {items.length === 0 ? (
        <p className="p-4 text-ink-muted">No assets.</p>
      ) : (
        <Rows
          caption="Assets"
          head={['Tag', 'Serial', 'Product']}
          rows={items.map(({ tag, serial, product }) => [tag, serial, product.name])}
        />
      )}
    </Panel>
  );
}
