import type { Language } from '@aula/contracts';
import { accounts } from './accounts.ts';
import { institutions } from './institutions.ts';
import { namesAt, ranks, type NameStock } from './names.ts';

const header = 'external_id,email,given_name,family_name,sex,country,institution,rank,language';
/** How many people there are, the accounts among them; the platform administrator comes on top. */
export const peopleCount = 400;

/** One line of the roll, in the order of its header. */
interface Person {
  id: string;
  email: string;
  given: string;
  family: string;
  sex: 'F' | 'M';
  country: string;
  institution: string;
  rank: string;
  language: Language;
}

/** The CSV of the people, as a training administrator would import it. Always the same. */
export const peopleCsv = (): string => {
  const named = accounts.map(({ role: _, ...account }, index): Person => ({ id: `A-${index + 1}`, ...account }));
  const rows = [...named, ...others(peopleCount - accounts.length)].map(
    ({ id, email, given, family, sex, country, institution, rank, language }) =>
      [id, email, given, family, sex, country, institution, rank, language].join(','),
  );
  return `${[header, ...rows].join('\n')}\n`;
};

/** Whoever serves in a large institution has twice as many colleagues as in a small one. */
function others(count: number): Person[] {
  const places = [...institutions, ...institutions.filter(({ small }) => !small)];
  const met = new Map<NameStock, number>();
  return Array.from({ length: count }, (_, index) => {
    const { code, country } = places[index % places.length]!;
    const stock = namesAt(code);
    const nth = met.get(stock) ?? 0;
    met.set(stock, nth + 1);
    const id = `${country}-${String(1001 + index)}`;
    return { id, email: `${id.toLowerCase()}@aula.example`, ...nameOf(stock, nth), country, institution: code };
  });
}

/** Most people hold a low rank: one step for each of eleven colleagues in a row. An odd number, so that women hold them all too. */
const ladder = [0, 0, 1, 0, 2, 0, 1, 3, 0, 4, 0];

/** The `nth` person of a part of the region. Strides without a common divisor let first and family names meet anew each time. */
function nameOf({ language, women, men, family, double }: NameStock, nth: number) {
  const woman = nth % 2 === 0;
  const given = (woman ? women : men)[(nth >> 1) % women.length]!;
  const first = (nth * 5 + Math.floor(nth / family.length)) % family.length;
  const second = (first + 1 + (nth % (family.length - 1))) % family.length;
  const rank = ranks[language][ladder[nth % ladder.length]!]![woman ? 0 : 1];
  return {
    given,
    family: double ? `${family[first]!} ${family[second]!}` : family[first]!,
    sex: woman ? ('F' as const) : ('M' as const),
    rank,
    language,
  };
}
