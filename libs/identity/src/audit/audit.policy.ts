import { holdsEverywhere, type Actor } from '@aula/contracts';

const reads = (actor: Actor | undefined): boolean => holdsEverywhere(actor, 'administrator', 'auditor');

/** Whoever reads everything reads who changed what, and may have the chain checked, which changes nothing. */
export const auditPolicy = { 'audit.read': reads, 'audit.check': reads };
