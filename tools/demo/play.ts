import { randomUUID } from 'node:crypto'
import { beijingMidnight, todayInBeijing, type Day } from '#frame/calendar/day.ts'
import type { WorkCalendar } from '#frame/calendar/work-calendar.ts'
import type { House } from '#frame/house.ts'
import type { Act, ActReply, Facts } from '#frame/kernel/act.ts'
import type { Lifecycle } from '#frame/kernel/lifecycle.ts'
import { perform } from '#frame/kernel/perform.ts'
import type { Actor } from '#frame/people/actor.ts'
import { loadActor } from '#frame/people/load-actor.ts'

/** Lets the persons of the demonstration act on past days, through the same corridor as everybody. */
export interface Play {
  /** The house as it was on a working day before today. */
  on(ago: number, hour: number): House
  actor(house: House, login: string): Promise<Actor>
  act<F extends Facts, I, O, R extends ActReply>(
    house: House,
    login: string,
    act: Act<F, I, O, R>,
    life: Lifecycle,
    input: unknown,
  ): Promise<R>
}

/** In: the house, its calendar, account ids by login. */
export function playOn(
  house: House,
  calendar: WorkCalendar,
  accounts: Record<string, string>,
): Play {
  const today = todayInBeijing(house.clock.now())
  let ticks = 0
  const dayOf = (ago: number): Day => (ago === 0 ? today : calendar.addWorkdays(today, -ago))
  async function actor(at: House, login: string): Promise<Actor> {
    const known = await loadActor(at.db, accounts[login]!, todayInBeijing(at.clock.now()))
    if (!known) throw new Error(`no such person in the demonstration: ${login}`)
    return known
  }
  return {
    on(ago, hour) {
      const now = house.clock.now()
      ticks += 1
      const instant = beijingMidnight(dayOf(ago)).getTime() + hour * 3_600_000 + ticks * 1000
      // Nothing of the demonstration lies in the future, at whatever hour it is made.
      const at = new Date(Math.min(instant, now.getTime() - 1000))
      return { ...house, clock: { now: () => at } }
    },
    actor,
    async act(at, login, act, life, input) {
      return perform(
        at,
        act,
        input,
        { actor: await actor(at, login), requestId: randomUUID() },
        life,
      )
    },
  }
}
