import type { CourseText } from '../course.ts';

export const en: CourseText = {
  title: 'Community policing',
  summary: 'Know your beat, listen to those who live on it, and solve with them the problems that keep coming back.',
  unitTitles: {
    welcome: 'Welcome',
    lesson: 'Lesson: from incident to problem',
    exam: 'Final examination',
    session: 'Practical: a walk around the beat',
  },
  welcome: `## The patrol that gets out of the car

This course takes about **eight hours**. It is for anyone who has a beat to look after: a district, a village, a waterfront.

1. Work through the lesson: short cases, and decisions you have probably had to take already.
2. Pick one real problem on your beat and keep it in mind as you read.
3. Sit the examination: six questions, 60 % to pass.

> Trust is not asked for at a meeting. It is earned between one meeting and the next.`,
  lesson: {
    identifier: 'aula-demo-community-policing-en',
    language: 'en',
    title: 'Community policing',
    description: 'Knowing the beat, listening, solving problems with a method, treating people fairly and measuring what matters.',
    pages: [
      {
        kind: 'text',
        title: 'One corner, two ways to patrol',
        paragraphs: [
          'Every Friday night there are calls about robberies at the same bus stop. The car drives past twelve times a week and finds nobody.',
          'One officer gets out and asks. The light at the stop has been out for two months, the last bus leaves at ten, and the building site across the road pays in cash on Fridays. With a new bulb and pay on changing days, the calls all but stop.',
        ],
        points: ['The calls were incidents; the corner was the problem.', 'Neighbours, site and town council held the solution.'],
      },
      {
        kind: 'text',
        title: 'What it is and what it is not',
        paragraphs: [
          'Community policing is three things together: work with the people of a place, solving problems, and a force that gives officers time for both.',
        ],
        points: [
          'It is not public relations.',
          'It is not a network of informers.',
          'It is not going soft: you arrest whoever must be arrested, and you say why.',
        ],
      },
      {
        kind: 'text',
        title: 'Your first month on the beat',
        paragraphs: [
          'Walk it at three different hours. The woman who opens her stall at five, the caretaker at the school and the night watchman see different things.',
        ],
        points: [
          'Write down places, times and the names of those who speak for others.',
          'Look for the people who never come to meetings: the young, the old, migrants, indigenous leaders.',
          'Leave a contact that somebody answers on your days off too.',
        ],
      },
      {
        kind: 'question',
        id: 'com-1',
        title: 'Practice 1',
        prompt: 'At your first meeting the residents spend twenty minutes complaining about patrols that never came. What do you do?',
        choices: [
          'Show the figures that prove response times have improved',
          'Listen, take notes, and close with two promises you can keep and a date',
          'Ask them to put complaints in writing and move to the next item',
        ],
        correct: 1,
        explanation: 'People who do not feel heard will not hear figures or procedures. Two promises kept are worth more than ten made.',
      },
      {
        kind: 'text',
        title: 'A meeting worth coming to',
        paragraphs: [
          'Choose the people’s hour and place, not the station’s. If only shopkeepers turn up, go afterwards to the playing field, the market and the church hall.',
          'End with one sheet everyone can see: what will be done, by whom, by when. The next meeting starts with that sheet, even if something did not work out.',
        ],
      },
      {
        kind: 'text',
        title: 'Four steps for a problem',
        paragraphs: ['A problem is something that repeats, does harm, and that people expect somebody to deal with.'],
        points: [
          'Scan: what keeps happening, where, and to whom.',
          'Analyse: why there, why at that hour, what makes it easy.',
          'Respond: with whoever holds the cause, not with patrols alone.',
          'Assess: did it really go down, or did it move to the next block?',
        ],
      },
      {
        kind: 'text',
        title: 'A case: motorbikes in the park',
        paragraphs: [
          'People complain about motorbike races. Forty tickets later nothing has changed. The analysis shows that nearly all of it happens on Sundays from six to eight, when the avenue is closed for families and the park is the only short cut left.',
          'The response: two bollards, a signed detour and an agreement with the riders’ club. Three months later somebody counts again.',
        ],
      },
      {
        kind: 'question',
        id: 'com-2',
        title: 'Practice 2',
        prompt: 'Of 30 phone robberies, 21 happened between 5 and 7 p.m. outside one school gate. What is the next step?',
        choices: [
          'Post a car at the school all day',
          'Call the analysis finished and report to your superior',
          'Find out with pupils and teachers what makes robbery easy at that place and hour',
        ],
        correct: 2,
        explanation: 'Where and when is half the analysis. The why is missing, and those who walk out of that gate know it.',
      },
      {
        kind: 'text',
        title: 'Fair treatment',
        paragraphs: [
          'People judge the police less by the outcome than by the way they were treated. A ticket well explained leaves less anger than a humiliating warning.',
        ],
        points: [
          'Voice: let people tell their side.',
          'Neutrality: the same rule for all, and say which rule it is.',
          'Respect: Sir, Ma’am, the person’s name, no jokes in front of others.',
          'Clear motives: say what you are trying to protect.',
        ],
      },
      {
        kind: 'question',
        id: 'com-3',
        title: 'Practice 3',
        prompt: 'A shopkeeper asks you to “move the foreigners” who sell in the square. What do you answer?',
        choices: [
          'That you act on conduct the law forbids, whoever it is, and ask what exactly is happening',
          'That you will check the papers of every foreign vendor',
          'That such things are no business of the police',
        ],
        correct: 0,
        explanation: 'You answer conduct, never origin. The concrete question often brings out a real problem: space, noise or litter.',
      },
      {
        kind: 'text',
        title: 'When trust brings a secret',
        paragraphs: [
          'A resident who knows you by now tells you that her partner beats her. The Convention of Belém do Pará (1994) binds States to prevent and punish violence against women.',
        ],
        points: [
          'Ask whether she is safe today and whether there is a weapon in the house.',
          'Do not offer mediation: this is power over someone, not a quarrel between equals.',
          'Go with her to the specialised service; do not just hand her a leaflet.',
        ],
      },
      {
        kind: 'text',
        title: 'Close, with limits',
        paragraphs: [
          'Being close exposes you. The United Nations Code of Conduct for Law Enforcement Officials (1979) asks officers to oppose every act of corruption and to keep confidential what they learn on duty.',
        ],
        points: ['Small gifts create debts that other people can see.', 'What you are told is not for the shop next door.'],
      },
      {
        kind: 'question',
        id: 'com-4',
        title: 'Practice 4',
        prompt: 'A restaurant owner will not let you pay for lunch, day after day. What is right?',
        choices: [
          'Accept: to refuse would offend and hurt the relationship',
          'Thank them, always pay, and mention it to your superior',
          'Accept only when no customers are watching',
        ],
        correct: 1,
        explanation:
          'A daily favour becomes a debt, and the neighbourhood sees it. Having told your superior protects you when somebody asks.',
      },
      {
        kind: 'text',
        title: 'Measure what matters',
        paragraphs: ['If all you count is stops and arrests, stops and arrests are what you will get.'],
        points: [
          'Repeat calls from the same place.',
          'Promises kept on time.',
          'How many people walk at night where nobody used to.',
          'Reports: they rise at first, because now there is somebody to tell.',
        ],
      },
    ],
  },
  gift: `::Essence:: You recognise community policing because it... {=works with the people of a place on problems that repeat ~hands out leaflets and holds events ~avoids arresting those who live on the beat ~recruits informers on every block}

::Investigation:: Community policing replaces criminal investigation. {F####It supports it. Where there is trust, witnesses and information come forward.}

::Steps:: How many steps has the problem-solving method of the lesson? {#4}

::Order:: You know what repeats and where. The next step is to... {=analyse why it happens there and then ~send more patrols ~assess whether it went down ~inform the press}

::Fairness:: Mark what people experience as fair treatment. {~%33.33333%Being able to tell their side ~%33.33333%The same rule for all ~%33.33333%Being told the reason ~%-50%A secret procedure ~%-50%Being called by a nickname}

::Complaints:: People at a meeting are angry. The most useful thing is to... {=listen and close with a few dated promises ~show statistics ~call the meeting off ~promise all they ask for}

::Violence at home:: When there is violence between partners, it is a good idea to call in both and mediate. {F####Mediation needs equals. Between an aggressor and someone who is afraid it may raise the risk.}

::Convention:: The Inter-American convention of 1994 on violence against women bears the name of Belém do... {=Pará =Para}

::Code:: In which year did the United Nations General Assembly adopt the Code of Conduct for Law Enforcement Officials? {#1979}

::Inviting:: Mark those whom you should go and look for, because they seldom come by themselves. {~%50%Young people of the district ~%50%Migrants ~%-50%The board of the chamber of commerce ~%-50%Your own commander}

::Displacement:: Robberies fall on one block and rise on the next. This means that... {=the problem has moved and must be analysed again ~the response was a complete success ~the method is useless ~more tickets are needed}

::Reports:: In the first months more crimes are reported. A reasonable explanation is that... {=people trust the police more and tell what they used to keep quiet ~there is always more crime where there are police ~the records are badly kept ~reporting should be discouraged}`,
};
