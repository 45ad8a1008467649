import assert from 'node:assert/strict'
import type { LicenceStand, Who } from '#checks/samples/licence-stand.ts'
import { articleForm, type ArticleForm } from './forms.ts'

/** An article as a form takes it. In: what differs. */
export const article = (more: Partial<ArticleForm> = {}): ArticleForm =>
  articleForm.parse({
    nameZh: '人血清',
    nameEn: 'Human serum',
    articleClass: 'blood',
    catalogueNo: 'NB-HS-01',
    specification: '1 mL/支',
    packUnit: '支',
    ingredients: '人血清，0.05% 叠氮钠',
    use: '作为免疫检测的质控品',
    pathogenState: 'none',
    ...more,
  })

/** Adds an article over HTTP, which must succeed. Out: its id. */
export async function added(
  { t, people, unitId, foreignUnitId }: LicenceStand,
  more: Partial<ArticleForm> = {},
  who: Who = 'operator',
): Promise<string> {
  const unit = who === 'stranger' ? foreignUnitId : unitId
  const body = { unitId: unit, articles: [article(more)] }
  const answer = await t.as(people[who]).post('/api/library', body)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<{ id: string }>().id
}
