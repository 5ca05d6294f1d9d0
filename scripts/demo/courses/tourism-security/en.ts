import type { CourseText } from '../course.ts';

export const en: CourseText = {
  title: 'Tourism security',
  summary:
    'Protecting people who are passing through: prevention, help in another language, and evidence that does not leave with the plane.',
  unitTitles: {
    welcome: 'Welcome',
    lesson: 'Lesson: the victim leaves tomorrow',
    exam: 'Final examination',
    session: 'Practical: a walk through a tourist place',
  },
  welcome: `## The clock runs differently

A visitor does not know the street, does not know whom to call, and leaves in days or hours. This course takes about **five hours** and shows how to work against that clock.

- Think of your own terminal, beach or old town.
- Before you begin, find out which consulates and interpreters serve your city.
- The examination has six questions; the pass mark is 60 %.`,
  lesson: {
    identifier: 'aula-demo-tourism-security-en',
    language: 'en',
    title: 'Tourism security',
    description: 'Prevention in tourist places, victims who are passing through, consulates, protection of children, and large events.',
    pages: [
      {
        kind: 'text',
        title: 'The ship sails at five',
        paragraphs: [
          'It is three in the afternoon at Bridgetown harbour. A couple tell you that their bag was snatched: passports, money, medicine. Their ship sails at five.',
          'Begin with the form, and at five you have a report without witnesses. Begin with them, and you have their medicine replaced, a consulate informed, a description on the air and a way to speak to them again.',
        ],
      },
      {
        kind: 'text',
        title: 'What changes when the victim is passing through',
        paragraphs: ['The crime is the same. Missing is everything that surrounds a victim at home.'],
        points: [
          'Time: they may never come back to testify.',
          'Language: they do not understand what they sign.',
          'Company: no family, doctor or lawyer nearby.',
          'Means: without card and phone there is no supper and no bed.',
        ],
      },
      {
        kind: 'text',
        title: 'Read the place',
        paragraphs: ['Crime against tourists keeps hours: when the buses arrive, when the bars close, when the ship lands its passengers.'],
        points: [
          'Lonely cash machines, viewpoints with one way out, beaches after dark.',
          'Taxi ranks nobody controls, terminals with pushy touts.',
          'Ask those who clean, sell or drive there: they see the same faces every day.',
        ],
      },
      {
        kind: 'text',
        title: 'The same old tricks',
        paragraphs: ['The costume changes. The method does not: distract, hurry, or pretend to be somebody.'],
        points: [
          'The stain on your clothes and the kind stranger who wipes it off.',
          'The holiday flat that does not exist.',
          'The taxi that is no taxi.',
          'The spiked drink.',
          'The false officer who checks wallets.',
        ],
      },
      {
        kind: 'question',
        id: 'tur-1',
        title: 'Practice 1',
        prompt: 'A tourist says that “two policemen” went through his wallet and 300 dollars are gone. What do you do?',
        choices: [
          'Explain that police here do no such thing and that he must have miscounted',
          'Take the description, look for cameras, tell your commander and open a report, whether they were false or real',
          'Suggest that he complain to his embassy',
        ],
        correct: 1,
        explanation:
          'If they were false, it is a serial crime; if they were real, it is a crime too. Either way your force must know today.',
      },
      {
        kind: 'text',
        title: 'Speaking without a common language',
        paragraphs: [
          'The translator on your phone is good for calming and guiding. It will not do for a statement: that takes an interpreter who answers for the words.',
        ],
        points: [
          'Short sentences, no slang, one idea at a time.',
          'Never use a child as interpreter, nor anyone who may be part of the problem.',
          'Check: ask the person to say back what they understood.',
        ],
      },
      {
        kind: 'text',
        title: 'The consulate',
        paragraphs: [
          'When you detain a foreign national, the Vienna Convention on Consular Relations (1963, article 36) obliges you to tell them without delay that they may have their consulate informed. The choice is theirs.',
          'A consulate helps victims as well: a travel document, word to the family, emergency money.',
        ],
      },
      {
        kind: 'question',
        id: 'tur-2',
        title: 'Practice 2',
        prompt: 'You detain a young foreign woman. She does not speak your language and does not mention a consulate. What is right?',
        choices: [
          'Tell her without delay, in a language she understands, that she may have her consulate informed, and record it',
          'Wait until she asks',
          'Call the consulate without telling her',
        ],
        correct: 0,
        explanation:
          'The right does not depend on knowing it. And it is hers: a person who seeks asylum, for one, may not want her consulate told.',
      },
      {
        kind: 'text',
        title: 'The report that travels',
        paragraphs: ['Before they leave, secure what you cannot ask for later.'],
        points: [
          'A full statement with an interpreter; on video, where your law allows it.',
          'E-mail, phone and address at home, and the date of departure.',
          'Identification and objects, today.',
          'A copy for the insurer and for the new passport.',
        ],
      },
      {
        kind: 'text',
        title: 'Sexual assault on a journey',
        paragraphs: [
          'Health first: treatment that prevents HIV must start as soon as possible, within 72 hours at the latest. Accepting care does not oblige anyone to report.',
        ],
        points: [
          'A private place and one person who listens.',
          'One interview only, by trained staff.',
          'No questions about clothes or drinks that pass judgement; if a drink was spiked, the test is urgent.',
        ],
      },
      {
        kind: 'question',
        id: 'tur-3',
        title: 'Practice 3',
        prompt:
          'It is eleven at night. A tourist who was assaulted flies at six in the morning and does not want to miss it. What do you offer?',
        choices: [
          'To report it when she is home',
          'To stay: without her there is no case',
          'Medical care and a specialised interview now, and a way to testify from abroad later',
        ],
        correct: 2,
        explanation: 'Evidence and health cannot wait; testimony can be completed from a distance. Whether to fly is her decision.',
      },
      {
        kind: 'text',
        title: 'Children and adolescents',
        paragraphs: [
          'Sexual exploitation of children travels too. Under the Palermo Protocol on trafficking (2000) neither deceit nor force need be proved when the victim is under 18: “consent” does not count.',
        ],
        points: [
          'Signs: an adult who cannot explain the relationship, cash, a minor who does not speak for herself.',
          'Receptionists, drivers and guides call when they know whom to call, and when somebody comes.',
        ],
      },
      {
        kind: 'question',
        id: 'tur-4',
        title: 'Practice 4',
        prompt: 'A receptionist calls: an older man has gone upstairs with a girl of about 15, no papers. How do you act?',
        choices: [
          'Ask her to call again if there is any noise',
          'Go, separate them, protect the girl as a victim, and call child protection and the investigators',
          'Detain the girl for having no papers',
        ],
        correct: 1,
        explanation:
          'Minutes count, and so does separating them: together, he speaks for her. She is a victim, whatever she says right then.',
      },
      {
        kind: 'text',
        title: 'When the crowd comes',
        paragraphs: [
          'Carnival, a patron saint’s day, a Test match: safety is won the week before, walking the exits with fire service, health service and organisers.',
        ],
        points: [
          'How many people fit, and who decides to close the gates.',
          'One place for lost children, announced in several languages.',
          'A clear lane for ambulances that nobody borrows “just for a minute”.',
        ],
      },
    ],
  },
  gift: `::Priority:: A couple who were robbed board in two hours. The first thing is to... {=see to their health and needs and circulate the description ~complete the whole form ~ask them to come back tomorrow ~send them to the hotel}

::Translator:: The automatic translator on a phone is enough for a formal statement. {F####It is good for guiding people. A statement takes an interpreter who answers for the words.}

::Consulate:: Which article of the Vienna Convention on Consular Relations deals with informing the consulate? {#36}

::Whose choice:: Once told, who decides whether the consulate is informed? {=the person detained ~the officer ~the hotel ~the travel agency}

::Before the flight:: Mark what to secure before the victim travels. {~%33.33333%A statement with an interpreter ~%33.33333%Contact details at home ~%33.33333%Identifications still to be made ~%-50%The plane ticket, withheld ~%-50%A promise not to publish anything}

::False officer:: A tourist reports supposed policemen who checked his wallet. You should... {=take the report and tell your commander the same day ~convince him that he is mistaken ~send him to his embassy ~give him his money back}

::Time limit:: Treatment that prevents HIV after an assault must start as soon as possible, at the latest within how many hours? {#72}

::Health:: A victim of sexual assault must report the crime in order to receive medical care. {F####Care is urgent and does not depend on a report.}

::Minors:: When persons under 18 are trafficked, deceit or force must be proved. {F####Under the Palermo Protocol the means are no requirement when the victim is a minor.}

::Protocol:: The United Nations protocol against trafficking in persons bears the name of the city of... {=Palermo}

::Interpreter:: Who should NOT act as interpreter? {=the victim’s young child ~a court interpreter ~an authorised bilingual colleague ~an official telephone service}

::Crowd:: The safety of a mass event is won above all by... {=planning exits, capacity and rescue routes beforehand ~making more arrests ~closing every street ~reacting on the day}`,
};
