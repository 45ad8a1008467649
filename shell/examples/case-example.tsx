import { Button } from 'antd'
import { useState } from 'react'
import { CaseFrame } from '#shell/parts/case-frame.tsx'
import { Clock } from '#shell/parts/clock.tsx'
import { FieldList } from '#shell/parts/field-list.tsx'
import { FileBox } from '#shell/parts/file-box.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import type { Remark } from '#shell/parts/remark.ts'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { Timeline } from '#shell/parts/timeline.tsx'
import { ActsSample } from './acts-example.tsx'
import {
  descriptionFiles,
  descriptionSlot,
  reportFiles,
  reportSlot,
  sampleFields,
  sampleRemarks,
} from './case-samples.ts'
import { sampleDays, sampleEvents, sampleProjection } from './clock-samples.ts'

/** The case of a first reviewer, with remarks, a changed field, and a running clock. */
export function CaseExample() {
  const [remarks, setRemarks] = useState<readonly Remark[]>(sampleRemarks)
  async function remark(at: string, text: string) {
    const fresh = {
      id: `r${remarks.length + 1}`,
      at,
      text,
      who: '李敏',
      when: '2026-10-12T03:00:00Z',
      settled: false,
    }
    setRemarks([...remarks, fresh])
  }
  const open = remarks.filter((r) => !r.settled)
  return (
    <CaseFrame
      head={
        <PageHead
          title="人血清 500 ml（10 支）"
          tag={<StatusTag words="待初审" tone="progress" />}
          facts={[
            { label: '受理号', value: '京特审〔2026〕000123 号' },
            { label: '申请单位', value: '北京清源生物医药研究院' },
            { label: '受理日', value: '2026-09-18' },
            { label: '风险等级', value: 'A' },
          ]}
          acts={<Button onClick={() => window.print()}>打印</Button>}
        />
      }
      sections={[
        {
          key: 'form',
          title: '申请表',
          marks: open.length,
          body: <FieldList fields={sampleFields} remarks={remarks} onRemark={remark} />,
        },
        {
          key: 'files',
          title: '随附文件',
          body: (
            <>
              <FileBox slot={descriptionSlot} files={descriptionFiles} />
              <FileBox slot={reportSlot} files={reportFiles} />
            </>
          ),
        },
      ]}
      acts={<ActsSample />}
      clock={<Clock compact projection={sampleProjection} days={sampleDays} asOf="2026-10-12" />}
      timeline={<Timeline events={sampleEvents} />}
    />
  )
}
