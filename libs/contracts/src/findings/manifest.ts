import { problemTexts } from '../problems/text.js';

/** What may be found about the manifest as a file: where it lies, how it is written, which SCORM it is. */
export const manifestFindings = problemTexts({
  'manifest-missing': {
    es: 'El zip no tiene imsmanifest.xml, así que no es un paquete SCORM. En su herramienta elija «exportar como SCORM».',
    pt: 'O zip não tem imsmanifest.xml, portanto não é um pacote SCORM. Na sua ferramenta escolha «exportar como SCORM».',
    en: 'The zip has no imsmanifest.xml, so it is not a SCORM package. In your tool choose “export as SCORM”.',
    fr: 'Le zip n’a pas d’imsmanifest.xml : ce n’est pas un paquet SCORM. Dans votre outil, choisissez « exporter en SCORM ».',
  },
  'package-aicc': {
    es: 'Es un curso AICC, un formato que no se admite. Expórtelo como SCORM 1.2 o 2004.',
    pt: 'É um curso AICC, um formato que não é aceito. Exporte-o como SCORM 1.2 ou 2004.',
    en: 'It is an AICC course, a format that is not supported. Export it as SCORM 1.2 or 2004.',
    fr: 'C’est un cours AICC, un format non pris en charge. Exportez-le en SCORM 1.2 ou 2004.',
  },
  'package-xapi-only': {
    es: 'Es un curso {standard} sin parte SCORM. Expórtelo como SCORM 1.2 o 2004.',
    pt: 'É um curso {standard} sem parte SCORM. Exporte-o como SCORM 1.2 ou 2004.',
    en: 'It is a {standard} course without a SCORM part. Export it as SCORM 1.2 or 2004.',
    fr: 'C’est un cours {standard} sans partie SCORM. Exportez-le en SCORM 1.2 ou 2004.',
  },
  'package-also-xapi': {
    es: 'El paquete también describe un curso {standard}; aquí se reproduce como SCORM.',
    pt: 'O pacote também descreve um curso {standard}; aqui é reproduzido como SCORM.',
    en: 'The package also describes a {standard} course; here it is played as SCORM.',
    fr: 'Le paquet décrit aussi un cours {standard} ; ici il est lu en SCORM.',
  },
  'manifest-in-folder': {
    es: 'El manifiesto está dentro de una carpeta en vez de al principio del zip; se aceptó así.',
    pt: 'O manifesto está dentro de uma pasta em vez de no início do zip; foi aceito assim.',
    en: 'The manifest lies in a folder instead of at the top of the zip; it was accepted like that.',
    fr: 'Le manifeste se trouve dans un dossier au lieu d’être en haut du zip ; il a été accepté ainsi.',
  },
  'manifest-name-case': {
    es: 'El manifiesto no se llama imsmanifest.xml en minúsculas; se aceptó así.',
    pt: 'O manifesto não se chama imsmanifest.xml em minúsculas; foi aceito assim.',
    en: 'The manifest is not named imsmanifest.xml in lower case; it was accepted like that.',
    fr: 'Le manifeste ne s’appelle pas imsmanifest.xml en minuscules ; il a été accepté ainsi.',
  },
  'manifest-several': {
    es: 'El zip tiene {count} manifiestos; se tomó el más cercano al principio.',
    pt: 'O zip tem {count} manifestos; foi usado o mais próximo do início.',
    en: 'The zip has {count} manifests; the one nearest the top was taken.',
    fr: 'Le zip contient {count} manifestes ; le plus proche du haut a été retenu.',
  },
  'manifest-too-large': {
    es: 'El manifiesto ocupa {bytes}; se admiten hasta {limit}. Divida el curso.',
    pt: 'O manifesto ocupa {bytes}; são aceitos até {limit}. Divida o curso.',
    en: 'The manifest is {bytes}; up to {limit} is accepted. Split the course.',
    fr: 'Le manifeste fait {bytes} ; la limite est {limit}. Divisez le cours.',
  },
  'manifest-too-deep': {
    es: 'El manifiesto anida elementos a más de {limit} niveles. Simplifique la estructura del curso.',
    pt: 'O manifesto aninha elementos a mais de {limit} níveis. Simplifique a estrutura do curso.',
    en: 'The manifest nests elements deeper than {limit} levels. Simplify the structure of the course.',
    fr: 'Le manifeste imbrique des éléments sur plus de {limit} niveaux. Simplifiez la structure du cours.',
  },
  'manifest-too-many-nodes': {
    es: 'El manifiesto tiene más de {limit} elementos y atributos. Divida el curso.',
    pt: 'O manifesto tem mais de {limit} elementos e atributos. Divida o curso.',
    en: 'The manifest has more than {limit} elements and attributes. Split the course.',
    fr: 'Le manifeste contient plus de {limit} éléments et attributs. Divisez le cours.',
  },
  'manifest-doctype': {
    es: 'El manifiesto tiene un DOCTYPE o declara entidades, y eso se rechaza por seguridad. Quite esa declaración.',
    pt: 'O manifesto tem um DOCTYPE ou declara entidades, e isso é recusado por segurança. Retire essa declaração.',
    en: 'The manifest has a DOCTYPE or declares entities, which is refused for safety. Remove that declaration.',
    fr: 'Le manifeste a un DOCTYPE ou déclare des entités, ce qui est refusé par sécurité. Retirez cette déclaration.',
  },
  'manifest-malformed': {
    es: 'El manifiesto no es XML correcto ({reason}). Expórtelo otra vez o corrija la línea indicada.',
    pt: 'O manifesto não é XML correto ({reason}). Exporte outra vez ou corrija a linha indicada.',
    en: 'The manifest is not well-formed XML ({reason}). Export it again or correct the line named.',
    fr: 'Le manifeste n’est pas du XML bien formé ({reason}). Exportez-le à nouveau ou corrigez la ligne indiquée.',
  },
  'manifest-empty': {
    es: 'El manifiesto está vacío. Exporte el paquete otra vez.',
    pt: 'O manifesto está vazio. Exporte o pacote outra vez.',
    en: 'The manifest is empty. Export the package again.',
    fr: 'Le manifeste est vide. Exportez à nouveau le paquet.',
  },
  'manifest-wrong-root': {
    es: 'El manifiesto empieza con «{element}» en vez de «manifest». Exporte el paquete como SCORM.',
    pt: 'O manifesto começa com «{element}» em vez de «manifest». Exporte o pacote como SCORM.',
    en: 'The manifest begins with “{element}” instead of “manifest”. Export the package as SCORM.',
    fr: 'Le manifeste commence par « {element} » au lieu de « manifest ». Exportez le paquet en SCORM.',
  },
  'manifest-encoding': {
    es: 'El manifiesto dice estar en {declared}, pero está en {actual}; se leyó así.',
    pt: 'O manifesto diz estar em {declared}, mas está em {actual}; foi lido assim.',
    en: 'The manifest says it is in {declared} but is in {actual}; it was read as that.',
    fr: 'Le manifeste se dit en {declared} mais il est en {actual} ; il a été lu ainsi.',
  },
  'manifest-ampersand': {
    es: 'El manifiesto tenía {count} signos & sin escapar; se repararon.',
    pt: 'O manifesto tinha {count} sinais & sem escape; foram reparados.',
    en: 'The manifest had {count} unescaped & signs; they were repaired.',
    fr: 'Le manifeste avait {count} signes & non échappés ; ils ont été réparés.',
  },
  'namespace-undeclared': {
    es: 'El prefijo «{prefix}» se usa sin declararlo; se leyó por su significado habitual.',
    pt: 'O prefixo «{prefix}» é usado sem ser declarado; foi lido pelo significado habitual.',
    en: 'The prefix “{prefix}” is used without being declared; it was read by its customary meaning.',
    fr: 'Le préfixe « {prefix} » est employé sans être déclaré ; il a été lu selon son sens habituel.',
  },
  'namespace-missing': {
    es: 'El manifiesto no usa el espacio de nombres de IMS Content Packaging (tiene «{namespace}»); se aceptó así.',
    pt: 'O manifesto não usa o espaço de nomes de IMS Content Packaging (tem «{namespace}»); foi aceito assim.',
    en: 'The manifest does not use the namespace of IMS Content Packaging (it has “{namespace}”); it was accepted like that.',
    fr: 'Le manifeste n’emploie pas l’espace de noms d’IMS Content Packaging (il a « {namespace} ») ; il a été accepté ainsi.',
  },
  'version-assumed': {
    es: 'El manifiesto no dice su versión de SCORM; se tomó {assumed}.',
    pt: 'O manifesto não diz a versão de SCORM; foi usada {assumed}.',
    en: 'The manifest does not state its SCORM version; {assumed} was taken.',
    fr: 'Le manifeste n’indique pas sa version de SCORM ; {assumed} a été retenue.',
  },
  'version-unknown': {
    es: 'La versión indicada («{stated}») no es de SCORM; se tomó {assumed}.',
    pt: 'A versão indicada («{stated}») não é de SCORM; foi usada {assumed}.',
    en: 'The stated version (“{stated}”) is not one of SCORM; {assumed} was taken.',
    fr: 'La version indiquée (« {stated} ») n’est pas une version de SCORM ; {assumed} a été retenue.',
  },
  'version-ambiguous': {
    es: 'La versión indicada («{stated}») no concuerda con el resto del manifiesto; el contenido podrá usar las dos interfaces de SCORM.',
    pt: 'A versão indicada («{stated}») não combina com o resto do manifesto; o conteúdo poderá usar as duas interfaces de SCORM.',
    en: 'The stated version (“{stated}”) does not agree with the rest of the manifest; the content may use both SCORM interfaces.',
    fr: 'La version indiquée (« {stated} ») ne concorde pas avec le reste du manifeste ; le contenu pourra employer les deux interfaces.',
  },
  'findings-truncated': {
    es: 'Hay {count} avisos de este tipo ({code}); se muestran los primeros.',
    pt: 'Há {count} avisos deste tipo ({code}); são mostrados os primeiros.',
    en: 'There are {count} findings of this kind ({code}); the first are shown.',
    fr: 'Il y a {count} constats de ce type ({code}) ; les premiers sont affichés.',
  },
});
