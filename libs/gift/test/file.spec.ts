import { describe, expect, it } from '@jest/globals';
import { parseGift } from '../src/index.js';
import { foundIn, mended, only } from './builders.js';

describe('escapes', () => {
  it('resolves \\~ \\= \\# \\{ \\} \\: \\n and \\\\, and leaves other backslashes', () => {
    const question = only('single-choice', '::a\\:\\:b::x \\{\\} 1+1\\=2 \\~ \\# \\(\\frac\\) a\\nb{=\\= \\\\ \\~#\\# ~\\}}');
    expect(question.title).toBe('a::b');
    expect(question.text.text).toBe('x {} 1+1=2 ~ # \\(\\frac\\) a\nb');
    expect(question.choices.map(({ text }) => text.text)).toEqual(['= \\ ~', '}']);
    expect(question.choices[0]?.feedback?.text).toBe('#');
  });

  it('reads a backslash before a control character that is itself escaped', () => {
    expect(only('short-answer', 'Path?{=C\\:\\\\temp}').answers[0]?.pattern).toBe('C:\\temp');
  });

  it('keeps markup whose = and # were not escaped, and says so', () => {
    const { question, findings } = mended(
      'single-choice',
      '[html]Q{=<span style="color:#f60" class=\'x~y\'>a</span>#good ~<img src="b.png" />}',
    );
    expect(question.choices.map(({ text }) => text.text)).toEqual([
      '<span style="color:#f60" class=\'x~y\'>a</span>',
      '<img src="b.png" />',
    ]);
    expect(question.choices[0]?.feedback?.text).toBe('good');
    expect(findings).toEqual([{ severity: 'warning', code: 'unescaped-character', line: 1, parameters: { character: '=' } }]);
  });

  it('keeps braces of formulas and code beside the answers, and says so', () => {
    expect(mended('single-choice', 'Half is {~\\(\\frac{1}{3}\\) =\\(\\frac{1}{2}\\)}').question.choices[1]?.text.text).toBe(
      '\\(\\frac{1}{2}\\)',
    );
    const { question, findings } = mended('single-choice', 'f() {\n  g();\n}\nWhat is it?{=code ~prose}');
    expect(question.text.text).toBe('f() {\ng();\n}\nWhat is it?');
    expect(findings).toEqual([{ severity: 'warning', code: 'unescaped-character', line: 1, parameters: { character: '{' } }]);
  });
});

describe('formats and lines', () => {
  it('gives answers and feedback the format of the question unless they name their own', () => {
    const question = only('single-choice', '[markdown]**Q**{=a#[html]<i>b</i> ~[plain]c ####d}');
    expect(question.text).toEqual({ format: 'markdown', text: '**Q**' });
    expect(question.choices[0]).toEqual({
      text: { format: 'markdown', text: 'a' },
      weight: 100,
      feedback: { format: 'html', text: '<i>b</i>' },
    });
    expect(question.choices[1]?.text).toEqual({ format: 'plain', text: 'c' });
    expect(question.generalFeedback).toEqual({ format: 'markdown', text: 'd' });
  });

  it('reads [something else] as text', () => {
    expect(only('true-false', '[note] It is late.{T}').text).toEqual({ format: 'moodle', text: '[note] It is late.' });
  });

  it('trims the lines of plain text and keeps the indents of Markdown', () => {
    expect(only('true-false', 'one\n   two{T}').text.text).toBe('one\ntwo');
    expect(only('true-false', '[markdown]- one\n    - two{T}').text.text).toBe('- one\n    - two');
  });

  it('reads CRLF, lone CR and byte order marks', () => {
    const crlf = '\ufeff::A::x{T}\r\n\r\n\ufeff::B::y{F}\r\r::C::z{\r\n=1\r\n~2\r\n}\r\n';
    expect(parseGift(crlf).questions.map(({ title, line }) => [title, line])).toEqual([
      ['A', 1],
      ['B', 3],
      ['C', 5],
    ]);
    expect(foundIn(crlf)).toEqual([]);
  });

  it('removes what no text may hold', () => {
    const { question, findings } = mended('true-false', 'fine\n\u0000 \ud800ah\u000bead\ufdd0{T}');
    expect(question.text.text).toBe('fine\nah ead');
    expect(findings).toEqual([{ severity: 'warning', code: 'control-character', line: 2, parameters: {} }]);
  });
});

describe('comments, categories, titles', () => {
  it('takes id and tags from the comments directly above', () => {
    const text = '// [id:far]\n\n// question: 7  name: x\n// [id:a\\]b] [tag:one] [tag:two]\n// [tag:one]\n::x::q{T}\n\nnext{F}';
    expect(parseGift(text).questions.map(({ id, tags, line }) => ({ id, tags, line }))).toEqual([
      { id: 'a]b', tags: ['one', 'two'], line: 6 },
      { id: null, tags: [], line: 8 },
    ]);
  });

  it('ignores comments inside a question and braces inside comments', () => {
    expect(only('single-choice', 'Q{\n// why {not}\n=a\n  // [id:no]\n~b\n}').id).toBeNull();
  });

  it('hands categories down to the questions below', () => {
    const text = 'a{T}\n\n$CATEGORY: $course$/Unit 1\: Law\n\nb{T}\n$CATEGORY: tests/2\nc{T}\n\nd{T}';
    expect(parseGift(text).questions.map(({ category, text: { text: said } }) => [said, category])).toEqual([
      ['a', null],
      ['b', '$course$/Unit 1: Law'],
      ['c', 'tests/2'],
      ['d', 'tests/2'],
    ]);
  });

  it('reads a title over two lines, and a text without its title closed', () => {
    expect(only('true-false', '::Long\ntitle::\nText{T}')).toMatchObject({ title: 'Long title', text: { text: 'Text' } });
    expect(mended('true-false', ':: Text{T}')).toMatchObject({
      question: { title: null, text: { text: 'Text' } },
      findings: [{ code: 'unclosed-title' }],
    });
  });

  it('takes the title for the text when there is no other', () => {
    expect(mended('true-false', '::Is it?::{T}')).toMatchObject({
      question: { title: 'Is it?', text: { text: 'Is it?' } },
      findings: [{ code: 'text-from-title' }],
    });
  });
});

describe('one bad question', () => {
  it('does not take the others with it: a brace that is never closed', () => {
    const text = '::1::a{T}\n\n::2::b{\n=x\n~y\n\n::3::c{F}\n\nd{=x\n\ne{=y}';
    expect(parseGift(text).questions.map(({ line }) => line)).toEqual([1, 7, 11]);
    expect(foundIn(text)).toEqual(['3 unclosed-answers', '9 unclosed-answers']);
  });

  it('does not take the others with it: no empty line between questions', () => {
    const text = '::1::a{T}\n::2::b{=x\n~y}\nc\nd{F}\n// [id:4]\ne{T}\nStray\n::5::f{T}';
    expect(parseGift(text).questions.map(({ line, id }) => [line, id])).toEqual([
      [1, null],
      [2, null],
      [4, null],
      [7, '4'],
      [9, null],
    ]);
    expect(foundIn(text)).toEqual(['2 missing-blank-line', '4 missing-blank-line', '9 missing-blank-line']);
  });

  it('accepts empty lines between its answers', () => {
    const { question, findings } = mended('single-choice', 'Q{\n\n=a\n\n\n~b\n}');
    expect(question.choices.map(({ text }) => text.text)).toEqual(['a', 'b']);
    expect(findings.map(({ code }) => code)).toEqual(['blank-line-in-question']);
  });

  it('is named by its first line', () => {
    expect(foundIn('// c\n\n\n// d\n::t::q}\n\nq{=a} and {=b}\n\nq{T}')).toEqual(['5 unexpected-brace', '7 several-answer-blocks']);
  });

  it('of an empty file is said', () => {
    for (const text of ['', '\n\n', '// only a comment', '$CATEGORY: x']) {
      expect(parseGift(text)).toEqual({ questions: [], findings: [{ severity: 'error', code: 'no-questions', line: 1, parameters: {} }] });
    }
  });
});
