import { dateTime, dateTimeInZone, type PortalReader } from './reader.ts';

/** A date and time in the reader's zone, which its tooltip names; `zoned` shows the zone too. */
export function When({ at, reader, zoned }: { at: string; reader: PortalReader; zoned?: boolean }) {
  const inZone = dateTimeInZone(at, reader);
  return (
    <time dateTime={at} title={inZone}>
      {zoned ? inZone : dateTime(at, reader)}
    </time>
  );
}
