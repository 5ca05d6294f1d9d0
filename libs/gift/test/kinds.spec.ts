import { describe, expect, it } from '@jest/globals';
import { parseGift } from '../src/index.js';
import { foundIn, mended, only } from './builders.js';

const plain = (text: string): { format: string; text: string } => ({ format: 'moodle', text });

describe('choice', () => {
  it('reads one right choice among wrong ones, with feedback', () => {
    const question = only(
      'single-choice',
      'Who leads the scene?{~The press#No. ~A passer-by =The first officer#Yes, until relieved. ####See unit 2.}',
    );
    expect(question.choices).toEqual([
      { text: plain('The press'), weight: 0, feedback: plain('No.') },
      { text: plain('A passer-by'), weight: 0, feedback: null },
      { text: plain('The first officer'), weight: 100, feedback: plain('Yes, until relieved.') },
    ]);
    expect(question.generalFeedback).toEqual(plain('See unit 2.'));
    expect(question).toMatchObject({
      line: 1,
      title: null,
      id: null,
      tags: [],
      category: null,
      blank: false,
      text: plain('Who leads the scene?'),
    });
  });

  it('keeps penalties of wrong picks, with thirds', () => {
    const question = only('single-choice', 'Q{\n=a\n~%-33.33333%b\n~%-33,33333% [html] <b>c</b>\n}');
    expect(question.choices.map(({ weight }) => weight)).toEqual([100, -33.33333, -33.33333]);
    expect(question.choices[2]?.text).toEqual({ format: 'html', text: '<b>c</b>' });
  });

  it('reads weights that add up as a multiple choice', () => {
    const question = only('multiple-choice', 'Two of them{~%-100%none ~%50%one ~%50%two ~three}');
    expect(question.choices.map(({ text: { text }, weight }) => [text, weight])).toEqual([
      ['none', -100],
      ['one', 50],
      ['two', 50],
      ['three', 0],
    ]);
  });

  it('reads halves marked with = as a multiple choice, since no pick earns everything', () => {
    expect(only('multiple-choice', 'Q{=%50%a =%50%b ~c}').choices.map(({ weight }) => weight)).toEqual([50, 50, 0]);
  });

  it('reads =%100% as right', () => {
    expect(only('single-choice', 'Q{~%0%a =%100%b#}').choices).toEqual([
      { text: plain('a'), weight: 0, feedback: null },
      { text: plain('b'), weight: 100, feedback: null },
    ]);
  });

  it.each([
    ['Q{=a}~', 'short-answer'],
    ['Q{a ~b =c}', 'single-choice'],
  ])('reads %s as %s', (text, kind) => {
    expect(parseGift(text).questions.map((question) => question.kind)).toEqual([kind]);
  });

  it.each([
    ['Q{~a}', '1 too-few-choices'],
    ['Q{~a ~b}', '1 no-correct-answer'],
    ['Q{~%-50%a ~b}', '1 no-correct-answer'],
    ['Q{~%150%a ~b}', '1 weight-out-of-range'],
    ['Q{~%-101%a =b}', '1 weight-out-of-range'],
    ['{~a =b}', '1 missing-question-text'],
  ])('refuses %s', (text, finding) => {
    expect(foundIn(text)).toEqual([finding]);
    expect(parseGift(text).questions).toEqual([]);
  });

  it.each([
    ['Q{~a =b =c}', 'several-correct-choices', { count: 2 }],
    ['Q{~%50%a ~%30%b ~c}', 'weights-not-100', { sum: 80 }],
    ['Q{~a ~a =b}', 'duplicate-answer', { value: 'a' }],
    ['Q{~ ~a =b}', 'empty-answer', { count: 1 }],
  ])('keeps %s and warns', (text, code, parameters) => {
    const { questions, findings } = parseGift(text);
    expect(questions).toHaveLength(1);
    expect(findings).toEqual([{ severity: 'warning', code, line: 1, parameters }]);
  });
});

describe('true or false', () => {
  it.each([
    ['{T}', true],
    ['{TRUE}', true],
    ['{ true }', true],
    ['{F}', false],
    ['{FALSE}', false],
    ['{\n F\n}', false],
  ])('reads %j as %p', (answers, correct) => {
    expect(only('true-false', `The line is secure.${answers}`).correct).toBe(correct);
  });

  it('gives the first feedback to the wrong response and the second to the right one', () => {
    expect(only('true-false', 'S{FALSE#Think again#Well seen}')).toMatchObject({
      feedbackTrue: plain('Think again'),
      feedbackFalse: plain('Well seen'),
    });
    expect(only('true-false', 'S{T#Think again#Well seen}')).toMatchObject({
      feedbackTrue: plain('Well seen'),
      feedbackFalse: plain('Think again'),
    });
  });
});

describe('numeric', () => {
  it.each([
    ['1822', 1822, 1822],
    ['1822:5', 1817, 1827],
    ['3.1415:0.0005', 3.141, 3.142],
    ['0.3:0.1', 0.2, 0.4],
    ['-3.142:0.001', -3.143, -3.141],
    ['-5..5', -5, 5],
    ['1 .. 5', 1, 5],
    ['.5', 0.5, 0.5],
    ['1e3:1E-1', 999.9, 1000.1],
    ['-0', 0, 0],
  ])('reads %s as %p to %p', (value, minimum, maximum) => {
    const { answers } = only('numeric', `How many?{#${value}}`);
    expect(answers).toEqual([{ minimum, maximum, weight: 100, feedback: null }]);
    expect(Object.is(answers[0]?.minimum, -0)).toBe(false);
  });

  it('reads several answers with weights, and feedback for all others', () => {
    const text = 'When?{#\n=1822:0 #exactly\n=%50%1822:2 #He was born in 1822.\n   Half.\n~#Look it up\n}';
    const question = only('numeric', text);
    expect(question.answers).toEqual([
      { minimum: 1822, maximum: 1822, weight: 100, feedback: plain('exactly') },
      { minimum: 1820, maximum: 1824, weight: 50, feedback: plain('He was born in 1822.\nHalf.') },
    ]);
    expect(question.feedbackOtherwise).toEqual(plain('Look it up'));
    expect(only('numeric', 'When?{#=1822 =%0%*#Look it up}').feedbackOtherwise).toEqual(plain('Look it up'));
  });

  it.each([
    ['{#ten}', 'not-a-number'],
    ['{#3,14}', 'not-a-number'],
    ['{#1:2:3}', 'not-a-number'],
    ['{#1e999}', 'not-a-number'],
    ['{#*}', 'missing-answers'],
    ['{#}', 'missing-answers'],
    ['{#5..1}', 'range-reversed'],
    ['{#5:-1}', 'range-reversed'],
    ['{#=%-10%5}', 'weight-out-of-range'],
    ['{#=%0%5}', 'no-correct-answer'],
  ])('refuses %s', (answers, code) => {
    expect(foundIn(`How many?${answers}`)).toEqual([`1 ${code}`]);
  });
});

describe('short answer', () => {
  it('reads accepted texts with weights, wildcards and feedback', () => {
    const { answers } = only('short-answer', 'Who?{=no  one =%75%no*one#Nearly =%0%*#No =a\\*b}');
    expect(answers).toEqual([
      { pattern: 'no one', weight: 100, feedback: null },
      { pattern: 'no*one', weight: 75, feedback: plain('Nearly') },
      { pattern: '*', weight: 0, feedback: plain('No') },
      { pattern: 'a\\*b', weight: 100, feedback: null },
    ]);
  });

  it('needs no = for a single text', () => {
    expect(only('short-answer', 'The number 1?{One}').answers).toEqual([{ pattern: 'One', weight: 100, feedback: null }]);
  });

  it('warns when nobody can earn everything, refuses when nobody can earn anything', () => {
    expect(mended('short-answer', 'Q{=%50%a}').findings).toEqual([
      { severity: 'warning', code: 'weights-not-100', line: 1, parameters: { sum: 50 } },
    ]);
    expect(foundIn('Q{=%0%a}')).toEqual(['1 no-correct-answer']);
    expect(foundIn('Q{=%-5%a =b}')).toEqual(['1 weight-out-of-range']);
    expect(foundIn('Q{= #only feedback}')).toEqual(['1 missing-answers']);
  });
});

describe('missing word', () => {
  it('leaves a blank where the answers stood', () => {
    expect(only('single-choice', 'The {~second =fourth} Thursday.')).toMatchObject({ blank: true, text: plain('The _____ Thursday.') });
    expect(only('short-answer', 'Two plus two equals {=four =4}.')).toMatchObject({
      blank: true,
      text: plain('Two plus two equals _____.'),
    });
  });
});

describe('kinds that are not supported', () => {
  it('are told from GIFT when another format was pasted in', () => {
    expect(parseGift('Pick {1:MULTICHOICE:=a~b}').findings[0]).toMatchObject({
      code: 'unsupported-kind',
      parameters: { kind: 'cloze', title: 'Pick' },
    });
  });

  it('reports them instead of losing them', () => {
    const text = '::Capitals::Match{=Peru -> Lima =Chile -> Santiago}\n\nWrite about it.{}\n\nRead this first.\n\n::E::Write{####Thanks}';
    expect(parseGift(text)).toEqual({
      questions: [],
      findings: [
        { severity: 'warning', code: 'unsupported-kind', line: 1, parameters: { kind: 'matching', title: 'Capitals' } },
        { severity: 'warning', code: 'unsupported-kind', line: 3, parameters: { kind: 'essay', title: 'Write about it.' } },
        { severity: 'warning', code: 'unsupported-kind', line: 5, parameters: { kind: 'description', title: 'Read this first.' } },
        { severity: 'warning', code: 'unsupported-kind', line: 7, parameters: { kind: 'essay', title: 'E' } },
        { severity: 'error', code: 'no-questions', line: 1, parameters: {} },
      ].toSorted((a, b) => a.line - b.line),
    });
  });
});
