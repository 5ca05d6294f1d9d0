import { problemTexts } from './text.js';

/** What may be wrong with a file of people as a whole. */
const fileProblems = problemTexts({
  'import.empty': {
    es: 'El archivo no tiene personas. Envíe una línea de encabezado y al menos una fila.',
    pt: 'O arquivo não tem pessoas. Envie uma linha de cabeçalho e ao menos uma linha de dados.',
    en: 'The file has no people. Send a header line and at least one row.',
    fr: 'Le fichier ne contient personne. Envoyez une ligne d’en-tête et au moins une ligne.',
  },
  'import.not-csv': {
    es: 'El archivo no es un texto CSV ni un libro de Excel (.xlsx) sin contraseña. En la hoja de cálculo elija «Guardar como: CSV UTF-8» o «Libro de Excel» y envíe ese archivo.',
    pt: 'O arquivo não é um texto CSV nem uma pasta de trabalho do Excel (.xlsx) sem senha. Na planilha escolha “Salvar como: CSV UTF-8” ou “Pasta de Trabalho do Excel” e envie esse arquivo.',
    en: 'The file is neither CSV text nor an Excel workbook (.xlsx) without a password. In the spreadsheet choose “Save as: CSV UTF-8” or “Excel Workbook” and send that file.',
    fr: 'Le fichier n’est ni un texte CSV ni un classeur Excel (.xlsx) sans mot de passe. Dans le tableur, choisissez « Enregistrer sous : CSV UTF-8 » ou « Classeur Excel » et envoyez ce fichier.',
  },
  'import.workbook-damaged': {
    es: 'El libro de Excel no se puede leer: está dañado o incompleto. Ábralo, guárdelo de nuevo como .xlsx o como CSV y envíelo.',
    pt: 'A pasta de trabalho do Excel não pode ser lida: está danificada ou incompleta. Abra-a, salve-a de novo como .xlsx ou como CSV e envie-a.',
    en: 'The Excel workbook cannot be read: it is damaged or incomplete. Open it, save it again as .xlsx or as CSV, and send that file.',
    fr: 'Le classeur Excel est illisible : il est endommagé ou incomplet. Ouvrez-le, enregistrez-le de nouveau en .xlsx ou en CSV et envoyez-le.',
  },
  'import.workbook-large': {
    es: 'El libro de Excel es demasiado grande para leerlo entero: hasta {megabytes} MB y unas 20 000 filas. Guárdelo como CSV UTF-8, que no tiene ese límite, o repártalo en varios libros.',
    pt: 'A pasta de trabalho do Excel é grande demais para ser lida inteira: até {megabytes} MB e cerca de 20.000 linhas. Salve-a como CSV UTF-8, que não tem esse limite, ou divida-a em várias.',
    en: 'The Excel workbook is too large to be read as a whole: up to {megabytes} MB and some 20,000 rows. Save it as CSV UTF-8, which has no such limit, or split it.',
    fr: 'Le classeur Excel est trop volumineux pour être lu en entier : {megabytes} Mo et environ 20 000 lignes au plus. Enregistrez-le en CSV UTF-8, qui n’a pas cette limite, ou répartissez-le.',
  },
  'import.columns-missing': {
    es: 'Faltan las columnas {missing}. El encabezado del archivo dice: {found}. Columnas posibles: {known}.',
    pt: 'Faltam as colunas {missing}. O cabeçalho do arquivo diz: {found}. Colunas possíveis: {known}.',
    en: 'The columns {missing} are missing. The header of the file says: {found}. Possible columns: {known}.',
    fr: 'Il manque les colonnes {missing}. L’en-tête du fichier dit : {found}. Colonnes possibles : {known}.',
  },
  'import.columns-unknown': {
    es: 'No se conocen las columnas {unknown}. Quítelas o cámbieles el nombre. Columnas posibles: {known}.',
    pt: 'As colunas {unknown} não são conhecidas. Retire-as ou mude o nome delas. Colunas possíveis: {known}.',
    en: 'The columns {unknown} are not known. Remove or rename them. Possible columns: {known}.',
    fr: 'Les colonnes {unknown} sont inconnues. Supprimez-les ou renommez-les. Colonnes possibles : {known}.',
  },
  'import.columns-repeated': {
    es: 'Las columnas {repeated} están más de una vez en el encabezado. Deje una sola de cada una.',
    pt: 'As colunas {repeated} aparecem mais de uma vez no cabeçalho. Deixe apenas uma de cada.',
    en: 'The columns {repeated} stand in the header more than once. Keep one of each.',
    fr: 'Les colonnes {repeated} figurent plusieurs fois dans l’en-tête. N’en gardez qu’une de chaque.',
  },
  'import.quote-open': {
    es: 'Las comillas que se abren en la línea {line} no se cierran. Corríjalas y envíe el archivo de nuevo.',
    pt: 'As aspas abertas na linha {line} não se fecham. Corrija-as e envie o arquivo de novo.',
    en: 'The quotation mark opened on line {line} is never closed. Correct it and send the file again.',
    fr: 'Le guillemet ouvert à la ligne {line} n’est jamais fermé. Corrigez-le et renvoyez le fichier.',
  },
  'import.differences-gone': {
    es: 'Las diferencias de este ensayo ya no se guardan. Envíe el archivo de nuevo para verlas.',
    pt: 'As diferenças deste ensaio já não estão guardadas. Envie o arquivo de novo para vê-las.',
    en: 'The differences of this rehearsal are no longer kept. Send the file again to see them.',
    fr: 'Les différences de cette répétition ne sont plus conservées. Renvoyez le fichier pour les voir.',
  },
  'import.state-wrong': {
    es: 'Esto no se puede hacer con una importación en estado «{state}».',
    pt: 'Isto não pode ser feito com uma importação no estado “{state}”.',
    en: 'This cannot be done with an import whose state is “{state}”.',
    fr: 'Cette action est impossible pour une importation à l’état « {state} ».',
  },
});

/** Why a row of a file of people is rejected. */
const rowProblems = problemTexts({
  'cells-wrong': {
    es: 'La fila tiene {found} celdas y el encabezado {expected}. Revise los separadores y las comillas.',
    pt: 'A linha tem {found} células e o cabeçalho {expected}. Confira os separadores e as aspas.',
    en: 'The row has {found} cells and the header {expected}. Check separators and quotation marks.',
    fr: 'La ligne a {found} cellules et l’en-tête {expected}. Vérifiez les séparateurs et les guillemets.',
  },
  'value-missing': {
    es: 'Falta un valor en «{column}».',
    pt: 'Falta um valor em “{column}”.',
    en: 'A value is missing in “{column}”.',
    fr: 'Il manque une valeur dans « {column} ».',
  },
  'value-too-long': {
    es: 'El valor de «{column}» pasa de {most} caracteres. Acórtelo.',
    pt: 'O valor de “{column}” passa de {most} caracteres. Encurte-o.',
    en: 'The value of “{column}” is longer than {most} characters. Shorten it.',
    fr: 'La valeur de « {column} » dépasse {most} caractères. Raccourcissez-la.',
  },
  'characters-invalid': {
    es: 'El valor de «{column}» contiene caracteres que no son texto. Escríbalo de nuevo.',
    pt: 'O valor de “{column}” contém caracteres que não são texto. Digite-o novamente.',
    en: 'The value of “{column}” contains characters that are not text. Type it again.',
    fr: 'La valeur de « {column} » contient des caractères qui ne sont pas du texte. Saisissez-la à nouveau.',
  },
  'email-invalid': {
    es: '«{value}» no es una dirección de correo.',
    pt: '“{value}” não é um endereço de e-mail.',
    en: '“{value}” is not an e-mail address.',
    fr: '« {value} » n’est pas une adresse électronique.',
  },
  'email-repeated': {
    es: 'El correo ya está en la línea {line} del archivo. Deje una sola fila por persona.',
    pt: 'O e-mail já está na linha {line} do arquivo. Deixe uma só linha por pessoa.',
    en: 'The e-mail is already on line {line} of the file. Keep one row per person.',
    fr: 'L’adresse figure déjà à la ligne {line} du fichier. Gardez une seule ligne par personne.',
  },
  'external-id-repeated': {
    es: 'El identificador ya está en la línea {line} del archivo. Cada persona tiene el suyo.',
    pt: 'O identificador já está na linha {line} do arquivo. Cada pessoa tem o seu.',
    en: 'The identifier is already on line {line} of the file. Each person has their own.',
    fr: 'L’identifiant figure déjà à la ligne {line} du fichier. Chaque personne a le sien.',
  },
  'person-repeated': {
    es: 'La fila habla de la misma persona que la línea {line}. Deje una sola fila por persona.',
    pt: 'A linha trata da mesma pessoa que a linha {line}. Deixe uma só linha por pessoa.',
    en: 'The row is about the same person as line {line}. Keep one row per person.',
    fr: 'La ligne concerne la même personne que la ligne {line}. Gardez une seule ligne par personne.',
  },
  'email-held': {
    es: 'El correo pertenece a una persona con otro identificador. Revise el correo o el identificador.',
    pt: 'O e-mail pertence a uma pessoa com outro identificador. Confira o e-mail ou o identificador.',
    en: 'The e-mail belongs to a person with another identifier. Check the e-mail or the identifier.',
    fr: 'L’adresse appartient à une personne qui a un autre identifiant. Vérifiez l’adresse ou l’identifiant.',
  },
  'country-unknown': {
    es: '«{value}» no es el código de un Estado Miembro de la OEA. Use dos letras (ISO 3166-1), por ejemplo CO.',
    pt: '“{value}” não é o código de um Estado membro da OEA. Use duas letras (ISO 3166-1), por exemplo BR.',
    en: '“{value}” is not the code of a Member State of the OAS. Use two letters (ISO 3166-1), for example BB.',
    fr: '« {value} » n’est pas le code d’un État membre de l’OEA. Utilisez deux lettres (ISO 3166-1), par exemple HT.',
  },
  'institution-unknown': {
    es: 'No hay una institución con el código o el nombre «{value}». Cree la institución o corrija el valor.',
    pt: 'Não há instituição com o código ou o nome “{value}”. Crie a instituição ou corrija o valor.',
    en: 'There is no institution with the code or name “{value}”. Create the institution or correct the value.',
    fr: 'Aucun établissement n’a le code ou le nom « {value} ». Créez l’établissement ou corrigez la valeur.',
  },
  'institution-ambiguous': {
    es: 'Varias instituciones se llaman «{value}». Escriba el código de la institución.',
    pt: 'Várias instituições se chamam “{value}”. Use o código da instituição.',
    en: 'Several institutions are called “{value}”. Give the code of the institution.',
    fr: 'Plusieurs établissements s’appellent « {value} ». Donnez le code de l’établissement.',
  },
  'outside-your-institution': {
    es: 'La fila queda fuera de las instituciones que usted administra. Indique una de ellas o pídalo a su administración.',
    pt: 'A linha fica fora das instituições que você administra. Indique uma delas ou peça à respectiva administração.',
    en: 'The row is outside the institutions that you administer. Name one of them, or ask the administrator of the other.',
    fr: 'La ligne est hors des établissements que vous administrez. Indiquez l’un d’eux ou adressez-vous à l’autre administrateur.',
  },
  'birth-year-wrong': {
    es: '«{value}» no es un año de nacimiento. Escriba cuatro cifras, por ejemplo 1985.',
    pt: '“{value}” não é um ano de nascimento. Escreva quatro algarismos, por exemplo 1985.',
    en: '“{value}” is not a year of birth. Write four digits, for example 1985.',
    fr: '« {value} » n’est pas une année de naissance. Écrivez quatre chiffres, par exemple 1985.',
  },
  'person-merged': {
    es: 'Ese correo o ese número es de una cuenta que se unió a otra. Escriba los de la cuenta que se conservó.',
    pt: 'Esse e-mail ou esse número é de uma conta que foi unida a outra. Escreva os da conta que ficou.',
    en: 'That e-mail or number belongs to an account that was merged into another. Write those of the account that was kept.',
    fr: 'Cette adresse ou ce numéro est d’un compte fusionné avec un autre. Écrivez ceux du compte conservé.',
  },
  'institution-closed': {
    es: 'Esa institución está cerrada y no recibe a nadie más.',
    pt: 'Essa instituição está fechada e não recebe mais ninguém.',
    en: 'That institution is closed and takes nobody new.',
    fr: 'Cet établissement est fermé et n’accueille plus personne.',
  },
  'language-unknown': {
    es: '«{value}» no es un idioma de la academia. Use es, pt, en o fr.',
    pt: '“{value}” não é um idioma da academia. Use es, pt, en ou fr.',
    en: '“{value}” is not a language of the academy. Use es, pt, en or fr.',
    fr: '« {value} » n’est pas une langue de l’académie. Utilisez es, pt, en ou fr.',
  },
  'sex-unknown': {
    es: '«{value}» no se entiende. Use F (femenino), M (masculino) o X (otro o no indicado).',
    pt: '“{value}” não se entende. Use F (feminino), M (masculino) ou X (outro ou não informado).',
    en: '“{value}” is not understood. Use F (female), M (male) or X (other or not told).',
    fr: '« {value} » n’est pas compris. Utilisez F (féminin), M (masculin) ou X (autre ou non précisé).',
  },
  'person-inactive': {
    es: 'La cuenta de esta persona está desactivada. Actívela antes de importarla.',
    pt: 'A conta desta pessoa está desativada. Ative-a antes de importá-la.',
    en: 'This person’s account is not active. Activate it before importing.',
    fr: 'Le compte de cette personne est désactivé. Réactivez-le avant l’importation.',
  },
  'email-protected': {
    es: 'Esta persona tiene funciones en la academia; solo la administración de la plataforma cambia su correo.',
    pt: 'Esta pessoa tem funções na academia; só a administração da plataforma altera o e-mail.',
    en: 'This person holds roles in the academy; only a platform administrator changes their e-mail.',
    fr: 'Cette personne a des rôles dans l’académie ; seul un administrateur change son adresse.',
  },
});

export const importProblems = { ...fileProblems, ...rowProblems };
