import { problemTexts } from '../problems/text.js';

/** What may be found in the files of a package without running them. */
export const contentFindings = problemTexts({
  'file-empty': {
    es: 'Este archivo está vacío. Si el curso lo usa, expórtelo otra vez.',
    pt: 'Este arquivo está vazio. Se o curso o usa, exporte outra vez.',
    en: 'This file is empty. If the course uses it, export it again.',
    fr: 'Ce fichier est vide. Si le cours s’en sert, exportez-le à nouveau.',
  },
  'archive-name-odd': {
    es: 'El nombre tiene signos que algunos navegadores leen de otra forma (como ?, #, % o :); se aceptó así. Use letras, cifras y guiones.',
    pt: 'O nome tem sinais que alguns navegadores leem de outra forma (como ?, #, % ou :); foi aceito assim. Use letras, algarismos e hífens.',
    en: 'The name has signs that some browsers read in another way (such as ?, #, % or :); it was accepted like that. Use letters, digits and hyphens.',
    fr: 'Le nom contient des signes que certains navigateurs lisent autrement (comme ?, #, % ou :) ; il a été accepté ainsi. Employez lettres, chiffres et tirets.',
  },
  'schema-location-odd': {
    es: 'El manifiesto nombra sus esquemas de forma incompleta (schemaLocation); no se usan, así que se aceptó.',
    pt: 'O manifesto nomeia os seus esquemas de forma incompleta (schemaLocation); não são usados, por isso foi aceito.',
    en: 'The manifest names its schemas incompletely (schemaLocation); they are not used, so it was accepted.',
    fr: 'Le manifeste nomme ses schémas de façon incomplète (schemaLocation) ; ils ne servent pas, il a donc été accepté.',
  },
  'content-insecure': {
    es: 'Apunta a {url} sin cifrado (http:); los navegadores lo bloquean. Use https: o incluya el archivo en el paquete.',
    pt: 'Aponta para {url} sem criptografia (http:); os navegadores bloqueiam. Use https: ou inclua o arquivo no pacote.',
    en: 'It points to {url} without encryption (http:), which browsers block. Use https: or put the file into the package.',
    fr: 'Il pointe vers {url} sans chiffrement (http:), ce que les navigateurs bloquent. Passez à https: ou mettez le fichier dans le paquet.',
  },
  'content-external': {
    es: 'Carga {url} de otro sitio; el reproductor no lo permite y sin línea no funciona. Incluya el archivo en el paquete.',
    pt: 'Carrega {url} de outro site; o reprodutor não o permite e sem linha não funciona. Inclua o arquivo no pacote.',
    en: 'It loads {url} from another site, which the player does not allow and which fails without a line. Put the file into the package.',
    fr: 'Il charge {url} depuis un autre site ; le lecteur l’interdit et rien ne s’affiche sans ligne. Mettez le fichier dans le paquet.',
  },
  'image-without-alternative': {
    es: 'Hay {count} imágenes sin texto alternativo; quien no ve no sabrá qué muestran. Descríbalas, o márquelas como decoración.',
    pt: 'Há {count} imagens sem texto alternativo; quem não vê não saberá o que mostram. Descreva-as ou marque-as como decoração.',
    en: 'There are {count} images without alternative text; whoever cannot see will not know what they show. Describe them, or mark them as decoration.',
    fr: 'Il y a {count} images sans texte de remplacement ; qui ne voit pas ignore ce qu’elles montrent. Décrivez-les ou marquez-les comme décor.',
  },
  'media-without-captions': {
    es: 'Hay {count} videos o audios sin subtítulos aparte; quien no oye se pierde lo que dicen. Añádales una pista de subtítulos, salvo que no tengan voz.',
    pt: 'Há {count} vídeos ou áudios sem legendas à parte; quem não ouve perde o que dizem. Acrescente uma faixa de legendas, a menos que não tenham fala.',
    en: 'There are {count} videos or sounds without captions beside them; whoever cannot hear misses what they say. Add a track of captions, unless nobody speaks.',
    fr: 'Il y a {count} vidéos ou sons sans sous-titres à part ; qui n’entend pas manque ce qu’ils disent. Ajoutez une piste de sous-titres, sauf si personne ne parle.',
  },
  'frame-without-title': {
    es: 'Hay {count} marcos (iframe) sin nombre; los lectores de pantalla no saben decir qué contienen. Póngales un título.',
    pt: 'Há {count} quadros (iframe) sem nome; os leitores de tela não sabem dizer o que contêm. Dê-lhes um título.',
    en: 'There are {count} frames (iframe) without a name; screen readers cannot say what they hold. Give them a title.',
    fr: 'Il y a {count} cadres (iframe) sans nom ; les lecteurs d’écran ne peuvent dire ce qu’ils contiennent. Donnez-leur un titre.',
  },
  'field-without-label': {
    es: 'Hay {count} campos de formulario sin etiqueta; quien no ve no sabe qué escribir en ellos. Póngale a cada uno la suya.',
    pt: 'Há {count} campos de formulário sem rótulo; quem não vê não sabe o que escrever neles. Dê um a cada campo.',
    en: 'There are {count} form fields without a label; whoever cannot see does not know what to write in them. Give each its own.',
    fr: 'Il y a {count} champs de formulaire sans étiquette ; qui ne voit pas ignore quoi y écrire. Donnez à chacun la sienne.',
  },
  'zoom-blocked': {
    es: 'La página impide ampliarla con los dedos (viewport); quien ve poco no puede leerla en un teléfono. Permita el zoom.',
    pt: 'A página impede ampliá-la com os dedos (viewport); quem vê pouco não consegue lê-la num telefone. Permita o zoom.',
    en: 'The page forbids to enlarge it with the fingers (viewport); whoever sees little cannot read it on a phone. Allow zooming.',
    fr: 'La page interdit de l’agrandir avec les doigts (viewport) ; qui voit mal ne peut la lire sur un téléphone. Autorisez le zoom.',
  },
  'page-without-language': {
    es: 'La página no dice su idioma, y los lectores de pantalla la pronuncian mal. Indique el idioma del curso.',
    pt: 'A página não diz o seu idioma, e os leitores de tela pronunciam mal. Indique o idioma do curso.',
    en: 'The page does not say its language, so screen readers pronounce it wrongly. State the language of the course.',
    fr: 'La page n’indique pas sa langue ; les lecteurs d’écran la prononcent mal. Indiquez la langue du cours.',
  },
  'page-without-title': {
    es: 'La página no tiene título, y los lectores de pantalla no saben anunciarla. Póngale uno.',
    pt: 'A página não tem título, e os leitores de tela não sabem anunciá-la. Dê-lhe um.',
    en: 'The page has no title, so screen readers cannot announce it. Give it one.',
    fr: 'La page n’a pas de titre ; les lecteurs d’écran ne savent pas l’annoncer. Donnez-lui-en un.',
  },
  'first-page-heavy': {
    es: 'La primera página tarda unos {seconds} segundos en una línea lenta (1 Mbit/s). Comprima imágenes y videos.',
    pt: 'A primeira página demora cerca de {seconds} segundos numa linha lenta (1 Mbit/s). Comprima imagens e vídeos.',
    en: 'The first page takes about {seconds} seconds on a slow line (1 Mbit/s). Compress its images and videos.',
    fr: 'La première page demande environ {seconds} secondes sur une ligne lente (1 Mbit/s). Compressez images et vidéos.',
  },
  'runtime-api-mismatch': {
    es: 'El manifiesto dice SCORM {stated}, pero el contenido usa la interfaz de la otra versión; se le ofrecen las dos. Expórtelo de nuevo con una sola.',
    pt: 'O manifesto diz SCORM {stated}, mas o conteúdo usa a interface da outra versão; são oferecidas as duas. Exporte de novo com uma só.',
    en: 'The manifest says SCORM {stated}, but the content uses the interface of the other version; it is offered both. Export it again as one.',
    fr: 'Le manifeste dit SCORM {stated}, mais le contenu emploie l’interface de l’autre version ; les deux lui sont offertes. Exportez-le à nouveau.',
  },
});
