import { useMemo, useState } from 'react'
import { useAddress } from '#shell/address.ts'
import { ItemGrid } from '#shell/parts/item-grid.tsx'
import type { GridColumn, GridError, GridRow } from '#shell/parts/item-rows.ts'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Example } from './example.tsx'

const columns: readonly GridColumn[] = [
  {
    name: 'nameZh',
    duty: 'S2-195',
    title: { zh: '中文名称', en: 'Name (Chinese)' },
    required: true,
    width: 180,
  },
  { name: 'nameEn', duty: 'S2-196', title: { zh: '英文名称', en: 'Name (English)' }, width: 200 },
  { name: 'catalogueNo', duty: 'S2-191', title: { zh: '货号', en: 'Catalogue no.' }, width: 110 },
  {
    name: 'quantity',
    duty: 'S2-200',
    title: { zh: '数量', en: 'Quantity' },
    required: true,
    kind: 'integer',
    width: 110,
  },
  {
    name: 'packUnit',
    title: { zh: '包装单位', en: 'Packing unit' },
    required: true,
    kind: 'choice',
    width: 96,
    choices: {
      tube: { zh: '支', en: 'tube' },
      vial: { zh: '瓶', en: 'vial' },
      box: { zh: '盒', en: 'box' },
    },
  },
  {
    name: 'specification',
    duty: 'S2-201',
    title: { zh: '重量／规格', en: 'Specification' },
    required: true,
    width: 140,
  },
  {
    name: 'ingredients',
    duty: 'S2-202',
    title: { zh: '成分', en: 'Ingredients' },
    required: true,
    width: 220,
  },
  { name: 'use', duty: 'S2-203', title: { zh: '用途', en: 'Use' }, required: true, width: 200 },
  { name: 'remark', title: { zh: '备注', en: 'Remark' }, width: 140 },
]

const first: readonly GridRow[] = [
  {
    nameZh: '人血清',
    nameEn: 'Human serum, heat inactivated',
    catalogueNo: 'NB-2201',
    quantity: 10,
    packUnit: 'tube',
    specification: '50 ml/支',
    ingredients: '人血清（单一供体），无防腐剂',
    use: '血清学检测方法研究',
    remark: '',
  },
  {
    nameZh: '人血浆（EDTA 抗凝）',
    nameEn: 'Human plasma, K2EDTA',
    catalogueNo: 'NB-2207',
    quantity: null,
    packUnit: 'tube',
    specification: '10 ml/支',
    ingredients: '人血浆，EDTA-K2',
    use: '对照',
    remark: '',
  },
  {
    nameZh: '质控血清',
    nameEn: 'QC-7',
    catalogueNo: '',
    quantity: 'abc',
    packUnit: '',
    specification: '1 ml/瓶',
    ingredients: '',
    use: '室内质控',
    remark: '',
  },
]

function check(rows: readonly GridRow[]): GridError[] {
  return rows.flatMap((row, i) =>
    columns.flatMap((column): GridError[] => {
      const value = row[column.name]
      const text = String(value ?? '').trim()
      if (column.required && !text)
        return [
          {
            row: i,
            name: column.name,
            message: `请填写${column.title.zh}`,
            duty: column.duty ?? null,
          },
        ]
      if (column.kind === 'integer' && text && typeof value !== 'number')
        return [
          {
            row: i,
            name: column.name,
            message: '数量应为大于 0 的整数',
            duty: column.duty ?? null,
          },
        ]
      return []
    }),
  )
}

/** A list with faults; `?rows=2000` makes it long, to feel how it types. */
export function ItemsExample() {
  const { search } = useAddress()
  const many = Number(search['rows'] ?? 0)
  const [rows, setRows] = useState<readonly GridRow[]>(() =>
    many > 0
      ? Array.from({ length: many }, (_, i) => ({ ...first[0]!, catalogueNo: `NB-${i + 1}` }))
      : first,
  )
  const errors = useMemo(() => check(rows), [rows])
  return (
    <>
      <PageHead title="物品清单" hint="附表：数量须带包装单位，成分按说明书详列。" />
      <Example name="ItemGrid">
        <ItemGrid
          columns={columns}
          rows={rows}
          change={setRows}
          errors={errors}
          most={2000}
          templateHref="#template"
        />
      </Example>
      {many === 0 && (
        <Example name="空表；只读">
          <ItemGrid columns={columns} rows={[]} change={() => undefined} most={2000} />
        </Example>
      )}
    </>
  )
}
