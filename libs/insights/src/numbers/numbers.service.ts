import { Injectable } from '@nestjs/common';
import { publicMeasures, type NumbersView } from '@aula/contracts';
import { Work } from '@aula/platform';
import { sums, type Sums } from '../dashboard/cell.queries.js';
import { refreshedAt } from '../upkeep/refresh.queries.js';
import { suppress } from './suppression.entity.js';

type PublicRow = NumbersView['months'][number];

@Injectable()
export class NumbersService {
  constructor(private readonly work: Work) {}

  /** The numbers of the whole network as everybody may know them. There is no filter: two answers are not to be subtracted. */
  numbers(): Promise<NumbersView> {
    return this.work.read(async (em) => {
      const found = await sums(em, null, {}, ['country', 'month']);
      const total = found.find(({ by }) => by === null)!;
      const parts = (by: 'country' | 'month'): PublicRow[] =>
        suppressed(
          found.filter((each) => each.by === by),
          total,
        );
      return {
        at: await refreshedAt(em),
        totals: shown((measure) => suppress([], total[measure]).total),
        months: parts('month').sort((a, b) => a.key.localeCompare(b.key)),
        countries: parts('country'),
      };
    });
  }
}

/** Each measure by itself is made such that no small number of it can be worked out. */
const suppressed = (found: readonly Sums[], total: Sums): PublicRow[] => {
  const columns = Object.fromEntries(
    publicMeasures.map((measure) => [
      measure,
      suppress(
        found.map((each) => each[measure]),
        total[measure],
      ).parts,
    ]),
  );
  return found.map(({ key }, place) => ({ key, ...shown((measure) => columns[measure]![place]!) }));
};

const shown = (count: (measure: (typeof publicMeasures)[number]) => number | null): NumbersView['totals'] =>
  Object.fromEntries(publicMeasures.map((measure) => [measure, count(measure)])) as NumbersView['totals'];
