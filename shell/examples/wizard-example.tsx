import { useState } from 'react'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { ConfirmLeave } from '#shell/parts/confirm-leave.tsx'
import { DraftSaved } from '#shell/parts/draft-saved.tsx'
import { useDraft } from '#shell/parts/draft.ts'
import { FileBox } from '#shell/parts/file-box.tsx'
import type { FormField } from '#shell/parts/form-field.ts'
import { FormFields } from '#shell/parts/form-fields.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import { WizardFrame } from '#shell/parts/wizard-frame.tsx'
import { descriptionSlot, reportSlot } from './case-samples.ts'

const deciding: readonly FormField[] = [
  {
    name: 'direction',
    title: { zh: '出入境方向', en: 'Direction' },
    kind: 'choice',
    required: true,
    duty: 'S2-053',
  },
  {
    name: 'articleClass',
    title: { zh: '物品类别', en: 'Article class' },
    kind: 'choice',
    required: true,
    duty: 'S2-013',
  },
  {
    name: 'purpose',
    title: { zh: '用途', en: 'Purpose' },
    kind: 'choice',
    required: true,
    wide: true,
    hint: {
      zh: '进出口之后用来做什么。临床用途的人体来源物品另有禁止性规定。',
      en: 'What it is for.',
    },
  },
]
const parties: readonly FormField[] = [
  {
    name: 'consignor',
    title: { zh: '发货人', en: 'Consignor' },
    kind: 'text',
    required: true,
    duty: 'S2-151',
    hint: { zh: '填写实际发货单位名称；确为个人的，同时写明所属单位。', en: 'The actual unit.' },
  },
  {
    name: 'consignee',
    title: { zh: '收货人', en: 'Consignee' },
    kind: 'text',
    required: true,
    duty: 'S2-152',
  },
  {
    name: 'contractNo',
    title: { zh: '合同号', en: 'Contract number' },
    kind: 'text',
    required: true,
    duty: 'S2-148',
    mayNotApply: true,
  },
  {
    name: 'plannedDay',
    title: { zh: '计划入境日期', en: 'Planned day' },
    kind: 'day',
    required: true,
    duty: 'S2-158',
  },
  { name: 'remarks', title: { zh: '备注', en: 'Remarks' }, kind: 'long', duty: 'S2-150' },
]
const choices: Record<string, Record<string, Words>> = {
  direction: { entry: { zh: '入境', en: 'Entry' }, exit: { zh: '出境', en: 'Exit' } },
  articleClass: {
    microorganism: { zh: '微生物', en: 'Microorganism' },
    tissue: { zh: '人体组织', en: 'Human tissue' },
    product: { zh: '生物制品', en: 'Biological product' },
    blood: { zh: '血液及血液制品', en: 'Blood' },
  },
  purpose: {
    research: { zh: '科研', en: 'Research' },
    testing: { zh: '检验检测', en: 'Testing' },
    trial: { zh: '临床试验', en: 'Clinical trial' },
    use: { zh: '临床治疗', en: 'Clinical treatment' },
    production: { zh: '生产', en: 'Production' },
  },
}
const errors: readonly Reason[] = [
  {
    duty: 'S2-158',
    code: 'past-day',
    message: '计划日期已经过去。应在交运之前申请，请核对日期。',
    at: 'plannedDay',
  },
]

type Values = Record<string, unknown>

/** An application being filled in; saving takes half a second and nothing leaves the page. */
export function WizardExample() {
  const [absent, setAbsent] = useState<string[]>([])
  const draft = useDraft<Values>(
    {
      direction: 'entry',
      articleClass: 'blood',
      consignee: '北京清源生物医药研究院',
      plannedDay: '2026-09-01',
    },
    () => new Promise((go) => setTimeout(go, 500)),
  )
  const change = (name: string, value: unknown) =>
    draft.change((old) => ({ ...old, [name]: value }))
  const lacking = (fields: readonly FormField[]) =>
    fields.filter((f) => f.required && !draft.values[f.name] && !absent.includes(f.name)).length
  const fields = (list: readonly FormField[]) => (
    <FormFields
      fields={list}
      values={draft.values}
      change={change}
      choices={(name: string) => choices[name]}
      errors={errors}
      notApplicable={absent}
      changeNotApplicable={setAbsent}
    />
  )
  return (
    <>
      <ConfirmLeave unsaved={draft.status.state !== 'saved'} save={draft.flush} />
      <WizardFrame
        head={<PageHead title="新建申请" tag={<StatusTag words="草稿" tone="draft" />} />}
        leave={draft.flush}
        saved={<DraftSaved status={draft.status} retry={() => void draft.flush()} />}
        steps={[
          {
            key: 'first',
            title: '先定几件事',
            hint: '这几项决定后面要填什么、要交哪些文件。',
            missing: lacking(deciding),
            body: fields(deciding),
          },
          { key: 'parties', title: '收发货信息', missing: lacking(parties), body: fields(parties) },
          {
            key: 'files',
            title: '随附文件',
            hint: '只列出这份申请需要的文件，每一份都写明为什么要。',
            missing: 2,
            body: (
              <>
                <FileBox slot={descriptionSlot} files={[]} upload={async () => undefined} />
                <FileBox slot={reportSlot} files={[]} upload={async () => undefined} />
              </>
            ),
          },
          {
            key: 'check',
            title: '核对并提交',
            missing: null,
            body: (
              <WhyNot
                reasons={[
                  {
                    duty: 'S2-170',
                    code: 'file',
                    message: '还没有上传“特殊物品描述性文件”。',
                    at: 'slot-description',
                  },
                  {
                    duty: 'S2-151',
                    code: 'missing',
                    message: '还没有填写发货人。',
                    at: 'consignor',
                  },
                ]}
              />
            ),
          },
        ]}
        finish={
          <ActBar
            layout="row"
            acts={[
              {
                act: 'submit',
                title: { zh: '提交申请', en: 'Submit' },
                allowed: true,
                reasons: [],
              },
            ]}
            run={async () => undefined}
          />
        }
      />
    </>
  )
}
