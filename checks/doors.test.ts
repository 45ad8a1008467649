import assert from 'node:assert/strict'
import { test } from 'node:test'
import path from 'node:path'
import { z } from 'zod'
import type { Door } from '#frame/http/door.ts'
import { houseParts } from '#rooms/house-parts.ts'
import { allLifecycles, fullAct } from './lifecycles.ts'
import { filesOf, refuseBreaches, root } from './tree.ts'

const routes = houseParts.flatMap((part) => part.routes.map((route) => ({ ...route, part })))
const doors = routes.map((route) => route.door)

function twice(names: string[]): string[] {
  return names.filter((name, i) => names.indexOf(name) !== i)
}

test('every door says in Chinese and in English what it is for', () => {
  const wrong = doors.filter(
    ({ summary }) => !/[一-鿿]/.test(summary.zh) || !/[A-Za-z]{2}/.test(summary.en),
  )
  refuseBreaches(
    'no summary in both languages:',
    wrong.map((door) => `${door.method} ${door.path}`),
  )
})

test('one permission per door, and no two doors at one address', () => {
  refuseBreaches('permission of two doors:', twice(doors.map((door) => door.permission)))
  refuseBreaches(
    'address of two doors:',
    twice(doors.map((door) => `${door.method} ${door.path.replaceAll(/:\w+/g, ':')}`)),
  )
})

test('a door that is declared is open', async () => {
  const open = new Set<unknown>(doors)
  const shut: string[] = []
  for (const file of filesOf('{frame,rooms}/**/doors.ts')) {
    const module = (await import(path.join(root, file.path))) as Record<string, unknown>
    for (const [name, value] of Object.entries(module))
      if (isDoor(value) && !open.has(value)) shut.push(`${file.path} ${name}`)
  }
  refuseBreaches('declared but not in any routes.ts:', shut)
})

const isDoor = (value: unknown): value is Door =>
  typeof value === 'object' && value !== null && 'permission' in value && 'reply' in value

/** Acts without a door of their own act, with what leads to them. */
const actsBehind: Record<string, string> = {
  'permit.request': 'quota.request',
  'enrolment.confirm': 'link.use: whoever opens the link confirms the request with his account',
  'file.attach': 'files.put and files.finish: the file comes first, the act when it is whole',
  'registration.check': 'visit.finish: the end of a visit settles what it was for',
}

test('every act of a lifecycle has a door', async () => {
  const opened = new Set(routes.map((route) => route.act))
  const missing: string[] = []
  for (const { file, life } of await allLifecycles())
    for (const move of life.moves) {
      const name = fullAct(life, move)
      // An act of nobody is the system's own.
      if (move.who.length === 0) continue
      if (!opened.has(name) && !(name in actsBehind)) missing.push(`${name} (${file})`)
    }
  refuseBreaches('nobody can do this act:', missing)
})

test('every act behind a door stands in a lifecycle', async () => {
  const listed = new Set<string>(Object.values(actsBehind))
  for (const { life } of await allLifecycles())
    for (const move of life.moves) listed.add(fullAct(life, move))
  const wild = routes.filter(({ act }) => act !== null && !listed.has(act)).map(({ act }) => act!)
  refuseBreaches('an act outside every table:', wild)
})

/** Doors that write without an act, each with the reason. */
const quietWrites: Record<string, string> = {
  'sign-in.enter': 'sign-in has a log of its own',
  'sign-in.code': 'sign-in has a log of its own',
  'sign-in.recovery': 'sign-in has a log of its own',
  'sign-in.enrol': 'sign-in has a log of its own',
  'sign-in.finish-enrol': 'sign-in has a log of its own',
  'sign-in.password': 'sign-in has a log of its own',
  'sign-in.leave': 'sign-in has a log of its own',
  'sign-in.ask-reset': 'asked by nobody known; answers all alike',
  'link.look': 'a read whose token must not stand in an address',
  'link.use': 'sign-in has a log of its own',
  'own.change-password': 'a secret of the person; the sign-in log has it',
  'own.end-session': 'the person’s own sign-in; the sign-in log has it',
  'own.end-other-sessions': 'the person’s own sign-in; the sign-in log has it',
  'own.renew-recovery-codes': 'a secret of the person; the sign-in log has it',
  'calendar.preview': 'a read with a long question',
  'inbox.mark': 'a mark of the reader on his own notice',
  'inbox.mark-all': 'a mark of the reader on his own notices',
  'enrolment.look-document': 'a read of a sealed number that leaves an event in the ledger',
  'files.put': 'performs file.attach when the file is whole',
  'files.begin': 'opens an upload; nothing of legal weight yet',
  'files.part': 'a part of an upload',
  'files.finish': 'performs file.attach when the file is whole',
  'files.drop': 'gives an unfinished upload up',
}

test('every door that writes opens an act, or says why not', () => {
  const writing = routes.filter(
    ({ door }) => door.method !== 'GET' && !door.permission.endsWith('.export'),
  )
  const silent = writing.filter(
    ({ act, door }) => act === null && !(door.permission in quietWrites),
  )
  refuseBreaches(
    'writes without an act (checks/doors.test.ts lists the exceptions):',
    silent.map(({ door }) => door.permission),
  )
  const known = new Set(
    writing.filter(({ act }) => act === null).map(({ door }) => door.permission),
  )
  refuseBreaches(
    'no longer an exception:',
    Object.keys(quietWrites).filter((name) => !known.has(name)),
  )
})

/** Every object a body may be, also where it is one of several. */
function shapesOf(schema: { type?: string; anyOf?: object[]; oneOf?: object[] }): object[] {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.flatMap((one) => shapesOf(one))
  return schema.type === 'object' ? [schema] : []
}

test('what a door takes in a body is strict: no key beyond its schema', () => {
  const loose = doors.filter((door) => {
    if (!door.body) return false
    const json = z.toJSONSchema(door.body, { io: 'input', unrepresentable: 'any' })
    return shapesOf(json as object).some(
      (shape) => (shape as { additionalProperties?: unknown }).additionalProperties !== false,
    )
  })
  refuseBreaches(
    'use z.strictObject:',
    loose.map((door) => door.permission),
  )
})

test('what a GET takes changes nothing and has no body', () => {
  assert.deepEqual(
    routes.filter(({ door, act }) => door.method === 'GET' && (door.body || act !== null)),
    [],
  )
})
