import { problemTexts } from './text.js';

/** What may go wrong with suspending, with merging accounts and with the tree of institutions. */
export const peopleProblems = problemTexts({
  'sign-in.merged': {
    es: 'Sus dos cuentas se unieron. Entre con el correo {email} y su contraseña.',
    pt: 'As suas duas contas foram unidas. Entre com o e-mail {email} e a senha dele.',
    en: 'Your two accounts were merged. Sign in with {email} and its password.',
    fr: 'Vos deux comptes ont été fusionnés. Connectez-vous avec {email} et son mot de passe.',
  },
  'person.merged': {
    es: 'Esta cuenta se unió a otra y ya no se modifica. Abra la cuenta que se conservó, o deshaga la unión.',
    pt: 'Esta conta foi unida a outra e não se altera mais. Abra a conta que ficou, ou desfaça a união.',
    en: 'This account was merged into another and is no longer changed. Open the account that was kept, or undo the merge.',
    fr: 'Ce compte a été fusionné avec un autre et ne se modifie plus. Ouvrez le compte conservé, ou annulez la fusion.',
  },
  'person.suspended-already': {
    es: 'Esta persona ya está suspendida o su cuenta ya no está activa.',
    pt: 'Esta pessoa já está suspensa ou a conta já não está ativa.',
    en: 'This person is suspended already, or their account is no longer active.',
    fr: 'Cette personne est déjà suspendue, ou son compte n’est plus actif.',
  },
  'person.not-suspended': {
    es: 'Esta persona no está suspendida: su cuenta está activa.',
    pt: 'Esta pessoa não está suspensa: a conta está ativa.',
    en: 'This person is not suspended: their account is active.',
    fr: 'Cette personne n’est pas suspendue : son compte est actif.',
  },
  'merge.same-person': {
    es: 'Eligió dos veces la misma cuenta. Elija dos cuentas distintas.',
    pt: 'Você escolheu a mesma conta duas vezes. Escolha duas contas diferentes.',
    en: 'You chose the same account twice. Choose two different accounts.',
    fr: 'Vous avez choisi deux fois le même compte. Choisissez deux comptes différents.',
  },
  'merge.already-merged': {
    es: 'Una de las dos cuentas ya se unió a otra. Deshaga antes esa unión.',
    pt: 'Uma das duas contas já foi unida a outra. Desfaça antes essa união.',
    en: 'One of the two accounts has been merged into another already. Undo that merge first.',
    fr: 'L’un des deux comptes a déjà été fusionné avec un autre. Annulez d’abord cette fusion.',
  },
  'merge.protected': {
    es: 'Una de las dos cuentas tiene funciones en la academia; solo la administración de la plataforma la une o la separa.',
    pt: 'Uma das duas contas tem funções na academia; só a administração da plataforma a une ou separa.',
    en: 'One of the two accounts holds roles in the academy; only a platform administrator merges or separates it.',
    fr: 'L’un des deux comptes a des rôles dans l’académie ; seul un administrateur de la plateforme le fusionne ou le sépare.',
  },
  'merge.undone-already': {
    es: 'Esta unión ya se deshizo.',
    pt: 'Esta união já foi desfeita.',
    en: 'This merge has been undone already.',
    fr: 'Cette fusion a déjà été annulée.',
  },
  'merge.kept-merged': {
    es: 'La cuenta que se conservó se unió después a otra. Deshaga primero la unión más reciente.',
    pt: 'A conta que ficou foi unida depois a outra. Desfaça primeiro a união mais recente.',
    en: 'The account that was kept has since been merged into another. Undo the later merge first.',
    fr: 'Le compte conservé a ensuite été fusionné avec un autre. Annulez d’abord la fusion la plus récente.',
  },
  'institution.cycle': {
    es: '«{name}» no puede quedar debajo de sí misma ni de lo que depende de ella. Elija otra institución superior.',
    pt: '“{name}” não pode ficar abaixo de si mesma nem do que depende dela. Escolha outra instituição superior.',
    en: '“{name}” cannot come below itself or below what depends on it. Choose another institution above it.',
    fr: '« {name} » ne peut pas dépendre d’elle-même ni de ce qui en dépend. Choisissez un autre établissement supérieur.',
  },
  'institution.closed': {
    es: '«{name}» está cerrada y no recibe a nadie más. Elija otra o ábrala de nuevo.',
    pt: '“{name}” está fechada e não recebe mais ninguém. Escolha outra ou reabra-a.',
    en: '“{name}” is closed and takes nobody new. Choose another one or open it again.',
    fr: '« {name} » est fermé et n’accueille plus personne. Choisissez-en un autre ou rouvrez-le.',
  },
  'institution.open-below': {
    es: 'Debajo de «{name}» hay instituciones abiertas ({count}). Ciérrelas o muévalas antes.',
    pt: 'Abaixo de “{name}” há instituições abertas ({count}). Feche-as ou mova-as antes.',
    en: 'There are open institutions below “{name}” ({count}). Close or move them first.',
    fr: 'Des établissements ouverts dépendent de « {name} » ({count}). Fermez-les ou déplacez-les d’abord.',
  },
});
