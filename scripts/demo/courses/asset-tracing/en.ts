import type { CourseText } from '../course.ts';

export const en: CourseText = {
  title: 'Asset tracing',
  summary: 'See the money, follow it through companies and across borders, and keep it safe until a court decides.',
  unitTitles: { welcome: 'Welcome', lesson: 'Lesson in three parts', exam: 'Final examination' },
  welcome: `## Who paid for the truck?

This course takes about **ten hours**. It is for those who investigate crimes that leave money behind: drugs, extortion, trafficking, illegal mining, corruption.

1. *Seeing the money*: what to look for from the first search.
2. *Following the trail*: records, companies, financial intelligence.
3. *Keeping and recovering*: measures, management and co-operation.

Take the parts in order or one by one. The examination has six questions; the pass mark is 60 %.`,
  lesson: {
    identifier: 'aula-demo-asset-tracing-en',
    language: 'en',
    title: 'Asset tracing',
    description: 'Financial investigation: unexplained wealth, beneficial owners, co-operation and recovery.',
    parts: [
      {
        title: '1. Seeing the money',
        pages: [
          {
            kind: 'text',
            title: 'The truck and the house',
            paragraphs: [
              'Four men and 300 kilos of cocaine are taken in a truck. Headlines, photographs. Two weeks later the network has another truck and another four men.',
              'Nobody asked who paid for the first one, in whose name the warehouse stood, or what bought the boss’s house. Money is the part of a network that is not replaced in two weeks.',
            ],
          },
          {
            kind: 'text',
            title: 'Two investigations, one case',
            paragraphs: [
              'Beside the investigation of the crime runs one of the money, from the first day. FATF Recommendation 30 asks for it; the Palermo Convention (2000) and the United Nations Convention against Corruption (2003) oblige States to be able to confiscate.',
            ],
            points: [
              'One question at every arrest: what does this person live on?',
              'One member of the team for the money alone.',
              'A list of assets opened with the first surveillance.',
            ],
          },
          {
            kind: 'text',
            title: 'The sum that does not work out',
            paragraphs: [
              'Compare what came in with what can be seen. Known income plus loans, less living costs: that is what they could buy. Whatever goes beyond needs explaining.',
              'An example: in three years he declared 36,000 and spent 30,000 on living; a bank lent him 14,000. He could buy for 20,000. He has a pick-up and a plot of land worth 70,000. Unexplained: 50,000.',
            ],
            points: [
              'It is no conviction. It is a question with figures.',
              'Allow for inheritances, winnings and sales too, if there are any.',
            ],
          },
          {
            kind: 'question',
            id: 'act-1',
            title: 'Practice 1',
            prompt: 'Known income: 24,000. Living costs: 20,000. Loan: 6,000. Assets bought: 40,000. How much is unexplained?',
            choices: ['16,000', '30,000', '40,000'],
            correct: 1,
            explanation: '24,000 + 6,000 − 20,000 = 10,000 is what they could buy. 40,000 − 10,000 = 30,000 unexplained.',
          },
          {
            kind: 'text',
            title: 'When you search the house',
            paragraphs: ['Records of search list weapons and drugs. What leads to the money fits in a drawer.'],
            points: [
              'Electricity bills for another address, keys, contracts, insurance.',
              'Notebooks with initials and sums.',
              'Cards in other names, and too many phones.',
              'A thing like a memory stick, or a paper with 12 or 24 words: it may be a crypto wallet.',
            ],
          },
          {
            kind: 'question',
            id: 'act-2',
            title: 'Practice 2',
            prompt: 'In a book you find a paper with 24 unconnected English words. What do you do?',
            choices: [
              'Type them into an app to see how much is there',
              'Leave it: it does not look relevant',
              'Photograph it in place, guard it like cash and call the specialised unit at once',
            ],
            correct: 2,
            explanation:
              'Whoever holds those words can move the funds, and there may be another copy. Authorised specialists secure them within hours, not days.',
          },
        ],
      },
      {
        title: '2. Following the trail',
        pages: [
          {
            kind: 'text',
            title: 'What is written down already',
            paragraphs: [
              'Before you ask for secrets, read what is public: land, vehicles, the companies register, customs, government contracts, social media.',
            ],
            points: [
              'Search by person, partner, parents, associates and address.',
              'Note date, source and result, also when there is nothing.',
              'A photo on a yacht does not prove a yacht: it leads to its registration.',
            ],
          },
          {
            kind: 'text',
            title: 'Behind the company',
            paragraphs: [
              'The beneficial owner is the natural person who really owns or controls. FATF Recommendation 24 asks that the authorities be able to find out who it is.',
            ],
            points: [
              'The owner on paper has no income and does not know what the company does.',
              'Ten companies with one address and one accountant.',
              'Somebody else signs the cheques, drives the car and decides the sale.',
            ],
          },
          {
            kind: 'question',
            id: 'act-3',
            title: 'Practice 3',
            prompt:
              'A building firm belongs to a nephew of 22, a student. His uncle signs at the bank and lives in the firm’s house. What do you look into?',
            choices: [
              'Nothing: the register says who owns it',
              'Who controls and benefits: bank mandates, use of the assets, source of the capital',
              'Only the nephew’s marks at university',
            ],
            correct: 1,
            explanation: 'The register says whose name it is. Signature, use and source of the money show who is in charge.',
          },
          {
            kind: 'text',
            title: 'The financial intelligence unit',
            paragraphs: [
              'The FIU receives reports of suspicious transactions, analyses them and shares them with its counterparts abroad, many through the Egmont Group.',
            ],
            points: [
              'Ask precise questions: persons, dates, your hypothesis.',
              'What it gives you is intelligence: it guides, but is not put before the court.',
              'Evidence is obtained afterwards, with an order, from the bank.',
            ],
          },
          {
            kind: 'text',
            title: 'How money travels',
            paragraphs: [
              'Dirty money tries to look clean. An exporter invoices fruit at three times its price: the excess comes in as sales. A chain of car washes declares more customers than its water bill allows.',
            ],
            points: [
              'Repeated deposits just below the sum that must be reported.',
              'Couriers with cash at borders and airports.',
              'Crypto-assets: the blockchain is public, the name is not.',
            ],
          },
          {
            kind: 'question',
            id: 'act-4',
            title: 'Practice 4',
            prompt:
              'Where deposits are reported from 10,000, somebody pays in 9,500 nine times in three days at five branches. What is most likely?',
            choices: [
              'A shop that had a good week',
              'A fault in the bank’s system',
              'Structuring to avoid the report: look at source, destination and who pays in',
            ],
            correct: 2,
            explanation: 'Sums just under the threshold and changing branches are the sign. Verify all the same: a sign is no proof.',
          },
        ],
      },
      {
        title: '3. Keeping and recovering',
        pages: [
          {
            kind: 'text',
            title: 'Three words that differ',
            paragraphs: ['The terms change from country to country; the idea does not.'],
            points: [
              'Freeze or restrain: nobody may move the asset, for a time.',
              'Seize: the State takes it into custody.',
              'Confiscate or forfeit: a court takes it away for good. Depending on the law, with a conviction or without.',
            ],
          },
          {
            kind: 'text',
            title: 'A plan before you touch it',
            paragraphs: [
              'A closed hotel loses value every week; forty horses eat every day. Before you seize, decide who receives it, what it costs, and what becomes of the staff.',
            ],
            points: [
              'An inventory with photographs and a valuation.',
              'Debts and mortgages: sometimes nothing is left to recover.',
              'Early sale of what spoils, where the law allows it.',
            ],
          },
          {
            kind: 'question',
            id: 'act-5',
            title: 'Practice 5',
            prompt: 'Tomorrow you execute an order on a working hotel with 30 employees and a mortgage. What must be settled today?',
            choices: [
              'Who runs it and with what money, the inventory, and the known debts',
              'Only the padlock for the door',
              'The date of the auction',
            ],
            correct: 0,
            explanation:
              'Without a manager the State ends up paying for an empty building. The auction comes with the court’s decision, if it comes.',
          },
          {
            kind: 'text',
            title: 'Across the border',
            paragraphs: [
              'Talk first, write afterwards. Asset recovery networks, such as ARIN-CARIB in the Caribbean and the RRAG of GAFILAT, and the channels of INTERPOL and the FIUs tell you within days whether the asset exists.',
              'Evidence and measures are requested by mutual legal assistance. The Convention against Corruption gives its whole chapter V to asset recovery.',
            ],
            points: ['Ask for the freeze before the person hears of it.', 'Explain the crime, the asset and the link on one page.'],
          },
          {
            kind: 'text',
            title: 'Other people’s rights',
            paragraphs: [
              'A confiscated house may be the roof of somebody who knew nothing. A good file tells them apart before the judge has to.',
            ],
            points: [
              'A third party in good faith paid a real price, did not know and had no reason to know.',
              'Victims: what is recovered may serve to compensate them.',
              'Every act on an asset can be challenged: document each step.',
            ],
          },
          {
            kind: 'question',
            id: 'act-6',
            title: 'Practice 6',
            prompt: 'A network contact abroad confirms by e-mail an account with 80,000. What do you do with that?',
            choices: [
              'Put it on file as evidence',
              'Let it guide the case, and prepare with the prosecutor the formal request, freezing included',
              'File it away: informal information is worthless',
            ],
            correct: 1,
            explanation:
              'The informal channel says where to look. What a court can weigh comes by the formal one; meanwhile the money must not move.',
          },
          {
            kind: 'text',
            title: 'The asset report',
            paragraphs: ['One sheet for each asset. If somebody else can go on with it tomorrow, it is well made.'],
            points: [
              'What it is, where it is, what it is worth.',
              'Whose name it bears and who uses it.',
              'What paid for it, and what proves that.',
              'What it costs to keep, and which measure you ask for.',
            ],
          },
        ],
      },
    ],
  },
  gift: `::When:: The financial investigation begins... {=on the first day, together with that of the crime ~after the conviction ~when the press asks for it ~only if there are accounts abroad}

::Sum:: Known income 30,000, living costs 25,000, loan 10,000, assets bought 60,000. How much is unexplained? {#45000}

::Owner:: The beneficial owner is... {=the natural person who really owns or controls ~whoever is in the register ~the company’s accountant ~the bank that lends}

::Signs:: Mark signs that somebody is an owner on paper only. {~%33.33333%They have no income ~%33.33333%Somebody else signs at the bank ~%33.33333%They do not know what the company does ~%-50%They pay taxes on time ~%-50%They hire a lawyer}

::Intelligence:: A report of the FIU is put before the court as evidence just as it is. {F####It is intelligence and guides you. Evidence is obtained afterwards, with an order, from its source.}

::Structuring:: Nine deposits just below the sum that is reported, at several branches, suggest... {=structuring to avoid the report ~a good month of sales ~a book-keeping error ~a prize}

::Words:: A paper with 12 or 24 unconnected words may give access to a crypto wallet. {T####Whoever has them can move the funds. Guard it like cash and tell the specialists at once.}

::Corruption:: In which year did the General Assembly adopt the United Nations Convention against Corruption? {#2003}

::For good:: Taking an asset away for good by decision of a court is called... {=confiscation =forfeiture =confiscating =to confiscate}

::Before seizing:: Mark what must be settled before a running business is seized. {~%33.33333%Who will manage it ~%33.33333%What it costs to keep ~%33.33333%Which debts it has ~%-50%The auction price ~%-50%The photo for the press}

::Border:: To learn quickly whether an asset exists in another country, you first use... {=the informal asset recovery network or the FIU ~a letter to the minister ~a complete request for mutual legal assistance ~a public notice}

::FATF:: Which number has the FATF Recommendation on financial investigation by law enforcement? {#30}`,
};
