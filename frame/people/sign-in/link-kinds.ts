/**
 * What a link by mail is for. `confirm` is the invitation of a unit that asked for its account itself;
 * `first` is printed at the start of a house that has no administrator.
 */
export const linkKinds = ['invite', 'confirm', 'reset', 'mailbox', 'first'] as const
export type LinkKind = (typeof linkKinds)[number]

/** Whether a link is the first way into an account. */
export const isInvitation = (kind: LinkKind) => kind === 'invite' || kind === 'confirm'
