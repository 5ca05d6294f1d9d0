import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Actor, QuizId, QuizTrial, QuizTrialAnswers, QuizTrialCreate, QuizTrialResult } from '@aula/contracts';
import { May, Signed } from '@aula/platform';
import { toQuestionView } from '../attempt/attempt.controller.js';
import { toReviewed } from '../review/review.controller.js';
import { TrialService } from './trial.service.js';

/** Changes nothing, either of them. */
@Controller('api/assessment/quizzes/:id')
export class TrialController {
  constructor(private readonly trials: TrialService) {}

  @Post('trials')
  @HttpCode(200)
  @May('assessment.author', QuizTrial)
  async begin(
    @Signed() actor: Actor,
    @Param('id', { schema: QuizId }) id: QuizId,
    @Body({ schema: QuizTrialCreate }) { language }: QuizTrialCreate,
  ): Promise<QuizTrial> {
    const { questions, ...trial } = await this.trials.begin(actor, id, language);
    return { ...trial, questions: questions.map(toQuestionView) };
  }

  @Post('trial-results')
  @HttpCode(200)
  @May('assessment.author', QuizTrialResult)
  async judge(
    @Signed() actor: Actor,
    @Param('id', { schema: QuizId }) id: QuizId,
    @Body({ schema: QuizTrialAnswers }) answers: QuizTrialAnswers,
  ): Promise<QuizTrialResult> {
    const { quiz, questions } = await this.trials.judge(actor, id, answers);
    const [score, maxScore] = [sum(questions, 'score'), sum(questions, 'points')];
    const written = questions.some(({ kind, words }) => kind === 'essay' && (words ?? '').trim() !== '');
    return {
      ...{ score, maxScore, passed: written ? null : Number((score / maxScore).toFixed(6)) >= quiz.passingScore },
      questions: questions.map((question) => toReviewed(question, true)),
    };
  }
}

const sum = (questions: readonly { score: number; points: number }[], of: 'score' | 'points'): number =>
  Math.max(0, Number(questions.reduce((total, question) => total + question[of], 0).toFixed(4)));
