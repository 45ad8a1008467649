import { Clock, DaysLeft } from '#shell/parts/clock.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Timeline } from '#shell/parts/timeline.tsx'
import { sampleDays, sampleEvents, sampleProjection } from './clock-samples.ts'
import { Example } from './example.tsx'

/** A running, a paused and an overdue clock, and a case's history. */
export function ClockExample() {
  return (
    <>
      <PageHead title="时限与经过" hint="每一天计入或不计入都有理由；方向键在日期之间移动。" />
      <div className="example-grid">
        <Example name="计时中">
          <Clock projection={sampleProjection} days={sampleDays} asOf="2026-10-12" />
        </Example>
        <Example name="特殊环节未结束">
          <Clock
            compact
            projection={{
              ...sampleProjection,
              state: 'paused',
              runsOn: true,
              usedDays: 2,
              leftDays: 18,
              steps: [{ ...sampleProjection.steps[0]!, to: null }],
            }}
            days={sampleDays}
            asOf="2026-09-24"
          />
        </Example>
        <Example name="超期；还没有开始">
          <Clock
            compact
            projection={{
              ...sampleProjection,
              state: 'running',
              overdue: true,
              usedDays: 22,
              leftDays: -2,
              provisional: true,
            }}
            days={sampleDays}
            asOf="2026-11-02"
          />
          <Clock
            projection={{ ...sampleProjection, state: 'waiting', startDay: null }}
            days={[]}
            asOf="2026-09-18"
          />
        </Example>
      </div>
      <Example name="DaysLeft">
        <div className="example-row">
          <DaysLeft left={12} />
          <DaysLeft left={3} />
          <DaysLeft left={-2} />
          <DaysLeft left={8} state="paused" />
          <DaysLeft left={8} state="ended" />
          <DaysLeft left={null} />
        </div>
      </Example>
      <Example name="Timeline">
        <Timeline events={sampleEvents} />
      </Example>
    </>
  )
}
