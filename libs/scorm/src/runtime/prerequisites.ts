/** Status of an item in the words of cmi.core.lesson_status; undefined for an item that does not exist. */
export type StatusOf = (identifier: string) => string | undefined;

/**
 * Whether a prerequisites expression allows its item to be opened: AICC script over item identifiers with `&`, `|`, `~`, parentheses,
 * `id="status"`, `id<>"status"` and `n*{a, b, c}` (at least n of them). SCORM 1.2 CAM 2.3.2.5.1, AICC CMI001 6.4.
 * An expression that cannot be read allows: a typing error must not lock anybody out. So does an item that does not exist.
 */
export function meetsPrerequisites(expression: string, statusOf: StatusOf): boolean {
  const tokens = expression.match(token) ?? [];
  if (tokens.join('') !== expression.replaceAll(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '')) return true;
  const reader = new Reader(tokens, statusOf);
  const answer = reader.either();
  return reader.done ? answer : true;
}

const token = /"[^"]*"|<>|[&|~()=*{},]|[^\s&|~()=<>*{},"]+/g;

/** Words that AICC script lets stand for a status by their first letter. */
const statuses = ['passed', 'completed', 'browsed', 'failed', 'not attempted', 'incomplete'];
const fulfilled = ['passed', 'completed'];

class Reader {
  private at = 0;
  private broken = false;

  constructor(
    private readonly tokens: readonly string[],
    private readonly statusOf: StatusOf,
  ) {}

  get done(): boolean {
    return !this.broken && this.at === this.tokens.length;
  }

  either(): boolean {
    let answer = this.both();
    while (this.takes('|')) answer = this.both() || answer;
    return answer;
  }

  private both(): boolean {
    let answer = this.one();
    while (this.takes('&')) answer = this.one() && answer;
    return answer;
  }

  private one(): boolean {
    if (this.takes('~')) return !this.one();
    if (this.takes('(')) {
      const answer = this.either();
      this.demands(')');
      return answer;
    }
    const word = this.next();
    if (this.takes('*')) return this.atLeast(Number(word));
    if (this.takes('=')) return this.hasStatus(word, this.next());
    if (this.takes('<>')) return !this.hasStatus(word, this.next());
    return this.isFulfilled(word);
  }

  private atLeast(count: number): boolean {
    this.demands('{');
    const answers = [this.either()];
    while (this.takes(',')) answers.push(this.either());
    this.demands('}');
    if (!Number.isInteger(count)) this.broken = true;
    return answers.filter(Boolean).length >= count;
  }

  private isFulfilled(identifier: string): boolean {
    const status = this.statusOf(identifier);
    return status === undefined || fulfilled.includes(status);
  }

  private hasStatus(identifier: string, quoted: string): boolean {
    const wanted = quoted.replaceAll('"', '').trim().toLowerCase();
    const status = this.statusOf(identifier);
    const meant = statuses.find((each) => each === wanted) ?? statuses.find((each) => wanted.length === 1 && each.startsWith(wanted));
    return status === undefined || status === meant;
  }

  private takes(wanted: string): boolean {
    const taken = this.tokens[this.at] === wanted;
    if (taken) this.at += 1;
    return taken;
  }

  private demands(wanted: string): void {
    if (!this.takes(wanted)) this.broken = true;
  }

  private next(): string {
    const found = this.tokens[this.at] ?? '';
    this.at += 1;
    if (found === '' || /^[&|~()=*{},]$|^<>$/.test(found)) this.broken = true;
    return found;
  }
}
