import type { z } from 'zod'
import { unitRoles } from '#frame/people/roles.ts'
import { doorSource } from '#shell/parts/table-source.ts'
import { workPiece, type AnyWorkPiece } from '#shell/work-piece.ts'
import { permitsDoor, writeOffsDoor } from '../doors.ts'
import { permitLife, writeOffLife } from '../states.ts'
import type { permitRow, writeOffRow } from '../views.ts'
import { quotaTones } from './page-words.ts'

type Permit = z.infer<typeof permitRow>
type WriteOff = z.infer<typeof writeOffRow>

/** What the workbench shows of permits and write-offs, by role. */
export const quotaWork: readonly AnyWorkPiece[] = [
  workPiece<WriteOff>({
    key: 'port',
    order: 60,
    who: ['customs-port'],
    title: { zh: '待口岸确认的核销', en: 'Write-offs to confirm' },
    source: doorSource(writeOffsDoor),
    query: { status: 'requested', sort: 'planned', size: '100' },
    more: '/quota/write-offs?status=requested',
    item: (row, say) => ({
      id: row.id,
      href: `/quota/write-offs/${row.id}`,
      title: row.number,
      sub: `${row.unitName}，${say(row.port)}，${row.plannedDay}`,
      status: {
        words: writeOffLife.statuses[row.status as 'requested'],
        tone: quotaTones[row.status] ?? 'end',
      },
    }),
    empty: {
      title: { zh: '没有待确认的核销', en: 'Nothing to confirm' },
      hint: {
        zh: '申请单位提交核销申请后会列在这里，按实际查验数量确认。',
        en: 'Requests of the units appear here.',
      },
    },
    figures: (page) => [
      {
        key: 'port',
        title: { zh: '待确认', en: 'To confirm' },
        value: page.total ?? page.rows.length,
        href: '/quota/write-offs?status=requested',
      },
    ],
  }),
  workPiece<Permit>({
    key: 'unit-permits',
    order: 210,
    who: unitRoles,
    title: { zh: '在用的审批单（先到期的在前）', en: 'Permits in use, first to end first' },
    source: doorSource(permitsDoor),
    query: { status: 'valid', sort: 'until', size: '100' },
    more: '/quota?status=valid',
    item: (row, say) => ({
      id: row.id,
      href: `/quota/permits/${row.id}`,
      title: row.articles,
      sub: say({
        zh: `${row.number}，有效期至 ${row.validThrough}，已核销 ${row.usedPercent}%`,
        en: `${row.number}, valid through ${row.validThrough}, ${row.usedPercent}% used`,
      }),
      status: {
        words: permitLife.statuses[row.status as 'valid'],
        tone: quotaTones[row.status] ?? 'end',
      },
    }),
    empty: {
      title: { zh: '没有在用的审批单', en: 'No permits in use' },
      hint: { zh: '申请获得批准后会列在这里。', en: 'They appear once an application is granted.' },
    },
    chart: {
      title: { zh: '每张审批单已核销多少？', en: 'How much of each permit is used?' },
      data: (rows, say) => ({
        kind: 'across',
        max: 100,
        unit: '%',
        categories: rows.slice(0, 10).map((row) => row.number),
        series: [
          {
            name: say({ zh: '已核销', en: 'Used' }),
            values: rows.slice(0, 10).map((row) => row.usedPercent),
          },
        ],
      }),
    },
  }),
]
