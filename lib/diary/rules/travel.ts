import { MINUTE } from '../interval.ts';

/** Where a visit is, or where somebody sets out: coordinates in degrees; null where nobody knows them. */
export interface Site {
  latitude: number | null;
  longitude: number | null;
}

/** How travel is estimated. */
export interface TravelSettings {
  /** Kilometres in an hour. */
  speed: number;
  /** What each trip takes besides driving, in minutes: parking, walking in. */
  extraMinutes: number;
  /** What a trip takes of which an end is not known, in minutes. */
  unknownMinutes: number;
}

export const usualTravel: TravelSettings = { speed: 45, extraMinutes: 5, unknownMinutes: 30 };

const EARTH_KILOMETRES = 6371;
/** Roads are longer than the line through the air. */
const DETOUR = 1.3;

/** WO-11 · How long it takes from one site to another, in milliseconds and whole minutes; nothing where they are one. */
export function travelTime(from: Site, to: Site, { speed, extraMinutes, unknownMinutes }: TravelSettings): number {
  const kilometres = distance(from, to);
  if (kilometres === null) return unknownMinutes * MINUTE;
  if (kilometres === 0) return 0;
  return (Math.ceil(((kilometres * DETOUR) / speed) * 60) + extraMinutes) * MINUTE;
}

/** By the line through the air. */
function distance(from: Site, to: Site): number | null {
  if (from.latitude === null || from.longitude === null || to.latitude === null || to.longitude === null) return null;
  const [a, b] = [radians(from.latitude), radians(to.latitude)];
  const [north, east] = [b - a, radians(to.longitude - from.longitude)];
  const chord = Math.sin(north / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
