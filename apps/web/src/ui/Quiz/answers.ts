import type { AnswerResponse } from '@aula/contracts';

/** What has been answered so far, and where an answer goes. */
export interface Answers {
  /** null: nothing yet. */
  response: (questionId: string) => AnswerResponse;
  answer: (questionId: string, response: AnswerResponse) => void;
}
