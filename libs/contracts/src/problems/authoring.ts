import { problemTexts } from './text.js';

/** What may go wrong while several people write and review a course. */
export const authoringProblems = problemTexts({
  'catalog.changed-meanwhile': {
    es: 'Otra persona lo cambió mientras usted escribía. Nada se ha perdido: compare las dos versiones y elija.',
    pt: 'Outra pessoa o alterou enquanto você escrevia. Nada se perdeu: compare as duas versões e escolha.',
    en: 'Somebody else changed it while you were writing. Nothing is lost: compare both versions and choose.',
    fr: 'Une autre personne l’a modifié pendant que vous écriviez. Rien n’est perdu : comparez les deux versions et choisissez.',
  },
  'catalog.language-not-of-course': {
    es: 'El curso no tiene este idioma. Añádalo primero en los datos del curso.',
    pt: 'O curso não tem este idioma. Acrescente-o primeiro nos dados do curso.',
    en: 'The course does not have this language. Add it to the course first.',
    fr: 'Le cours n’a pas cette langue. Ajoutez-la d’abord aux données du cours.',
  },
  'catalog.text-foreign': {
    es: 'Este curso o esta unidad no tiene un texto de este tipo. Vuelva a cargar los textos.',
    pt: 'Este curso ou esta unidade não tem um texto deste tipo. Recarregue os textos.',
    en: 'This course or unit has no text of this kind. Load the texts again.',
    fr: 'Ce cours ou cette unité n’a pas de texte de ce type. Rechargez les textes.',
  },
  'catalog.title-needed': {
    es: 'El título debe quedar escrito en al menos un idioma.',
    pt: 'O título deve ficar escrito em pelo menos um idioma.',
    en: 'The title must stay written in at least one language.',
    fr: 'Le titre doit rester écrit dans au moins une langue.',
  },
  'catalog.image-without-alt': {
    es: '«{title}» ({language}), línea {line}: la imagen no tiene descripción. Escríbala entre los corchetes: quien no ve la imagen la escucha.',
    pt: '«{title}» ({language}), linha {line}: a imagem não tem descrição. Escreva-a entre os colchetes: quem não vê a imagem a ouve.',
    en: '“{title}” ({language}), line {line}: the image has no description. Write it between the brackets: who cannot see the image hears it.',
    fr: '« {title} » ({language}), ligne {line} : l’image n’a pas de description. Écrivez-la entre les crochets : qui ne voit pas l’image l’entend.',
  },
  'catalog.description-missing': {
    es: 'Línea {line}: falta la descripción de la imagen o del video. Escríbala entre los corchetes: ![descripción](…).',
    pt: 'Linha {line}: falta a descrição da imagem ou do vídeo. Escreva-a entre os colchetes: ![descrição](…).',
    en: 'Line {line}: the description of the image or video is missing. Write it between the brackets: ![description](…).',
    fr: 'Ligne {line} : il manque la description de l’image ou de la vidéo. Écrivez-la entre les crochets : ![description](…).',
  },
  'catalog.video-without-captions': {
    es: 'Línea {line}: el video no tiene subtítulos. Súbalos (WebVTT) si en él se habla.',
    pt: 'Linha {line}: o vídeo não tem legendas. Envie-as (WebVTT) se nele se fala.',
    en: 'Line {line}: the video has no captions. Upload them (WebVTT) if anybody speaks in it.',
    fr: 'Ligne {line} : la vidéo n’a pas de sous-titres. Déposez-les (WebVTT) si quelqu’un y parle.',
  },
  'catalog.captions-invalid': {
    es: '«{name}» no es un archivo de subtítulos WebVTT: debe comenzar con WEBVTT, llevar tiempos como 00:01.000 --> 00:04.000 y medir 1 MB como máximo. Expórtelo de nuevo en ese formato.',
    pt: '«{name}» não é um arquivo de legendas WebVTT: deve começar com WEBVTT, ter tempos como 00:01.000 --> 00:04.000 e no máximo 1 MB. Exporte-o de novo nesse formato.',
    en: '“{name}” is no caption file in WebVTT: it must begin with WEBVTT, have times such as 00:01.000 --> 00:04.000, and be at most 1 MB. Export it again in that format.',
    fr: '« {name} » n’est pas un fichier de sous-titres WebVTT : il doit commencer par WEBVTT, contenir des temps comme 00:01.000 --> 00:04.000 et faire 1 Mo au plus. Exportez-le à nouveau dans ce format.',
  },
  'catalog.captions-without-language': {
    es: 'Diga en qué idioma están los subtítulos: es, pt, en o fr.',
    pt: 'Diga em que idioma estão as legendas: es, pt, en ou fr.',
    en: 'Say which language the captions are in: es, pt, en or fr.',
    fr: 'Indiquez la langue des sous-titres : es, pt, en ou fr.',
  },
  'catalog.captions-without-address': {
    es: 'Diga a qué video pertenecen los subtítulos: la dirección https de un archivo de video.',
    pt: 'Diga a que vídeo pertencem as legendas: o endereço https de um arquivo de vídeo.',
    en: 'Say which video the captions belong to: the https address of a video file.',
    fr: 'Indiquez à quelle vidéo appartiennent les sous-titres : l’adresse https d’un fichier vidéo.',
  },
  'catalog.not-a-video': {
    es: 'Solo los videos llevan subtítulos; «{name}» no es un video.',
    pt: 'Só vídeos têm legendas; «{name}» não é um vídeo.',
    en: 'Only videos have captions; “{name}” is no video.',
    fr: 'Seules les vidéos ont des sous-titres ; « {name} » n’est pas une vidéo.',
  },
  'catalog.review-missing': {
    es: 'Este curso se publica solo después de que otra persona apruebe el borrador tal como está. Pida una revisión; cada cambio posterior necesita una nueva.',
    pt: 'Este curso só é publicado depois que outra pessoa aprova o rascunho como está. Peça uma revisão; cada alteração posterior precisa de uma nova.',
    en: 'This course is published only after a second person has approved the draft as it stands. Ask for a review; any change after it needs a new one.',
    fr: 'Ce cours n’est publié qu’après l’approbation du brouillon tel quel par une deuxième personne. Demandez une relecture ; toute modification ultérieure en exige une nouvelle.',
  },
  'catalog.review-open': {
    es: 'Ya hay una revisión pendiente de este curso. Espere la decisión o retire la petición.',
    pt: 'Já há uma revisão pendente deste curso. Espere a decisão ou retire o pedido.',
    en: 'A review of this course is already waiting. Wait for its decision or take the request back.',
    fr: 'Une relecture de ce cours est déjà en attente. Attendez la décision ou retirez la demande.',
  },
  'catalog.review-closed': {
    es: 'Esta revisión ya está cerrada. Pida una nueva.',
    pt: 'Esta revisão já está encerrada. Peça uma nova.',
    en: 'This review is already closed. Ask for a new one.',
    fr: 'Cette relecture est déjà close. Demandez-en une nouvelle.',
  },
  'catalog.review-own': {
    es: 'Quien pide la revisión no puede decidirla. Debe hacerlo otra persona que pueda escribir el curso.',
    pt: 'Quem pede a revisão não pode decidi-la. Deve fazê-lo outra pessoa que possa escrever o curso.',
    en: 'Whoever asks for a review cannot decide it. Another person who may write the course has to.',
    fr: 'Qui demande la relecture ne peut pas en décider. Une autre personne habilitée à écrire le cours doit le faire.',
  },
  'catalog.review-of-another': {
    es: 'Esta revisión se pidió a otra persona. Puede comentarla; si esa persona no está, retire la petición y pida otra.',
    pt: 'Esta revisão foi pedida a outra pessoa. Você pode comentá-la; se essa pessoa não estiver, retire o pedido e faça outro.',
    en: 'This review was asked of another person. You can comment on it; if they are away, take the request back and ask again.',
    fr: 'Cette relecture a été demandée à une autre personne. Vous pouvez la commenter ; si elle est absente, retirez la demande et refaites-en une.',
  },
  'catalog.reviewer-unfit': {
    es: 'Esta persona no puede revisar el curso: debe poder escribirlo y no ser quien pide la revisión. Elija a otra de la lista.',
    pt: 'Esta pessoa não pode revisar o curso: deve poder escrevê-lo e não ser quem pede a revisão. Escolha outra da lista.',
    en: 'This person cannot review the course: they have to be able to write it and not be the one who asks. Choose another from the list.',
    fr: 'Cette personne ne peut pas relire le cours : elle doit pouvoir l’écrire et ne pas être celle qui demande. Choisissez-en une autre dans la liste.',
  },
  'catalog.review-outdated': {
    es: 'El borrador cambió mientras usted lo revisaba. Vuelva a cargar las diferencias y decida sobre lo que hay ahora.',
    pt: 'O rascunho mudou enquanto você o revisava. Recarregue as diferenças e decida sobre o que há agora.',
    en: 'The draft changed while you were reviewing it. Load the differences again and decide on what is there now.',
    fr: 'Le brouillon a changé pendant votre relecture. Rechargez les différences et décidez d’après l’état actuel.',
  },
  'catalog.review-rule-stays': {
    es: 'Solo un administrador puede quitar la revisión obligatoria de un curso. Pídaselo a uno.',
    pt: 'Só um administrador pode retirar a revisão obrigatória de um curso. Peça a um deles.',
    en: 'Only an administrator can take the required review off a course. Ask one.',
    fr: 'Seul un administrateur peut lever la relecture obligatoire d’un cours. Adressez-vous à l’un d’eux.',
  },
});
