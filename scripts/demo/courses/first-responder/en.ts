import type { CourseText } from '../course.ts';

export const en: CourseText = {
  title: 'First responder at the scene',
  summary: 'Arrive, protect, help and preserve: the first thirty minutes decide the investigation.',
  unitTitles: { welcome: 'Welcome', lesson: 'Lesson: the first thirty minutes', exam: 'Final examination' },
  welcome: `## A scene happens once

What is lost in the first minutes is not regained. This course takes about **four hours** and ends with an examination of six questions; the pass mark is 60 %.

- Your progress is kept at every step.
- You may go on with another device.`,
  lesson: {
    identifier: 'aula-demo-first-responder-en',
    language: 'en',
    title: 'First responder at the scene',
    description: 'Safety, aid, cordon, record and handover of the scene.',
    pages: [
      {
        kind: 'text',
        title: 'Arrive safely',
        paragraphs: [
          'Approach while observing: hazards, people, vehicles that leave, smells, sounds. Radio what you see before you enter.',
        ],
        points: ['Your safety and that of others come first.', 'Note the time of arrival.'],
      },
      {
        kind: 'text',
        title: 'Help people',
        paragraphs: ['Life stands above evidence. Give aid, call for medical help, and remember where you walked and what you moved.'],
        points: ['Photograph before moving, when nothing is urgent.', 'Note who entered and why.'],
      },
      {
        kind: 'question',
        id: 'esc-1',
        title: 'Practice 1',
        prompt: 'An injured person lies beside a cartridge case. What do you do first?',
        choices: ['Pick up the case', 'Help the person and note what was moved', 'Wait for the examiner'],
        correct: 1,
        explanation: 'Life stands above evidence; what is moved is noted.',
      },
      {
        kind: 'text',
        title: 'Cordon off',
        paragraphs: [
          'Mark a perimeter larger than seems necessary: it can always be reduced, never enlarged without loss. Fix a single way in.',
        ],
        points: ['Inner cordon: technical staff only.', 'Outer cordon: public and press.'],
      },
      {
        kind: 'question',
        id: 'esc-2',
        title: 'Practice 2',
        prompt: 'Rain begins to fall on a footprint. What is right?',
        choices: ['Cover it without touching and note it', 'Lift it by hand', 'Do nothing'],
        correct: 0,
        explanation: 'Protecting without touching keeps the trace; the record explains what was done.',
      },
      {
        kind: 'text',
        title: 'Hand over the scene',
        paragraphs: [
          'Hand the place to the investigator with an ordered account: what you saw, what you did, who entered, what changed. Sign the time. The chain of custody begins here.',
        ],
        points: ['No guesses: facts and times.'],
      },
    ],
  },
  gift: `::Priority:: On arrival at the scene, first comes... {=safety and aid to people ~collecting traces ~interviewing witnesses ~calling the press}

::Perimeter:: The first perimeter should be larger than seems necessary. {T}

::Way in:: How many ways in are fixed for staff? {#1}

::Record:: Mark what must be noted. {~%33.33333%The time of arrival ~%33.33333%Who entered ~%33.33333%What was moved ~%-50%One’s own suspicions ~%-50%Rumours}

::Custody:: The record of who held each trace is called the chain of... {=custody}

::Rain:: A footprint that rain may destroy is... {=covered without touching, and noted ~lifted by hand ~left alone ~washed}`,
};
