// The register of 5,000 units over the corridor's own HTTP: search, filter, order, pages. Prints figures;
// asserts nothing.
import { addPerson, testHouse } from '#checks/house.ts'
import { demoUscc } from '#frame/catalogue/codes/demo.ts'
import { newId } from '#frame/kernel/id.ts'
import { show } from './figures.ts'
import { measure } from './measure.ts'

const count = 5000
const clients = 8
const seconds = Number(process.env['BENCH_SECONDS'] ?? 5)

const t = await testHouse()
try {
  const branches = await t.house.db.selectFrom('branch').select('id').orderBy('code').execute()
  const now = t.house.clock.now()
  const rows = Array.from({ length: count }, (_, n) => ({
    id: newId(),
    uscc: demoUscc(n),
    name_zh: `测试生物技术（北京）第${n}有限公司`,
    name_en: `Sample Biotechnology No. ${n}`,
    status: n % 7 === 0 ? 'enrolled' : 'registered',
    branch_id: branches[n % branches.length]!.id,
    classes: n % 2 === 0 ? ['user'] : ['producer', 'user'],
    address: `北京市海淀区测试路 ${n} 号`,
    contact_name: `联系人${n % 97}`,
    contact_phone: `1390000${String(n).padStart(4, '0')}`,
    created_at: now,
    registered_at: now,
  }))
  for (let at = 0; at < count; at += 500)
    await t.house.db
      .insertInto('unit')
      .values(rows.slice(at, at + 500))
      .execute()
  const officer = t.as(await addPerson(t.house, 'customs-leader'))
  const questions = {
    'first page': '',
    'part of a name': `q=${encodeURIComponent('第4321')}`,
    'part of a code': `q=${demoUscc(777).slice(-6)}`,
    'contact person': `q=${encodeURIComponent('联系人42')}`,
    'class, state, newest first': 'class=producer&status=registered&sort=-since',
    'a page far back': 'sort=code&page=240',
  }
  console.log(`${count} units, ${clients} clients, ${seconds} s a question`)
  for (const [name, query] of Object.entries(questions)) {
    const ask = async () => {
      const { statusCode, body } = await officer.get(`/api/units?${query}`)
      if (statusCode !== 200) throw new Error(body)
    }
    show(name, await measure(ask, clients, seconds))
  }
} finally {
  await t.close()
}
