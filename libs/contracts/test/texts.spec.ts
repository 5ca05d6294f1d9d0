import { expect, it } from '@jest/globals';
import { z } from 'zod';
import * as contracts from '../src/index.js';

/** Hashed or decoded, never stored as they are; or data of a document that is only looked at. */
const notStored = ['SignIn.password', 'PasswordSet.password', 'PasswordReset.code', 'PasswordReset.password'];
const unseen = ['PasswordChange.current', 'PasswordChange.password'];
const requests = /(Create|Change|Put|Query|Request|Order|Reset|Set)$|^(SignIn|Withdrawal|Revocation|UnitContent)$/;

/** The texts inside a schema with their paths. */
const textsIn = (schema: z.core.$ZodType, path: string): [string, z.core.$ZodType][] => {
  const { def } = schema._zod;
  const inner = (part: unknown, name = ''): [string, z.core.$ZodType][] => textsIn(part as z.core.$ZodType, path + name);
  switch (def.type) {
    case 'string':
      return [[path, schema]];
    case 'object':
      return Object.entries((def as z.core.$ZodObjectDef).shape).flatMap(([key, part]) => inner(part, `.${key}`));
    case 'array':
      return inner((def as z.core.$ZodArrayDef).element);
    case 'record':
      return inner((def as z.core.$ZodRecordDef).valueType);
    case 'union':
      return (def as z.core.$ZodUnionDef).options.flatMap((option) => inner(option));
    case 'pipe':
      return []; // both ends have their say
    default:
      return 'innerType' in def ? inner(def.innerType) : [];
  }
};
const schemas = Object.entries(contracts).filter(([name, value]) => requests.test(name) && value instanceof z.ZodType);
const texts = schemas.flatMap(([name, schema]) => textsIn(schema as z.ZodType, name));
const storedTexts = texts.filter(([path]) => !path.endsWith('.cursor') && ![...notStored, ...unseen].includes(path));

it('finds the texts of requests', () => {
  expect(schemas.length).toBeGreaterThan(25);
  expect(storedTexts.map(([path]) => path)).toEqual(
    expect.arrayContaining(['CourseCreate.title.es', 'EditionCreate.title', 'PersonQuery.q']),
  );
});

it.each(storedTexts)('%s takes nothing that the database would refuse or change', (_, schema) => {
  const takes = (text: string): boolean => z.safeParse(schema, text).success;
  expect([takes('ab\u0000cd'), takes('ab\ud800cd'), takes('ab\udc00cd')]).toEqual([false, false, false]);
});

it('takes what people write', () => {
  const { LocalText } = contracts;
  expect(LocalText.safeParse({ es: ' ¿Qué?\n\t«Sí» 👮‍♀️ e\u0301 ' })).toMatchObject({ data: { es: '¿Qué?\n\t«Sí» 👮‍♀️ e\u0301' } });
});
