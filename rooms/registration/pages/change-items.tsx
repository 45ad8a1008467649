import { useWord, useWords } from '#shell/language.tsx'
import { LineTable } from '#shell/parts/line-table.tsx'
import type { RegistrationView } from '../views.ts'
import { pageWords } from './page-words.ts'

/** S2-133, S2-134 why and what is to change, as 变更前——变更后. */
export function ChangeItems({ view }: { view: RegistrationView }) {
  const words = useWords(pageWords)
  const word = useWord()
  return (
    <div className="registration-review">
      <p>
        {words.reason}
        {'：'}
        {view.reason}
      </p>
      <LineTable
        label={words.changes}
        rows={view.items}
        rowKey={(item) => item.field}
        columns={[
          { key: 'field', title: words.field, width: 180, render: (item) => word(item.title) },
          {
            key: 'before',
            title: words.before,
            render: (item) => <del>{item.before || words.empty}</del>,
          },
          { key: 'after', title: words.after, render: (item) => <ins>{item.after}</ins> },
        ]}
      />
    </div>
  )
}
