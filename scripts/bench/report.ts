/** A figure's value, one per round. */
export type Series = readonly number[];

/** What a ratio has to be: `>=1.8`. */
export type Gate = `${'>=' | '<='}${number}`;

/** Prints the figures, one JSON object per line, and remembers the gates that failed. */
export class Report {
  readonly failed: string[] = [];
  private readonly judges: boolean;

  /** `judges`: enough rounds, long enough, for a gate to mean something. */
  constructor(judges: boolean) {
    this.judges = judges;
  }

  line(object: object): void {
    console.log(JSON.stringify(object, (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value)));
  }

  /** The median of a figure. `goal` is what an undisturbed machine of two cores should reach: reported, not judged. */
  value(name: string, size: number, unit: string, values: Series, goal?: Gate): void {
    const value = median(values);
    const reached = goal === undefined ? {} : { goal, reached: holds(value, goal) };
    this.line({ name, size, value, unit, min: Math.min(...values), max: Math.max(...values), rounds: values.length, ...reached });
  }

  /**
   * A figure against its baseline: `ratios` were formed within the rounds, their median is judged. `disturbed` says why a ratio of
   * wall-clock times is not.
   */
  ratio(figure: Ratio): void {
    const { name, size, value, unit, baseline, ratios, gate, disturbed } = figure;
    const ratio = median(ratios);
    const judged = this.judges && disturbed === undefined;
    const ok = holds(ratio, gate);
    const verdict = judged ? { ok } : { ok, judged, why: disturbed ?? 'fewer than three rounds of three seconds' };
    const spread = { min: Math.min(...ratios), max: Math.max(...ratios), rounds: ratios.length };
    this.line({ name, size, value, unit, ratio, baseline, ...spread, gate, ...verdict });
    if (judged && !ok) this.failed.push(`${name} against ${baseline}: ${ratio.toFixed(2)}, must be ${gate}`);
  }
}

export interface Ratio {
  name: string;
  size: number;
  value: number;
  unit: string;
  baseline: string;
  ratios: Series;
  gate: Gate;
  disturbed: string | undefined;
}

export const median = (values: Series): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const holds = (value: number, gate: Gate): boolean => {
  const limit = Number(gate.slice(2));
  return gate.startsWith('>=') ? value >= limit : value <= limit;
};

/** Three digits are more than any of these figures is worth. */
const rounded = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(3)));
