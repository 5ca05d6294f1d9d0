/** The Member States: ISO 3166-1 numeric, as the shapes are named, and alpha-2. */
export const memberStates: Readonly<Record<string, string>> = {
  '028': 'AG',
  '032': 'AR',
  '044': 'BS',
  '052': 'BB',
  '068': 'BO',
  '076': 'BR',
  '084': 'BZ',
  '124': 'CA',
  '152': 'CL',
  '170': 'CO',
  '188': 'CR',
  '192': 'CU',
  '212': 'DM',
  '214': 'DO',
  '218': 'EC',
  '222': 'SV',
  '308': 'GD',
  '320': 'GT',
  '328': 'GY',
  '332': 'HT',
  '340': 'HN',
  '388': 'JM',
  '484': 'MX',
  '558': 'NI',
  '591': 'PA',
  '600': 'PY',
  '604': 'PE',
  '659': 'KN',
  '662': 'LC',
  '670': 'VC',
  '740': 'SR',
  '780': 'TT',
  '840': 'US',
  '858': 'UY',
  '862': 'VE',
};

/** Islands with a neighbour to the east: their names stand on the other side. */
export const westward: readonly string[] = ['KN', 'VC'];

/** Island states that have no shape at this scale, or one that nobody finds: degrees east and north of their capitals. */
export const islands: Readonly<Record<string, readonly [number, number]>> = {
  AG: [-61.85, 17.12],
  BB: [-59.61, 13.1],
  DM: [-61.39, 15.3],
  GD: [-61.75, 12.05],
  KN: [-62.72, 17.3],
  LC: [-60.99, 14.01],
  TT: [-61.52, 10.65],
  VC: [-61.22, 13.16],
};
