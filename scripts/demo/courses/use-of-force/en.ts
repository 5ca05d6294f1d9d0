import type { CourseText } from '../course.ts';

export const en: CourseText = {
  title: 'Human rights and the use of force',
  summary: 'The principles that make a police intervention legitimate, with cases to decide step by step.',
  unitTitles: { welcome: 'Welcome', lesson: 'Lesson: the principles', exam: 'Final examination' },
  welcome: `## Before you begin

This course takes about **six hours**. Stop whenever you like: what you have done is kept.

1. Read this page.
2. Work through the lesson and its practice questions.
3. Sit the examination. The pass mark is 60 %.

> Force is an exceptional power: it is justified each time, before each person.`,
  lesson: {
    identifier: 'aula-demo-use-of-force-en',
    language: 'en',
    title: 'Human rights and the use of force',
    description: 'Legality, necessity, proportionality, precaution, non-discrimination and accountability.',
    pages: [
      {
        kind: 'text',
        title: 'Why there are limits',
        paragraphs: [
          'The State entrusts the police with the power to use force in order to protect everyone’s life and rights. That trust holds only if each use can be explained.',
          'The United Nations Basic Principles on the Use of Force and Firearms (1990) sum up what is expected of those who wear the uniform.',
        ],
      },
      {
        kind: 'text',
        title: 'Six principles',
        paragraphs: ['Before, during and after an intervention, go through these principles.'],
        points: [
          'Legality: a rule allows it and the aim is legitimate.',
          'Necessity: no less harmful means would serve.',
          'Proportionality: the foreseeable harm does not exceed the harm averted.',
          'Precaution: the operation is planned so that force is not needed.',
          'Non-discrimination: the decision answers conduct, never origin.',
          'Accountability: it is reported, recorded and reviewed.',
        ],
      },
      {
        kind: 'question',
        id: 'uso-1',
        title: 'Practice 1',
        prompt: 'A person shouts and insults but neither threatens nor attacks. What comes first?',
        choices: ['Handcuff to prevent trouble', 'Keep your distance, talk and listen', 'Show your weapon'],
        correct: 1,
        explanation: 'There is no attack to repel: communication is the least harmful means that serves.',
      },
      {
        kind: 'text',
        title: 'The decision, step by step',
        paragraphs: [
          'Ask what is happening, what risk there is and for whom. Then which options you have and which does least harm.',
          'The level of force can go down as well as up: when resistance ends, force ends.',
        ],
        points: ['Identify yourself and warn whenever possible.', 'Give time to comply.', 'Give medical aid at once.'],
      },
      {
        kind: 'question',
        id: 'uso-2',
        title: 'Practice 2',
        prompt: 'The detained person no longer resists. What is right?',
        choices: [
          'Keep up the pressure for safety',
          'Reduce force and check the person’s condition',
          'Leave the person face down until transport',
        ],
        correct: 1,
        explanation: 'Without resistance there is no necessity. A prolonged face-down position can cause asphyxia.',
      },
      {
        kind: 'text',
        title: 'After the intervention',
        paragraphs: [
          'Attend to the injured, inform their relatives, preserve the scene and report in writing. A complete report protects the person affected and the officer who acted well.',
        ],
        points: ['What you saw and did, in order.', 'Which alternatives you considered.', 'Who witnessed it and what recordings exist.'],
      },
    ],
  },
  gift: `::Necessity:: Force is necessary when... {=no less harmful means would serve ~it is faster ~a superior orders it ~the person has a record}

::Proportionality:: Proportionality compares... {=the foreseeable harm with the harm averted ~the number of officers with the number of people ~the force with an offence of the past ~the cost with the budget}

::Ending:: When resistance ends, force must end. {T}

::Unlawful order:: Obeying a manifestly unlawful order removes responsibility. {F}

::Six principles:: Mark the principles of the use of force. {~%33.33333%Legality ~%33.33333%Precaution ~%33.33333%Non-discrimination ~%-50%Speed ~%-50%Setting an example}

::Year:: In which year were the United Nations Basic Principles adopted? {#1990}

::Aid:: After force was used, the first duty is to give ... aid. {=medical =first =health}

::Firearm:: A firearm is used against a person only... {=against an imminent threat of death or serious injury ~to stop someone who stole from fleeing ~as a warning into the air ~when patience runs out}`,
};
