import { addDays, todayInBeijing } from '#frame/calendar/day.ts'
import type { House } from '#frame/house.ts'
import { checkSheet } from '#rooms/registration/public.ts'
import { approveChangeAct } from '#rooms/registration/approve-change.ts'
import { askChangeAct } from '#rooms/registration/ask-change.ts'
import { beginContactAct } from '#rooms/registration/begin-contact.ts'
import { declineChangeAct } from '#rooms/registration/decline-change.ts'
import type { RegistrationForm } from '#rooms/registration/forms.ts'
import { passAct } from '#rooms/registration/pass.ts'
import { saveAct } from '#rooms/registration/save.ts'
import { askedSlots, contactSlots } from '#rooms/registration/slots.ts'
import { registrationLife } from '#rooms/registration/states.ts'
import { submitAct } from '#rooms/registration/submit.ts'
import { bookAct } from '#rooms/window/book.ts'
import { counterRows, mustBeSeen } from '#rooms/window/counter-rows.ts'
import { finishAct } from '#rooms/window/finish.ts'
import { visitLife } from '#rooms/window/states.ts'
import { loadReception, nextWindowDays, slotsIn } from '#rooms/window/reception.ts'
import type { WindowSlot } from '#frame/calendar/periods.ts'
import type { BookableSlot } from '#rooms/window/slots.ts'
import { tickAct } from '#rooms/window/tick.ts'
import { walkInAct } from '#rooms/window/walk-in.ts'
import { bringDocument } from './documents.ts'
import { keeper, mobileOf, type UnitPlay } from './play-units.ts'
import { profileOf, type UnitFacts } from './unit-facts.ts'

/** A unit with its account, as its request left it. */
export interface PlayedUnit {
  unit: UnitFacts
  n: number
  unitId: string
  login: string
}

/**
 * Plays a unit's registration and what follows as far as its state says: filled in, submitted, originals
 * shown at the window, passed; a change, another contact person. In: how many days ago it was confirmed.
 */
export async function playRegistration(at: UnitPlay, who: PlayedUnit, ago: number): Promise<void> {
  const { state } = who.unit
  const id = await openRegistration(at.house, who.unitId)
  const form = datedForm(at.house, who)
  await fillIn(at, who, id, form, ago)
  if (state === 'filling') return
  await step(at, who, id, submitAct, ago - 1)
  if (state === 'booked') return bookNext(at, who, id)
  if (state === 'overdue') return
  await visit(at, id, ago - 2, state === 'returned' ? 'rules-emergency' : null)
  if (state === 'returned' || state === 'checked') return
  await keeperStep(at, id, passAct, ago - 3)
  if (state.startsWith('change')) await playChange(at, who, 12)
  if (state === 'contact-awaiting') await playContact(at, who, 6)
}

/** The registration of a unit that is not over. */
async function openRegistration({ db }: House, unitId: string): Promise<string> {
  const { id } = await db
    .selectFrom('registration')
    .select('id')
    .where('unit_id', '=', unitId)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

/** 单位登记 with certificates that hold for years, but for the one that is to end soon. */
function datedForm(house: House, { unit, n }: PlayedUnit): RegistrationForm {
  const form = profileOf(unit, mobileOf(n))
  const today = todayInBeijing(house.clock.now())
  const dated = askedSlots(form).filter((s) => s.slot.dated && s.required)
  const documentDates = Object.fromEntries(
    dated.map(({ slot }, i) => [
      slot.code,
      {
        from: addDays(today, -500),
        to: addDays(today, i === 0 ? (unit.certificateEnds ?? 1100) : 1100 + i * 40),
      },
    ]),
  )
  return { ...form, documentDates }
}

async function fillIn(
  at: UnitPlay,
  { login, unit }: PlayedUnit,
  id: string,
  form: RegistrationForm,
  ago: number,
): Promise<void> {
  const house = at.play.on(ago, 10)
  const before = await formOf(house, id)
  const changes = Object.entries(form)
    .filter(([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value))
    .map(([name, value]) => ({ name, seen: before[name] ?? null, value }))
  await at.play.act(house, login, saveAct, registrationLife, { id, changes })
  const actor = await at.play.actor(house, login)
  const slots = askedSlots(form).filter((s) => s.required)
  // somebody in the middle of it has brought half of the documents
  const brought = unit.state === 'filling' ? slots.slice(0, 4) : slots
  for (const { slot } of brought)
    await bringDocument(
      house,
      actor,
      { subject: 'registration', subjectId: id, slot: slot.code },
      `${slot.title.zh.replace(/（.*）/, '')}.pdf`,
      at.scans[slot.code]!,
    )
}

async function formOf({ db }: House, id: string): Promise<Record<string, unknown>> {
  const { form } = await db
    .selectFrom('registration')
    .select('form')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return form as Record<string, unknown>
}

async function versionOf({ db }: House, id: string): Promise<number> {
  const { version } = await db
    .selectFrom('registration')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return version
}

type AnyAct = Parameters<UnitPlay['play']['act']>[2]

async function step(at: UnitPlay, { login }: PlayedUnit, id: string, act: AnyAct, ago: number) {
  const version = await versionOf(at.house, id)
  await at.play.act(at.play.on(ago, 11), login, act, registrationLife, { id, version })
}

async function keeperStep(at: UnitPlay, id: string, act: AnyAct, ago: number, said: object = {}) {
  const version = await versionOf(at.house, id)
  await at.play.act(at.play.on(ago, 16), keeper, act, registrationLife, { id, version, ...said })
}

/** Somebody comes to the window with the originals. In: the document that is wanting, or null. */
async function visit(
  at: UnitPlay,
  registrationId: string,
  ago: number,
  wanting: string | null,
): Promise<void> {
  const house = at.play.on(ago, 14)
  const here = await at.play.act(house, keeper, walkInAct, visitLife, { registrationId })
  const sheet = await checkSheet(house.db, registrationId, todayInBeijing(house.clock.now()))
  let version = here.version
  for (const row of counterRows(sheet!.rows, [], []).filter(mustBeSeen)) {
    const missing = row.slot === wanting
    const ticked = await at.play.act(house, keeper, tickAct, visitLife, {
      id: here.id,
      slot: row.slot,
      outcome: missing ? 'wanting' : 'seen',
      remark: missing ? '应急处置规程没有写明负责人和联系电话，请补充后重新提交。' : '',
      was: null,
    })
    version = ticked.version
  }
  await at.play.act(house, keeper, finishAct, visitLife, { id: here.id, version })
}

/** Books the next open time of the window. */
async function bookNext(at: UnitPlay, who: PlayedUnit, registrationId: string): Promise<void> {
  const house = at.play.on(0, 9)
  const reception = await loadReception(house.db)
  const now = house.clock.now()
  const [{ day }] = nextWindowDays(reception, addDays(todayInBeijing(now), 1), 1) as [WindowSlot]
  const [{ from }] = slotsIn(reception, { from: day, to: day }) as [BookableSlot]
  await at.play.act(house, who.login, bookAct, visitLife, { registrationId, day, from })
}

async function playChange(at: UnitPlay, who: PlayedUnit, ago: number): Promise<void> {
  const { unit, unitId, login } = who
  const after = unit.address.replace(/\d+ 号/, '66 号')
  const { id } = await at.play.act(at.play.on(ago, 9), login, askChangeAct, registrationLife, {
    unitId,
    reason: '办公地点搬迁，经营地址随之变更，注册地址不变。',
    items: [{ field: 'businessAddress', after }],
  })
  if (unit.state === 'change-asked') return
  if (unit.state === 'change-declined')
    return keeperStep(at, id, declineChangeAct, ago - 2, {
      why: '请先完成实验室备案地址的变更，再申请变更经营地址。',
    })
  await keeperStep(at, id, approveChangeAct, ago - 2)
  if (unit.state === 'change-filling') return
  const house = at.play.on(ago - 3, 10)
  const change = { name: 'businessAddress', seen: unit.address, value: after }
  await at.play.act(house, login, saveAct, registrationLife, { id, changes: [change] })
  await step(at, who, id, submitAct, ago - 3)
  if (unit.state === 'change-awaiting') return
  await visit(at, id, ago - 4, null)
  await keeperStep(at, id, passAct, ago - 5)
}

async function playContact(at: UnitPlay, who: PlayedUnit, ago: number): Promise<void> {
  const { unitId, login, n } = who
  const house = at.play.on(ago, 9)
  const { id } = await at.play.act(house, login, beginContactAct, registrationLife, { unitId })
  const before = await formOf(house, id)
  const next = { contact: '颜书琪', mobile: mobileOf(n + 50), email: 'yanshuqi@example.cn' }
  const changes = Object.entries(next).map(([name, value]) => ({
    name,
    seen: before[name] ?? null,
    value,
  }))
  await at.play.act(house, login, saveAct, registrationLife, { id, changes })
  const actor = await at.play.actor(house, login)
  for (const { code, title } of contactSlots)
    await bringDocument(
      house,
      actor,
      { subject: 'registration', subjectId: id, slot: code },
      `${title.zh.replaceAll(/（.*?）|《|》/g, '')}.pdf`,
      at.scans[code]!,
    )
  await step(at, who, id, submitAct, ago - 1)
}
