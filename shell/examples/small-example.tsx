import { Button } from 'antd'
import { CallError } from '#shell/call-error.ts'
import { DutyChip } from '#shell/parts/duty-chip.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Balance, Money, Quantity } from '#shell/parts/quantity.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import { Example } from './example.tsx'
import { sampleReasons, sampleStatuses } from './samples.ts'

const fault = new CallError({
  kind: 'fault',
  status: 500,
  title: '系统出错了',
  detail: '这次没有办成，系统已记录。请稍后再试；仍不行时，把下面的编号告诉系统管理员。',
  requestId: '0d9b1f6e-5a51-4a4e-9c31-7b0e6a9be1c2',
})

/** Status, duty, reasons, quantities, and the three states of a part that has nothing to show. */
export function SmallExample() {
  return (
    <>
      <PageHead
        title="小件"
        tag={<StatusTag words="待复核" tone="progress" />}
        facts={[
          { label: '受理号', value: '京特审〔2026〕000123 号' },
          { label: '申请单位', value: '北京清源生物医药研究院' },
          { label: '受理日', value: '2026-09-18' },
        ]}
        hint="PageHead：标题、状态、一行要点，右侧放主要操作。"
        acts={
          <>
            <Button>打印</Button>
            <Button type="primary">提交</Button>
          </>
        }
      />
      <Example name="StatusTag">
        <div className="example-row">
          {sampleStatuses.map((s) => (
            <StatusTag key={s.words} words={s.words} tone={s.tone} />
          ))}
        </div>
      </Example>
      <Example name="DutyChip">
        <p>
          自受理之日起 20 个工作日内作出决定 <DutyChip duty="S2-043" />
          ，退出后两年内不得再次申请 <DutyChip duty="S1-166" />。
        </p>
      </Example>
      <Example name="WhyNot">
        <WhyNot reasons={sampleReasons} />
        <br />
        <WhyNot reasons={sampleReasons.slice(0, 1)} title="没有提交成功" tone="refused" />
      </Example>
      <Example name="Quantity、Money、Balance">
        <div className="example-row">
          <Quantity value={500_000} scale={3} unit="ml" packs={{ count: 10, unit: '支' }} />
          <Quantity value={12_345} scale={3} unit="g" />
          <Money value={1_280_050} currency="USD" />
        </div>
        <br />
        <div style={{ maxWidth: 360 }}>
          <Balance
            total={500_000}
            used={150_000}
            reserved={100_000}
            scale={3}
            unit="ml"
            words={{ left: '可核销', reserved: '已预留', used: '已核销' }}
          />
        </div>
      </Example>
      <div className="example-grid">
        <Example name="EmptyState">
          <EmptyState
            title="还没有申请"
            hint="填写一份入境申请，保存后可以随时回来接着填。"
            action={<Button type="primary">新建申请</Button>}
          />
        </Example>
        <Example name="Waiting">
          <Waiting />
        </Example>
        <Example name="Fault">
          <Fault error={fault} retry={() => undefined} />
        </Example>
      </div>
    </>
  )
}
