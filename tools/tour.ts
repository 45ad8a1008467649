// npm run tour: the main job over HTTP against a running demonstration, from draft to write-off, by five
// persons; the papers are left in ./out. TOUR_URL names another address than http://127.0.0.1:3000.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { demoScans, wordFile } from './demo/documents.ts'

const base = (process.env['TOUR_URL'] ?? 'http://127.0.0.1:3000').replace(/\/+$/, '')
const out = path.resolve(process.env['INIT_CWD'] ?? '.', 'out')
const own = { 'x-lianguan': 'tour', 'sec-fetch-site': 'same-origin', origin: base }

/** One person of the demonstration, signed in. */
interface Person {
  name: string
  cookie: string
}

type Json = Record<string, unknown>

async function ask<T = Json>(
  person: Person | null,
  method: string,
  address: string,
  body?: unknown,
): Promise<T> {
  const answer = await fetch(base + address, {
    method,
    headers: {
      ...own,
      ...(person ? { cookie: person.cookie } : {}),
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Error(`${base} 没有应答。请先在另一个窗口执行 npm start，或用 TOUR_URL 指明地址。`)
  })
  const reply = (await answer.json()) as Json
  if (answer.ok) return reply as T
  const reasons = (reply['reasons'] as { message: string }[] | undefined) ?? []
  throw new Error(`${method} ${address}：${reasons.map((r) => r.message).join('；')}`)
}

async function signIn(login: string): Promise<Person> {
  const password = 'Lianguan-2026-demo'
  const answer = await fetch(`${base}/api/sign-in`, {
    method: 'POST',
    headers: { ...own, 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  }).catch(() => {
    throw new Error(`${base} 没有应答。请先在另一个窗口执行 npm start，或用 TOUR_URL 指明地址。`)
  })
  const person: Person = { name: login, cookie: cookieOf(answer) }
  for (;;) {
    const state = await ask<{
      stage: string
      name: string
      demo?: { code: string | null; wait: number }
    }>(person, 'GET', '/api/sign-in')
    person.name = state.name
    if (state.stage !== 'code') return person
    // each code is good once; the next one comes within half a minute
    if (!state.demo?.code) await wait(((state.demo?.wait ?? 5) + 1) * 1000)
    else person.cookie = await passCode(person, state.demo.code)
  }
}

async function passCode(person: Person, code: string): Promise<string> {
  const answer = await fetch(`${base}/api/sign-in/code`, {
    method: 'POST',
    headers: { ...own, cookie: person.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  return cookieOf(answer) || person.cookie
}

const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''

async function upload(
  person: Person,
  id: string,
  slot: string,
  name: string,
  bytes: Buffer,
): Promise<void> {
  const answer = await fetch(`${base}/api/files/licence/${id}/${slot}`, {
    method: 'PUT',
    headers: {
      ...own,
      cookie: person.cookie,
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
      'x-file-sha256': createHash('sha256').update(bytes).digest('hex'),
    },
    body: new Uint8Array(bytes),
  })
  if (!answer.ok) throw new Error(`${name}：${await answer.text()}`)
}

interface Case {
  version: number
  permitId: string | null
  papers: { id: string; title: string; number: string; status: string }[]
}

const say = (who: Person, what: string) => console.log(`  ${who.name.padEnd(4, '　')} ${what}`)

/** Does one act on the case as it stands now. */
async function act(who: Person, id: string, name: string, said: Json, what: string): Promise<void> {
  const { version } = await ask<Case>(who, 'GET', `/api/licences/${id}`)
  await ask(who, 'POST', `/api/licences/${id}/${name}`, { ...said, version })
  say(who, what)
}

/** Waits until the papers of a case or write-off are made, and leaves them in ./out. */
async function keepPapers(who: Person, address: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    const { papers } = await ask<Case>(who, 'GET', address)
    if (papers.length > 0 && papers.every((p) => p.status !== 'planned')) {
      for (const paper of papers) {
        const answer = await fetch(`${base}/api/papers/${paper.id}/file`, {
          headers: { ...own, cookie: who.cookie },
        })
        const file = path.join(out, `${paper.title} ${paper.number}.pdf`)
        await writeFile(file, Buffer.from(await answer.arrayBuffer()))
        console.log(`  → ${path.relative(process.env['INIT_CWD'] ?? '.', file)}`)
      }
      return
    }
    await wait(500)
  }
  throw new Error('文书 30 秒内没有制作完成，请到文书登记簿查看原因。')
}

const day = (later: number) => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10)

async function tour(): Promise<void> {
  await mkdir(out, { recursive: true })
  console.log(`联管主线一遍（${base}）：人血清 500 ml，10 管，供大学实验室`)
  const applicant = await signIn('shenqing')
  const { units } = await ask<{ units: { id: string }[] }>(applicant, 'GET', '/api/licence-start')
  const { ports } = await ask<{ ports: { code: string }[] }>(
    applicant,
    'GET',
    '/api/catalogue/ports',
  )
  const { id } = await ask<{ id: string }>(applicant, 'POST', '/api/licences', {
    unitId: units[0]!.id,
  })
  const form: Json = {
    direction: 'entry',
    unitClass: 'user',
    standing: 'receives-to-use',
    articleClass: 'blood',
    articleKind: 'serum',
    trade: 'commercial',
    purpose: 'research',
    pathogenState: 'none',
    consignor: 'Northfield Biobank Ltd.',
    consignee: '京华大学医学部',
    manufacturer: 'Northfield Biobank Ltd.',
    originCountry: 'GBR',
    country: 'GBR',
    currency: 'USD',
    amount: '16400.00',
    notApplicable: ['contractNo', 'hsCode', 'ciqCode'],
    port: ports[0]!.code,
    destination: '北京市',
    shippingDay: day(26),
    plannedDay: day(30),
    storage: 'frozen',
    transport: 'air',
    packing: '干冰保温箱，三层包装',
    contactName: '林知远',
    contactPhone: '010-00000000',
    describes: ['relation', 'making', 'conditions', 'research', 'approvals', 'truth'],
    useAddress: '北京市海淀区知新路 1 号医学楼 B203',
  }
  const line = {
    nameZh: '人血清',
    nameEn: 'Human serum',
    catalogueNo: 'NB-HS-50',
    quantity: 10,
    packUnit: '管',
    specification: '50 ml/管，共 500 ml',
    ingredients: '健康成人混合血清，无防腐剂',
    use: '自身免疫抗体检测方法学研究',
  }
  const changes = Object.entries(form).map(([name, value]) => ({ name, seen: null, value }))
  await ask(applicant, 'POST', `/api/licences/${id}/save`, { changes, lines: [line] })
  const scans = await demoScans()
  await upload(
    applicant,
    id,
    'description',
    '人血清描述性文件.docx',
    wordFile('人血清描述性文件', ['用途：自身免疫抗体检测方法学研究。']),
  )
  await upload(applicant, id, 'test-report', '检测报告.pdf', scans['test-report'])
  for (const [slot, name] of [
    ['approval-health', '批准文件.pdf'],
    ['research-basis', '立项书.pdf'],
  ] as const)
    await upload(applicant, id, slot, name, scans['lab-level'])
  await act(applicant, id, 'submit', {}, '填写、上传四份文件并提交')
  await act(await signIn('chuangkou'), id, 'accept', {}, '受理，出具受理凭证')
  const opinion = '材料齐全属实，供体筛查阴性，实验室条件相适应'
  await act(
    await signIn('chushen'),
    id,
    'propose',
    { conclusion: 'grant', grade: 'A', opinion },
    '初审：拟准予许可，A 级',
  )
  await act(await signIn('fuhe'), id, 'grant', {}, '复核：准予许可，审批单生成')
  await keepPapers(applicant, `/api/licences/${id}`)
  const { permitId } = await ask<Case>(applicant, 'GET', `/api/licences/${id}`)
  const permit = await ask<{ version: number }>(applicant, 'GET', `/api/permits/${permitId}`)
  const asked = {
    version: permit.version,
    port: ports[0]!.code,
    plannedDay: day(30),
    transport: '航空运输，干冰',
    lines: [{ n: 1, requested: 10, batchNo: 'S2611' }],
  }
  const writeOff = await ask<{ id: string }>(
    applicant,
    'POST',
    `/api/permits/${permitId}/write-offs`,
    asked,
  )
  say(applicant, '申请核销 10 管')
  const officer = await signIn('kouan')
  const found = await ask<{ version: number }>(officer, 'GET', `/api/write-offs/${writeOff.id}`)
  await ask(officer, 'POST', `/api/write-offs/${writeOff.id}/confirm`, {
    version: found.version,
    lines: [{ n: 1, actual: 9 }],
    note: '一管破损，未放行',
  })
  say(officer, '查验并确认 9 管，余 1 管退回余额')
  await keepPapers(officer, `/api/write-offs/${writeOff.id}`)
}

try {
  await tour()
} catch (error) {
  console.error(`\n✗ ${(error as Error).message}`)
  process.exit(1)
}
