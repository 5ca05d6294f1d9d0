const same = { familyName: 'Salas Vega', country: 'CR', birthYear: 1986 };
/** Two accounts of one officer: registered by hand, then again with the id written differently. */
export const sameOfficer = [
  { ...same, givenName: 'Íñigo', email: 'inigo.salas@aula.example', externalId: 'CR-1-2345' },
  { ...same, givenName: 'Inigo', email: 'isalas@aula.example', externalId: 'CR12345', rank: 'Sargento' },
] as const;

/** A spreadsheet that was rehearsed: two rows are right, two say what is wrong with them. */
export const rejectedImport = {
  name: 'ascensos 2027, borrador.csv',
  csv: [
    'external_id,email,given_name,family_name,sex,country,institution,rank,language',
    'CR-7-0101,marta.quesada@aula.example,Marta,Quesada Mora,F,CR,CR-ANP,Sargenta,es',
    'CR-7-0102,jorge.arias@aula.example,Jorge,Arias Campos,M,CR,CR-ANP,Sargento,es',
    'CR-7-0103,elena.soto,Elena,Soto Brenes,F,CR,CR-ANP,Agente,es',
    'CR-7-0104,pablo.rojas@aula.example,Pablo,Rojas León,M,CR,CR-ANP-2,Agente,es',
  ].join('\n'),
};
