import pg from 'pg';

const oids = { int8: 20, numeric: 1700, timestamptz: 1184, timestamptzArray: 1185, date: 1082 } as const;

/** How values come back: counts and numerics as numbers, instants as RFC 3339 texts in UTC (milliseconds), dates as they are. */
export const typeOverrides = (): pg.TypeOverrides => {
  const types = new pg.TypeOverrides();
  const instant = (text: string): string => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
  types.setTypeParser(oids.int8, Number);
  types.setTypeParser(oids.numeric, Number);
  types.setTypeParser(oids.timestamptz, (text) => (text.endsWith('infinity') ? text : instant(text)));
  types.setTypeParser(oids.date, (text) => text);
  return types;
};
