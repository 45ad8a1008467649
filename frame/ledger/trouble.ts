/** Why the ledger cannot go on, in a Chinese sentence for the operator: what, why and how to mend it. */
export class LedgerTrouble extends Error {}
