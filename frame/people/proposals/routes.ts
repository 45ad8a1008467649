import { openAct, openRead } from '#frame/http/open.ts'
import {
  confirmProposalDoor,
  proposalsDoor,
  refuseProposalDoor,
  withdrawProposalDoor,
} from './doors.ts'
import { proposalLines } from './proposal-lines.ts'
import { confirmProposal, refuseProposal, withdrawProposal } from './settle-proposal.ts'
import { proposalLife } from './states.ts'

/** A step on one row: its id from the address, version and reason from the body. */
const step = <P extends object, B extends object>({ params, body }: { params: P; body: B }) => ({
  ...params,
  ...body,
})

export const proposalRoutes = [
  openRead(proposalsDoor, async ({ house, actor }) => ({
    rows: await proposalLines(house, actor),
  })),
  openAct(confirmProposalDoor, confirmProposal, proposalLife, step),
  openAct(refuseProposalDoor, refuseProposal, proposalLife, step),
  openAct(withdrawProposalDoor, withdrawProposal, proposalLife, step),
]
