import { Migration } from '@mikro-orm/migrations';

/** Country (ISO 3166-1 alpha-2), then its short name in Spanish, Portuguese, English and French. */
const memberStates: readonly (readonly [string, string, string, string, string])[] = [
  ['AG', 'Antigua y Barbuda', 'Antígua e Barbuda', 'Antigua and Barbuda', 'Antigua-et-Barbuda'],
  ['AR', 'Argentina', 'Argentina', 'Argentina', 'Argentine'],
  ['BB', 'Barbados', 'Barbados', 'Barbados', 'Barbade'],
  ['BO', 'Bolivia', 'Bolívia', 'Bolivia', 'Bolivie'],
  ['BR', 'Brasil', 'Brasil', 'Brazil', 'Brésil'],
  ['BS', 'Bahamas', 'Bahamas', 'The Bahamas', 'Bahamas'],
  ['BZ', 'Belice', 'Belize', 'Belize', 'Belize'],
  ['CA', 'Canadá', 'Canadá', 'Canada', 'Canada'],
  ['CL', 'Chile', 'Chile', 'Chile', 'Chili'],
  ['CO', 'Colombia', 'Colômbia', 'Colombia', 'Colombie'],
  ['CR', 'Costa Rica', 'Costa Rica', 'Costa Rica', 'Costa Rica'],
  ['CU', 'Cuba', 'Cuba', 'Cuba', 'Cuba'],
  ['DM', 'Dominica', 'Dominica', 'Dominica', 'Dominique'],
  ['DO', 'República Dominicana', 'República Dominicana', 'Dominican Republic', 'République dominicaine'],
  ['EC', 'Ecuador', 'Equador', 'Ecuador', 'Équateur'],
  ['GD', 'Granada', 'Granada', 'Grenada', 'Grenade'],
  ['GT', 'Guatemala', 'Guatemala', 'Guatemala', 'Guatemala'],
  ['GY', 'Guyana', 'Guiana', 'Guyana', 'Guyana'],
  ['HN', 'Honduras', 'Honduras', 'Honduras', 'Honduras'],
  ['HT', 'Haití', 'Haiti', 'Haiti', 'Haïti'],
  ['JM', 'Jamaica', 'Jamaica', 'Jamaica', 'Jamaïque'],
  ['KN', 'San Cristóbal y Nieves', 'São Cristóvão e Névis', 'Saint Kitts and Nevis', 'Saint-Kitts-et-Nevis'],
  ['LC', 'Santa Lucía', 'Santa Lúcia', 'Saint Lucia', 'Sainte-Lucie'],
  ['MX', 'México', 'México', 'Mexico', 'Mexique'],
  ['NI', 'Nicaragua', 'Nicarágua', 'Nicaragua', 'Nicaragua'],
  ['PA', 'Panamá', 'Panamá', 'Panama', 'Panama'],
  ['PE', 'Perú', 'Peru', 'Peru', 'Pérou'],
  ['PY', 'Paraguay', 'Paraguai', 'Paraguay', 'Paraguay'],
  ['SR', 'Suriname', 'Suriname', 'Suriname', 'Suriname'],
  ['SV', 'El Salvador', 'El Salvador', 'El Salvador', 'El Salvador'],
  ['TT', 'Trinidad y Tobago', 'Trinidad e Tobago', 'Trinidad and Tobago', 'Trinité-et-Tobago'],
  ['US', 'Estados Unidos', 'Estados Unidos', 'United States', 'États-Unis'],
  ['UY', 'Uruguay', 'Uruguai', 'Uruguay', 'Uruguay'],
  ['VC', 'San Vicente y las Granadinas', 'São Vicente e Granadinas', 'Saint Vincent and the Grenadines', 'Saint-Vincent-et-les-Grenadines'],
  ['VE', 'Venezuela', 'Venezuela', 'Venezuela', 'Venezuela'],
];

/** The 35 Member States of the OAS as its Charter lists them. */
export class MemberStates extends Migration {
  override name = '0005-member-states';

  override up(): void {
    const names = memberStates.map(([country, es, pt, en, fr]) => ({ country, name: { es, pt, en, fr } }));
    this.addSql(`insert into identity.member_state (country, name)
      select country, name from jsonb_to_recordset('${JSON.stringify(names)}') as s(country text, name jsonb)`);
  }
}
