import { makeOffice } from '#frame/files/corpus/office.ts'
import { serumForm } from './samples/licence-facts.ts'
import { signIn, type Visitor } from './visitor.ts'

// for testing, not for research: the descriptive file is all it has to bring
const form = {
  ...serumForm,
  articleClass: 'biological-product',
  articleKind: 'enzyme',
  purpose: 'testing',
  shippingDay: '2098-12-20',
  plannedDay: '2099-01-01',
}
const line = {
  nameZh: '重组胰蛋白酶',
  nameEn: 'Recombinant trypsin',
  catalogueNo: '',
  packUnit: '瓶',
  specification: '100 mg/瓶',
  ingredients: '重组猪胰蛋白酶',
  use: '细胞消化',
}

/**
 * Gets a permit of grade C with one line of so many over HTTP, by the persons of the demonstration.
 * In: the server and the applicant. Out: the permit's id.
 */
export async function obtainPermit(
  base: string,
  applicant: Visitor,
  quantity: number,
): Promise<string> {
  const { units } = await applicant.get<{ units: { id: string }[] }>('/api/licence-start')
  const made = await applicant.post('/api/licences', { unitId: units[0]!.id })
  const { id } = made.reply
  const changes = Object.entries(form).map(([name, value]) => ({ name, seen: null, value }))
  await done(applicant, `/api/licences/${id}/save`, { changes, lines: [{ ...line, quantity }] })
  await applicant.upload(`/api/files/licence/${id}/description`, '描述性文件.docx', makeOffice())
  const act = async (who: Visitor, name: string, said: object = {}) => {
    const { version } = await who.get<{ version: number }>(`/api/licences/${id}`)
    await done(who, `/api/licences/${id}/${name}`, { ...said, version })
  }
  await act(applicant, 'submit')
  await act(await signIn(base, 'chuangkou'), 'accept')
  const opinion = '材料齐全属实，拟准予许可'
  await act(await signIn(base, 'chushen'), 'propose', { conclusion: 'grant', grade: 'C', opinion })
  await act(await signIn(base, 'fuhe'), 'grant')
  const { permitId } = await applicant.get<{ permitId: string }>(`/api/licences/${id}`)
  return permitId
}

async function done(who: Visitor, path: string, body: object): Promise<void> {
  const { status, reply } = await who.post(path, body)
  if (status !== 200) throw new Error(`${path}: ${JSON.stringify(reply)}`)
}
