import { App } from 'antd'
import type { ActState } from '#frame/kernel/can-do.ts'
import { CallError } from '#shell/call-error.ts'
import { ActBar } from '#shell/parts/act-bar.tsx'
import type { ActForm } from '#shell/parts/act-form.ts'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Example } from './example.tsx'
import { sampleReasons } from './samples.ts'

const acts: readonly ActState[] = [
  {
    act: 'licence.propose',
    title: { zh: '初审提出意见', en: 'Propose' },
    allowed: true,
    reasons: [],
  },
  {
    act: 'licence.open-step',
    title: { zh: '启动特殊环节', en: 'Open a special step' },
    allowed: true,
    reasons: [],
  },
  {
    act: 'licence.close-step',
    title: { zh: '结束特殊环节', en: 'Close the special step' },
    allowed: false,
    reasons: [{ duty: 'S2-046', code: 'no-step', message: '现在没有进行中的特殊环节。' }],
  },
  {
    act: 'licence.grant',
    title: { zh: '准予许可', en: 'Grant' },
    allowed: false,
    reasons: sampleReasons.slice(0, 2),
  },
]

const forms: Record<string, ActForm> = {
  'licence.propose': {
    text: '意见连同理由转复核岗；复核由另一人办理。',
    fields: [
      {
        name: 'opinion',
        title: { zh: '意见', en: 'Opinion' },
        kind: 'choice',
        required: true,
        duty: 'S2-035',
      },
      {
        name: 'reason',
        title: { zh: '理由', en: 'Reason' },
        kind: 'long',
        required: true,
        hint: { zh: '写明核对了什么、依据什么。', en: 'What was checked and on what basis.' },
      },
    ],
    choices: (name) =>
      name === 'opinion'
        ? { grant: { zh: '建议准予', en: 'Grant' }, refuse: { zh: '建议不予', en: 'Refuse' } }
        : undefined,
  },
  'licence.open-step': { text: '特殊环节期间不计入审批时限，须书面告知申请人。', danger: false },
}

/** The acts of a first reviewer; proposing always meets a refusal here, to show one. */
export function ActsSample(props: { layout?: 'side' | 'row' }) {
  const { message } = App.useApp()
  async function run(act: string) {
    await new Promise((go) => setTimeout(go, 400))
    if (act === 'licence.propose')
      throw new CallError({
        kind: 'refused',
        status: 422,
        title: '暂不能办理',
        detail: '',
        reasons: sampleReasons.slice(0, 2),
      })
    message.success('已办理')
  }
  return <ActBar acts={acts} forms={forms} run={run} layout={props.layout ?? 'side'} />
}

/** Acts beside a case, acts in a row, and none. */
export function ActsExample() {
  return (
    <>
      <PageHead
        title="可办事项"
        hint="不能办的事留在原处，点“为什么不能”看全部原因；原因由服务器给出，与办理时的判断相同。"
      />
      <div className="example-grid">
        <Example name="办件右侧">
          <ActsSample />
        </Example>
        <Example name="没有可办的事">
          <ActBar acts={[]} run={async () => undefined} />
        </Example>
      </div>
      <Example name="横排">
        <ActsSample layout="row" />
      </Example>
    </>
  )
}
