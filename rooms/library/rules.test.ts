import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KnownArticle } from './facts.ts'
import { articleForm } from './forms.ts'
import { alike, alikeAmong, unknownPathogens } from './rules.ts'
import { isSafePage } from './safe-page.ts'
import { article } from './test-articles.ts'

const known: KnownArticle[] = [
  {
    id: '1',
    nameZh: '人血清',
    catalogueNo: 'NB-HS-01',
    specification: '1 mL/支',
    status: 'in-use',
  },
  { id: '2', nameZh: '质粒', catalogueNo: '', specification: '', status: 'retired' },
]

test('the same name and 货号 is pointed out with the one that is there, however it is written', () => {
  for (const nameZh of ['人血清', ' 人 血清', '人血清　'])
    for (const catalogueNo of ['NB-HS-01', 'nb-hs-01', 'ＮＢ-ＨＳ-０１']) {
      const [first, ...rest] = alike(article({ nameZh, catalogueNo }), known)
      assert.equal(first?.code, 'alike', `${nameZh} ${catalogueNo}`)
      assert.match(first.message, /“人血清”（货号 NB-HS-01，规格 1 mL\/支）/)
      assert.deepEqual([first.at, rest], ['nameZh', []])
    }
  const [set] = alike(article({ nameZh: '质粒', catalogueNo: '' }), known)
  assert.match(set?.message ?? '', /已停用，可以恢复使用/)
})

test('another name or another 货号 is another article', () => {
  assert.deepEqual(alike(article({ catalogueNo: 'NB-HS-02' }), known), [])
  assert.deepEqual(alike(article({ nameZh: '牛血清' }), known), [])
  assert.deepEqual(alike(article({ nameZh: '质粒' }), known), [])
})

test('of articles brought together, a later one is compared with those before it', () => {
  const three = [article(), article({ nameZh: '牛血清' }), article({ specification: '5 mL/支' })]
  assert.deepEqual(
    three.map((_, n) => alikeAmong(three, n, 'x').map((r) => r.code)),
    [[], [], ['alike']],
  )
  assert.match(alikeAmong(three, 2, 'x')[0]!.message, /第 1 行/)
})

test('S2-159 pathogens are those of the catalogue', () => {
  const one = article({ pathogenState: 'contained', pathogens: ['virus-1', 'virus-9999'] })
  assert.deepEqual(
    unknownPathogens(one).map((r) => [r.duty, r.code, r.at]),
    [['S2-159', 'unknown-pathogen', 'pathogens']],
  )
})

test('S2-191 the product page is an https address that is safe to open, or nothing', () => {
  for (const page of ['', 'https://www.example.cn', 'https://example.cn/a?b=1#c', 'HTTPS://a.cn'])
    assert.ok(isSafePage(page), page)
  for (const page of [
    'http://example.cn',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://',
    'https://localhost/a',
    'https://user:pass@example.cn',
    'https://example.cn/a b',
    'www.example.cn',
    '见说明书',
  ])
    assert.ok(!isSafePage(page), page)
})

test('an article needs a name, a class and whether it contains pathogens; the rest may stay empty', () => {
  const bare = { nameZh: '质粒', articleClass: 'microorganism', pathogenState: 'none' }
  assert.deepEqual(articleForm.parse(bare).pathogens, [])
  for (const name of Object.keys(bare)) {
    const { error } = articleForm.safeParse({ ...bare, [name]: undefined })
    assert.equal(error?.issues[0]?.path.join(), name)
  }
  assert.equal(
    articleForm.safeParse({ ...bare, nameZh: '  ' }).error?.issues[0]?.message,
    '请填写中文名称，与产品标签一致',
  )
})
