import { finding, type Finding, type FindingCode, type Place } from '../finding.js';

const mostOfOneCode = 100;

/** Collects the findings about one file; of one code at most a hundred are kept, the rest are counted. */
export class Findings {
  private readonly kept: Finding[] = [];
  private readonly counts = new Map<FindingCode, number>();

  constructor(private readonly path: string) {}

  /** `place.path` defaults to the file itself. */
  add<C extends FindingCode>(code: C, parameters: Parameters<typeof finding<C>>[1], place: Place = {}): void {
    this.keep(finding(code, parameters, { path: this.path, ...place }));
  }

  keep(one: Finding): void {
    const count = (this.counts.get(one.code) ?? 0) + 1;
    this.counts.set(one.code, count);
    if (count <= mostOfOneCode) this.kept.push(one);
  }

  has(...codes: FindingCode[]): boolean {
    return codes.some((code) => this.counts.has(code));
  }

  list(): Finding[] {
    const truncated = [...this.counts].filter(([, count]) => count > mostOfOneCode);
    return [...this.kept, ...truncated.map(([code, count]) => finding('findings-truncated', { code, count }, { path: this.path }))];
  }
}
