import { describe, expect, it } from '@jest/globals';
import { csvLine, indicesOf } from '../src/question-report/question-report.entity.js';

describe('a line of CSV', () => {
  it('keeps what it is given', () => {
    expect(csvLine(['a', 'b, "c"', 'd\ne', null, 1.5, -2])).toBe('a,"b, ""c""","d\ne",,1.5,-2\r\n');
  });
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
    'never lets a cell be a formula: %j',
    (text) => {
      expect(csvLine([text])).toBe(`"'${text}"\r\n`);
    },
  );
});

describe('the indices of a question', () => {
  const counted = { learners: 30, right: 18, wrong: 6, correlation: 0.4, correlated: 24 };
  it('are shares and a correlation', () => {
    expect(indicesOf(counted)).toEqual({ neutral: 6, difficulty: 0.75, discrimination: 0.4 });
  });
  it('are not told of a few people', () => {
    expect(indicesOf({ ...counted, right: 3, wrong: 1, correlated: 19 })).toMatchObject({ difficulty: null, discrimination: null });
  });
});
