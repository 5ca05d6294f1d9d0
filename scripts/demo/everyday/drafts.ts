import type { Language } from '@aula/contracts';

type Text = Partial<Record<Language, string>>;
/** A course that is not published yet: whoever wrote it asks somebody for a review. */
export interface DemoDraft {
  code: string;
  title: Text;
  summary: Text;
  hours: number;
  languages: readonly Language[];
  note: string;
  units: readonly { kind: 'page'; title: Text; contents: Partial<Record<Language, { body: string }>>; required: boolean }[];
}
const all = ['es', 'pt', 'en', 'fr'] as const;

const radio: DemoDraft = {
  code: 'RC-105',
  title: {
    es: 'Comunicación por radio',
    pt: 'Comunicação por rádio',
    en: 'Radio communication',
    fr: 'Communication par radio',
  },
  summary: {
    es: 'Hablar poco, claro y en orden cuando cada segundo cuenta.',
    pt: 'Falar pouco, com clareza e em ordem quando cada segundo conta.',
  },
  hours: 3,
  languages: all,
  note: 'Para la edición de marzo. Faltan los textos en inglés y en francés; por favor, mire primero el orden de las llamadas.',
  units: [
    {
      kind: 'page',
      title: { es: 'Pensar, pulsar, hablar', pt: 'Pensar, apertar, falar' },
      contents: {
        es: {
          body: '## Antes de pulsar\n\nPiense la frase entera. Quien habla a medias ocupa el canal que otro necesita.\n\n1. A quién llama.\n2. Quién es usted.\n3. Dónde está.\n4. Qué pasa y qué necesita.\n\n> Si la vida de alguien corre peligro, dígalo primero.',
        },
        pt: {
          body: '## Antes de apertar\n\nPense a frase inteira. Quem fala pela metade ocupa o canal de que outro precisa.\n\n1. A quem você chama.\n2. Quem é você.\n3. Onde está.\n4. O que acontece e do que precisa.\n\n> Se há vida em perigo, diga isso primeiro.',
        },
      },
      required: true,
    },
  ],
};

const welcome: DemoDraft = {
  code: 'AU-100',
  title: { es: 'Estudiar en Aula', pt: 'Estudar na Aula', en: 'Studying in Aula', fr: 'Étudier dans Aula' },
  summary: {
    es: 'Diez minutos para saber dónde está todo.',
    pt: 'Dez minutos para saber onde está tudo.',
    en: 'Ten minutes to know where everything is.',
    fr: 'Dix minutes pour savoir où tout se trouve.',
  },
  hours: 1,
  languages: all,
  note: '¿Se entiende sin haber estudiado nunca en línea?',
  units: [
    {
      kind: 'page',
      title: { es: 'Nada se pierde', pt: 'Nada se perde', en: 'Nothing is lost', fr: 'Rien ne se perd' },
      contents: {
        es: { body: 'Lo que usted hace queda guardado, también con mala señal. Cierre cuando tenga que irse y siga donde estaba.' },
        pt: { body: 'O que você faz fica salvo, mesmo com sinal ruim. Feche quando tiver que sair e continue de onde parou.' },
        en: { body: 'What you do stays saved, even on a bad line. Close it when you have to go, and continue where you were.' },
        fr: {
          body: 'Ce que vous faites reste enregistré, même avec un mauvais réseau. Fermez quand il faut partir, puis reprenez là où vous étiez.',
        },
      },
      required: true,
    },
  ],
};

export const drafts = { radio, welcome } as const;
