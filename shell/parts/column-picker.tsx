import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover, Segmented } from 'antd'
import { useWord, useWords } from '#shell/language.tsx'
import type { TableChoices } from './table-choices.ts'
import type { Column } from './table-column.ts'
import { tableWords } from './table-words.ts'

/** Picks the columns and the row height of a register. */
export function ColumnPicker<Row>(props: {
  columns: readonly Column<Row>[]
  hidden: readonly string[]
  dense: boolean
  choose: (next: Partial<TableChoices>) => void
}) {
  const words = useWords(tableWords)
  const word = useWord()
  const { columns, hidden, choose } = props
  return (
    <Popover
      trigger={['click']}
      placement="bottomRight"
      content={
        <div className="column-picker">
          <p className="small quiet">{words.columnsTitle}</p>
          {columns.map((column) => (
            <Checkbox
              key={column.key}
              checked={!hidden.includes(column.key)}
              disabled={column.always ?? false}
              onChange={(e) =>
                choose({
                  hidden: e.target.checked
                    ? hidden.filter((key) => key !== column.key)
                    : [...hidden, column.key],
                })
              }
            >
              {word(column.title)}
            </Checkbox>
          ))}
          <p className="small quiet">{words.density}</p>
          <Segmented
            size="small"
            value={props.dense ? 'dense' : 'roomy'}
            options={[
              { value: 'dense', label: words.dense },
              { value: 'roomy', label: words.roomy },
            ]}
            onChange={(value) => choose({ dense: value === 'dense' })}
          />
          <Button size="small" type="link" onClick={() => choose({ hidden: null, dense: true })}>
            {words.reset}
          </Button>
        </div>
      }
    >
      <Button icon={<SettingOutlined />} aria-label={words.columns} title={words.columns} />
    </Popover>
  )
}
