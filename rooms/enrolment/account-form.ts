import { fileURLToPath } from 'node:url'
import type { House } from '#frame/house.ts'
import { rendererOf } from '#frame/papers/press.ts'
import { printable } from '#frame/papers/sheet.ts'

/** What 《申请单位账号注册申请表》 says (S2-064, S2-140); C-44 gives its fields, the guide prints none. */
export interface AccountForm {
  /** 新注册, or 联系人信息变更. */
  purpose: 'new' | 'contact'
  agency: string
  /** Null while it was never filed. */
  number: string | null
  /** The day it was printed. */
  day: string
  rows: readonly { title: string; value: string }[]
}

const template = fileURLToPath(new URL('./papers/account-form.typ', import.meta.url))

/**
 * Sets the form for printing, with a place for the seal. It is no paper of an authority: nobody issues, numbers
 * or signs it. Out: PDF. Errors: RenderProblem.
 */
export async function accountForm(house: House, facts: AccountForm): Promise<Buffer> {
  const { day, agency } = facts
  const data = {
    face: { title: '申请单位账号注册申请表', number: '', issuer: agency, day, sample: false },
    facts: printable(facts),
    attachments: {},
  }
  return (await rendererOf(house).render({ template, data })).pdf
}
