import { useMatch } from '@tanstack/react-router';

/** Where editions are looked at: the same screens in each of these areas, and their links stay in it. */
const places = ['/institution/editions', '/teach/editions', '/insight/editions'] as const;
export type Place = (typeof places)[number];

/** The list of editions of the area that the reader is in; the pages of an edition lie below it. */
export const usePlace = (): Place => {
  const { fullPath } = useMatch({ strict: false });
  return places.find((place) => fullPath.startsWith(place)) ?? '/institution/editions';
};
