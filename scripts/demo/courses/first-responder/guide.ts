import type { CourseGuide } from '../course.ts';

/** The card for the pocket: what to do on arrival, in order. */
export const guide: CourseGuide = {
  es: {
    unitTitle: 'Guía de bolsillo',
    fileName: 'Guía de bolsillo.pdf',
    lead: 'Para llevar en el servicio. No sustituye el protocolo de su institución.',
    steps: [
      ['Antes de bajar', 'Mire, escuche y avise por radio lo que ve. Anote la hora de llegada.'],
      ['Primero la vida', 'Asegure el lugar, auxilie a los heridos y pida ayuda médica. Recuerde qué movió y por dónde pasó.'],
      ['Acordone de más', 'Un perímetro grande se reduce; uno pequeño ya no se amplía sin pérdida. Una sola entrada.'],
      ['Lleve la lista', 'Quién entra, a qué hora, con qué fin. También los jefes.'],
      ['No toque, proteja', 'Cubra lo que la lluvia o el viento se llevan, sin tocarlo, y anótelo.'],
      ['Separe a los testigos', 'Nombre, contacto y lo que vieron, con sus palabras. No les cuente lo que dijeron otros.'],
      ['Entregue la escena', 'A quién, a qué hora y qué le dijo. Firme y haga firmar.'],
    ],
  },
  pt: {
    unitTitle: 'Guia de bolso',
    fileName: 'Guia de bolso.pdf',
    lead: 'Para levar em serviço. Não substitui o protocolo da sua instituição.',
    steps: [
      ['Antes de descer', 'Olhe, escute e informe pelo rádio o que vê. Anote a hora de chegada.'],
      ['Primeiro a vida', 'Torne o local seguro, socorra os feridos e peça ajuda médica. Lembre o que moveu e por onde passou.'],
      ['Isole com folga', 'Um perímetro grande se reduz; um pequeno já não se amplia sem perda. Uma só entrada.'],
      ['Mantenha a lista', 'Quem entra, a que hora, com que fim. Os chefes também.'],
      ['Não toque, proteja', 'Cubra o que a chuva ou o vento levam, sem tocar, e anote.'],
      ['Separe as testemunhas', 'Nome, contato e o que viram, com as suas palavras. Não conte o que outros disseram.'],
      ['Entregue o local', 'A quem, a que hora e o que informou. Assine e peça a assinatura.'],
    ],
  },
  en: {
    unitTitle: 'Pocket guide',
    fileName: 'Pocket guide.pdf',
    lead: 'To carry on duty. It does not replace the protocol of your institution.',
    steps: [
      ['Before you get out', 'Look, listen and report by radio what you see. Note the time of arrival.'],
      ['Life comes first', 'Make the place safe, help the injured and call for medical aid. Remember what you moved and where you walked.'],
      ['Cordon off too much', 'A large perimeter can shrink; a small one cannot grow without loss. One way in.'],
      ['Keep the list', 'Who enters, when, and why. Superiors too.'],
      ['Protect, do not touch', 'Cover what rain or wind would take, without touching it, and note it down.'],
      ['Keep witnesses apart', 'Name, contact and what they saw, in their own words. Do not tell them what others said.'],
      ['Hand over the scene', 'To whom, when, and what you told them. Sign, and have it signed.'],
    ],
  },
  fr: {
    unitTitle: 'Guide de poche',
    fileName: 'Guide de poche.pdf',
    lead: 'À garder sur soi en service. Il ne remplace pas le protocole de votre institution.',
    steps: [
      ['Avant de descendre', 'Regardez, écoutez et dites à la radio ce que vous voyez. Notez l’heure d’arrivée.'],
      [
        'La vie d’abord',
        'Sécurisez les lieux, secourez les blessés et appelez les secours. Retenez ce que vous avez déplacé et par où vous êtes passé.',
      ],
      ['Délimitez large', 'Un grand périmètre se réduit ; un petit ne s’agrandit plus sans perte. Une seule entrée.'],
      ['Tenez la liste', 'Qui entre, à quelle heure, pourquoi. Les supérieurs aussi.'],
      ['Protégez sans toucher', 'Couvrez ce que la pluie ou le vent emporteraient, sans y toucher, et notez-le.'],
      ['Séparez les témoins', 'Nom, contact et ce qu’ils ont vu, avec leurs mots. Ne leur dites pas ce que d’autres ont dit.'],
      ['Remettez la scène', 'À qui, à quelle heure et ce que vous avez dit. Signez et faites signer.'],
    ],
  },
};
