import { parseDuration } from '../runtime/time.js';
import type { DataModel } from './data-model.js';
import { errorName, type ErrorCode } from './errors.js';

/** What the data of a visit amount to at a Commit. */
export interface Summary {
  completionStatus: string;
  successStatus: string;
  /** Earlier visits and this one. */
  totalTimeSeconds: number;
  score: { scaled?: number; raw?: number; min?: number; max?: number };
}

type State = 'before' | 'running' | 'after';

/** Codes of calls at the wrong time, before Initialize and after Terminate. */
const untimely = {
  terminate: { before: 112, after: 113 },
  get: { before: 122, after: 123 },
  set: { before: 132, after: 133 },
  commit: { before: 142, after: 143 },
} as const;

/** The API that content finds as `API_1484_11`, for one visit. SCORM 2004 4th Ed. RTE 3.1. */
export class RuntimeApi {
  private state: State = 'before';
  private error: ErrorCode = 0;
  private about = '';

  constructor(
    private readonly model: DataModel,
    /** Hears of each Commit, and of the one within Terminate. */
    private readonly committed: (summary: Summary) => void = () => undefined,
  ) {}

  Initialize(parameter: string): string {
    const error = parameter !== '' ? 201 : this.state === 'before' ? 0 : this.state === 'running' ? 103 : 104;
    if (error === 0) this.state = 'running';
    return this.answer(error, 'Initialize');
  }

  Terminate(parameter: string): string {
    const error = parameter !== '' ? 201 : this.state === 'running' ? 0 : untimely.terminate[this.state];
    if (error === 0) {
      this.state = 'after';
      this.committed(this.summary(true));
    }
    return this.answer(error, 'Terminate');
  }

  GetValue(element: string): string {
    if (this.state !== 'running') {
      this.answer(untimely.get[this.state], element);
      return '';
    }
    const { value, error } = this.model.get(element);
    this.answer(error, element);
    return value;
  }

  SetValue(element: string, value: string): string {
    return this.answer(this.state === 'running' ? this.model.set(element, value) : untimely.set[this.state], element);
  }

  /** Always succeeds: each value was on record when it was set. */
  Commit(parameter: string): string {
    const error = parameter !== '' ? 201 : this.state === 'running' ? 0 : untimely.commit[this.state];
    if (error === 0) this.committed(this.summary(false));
    return this.answer(error, 'Commit');
  }

  GetLastError(): string {
    return String(this.error);
  }

  GetErrorString(code: string): string {
    return errorName(code);
  }

  /** In words, for the one who mends the content: what a code says, or, without one, what the last error was about. The standard allows 255 characters. */
  GetDiagnostic(code: string): string {
    if (code !== '' && code !== String(this.error)) return errorName(code);
    return this.error === 0 ? '' : `${errorName(String(this.error))}: ${this.about}`.slice(0, 250);
  }

  private answer(error: ErrorCode, about: string): string {
    this.error = error;
    this.about = about;
    return String(error === 0);
  }

  /** Thresholds decide over what content says, once it has ended. RTE 4.2.4, 4.2.22. */
  private summary(ended: boolean): Summary {
    const number = (element: string): number | undefined => {
      const value = this.model.peek(element);
      return value === undefined || value === '' ? undefined : Number(value);
    };
    const [progress, threshold] = [number('cmi.progress_measure'), number('cmi.completion_threshold')];
    const [scaled, passing] = [number('cmi.score.scaled'), number('cmi.scaled_passing_score')];
    const completed = ended && progress !== undefined && threshold !== undefined ? progress >= threshold : undefined;
    const passed = ended && scaled !== undefined && passing !== undefined ? scaled >= passing : undefined;
    const seconds = (element: string): number => parseDuration(this.model.peek(element) ?? '') ?? 0;
    return {
      completionStatus: completed === undefined ? (this.model.peek('cmi.completion_status') ?? '') : completed ? 'completed' : 'incomplete',
      successStatus: passed === undefined ? (this.model.peek('cmi.success_status') ?? '') : passed ? 'passed' : 'failed',
      totalTimeSeconds: seconds('cmi.total_time') + seconds('cmi.session_time'),
      score: Object.fromEntries(
        ['scaled', 'raw', 'min', 'max'].flatMap((field) => {
          const value = number(`cmi.score.${field}`);
          return value === undefined ? [] : [[field, value]];
        }),
      ),
    };
  }
}
