import { geoAzimuthalEqualArea, geoMercator, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import world from 'world-atlas/countries-110m.json';
import { islands, memberStates } from './states.js';

export const [width, height] = [420, 560];
/** Where the eastern Caribbean is drawn again, larger: in the empty Pacific. */
export const inset = { x: 8, y: 330, width: 128, height: 200 } as const;

interface Shape {
  /** Alpha-2; undefined for land that is no Member State. */
  country: string | undefined;
  path: string;
}

const topology = world as unknown as Parameters<typeof feature>[0];
const countries = feature(topology, topology.objects['countries']!);
const land = 'features' in countries ? countries.features : [];
const america = land.filter(({ id }) => String(id) in memberStates);

const whole = geoAzimuthalEqualArea()
  .rotate([88, -8])
  .clipAngle(88)
  .fitExtent(
    [
      [6, 6],
      [width - 6, height - 6],
    ],
    { type: 'FeatureCollection', features: america },
  );
const pathOf = geoPath(
  whole.clipExtent([
    [0, 0],
    [width, height],
  ]),
).digits(1);

/** The land of the Americas, each Member State by its name. */
export const shapes: readonly Shape[] = land.flatMap((each) => {
  const path = pathOf(each);
  return path ? [{ country: memberStates[String(each.id)], path }] : [];
});

const near = geoMercator().fitExtent(
  [
    [inset.x + 34, inset.y + 22],
    [inset.x + inset.width - 34, inset.y + inset.height - 22],
  ],
  { type: 'MultiPoint', coordinates: Object.values(islands).map(([east, north]) => [east, north]) },
);

/** The island states as circles in the inset. */
export const circles = Object.entries(islands).map(([country, place]) => {
  const [x = 0, y = 0] = near([...place]) ?? [];
  return { country, x, y };
});
