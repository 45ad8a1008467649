import { Button, Input } from 'antd'
import { Look } from '#shell/look.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Balance, Quantity } from '#shell/parts/quantity.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { FieldList } from '#shell/parts/field-list.tsx'

/** What the person at the freezer sees. */
export function PhoneExample() {
  return (
    <Look touch>
      <div style={{ maxWidth: 480, margin: '0 auto', display: 'grid', gap: 14 }}>
        <PageHead title="扫码查批" hint="扫描管壁条码，或输入批号。" />
        <Input.Search
          type="search"
          aria-label="批号"
          placeholder="批号"
          enterButton="查询"
          defaultValue="LOT-2026-0042-07"
        />
        <div className="card" style={{ padding: 14, display: 'grid', gap: 10 }}>
          <div style={{ display: 'flex', justifyContent: 'space-between' }}>
            <b>人血清，第 7 支</b>
            <StatusTag words="储存中" tone="ok" />
          </div>
          <FieldList
            fields={[
              { at: 'lot', title: '批号', value: 'LOT-2026-0042' },
              { at: 'left', title: '余量', value: <Quantity value={42_500} scale={3} unit="ml" /> },
              { at: 'place', title: '位置', value: '402 室 −80 ℃ 冰箱 2 层 B4' },
              { at: 'until', title: '许可有效期', value: '2027-02-28' },
            ]}
          />
          <Balance
            total={50_000}
            used={7_500}
            reserved={0}
            scale={3}
            unit="ml"
            words={{ left: '剩余', reserved: '预留', used: '已用' }}
          />
        </div>
        <Button type="primary" size="large" block>
          登记使用
        </Button>
        <Button size="large" block>
          移动位置
        </Button>
      </div>
    </Look>
  )
}
