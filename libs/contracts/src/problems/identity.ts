import { problemTexts } from './text.js';

/** What may go wrong in identity; the rows of an import have their own file. */
export const identityProblems = problemTexts({
  'sign-in.refused': {
    es: 'El correo o la contraseña no son correctos. Revíselos o pida una contraseña nueva.',
    pt: 'O e-mail ou a senha não estão corretos. Confira-os ou peça uma nova senha.',
    en: 'The e-mail or the password is not right. Check them or ask for a new password.',
    fr: 'L’adresse ou le mot de passe est incorrect. Vérifiez-les ou demandez un nouveau mot de passe.',
  },
  'password.current-wrong': {
    es: 'La contraseña actual no es correcta. Escríbala de nuevo.',
    pt: 'A senha atual não está correta. Digite-a novamente.',
    en: 'The current password is not right. Type it again.',
    fr: 'Le mot de passe actuel est incorrect. Saisissez-le à nouveau.',
  },
  'password.code-invalid': {
    es: 'Este enlace ya se usó o venció. Pida uno nuevo.',
    pt: 'Este link já foi usado ou expirou. Peça um novo.',
    en: 'This link has been used or has expired. Ask for a new one.',
    fr: 'Ce lien a déjà servi ou a expiré. Demandez-en un nouveau.',
  },
  'person.email-taken': {
    es: 'Otra persona ya usa el correo {email}. Busque a esa persona o escriba otro correo.',
    pt: 'Outra pessoa já usa o e-mail {email}. Procure essa pessoa ou informe outro e-mail.',
    en: 'Somebody else already uses the e-mail {email}. Look that person up or give another e-mail.',
    fr: 'Une autre personne utilise déjà l’adresse {email}. Recherchez-la ou donnez une autre adresse.',
  },
  'person.external-id-taken': {
    es: 'Otra persona ya tiene el identificador {externalId}. Revise el identificador.',
    pt: 'Outra pessoa já tem o identificador {externalId}. Confira o identificador.',
    en: 'Somebody else already has the identifier {externalId}. Check the identifier.',
    fr: 'Une autre personne porte déjà l’identifiant {externalId}. Vérifiez l’identifiant.',
  },
  'person.inactive': {
    es: 'La cuenta de esta persona está desactivada. Actívela primero.',
    pt: 'A conta desta pessoa está desativada. Ative-a primeiro.',
    en: 'This person’s account is not active. Activate it first.',
    fr: 'Le compte de cette personne est désactivé. Réactivez-le d’abord.',
  },
  'person.email-protected': {
    es: 'Esta persona tiene funciones en la academia; solo la administración de la plataforma cambia su correo o la desactiva.',
    pt: 'Esta pessoa tem funções na academia; só a administração da plataforma altera o e-mail ou desativa a conta.',
    en: 'This person holds roles in the academy; only a platform administrator changes their e-mail or deactivates them.',
    fr: 'Cette personne a des rôles dans l’académie ; seul un administrateur change son adresse ou la désactive.',
  },
  'person.not-oneself': {
    es: 'Nadie puede desactivarse a sí mismo. Pídalo a otra persona de la administración.',
    pt: 'Ninguém pode desativar a si mesmo. Peça a outra pessoa da administração.',
    en: 'Nobody can deactivate themselves. Ask another administrator.',
    fr: 'Nul ne peut se désactiver soi-même. Adressez-vous à un autre administrateur.',
  },
  'country-not-member': {
    es: '«{country}» no es un Estado Miembro de la OEA. Use su código de dos letras (ISO 3166-1), por ejemplo CO.',
    pt: '“{country}” não é um Estado membro da OEA. Use o código de duas letras (ISO 3166-1), por exemplo BR.',
    en: '“{country}” is not a Member State of the OAS. Use its two-letter code (ISO 3166-1), for example BB.',
    fr: '« {country} » n’est pas un État membre de l’OEA. Utilisez son code à deux lettres (ISO 3166-1), par exemple HT.',
  },
  'institution.unknown': {
    es: 'Esa institución no existe o no está a su alcance. Elija una de la lista de instituciones.',
    pt: 'Essa instituição não existe ou não está ao seu alcance. Escolha uma da lista de instituições.',
    en: 'That institution does not exist or is out of your reach. Choose one from the list of institutions.',
    fr: 'Cet établissement n’existe pas ou n’est pas de votre ressort. Choisissez-en un dans la liste.',
  },
  'institution.code-taken': {
    es: 'Otra institución ya tiene el código {code}. Elija otro código.',
    pt: 'Outra instituição já tem o código {code}. Escolha outro código.',
    en: 'Another institution already has the code {code}. Choose another code.',
    fr: 'Un autre établissement porte déjà le code {code}. Choisissez un autre code.',
  },
  'grant.exists': {
    es: 'Esta persona ya tiene esa función en ese ámbito.',
    pt: 'Esta pessoa já tem essa função nesse âmbito.',
    en: 'This person already has that role in that scope.',
    fr: 'Cette personne a déjà ce rôle dans ce périmètre.',
  },
  'grant.to-oneself': {
    es: 'Nadie puede darse funciones a sí mismo. Pídalo a otra persona de la administración.',
    pt: 'Ninguém pode atribuir funções a si mesmo. Peça a outra pessoa da administração.',
    en: 'Nobody can give roles to themselves. Ask another administrator.',
    fr: 'Nul ne peut s’attribuer un rôle. Adressez-vous à un autre administrateur.',
  },
  'grant.scope-invalid': {
    es: 'El ámbito no es válido: «todo» no lleva identificador, los demás ámbitos lo necesitan y la institución debe existir.',
    pt: 'O âmbito não é válido: “tudo” não leva identificador, os demais precisam dele e a instituição deve existir.',
    en: 'The scope is not valid: “everything” has no id, every other scope needs one, and the institution must exist.',
    fr: 'Le périmètre n’est pas valable : « tout » n’a pas d’identifiant, les autres en exigent un et l’établissement doit exister.',
  },
  'grant.last-administrator': {
    es: 'Es la última administración general activa. Nombre antes a otra persona.',
    pt: 'É a última administração geral ativa. Nomeie antes outra pessoa.',
    en: 'This is the last active administrator over everything. Appoint another one first.',
    fr: 'C’est le dernier administrateur général actif. Nommez-en d’abord un autre.',
  },
  'access-token.expiry-invalid': {
    es: 'La clave debe vencer en el futuro y dentro de un año como máximo.',
    pt: 'A chave deve expirar no futuro e em no máximo um ano.',
    en: 'The token must expire in the future and within a year.',
    fr: 'Le jeton doit expirer dans le futur et d’ici un an au plus.',
  },
  'access-token.too-many': {
    es: 'Ya tiene {most} claves. Elimine una que no use.',
    pt: 'Você já tem {most} chaves. Exclua uma que não use.',
    en: 'You have {most} tokens already. Remove one that you do not use.',
    fr: 'Vous avez déjà {most} jetons. Supprimez-en un dont vous ne vous servez pas.',
  },
  'job.not-dead': {
    es: 'Solo se reintenta un trabajo que quedó detenido; este no lo está.',
    pt: 'Só se repete um trabalho que ficou parado; este não está.',
    en: 'Only work that has given up can be tried again; this has not.',
    fr: 'Seul un travail abandonné peut être relancé ; celui-ci ne l’est pas.',
  },
});
