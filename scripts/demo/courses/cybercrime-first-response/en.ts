import type { CourseText } from '../course.ts';

export const en: CourseText = {
  title: 'Cybercrime: first response',
  summary: 'What to do in the first hour about a fraud, an extortion or a device that is switched on, without being a specialist.',
  unitTitles: { welcome: 'Welcome', lesson: 'Lesson: the first hour', exam: 'Final examination' },
  welcome: `## You need not be a specialist

Nearly every digital investigation begins at a counter or in the street, with somebody who is no forensic expert. This course takes about **six hours** and teaches you not to lose what the expert will need.

- Take your time: your progress is kept.
- Have the number of your specialised unit at hand. If you do not know it, find out today.
- The examination has six questions; the pass mark is 60 %.`,
  lesson: {
    identifier: 'aula-demo-cybercrime-first-response-en',
    language: 'en',
    title: 'Cybercrime: first response',
    description: 'Looking after the victim, limiting the damage, preserving devices and data, and calling for help in time.',
    pages: [
      {
        kind: 'text',
        title: 'The report that was nearly lost',
        paragraphs: [
          'A hardware dealer in Chaguanas gets an e-mail from her supplier: “we have changed banks”. She pays the invoice. An hour later the real supplier calls: he never wrote.',
          'At the first station they tell her to see the bank. At the second, the constable calls the fraud line with her: the transfer is still on hold. Forty minutes lie between a fright and a bankruptcy.',
        ],
      },
      {
        kind: 'text',
        title: 'What comes to the counter',
        paragraphs: ['Whatever it is called, it is nearly always one of these five.'],
        points: [
          'Tricks that make somebody pay or give away a password.',
          'Stolen accounts: mail, messaging, social media.',
          'Extortion with intimate images, real or faked.',
          'Files held to ransom in a business, a hospital or a town hall.',
          'Sexual abuse of children, recorded or live.',
        ],
      },
      {
        kind: 'text',
        title: 'The first hour',
        paragraphs: ['The order matters: people first, then money, then data.'],
        points: [
          'Is anybody in danger now? A victim of extortion may be thinking of suicide: ask plainly.',
          'Has money just gone out? Call the bank or wallet with the victim, now.',
          'Is the intruder still inside? Change passwords, from another device.',
          'Nothing is deleted: no messages, no accounts, no apps.',
        ],
      },
      {
        kind: 'question',
        id: 'cib-1',
        title: 'Practice 1',
        prompt: 'Forty minutes ago a pensioner sent his savings to an account that a false official dictated to him. What do you do first?',
        choices: [
          'Take the full statement and advise him afterwards',
          'Call his bank’s fraud line with him to stop the transfer',
          'Look up the caller’s number on social media',
        ],
        correct: 1,
        explanation: 'Money moves in minutes; the statement can be written later. Note the time of the call and the reference number.',
      },
      {
        kind: 'text',
        title: 'Questions that help',
        paragraphs: ['Let people tell it first; then fill the gaps. Write exact details, letter by letter.'],
        points: [
          'What happened and when, with the time zone.',
          'Full web address, user name, number, account or wallet.',
          'Which device and which account the victim used.',
          'What they have done since: deleted, blocked, paid, reset?',
        ],
      },
      {
        kind: 'text',
        title: 'Preserve without spoiling',
        paragraphs: [
          'A screenshot helps memory, but takes a minute to fake. The original message, on its device, carries date, sender and route.',
        ],
        points: [
          'Keep the original e-mail with its headers, not a forwarded copy.',
          'Of a chat, keep the whole conversation, the dull parts too.',
          'Copy the address of the profile: display names change, the address usually stays.',
        ],
      },
      {
        kind: 'text',
        title: 'The phone that is on',
        paragraphs: ['An unlocked phone is a door that may close for good, by being switched off or by an order from afar.'],
        points: [
          'Isolate it: flight mode, or a bag that blocks the signal.',
          'Keep it on and charged; if it is unlocked, tell the specialised unit at once.',
          'Do not browse: every touch leaves a trace, and a search may need a warrant.',
          'Photograph the screen; note the time, its state and who touched it.',
        ],
      },
      {
        kind: 'question',
        id: 'cib-2',
        title: 'Practice 2',
        prompt: 'During a search you find an unlocked phone on which messages keep arriving. What is right?',
        choices: [
          'Switch it off so that nothing changes',
          'Read the messages before they disappear',
          'Cut it off from the network, keep it charged and call the specialised unit',
        ],
        correct: 2,
        explanation:
          'Switched off, it may lock itself for good; connected, it may be wiped from afar. Isolated and charged, everything is still there for whoever is authorised.',
      },
      {
        kind: 'text',
        title: 'The computer, and what is not in it',
        paragraphs: [
          'If it is off, leave it off. If it is on, photograph the screen and call: memory and open encrypted disks are gone when the power goes.',
          'Only when you see that something is being erased, cut the power as your force’s procedure says, and write down why.',
        ],
        points: ['Look for small things too: memory sticks, cards, routers, notes with passwords.', 'Ask about copies in the cloud.'],
      },
      {
        kind: 'text',
        title: 'The fingerprint of a file',
        paragraphs: [
          'A hash is a number computed from everything in a file. Change one letter and the number changes: that is how you show that the copy examined is the same as what was seized.',
        ],
        points: ['Device packed, sealed and numbered.', 'Every handover with name, date, time and signature.'],
      },
      {
        kind: 'question',
        id: 'cib-3',
        title: 'Practice 3',
        prompt: 'The hash of the copy that reached the laboratory differs from the one in the record of seizure. What does that mean?',
        choices: [
          'The content is not identical: document it and find out why',
          'Nothing: a hash changes by itself over time',
          'The file has a virus',
        ],
        correct: 0,
        explanation:
          'The same content always has the same hash. The difference may be a slip in the record or an alteration: it is documented, never covered up.',
      },
      {
        kind: 'text',
        title: 'Extortion with images',
        paragraphs: ['People come to you ashamed. “Why did you send that in the first place?” silences them, and has cost lives.'],
        points: [
          'Say that the crime is the threat, and whose crime it is.',
          'Advise them not to pay and to stop talking, without deleting anything or closing the account.',
          'Report the profile to the platform after preserving it.',
          'If it is a minor, call the specialised unit and child protection.',
        ],
      },
      {
        kind: 'question',
        id: 'cib-4',
        title: 'Practice 4',
        prompt: 'A mother wants to message you the photos that an adult demanded from her 14-year-old daughter. What do you tell her?',
        choices: [
          'To send them: then they are on record',
          'Not to forward them to anyone, to leave the device as it is and wait for the specialised unit',
          'To delete them at once, to protect the girl',
        ],
        correct: 1,
        explanation: 'Each copy repeats the harm and may be an offence, between police officers too. Deleting destroys the evidence.',
      },
      {
        kind: 'text',
        title: 'The data is in another country',
        paragraphs: [
          'Connection logs are erased within weeks or days. Under the Budapest Convention on Cybercrime (2001) one State can ask another to preserve them urgently while the formal request is on its way.',
          'Its network of contact points answers 24 hours a day, 7 days a week. Your part is to tell the unit that speaks to that network, today.',
        ],
      },
      {
        kind: 'text',
        title: 'A report that others can use',
        paragraphs: [
          'The examiner and the prosecutor will work with what you wrote. Facts, times with their zone, exact details, and everyone who touched a device.',
        ],
        points: ['What you saw on the screen, with a photo.', 'What you did and why.', 'What you did not do and is still open.'],
      },
    ],
  },
  gift: `::Recent money:: A victim sent money half an hour ago. The first thing is to... {=call the bank with them to stop the transfer ~finish the report form ~publish a warning ~ask them to come back with a lawyer}

::Screenshot:: A screenshot replaces the original message. {F####It helps, but is easily faked. The original keeps date, sender and route.}

::Phone:: A seized phone is on and unlocked. You should... {=cut it off from the network and keep it charged ~switch it off at once ~go through it on the spot ~give it back until there is a warrant}

::Noting:: Mark what to note about a profile that makes threats. {~%33.33333%The full address of the profile ~%33.33333%The time with its zone ~%33.33333%The device on which the victim saw it ~%-50%What the neighbours think ~%-50%Only the display name}

::Fingerprint:: The number which shows that a copy is identical to the original is called a... {=hash =a hash =hash value}

::Budapest:: In which year was the Budapest Convention on Cybercrime opened for signature? {#2001}

::Network:: How many hours a day does the contact network of the Budapest Convention answer? {#24}

::Forwarding:: To get a second opinion, child sexual abuse material may be forwarded to a colleague. {F####Each copy repeats the harm and may be an offence. Preserve the device and call the specialised unit.}

::Extortion:: Somebody extorted with intimate images is advised to... {=pay nothing, delete nothing and stop the conversation ~pay just once ~close all accounts ~answer with threats}

::Computer:: A computer is on and nothing seems to be erased. The right thing is to... {=photograph the screen and call specialists ~switch it off at the button ~open the recent folders ~install an antivirus}

::Time zone:: A log entry says 02:00 UTC. What hour of the previous day was it in Bogotá, five hours behind (0 to 23)? {#21}

::Blame:: Asking the victim why they sent the image helps the investigation. {F####It ends the conversation. What matters is who threatens, from where, and what they demand.}`,
};
