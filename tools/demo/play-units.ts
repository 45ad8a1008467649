import { todayInBeijing } from '#frame/calendar/day.ts'
import { demoIdCard, demoMobile, demoUscc } from '#frame/catalogue/codes/demo.ts'
import type { House } from '#frame/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { useLink } from '#frame/people/sign-in/use-link.ts'
import { demoPassword } from '#frame/people/sign-in/demo.ts'
import { hashToken } from '#frame/people/sign-in/tokens.ts'
import type { Actor } from '#frame/people/actor.ts'
import { perform } from '#frame/kernel/perform.ts'
import { approveAct } from '#rooms/enrolment/approve.ts'
import { beginAct } from '#rooms/enrolment/begin.ts'
import { fileAct } from '#rooms/enrolment/file.ts'
import { sealDocument } from '#rooms/enrolment/person-document.ts'
import { refuseAct } from '#rooms/enrolment/refuse.ts'
import { requestKey } from '#rooms/enrolment/request-key.ts'
import { returnAct as returnRequestAct } from '#rooms/enrolment/return.ts'
import { saveAct as saveRequestAct } from '#rooms/enrolment/save.ts'
import { slotOf } from '#rooms/enrolment/slots.ts'
import { enrolmentLife } from '#rooms/enrolment/states.ts'
import type { Activity } from '#rooms/enrolment/forms.ts'
import { bringDocument } from './documents.ts'
import type { Play } from './play.ts'
import type { UnitFacts } from './unit-facts.ts'

/** What every unit of the play needs. */
export interface UnitPlay {
  play: Play
  house: House
  /** A scan for each slot, by its code. */
  scans: Readonly<Record<string, Buffer>>
  branches: Readonly<Record<string, string>>
}

/** The account administrator of headquarters, who looks after every branch. */
export const keeper = 'zongzhanghao'

const activity: Record<UnitFacts['classes'][number], Activity> = {
  producer: 'production',
  seller: 'sale',
  user: 'research',
}

/** Mobile of a unit's contact person. In: its place in the list. */
export const mobileOf = (n: number) => demoMobile(200 + n)

/**
 * Plays a unit's request for an account as far as its state says: filed by somebody without account,
 * settled by the account administrator, confirmed by the link of the mail. In: days ago. Out: the id of
 * the unit and its account, where they were made.
 */
export async function playRequest(
  at: UnitPlay,
  unit: UnitFacts,
  n: number,
  ago: number,
  login: string,
): Promise<{ unitId: string; accountId: string } | null> {
  const { play } = at
  const id = newId()
  const requester = { actor: keyHolder(id, unit.contact), requestId: newId() }
  const house = play.on(ago, 10)
  const ask: Play['act'] = (at, _login, act, life, input) =>
    perform(at, act, input, requester, life)
  const keyHash = hashToken(await requestKey(house, id))
  await ask(house, '', beginAct, enrolmentLife, {
    id,
    kind: 'organisation',
    language: 'zh',
    keyHash,
  })
  const form = {
    nameZh: unit.nameZh,
    uscc: demoUscc(101 + n),
    activities: unit.classes.map((c) => activity[c]),
    reasons: ['beijing-port'],
    area: unit.area,
    contact: unit.contact,
    mobile: mobileOf(n),
    mailbox: `${login}@example.cn`,
  }
  const changes = Object.entries(form).map(([name, value]) => ({ name, seen: null, value }))
  await ask(house, '', saveRequestAct, enrolmentLife, { id, changes })
  const { code } = slotOf.organisation
  const file = { subject: 'enrolment', subjectId: id, slot: code }
  await bringDocument(house, requester.actor, file, '账号注册申请表（盖章）.pdf', at.scans[code]!)
  await ask(house, '', fileAct, enrolmentLife, { id, version: 1 })
  if (unit.state === 'filed') return null
  const later = play.on(ago - 1, 14)
  const on = { id, version: 2 }
  if (unit.state === 'request-returned')
    await play.act(later, keeper, returnRequestAct, enrolmentLife, {
      ...on,
      remarks: [
        {
          at: 'activities',
          what: '单纯的进出口代理不能作为申请人。贵单位如同时销售特殊物品，请在“从事特殊物品的”中说明并附证明。',
        },
      ],
    })
  else if (unit.state === 'request-refused')
    await play.act(later, keeper, refuseAct, enrolmentLife, {
      ...on,
      why: '贵单位的经营范围不涉及特殊物品，不属于 160 号令第三十三条所称特殊物品单位。',
    })
  else {
    const branchId = at.branches[unit.branch]!
    await play.act(later, keeper, approveAct, enrolmentLife, { ...on, branchId, login })
    const made = await at.house.db
      .selectFrom('enrolment')
      .select(['unit_id', 'account_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (unit.state === 'approved') return null
    await confirm(play.on(ago - 1, 16), form.mailbox)
    return { unitId: made.unit_id!, accountId: made.account_id! }
  }
  return null
}

/**
 * C-42 plays a natural person's request to its end: a light account, nothing to register. In: days ago. Out:
 * the unit of one and its account.
 */
export async function playPerson(
  at: UnitPlay,
  ago: number,
  login: string,
): Promise<{ unitId: string; accountId: string }> {
  const { play } = at
  const id = newId()
  const name = '岑安歌'
  const house = play.on(ago, 10)
  const asked = { actor: keyHolder(id, name), requestId: newId() }
  const keyHash = hashToken(await requestKey(house, id))
  const begun = { id, kind: 'person', language: 'zh', keyHash }
  await perform(house, beginAct, begun, asked, enrolmentLife)
  const form = {
    nameZh: name,
    documentKind: 'id-card',
    mobile: mobileOf(90),
    mailbox: `${login}@example.cn`,
  }
  const changes = Object.entries(form).map(([field, value]) => ({ name: field, seen: null, value }))
  const today = todayInBeijing(house.clock.now())
  const document = await sealDocument(house, 'id-card', demoIdCard('person'), today)
  await perform(house, saveRequestAct, { id, changes, document }, asked, enrolmentLife)
  const { code } = slotOf.person
  const file = { subject: 'enrolment', subjectId: id, slot: code }
  await bringDocument(house, asked.actor, file, '身份证复印件.pdf', at.scans[code]!)
  await perform(house, fileAct, { id, version: 1 }, asked, enrolmentLife)
  const branchId = at.branches['zhongguancun']!
  await play.act(play.on(ago - 1, 14), keeper, approveAct, enrolmentLife, {
    id,
    version: 2,
    branchId,
    login,
  })
  await confirm(play.on(ago - 1, 16), form.mailbox)
  const made = await house.db
    .selectFrom('enrolment')
    .select(['unit_id', 'account_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { unitId: made.unit_id!, accountId: made.account_id! }
}

/** Somebody without account who shows the key of his request. */
function keyHolder(id: string, name: string): Actor {
  return { kind: 'public', accountId: null, name, grants: [], visiting: id }
}

/** Opens the link of the mail and sets the demonstration's password. */
async function confirm(house: House, mailbox: string): Promise<void> {
  const token = await tokenInMail(house, mailbox)
  const caller = { address: '127.0.0.1', agent: '', requestId: newId() }
  await useLink(house, { token, password: demoPassword }, caller)
}

/** The token behind the # of the link that was mailed. */
async function tokenInMail(house: House, mailbox: string): Promise<string> {
  const mail = await house.db
    .selectFrom('message')
    .select('path')
    .where('address', '=', mailbox)
    .where('path', 'like', '/link#%')
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
  return mail.path!.split('#')[1]!
}
