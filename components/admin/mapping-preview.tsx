import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { MappingPreview } from '#lib/field-mapping/queries.ts';

interface MappingPreviewPanelProps {
  /** The number that was asked for; empty: none yet. */
  typed: string;
  preview: MappingPreview | null;
}

/** ADM-4 · The mapping tried on a real record, before anything is generated. */
export function MappingPreviewPanel({ typed, preview }: MappingPreviewPanelProps) {
  return (
    <Panel title="Preview" className="mt-4">
      <form action="/admin/field-mappings" className="flex flex-wrap items-center gap-2">
        <TextInput
          name="preview"
          aria-label="Number of an incident, problem or change"
          placeholder="INC0010001"
          defaultValue={typed}
          required
          maxLength={40}
          className="w-48"
        />
        <Button type="submit">Preview</Button>
      </form>
      {typed && !preview && (
        <p role="status" className="mt-3 text-ink-muted">
          There is no incident, problem or change {typed}.
        </p>
      )}
      {preview && (
        <div className="mt-3">
          <Table caption={`A proactive case of ${preview.number}`}>
            <tbody>
              {preview.values.map(({ label, display, by }) => (
                <tr key={label}>
                  <Th scope="row">{label}</Th>
                  <Td className="whitespace-pre-wrap wrap-anywhere">{display}</Td>
                  <Td className="text-sm text-ink-muted">{by}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </Panel>
  );
}
