import { problemTexts } from './text.js';

/** What may go wrong in accreditation. */
export const accreditationProblems = problemTexts({
  'credential.unknown': {
    es: 'No hay ningún certificado con este número. Compruebe que lo copió completo.',
    pt: 'Não há nenhum certificado com este número. Verifique se o copiou por inteiro.',
    en: 'There is no certificate with this number. Check that you copied all of it.',
    fr: 'Aucun certificat ne porte ce numéro. Vérifiez que vous l’avez copié en entier.',
  },
  'credential.pending': {
    es: 'El certificado está en preparación: aún no se ha firmado. Vuelva a intentarlo en unos minutos.',
    pt: 'O certificado está em preparação: ainda não foi assinado. Tente de novo em alguns minutos.',
    en: 'The certificate is being prepared: it is not signed yet. Try again in a few minutes.',
    fr: 'Le certificat est en préparation : il n’est pas encore signé. Réessayez dans quelques minutes.',
  },
  'credential.revoked': {
    es: 'Este certificado fue revocado y ya no se entrega en PDF. La página de verificación muestra desde cuándo y por qué.',
    pt: 'Este certificado foi revogado e já não é entregue em PDF. A página de verificação mostra desde quando e por quê.',
    en: 'This certificate was revoked and is no longer given out as PDF. Its verification page shows since when and why.',
    fr: 'Ce certificat a été révoqué et n’est plus remis en PDF. Sa page de vérification indique depuis quand et pourquoi.',
  },
  'credential.holder-unknown': {
    es: 'Falta el nombre de la persona titular, así que el PDF no puede hacerse. El documento firmado sigue disponible.',
    pt: 'Falta o nome da pessoa titular, por isso o PDF não pode ser feito. O documento assinado continua disponível.',
    en: 'The name of the holder is missing, so the PDF cannot be made. The signed document is still available.',
    fr: 'Le nom du titulaire manque, le PDF ne peut donc pas être produit. Le document signé reste disponible.',
  },
  'status-list.unknown': {
    es: 'No hay ninguna lista de estado con esta dirección. Tómela del propio certificado.',
    pt: 'Não há nenhuma lista de estado com este endereço. Tome-o do próprio certificado.',
    en: 'There is no status list at this address. Take the address from the certificate itself.',
    fr: 'Aucune liste d’état ne se trouve à cette adresse. Prenez l’adresse dans le certificat lui-même.',
  },
  'signing-key.unavailable': {
    es: 'La clave de firma no está disponible en este momento. Avise a la administración de la plataforma.',
    pt: 'A chave de assinatura não está disponível neste momento. Avise a administração da plataforma.',
    en: 'The signing key is not available at the moment. Tell the administrators of the platform.',
    fr: 'La clé de signature n’est pas disponible pour le moment. Prévenez l’administration de la plateforme.',
  },
});
