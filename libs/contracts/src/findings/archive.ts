import { problemTexts } from '../problems/text.js';

/** What may be found about an uploaded archive before its manifest is read. `limit` and `bytes` of sizes come as readable text. */
export const archiveFindings = problemTexts({
  'archive-unreadable': {
    es: 'El archivo no es un zip o está dañado. Expórtelo otra vez desde su herramienta y súbalo de nuevo.',
    pt: 'O arquivo não é um zip ou está danificado. Exporte-o outra vez na sua ferramenta e envie de novo.',
    en: 'The file is not a zip or is damaged. Export it again from your tool and upload it once more.',
    fr: 'Le fichier n’est pas un zip ou il est endommagé. Exportez-le à nouveau depuis votre outil et renvoyez-le.',
  },
  'archive-empty': {
    es: 'El zip no contiene ningún archivo. Compruebe la exportación y súbalo de nuevo.',
    pt: 'O zip não contém nenhum arquivo. Verifique a exportação e envie de novo.',
    en: 'The zip holds no file at all. Check the export and upload it again.',
    fr: 'Le zip ne contient aucun fichier. Vérifiez l’exportation et renvoyez-le.',
  },
  'archive-too-large': {
    es: 'El zip ocupa {bytes}; se admiten hasta {limit}. Comprima los videos o divida el curso.',
    pt: 'O zip ocupa {bytes}; são aceitos até {limit}. Comprima os vídeos ou divida o curso.',
    en: 'The zip is {bytes}; up to {limit} is accepted. Compress its videos or split the course.',
    fr: 'Le zip fait {bytes} ; la limite est {limit}. Compressez les vidéos ou divisez le cours.',
  },
  'archive-expands-too-large': {
    es: 'Descomprimido ocuparía más de {limit}. Comprima los videos o divida el curso.',
    pt: 'Descompactado ocuparia mais de {limit}. Comprima os vídeos ou divida o curso.',
    en: 'Unpacked it would take more than {limit}. Compress its videos or split the course.',
    fr: 'Décompressé, il occuperait plus de {limit}. Compressez les vidéos ou divisez le cours.',
  },
  'archive-too-many-entries': {
    es: 'El zip tiene más de {limit} archivos. Quite lo que el curso no usa o divídalo.',
    pt: 'O zip tem mais de {limit} arquivos. Retire o que o curso não usa ou divida-o.',
    en: 'The zip has more than {limit} files. Remove what the course does not use, or split it.',
    fr: 'Le zip contient plus de {limit} fichiers. Retirez ce que le cours n’utilise pas ou divisez-le.',
  },
  'archive-file-too-large': {
    es: 'Este archivo ocupa más de {limit} descomprimido. Redúzcalo; suele ser un video sin comprimir.',
    pt: 'Este arquivo ocupa mais de {limit} descompactado. Reduza-o; costuma ser um vídeo sem compressão.',
    en: 'This file takes more than {limit} unpacked. Make it smaller; it is usually an uncompressed video.',
    fr: 'Ce fichier occupe plus de {limit} une fois décompressé. Réduisez-le ; c’est souvent une vidéo non compressée.',
  },
  'archive-ratio-too-high': {
    es: 'Este archivo crece más de {limit} veces al descomprimirse, como en un ataque. Quítelo o expórtelo de otra forma.',
    pt: 'Este arquivo cresce mais de {limit} vezes ao ser descompactado, como num ataque. Retire-o ou exporte-o de outra forma.',
    en: 'This file grows more than {limit} times when unpacked, as in an attack. Remove it or export it in another way.',
    fr: 'Ce fichier grossit plus de {limit} fois à la décompression, comme dans une attaque. Retirez-le ou exportez-le autrement.',
  },
  'archive-entries-overlap': {
    es: 'Este archivo comparte bytes con «{other}» dentro del zip, como en un ataque. Cree el zip de nuevo.',
    pt: 'Este arquivo partilha bytes com «{other}» dentro do zip, como num ataque. Crie o zip de novo.',
    en: 'This file shares bytes with “{other}” inside the zip, as in an attack. Create the zip anew.',
    fr: 'Ce fichier partage des octets avec « {other} » dans le zip, comme dans une attaque. Recréez le zip.',
  },
  'archive-link': {
    es: 'Es un enlace o un archivo especial, no un archivo común. Sustitúyalo por una copia del archivo.',
    pt: 'É um link ou um arquivo especial, não um arquivo comum. Substitua-o por uma cópia do arquivo.',
    en: 'It is a link or a special file, not a plain one. Replace it by a copy of the file.',
    fr: 'C’est un lien ou un fichier spécial, pas un fichier ordinaire. Remplacez-le par une copie du fichier.',
  },
  'archive-encrypted': {
    es: 'El zip está protegido con contraseña. Guárdelo sin contraseña y súbalo de nuevo.',
    pt: 'O zip está protegido por senha. Salve-o sem senha e envie de novo.',
    en: 'The zip is protected by a password. Save it without one and upload it again.',
    fr: 'Le zip est protégé par un mot de passe. Enregistrez-le sans mot de passe et renvoyez-le.',
  },
  'archive-method-unsupported': {
    es: 'Está comprimido con un método que no se admite ({method}). Cree el zip con la compresión normal (deflate).',
    pt: 'Está comprimido com um método que não é aceito ({method}). Crie o zip com a compressão normal (deflate).',
    en: 'It is compressed by a method that is not supported ({method}). Create the zip with normal compression (deflate).',
    fr: 'Il est compressé par une méthode non prise en charge ({method}). Créez le zip avec la compression normale (deflate).',
  },
  'archive-file-damaged': {
    es: 'Este archivo está dañado: su contenido no coincide con lo que el zip dice de él. Expórtelo otra vez y súbalo de nuevo.',
    pt: 'Este arquivo está danificado: o conteúdo não corresponde ao que o zip diz dele. Exporte outra vez e envie de novo.',
    en: 'This file is damaged: its content is not what the zip says of it. Export the package again and upload it once more.',
    fr: 'Ce fichier est endommagé : son contenu ne correspond pas à ce que le zip en dit. Exportez à nouveau et renvoyez le paquet.',
  },
  'archive-headers-disagree': {
    es: 'El zip se contradice sobre este archivo, como en un ataque. Cree el zip de nuevo.',
    pt: 'O zip contradiz-se sobre este arquivo, como num ataque. Crie o zip de novo.',
    en: 'The zip contradicts itself about this file, as in an attack. Create the zip anew.',
    fr: 'Le zip se contredit au sujet de ce fichier, comme dans une attaque. Recréez le zip.',
  },
  'archive-names-collide': {
    es: 'Su nombre choca con «{other}»: solo cambian las mayúsculas, o uno es carpeta y el otro archivo. Cambie uno de los dos.',
    pt: 'O nome colide com «{other}»: só mudam as maiúsculas, ou um é pasta e o outro arquivo. Mude um dos dois.',
    en: 'Its name clashes with “{other}”: only capitals differ, or one is a folder and the other a file. Rename one of them.',
    fr: 'Son nom entre en conflit avec « {other} » : seules les majuscules diffèrent, ou l’un est un dossier. Renommez l’un des deux.',
  },
  'archive-unwrapped': {
    es: 'El zip solo contenía otro zip («{inner}»), que se abrió. Puede subir directamente el de dentro.',
    pt: 'O zip só continha outro zip («{inner}»), que foi aberto. Pode enviar diretamente o de dentro.',
    en: 'The zip held only another zip (“{inner}”), which was opened. You can upload the inner one directly.',
    fr: 'Le zip ne contenait qu’un autre zip (« {inner} »), qui a été ouvert. Vous pouvez envoyer directement celui-ci.',
  },
  'archive-name-backslash': {
    es: 'Hay nombres escritos con barras invertidas (\\); se leyeron como carpetas.',
    pt: 'Há nomes escritos com barras invertidas (\\); foram lidos como pastas.',
    en: 'There are names written with backslashes (\\); they were read as folders.',
    fr: 'Certains noms sont écrits avec des barres obliques inverses (\\) ; elles ont été lues comme des dossiers.',
  },
  'archive-name-unreadable': {
    es: 'El nombre de este archivo no se puede leer. Use letras, cifras y guiones, y cree el zip de nuevo.',
    pt: 'O nome deste arquivo não pode ser lido. Use letras, algarismos e hífens, e crie o zip de novo.',
    en: 'The name of this file cannot be read. Use letters, digits and hyphens, and create the zip anew.',
    fr: 'Le nom de ce fichier est illisible. Employez des lettres, des chiffres et des tirets, puis recréez le zip.',
  },
  'archive-name-empty': {
    es: 'Un archivo del zip no tiene nombre. Cree el zip de nuevo.',
    pt: 'Um arquivo do zip não tem nome. Crie o zip de novo.',
    en: 'A file of the zip has no name. Create the zip anew.',
    fr: 'Un fichier du zip n’a pas de nom. Recréez le zip.',
  },
  'archive-name-escapes': {
    es: 'El nombre sale de la carpeta del paquete («..»). Quite esas partes y cree el zip de nuevo.',
    pt: 'O nome sai da pasta do pacote («..»). Retire essas partes e crie o zip de novo.',
    en: 'The name leaves the package folder (“..”). Remove such parts and create the zip anew.',
    fr: 'Le nom sort du dossier du paquet (« .. »). Retirez ces parties et recréez le zip.',
  },
  'archive-name-absolute': {
    es: 'El nombre empieza en la raíz o en un disco («C:»). Cree el zip desde dentro de la carpeta del paquete.',
    pt: 'O nome começa na raiz ou num disco («C:»). Crie o zip a partir da pasta do pacote.',
    en: 'The name starts at the root or at a drive (“C:”). Create the zip from inside the package folder.',
    fr: 'Le nom commence à la racine ou par un lecteur (« C: »). Créez le zip depuis le dossier du paquet.',
  },
  'archive-name-control-character': {
    es: 'El nombre tiene caracteres invisibles. Cámbielo y cree el zip de nuevo.',
    pt: 'O nome tem caracteres invisíveis. Mude-o e crie o zip de novo.',
    en: 'The name has invisible characters. Rename the file and create the zip anew.',
    fr: 'Le nom contient des caractères invisibles. Renommez le fichier et recréez le zip.',
  },
  'archive-name-too-long': {
    es: 'El nombre con sus carpetas pasa de {limit} caracteres, o una parte de 255 bytes. Acórtelo.',
    pt: 'O nome com as pastas passa de {limit} caracteres, ou uma parte de 255 bytes. Encurte-o.',
    en: 'The name with its folders is longer than {limit} characters, or one part than 255 bytes. Shorten it.',
    fr: 'Le nom avec ses dossiers dépasse {limit} caractères, ou une partie 255 octets. Raccourcissez-le.',
  },
  'archive-name-reserved': {
    es: 'El nombre «{reserved}» lo usa el reproductor de la academia. Cambie el nombre de este archivo o carpeta.',
    pt: 'O nome «{reserved}» é usado pelo reprodutor da academia. Mude o nome deste arquivo ou pasta.',
    en: 'The name “{reserved}” is used by the academy’s player. Rename this file or folder.',
    fr: 'Le nom « {reserved} » est employé par le lecteur de l’académie. Renommez ce fichier ou ce dossier.',
  },
  'unpack-failed': {
    es: 'El paquete no se pudo desempaquetar tras varios intentos. Súbalo de nuevo; si se repite, avise a la administración.',
    pt: 'O pacote não pôde ser descompactado após várias tentativas. Envie de novo; se se repetir, avise a administração.',
    en: 'The package could not be unpacked after several attempts. Upload it again; if that repeats, tell the administration.',
    fr: 'Le paquet n’a pas pu être décompressé après plusieurs essais. Renvoyez-le ; si cela se répète, prévenez l’administration.',
  },
});
