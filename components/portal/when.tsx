import { moment, momentInZone, type PortalReader } from './reader.ts';

/** A date and time in the reader's zone, which its tooltip names; `zoned` shows the zone too. */
export function When({ at, reader, zoned }: { at: string; reader: PortalReader; zoned?: boolean }) {
  const inZone = momentInZone(at, reader);
  return (
    <time dateTime={at} title={inZone}>
      {zoned ? inZone : moment(at, reader)}
    </time>
  );
}
