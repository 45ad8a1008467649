import type { Tone } from '#shell/parts/status-tag.tsx'

/** How the statuses of accounts and appointments feel. */
export const accountTones: Record<'invited' | 'active' | 'suspended' | 'ended', Tone> = {
  invited: 'wait',
  active: 'ok',
  suspended: 'hold',
  ended: 'end',
}

export const proposalTones: Record<'proposed' | 'confirmed' | 'refused' | 'withdrawn', Tone> = {
  proposed: 'wait',
  confirmed: 'ok',
  refused: 'danger',
  withdrawn: 'end',
}
