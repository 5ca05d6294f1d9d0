/** An institution of the demonstration: code, name, ISO 3166-1 country, code of the one above, and whether few people serve there. */
interface DemoInstitution {
  code: string;
  name: string;
  country: string;
  above?: string;
  small?: true;
}

/** Forces, and below them academies and schools; whoever stands above is named first. */
export const institutions: readonly DemoInstitution[] = [
  { code: 'AG-RPF', name: 'Royal Police Force of Antigua and Barbuda', country: 'AG', small: true },
  { code: 'AR-PFA', name: 'Policía Federal Argentina', country: 'AR' },
  { code: 'AR-IU', name: 'Instituto Universitario de la Policía Federal Argentina', country: 'AR', above: 'AR-PFA' },
  { code: 'AR-EC', name: 'Escuela de Cadetes', country: 'AR', above: 'AR-IU' },
  { code: 'BB-BPS', name: 'Barbados Police Service', country: 'BB', small: true },
  { code: 'BO-ANP', name: 'Academia Nacional de Policías', country: 'BO' },
  { code: 'BR-PF', name: 'Polícia Federal', country: 'BR' },
  { code: 'BR-ANP', name: 'Academia Nacional de Polícia', country: 'BR', above: 'BR-PF' },
  { code: 'BR-USC', name: 'Universidade de Segurança Cidadã', country: 'BR', small: true },
  { code: 'BS-RBPF', name: 'Royal Bahamas Police Force', country: 'BS', small: true },
  { code: 'BZ-BPD', name: 'Belize Police Department', country: 'BZ', small: true },
  { code: 'CA-CPC', name: 'Canadian Police College', country: 'CA' },
  { code: 'CA-ENPQ', name: 'École nationale de police du Québec', country: 'CA' },
  { code: 'CL-CAR', name: 'Carabineros de Chile', country: 'CL' },
  { code: 'CL-ACP', name: 'Academia de Ciencias Policiales', country: 'CL', above: 'CL-CAR' },
  { code: 'CO-PONAL', name: 'Policía Nacional de Colombia', country: 'CO' },
  { code: 'CO-DIEPO', name: 'Dirección de Educación Policial', country: 'CO', above: 'CO-PONAL' },
  { code: 'CO-ECSAN', name: 'Escuela de Cadetes General Santander', country: 'CO', above: 'CO-DIEPO' },
  { code: 'CR-FP', name: 'Fuerza Pública de Costa Rica', country: 'CR' },
  { code: 'CR-ANP', name: 'Academia Nacional de Policía', country: 'CR', above: 'CR-FP' },
  { code: 'CU-ICE', name: 'Instituto de Ciencias Policiales del Caribe', country: 'CU', small: true },
  { code: 'DM-CDPF', name: 'Commonwealth of Dominica Police Force', country: 'DM', small: true },
  { code: 'DO-PN', name: 'Policía Nacional de la República Dominicana', country: 'DO' },
  { code: 'EC-PN', name: 'Policía Nacional del Ecuador', country: 'EC' },
  { code: 'GD-RGPF', name: 'Royal Grenada Police Force', country: 'GD', small: true },
  { code: 'GT-PNC', name: 'Academia de la Policía Nacional Civil', country: 'GT' },
  { code: 'GY-GPF', name: 'Guyana Police Force', country: 'GY', small: true },
  { code: 'HN-UNP', name: 'Universidad Nacional de la Policía de Honduras', country: 'HN' },
  { code: 'HT-PNH', name: 'Police nationale d’Haïti', country: 'HT' },
  { code: 'HT-ANP', name: 'Académie nationale de police', country: 'HT', above: 'HT-PNH' },
  { code: 'HT-ENP', name: 'École nationale de police', country: 'HT', above: 'HT-ANP' },
  { code: 'JM-JCF', name: 'Jamaica Constabulary Force', country: 'JM' },
  { code: 'JM-NPCJ', name: 'National Police College of Jamaica', country: 'JM', above: 'JM-JCF' },
  { code: 'KN-RPF', name: 'Royal Saint Christopher and Nevis Police Force', country: 'KN', small: true },
  { code: 'LC-RPF', name: 'Royal Saint Lucia Police Force', country: 'LC', small: true },
  { code: 'MX-UCS', name: 'Universidad de Ciencias de la Seguridad', country: 'MX' },
  { code: 'NI-APN', name: 'Academia de Policía de Nicaragua', country: 'NI', small: true },
  { code: 'PA-PN', name: 'Policía Nacional de Panamá', country: 'PA' },
  { code: 'PE-PNP', name: 'Policía Nacional del Perú', country: 'PE' },
  { code: 'PY-PN', name: 'Policía Nacional del Paraguay', country: 'PY' },
  { code: 'SR-KPS', name: 'Korps Politie Suriname', country: 'SR', small: true },
  { code: 'SV-ANSP', name: 'Academia Nacional de Seguridad Pública', country: 'SV' },
  { code: 'TT-TTPS', name: 'Trinidad and Tobago Police Service', country: 'TT' },
  { code: 'US-PTA', name: 'Potomac Police Training Academy', country: 'US' },
  { code: 'UY-ENP', name: 'Escuela Nacional de Policía', country: 'UY' },
  { code: 'VC-RPF', name: 'Royal Saint Vincent and the Grenadines Police Force', country: 'VC', small: true },
  { code: 'VE-UNS', name: 'Universidad Nacional de la Seguridad de Venezuela', country: 'VE', small: true },
];
