import { describe, expect, it } from '@jest/globals';
import { indicesOf } from '../src/question-report/question-report.entity.js';

describe('the indices of a question', () => {
  const counted = { learners: 30, right: 18, wrong: 6, correlation: 0.4, correlated: 24 };
  it('are shares and a correlation', () => {
    expect(indicesOf(counted)).toEqual({ neutral: 6, difficulty: 0.75, discrimination: 0.4 });
  });
  it('are not told of a few people', () => {
    expect(indicesOf({ ...counted, right: 3, wrong: 1, correlated: 19 })).toMatchObject({ difficulty: null, discrimination: null });
  });
});
