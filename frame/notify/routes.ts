import { openAct, openRead, type Visit } from '#frame/http/open.ts'
import { absent } from '#frame/kernel/reason.ts'
import { holdsAny } from '#frame/people/policy.ts'
import { confirmMessage } from './confirm-message.ts'
import {
  confirmDoor,
  inboxDoor,
  outboxDoor,
  readAllDoor,
  readNoticeDoor,
  resendDoor,
  setWishesDoor,
  wishesDoor,
} from './doors.ts'
import { inboxPage, markRead, unreadCount } from './inbox.ts'
import { outboxPage } from './outbox.ts'
import { resendMessage } from './resend-message.ts'
import { setWishes } from './set-wishes.ts'
import { messageLife, wishLife } from './states.ts'
import { wishesOf } from './wishes.ts'

function own({ actor }: Visit): string {
  if (actor.accountId === null) throw absent()
  return actor.accountId
}

export const notifyRoutes = [
  openRead(inboxDoor, async (visit, { query }) => {
    const accountId = own(visit)
    const { db } = visit.house
    const ask = { accountId, limit: query.size, unreadOnly: query.unread === '1' }
    const page = await inboxPage(db, { ...ask, ...(query.after ? { after: query.after } : {}) })
    return { unread: await unreadCount(db, accountId), ...page }
  }),
  openRead(readNoticeDoor, async (visit, { params }) => {
    const { db, clock } = visit.house
    return { unread: await markRead(db, own(visit), [params.id], clock.now()) }
  }),
  openRead(readAllDoor, async (visit) => {
    const { db, clock } = visit.house
    return { unread: await markRead(db, own(visit), null, clock.now()) }
  }),
  openRead(wishesDoor, (visit) => wishesOf(visit.house.db, own(visit))),
  openAct(setWishesDoor, setWishes, wishLife, ({ body }) => body),
  openRead(outboxDoor, async ({ house, actor }, { query }) => {
    const { demo, smtpUrl, smsUrl } = house.config
    if (!demo && !holdsAny(actor, ['system-admin'])) throw absent()
    const { size, state, after } = query
    const page = await outboxPage(house, actor, {
      limit: size,
      state,
      ...(after ? { after } : {}),
    })
    return { demo, channels: { mail: smtpUrl !== null, sms: smsUrl !== null }, ...page }
  }),
  openAct(resendDoor, resendMessage, messageLife, ({ params, body }) => ({ ...params, ...body })),
  openAct(confirmDoor, confirmMessage, messageLife, ({ params, body }) => ({ ...params, ...body })),
]
