import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson } from '#checks/house.ts'
import { licenceStand, type LicenceStand, type Problem } from '#checks/samples/licence-stand.ts'
import { newId } from '#frame/kernel/id.ts'
import { roleCodes, roles, unitRoles, type Role } from '#frame/people/roles.ts'
import type { z } from 'zod'
import { libraryRoutes } from './routes.ts'
import { articleLife } from './states.ts'
import { added, article } from './test-articles.ts'
import type { ArticleRow, articleView } from './views.ts'

type View = z.output<typeof articleView>

let stand: LicenceStand
/** One person of every role at the stand's places. */
const person = {} as Record<Role, string>
before(async () => {
  stand = await licenceStand()
  for (const role of roleCodes) {
    const { scope } = roles[role]
    const places: Partial<Record<typeof scope, object>> = {
      unit: { unitId: stand.unitId },
      branch: { branchId: stand.branchId },
    }
    person[role] = await addPerson(stand.t.house, role, places[scope] ?? {})
  }
})
after(() => stand.close())

const as = (who: keyof LicenceStand['people']) => stand.t.as(stand.people[who])
const isUnitRole = (role: Role) => unitRoles.some((r) => r === role)

async function list(query = '', who: 'operator' | 'stranger' = 'operator') {
  const answer = await as(who).get(`/api/library?size=200&${query}`)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<{ rows: ArticleRow[]; total: number }>()
}

async function see(id: string): Promise<View> {
  const answer = await as('operator').get(`/api/library/${id}`)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<View>()
}

const bodyOf = (act: string, version: number) =>
  act === 'change' ? { version, article: article({ nameZh: `人血清 ${newId()}` }) } : { version }

/** How an article comes to each status. */
const ways = {
  'in-use': () => added(stand, { nameZh: `物品 ${newId()}` }),
  retired: async () => {
    const id = await added(stand, { nameZh: `物品 ${newId()}` })
    await as('operator').post(`/api/library/${id}/retire`, { version: 1 })
    return id
  },
}
const moves = articleLife.moves.filter((m) => m.from !== null)

for (const [status, make] of Object.entries(ways))
  test(`in ${status}, every act of every role answers as the table and the page say`, async () => {
    for (const role of roleCodes) {
      const id = await make()
      const caller = stand.t.as(person[role])
      const page = await caller.get(`/api/library/${id}`)
      assert.equal(page.statusCode, isUnitRole(role) ? 200 : 403, `${role} sees`)
      const shown = page.statusCode === 200 ? page.json<View>().acts : []
      for (const move of moves) {
        const fresh = await make()
        const { version } = await see(fresh)
        const body = bodyOf(move.act, version)
        const answer = await caller.post(`/api/library/${fresh}/${move.act}`, body)
        const told = shown.find((a) => a.act === `article.${move.act}`)
        const allowed = isUnitRole(role) && (move.from as string[]).includes(status)
        assert.equal(told?.allowed ?? false, allowed, `${role} is told of ${move.act}`)
        const http = allowed ? 200 : isUnitRole(role) ? 422 : 403
        assert.equal(answer.statusCode, http, `${role} ${move.act}: ${answer.body}`)
        if (allowed) assert.ok((move.to as string[]).includes((await see(fresh)).status))
      }
    }
  })

test('another unit meets an article as if there were none, through every door', async () => {
  const mine = await added(stand, { nameZh: '别人看不到的物品' })
  for (const { door } of libraryRoutes.filter((r) => r.door.path.includes(':id'))) {
    const ask = async (id: string) => {
      const url = door.path.replace(':id', id)
      const { statusCode, json } =
        door.method === 'GET'
          ? await as('stranger').get(url)
          : await as('stranger').post(url, bodyOf(url.split('/').at(-1)!, 1))
      return [statusCode, json<Problem>().reasons]
    }
    assert.deepEqual(await ask(mine), await ask(newId()), door.permission)
    assert.equal((await ask(mine))[0], 404)
  }
  for (const query of ['', 'q=看不到', `unit=${stand.unitId}`, 'retired=1', 'sort=-updated'])
    assert.equal((await list(query, 'stranger')).total, 0, query)
  const into = { unitId: stand.unitId, articles: [article()] }
  assert.equal((await as('stranger').post('/api/library', into)).statusCode, 404)
  assert.deepEqual(
    (await as('stranger').get('/api/library-units')).json<{ units: [] }>().units.length,
    1,
  )
})

test('the articles of a unit are found by part of a word: Chinese, English, 货号', async () => {
  const id = await added(stand, {
    nameZh: '重组慢病毒载体',
    nameEn: 'Recombinant lentiviral vector',
    catalogueNo: 'LV-2026/7',
    articleClass: 'microorganism',
    pathogenState: 'contained',
    pathogens: ['virus-1'],
  })
  for (const q of ['慢病毒', 'LENTIVIRAL', '2026/7', '  载体 ']) {
    const { rows, total } = await list(`q=${encodeURIComponent(q)}`)
    assert.deepEqual([rows.map((r) => r.id), total], [[id], 1], q)
    assert.equal(rows[0]!.pathogens.length, 1)
  }
  for (const q of ['%', '_', '\\', "'"])
    assert.equal((await list(`q=${encodeURIComponent(q)}`)).total, 0, q)
  assert.equal((await list('articleClass=microorganism')).total, 1)
  await as('operator').post(`/api/library/${id}/retire`, { version: 1 })
  assert.equal((await list('q=慢病毒')).total, 0)
  assert.equal((await list('q=慢病毒&retired=1')).total, 1)
})

test('pages of the register follow each other without gap or repetition', async () => {
  const all = (await list('retired=1')).rows.map((r) => r.id)
  const paged: string[] = []
  for (let page = 1; paged.length < all.length; page += 1) {
    const answer = await as('operator').get(`/api/library?size=5&page=${page}&retired=1`)
    paged.push(...answer.json<{ rows: ArticleRow[] }>().rows.map((r) => r.id))
  }
  assert.deepEqual(paged, all)
})

test('several articles come in together or not at all, with the fault at its place', async () => {
  const before = (await list('retired=1')).total
  const articles = [
    article({ nameZh: '甲', catalogueNo: '' }),
    { ...article({ nameZh: '乙' }), productPage: 'http://example.cn' },
  ]
  const wrong = await as('operator').post('/api/library', { unitId: stand.unitId, articles })
  assert.equal(wrong.statusCode, 400)
  assert.match(wrong.json<Problem>().reasons[0]?.at ?? '', /articles\.1\.productPage$/)
  const twice = await as('operator').post('/api/library', {
    unitId: stand.unitId,
    articles: [articles[0], article({ nameZh: '甲', catalogueNo: '' })],
  })
  assert.deepEqual(
    twice.json<Problem>().reasons.map((r) => [r.code, r.at]),
    [['alike', 'articles.1.nameZh']],
  )
  assert.equal((await list('retired=1')).total, before)
  const anyway = await as('operator').post('/api/library', {
    unitId: stand.unitId,
    articles: [articles[0], article({ nameZh: '甲', catalogueNo: '', specification: '5 mL' })],
    anyway: true,
  })
  assert.equal(anyway.statusCode, 200, anyway.body)
  assert.equal((await list('retired=1')).total, before + 2)
})

test('a change is made on the version seen, keeps what was before in the ledger, and drops idle pathogens', async () => {
  const id = await added(stand, {
    nameZh: '改前',
    pathogenState: 'contained',
    pathogens: ['virus-1'],
  })
  const next = article({ nameZh: '改后', pathogenState: 'none', pathogens: ['virus-1'] })
  const change = (version: number) =>
    as('colleague').post(`/api/library/${id}/change`, { version, article: next })
  assert.equal((await change(1)).statusCode, 200)
  assert.equal((await change(1)).statusCode, 409)
  const view = await see(id)
  assert.deepEqual([view.version, view.article.nameZh, view.article.pathogens], [2, '改后', []])
  assert.ok(view.updatedBy)
  const event = await stand.t.house.db
    .selectFrom('audit_event')
    .select(['act', 'unit_id', 'body'])
    .where('act', '=', 'article.change')
    .where('subject_id', '=', id)
    .executeTakeFirstOrThrow()
  assert.equal(event.unit_id, stand.unitId)
  assert.match(event.body.toString('utf8'), /"after":"改后","before":"改前"/)
  assert.match(event.body.toString('utf8'), /"after":\[\],"before":\["virus-1"\]/)
})
