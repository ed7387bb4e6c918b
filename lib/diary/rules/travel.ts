import { MINUTE } from '../interval.ts';

/** Where a visit takes place, or a trip begins: coordinates in degrees; null if unknown. */
export interface Site {
  latitude: number | null;
  longitude: number | null;
}

/** How travel is estimated. */
export interface TravelSettings {
  /** Kilometres per hour. */
  speed: number;
  /** Minutes that each trip takes besides driving: parking, walking in. */
  extraMinutes: number;
  /** Minutes for a trip whose start or destination is unknown. */
  unknownMinutes: number;
}

export const defaultTravel: TravelSettings = { speed: 45, extraMinutes: 5, unknownMinutes: 30 };

const EARTH_KILOMETRES = 6371;
/** Roads are longer than the straight line. */
const DETOUR = 1.3;

/** WO-11 · Travel time between two sites in milliseconds, rounded to whole minutes; 0 if the sites are the same. */
export function travelTime(from: Site, to: Site, { speed, extraMinutes, unknownMinutes }: TravelSettings): number {
  const kilometres = distance(from, to);
  if (kilometres === null) return unknownMinutes * MINUTE;
  if (kilometres === 0) return 0;
  return (Math.ceil(((kilometres * DETOUR) / speed) * 60) + extraMinutes) * MINUTE;
}

/** The straight-line distance. */
function distance(from: Site, to: Site): number | null {
  if (from.latitude === null || from.longitude === null || to.latitude === null || to.longitude === null) return null;
  const [a, b] = [radians(from.latitude), radians(to.latitude)];
  const [north, east] = [b - a, radians(to.longitude - from.longitude)];
  const chord = Math.sin(north / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
