import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { stateView } from '#frame/http/reply-parts.ts'
import { reasonField } from '../accounts/forms.ts'
import { proposalLine } from '../views.ts'
import { proposalMove } from './states.ts'

const tag = 'people'
const onOne = {
  method: 'POST',
  tag,
  params: z.strictObject({ id: z.uuid() }),
  body: z.strictObject({ version: z.int().positive(), reason: reasonField }),
  reply: stateView,
} as const

export const proposalsDoor = door({
  method: 'GET',
  path: '/api/proposals',
  permission: 'proposal.list',
  who: proposalMove('confirm').who,
  tag,
  summary: { zh: '待第二人确认的事项', en: 'What waits for a second person' },
  reply: z.object({ rows: z.array(proposalLine) }),
})

export const confirmProposalDoor = door({
  ...onOne,
  path: '/api/proposals/:id/confirm',
  permission: 'proposal.confirm',
  who: proposalMove('confirm').who,
  summary: { zh: '确认管理员任命或邮箱更换', en: 'Confirm an administrator or a mailbox' },
})

export const refuseProposalDoor = door({
  ...onOne,
  path: '/api/proposals/:id/refuse',
  permission: 'proposal.refuse',
  who: proposalMove('refuse').who,
  summary: { zh: '不同意管理员任命或邮箱更换', en: 'Refuse an administrator or a mailbox' },
})

export const withdrawProposalDoor = door({
  ...onOne,
  path: '/api/proposals/:id/withdraw',
  permission: 'proposal.withdraw',
  who: proposalMove('withdraw').who,
  summary: { zh: '撤回管理员任命或邮箱更换', en: 'Withdraw an administrator or a mailbox' },
})
